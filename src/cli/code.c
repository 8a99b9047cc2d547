/* code.c: readout code, and what other commands do with it: documents to records. Each worker reads a document and writes its record into memory;
 * the records go out in the order of the documents, each as soon as those before it are out. */
#include "cli/code.h"

#include <errno.h>

#include "base/pool.h"
#include "base/status.h"
#include "cli/cli.h"
#include "cli/folder.h"
#include "cli/progress.h"
#include "cli/seen.h"

/* A record on its way out. */
struct memory {
    char *data;
    size_t length, room;
};

struct job {
    struct source_item item;
    struct readout_record *kept; /* where events of all documents are one table */
    struct memory record;
    struct memory text; /* where it goes into a file of its own */
};

struct coding {
    const struct code_options *options;
    struct source *source;
    const struct readout *readout;
    struct readout_reader **readers; /* one a worker, opened when it is first needed */
    struct seen seen;                /* ids of the documents so far */
    struct folder *folder;           /* for files; NULL: standard output */
    struct readout_days *days;       /* the events of all documents; NULL: each is written as it comes */
    bool written;                    /* something is on standard output */
    struct progress progress;
    bool stopped; /* standard output failed: what was begun already is not written */
    enum exit_code exit;
};

static int append(void *user, const char *bytes, size_t length)
{
    struct memory *memory = user;
    if (memory->room - memory->length < length) {
        size_t room = 2 * memory->room + length;
        char *larger = realloc(memory->data, room);
        if (!larger)
            return -1;
        *memory = (struct memory){larger, memory->length, room};
    }
    if (length)
        memcpy(memory->data + memory->length, bytes, length);
    memory->length += length;
    return 0;
}

static bool take(void *user, void *slot)
{
    struct coding *coding = user;
    struct job *job = slot;
    return ro_source_next(coding->source, &job->item);
}

/* The text that a record's offsets count. */
static bool copy_text(const struct readout_record *record, struct memory *memory)
{
    size_t length;
    const char *text = readout_record_text(record, (struct readout_span){0, readout_record_characters(record)},
                                           &length);
    return append(memory, text, length) == 0;
}

/* Write a record, or keep it for the table of all; on failure the message says why. */
static enum readout_status write_or_keep(const struct coding *coding, struct job *job,
                                         struct readout_record *record, struct readout_error *error)
{
    if (coding->days) {
        job->kept = record;
        return READOUT_OK;
    }
    enum readout_status status = readout_record_write(record, coding->options->format, &coding->options->writing,
                                                      append, &job->record);
    if (status == READOUT_OK && coding->folder && !copy_text(record, &job->text))
        status = READOUT_NO_MEMORY;
    readout_record_free(record);
    if (status != READOUT_OK)
        return ro_error_set(error, READOUT_NO_MEMORY, "no memory to write its record; run fewer --jobs");
    return READOUT_OK;
}

/* Read the document and write its record; on failure the message says why. */
static enum readout_status code(const struct coding *coding, unsigned worker, struct job *job,
                                struct readout_error *error)
{
    const struct source_item *item = &job->item;
    struct readout_reader **reader = &coding->readers[worker];
    struct readout_record *record;
    if (!*reader && readout_reader_open(coding->readout, reader) != READOUT_OK)
        return ro_error_set(error, READOUT_NO_MEMORY, "no memory to read it");
    enum readout_status status = readout_read(*reader, item->text, item->length, &item->meta, &record);
    if (status != READOUT_OK) {
        *error = *readout_reader_error(*reader);
        return status;
    }
    return write_or_keep(coding, job, record, error);
}

static void work(void *user, unsigned worker, void *slot)
{
    struct job *job = slot;
    struct source_item *item = &job->item;
    struct readout_error error;
    if (item->kind != RO_SOURCE_DOCUMENT || code(user, worker, job, &error) == READOUT_OK)
        return;
    item->kind = RO_SOURCE_FAILURE;
    ro_error_set(&item->error, error.status, "%s: %s", item->place, error.message);
}

static void say(struct coding *coding, const char *message)
{
    ro_progress_clear(&coding->progress);
    ro_say("%s", message);
}

static void give_failure(struct coding *coding, const struct readout_error *error)
{
    say(coding, error->message);
    if (error->status == READOUT_INTERNAL)
        coding->exit = RO_EXIT_ENVIRONMENT;
    else if (coding->exit == RO_EXIT_DONE)
        coding->exit = RO_EXIT_DOCUMENTS;
}

static void give_note(struct coding *coding, const char *message)
{
    if (!coding->options->quiet)
        say(coding, message);
}

static enum readout_status write_record(struct coding *coding, const struct job *job, struct readout_error *error)
{
    const struct memory *record = &job->record, *text = &job->text;
    coding->written = true;
    if (coding->days)
        return readout_days_add(coding->days, job->kept) == READOUT_OK
                   ? READOUT_OK
                   : ro_error_set(error, READOUT_NO_MEMORY,
                                  "no memory for the events of all documents; code fewer at once");
    if (coding->folder)
        return ro_folder_write(coding->folder, job->item.meta.id, (struct slice){text->data, text->length},
                               (struct slice){record->data, record->length}, error);
    return ro_write(record->data, record->length)
               ? READOUT_OK
               : ro_error_set(error, READOUT_IO, "standard output: %s", strerror(errno));
}

static void give_record(struct coding *coding, const struct job *job)
{
    struct readout_error error;
    const char *id = job->item.meta.id;
    if (id && ro_seen(&coding->seen, id)) {
        ro_error_set(&error, READOUT_OK, "%s: a document before it has the id \"%s\", too; both are coded",
                     job->item.place, id);
        give_note(coding, error.message);
    }
    if (write_record(coding, job, &error) == READOUT_OK)
        return;
    say(coding, error.message);
    coding->exit = RO_EXIT_ENVIRONMENT;
    coding->stopped = true;
}

/* Of brat standard output takes one document: numbers begin anew with each. */
static bool is_one_too_many(const struct coding *coding)
{
    return coding->options->format == READOUT_BRAT && !coding->folder && coding->written;
}

static void give_document(struct coding *coding, const struct job *job)
{
    struct readout_error error;
    if (!is_one_too_many(coding)) {
        give_record(coding, job);
        return;
    }
    ro_error_set(&error, READOUT_BAD_ARGUMENT,
                 "%s: standard output takes one document of brat; name a folder by --output", job->item.place);
    give_failure(coding, &error);
}

static void give_item(struct coding *coding, const struct job *job)
{
    switch (job->item.kind) {
    case RO_SOURCE_DOCUMENT:
        give_document(coding, job);
        break;
    case RO_SOURCE_FAILURE:
        give_failure(coding, &job->item.error);
        break;
    case RO_SOURCE_NOTE:
        give_note(coding, job->item.error.message);
    }
}

static bool give(void *user, void *slot)
{
    struct coding *coding = user;
    struct job *job = slot;
    if (!coding->stopped)
        give_item(coding, job);
    if (job->item.kind != RO_SOURCE_NOTE)
        ro_progress_step(&coding->progress);
    readout_record_free(job->kept);
    job->kept = NULL;
    free(job->record.data);
    free(job->text.data);
    job->record = job->text = (struct memory){0};
    ro_source_item_release(&job->item);
    return !coding->stopped;
}

static enum readout_status run(struct coding *coding)
{
    ro_progress_start(&coding->progress, coding->options->quiet);
    const struct pool_work pool = {sizeof(struct job), take, work, give, coding};
    unsigned jobs = coding->options->jobs;
    coding->readers = calloc(jobs, sizeof *coding->readers);
    enum readout_status status = coding->readers ? ro_source_open(&coding->options->source, &coding->source)
                                                 : READOUT_NO_MEMORY;
    if (status == READOUT_OK)
        status = ro_pool_run(&pool, jobs);
    ro_progress_clear(&coding->progress);
    for (unsigned i = 0; coding->readers && i < jobs; i++)
        readout_reader_free(coding->readers[i]);
    free(coding->readers);
    ro_source_free(coding->source);
    ro_seen_release(&coding->seen);
    return status;
}

/* Tell which lines of dictionaries are left out: the first of them, and how many there are. */
static void say_problems(const struct readout *readout)
{
    enum { MOST = 10 };
    size_t count = readout_problem_count(readout);
    for (size_t i = 0; i < count && i < MOST; i++)
        ro_say("%s", readout_problem(readout, i));
    if (count > MOST)
        ro_say("dictionaries: %zu lines are left out; \"readout lexicon check FILE\" tells them all", count);
}

/* What goes out before the first document, or NULL. */
static const char *format_columns(const struct code_options *options)
{
    return readout_columns(options->format, options->writing.table);
}

static int give_bytes(void *user, const char *bytes, size_t length)
{
    (void)user;
    return ro_write(bytes, length) ? 0 : -1;
}

/* Write the table of all documents, once all are read. */
static void give_days(struct coding *coding)
{
    enum readout_status status = coding->stopped ? READOUT_OK : readout_days_write(coding->days, give_bytes, NULL);
    if (status == READOUT_IO)
        ro_say("standard output: %s", strerror(errno));
    else if (status != READOUT_OK)
        ro_say("no memory to write the events");
    if (status != READOUT_OK)
        coding->exit = RO_EXIT_ENVIRONMENT;
}

/* Code all documents, and write what goes out before and behind them. */
static void run_all(struct coding *coding)
{
    const struct code_options *options = coding->options;
    const char *columns = format_columns(options);
    bool room = !options->one_a_day ||
                readout_days_open(options->format, &options->writing, &coding->days) == READOUT_OK;
    if (columns && ro_print(columns, strlen(columns)) != RO_EXIT_DONE) {
        coding->exit = RO_EXIT_ENVIRONMENT;
    } else if (!room || run(coding) != READOUT_OK) {
        ro_say("no memory to begin; run fewer --jobs");
        coding->exit = RO_EXIT_ENVIRONMENT;
    } else if (coding->days) {
        give_days(coding);
    }
    readout_days_free(coding->days);
}

int ro_code_documents(int argc, char **argv, const char *doc, struct code_options *options)
{
    struct readout *readout;
    ro_code_options(argc, argv, doc, options);
    if (ro_open(&options->readout, &readout) != READOUT_OK)
        return RO_EXIT_ENVIRONMENT;
    if (!options->quiet)
        say_problems(readout);
    struct coding coding = {.options = options, .readout = readout};
    struct folder folder;
    if (options->output && !ro_folder_open(&folder, options->output)) {
        readout_free(readout);
        return RO_EXIT_ENVIRONMENT;
    }
    coding.folder = options->output ? &folder : NULL;
    run_all(&coding);
    if (coding.folder)
        ro_folder_close(coding.folder);
    readout_free(readout);
    return coding.exit;
}

int ro_code(int argc, char **argv)
{
    static const char doc[] =
        "Read articles and write down who said what: a page on a terminal, a record of JSON a line "
        "elsewhere." RO_CODE_INPUTS;
    struct code_options options = {.format = READOUT_JSON};
    return ro_code_documents(argc, argv, doc, &options);
}

int ro_explain(int argc, char **argv)
{
    static const char doc[] =
        "Tell why articles are read as they are: of each sentence its tree, its mentions and the statements that were "
        "considered, each with its score and why it was written or left." RO_CODE_INPUTS;
    struct code_options options = {.format = READOUT_EXPLANATION};
    return ro_code_documents(argc, argv, doc, &options);
}
