/* roles.h: the statement of one cue: which of the words around it are its source, its cue and its content. */
#ifndef RO_ROLES_H
#define RO_ROLES_H

#include "statements/pairs.h"

enum { RO_CONTENTS = 16 /* stretches of one content */ };

/* A statement as the model reads it. */
struct candidate {
    uint32_t word;     /* by which the cue was found */
    struct range part; /* of the text, which was read as if it were all of it */
    float features[RO_STATEMENT_FEATURES];
    float score; /* how likely all of it is right, which the features tell */
    struct range source, cue;
    struct range other_source; /* the likeliest after the source, or none */
    struct range contents[RO_CONTENTS];
    uint32_t content_count;
};

struct roles;

/* Memory for reading cues one after the other, in the scratch of the context; NULL where there is none. */
struct roles *ro_roles_init(struct arena *scratch, const struct statement_heads *heads, const struct pairs *pairs);

/* Read the statement of a cue in a part of the text. `outputs` are those of the words in `around`, heads->product.padded a
 * word; the cue is among them, they are RO_REACH to each side at most. False where the model sees no content. */
bool ro_roles_read(struct roles *roles, const float *outputs, struct range part, struct range around, uint32_t cue,
                   struct candidate *candidate);

/* 1 / (1 + exp(-x)) */
float ro_sigmoid(float x);

#endif
