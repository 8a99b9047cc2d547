/* arena.h: memory that is freed all at once. A document owns one, a reader one more for scratch.
 * With RO_ARENA_DEBUG every allocation is a malloc of its own, so that ASan sees each overrun. */
#ifndef RO_ARENA_H
#define RO_ARENA_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first */
    size_t next_size;           /* of the next block */
};

void ro_arena_init(struct arena *arena);
void ro_arena_release(struct arena *arena);

/* Forget everything, but keep the newest (the largest) block for what comes next. */
void ro_arena_clear(struct arena *arena);

/* `count` items of `size` bytes, zeroed, aligned for any type; NULL where there is no room. */
void *ro_arena_alloc(struct arena *arena, size_t count, size_t size);

/* A NUL-terminated copy; NULL where there is no room. */
char *ro_arena_copy(struct arena *arena, struct slice string);

/* Make room for one more item of an array that grows in the arena by doubling. `items` points at the pointer
 * to `count` items. Returns where the new item goes, zeroed, or NULL where there is no room (the array is then
 * as it was). Call it by ro_arena_push. */
void *ro_arena_grow(struct arena *arena, void *items, size_t count, size_t size);

/* Append a zeroed item: a pointer to it, or NULL. ro_arena_push(arena, document->words, document->word_count) */
#define ro_arena_push(arena, items, items_count)                                                                   \
    (ro_arena_grow((arena), &(items), (items_count), sizeof *(items)) ? &(items)[(items_count)++] : NULL)

#endif
