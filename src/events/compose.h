/* compose.h: what operators make of the events inside them: agreed to | send aid |, refused to | sign |. */
#ifndef RO_COMPOSE_H
#define RO_COMPOSE_H

#include "events/facts.h"

struct readings {
    const struct tree *tree;
    struct reading *items;
    uint32_t count;
    uint32_t *at; /* by word: the reading of which it is head or light verb, or RO_NONE */
};

/* Give up what a verb's own reading holds: the noun of "launch an attack", where that verb is read; it passes on its parties. */
void ro_absorb(struct readings *readings);

/* Give each operator its code and its target, the innermost first. False without memory. */
bool ro_compose(struct readings *readings, struct arena *scratch);

/* Look for targets that no slot holds in the rest of the clause: announced help | for Ghana |. */
void ro_look_around(struct readings *readings);

#endif
