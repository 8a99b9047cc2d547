/* petrarch.c: events as PETRARCH2 writes them to evts.*: fields parted by tabs, no names of columns.
 *
 *     20190301	USAGOV	PRKGOV	036	SANCTIONS,2	summit_3	https://...	AP
 *
 * A row for each two parties that have codes ("require_dyad"), one a story for each date, source, target and code. The URL
 * is left out where there is none. An actor of no country begins with "---". */
#include "record/event_row.h"

enum { DATE, SOURCE, TARGET, CODE, ISSUES, IDS, URLS, SOURCES };

/* "~GOV" -> "---GOV" */
static void put_code(struct row *row, const struct actor *actor)
{
    for (const char *c = actor->code; *c; c++)
        ro_row_add(row, *c == '~' ? RO_SLICE("---") : (struct slice){c, 1});
    ro_row_end(row);
}

static void put_text(struct row *row, const struct event_row *event, struct span span)
{
    ro_row_add(row, ro_span_is(span) ? ro_document_slice(event->document, span) : RO_SLICE("---"));
    ro_row_end(row);
}

static void put_root(struct row *row, const struct event_row *event, const struct actor *actor)
{
    const struct entity *entity = ro_told_party(event, actor);
    ro_row_string(row, entity && entity->name ? entity->name : "---");
}

static void put_day(struct row *row, const char *day)
{
    for (; *day; day++)
        ro_row_add(row, (struct slice){day, *day != '-'});
    ro_row_end(row);
}

static void fill(struct row *row, const struct event_row *event)
{
    const struct readout_meta *meta = &event->document->meta;
    char day[RO_DAY];
    ro_told_day(event, day);
    put_day(row, day);
    put_code(row, event->source);
    put_code(row, event->target);
    ro_row_string(row, event->event->cameo);
    ro_row_end(row); /* issues */
    ro_row_sentence(row, event);
    ro_row_string(row, meta->uri);
    ro_row_string(row, meta->publisher ? meta->publisher : "NULL");
    if (!event->writing->petrarch_fields)
        return;
    put_text(row, event, ro_told_mention(event, event->source));
    put_text(row, event, ro_told_mention(event, event->target));
    put_text(row, event, event->event->trigger);
    put_root(row, event, event->source);
    put_root(row, event, event->target);
}

const struct event_form ro_petrarch_form = {.fill = fill,
                                            .pairs = RO_CODED,
                                            .one_a_record = true,
                                            .key_count = 4,
                                            .keys = {DATE, SOURCE, TARGET, CODE},
                                            .issues = ISSUES,
                                            .ids = IDS,
                                            .urls = URLS,
                                            .sources = SOURCES,
                                            .optional = URLS};
