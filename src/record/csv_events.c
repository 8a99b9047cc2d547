/* csv_events.c: the table of events as CSV: a row for each two parties of an event, with all that the record says of it. Where a
 * column has several values they stand between bars.
 *
 *     document,uri,publisher,published,sentence,event,date,source,source_actor,source_country,target,...
 *     "summit","","AP","2019-03-01","summit_3",4,"2019-02-28","Trump","USAGOV","USA","Kim",...
 */
#include "record/event_row.h"
#include "record/values.h"

enum {
    DOCUMENT,
    URI,
    PUBLISHER,
    PUBLISHED,
    SENTENCE,
    EVENT,
    DATE,
    SOURCE,
    SOURCE_ACTOR,
    SOURCE_COUNTRY,
    TARGET,
    TARGET_ACTOR
};
enum {
    CAMEO = 13,
    QUAD = 18,
    GOLDSTEIN,
    POLARITY = 22,
    MODALITY,
    LATITUDE = 30,
    LONGITUDE,
    ISSUES,
    SCORE = 34,
};

static void put_party(struct row *row, const struct event_row *event, const struct actor *actor)
{
    const struct entity *entity = ro_told_party(event, actor);
    ro_row_string(row, entity ? entity->name : NULL);
    ro_row_string(row, actor ? actor->code : NULL);
    ro_row_string(row, entity ? entity->country : NULL);
}

static void put_index(struct row *row, uint32_t index)
{
    if (index == RO_NONE)
        ro_row_end(row);
    else
        ro_row_number(row, index);
}

static void put_contexts(struct row *row, const struct event *event)
{
    for (uint32_t i = 0; i < event->plover_context_count; i++)
        ro_row_value(row, " | ", ro_slice(event->plover_contexts[i]));
    ro_row_end(row);
}

static void put_span(struct row *row, const struct event_row *event, struct span span)
{
    char place[32] = "";
    struct readout_span points = ro_record_span(event->record, span);
    if (ro_span_is(span))
        snprintf(place, sizeof place, "%u-%u", (unsigned)points.begin, (unsigned)points.end);
    ro_row_string(row, place);
}

/* The statements by whose account it is, by their numbers. */
static void put_attribution(struct row *row, const struct event *event)
{
    char digits[16];
    for (uint32_t i = 0; i < event->attribution_count; i++) {
        snprintf(digits, sizeof digits, "%u", (unsigned)event->attributions[i]);
        ro_row_value(row, " | ", ro_slice(digits));
    }
    ro_row_end(row);
}

static void put_place(struct row *row, const struct event_row *event)
{
    const struct entity *place = ro_told_place(event);
    ro_row_string(row, place ? place->name : NULL);
    ro_row_string(row, place ? place->country : NULL);
    ro_row_coordinates(row, place ? place->geo : NULL);
}

static void put_code(struct row *row, const struct event_row *event)
{
    const struct event *own = event->event;
    ro_row_string(row, own->cameo);
    ro_row_string(row, ro_told_name(event));
    ro_row_string(row, own->plover_event);
    ro_row_string(row, own->plover_mode);
    put_contexts(row, own);
    put_index(row, own->quad);
    ro_row_string(row, own->goldstein);
}

static void fill(struct row *row, const struct event_row *event)
{
    const struct event *own = event->event;
    const struct readout_meta *meta = &event->document->meta;
    const struct time_expression *time = own->time == RO_NONE ? NULL : &event->document->times[own->time];
    ro_row_string(row, meta->id);
    ro_row_string(row, meta->uri);
    ro_row_string(row, meta->publisher);
    ro_row_string(row, meta->published);
    ro_row_sentence(row, event);
    ro_row_number(row, event->index);
    ro_row_string(row, own->date);
    put_party(row, event, event->source);
    put_party(row, event, event->target);
    put_code(row, event);
    ro_row_add(row, ro_document_slice(event->document, own->trigger));
    ro_row_end(row);
    put_span(row, event, own->trigger);
    ro_row_string(row, ro_polarities[own->polarity]);
    ro_row_string(row, ro_modalities[own->modality]);
    ro_row_string(row, ro_tenses[own->tense]);
    put_attribution(row, own);
    ro_row_add(row, ro_document_slice(event->document, time ? time->span : RO_NO_SPAN));
    ro_row_end(row);
    ro_row_string(row, time ? time->value : NULL);
    put_place(row, event);
    ro_row_end(row); /* issues */
    ro_row_string(row, own->by);
    ro_row_decimal(row, own->score, 4);
}

#define BIT(column) ((uint64_t)1 << (column))

const struct event_form ro_events_form = {
    .columns =
        "document,uri,publisher,published,sentence,event,date,source,source_actor,source_country,target,target_actor,"
        "target_country,cameo,cameo_name,plover_event,plover_mode,plover_contexts,quad,goldstein,trigger,trigger_span,"
        "polarity,modality,tense,attribution,time,time_value,place,place_country,latitude,longitude,issues,by,score\n",
    .fill = fill,
    .pairs = RO_PAIRS,
    .csv = true,
    .everything = true,
    .numbers = BIT(EVENT) | BIT(QUAD) | BIT(GOLDSTEIN) | BIT(LATITUDE) | BIT(LONGITUDE) | BIT(SCORE),
    .key_count = 6,
    .keys = {DATE, SOURCE_ACTOR, TARGET_ACTOR, CAMEO, POLARITY, MODALITY},
    .issues = ISSUES,
    .ids = SENTENCE,
    .urls = URI,
    .sources = PUBLISHER,
    .optional = RO_NONE};
