/* cues.h: words that introduce what somebody said: "said", "according to". lexicon/cues.txt. */
#ifndef RO_CUES_H
#define RO_CUES_H

#include "base/lexicon.h"

struct cues;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_cues_read(struct arena *arena, const struct lexicon_file *file, const struct cues **out,
                                 struct readout_error *error);

#endif
