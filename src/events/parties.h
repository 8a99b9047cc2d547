/* parties.h: the codes of who is party to an event. */
#ifndef RO_EVENT_PARTIES_H
#define RO_EVENT_PARTIES_H

#include "base/context.h"
#include "events/sides.h"

/* Write both sides of an event, of which code and place are known, with their actor codes, in the document's arena. An entity of no
 * state that the text names has in an event that of the place ("gunmen shot a judge in Tangier"), or that of the state that deals with
 * it ("Kenyan police arrested three students"). False without memory. */
bool ro_event_tell_parties(const struct context *context, struct document *document, const struct side_of *source,
                           const struct side_of *target, struct event *event);

#endif
