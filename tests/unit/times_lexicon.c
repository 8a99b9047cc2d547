/* times_lexicon.c: every entry of lexicon/times.txt has an example, in which what is in brackets is a time. */
#include "example.h"

#include "times/timewords.h"

static bool has_time(const struct readout_record *record, struct readout_span inside)
{
    for (size_t i = 0; i < readout_time_count(record); i++) {
        struct readout_span span = readout_time_span(record, i);
        if (span.begin == inside.begin && span.end == inside.end)
            return true;
    }
    return false;
}

static void examples_are_read_with_their_times(void **state)
{
    (void)state;
    examples_check("times.txt", has_time);
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
