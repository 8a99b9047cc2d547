/* readout.c: the engine behind the public header: what is shared, a reader a thread, one document after another
 * down the pipeline. */
#include "base/date.h"
#include "base/file.h"
#include "base/lexicon.h"
#include "dictionaries.h"
#include "events/ontology.h"
#include "events/verbs.h"
#include "model/model.h"
#include "names/lexicons.h"
#include "names/name_heads.h"
#include "names/places.h"
#include "pipeline.h"
#include "positions/dispute_words.h"
#include "positions/stances.h"
#include "positions/topics.h"
#include "record/record.h"
#include "statements/acts.h"
#include "statements/cues.h"
#include "statements/grammar.h"
#include "statements/heads.h"
#include "statements/settings.h"
#include "syntax/syntax.h"
#include "text/abbreviations.h"
#include "text/utf8.h"
#include "times/timewords.h"

#include <errno.h>
#include <limits.h>

enum { LEXICON_LIMIT = 64 << 20, LEXICON_COUNT = 64 };

struct readout {
    struct arena arena;
    struct resources resources;
    struct lexicon_file lexicons[LEXICON_COUNT]; /* those in use; ends with a NULL name */
    size_t own;                                  /* the first that is a gazetteer of the user's own */
    struct coder coder;
    struct dictionary_problems problems;
    struct model *model; /* NULL: rules alone */
    size_t document_limit;
};

struct readout_reader {
    const struct readout *readout;
    struct context context;
};

const char *readout_version(void)
{
    return READOUT_VERSION;
}

/* Lexicons */

/* Read a lexicon from a file; *found says whether there is one. */
static enum readout_status read_file(struct arena *arena, const char *path, struct lexicon_file *lexicon,
                                     bool *found, struct readout_error *error)
{
    enum readout_status status = ro_file_read(arena, path, LEXICON_LIMIT, &lexicon->text);
    *found = status != READOUT_IO || errno != ENOENT;
    if (!*found)
        return READOUT_OK;
    if (status == READOUT_NO_MEMORY)
        return ro_error_set(error, status, "%s: no memory to read it", path);
    if (status != READOUT_OK)
        return ro_error_set(error, status, "%s: cannot read the lexicon: %s", path, strerror(errno));
    return ro_lexicon_check(lexicon, error);
}

/* Read a lexicon that the folder may have instead of the one built in; *found becomes true where it has. */
static enum readout_status read_lexicon(struct arena *arena, const char *folder, struct lexicon_file *lexicon,
                                        bool *found, struct readout_error *error)
{
    char path[PATH_MAX];
    bool has = false;
    if (snprintf(path, sizeof path, "%s/%s", folder, lexicon->name) >= (int)sizeof path)
        return ro_error_set(error, READOUT_IO, "%s: the path is too long", folder);
    enum readout_status status = read_file(arena, path, lexicon, &has, error);
    *found = *found || has;
    return status;
}

/* Read the gazetteers of the user's own behind the other lexicons, of which there are so many. */
static enum readout_status read_gazetteers(struct readout *readout, const char *const *paths, size_t *count,
                                           struct readout_error *error)
{
    for (; paths && *paths; paths++) {
        if (*count + 1 == LEXICON_COUNT)
            return ro_error_set(error, READOUT_BAD_ARGUMENT, "%s: too many gazetteers; put several into one file",
                                *paths);
        struct lexicon_file *own = &readout->lexicons[(*count)++];
        bool found;
        own->name = ro_arena_copy(&readout->arena, ro_slice(*paths));
        if (!own->name)
            return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", *paths);
        enum readout_status status = read_file(&readout->arena, *paths, own, &found, error);
        if (status != READOUT_OK)
            return status;
        if (!found)
            return ro_error_set(error, READOUT_IO, "%s: cannot read the gazetteer: no such file", *paths);
    }
    return READOUT_OK;
}

/* The hash of all lexicons: of their names and of the hash of each, which is known of one built in. */
static void hash_lexicons(struct readout *readout)
{
    char own[LEXICON_COUNT][RO_SHA256_HEX];
    struct slice parts[2 * LEXICON_COUNT];
    size_t count = 0;
    for (; readout->lexicons[count].name; count++) {
        const struct lexicon_file *file = &readout->lexicons[count];
        bool built_in = count < readout->own && file->text.data == ro_builtin_lexicons[count].text.data;
        if (!built_in)
            ro_sha256(&file->text, 1, own[count]);
        parts[2 * count] = count < readout->own ? ro_slice(file->name) : RO_SLICE("gazetteer");
        parts[2 * count + 1] = ro_slice(built_in ? ro_builtin_digests[count] : own[count]);
    }
    ro_sha256(parts, 2 * count, readout->coder.lexicon);
}

static enum readout_status choose_lexicons(struct readout *readout, const struct readout_settings *settings,
                                           struct readout_error *error)
{
    const char *folder = settings->lexicon_folder;
    bool found = false;
    size_t count = 0;
    for (; ro_builtin_lexicons[count].name && count + 1 < LEXICON_COUNT; count++) {
        readout->lexicons[count] = ro_builtin_lexicons[count];
        enum readout_status status = READOUT_OK;
        if (folder)
            status = read_lexicon(&readout->arena, folder, &readout->lexicons[count], &found, error);
        if (status != READOUT_OK)
            return status;
    }
    if (folder && !found)
        return ro_error_set(error, READOUT_IO, "%s: no lexicon there; one of them is %s", folder,
                            ro_builtin_lexicons[0].name);
    readout->own = count;
    enum readout_status status = read_gazetteers(readout, settings->gazetteers, &count, error);
    if (status == READOUT_OK)
        hash_lexicons(readout);
    return status;
}

static const struct lexicon_file *lexicon_named(const struct readout *readout, const char *name)
{
    const struct lexicon_file *file = readout->lexicons;
    while (file->name && strcmp(file->name, name) != 0)
        file++;
    return file;
}

static size_t own_count(const struct readout *readout)
{
    size_t count = readout->own;
    while (readout->lexicons[count].name)
        count++;
    return count - readout->own;
}

static enum readout_status load_lexicons(struct readout *readout, const struct readout_settings *settings,
                                         struct readout_error *error)
{
    struct resources *resources = &readout->resources;
    enum readout_status status = choose_lexicons(readout, settings, error);
    if (status == READOUT_OK)
        status = ro_abbreviations_read(&readout->arena, lexicon_named(readout, "abbreviations.txt"),
                                       &resources->abbreviations, error);
    if (status == READOUT_OK)
        status = ro_cues_read(&readout->arena, lexicon_named(readout, "cues.txt"), &resources->cues, error);
    if (status == READOUT_OK)
        status = ro_grammar_read(&readout->arena, lexicon_named(readout, "grammar.txt"), &resources->grammar,
                                 error);
    if (status == READOUT_OK)
        status = ro_settings_read(&readout->arena, lexicon_named(readout, "settings.txt"), &resources->settings,
                                  error);
    if (status == READOUT_OK)
        status = ro_timewords_read(&readout->arena, lexicon_named(readout, "times.txt"), &resources->timewords,
                                   error);
    if (status == READOUT_OK)
        status = ro_name_lexicons_read(&readout->arena, readout->lexicons, readout->lexicons + readout->own,
                                       own_count(readout), resources, error);
    if (status == READOUT_OK)
        status = ro_places_load(&readout->arena, lexicon_named(readout, "places.txt"), &resources->places, error);
    if (status == READOUT_OK)
        status = ro_ontology_read(&readout->arena, lexicon_named(readout, "plover.txt"),
                                  lexicon_named(readout, "cameo.txt"), &resources->ontology, error);
    if (status == READOUT_OK)
        status = ro_verbs_read(&readout->arena, lexicon_named(readout, "verbs.txt"), &resources->verbs, error);
    if (status == READOUT_OK)
        status = ro_stances_read(&readout->arena, lexicon_named(readout, "positions.txt"), &resources->stances,
                                 error);
    if (status == READOUT_OK)
        status = ro_dispute_words_read(&readout->arena, lexicon_named(readout, "disputes.txt"),
                                       &resources->dispute_words, error);
    if (status == READOUT_OK)
        status = ro_topics_read(&readout->arena, lexicon_named(readout, "topics.txt"), &resources->topics, error);
    return status;
}

/* The model, and what decodes from it */
static enum readout_status load_model(struct readout *readout, const struct readout_settings *settings,
                                      struct readout_error *error)
{
    if (settings->model && strcmp(settings->model, "none") == 0)
        return READOUT_OK;
    enum readout_status status = ro_model_open(&readout->model, &readout->arena, settings->model, settings->kernel,
                                               error);
    if (status != READOUT_OK)
        return status;
    readout->resources.model = readout->model;
    readout->coder.model = readout->model->weights.hash;
    status = ro_syntax_read(&readout->resources.syntax, &readout->arena, readout->model, error);
    if (status == READOUT_OK)
        status = ro_name_heads_read(&readout->resources.name_heads, &readout->arena, readout->model, error);
    if (status == READOUT_OK)
        status = ro_statement_heads_read(&readout->resources.statement_heads, &readout->arena,
                                         readout->resources.syntax, error);
    if (status != READOUT_OK)
        return status;
    if (readout->resources.statement_heads)
        readout->resources.min_scores.statement = readout->resources.statement_heads->least;
    readout->resources.acts = ro_acts_read(&readout->arena, readout->resources.cues, readout->model);
    return readout->resources.acts ? READOUT_OK
                                   : ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to load the model",
                                                  readout->model->weights.path);
}

enum readout_status readout_open(const struct readout_settings *settings, struct readout **out,
                                 struct readout_error *error)
{
    static const struct readout_settings defaults = {0};
    struct readout_error unheard;
    settings = settings ? settings : &defaults;
    error = error ? error : &unheard;
    ro_error_clear(error);
    *out = NULL;
    struct readout *readout = calloc(1, sizeof *readout);
    if (!readout)
        return ro_error_set(error, READOUT_NO_MEMORY, "no memory to load the lexicons");
    ro_arena_init(&readout->arena);
    readout->resources.min_scores.event = RO_LEAST_EVENT;
    readout->resources.min_scores.position = RO_LEAST_POSITION;
    readout->resources.min_scores.dispute = RO_LEAST_DISPUTE;
    readout->document_limit = settings->document_limit ? settings->document_limit : READOUT_DOCUMENT_LIMIT;
    enum readout_status status = load_lexicons(readout, settings, error);
    if (status == READOUT_OK)
        status = load_model(readout, settings, error);
    if (status == READOUT_OK)
        status = ro_dictionaries_load(&readout->arena, settings, &readout->resources, &readout->coder,
                                      &readout->problems, error);
    readout->coder.ontology = readout->resources.ontology;
    if (status == READOUT_OK &&
        !ro_countries_read(&readout->coder.countries, &readout->arena, lexicon_named(readout, "countries.txt")))
        status = ro_error_set(error, READOUT_NO_MEMORY, "no memory to load the lexicons");
    if (status == READOUT_OK && settings->min_score)
        status = ro_min_scores_read(&readout->resources.min_scores, settings->min_score, error);
    readout->coder.min_score = settings->min_score;
    if (status != READOUT_OK) {
        readout_free(readout);
        return status;
    }
    *out = readout;
    return READOUT_OK;
}

void readout_free(struct readout *readout)
{
    if (!readout)
        return;
    ro_model_close(readout->model);
    ro_arena_release(&readout->arena);
    free(readout);
}

const char *readout_lexicon_hash(const struct readout *readout)
{
    return readout->coder.lexicon;
}

const char *readout_model_hash(const struct readout *readout)
{
    return readout->coder.model;
}

size_t readout_problem_count(const struct readout *readout)
{
    return readout->problems.total;
}

const char *readout_problem(const struct readout *readout, size_t index)
{
    return index < readout->problems.count ? readout->problems.messages[index] : NULL;
}

const char *readout_kernel(const struct readout *readout)
{
    return readout->model ? readout->model->kernels->name : NULL;
}

/* What events may be */

size_t readout_code_count(const struct readout *readout)
{
    return readout->resources.ontology->code_count;
}

bool readout_code(const struct readout *readout, size_t index, struct readout_code *out)
{
    const struct ontology *ontology = readout->resources.ontology;
    if (index >= ontology->code_count)
        return false;
    const struct cameo_code *code = &ontology->codes[index];
    *out = (struct readout_code){.code = code->code,
                                 .name = code->name,
                                 .description = code->description,
                                 .quad = code->quad,
                                 .goldstein = code->goldstein,
                                 .event = code->plover_event,
                                 .mode = code->plover_mode,
                                 .contexts = code->plover_contexts,
                                 .context_count = code->plover_context_count};
    return true;
}

size_t readout_term_count(const struct readout *readout)
{
    return readout->resources.ontology->term_count;
}

bool readout_term(const struct readout *readout, size_t index, struct readout_term *out)
{
    const struct ontology *ontology = readout->resources.ontology;
    if (index >= ontology->term_count)
        return false;
    const struct plover_term *term = &ontology->terms[index];
    *out = (struct readout_term){term->event, term->name, term->description};
    return true;
}

/* Readers */

enum readout_status readout_reader_open(const struct readout *readout, struct readout_reader **out)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return READOUT_NO_MEMORY;
    (*out)->readout = readout;
    (*out)->context.resources = &readout->resources;
    ro_arena_init(&(*out)->context.scratch);
    return READOUT_OK;
}

void readout_reader_free(struct readout_reader *reader)
{
    if (!reader)
        return;
    ro_arena_release(&reader->context.scratch);
    free(reader);
}

const struct readout_error *readout_reader_error(const struct readout_reader *reader)
{
    return &reader->context.error;
}

/* Documents */

static bool copy_string(struct arena *arena, const char **string)
{
    if (*string)
        *string = ro_utf8_copy(arena, ro_slice(*string));
    return *string != NULL;
}

/* Take over what is known of the document; its strings are made well-formed. */
static enum readout_status take_meta(struct context *context, struct document *document,
                                     const struct readout_meta *meta)
{
    if (!meta)
        return READOUT_OK;
    document->meta = *meta;
    if (meta->published && !ro_date_is(meta->published))
        return ro_fail(context, READOUT_BAD_ARGUMENT,
                       "\"%.40s\" is no date: write YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+hh:mm", meta->published);
    struct readout_meta *own = &document->meta;
    const char **strings[] = {&own->id, &own->uri, &own->title, &own->publisher, &own->author, &own->published};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        if (*strings[i] && !copy_string(&document->arena, strings[i]))
            return ro_no_memory(context, "meta", i);
    return READOUT_OK;
}

static enum readout_status run_pipeline(struct context *context, struct document *document)
{
    enum readout_status status = READOUT_OK;
    for (const struct pipeline_row *row = ro_pipeline; row->name && status == READOUT_OK; row++)
        status = row->run(context, document);
    return status;
}

static enum readout_status fill(struct readout_reader *reader, struct readout_record *record, const char *text,
                                size_t length, const struct readout_meta *meta)
{
    struct context *context = &reader->context;
    if (length > reader->readout->document_limit)
        return ro_fail(context, READOUT_TOO_LARGE, "%zu bytes are more than the limit of %zu; raise it or split it",
                       length, reader->readout->document_limit);
    enum readout_status status = take_meta(context, &record->document, meta);
    if (status == READOUT_OK)
        status = ro_text_decode(context, &record->document, text, length);
    if (status == READOUT_OK)
        status = run_pipeline(context, &record->document);
    return status == READOUT_OK ? ro_record_finish(record, &context->error) : status;
}

enum readout_status readout_read(struct readout_reader *reader, const char *text, size_t length,
                                 const struct readout_meta *meta, struct readout_record **out)
{
    ro_error_clear(&reader->context.error);
    ro_arena_clear(&reader->context.scratch);
    *out = NULL;
    struct readout_record *record = calloc(1, sizeof *record);
    if (!record)
        return ro_fail(&reader->context, READOUT_NO_MEMORY, "no memory for a record");
    ro_arena_init(&record->document.arena);
    record->coder = &reader->readout->coder;
    enum readout_status status = fill(reader, record, text, length, meta);
    if (status != READOUT_OK) {
        readout_record_free(record);
        return status;
    }
    *out = record;
    return READOUT_OK;
}
