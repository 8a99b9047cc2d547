/* trees.h: from scores of heads to a tree: the best of all projective trees with one root (Eisner 1996). In these no arcs
 * cross, as in nearly all that a treebank of English has. */
#ifndef RO_TREES_H
#define RO_TREES_H

#include "base/arena.h"

enum {
    RO_TREE_WORDS = 256,   /* longer sentences are decoded in pieces of no more */
    RO_TREE_SCORE = 10000, /* scores are held to this, both ways */
};

struct tree_memory;

/* Working memory for trees of up to `longest` words, at most RO_TREE_WORDS; NULL where there is no room. */
struct tree_memory *ro_tree_memory(struct arena *arena, uint32_t longest);

/* The best tree over `count` words, one at least. scores[i * count + j] is that of word j as head of word i, on the
 * diagonal that of word i as the root; heads[i] is then j, or i at the root. */
void ro_tree_decode(struct tree_memory *memory, const float *scores, uint32_t count, uint32_t *heads);

/* Whether heads make one tree with one root; whether what hangs on each word of a tree is a stretch around it. */
bool ro_tree_is(const uint32_t *heads, uint32_t count);
bool ro_tree_is_projective(const uint32_t *heads, uint32_t count);

#endif
