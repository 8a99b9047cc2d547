/* polecat.c: events as POLECAT has them: 40 fields parted by tabs, below the names of the columns; a row an event, its parties
 * in one field, parted by semicolons. What is not known is "None". Sectors are the parts of CAMEO's actor codes behind the
 * country. CAMEO's statements are no events of PLOVER: they are left out. */
#include "record/event_row.h"

/* The parties of one side. */
struct side_of {
    const struct event_row *event;
    const struct actor *actors;
    uint32_t count;
};

static void end(struct row *row, bool empty)
{
    if (empty)
        ro_row_put(row, "None");
    ro_row_end(row);
}

static void put(struct row *row, const char *string)
{
    ro_row_put(row, string);
    end(row, !string || !*string);
}

/* Fields that have a value of each party */

typedef void put_of(struct row *row, const struct side_of *side, const struct actor *actor);

static void put_name(struct row *row, const struct side_of *side, const struct actor *actor)
{
    const struct entity *entity = ro_told_party(side->event, actor);
    ro_row_value(row, ";", ro_slice(entity ? entity->name : NULL));
}

static void put_country(struct row *row, const struct side_of *side, const struct actor *actor)
{
    const struct entity *entity = ro_told_party(side->event, actor);
    ro_row_value(row, ";", ro_slice(entity ? entity->country : NULL));
}

static void put_sectors(struct row *row, const struct side_of *side, const struct actor *actor)
{
    ro_row_sectors(row, side->event, actor, ";");
}

static void put_titles(struct row *row, const struct side_of *side, const struct actor *actor)
{
    const struct entity *entity = ro_told_party(side->event, actor);
    for (uint32_t i = 0; entity && i < entity->role_count; i++)
        ro_row_value(row, ";", ro_slice(entity->roles[i].title));
}

static void put_raw(struct row *row, const struct side_of *side, const struct actor *actor)
{
    ro_row_value(row, ";", ro_document_slice(side->event->document, ro_told_mention(side->event, actor)));
}

static void put_each(struct row *row, const struct side_of *side, put_of *put_one)
{
    size_t before = row->length;
    for (uint32_t i = 0; i < side->count; i++)
        put_one(row, side, &side->actors[i]);
    end(row, row->length == before);
}

/* The first sector of them all. */
static void put_primary(struct row *row, const struct side_of *side)
{
    size_t before = row->length;
    for (uint32_t i = 0; i < side->count && row->length == before; i++)
        put_sectors(row, side, &side->actors[i]);
    if (row->length > before + 3)
        row->length = before + 3;
    end(row, row->length == before);
}

static void put_side(struct row *row, const struct side_of *side)
{
    put_each(row, side, put_name);
    put_each(row, side, put_country);
    put(row, NULL); /* code of the Correlates of War */
    put_primary(row, side);
    put_each(row, side, put_sectors);
    put_each(row, side, put_titles);
    put_each(row, side, put_raw);
    put(row, NULL); /* Wikipedia */
}

/* The place */

static void put_decimal(struct row *row, const struct geo *geo, double number)
{
    if (geo)
        ro_row_decimal(row, number, 5);
    else
        put(row, NULL);
}

static void put_raw_place(struct row *row, const struct event_row *event)
{
    const struct actor place = {event->event->place, NULL};
    struct span span = ro_told_mention(event, &place);
    ro_row_add(row, ro_document_slice(event->document, span));
    end(row, !ro_span_is(span));
}

static void put_place(struct row *row, const struct event_row *event)
{
    const struct entity *place = ro_told_place(event);
    const struct geo *geo = place ? place->geo : NULL;
    bool city = geo && geo->city;
    put(row, place ? place->name : NULL);
    put(row, city ? place->name : NULL);
    put(row, NULL); /* district */
    put(row, city ? geo->region : geo ? place->name : NULL);
    put(row, place ? place->country : NULL);
    put_decimal(row, geo, geo ? geo->latitude : 0);
    put_decimal(row, geo, geo ? geo->longitude : 0);
    if (geo && geo->geonames != RO_NONE)
        ro_row_number(row, geo->geonames);
    else
        put(row, NULL);
    put_raw_place(row, event);
    put(row, NULL); /* GeoNames' feature type */
}

/* The rest */

static void put_event(struct row *row, const struct event_row *event)
{
    static const char *const quads[] = {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                        "MATERIAL CONFLICT"};
    const struct event *own = event->event;
    bool quad = own->quad >= 1 && own->quad <= 4;
    put(row, own->plover_event);
    put(row, own->plover_mode);
    if (own->goldstein)
        ro_row_goldstein(row, event);
    else
        put(row, NULL);
    put(row, quad ? quads[own->quad - 1] : NULL);
    for (uint32_t i = 0; i < own->plover_context_count; i++)
        ro_row_value(row, ";", ro_slice(own->plover_contexts[i]));
    end(row, own->plover_context_count == 0);
}

enum { STORY = 100 /* names of a kind, so that the rows of a long document do not grow with it */ };

static bool is_among(const char *name, const char *const *names, uint32_t count)
{
    while (count > 0 && strcmp(names[count - 1], name) != 0)
        count--;
    return count > 0;
}

/* The names of the entities of a type that the story has, each once. */
static void list_story(struct row *row, const struct document *document, enum entity_type type,
                       enum entity_type other)
{
    const char *names[STORY];
    uint32_t count = 0;
    for (uint32_t i = 0; i < document->entity_count && count < STORY; i++) {
        const struct entity *entity = &document->entities[i];
        if ((entity->type != type && entity->type != other) || !ro_entity_is_named(entity) ||
            is_among(entity->name, names, count))
            continue;
        names[count++] = entity->name;
        ro_row_value(row, ";", ro_slice(entity->name));
    }
    end(row, count == 0);
}

static void put_story(struct row *row, const struct event_row *event)
{
    if (event->story->count == 0) {
        list_story(event->story, event->document, RO_PERSON, RO_PERSON);
        list_story(event->story, event->document, RO_ORGANIZATION, RO_ORGANIZATION);
        list_story(event->story, event->document, RO_PLACE, RO_COUNTRY);
    }
    for (uint32_t i = 0; i < event->story->count; i++) {
        ro_row_add(row, ro_row_field(event->story, i));
        ro_row_end(row);
    }
}

static void put_published(struct row *row, const char *published)
{
    size_t length = published ? strcspn(published, "T") : 0;
    ro_row_add(row, (struct slice){published, length});
    end(row, length == 0);
}

static void fill(struct row *row, const struct event_row *event)
{
    const struct document *document = event->document;
    const struct event *own = event->event;
    char day[RO_DAY];
    ro_told_day(event, day);
    ro_row_event(row, event);
    put(row, day);
    put_event(row, event);
    put_side(row, &(const struct side_of){event, own->sources, own->source_count});
    put_side(row, &(const struct side_of){event, own->targets, own->target_count});
    put_place(row, event);
    put(row, document->meta.publisher);
    put_published(row, document->meta.published);
    put_story(row, event);
    put(row, "en");
    put(row, readout_version());
}

const struct event_form ro_polecat_form = {
    .columns =
        "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\t"
        "Primary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\t"
        "Recipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\t"
        "Wikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\t"
        "Raw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\t"
        "Version\n",
    .fill = fill,
    .pairs = RO_WHOLE,
    .plover = true,
    .issues = RO_NONE,
    .ids = RO_NONE,
    .urls = RO_NONE,
    .sources = RO_NONE,
    .optional = RO_NONE};
