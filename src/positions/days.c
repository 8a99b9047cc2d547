/* days.c: compares when two accounts say that one thing was done. */
#include "positions/days.h"

#include "events/circumstances.h"
#include "positions/contraries.h"

enum { NEAR = 2 /* sentences */ };

/* The one day or time of day that a clause tells; NULL: none, or several. */
static const char *time_in(const struct document *document, struct range words)
{
    const char *value = NULL;
    for (uint32_t word = words.begin; word < words.end; word++) {
        uint32_t number = ro_time_over(document, document->words[word].span);
        const struct time_expression *time = number == RO_NONE ? NULL : &document->times[number];
        if (!time || (time->type != RO_DATE && time->type != RO_TIME) || value == time->value)
            continue;
        if (value)
            return NULL;
        value = time->value;
    }
    return value;
}

/* Whether two TIMEX3 values cannot be one time: 2019-06-04 and 2019-05-11; but not 2019-06 and 2019-06-04, nor a week and a day. */
static bool exclude(const char *one, const char *other)
{
    enum { WEEK = 5 /* where a value has its W */ };
    if (strlen(one) > WEEK && strlen(other) > WEEK && (one[WEEK] == 'W') != (other[WEEK] == 'W'))
        return false;
    for (; *one && *other; one++, other++)
        if (*one != *other && *one != 'X' && *other != 'X')
            return *one >= '0' && *one <= '9' && *other >= '0' && *other <= '9';
    return false;
}

/* Whether both have the same verb, and nothing else where one has somebody or something. */
static bool is_one_deed(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    struct gist first = ro_part_gist(disputing, one->head), second = ro_part_gist(disputing, other->head);
    int subjects = ro_part_match(disputing, one->subject, other->subject),
        objects = ro_part_match(disputing, one->object, other->object);
    const struct word *words = disputing->document->words;
    bool near = words[other->head].sentence - words[one->head].sentence <= NEAR; /* "it" may be the same */
    return first.count && second.count && ro_gist_has_term(&first, &second.terms[0]) && subjects >= 0 &&
           objects >= 0 && (subjects > 0 || objects > 0 || near);
}

static bool has_number(const struct disputing *disputing, const struct claim *claim)
{
    for (uint32_t word = claim->words.begin; word < claim->words.end; word++)
        if (ro_tree_has_upos(&disputing->tree, word, "NUM") &&
            ro_time_over(disputing->document, disputing->document->words[word].span) == RO_NONE)
            return true;
    return false;
}

bool ro_differ_in_day(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    if (one->negated || other->negated || !one->finite || !other->finite || has_number(disputing, one) ||
        has_number(disputing, other) || !is_one_deed(disputing, one, other))
        return false;
    const char *first = time_in(disputing->document, one->words),
               *second = time_in(disputing->document, other->words);
    return first && second && exclude(first, second);
}
