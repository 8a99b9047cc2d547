/* events.h: the stage that reads who did what to whom. */
#ifndef RO_EVENTS_H
#define RO_EVENTS_H

#include "base/context.h"

/* words, trees, phrases, statements, entities, times -> events. */
stage ro_events_stage;

#endif
