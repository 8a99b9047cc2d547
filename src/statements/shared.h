/* shared.h: what statements of one sentence tell of each other by the sources that they share. */
#ifndef RO_SHARED_H
#define RO_SHARED_H

#include "statements/proposals.h"

/* Where a cue in the content of a statement has that statement's own source, the content ends before it: "Lund said | that it was
 * late | and told him to go". Where one behind it has its source from the content, the content goes on with it: "| Lund agreed |,
 * Costa said, | and promised to come". By cues at least as sure as
 * `least`. The level is by cue. False where there is no room. */
bool ro_settle_shared(struct proposals *proposals, struct level level, double least);

#endif
