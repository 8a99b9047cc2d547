/* portable.c: what each kernel means, in plain C that any processor runs. */
#include <math.h>

#include "model/arithmetic.h"
#include "model/kernels.h"

enum { WORDS = 12 /* for which weights are unpacked once; a multiple of 4 */ };

static void add(float *x, const int8_t *row, float scale, uint32_t width)
{
    for (uint32_t i = 0; i < width; i++)
        x[i] += (float)row[i] * scale;
}

/* The sum of the lanes: the upper half onto the lower until one is left. */
static float fold(float *lanes)
{
    for (uint32_t half = RO_LANES / 2; half > 0; half /= 2)
        for (uint32_t i = 0; i < half; i++)
            lanes[i] += lanes[i + half];
    return lanes[0];
}

static float dot(const float *a, const float *b, uint32_t width)
{
    float lanes[RO_LANES] = {0};
    for (uint32_t i = 0; i < width; i += RO_LANES)
        for (uint32_t lane = 0; lane < RO_LANES; lane++)
            lanes[lane] += a[i + lane] * b[i + lane];
    return fold(lanes);
}

/* The integer that a float between -2^22 and 2^22 is nearest to. */
static int32_t nearest(float value)
{
    float moved = value + RO_ROUND, origin = RO_ROUND;
    int32_t bits, zero;
    memcpy(&bits, &moved, sizeof bits);
    memcpy(&zero, &origin, sizeof zero);
    return bits - zero;
}

static void quantise(int8_t *out, const float *x, const float *quant, uint32_t width)
{
    float inverse = 1.0f / sqrtf(dot(x, x, width) / (float)width + RO_RMS_EPSILON);
    for (uint32_t i = 0; i < width; i++) {
        float value = x[i] * inverse * quant[i];
        value = value == value ? value : 0.0f;
        value = value < 127.0f ? value : 127.0f;
        value = value > -127.0f ? value : -127.0f;
        out[i] = (int8_t)nearest(value);
    }
}

/* What product works on: the taps of some words one after the other, and the weights of one output, in 16 bits: compilers
 * know how to multiply and add such pairs. */
struct strip {
    const struct matrix *matrix;
    uint32_t size; /* numbers of a word */
    int16_t in[WORDS][3 * RO_INPUTS], weights[3 * RO_INPUTS];
};

static void gather(int16_t *restrict out, const struct matrix *matrix, const int8_t *restrict in, ptrdiff_t between)
{
    for (uint32_t tap = 0; tap < matrix->taps; tap++, in += between, out += matrix->inputs)
        for (uint32_t i = 0; i < matrix->inputs; i++)
            out[i] = in[i]; // NOLINT(bugprone-signed-char-misuse,cert-str34-c): it is a number
}

/* The weights of an output, of which `packed` are the first four. */
static void unpack(int16_t *restrict out, const int8_t *restrict packed, uint32_t size)
{
    for (uint32_t i = 0; i < size; i += 4, packed += (size_t)4 * RO_LANES)
        for (uint32_t k = 0; k < 4; k++)
            out[i + k] = packed[k]; // NOLINT(bugprone-signed-char-misuse,cert-str34-c)
}

/* Four words at once: a weight that is loaded is used four times. */
static void multiply(int32_t sums[4], const int16_t *weights, const int16_t (*in)[3 * RO_INPUTS], uint32_t size)
{
    int32_t a = 0, b = 0, c = 0, d = 0;
    for (uint32_t i = 0; i < size; i++) {
        a += weights[i] * in[0][i];
        b += weights[i] * in[1][i];
        c += weights[i] * in[2][i];
        d += weights[i] * in[3][i];
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
}

static void multiply_strip(float *out, struct strip *strip, uint32_t count)
{
    const struct matrix *matrix = strip->matrix;
    for (uint32_t o = 0; o < matrix->padded; o++) {
        int32_t sums[WORDS];
        size_t first = (size_t)(o / RO_LANES * RO_LANES) * strip->size + (size_t)(o % RO_LANES) * 4;
        unpack(strip->weights, matrix->weights + first, strip->size);
        for (uint32_t word = 0; word < count; word += 4)
            multiply(sums + word, strip->weights, strip->in + word, strip->size);
        for (uint32_t word = 0; word < count; word++)
            out[(size_t)word * matrix->padded + o] = (float)sums[word] * matrix->scale[o] + matrix->bias[o];
    }
}

static void product(float *out, const struct matrix *matrix, const int8_t *in, uint32_t dilation, uint32_t count)
{
    ptrdiff_t between = (ptrdiff_t)dilation * matrix->inputs;
    struct strip strip;
    strip.matrix = matrix;
    strip.size = matrix->taps * matrix->inputs;
    const int8_t *first = matrix->taps == 3 ? in - between : in;
    for (uint32_t word = 0, taken; word < count; word += taken) {
        taken = count - word < WORDS ? count - word : WORDS;
        memset(strip.in[taken], 0, (WORDS - taken) * sizeof *strip.in);
        for (uint32_t w = 0; w < taken; w++)
            gather(strip.in[w], matrix, first + (size_t)(word + w) * matrix->inputs, between);
        multiply_strip(out + (size_t)word * matrix->padded, &strip, taken);
    }
}

static float exponential(float y)
{
    y = y < RO_EXP_LIMIT ? y : RO_EXP_LIMIT;
    y = y > -RO_EXP_LIMIT ? y : -RO_EXP_LIMIT;
    int32_t n = nearest(y * RO_EXP_PER_LN2);
    float r = y - (float)n * RO_EXP_LN2_HIGH - (float)n * RO_EXP_LN2_LOW;
    float p = RO_EXP_C0 * r + RO_EXP_C1;
    p = p * r + RO_EXP_C2;
    p = p * r + RO_EXP_C3;
    p = p * r + RO_EXP_C4;
    p = p * r + RO_EXP_C5;
    p = p * (r * r) + r + 1.0f;
    int32_t bits;
    memcpy(&bits, &p, sizeof bits);
    bits += n * (1 << 23);
    memcpy(&p, &bits, sizeof p);
    return p;
}

static void gate(float *h, const float *z, uint32_t width)
{
    for (uint32_t i = 0; i < width; i++)
        h[i] += z[i] * (1.0f / (1.0f + exponential(-z[width + i])));
}

static void dots(float *out, const float *q, const float *keys, uint32_t width, size_t stride, uint32_t count)
{
    for (uint32_t j = 0; j < count; j++)
        out[j] = dot(q, keys + j * stride, width);
}

const struct kernels ro_kernels_portable = {"portable", add, quantise, product, gate, dots};
