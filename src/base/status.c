/* status.c: writes error messages. */
#include "base/status.h"

#include <stdarg.h>

enum readout_status ro_error_set(struct readout_error *error, enum readout_status status, const char *format, ...)
{
    if (!error)
        return status;
    error->status = status;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

void ro_error_clear(struct readout_error *error)
{
    *error = (struct readout_error){.status = READOUT_OK};
}
