/* compose.c: codes over codes. */
#include "events/compose.h"

#include <stdlib.h>

struct depth {
    uint32_t reading, depth;
};

static uint32_t depth_of(const struct tree *tree, uint32_t word)
{
    uint32_t depth = 0, limit = tree->document->sentences[ro_tree_word(tree, word)->sentence].word_count;
    for (; ro_tree_hangs(tree, word) && depth < limit; depth++)
        word = ro_tree_word(tree, word)->head;
    return depth;
}

static int deepest_first(const void *one, const void *other)
{
    const struct depth *a = one, *b = other;
    if (a->depth != b->depth)
        return a->depth > b->depth ? -1 : 1;
    return a->reading < b->reading ? -1 : a->reading > b->reading;
}

/* The reading of what an operator's slot holds. */
static uint32_t inner_reading(const struct readings *readings, uint32_t word)
{
    const struct tree *tree = readings->tree;
    uint32_t passed = ro_passed_on(tree, word);
    if (readings->at[passed] != RO_NONE)
        return readings->at[passed];
    uint32_t object = ro_tree_child(tree, passed, "obj", RO_NONE);
    if (passed != word && object != RO_NONE && readings->at[object] != RO_NONE)
        return readings->at[object];
    return readings->at[ro_tree_counted(tree, word)];
}

static void take_side(const struct tree *tree, const struct side_of *from, struct reading *reading)
{
    if (reading->target.count)
        return;
    for (uint32_t i = 0; i < from->count; i++)
        ro_side_put(tree, from->entities[i], &reading->target);
    ro_side_part(tree, &reading->source, &reading->target);
}

/* Whom a wish is addressed to does what is wished; of a will the target is that of the deed. */
static bool asks(const struct reading *reading)
{
    const char *code = reading->pattern->code;
    return strncmp(code, "02", 2) == 0 || strncmp(code, "10", 2) == 0 || strncmp(code, "12", 2) == 0;
}

static void over_event(struct readings *readings, struct reading *outer, uint32_t number)
{
    struct reading *inner = &readings->items[number];
    bool negated = ro_facts_of(readings->tree, &inner->frame).negated;
    const char *code = negated ? NULL : ro_verbs_compose(readings->tree->verbs, outer->pattern->code, inner->code);
    outer->code = code ? code : outer->pattern->code;
    take_side(readings->tree, asks(outer) ? &inner->source : &inner->target, outer);
    take_side(readings->tree, asks(outer) ? &inner->target : &inner->source, outer);
    inner->told_by = (uint32_t)(outer - readings->items);
}

/* Nothing is known of what is inside but who is named there. */
static void over_words(const struct tree *tree, struct reading *outer)
{
    struct side_of inside = {.count = 0};
    if (ro_tree_is(tree, outer->inner, "VERB")) {
        struct frame frame = ro_frame_of(tree, outer->inner);
        if (asks(outer) && frame.subject != RO_NONE)
            ro_side_add(tree, frame.subject, RO_FILL_TARGET, &inside);
        if (!inside.count && frame.object != RO_NONE)
            ro_side_add(tree, frame.object, RO_FILL_TARGET, &inside);
        if (!inside.count)
            for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, outer->inner, "obl", child)) != RO_NONE;)
                ro_side_add(tree, child, RO_FILL_SOURCE, &inside);
    } else {
        ro_side_add(tree, outer->inner, RO_FILL_TARGET, &inside);
    }
    take_side(tree, &inside, outer);
}

bool ro_compose(struct readings *readings, struct arena *scratch)
{
    struct depth *order = ro_arena_alloc(scratch, readings->count + 1, sizeof *order);
    if (!order)
        return false;
    for (uint32_t i = 0; i < readings->count; i++)
        order[i] = (struct depth){i, depth_of(readings->tree, readings->items[i].frame.clause)};
    qsort(order, readings->count, sizeof *order, deepest_first);
    for (uint32_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[order[i].reading];
        if (!reading->pattern->operator || reading->inner == RO_NONE)
            continue;
        uint32_t inner = inner_reading(readings, reading->inner);
        if (inner != RO_NONE && inner != order[i].reading)
            over_event(readings, reading, inner);
        else
            over_words(readings->tree, reading);
    }
    return true;
}
