/* dictionaries.c: how long PETRARCH dictionaries take: bench-dictionaries ROUNDS FOLDER FILE... reads all of the folder's actors,
 * agents and discards, looks each word of the texts up in them, reads its verbs, and prints "load seconds", "look-up seconds" and
 * "verbs seconds", each the least of the rounds. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the context of the stages is the engine's own

#include <dirent.h>

#include "clock.h"
#include "load.h"
#include "statements/statements.h"

enum { DICTIONARIES = 32 };

struct folder {
    struct arena arena;
    struct readout_dictionary dictionaries[DICTIONARIES];
    size_t count;
};

/* Those of some forms. */
static void list(struct folder *folder, const char *path, int first, int last)
{
    static const char *const names[] = {"actors.txt", "agents.txt", "discards.txt", "CAMEO"};
    char file[PATH_MAX];
    DIR *entries = opendir(path);
    for (const struct dirent *entry; entries && (entry = readdir(entries));)
        for (int form = first; form <= last; form++) {
            int length = snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
            if (!strstr(entry->d_name, names[form]) || folder->count == DICTIONARIES || length >= (int)sizeof file)
                continue;
            const char *copy = ro_arena_copy(&folder->arena, ro_slice(file));
            folder->dictionaries[folder->count++] = (struct readout_dictionary){(enum readout_dictionary_form)form,
                                                                                copy};
        }
    if (entries)
        closedir(entries);
}

/* Seconds of loading; the dictionary and its arena are the caller's. */
static double load(const struct folder *folder, struct arena *arena, struct resources *resources)
{
    const struct readout_settings settings = {.dictionaries = folder->dictionaries,
                                              .dictionary_count = folder->count};
    struct coder coder = {.dictionary_count = 0};
    struct dictionary_problems problems = {0};
    struct readout_error error;
    double start = now();
    if (ro_dictionaries_load(arena, &settings, resources, &coder, &problems, &error) != READOUT_OK) {
        fprintf(stderr, "bench-dictionaries: %s\n", error.message);
        exit(1);
    }
    return now() - start;
}

static double look_up(const struct dictionary *dictionary, const struct document *document, size_t *found)
{
    uint32_t words;
    double start = now();
    for (uint32_t word = 0; word < document->word_count; word++) {
        *found += ro_dictionary_actor(dictionary, document, word, &words) != NULL;
        *found += ro_dictionary_agent(dictionary, document, word, &words) != NULL;
        *found += ro_dictionary_discard(dictionary, document, word, &words) != NULL;
    }
    return now() - start;
}

static double look_up_all(const struct dictionary *dictionary, const struct readout *readout, char **paths,
                          int count)
{
    struct context context = {.resources = &readout->resources};
    double seconds = 0.0;
    size_t found = 0;
    ro_arena_init(&context.scratch);
    for (int i = 0; i < count; i++) {
        struct document document = {.length = 0};
        struct slice text;
        ro_arena_init(&document.arena);
        if (!load_text(&document.arena, paths[i], &text) ||
            !read_until(&context, &document, text, ro_statements_stage))
            exit(1);
        seconds += look_up(dictionary, &document, &found);
        ro_arena_release(&document.arena);
        ro_arena_clear(&context.scratch);
    }
    ro_arena_release(&context.scratch);
    return seconds;
}

int main(int argc, char **argv)
{
    static struct folder folder, verbs;
    const struct readout_settings settings = {.model = "none"};
    struct readout *readout = NULL;
    double least_load = 1e9, least_look_up = 1e9, least_verbs = 1e9;
    if (argc < 3 || readout_open(&settings, &readout, NULL) != READOUT_OK || !readout) {
        fprintf(stderr, "bench-dictionaries ROUNDS FOLDER FILE...\n");
        return 2;
    }
    ro_arena_init(&folder.arena);
    ro_arena_init(&verbs.arena);
    list(&folder, argv[2], READOUT_ACTORS, READOUT_DISCARDS);
    list(&verbs, argv[2], READOUT_VERBS, READOUT_VERBS);
    for (unsigned long round = strtoul(argv[1], NULL, 10); round > 0; round--) {
        struct resources resources = readout->resources;
        struct arena arena;
        ro_arena_init(&arena);
        double seconds = load(&folder, &arena, &resources);
        least_load = seconds < least_load ? seconds : least_load;
        seconds = look_up_all(resources.dictionary, readout, argv + 3, argc - 3);
        least_look_up = seconds < least_look_up ? seconds : least_look_up;
        seconds = load(&verbs, &arena, &resources);
        least_verbs = seconds < least_verbs ? seconds : least_verbs;
        ro_arena_release(&arena);
    }
    printf("load %.6f\nlook-up %.6f\nverbs %.6f\n", least_load, least_look_up, least_verbs);
    ro_arena_release(&verbs.arena);
    ro_arena_release(&folder.arena);
    readout_free(readout);
    return 0;
}
