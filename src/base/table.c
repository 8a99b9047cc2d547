/* table.c: open addressing with linear probing, at most half full. FNV-1a, 32 bits. */
#include "base/table.h"

static uint32_t hash_of(struct slice key)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < key.length; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 16777619u;
    return hash;
}

static struct table_entry *find(const struct table *table, struct slice key, uint32_t hash)
{
    uint32_t at = hash & (table->size - 1);
    while (table->entries[at].key.data &&
           (table->entries[at].hash != hash || !ro_slice_equal(table->entries[at].key, key)))
        at = (at + 1) & (table->size - 1);
    return &table->entries[at];
}

uint32_t ro_table_get(const struct table *table, struct slice key)
{
    if (!table->size)
        return RO_TABLE_NONE;
    const struct table_entry *entry = find(table, key, hash_of(key));
    return entry->key.data ? entry->value : RO_TABLE_NONE;
}

bool ro_table_reserve(struct table *table, struct arena *arena, uint32_t count)
{
    struct table empty = {.size = 16};
    if (count > UINT32_MAX / 4)
        return false; /* no power of two is large enough for twice as many */
    while (empty.size / 2 < count)
        empty.size *= 2;
    empty.entries = ro_arena_alloc(arena, empty.size, sizeof *empty.entries);
    if (empty.entries)
        *table = empty;
    return empty.entries != NULL;
}

static bool enlarge(struct table *table, struct arena *arena)
{
    struct table larger = {.size = table->size ? 2 * table->size : 16, .count = table->count};
    larger.entries = ro_arena_alloc(arena, larger.size, sizeof *larger.entries);
    if (!larger.entries)
        return false;
    for (uint32_t i = 0; i < table->size; i++)
        if (table->entries[i].key.data)
            *find(&larger, table->entries[i].key, table->entries[i].hash) = table->entries[i];
    *table = larger;
    return true;
}

uint32_t ro_table_put(struct table *table, struct arena *arena, struct slice key, uint32_t value)
{
    if (table->count >= table->size / 2 && !enlarge(table, arena))
        return RO_TABLE_NONE;
    uint32_t hash = hash_of(key);
    struct table_entry *entry = find(table, key, hash);
    if (!entry->key.data) {
        *entry = (struct table_entry){.key = key, .value = value, .hash = hash};
        table->count++;
    }
    return entry->value;
}
