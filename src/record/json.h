/* json.h: the pieces of a JSON record, each written as it comes. A key goes before its value; in a list the
 * key is NULL.
 *
 *     ro_json_open(json, "cue");                     "cue": {
 *     ro_json_span(json, "span", cue);                   "span": [12, 16],
 *     ro_json_string(json, "lemma", lemma);              "lemma": "say"
 *     ro_json_close(json);                           }
 */
#ifndef RO_JSON_H
#define RO_JSON_H

#include <yajl/yajl_gen.h>

#include "record/record.h"

struct json {
    const struct readout_record *record;
    yajl_gen generator;
    bool told;   /* positions and disputes have what it takes to read them alone: names, and the words */
    bool failed; /* the generator refused a call: keys and values did not alternate */
};

void ro_json_open(struct json *json, const char *key);
void ro_json_close(struct json *json);

/* An item of one of the record's lists, which opens with its id. */
void ro_json_open_item(struct json *json, uint32_t index);

/* A list: `write` writes the item at an index of `items`. */
typedef void ro_json_item(struct json *json, const void *items, uint32_t index);
void ro_json_list(struct json *json, const char *key, const void *items, uint32_t count, ro_json_item *write);

void ro_json_string(struct json *json, const char *key, const char *string); /* NULL is null */
void ro_json_slice(struct json *json, const char *key, struct slice string);
void ro_json_integer(struct json *json, const char *key, long long number);
void ro_json_index(struct json *json, const char *key, uint32_t index); /* RO_NONE is null */
void ro_json_indices(struct json *json, const char *key, const uint32_t *indices, uint32_t count);
void ro_json_span(struct json *json, const char *key, struct span span); /* an empty one is null */
void ro_json_spans(struct json *json, const char *key, const struct span *spans, uint32_t count);

/* A value that is JSON already: "-5.0"; NULL is null. */
void ro_json_raw(struct json *json, const char *key, const char *value);

/* A number with at most so many decimals, in every locale. */
void ro_json_decimal(struct json *json, const char *key, double value, int places);

/* A probability. */
void ro_json_score(struct json *json, double score);

/* The lists of these. */
void ro_json_positions(struct json *json);
void ro_json_disputes(struct json *json);

/* The items of the record after its sentences: entities to warnings. */
void ro_json_items(struct json *json);

#endif
