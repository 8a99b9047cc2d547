/* strips.h: the product of the rows of kernels that keep the sums of WORDS words in registers. It is included behind what
 * differs between them: WORDS, struct strip, gather and multiply_strip. */

static void product(float *out, const struct matrix *matrix, const int8_t *in, uint32_t dilation, uint32_t count)
{
    ptrdiff_t between = (ptrdiff_t)dilation * matrix->inputs;
    struct strip strip;
    strip.matrix = matrix;
    strip.size = matrix->taps * matrix->inputs;
    const int8_t *first = matrix->taps == 3 ? in - between : in;
    for (uint32_t word = 0, taken; word < count; word += taken) {
        taken = count - word < WORDS ? count - word : WORDS;
        memset(strip.in + (size_t)taken * strip.size, 0, (size_t)(WORDS - taken) * strip.size * sizeof *strip.in);
        for (uint32_t w = 0; w < taken; w++)
            gather(strip.in + (size_t)w * strip.size, matrix, first + (size_t)(word + w) * matrix->inputs, between);
        multiply_strip(out + (size_t)word * matrix->padded, &strip, taken);
    }
}
