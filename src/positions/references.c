/* references.c: finds what "it", "that" and "what" stand for, and what an issue is called. */
#include "positions/references.h"

#include "positions/likeness.h"

/* What a free relative is said to be: | what | he wants, he said, is | an apology |; RO_NONE. */
static uint32_t predicate_of(const struct tree *tree, uint32_t what)
{
    const struct document *document = tree->document;
    const struct word *own = ro_tree_word(tree, what);
    if (ro_hangs_by(own, "nsubj"))
        return own->head;
    for (uint32_t word = what + 1; word < document->word_count && document->words[word].sentence == own->sentence;
         word++)
        if (ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE)
            return word;
    return RO_NONE;
}

/* Free relatives: | what we proposed | was not the whole of it but a part. The issue is what it is said to be. */
static void read_cleft(struct stands *stands, struct stand *stand)
{
    const struct tree *tree = &stands->stakes.tree;
    uint32_t what = stand->issue_head;
    if (what == RO_NONE || !ro_lemma_is(ro_tree_word(tree, what), "what"))
        return;
    uint32_t told = predicate_of(tree, what);
    if (told == RO_NONE) {
        stand->issue = RO_NO_RANGE;
        return;
    }
    uint32_t conjunct = ro_tree_child(tree, told, "conj", RO_NONE);
    bool negated = ro_tree_child_lemma(tree, told, "advmod", "not") != RO_NONE;
    if (negated && conjunct != RO_NONE && ro_tree_child_lemma(tree, conjunct, "cc", "but") != RO_NONE)
        told = conjunct;
    else
        stand->partial = negated;
    stand->issue_head = told;
    stand->issue = ro_stake_of(&stands->stakes, told, false);
}

/* What was at stake last, first of all what the holder was asked for; RO_NONE. */
static uint32_t antecedent_of(const struct stands *stands, uint32_t index)
{
    const struct stand *own = &stands->items[index];
    uint32_t found = RO_NONE;
    for (uint32_t i = stands->recent; i < stands->count; i++) {
        const struct stand *other = &stands->items[i];
        if (other->head >= own->head || !ro_range_is(other->issue) || other->act == RO_REGRET ||
            other->act == RO_PRAISE || other->score < 0.5 || other->holder == RO_NONE ||
            other->holder == own->holder)
            continue;
        bool asked = other->toward == own->holder;
        if (found != RO_NONE && stands->items[found].exchange == i && stands->items[found].act == RO_DEMAND)
            continue; /* it is the demand that is accepted or refused, not what is offered for it */
        if (found == RO_NONE || asked || stands->items[found].toward != own->holder)
            found = i;
    }
    return found;
}

void ro_issue_resolve(struct stands *stands, uint32_t index)
{
    struct stand *stand = &stands->items[index];
    read_cleft(stands, stand);
    bool what = stand->issue_head != RO_NONE &&
                ro_lemma_is(ro_tree_word(&stands->stakes.tree, stand->issue_head), "what");
    uint32_t antecedent = ro_range_is(stand->issue) || stand->act == RO_REGRET || what
                              ? RO_NONE
                              : antecedent_of(stands, index);
    if (antecedent == RO_NONE)
        return;
    stand->issue = stands->items[antecedent].issue;
    stand->score *= 0.9; /* as often as not it is another */
}

const char *ro_issue_text(struct document *document, struct span span)
{
    char *text = ro_arena_copy(&document->arena, ro_document_slice(document, span));
    for (char *at = text; at && *at; at++)
        if (*at == '\n' || *at == '\r' || *at == '\t')
            *at = ' ';
    return text;
}

const char *ro_issue_called(const struct stands *stands, uint32_t index)
{
    const struct tree *tree = &stands->stakes.tree;
    const struct stand *stand = &stands->items[index], *named = stand;
    uint32_t head = stand->issue_head;
    bool bare = head != RO_NONE && ro_is_plan(tree, head) &&
                ro_tree_child(tree, head, "nmod", RO_NONE) == RO_NONE &&
                ro_tree_child(tree, head, "acl", RO_NONE) == RO_NONE;
    uint32_t before = bare ? antecedent_of(stands, index) : RO_NONE;
    if (before != RO_NONE)
        named = &stands->items[before];
    const char *name = ro_issue_name(stands->context->resources->topics, tree->document, named->issue);
    return name && !*name ? ro_issue_text(tree->document, ro_words_span(tree->document, named->issue)) : name;
}
