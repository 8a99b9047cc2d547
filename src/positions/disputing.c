/* disputing.c: writes disputes, each once. */
#include "positions/disputing.h"

double ro_reliability(enum dispute_rule rule)
{
    static const double shares[RO_DISPUTE_RULES] = {
        [RO_BY_STATE] = 0.85,        [RO_BY_FIGURE] = 0.75,       [RO_BY_LIKE_NUMBERS] = 0.65,
        [RO_BY_DAY] = 0.65,          [RO_BY_SHORT_EXTENT] = 0.85, [RO_BY_WISHED_EXTENT] = 0.7,
        [RO_BY_LIKE_EXTENTS] = 0.75, [RO_BY_SHORT_NO] = 0.7,      [RO_BY_VERB] = 0.75,
        [RO_BY_VERB_ALONE] = 0.6,    [RO_BY_NONE_LEFT] = 0.65,    [RO_BY_OPPOSITES] = 0.7,
        [RO_BY_ABSENCE] = 0.65,      [RO_BY_CLAIMANT] = 0.85,     [RO_BY_ACCUSED] = 0.85,
        [RO_BY_LIKE_CLAIM] = 0.75,   [RO_BY_SUBJECT] = 0.65,      [RO_BY_PLACE] = 0.55,
        [RO_BY_BOTH_BLAMED] = 0.75,  [RO_BY_ONE_BLAMED] = 0.65,   [RO_BY_LIKE_DEEDS] = 0.55,
        [RO_BY_WORD_OF_TEXT] = 0.65};
    return shares[rule];
}

static struct side side_of(const struct disputing *disputing, const struct told_side *told)
{
    return (struct side){.entity = told->account->source,
                         .statement = told->account->statement,
                         .position = told->position,
                         .event = RO_NONE,
                         .span = ro_words_span(disputing->document, told->words)};
}

static bool is_same(const struct side *one, const struct side *other)
{
    return one->entity == other->entity && ro_span_overlaps(one->span, other->span);
}

/* Whether it was, who did it, what is denied: one of these is told of two accounts. "Not all of it" is an extent and a negation of all. */
static bool is_like(enum dispute_kind one, enum dispute_kind other)
{
    bool first = one == RO_NEGATION || one == RO_DENIAL || one == RO_ATTRIBUTION;
    bool second = other == RO_NEGATION || other == RO_DENIAL || other == RO_ATTRIBUTION;
    return one == other || (first && second) || (one == RO_EXTENT && other == RO_NEGATION);
}

static bool is_known(const struct document *document, enum dispute_kind kind, const struct side *one,
                     const struct side *other)
{
    enum { LOOK_BACK = 100 /* disputes: what is older lies far away */ };
    uint32_t count = document->dispute_count;
    for (uint32_t i = count > LOOK_BACK ? count - LOOK_BACK : 0; i < count; i++) {
        const struct side *sides = document->disputes[i].sides;
        if (is_like(document->disputes[i].kind, kind) && is_same(&sides[0], one) && is_same(&sides[1], other))
            return true;
    }
    return false;
}

bool ro_dispute_write(struct disputing *disputing, enum dispute_kind kind, struct slice about, struct told_side one,
                      struct told_side other, double score)
{
    struct document *document = disputing->document;
    bool turned = other.words.begin < one.words.begin;
    struct side first = side_of(disputing, turned ? &other : &one),
                second = side_of(disputing, turned ? &one : &other);
    if (score < disputing->context->resources->min_scores.dispute || first.entity == RO_NONE ||
        second.entity == RO_NONE || is_known(document, kind, &first, &second))
        return true;
    struct dispute *dispute = ro_arena_push(&document->arena, document->disputes, document->dispute_count);
    if (!dispute)
        return false;
    *dispute = (struct dispute){.about = ro_arena_copy(&document->arena, about),
                                .kind = kind,
                                .sides = ro_arena_alloc(&document->arena, 2, sizeof *dispute->sides),
                                .side_count = 2,
                                .score = score};
    if (!dispute->sides || !dispute->about)
        return false;
    dispute->sides[0] = first;
    dispute->sides[1] = second;
    return true;
}
