/* stakes.h: the words of what is at stake: "demanded | the removal of all sanctions |, Roe said". */
#ifndef RO_STAKES_H
#define RO_STAKES_H

#include "events/tree.h"

/* The tree of a document with the stretch of words below each word. */
struct stakes {
    struct tree tree;
    uint32_t *first, *last; /* of all that hangs on a word */
};

/* False without memory. */
bool ro_stakes_build(struct stakes *stakes, struct context *context, struct document *document);

/* The words of a phrase without its preposition, or of a clause without "that" and "to"; of a clause with its subject where
 * `whole`, else from its verb on. Not what a comma cuts off behind. */
struct range ro_stake_of(const struct stakes *stakes, uint32_t head, bool whole);

/* The innermost of the words that can be the issue: "an offer of | 4.2 percent |" of "turned down an offer"; the word itself elsewhere. */
bool ro_is_verbal(const struct tree *tree, uint32_t word);

/* The entity of a noun, a pronoun or a name, through quantities and relative pronouns; RO_NONE. */
uint32_t ro_holder_at(const struct stakes *stakes, uint32_t word);

/* Whether a word is in a clause that is only supposed: after "if", "whether", "unless". */
bool ro_is_supposed(const struct tree *tree, uint32_t word);

#endif
