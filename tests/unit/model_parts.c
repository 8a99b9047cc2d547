/* model_parts.c: a model whose parts fit is loaded; one whose parts do not is refused, and the part is named. */
#include "model_sample.h"

#include "model/model.h"
#include "syntax/syntax.h"

static void a_good_model_is_loaded(void **state)
{
    (void)state;
    struct arena arena;
    struct model *model;
    const struct syntax *syntax;
    struct labels labels;
    struct readout_error error = {.message = ""};
    struct slice file = sample_model(&sample_good);
    ro_arena_init(&arena);
    if (ro_model_read(&model, &arena, file, "m", NULL, &error) != READOUT_OK)
        fail_msg("%s", error.message);
    assert_int_equal(model->embedding, 16);
    assert_int_equal(model->width, 32);
    assert_int_equal(model->stack.layer_count, 2);
    assert_int_equal(model->stack.reach, 3);
    assert_int_equal(model->vocabulary.count, 9);
    assert_int_equal(ro_model_labels(model, &arena, "upos", &labels, &error), READOUT_OK);
    assert_int_equal(labels.count, 2);
    assert_string_equal(labels.names[0], "NOUN");
    assert_string_equal(labels.names[1], "VERB");
    assert_int_equal(ro_model_labels(model, &arena, "ner", &labels, &error), READOUT_BAD_MODEL);
    assert_string_equal(error.message, "m: its metadata should have \"labels.ner\", names with one blank between "
                                       "them; take the model that came with this readout");
    assert_int_equal(ro_syntax_read(&syntax, &arena, model, &error), READOUT_OK);
    ro_model_close(model);
    ro_arena_release(&arena);
    free((void *)file.data);
}

/* Load a model made by a recipe: what is said of it. */
static enum readout_status load(const struct sample_recipe *recipe, const char *kernels,
                                struct readout_error *error)
{
    struct arena arena;
    struct model *model;
    struct slice file = sample_model(recipe);
    ro_arena_init(&arena);
    *error = (struct readout_error){.status = READOUT_OK};
    enum readout_status status = ro_model_read(&model, &arena, file, "m", kernels, error);
    assert_true((status == READOUT_OK) == (model != NULL) && error->status == status);
    ro_model_close(model);
    ro_arena_release(&arena);
    free((void *)file.data);
    return status;
}

static void refuse(const struct sample_recipe *recipe, const char *says)
{
    struct readout_error error;
    if (load(recipe, NULL, &error) != READOUT_BAD_MODEL || !strstr(error.message, says))
        fail_msg("says \"%s\", not \"%s\"", error.message, says);
}

static void dilations_are_numbers(void **state)
{
    (void)state;
    static const char says[] =
        "m: its metadata should have \"dilations\", 1 to 32 numbers from 1 to 64 between blanks";
    static const char *const wrong[] = {
        NULL,
        "",
        " ",
        "0",
        "65",
        "1 0",
        "1  2",
        " 1 2",
        "1 2 ",
        "1,2",
        "+1 2",
        "1 2.0",
        "-1 2",
        "4294967297 1",
        "1 18446744073709551617",
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct sample_recipe recipe = sample_good;
        recipe.dilations = wrong[i];
        refuse(&recipe, says);
    }
    struct sample_recipe more = sample_good;
    more.dilations = "1 64 1";
    refuse(&more, "m: tensor layer.2.weight is not there, but should be I8 [64, 3, 32]; take the model that came");
}

static void widths_are_lanes(void **state)
{
    (void)state;
    struct sample_recipe recipe = sample_good;
    recipe.width = 24;
    refuse(&recipe, "m: tensor input.weight is 24 channels wide, but should be a multiple of 16 up to 1024");
    recipe.width = 1040;
    refuse(&recipe, "m: tensor input.weight is 1040 channels wide");
    recipe.width = 32;
    recipe.embedding = 8;
    refuse(&recipe, "m: tensor embedding.rows is 8 channels wide");
}

static void rows_are_pieces_and_buckets(void **state)
{
    (void)state;
    struct sample_recipe recipe = sample_good;
    recipe.pieces = 8;
    refuse(&recipe,
           "m: tensor embedding.rows has 27784 rows, but should have one for each of 9 pieces and 27776 more");
    recipe = sample_good;
    recipe.vocabulary = "[unk]\nkim\n##s\nsaid\n\n\n\n\n\n";
    refuse(&recipe, "m: tensor vocabulary has no line \"[UNK]\"; take the model");
}

static void rows_can_be_named_in_16_bits(void **state)
{
    (void)state;
    enum { MOST = 65536 - RO_HASHED_ROWS, LENGTH = MOST + 8 };
    char *text = calloc(1, LENGTH + 1);
    assert_non_null(text);
    struct sample_recipe recipe = sample_good;
    struct readout_error error;
    recipe.vocabulary = text;
    recipe.pieces = MOST;
    memset(text, '\n', LENGTH);
    memcpy(text, "[UNK]\nabc", 9);
    assert_int_equal(load(&recipe, NULL, &error), READOUT_OK);
    recipe.pieces = MOST + 1;
    memcpy(text, "[UNK]\nab\n", 9);
    refuse(&recipe,
           "m: tensor embedding.rows has 65537 rows, but should have one for each of 37761 pieces and 27776 "
           "more, and no more than 65536");
    free(text);
}

static void labels_are_names(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", " ", "A  B", " A", "A "};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct arena arena;
        struct labels labels;
        struct metadata row = {"labels.upos", wrong[i]};
        struct readout_error error;
        const struct model model = {.weights = {.path = "m", .metadata = &row, .metadata_count = 1}};
        ro_arena_init(&arena);
        assert_int_equal(ro_model_labels(&model, &arena, "upos", &labels, &error), READOUT_BAD_MODEL);
        ro_arena_release(&arena);
    }
}

static void kernels_are_chosen(void **state)
{
    (void)state;
    struct readout_error error;
    assert_int_equal(load(&sample_good, "portable", &error), READOUT_OK);
    assert_int_equal(load(&sample_good, "abacus", &error), READOUT_BAD_ARGUMENT);
    assert_non_null(strstr(error.message, "portable"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_model_is_loaded),
        cmocka_unit_test(dilations_are_numbers),
        cmocka_unit_test(widths_are_lanes),
        cmocka_unit_test(rows_are_pieces_and_buckets),
        cmocka_unit_test(rows_can_be_named_in_16_bits),
        cmocka_unit_test(labels_are_names),
        cmocka_unit_test(kernels_are_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
