/* arena.c: blocks that double in size, given out from the front. */
#include "base/arena.h"

#include <stdalign.h>

#include "base/banned.h"

#define FIRST_BLOCK ((size_t)16 << 10)
#define LARGEST_BLOCK ((size_t)4 << 20)

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char data[];
};

void ro_arena_init(struct arena *arena)
{
    *arena = (struct arena){.blocks = NULL, .next_size = FIRST_BLOCK};
}

static void free_from(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void ro_arena_release(struct arena *arena)
{
    free_from(arena->blocks);
    ro_arena_init(arena);
}

void ro_arena_clear(struct arena *arena)
{
#ifdef RO_ARENA_DEBUG
    ro_arena_release(arena);
#else
    if (!arena->blocks)
        return;
    free_from(arena->blocks->next);
    arena->blocks->next = NULL;
    arena->blocks->used = 0;
#endif
}

static struct arena_block *add_block(struct arena *arena, size_t size)
{
    struct arena_block *block = size <= SIZE_MAX - sizeof *block ? malloc(sizeof *block + size) : NULL;
    if (!block)
        return NULL;
    *block = (struct arena_block){.next = arena->blocks, .size = size};
    arena->blocks = block;
    return block;
}

static struct arena_block *block_for(struct arena *arena, size_t bytes)
{
#ifdef RO_ARENA_DEBUG
    return add_block(arena, bytes);
#else
    if (arena->blocks && arena->blocks->size - arena->blocks->used >= bytes)
        return arena->blocks;
    size_t size = arena->next_size;
    if (arena->next_size < LARGEST_BLOCK)
        arena->next_size *= 2;
    return add_block(arena, size > bytes ? size : bytes);
#endif
}

void *ro_arena_alloc(struct arena *arena, size_t count, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size && count > (SIZE_MAX - unit) / size)
        return NULL;
    size_t bytes = count * size;
#ifndef RO_ARENA_DEBUG
    bytes = (bytes + unit - 1) / unit * unit;
#endif
    struct arena_block *block = block_for(arena, bytes);
    if (!block)
        return NULL;
    void *memory = block->data + block->used;
    block->used += bytes;
    return memset(memory, 0, bytes);
}

char *ro_arena_copy(struct arena *arena, struct slice string)
{
    char *copy = string.length < SIZE_MAX ? ro_arena_alloc(arena, string.length + 1, 1) : NULL;
    if (copy && string.length)
        memcpy(copy, string.data, string.length);
    return copy;
}

void *ro_arena_grow(struct arena *arena, void *items, size_t count, size_t size)
{
    void *old;
    memcpy(&old, items, sizeof old);
    if (count & (count - 1)) /* room is left below the next power of two */
        return (unsigned char *)old + count * size;
    void *larger = count <= SIZE_MAX / 2 ? ro_arena_alloc(arena, count ? 2 * count : 1, size) : NULL;
    if (!larger)
        return NULL;
    if (count)
        memcpy(larger, old, count * size);
    memcpy(items, &larger, sizeof larger);
    return (unsigned char *)larger + count * size;
}
