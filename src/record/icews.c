/* icews.c: events as ICEWS has them: 20 fields parted by tabs, below the names of the columns; a row for each two parties. What
 * is not known is empty. Sectors are the parts of CAMEO's actor codes behind the country. */
#include "record/event_row.h"

static void put_party(struct row *row, const struct event_row *event, const struct actor *actor)
{
    const struct entity *entity = ro_told_party(event, actor);
    ro_row_string(row, entity->name);
    ro_row_sectors(row, event, actor, ",");
    ro_row_end(row);
    ro_row_string(row, ro_country_name(&event->record->coder->countries, entity->country));
}

/* City, district, province, country, latitude, longitude */
static void put_place(struct row *row, const struct event_row *event)
{
    const struct entity *place = ro_told_place(event);
    const struct geo *geo = place ? place->geo : NULL;
    bool city = geo && geo->city;
    ro_row_string(row, city ? place->name : NULL);
    ro_row_end(row);
    ro_row_string(row, city ? geo->region : geo ? place->name : NULL);
    ro_row_string(row, place ? ro_country_name(&event->record->coder->countries, place->country) : NULL);
    ro_row_coordinates(row, geo);
}

static void fill(struct row *row, const struct event_row *event)
{
    char day[RO_DAY];
    ro_told_day(event, day);
    ro_row_event(row, event);
    ro_row_string(row, day);
    put_party(row, event, event->source);
    ro_row_string(row, ro_told_name(event));
    ro_row_string(row, event->event->cameo);
    ro_row_goldstein(row, event);
    put_party(row, event, event->target);
    ro_row_add(row, ro_told_document(event));
    ro_row_end(row);
    ro_row_number(row, event->event->sentence + 1);
    ro_row_string(row, event->document->meta.publisher);
    put_place(row, event);
}

const struct event_form ro_icews_form = {
    .columns =
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
        "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t"
        "Province\tCountry\tLatitude\tLongitude\n",
    .fill = fill,
    .pairs = RO_DYADS,
    .issues = RO_NONE,
    .ids = RO_NONE,
    .urls = RO_NONE,
    .sources = RO_NONE,
    .optional = RO_NONE};
