/* kernels.h: the arithmetic of the encoder and its heads, a row of functions a processor. portable.c is what each of
 * them means; the others give the same bits, since products are of integers and sums of floats are in the order that
 * portable.c has: in LANES partial sums, lane i over the elements i, i + LANES ..., folded in halves at the end. No row
 * may use fused multiply-add. */
#ifndef RO_KERNELS_H
#define RO_KERNELS_H

#include "base/arena.h"
#include "model/weights.h"

enum {
    RO_LANES = 16,
    RO_WIDEST = 1024, /* channels of a word */
    RO_INPUTS = 1024, /* channels that go into a product, at most */
    RO_OUTPUTS = 1024 * 1024
};

/* A product in 8 bits. Outputs are padded to a multiple of RO_LANES (zero weights, scale and bias). */
struct matrix {
    uint32_t outputs;          /* as in the file */
    uint32_t padded;           /* the multiple of RO_LANES that products write */
    uint32_t taps;             /* 1, or 3: the words at -dilation, 0, +dilation */
    uint32_t inputs;           /* channels of a word; a multiple of RO_LANES */
    const int8_t *weights;     /* [padded / LANES][taps * inputs / 4][LANES][4] */
    const int32_t *sums;       /* [padded]: of an output's weights */
    const float *scale, *bias; /* [padded] */
    const float *quant;        /* [inputs] */
};

/* Widths, in numbers, are multiples of RO_LANES. */
struct kernels {
    const char *name; /* "portable", "avx2", "avx512" */

    /* x[i] += row[i] * scale */
    void (*add)(float *x, const int8_t *row, float scale, uint32_t width);

    /* out[i] = x[i] / rms(x) * quant[i], rounded to nearest (ties to even) and held to [-127, 127];
     * rms = sqrt(mean of squares + 1e-6). NaN becomes 0. */
    void (*quantise)(int8_t *out, const float *x, const float *quant, uint32_t width);

    /* For each of `count` words, out[word][o] = sum of weights * inputs * scale[o] + bias[o]. `in` is the row of the
     * first word; row r is in + r * inputs. With 3 taps the rows from -dilation to count + dilation must be there,
     * zeros outside of the text. */
    void (*product)(float *out, const struct matrix *matrix, const int8_t *in, uint32_t dilation, uint32_t count);

    /* h[i] += z[i] * sigmoid(z[width + i]) */
    void (*gate)(float *h, const float *z, uint32_t width);

    /* out[j] = q . keys[j], for `count` keys of `width` floats, `stride` floats apart */
    void (*dots)(float *out, const float *q, const float *keys, uint32_t width, size_t stride, uint32_t count);
};

/* The rows that this program has, the best first; ends with NULL. The portable one is always there. */
extern const struct kernels *const ro_kernels[];
extern const struct kernels ro_kernels_portable, ro_kernels_avx2, ro_kernels_avx512; /* wide ones: x86-64 alone */

/* Whether the processor and the operating system can run a row. */
bool ro_kernels_run(const struct kernels *kernels);

/* The row of this name, or with NULL the best that runs here; NULL with an error (READOUT_BAD_ARGUMENT) that names those
 * there are where there is none or it does not run here. */
const struct kernels *ro_kernels_choose(const char *name, struct readout_error *error);

/* Set up a product from the tensors NAME.weight (I8, [outputs, inputs] or [outputs, 3, inputs]), NAME.scale, NAME.bias
 * (F32, [outputs]) and NAME.quant (F32, [inputs]). `outputs` 0: any. Fails with READOUT_BAD_MODEL, READOUT_NO_MEMORY. */
enum readout_status ro_matrix_read(struct matrix *matrix, struct arena *arena, const struct weights *weights,
                                   const char *name, uint32_t outputs, uint32_t taps, uint32_t inputs,
                                   struct readout_error *error);

/* The same from arrays, for a matrix whose outputs, taps, inputs and quant are set. False where there is no room. */
bool ro_matrix_pack(struct matrix *matrix, struct arena *arena, const int8_t *weights, const float *scale,
                    const float *bias);

#endif
