/* encoder.h: a vector for each word, from a window of text around it. Every learned stage decodes from these. */
#ifndef RO_ENCODER_H
#define RO_ENCODER_H

#include "base/context.h"

/* Reads words, where sentences start by rule, and blocks; sets context->vectors and features, which live until the next
 * document.
 * Without a model it does nothing. Time and memory are linear in the words; a word's vector does not depend on how the
 * text is cut into tiles. */
stage ro_encoder_stage;

struct model;
struct word_features;

/* A word by itself, as the encoder begins with it: the sum of its rows of the embedding, ready for the product
 * model->input. Both arrays have model->embedding items; `sum` is working memory. */
void ro_embed(const struct model *model, const struct word_features *word, float *sum, int8_t *out);

#endif
