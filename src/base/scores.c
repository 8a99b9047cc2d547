/* scores.c: "statement=0.5,event=0.3" */
#include "base/scores.h"

#include <string.h>

static enum readout_status refuse(const char *part, size_t length, struct readout_error *error)
{
    return ro_error_set(
        error, READOUT_BAD_ARGUMENT,
        "min-score: \"%.*s\" is no score: write a number from 0 to 1, or statement=NUMBER, event=NUMBER",
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

/* The scores that a part of the text names, "event=": the kind's, or NULL: all kinds. `length`: of the name. */
static double *kind_of(struct min_scores *scores, const char *part, size_t *length)
{
    static const struct slice kinds[] = {RO_SLICE("statement="), RO_SLICE("event=")};
    double *const own[] = {&scores->statement, &scores->event};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        *length = kinds[i].length;
        if (strncmp(part, kinds[i].data, *length) == 0)
            return own[i];
    }
    *length = 0;
    return NULL;
}

enum readout_status ro_min_scores_read(struct min_scores *scores, const char *text, struct readout_error *error)
{
    for (const char *part = text;; part++) {
        const char *end = part + strcspn(part, ",");
        size_t named;
        double *kind = kind_of(scores, part, &named), score;
        if (!ro_share_read((struct slice){part + named, (size_t)(end - part) - named}, &score))
            return refuse(part, (size_t)(end - part), error);
        if (kind)
            *kind = score;
        else
            scores->statement = scores->event = score;
        if (*end == '\0')
            return READOUT_OK;
        part = end;
    }
}
