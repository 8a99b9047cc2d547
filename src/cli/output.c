/* output.c: standard output and standard error by write(2). Interrupted and short writes are gone on with. */
#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <unistd.h>

#include "base/banned.h"
#include "cli/cli.h"

bool ro_write_to(int file, const char *bytes, size_t length)
{
    while (length) {
        ssize_t written = write(file, bytes, length);
        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
            continue;
        }
        struct pollfd wait = {.fd = file, .events = POLLOUT};
        if (errno == EAGAIN)
            poll(&wait, 1, -1);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

/* Control characters: bytes below the blank, DEL, and U+0080 to U+009F, which are two bytes of UTF-8. */
static void replace_controls(char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)line[i], next = i + 1 < length ? (unsigned char)line[i + 1] : 0;
        if (c < ' ' || c == 0x7F)
            line[i] = '?';
        else if (c == 0xC2 && next >= 0x80 && next < 0xA0)
            line[i] = line[i + 1] = '?';
    }
}

void ro_say(const char *format, ...)
{
    static const char name[] = "readout: ";
    char line[2048];
    memcpy(line, name, sizeof name);
    size_t begin = sizeof name - 1, room = sizeof line - begin - 1;
    va_list arguments;
    va_start(arguments, format);
    int wanted = vsnprintf(line + begin, room, format, arguments);
    va_end(arguments);
    size_t length = begin + (wanted < 0 ? 0 : (size_t)wanted < room ? (size_t)wanted : room - 1);
    replace_controls(line, length);
    line[length++] = '\n';
    ro_write_to(STDERR_FILENO, line, length);
}

bool ro_write(const char *bytes, size_t length)
{
    return ro_write_to(STDOUT_FILENO, bytes, length);
}

int ro_print(const char *bytes, size_t length)
{
    if (ro_write(bytes, length))
        return RO_EXIT_DONE;
    ro_say("standard output: %s", strerror(errno));
    return RO_EXIT_ENVIRONMENT;
}
