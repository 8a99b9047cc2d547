/* avx2.c: kernels in registers of 256 bits; the sixteen lanes of portable.c are two of them. Products are of numbers widened
 * to 16 bits, since the instruction for bytes would hold sums of two to 16 bits. */
#include <immintrin.h>

#include "model/arithmetic.h"
#include "model/kernels.h"

enum { HALF = RO_LANES / 2, WORDS = 4 /* whose sums are in registers at once */ };

/* Sixteen lanes. */
struct lanes {
    __m256 low, high;
};

static __m256 bytes_to_floats(const int8_t *bytes)
{
    return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64((const __m128i *)bytes)));
}

static void add(float *x, const int8_t *row, float scale, uint32_t width)
{
    const __m256 factor = _mm256_set1_ps(scale);
    for (uint32_t i = 0; i < width; i += HALF) {
        __m256 more = _mm256_mul_ps(bytes_to_floats(row + i), factor);
        _mm256_storeu_ps(x + i, _mm256_add_ps(_mm256_loadu_ps(x + i), more));
    }
}

static float fold(struct lanes lanes)
{
    __m256 eight = _mm256_add_ps(lanes.low, lanes.high);
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

static __m256 add_product(__m256 sum, const float *a, const float *b)
{
    return _mm256_add_ps(sum, _mm256_mul_ps(_mm256_loadu_ps(a), _mm256_loadu_ps(b)));
}

static float dot(const float *a, const float *b, uint32_t width)
{
    struct lanes sum = {_mm256_setzero_ps(), _mm256_setzero_ps()};
    for (uint32_t i = 0; i < width; i += RO_LANES) {
        sum.low = add_product(sum.low, a + i, b + i);
        sum.high = add_product(sum.high, a + i + HALF, b + i + HALF);
    }
    return fold(sum);
}

/* Eight of them, in the low half. */
static __m128i quantise_half(const float *x, const float *quant, __m256 inverse)
{
    const __m256 most = _mm256_set1_ps(127.0f), least = _mm256_set1_ps(-127.0f);
    __m256 value = _mm256_mul_ps(_mm256_mul_ps(_mm256_loadu_ps(x), inverse), _mm256_loadu_ps(quant));
    value = _mm256_and_ps(value, _mm256_cmp_ps(value, value, _CMP_ORD_Q));
    value = _mm256_max_ps(_mm256_min_ps(value, most), least);
    __m256i whole = _mm256_cvtps_epi32(value);
    __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(whole), _mm256_extracti128_si256(whole, 1));
    return _mm_packs_epi16(words, words);
}

static void quantise(int8_t *out, const float *x, const float *quant, uint32_t width)
{
    __m128 rms = _mm_sqrt_ss(_mm_set_ss(dot(x, x, width) / (float)width + RO_RMS_EPSILON));
    const __m256 inverse = _mm256_set1_ps(1.0f / _mm_cvtss_f32(rms));
    for (uint32_t i = 0; i < width; i += HALF)
        _mm_storel_epi64((__m128i *)(out + i), quantise_half(x + i, quant + i, inverse));
}

/* What product works on: the taps of words one after the other, in 16 bits, `size` numbers a word. */
struct strip {
    const struct matrix *matrix;
    int16_t in[WORDS * 3 * RO_INPUTS];
    uint32_t size;
};

static void gather(int16_t *out, const struct matrix *matrix, const int8_t *in, ptrdiff_t between)
{
    for (uint32_t tap = 0; tap < matrix->taps; tap++, in += between)
        for (uint32_t i = 0; i < matrix->inputs; i += RO_LANES, out += RO_LANES)
            _mm256_storeu_si256((__m256i *)out, _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(in + i))));
}

static inline __m256i widened(const int8_t *bytes)
{
    return _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)bytes));
}

/* The sums of `words` words for eight outputs, of which `weights` are the first. Inlined with constants, so that they stay in
 * registers, where each is in two parts beside each other: four outputs in a, four in b. */
static inline __attribute__((always_inline)) void multiply(__m256i *out, const int16_t *in, const int8_t *weights,
                                                           size_t size, const uint32_t words)
{
    __m256i a[WORDS], b[WORDS];
    UNROLL for (uint32_t w = 0; w < words; w++) a[w] = b[w] = _mm256_setzero_si256();
    for (size_t i = 0; i < size; i += 4, weights += (size_t)4 * RO_LANES) {
        const __m256i left = widened(weights), right = widened(weights + RO_LANES);
        UNROLL for (uint32_t w = 0; w < words; w++)
        {
            int64_t four;
            memcpy(&four, in + w * size + i, sizeof four);
            const __m256i x = _mm256_set1_epi64x(four);
            a[w] = _mm256_add_epi32(a[w], _mm256_madd_epi16(x, left));
            b[w] = _mm256_add_epi32(b[w], _mm256_madd_epi16(x, right));
        }
    }
    UNROLL for (uint32_t w = 0; w < words; w++)
        out[w] = _mm256_permute4x64_epi64(_mm256_hadd_epi32(a[w], b[w]), 0xD8);
}

static void finish(float *out, const struct matrix *matrix, uint32_t o, __m256i sums)
{
    __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(matrix->scale + o));
    _mm256_storeu_ps(out + o, _mm256_add_ps(scaled, _mm256_loadu_ps(matrix->bias + o)));
}

/* All outputs of `count` words. */
static void multiply_strip(float *out, const struct strip *strip, uint32_t count)
{
    const struct matrix *matrix = strip->matrix;
    for (uint32_t o = 0; o < matrix->padded; o += HALF) {
        const int8_t *weights = matrix->weights + (size_t)(o / RO_LANES * RO_LANES) * strip->size +
                                (size_t)(o % RO_LANES) * 4;
        __m256i sums[WORDS];
        if (count == 1)
            multiply(sums, strip->in, weights, strip->size, 1);
        else
            multiply(sums, strip->in, weights, strip->size, WORDS);
        for (uint32_t w = 0; w < count; w++)
            finish(out + (size_t)w * matrix->padded, matrix, o, sums[w]);
    }
}

#include "model/strips.h"

static __m256 exponential(__m256 y)
{
    y = _mm256_min_ps(y, _mm256_set1_ps(RO_EXP_LIMIT));
    y = _mm256_max_ps(y, _mm256_set1_ps(-RO_EXP_LIMIT));
    __m256i n = _mm256_cvtps_epi32(_mm256_mul_ps(y, _mm256_set1_ps(RO_EXP_PER_LN2)));
    __m256 whole = _mm256_cvtepi32_ps(n);
    __m256 r = _mm256_sub_ps(y, _mm256_mul_ps(whole, _mm256_set1_ps(RO_EXP_LN2_HIGH)));
    r = _mm256_sub_ps(r, _mm256_mul_ps(whole, _mm256_set1_ps(RO_EXP_LN2_LOW)));
    static const float terms[] = {RO_EXP_C1, RO_EXP_C2, RO_EXP_C3, RO_EXP_C4, RO_EXP_C5};
    __m256 p = _mm256_set1_ps(RO_EXP_C0);
    for (uint32_t i = 0; i < sizeof terms / sizeof *terms; i++)
        p = _mm256_add_ps(_mm256_mul_ps(p, r), _mm256_set1_ps(terms[i]));
    p = _mm256_add_ps(_mm256_mul_ps(p, _mm256_mul_ps(r, r)), r);
    p = _mm256_add_ps(p, _mm256_set1_ps(1.0f));
    return _mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(p), _mm256_slli_epi32(n, 23)));
}

static void gate(float *h, const float *z, uint32_t width)
{
    const __m256 one = _mm256_set1_ps(1.0f), sign = _mm256_set1_ps(-0.0f);
    for (uint32_t i = 0; i < width; i += HALF) {
        __m256 e = exponential(_mm256_xor_ps(_mm256_loadu_ps(z + width + i), sign));
        __m256 sigmoid = _mm256_div_ps(one, _mm256_add_ps(one, e));
        __m256 more = _mm256_mul_ps(_mm256_loadu_ps(z + i), sigmoid);
        _mm256_storeu_ps(h + i, _mm256_add_ps(_mm256_loadu_ps(h + i), more));
    }
}

/* Two at once, since a sum waits for the one before it. */
static void dots_of_two(float *out, const float *q, const float *keys, uint32_t width, size_t stride)
{
    struct lanes a = {_mm256_setzero_ps(), _mm256_setzero_ps()}, b = a;
    for (uint32_t i = 0; i < width; i += RO_LANES, keys += RO_LANES) {
        a.low = add_product(a.low, q + i, keys);
        a.high = add_product(a.high, q + i + HALF, keys + HALF);
        b.low = add_product(b.low, q + i, keys + stride);
        b.high = add_product(b.high, q + i + HALF, keys + stride + HALF);
    }
    out[0] = fold(a);
    out[1] = fold(b);
}

static void dots(float *out, const float *q, const float *keys, uint32_t width, size_t stride, uint32_t count)
{
    uint32_t j = 0;
    for (; j + 2 <= count; j += 2)
        dots_of_two(out + j, q, keys + j * stride, width, stride);
    for (; j < count; j++)
        out[j] = dot(q, keys + j * stride, width);
}

const struct kernels ro_kernels_avx2 = {"avx2", add, quantise, product, gate, dots};
