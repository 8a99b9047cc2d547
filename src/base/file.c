/* file.c: open, read, close. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static enum readout_status read_all(struct arena *arena, int file, size_t size, struct slice *out)
{
    char *data = ro_arena_alloc(arena, size + 1, 1);
    if (!data)
        return READOUT_NO_MEMORY;
    size_t length = 0;
    while (length < size) {
        ssize_t got = read(file, data + length, size - length);
        if (got < 0 && errno != EINTR)
            return READOUT_IO;
        if (got == 0)
            break;
        length += got > 0 ? (size_t)got : 0;
    }
    *out = (struct slice){data, length};
    return READOUT_OK;
}

enum readout_status ro_file_read(struct arena *arena, const char *path, size_t limit, struct slice *out)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat state = {0};
    if (file < 0)
        return READOUT_IO;
    errno = 0;
    enum readout_status status = READOUT_IO;
    if (fstat(file, &state) == 0 && S_ISREG(state.st_mode) && (size_t)state.st_size <= limit)
        status = read_all(arena, file, (size_t)state.st_size, out);
    int why = errno ? errno : EINVAL;
    close(file);
    errno = why;
    return status;
}
