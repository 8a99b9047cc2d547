/* stream.h: the bytes of a file or of standard input, by open, read and close. */
#ifndef RO_STREAM_H
#define RO_STREAM_H

#include "base/span.h"
#include "base/status.h"

struct stream {
    const char *name; /* what errors call it; borrowed */
    int file;
    char *data; /* data[begin, end) is read and not yet taken */
    size_t begin, end, room;
    size_t limit; /* largest piece that may be taken */
    bool ended;   /* nothing is left to read */
};

/* Open a file; a NULL path is standard input. Close it after a success. Fails with READOUT_IO. */
enum readout_status ro_stream_open(struct stream *stream, const char *path, size_t limit,
                                   struct readout_error *error);
void ro_stream_close(struct stream *stream);

/* Nothing more comes from it. */
void ro_stream_stop(struct stream *stream);

/* Take everything. Fails with READOUT_TOO_LARGE (known, where possible, without reading), READOUT_IO,
 * READOUT_NO_MEMORY. What is taken is borrowed until the next call. */
enum readout_status ro_stream_take_all(struct stream *stream, struct slice *out, struct readout_error *error);

/* Take the next line, without its newline; out->data is NULL when there are none left. Of an over-long line
 * nothing is kept: READOUT_TOO_LARGE without a message, and the next call takes the next line. After READOUT_IO
 * and READOUT_NO_MEMORY there are none left. */
enum readout_status ro_stream_take_line(struct stream *stream, struct slice *out, struct readout_error *error);

/* Take up to so many bytes, at least one; none at the end. Fails with READOUT_IO. */
enum readout_status ro_stream_take_some(struct stream *stream, char *bytes, size_t most, size_t *taken,
                                        struct readout_error *error);

/* What comes first that is no blank, newline or byte order mark, taking nothing, as a string; "" where there is nothing within
 * the limit. That is one byte, or of a "<" and what follows it all that there is room for. Fails with READOUT_IO,
 * READOUT_NO_MEMORY. */
enum { RO_STREAM_START = 16 };
enum readout_status ro_stream_start(struct stream *stream, char start[RO_STREAM_START],
                                    struct readout_error *error);

#endif
