/* model.c: the parts of a weights file, held to each other: no row of the embedding that features.h can name and no output
 * of a layer lies outside. */
#include "model/model.h"

#include <inttypes.h>
#include <stdarg.h>

#include "model/features.h"
#include "model/place.h"

enum { MOST_ROWS = UINT16_MAX + 1 /* that word_features can name */ };

/* A model being read. */
struct reading {
    struct model *model;
    struct arena *arena;
    struct readout_error *error;
};

__attribute__((format(printf, 2, 3))) static enum readout_status refuse(const struct reading *reading,
                                                                        const char *format, ...)
{
    char what[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return ro_error_set(reading->error, READOUT_BAD_MODEL, "%s: %s; take the model that came with this readout",
                        reading->model->weights.path, what);
}

static enum readout_status no_memory(const struct reading *reading)
{
    return ro_error_set(reading->error, READOUT_NO_MEMORY, "%s: no memory to load the model",
                        reading->model->weights.path);
}

static const struct tensor *find(const struct reading *reading, const char *name, enum tensor_type type,
                                 uint32_t rank, const uint32_t *shape)
{
    return ro_weights_tensor(&reading->model->weights, name, type, rank, shape, reading->error);
}

/* Vocabulary and embedding */

static enum readout_status read_vocabulary(const struct reading *reading, uint32_t rows)
{
    const uint32_t any[] = {0};
    struct vocabulary *vocabulary = &reading->model->vocabulary;
    const struct tensor *tensor = find(reading, "vocabulary", RO_U8, 1, any);
    if (!tensor)
        return READOUT_BAD_MODEL;
    struct slice text = {tensor->data, tensor->shape[0]};
    uint32_t lines = ro_vocabulary_lines(text);
    if (rows > MOST_ROWS || rows < RO_HASHED_ROWS || rows - RO_HASHED_ROWS != lines)
        return refuse(reading,
                      "tensor embedding.rows has %" PRIu32 " rows, but should have one for each of %" PRIu32
                      " pieces and %d more, and no more than %d",
                      rows, lines, (int)RO_HASHED_ROWS, MOST_ROWS);
    if (ro_vocabulary_read(vocabulary, reading->arena, text))
        return READOUT_OK;
    return vocabulary->count < lines ? no_memory(reading)
                                     : refuse(reading, "tensor vocabulary has no line \"[UNK]\"");
}

static enum readout_status read_embedding(const struct reading *reading)
{
    const uint32_t any[] = {0, 0};
    struct model *model = reading->model;
    const struct tensor *rows = find(reading, "embedding.rows", RO_I8, 2, any);
    const struct tensor *scales = rows ? find(reading, "embedding.scales", RO_F32, 1, rows->shape) : NULL;
    if (!scales)
        return READOUT_BAD_MODEL;
    model->rows = rows->data;
    model->scales = scales->data;
    model->embedding = rows->shape[1];
    enum readout_status status = ro_width_check(&model->weights, rows->name, model->embedding, reading->error);
    return status == READOUT_OK ? read_vocabulary(reading, rows->shape[0]) : status;
}

/* Layers */

static enum readout_status read_matrix(const struct reading *reading, struct matrix *matrix, const char *name,
                                       uint32_t outputs, uint32_t taps, uint32_t inputs)
{
    return ro_matrix_read(matrix, reading->arena, &reading->model->weights, name, outputs, taps, inputs,
                          reading->error);
}

static enum readout_status read_input(const struct reading *reading)
{
    const uint32_t shape[] = {0, reading->model->embedding};
    struct model *model = reading->model;
    const struct tensor *weight = find(reading, "input.weight", RO_I8, 2, shape);
    if (!weight)
        return READOUT_BAD_MODEL;
    model->width = weight->shape[0];
    enum readout_status status = ro_width_check(&model->weights, weight->name, model->width, reading->error);
    if (status == READOUT_OK)
        status = read_matrix(reading, &model->input, "input", model->width, 1, model->embedding);
    return status;
}

static enum readout_status read_layers(const struct reading *reading)
{
    struct model *model = reading->model;
    model->stack.kernels = model->kernels;
    model->stack.width = model->width;
    return ro_stack_read(&model->stack, reading->arena, &model->weights, "layer", "dilations", reading->error);
}

/* How vectors are rounded for the heads: those of all heads have the same factors, and syntax has them. */
static enum readout_status read_output(const struct reading *reading)
{
    const struct tensor *quant = find(reading, "syntax.quant", RO_F32, 1, &reading->model->width);
    reading->model->output_quant = quant ? quant->data : NULL;
    return quant ? READOUT_OK : READOUT_BAD_MODEL;
}

/* The whole */

static enum readout_status read_parts(const struct reading *reading, const char *kernels)
{
    reading->model->kernels = ro_kernels_choose(kernels, reading->error);
    if (!reading->model->kernels)
        return READOUT_BAD_ARGUMENT;
    enum readout_status status = read_embedding(reading);
    if (status == READOUT_OK)
        status = read_input(reading);
    if (status == READOUT_OK)
        status = read_layers(reading);
    return status == READOUT_OK ? read_output(reading) : status;
}

/* Read the parts of weights that were opened with this status; closes them on failure. */
static enum readout_status finish(const struct reading *reading, enum readout_status status, const char *kernels,
                                  struct model **out)
{
    if (status != READOUT_OK)
        return status;
    status = read_parts(reading, kernels);
    if (status == READOUT_OK)
        *out = reading->model;
    else
        ro_weights_close(&reading->model->weights);
    return status;
}

static struct model *make(struct model **out, struct arena *arena, struct readout_error *error)
{
    *out = NULL;
    struct model *model = ro_arena_alloc(arena, 1, sizeof *model);
    if (!model)
        ro_error_set(error, READOUT_NO_MEMORY, "no memory to load the model");
    return model;
}

enum readout_status ro_model_read(struct model **out, struct arena *arena, struct slice file, const char *path,
                                  const char *kernels, struct readout_error *error)
{
    const struct reading reading = {make(out, arena, error), arena, error};
    if (!reading.model)
        return READOUT_NO_MEMORY;
    return finish(&reading, ro_weights_read(&reading.model->weights, arena, file, path, error), kernels, out);
}

enum readout_status ro_model_open(struct model **out, struct arena *arena, const char *path, const char *kernels,
                                  struct readout_error *error)
{
    const struct reading reading = {make(out, arena, error), arena, error};
    if (!reading.model)
        return READOUT_NO_MEMORY;
    enum readout_status status = path ? READOUT_OK : ro_model_place(&path, arena, error);
    if (status == READOUT_OK)
        status = ro_weights_open(&reading.model->weights, arena, path, error);
    return finish(&reading, status, kernels, out);
}

void ro_model_close(struct model *model)
{
    if (model)
        ro_weights_close(&model->weights);
}

/* Label sets */

static uint32_t count_blanks(const char *text)
{
    uint32_t blanks = 0;
    for (; *text; text++)
        blanks += *text == ' ';
    return blanks;
}

/* Cut a text at its blanks into names; false where one is empty. */
static bool cut(char *text, const char **names, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        size_t length = strcspn(text, " ");
        if (length == 0)
            return false;
        names[i] = text;
        text[length] = '\0';
        text += length + 1;
    }
    return true;
}

enum readout_status ro_model_labels(const struct model *model, struct arena *arena, const char *name,
                                    struct labels *out, struct readout_error *error)
{
    char key[64];
    snprintf(key, sizeof key, "labels.%s", name);
    const char *text = ro_weights_metadata(&model->weights, key);
    *out = (struct labels){.count = text ? count_blanks(text) + 1 : 0};
    char *own = ro_arena_copy(arena, ro_slice(text ? text : ""));
    out->names = ro_arena_alloc(arena, out->count, sizeof *out->names);
    if (!own || !out->names)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory for its labels", model->weights.path);
    if (text && cut(own, out->names, out->count))
        return READOUT_OK;
    return ro_error_set(
        error, READOUT_BAD_MODEL,
        "%s: its metadata should have \"%s\", names with one blank between them; take the model that "
        "came with this readout",
        model->weights.path, key);
}
