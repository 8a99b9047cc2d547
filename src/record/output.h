/* output.h: bytes on their way to a sink, in pieces of up to 64 KiB. */
#ifndef RO_OUTPUT_H
#define RO_OUTPUT_H

#include "base/status.h"

enum { RO_OUTPUT_SIZE = 64 << 10 };

struct output {
    readout_sink *sink;
    void *user;
    size_t used;
    bool failed; /* the sink refused a piece: it gets no other */
    char bytes[RO_OUTPUT_SIZE];
};

/* NULL without memory. Closing it gives the sink what is left: READOUT_IO where it refused a piece. */
struct output *ro_output_open(readout_sink *sink, void *user);
enum readout_status ro_output_close(struct output *output);

void ro_output_add(struct output *output, const char *bytes, size_t length);

#endif
