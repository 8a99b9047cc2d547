/* json_memory.c: pieces of an arena that may grow. Each begins with its size, for when it does. */
#include "base/json_memory.h"

#include "base/banned.h"

enum { SIZE_ROOM = 16 };

static void *give(void *user, size_t size)
{
    struct json_memory *memory = user;
    char *piece = size < SIZE_MAX - SIZE_ROOM ? ro_arena_alloc(memory->arena, size + SIZE_ROOM, 1) : NULL;
    if (!piece)
        longjmp(memory->none, 1);
    memcpy(piece, &size, sizeof size);
    return piece + SIZE_ROOM;
}

static void *enlarge(void *user, void *piece, size_t size)
{
    size_t old = 0;
    if (piece)
        memcpy(&old, (char *)piece - SIZE_ROOM, sizeof old);
    if (size <= old)
        return piece;
    void *larger = give(user, size);
    return old ? memcpy(larger, piece, old) : larger;
}

static void take(void *user, void *piece)
{
    (void)user; /* the arena is cleared or released instead */
    (void)piece;
}

yajl_alloc_funcs ro_json_memory(struct json_memory *memory)
{
    return (yajl_alloc_funcs){give, enlarge, take, memory};
}
