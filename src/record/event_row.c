/* event_row.c: the fields that tables of events share. */
#include "record/event_row.h"

enum { PART = 3, HASH = 16 /* digits of it that tell documents apart */ };

const struct event_form *ro_event_form(enum readout_format format, enum readout_table table)
{
    switch (format) {
    case READOUT_PETRARCH:
        return &ro_petrarch_form;
    case READOUT_PHOENIX:
        return &ro_phoenix_form;
    case READOUT_ICEWS:
        return &ro_icews_form;
    case READOUT_POLECAT:
        return &ro_polecat_form;
    case READOUT_CSV:
        return table == READOUT_EVENTS ? &ro_events_form : NULL;
    default:
        return NULL;
    }
}

static bool take_day(const char *date, char day[RO_DAY])
{
    if (!date || strlen(date) < RO_DAY - 1)
        return false; /* a month or a year */
    memcpy(day, date, RO_DAY - 1);
    day[RO_DAY - 1] = '\0';
    return true;
}

void ro_told_day(const struct event_row *event, char day[RO_DAY])
{
    if (!take_day(event->event->date, day) && !take_day(event->document->meta.published, day))
        *day = '\0';
}

struct slice ro_told_document(const struct event_row *event)
{
    const char *id = event->document->meta.id;
    return id ? ro_slice(id) : (struct slice){event->record->sha256, HASH};
}

static void put_number(struct row *row, const char *before, uint32_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%s%u", before, (unsigned)number);
    ro_row_put(row, digits);
}

void ro_row_sentence(struct row *row, const struct event_row *event)
{
    ro_row_add(row, ro_told_document(event));
    if (!event->document->meta.sentence || !event->document->meta.id)
        put_number(row, "_", event->event->sentence + 1);
    ro_row_end(row);
}

void ro_row_event(struct row *row, const struct event_row *event)
{
    ro_row_add(row, ro_told_document(event));
    put_number(row, "-", event->index);
    if (event->pair > 0)
        put_number(row, ".", event->pair + 1);
    ro_row_end(row);
}

const char *ro_told_name(const struct event_row *event)
{
    const struct ontology *ontology = event->record->coder->ontology;
    const struct cameo_code *code = ontology ? ro_ontology_find(ontology, ro_slice(event->event->cameo)) : NULL;
    return code ? code->name : NULL;
}

void ro_row_goldstein(struct row *row, const struct event_row *event)
{
    const char *value = event->event->goldstein;
    ro_row_put(row, value);
    if (value && !strchr(value, '.'))
        ro_row_put(row, ".0");
    ro_row_end(row);
}

const struct entity *ro_told_party(const struct event_row *event, const struct actor *actor)
{
    return actor && actor->entity != RO_NONE ? &event->document->entities[actor->entity] : NULL;
}

const struct entity *ro_told_place(const struct event_row *event)
{
    uint32_t place = event->event->place;
    return place == RO_NONE ? NULL : &event->document->entities[place];
}

struct span ro_told_mention(const struct event_row *event, const struct actor *actor)
{
    const struct entity *entity = ro_told_party(event, actor);
    if (!entity || event->event->sentence >= event->document->sentence_count)
        return RO_NO_SPAN;
    const struct mention *mention = ro_entity_mention_in(entity,
                                                         event->document->sentences[event->event->sentence].span);
    return mention ? mention->span : RO_NO_SPAN;
}

bool ro_code_next(const char **code, struct slice *part)
{
    size_t left = *code ? strlen(*code) : 0;
    *part = (struct slice){*code, left < PART ? left : PART};
    *code = left ? *code + part->length : *code;
    return left > 0;
}

void ro_row_coordinates(struct row *row, const struct geo *geo)
{
    const double degrees[] = {geo ? geo->latitude : 0, geo ? geo->longitude : 0};
    for (int i = 0; i < 2; i++)
        if (geo)
            ro_row_decimal(row, degrees[i], 5);
        else
            ro_row_end(row);
}

void ro_row_sectors(struct row *row, const struct event_row *event, const struct actor *actor,
                    const char *separator)
{
    const char *code = actor->code ? actor->code + (*actor->code == '~') : NULL;
    struct slice part;
    while (ro_code_next(&code, &part))
        if (!ro_country_acts(&event->record->coder->countries, part))
            ro_row_value(row, separator, part);
}
