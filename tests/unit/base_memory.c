/* base_memory.c: the nth allocation fails, for every n until none does. Each time the library says
 * READOUT_NO_MEMORY, and frees all that it had (the sanitizers see what it would leave behind). Where each piece
 * of an arena is an allocation, opening makes a hundred thousand, and not every one of them has its turn. */
#include "model_sample.h"

#include <unistd.h>

#include "readout/readout.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

static size_t until_failure; /* allocations that succeed before one fails; 0: none fails */
static size_t allocations;   /* that were made */

static bool is_to_fail(void)
{
    allocations++;
    return until_failure && --until_failure == 0;
}

void *__wrap_malloc(size_t size)
{
    return is_to_fail() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_to_fail() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return is_to_fail() ? NULL : __real_realloc(memory, size);
}

static const char article[] =
    "Leaders part without a word\n\nBy Jane Doe\n\nHANOI (AP) -- \"We agree,\" Moon said. He "
    "didn't say\xff more, though Kim, who had called the talks \"a \"step\"\", told him that "
    "it would \"go on.\n\n\"And on.\n\n(Reporting by John Roe)\n";

static int to_nowhere(void *user, const char *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return 0;
}

static enum readout_status write_all(const struct readout_record *record)
{
    const struct readout_writing writing = {.text = true, .tokens = true, .color = true};
    enum readout_status status = READOUT_OK;
    for (enum readout_format format = READOUT_JSON; format <= READOUT_POLECAT && status == READOUT_OK; format++)
        status = readout_record_write(record, format, &writing, to_nowhere, NULL);
    return status;
}

static enum readout_status read_with(struct readout_reader *reader)
{
    const struct readout_meta meta = {.id = "a", .title = "\xff", .published = "2019-03-01"};
    struct readout_record *record;
    enum readout_status status = readout_read(reader, article, sizeof article - 1, &meta, &record);
    assert_int_equal(readout_reader_error(reader)->status, status);
    assert_true((status == READOUT_OK) == (record != NULL));
    if (record)
        status = write_all(record);
    readout_record_free(record);
    return status;
}

static enum readout_status read_article(const struct readout *readout)
{
    struct readout_reader *reader;
    enum readout_status status = readout_reader_open(readout, &reader);
    assert_true((status == READOUT_OK) == (reader != NULL));
    if (reader)
        status = read_with(reader);
    readout_reader_free(reader);
    return status;
}

/* Open with the nth allocation failing. */
static enum readout_status open_with(size_t n, const struct readout_settings *settings, struct readout **readout)
{
    struct readout_error error;
    until_failure = n;
    enum readout_status status = readout_open(settings, readout, &error);
    assert_int_equal(error.status, status);
    assert_true((status == READOUT_OK) == (*readout != NULL));
    assert_true((status == READOUT_OK) == (error.message[0] == '\0'));
    return status;
}

/* From one allocation of opening to the next that is to fail. */
static size_t step_from(size_t n, size_t count)
{
#ifdef RO_ARENA_DEBUG
    enum { LAST = 60, PARTS = 32 }; /* the last ones are those of what the settings name */
    if (n + LAST < count) {
        size_t step = 1 + n / PARTS, rest = count - LAST - n;
        return step < rest ? step : rest;
    }
#endif
    (void)n, (void)count;
    return 1;
}

static void fail_opening(const struct readout_settings *settings, size_t count)
{
    struct readout *readout;
    for (size_t n = 1; n <= count; n += step_from(n, count)) {
        enum readout_status status = open_with(n, settings, &readout);
        if (status != READOUT_NO_MEMORY)
            fail_msg("allocation %zu of opening fails: status %d", n, (int)status);
    }
}

static void fail_reading(const struct readout *readout)
{
    size_t n = 1;
    for (;; n++) {
        until_failure = n;
        enum readout_status status = read_article(readout);
        if (until_failure)
            break; /* fewer than n allocations are made */
        if (status != READOUT_NO_MEMORY)
            fail_msg("allocation %zu of reading fails: status %d", n, (int)status);
    }
    until_failure = 0;
    assert_in_range(n, 8, SIZE_MAX);
}

static void fail_each_allocation(const struct readout_settings *settings)
{
    struct readout *readout;
    allocations = 0;
    assert_int_equal(open_with(0, settings, &readout), READOUT_OK);
    size_t count = allocations;
    assert_in_range(count, 8, SIZE_MAX);
    fail_reading(readout);
    assert_int_equal(read_article(readout), READOUT_OK);
    readout_free(readout);
    fail_opening(settings, count);
}

static void each_allocation_fails(void **state)
{
    (void)state;
    fail_each_allocation(&(const struct readout_settings){.model = "none"});
}

static void each_allocation_fails_with_lexicons_of_a_folder(void **state)
{
    (void)state;
    fail_each_allocation(&(const struct readout_settings){.lexicon_folder = LEXICON_FOLDER, .model = "none"});
}

static void each_allocation_fails_with_a_model(void **state)
{
    (void)state;
    char path[] = "/tmp/readout-model-XXXXXX";
    struct slice bytes = sample_model(&sample_good);
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes.data, bytes.length), (ssize_t)bytes.length);
    close(file);
    free((void *)bytes.data);
    fail_each_allocation(&(const struct readout_settings){.model = path});
    assert_int_equal(unlink(path), 0);
}

static void each_allocation_fails_with_dictionaries(void **state)
{
    (void)state;
    enum { FORMS = READOUT_ISSUES + 1 };
    static const char *const texts[FORMS] = {"MOON [KORGOV]\n+KIM\n\t[PRKGOV >20110101]\n+X]\n",
                                             "!A! = MAN\nENVOY [~GOV]\nCHAIR!A! [~BUS]\n", "CHESS\n",
                                             ("&A\n+AID\n+&B\n--- GIVE [070:071] ---\nGIVE {GAVE}\n+HAND_OVER\n"
                                              "- $ MUST_* {BIG &A} (TO +) [1]\n~ a (b . GIVE) GIVE = a b 1\n"),
                                             "n:moon [TALKS]\n~step\n"};
    char paths[FORMS][32];
    struct readout_dictionary dictionaries[FORMS];
    for (int form = READOUT_ACTORS; form < FORMS; form++) {
        snprintf(paths[form], sizeof paths[form], "/tmp/readout-%d-XXXXXX", form);
        int file = mkstemp(paths[form]);
        assert_true(file >= 0);
        assert_int_equal(write(file, texts[form], strlen(texts[form])), (ssize_t)strlen(texts[form]));
        close(file);
        dictionaries[form] = (struct readout_dictionary){(enum readout_dictionary_form)form, paths[form]};
    }
    fail_each_allocation(
        &(const struct readout_settings){.model = "none", .dictionaries = dictionaries, .dictionary_count = FORMS});
    for (int form = READOUT_ACTORS; form < FORMS; form++)
        assert_int_equal(unlink(paths[form]), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_fails),
        cmocka_unit_test(each_allocation_fails_with_lexicons_of_a_folder),
        cmocka_unit_test(each_allocation_fails_with_a_model),
        cmocka_unit_test(each_allocation_fails_with_dictionaries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
