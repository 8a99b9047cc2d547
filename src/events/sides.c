/* sides.c: from words to parties. */
#include "events/sides.h"

enum { LOOKED_AT = 24, DEPTH = 3 };

bool ro_side_has(const struct side_of *side, uint32_t entity)
{
    for (uint32_t i = 0; i < side->count; i++)
        if (side->entities[i] == entity)
            return true;
    return false;
}

static void put_one(uint32_t entity, struct side_of *side)
{
    if (side->count < RO_SIDE && !ro_side_has(side, entity))
        side->entities[side->count++] = entity;
}

void ro_side_put(const struct tree *tree, uint32_t number, struct side_of *side)
{
    const struct entity *entity = &tree->document->entities[number];
    for (uint32_t i = 0; i < entity->member_count; i++)
        put_one(entity->members[i], side);
    if (!entity->member_count)
        put_one(number, side);
}

/* Words to look at, the nearest first. */
struct search {
    uint32_t words[LOOKED_AT], depths[LOOKED_AT];
    uint32_t count;
};

static void look_at(struct search *search, uint32_t word, uint32_t depth)
{
    if (search->count == LOOKED_AT || depth > DEPTH)
        return;
    search->words[search->count] = word;
    search->depths[search->count++] = depth;
}

/* Whether a phrase inside another may say who is meant. */
static bool tells(const struct tree *tree, uint32_t word, enum slot_filler filler)
{
    static const struct slice doers[] = {RO_SLICE("by"), RO_SLICE("of"), RO_SLICE("from"), {NULL, 0}};
    static const struct slice any[] = {
        RO_SLICE("by"),      RO_SLICE("of"),   RO_SLICE("from"), RO_SLICE("in"),    RO_SLICE("against"),
        RO_SLICE("on"),      RO_SLICE("at"),   RO_SLICE("with"), RO_SLICE("for"),   RO_SLICE("to"),
        RO_SLICE("between"), RO_SLICE("into"), RO_SLICE("near"), RO_SLICE("among"), RO_SLICE("over"),
        RO_SLICE("along"),   {NULL, 0}};
    return ro_tree_has_case(tree, word, filler == RO_FILL_SOURCE ? doers : any);
}

static void look_inside(const struct tree *tree, uint32_t word, uint32_t depth, enum slot_filler filler,
                        struct search *search)
{
    static const char *const before[] = {"flat", "appos", "nmod:poss", "compound", "amod", "nmod:desc"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, word, before[i], child)) != RO_NONE;)
            if (tree->entity_at[child] != RO_NONE || strcmp(before[i], "nmod:poss") == 0)
                look_at(search, child, depth);
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, word, "nmod", child)) != RO_NONE;)
        if (!ro_hangs_by(ro_tree_word(tree, child), "nmod:poss") && tells(tree, child, filler))
            look_at(search, child, depth);
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, word, "acl", child)) != RO_NONE;)
        for (uint32_t by = RO_NONE; (by = ro_tree_child(tree, child, "obl", by)) != RO_NONE;)
            if (tells(tree, by, filler))
                look_at(search, by, depth);
}

/* The word inside a phrase that stands for an actor, or RO_NONE. */
static uint32_t inside(const struct tree *tree, uint32_t word, enum slot_filler filler)
{
    struct search search = {.count = 0};
    look_at(&search, word, 0);
    for (uint32_t i = 0; i < search.count; i++) {
        uint32_t at = ro_tree_antecedent(tree, search.words[i]);
        if (tree->entity_at[at] != RO_NONE)
            return at;
        look_inside(tree, at, search.depths[i] + 1, filler, &search);
    }
    return RO_NONE;
}

/* The first of several states before a noun: | Greek | and Turkish officials; RO_NONE. */
static uint32_t coordinated_before(const struct tree *tree, uint32_t word)
{
    for (uint32_t child = tree->first_child[word]; child != RO_NONE && child < word;
         child = tree->next_child[child])
        if (tree->entity_at[child] != RO_NONE && ro_tree_child(tree, child, "conj", RO_NONE) != RO_NONE &&
            tree->document->entities[tree->entity_at[child]].country)
            return child;
    return RO_NONE;
}

/* Of "leaders of Ghana and Togo", who are known by nothing else, the states; of "the town of Kumasi" the one that has a name. */
static uint32_t known_inside(const struct tree *tree, uint32_t word)
{
    static const struct slice of[] = {RO_SLICE("of"), RO_SLICE("from"), {NULL, 0}};
    static const struct slice in[] = {RO_SLICE("of"), RO_SLICE("in"), RO_SLICE("near"), {NULL, 0}};
    const struct entity *entity = &tree->document->entities[tree->entity_at[word]];
    bool place = entity->type == RO_PLACE;
    uint32_t state = entity->member_count ? RO_NONE : coordinated_before(tree, word);
    if (state != RO_NONE)
        return state;
    if (entity->actor || entity->country || entity->member_count || (entity->type != RO_GROUP && !place))
        return word;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, word, "nmod", child)) != RO_NONE;)
        if (tree->entity_at[child] != RO_NONE && ro_tree_has_case(tree, child, place ? in : of) &&
            tree->document->entities[tree->entity_at[child]].country)
            return child;
    return word;
}

/* The words that are coordinated with a mention: they may hang on any word of it. */
static void look_beside(const struct tree *tree, uint32_t word, struct search *search)
{
    uint32_t last = word + 1, count = tree->document->word_count;
    while (last < count && last < word + LOOKED_AT && tree->head_at[last] == tree->head_at[word] &&
           tree->entity_at[last] == tree->entity_at[word] && tree->entity_at[word] != RO_NONE)
        last++;
    for (uint32_t at = word; at < last; at++)
        for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, at, "conj", child)) != RO_NONE;)
            look_at(search, child, 0);
}

void ro_side_add(const struct tree *tree, uint32_t word, enum slot_filler filler, struct side_of *side)
{
    struct search search = {.count = 0};
    look_at(&search, ro_tree_counted(tree, word), 0);
    for (uint32_t i = 0; i < search.count; i++) {
        uint32_t at = inside(tree, search.words[i], filler);
        look_beside(tree, search.words[i], &search);
        if (at == RO_NONE)
            continue;
        uint32_t state = known_inside(tree, at);
        ro_side_put(tree, tree->entity_at[state], side);
        if (state != search.words[i])
            look_beside(tree, state, &search);
    }
}

/* Whether a state is that of somebody: what Kim wants for the DPRK he does not want from it. */
static bool is_state_of(const struct tree *tree, uint32_t state, uint32_t own)
{
    const struct entity *a = &tree->document->entities[state], *b = &tree->document->entities[own];
    return a->type == RO_COUNTRY && a->country && b->country && strcmp(a->country, b->country) == 0;
}

void ro_side_part(const struct tree *tree, const struct side_of *other, bool states, struct side_of *side)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < side->count; i++) {
        bool same = ro_side_has(other, side->entities[i]);
        for (uint32_t k = 0; k < other->count && states && !same; k++)
            same = is_state_of(tree, side->entities[i], other->entities[k]);
        if (!same)
            side->entities[kept++] = side->entities[i];
    }
    side->count = kept;
}
