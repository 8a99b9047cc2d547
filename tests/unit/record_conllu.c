/* record_conllu.c: words and trees as CoNLL-U. */
#include "record_sample.h"

struct sample_word {
    const char *form, *lemma, *upos, *xpos, *deprel;
    uint32_t head;
};

/* A record of one sentence of these words; its arena has them. */
static struct readout_record *conllu_record(const char *text, const struct sample_word *words, uint32_t count)
{
    struct readout_record *record = sample_record(text, strlen(text));
    struct document *document = &record->document;
    document->sentences = ro_arena_alloc(&document->arena, 1, sizeof *document->sentences);
    document->words = ro_arena_alloc(&document->arena, count, sizeof *document->words);
    assert_true(document->sentences && document->words);
    document->sentences[0] = (struct sentence){.span = {0, document->length}, .word_count = count};
    document->sentence_count = 1;
    document->word_count = count;
    uint32_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t begin = at + sample_span(text + at, words[i].form).begin;
        const struct sample_word *word = &words[i];
        document->words[i] = (struct word){.span = {begin, begin + (uint32_t)strlen(word->form)},
                                           .glued = i && begin == at,
                                           .head = word->head,
                                           .lemma = word->lemma,
                                           .upos = word->upos,
                                           .xpos = word->xpos,
                                           .deprel = word->deprel};
        at = document->words[i].span.end;
    }
    return record;
}

static void assert_written(const struct readout_record *record, const char *expected)
{
    struct written written = sample_write(record, READOUT_CONLLU, NULL);
    assert_string_equal(written.data, expected);
    free(written.data);
}

static void a_tree_is_written(void **state)
{
    (void)state;
    static const struct sample_word words[] = {
        {"Kim", "Kim", "PROPN", "NNP", "nsubj", 3}, {"did", "do", "AUX", "VBD", "aux", 3},
        {"n't", "not", "PART", "RB", "advmod", 3},  {"leave", "leave", "VERB", "VB", "root", 3},
        {".", ".", "PUNCT", ".", "punct", 3},
    };
    struct readout_record *record = conllu_record("Kim  didn't\nleave.", words, 5);
    record->document.meta.id = "quay";
    assert_written(record, "# newdoc id = quay\n"
                           "# sent_id = quay-1\n"
                           "# text = Kim didn't leave.\n"
                           "1\tKim\tKim\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n"
                           "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                           "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
                           "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                           "4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                           "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                           "\n");
    readout_record_free(record);
}

static void what_is_not_known_is_an_underscore(void **state)
{
    (void)state;
    static const struct sample_word words[] = {{.form = "5", .head = RO_NONE}, {.form = "pm", .head = RO_NONE}};
    struct readout_record *record = conllu_record("5pm", words, 2);
    assert_written(record, "# newdoc\n"
                           "# sent_id = 1\n"
                           "# text = 5pm\n"
                           "1\t5\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                           "2\tpm\t_\t_\t_\t_\t_\t_\t_\t_\n"
                           "\n");
    readout_record_free(record);
}

static void no_field_is_empty_or_holds_a_tab(void **state)
{
    (void)state;
    static const struct sample_word words[] = {{.form = "a", .lemma = ""}, {.form = "b", .lemma = "\t\x1b"}};
    struct readout_record *record = conllu_record("a b", words, 2);
    struct written written = sample_write(record, READOUT_CONLLU, NULL);
    assert_non_null(strstr(written.data, "\n1\ta\t_\t_"));
    assert_non_null(strstr(written.data, "\n2\tb\t \xEF\xBF\xBD\t_"));
    free(written.data);
    readout_record_free(record);
}

static void contractions_have_a_line_of_their_own(void **state)
{
    (void)state;
    static const struct sample_word words[] = {{.form = "shouldn't"}, {.form = "'ve"},  {.form = "1990"},
                                               {.form = "'s"},        {.form = "x"},    {.form = "-"},
                                               {.form = "y"},         {.form = "boys"}, {.form = "'"}};
    struct readout_record *record = conllu_record("shouldn't've 1990's x-y boys'", words, 9);
    record->document.words[8].apostrophe = true;
    struct written written = sample_write(record, READOUT_CONLLU, NULL);
    static const char *const ranges[] = {"\n1-2\tshouldn't've\t", "\n3-4\t1990's\t", "\n8-9\tboys'\t"};
    size_t found = 0;
    for (const char *at = written.data; (at = strpbrk(at, "-")); at++)
        found += at[-1] >= '1' && at[-1] <= '9' && at[1] >= '1' && at[1] <= '9';
    assert_int_equal(found, 3);
    for (size_t i = 0; i < 3; i++)
        assert_non_null(strstr(written.data, ranges[i]));
    free(written.data);
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_is_written),
        cmocka_unit_test(what_is_not_known_is_an_underscore),
        cmocka_unit_test(no_field_is_empty_or_holds_a_tab),
        cmocka_unit_test(contractions_have_a_line_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
