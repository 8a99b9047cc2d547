/* parties.h: statements and phrases. */
#ifndef RO_PARTIES_H
#define RO_PARTIES_H

#include "actors/resolve.h"

/* Set of each phrase's place the innermost statement whose content has it, and whether it is in its verbatim part. */
void ro_place_phrases(struct resolving *resolving);

/* Append who the parties of statements are: a cluster and its entity have one number. False without memory. */
bool ro_parties_read(const struct resolving *resolving);

#endif
