/* json_positions.c: positions and disputes as JSON. An item's id is its index. Where they stand alone, without the record's other
 * lists and its text, names and words go behind the numbers:
 *
 *     {"id": 0, "holder": 3, "act": "demand", ..., "holder_name": "Ada Lund", "words": "lower fees"}
 */
#include "record/json.h"
#include "record/values.h"

/* A name, or null. */
static void write_name(struct json *json, const char *key, struct slice name)
{
    if (name.length)
        ro_json_slice(json, key, name);
    else
        ro_json_raw(json, key, NULL);
}

static void write_entity_name(struct json *json, const char *key, uint32_t entity)
{
    ro_json_string(json, key, entity == RO_NONE ? NULL : json->record->document.entities[entity].name);
}

/* By whose account it is, and what the text says there. */
static void write_words(struct json *json, uint32_t statement, struct span words)
{
    write_name(json, "source_name", ro_record_teller(json->record, statement));
    ro_json_slice(json, "words", ro_document_slice(&json->record->document, words));
}

static void write_position(struct json *json, const void *items, uint32_t index)
{
    const struct position *position = (const struct position *)items + index;
    ro_json_open_item(json, index);
    ro_json_index(json, "holder", position->holder);
    ro_json_string(json, "act", ro_position_acts[position->act]);
    ro_json_open(json, "issue");
    ro_json_span(json, "span", position->issue);
    ro_json_string(json, "text", position->issue_text);
    ro_json_close(json);
    ro_json_string(json, "extent", ro_extents[position->extent]);
    ro_json_indices(json, "in_exchange_for", position->exchanges, position->exchange_count);
    ro_json_index(json, "toward", position->toward);
    ro_json_index(json, "statement", position->statement);
    ro_json_score(json, position->score);
    if (json->told) {
        ro_json_string(json, "about", position->about);
        write_entity_name(json, "holder_name", position->holder);
        write_entity_name(json, "toward_name", position->toward);
        write_words(json, position->statement, position->issue);
    }
    ro_json_close(json);
}

static void write_side(struct json *json, const void *items, uint32_t index)
{
    const struct side *side = (const struct side *)items + index;
    ro_json_open(json, NULL);
    ro_json_index(json, "entity", side->entity);
    ro_json_index(json, "statement", side->statement);
    ro_json_index(json, "position", side->position);
    ro_json_index(json, "event", side->event);
    ro_json_span(json, "span", side->span);
    if (json->told) {
        write_entity_name(json, "entity_name", side->entity);
        write_words(json, side->statement, side->span);
    }
    ro_json_close(json);
}

static void write_dispute(struct json *json, const void *items, uint32_t index)
{
    const struct dispute *dispute = (const struct dispute *)items + index;
    ro_json_open_item(json, index);
    ro_json_string(json, "about", dispute->about);
    ro_json_string(json, "kind", ro_dispute_kinds[dispute->kind]);
    ro_json_list(json, "sides", dispute->sides, dispute->side_count, write_side);
    ro_json_score(json, dispute->score);
    ro_json_close(json);
}

void ro_json_positions(struct json *json)
{
    const struct document *document = &json->record->document;
    ro_json_list(json, "positions", document->positions, document->position_count, write_position);
}

void ro_json_disputes(struct json *json)
{
    const struct document *document = &json->record->document;
    ro_json_list(json, "disputes", document->disputes, document->dispute_count, write_dispute);
}
