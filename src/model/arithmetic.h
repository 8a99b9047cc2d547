/* arithmetic.h: numbers that all rows of kernels share. */
#ifndef RO_ARITHMETIC_H
#define RO_ARITHMETIC_H

/* exp(y) = 2^n * e^r: n is y / ln 2 rounded to nearest, r = y - n * ln 2 in two steps, of which the first is exact;
 * e^r by its polynomial (Cephes' expf). y is held to [-87, 87], where 2^n is a normal number. The relative error is
 * below 2e-6 (tests/unit/model_kernels.c). */
#define RO_EXP_LIMIT 87.0f
#define RO_EXP_PER_LN2 1.44269504088896341f
#define RO_EXP_LN2_HIGH 0.693359375f
#define RO_EXP_LN2_LOW (-2.12194440e-4f)
#define RO_EXP_C0 1.9875691500e-4f
#define RO_EXP_C1 1.3981999507e-3f
#define RO_EXP_C2 8.3334519073e-3f
#define RO_EXP_C3 4.1665795894e-2f
#define RO_EXP_C4 1.6666665459e-1f
#define RO_EXP_C5 5.0000001201e-1f

/* Added to a float between -2^22 and 2^22, this leaves it rounded to nearest, ties to even, in the low bits. */
#define RO_ROUND 12582912.0f

#define RO_RMS_EPSILON 1e-6f

/* Before a loop with a constant count, whose sums are to stay in registers. */
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 8")
#endif

#endif
