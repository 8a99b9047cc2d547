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

/* Give each operator its code and its target, the innermost first. False without memory. */
bool ro_compose(struct readings *readings, struct arena *scratch);

#endif
