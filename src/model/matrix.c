/* matrix.c: products from the file, their weights laid out as kernels read them. */
#include "model/kernels.h"

#include <inttypes.h>

enum { LINE = 64 /* bytes that a load takes at most */, NAME = 96 };

/* What a product is read from: its place in the file. */
struct origin {
    const struct weights *weights;
    const char *name;
    struct readout_error *error;
};

static const struct tensor *find(const struct origin *origin, const char *part, enum tensor_type type,
                                 uint32_t rank, const uint32_t *shape)
{
    char name[NAME];
    snprintf(name, sizeof name, "%s.%s", origin->name, part);
    return ro_weights_tensor(origin->weights, name, type, rank, shape, origin->error);
}

static const float *find_floats(const struct origin *origin, const char *part, uint32_t count)
{
    const struct tensor *tensor = find(origin, part, RO_F32, 1, &count);
    return tensor ? tensor->data : NULL;
}

static const float *padded_floats(struct arena *arena, const float *values, uint32_t count, uint32_t padded)
{
    float *copy = ro_arena_alloc(arena, padded, sizeof *copy);
    if (copy)
        memcpy(copy, values, count * sizeof *copy);
    return copy;
}

/* An output's weights, four by four behind those of the others of its block; returns their sum. */
static int32_t pack_output(int8_t *packed, const int8_t *weights, size_t count)
{
    int32_t sum = 0;
    for (size_t i = 0; i < count; i += 4)
        memcpy(packed + i * RO_LANES, weights + i, 4);
    for (size_t i = 0; i < count; i++)
        sum += weights[i];
    return sum;
}

static bool pack(struct matrix *matrix, struct arena *arena, const int8_t *weights)
{
    size_t size = (size_t)matrix->taps * matrix->inputs;
    int8_t *memory = ro_arena_alloc(arena, matrix->padded * size + LINE, 1);
    int32_t *sums = ro_arena_alloc(arena, matrix->padded, sizeof *sums);
    if (!memory || !sums)
        return false;
    int8_t *packed = memory + (LINE - (uintptr_t)memory % LINE) % LINE;
    for (uint32_t o = 0; o < matrix->outputs; o++)
        sums[o] = pack_output(packed + (size_t)(o / RO_LANES * RO_LANES) * size + (size_t)(o % RO_LANES) * 4,
                              weights + o * size, size);
    matrix->weights = packed;
    matrix->sums = sums;
    return true;
}

bool ro_matrix_pack(struct matrix *matrix, struct arena *arena, const int8_t *weights, const float *scale,
                    const float *bias)
{
    matrix->padded = (matrix->outputs + RO_LANES - 1) / RO_LANES * RO_LANES;
    matrix->scale = padded_floats(arena, scale, matrix->outputs, matrix->padded);
    matrix->bias = padded_floats(arena, bias, matrix->outputs, matrix->padded);
    return matrix->scale && matrix->bias && pack(matrix, arena, weights);
}

static enum readout_status check_size(const struct origin *origin, const struct matrix *matrix)
{
    if (matrix->inputs % RO_LANES == 0 && matrix->inputs > 0 && matrix->inputs <= RO_INPUTS &&
        matrix->outputs <= RO_OUTPUTS)
        return READOUT_OK;
    return ro_error_set(origin->error, READOUT_BAD_MODEL,
                        "%s: tensor %s.weight: %u to %u channels; readout reads a multiple of %d up to %d to at "
                        "most %d",
                        origin->weights->path, origin->name, matrix->inputs, matrix->outputs, RO_LANES, RO_INPUTS,
                        RO_OUTPUTS);
}

// NOLINTNEXTLINE(readability-function-size): where from, where to, what for
enum readout_status ro_matrix_read(struct matrix *matrix, struct arena *arena, const struct weights *weights,
                                   const char *name, uint32_t outputs, uint32_t taps, uint32_t inputs,
                                   struct readout_error *error)
{
    const struct origin origin = {weights, name, error};
    const uint32_t flat[] = {outputs, inputs, 1}, deep[] = {outputs, taps, inputs};
    const struct tensor *tensor = find(&origin, "weight", RO_I8, taps == 1 ? 2 : 3, taps == 1 ? flat : deep);
    if (!tensor)
        return READOUT_BAD_MODEL;
    *matrix = (struct matrix){.outputs = tensor->shape[0], .taps = taps, .inputs = inputs};
    if (check_size(&origin, matrix) != READOUT_OK)
        return READOUT_BAD_MODEL;
    const float *scale = find_floats(&origin, "scale", matrix->outputs);
    const float *bias = scale ? find_floats(&origin, "bias", matrix->outputs) : NULL;
    matrix->quant = bias ? find_floats(&origin, "quant", inputs) : NULL;
    if (!matrix->quant)
        return READOUT_BAD_MODEL;
    if (!ro_matrix_pack(matrix, arena, tensor->data, scale, bias))
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory for tensor %s.weight", weights->path, name);
    return READOUT_OK;
}

enum readout_status ro_width_check(const struct weights *weights, const char *name, uint32_t width,
                                   struct readout_error *error)
{
    if (width % RO_LANES == 0 && width <= RO_WIDEST)
        return READOUT_OK;
    return ro_error_set(error, READOUT_BAD_MODEL,
                        "%s: tensor %s is %" PRIu32
                        " channels wide, but should be a multiple of %d up to %d; take the "
                        "model that came with this readout",
                        weights->path, name, width, RO_LANES, RO_WIDEST);
}
