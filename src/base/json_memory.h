/* json_memory.h: memory from an arena for yajl's parser. yajl does not look at what it is given: where there is none, a
 * jump leaves it.
 *
 *     struct json_memory memory = {.arena = arena};
 *     if (setjmp(memory.none))
 *         return READOUT_NO_MEMORY;
 *     yajl_alloc_funcs functions = ro_json_memory(&memory);
 */
#ifndef RO_JSON_MEMORY_H
#define RO_JSON_MEMORY_H

#include <setjmp.h>
#include <yajl/yajl_common.h>

#include "base/arena.h"

struct json_memory {
    struct arena *arena;
    jmp_buf none; /* callbacks jump here, too, where they find no room */
};

/* What yajl_alloc wants; it borrows the memory. */
yajl_alloc_funcs ro_json_memory(struct json_memory *memory);

#endif
