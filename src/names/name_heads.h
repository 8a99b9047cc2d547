/* name_heads.h: what of a model reads names. A word's vector and the word by itself are added up, a small stack of layers goes
 * over the sums, and each word has the shares of what it is as the head of a phrase, and as a word of a name. */
#ifndef RO_NAME_HEADS_H
#define RO_NAME_HEADS_H

#include "base/context.h"
#include "model/model.h"

/* What a word may be; the two groups of outputs have the same order. */
enum name_class { RO_IS_NOTHING, RO_IS_PERSON, RO_IS_ORGANIZATION, RO_IS_PLACE, RO_IS_OTHER, RO_NAME_CLASSES };

/* Logarithms of probabilities. */
struct name_shares {
    float head[RO_NAME_CLASSES]; /* of a phrase of this kind: "the [minister]", "[she]" */
    float name[RO_NAME_CLASSES]; /* a word of such a name */
};

struct name_heads {
    const struct model *model;
    struct matrix vector, word; /* what the stack begins with: two products, added */
    const float *known;         /* and a row for each bit of names/known.h: [RO_KNOWN_KINDS][stack.width] */
    struct stack stack;
    struct matrix product; /* to the two groups of classes */
};

/* Read the heads of a model; *out is NULL where it has none. Fails with READOUT_BAD_MODEL, READOUT_NO_MEMORY. */
enum readout_status ro_name_heads_read(const struct name_heads **out, struct arena *arena,
                                       const struct model *model, struct readout_error *error);

/* The shares of all words, in the context's scratch; *out is NULL where there are no heads. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_name_shares_read(struct context *context, const struct document *document,
                                        struct name_shares **out);

#endif
