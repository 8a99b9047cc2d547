/* pool.c: workers that take, work and give. Two locks: `taking` is held while an item is taken, which may wait
 * for input; `state` guards the fields and is never held during a call. */
#include "base/pool.h"

#include <pthread.h>
#include <stdint.h>

#include "base/banned.h"

struct worker {
    struct pool *pool;
    unsigned number;
    pthread_t thread;
};

struct pool {
    const struct pool_work *work;
    unsigned jobs, started;
    struct worker *workers;
    unsigned char *slots;
    bool *ready; /* of each slot: worked on, not given yet */
    size_t slot_count;
    pthread_mutex_t taking, state;
    pthread_cond_t room;   /* a slot became free, or `ended` */
    uint64_t taken, given; /* items so far; item n lies in slot n % slot_count */
    bool ended, giving;
};

static void *slot_of(const struct pool *pool, uint64_t item)
{
    return pool->slots + (item % pool->slot_count) * pool->work->item_size;
}

/* Wait for a free slot; false where no more items are to be taken. */
static bool wait_for_room(struct pool *pool)
{
    pthread_mutex_lock(&pool->state);
    while (!pool->ended && pool->taken - pool->given == pool->slot_count)
        pthread_cond_wait(&pool->room, &pool->state);
    bool room = !pool->ended;
    pthread_mutex_unlock(&pool->state);
    return room;
}

static bool take(struct pool *pool, uint64_t *item)
{
    pthread_mutex_lock(&pool->taking);
    bool taken = wait_for_room(pool) && pool->work->take(pool->work->user, slot_of(pool, pool->taken));
    pthread_mutex_lock(&pool->state);
    *item = pool->taken;
    if (taken)
        pool->taken++;
    else
        pool->ended = true;
    pthread_mutex_unlock(&pool->state);
    pthread_mutex_unlock(&pool->taking);
    return taken;
}

/* Give out an item and all behind it that were waiting for it, unless another thread is at it already. */
static void give(struct pool *pool, uint64_t item)
{
    pthread_mutex_lock(&pool->state);
    pool->ready[item % pool->slot_count] = true;
    bool mine = !pool->giving;
    while (mine && pool->ready[pool->given % pool->slot_count]) {
        pool->giving = true;
        pthread_mutex_unlock(&pool->state);
        bool go_on = pool->work->give(pool->work->user, slot_of(pool, pool->given));
        pthread_mutex_lock(&pool->state);
        pool->ready[pool->given % pool->slot_count] = false;
        pool->given++;
        pool->giving = false;
        pool->ended = pool->ended || !go_on;
        pthread_cond_signal(&pool->room);
    }
    pthread_mutex_unlock(&pool->state);
}

static void *run_worker(void *user);

/* One more worker, if there may be one. A thread that cannot be had is done without. */
static void start_worker(struct pool *pool)
{
    pthread_mutex_lock(&pool->state);
    if (pool->started < pool->jobs) {
        struct worker *worker = &pool->workers[pool->started];
        *worker = (struct worker){.pool = pool, .number = pool->started};
        if (pthread_create(&worker->thread, NULL, run_worker, worker) == 0)
            pool->started++;
        else
            pool->jobs = pool->started;
    }
    pthread_mutex_unlock(&pool->state);
}

static void *run_worker(void *user)
{
    struct worker *worker = user;
    struct pool *pool = worker->pool;
    uint64_t item;
    while (take(pool, &item)) {
        start_worker(pool);
        pool->work->work(pool->work->user, worker->number, slot_of(pool, item));
        give(pool, item);
    }
    return NULL;
}

static unsigned started_workers(struct pool *pool)
{
    pthread_mutex_lock(&pool->state);
    unsigned started = pool->started;
    pthread_mutex_unlock(&pool->state);
    return started;
}

/* A worker is started by one before it, so that none is missed when those before it have ended. */
static void join_workers(struct pool *pool)
{
    for (unsigned i = 1; i < started_workers(pool); i++)
        pthread_join(pool->workers[i].thread, NULL);
}

enum readout_status ro_pool_run(const struct pool_work *work, unsigned jobs)
{
    struct pool pool = {.work = work, .jobs = jobs, .started = 1, .slot_count = (size_t)2 * jobs};
    pool.workers = calloc(jobs, sizeof *pool.workers);
    pool.slots = calloc(pool.slot_count, work->item_size);
    pool.ready = calloc(pool.slot_count, sizeof *pool.ready);
    enum readout_status status = READOUT_NO_MEMORY;
    if (pool.workers && pool.slots && pool.ready) {
        pthread_mutex_init(&pool.taking, NULL);
        pthread_mutex_init(&pool.state, NULL);
        pthread_cond_init(&pool.room, NULL);
        pool.workers[0] = (struct worker){.pool = &pool};
        run_worker(&pool.workers[0]);
        join_workers(&pool);
        pthread_cond_destroy(&pool.room);
        pthread_mutex_destroy(&pool.state);
        pthread_mutex_destroy(&pool.taking);
        status = READOUT_OK;
    }
    free(pool.ready);
    free(pool.slots);
    free(pool.workers);
    return status;
}
