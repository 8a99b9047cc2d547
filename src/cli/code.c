/* code.c: readout code: documents to records. Each worker reads a document and writes its record into memory;
 * the records go out in the order of the documents, each as soon as those before it are out. */
#include "cli/code.h"

#include "base/pool.h"
#include "base/status.h"
#include "cli/cli.h"
#include "cli/seen.h"

/* A record on its way out. */
struct memory {
    char *data;
    size_t length, room;
};

struct job {
    struct source_item item;
    struct memory record;
};

struct coding {
    const struct code_options *options;
    struct source *source;
    const struct readout *readout;
    struct readout_reader **readers; /* one a worker, opened when it is first needed */
    struct seen seen;                /* ids of the documents so far */
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
    status = readout_record_write(record, coding->options->format, &coding->options->writing, append,
                                  &job->record);
    readout_record_free(record);
    if (status != READOUT_OK)
        return ro_error_set(error, READOUT_NO_MEMORY, "no memory to write its record; run fewer --jobs");
    return READOUT_OK;
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

static void tell_failure(struct coding *coding, const struct readout_error *error)
{
    ro_say("%s", error->message);
    if (error->status == READOUT_INTERNAL)
        coding->exit = RO_EXIT_ENVIRONMENT;
    else if (coding->exit == RO_EXIT_DONE)
        coding->exit = RO_EXIT_DOCUMENTS;
}

static void tell_repeated(struct coding *coding, const struct source_item *item)
{
    if (item->meta.id && ro_seen(&coding->seen, item->meta.id) && !coding->options->quiet)
        ro_say("%s: another document has the id \"%s\", too; both are coded", item->place, item->meta.id);
}

static bool give(void *user, void *slot)
{
    struct coding *coding = user;
    struct job *job = slot;
    struct source_item *item = &job->item;
    bool written = true;
    if (item->kind == RO_SOURCE_FAILURE) {
        tell_failure(coding, &item->error);
    } else if (item->kind == RO_SOURCE_NOTE) {
        if (!coding->options->quiet)
            ro_say("%s", item->error.message);
    } else {
        tell_repeated(coding, item);
        written = ro_write(job->record.data, job->record.length);
    }
    if (!written)
        coding->exit = RO_EXIT_ENVIRONMENT;
    free(job->record.data);
    job->record = (struct memory){0};
    ro_source_item_release(item);
    return written;
}

static enum readout_status run(struct coding *coding)
{
    const struct pool_work pool = {sizeof(struct job), take, work, give, coding};
    unsigned jobs = coding->options->jobs;
    coding->readers = calloc(jobs, sizeof *coding->readers);
    enum readout_status status = coding->readers ? ro_source_open(&coding->options->source, &coding->source)
                                                 : READOUT_NO_MEMORY;
    if (status == READOUT_OK)
        status = ro_pool_run(&pool, jobs);
    for (unsigned i = 0; coding->readers && i < jobs; i++)
        readout_reader_free(coding->readers[i]);
    free(coding->readers);
    ro_source_free(coding->source);
    ro_seen_release(&coding->seen);
    return status;
}

int ro_code(int argc, char **argv)
{
    struct code_options options = {0};
    struct readout_error error;
    struct readout *readout;
    ro_code_options(argc, argv, &options);
    if (readout_open(&options.readout, &readout, &error) != READOUT_OK) {
        ro_say("%s", error.message);
        return RO_EXIT_ENVIRONMENT;
    }
    struct coding coding = {.options = &options, .readout = readout};
    if (run(&coding) != READOUT_OK) {
        ro_say("no memory to begin; run fewer --jobs");
        coding.exit = RO_EXIT_ENVIRONMENT;
    }
    readout_free(readout);
    return coding.exit;
}
