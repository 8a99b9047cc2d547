/* json.c: the pieces of a JSON record, by yajl's generator. */
#include "record/json.h"
#include "record/values.h"

static void keep(struct json *json, yajl_gen_status status)
{
    json->failed |= status != yajl_gen_status_ok;
}

static void put_slice(struct json *json, struct slice string)
{
    keep(json, yajl_gen_string(json->generator, (const unsigned char *)string.data, string.length));
}

static void put_key(struct json *json, const char *key)
{
    if (key)
        put_slice(json, ro_slice(key));
}

void ro_json_open(struct json *json, const char *key)
{
    put_key(json, key);
    keep(json, yajl_gen_map_open(json->generator));
}

void ro_json_close(struct json *json)
{
    keep(json, yajl_gen_map_close(json->generator));
}

void ro_json_slice(struct json *json, const char *key, struct slice string)
{
    put_key(json, key);
    put_slice(json, string);
}

void ro_json_string(struct json *json, const char *key, const char *string)
{
    if (string)
        ro_json_slice(json, key, ro_slice(string));
    else
        ro_json_raw(json, key, NULL);
}

void ro_json_raw(struct json *json, const char *key, const char *value)
{
    put_key(json, key);
    value = value ? value : "null";
    keep(json, yajl_gen_number(json->generator, value, strlen(value)));
}

void ro_json_integer(struct json *json, const char *key, long long number)
{
    put_key(json, key);
    keep(json, yajl_gen_integer(json->generator, number));
}

void ro_json_index(struct json *json, const char *key, uint32_t index)
{
    if (index == RO_NONE)
        ro_json_raw(json, key, NULL);
    else
        ro_json_integer(json, key, index);
}

void ro_json_open_item(struct json *json, uint32_t index)
{
    ro_json_open(json, NULL);
    ro_json_integer(json, "id", index);
}

/* The generator would put an empty line between the brackets of an empty list. */
void ro_json_list(struct json *json, const char *key, const void *items, uint32_t count, ro_json_item *write)
{
    if (count == 0) {
        ro_json_raw(json, key, "[]");
        return;
    }
    put_key(json, key);
    keep(json, yajl_gen_array_open(json->generator));
    for (uint32_t i = 0; i < count; i++)
        write(json, items, i);
    keep(json, yajl_gen_array_close(json->generator));
}

static void put_index(struct json *json, const void *indices, uint32_t index)
{
    ro_json_index(json, NULL, ((const uint32_t *)indices)[index]);
}

void ro_json_indices(struct json *json, const char *key, const uint32_t *indices, uint32_t count)
{
    ro_json_list(json, key, indices, count, put_index);
}

/* A span goes to the generator as one piece, so that it stays on one line where the rest is indented. */
void ro_json_span(struct json *json, const char *key, struct span span)
{
    char pair[32];
    struct readout_span points = ro_record_span(json->record, span);
    snprintf(pair, sizeof pair, "[%u,%u]", (unsigned)points.begin, (unsigned)points.end);
    ro_json_raw(json, key, ro_span_is(span) ? pair : NULL);
}

static void put_span(struct json *json, const void *spans, uint32_t index)
{
    ro_json_span(json, NULL, ((const struct span *)spans)[index]);
}

void ro_json_spans(struct json *json, const char *key, const struct span *spans, uint32_t count)
{
    ro_json_list(json, key, spans, count, put_span);
}

void ro_json_decimal(struct json *json, const char *key, double value, int places)
{
    char digits[RO_DECIMAL];
    ro_decimal(digits, value, places);
    ro_json_raw(json, key, digits);
}

void ro_json_score(struct json *json, double score)
{
    ro_json_decimal(json, "score", score, 4);
}
