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

/* Whether a word is the head of a clause. */
bool ro_is_verbal(const struct tree *tree, uint32_t word);

/* The entity of a noun, a pronoun or a name, through quantities and relative pronouns; RO_NONE. */
uint32_t ro_holder_at(const struct stakes *stakes, uint32_t word);

/* Whether a clause tells what should be in the base form: demanded that it | be shut |. */
bool ro_is_base_form(const struct tree *tree, uint32_t verb);

/* Whether a word is in a clause that is only supposed: after "if", "whether", "unless". */
bool ro_is_supposed(const struct tree *tree, uint32_t word);

#endif
