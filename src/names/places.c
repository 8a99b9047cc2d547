/* places.c: finds places by name, and chooses among those of one name by what the document speaks of. */
#include "names/places_table.h"

enum {
    FIRST_COUNTRY = 20, /* so many times its people a place counts for in the country that is named most ... */
    OTHER_COUNTRY = 10, /* ... and in another that is named */
    LEAST = 5000,       /* a place that counts for fewer people is believed in only where its country is named */
    NEAR = RO_PLACE_DEGREE / 2 /* places of one name so near are one */
};

enum readout_status ro_places_load(struct arena *arena, const struct lexicon_file *file, const struct places **out,
                                   struct readout_error *error)
{
    *out = &ro_builtin_places;
    for (const struct lexicon_file *built_in = ro_builtin_lexicons; built_in->name; built_in++)
        if (built_in->text.data == file->text.data)
            return READOUT_OK;
    return ro_places_read(arena, file, out, error);
}

/* Finding */

uint32_t ro_places_find(const struct places *places, struct slice name, uint32_t *first)
{
    uint64_t hash;
    if (!ro_place_hash(name, &hash))
        return 0;
    uint32_t key = places->buckets[hash >> 48], end = places->buckets[(hash >> 48) + 1];
    while (key < end && places->keys[key].hash < hash)
        key++;
    *first = key;
    while (key < end && places->keys[key].hash == hash)
        key++;
    return key - *first;
}

static const struct place_row *row_of(const struct places *places, uint32_t number)
{
    return &places->rows[places->keys[number].row];
}

static struct place place_of(const struct places *places, const struct place_row *row)
{
    return (struct place){.name = places->names + row->name,
                          .country = *row->country ? row->country : NULL,
                          .region = row->region == RO_NO_REGION ? NULL : places->names + row->region,
                          .latitude = (double)row->latitude / RO_PLACE_DEGREE,
                          .longitude = (double)row->longitude / RO_PLACE_DEGREE,
                          .population = row->population,
                          .geonames = row->geonames ? row->geonames : RO_NONE,
                          .kind = (enum place_kind)row->kind};
}

struct place ro_places_at(const struct places *places, uint32_t number)
{
    return place_of(places, row_of(places, number));
}

/* Choosing */

/* What stands behind the comma: places of one name, of which those with a country decide. */
struct within {
    const struct places *places;
    uint32_t first, count;
    bool decides;
};

static struct within read_region(const struct places *places, struct slice region)
{
    struct within within = {.places = places};
    within.count = ro_places_find(places, region, &within.first);
    for (uint32_t i = 0; i < within.count; i++) {
        const struct place_row *row = row_of(places, within.first + i);
        within.decides |= row->kind != RO_PLACE_CITY && *row->country;
    }
    return within;
}

/* Whether a place is in a region. Of a country whose regions are not listed all places are in each. */
static bool is_within(const struct within *within, const struct place_row *row)
{
    for (uint32_t i = 0; i < within->count; i++) {
        const struct place_row *region = row_of(within->places, within->first + i);
        if (region->kind == RO_PLACE_CITY || !*region->country || memcmp(region->country, row->country, 4) != 0)
            continue;
        if (region->kind == RO_PLACE_COUNTRY || row->region == RO_NO_REGION || row->region == region->name)
            return true;
    }
    return false;
}

static uint32_t support(const struct place_row *row, const char *const *countries, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (strncmp(countries[i], row->country, sizeof row->country) == 0)
            return i ? OTHER_COUNTRY : FIRST_COUNTRY;
    return 1;
}

static bool are_near(const struct place_row *a, const struct place_row *b)
{
    return labs((long)a->latitude - b->latitude) < NEAR && labs((long)a->longitude - b->longitude) < NEAR;
}

/* Whether a place is such as may only share its name with what is meant: "Norland" has a town in Florida. */
static bool is_doubtful(const struct place_row *row, uint32_t weight)
{
    return row->is_word || weight < LEAST || (row->kind == RO_PLACE_CITY && row->population < RO_PLACE_SMALL);
}

struct choice {
    const struct place_row *row;
    uint64_t weight, rival; /* of the place chosen, and of the next one that lies elsewhere */
};

static void consider(struct choice *choice, const struct place_row *row, uint64_t weight)
{
    bool same = choice->row && are_near(choice->row, row);
    if (weight > choice->weight) {
        choice->rival = choice->row && !same ? choice->weight : choice->rival;
        choice->weight = weight;
        choice->row = row;
    } else if (!same && weight > choice->rival)
        choice->rival = weight;
}

bool ro_places_choose(const struct places *places, struct slice name, const char *const *countries,
                      uint32_t country_count, struct slice region, struct place *place)
{
    struct choice choice = {.row = NULL};
    struct within within = read_region(places, region);
    uint32_t first = 0, count = ro_places_find(places, name, &first);
    for (uint32_t i = first; i < first + count && places->keys[i].weight; i++) {
        const struct place_row *row = row_of(places, i);
        uint32_t times = within.decides ? FIRST_COUNTRY : support(row, countries, country_count);
        bool doubtful = times == 1 && is_doubtful(row, places->keys[i].weight);
        if (!doubtful && (!within.decides || is_within(&within, row)))
            consider(&choice, row, (uint64_t)places->keys[i].weight * times);
    }
    if (!choice.row || 2 * choice.weight < 3 * choice.rival)
        return false;
    *place = place_of(places, choice.row);
    return true;
}
