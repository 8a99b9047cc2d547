/* seen.c: a set of hashes, at most half full. FNV-1a, 64 bits. */
#include "cli/seen.h"

#include "base/banned.h"

enum { FIRST_SIZE = 1024 }; /* a power of two */

static uint64_t hash_of(const char *id)
{
    uint64_t hash = 14695981039346656037u;
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * 1099511628211u;
    return hash ? hash : 1;
}

static uint64_t *find(const struct seen *seen, uint64_t hash)
{
    size_t at = hash & (seen->size - 1);
    while (seen->hashes[at] && seen->hashes[at] != hash)
        at = (at + 1) & (seen->size - 1);
    return &seen->hashes[at];
}

static bool enlarge(struct seen *seen)
{
    struct seen larger = {.size = seen->size ? 2 * seen->size : FIRST_SIZE, .count = seen->count};
    larger.hashes = calloc(larger.size, sizeof *larger.hashes);
    if (!larger.hashes)
        return false;
    for (size_t i = 0; i < seen->size; i++)
        if (seen->hashes[i])
            *find(&larger, seen->hashes[i]) = seen->hashes[i];
    free(seen->hashes);
    *seen = larger;
    return true;
}

bool ro_seen(struct seen *seen, const char *id)
{
    if (seen->count >= seen->size / 2 && !enlarge(seen))
        return false;
    uint64_t hash = hash_of(id), *place = find(seen, hash);
    bool before = *place != 0;
    *place = hash;
    seen->count += !before;
    return before;
}

void ro_seen_release(struct seen *seen)
{
    free(seen->hashes);
    *seen = (struct seen){0};
}
