/* found.h: what a record holds, in the notation of the tests. */
#ifndef FOUND_H
#define FOUND_H

#include "record/record.h"
#include "runner/notation.h"

struct found {
    struct slice *lines;
    size_t count;
};

/* Every item of a kind, as lines of a test without the item's name. */
struct found found_items(struct arena *arena, const struct readout_record *record, enum item item);

#endif
