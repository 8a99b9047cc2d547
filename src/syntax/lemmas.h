/* lemmas.h: from a form and its tags to its lemma. "Stopped" VBD -> "stop": two tries, which are read from the end of the
 * form's small letters to the begin, answer with the end (cut 3 characters, add none) and the case (written small). The
 * deepest node with an answer wins: suffixes are rules, whole words their exceptions. train/lemmas.py learns them. */
#ifndef RO_LEMMAS_H
#define RO_LEMMAS_H

#include "base/arena.h"
#include "model/weights.h"

enum { RO_LEMMA_LONGEST = 64 /* characters; a longer word is its own lemma */ };

struct lemmas;

/* Find and check the tensors "lemma.*". Tags are numbers: places in the label sets of the model, which have so many. The
 * weights and the arena must outlive *out. Fails with READOUT_BAD_MODEL, READOUT_NO_MEMORY. */
enum readout_status ro_lemmas_read(const struct lemmas **out, struct arena *arena, const struct weights *weights,
                                   uint32_t upos_count, uint32_t xpos_count, struct readout_error *error);

/* The lemma of a form, NUL-terminated: it lies in the arena or lives as long as the weights. NULL where there is no
 * room. Any bytes will do for a form; one that holds a NUL has the lemma "_". */
const char *ro_lemma(const struct lemmas *lemmas, struct arena *arena, struct slice form, uint32_t upos,
                     uint32_t xpos);

#endif
