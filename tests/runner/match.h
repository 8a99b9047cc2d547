/* match.h: what a record holds, in the notation of the tests, and whether it is what a test expects. */
#ifndef MATCH_H
#define MATCH_H

#include "record/record.h"
#include "runner/cases.h"

struct found {
    struct slice *lines;
    size_t count;
};

/* Every item of a kind, as lines of a test without the item's name. */
struct found found_items(struct arena *arena, const struct readout_record *record, enum item item);

/* Why an expectation is not met; NULL where it is. */
const char *unmet(struct arena *arena, const struct readout_record *record, const struct expectation *expectation);

#endif
