/* transcripts.h: paragraphs that begin with their speaker: "WALLACE: Let's start." */
#ifndef RO_TRANSCRIPTS_H
#define RO_TRANSCRIPTS_H

#include "statements/attribution.h"

/* Whether the document has several such paragraphs: one alone is a heading ("UPDATE: ..."). */
bool ro_is_transcript(const struct scene *scene);

/* The speaker of a block of a transcript, and all that follows the colon. */
bool ro_transcript_turn(const struct scene *scene, uint32_t block, struct draft *draft);

#endif
