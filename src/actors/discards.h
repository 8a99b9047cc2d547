/* discards.h: sentences and stories that a researcher's dictionary leaves out of event coding. */
#ifndef RO_DISCARDS_H
#define RO_DISCARDS_H

#include "base/context.h"

/* Mark the sentences that have a discard, or all where it leaves out the story, and warn of the first discard in each sentence.
 * Fails with READOUT_NO_MEMORY. */
enum readout_status ro_discards_mark(struct context *context, struct document *document);

#endif
