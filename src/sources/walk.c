/* walk.c: a stack of folders, each with its sorted names. Symbolic links are followed; a folder that is within
 * itself is a failure, not a loop. */
#include "sources/walk.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>

struct walk_folder {
    struct walk_folder *outer;
    char *path;
    struct dirent **names;
    int count, next;
    dev_t device;
    ino_t inode;
};

static bool fail(struct readout_error *error, const char *path, const char *why)
{
    ro_error_set(error, READOUT_IO, "%s: cannot read it: %s", path, why);
    return false;
}

static int is_name(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

/* By bytes: the same order in every locale. */
static int compare(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void free_folder(struct walk_folder *folder)
{
    for (int i = 0; i < folder->count; i++)
        free(folder->names[i]);
    free(folder->names);
    free(folder->path);
    free(folder);
}

static bool is_within(const struct walk_folder *folder, const struct stat *state)
{
    for (; folder; folder = folder->outer)
        if (folder->device == state->st_dev && folder->inode == state->st_ino)
            return true;
    return false;
}

/* Go into a folder. Takes the path over, whatever comes. */
static bool enter(struct walk *walk, char *path, const struct stat *state, struct readout_error *error)
{
    if (is_within(walk->folder, state)) {
        fail(error, path, "it is within itself; remove the symbolic link");
        free(path);
        return false;
    }
    struct walk_folder *folder = calloc(1, sizeof *folder);
    int count = folder ? scandir(path, &folder->names, is_name, compare) : -1;
    if (count < 0) {
        fail(error, path, strerror(errno));
        free(folder);
        free(path);
        return false;
    }
    *folder = (struct walk_folder){.outer = walk->folder,
                                   .path = path,
                                   .names = folder->names,
                                   .count = count,
                                   .device = state->st_dev,
                                   .inode = state->st_ino};
    walk->folder = folder;
    return true;
}

bool ro_walk_start(struct walk *walk, const char *path, struct readout_error *error)
{
    *walk = (struct walk){0};
    struct stat state;
    char *copy = strdup(path);
    if (!copy || stat(path, &state) != 0) {
        fail(error, path, strerror(errno));
        free(copy);
        return false;
    }
    return enter(walk, copy, &state, error);
}

static char *join(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    const char *slash = length && folder[length - 1] == '/' ? "" : "/";
    size_t room = length + strlen(name) + 2;
    char *path = malloc(room);
    if (path)
        snprintf(path, room, "%s%s%s", folder, slash, name);
    return path;
}

/* Look at the next name of the innermost folder; RO_WALK_FOLDER where it is a folder, gone into. */
static enum walk_found look(struct walk *walk, struct readout_error *error)
{
    struct walk_folder *folder = walk->folder;
    const char *name = folder->names[folder->next++]->d_name;
    walk->path = join(folder->path, name);
    if (!walk->path) {
        ro_error_set(error, READOUT_NO_MEMORY, "%s/%s: no memory to read it", folder->path, name);
        return RO_WALK_FAILURE;
    }
    struct stat state;
    if (stat(walk->path, &state) != 0) {
        fail(error, walk->path, strerror(errno));
        return RO_WALK_FAILURE;
    }
    if (!S_ISDIR(state.st_mode))
        return S_ISREG(state.st_mode) ? RO_WALK_FILE : RO_WALK_OTHER;
    char *path = walk->path;
    walk->path = NULL;
    return enter(walk, path, &state, error) ? RO_WALK_FOLDER : RO_WALK_FAILURE;
}

enum walk_found ro_walk_next(struct walk *walk, struct readout_error *error)
{
    enum walk_found found = RO_WALK_FOLDER;
    while (walk->folder && found == RO_WALK_FOLDER) {
        struct walk_folder *folder = walk->folder;
        free(walk->path);
        walk->path = NULL;
        if (folder->next < folder->count) {
            found = look(walk, error);
        } else {
            walk->folder = folder->outer;
            free_folder(folder);
        }
    }
    return walk->folder ? found : RO_WALK_END;
}

void ro_walk_release(struct walk *walk)
{
    while (walk->folder) {
        struct walk_folder *folder = walk->folder;
        walk->folder = folder->outer;
        free_folder(folder);
    }
    free(walk->path);
    *walk = (struct walk){0};
}
