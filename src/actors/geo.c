/* geo.c: where places are: which of the cities and regions of a name is meant, by the countries that the text speaks of. */
#include "names/places.h"

#include "actors/resolve.h"

/* Countries, as often as they are mentioned the first. */
struct countries {
    const char **codes;
    uint32_t count;
};

struct locating {
    struct resolving *resolving;
    const struct document *document;
    struct countries named;     /* by the text */
    struct countries of_places; /* that are known by their names alone */
};

/* "Paris, Texas": what stands behind a comma and hangs on the name. */
static struct slice region_of(const struct document *document, const struct phrase *phrase)
{
    uint32_t comma = phrase->core.end, word = comma + 1;
    if (word >= document->word_count || document->words[word].sentence != document->words[comma].sentence ||
        !ro_slice_equal(ro_document_word(document, comma), RO_SLICE(",")) ||
        document->words[word].head != phrase->head)
        return (struct slice){"", 0};
    return ro_document_word(document, word);
}

static bool is_small(const struct place *place)
{
    return place->kind == RO_PLACE_CITY && place->population < RO_PLACE_SMALL;
}

/* The place of a name. Places of the text speak for a small town of their country, but do not choose between larger ones. */
static bool choose(const struct locating *locating, struct slice name, struct slice region, struct place *place)
{
    const struct places *places = locating->resolving->context->resources->places;
    const struct countries *named = &locating->named, *others = &locating->of_places;
    return ro_places_choose(places, name, named->codes, named->count, region, place) ||
           (ro_places_choose(places, name, others->codes, others->count, region, place) && is_small(place));
}

/* Whether a place is but a small town that has the name of a state: the text tells of "Norland's parliament". */
static bool is_namesake(const struct resolving *resolving, const struct cluster *cluster, const struct place *place,
                        struct slice region)
{
    return !region.length && is_small(place) && ro_is_state(resolving, cluster);
}

/* The country of a place that is known by its name alone; NULL where it is not. */
static const char *country_of_place(const struct resolving *resolving, const struct cluster *cluster)
{
    const struct document *document = resolving->document;
    const struct phrase *phrase = &document->phrases[cluster->name];
    struct place place;
    if (cluster->country || cluster->type != RO_PLACE || !ro_is_named(phrase))
        return cluster->type == RO_PLACE ? cluster->country : NULL;
    bool known = ro_places_choose(resolving->context->resources->places, ro_document_words(document, phrase->core),
                                  NULL, 0, region_of(document, phrase), &place);
    return known ? place.country : NULL;
}

/* List the countries that are named, or those of places. False without memory. */
static bool list_countries(const struct resolving *resolving, bool of_places, struct countries *list)
{
    enum { COUNTRIES = 16 };
    uint32_t counts[COUNTRIES];
    list->codes = ro_arena_alloc(&resolving->context->scratch, COUNTRIES, sizeof *list->codes);
    if (!list->codes)
        return false;
    for (uint32_t i = 0; i < resolving->cluster_count; i++) {
        const struct cluster *cluster = &resolving->clusters[i];
        const char *own = cluster->type == RO_COUNTRY ? cluster->country : NULL;
        const char *country = of_places ? country_of_place(resolving, cluster) : own;
        if (!country || (list->count == COUNTRIES && counts[COUNTRIES - 1] >= cluster->count))
            continue;
        uint32_t at = list->count < COUNTRIES ? list->count++ : COUNTRIES - 1;
        for (; at > 0 && counts[at - 1] < cluster->count; at--) {
            counts[at] = counts[at - 1];
            list->codes[at] = list->codes[at - 1];
        }
        counts[at] = cluster->count;
        list->codes[at] = country;
    }
    return true;
}

/* Choose the place of a cluster that is one. False without memory. */
static bool locate(struct locating *locating, struct cluster *cluster)
{
    const struct phrase *phrase = &locating->document->phrases[cluster->name];
    struct place place;
    struct slice region = region_of(locating->document, phrase);
    if (cluster->type != RO_PLACE || !ro_is_named(phrase) ||
        !choose(locating, ro_document_words(locating->document, phrase->core), region, &place) ||
        is_namesake(locating->resolving, cluster, &place, region))
        return true;
    cluster->geo = ro_arena_alloc(&locating->resolving->document->arena, 1, sizeof *cluster->geo);
    if (!cluster->geo)
        return false;
    *cluster->geo = (struct geo){.latitude = place.latitude,
                                 .longitude = place.longitude,
                                 .geonames = place.geonames,
                                 .region = place.region,
                                 .city = place.kind == RO_PLACE_CITY};
    if (!cluster->country)
        cluster->country = place.country;
    return true;
}

void ro_locate(struct resolving *resolving)
{
    struct locating locating = {.resolving = resolving, .document = resolving->document};
    bool good = list_countries(resolving, false, &locating.named) &&
                list_countries(resolving, true, &locating.of_places);
    for (uint32_t i = 0; i < resolving->cluster_count && good; i++)
        good = locate(&locating, &resolving->clusters[i]);
    resolving->failed |= !good;
}
