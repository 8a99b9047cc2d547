/* folder.h: documents as pairs of files in a folder, as brat wants them: NAME.txt and NAME.ann. A name is the document's id
 * without what a file's name cannot hold; a second document of that name gets its number, too: "talks-7". */
#ifndef RO_FOLDER_H
#define RO_FOLDER_H

#include "base/span.h"
#include "base/status.h"
#include "cli/seen.h"

struct folder {
    const char *path;
    int file; /* its descriptor */
    unsigned count;
    struct seen names;
};

/* Open a folder, which is made where it is not there. False where that failed; the reason has been said. */
bool ro_folder_open(struct folder *folder, const char *path);
void ro_folder_close(struct folder *folder);

/* Write the files of a document; `id` may be NULL. Fails with READOUT_IO. */
enum readout_status ro_folder_write(struct folder *folder, const char *id, struct slice text,
                                    struct slice annotations, struct readout_error *error);

#endif
