/* entities.h: clusters to what the record has of them. */
#ifndef RO_ENTITIES_H
#define RO_ENTITIES_H

#include "actors/resolve.h"

/* Append the document's entities, one a cluster, in their order. False without memory. */
bool ro_entities_write(struct resolving *resolving);

#endif
