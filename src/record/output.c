/* output.c: gathers bytes for a sink. */
#include "record/output.h"

void ro_output_flush(struct output *output)
{
    if (output->used && !output->failed)
        output->failed = output->sink(output->user, output->bytes, output->used) != 0;
    output->used = 0;
}

void ro_output_add(struct output *output, const char *bytes, size_t length)
{
    while (length > 0) {
        size_t room = sizeof output->bytes - output->used;
        size_t part = length < room ? length : room;
        memcpy(output->bytes + output->used, bytes, part);
        output->used += part;
        bytes += part;
        length -= part;
        if (output->used == sizeof output->bytes)
            ro_output_flush(output);
    }
}
