/* model_kernels.c: every row of kernels that runs here gives portable's bits; portable gives what it should. */
#include "model_file.h"

#include <math.h>
#include <xxhash.h>

#include "model/kernels.h"

enum { WIDEST = 256, FARTHEST = 64, KEYS = 11 };

static uint32_t state = 20181;

static int8_t random_byte(bool extreme)
{
    uint32_t value = model_file_random(&state);
    if (extreme)
        return value & 0x10000 ? 127 : -127;
    return (int8_t)((int)(value % 255) - 127);
}

/* Between -limit and limit. */
static float random_float(float limit)
{
    return limit * ((float)model_file_random(&state) / 2147483648.0f - 1.0f);
}

static void fill(float *out, uint32_t count, float limit)
{
    for (uint32_t i = 0; i < count; i++)
        out[i] = random_float(limit);
}

/* This row or the first one behind it that runs here. */
static const struct kernels *const *running(const struct kernels *const *row)
{
    while (*row && !ro_kernels_run(*row))
        row++;
    return row;
}

#define EACH_ROW                                                                                                   \
    const struct kernels *const *row = running(ro_kernels);                                                        \
    *row;                                                                                                          \
    row = running(row + 1)

/* A product from weights that the test keeps too. */
struct sample {
    struct arena arena;
    struct matrix matrix;
    int8_t *weights; /* [outputs][taps][inputs] */
    float *scale, *bias;
};

static void sample_init(struct sample *sample, uint32_t outputs, uint32_t taps, uint32_t inputs, bool extreme)
{
    *sample = (struct sample){.matrix = {.outputs = outputs, .taps = taps, .inputs = inputs}};
    ro_arena_init(&sample->arena);
    size_t count = (size_t)outputs * taps * inputs;
    sample->weights = ro_arena_alloc(&sample->arena, count, 1);
    sample->scale = ro_arena_alloc(&sample->arena, outputs, sizeof(float));
    sample->bias = ro_arena_alloc(&sample->arena, outputs, sizeof(float));
    assert_true(sample->weights && sample->scale && sample->bias);
    for (size_t i = 0; i < count; i++)
        sample->weights[i] = random_byte(extreme);
    fill(sample->scale, outputs, 1e-3f);
    fill(sample->bias, outputs, 1.0f);
    assert_true(ro_matrix_pack(&sample->matrix, &sample->arena, sample->weights, sample->scale, sample->bias));
}

/* `count` words with FARTHEST rows of zeros to each side; returns the first word's row. */
static int8_t *random_words(struct sample *sample, uint32_t count, bool extreme)
{
    size_t margin = (size_t)FARTHEST * sample->matrix.inputs, size = (size_t)count * sample->matrix.inputs;
    int8_t *rows = ro_arena_alloc(&sample->arena, size + 2 * margin, 1);
    assert_non_null(rows);
    for (size_t i = 0; i < size; i++)
        rows[margin + i] = random_byte(extreme);
    return rows + margin;
}

static int64_t exact_sum(const struct sample *sample, const int8_t *word, uint32_t dilation, uint32_t output)
{
    const struct matrix *matrix = &sample->matrix;
    const int8_t *weights = sample->weights + (size_t)output * matrix->taps * matrix->inputs;
    int64_t sum = 0;
    for (uint32_t tap = 0; tap < matrix->taps; tap++)
        for (uint32_t i = 0; i < matrix->inputs; i++) {
            ptrdiff_t moved = matrix->taps == 3 ? ((ptrdiff_t)tap - 1) * (ptrdiff_t)dilation : 0;
            sum += (int64_t)weights[tap * matrix->inputs + i] * word[moved * (ptrdiff_t)matrix->inputs + i];
        }
    return sum;
}

/* Where the sum is exact as a float (below 2^24), one rounding of the product and one of the sum with the bias are left. */
static void check_exact(const struct sample *sample, const float *out, const int8_t *in, uint32_t dilation,
                        uint32_t count)
{
    const struct matrix *matrix = &sample->matrix;
    for (uint32_t word = 0; word < count; word++)
        for (uint32_t o = 0; o < matrix->outputs; o++) {
            double product = (double)exact_sum(sample, in + (size_t)word * matrix->inputs, dilation, o) *
                             (double)sample->scale[o];
            double whole = product + (double)sample->bias[o];
            double bound = (fabs(product) + fabs(whole)) * 0x1p-23;
            assert_true(fabs((double)out[(size_t)word * matrix->padded + o] - whole) <= bound);
        }
}

static void check_product(uint32_t outputs, uint32_t taps, uint32_t inputs, uint32_t dilation, uint32_t count,
                          bool extreme)
{
    struct sample sample;
    sample_init(&sample, outputs, taps, inputs, extreme);
    const int8_t *in = random_words(&sample, count, extreme);
    size_t size = (size_t)count * sample.matrix.padded;
    float *expected = ro_arena_alloc(&sample.arena, size, sizeof *expected);
    float *found = ro_arena_alloc(&sample.arena, size, sizeof *found);
    assert_true(expected && found);
    ro_kernels_portable.product(expected, &sample.matrix, in, dilation, count);
    check_exact(&sample, expected, in, dilation, count);
    for (EACH_ROW) {
        (*row)->product(found, &sample.matrix, in, dilation, count);
        assert_memory_equal(found, expected, size * sizeof *found);
    }
    ro_arena_release(&sample.arena);
}

static void products(void **unused)
{
    (void)unused;
    static const uint32_t shapes[][4] = {/* outputs, taps, inputs, dilation */
                                         {32, 3, 16, 1},   {64, 3, 32, 2},   {100, 1, 48, 0}, {96, 3, 48, 64},
                                         {602, 1, 128, 0}, {256, 1, 192, 0}, {7, 3, 64, 16},  {512, 3, 256, 32}};
    static const uint32_t counts[] = {1, 2, 5, 6, 7, 13};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
            for (int extreme = 0; extreme < 2; extreme++)
                check_product(shapes[i][0], shapes[i][1], shapes[i][2], shapes[i][3], counts[k], extreme);
}

/* Weights and inputs of one size: the largest sums there are. */
static void largest_sums(void **unused)
{
    (void)unused;
    for (int sign = -1; sign <= 1; sign += 2) {
        struct sample sample;
        sample_init(&sample, 16, 3, WIDEST, true);
        memset(sample.weights, 127, (size_t)16 * 3 * WIDEST);
        assert_true(ro_matrix_pack(&sample.matrix, &sample.arena, sample.weights, sample.scale, sample.bias));
        int8_t *in = random_words(&sample, 7, true);
        memset(in - (size_t)FARTHEST * WIDEST, 127 * sign, (size_t)(7 + 2 * FARTHEST) * WIDEST);
        float out[7 * 16];
        for (EACH_ROW) {
            (*row)->product(out, &sample.matrix, in, 3, 7);
            check_exact(&sample, out, in, 3, 7);
        }
        ro_arena_release(&sample.arena);
    }
}

static void added_rows(void **unused)
{
    (void)unused;
    int8_t bytes[WIDEST];
    float expected[WIDEST], found[WIDEST], start[WIDEST];
    for (uint32_t width = RO_LANES; width <= WIDEST; width += RO_LANES) {
        fill(start, width, 3.0f);
        for (uint32_t i = 0; i < width; i++)
            bytes[i] = random_byte(false);
        memcpy(expected, start, sizeof start);
        ro_kernels_portable.add(expected, bytes, 0.0123f, width);
        for (uint32_t i = 0; i < width; i++)
            assert_true(fabs((double)expected[i] - ((double)start[i] + bytes[i] * (double)0.0123f)) < 1e-6);
        for (EACH_ROW) {
            memcpy(found, start, sizeof start);
            (*row)->add(found, bytes, 0.0123f, width);
            assert_memory_equal(found, expected, width * sizeof *found);
        }
    }
}

/* All rows give the same bytes; the portable one's go to `out`. */
static void quantise(int8_t *out, const float *x, const float *quant, uint32_t width)
{
    int8_t found[WIDEST];
    ro_kernels_portable.quantise(out, x, quant, width);
    for (EACH_ROW) {
        (*row)->quantise(found, x, quant, width);
        assert_memory_equal(found, out, width);
    }
}

static void quantised(void **unused)
{
    (void)unused;
    int8_t out[WIDEST];
    float x[WIDEST], quant[WIDEST];
    for (uint32_t width = RO_LANES; width <= WIDEST; width += RO_LANES) {
        double squares = 0.0;
        fill(x, width, 5.0f);
        fill(quant, width, 90.0f);
        quantise(out, x, quant, width);
        for (uint32_t i = 0; i < width; i++)
            squares += (double)x[i] * (double)x[i];
        for (uint32_t i = 0; i < width; i++) {
            double value = (double)x[i] / sqrt(squares / width + 1e-6) * (double)quant[i];
            value = fmax(-127.0, fmin(127.0, value));
            assert_true(fabs((double)out[i] - value) <= 0.5 + 1e-4);
        }
    }
}

static void quantised_extremes(void **unused)
{
    (void)unused;
    int8_t out[RO_LANES];
    float x[RO_LANES] = {0}, quant[RO_LANES];
    for (uint32_t i = 0; i < RO_LANES; i++)
        quant[i] = 1e6f;
    quantise(out, x, quant, RO_LANES); /* zeros stay zeros */
    for (uint32_t i = 0; i < RO_LANES; i++)
        assert_int_equal(out[i], 0);
    x[0] = 1.0f;
    x[1] = -1.0f;
    quantise(out, x, quant, RO_LANES); /* held */
    assert_int_equal(out[0], 127);
    assert_int_equal(out[1], -127);
    x[2] = NAN;
    quantise(out, x, quant, RO_LANES);
    assert_int_equal(out[2], 0);
    x[2] = INFINITY;
    quantise(out, x, quant, RO_LANES);
    assert_int_equal(out[2], 0);
    x[2] = 3e38f;
    quantise(out, x, quant, RO_LANES);
}

/* Ties go to the even number: channels of the same size have the root mean square 1, epsilon apart. */
static void ties(void **unused)
{
    (void)unused;
    int8_t out[RO_LANES];
    float x[RO_LANES], quant[RO_LANES];
    for (uint32_t i = 0; i < RO_LANES; i++) {
        x[i] = 1e6f; /* beside which the epsilon is nothing */
        quant[i] = (float)i - 7.5f;
    }
    quantise(out, x, quant, RO_LANES);
    for (uint32_t i = 0; i < RO_LANES; i++)
        assert_int_equal(out[i], (int)rint((double)quant[i]));
}

/* z * sigmoid(gate), by all rows alike; the portable one's goes to `out`. */
static void run_gate(float *out, const float *z, uint32_t width)
{
    float found[WIDEST];
    memset(out, 0, width * sizeof *out);
    ro_kernels_portable.gate(out, z, width);
    for (EACH_ROW) {
        memset(found, 0, sizeof found);
        (*row)->gate(found, z, width);
        assert_memory_equal(found, out, width * sizeof *found);
    }
}

/* The sigmoid and so exp: the relative error is below 2e-6 where exp is not held, and nothing is far from it beyond. */
static void sigmoids(void **unused)
{
    (void)unused;
    float z[2 * WIDEST], out[WIDEST];
    for (int round = 0; round < 400; round++) {
        for (uint32_t i = 0; i < WIDEST; i++)
            z[i] = 1.0f;
        fill(z + WIDEST, WIDEST, round % 2 ? 87.0f : 4.0f);
        run_gate(out, z, WIDEST);
        for (uint32_t i = 0; i < WIDEST; i++) {
            double sigmoid = 1.0 / (1.0 + exp(-(double)z[WIDEST + i]));
            assert_true(fabs((double)out[i] - sigmoid) <= 2e-6 * sigmoid);
        }
    }
}

static void gated_extremes(void **unused)
{
    (void)unused;
    float z[2 * RO_LANES], out[RO_LANES];
    for (uint32_t i = 0; i < RO_LANES; i++)
        z[i] = 1.0f;
    static const float gates[RO_LANES] = {0.0f,  -0.0f,  87.0f, -87.0f, 88.0f, -88.0f, 1e9f,     -1e9f,
                                          1e38f, -1e38f, 1e-9f, -1e-9f, 17.0f, -17.0f, INFINITY, -INFINITY};
    memcpy(z + RO_LANES, gates, sizeof gates);
    run_gate(out, z, RO_LANES);
    for (uint32_t i = 0; i < RO_LANES; i++)
        assert_true(fabs((double)out[i] - 1.0 / (1.0 + exp(-(double)gates[i]))) < 1e-6);
}

static void check_dots(uint32_t width, uint32_t count)
{
    size_t stride = width + 3;
    float q[WIDEST], keys[KEYS * (WIDEST + 3)], expected[KEYS], found[KEYS];
    fill(q, width, 2.0f);
    fill(keys, (uint32_t)(count * stride), 2.0f);
    ro_kernels_portable.dots(expected, q, keys, width, stride, count);
    for (uint32_t j = 0; j < count; j++) {
        double sum = 0.0;
        for (uint32_t i = 0; i < width; i++)
            sum += (double)q[i] * (double)keys[j * stride + i];
        assert_true(fabs(sum - (double)expected[j]) < 1e-6 * 4.0 * width);
    }
    for (EACH_ROW) {
        (*row)->dots(found, q, keys, width, stride, count);
        assert_memory_equal(found, expected, count * sizeof *found);
    }
}

static void dot_products(void **unused)
{
    (void)unused;
    for (uint32_t width = RO_LANES; width <= WIDEST; width += RO_LANES)
        for (uint32_t count = 0; count <= KEYS; count++)
            check_dots(width, count);
}

static void chosen_by_name(void **unused)
{
    (void)unused;
    struct readout_error error;
    const struct kernels *best = ro_kernels_choose(NULL, &error);
    assert_non_null(best);
    assert_true(ro_kernels_run(best));
    assert_ptr_equal(ro_kernels_choose("portable", &error), &ro_kernels_portable);
    assert_ptr_equal(ro_kernels_choose(best->name, NULL), best);
    for (const struct kernels *const *row = ro_kernels; *row; row++)
        assert_int_equal(ro_kernels_choose((*row)->name, &error) == *row, ro_kernels_run(*row));
    assert_null(ro_kernels_choose("abacus", &error));
    assert_int_equal(error.status, READOUT_BAD_ARGUMENT);
    assert_non_null(strstr(error.message, "abacus"));
    assert_non_null(strstr(error.message, "portable"));
    assert_null(ro_kernels_choose("", NULL));
}

/* Where the weights of a file come to lie: by the formula of kernels.h. */
static void packed(void **unused)
{
    (void)unused;
    enum { OUTPUTS = 37, TAPS = 3, INPUTS = 32, SIZE = TAPS * INPUTS };
    struct sample sample;
    sample_init(&sample, OUTPUTS, TAPS, INPUTS, false);
    const struct matrix *matrix = &sample.matrix;
    assert_int_equal(matrix->padded, 48);
    for (uint32_t o = 0; o < matrix->padded; o++) {
        int32_t sum = 0;
        for (uint32_t i = 0; i < SIZE; i++) {
            int8_t weight = o < OUTPUTS ? sample.weights[o * SIZE + i] : 0;
            sum += weight;
            assert_int_equal(matrix->weights[((o / 16 * (SIZE / 4) + i / 4) * 16 + o % 16) * 4 + i % 4], weight);
        }
        assert_int_equal(matrix->sums[o], sum);
        assert_true(matrix->scale[o] == (o < OUTPUTS ? sample.scale[o] : 0.0f));
        assert_true(matrix->bias[o] == (o < OUTPUTS ? sample.bias[o] : 0.0f));
    }
    ro_arena_release(&sample.arena);
}

/* A file with one product, "p", of 37 outputs, 3 taps and so many inputs. */
static struct slice matrix_file(uint32_t inputs)
{
    struct model_file file;
    uint32_t seed = 3;
    model_file_start(&file);
    model_file_metadata(&file, "schema", RO_MODEL_SCHEMA);
    model_file_matrix(&file, "p", 37, 3, inputs, &seed);
    return model_file_end(&file, XXH3_64bits);
}

static void check_read(const struct weights *weights, const struct matrix *matrix)
{
    const uint32_t shape[] = {37, 3, 32};
    const int8_t *file = ro_weights_tensor(weights, "p.weight", RO_I8, 3, shape, NULL)->data;
    const float *bias = ro_weights_tensor(weights, "p.bias", RO_F32, 1, shape, NULL)->data;
    const float *quant = ro_weights_tensor(weights, "p.quant", RO_F32, 1, shape + 2, NULL)->data;
    assert_true(matrix->outputs == 37 && matrix->padded == 48 && matrix->taps == 3 && matrix->inputs == 32);
    assert_memory_equal(matrix->bias, bias, 37 * sizeof *bias);
    assert_memory_equal(matrix->quant, quant, 32 * sizeof *quant);
    for (uint32_t o = 0; o < 37; o++)
        for (uint32_t i = 0; i < 96; i++)
            assert_int_equal(matrix->weights[((o / 16 * 24 + i / 4) * 16 + o % 16) * 4 + i % 4], file[o * 96 + i]);
}

static void read_from_file(void **unused)
{
    (void)unused;
    struct arena arena;
    struct weights weights;
    struct matrix matrix;
    struct readout_error error;
    struct slice file = matrix_file(32);
    ro_arena_init(&arena);
    assert_int_equal(ro_weights_read(&weights, &arena, file, "file", &error), READOUT_OK);
    assert_int_equal(ro_matrix_read(&matrix, &arena, &weights, "p", 0, 3, 32, &error), READOUT_OK);
    check_read(&weights, &matrix);
    assert_int_equal(ro_matrix_read(&matrix, &arena, &weights, "p", 37, 3, 32, &error), READOUT_OK);
    assert_int_equal(ro_matrix_read(&matrix, &arena, &weights, "p", 38, 3, 32, &error), READOUT_BAD_MODEL);
    assert_int_equal(ro_matrix_read(&matrix, &arena, &weights, "p", 37, 1, 32, &error), READOUT_BAD_MODEL);
    assert_int_equal(ro_matrix_read(&matrix, &arena, &weights, "q", 37, 3, 32, &error), READOUT_BAD_MODEL);
    ro_weights_close(&weights);
    ro_arena_release(&arena);
    free((void *)file.data);
}

/* Widths that kernels cannot go over, or that products have no room for. */
static void refused_widths(void **unused)
{
    (void)unused;
    static const uint32_t widths[] = {24, RO_INPUTS + RO_LANES};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct arena arena;
        struct weights weights;
        struct matrix matrix;
        struct readout_error error;
        struct slice file = matrix_file(widths[i]);
        ro_arena_init(&arena);
        assert_int_equal(ro_weights_read(&weights, &arena, file, "file", &error), READOUT_OK);
        assert_int_equal(ro_matrix_read(&matrix, &arena, &weights, "p", 0, 3, widths[i], &error),
                         READOUT_BAD_MODEL);
        assert_non_null(strstr(error.message, "p.weight"));
        ro_weights_close(&weights);
        ro_arena_release(&arena);
        free((void *)file.data);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products),
        cmocka_unit_test(largest_sums),
        cmocka_unit_test(added_rows),
        cmocka_unit_test(quantised),
        cmocka_unit_test(quantised_extremes),
        cmocka_unit_test(ties),
        cmocka_unit_test(sigmoids),
        cmocka_unit_test(gated_extremes),
        cmocka_unit_test(dot_products),
        cmocka_unit_test(chosen_by_name),
        cmocka_unit_test(packed),
        cmocka_unit_test(read_from_file),
        cmocka_unit_test(refused_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
