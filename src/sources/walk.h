/* walk.h: the files in a folder and in those within it, in the order of their names. */
#ifndef RO_WALK_H
#define RO_WALK_H

#include <stdbool.h>

#include "base/status.h"

struct walk_folder;

struct walk {
    struct walk_folder *folder; /* the innermost; NULL: the walk is over */
    char *path;                 /* of the file found last */
};

enum walk_found {
    RO_WALK_FILE,    /* a regular file: walk->path, until the next call */
    RO_WALK_OTHER,   /* a device, a pipe: walk->path */
    RO_WALK_FOLDER,  /* gone into; ro_walk_next goes on by itself */
    RO_WALK_FAILURE, /* a folder or file that cannot be reached: the error says why; walk->path if a file */
    RO_WALK_END
};

/* Begin with a folder; false where it cannot be read: the error says why. */
bool ro_walk_start(struct walk *walk, const char *path, struct readout_error *error);
enum walk_found ro_walk_next(struct walk *walk, struct readout_error *error);
void ro_walk_release(struct walk *walk);

#endif
