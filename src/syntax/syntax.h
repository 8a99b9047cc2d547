/* syntax.h: tags, lemmas and trees. "Kim left." -> Kim/PROPN left/VERB ./PUNCT; left is the root, Kim its nsubj. */
#ifndef RO_SYNTAX_H
#define RO_SYNTAX_H

#include "base/context.h"
#include "model/model.h"

struct syntax; /* the heads of a model, and its lemmas */

/* Set up the heads from a model, which must outlive them as the arena must. Fails with READOUT_BAD_MODEL,
 * READOUT_NO_MEMORY. */
enum readout_status ro_syntax_read(const struct syntax **out, struct arena *arena, const struct model *model,
                                   struct readout_error *error);

/* Reads blocks, words, their starts and vectors; appends sentences and gives each word its own. Every word is in one. With a
 * model, a sentence also begins where that is sure of it. */
stage ro_sentences_stage;

/* Reads words, sentences and vectors; gives each word upos, xpos, lemma, head and deprel: one tree a sentence. Without
 * a model it does nothing. */
stage ro_syntax_stage;

#endif
