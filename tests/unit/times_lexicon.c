/* times_lexicon.c: every entry of lexicon/times.txt has an example, in which what is in brackets is a time. */
#include "unit.h"

#include "times/timewords.h"

enum { LONGEST_EXAMPLE = 200 };

static const struct lexicon_file *times_file(void)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, "times.txt") != 0)
        file++;
    return file;
}

/* Whether a time of the example without its brackets is what they held. */
static bool has_time(struct readout_reader *reader, struct slice example)
{
    char text[LONGEST_EXAMPLE] = "";
    struct readout_record *record;
    size_t length = 0, begin = 0, end = 0;
    bool found = false;
    assert_in_range(example.length, 1, LONGEST_EXAMPLE - 1);
    for (size_t i = 0; i < example.length; i++) {
        if (example.data[i] == '[')
            begin = length;
        else if (example.data[i] == ']')
            end = length;
        else
            text[length++] = example.data[i];
    }
    assert_true(end > begin);
    assert_int_equal(readout_read(reader, text, length, NULL, &record), READOUT_OK);
    for (size_t i = 0; i < readout_time_count(record); i++) {
        struct readout_span span = readout_time_span(record, i);
        found |= span.begin == begin && span.end == end;
    }
    readout_record_free(record);
    return found;
}

static void examples_are_read_with_their_times(void **state)
{
    (void)state;
    struct readout *readout;
    struct readout_reader *reader;
    struct lexicon_reader rows;
    struct lexicon_row row;
    unsigned missed = 0;
    assert_int_equal(readout_open(NULL, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    ro_lexicon_start(&rows, times_file());
    while (ro_lexicon_next(&rows, &row)) {
        if (has_time(reader, row.fields[3]))
            continue;
        missed++;
        print_error("times.txt:%u: the example is not read with its time: %.*s\n", (unsigned)rows.line,
                    (int)row.fields[3].length, row.fields[3].data);
    }
    assert_int_equal(missed, 0);
    readout_reader_free(reader);
    readout_free(readout);
}

static void expect_error(const char *line, const char *message)
{
    const struct lexicon_file file = {"times.txt", {line, strlen(line)}};
    struct arena arena;
    const struct timewords *timewords;
    struct readout_error error;
    ro_arena_init(&arena);
    assert_int_equal(ro_timewords_read(&arena, &file, &timewords, &error), READOUT_BAD_LEXICON);
    assert_contains(error.message, message);
    ro_arena_release(&arena);
}

static void errors_name_file_line_and_column(void **state)
{
    (void)state;
    expect_error("# head\nmonday | weekday | It closed on [Monday].\n", "times.txt:2:1: 3 fields");
    expect_error("monday | weekdays | 1 | It closed on [Monday].\n", "times.txt:1:10: no kind \"weekdays\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_read_with_their_times),
        cmocka_unit_test(errors_name_file_line_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
