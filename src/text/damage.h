/* damage.h: words that lost letters on their way here. */
#ifndef RO_DAMAGE_H
#define RO_DAMAGE_H

#include "base/context.h"

/* For the words stage: warn ("damaged-text") of the words from `first` on that are the end of a word alone: "they
 * coordinate ly with us". Fails with READOUT_NO_MEMORY. */
enum readout_status ro_damage_warn(struct context *context, struct document *document, uint32_t first);

#endif
