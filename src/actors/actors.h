/* actors.h: the stage of actors: who is who. */
#ifndef RO_ACTORS_H
#define RO_ACTORS_H

#include "base/context.h"

/* Reads phrases, trees, statements; appends entities, and the parties of statements; marks sentences that a dictionary
 * discards. */
stage ro_actors_stage;

#endif
