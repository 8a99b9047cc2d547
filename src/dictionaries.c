/* dictionaries.c: a file after the other, each by the reader of its form. */
#include "dictionaries.h"

#include <errno.h>

#include "base/file.h"
#include "events/petrarch.h"
#include "text/utf8.h"

enum { DICTIONARY_LIMIT = 256 << 20 };

/* What is loaded into. */
struct target {
    struct dictionary *dictionary;
    struct petrarch_verbs *verbs; /* NULL: none so far */
};

static enum readout_status read_verbs(struct target *target, struct arena *arena, const struct lexicon_file *file,
                                      struct dictionary_problems *problems)
{
    if (!target->verbs)
        target->verbs = ro_petrarch_new(arena);
    return target->verbs ? ro_petrarch_read(target->verbs, file, problems) : READOUT_NO_MEMORY;
}

static enum readout_status read_one(struct target *target, struct arena *arena, enum readout_dictionary_form form,
                                    const struct lexicon_file *file, struct dictionary_problems *problems)
{
    switch (form) {
    case READOUT_ACTORS:
        return ro_dictionary_read_actors(target->dictionary, file, problems);
    case READOUT_AGENTS:
        return ro_dictionary_read_agents(target->dictionary, file, problems);
    case READOUT_DISCARDS:
        return ro_dictionary_read_discards(target->dictionary, file, problems);
    case READOUT_ISSUES:
        return ro_dictionary_read_issues(target->dictionary, file, problems);
    case READOUT_VERBS:
        break;
    }
    return read_verbs(target, arena, file, problems);
}

static enum readout_status load_one(struct target *target, struct arena *arena,
                                    const struct readout_dictionary *given, struct coder_dictionary *named,
                                    struct dictionary_problems *problems)
{
    struct lexicon_file file = {.name = ro_utf8_copy(arena, ro_slice(given->path))};
    struct arena text;
    if (!file.name)
        return READOUT_NO_MEMORY;
    ro_arena_init(&text);
    const char *slash = strrchr(file.name, '/');
    enum readout_status status = ro_file_read(&text, given->path, DICTIONARY_LIMIT, &file.text);
    int why = errno;
    if (status == READOUT_OK) {
        named->name = slash ? slash + 1 : file.name;
        ro_sha256(&file.text, 1, named->sha256);
        status = read_one(target, arena, given->form, &file, problems);
    }
    ro_arena_release(&text);
    errno = why;
    return status;
}

static enum readout_status fail(enum readout_status status, const char *path, struct readout_error *error)
{
    if (status == READOUT_NO_MEMORY)
        return ro_error_set(error, status, "%s: no memory to read it", path);
    return ro_error_set(error, status, "%s: cannot read the dictionary: %s", path, strerror(errno));
}

enum readout_status ro_dictionaries_load(struct arena *arena, const struct readout_settings *settings,
                                         struct resources *resources, struct coder *coder,
                                         struct dictionary_problems *problems, struct readout_error *error)
{
    size_t count = settings->dictionary_count;
    if (count == 0)
        return READOUT_OK;
    struct target target = {.dictionary = ro_dictionary_new(arena)};
    struct coder_dictionary *named = ro_arena_alloc(arena, count, sizeof *named);
    if (!target.dictionary || !named)
        return fail(READOUT_NO_MEMORY, settings->dictionaries->path, error);
    for (size_t i = 0; i < count; i++) {
        const struct readout_dictionary *given = &settings->dictionaries[i];
        enum readout_status status = load_one(&target, arena, given, &named[i], problems);
        if (status != READOUT_OK)
            return fail(status, given->path, error);
    }
    resources->dictionary = target.dictionary;
    resources->petrarch = target.verbs;
    resources->extend = coder->extend = settings->extend;
    coder->dictionaries = named;
    coder->dictionary_count = (uint32_t)count;
    return READOUT_OK;
}
