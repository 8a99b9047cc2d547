/* text_abbreviations.c: every entry of lexicon/abbreviations.txt has an example, in which it must be one word with
 * its full stop, and end no sentence. */
#include "text_stages.h"

static bool has_word(const struct document *document, struct slice form)
{
    for (uint32_t i = 0; i < document->word_count; i++)
        if (ro_slice_equal(ro_document_word(document, i), form))
            return true;
    return false;
}

static void examples_are_one_sentence(void **state)
{
    (void)state;
    struct stages stages;
    struct lexicon_reader reader;
    struct lexicon_row row;
    unsigned wrong = 0;
    stages_open(&stages);
    ro_lexicon_start(&reader, abbreviations_file());
    while (ro_lexicon_next(&reader, &row)) {
        struct slice example = row.fields[2];
        const struct document *document = stages_read(&stages, example.data, example.length);
        if (document->sentence_count == 1 && has_word(document, row.fields[0]))
            continue;
        wrong++;
        print_error("abbreviations.txt:%u: not one sentence with the word \"%.*s\": %.*s\n", (unsigned)reader.line,
                    (int)row.fields[0].length, row.fields[0].data, (int)example.length, example.data);
    }
    assert_int_equal(wrong, 0);
    stages_close(&stages);
}

static void errors_point_at_the_field(void **state)
{
    (void)state;
    static const struct {
        struct slice text;
        const char *message;
    } cases[] = {
        {RO_SLICE("Mr. | title\n"), "abbreviations.txt:1:1: wanted 3 fields"},
        {RO_SLICE("Mr | title | Mr Moon left.\n"), "abbreviations.txt:1:1: an abbreviation ends with"},
        {RO_SLICE("# none\nMr. | tilte | Mr. Moon left.\n"), "abbreviations.txt:2:7: no kind \"tilte\""},
        {RO_SLICE("Mr. | title | a\nMr. | title | b\n"), "abbreviations.txt:2:1: Mr. stands here twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct lexicon_file file = {"abbreviations.txt", cases[i].text};
        const struct abbreviations *abbreviations;
        struct readout_error error;
        struct arena arena;
        ro_arena_init(&arena);
        assert_int_equal(ro_abbreviations_read(&arena, &file, &abbreviations, &error), READOUT_BAD_LEXICON);
        assert_null(abbreviations);
        assert_memory_equal(error.message, cases[i].message, strlen(cases[i].message));
        ro_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_one_sentence),
        cmocka_unit_test(errors_point_at_the_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
