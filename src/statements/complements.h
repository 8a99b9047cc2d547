/* complements.h: the statements that trees tell: a cue of the lexicon and what hangs on it as its complement. */
#ifndef RO_COMPLEMENTS_H
#define RO_COMPLEMENTS_H

#include "statements/parts.h"
#include "statements/roles.h"

/* Read the statement of a word of a part of the text, if it is a cue of the lexicon with a complement there: its source, cue and
 * content; the model's features stay 0. False where there is none, or no tree. */
bool ro_complement_read(const struct scene *scene, struct range part, uint32_t word, struct candidate *candidate);

#endif
