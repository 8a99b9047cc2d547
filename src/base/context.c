/* context.c: warnings. */
#include "base/context.h"

enum readout_status ro_warn(struct context *context, struct document *document, const char *code, struct span span,
                            const char *message)
{
    struct warning *warning = ro_arena_push(&document->arena, document->warnings, document->warning_count);
    if (!warning)
        return ro_no_memory(context, "warnings", document->warning_count);
    *warning = (struct warning){.code = code, .message = message, .span = span};
    return READOUT_OK;
}
