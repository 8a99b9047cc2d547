/* tree.c: children of words, and entities at words. */
#include "events/tree.h"

#include "statements/build.h"

static bool alloc_all(struct tree *tree, struct context *context)
{
    size_t count = tree->document->word_count ? tree->document->word_count : 1;
    uint32_t **arrays[] = {&tree->first_child, &tree->next_child, &tree->entity_at, &tree->head_at};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if (!(*arrays[i] = ro_arena_alloc(&context->scratch, count, sizeof **arrays[i])))
            return false;
    return true;
}

static void place_entity(struct tree *tree, uint32_t number)
{
    const struct entity *entity = &tree->document->entities[number];
    for (uint32_t i = 0; i < entity->mention_count; i++) {
        struct range words = ro_span_words(tree->document, entity->mentions[i].head);
        uint32_t head = ro_range_is(words) ? ro_highest(tree->document, words) : 0;
        for (uint32_t word = words.begin; ro_range_has(words, word); word++) {
            tree->entity_at[word] = number;
            tree->head_at[word] = head;
        }
    }
}

bool ro_tree_build(struct tree *tree, struct context *context, struct document *document)
{
    *tree = (struct tree){.document = document, .verbs = context->resources->verbs};
    if (!alloc_all(tree, context))
        return false;
    for (uint32_t word = 0; word < document->word_count; word++) {
        tree->first_child[word] = tree->next_child[word] = tree->entity_at[word] = RO_NONE;
        tree->head_at[word] = word;
    }
    for (uint32_t word = document->word_count; word-- > 0;) {
        uint32_t head = document->words[word].head;
        if (head == RO_NONE || head == word)
            continue;
        tree->next_child[word] = tree->first_child[head];
        tree->first_child[head] = word;
    }
    for (uint32_t i = 0; i < document->entity_count; i++)
        if (document->entities[i].type != RO_OTHER_ENTITY || document->entities[i].actor)
            place_entity(tree, i);
    return true;
}

uint32_t ro_tree_child(const struct tree *tree, uint32_t word, const char *relation, uint32_t after)
{
    uint32_t child = after == RO_NONE ? tree->first_child[word] : tree->next_child[after];
    while (child != RO_NONE && !ro_hangs_by(ro_tree_word(tree, child), relation))
        child = tree->next_child[child];
    return child;
}

uint32_t ro_tree_child_lemma(const struct tree *tree, uint32_t word, const char *relation, const char *lemma)
{
    for (uint32_t child = tree->first_child[word]; child != RO_NONE; child = tree->next_child[child])
        if ((!relation || ro_hangs_by(ro_tree_word(tree, child), relation)) &&
            ro_lemma_is(ro_tree_word(tree, child), lemma))
            return child;
    return RO_NONE;
}

static bool has_own_case(const struct tree *tree, uint32_t word, const struct slice *words)
{
    for (uint32_t child = tree->first_child[word]; child != RO_NONE && child < word;
         child = tree->next_child[child]) {
        if (!ro_hangs_by(ro_tree_word(tree, child), "case") && !ro_hangs_by(ro_tree_word(tree, child), "mark"))
            continue;
        for (const struct slice *wanted = words; wanted->data; wanted++)
            if (ro_slice_equal(ro_tree_lemma(tree, child), *wanted))
                return true;
    }
    return false;
}

bool ro_tree_has_case(const struct tree *tree, uint32_t word, const struct slice *words)
{
    if (has_own_case(tree, word, words))
        return true;
    for (uint32_t child = tree->first_child[word]; child != RO_NONE && child < word;
         child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        bool title = ro_hangs_by(own, "nmod:desc") || ro_hangs_by(own, "compound");
        if (title && has_own_case(tree, child, words)) /* into | former defender | Ada Roe */
            return true;
    }
    return false;
}

uint32_t ro_tree_counted(const struct tree *tree, uint32_t word)
{
    static const struct slice joints[] = {RO_SLICE("of"), RO_SLICE("in"), {NULL, 0}};
    enum { STEPS = 3 };
    for (int step = 0; step < STEPS; step++) {
        if (!ro_verbs_lists(tree->verbs, RO_LIST_QUANTITY, ro_tree_lemma(tree, word), (struct slice){NULL, 0}))
            return word;
        uint32_t inner = ro_tree_child(tree, word, "nmod", RO_NONE);
        while (inner != RO_NONE && !ro_tree_has_case(tree, inner, joints))
            inner = ro_tree_child(tree, word, "nmod", inner);
        if (inner == RO_NONE)
            return word;
        word = inner;
    }
    return word;
}

uint32_t ro_tree_antecedent(const struct tree *tree, uint32_t word)
{
    bool relative = ro_tree_tagged(tree, word, "WDT") || ro_tree_tagged(tree, word, "WP");
    if (!relative)
        return word;
    uint32_t verb = word;
    enum { STEPS = 4 };
    for (int step = 0; step < STEPS && ro_tree_hangs(tree, verb); step++) {
        if (ro_hangs_by(ro_tree_word(tree, verb), "acl"))
            return ro_tree_word(tree, verb)->head;
        verb = ro_tree_word(tree, verb)->head;
    }
    return word;
}

bool ro_tree_is_finite(const struct tree *tree, uint32_t word)
{
    static const char *const tags[] = {"VBD", "VBZ", "VBP", "MD", NULL};
    for (const char *const *tag = tags; *tag; tag++)
        if (ro_tree_tagged(tree, word, *tag))
            return true;
    return false;
}
