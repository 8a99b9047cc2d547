/* file.h: a whole file at once. */
#ifndef RO_FILE_H
#define RO_FILE_H

#include "base/arena.h"
#include "base/status.h"

/* Read a regular file of at most `limit` bytes into the arena, with a NUL behind it. Fails with READOUT_NO_MEMORY, or with
 * READOUT_IO, where errno says why. */
enum readout_status ro_file_read(struct arena *arena, const char *path, size_t limit, struct slice *out);

#endif
