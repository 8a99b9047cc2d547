/* model_file.h: a weights file in memory, tensor by tensor, and a small whole model with random weights.
 *
 *     struct model_file file;
 *     model_file_start(&file);
 *     model_file_metadata(&file, "schema", RO_MODEL_SCHEMA);
 *     model_file_tensor(&file, "bias", "F32", 1, (const uint32_t[]){4}, values);
 *     struct slice bytes = model_file_end(&file, XXH3_64bits);
 *     ... free((void *)bytes.data);
 */
#ifndef MODEL_FILE_H
#define MODEL_FILE_H

#include "unit.h"

#include "model/features.h"
#include "model/weights.h"

struct model_file {
    char metadata[8192], header[65536]; /* entries as JSON, with a comma before each but the first */
    size_t metadata_length, header_length;
    char *data; /* the tensors; to be freed where model_file_end is not called */
    size_t data_length;
};

static inline void model_file_start(struct model_file *file)
{
    *file = (struct model_file){.data = NULL};
}

/* An entry of the metadata; neither string may need escapes. */
static inline void model_file_metadata(struct model_file *file, const char *key, const char *value)
{
    size_t room = sizeof file->metadata - file->metadata_length;
    int length = snprintf(file->metadata + file->metadata_length, room, "%s\"%s\":\"%s\"",
                          file->metadata_length ? "," : "", key, value);
    assert_in_range(length, 1, room - 1);
    file->metadata_length += (size_t)length;
}

static inline size_t model_file_item_size(const char *type)
{
    static const struct {
        const char *type;
        size_t size;
    } sizes[] = {{"F32", 4}, {"U32", 4}, {"U16", 2}, {"I8", 1}, {"U8", 1}};
    size_t i = 0;
    while (i < sizeof sizes / sizeof *sizes && strcmp(sizes[i].type, type) != 0)
        i++;
    assert_in_range(i, 0, sizeof sizes / sizeof *sizes - 1);
    return sizes[i].size;
}

/* Append to the header. */
static inline void model_file_print(struct model_file *file, const char *string)
{
    size_t length = strlen(string);
    assert_in_range(file->header_length + length, 1, sizeof file->header - 1);
    memcpy(file->header + file->header_length, string, length + 1);
    file->header_length += length;
}

/* A tensor behind those that are there. Files keep numbers aligned: give those of four bytes first, or sizes that are
 * multiples of four. */
static inline void model_file_tensor(struct model_file *file, const char *name, const char *type, uint32_t rank,
                                     const uint32_t *shape, const void *data)
{
    char text[256];
    size_t size = model_file_item_size(type);
    snprintf(text, sizeof text, ",\"%s\":{\"dtype\":\"%s\",\"shape\":[", name, type);
    model_file_print(file, text);
    for (uint32_t i = 0; i < rank; i++) {
        snprintf(text, sizeof text, "%s%u", i ? "," : "", shape[i]);
        model_file_print(file, text);
        size *= shape[i];
    }
    snprintf(text, sizeof text, "],\"data_offsets\":[%zu,%zu]}", file->data_length, file->data_length + size);
    model_file_print(file, text);
    file->data = realloc(file->data, file->data_length + size + 1);
    assert_non_null(file->data);
    memcpy(file->data + file->data_length, data, size);
    file->data_length += size;
}

/* The bytes of the whole file, yours to free. `xxh3` gives the check; NULL: it stays zeros. */
static inline struct slice model_file_end(struct model_file *file, uint64_t (*xxh3)(const void *, size_t))
{
    static const char start[] = "{\"__metadata__\":{\"check\":\"";
    size_t most = 8 + sizeof start + 64 + file->metadata_length + file->header_length + file->data_length;
    char *bytes = calloc(1, most), check[17];
    assert_non_null(bytes);
    int length = snprintf(bytes + 8, most - 8, "%s0000000000000000\"%s%s}%s}", start,
                          file->metadata_length ? "," : "", file->metadata, file->header);
    uint64_t header = ((uint64_t)length + 7) / 8 * 8; /* blanks up to where tensors are aligned */
    memset(bytes + 8 + length, ' ', (size_t)header - (size_t)length);
    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (char)(header >> (8 * i));
    if (file->data_length)
        memcpy(bytes + 8 + header, file->data, file->data_length);
    size_t size = 8 + (size_t)header + file->data_length;
    snprintf(check, sizeof check, "%016llx", (unsigned long long)(xxh3 ? xxh3(bytes, size) : 0));
    memcpy(bytes + 8 + sizeof start - 1, check, 16);
    free(file->data);
    file->data = NULL;
    return (struct slice){bytes, size};
}

/* Numbers that look random and are the same each time (Marsaglia's xorshift). */
static inline uint32_t model_file_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static inline void model_file_floats(struct model_file *file, const char *name, uint32_t count, float middle,
                                     float spread, uint32_t *state)
{
    float *values = calloc(count, sizeof *values);
    assert_non_null(values);
    for (uint32_t i = 0; i < count; i++)
        values[i] = middle + spread * ((float)(model_file_random(state) % 2001) / 1000.0f - 1.0f);
    model_file_tensor(file, name, "F32", 1, &count, values);
    free(values);
}

static inline void model_file_bytes(struct model_file *file, const char *name, uint32_t rank, const uint32_t *shape,
                                    uint32_t *state)
{
    size_t count = 1;
    for (uint32_t i = 0; i < rank; i++)
        count *= shape[i];
    int8_t *values = calloc(count, 1);
    assert_non_null(values);
    for (size_t i = 0; i < count; i++)
        values[i] = (int8_t)((int)(model_file_random(state) % 255) - 127);
    model_file_tensor(file, name, "I8", rank, shape, values);
    free(values);
}

/* A product with random weights: NAME.weight, .scale, .bias, .quant. */
static inline void model_file_matrix(struct model_file *file, const char *name, uint32_t outputs, uint32_t taps,
                                     uint32_t inputs, uint32_t *state)
{
    char weight[64], scale[64], bias[64], quant[64];
    const uint32_t flat[] = {outputs, inputs}, deep[] = {outputs, taps, inputs};
    snprintf(weight, sizeof weight, "%s.weight", name);
    snprintf(scale, sizeof scale, "%s.scale", name);
    snprintf(bias, sizeof bias, "%s.bias", name);
    snprintf(quant, sizeof quant, "%s.quant", name);
    model_file_floats(file, scale, outputs, 2e-4f, 1e-4f, state);
    model_file_floats(file, bias, outputs, 0.0f, 0.2f, state);
    model_file_floats(file, quant, inputs, 40.0f, 10.0f, state);
    model_file_bytes(file, weight, taps == 1 ? 2 : 3, taps == 1 ? flat : deep, state);
}

/* The tensors of an encoder: vocabulary (its bytes a multiple of four), embedding, input and layers. `pieces` is how many
 * lines the vocabulary has; widths are multiples of 16. */
// NOLINTNEXTLINE(readability-function-size): what an encoder is made of
static inline void model_file_encoder(struct model_file *file, struct slice vocabulary, uint32_t pieces,
                                      uint32_t embedding, uint32_t width, uint32_t layers, uint32_t *state)
{
    const uint32_t shape[] = {pieces + RO_HASHED_ROWS, embedding};
    const uint32_t bytes = (uint32_t)vocabulary.length;
    char name[32];
    model_file_floats(file, "embedding.scales", shape[0], 0.01f, 0.005f, state);
    model_file_bytes(file, "embedding.rows", 2, shape, state);
    model_file_matrix(file, "input", width, 1, embedding, state);
    for (uint32_t layer = 0; layer < layers; layer++) {
        snprintf(name, sizeof name, "layer.%u", layer);
        model_file_matrix(file, name, 2 * width, 3, width, state);
    }
    model_file_tensor(file, "vocabulary", "U8", 1, &bytes, vocabulary.data);
}

#endif
