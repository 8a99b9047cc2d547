/* statements_heads.c: the heads of statements with a small model whose weights are random: what comes out means nothing, but
 * lies where it should, on every kernel; and files whose parts do not fit are refused. */
#include "model_file.h"
#include "text_stages.h"

#include <xxhash.h>

#include "model/encoder.h"
#include "statements/learned.h"

enum { WIDTH = 32, ROLES = 16, RELATIONS = 2, SIDES = 1 + 2 * RELATIONS + RO_PAIR_OFFSETS };

static const char vocabulary[] = "[UNK]\nkim\nmoon\n##s\n"; /* a multiple of four */

/* What is spoilt of a model. */
struct spoilt {
    const char *min_score, *dilations;
    uint32_t sides, roles, outputs;
    bool no_score;
};

static const struct spoilt whole = {"0.25", "1 2", SIDES, ROLES, 1 + 2 * ROLES, false};

static void add_table(struct model_file *file, const char *name, uint32_t rows, uint32_t columns, uint32_t *state)
{
    const uint32_t shape[] = {rows, columns};
    float *values = calloc((size_t)rows * columns, sizeof *values);
    assert_non_null(values);
    for (uint32_t i = 0; i < rows * columns; i++)
        values[i] = (float)(model_file_random(state) % 2001) / 1000.0f - 1.0f;
    model_file_tensor(file, name, "F32", 2, shape, values);
    free(values);
}

static void add_syntax(struct model_file *file, uint32_t *state)
{
    model_file_floats(file, "syntax.root", RO_RELATION, 0.0f, 1.0f, state);
    add_table(file, "syntax.relation.weight", RELATIONS, RO_RELATION, state);
    model_file_floats(file, "syntax.relation.bias", RELATIONS, 0.0f, 1.0f, state);
    model_file_matrix(file, "start", 1, 1, WIDTH, state);
    model_file_matrix(file, "syntax", RO_UPOS + 4, 1, WIDTH, state);
}

static void add_heads(struct model_file *file, const struct spoilt *spoilt, uint32_t *state)
{
    add_table(file, "roles.left", spoilt->sides, ROLES, state);
    add_table(file, "roles.right", SIDES, ROLES, state);
    add_table(file, "roles.quotation", RO_PAIR_QUOTATIONS, ROLES, state);
    add_table(file, "roles.distance", RO_PAIR_DISTANCES, ROLES, state);
    add_table(file, "roles.pair", SIDES * SIDES, RO_ROLE_COUNT, state);
    add_table(file, "roles.weight", RO_ROLE_COUNT, spoilt->roles, state);
    model_file_floats(file, "roles.bias", RO_ROLE_COUNT, 0.0f, 0.5f, state);
    model_file_floats(file, "roles.valid.weight", 2 * ROLES, 0.0f, 0.5f, state);
    model_file_floats(file, "roles.valid.bias", 1, 0.0f, 0.5f, state);
    if (!spoilt->no_score)
        model_file_floats(file, "statements.score", RO_STATEMENT_FEATURES + 1, 0.0f, 0.5f, state);
    model_file_matrix(file, "statements.word", WIDTH, 1, WIDTH, state);
    model_file_matrix(file, "statements.layer.0", 2 * WIDTH, 3, WIDTH, state);
    model_file_matrix(file, "statements.layer.1", 2 * WIDTH, 3, WIDTH, state);
    model_file_matrix(file, "roles.layer.0", 2 * ROLES, 3, ROLES, state);
    model_file_matrix(file, "statements", spoilt->outputs, 1, WIDTH, state);
}

static struct slice make_model(const struct spoilt *spoilt)
{
    struct model_file file;
    uint32_t state = 11;
    model_file_start(&file);
    model_file_metadata(&file, "schema", RO_MODEL_SCHEMA);
    model_file_metadata(&file, "dilations", "1 2");
    model_file_metadata(&file, "statements.dilations", spoilt->dilations);
    model_file_metadata(&file, "roles.dilations", "4");
    model_file_metadata(&file, "min-score.statement", spoilt->min_score);
    model_file_metadata(&file, "labels.upos", "NOUN VERB");
    model_file_metadata(&file, "labels.xpos", "NN VB");
    model_file_metadata(&file, "labels.deprel", "root nsubj");
    add_syntax(&file, &state);
    add_heads(&file, spoilt, &state);
    model_file_encoder(&file, (struct slice){vocabulary, sizeof vocabulary - 1}, 4, WIDTH, WIDTH, 2, &state);
    return model_file_end(&file, XXH3_64bits);
}

struct reading {
    struct stages stages;
    struct slice file;
    struct model *model;
    struct scene scene;
};

static const struct lexicon_file *lexicon(const char *name)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, name) != 0)
        file++;
    return file;
}

static void reading_open(struct reading *reading, const char *kernels)
{
    struct resources *resources = &reading->stages.resources;
    struct arena *arena = &reading->stages.arena;
    stages_open(&reading->stages);
    reading->file = make_model(&whole);
    assert_int_equal(ro_model_read(&reading->model, arena, reading->file, "m", kernels, NULL), READOUT_OK);
    assert_int_equal(ro_syntax_read(&resources->syntax, arena, reading->model, NULL), READOUT_OK);
    assert_int_equal(ro_statement_heads_read(&resources->statement_heads, arena, resources->syntax, NULL),
                     READOUT_OK);
    assert_non_null(resources->statement_heads);
    assert_int_equal(ro_cues_read(arena, lexicon("cues.txt"), &resources->cues, NULL), READOUT_OK);
    assert_int_equal(ro_grammar_read(arena, lexicon("grammar.txt"), &resources->grammar, NULL), READOUT_OK);
    resources->model = reading->model;
}

static void reading_close(struct reading *reading)
{
    ro_model_close(reading->model);
    stages_close(&reading->stages);
    free((void *)reading->file.data);
}

static struct candidates read_text(struct reading *reading, const char *text)
{
    struct context *context = &reading->stages.context;
    struct candidates candidates;
    ro_arena_clear(&context->scratch);
    stages_read(&reading->stages, text, strlen(text));
    assert_int_equal(ro_encoder_stage(context, &reading->stages.document), READOUT_OK);
    assert_int_equal(ro_syntax_stage(context, &reading->stages.document), READOUT_OK);
    assert_int_equal(ro_scene_read(context, &reading->stages.document, &reading->scene), READOUT_OK);
    struct range all = {0, reading->stages.document.word_count};
    struct learned *learned;
    assert_int_equal(ro_learned_open(&reading->scene, &learned), READOUT_OK);
    assert_int_equal(ro_learned_read(learned, all, &candidates), READOUT_OK);
    return candidates;
}

/* So many sentences; free it. */
static char *sentences(uint32_t count)
{
    static const char *const words[] = {"Kim", "said", "\"no", "more\"", "Moon",
                                        "and", "told", "them", "that",   "he"};
    char *text = malloc((size_t)count * 64);
    assert_non_null(text);
    size_t length = 0;
    uint32_t state = 3;
    for (uint32_t i = 0; i < count; i++) {
        for (int k = 0; k < 5; k++)
            length += (size_t)snprintf(text + length, 8, "%s ", words[model_file_random(&state) % 10]);
        length += (size_t)snprintf(text + length, 16, i % 7 ? "Kim. " : "Kim.\n\n");
    }
    return text;
}

static void check_range(struct range range, uint32_t word, uint32_t count)
{
    assert_true(range.begin < range.end && range.end <= count);
    assert_true(range.begin + RO_REACH >= word && range.end <= word + RO_REACH + 1);
}

static void check_candidate(const struct candidate *candidate, uint32_t count)
{
    check_range(candidate->cue, candidate->word, count);
    assert_in_range(candidate->word, candidate->cue.begin, candidate->cue.end - 1);
    if (ro_range_is(candidate->source))
        check_range(candidate->source, candidate->word, count);
    assert_in_range(candidate->content_count, 1, RO_CONTENTS);
    for (uint32_t i = 0; i < candidate->content_count; i++) {
        check_range(candidate->contents[i], candidate->word, count);
        assert_true(i == 0 || candidate->contents[i - 1].end < candidate->contents[i].begin ||
                    (ro_range_is(candidate->source) && candidate->contents[i - 1].end <= candidate->source.begin));
    }
    assert_true(candidate->score > 0 && candidate->score < 1);
}

static void candidates_lie_around_their_cues(void **state)
{
    (void)state;
    static const uint32_t counts[] = {1, 3, 40, 400};
    struct reading reading;
    uint32_t found = 0;
    reading_open(&reading, NULL);
    assert_int_equal(read_text(&reading, "").count, 0);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        char *text = sentences(counts[i]);
        struct candidates candidates = read_text(&reading, text);
        for (uint32_t k = 0; k < candidates.count; k++)
            check_candidate(&candidates.items[k], reading.stages.document.word_count);
        found += candidates.count;
        free(text);
    }
    assert_in_range(found, 50, UINT32_MAX);
    reading_close(&reading);
}

static void kernels_do_not_matter(void **state)
{
    (void)state;
    struct reading reading, other;
    char *text = sentences(300);
    reading_open(&reading, "portable");
    struct candidates expected = read_text(&reading, text);
    for (const struct kernels *const *row = ro_kernels; *row; row++) {
        if (!ro_kernels_run(*row))
            continue;
        reading_open(&other, (*row)->name);
        struct candidates found = read_text(&other, text);
        assert_int_equal(found.count, expected.count);
        assert_memory_equal(found.items, expected.items, found.count * sizeof *found.items);
        reading_close(&other);
    }
    reading_close(&reading);
    free(text);
}

/* What is read of a sentence is the same wherever it stands in a text: tiles cut none. */
static void places_do_not_matter(void **state)
{
    (void)state;
    enum { BEFORE = 823, REACH = 3 + 3 + RO_REACH };
    struct reading reading, other;
    char *text = sentences(1220), *later = text;
    for (uint32_t i = 0; i < BEFORE; i++)
        later = strchr(later, '.') + 1;
    reading_open(&reading, NULL);
    reading_open(&other, NULL);
    struct candidates all = read_text(&reading, text), some = read_text(&other, later);
    uint32_t shift = reading.stages.document.word_count - other.stages.document.word_count, same = 0, first = 0;
    while (first < all.count && all.items[first].word < shift + 2 * REACH)
        first++;
    for (uint32_t i = 0; i < some.count; i++) {
        if (some.items[i].word < 2 * REACH)
            continue;
        assert_int_equal(some.items[i].word + shift, all.items[first + same].word);
        assert_true(some.items[i].score == all.items[first + same].score);
        same++;
    }
    assert_int_equal(first + same, all.count);
    assert_in_range(same, 10, UINT32_MAX);
    reading_close(&reading);
    reading_close(&other);
    free(text);
}

/* Of a part of the text nothing beyond it is seen: neither as a cue nor as what belongs to one. */
static void parts_are_read_by_themselves(void **state)
{
    (void)state;
    struct reading reading;
    struct learned *learned;
    struct candidates some;
    char *text = sentences(60);
    reading_open(&reading, NULL);
    struct candidates all = read_text(&reading, text);
    uint32_t count = reading.stages.document.word_count, inside = 0, found = 0;
    struct range part = {count / 3, 2 * count / 3};
    assert_int_equal(ro_learned_open(&reading.scene, &learned), READOUT_OK);
    assert_int_equal(ro_learned_read(learned, part, &some), READOUT_OK);
    for (uint32_t i = 0; i < some.count; i++) {
        const struct candidate *candidate = &some.items[i];
        check_candidate(candidate, count);
        found += ro_range_has(part, candidate->cue.begin) && candidate->cue.end <= part.end &&
                 candidate->contents[0].begin >= part.begin &&
                 candidate->contents[candidate->content_count - 1].end <= part.end;
    }
    for (uint32_t i = 0; i < all.count; i++)
        inside += ro_range_has(part, all.items[i].word);
    assert_int_equal(found, some.count);
    assert_in_range(found, inside / 2, 2 * inside);
    reading_close(&reading);
    free(text);
}

/* The message with which a model is refused. */
static void refused(const struct spoilt *spoilt, const char *message)
{
    struct arena arena;
    struct model *model;
    const struct syntax *syntax;
    const struct statement_heads *heads;
    struct readout_error error = {0};
    struct slice file = make_model(spoilt);
    ro_arena_init(&arena);
    assert_int_equal(ro_model_read(&model, &arena, file, "m", NULL, &error), READOUT_OK);
    assert_int_equal(ro_syntax_read(&syntax, &arena, model, &error), READOUT_OK);
    assert_int_equal(ro_statement_heads_read(&heads, &arena, syntax, &error), READOUT_BAD_MODEL);
    assert_null(heads);
    assert_contains(error.message, message);
    ro_model_close(model);
    ro_arena_release(&arena);
    free((void *)file.data);
}

static void parts_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    struct spoilt spoilt = whole;
    spoilt.sides = SIDES - 1;
    refused(&spoilt, "roles.left");
    spoilt = whole;
    spoilt.roles = 24;
    refused(&spoilt, "tensor roles.weight is 24 channels wide");
    spoilt = whole;
    spoilt.roles = 32;
    refused(&spoilt, "roles.layer.0");
    spoilt = whole;
    spoilt.outputs = 2 * ROLES;
    refused(&spoilt, "statements.weight");
    spoilt = whole;
    spoilt.dilations = "1 x";
    refused(&spoilt, "its metadata should have \"statements.dilations\"");
    spoilt = whole;
    spoilt.min_score = "1.5";
    refused(&spoilt, "its metadata should have \"min-score.statement\", a number from 0 to 1");
    spoilt = whole;
    spoilt.no_score = true;
    refused(&spoilt, "statements.score");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(candidates_lie_around_their_cues),
        cmocka_unit_test(kernels_do_not_matter),
        cmocka_unit_test(places_do_not_matter),
        cmocka_unit_test(parts_are_read_by_themselves),
        cmocka_unit_test(parts_that_do_not_fit_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
