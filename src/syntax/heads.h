/* heads.h: what is read from a word's vector: scores of its tags, of its heads and of its relation to one. */
#ifndef RO_HEADS_H
#define RO_HEADS_H

#include "model/model.h"
#include "syntax/lemmas.h"
#include "syntax/trees.h"

enum { RO_ARC = 128, RO_RELATION = 128, RO_EDGES = 11 /* buckets of distance to one side */ };

/* Where the parts of a word's outputs begin, in the order of docs/models.md; xpos is behind upos. */
enum {
    RO_QUERY = 0,
    RO_KEY = RO_QUERY + RO_ARC,
    RO_DEPENDENT = RO_KEY + RO_ARC,
    RO_HEAD = RO_DEPENDENT + RO_RELATION,
    RO_DISTANCE = RO_HEAD + RO_RELATION,
    RO_ROOT = RO_DISTANCE + 2 * RO_EDGES,
    RO_UPOS = RO_ROOT + 1
};

struct syntax {
    const struct model *model;
    const struct lemmas *lemmas; /* NULL: the model has none */
    struct matrix product;       /* a vector to its outputs */
    struct matrix start;         /* a vector to whether a sentence starts: above 0 */
    struct labels upos, xpos, deprel;
    uint32_t root_label;            /* of deprel */
    const float *root;              /* [RO_RELATION]: what stands for the head of a word that has none */
    const float *relation;          /* [deprel][RO_RELATION] */
    const float *relation_bias;     /* [deprel] */
    uint8_t buckets[RO_TREE_WORDS]; /* of a distance to one side */
};

/* The first of the largest. */
uint32_t ro_heads_best(const float *scores, uint32_t count);

/* scores[i * count + j] of word j as head of word i, as ro_tree_decode reads them. The outputs of a word are
 * product.padded behind those of the word before. */
void ro_heads_arcs(const struct syntax *syntax, const float *outputs, uint32_t count, float *scores);

/* The relation of a word to a head, of which `head` is the part at RO_HEAD; never that of a root. There must be
 * room for a score a relation. */
uint32_t ro_heads_relation(const struct syntax *syntax, const float *outputs, const float *head, float *scores);

#endif
