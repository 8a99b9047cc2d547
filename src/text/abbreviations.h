/* abbreviations.h: words whose full stop need not end a sentence. lexicon/abbreviations.txt. */
#ifndef RO_ABBREVIATIONS_H
#define RO_ABBREVIATIONS_H

#include "base/lexicon.h"

struct abbreviations;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_abbreviations_read(struct arena *arena, const struct lexicon_file *file,
                                          const struct abbreviations **out, struct readout_error *error);

#endif
