/* record_write.c: writing that fails: at the nth piece that the sink gets, for every n, and at the nth allocation. */
#include "position_sample.h"

#include "record/output.h"

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

static size_t until_failure; /* allocations up to the one that fails; 0: none fails */

void *__wrap_malloc(size_t size)
{
    if (until_failure && --until_failure == 0)
        return NULL;
    return __real_malloc(size);
}

enum { LENGTH = 300000 };

/* A record of several pieces: a long text with a long statement in it. */
static struct readout_record *long_record(char *text)
{
    static struct span content = {0, LENGTH};
    static struct statement statement = {
        .contents = &content, .content_count = 1, .time = RO_NONE, .within = RO_NONE};
    memset(text, 'a', LENGTH);
    for (size_t i = 9; i < LENGTH; i += 10)
        text[i] = ' ';
    struct readout_record *record = sample_record(text, LENGTH);
    record->document.statements = &statement;
    record->document.statement_count = 1;
    return record;
}

struct faulty {
    size_t calls, fails_at; /* 0: never */
    size_t length, largest;
};

static int faulty_sink(void *user, const char *bytes, size_t length)
{
    (void)bytes;
    struct faulty *faulty = user;
    faulty->length += length;
    faulty->largest = length > faulty->largest ? length : faulty->largest;
    return ++faulty->calls == faulty->fails_at;
}

static void check_sink(const struct readout_record *record, enum readout_format format)
{
    const struct readout_writing writing = {.text = true};
    struct faulty whole = {0};
    assert_int_equal(readout_record_write(record, format, &writing, faulty_sink, &whole), READOUT_OK);
    assert_int_equal(whole.calls, (whole.length + RO_OUTPUT_SIZE - 1) / RO_OUTPUT_SIZE);
    assert_in_range(whole.length, LENGTH, 2 * LENGTH);
    assert_int_equal(whole.largest, RO_OUTPUT_SIZE);
    for (size_t n = 1; n <= whole.calls; n++) {
        struct faulty faulty = {.fails_at = n};
        assert_int_equal(readout_record_write(record, format, &writing, faulty_sink, &faulty), READOUT_IO);
        assert_int_equal(faulty.calls, n);
    }
}

static void a_sink_fails_at_each_piece(void **state)
{
    (void)state;
    char *text = malloc(LENGTH);
    struct readout_record *record = long_record(text);
    for (enum readout_format format = READOUT_JSON; format <= READOUT_PAGE; format++)
        check_sink(record, format);
    readout_record_free(record);
    free(text);
}

static enum readout_status write_to_nowhere(const struct readout_record *record, enum readout_format format,
                                            size_t n)
{
    struct faulty nowhere = {0};
    until_failure = n;
    enum readout_status status = readout_record_write(record, format, NULL, faulty_sink, &nowhere);
    if (status != READOUT_OK)
        assert_int_equal(nowhere.calls, 0);
    return status;
}

static void writing_fails_at_each_allocation(void **state)
{
    (void)state;
    struct readout_record *record = sample_record("Few words.", 10);
    for (enum readout_format format = READOUT_JSON; format <= READOUT_POLECAT; format++) {
        size_t n = 1;
        for (; write_to_nowhere(record, format, n) == READOUT_NO_MEMORY; n++)
            assert_int_equal(until_failure, 0);
        assert_int_equal(until_failure, 1); /* one more allocation would have failed */
        assert_int_equal(n, 2);
        until_failure = 0;
    }
    readout_record_free(record);
}

/* Groups of positions, and the two sides of a dispute. */
static void a_page_fails_at_each_allocation(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    const struct readout_writing tables[] = {{.table = READOUT_POSITIONS}, {.table = READOUT_DISPUTES}};
    for (size_t i = 0; i < 2; i++) {
        enum readout_status status = READOUT_NO_MEMORY;
        size_t n = 0;
        while (status == READOUT_NO_MEMORY) {
            struct faulty nowhere = {0};
            until_failure = ++n;
            status = readout_record_write(record, READOUT_PAGE, &tables[i], faulty_sink, &nowhere);
        }
        assert_int_equal(status, READOUT_OK);
        assert_in_range(n, 3, 20);
        until_failure = 0;
    }
    readout_record_free(record);
}

static void finishing_fails_at_its_allocation(void **state)
{
    (void)state;
    static char wide[100000];
    for (size_t i = 0; i < sizeof wide; i += 2)
        memcpy(wide + i, "\xC3\xA9", 2);
    struct readout_record *record = calloc(1, sizeof *record);
    assert_non_null(record);
    ro_arena_init(&record->document.arena);
    record->document.text = wide;
    record->document.length = sizeof wide;
    struct readout_error error = {.status = READOUT_OK};
    until_failure = 1;
    assert_int_equal(ro_record_finish(record, &error), READOUT_NO_MEMORY);
    assert_int_equal(until_failure, 0);
    assert_int_equal(error.status, READOUT_NO_MEMORY);
    assert_string_equal(error.message, "record: no memory for the offsets of 100000 bytes; split it");
    assert_int_equal(ro_record_finish(record, &error), READOUT_OK);
    assert_int_equal(record->characters, 50000);
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sink_fails_at_each_piece),
        cmocka_unit_test(writing_fails_at_each_allocation),
        cmocka_unit_test(a_page_fails_at_each_allocation),
        cmocka_unit_test(finishing_fails_at_its_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
