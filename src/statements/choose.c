/* choose.c: ranks the proposals of a level and takes one after the other. */
#include "statements/choose.h"

#include <stdlib.h>

#include "statements/shared.h"

static const double less_sure = 0.3; /* times the score of what it tells, a statement still comes before it */
static const double likely = 0.75;   /* score of what is told for certain */

static int ascending(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int by_cue(const void *left, const void *right)
{
    const struct proposal *a = *(struct proposal *const *)left, *b = *(struct proposal *const *)right;
    return a->cue != b->cue ? ascending(a->cue, b->cue) : ascending(a->order, b->order);
}

static int first_ranked(const void *left, const void *right)
{
    const struct proposal *a = *(struct proposal *const *)left, *b = *(struct proposal *const *)right;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    if (a->account != b->account)
        return a->account ? -1 : 1;
    return a->first != b->first ? ascending(a->first, b->first) : ascending(a->order, b->order);
}

/* Ranks */

/* The first proposal whose cue is not before a word. */
static uint32_t cue_from(struct level level, uint32_t word)
{
    uint32_t low = 0, high = level.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (level.items[middle]->cue < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a proposal has all of the content of another of the same cue. */
static bool covers(const struct proposal *own, const struct proposal *other)
{
    struct range a = ro_proposal_words(own), b = ro_proposal_words(other);
    return a.begin <= b.begin && b.end <= a.end;
}

/* A proposal comes before surer ones whose cues are in its content, unless it is much less sure: what is told is not
 * of this level. Where it tells another for certain, it comes before one of its own cue that has less of the content.
 * The level is by cue. */
static void set_rank(struct level level, struct proposal *own)
{
    double most = own->statement.score / less_sure;
    bool tells = false;
    own->rank = own->statement.score;
    for (uint32_t k = 0; k < own->content_count; k++)
        for (uint32_t i = cue_from(level, own->contents[k].begin);
             i < level.count && level.items[i]->cue < own->contents[k].end; i++) {
            double score = level.items[i]->statement.score;
            tells |= score >= likely;
            if (score <= most && score > own->rank)
                own->rank = score;
        }
    bool goes_on = !own->learned && own->content_count > 1; /* over paragraphs */
    for (uint32_t i = cue_from(level, own->cue);
         (tells || goes_on) && i < level.count && level.items[i]->cue == own->cue; i++) {
        double score = level.items[i]->statement.score;
        if (covers(own, level.items[i]) && score <= most && score > own->rank)
            own->rank = score;
    }
}

/* Taking */

/* How many words of a content are taken by surer ones. */
static uint32_t taken_words(const bool *used, const struct proposal *proposal, uint32_t *all)
{
    uint32_t taken = *all = 0;
    for (uint32_t i = 0; i < proposal->content_count; i++)
        for (uint32_t word = proposal->contents[i].begin; word < proposal->contents[i].end; word++, (*all)++)
            taken += used[word];
    return taken;
}

/* Whether a proposal is sure enough and most of its content is free; with its cue in another's content it is told there,
 * not here. */
static enum verdict judge(const bool *used, const struct proposal *proposal, double least)
{
    if (proposal->statement.score < least)
        return RO_UNSURE;
    if (proposal->cue != RO_NONE && used[proposal->cue])
        return RO_TOLD;
    uint32_t all, taken = taken_words(used, proposal, &all);
    return taken == all || 10 * taken > 3 * all ? RO_TAKEN : RO_WRITTEN;
}

/* Leave to a proposal what of its content is free, and take that. */
static bool take(struct proposals *proposals, struct proposal *proposal, bool *used)
{
    for (uint32_t i = 0; i < proposal->content_count; i++)
        for (uint32_t word = proposal->contents[i].begin; word < proposal->contents[i].end; word++) {
            proposals->own[word] = !used[word];
            used[word] = true;
        }
    if (proposal->outer && proposal->cue != RO_NONE) /* what is told once is not told again by the same word */
        used[proposal->cue] = true;
    return ro_proposal_collect(proposals, proposal);
}

bool ro_choose(struct proposals *proposals, struct level level, bool *used, double least)
{
    if (!level.count)
        return true;
    qsort(level.items, level.count, sizeof *level.items, by_cue);
    if (!ro_settle_shared(proposals, level, least))
        return false;
    for (uint32_t i = 0; i < level.count; i++)
        set_rank(level, level.items[i]);
    qsort(level.items, level.count, sizeof *level.items, first_ranked);
    for (uint32_t i = 0; i < level.count; i++) {
        struct proposal *proposal = level.items[i];
        proposal->verdict = proposal->nested ? RO_UNTOLD : judge(used, proposal, least);
        if (proposal->verdict == RO_WRITTEN && !take(proposals, proposal, used))
            return false;
    }
    return true;
}
