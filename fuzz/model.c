/* model.c: any bytes are a model's file, or the header of one whose tensors are made here and whose check is right, so that
 * mutants get as far as the parts of the model. What is loaded can be read to its ends. */
#include "fuzz.h"

#include <string.h>
#include <xxhash.h>

#include "model/features.h"
#include "model/model.h"
#include "statements/heads.h"
#include "syntax/syntax.h"

enum { LENGTH = 8, DIGITS = 16, MOST = 2 << 20 /* bytes of tensors */ };

/* Tensors are made of this: whole numbers, finite floats, and a vocabulary with one piece. */
static const char filling[] = "[UNK]\n";

/* Read a tensor's ends; a sanitizer sees what lies outside. */
static void touch(const void *data, size_t size)
{
    const volatile unsigned char *bytes = data;
    (void)bytes[0];
    (void)bytes[size - 1];
}

static void check_weights(const struct weights *weights)
{
    static const size_t sizes[] = {[RO_F32] = 4, [RO_I8] = 1, [RO_U8] = 1, [RO_U16] = 2, [RO_U32] = 4};
    for (uint32_t i = 0; i < weights->tensor_count; i++) {
        const struct tensor *tensor = &weights->tensors[i];
        size_t size = sizes[tensor->type] * tensor->shape[0] * tensor->shape[1] * tensor->shape[2];
        BELIEVE(size && (uintptr_t)tensor->data % sizes[tensor->type] == 0);
        touch(tensor->data, size);
        BELIEVE(ro_weights_tensor(weights, tensor->name, tensor->type, tensor->rank, tensor->shape, NULL) ==
                tensor);
    }
    BELIEVE(strlen(weights->hash) == RO_SHA256_HEX - 1);
}

static void check_model(const struct model *model)
{
    uint32_t rows = model->vocabulary.count + RO_HASHED_ROWS;
    BELIEVE(model->vocabulary.unknown < model->vocabulary.count && rows <= UINT16_MAX + 1);
    touch(model->rows, (size_t)rows * model->embedding);
    touch(model->scales, rows * sizeof *model->scales);
    touch(model->output_quant, model->width * sizeof *model->output_quant);
    BELIEVE(model->embedding <= RO_WIDEST && model->width <= RO_WIDEST);
    BELIEVE(model->stack.layer_count >= 1 && model->stack.layer_count <= RO_LAYERS);
    for (uint32_t i = 0; i < model->stack.layer_count; i++) {
        BELIEVE(model->stack.layers[i].outputs == 2 * model->width &&
                model->stack.layers[i].inputs == model->width);
        BELIEVE(model->stack.dilations[i] >= 1 && model->stack.dilations[i] <= RO_FARTHEST);
    }
}

static void check_heads(const struct statement_heads *heads)
{
    size_t size = sizeof *heads->left;
    BELIEVE(heads->width <= RO_WIDEST && heads->least >= 0 && heads->least <= 1);
    BELIEVE(heads->words.width == heads->model->width && heads->roles.width == heads->width);
    BELIEVE(heads->product.outputs == 1 + 2 * heads->width && heads->word.outputs == heads->model->width);
    touch(heads->left, (size_t)heads->sides * heads->width * size);
    touch(heads->right, (size_t)heads->sides * heads->width * size);
    touch(heads->pair, (size_t)heads->sides * heads->sides * RO_ROLE_COUNT * size);
    touch(heads->score, (RO_STATEMENT_FEATURES + 1) * size);
}

static void try_model(struct slice file)
{
    struct arena arena;
    struct model *model;
    struct readout_error error = {.status = READOUT_OK};
    ro_arena_init(&arena);
    enum readout_status status = ro_model_read(&model, &arena, file, "model", "portable", &error);
    BELIEVE((status == READOUT_OK) == (model != NULL) && status == error.status);
    BELIEVE(status == READOUT_OK || (status == READOUT_BAD_MODEL && !strchr(error.message, '\n')));
    if (model) {
        const struct syntax *syntax;
        check_weights(&model->weights);
        check_model(model);
        status = ro_syntax_read(&syntax, &arena, model, NULL);
        BELIEVE((status == READOUT_OK) == (syntax != NULL));
        const struct statement_heads *heads = NULL;
        if (syntax && ro_statement_heads_read(&heads, &arena, syntax, NULL) == READOUT_OK && heads)
            check_heads(heads);
    }
    ro_model_close(model);
    ro_arena_release(&arena);
}

static void try_weights(struct slice file)
{
    struct arena arena;
    struct weights weights;
    ro_arena_init(&arena);
    if (ro_weights_read(&weights, &arena, file, "model", NULL) == READOUT_OK)
        check_weights(&weights);
    ro_weights_close(&weights);
    ro_arena_release(&arena);
}

/* How many bytes of tensors a header speaks of: the largest number in it, if that is not too large. */
static size_t wanted(const uint8_t *data, size_t size)
{
    size_t largest = 0, number = 0;
    for (size_t i = 0; i < size; i++) {
        number = data[i] >= '0' && data[i] <= '9' && number <= MOST ? number * 10 + data[i] - '0' : 0;
        if (number > largest && number <= MOST)
            largest = number;
    }
    return largest;
}

/* The file that begins with this header; its length is filled up so that tensors are aligned. Free it. */
static char *make_file(const uint8_t *header, size_t size, size_t *length)
{
    static const char check[] = "\"check\":\"";
    size_t padded = (size + 7) / 8 * 8, tensors = wanted(header, size);
    *length = LENGTH + padded + tensors;
    char *file = malloc(*length), digits[DIGITS + 1];
    BELIEVE(file);
    for (size_t i = 0; i < LENGTH; i++)
        file[i] = (char)((uint64_t)padded >> (8 * i));
    memset(file + LENGTH, ' ', padded);
    memcpy(file + LENGTH, header, size);
    for (size_t i = 0; i < tensors; i++)
        file[LENGTH + padded + i] = filling[i % (sizeof filling - 1)];
    for (size_t at = LENGTH; at + sizeof check - 1 + DIGITS < LENGTH + size; at++)
        if (memcmp(file + at, check, sizeof check - 1) == 0) {
            char *place = memset(file + at + sizeof check - 1, '0', DIGITS);
            snprintf(digits, sizeof digits, "%016llx", (unsigned long long)XXH3_64bits(file, *length));
            memcpy(place, digits, DIGITS);
            break;
        }
    return file;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length;
    char *file = make_file(data, size, &length);
    try_model((struct slice){file, length});
    try_weights((struct slice){file, length});
    try_weights((struct slice){(const char *)data, size});
    free(file);
    return 0;
}
