/* status.h: how things fail. The one way: leave a message in the context, return its status. */
#ifndef RO_STATUS_H
#define RO_STATUS_H

#include "base/banned.h"
#include "readout/readout.h"

/* Write status and message (what, where, what to do) and return the status. `error` may be NULL. */
enum readout_status ro_error_set(struct readout_error *error, enum readout_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void ro_error_clear(struct readout_error *error);

#endif
