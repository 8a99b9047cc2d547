/* json_items.c: what was found in a document, as JSON: entities, times, statements, events, positions, disputes,
 * warnings. An item's id is its index. */
#include "record/json.h"

/* Entities and times */

static const char *const entity_types[] = {
    [RO_PERSON] = "person", [RO_ORGANIZATION] = "organization", [RO_COUNTRY] = "country",
    [RO_PLACE] = "place",   [RO_GROUP] = "group",               [RO_OTHER_ENTITY] = "other",
};
static const char *const mention_kinds[] = {
    [RO_NAME] = "name",
    [RO_NOMINAL] = "nominal",
    [RO_PRONOUN] = "pronoun",
};
static const char *const time_types[] = {
    [RO_DATE] = "DATE",
    [RO_TIME] = "TIME",
    [RO_DURATION] = "DURATION",
    [RO_SET] = "SET",
};

static void write_geo(struct json *json, const struct geo *geo)
{
    if (!geo) {
        ro_json_null(json, "geo");
        return;
    }
    ro_json_open(json, "geo");
    ro_json_decimal(json, "latitude", geo->latitude, 5);
    ro_json_decimal(json, "longitude", geo->longitude, 5);
    ro_json_index(json, "geonames", geo->geonames);
    ro_json_close(json);
}

static void write_roles(struct json *json, const struct entity *entity)
{
    ro_json_open_list(json, "roles");
    for (uint32_t i = 0; i < entity->role_count; i++) {
        const struct role *role = &entity->roles[i];
        ro_json_open(json, NULL);
        ro_json_string(json, "title", role->title);
        ro_json_string(json, "of", role->of);
        ro_json_span(json, "span", role->span);
        ro_json_close(json);
    }
    ro_json_close_list(json);
}

static void write_mentions(struct json *json, const struct entity *entity)
{
    ro_json_open_list(json, "mentions");
    for (uint32_t i = 0; i < entity->mention_count; i++) {
        const struct mention *mention = &entity->mentions[i];
        ro_json_open(json, NULL);
        ro_json_span(json, "span", mention->span);
        ro_json_span(json, "head", mention->head);
        ro_json_string(json, "kind", mention_kinds[mention->kind]);
        ro_json_score(json, mention->score);
        ro_json_close(json);
    }
    ro_json_close_list(json);
}

static void write_entity(struct json *json, const struct document *document, uint32_t index)
{
    const struct entity *entity = &document->entities[index];
    ro_json_string(json, "name", entity->name);
    ro_json_string(json, "type", entity_types[entity->type]);
    ro_json_string(json, "country", entity->country);
    ro_json_string(json, "actor", entity->actor);
    write_geo(json, entity->geo);
    write_roles(json, entity);
    ro_json_indices(json, "members", entity->members, entity->member_count);
    write_mentions(json, entity);
}

static void write_time(struct json *json, const struct document *document, uint32_t index)
{
    const struct time_expression *time = &document->times[index];
    ro_json_span(json, "span", time->span);
    ro_json_string(json, "type", time_types[time->type]);
    ro_json_string(json, "value", time->value);
    ro_json_string(json, "mod", time->mod);
}

/* Statements */

static const char *const forms[] = {
    [READOUT_DIRECT] = "direct",
    [READOUT_INDIRECT] = "indirect",
    [READOUT_MIXED] = "mixed",
};
static const char *const acts[] = {
    [READOUT_ASSERT] = "assert",     [READOUT_DENY] = "deny",           [READOUT_ASK] = "ask",
    [READOUT_REQUEST] = "request",   [READOUT_PROMISE] = "promise",     [READOUT_THREATEN] = "threaten",
    [READOUT_AGREE] = "agree",       [READOUT_REFUSE] = "refuse",       [READOUT_PRAISE] = "praise",
    [READOUT_CRITICIZE] = "criticize", [READOUT_REGRET] = "regret",     [READOUT_BELIEVE] = "believe",
    [READOUT_OTHER] = "other",
};

static void write_party(struct json *json, const char *key, const struct party *party)
{
    ro_json_open(json, key);
    ro_json_span(json, "span", party->span);
    ro_json_index(json, "entity", party->entity);
    ro_json_close(json);
}

static void write_cue(struct json *json, const struct statement *statement)
{
    if (!ro_span_is(statement->cue)) {
        ro_json_null(json, "cue");
        return;
    }
    ro_json_open(json, "cue");
    ro_json_span(json, "span", statement->cue);
    ro_json_string(json, "lemma", statement->lemma);
    ro_json_string(json, "act", acts[statement->act]);
    ro_json_close(json);
}

static void write_addressees(struct json *json, const struct statement *statement)
{
    ro_json_open_list(json, "addressees");
    for (uint32_t i = 0; i < statement->addressee_count; i++)
        write_party(json, NULL, &statement->addressees[i]);
    ro_json_close_list(json);
}

static void write_setting(struct json *json, struct span setting)
{
    if (!ro_span_is(setting)) {
        ro_json_null(json, "setting");
        return;
    }
    ro_json_open(json, "setting");
    ro_json_span(json, "span", setting);
    ro_json_close(json);
}

static void write_statement(struct json *json, const struct document *document, uint32_t index)
{
    const struct statement *statement = &document->statements[index];
    ro_json_string(json, "form", forms[statement->form]);
    write_party(json, "source", &statement->source);
    write_cue(json, statement);
    ro_json_spans(json, "content", statement->contents, statement->content_count);
    ro_json_spans(json, "quotes", statement->quotes, statement->quote_count);
    write_addressees(json, statement);
    write_setting(json, statement->setting);
    ro_json_index(json, "time", statement->time);
    ro_json_index(json, "within", statement->within);
    ro_json_score(json, statement->score);
}

/* Events */

static const char *const polarities[] = {[RO_POSITIVE] = "positive", [RO_NEGATIVE] = "negative"};
static const char *const modalities[] = {
    [RO_ASSERTED] = "asserted", [RO_PLANNED] = "planned",           [RO_POSSIBLE] = "possible",
    [RO_DEMANDED] = "demanded", [RO_HYPOTHETICAL] = "hypothetical",
};
static const char *const tenses[] = {
    [RO_PAST] = "past",
    [RO_PRESENT] = "present",
    [RO_FUTURE] = "future",
    [RO_UNSPECIFIED] = "unspecified",
};

static void write_plover(struct json *json, const struct event *event)
{
    if (!event->plover_event) {
        ro_json_null(json, "plover");
        return;
    }
    ro_json_open(json, "plover");
    ro_json_string(json, "event", event->plover_event);
    ro_json_string(json, "mode", event->plover_mode);
    ro_json_open_list(json, "contexts");
    for (uint32_t i = 0; i < event->plover_context_count; i++)
        ro_json_string(json, NULL, event->plover_contexts[i]);
    ro_json_close_list(json);
    ro_json_close(json);
}

static void write_actors(struct json *json, const char *key, const struct actor *actors, uint32_t count)
{
    ro_json_open_list(json, key);
    for (uint32_t i = 0; i < count; i++) {
        ro_json_open(json, NULL);
        ro_json_index(json, "entity", actors[i].entity);
        ro_json_string(json, "actor", actors[i].code);
        ro_json_close(json);
    }
    ro_json_close_list(json);
}

static void write_event(struct json *json, const struct document *document, uint32_t index)
{
    const struct event *event = &document->events[index];
    ro_json_string(json, "cameo", event->cameo);
    write_plover(json, event);
    ro_json_index(json, "quad", event->quad);
    ro_json_number(json, "goldstein", event->goldstein);
    ro_json_span(json, "trigger", event->trigger);
    ro_json_integer(json, "sentence", event->sentence);
    write_actors(json, "source", event->sources, event->source_count);
    write_actors(json, "target", event->targets, event->target_count);
    ro_json_index(json, "time", event->time);
    ro_json_string(json, "date", event->date);
    ro_json_index(json, "place", event->place);
    ro_json_string(json, "polarity", polarities[event->polarity]);
    ro_json_string(json, "modality", modalities[event->modality]);
    ro_json_string(json, "tense", tenses[event->tense]);
    ro_json_indices(json, "attribution", event->attributions, event->attribution_count);
    ro_json_string(json, "by", event->by);
    ro_json_score(json, event->score);
}

/* Positions and disputes */

static const char *const position_acts[] = {
    [RO_DEMAND] = "demand", [RO_OFFER] = "offer",     [RO_PROPOSE] = "propose",
    [RO_ACCEPT] = "accept", [RO_REJECT] = "reject",   [RO_PROMISE] = "promise",
    [RO_THREATEN] = "threaten", [RO_REGRET] = "regret", [RO_PRAISE] = "praise",
};
static const char *const extents[] = {
    [RO_NO_EXTENT] = NULL,
    [RO_ALL] = "all",
    [RO_PART] = "part",
    [RO_NOTHING] = "none",
};
static const char *const dispute_kinds[] = {
    [RO_NEGATION] = "negation", [RO_EXTENT] = "extent",           [RO_NUMBER] = "number",
    [RO_DENIAL] = "denial",     [RO_ATTRIBUTION] = "attribution",
};

static void write_position(struct json *json, const struct document *document, uint32_t index)
{
    const struct position *position = &document->positions[index];
    ro_json_index(json, "holder", position->holder);
    ro_json_string(json, "act", position_acts[position->act]);
    ro_json_open(json, "issue");
    ro_json_span(json, "span", position->issue);
    ro_json_string(json, "text", position->issue_text);
    ro_json_close(json);
    ro_json_string(json, "extent", extents[position->extent]);
    ro_json_indices(json, "in_exchange_for", position->exchanges, position->exchange_count);
    ro_json_index(json, "toward", position->toward);
    ro_json_index(json, "statement", position->statement);
    ro_json_score(json, position->score);
}

static void write_side(struct json *json, const struct side *side)
{
    ro_json_open(json, NULL);
    ro_json_index(json, "entity", side->entity);
    ro_json_index(json, "statement", side->statement);
    ro_json_index(json, "position", side->position);
    ro_json_index(json, "event", side->event);
    ro_json_span(json, "span", side->span);
    ro_json_close(json);
}

static void write_dispute(struct json *json, const struct document *document, uint32_t index)
{
    const struct dispute *dispute = &document->disputes[index];
    ro_json_string(json, "about", dispute->about);
    ro_json_string(json, "kind", dispute_kinds[dispute->kind]);
    ro_json_open_list(json, "sides");
    for (uint32_t i = 0; i < dispute->side_count; i++)
        write_side(json, &dispute->sides[i]);
    ro_json_close_list(json);
    ro_json_score(json, dispute->score);
}

/* All of them */

typedef void write_item(struct json *json, const struct document *document, uint32_t index);

static void write_list(struct json *json, const char *key, uint32_t count, write_item *item)
{
    ro_json_open_list(json, key);
    for (uint32_t i = 0; i < count; i++) {
        ro_json_open(json, NULL);
        ro_json_integer(json, "id", i);
        item(json, &json->record->document, i);
        ro_json_close(json);
    }
    ro_json_close_list(json);
}

static void write_warnings(struct json *json, const struct document *document)
{
    ro_json_open_list(json, "warnings");
    for (uint32_t i = 0; i < document->warning_count; i++) {
        const struct warning *warning = &document->warnings[i];
        ro_json_open(json, NULL);
        ro_json_string(json, "code", warning->code);
        ro_json_string(json, "message", warning->message);
        ro_json_span(json, "span", warning->span);
        ro_json_close(json);
    }
    ro_json_close_list(json);
}

void ro_json_items(struct json *json)
{
    const struct document *document = &json->record->document;
    write_list(json, "entities", document->entity_count, write_entity);
    write_list(json, "times", document->time_count, write_time);
    write_list(json, "statements", document->statement_count, write_statement);
    write_list(json, "events", document->event_count, write_event);
    write_list(json, "positions", document->position_count, write_position);
    write_list(json, "disputes", document->dispute_count, write_dispute);
    write_warnings(json, document);
}
