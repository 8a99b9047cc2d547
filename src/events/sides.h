/* sides.h: who the words of a source or a target stand for. */
#ifndef RO_SIDES_H
#define RO_SIDES_H

#include "events/tree.h"

enum { RO_SIDE = 12 };

/* Entities, each once, groups replaced by their members. */
struct side_of {
    uint32_t entities[RO_SIDE];
    uint32_t count;
};

/* Add who a noun phrase names, with those it is coordinated with; where its noun is no actor, who stands inside it: "Ghana's
 * attack", "the Ghanaian proposal", "an attack by Ghana". Of a source only who does what the noun says is looked for. */
void ro_side_add(const struct tree *tree, uint32_t word, enum slot_filler filler, struct side_of *side);

/* Add one entity, its members in its stead. */
void ro_side_put(const struct tree *tree, uint32_t entity, struct side_of *side);

bool ro_side_has(const struct side_of *side, uint32_t entity);

/* Take from a side who is on the other one, too; `states`: and the states of who is there. */
void ro_side_part(const struct tree *tree, const struct side_of *other, bool states, struct side_of *side);

#endif
