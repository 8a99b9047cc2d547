/* brat.c: a record as annotations for brat (its standoff format): the .ann beside a .txt with the text.
 *
 *     T1	Person 0 14	Mayor Ada Lund          a mention
 *     A1	Kind T1 name
 *     #1	AnnotatorNotes T1	Ada Lund; GBR; GBRGOV; Mayor of Kelso
 *     T2	Person 40 43	she
 *     A2	Kind T2 pronoun
 *     R1	Coref Arg1:T2 Arg2:T1               the mention before
 *     T3	Statement 44 48	said                 its cue
 *     T4	Source 40 43	she
 *     T5	Content 50 55;60 64	"Lower fees"  parts, and lines, are fragments
 *     E1	Statement:T3 Source:T4 Content:T5
 *     R2	Who Arg1:T4 Arg2:T2
 *     T6	Event 70 73	met                     its trigger
 *     E2	Event:T6 Source:T2 Target:T1 Account:E1
 *     #2	AnnotatorNotes E2	040; CONSULT
 *
 * Ids count from 1; a statement's E has its number, those of events go on from there; the number of a time or a mention depends
 * on those before. */
#include "record/output.h"
#include "record/record.h"
#include "record/values.h"

enum { LINE = 256 };

struct brat {
    const struct readout_record *record;
    const struct document *document; /* its own */
    struct output *output;
    uint32_t *first_texts;                        /* of each entity: the number of its first mention's text */
    uint32_t first_time;                          /* that of the first time */
    uint32_t texts, attributes, relations, notes; /* so many numbers are given away */
};

static void put(struct brat *brat, const char *string)
{
    ro_output_add(brat->output, string, strlen(string));
}

/* A string that is no text of the document, without what would end its line. */
static void put_plain(struct brat *brat, const char *string)
{
    for (; *string; string++)
        ro_output_add(brat->output, (unsigned char)*string < ' ' ? " " : string, 1);
}

static void put_number(struct brat *brat, const char *before, uint32_t number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%u", (unsigned)number);
    put(brat, before);
    put(brat, digits);
}

/* Texts: lines "T1 Person 0 5 text" */

/* How long the mark is that ends a line, or that a line cannot hold: a control character, U+0085, U+2028, U+2029. */
static uint32_t break_length(const char *text, uint32_t room)
{
    const unsigned char *c = (const unsigned char *)text;
    if (*c < ' ' || *c == 0x7F)
        return 1;
    if (room > 1 && c[0] == 0xC2 && c[1] == 0x85)
        return 2;
    return room > 2 && c[0] == 0xE2 && c[1] == 0x80 && (c[2] == 0xA8 || c[2] == 0xA9) ? 3 : 0;
}

/* Cut the next fragment from the beginning of a span: what stands on one line, without blanks around it. False: no more. */
static bool next_fragment(const char *text, struct span *rest, struct span *out)
{
    uint32_t at = rest->begin, broken = 0;
    while (at < rest->end && (text[at] == ' ' || (broken = break_length(text + at, rest->end - at))))
        at += text[at] == ' ' ? 1 : broken;
    out->begin = at;
    while (at < rest->end && !break_length(text + at, rest->end - at))
        at++;
    rest->begin = out->end = at;
    while (out->end > out->begin && text[out->end - 1] == ' ')
        out->end--;
    return out->end > out->begin;
}

static void put_fragments(struct brat *brat, const struct span *spans, uint32_t count, bool as_text)
{
    bool first = true;
    for (uint32_t i = 0; i < count; i++) {
        struct span rest = spans[i], fragment;
        for (; next_fragment(brat->document->text, &rest, &fragment); first = false) {
            struct readout_span points = ro_record_span(brat->record, fragment);
            struct slice words = ro_document_slice(brat->document, fragment);
            put(brat, first ? "" : as_text ? " " : ";");
            if (as_text) {
                ro_output_add(brat->output, words.data, words.length);
            } else {
                put_number(brat, "", points.begin);
                put_number(brat, " ", points.end);
            }
        }
    }
}

/* Whether there is a fragment in some spans. */
static bool is_shown(const struct brat *brat, const struct span *spans, uint32_t count)
{
    struct span fragment;
    for (uint32_t i = 0; i < count; i++)
        if (next_fragment(brat->document->text, &(struct span){spans[i].begin, spans[i].end}, &fragment))
            return true;
    return false;
}

/* Write spans as one text of a type; its number, or 0 where there is nothing in them. */
static uint32_t put_text(struct brat *brat, const char *type, const struct span *spans, uint32_t count)
{
    if (!is_shown(brat, spans, count))
        return 0;
    put_number(brat, "T", ++brat->texts);
    put(brat, "\t");
    put(brat, type);
    put(brat, " ");
    put_fragments(brat, spans, count, false);
    put(brat, "\t");
    put_fragments(brat, spans, count, true);
    put(brat, "\n");
    return brat->texts;
}

/* Lines about them */

/* A1 Kind T1 name */
static void put_attribute(struct brat *brat, const char *name, const char *target, uint32_t number,
                          const char *value)
{
    char line[LINE];
    snprintf(line, sizeof line, "A%u\t%s %s%u %s\n", (unsigned)++brat->attributes, name, target, (unsigned)number,
             value);
    put(brat, line);
}

/* R1 Coref Arg1:T2 Arg2:T1 */
static void put_relation(struct brat *brat, const char *name, uint32_t from, uint32_t to)
{
    char line[LINE];
    if (!from || !to)
        return;
    snprintf(line, sizeof line, "R%u\t%s Arg1:T%u Arg2:T%u\n", (unsigned)++brat->relations, name, (unsigned)from,
             (unsigned)to);
    put(brat, line);
}

static void open_note(struct brat *brat, const char *kind, uint32_t number)
{
    put_number(brat, "#", ++brat->notes);
    put(brat, "\tAnnotatorNotes ");
    put_number(brat, kind, number);
    put(brat, "\t");
}

/* Entities */

/* The text of a mention, where it has one. The mentions of an entity are numbered one after the other,
 * those without a text too; so are times. */
static uint32_t mention_text(const struct brat *brat, uint32_t entity, uint32_t mention)
{
    const struct entity *own = &brat->document->entities[entity];
    if (mention >= own->mention_count || !is_shown(brat, &own->mentions[mention].span, 1))
        return 0;
    return brat->first_texts[entity] + mention;
}

static void note_entity(struct brat *brat, const struct entity *entity, uint32_t text)
{
    open_note(brat, "T", text);
    put_plain(brat, entity->name);
    const char *const codes[] = {entity->country, entity->actor};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        put(brat, codes[i] ? "; " : "");
        put_plain(brat, codes[i] ? codes[i] : "");
    }
    for (uint32_t i = 0; i < entity->role_count; i++) {
        put(brat, "; ");
        put_plain(brat, entity->roles[i].title);
        put(brat, entity->roles[i].of ? " of " : "");
        put_plain(brat, entity->roles[i].of ? entity->roles[i].of : "");
    }
    if (entity->geo && entity->geo->geonames != RO_NONE)
        put_number(brat, "; geonames ", entity->geo->geonames);
    put(brat, "\n");
}

static void put_mentions(struct brat *brat, uint32_t index)
{
    static const char *const types[] = {
        [RO_PERSON] = "Person", [RO_ORGANIZATION] = "Organization", [RO_COUNTRY] = "Country", [RO_PLACE] = "Place",
        [RO_GROUP] = "Group",   [RO_OTHER_ENTITY] = "Other",
    };
    const struct entity *entity = &brat->document->entities[index];
    uint32_t before = 0;
    brat->first_texts[index] = brat->texts + 1;
    for (uint32_t i = 0; i < entity->mention_count; i++) {
        const struct mention *mention = &entity->mentions[i];
        uint32_t text = put_text(brat, types[entity->type], &mention->span, 1);
        if (!text) {
            brat->texts++;
            continue;
        }
        put_attribute(brat, "Kind", "T", text, ro_mention_kinds[mention->kind]);
        if (!before)
            note_entity(brat, entity, text);
        put_relation(brat, "Coref", text, before);
        before = text;
    }
}

static void put_members(struct brat *brat, uint32_t index)
{
    const struct entity *entity = &brat->document->entities[index];
    for (uint32_t i = 0; i < entity->member_count; i++)
        put_relation(brat, "Member", mention_text(brat, index, 0), mention_text(brat, entity->members[i], 0));
}

/* Statements */

struct event_line {
    struct brat *brat;
    uint32_t statement;
    char line[LINE * 4];
    size_t length;
};

/* Add " Role:T5" to an event; a second of a role is Role2. */
static void add_argument(struct event_line *event, const char *role, uint32_t nth, char kind, uint32_t number)
{
    size_t room = sizeof event->line - event->length;
    char digits[16] = "";
    if (!number)
        return;
    if (nth > 0)
        snprintf(digits, sizeof digits, "%u", (unsigned)nth + 1);
    int length = snprintf(event->line + event->length, room, " %s%s:%c%u", role, digits, kind, (unsigned)number);
    if (length > 0 && (size_t)length < room)
        event->length += (size_t)length;
    else
        event->line[event->length] = '\0'; /* more arguments than a line takes */
}

/* Write what an event's role is filled with. */
static uint32_t add_text(struct event_line *event, const char *role, uint32_t nth, const struct span *spans,
                         uint32_t count)
{
    uint32_t text = put_text(event->brat, role, spans, count);
    add_argument(event, role, nth, 'T', text);
    return text;
}

/* Tell who a party is: its mention in the words, or else its first. */
static void relate(struct brat *brat, uint32_t text, struct span words, uint32_t entity)
{
    if (entity == RO_NONE)
        return;
    const struct entity *own = &brat->document->entities[entity];
    const struct mention *mention = ro_entity_mention_in(own, words);
    put_relation(brat, "Who", text, mention_text(brat, entity, mention ? (uint32_t)(mention - own->mentions) : 0));
}

/* What an event hangs on: the cue, or the content where there is none. */
static uint32_t put_trigger(struct brat *brat, const struct statement *statement)
{
    bool cue = is_shown(brat, &statement->cue, 1);
    return put_text(brat, "Statement", cue ? &statement->cue : statement->contents,
                    cue ? 1 : statement->content_count);
}

static bool has_trigger(const struct brat *brat, const struct statement *statement)
{
    return is_shown(brat, &statement->cue, 1) || is_shown(brat, statement->contents, statement->content_count);
}

static void add_parties(struct event_line *event, const struct statement *statement)
{
    struct brat *brat = event->brat;
    uint32_t text = add_text(event, "Source", 0, &statement->source.span, 1);
    relate(brat, text, statement->source.span, ro_record_source(brat->record, event->statement));
    for (uint32_t i = 0; i < statement->addressee_count; i++) {
        struct span span = statement->addressees[i].span;
        text = add_text(event, "Addressee", i, &span, 1);
        relate(brat, text, span, ro_record_addressee(brat->record, event->statement, i));
    }
}

static void put_statement(struct brat *brat, uint32_t index)
{
    const struct document *document = brat->document;
    const struct statement *statement = &document->statements[index];
    struct event_line event = {.brat = brat, .statement = index};
    uint32_t trigger = put_trigger(brat, statement);
    if (!trigger)
        return;
    add_parties(&event, statement);
    if (is_shown(brat, &statement->cue, 1))
        add_text(&event, "Content", 0, statement->contents, statement->content_count);
    add_text(&event, "Setting", 0, &statement->setting, 1);
    if (statement->time != RO_NONE && is_shown(brat, &document->times[statement->time].span, 1))
        add_argument(&event, "Time", 0, 'T', brat->first_time + statement->time);
    if (statement->within != RO_NONE && has_trigger(brat, &document->statements[statement->within]))
        add_argument(&event, "Within", 0, 'E', statement->within + 1);
    put_number(brat, "E", index + 1);
    put_number(brat, "\tStatement:T", trigger);
    put(brat, event.line);
    put(brat, "\n");
    put_attribute(brat, "Form", "E", index + 1, ro_form_names[statement->form]);
    if (ro_span_is(statement->cue))
        put_attribute(brat, "Act", "E", index + 1, ro_act_names[statement->act]);
}

/* Events */

/* The mention of an entity that begins nearest to a place: its number among those of the entity. */
static uint32_t nearest_mention(const struct entity *entity, uint32_t byte)
{
    uint32_t nearest = 0, least = UINT32_MAX;
    for (uint32_t i = 0; i < entity->mention_count; i++) {
        uint32_t begin = entity->mentions[i].span.begin;
        uint32_t distance = begin > byte ? begin - byte : byte - begin;
        if (distance >= least)
            continue;
        nearest = i;
        least = distance;
    }
    return nearest;
}

static void add_entity(struct event_line *line, const char *role, uint32_t nth, uint32_t entity, uint32_t byte)
{
    const struct brat *brat = line->brat;
    uint32_t mention = nearest_mention(&brat->document->entities[entity], byte);
    add_argument(line, role, nth, 'T', mention_text(brat, entity, mention));
}

static void add_circumstances(struct event_line *line, const struct event *event)
{
    struct brat *brat = line->brat;
    const struct document *document = brat->document;
    if (event->time != RO_NONE && is_shown(brat, &document->times[event->time].span, 1))
        add_argument(line, "Time", 0, 'T', brat->first_time + event->time);
    if (event->place != RO_NONE)
        add_entity(line, "Place", 0, event->place, event->trigger.begin);
    uint32_t account = event->attribution_count ? event->attributions[event->attribution_count - 1] : RO_NONE;
    if (account != RO_NONE && has_trigger(brat, &document->statements[account]))
        add_argument(line, "Account", 0, 'E', account + 1);
}

/* "040; CONSULT phone". */
static void note_event(struct brat *brat, const struct event *event, uint32_t number)
{
    open_note(brat, "E", number);
    put_plain(brat, event->cameo);
    const char *const names[] = {event->plover_event, event->plover_mode};
    for (size_t i = 0; i < sizeof names / sizeof *names && names[i]; i++) {
        put(brat, i ? " " : "; ");
        put_plain(brat, names[i]);
    }
    put(brat, "\n");
}

static void put_event(struct brat *brat, uint32_t index)
{
    const struct event *event = &brat->document->events[index];
    uint32_t number = brat->document->statement_count + index + 1;
    uint32_t trigger = put_text(brat, "Event", &event->trigger, 1);
    struct event_line line = {.brat = brat};
    if (!trigger)
        return;
    for (uint32_t i = 0; i < event->source_count; i++)
        add_entity(&line, "Source", i, event->sources[i].entity, event->trigger.begin);
    for (uint32_t i = 0; i < event->target_count; i++)
        add_entity(&line, "Target", i, event->targets[i].entity, event->trigger.begin);
    add_circumstances(&line, event);
    put_number(brat, "E", number);
    put_number(brat, "\tEvent:T", trigger);
    put(brat, line.line);
    put(brat, "\n");
    put_attribute(brat, "Polarity", "E", number, ro_polarities[event->polarity]);
    put_attribute(brat, "Modality", "E", number, ro_modalities[event->modality]);
    note_event(brat, event, number);
}

static void put_time(struct brat *brat, const struct time_expression *time)
{
    uint32_t text = put_text(brat, "Time", &time->span, 1);
    if (!text) {
        brat->texts++;
        return;
    }
    open_note(brat, "T", text);
    put(brat, ro_time_types[time->type]);
    put(brat, " ");
    put_plain(brat, time->value);
    put(brat, time->mod ? " " : "");
    put_plain(brat, time->mod ? time->mod : "");
    put(brat, "\n");
}

static void put_all(struct brat *brat)
{
    const struct document *document = brat->document;
    for (uint32_t i = 0; i < document->entity_count; i++)
        put_mentions(brat, i);
    for (uint32_t i = 0; i < document->entity_count; i++)
        put_members(brat, i);
    brat->first_time = brat->texts + 1;
    for (uint32_t i = 0; i < document->time_count; i++)
        put_time(brat, &document->times[i]);
    for (uint32_t i = 0; i < document->statement_count; i++)
        put_statement(brat, i);
    for (uint32_t i = 0; i < document->event_count; i++)
        put_event(brat, i);
}

enum readout_status ro_write_brat(const struct readout_record *record, struct output *output)
{
    struct brat brat = {.record = record, .document = &record->document, .output = output};
    brat.first_texts = calloc((size_t)record->document.entity_count + 1, sizeof *brat.first_texts);
    if (!brat.first_texts)
        return READOUT_NO_MEMORY;
    put_all(&brat);
    free(brat.first_texts);
    return READOUT_OK;
}
