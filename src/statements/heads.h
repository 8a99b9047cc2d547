/* heads.h: what of a model reads statements. A stack of layers goes on from the words' vectors and the words by
 * themselves; from its rows a word has a score for being a cue, and for each likely cue a second, small stack goes over
 * the words around it, beginning with what the cue and the word say and how they stand to each other, and tells each
 * word's role. */
#ifndef RO_STATEMENT_HEADS_H
#define RO_STATEMENT_HEADS_H

#include "model/model.h"
#include "syntax/heads.h"

enum word_role { RO_ROLE_NONE, RO_ROLE_SOURCE, RO_ROLE_CUE, RO_ROLE_CONTENT, RO_ROLE_COUNT };

enum {
    RO_REACH = 96,      /* words to each side of a cue that may be of its statement */
    RO_PAIR_EDGES = 13, /* buckets of distance to one side */
    RO_PAIR_DISTANCES = 2 * RO_PAIR_EDGES + 1,
    RO_PAIR_QUOTATIONS = 10,
    RO_PAIR_OFFSETS = 6 /* sentences before and behind */
};

/* What a statement's score is read from. */
enum statement_feature {
    RO_FEATURE_WORD,   /* score of the cue's word, by itself */
    RO_FEATURE_VALID,  /* and of all of it */
    RO_FEATURE_SOURCE, /* mean probability of the words of each role */
    RO_FEATURE_CONTENT,
    RO_FEATURE_CUE,
    RO_FEATURE_HAS_SOURCE,
    RO_FEATURE_LENGTH,    /* log(1 + words of the content) */
    RO_FEATURE_SHORT,     /* fewer than 3 of them */
    RO_FEATURE_STRETCHES, /* of the content, 4 at most */
    RO_STATEMENT_FEATURES
};

struct statement_heads {
    const struct model *model;
    uint32_t sides; /* how a word may stand to the word where two paths of a tree meet */
    uint32_t width; /* channels of the second stack */
    struct stack words, roles;
    const float *quant;        /* [model->width]: of the model's vectors */
    struct matrix word;        /* a word by itself (ro_embed) to what is added to its vector */
    struct matrix product;     /* a row of `words` to: score of a cue, `width` as a cue, `width` as a word */
    const float *left, *right; /* [sides][width] */
    const float *quotation;    /* [RO_PAIR_QUOTATIONS][width] */
    const float *distance;     /* [RO_PAIR_DISTANCES][width] */
    const float *pair;         /* [sides * sides][RO_ROLE_COUNT] */
    const float *role;         /* [RO_ROLE_COUNT][width] */
    const float *role_bias;    /* [RO_ROLE_COUNT] */
    const float *valid;        /* [2 width]: whether it is a statement, from the cue's row and the largest of all */
    const float *valid_bias;   /* [1] */
    const float *score;        /* [RO_STATEMENT_FEATURES + 1]: the statement's probability; the last is the bias */
    double least;              /* the score from which a statement is written, where the user does not say */
};

/* Read the heads of a model whose syntax is read; *out is NULL where the model has none. Fails with READOUT_BAD_MODEL,
 * READOUT_NO_MEMORY. */
enum readout_status ro_statement_heads_read(const struct statement_heads **out, struct arena *arena,
                                            const struct syntax *syntax, struct readout_error *error);

#endif
