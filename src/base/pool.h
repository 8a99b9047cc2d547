/* pool.h: the same work on one item after another by several threads, the results given out in order.
 *
 * Every worker takes an item, works on it and gives it out: taking and giving happen one at a time and in
 * order, the work in between at once. A result that is early waits in its slot, so that its worker can go
 * on; there are twice as many slots as workers, and no more items than slots are held at a time. */
#ifndef RO_POOL_H
#define RO_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "readout/readout.h"

struct pool_work {
    size_t item_size;                                      /* of a slot, which is zeroed at first */
    bool (*take)(void *user, void *item);                  /* fill a slot; false: there are no more items */
    void (*work)(void *user, unsigned worker, void *item); /* worker < jobs: no two threads have the same */
    bool (*give)(void *user, void *item);                  /* empty the slot; false: take no more items */
    void *user;
};

/* Run until there are no more items; every item taken is given. The caller is the first worker, the others
 * start as items come: with one job no thread starts, and where the system allows no more threads those
 * that run do all the work. Fails with READOUT_NO_MEMORY before anything is taken. */
enum readout_status ro_pool_run(const struct pool_work *work, unsigned jobs);

#endif
