/* statements_settings.c: every entry of lexicon/settings.txt has an example, whose statement must have the setting in brackets. */
#include "unit.h"

#include "statements/settings.h"

enum { LONGEST_EXAMPLE = 200 };

static const struct lexicon_file *settings_file(void)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, "settings.txt") != 0)
        file++;
    return file;
}

/* An example without its brackets, and what is between them. */
static void unwrap(struct slice example, char text[LONGEST_EXAMPLE], char setting[LONGEST_EXAMPLE])
{
    size_t length = 0, inside = 0;
    bool open = false;
    assert_in_range(example.length, 1, LONGEST_EXAMPLE - 1);
    for (size_t i = 0; i < example.length; i++) {
        char c = example.data[i];
        if (c == '[' || c == ']') {
            open = c == '[';
            continue;
        }
        text[length++] = c;
        if (open)
            setting[inside++] = c;
    }
    text[length] = setting[inside] = '\0';
    assert_true(inside > 0);
}

static bool has_setting(struct readout_reader *reader, struct slice example)
{
    char text[LONGEST_EXAMPLE], setting[LONGEST_EXAMPLE];
    struct readout_record *record;
    struct readout_span span;
    bool found = false;
    unwrap(example, text, setting);
    assert_int_equal(readout_read(reader, text, strlen(text), NULL, &record), READOUT_OK);
    for (size_t i = 0; i < readout_statement_count(record); i++) {
        size_t length = 0;
        const char *words = readout_statement_setting(record, i, &span) ? readout_record_text(record, span, &length)
                                                                        : "";
        found |= length == strlen(setting) && memcmp(words, setting, length) == 0;
    }
    readout_record_free(record);
    return found;
}

static void examples_are_read_with_their_settings(void **state)
{
    (void)state;
    struct readout *readout;
    struct readout_reader *reader;
    struct lexicon_reader rows;
    struct lexicon_row row;
    unsigned missed = 0;
    assert_int_equal(readout_open(NULL, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    ro_lexicon_start(&rows, settings_file());
    while (ro_lexicon_next(&rows, &row)) {
        if (has_setting(reader, row.fields[3]))
            continue;
        missed++;
        print_error("settings.txt:%u: the example is not read with its setting: %.*s\n", (unsigned)rows.line,
                    (int)row.fields[3].length, row.fields[3].data);
    }
    assert_int_equal(missed, 0);
    readout_reader_free(reader);
    readout_free(readout);
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
