/* strings.h: many short strings in few allocations, which live as long as the arena. */
#ifndef RO_STRINGS_H
#define RO_STRINGS_H

#include "base/arena.h"

/* Zero at first. */
struct strings {
    char *next; /* where the next goes */
    size_t left;
};

/* A NUL-terminated copy; NULL where there is no room. */
const char *ro_strings_copy(struct strings *strings, struct arena *arena, struct slice string);

#endif
