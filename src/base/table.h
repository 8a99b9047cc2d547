/* table.h: strings to numbers; built once, then read by all. Lives in an arena. */
#ifndef RO_TABLE_H
#define RO_TABLE_H

#include <stdint.h>

#include "base/arena.h"

struct table_entry {
    struct slice key;
    uint32_t value, hash;
};

struct table {
    struct table_entry *entries; /* open addressing; key.data is NULL where free */
    uint32_t size, count;        /* size is a power of two, or 0 */
};

#define RO_TABLE_NONE UINT32_MAX

/* Make room in an empty table for so many keys at once, where their number is known; false where there is none. */
bool ro_table_reserve(struct table *table, struct arena *arena, uint32_t count);

/* The value of a key, or RO_TABLE_NONE. */
uint32_t ro_table_get(const struct table *table, struct slice key);

/* Set a key's value where it has none yet; the key is borrowed. Returns the value that the key then has,
 * or RO_TABLE_NONE where there is no room. */
uint32_t ro_table_put(struct table *table, struct arena *arena, struct slice key, uint32_t value);

#endif
