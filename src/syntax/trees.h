/* trees.h: from scores of heads to a tree: the best of all trees with one root (Chu and Liu 1965, Edmonds 1967).
 * Each word's best head is the answer where that is such a tree, as nearly always. */
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

/* Whether heads make one tree with one root. */
bool ro_tree_is(const uint32_t *heads, uint32_t count);

#endif
