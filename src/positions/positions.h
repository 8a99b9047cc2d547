/* positions.h: the stage that reads what each side demands, offers and refuses. */
#ifndef RO_POSITIONS_H
#define RO_POSITIONS_H

#include "base/context.h"

/* words, trees, entities, statements, events -> positions. */
stage ro_positions_stage;

#endif
