/* complements.h: the statements that trees tell: a cue of the lexicon and what hangs on it as its complement. */
#ifndef RO_COMPLEMENTS_H
#define RO_COMPLEMENTS_H

#include "statements/parts.h"
#include "statements/roles.h"

/* How often such a statement is right, within another: that of a cue with its complement, of "..., as stated by Moon". */
#define RO_COMPLEMENT 0.85f
#define RO_ACCOUNT 0.9f

/* Read the statement of a word of a part of the text, if it is a cue of the lexicon with a complement there: its source, cue and
 * content; the score is one of those above, the model's features stay 0. False where there is none, or no tree. */
bool ro_complement_read(const struct scene *scene, struct range part, uint32_t word, struct candidate *candidate);

/* Read the statement whose cue is in the first of two stretches of a content and whose content is the second: "She assured them
 * |, the auditors found, | that it was safe". False where there is none. */
bool ro_complement_across(const struct scene *scene, struct range part, struct range before, struct range behind,
                          struct candidate *candidate);

#endif
