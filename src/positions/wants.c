/* wants.c: disputes between positions: what a side wants all of, by one account, it wants part of by another, or another side does:
 * "Kim demanded relief in its entirety", Trump said - "we proposed partial removal", Ri said. */
#include "positions/claims.h"
#include "statements/build.h"

enum { LOOK_BACK = 40 /* positions */ };

static struct range issue_of(const struct disputing *disputing, uint32_t position)
{
    return ro_span_words(disputing->document, disputing->document->positions[position].issue);
}

static const struct account *account_of(const struct disputing *disputing, uint32_t position)
{
    struct range words = issue_of(disputing, position);
    uint32_t at = ro_range_is(words) ? disputing->accounts.at[ro_highest(disputing->document, words)] : RO_NONE;
    return at == RO_NONE ? NULL : &disputing->accounts.items[at];
}

static bool is_want(const struct position *position)
{
    return position->act == RO_DEMAND || position->act == RO_PROPOSE || position->act == RO_OFFER ||
           position->act == RO_PROMISE;
}

static double judge(const struct disputing *disputing, uint32_t one, uint32_t other)
{
    static const double alike = 0.6, share = 0.9;
    const struct position *positions = disputing->document->positions, *a = &positions[one], *b = &positions[other];
    bool apart = (a->extent == RO_ALL && b->extent == RO_PART) || (a->extent == RO_PART && b->extent == RO_ALL);
    if (!apart || !is_want(a) || !is_want(b))
        return 0;
    double likeness = ro_issue_likeness(disputing->context->resources->topics, disputing->document,
                                        disputing->accounts.who, issue_of(disputing, one),
                                        issue_of(disputing, other));
    return likeness < alike ? 0 : share * (a->score < b->score ? a->score : b->score);
}

bool ro_find_wants(struct disputing *disputing)
{
    for (uint32_t i = 0; i < disputing->document->position_count; i++)
        for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
            double score = judge(disputing, j, i);
            const struct account *one = score > 0 ? account_of(disputing, j) : NULL,
                                 *other = account_of(disputing, i);
            if (!one || !other || !ro_accounts_opposed(&disputing->accounts, one, other))
                continue;
            struct told_side first = {one, issue_of(disputing, j), j}, second = {other, issue_of(disputing, i), i};
            bool all = disputing->document->positions[j].extent ==
                       RO_ALL; /* whoever wants all of it names it in full */
            const char *name = ro_issue_name(disputing->context->resources->topics, disputing->document,
                                             all ? first.words : second.words);
            if (!name || !ro_dispute_write(disputing, RO_EXTENT, ro_slice(name), first, second, score))
                return false;
        }
    return true;
}
