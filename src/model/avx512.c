/* avx512.c: kernels in registers of 512 bits, with the 8-bit dot products of VNNI. */
#include <immintrin.h>

#include "model/arithmetic.h"
#include "model/kernels.h"

enum { WORDS = 6, BLOCKS = 4 /* whose sums are in registers at once */ };

static void add(float *x, const int8_t *row, float scale, uint32_t width)
{
    const __m512 factor = _mm512_set1_ps(scale);
    for (uint32_t i = 0; i < width; i += RO_LANES) {
        __m512 values = _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128((const __m128i *)(row + i))));
        _mm512_storeu_ps(x + i, _mm512_add_ps(_mm512_loadu_ps(x + i), _mm512_mul_ps(values, factor)));
    }
}

static float fold(__m512 lanes)
{
    __m256 eight = _mm256_add_ps(_mm512_castps512_ps256(lanes), _mm512_extractf32x8_ps(lanes, 1));
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

static float dot(const float *a, const float *b, uint32_t width)
{
    __m512 sum = _mm512_setzero_ps();
    for (uint32_t i = 0; i < width; i += RO_LANES)
        sum = _mm512_add_ps(sum, _mm512_mul_ps(_mm512_loadu_ps(a + i), _mm512_loadu_ps(b + i)));
    return fold(sum);
}

static void quantise(int8_t *out, const float *x, const float *quant, uint32_t width)
{
    __m128 rms = _mm_sqrt_ss(_mm_set_ss(dot(x, x, width) / (float)width + RO_RMS_EPSILON));
    const __m512 inverse = _mm512_set1_ps(1.0f / _mm_cvtss_f32(rms));
    const __m512 most = _mm512_set1_ps(127.0f), least = _mm512_set1_ps(-127.0f);
    for (uint32_t i = 0; i < width; i += RO_LANES) {
        __m512 value = _mm512_mul_ps(_mm512_mul_ps(_mm512_loadu_ps(x + i), inverse), _mm512_loadu_ps(quant + i));
        value = _mm512_maskz_mov_ps(_mm512_cmp_ps_mask(value, value, _CMP_ORD_Q), value);
        value = _mm512_max_ps(_mm512_min_ps(value, most), least);
        _mm_storeu_si128((__m128i *)(out + i), _mm512_cvtepi32_epi8(_mm512_cvtps_epi32(value)));
    }
}

/* One after the other the taps of a word, as bytes without sign (128 more). */
static void gather(uint8_t *out, const struct matrix *matrix, const int8_t *in, ptrdiff_t between)
{
    const __m128i sign = _mm_set1_epi8(-128);
    for (uint32_t tap = 0; tap < matrix->taps; tap++, in += between)
        for (uint32_t i = 0; i < matrix->inputs; i += RO_LANES, out += RO_LANES)
            _mm_storeu_si128((__m128i *)out, _mm_xor_si128(_mm_loadu_si128((const __m128i *)(in + i)), sign));
}

/* What product works on: words as `gather` leaves them, `size` bytes each. */
struct strip {
    const struct matrix *matrix;
    uint8_t in[WORDS * 3 * RO_INPUTS];
    uint32_t size;
};

/* The sums of `words` words for `blocks` blocks of outputs, as if inputs were 128 more. Inlined with constants, so that they
 * stay in registers. */
static inline __attribute__((always_inline)) void multiply(int32_t *out, const struct strip *strip, uint32_t block,
                                                           const uint32_t words, const uint32_t blocks)
{
    const size_t size = strip->size;
    const int8_t *weights = strip->matrix->weights + (size_t)block * RO_LANES * size;
    __m512i sums[WORDS][BLOCKS];
    UNROLL for (uint32_t w = 0; w < words; w++) UNROLL for (uint32_t b = 0; b < blocks; b++)
        sums[w][b] = _mm512_setzero_si512();
    for (size_t i = 0; i < size; i += 4) {
        __m512i row[BLOCKS];
        UNROLL for (uint32_t b = 0; b < blocks; b++)
            row[b] = _mm512_load_si512(weights + (i + b * size) * RO_LANES);
        UNROLL for (uint32_t w = 0; w < words; w++)
        {
            int32_t four;
            memcpy(&four, strip->in + w * size + i, sizeof four);
            const __m512i x = _mm512_set1_epi32(four);
            UNROLL for (uint32_t b = 0; b < blocks; b++) sums[w][b] = _mm512_dpbusd_epi32(sums[w][b], x, row[b]);
        }
    }
    UNROLL for (uint32_t w = 0; w < words; w++) UNROLL for (uint32_t b = 0; b < blocks; b++)
        _mm512_storeu_si512(out + (size_t)(w * blocks + b) * RO_LANES, sums[w][b]);
}

/* Sums to outputs, from the output o on. */
static void finish(float *out, const struct matrix *matrix, const int32_t *sums, uint32_t o, uint32_t outputs)
{
    for (uint32_t end = o + outputs; o < end; o += RO_LANES, sums += RO_LANES) {
        __m512i surplus = _mm512_slli_epi32(_mm512_loadu_si512(matrix->sums + o), 7);
        __m512 exact = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_loadu_si512(sums), surplus));
        __m512 scaled = _mm512_mul_ps(exact, _mm512_loadu_ps(matrix->scale + o));
        _mm512_storeu_ps(out + o, _mm512_add_ps(scaled, _mm512_loadu_ps(matrix->bias + o)));
    }
}

/* `blocks` blocks of the outputs of `count` words. */
static void multiply_blocks(float *out, const struct strip *strip, uint32_t block, uint32_t blocks, uint32_t count)
{
    int32_t sums[WORDS * BLOCKS * RO_LANES];
    if (count > 1 && blocks == BLOCKS)
        multiply(sums, strip, block, WORDS, BLOCKS);
    else if (count > 1)
        multiply(sums, strip, block, WORDS, 1);
    else if (blocks == BLOCKS)
        multiply(sums, strip, block, 1, BLOCKS);
    else
        multiply(sums, strip, block, 1, 1);
    for (uint32_t w = 0; w < count; w++)
        finish(out + (size_t)w * strip->matrix->padded, strip->matrix, sums + (size_t)w * blocks * RO_LANES,
               block * RO_LANES, blocks * RO_LANES);
}

/* All outputs of `count` words. */
static void multiply_strip(float *out, const struct strip *strip, uint32_t count)
{
    uint32_t block = 0, all = strip->matrix->padded / RO_LANES;
    for (; block + BLOCKS <= all; block += BLOCKS)
        multiply_blocks(out, strip, block, BLOCKS, count);
    for (; block < all; block++)
        multiply_blocks(out, strip, block, 1, count);
}

#include "model/strips.h"

static __m512 exponential(__m512 y)
{
    y = _mm512_min_ps(y, _mm512_set1_ps(RO_EXP_LIMIT));
    y = _mm512_max_ps(y, _mm512_set1_ps(-RO_EXP_LIMIT));
    __m512i n = _mm512_cvtps_epi32(_mm512_mul_ps(y, _mm512_set1_ps(RO_EXP_PER_LN2)));
    __m512 whole = _mm512_cvtepi32_ps(n);
    __m512 r = _mm512_sub_ps(y, _mm512_mul_ps(whole, _mm512_set1_ps(RO_EXP_LN2_HIGH)));
    r = _mm512_sub_ps(r, _mm512_mul_ps(whole, _mm512_set1_ps(RO_EXP_LN2_LOW)));
    static const float terms[] = {RO_EXP_C1, RO_EXP_C2, RO_EXP_C3, RO_EXP_C4, RO_EXP_C5};
    __m512 p = _mm512_set1_ps(RO_EXP_C0);
    for (uint32_t i = 0; i < sizeof terms / sizeof *terms; i++)
        p = _mm512_add_ps(_mm512_mul_ps(p, r), _mm512_set1_ps(terms[i]));
    p = _mm512_add_ps(_mm512_mul_ps(p, _mm512_mul_ps(r, r)), r);
    p = _mm512_add_ps(p, _mm512_set1_ps(1.0f));
    return _mm512_castsi512_ps(_mm512_add_epi32(_mm512_castps_si512(p), _mm512_slli_epi32(n, 23)));
}

static void gate(float *h, const float *z, uint32_t width)
{
    const __m512 one = _mm512_set1_ps(1.0f), sign = _mm512_set1_ps(-0.0f);
    for (uint32_t i = 0; i < width; i += RO_LANES) {
        __m512 e = exponential(_mm512_xor_ps(_mm512_loadu_ps(z + width + i), sign));
        __m512 sigmoid = _mm512_div_ps(one, _mm512_add_ps(one, e));
        __m512 more = _mm512_mul_ps(_mm512_loadu_ps(z + i), sigmoid);
        _mm512_storeu_ps(h + i, _mm512_add_ps(_mm512_loadu_ps(h + i), more));
    }
}

/* Four at once, since a sum waits for the one before it. */
static void dots_of_four(float *out, const float *q, const float *keys, uint32_t width, size_t stride)
{
    __m512 a = _mm512_setzero_ps(), b = a, c = a, d = a;
    for (uint32_t i = 0; i < width; i += RO_LANES, keys += RO_LANES) {
        const __m512 x = _mm512_loadu_ps(q + i);
        a = _mm512_add_ps(a, _mm512_mul_ps(x, _mm512_loadu_ps(keys)));
        b = _mm512_add_ps(b, _mm512_mul_ps(x, _mm512_loadu_ps(keys + stride)));
        c = _mm512_add_ps(c, _mm512_mul_ps(x, _mm512_loadu_ps(keys + 2 * stride)));
        d = _mm512_add_ps(d, _mm512_mul_ps(x, _mm512_loadu_ps(keys + 3 * stride)));
    }
    out[0] = fold(a);
    out[1] = fold(b);
    out[2] = fold(c);
    out[3] = fold(d);
}

static void dots(float *out, const float *q, const float *keys, uint32_t width, size_t stride, uint32_t count)
{
    uint32_t j = 0;
    for (; j + 4 <= count; j += 4)
        dots_of_four(out + j, q, keys + j * stride, width, stride);
    for (; j < count; j++)
        out[j] = dot(q, keys + j * stride, width);
}

const struct kernels ro_kernels_avx512 = {"avx512", add, quantise, product, gate, dots};
