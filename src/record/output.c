/* output.c: gathers bytes for a sink. */
#include "record/output.h"

struct output *ro_output_open(readout_sink *sink, void *user)
{
    struct output *output = malloc(sizeof *output);
    if (!output)
        return NULL;
    output->sink = sink;
    output->user = user;
    output->used = 0;
    output->failed = false;
    return output;
}

static void flush(struct output *output)
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
            flush(output);
    }
}

enum readout_status ro_output_close(struct output *output)
{
    flush(output);
    enum readout_status status = output->failed ? READOUT_IO : READOUT_OK;
    free(output);
    return status;
}
