/* pairs.h: how a word stands to a cue: by the tree, by distance, by quotation marks. */
#ifndef RO_PAIRS_H
#define RO_PAIRS_H

#include "statements/heads.h"
#include "statements/scene.h"

/* Rows of the tables in struct statement_heads. */
struct pair {
    uint16_t left, right; /* how the cue, and how the word, hangs on the word where their paths in the tree meet */
    uint8_t quotation, distance;
};

struct pairs {
    const struct scene *scene;
    uint16_t relation_count;
    uint8_t *relations; /* of each word, its number among the model's */
    uint8_t *steps;     /* of each word: 1 and its steps above the cue, 0 where it is not above it */
};

/* Fails with READOUT_NO_MEMORY; lives in the scratch of the context. */
enum readout_status ro_pairs_init(struct pairs *pairs, const struct scene *scene, const struct syntax *syntax);

/* out[i] is how word around.begin + i of a part of the text stands to the cue, which is among them; they are RO_REACH to each
 * side at most. */
void ro_pairs_read(const struct pairs *pairs, struct range part, struct range around, uint32_t cue,
                   struct pair *out);

#endif
