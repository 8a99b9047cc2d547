/* compose.c: codes over codes. */
#include "events/compose.h"

#include "events/circumstances.h"

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
    ro_side_part(tree, &reading->source, true, &reading->target);
}

static void absorb(struct readings *readings, uint32_t number, uint32_t word)
{
    struct reading *outer = &readings->items[number];
    uint32_t inner = readings->at[word];
    if (inner == RO_NONE || inner == number || outer->inner == word)
        return;
    struct reading *noun = &readings->items[inner];
    if (noun->told_by != RO_NONE || noun->pattern->is_operator)
        return;
    noun->told_by = number;
    take_side(readings->tree, &noun->target, outer);
    if (!outer->source.count && outer->frame.subject == RO_NONE && noun->pattern->mutual)
        outer->source = noun->source; /* talks were held | between Ghana and Togo | */
}

void ro_absorb(struct readings *readings)
{
    for (uint32_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        for (uint32_t k = 0; k < reading->noun_count; k++)
            absorb(readings, i, reading->nouns[k]);
        uint32_t verb = reading->frame.light ? readings->at[reading->frame.clause] : i;
        if (verb != i && verb != RO_NONE && readings->items[verb].inner == RO_NONE)
            absorb(readings, verb, reading->frame.head);
    }
}

/* Whom a wish is addressed to does what is wished; of a will the target is that of the deed. */
static bool asks(const struct reading *reading)
{
    const char *code = reading->pattern->code;
    return strncmp(code, "02", 2) == 0 || strncmp(code, "10", 2) == 0 || strncmp(code, "12", 2) == 0;
}

static void over_words(const struct tree *tree, struct reading *outer);

/* Whose plan it is that is refused: dismissed | Ghana's | demand for compensation. */
static void take_owner(const struct tree *tree, struct reading *outer)
{
    static const char *const owners[] = {"nmod:poss", "amod", "compound"};
    uint32_t noun = outer->noun_count ? outer->nouns[0] : RO_NONE;
    if (noun == RO_NONE || strncmp(outer->pattern->code, "12", 2) != 0)
        return;
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, noun, owners[i], child)) != RO_NONE;) {
            struct side_of named = {.count = 0};
            if (tree->entity_at[child] != RO_NONE)
                ro_side_put(tree, tree->entity_at[child], &named);
            take_side(tree, &named, outer);
        }
}

static void over_event(struct readings *readings, struct reading *outer, uint32_t number)
{
    struct reading *inner = &readings->items[number];
    bool negated = ro_facts_of(readings->tree, &inner->frame).negated;
    const char *code = negated ? NULL : ro_verbs_compose(readings->tree->verbs, outer->pattern->code, inner->code);
    outer->code = code ? code : outer->pattern->code;
    take_side(readings->tree, asks(outer) ? &inner->source : &inner->target, outer);
    take_side(readings->tree, asks(outer) ? &inner->target : &inner->source, outer);
    outer->both |= inner->both && !outer->target.count && outer->source.count > 1; /* they failed to agree */
    inner->told_by = (uint32_t)(outer - readings->items);
    outer->inner_reading = number;
    over_words(readings->tree, outer);
}

/* Take whom a word names. */
static void take_named(const struct tree *tree, uint32_t word, enum slot_filler filler, struct reading *reading)
{
    struct side_of named = {.count = 0};
    if (word != RO_NONE && !reading->target.count)
        ro_side_add(tree, word, filler, &named);
    take_side(tree, &named, reading);
}

/* Nothing is known of what is inside but who is named there. */
static void over_words(const struct tree *tree, struct reading *outer)
{
    if (!ro_tree_has_upos(tree, outer->inner, "VERB")) {
        take_named(tree, outer->inner, RO_FILL_TARGET, outer);
        return;
    }
    struct frame frame = ro_frame_of(tree, outer->inner);
    take_named(tree, asks(outer) ? frame.subject : RO_NONE, RO_FILL_TARGET, outer);
    take_named(tree, frame.object, RO_FILL_TARGET, outer);
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, outer->inner, "obl", child)) != RO_NONE;)
        take_named(tree, child, RO_FILL_SOURCE, outer);
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
        if (!reading->pattern->is_operator || reading->inner == RO_NONE)
            continue;
        take_owner(readings->tree, reading);
        uint32_t inner = inner_reading(readings, reading->inner);
        if (inner != RO_NONE && inner != order[i].reading)
            over_event(readings, reading, inner);
        else
            over_words(readings->tree, reading);
    }
    return true;
}

/* Around */

/* Whether a phrase may tell to whom something was done, and not only where. */
static bool may_target(const struct tree *tree, uint32_t word)
{
    static const struct slice cases[] = {
        RO_SLICE("against"), RO_SLICE("on"),    RO_SLICE("to"),     RO_SLICE("from"),    RO_SLICE("with"),
        RO_SLICE("for"),     RO_SLICE("of"),    RO_SLICE("toward"), RO_SLICE("towards"), RO_SLICE("into"),
        RO_SLICE("over"),    RO_SLICE("about"), {NULL, 0}};
    const struct word *own = ro_tree_word(tree, word);
    return (ro_hangs_by(own, "obl") || ro_hangs_by(own, "nmod")) && ro_tree_has_case(tree, word, cases);
}

static bool has_code(const struct tree *tree, const struct side_of *side)
{
    for (uint32_t i = 0; i < side->count; i++)
        if (!tree->document->entities[side->entities[i]].actor)
            return false;
    return side->count > 0;
}

/* Actors that have a code, in the phrases on a word. */
static void look_under(const struct tree *tree, uint32_t word, struct reading *reading)
{
    for (uint32_t child = tree->first_child[word]; child != RO_NONE && !reading->target.count;
         child = tree->next_child[child]) {
        struct side_of named = {.count = 0};
        if (may_target(tree, child))
            ro_side_add(tree, child, RO_FILL_TARGET, &named);
        if (has_code(tree, &named))
            take_side(tree, &named, reading);
    }
}

/* The state on the other side of a border: along its border with | Ghana |, near the | Ghanaian | frontier; RO_NONE. */
static uint32_t across(const struct tree *tree, uint32_t border)
{
    static const struct slice with[] = {RO_SLICE("with"), RO_SLICE("of"), {NULL, 0}};
    for (uint32_t child = tree->first_child[border]; child != RO_NONE; child = tree->next_child[child]) {
        uint32_t number = tree->entity_at[child];
        const struct word *own = ro_tree_word(tree, child);
        bool before = ro_hangs_by(own, "amod") || ro_hangs_by(own, "compound") ||
                      (ro_hangs_by(own, "nmod:poss") && strcmp(own->upos, "PRON") != 0);
        if (number != RO_NONE && tree->document->entities[number].country &&
            (before || (ro_hangs_by(own, "nmod") && ro_tree_has_case(tree, child, with))))
            return number;
    }
    return RO_NONE;
}

/* Forces that are moved to a border face whoever is behind it. */
static void look_at_border(const struct tree *tree, struct reading *reading)
{
    static const char *const borders[] = {"border", "frontier", "boundary", NULL};
    const struct document *document = tree->document;
    const struct sentence *sentence = &document->sentences[document->words[reading->frame.clause].sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    if (strncmp(reading->code, "15", 2) != 0)
        return;
    for (uint32_t word = reading->frame.clause + 1; word < end && !reading->target.count; word++) {
        uint32_t state = ro_lemma_in(&document->words[word], borders) ? across(tree, word) : RO_NONE;
        struct side_of named = {.count = 0};
        if (state != RO_NONE)
            ro_side_put(tree, state, &named);
        take_side(tree, &named, reading);
    }
}

/* Whoever complains that somebody did something complains of him: alleged that | Ghana | had broken the truce. */
static void look_at_doer(const struct tree *tree, struct reading *reading)
{
    struct side_of named = {.count = 0};
    uint32_t subject = reading->inner == RO_NONE ? RO_NONE : ro_subject_of(tree, reading->inner);
    if (subject == RO_NONE || strncmp(reading->code, "11", 2) != 0)
        return;
    ro_side_add(tree, subject, RO_FILL_TARGET, &named);
    take_side(tree, &named, reading);
}

/* Force or rule over nobody is over the land where it is: bombed a power station | in Beirut |, lifted a curfew | in Darfur |. */
static void look_at_place(const struct tree *tree, struct reading *reading)
{
    static const char *const roots[] = {"18", "19", "20", "081", "083", "172", "132", NULL};
    if (reading->target.count || !ro_begins_with_one_of(reading->code, roots))
        return;
    uint32_t place = ro_event_place(tree, reading);
    if (place != RO_NONE && tree->document->entities[place].country)
        ro_side_put(tree, place, &reading->target);
}

/* To refuse is to refuse somebody: whoever asked for it, in the clause above. */
static void look_above(const struct readings *readings, struct reading *reading)
{
    const struct tree *tree = readings->tree;
    enum { STEPS = 6 };
    uint32_t word = reading->frame.clause;
    for (int step = 0; step < STEPS && ro_tree_hangs(tree, word) && !reading->target.count; step++) {
        word = ro_tree_word(tree, word)->head;
        uint32_t above = readings->at[word];
        if (above != RO_NONE)
            take_side(tree, &readings->items[above].source, reading);
    }
}

void ro_look_around(struct readings *readings)
{
    const struct tree *tree = readings->tree;
    for (uint32_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (reading->told_by != RO_NONE || reading->target.count || reading->both || !reading->source.count)
            continue;
        look_at_doer(tree, reading);
        look_at_border(tree, reading);
        for (uint32_t k = 0; k < reading->noun_count; k++)
            take_named(tree, reading->nouns[k], RO_FILL_TARGET, reading); /* an inquiry | into the bank | */
        take_named(tree, reading->frame.object, RO_FILL_TARGET, reading);
        if (reading->target.count)
            continue;
        look_under(tree, reading->frame.clause, reading);
        look_under(tree, reading->frame.head, reading);
        look_at_place(tree, reading);
        if (strncmp(reading->code, "12", 2) == 0 || ro_facts_of(tree, &reading->frame).negated)
            look_above(readings, reading);
        reading->around = reading->target.count > 0;
    }
}
