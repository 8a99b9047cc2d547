/* place.c: asks the dynamic linker which file holds the library, and looks around it, so that an installed tree may be
 * moved: bin/readout and lib/x86_64-linux-gnu/libreadout.so -> share/readout/readout.safetensors. */
#define _GNU_SOURCE /* dladdr1 */
#include "model/place.h"

#include <dlfcn.h>
#include <limits.h>
#include <link.h>
#include <unistd.h>

#define MODEL "share/readout/readout.safetensors"

/* The file that holds the library, as the linker knows it. It has no name for the program itself. */
static const char *own_file(void)
{
    static const char here;
    Dl_info info;
    void *found = NULL;
    if (!dladdr1(&here, &info, &found, RTLD_DL_LINKMAP) || !found)
        return "/proc/self/exe";
    const struct link_map *map = found;
    return map->l_name && *map->l_name ? map->l_name : "/proc/self/exe";
}

/* Its folder, without links on the way; an empty one where it cannot be told. */
static void own_folder(char folder[PATH_MAX])
{
    if (!realpath(own_file(), folder))
        *folder = '\0';
    char *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
}

enum readout_status ro_model_place(const char **out, struct arena *arena, struct readout_error *error)
{
    static const char *const ways[] = {"", "../", "../../", "../../../"};
    char folder[PATH_MAX], path[PATH_MAX + 64];
    own_folder(folder);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        snprintf(path, sizeof path, "%s/%s" MODEL, folder, ways[i]);
        if (access(path, F_OK) != 0)
            continue;
        *out = ro_arena_copy(arena, ro_slice(path));
        return *out ? READOUT_OK : ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to load the model", path);
    }
    return ro_error_set(error, READOUT_IO,
                        "no model: there is no " MODEL " in %.600s or the three folders above it; install readout "
                        "anew, name a model by --model FILE or READOUT_MODEL, or read by rules alone with --model "
                        "none",
                        folder);
}
