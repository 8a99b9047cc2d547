/* entities.h: clusters to what the record has of them. */
#ifndef RO_ENTITIES_H
#define RO_ENTITIES_H

#include "actors/resolve.h"

/* Append the document's entities, and set in `entities` that of each cluster, RO_NONE of those that are not written. False without
 * memory. */
bool ro_entities_write(struct resolving *resolving, uint32_t *entities);

#endif
