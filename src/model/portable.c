/* portable.c: what each kernel means, in plain C that any processor runs. */
#include <math.h>

#include "model/arithmetic.h"
#include "model/kernels.h"

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

/* Add to the sums of a block of outputs what one word gives: `x` of its channels, times weights that lie four of an
 * output together. */
static void multiply(int32_t *sums, const int8_t *weights, const int8_t *x, uint32_t width)
{
    for (uint32_t i = 0; i < width; i += 4, weights += 4 * RO_LANES)
        for (uint32_t lane = 0; lane < RO_LANES; lane++) {
            const int8_t *w = weights + (size_t)4 * lane;
            sums[lane] += w[0] * x[i] + w[1] * x[i + 1] + w[2] * x[i + 2] + w[3] * x[i + 3];
        }
}

static void product_block(float *out, const struct matrix *matrix, uint32_t block, const int8_t *in,
                          ptrdiff_t between)
{
    size_t size = (size_t)RO_LANES * matrix->inputs;
    const int8_t *weights = matrix->weights + block * matrix->taps * size;
    int32_t sums[RO_LANES] = {0};
    for (uint32_t tap = 0; tap < matrix->taps; tap++)
        multiply(sums, weights + tap * size, in + tap * between, matrix->inputs);
    for (uint32_t lane = 0, o = RO_LANES * block; lane < RO_LANES; lane++, o++)
        out[o] = (float)sums[lane] * matrix->scale[o] + matrix->bias[o];
}

static void product(float *out, const struct matrix *matrix, const int8_t *in, uint32_t dilation, uint32_t count)
{
    ptrdiff_t between = (ptrdiff_t)dilation * matrix->inputs;
    const int8_t *first = matrix->taps == 3 ? in - between : in;
    for (uint32_t word = 0; word < count; word++, first += matrix->inputs, out += matrix->padded)
        for (uint32_t block = 0; block < matrix->padded / RO_LANES; block++)
            product_block(out, matrix, block, first, between);
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
