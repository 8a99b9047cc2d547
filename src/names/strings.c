/* strings.c: strings one behind the other in blocks of the arena. */
#include "names/strings.h"

enum { BLOCK = 1 << 16 };

const char *ro_strings_copy(struct strings *strings, struct arena *arena, struct slice string)
{
    size_t size = string.length + 1;
    if (size > BLOCK)
        return ro_arena_copy(arena, string);
    if (size > strings->left) {
        strings->next = ro_arena_alloc(arena, BLOCK, 1);
        strings->left = strings->next ? BLOCK : 0;
    }
    if (!strings->left)
        return NULL;
    char *copy = strings->next;
    memcpy(copy, string.data, string.length);
    strings->next += size;
    strings->left -= size;
    return copy;
}
