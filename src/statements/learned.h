/* learned.h: the statements that the model reads. */
#ifndef RO_LEARNED_H
#define RO_LEARNED_H

#include "statements/roles.h"

struct candidates {
    struct candidate *items; /* in the order of their cues */
    uint32_t count;
};

struct learned;

/* What is needed to read a scene, in the scratch of its context; *out is NULL without heads. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_learned_open(const struct scene *scene, struct learned **out);

/* Read all words of a part of the text that may be cues, as if it were all of the text: the whole, or what somebody says.
 * Contents may overlap. Without heads there is none. Time and memory are linear in the words. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_learned_read(struct learned *learned, struct range part, struct candidates *candidates);

#endif
