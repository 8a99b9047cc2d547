/* scores.c: "statement=0.5,0.3" */
#include "base/scores.h"

#include <stdlib.h>
#include <string.h>

static enum readout_status refuse(const char *part, size_t length, struct readout_error *error)
{
    return ro_error_set(error, READOUT_BAD_ARGUMENT,
                        "min-score: \"%.*s\" is no score: write a number from 0 to 1, or statement=NUMBER", (int)length,
                        part);
}

/* A number from 0 to 1 that ends at `end`. */
static bool read_score(const char *text, const char *end, double *score)
{
    char *behind;
    if (!(*text >= '0' && *text <= '9'))
        return false;
    *score = strtod(text, &behind);
    return behind == end && *score >= 0 && *score <= 1;
}

enum readout_status ro_min_scores_read(struct min_scores *scores, const char *text, struct readout_error *error)
{
    static const char kind[] = "statement=";
    for (const char *part = text;; part++) {
        const char *end = part + strcspn(part, ",");
        size_t named = strncmp(part, kind, sizeof kind - 1) == 0 ? sizeof kind - 1 : 0;
        double score;
        if (!read_score(part + named, end, &score))
            return refuse(part, (size_t)(end - part), error);
        scores->statement = score;
        if (*end == '\0')
            return READOUT_OK;
        part = end;
    }
}
