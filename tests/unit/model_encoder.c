/* model_encoder.c: vectors depend neither on tiles nor on kernels, and are what a plain computation word by word gives. */
#include "model_file.h"
#include "text_stages.h"

#include "model/encoder.h"
#include "model/model.h"
#include "model/tiles.h"

enum { EMBEDDING = 32, WIDTH = 48, LAYERS = 4, WORDS = 500, LONGEST_TEXT = 8192 };

static const char vocabulary[] = "[UNK]\nkim\nmoon\nmet\nthe\n##s\n##ing\nsaid\n.\n,\n\"";

struct encoding {
    struct stages stages;
    struct model model;
};

static float *random_floats(struct arena *arena, uint32_t count, float middle, float spread, uint32_t *state)
{
    float *values = ro_arena_alloc(arena, count, sizeof *values);
    assert_non_null(values);
    for (uint32_t i = 0; i < count; i++)
        values[i] = middle + spread * ((float)model_file_random(state) / 2147483648.0f - 1.0f);
    return values;
}

static int8_t *random_bytes(struct arena *arena, size_t count, uint32_t *state)
{
    int8_t *values = ro_arena_alloc(arena, count, 1);
    assert_non_null(values);
    for (size_t i = 0; i < count; i++)
        values[i] = (int8_t)((int)(model_file_random(state) % 255) - 127);
    return values;
}

static void random_matrix(struct matrix *matrix, struct arena *arena, uint32_t outputs, uint32_t taps,
                          uint32_t inputs, uint32_t *state)
{
    *matrix = (struct matrix){.outputs = outputs, .taps = taps, .inputs = inputs};
    matrix->quant = random_floats(arena, inputs, 40.0f, 10.0f, state);
    int8_t *weights = random_bytes(arena, (size_t)outputs * taps * inputs, state);
    float *scale = random_floats(arena, outputs, 4e-4f, 1e-4f, state);
    float *bias = random_floats(arena, outputs, 0.0f, 0.3f, state);
    assert_true(ro_matrix_pack(matrix, arena, weights, scale, bias));
}

static void model_init(struct model *model, struct arena *arena)
{
    static const uint32_t dilations[LAYERS] = {1, 2, 7, RO_FARTHEST};
    uint32_t state = 77;
    *model = (struct model){.kernels = &ro_kernels_portable,
                            .embedding = EMBEDDING,
                            .width = WIDTH,
                            .stack = {.kernels = &ro_kernels_portable, .width = WIDTH}};
    assert_true(ro_vocabulary_read(&model->vocabulary, arena, RO_SLICE(vocabulary)));
    uint32_t rows = model->vocabulary.count + RO_HASHED_ROWS;
    model->rows = random_bytes(arena, (size_t)rows * EMBEDDING, &state);
    model->scales = random_floats(arena, rows, 0.01f, 0.005f, &state);
    random_matrix(&model->input, arena, WIDTH, 1, EMBEDDING, &state);
    for (uint32_t layer = 0; layer < LAYERS; layer++, model->stack.layer_count++) {
        random_matrix(&model->stack.layers[layer], arena, 2 * WIDTH, 3, WIDTH, &state);
        model->stack.dilations[layer] = dilations[layer];
        model->stack.reach += dilations[layer];
    }
    model->output_quant = random_floats(arena, WIDTH, 40.0f, 10.0f, &state);
}

static void encoding_open(struct encoding *encoding)
{
    stages_open(&encoding->stages);
    model_init(&encoding->model, &encoding->stages.arena);
    encoding->stages.resources.model = &encoding->model;
}

/* Read a text of so many words. */
static const struct document *read_words(struct encoding *encoding, uint32_t count)
{
    static const char *const words[] = {"Kim", "met", "Moon", ",", "the", "sayings", "7", "Hanoi", "."};
    static char text[LONGEST_TEXT];
    uint32_t state = 5;
    size_t length = 0;
    for (uint32_t i = 0; i < count; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s ",
                                   words[model_file_random(&state) % (sizeof words / sizeof *words)]);
    assert_in_range(length, 0, sizeof text - 1);
    const struct document *document = stages_read(&encoding->stages, text, length);
    assert_int_equal(document->word_count, count);
    return document;
}

/* The vectors in tiles of this size, yours to free. */
static int8_t *encode(struct encoding *encoding, const struct kernels *kernels, uint32_t tile)
{
    struct context *context = &encoding->stages.context;
    const struct document *document = &encoding->stages.document;
    size_t size = (size_t)document->word_count * WIDTH;
    encoding->model.kernels = encoding->model.stack.kernels = kernels;
    ro_arena_clear(&context->scratch);
    context->vectors = NULL;
    assert_int_equal(ro_encode(context, document, tile), READOUT_OK);
    assert_non_null(context->vectors);
    int8_t *copy = malloc(size + 1);
    assert_non_null(copy);
    if (context->vectors)
        memcpy(copy, context->vectors, size);
    return copy;
}

/* The same once more, a word and a layer at a time, all with the words that are there. */
struct plain {
    const struct model *model;
    uint32_t count;
    float h[WORDS][WIDTH];
    int8_t in[WORDS][WIDTH];
};

static void plain_embed(struct plain *plain, const struct word_features *word, uint32_t index)
{
    const struct model *model = plain->model;
    float x[EMBEDDING] = {0};
    int8_t in[EMBEDDING];
    float share = 1.0f / (float)word->piece_count;
    for (uint32_t i = 0; i < (uint32_t)word->piece_count + RO_FEATURES; i++) {
        bool piece = i < word->piece_count;
        uint32_t row = piece ? word->pieces[i] : word->rows[i - word->piece_count];
        for (uint32_t k = 0; k < EMBEDDING; k++)
            x[k] += (float)model->rows[row * EMBEDDING + k] *
                    (piece ? model->scales[row] * share : model->scales[row]);
    }
    model->kernels->quantise(in, x, model->input.quant, EMBEDDING);
    model->kernels->product(plain->h[index], &model->input, in, 0, 1);
}

static void plain_layer(struct plain *plain, uint32_t layer)
{
    const struct model *model = plain->model;
    float z[2 * WIDTH];
    for (uint32_t word = 0; word < plain->count; word++)
        model->kernels->quantise(plain->in[word], plain->h[word], model->stack.layers[layer].quant, WIDTH);
    for (uint32_t word = 0; word < plain->count; word++) {
        int8_t taps[3][WIDTH] = {{0}};
        for (uint32_t tap = 0; tap < 3; tap++) {
            int64_t other = (int64_t)word + ((int64_t)tap - 1) * model->stack.dilations[layer];
            if (other >= 0 && other < plain->count)
                memcpy(taps[tap], plain->in[other], WIDTH);
        }
        model->kernels->product(z, &model->stack.layers[layer], taps[1], 1, 1);
        model->kernels->gate(plain->h[word], z, WIDTH);
    }
}

static void check_plain(const struct encoding *encoding, const int8_t *vectors)
{
    const struct document *document = &encoding->stages.document;
    static struct plain plain;
    static struct word_features features[WORDS];
    plain.model = &encoding->model;
    plain.count = document->word_count;
    ro_features_read(&encoding->model.vocabulary, document, features);
    for (uint32_t word = 0; word < plain.count; word++)
        plain_embed(&plain, &features[word], word);
    for (uint32_t layer = 0; layer < LAYERS; layer++)
        plain_layer(&plain, layer);
    for (uint32_t word = 0; word < plain.count; word++)
        encoding->model.kernels->quantise(plain.in[word], plain.h[word], encoding->model.output_quant, WIDTH);
    assert_memory_equal(vectors, plain.in, (size_t)plain.count * WIDTH);
}

static void tiles_do_not_matter(void **state)
{
    (void)state;
    static const uint32_t counts[] = {1, 2, 23, 24, 25, WORDS},
                          tiles[] = {1, 7, 24, 100, WORDS - 1, WORDS, RO_TILE};
    struct encoding encoding;
    encoding_open(&encoding);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        read_words(&encoding, counts[i]);
        int8_t *whole = encode(&encoding, &ro_kernels_portable, counts[i]);
        check_plain(&encoding, whole);
        for (size_t k = 0; k < sizeof tiles / sizeof *tiles; k++) {
            int8_t *found = encode(&encoding, &ro_kernels_portable, tiles[k]);
            assert_memory_equal(found, whole, (size_t)counts[i] * WIDTH);
            free(found);
        }
        free(whole);
    }
    stages_close(&encoding.stages);
}

static void kernels_do_not_matter(void **state)
{
    (void)state;
    struct encoding encoding;
    encoding_open(&encoding);
    read_words(&encoding, WORDS);
    int8_t *expected = encode(&encoding, &ro_kernels_portable, RO_TILE);
    for (const struct kernels *const *row = ro_kernels; *row; row++) {
        if (!ro_kernels_run(*row))
            continue;
        int8_t *found = encode(&encoding, *row, RO_TILE);
        assert_memory_equal(found, expected, (size_t)WORDS * WIDTH);
        free(found);
    }
    free(expected);
    stages_close(&encoding.stages);
}

/* Vectors are of what is around a word, too: not all the same, and not mostly held. */
static void vectors_tell_words_apart(void **state)
{
    (void)state;
    struct encoding encoding;
    encoding_open(&encoding);
    read_words(&encoding, WORDS);
    int8_t *vectors = encode(&encoding, &ro_kernels_portable, RO_TILE);
    uint32_t held = 0, same = 0;
    for (uint32_t i = 0; i < WORDS * WIDTH; i++)
        held += vectors[i] == 127 || vectors[i] == -127;
    for (uint32_t word = 1; word < WORDS; word++)
        same += memcmp(vectors + (size_t)(word - 1) * WIDTH, vectors + (size_t)word * WIDTH, WIDTH) == 0;
    assert_in_range(held, 0, WORDS * WIDTH / 10);
    assert_int_equal(same, 0);
    free(vectors);
    stages_close(&encoding.stages);
}

static void nothing_to_do(void **state)
{
    (void)state;
    struct encoding encoding;
    encoding_open(&encoding);
    struct context *context = &encoding.stages.context;
    struct document *document = &encoding.stages.document;
    read_words(&encoding, 0);
    assert_int_equal(ro_encoder_stage(context, document), READOUT_OK);
    read_words(&encoding, 3);
    assert_int_equal(ro_encoder_stage(context, document), READOUT_OK);
    assert_non_null(context->vectors);
    encoding.stages.resources.model = NULL;
    assert_int_equal(ro_encoder_stage(context, document), READOUT_OK);
    assert_null(context->vectors);
    stages_close(&encoding.stages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tiles_do_not_matter),
        cmocka_unit_test(kernels_do_not_matter),
        cmocka_unit_test(vectors_tell_words_apart),
        cmocka_unit_test(nothing_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
