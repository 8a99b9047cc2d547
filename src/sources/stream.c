/* stream.c: reads into one buffer that doubles up to the limit. Interrupted and short reads are gone on with. */
#include "sources/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 << 10 };

void ro_stream_stop(struct stream *stream)
{
    stream->begin = stream->end = 0;
    stream->ended = true;
}

static enum readout_status fail_reading(struct stream *stream, struct readout_error *error)
{
    ro_stream_stop(stream);
    return ro_error_set(error, READOUT_IO, "%s: cannot read it: %s", stream->name, strerror(errno));
}

enum readout_status ro_stream_open(struct stream *stream, const char *path, size_t limit,
                                   struct readout_error *error)
{
    *stream = (struct stream){.name = path ? path : "standard input", .file = STDIN_FILENO, .limit = limit};
    while (path && (stream->file = open(path, O_RDONLY | O_CLOEXEC)) < 0)
        if (errno != EINTR)
            return fail_reading(stream, error);
    return READOUT_OK;
}

void ro_stream_close(struct stream *stream)
{
    if (stream->file != STDIN_FILENO)
        close(stream->file);
    free(stream->data);
    *stream = (struct stream){.file = -1};
}

/* Make room for `room` bytes in all, what is there moved to the front. */
static enum readout_status make_room(struct stream *stream, size_t room, struct readout_error *error)
{
    size_t held = stream->end - stream->begin;
    if (stream->begin && held)
        memmove(stream->data, stream->data + stream->begin, held);
    stream->begin = 0;
    stream->end = held;
    if (room <= stream->room)
        return READOUT_OK;
    char *larger = realloc(stream->data, room);
    if (!larger) {
        ro_stream_stop(stream);
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory for %zu bytes of it", stream->name, room);
    }
    stream->data = larger;
    stream->room = room;
    return READOUT_OK;
}

/* Room for at least one byte more; it never grows past the limit and one byte, which tells that it is passed. */
static enum readout_status make_more_room(struct stream *stream, struct readout_error *error)
{
    if (stream->begin == stream->end)
        stream->begin = stream->end = 0;
    if (stream->end < stream->room)
        return READOUT_OK;
    size_t room = stream->begin ? stream->room : 2 * stream->room;
    if (room < FIRST_ROOM)
        room = FIRST_ROOM;
    if (room > stream->limit)
        room = stream->limit + 1;
    return make_room(stream, room, error);
}

/* Read once: some bytes more, or `ended`. There must be room. */
static enum readout_status fill(struct stream *stream, struct readout_error *error)
{
    for (;;) {
        ssize_t got = read(stream->file, stream->data + stream->end, stream->room - stream->end);
        if (got >= 0) {
            stream->end += (size_t)got;
            stream->ended = got == 0;
            return READOUT_OK;
        }
        struct pollfd wait = {.fd = stream->file, .events = POLLIN};
        if (errno == EAGAIN)
            poll(&wait, 1, -1);
        else if (errno != EINTR)
            return fail_reading(stream, error);
    }
}

static enum readout_status fail_large(const struct stream *stream, struct readout_error *error)
{
    return ro_error_set(error, READOUT_TOO_LARGE, "%s: larger than %zu bytes; split it or raise --max-document",
                        stream->name, stream->limit);
}

/* A regular file tells its size: refuse it unread, or make room for it at once. Of standard input a part may
 * have been taken by others. */
static enum readout_status expect_size(struct stream *stream, struct readout_error *error)
{
    struct stat state;
    if (stream->file == STDIN_FILENO || fstat(stream->file, &state) != 0 || !S_ISREG(state.st_mode) ||
        state.st_size <= 0)
        return READOUT_OK;
    if ((uintmax_t)state.st_size > stream->limit)
        return fail_large(stream, error);
    return make_room(stream, (size_t)state.st_size + 1, error);
}

enum readout_status ro_stream_take_all(struct stream *stream, struct slice *out, struct readout_error *error)
{
    enum readout_status status = expect_size(stream, error);
    while (status == READOUT_OK && !stream->ended && stream->end - stream->begin <= stream->limit) {
        status = make_more_room(stream, error);
        if (status == READOUT_OK)
            status = fill(stream, error);
    }
    if (status == READOUT_OK && stream->end - stream->begin > stream->limit)
        status = fail_large(stream, error);
    if (status != READOUT_OK)
        return status;
    *out = (struct slice){stream->data + stream->begin, stream->end - stream->begin};
    stream->begin = stream->end;
    return READOUT_OK;
}

/* Forget the bytes up to the next newline or the end. */
static enum readout_status skip_line(struct stream *stream, struct readout_error *error)
{
    enum readout_status status = READOUT_OK;
    char *newline = NULL;
    while (status == READOUT_OK && !newline && !stream->ended) {
        stream->begin = stream->end = 0;
        status = fill(stream, error);
        newline = memchr(stream->data, '\n', stream->end);
    }
    if (newline)
        stream->begin = (size_t)(newline - stream->data) + 1;
    return status == READOUT_OK ? READOUT_TOO_LARGE : status;
}

/* Take a line that is on hand, or what is left at the end; false where there is none. */
static bool take_line(struct stream *stream, size_t searched, struct slice *out)
{
    size_t held = stream->end - stream->begin;
    if (held == 0)
        return false;
    char *start = stream->data + stream->begin;
    char *newline = memchr(start + searched, '\n', held - searched);
    if (!newline && !(stream->ended && held <= stream->limit))
        return false;
    *out = (struct slice){start, newline ? (size_t)(newline - start) : held};
    stream->begin += out->length + (newline != NULL);
    return true;
}

enum readout_status ro_stream_take_line(struct stream *stream, struct slice *out, struct readout_error *error)
{
    *out = (struct slice){NULL, 0};
    enum readout_status status = READOUT_OK;
    size_t searched = 0;
    while (status == READOUT_OK && !take_line(stream, searched, out)) {
        searched = stream->end - stream->begin;
        if (searched > stream->limit)
            return skip_line(stream, error);
        if (stream->ended)
            return READOUT_OK;
        status = make_more_room(stream, error);
        if (status == READOUT_OK)
            status = fill(stream, error);
    }
    return status;
}

/* The bytes of a byte order mark count, too: nothing else that begins so goes on to a "{". */
static bool is_blank(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xEF || c == 0xBB || c == 0xBF;
}

enum readout_status ro_stream_start(struct stream *stream, char start[RO_STREAM_START], struct readout_error *error)
{
    enum readout_status status = READOUT_OK;
    *start = '\0';
    for (size_t at = 0; status == READOUT_OK;) {
        size_t held = stream->end - stream->begin;
        const char *data = stream->data ? stream->data + stream->begin : "";
        while (at < held && is_blank((unsigned char)data[at]))
            at++;
        size_t most = at < held && data[at] != '<' ? 1 : RO_STREAM_START - 1;
        if (held - at >= most || stream->ended || at > stream->limit) {
            size_t length = held - at < most ? held - at : most;
            memcpy(start, data + at, length);
            start[length] = '\0';
            return READOUT_OK;
        }
        status = make_more_room(stream, error);
        if (status == READOUT_OK)
            status = fill(stream, error);
    }
    return status;
}

enum readout_status ro_stream_take_some(struct stream *stream, char *bytes, size_t most, size_t *taken,
                                        struct readout_error *error)
{
    enum readout_status status = READOUT_OK;
    *taken = 0;
    if (stream->begin == stream->end && !stream->ended) {
        status = make_more_room(stream, error);
        if (status == READOUT_OK)
            status = fill(stream, error);
    }
    size_t held = status == READOUT_OK ? stream->end - stream->begin : 0;
    *taken = held < most ? held : most;
    if (*taken)
        memcpy(bytes, stream->data + stream->begin, *taken);
    stream->begin += *taken;
    return status;
}
