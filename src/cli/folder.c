/* folder.c: a name for each document, and its two files. */
#include "cli/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/banned.h"
#include "cli/cli.h"

enum { LONGEST = 200, ROOM = LONGEST + 20 }; /* bytes of a name, of which file systems take 255 */

bool ro_folder_open(struct folder *folder, const char *path)
{
    *folder = (struct folder){.path = path, .file = -1};
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        folder->file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder->file < 0)
        ro_say("%s: cannot be written to: %s", path, strerror(errno));
    return folder->file >= 0;
}

void ro_folder_close(struct folder *folder)
{
    if (folder->file >= 0)
        close(folder->file);
    ro_seen_release(&folder->names);
}

/* An id as the beginning of a file's name: "news/7" is "news_7"; a long one is cut. */
static void clean(char name[ROOM], const char *id)
{
    size_t length = id ? strnlen(id, LONGEST) : 0;
    while (length && ((unsigned char)id[length] & 0xC0) == 0x80)
        length--;
    for (size_t i = 0; i < length; i++)
        name[i] = (unsigned char)id[i] < ' ' || id[i] == '/' || (i == 0 && id[i] == '.') ? '_' : id[i];
    name[length] = '\0';
    if (!length)
        snprintf(name, ROOM, "document");
}

/* A name that no document before had. */
static void choose(struct folder *folder, const char *id, char name[ROOM])
{
    clean(name, id);
    size_t length = strlen(name);
    for (unsigned number = ++folder->count; ro_seen(&folder->names, name); number++)
        snprintf(name + length, ROOM - length, "-%u", number);
}

static enum readout_status write_file(const struct folder *folder, const char *name, const char *suffix,
                                      struct slice bytes, struct readout_error *error)
{
    char path[ROOM + 8];
    snprintf(path, sizeof path, "%s%s", name, suffix);
    int file = openat(folder->file, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool good = file >= 0 && ro_write_to(file, bytes.data, bytes.length);
    int why = errno;
    if (file >= 0 && close(file) != 0 && good) {
        good = false;
        why = errno;
    }
    return good
               ? READOUT_OK
               : ro_error_set(error, READOUT_IO, "%s/%s: cannot be written: %s", folder->path, path, strerror(why));
}

enum readout_status ro_folder_write(struct folder *folder, const char *id, struct slice text,
                                    struct slice annotations, struct readout_error *error)
{
    char name[ROOM];
    choose(folder, id, name);
    enum readout_status status = write_file(folder, name, ".txt", text, error);
    return status == READOUT_OK ? write_file(folder, name, ".ann", annotations, error) : status;
}
