/* statements_cues.c: every entry of lexicon/cues.txt has an example, which must be read with its cue. */
#include "unit.h"

#include "statements/cues.h"

static const struct lexicon_file *cues_file(void)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, "cues.txt") != 0)
        file++;
    return file;
}

static bool has_cue(struct readout_reader *reader, const struct cue *cue)
{
    struct readout_record *record;
    bool found = false;
    assert_int_equal(readout_read(reader, cue->example.data, cue->example.length, NULL, &record), READOUT_OK);
    for (size_t i = 0; i < readout_statement_count(record); i++) {
        const char *lemma = readout_statement_lemma(record, i);
        found |= lemma && strcmp(lemma, cue->lemma) == 0 && readout_statement_act(record, i) == cue->act;
    }
    readout_record_free(record);
    return found;
}

static void examples_are_read_with_their_cues(void **state)
{
    (void)state;
    struct arena arena;
    struct readout *readout;
    struct readout_reader *reader;
    const struct cues *cues;
    unsigned missed = 0;
    ro_arena_init(&arena);
    assert_int_equal(ro_cues_read(&arena, cues_file(), &cues, NULL), READOUT_OK);
    assert_int_equal(readout_open(NULL, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    const struct cue *cue;
    for (uint32_t i = 0; (cue = ro_cues_at(cues, i)); i++) {
        if (has_cue(reader, cue))
            continue;
        missed++;
        print_error("cues.txt:%u: the example of \"%s\" is not read with its cue: %.*s\n", (unsigned)cue->line,
                    cue->lemma, (int)cue->example.length, cue->example.data);
    }
    assert_int_equal(missed, 0);
    readout_reader_free(reader);
    readout_free(readout);
    ro_arena_release(&arena);
}

static void errors_name_file_line_and_column(void **state)
{
    (void)state;
    static const struct lexicon_file file = {"cues.txt", RO_SLICE("# head\nsay | | asert | say | x\n")};
    struct arena arena;
    const struct cues *cues;
    struct readout_error error;
    ro_arena_init(&arena);
    assert_int_equal(ro_cues_read(&arena, &file, &cues, &error), READOUT_BAD_LEXICON);
    assert_null(cues);
    assert_memory_equal(error.message, "cues.txt:2:9: no act \"asert\"", 28);
    ro_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_read_with_their_cues),
        cmocka_unit_test(errors_name_file_line_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
