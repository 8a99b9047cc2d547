/* contraries.h: clauses of which one rules out the other, though no verb of both is the same: "had been warned" - "without any warning". */
#ifndef RO_CONTRARIES_H
#define RO_CONTRARIES_H

#include "positions/claims.h"

/* What one word speaks of; nothing of RO_NONE. */
struct gist ro_part_gist(const struct disputing *disputing, uint32_t word);

/* What two clauses have in the same place: 1 the same, 0 one has nothing there or a pronoun that may be it, -1 something else. */
int ro_part_match(const struct disputing *disputing, uint32_t one, uint32_t other);

/* Whether one says that there was none of what the other tells, or that nobody did to somebody what the other says was done. */
bool ro_is_denied(const struct disputing *disputing, const struct claim *no, const struct claim *yes);

/* Whether two tell opposite things of one: in territorial waters, in international waters. */
bool ro_are_contrary(const struct disputing *disputing, const struct claim *one, const struct claim *other);

#endif
