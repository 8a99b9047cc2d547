/* record_sample.h: records made by hand for the tests of src/record: a text, and items that point at its words. */
#ifndef RECORD_SAMPLE_H
#define RECORD_SAMPLE_H

#include "unit.h"

#include "record/record.h"

static const struct coder_dictionary sample_dictionary = {
    "my.agents.txt", "abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789"};
static const struct coder sample_coder = {
    .lexicon = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    .dictionaries = &sample_dictionary,
    .dictionary_count = 1};

/* A record of a text, with nothing in it yet. Give it to readout_record_free. */
static inline struct readout_record *sample_record(const char *text, size_t length)
{
    struct readout_record *record = calloc(1, sizeof *record);
    assert_non_null(record);
    ro_arena_init(&record->document.arena);
    record->coder = &sample_coder;
    record->document.text = text;
    record->document.length = (uint32_t)length;
    assert_int_equal(ro_record_finish(record, NULL), READOUT_OK);
    return record;
}

/* Where words first stand in a text. */
static inline struct span sample_span(const char *text, const char *words)
{
    const char *found = strstr(text, words);
    if (!found)
        fail_msg("no \"%s\" in the text", words);
    uint32_t begin = (uint32_t)(found - text);
    return (struct span){begin, begin + (uint32_t)strlen(words)};
}

/* What a writer wrote; `data` is NUL-terminated. Free it. */
struct written {
    char *data;
    size_t length;
};

static inline int sample_sink(void *user, const char *bytes, size_t length)
{
    struct written *written = user;
    written->data = realloc(written->data, written->length + length + 1);
    assert_non_null(written->data);
    memcpy(written->data + written->length, bytes, length);
    written->length += length;
    written->data[written->length] = '\0';
    return 0;
}

static inline struct written sample_write(const struct readout_record *record, enum readout_format format,
                                          const struct readout_writing *writing)
{
    struct written written = {0};
    assert_int_equal(readout_record_write(record, format, writing, sample_sink, &written), READOUT_OK);
    assert_non_null(written.data);
    return written;
}

/* Add a record to NAME.jsonl of the folder that the environment names, where all records of tests are validated
 * together. */
static inline void sample_keep(const struct readout_record *record, const char *name)
{
    const char *folder = getenv("READOUT_TEST_RECORDS");
    if (!folder)
        return;
    char path[4096];
    assert_in_range(snprintf(path, sizeof path, "%s/%s.jsonl", folder, name), 1, sizeof path - 1);
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    struct written written = sample_write(record, READOUT_JSON,
                                          &(struct readout_writing){.text = true, .tokens = true});
    assert_int_equal(fwrite(written.data, 1, written.length, file), written.length);
    assert_int_equal(fclose(file), 0);
    free(written.data);
}

#endif
