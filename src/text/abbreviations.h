/* abbreviations.h: words whose full stop belongs to them and need not end a sentence.
 * lexicon/abbreviations.txt. */
#ifndef RO_ABBREVIATIONS_H
#define RO_ABBREVIATIONS_H

#include "base/lexicon.h"

struct abbreviations;

enum abbreviation {
    RO_NO_ABBREVIATION,
    RO_ABBREVIATION_TITLE,  /* a name follows: "Gen. Flynn" */
    RO_ABBREVIATION_BEFORE, /* something follows: "vs. Ohio", "e.g. this" */
    RO_ABBREVIATION_NUMBER, /* a number follows, or it is a word: "No. 2" */
    RO_ABBREVIATION_EITHER  /* it may stand at the end of a sentence: "Inc.", "p.m.", "U.S." */
};

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_abbreviations_read(struct arena *arena, const struct lexicon_file *file,
                                          const struct abbreviations **out, struct readout_error *error);

/* What a word without its last full stop abbreviates: "Gen", "p.m". */
enum abbreviation ro_abbreviation(const struct abbreviations *abbreviations, struct slice word);

#endif
