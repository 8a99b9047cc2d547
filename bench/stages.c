/* stages.c: how long each stage takes: bench-stages ROUNDS FILE... prints lines of "stage seconds" for one round. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the context of the stages is the engine's own

#include "clock.h"
#include "load.h"

enum { CLOCK_LIMIT = 32 };

/* Seconds by what they were spent on, in the order of the line. */
struct clock {
    const char *names[CLOCK_LIMIT];
    double seconds[CLOCK_LIMIT];
    size_t count;
    double last;
};

/* What passed since the last call was spent on this. */
static void spend(struct clock *clock, const char *name)
{
    size_t i = 0;
    while (i < clock->count && strcmp(clock->names[i], name) != 0)
        i++;
    if (i == clock->count && clock->count < CLOCK_LIMIT)
        clock->names[clock->count++] = name;
    double time = now();
    clock->seconds[i] += time - clock->last;
    clock->last = time;
}

static int to_nowhere(void *user, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)user += length;
    return 0;
}

/* As readout_read does it, with a look at the clock between. */
static bool read_text(struct readout_reader *reader, struct slice text, struct clock *clock)
{
    size_t written = 0;
    struct context *context = &reader->context;
    struct readout_record *record = calloc(1, sizeof *record);
    if (!record)
        return false;
    clock->last = now();
    ro_arena_clear(&context->scratch);
    ro_arena_init(&record->document.arena);
    record->coder = &reader->readout->coder;
    enum readout_status status = ro_text_decode(context, &record->document, text.data, text.length);
    spend(clock, "decode");
    for (const struct pipeline_row *row = ro_pipeline; row->name && status == READOUT_OK; row++) {
        status = row->run(context, &record->document);
        spend(clock, row->name);
    }
    if (status == READOUT_OK)
        status = ro_record_finish(record, &context->error);
    spend(clock, "finish");
    if (status == READOUT_OK)
        status = readout_record_write(record, READOUT_JSON, NULL, to_nowhere, &written);
    spend(clock, "write");
    readout_record_free(record);
    spend(clock, "free");
    return status == READOUT_OK;
}

static bool run(struct readout_reader *reader, unsigned long rounds, char **paths, struct clock *clock)
{
    struct arena arena;
    ro_arena_init(&arena);
    bool good = true;
    for (; good && *paths; paths++) {
        struct slice text;
        good = load_text(&arena, *paths, &text);
        for (unsigned long round = 0; good && round < rounds; round++)
            good = read_text(reader, text, clock);
        ro_arena_clear(&arena);
    }
    ro_arena_release(&arena);
    return good;
}

int main(int argc, char **argv)
{
    const char *model = getenv("READOUT_MODEL");
    const struct readout_settings settings = {.model = model && *model ? model : NULL};
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    struct readout_error error;
    struct clock clock = {0};
    unsigned long rounds = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    if (!rounds) {
        fprintf(stderr, "bench-stages ROUNDS FILE...\n");
        return 2;
    }
    bool good = readout_open(&settings, &readout, &error) == READOUT_OK &&
                readout_reader_open(readout, &reader) == READOUT_OK && run(reader, rounds, argv + 2, &clock);
    for (size_t i = 0; good && i < clock.count; i++)
        printf("%s %.6f\n", clock.names[i], clock.seconds[i] / (double)rounds);
    readout_reader_free(reader);
    readout_free(readout);
    return good ? 0 : 1;
}
