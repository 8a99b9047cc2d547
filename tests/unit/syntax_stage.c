/* syntax_stage.c: from vectors to tags and trees, with a small model whose weights are random: what comes out means
 * nothing, but is what the page of the model says, and one tree a sentence. */
#include "model_file.h"
#include "text_stages.h"

#include <math.h>
#include <xxhash.h>

#include "model/encoder.h"
#include "syntax/heads.h"
#include "syntax/syntax.h"

enum { WIDTH = 32, RELATIONS = 4, TAGS = 3, XPOS = 5, OUTPUTS = RO_UPOS + TAGS + XPOS };

static const char vocabulary[] = "[UNK]\nkim\nmoon\n##s\n"; /* a multiple of four */

static void add_floats(struct model_file *file, const char *name, uint32_t rank, const uint32_t *shape)
{
    uint32_t state = 9;
    float values[RELATIONS * RO_RELATION];
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        values[i] = (float)(model_file_random(&state) % 2001) / 1000.0f - 1.0f;
    model_file_tensor(file, name, "F32", rank, shape, values);
}

/* A small model; of so many outputs, and with these relations. */
static struct slice small_model(uint32_t outputs, const char *relations)
{
    static const uint32_t width[] = {RO_RELATION}, shape[] = {RELATIONS, RO_RELATION};
    struct model_file file;
    uint32_t state = 5;
    model_file_start(&file);
    model_file_metadata(&file, "schema", RO_MODEL_SCHEMA);
    model_file_metadata(&file, "dilations", "1 2");
    model_file_metadata(&file, "labels.upos", "NOUN PUNCT VERB");
    model_file_metadata(&file, "labels.xpos", "NN NNP VBD , .");
    model_file_metadata(&file, "labels.deprel", relations);
    add_floats(&file, "syntax.root", 1, width);
    add_floats(&file, "syntax.relation.weight", 2, shape);
    add_floats(&file, "syntax.relation.bias", 1, shape);
    model_file_matrix(&file, "start", 1, 1, WIDTH, &state);
    model_file_matrix(&file, "syntax", outputs, 1, WIDTH, &state);
    model_file_encoder(&file, (struct slice){vocabulary, sizeof vocabulary - 1}, 4, WIDTH, WIDTH, 2, &state);
    return model_file_end(&file, XXH3_64bits);
}

struct reading {
    struct stages stages;
    struct slice file;
    struct model *model;
};

static void reading_open(struct reading *reading)
{
    struct resources *resources = &reading->stages.resources;
    struct readout_error error = {0};
    stages_open(&reading->stages);
    reading->file = small_model(OUTPUTS, "nsubj root obj punct");
    enum readout_status status = ro_model_read(&reading->model, &reading->stages.arena, reading->file, "small",
                                               NULL, &error);
    if (status == READOUT_OK)
        status = ro_syntax_read(&resources->syntax, &reading->stages.arena, reading->model, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, READOUT_OK);
    resources->model = reading->model;
}

static void reading_close(struct reading *reading)
{
    ro_model_close(reading->model);
    stages_close(&reading->stages);
    free((void *)reading->file.data);
}

static const struct document *read_text(struct reading *reading, const char *text)
{
    struct context *context = &reading->stages.context;
    ro_arena_clear(&context->scratch);
    stages_read(&reading->stages, text, strlen(text));
    assert_int_equal(ro_encoder_stage(context, &reading->stages.document), READOUT_OK);
    assert_int_equal(ro_syntax_stage(context, &reading->stages.document), READOUT_OK);
    return &reading->stages.document;
}

/* A text of so many words, without a full stop but at the end. */
static char *long_sentence(uint32_t count)
{
    static const char *const words[] = {"Kim ", "met ", "Moon ", "again ", "and ", "talked "};
    char *text = malloc((size_t)count * 8 + 1);
    assert_non_null(text);
    size_t length = 0;
    uint32_t state = 3;
    for (uint32_t i = 1; i < count; i++)
        length += (size_t)snprintf(text + length, 8, "%s", words[model_file_random(&state) % 6]);
    memcpy(text + length, ".", 2);
    return text;
}

static void check_word(const struct document *document, const struct sentence *sentence, uint32_t index)
{
    const struct word *word = &document->words[index];
    assert_non_null(word->upos);
    assert_non_null(word->xpos);
    assert_in_range(word->head, sentence->first_word, sentence->first_word + sentence->word_count - 1);
    assert_int_equal(strcmp(word->deprel, "root") == 0, word->head == index);
}

/* From each word there is a way to the one root: short enough, since those passed are not passed again. */
static void check_tree(const struct document *document, const struct sentence *sentence)
{
    uint32_t roots = 0;
    bool *led = calloc(document->word_count, sizeof *led);
    assert_non_null(led);
    for (uint32_t i = sentence->first_word; i < sentence->first_word + sentence->word_count; i++) {
        uint32_t at = i, steps = 0;
        check_word(document, sentence, i);
        roots += document->words[i].head == i;
        for (; !led[at] && document->words[at].head != at; at = document->words[at].head)
            assert_in_range(++steps, 1, sentence->word_count);
        for (at = i; !led[at]; at = document->words[at].head)
            led[at] = true;
    }
    assert_int_equal(roots, 1);
    free(led);
}

static void check_trees(const struct document *document)
{
    for (uint32_t i = 0; i < document->sentence_count; i++)
        check_tree(document, &document->sentences[i]);
}

static void each_sentence_is_a_tree(void **state)
{
    (void)state;
    struct reading reading;
    reading_open(&reading);
    const struct document *document = read_text(&reading, "Kim met Moon. \"Why?\"\n\nNobody knew. No.\n");
    assert_in_range(document->sentence_count, 3, 5);
    check_trees(document);
    assert_int_equal(read_text(&reading, " \n")->word_count, 0);
    reading_close(&reading);
}

/* Words from first to end, of which one alone has its head outside. */
static void check_piece(const struct document *document, uint32_t first, uint32_t end)
{
    uint32_t outside = 0;
    for (uint32_t i = first; i < end; i++)
        outside += document->words[i].head < first || document->words[i].head >= end;
    assert_int_equal(outside, 1);
}

static void a_long_sentence_is_a_tree_too(void **state)
{
    (void)state;
    struct reading reading;
    reading_open(&reading);
    static const uint32_t counts[] = {255, 256, 257, 512, 3000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        char *text = long_sentence(counts[i]);
        const struct document *document = read_text(&reading, text);
        assert_int_equal(document->sentence_count, 1);
        assert_int_equal(document->word_count, counts[i]);
        check_trees(document);
        for (uint32_t first = RO_TREE_WORDS; first + RO_TREE_WORDS <= counts[i]; first += RO_TREE_WORDS)
            check_piece(document, first, first + RO_TREE_WORDS);
        free(text);
    }
    reading_close(&reading);
}

static void a_long_sentence_is_cut_at_marks(void **state)
{
    (void)state;
    struct reading reading;
    reading_open(&reading);
    char *text = long_sentence(400);
    size_t words = 0;
    for (char *at = text; *at; at++) {
        words += *at == ' ';
        if (*at == ' ' && (words == 200 || words == 150 || words == 100))
            memcpy(at - 1, words == 150 ? ";" : ",", 1); /* "me;" is two words, so that the next are one later */
    }
    const struct document *document = read_text(&reading, text);
    assert_int_equal(document->word_count, 403);
    check_trees(document);
    check_piece(document, 152, 403);
    free(text);
    reading_close(&reading);
}

static void tags_do_not_depend_on_what_follows_far_away(void **state)
{
    (void)state;
    struct reading reading;
    reading_open(&reading);
    char text[4096] = "";
    size_t length = 0;
    for (int i = 0; i < 60; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s",
                                   i % 3 ? "Kim met Moon. " : "Nobody knew, and so he left them. ");
    const struct document *document = read_text(&reading, text);
    uint32_t heads[100];
    const char *relations[100], *tags[100];
    for (uint32_t i = 0; i < 100; i++) {
        heads[i] = document->words[i].head;
        relations[i] = document->words[i].deprel;
        tags[i] = document->words[i].xpos;
    }
    text[1000] = '\0';
    document = read_text(&reading, text);
    for (uint32_t i = 0; i < 100; i++) {
        assert_int_equal(document->words[i].head, heads[i]);
        assert_ptr_equal(document->words[i].deprel, relations[i]);
        assert_ptr_equal(document->words[i].xpos, tags[i]);
    }
    reading_close(&reading);
}

/* Sentences once more, now with the vectors. */
static void read_sentences_again(struct reading *reading)
{
    struct document *document = &reading->stages.document;
    document->sentences = NULL;
    document->sentence_count = 0;
    for (uint32_t i = 0; i < document->block_count; i++)
        document->blocks[i].sentence_count = 0;
    assert_int_equal(ro_sentences_stage(&reading->stages.context, document), READOUT_OK);
}

/* Whether a model is sure that a sentence starts with a word, by the word alone. */
static bool is_sure(const struct reading *reading, uint32_t word)
{
    enum { PADDED = RO_LANES };
    float scores[PADDED];
    const struct matrix *start = &reading->stages.resources.syntax->start;
    assert_int_equal(start->padded, PADDED);
    reading->model->kernels->product(scores, start, reading->stages.context.vectors + (size_t)word * WIDTH, 0, 1);
    return scores[0] > 0;
}

static void a_model_adds_starts_and_takes_none_away(void **state)
{
    (void)state;
    struct reading reading;
    uint32_t by_rule = 0, added = 0, kept = 0;
    reading_open(&reading);
    char text[4096] = "", *end = text;
    for (int i = 0; i < 50; i++)
        end = stpcpy(end, i % 7 ? "Kim met Moon again. " : "They talked, and so he left them.\n\n");
    const struct document *document = read_text(&reading, text);
    read_sentences_again(&reading);
    for (uint32_t i = 0; i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        bool starts = document->sentences[word->sentence].first_word == i;
        assert_int_equal(starts, word->starts || is_sure(&reading, i));
        by_rule += word->starts;
        added += starts && !word->starts;
        kept += word->starts && !is_sure(&reading, i);
    }
    assert_true(by_rule > 1 && added > 0 && kept > 0); /* as random weights say */
    assert_int_equal(document->sentence_count, by_rule + added);
    for (uint32_t i = 0; i < document->block_count; i++)
        assert_int_equal(document->sentences[document->blocks[i].first_sentence].block, i);
    reading_close(&reading);
}

static void without_a_model_nothing_is_read(void **state)
{
    (void)state;
    struct reading reading;
    reading_open(&reading);
    reading.stages.resources.model = NULL;
    reading.stages.resources.syntax = NULL;
    const struct document *document = read_text(&reading, "Kim met Moon.");
    for (uint32_t i = 0; i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        assert_int_equal(word->head, RO_NONE);
        assert_true(!word->upos && !word->xpos && !word->lemma && !word->deprel);
    }
    reading_close(&reading);
}

/* Scores */

/* Heads whose outputs a test gives: of one word they are `padded` floats. */
static struct syntax by_hand(void)
{
    static const struct model model = {.kernels = &ro_kernels_portable};
    static const char *names[RELATIONS] = {"nsubj", "root", "obj", "punct"};
    return (struct syntax){
        .model = &model, .product.padded = OUTPUTS, .deprel = {names, RELATIONS}, .root_label = 1};
}

static void arcs_are_products_and_distances(void **state)
{
    (void)state;
    enum { WORDS = 70 };
    struct reading reading;
    reading_open(&reading);
    struct syntax syntax = *reading.stages.resources.syntax;
    size_t stride = syntax.product.padded;
    float *outputs = calloc(WORDS * stride, sizeof *outputs),
          *scores = calloc((size_t)WORDS * WORDS, sizeof *scores);
    assert_true(outputs && scores);
    for (uint32_t i = 0; i < WORDS; i++) {
        float *own = outputs + i * stride;
        own[RO_QUERY + i] = 2;
        own[RO_KEY + 3] = (float)i; /* as only the fourth word asks for it */
        own[RO_ROOT] = i == 5 ? NAN : 1000.0f * (float)i;
        for (uint32_t bucket = 0; bucket < 2 * RO_EDGES; bucket++)
            own[RO_DISTANCE + bucket] = 100 + (float)bucket;
    }
    ro_heads_arcs(&syntax, outputs, WORDS, scores);
    static const struct {
        uint32_t word, head;
        float score;
    } expected[] = {
        {10, 9, 100},           {10, 8, 101},    {10, 4, 105}, {10, 3, 105},
        {10, 2, 106},           {10, 11, 111},   {10, 0, 107}, {20, 6, 108},
        {20, 0, 109},           {40, 8, 110},    {40, 9, 109}, {0, 69, 121},
        {3, 4, 8 + 111},        {3, 2, 4 + 100}, {4, 4, 4000}, {11, 11, RO_TREE_SCORE},
        {5, 5, -RO_TREE_SCORE},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_true(scores[expected[i].word * WORDS + expected[i].head] == expected[i].score);
    free(outputs);
    free(scores);
    reading_close(&reading);
}

static void a_relation_is_read_from_both_words(void **state)
{
    (void)state;
    static float relation[RELATIONS][RO_RELATION], bias[RELATIONS] = {0.5f, 100, 0.5f, 0};
    static float outputs[OUTPUTS], head[RO_RELATION], scores[RELATIONS];
    struct syntax syntax = by_hand();
    syntax.relation = relation[0];
    syntax.relation_bias = bias;
    relation[2][7] = 1;
    relation[3][8] = 1;
    assert_int_equal(ro_heads_relation(&syntax, outputs, head, scores),
                     0); /* the first of equal ones, never root */
    outputs[RO_DEPENDENT + 7] = 1;
    assert_int_equal(ro_heads_relation(&syntax, outputs, head, scores), 2);
    head[7] = -3; /* what is below zero does not count */
    assert_int_equal(ro_heads_relation(&syntax, outputs, head, scores), 0);
    head[8] = 1;
    assert_int_equal(ro_heads_relation(&syntax, outputs, head, scores), 3);
    syntax.root_label = 0;
    bias[0] = 100;
    bias[1] = 50;
    assert_int_equal(ro_heads_relation(&syntax, outputs, head, scores), 1);
}

static void the_first_of_the_largest_wins(void **state)
{
    (void)state;
    assert_int_equal(ro_heads_best((float[]){-1, 2, 2, 0}, 4), 1);
    assert_int_equal(ro_heads_best((float[]){-1}, 1), 0);
}

/* Models that cannot be used */

static void check_refused(uint32_t outputs, const char *relations, const char *message)
{
    struct arena arena;
    struct model *model;
    const struct syntax *syntax;
    struct readout_error error = {0};
    struct slice file = small_model(outputs, relations);
    ro_arena_init(&arena);
    assert_int_equal(ro_model_read(&model, &arena, file, "small", NULL, &error), READOUT_OK);
    assert_int_equal(ro_syntax_read(&syntax, &arena, model, &error), READOUT_BAD_MODEL);
    assert_null(syntax);
    assert_contains(error.message, message);
    ro_model_close(model);
    ro_arena_release(&arena);
    free((void *)file.data);
}

static void heads_of_another_shape_are_refused(void **state)
{
    (void)state;
    check_refused(OUTPUTS - 1, "nsubj root obj punct", "syntax.weight");
    check_refused(OUTPUTS, "nsubj root obj", "syntax.relation.weight");
    check_refused(OUTPUTS, "nsubj dep obj punct", "\"root\"");
    check_refused(OUTPUTS, "root", "\"root\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sentence_is_a_tree),
        cmocka_unit_test(a_long_sentence_is_a_tree_too),
        cmocka_unit_test(a_long_sentence_is_cut_at_marks),
        cmocka_unit_test(tags_do_not_depend_on_what_follows_far_away),
        cmocka_unit_test(a_model_adds_starts_and_takes_none_away),
        cmocka_unit_test(without_a_model_nothing_is_read),
        cmocka_unit_test(arcs_are_products_and_distances),
        cmocka_unit_test(a_relation_is_read_from_both_words),
        cmocka_unit_test(the_first_of_the_largest_wins),
        cmocka_unit_test(heads_of_another_shape_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
