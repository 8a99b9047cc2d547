/* seen.h: which ids came before. It keeps a hash of each, eight bytes: two ids of the same hash, one in some
 * billions, would be taken for one. */
#ifndef RO_SEEN_H
#define RO_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct seen {
    uint64_t *hashes; /* open addressing; 0 where free */
    size_t size, count;
};

/* Note an id; whether it was noted before. Where there is no memory to note it, it is not noted. */
bool ro_seen(struct seen *seen, const char *id);

void ro_seen_release(struct seen *seen);

#endif
