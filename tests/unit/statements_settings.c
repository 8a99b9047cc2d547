/* statements_settings.c: every entry of lexicon/settings.txt has an example, whose statement must have the setting in brackets. */
#include "example.h"

#include "statements/settings.h"

static bool has_setting(const struct readout_record *record, struct readout_span inside)
{
    struct readout_span span;
    for (size_t i = 0; i < readout_statement_count(record); i++)
        if (readout_statement_setting(record, i, &span) && span.begin == inside.begin && span.end == inside.end)
            return true;
    return false;
}

static void examples_are_read_with_their_settings(void **state)
{
    (void)state;
    examples_check("settings.txt", has_setting);
}

static void errors_name_file_line_and_column(void **state)
{
    (void)state;
    static const struct lexicon_file file = {"settings.txt",
                                             RO_SLICE("# head\nrally | at | He said [at a rally] so.\n")};
    struct arena arena;
    const struct settings *settings;
    struct readout_error error;
    ro_arena_init(&arena);
    assert_int_equal(ro_settings_read(&arena, &file, &settings, &error), READOUT_BAD_LEXICON);
    assert_contains(error.message, "settings.txt:2:1: 3 fields");
    ro_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_read_with_their_settings),
        cmocka_unit_test(errors_name_file_line_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
