/* source.c: goes from path to path; into folders by walk.c, through files by the forms. */
#include "sources/form.h"
#include "sources/walk.h"

#include <inttypes.h>
#include <strings.h>
#include <sys/stat.h>

const struct form ro_forms[] = {
    {RO_FORM_TEXT, ".txt", ro_text_next, NULL},
    {RO_FORM_JSONL, ".jsonl", ro_jsonl_next, NULL},
    {RO_FORM_XML, ".xml", ro_xml_next, ro_xml_close},
    {0},
};

struct source {
    const struct source_settings *settings;
    size_t next_path;
    struct walk walk;        /* the folder that is being read, if any */
    size_t others;           /* files in it of no form */
    const struct form *form; /* of the file that is being read; NULL: there is none */
    struct reading reading;
};

/* Forms */

const struct form *ro_form_of_path(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *suffix = strrchr(slash ? slash : path, '.');
    for (const struct form *form = ro_forms; suffix && form->suffix; form++)
        if (strcasecmp(suffix, form->suffix) == 0)
            return form;
    return NULL;
}

static const struct form *form_named(enum source_form name)
{
    const struct form *form = ro_forms;
    while (form->form != name)
        form++;
    return form;
}

/* Items */

bool ro_source_fail(struct source_item *item, enum readout_status status)
{
    item->kind = RO_SOURCE_FAILURE;
    item->error.status = status;
    return true;
}

bool ro_reading_fail(const struct reading *reading, struct source_item *item, enum readout_status status,
                     const char *why)
{
    return ro_source_fail(
        item, ro_error_set(&item->error, status, "%s:%" PRIu64 ": %s", reading->stream.name, reading->line, why));
}

const char *ro_reading_place(const struct reading *reading, struct arena *arena)
{
    size_t room = strlen(reading->stream.name) + sizeof ":18446744073709551615";
    char *place = ro_arena_alloc(arena, room, 1);
    if (place)
        snprintf(place, room, "%s:%" PRIu64, reading->stream.name, reading->line);
    return place;
}

void ro_source_item_release(struct source_item *item)
{
    ro_arena_release(&item->arena);
    *item = (struct source_item){0};
}

/* Files */

static bool begins(const char *start, const char *with)
{
    return strncmp(start, with, strlen(with)) == 0;
}

/* The form that the beginning of a file tells. */
static enum source_form form_of_start(const char *start)
{
    if (*start == '{')
        return RO_FORM_JSONL;
    return begins(start, "<?xml") || begins(start, "<Sentence") ? RO_FORM_XML : RO_FORM_TEXT;
}

/* The form of the file that was opened; NULL where it cannot be read: the error says why. */
static const struct form *form_of(struct reading *reading, enum source_form wanted, struct readout_error *error)
{
    if (wanted != RO_FORM_AUTO)
        return form_named(wanted);
    const struct form *form = reading->path ? ro_form_of_path(reading->path) : NULL;
    char start[RO_STREAM_START] = "";
    if (!reading->path && ro_stream_start(&reading->stream, start, error) != READOUT_OK)
        return NULL;
    return form ? form : form_named(form_of_start(start));
}

static void close_file(struct source *source)
{
    if (source->form && source->form->close)
        source->form->close(&source->reading);
    ro_stream_close(&source->reading.stream);
    ro_arena_release(&source->reading.scratch);
    source->form = NULL;
}

/* Open a file, NULL for standard input; false where it cannot be read: the error says why. */
static bool open_file(struct source *source, const char *path, enum source_form form, struct readout_error *error)
{
    struct reading *reading = &source->reading;
    *reading = (struct reading){.settings = source->settings, .path = path};
    ro_arena_init(&reading->scratch);
    if (ro_stream_open(&reading->stream, path, source->settings->limit, error) != READOUT_OK)
        return false;
    source->form = form_of(reading, form, error);
    if (!source->form)
        close_file(source);
    return source->form != NULL;
}

/* Folders */

/* Tell of the files that were left out, once a folder is done. */
static bool end_folder(struct source *source, struct source_item *item)
{
    if (!source->others)
        return false;
    const char *path = source->settings->paths[source->next_path - 1];
    ro_error_set(&item->error, READOUT_OK, "%s: %zu other file%s, neither .txt, .jsonl nor .xml, not read", path,
                 source->others, source->others == 1 ? "" : "s");
    item->kind = RO_SOURCE_NOTE;
    source->others = 0;
    return true;
}

/* Go on in the folder until a file is open; true where there is something to tell instead. */
static bool next_in_folder(struct source *source, struct source_item *item)
{
    while (!source->form) {
        enum walk_found found = ro_walk_next(&source->walk, &item->error);
        const char *path = source->walk.path;
        if (found == RO_WALK_END)
            return end_folder(source, item);
        if (path && (found == RO_WALK_OTHER || !ro_form_of_path(path)))
            source->others++;
        else if (found == RO_WALK_FAILURE || !open_file(source, path, RO_FORM_AUTO, &item->error))
            return ro_source_fail(item, item->error.status);
    }
    return false;
}

static bool is_folder(const char *path)
{
    struct stat state;
    return stat(path, &state) == 0 && S_ISDIR(state.st_mode);
}

/* Begin with the next path; true where that failed. */
static bool next_path(struct source *source, struct source_item *item)
{
    const char *path = source->settings->paths[source->next_path++];
    bool begun;
    if (strcmp(path, "-") == 0)
        begun = open_file(source, NULL, source->settings->form, &item->error);
    else if (is_folder(path))
        begun = ro_walk_start(&source->walk, path, &item->error);
    else
        begun = open_file(source, path, source->settings->form, &item->error);
    return !begun && ro_source_fail(item, item->error.status);
}

bool ro_source_next(struct source *source, struct source_item *item)
{
    ro_source_item_release(item);
    ro_arena_init(&item->arena);
    for (;;) {
        if (source->form) {
            if (source->form->next(&source->reading, item))
                return true;
            close_file(source);
        } else if (source->walk.folder) {
            if (next_in_folder(source, item))
                return true;
        } else if (source->next_path < source->settings->path_count) {
            if (next_path(source, item))
                return true;
        } else {
            return false;
        }
    }
}

enum readout_status ro_source_open(const struct source_settings *settings, struct source **out)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return READOUT_NO_MEMORY;
    (*out)->settings = settings;
    return READOUT_OK;
}

void ro_source_free(struct source *source)
{
    if (!source)
        return;
    if (source->form)
        close_file(source);
    ro_walk_release(&source->walk);
    free(source);
}
