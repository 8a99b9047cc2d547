/* events.h: the stage of events. */
#ifndef RO_EVENTS_H
#define RO_EVENTS_H

#include "base/context.h"

/* words, trees, phrases, entities -> events */
enum readout_status ro_events_stage(struct context *context, struct document *document);

#endif
