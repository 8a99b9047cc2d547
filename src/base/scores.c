/* scores.c: "statement=0.5,event=0.3" */
#include "base/scores.h"

#include <string.h>

static enum readout_status refuse(const char *part, size_t length, struct readout_error *error)
{
    return ro_error_set(
        error, READOUT_BAD_ARGUMENT,
        "min-score: \"%.*s\" is no score: write a number from 0 to 1, or statement=, event=, position=, dispute=NUMBER",
        (int)length, part);
}

bool ro_share_read(struct slice text, double *share)
{
    double value = 0, place = 1;
    size_t digits = 0;
    bool behind = false;
    for (size_t i = 0; i < text.length; i++) {
        bool point = text.data[i] == '.';
        if ((point && behind) || (!point && (text.data[i] < '0' || text.data[i] > '9')))
            return false;
        behind |= point;
        place *= behind && !point ? 10 : 1;
        value = point ? value : value * 10 + (text.data[i] - '0');
        digits += !point;
    }
    *share = value / place;
    return digits > 0 && *share <= 1;
}

enum kind { STATEMENTS, EVENTS, POSITIONS, DISPUTES, ALL_KINDS };

/* What the part of a text is about, and the length of its name: "event=". */
static enum kind kind_of(const char *part, size_t *length)
{
    static const struct slice names[] = {[STATEMENTS] = RO_SLICE("statement="),
                                         [EVENTS] = RO_SLICE("event="),
                                         [POSITIONS] = RO_SLICE("position="),
                                         [DISPUTES] = RO_SLICE("dispute=")};
    for (enum kind kind = STATEMENTS; kind < ALL_KINDS; kind++) {
        *length = names[kind].length;
        if (strncmp(part, names[kind].data, *length) == 0)
            return kind;
    }
    *length = 0;
    return ALL_KINDS;
}

enum readout_status ro_min_scores_read(struct min_scores *scores, const char *text, struct readout_error *error)
{
    for (const char *part = text;; part++) {
        const char *end = part + strcspn(part, ",");
        size_t named;
        double score;
        enum kind kind = kind_of(part, &named);
        if (!ro_share_read((struct slice){part + named, (size_t)(end - part) - named}, &score))
            return refuse(part, (size_t)(end - part), error);
        double *const of_kinds[] = {&scores->statement, &scores->event, &scores->position, &scores->dispute};
        for (enum kind each = STATEMENTS; each < ALL_KINDS; each++)
            if (kind == each || kind == ALL_KINDS)
                *of_kinds[each] = score;
        if (*end == '\0')
            return READOUT_OK;
        part = end;
    }
}
