/* json_items.c: what was found in a document, as JSON: entities, times, statements, events, warnings. An item's id is its
 * index. */
#include "record/json.h"
#include "record/values.h"

/* Entities and times */

static void write_geo(struct json *json, const struct geo *geo)
{
    if (!geo) {
        ro_json_raw(json, "geo", NULL);
        return;
    }
    ro_json_open(json, "geo");
    ro_json_decimal(json, "latitude", geo->latitude, 5);
    ro_json_decimal(json, "longitude", geo->longitude, 5);
    ro_json_index(json, "geonames", geo->geonames);
    ro_json_close(json);
}

static void write_role(struct json *json, const void *items, uint32_t index)
{
    const struct role *role = (const struct role *)items + index;
    ro_json_open(json, NULL);
    ro_json_string(json, "title", role->title);
    ro_json_string(json, "of", role->of);
    ro_json_span(json, "span", role->span);
    ro_json_close(json);
}

static void write_mention(struct json *json, const void *items, uint32_t index)
{
    const struct mention *mention = (const struct mention *)items + index;
    ro_json_open(json, NULL);
    ro_json_span(json, "span", mention->span);
    ro_json_span(json, "head", mention->head);
    ro_json_string(json, "kind", ro_mention_kinds[mention->kind]);
    ro_json_score(json, mention->score);
    ro_json_close(json);
}

static void write_entity(struct json *json, const void *items, uint32_t index)
{
    const struct entity *entity = (const struct entity *)items + index;
    ro_json_open_item(json, index);
    ro_json_string(json, "name", entity->name);
    ro_json_string(json, "type", ro_entity_types[entity->type]);
    ro_json_string(json, "country", entity->country);
    ro_json_string(json, "actor", entity->actor);
    write_geo(json, entity->geo);
    ro_json_list(json, "roles", entity->roles, entity->role_count, write_role);
    ro_json_indices(json, "members", entity->members, entity->member_count);
    ro_json_list(json, "mentions", entity->mentions, entity->mention_count, write_mention);
    ro_json_close(json);
}

static void write_time(struct json *json, const void *items, uint32_t index)
{
    const struct time_expression *time = (const struct time_expression *)items + index;
    ro_json_open_item(json, index);
    ro_json_span(json, "span", time->span);
    ro_json_string(json, "type", ro_time_types[time->type]);
    ro_json_string(json, "value", time->value);
    ro_json_string(json, "mod", time->mod);
    ro_json_close(json);
}

/* Statements */

static void write_party(struct json *json, const char *key, struct span span, uint32_t entity)
{
    ro_json_open(json, key);
    ro_json_span(json, "span", span);
    ro_json_index(json, "entity", entity);
    ro_json_close(json);
}

static void write_cue(struct json *json, const struct statement *statement)
{
    if (!ro_span_is(statement->cue)) {
        ro_json_raw(json, "cue", NULL);
        return;
    }
    ro_json_open(json, "cue");
    ro_json_span(json, "span", statement->cue);
    ro_json_string(json, "lemma", statement->lemma);
    ro_json_string(json, "act", ro_act_names[statement->act]);
    ro_json_close(json);
}

/* Of the statement at an index. */
static void write_addressee(struct json *json, const void *statement, uint32_t part)
{
    uint32_t index = *(const uint32_t *)statement;
    const struct party *party = &json->record->document.statements[index].addressees[part];
    write_party(json, NULL, party->span, ro_record_addressee(json->record, index, part));
}

static void write_setting(struct json *json, struct span setting)
{
    if (!ro_span_is(setting)) {
        ro_json_raw(json, "setting", NULL);
        return;
    }
    ro_json_open(json, "setting");
    ro_json_span(json, "span", setting);
    ro_json_close(json);
}

static void write_statement(struct json *json, const void *items, uint32_t index)
{
    const struct statement *statement = (const struct statement *)items + index;
    ro_json_open_item(json, index);
    ro_json_string(json, "form", ro_form_names[statement->form]);
    write_party(json, "source", statement->source.span, ro_record_source(json->record, index));
    write_cue(json, statement);
    ro_json_spans(json, "content", statement->contents, statement->content_count);
    ro_json_spans(json, "quotes", statement->quotes, statement->quote_count);
    ro_json_list(json, "addressees", &index, statement->addressee_count, write_addressee);
    write_setting(json, statement->setting);
    ro_json_index(json, "time", statement->time);
    ro_json_index(json, "within", statement->within);
    ro_json_score(json, statement->score);
    ro_json_close(json);
}

/* Events */

static void write_context(struct json *json, const void *items, uint32_t index)
{
    ro_json_string(json, NULL, ((const char *const *)items)[index]);
}

static void write_plover(struct json *json, const struct event *event)
{
    if (!event->plover_event) {
        ro_json_raw(json, "plover", NULL);
        return;
    }
    ro_json_open(json, "plover");
    ro_json_string(json, "event", event->plover_event);
    ro_json_string(json, "mode", event->plover_mode);
    ro_json_list(json, "contexts", event->plover_contexts, event->plover_context_count, write_context);
    ro_json_close(json);
}

static void write_actor(struct json *json, const void *items, uint32_t index)
{
    const struct actor *actor = (const struct actor *)items + index;
    ro_json_open(json, NULL);
    ro_json_index(json, "entity", actor->entity);
    ro_json_string(json, "actor", actor->code);
    ro_json_close(json);
}

static void write_event(struct json *json, const void *items, uint32_t index)
{
    const struct event *event = (const struct event *)items + index;
    ro_json_open_item(json, index);
    ro_json_string(json, "cameo", event->cameo);
    write_plover(json, event);
    ro_json_index(json, "quad", event->quad);
    ro_json_raw(json, "goldstein", event->goldstein);
    ro_json_span(json, "trigger", event->trigger);
    ro_json_integer(json, "sentence", event->sentence);
    ro_json_list(json, "source", event->sources, event->source_count, write_actor);
    ro_json_list(json, "target", event->targets, event->target_count, write_actor);
    ro_json_index(json, "time", event->time);
    ro_json_string(json, "date", event->date);
    ro_json_index(json, "place", event->place);
    ro_json_string(json, "polarity", ro_polarities[event->polarity]);
    ro_json_string(json, "modality", ro_modalities[event->modality]);
    ro_json_string(json, "tense", ro_tenses[event->tense]);
    ro_json_indices(json, "attribution", event->attributions, event->attribution_count);
    ro_json_string(json, "by", event->by);
    ro_json_score(json, event->score);
    ro_json_close(json);
}

/* All of them */

static void write_warning(struct json *json, const void *items, uint32_t index)
{
    const struct warning *warning = (const struct warning *)items + index;
    ro_json_open(json, NULL);
    ro_json_string(json, "code", warning->code);
    ro_json_string(json, "message", warning->message);
    ro_json_span(json, "span", warning->span);
    ro_json_close(json);
}

void ro_json_items(struct json *json)
{
    const struct document *document = &json->record->document;
    ro_json_list(json, "entities", document->entities, document->entity_count, write_entity);
    ro_json_list(json, "times", document->times, document->time_count, write_time);
    ro_json_list(json, "statements", document->statements, document->statement_count, write_statement);
    ro_json_list(json, "events", document->events, document->event_count, write_event);
    ro_json_positions(json);
    ro_json_disputes(json);
    ro_json_list(json, "warnings", document->warnings, document->warning_count, write_warning);
}
