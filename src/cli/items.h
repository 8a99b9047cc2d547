/* items.h: the items of two records, held to each other. */
#ifndef RO_ITEMS_H
#define RO_ITEMS_H

#include <stdbool.h>
#include <yajl/yajl_tree.h>

struct changes {
    bool quiet;       /* count, do not tell */
    bool every_score; /* a score alone is a change */
    const char *id;   /* of the record */
    unsigned changed, removed, added;
};

/* Tell and count what of the lists of a record is not the same in another. False where it cannot be told: no memory, or
 * standard output failed; that has been said. */
bool ro_items_compare(yajl_val a, yajl_val b, struct changes *changes);

/* Write a line to standard output; false where that failed, which has been said. */
bool ro_items_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
