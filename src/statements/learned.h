/* learned.h: the statements that the model reads. */
#ifndef RO_LEARNED_H
#define RO_LEARNED_H

#include "statements/roles.h"

struct candidates {
    struct candidate *items; /* in the order of their cues */
    uint32_t count;
};

/* Read all words that may be cues; none without heads. Contents may overlap. Time and memory are linear in the words.
 * Fails with READOUT_NO_MEMORY. */
enum readout_status ro_learned_read(const struct scene *scene, struct candidates *candidates);

#endif
