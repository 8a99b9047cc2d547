/* events.c: the stage of events: by a researcher's own verb dictionary, where there is one. */
#include "events/events.h"

#include "events/petrarch.h"

enum readout_status ro_events_stage(struct context *context, struct document *document)
{
    const struct petrarch_verbs *verbs = context->resources->verbs;
    return verbs ? ro_petrarch_events(context, document, verbs) : READOUT_OK;
}
