/* weights.c: maps a model's file and believes nothing that it says of itself. */
#include "model/weights.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "model/header.h"

enum { LENGTH_BYTES = 8, HEADER_LIMIT = 1 << 20, SHAPE_TEXT = 48 };

static const struct {
    const char *name;
    size_t size;
} types[] = {
    [RO_F32] = {"F32", 4}, [RO_I8] = {"I8", 1}, [RO_U8] = {"U8", 1}, [RO_U16] = {"U16", 2}, [RO_U32] = {"U32", 4},
};

enum { TYPES = sizeof types / sizeof *types };

/* A file being read. */
struct reading {
    struct weights *weights;
    struct arena *arena;
    struct header header;
    struct slice json;
    const unsigned char *data; /* behind the header */
    size_t data_size;
    struct readout_error *error;
};

__attribute__((format(printf, 2, 3))) static enum readout_status damaged(const struct reading *reading,
                                                                         const char *format, ...)
{
    char what[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return ro_error_set(reading->error, READOUT_BAD_MODEL, "%s: the model is damaged: %s; get the file anew",
                        reading->weights->path, what);
}

static enum readout_status foreign(const struct reading *reading, const char *what)
{
    return ro_error_set(reading->error, READOUT_BAD_MODEL,
                        "%s: no readout model: %s; name a file that readout's training wrote",
                        reading->weights->path, what);
}

static enum readout_status no_memory(const struct reading *reading)
{
    return ro_error_set(reading->error, READOUT_NO_MEMORY, "%s: no memory to load the model",
                        reading->weights->path);
}

/* The header */

static enum readout_status split(struct reading *reading)
{
    const struct weights *weights = reading->weights;
    uint64_t length = 0;
    if (weights->size <= LENGTH_BYTES)
        return foreign(reading, "it is too short");
    for (int i = LENGTH_BYTES - 1; i >= 0; i--)
        length = length << 8 | weights->map[i];
    if (weights->map[LENGTH_BYTES] != '{')
        return foreign(reading, "it is no safetensors file");
    if (length > HEADER_LIMIT)
        return foreign(reading, "its header is longer than any of a model");
    if (length > weights->size - LENGTH_BYTES)
        return damaged(reading, "it ends within its header, after %zu bytes", weights->size);
    reading->json = (struct slice){(const char *)weights->map + LENGTH_BYTES, (size_t)length};
    reading->data = weights->map + LENGTH_BYTES + length;
    reading->data_size = weights->size - LENGTH_BYTES - (size_t)length;
    return READOUT_OK;
}

static enum readout_status check_schema(const struct reading *reading)
{
    const char *schema = ro_weights_metadata(reading->weights, "schema");
    if (!schema)
        return foreign(reading, "a safetensors file without a \"schema\" in its metadata");
    if (strcmp(schema, RO_MODEL_SCHEMA) == 0)
        return READOUT_OK;
    return ro_error_set(reading->error, READOUT_BAD_MODEL,
                        "%s: its schema is \"%s\", but this readout reads \"%s\"; take the model that came with "
                        "this readout",
                        reading->weights->path, strlen(schema) <= RO_HEADER_NAME ? schema : "(a long one)",
                        RO_MODEL_SCHEMA);
}

/* Tensors */

static size_t tensor_items(const struct tensor *tensor)
{
    return (size_t)tensor->shape[0] * tensor->shape[1] * tensor->shape[2];
}

static size_t tensor_size(const struct tensor *tensor)
{
    return tensor_items(tensor) * types[tensor->type].size;
}

/* Take over a shape whose tensor is no larger than the file. */
static enum readout_status take_shape(const struct reading *reading, const struct header_tensor *raw,
                                      struct tensor *tensor)
{
    if (raw->rank > RO_TENSOR_RANK)
        return damaged(reading, "tensor %s has %u dimensions", raw->name, raw->rank);
    tensor->rank = raw->rank;
    size_t size = types[tensor->type].size;
    for (uint32_t i = 0; i < RO_TENSOR_RANK; i++) {
        uint64_t dimension = i < raw->rank ? raw->shape[i] : 1;
        if (dimension == 0)
            return damaged(reading, "tensor %s has a dimension of 0", raw->name);
        if (dimension > UINT32_MAX || dimension > reading->data_size / size)
            return damaged(reading, "tensor %s is larger than the file", raw->name);
        tensor->shape[i] = (uint32_t)dimension;
        size *= (size_t)dimension;
    }
    return READOUT_OK;
}

static enum readout_status take_place(const struct reading *reading, const struct header_tensor *raw,
                                      struct tensor *tensor)
{
    uint64_t begin = raw->offsets[0], end = raw->offsets[1];
    if (begin > end || end > reading->data_size)
        return damaged(reading, "tensor %s lies outside of the file: %" PRIu64 " to %" PRIu64 " of %zu bytes",
                       raw->name, begin, end, reading->data_size);
    if (end - begin != tensor_size(tensor))
        return damaged(reading, "tensor %s has %" PRIu64 " bytes, but its shape wants %zu", raw->name, end - begin,
                       tensor_size(tensor));
    tensor->data = reading->data + begin;
    if ((uintptr_t)tensor->data % types[tensor->type].size)
        return damaged(reading, "tensor %s is not aligned", raw->name);
    return READOUT_OK;
}

static enum readout_status take_tensor(const struct reading *reading, const struct header_tensor *raw,
                                       struct tensor *tensor)
{
    uint32_t type = 0;
    while (type < TYPES && strcmp(types[type].name, raw->type) != 0)
        type++;
    if (type == TYPES)
        return damaged(reading, "tensor %s has the unknown dtype %s", raw->name, raw->type);
    *tensor = (struct tensor){.name = raw->name, .type = (enum tensor_type)type};
    enum readout_status status = take_shape(reading, raw, tensor);
    return status == READOUT_OK ? take_place(reading, raw, tensor) : status;
}

static int by_place(const void *a, const void *b)
{
    uintptr_t left = (uintptr_t)((const struct tensor *)a)->data,
              right = (uintptr_t)((const struct tensor *)b)->data;
    return (left > right) - (left < right);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct tensor *)a)->name, ((const struct tensor *)b)->name);
}

/* Whether they lie one behind the other, from the first byte to the last; sorts them by place. */
static enum readout_status check_places(const struct reading *reading)
{
    struct weights *weights = reading->weights;
    const unsigned char *next = reading->data;
    if (weights->tensor_count)
        qsort(weights->tensors, weights->tensor_count, sizeof *weights->tensors, by_place);
    for (uint32_t i = 0; i < weights->tensor_count; i++) {
        const struct tensor *tensor = &weights->tensors[i];
        if ((const unsigned char *)tensor->data != next)
            return damaged(reading, "%s tensor %s",
                           (const unsigned char *)tensor->data > next ? "there is a gap before"
                                                                      : "another overlaps with",
                           tensor->name);
        next += tensor_size(tensor);
    }
    size_t end = (size_t)(next - reading->data);
    if (end == reading->data_size)
        return READOUT_OK;
    return damaged(reading, "the last tensor ends at byte %zu of %zu", end, reading->data_size);
}

/* Whether each name is there once; sorts them by name, for ro_weights_tensor. */
static enum readout_status check_names(const struct reading *reading)
{
    struct weights *weights = reading->weights;
    if (weights->tensor_count)
        qsort(weights->tensors, weights->tensor_count, sizeof *weights->tensors, by_name);
    for (uint32_t i = 1; i < weights->tensor_count; i++)
        if (strcmp(weights->tensors[i - 1].name, weights->tensors[i].name) == 0)
            return damaged(reading, "tensor %s is there twice", weights->tensors[i].name);
    return READOUT_OK;
}

static enum readout_status take_tensors(struct reading *reading)
{
    struct weights *weights = reading->weights;
    weights->tensor_count = reading->header.tensor_count;
    weights->tensors = ro_arena_alloc(reading->arena, weights->tensor_count, sizeof *weights->tensors);
    if (!weights->tensors)
        return no_memory(reading);
    enum readout_status status = READOUT_OK;
    for (uint32_t i = 0; i < weights->tensor_count && status == READOUT_OK; i++)
        status = take_tensor(reading, &reading->header.tensors[i], &weights->tensors[i]);
    if (status == READOUT_OK)
        status = check_places(reading);
    return status == READOUT_OK ? check_names(reading) : status;
}

/* Contents */

/* XXH3 of the file with zeros where its check stands. */
static bool hash_without_check(const struct weights *weights, size_t check, char digits[RO_CHECK_DIGITS + 1])
{
    static const char zeros[] = "0000000000000000";
    XXH3_state_t *state = XXH3_createState();
    if (!state)
        return false;
    XXH3_64bits_reset(state);
    XXH3_64bits_update(state, weights->map, check);
    XXH3_64bits_update(state, zeros, RO_CHECK_DIGITS);
    XXH3_64bits_update(state, weights->map + check + RO_CHECK_DIGITS, weights->size - check - RO_CHECK_DIGITS);
    snprintf(digits, RO_CHECK_DIGITS + 1, "%016" PRIx64, (uint64_t)XXH3_64bits_digest(state));
    XXH3_freeState(state);
    return true;
}

static enum readout_status check_check(const struct reading *reading)
{
    char digits[RO_CHECK_DIGITS + 1];
    const char *wanted = ro_weights_metadata(reading->weights, "check");
    if (!wanted || !reading->header.check)
        return damaged(reading, "its metadata have no \"check\" of %d digits", RO_CHECK_DIGITS);
    if (!hash_without_check(reading->weights, LENGTH_BYTES + reading->header.check, digits))
        return no_memory(reading);
    if (strcmp(digits, wanted) != 0)
        return damaged(reading, "its check should be %s, but is %s", digits, wanted);
    return READOUT_OK;
}

static enum readout_status check_floats(const struct reading *reading, const struct tensor *tensor)
{
    const float *values = tensor->data;
    size_t count = tensor->type == RO_F32 ? tensor_items(tensor) : 0;
    for (size_t i = 0; i < count; i++)
        if (!(values[i] - values[i] == 0.0F))
            return damaged(reading, "number %zu of tensor %s is not finite", i, tensor->name);
    return READOUT_OK;
}

static enum readout_status check_contents(const struct reading *reading)
{
    const struct weights *weights = reading->weights;
    enum readout_status status = check_check(reading);
    for (uint32_t i = 0; i < weights->tensor_count && status == READOUT_OK; i++)
        status = check_floats(reading, &weights->tensors[i]);
    return status;
}

static bool is_little_endian(void)
{
    const uint16_t one = 1;
    return *(const unsigned char *)&one == 1;
}

/* The whole */

static enum readout_status read_header(struct reading *reading)
{
    struct weights *weights = reading->weights;
    enum readout_status status = is_little_endian()
                                     ? split(reading)
                                     : foreign(reading, "this processor is big endian, it is little");
    if (status == READOUT_OK)
        status = ro_header_read(&reading->header, reading->arena, reading->json, weights->path, reading->error);
    if (status != READOUT_OK)
        return status;
    weights->metadata = reading->header.metadata;
    weights->metadata_count = reading->header.metadata_count;
    return check_schema(reading);
}

enum readout_status ro_weights_read(struct weights *weights, struct arena *arena, struct slice file,
                                    const char *path, struct readout_error *error)
{
    struct reading reading = {.weights = weights, .arena = arena, .error = error};
    *weights = (struct weights){.path = path, .map = (const unsigned char *)file.data, .size = file.length};
    enum readout_status status = read_header(&reading);
    if (status == READOUT_OK)
        status = take_tensors(&reading);
    if (status == READOUT_OK)
        status = check_contents(&reading);
    if (status == READOUT_OK)
        ro_sha256(&reading.json, 1, weights->hash);
    return status;
}

/* Map an open file that is one. On failure errno says why; 0: it is no regular file. */
static bool map(int file, struct slice *out)
{
    struct stat state;
    if (fstat(file, &state) < 0)
        return false;
    errno = 0;
    if (!S_ISREG(state.st_mode) || (uintmax_t)state.st_size > SIZE_MAX)
        return false;
    *out = (struct slice){NULL, (size_t)state.st_size};
    if (out->length == 0)
        return true; /* nothing can be mapped, and nothing is asked for */
    void *memory = mmap(NULL, out->length, PROT_READ, MAP_PRIVATE, file, 0);
    out->data = memory == MAP_FAILED ? NULL : memory;
    return out->data != NULL;
}

static enum readout_status cannot_read(const char *path, int why, struct readout_error *error)
{
    return ro_error_set(error, READOUT_IO, "%s: cannot read the model: %s", path,
                        why ? strerror(why) : "it is no regular file; save it as one");
}

enum readout_status ro_weights_open(struct weights *weights, struct arena *arena, const char *path,
                                    struct readout_error *error)
{
    struct slice bytes = {0};
    *weights = (struct weights){.path = path};
    const char *own_path = ro_arena_copy(arena, ro_slice(path));
    if (!own_path)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to load the model", path);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe that nobody writes to would hold us up */
    bool mapped = file >= 0 && map(file, &bytes);
    int why = errno;
    if (file >= 0)
        close(file);
    if (!mapped)
        return cannot_read(path, why, error);
    enum readout_status status = ro_weights_read(weights, arena, bytes, own_path, error);
    weights->mapped = bytes.data != NULL;
    if (status != READOUT_OK)
        ro_weights_close(weights);
    return status;
}

void ro_weights_close(struct weights *weights)
{
    if (weights->mapped)
        munmap((void *)weights->map, weights->size);
    *weights = (struct weights){.path = NULL};
}

/* What is asked of them */

const char *ro_weights_metadata(const struct weights *weights, const char *key)
{
    for (uint32_t i = 0; i < weights->metadata_count; i++)
        if (strcmp(weights->metadata[i].key, key) == 0)
            return weights->metadata[i].value;
    return NULL;
}

/* "I8 [512, 3, any]" */
static void write_shape(char out[SHAPE_TEXT], enum tensor_type type, uint32_t rank, const uint32_t *shape)
{
    int length = snprintf(out, SHAPE_TEXT, "%s [", types[type].name);
    for (uint32_t i = 0; i < rank; i++) {
        const char *between = i ? ", " : "";
        size_t room = SHAPE_TEXT - (size_t)length;
        length += shape[i] ? snprintf(out + length, room, "%s%" PRIu32, between, shape[i])
                           : snprintf(out + length, room, "%sany", between);
    }
    snprintf(out + length, SHAPE_TEXT - (size_t)length, "]");
}

static bool fits(const struct tensor *tensor, enum tensor_type type, uint32_t rank, const uint32_t *shape)
{
    bool good = tensor->type == type && tensor->rank == rank;
    for (uint32_t i = 0; good && i < rank; i++)
        good = shape[i] == 0 || shape[i] == tensor->shape[i];
    return good;
}

const struct tensor *ro_weights_tensor(const struct weights *weights, const char *name, enum tensor_type type,
                                       uint32_t rank, const uint32_t *shape, struct readout_error *error)
{
    const struct tensor key = {.name = name}, *tensor = NULL;
    if (weights->tensor_count)
        tensor = bsearch(&key, weights->tensors, weights->tensor_count, sizeof key, by_name);
    if (tensor && fits(tensor, type, rank, shape))
        return tensor;
    char is[SHAPE_TEXT] = "not there", wanted[SHAPE_TEXT];
    if (tensor)
        write_shape(is, tensor->type, tensor->rank, tensor->shape);
    write_shape(wanted, type, rank, shape);
    ro_error_set(error, READOUT_BAD_MODEL,
                 "%s: tensor %s is %s, but should be %s; take the model that came with this readout", weights->path,
                 name, is, wanted);
    return NULL;
}
