/* extents.c: disputes of all and part: "relief in their entirety" - "only partial removal". */
#include "positions/claims.h"

enum { LOOK_BACK = 60 /* claims */, NEAR = 3 /* sentences */ };

static uint32_t sentence_of(const struct disputing *disputing, const struct claim *claim)
{
    return disputing->document->words[claim->head].sentence;
}

static bool is_term_of(const struct disputing *disputing, uint32_t word, const struct gist *gist)
{
    struct gist own = {.count = 0};
    if (word == RO_NONE)
        return false;
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                (struct range){word, word + 1}, &own);
    return own.count && ro_gist_has_term(gist, &own.terms[0]);
}

static bool is_same_noun(const struct disputing *disputing, uint32_t one, uint32_t other)
{
    struct gist own = {.count = 0};
    if (one != RO_NONE)
        ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                    (struct range){one, one + 1}, &own);
    return is_term_of(disputing, other, &own);
}

static bool have_same_head(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    const char *first = disputing->document->words[one->head].lemma,
               *second = disputing->document->words[other->head].lemma;
    return first && second && strcmp(first, second) == 0;
}

/* Whether one tells all of a thing, and the other not all of it. */
static double judge(const struct disputing *disputing, const struct claim *all, const struct claim *part)
{
    static const double much = 1.6, some = 0.9;
    uint32_t first = sentence_of(disputing, all), second = sentence_of(disputing, part);
    if (all->negated || all->wished != part->wished || (!all->wished && (all->open || part->open)))
        return 0;
    if (part->bare)
        return part->much == RO_NOT_ALL && second > first && second - first <= NEAR
                   ? ro_reliability(RO_BY_SHORT_EXTENT)
                   : 0;
    bool less = part->much == RO_NOT_ALL || (part->much == RO_SOME && part->negated && !part->still);
    bool left = part->much == RO_SOME && part->still && !part->negated &&
                is_same_noun(disputing, all->noun, part->noun);
    if (left && second - first + NEAR <= 2 * NEAR)
        return ro_reliability(RO_BY_NOUN_EXTENT);
    bool one_thing = is_term_of(disputing, all->noun, &part->gist) || is_term_of(disputing, part->noun, &all->gist);
    double common = ro_gist_common(&all->gist, &part->gist);
    if (less && all->wished && common >= some)
        return ro_reliability(RO_BY_WISHED_EXTENT);
    if (!less || !one_thing)
        return 0;
    if (is_same_noun(disputing, all->noun, part->noun) && have_same_head(disputing, all, part))
        return ro_reliability(RO_BY_NOUN_EXTENT);
    return common >= much ? ro_reliability(RO_BY_LIKE_EXTENTS) : 0;
}

bool ro_find_extents(struct disputing *disputing, const struct claims *claims)
{
    for (uint32_t i = 0; i < claims->count; i++) {
        const struct claim *own = &claims->items[i];
        for (uint32_t j = i; (own->much == RO_WHOLE || own->much == RO_NOT_ALL || own->much == RO_SOME) &&
                             j-- > 0 && i - j <= LOOK_BACK;) {
            const struct claim *before = &claims->items[j];
            bool whole = own->much == RO_WHOLE, whole_before = before->much == RO_WHOLE;
            if (before->much == RO_UNSAID || whole == whole_before)
                continue;
            double score = judge(disputing, whole ? own : before, whole ? before : own);
            if (score <= 0 || !ro_accounts_opposed(&disputing->accounts, own->account, before->account))
                continue;
            struct told_side one = {before->account, before->words, RO_NONE},
                             other = {own->account, own->words, RO_NONE};
            if (!ro_dispute_write(disputing, RO_EXTENT, ro_claims_about(disputing, before, own), one, other, score))
                return false;
        }
    }
    return true;
}
