/* header.c: reads a header by yajl, event by event, and takes nothing that it does not know. */
#include "model/header.h"

#include <yajl/yajl_parse.h>

#include "base/json_memory.h"

enum { MOST_METADATA = 64 };

enum place { OUTSIDE, TOP, METADATA, TENSOR, SHAPE, OFFSETS };

struct parse {
    struct header *header;
    struct slice json;
    enum place place;
    const char *key;       /* whose value comes next */
    const char *complaint; /* why a callback stopped */
    struct json_memory memory;
};

/* yajl stops where a callback returns 0. */
static int refuse(struct parse *parse, const char *complaint)
{
    parse->complaint = complaint;
    return 0;
}

/* Strings */

static const char *copy(struct parse *parse, const unsigned char *string, size_t length)
{
    char *own = ro_arena_copy(parse->memory.arena, (struct slice){(const char *)string, length});
    if (!own)
        longjmp(parse->memory.none, 1);
    return own;
}

static bool has_controls(const unsigned char *string, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (string[i] < ' ' || string[i] == 0x7F)
            return true;
    return false;
}

static bool is_name(const unsigned char *string, size_t length)
{
    return length > 0 && length <= RO_HEADER_NAME && !has_controls(string, length);
}

/* Where in the JSON a string stands to the letter; 0 where it has escapes. */
static size_t place_of(const struct parse *parse, const unsigned char *string)
{
    uintptr_t begin = (uintptr_t)parse->json.data, at = (uintptr_t)string;
    return at > begin && at < begin + parse->json.length ? (size_t)(at - begin) : 0;
}

static int take_metadata(struct parse *parse, const unsigned char *string, size_t length)
{
    struct header *header = parse->header;
    if (has_controls(string, length))
        return refuse(parse, "a control character in the metadata");
    struct metadata *row = ro_arena_push(parse->memory.arena, header->metadata, header->metadata_count);
    if (!row)
        longjmp(parse->memory.none, 1);
    *row = (struct metadata){parse->key, copy(parse, string, length)};
    if (strcmp(parse->key, "check") == 0 && length == RO_CHECK_DIGITS)
        header->check = place_of(parse, string);
    return 1;
}

static struct header_tensor *current(const struct parse *parse)
{
    return &parse->header->tensors[parse->header->tensor_count - 1];
}

static int take_string(void *user, const unsigned char *string, size_t length)
{
    struct parse *parse = user;
    if (parse->place == METADATA)
        return take_metadata(parse, string, length);
    if (parse->place != TENSOR || strcmp(parse->key, "dtype") != 0 || current(parse)->type)
        return refuse(parse, "a string that does not belong here");
    if (!is_name(string, length))
        return refuse(parse, "no dtype");
    current(parse)->type = copy(parse, string, length);
    return 1;
}

/* Numbers: none but 0, 1, 2 ... have a place in a header. */

static bool read_number(const char *digits, size_t length, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < length; i++) {
        uint64_t digit = (uint64_t)(digits[i] - '0');
        if (digits[i] < '0' || digits[i] > '9' || *out > (UINT64_MAX - digit) / 10)
            return false;
        *out = *out * 10 + digit;
    }
    return length > 0;
}

static int take_number(void *user, const char *digits, size_t length)
{
    struct parse *parse = user;
    uint64_t number;
    if (parse->place != SHAPE && parse->place != OFFSETS)
        return refuse(parse, "a number that does not belong here");
    if (!read_number(digits, length, &number))
        return refuse(parse, "a number that is negative, broken or too large");
    struct header_tensor *tensor = current(parse);
    uint32_t *count = parse->place == SHAPE ? &tensor->rank : &tensor->offset_count;
    if (parse->place == SHAPE && *count < RO_TENSOR_RANK)
        tensor->shape[*count] = number;
    else if (parse->place == OFFSETS && *count < 2)
        tensor->offsets[*count] = number;
    ++*count;
    return 1;
}

static int take_boolean(void *user, int value)
{
    (void)value;
    return refuse(user, "true or false, which do not belong here");
}

static int take_null(void *user)
{
    return refuse(user, "a null, which does not belong here");
}

/* Objects and lists */

static bool has_metadata(const struct header *header, const char *key)
{
    for (uint32_t i = 0; i < header->metadata_count; i++)
        if (strcmp(header->metadata[i].key, key) == 0)
            return true;
    return false;
}

static int take_key(void *user, const unsigned char *string, size_t length)
{
    struct parse *parse = user;
    if (!is_name(string, length))
        return refuse(parse, "a name that is empty, too long or holds control characters");
    parse->key = copy(parse, string, length);
    if (parse->place == METADATA && has_metadata(parse->header, parse->key))
        return refuse(parse, "metadata of the same name twice");
    if (parse->place == METADATA && parse->header->metadata_count == MOST_METADATA)
        return refuse(parse, "more metadata than a model has");
    return 1;
}

static int begin_top(struct parse *parse)
{
    struct header *header = parse->header;
    if (strcmp(parse->key, "__metadata__") == 0) {
        parse->place = METADATA;
        return header->metadata_count ? refuse(parse, "metadata twice") : 1;
    }
    struct header_tensor *tensor = ro_arena_push(parse->memory.arena, header->tensors, header->tensor_count);
    if (!tensor)
        longjmp(parse->memory.none, 1);
    tensor->name = parse->key;
    parse->place = TENSOR;
    return 1;
}

static int begin_object(void *user)
{
    struct parse *parse = user;
    if (parse->place == TOP)
        return begin_top(parse);
    if (parse->place != OUTSIDE)
        return refuse(parse, "an object that does not belong here");
    parse->place = TOP;
    return 1;
}

static int end_object(void *user)
{
    struct parse *parse = user;
    const struct header_tensor *tensor = parse->place == TENSOR ? current(parse) : NULL;
    if (tensor && (!tensor->type || !tensor->has_shape || tensor->offset_count != 2))
        return refuse(parse, "a tensor without its dtype, shape and two data_offsets");
    parse->place = parse->place == TOP ? OUTSIDE : TOP;
    return 1;
}

static int begin_list(void *user)
{
    struct parse *parse = user;
    struct header_tensor *tensor = parse->place == TENSOR ? current(parse) : NULL;
    if (tensor && strcmp(parse->key, "shape") == 0 && !tensor->has_shape) {
        tensor->has_shape = true;
        parse->place = SHAPE;
    } else if (tensor && strcmp(parse->key, "data_offsets") == 0 && !tensor->offset_count) {
        parse->place = OFFSETS;
    } else {
        return refuse(parse, "a list that does not belong here");
    }
    return 1;
}

static int end_list(void *user)
{
    struct parse *parse = user;
    parse->place = TENSOR;
    return 1;
}

/* The whole */

static enum readout_status refuse_header(const struct parse *parse, yajl_handle yajl, const char *path,
                                         struct readout_error *error)
{
    const char *complaint = parse->complaint;
    if (!complaint) {
        char *reason = (char *)yajl_get_error(yajl, 0, NULL, 0);
        reason[strcspn(reason, "\n")] = '\0';
        complaint = reason;
    }
    return ro_error_set(error, READOUT_BAD_MODEL,
                        "%s: no readout model: byte %zu of its header: %s; name another file, or get this one anew",
                        path, yajl_get_bytes_consumed(yajl), complaint);
}

enum readout_status ro_header_read(struct header *header, struct arena *arena, struct slice json, const char *path,
                                   struct readout_error *error)
{
    static const yajl_callbacks callbacks = {
        .yajl_null = take_null,
        .yajl_boolean = take_boolean,
        .yajl_number = take_number,
        .yajl_string = take_string,
        .yajl_start_map = begin_object,
        .yajl_map_key = take_key,
        .yajl_end_map = end_object,
        .yajl_start_array = begin_list,
        .yajl_end_array = end_list,
    };
    *header = (struct header){.tensors = NULL};
    struct parse parse = {.header = header, .json = json, .memory.arena = arena};
    yajl_alloc_funcs memory = ro_json_memory(&parse.memory);
    if (setjmp(parse.memory.none))
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory for its header", path);
    yajl_handle yajl = yajl_alloc(&callbacks, &memory, &parse);
    yajl_status status = yajl_parse(yajl, (const unsigned char *)json.data, json.length);
    if (status == yajl_status_ok)
        status = yajl_complete_parse(yajl);
    return status == yajl_status_ok ? READOUT_OK : refuse_header(&parse, yajl, path, error);
}
