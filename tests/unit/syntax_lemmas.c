/* syntax_lemmas.c: lemmas by a small table that is made here, and tables that are refused. */
#include "model_file.h"

#include <xxhash.h>

#include "syntax/lemmas.h"

enum { NN, NNS, NNP, XPOS, UPOS = 2 };
enum { ENDS = 9, CASES = 19, RULES = 4, NO_ANSWER = 0xFFFF, WHOLE = 255 };
enum { KEEP, LOWER, TITLE, UPPER, NO_COMMAS };

struct tables {
    uint32_t end_first[ENDS + 1], case_first[CASES + 1], rules[RULES][2];
    uint16_t end_answers[ENDS], case_answers[CASES];
    uint8_t end_letters[ENDS], case_letters[CASES], tags[UPOS][XPOS];
    char added[5];
};

/* Ends: NN "me" -> "I"; NNS "...s" -> "...", "...ies" -> "...y". Cases: names are written large and other words small, but
 * for "DNA". Each root has five shapes: low, capital, capitals, mixed, number. */
static const struct tables good = {
    .end_letters = {0, 0, 0, 'e', 's', 'm', 'e', 0, 'i'},
    .end_first = {3, 4, 5, 5, 6, 7, 8, 9, 9, 9},
    .end_answers = {0, 0, 0, NO_ANSWER, 1, NO_ANSWER, NO_ANSWER, 3, 2},
    .rules = {{0, 0}, {1, 0}, {3, 1}, {WHOLE, 3}},
    .added = {0, 'y', 0, 'I', 0},
    .case_letters = {[15] = 'a', 'n', 'd', 0},
    .case_first = {15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 18, 19, 19},
    .case_answers = {LOWER, LOWER, LOWER, KEEP, NO_COMMAS, LOWER, LOWER, LOWER, KEEP, KEEP, TITLE, KEEP, TITLE,
                     KEEP, UPPER, NO_ANSWER, NO_ANSWER, NO_ANSWER, KEEP},
    .tags = {{NN, NNS, NNP}, {NN, NNS, NNP}},
};

/* Give all tensors but one to a file. */
static struct slice write_file(const struct tables *table, const char *without)
{
    const struct {
        const char *name, *type;
        uint32_t rank, shape[2];
        const void *data;
    } tensors[] = {
        {"lemma.end.first", "U32", 1, {ENDS + 1}, table->end_first},
        {"lemma.case.first", "U32", 1, {CASES + 1}, table->case_first},
        {"lemma.ends", "U32", 2, {RULES, 2}, table->rules},
        {"lemma.end.answers", "U16", 1, {ENDS}, table->end_answers},
        {"lemma.case.answers", "U16", 1, {CASES}, table->case_answers},
        {"lemma.end.letters", "U8", 1, {ENDS}, table->end_letters},
        {"lemma.case.letters", "U8", 1, {CASES}, table->case_letters},
        {"lemma.tags", "U8", 2, {UPOS, XPOS}, table->tags},
        {"lemma.added", "U8", 1, {sizeof table->added}, table->added},
    };
    struct model_file file;
    model_file_start(&file);
    model_file_metadata(&file, "schema", RO_MODEL_SCHEMA);
    for (size_t i = 0; i < sizeof tensors / sizeof *tensors; i++)
        if (!without || strcmp(tensors[i].name, without) != 0)
            model_file_tensor(&file, tensors[i].name, tensors[i].type, tensors[i].rank, tensors[i].shape,
                              tensors[i].data);
    return model_file_end(&file, XXH3_64bits);
}

/* A table as it is read; to be released. */
struct loaded {
    struct arena arena;
    struct slice file;
    struct weights weights;
    const struct lemmas *lemmas;
    struct readout_error error;
};

static enum readout_status load(struct loaded *loaded, const struct tables *table, const char *without,
                                uint32_t xpos)
{
    *loaded = (struct loaded){.file = write_file(table, without)};
    ro_arena_init(&loaded->arena);
    if (ro_weights_read(&loaded->weights, &loaded->arena, loaded->file, "m", &loaded->error) != READOUT_OK)
        fail_msg("%s", loaded->error.message);
    return ro_lemmas_read(&loaded->lemmas, &loaded->arena, &loaded->weights, UPOS, xpos, &loaded->error);
}

static void release(struct loaded *loaded)
{
    ro_weights_close(&loaded->weights);
    ro_arena_release(&loaded->arena);
    free((void *)loaded->file.data);
}

static void words_have_lemmas(void **state)
{
    static const struct {
        const char *form;
        uint32_t xpos;
        const char *lemma;
    } words[] = {
        {"cats", NNS, "cat"},
        {"Cities", NNS, "city"},
        {"CITIES", NNS, "city"},
        {"ies", NNS, "ies"},
        {"s", NNS, "s"},
        {"me", NN, "I"},
        {"ME", NN, "I"},
        {"meme", NN, "meme"},
        {"DNA", NN, "DNA"},
        {"CDNA", NN, "cdna"},
        {"1,200", NN, "1200"},
        {"1,", NN, "1"},
        {"Paris", NNP, "Paris"},
        {"PARIS", NNP, "Paris"},
        {"paris", NNP, "Paris"},
        {"2nd", NNP, "2ND"},
        {"iPhone", NN, "iPhone"},
        {"McLeods", NNS, "McLeod"},
        {"ÉCOLE", NN, "école"},
        {"ÉVRY", NNP, "Évry"},
        {"straße", NNP, "Straße"},
        {"ßa", NNP, "ßa"},
        {"4ß", NNP, "4ß"},
        {"’CAUSE", NN, "'cause"},
        {"“", NN, "“"},
        {"ΟΔΟΣ", NN, "οδοσ"},
        {"\xFF\xC3 AB", NN, "\xFF\xC3 ab"},
        {"\xC3", NN, "\xC3"},
        {"\xED\xA0\x80", NNP, "\xED\xA0\x80"},
        {"", NN, ""},
    };
    (void)state;
    struct loaded loaded;
    if (load(&loaded, &good, NULL, XPOS) != READOUT_OK)
        fail_msg("%s", loaded.error.message);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *lemma = ro_lemma(loaded.lemmas, &loaded.arena, ro_slice(words[i].form), i % UPOS,
                                     words[i].xpos);
        assert_non_null(lemma);
        assert_string_equal(lemma, words[i].lemma);
    }
    release(&loaded);
}

static void a_very_long_word_is_its_own_lemma(void **state)
{
    enum { LONG = 100000 };
    (void)state;
    struct loaded loaded;
    assert_int_equal(load(&loaded, &good, NULL, XPOS), READOUT_OK);
    char *form = calloc(1, LONG + 1);
    assert_non_null(form);
    memset(form, 'S', LONG);
    const char *longest = ro_lemma(loaded.lemmas, &loaded.arena, (struct slice){form, RO_LEMMA_LONGEST}, 0, NNS);
    assert_int_equal(strspn(longest, "s"), RO_LEMMA_LONGEST - 1);
    for (size_t length = RO_LEMMA_LONGEST + 1; length <= LONG; length += LONG - RO_LEMMA_LONGEST - 1) {
        const char *lemma = ro_lemma(loaded.lemmas, &loaded.arena, (struct slice){form, length}, 0, NNS);
        assert_int_equal(strspn(lemma, "S"), length);
        assert_int_equal(lemma[length], 0);
    }
    free(form);
    release(&loaded);
}

static void a_word_that_holds_a_nul_has_no_lemma(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_int_equal(load(&loaded, &good, NULL, XPOS), READOUT_OK);
    assert_string_equal(ro_lemma(loaded.lemmas, &loaded.arena, (struct slice){"\0", 1}, 0, NNS), "_");
    assert_string_equal(ro_lemma(loaded.lemmas, &loaded.arena, (struct slice){"s\0s", 3}, 0, NNS), "_");
    release(&loaded);
}

/* Each of four bytes in small letters, where some take more room than in capitals. */
static void a_word_of_wide_letters_has_room(void **state)
{
    (void)state;
    struct loaded loaded;
    char form[4 * RO_LEMMA_LONGEST + 1] = "", more[3 * RO_LEMMA_LONGEST + 1] = "";
    for (size_t i = 0; i < RO_LEMMA_LONGEST; i++) {
        memcpy(form + 4 * i, "\xF0\x90\x90\x80", 4); /* U+10400, whose small letter is U+10428 */
        memcpy(more + 2 * i, "\xC8\xBA", 2);         /* U+023A, whose small letter is U+2C65 */
    }
    assert_int_equal(load(&loaded, &good, NULL, XPOS), READOUT_OK);
    const char *lemma = ro_lemma(loaded.lemmas, &loaded.arena, ro_slice(form), 0, NN);
    assert_int_equal(strlen(lemma), sizeof form - 1);
    assert_memory_equal(lemma + sizeof form - 5, "\xF0\x90\x90\xA8", 4);
    lemma = ro_lemma(loaded.lemmas, &loaded.arena, ro_slice(more), 0, NN);
    assert_int_equal(strlen(lemma), sizeof more - 1);
    release(&loaded);
}

static void a_stored_lemma_is_not_copied(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_int_equal(load(&loaded, &good, NULL, XPOS), READOUT_OK);
    const char *first = ro_lemma(loaded.lemmas, &loaded.arena, RO_SLICE("me"), 0, NN);
    assert_ptr_equal(first, ro_lemma(loaded.lemmas, &loaded.arena, RO_SLICE("Me"), 1, NN));
    assert_in_range((uintptr_t)first, (uintptr_t)loaded.file.data,
                    (uintptr_t)loaded.file.data + loaded.file.length);
    release(&loaded);
}

static void tags_that_are_not_there_leave_the_form(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_int_equal(load(&loaded, &good, NULL, XPOS), READOUT_OK);
    assert_string_equal(ro_lemma(loaded.lemmas, &loaded.arena, RO_SLICE("Cats"), UPOS, NNS), "Cats");
    assert_string_equal(ro_lemma(loaded.lemmas, &loaded.arena, RO_SLICE("Cats"), 0, XPOS), "Cats");
    release(&loaded);
}

static void refuse(const struct tables *table, const char *without, uint32_t xpos, const char *tensor)
{
    struct loaded loaded;
    assert_int_equal(load(&loaded, table, without, xpos), READOUT_BAD_MODEL);
    assert_null(loaded.lemmas);
    assert_int_equal(loaded.error.status, READOUT_BAD_MODEL);
    if (!strstr(loaded.error.message, tensor))
        fail_msg("no %s in: %s", tensor, loaded.error.message);
    release(&loaded);
}

#define REFUSE(place, value, tensor)                                                                               \
    do {                                                                                                           \
        struct tables spoilt = good;                                                                               \
        spoilt.place = (value);                                                                                    \
        refuse(&spoilt, NULL, XPOS, tensor);                                                                       \
    } while (0)

static void spoilt_tables_are_refused(void **state)
{
    (void)state;
    REFUSE(end_first[3], 3, "lemma.end.first"); /* its own child */
    REFUSE(end_first[4], 8, "lemma.end.first"); /* more than the next */
    REFUSE(end_first[0], 0, "lemma.end.first"); /* no roots */
    REFUSE(end_first[ENDS], ENDS + 1, "lemma.end.first");
    REFUSE(end_first[ENDS], UINT32_MAX, "lemma.end.first");
    REFUSE(case_first[CASES], CASES - 1, "lemma.case.first");
    REFUSE(case_first[0], 14, "lemma.case.first"); /* not five shapes a tag */
    REFUSE(end_answers[0], NO_ANSWER, "lemma.end.answers");
    REFUSE(end_answers[4], RULES, "lemma.end.answers");
    REFUSE(case_answers[14], NO_ANSWER, "lemma.case.answers");
    REFUSE(case_answers[18], NO_COMMAS + 1, "lemma.case.answers");
    REFUSE(rules[2][1], sizeof good.added, "lemma.ends");
    REFUSE(rules[3][1], UINT32_MAX, "lemma.ends");
    REFUSE(added[4], 'x', "lemma.added");
    REFUSE(added[1], '\xFF', "lemma.added");
    REFUSE(added[3], '\xC3', "lemma.added"); /* without the byte that follows */
    REFUSE(tags[1][2], XPOS, "lemma.tags");
}

static void an_end_begins_with_a_character(void **state)
{
    (void)state;
    struct tables table = good;
    memcpy(table.added, "\0\0\xC3\xA9", sizeof table.added);
    table.rules[2][1] = table.rules[3][1] = 2;
    struct loaded loaded;
    assert_int_equal(load(&loaded, &table, NULL, XPOS), READOUT_OK);
    assert_string_equal(ro_lemma(loaded.lemmas, &loaded.arena, RO_SLICE("Cities"), 0, NNS), "cité");
    release(&loaded);
    table.rules[2][1] = 3;
    refuse(&table, NULL, XPOS, "lemma.ends");
}

static void each_tensor_must_be_there(void **state)
{
    static const char *const names[] = {"lemma.end.first",    "lemma.case.first",   "lemma.ends",
                                        "lemma.end.answers",  "lemma.case.answers", "lemma.end.letters",
                                        "lemma.case.letters", "lemma.tags",         "lemma.added"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        refuse(&good, names[i], XPOS, names[i]);
    refuse(&good, NULL, XPOS + 1, "lemma.tags");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_lemmas),
        cmocka_unit_test(a_very_long_word_is_its_own_lemma),
        cmocka_unit_test(a_word_that_holds_a_nul_has_no_lemma),
        cmocka_unit_test(a_word_of_wide_letters_has_room),
        cmocka_unit_test(a_stored_lemma_is_not_copied),
        cmocka_unit_test(tags_that_are_not_there_leave_the_form),
        cmocka_unit_test(spoilt_tables_are_refused),
        cmocka_unit_test(an_end_begins_with_a_character),
        cmocka_unit_test(each_tensor_must_be_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
