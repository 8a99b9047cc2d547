/* circumstances.h: to whom, and on what occasion or in what medium, something is said. */
#ifndef RO_CIRCUMSTANCES_H
#define RO_CIRCUMSTANCES_H

#include "statements/parts.h"

enum { RO_HEARERS = 4 /* of one statement, at most */ };

struct circumstances {
    struct range setting; /* with its preposition; or none */
    struct range hearers[RO_HEARERS];
    uint32_t hearer_count;
    uint32_t time; /* of the document's times, or RO_NONE */
};

/* Read them from the tree of the cue's sentence; none without a tree. Linear in the words of the sentence. */
void ro_circumstances_read(const struct scene *scene, const struct parts *parts, struct circumstances *out);

#endif
