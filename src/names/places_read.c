/* places_read.c: reads lexicon/places.txt into the tables of places_table.h. */
#include "names/places_table.h"

#include <stdlib.h>

#include "base/table.h"

enum { NAMES, COUNTRY, REGION, LATITUDE, LONGITUDE, POPULATION, GEONAMES, NOTE, LEAST_FIELDS = NOTE };
enum { REGION_WEIGHT = 1000000 /* of any: a sea has no people, a province more than a city that is meant */ };

/* The tables as they are filled; there is room in them for all that the text has. */
struct reading {
    const struct lexicon_file *file;
    struct arena *arena;
    struct readout_error *error;
    struct lexicon_reader reader;
    struct lexicon_row row;
    struct place_row *rows;
    struct place_key *keys;
    uint32_t *buckets;
    char *names;
    uint32_t row_count, key_count, name_bytes;
    struct table regions; /* by name: where it stands in `names` */
};

static enum readout_status no_memory(const struct reading *reading)
{
    return ro_error_set(reading->error, READOUT_NO_MEMORY, "%s: no memory to read it", reading->file->name);
}

#define fail_at(reading, field, ...)                                                                               \
    ro_lexicon_error(&(reading)->reader, &(reading)->row, (field), (reading)->error, __VA_ARGS__)

/* Fields */

/* A number with a fraction of up to four digits, in ten-thousandths: "-95.5" -> -955000. */
static bool read_degrees(struct slice field, int32_t most, int32_t *out)
{
    bool negative = field.length && *field.data == '-';
    int64_t value = 0, unit = 0;
    size_t at = negative;
    for (; at < field.length && unit != 1; at++) {
        char c = field.data[at];
        if (c == '.' && !unit)
            unit = RO_PLACE_DEGREE;
        else if (c < '0' || c > '9' || value > (int64_t)most * RO_PLACE_DEGREE)
            return false;
        else {
            value = value * 10 + (c - '0');
            unit /= unit ? 10 : 1;
        }
    }
    value *= unit ? unit : RO_PLACE_DEGREE;
    *out = (int32_t)(negative ? -value : value);
    return field.length > (size_t)negative && at == field.length && value <= (int64_t)most * RO_PLACE_DEGREE;
}

/* A number, 0 where the field is empty. */
static bool read_number(struct slice field, uint32_t *out)
{
    uint64_t value = 0;
    for (size_t i = 0; i < field.length; i++) {
        if (field.data[i] < '0' || field.data[i] > '9' || value > UINT32_MAX / 10)
            return false;
        value = value * 10 + (uint64_t)(field.data[i] - '0');
    }
    *out = (uint32_t)value;
    return value < UINT32_MAX;
}

static bool read_country(struct slice field, char country[4])
{
    for (size_t i = 0; i < field.length; i++)
        if (i >= 3 || field.data[i] < 'A' || field.data[i] > 'Z')
            return false;
    memcpy(country, field.data, field.length);
    return field.length == 0 || field.length == 3;
}

static bool read_note(struct slice field, struct place_row *row)
{
    if (ro_slice_equal(field, RO_SLICE("country")))
        row->kind = RO_PLACE_COUNTRY;
    else if (ro_slice_equal(field, RO_SLICE("region")))
        row->kind = RO_PLACE_REGION;
    else
        row->is_word = ro_slice_equal(field, RO_SLICE("word"));
    return !field.length || row->kind || row->is_word;
}

/* Names */

/* Take the next of the names between semicolons, without the blanks around it; false at the end. */
static bool next_name(struct slice *list, struct slice *name)
{
    while (list->length && (*list->data == ' ' || *list->data == ';'))
        *list = (struct slice){list->data + 1, list->length - 1};
    const char *end = memchr(list->data, ';', list->length);
    size_t length = end ? (size_t)(end - list->data) : list->length;
    *name = (struct slice){list->data, length};
    *list = (struct slice){list->data + length, list->length - length};
    while (name->length && name->data[name->length - 1] == ' ')
        name->length--;
    return name->length > 0;
}

/* "Tex.", "TX" */
static bool is_abbreviation(struct slice name)
{
    return name.data[name.length - 1] == '.' || name.length == 2;
}

static uint32_t weight_of(const struct place_row *row, struct slice name, bool other)
{
    if (row->kind == RO_PLACE_COUNTRY || (row->kind == RO_PLACE_REGION && is_abbreviation(name)))
        return 0;
    uint32_t weight = row->kind == RO_PLACE_REGION ? REGION_WEIGHT : row->population;
    return (other ? weight / RO_PLACE_OTHER : weight) + 1;
}

static uint32_t keep_name(struct reading *reading, struct slice name)
{
    uint32_t at = reading->name_bytes;
    memcpy(reading->names + at, name.data, name.length);
    reading->name_bytes += (uint32_t)name.length + 1;
    return at;
}

static enum readout_status read_names(struct reading *reading, struct place_row *row)
{
    struct slice list = reading->row.fields[NAMES], name;
    for (uint32_t count = 0; next_name(&list, &name); count++) {
        struct place_key *key = &reading->keys[reading->key_count];
        if (!ro_place_hash(name, &key->hash))
            return fail_at(reading, NAMES,
                           "\"%.*s\" is no name of a place: write it with a capital, in under %d bytes",
                           (int)name.length, name.data, RO_PLACE_NAME);
        key->row = reading->row_count;
        key->weight = weight_of(row, name, count > 0);
        reading->key_count++;
        if (count)
            continue;
        row->name = keep_name(reading, name);
        if (row->kind == RO_PLACE_REGION)
            row->name = ro_table_put(&reading->regions, reading->arena, name, row->name);
        if (row->name == RO_TABLE_NONE)
            return no_memory(reading);
    }
    return READOUT_OK;
}

/* Rows */

static enum readout_status read_row(struct reading *reading)
{
    const struct slice *fields = reading->row.fields;
    struct place_row *row = &reading->rows[reading->row_count];
    if (reading->row.field_count < LEAST_FIELDS || !fields[NAMES].length)
        return fail_at(reading, 0,
                       "%u fields; write name; other names | country | region | latitude | longitude | "
                       "population | number in GeoNames | note",
                       (unsigned)reading->row.field_count);
    if (reading->row.field_count > NOTE && !read_note(fields[NOTE], row))
        return fail_at(reading, NOTE, "no note \"%.*s\"; write country, region, word or nothing",
                       (int)fields[NOTE].length, fields[NOTE].data);
    if (!read_country(fields[COUNTRY], row->country) || (!fields[COUNTRY].length && row->kind != RO_PLACE_REGION))
        return fail_at(reading, COUNTRY, "\"%.*s\" is no country; write its three letters of ISO 3166-1, as in FRA",
                       (int)fields[COUNTRY].length, fields[COUNTRY].data);
    row->region = ro_table_get(&reading->regions, fields[REGION]);
    if (fields[REGION].length && row->region == RO_NO_REGION)
        return fail_at(reading, REGION, "no region \"%.*s\" above; add a line with the note \"region\" for it",
                       (int)fields[REGION].length, fields[REGION].data);
    static const int32_t most[] = {90, 180};
    int32_t *degrees[] = {&row->latitude, &row->longitude};
    for (uint32_t i = 0; i < 2 && row->kind != RO_PLACE_COUNTRY; i++)
        if (!read_degrees(fields[LATITUDE + i], most[i], degrees[i]))
            return fail_at(reading, LATITUDE + i, "\"%.*s\" is no %s; write degrees from -%d to %d, as in 48.8534",
                           (int)fields[LATITUDE + i].length, fields[LATITUDE + i].data,
                           i ? "longitude" : "latitude", (int)most[i], (int)most[i]);
    uint32_t *numbers[] = {&row->population, &row->geonames};
    for (uint32_t i = 0; i < 2; i++)
        if (!read_number(fields[POPULATION + i], numbers[i]))
            return fail_at(reading, POPULATION + i, "\"%.*s\" is no number under 4294967295; write one, or nothing",
                           (int)fields[POPULATION + i].length, fields[POPULATION + i].data);
    enum readout_status status = read_names(reading, row);
    reading->row_count++;
    return status;
}

/* Tables */

static int compare_keys(const void *left, const void *right)
{
    const struct place_key *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static void sort_keys(struct reading *reading)
{
    if (reading->key_count)
        qsort(reading->keys, reading->key_count, sizeof *reading->keys, compare_keys);
    uint32_t key = 0;
    for (uint32_t bucket = 0; bucket <= RO_PLACE_BUCKETS; bucket++) {
        while (key < reading->key_count && reading->keys[key].hash >> 48 < bucket)
            key++;
        reading->buckets[bucket] = key;
    }
}

static bool make_room(struct reading *reading)
{
    size_t lines = 1, names = 1;
    for (size_t i = 0; i < reading->file->text.length; i++) {
        lines += reading->file->text.data[i] == '\n';
        names += reading->file->text.data[i] == ';';
    }
    reading->rows = ro_arena_alloc(reading->arena, lines, sizeof *reading->rows);
    reading->keys = ro_arena_alloc(reading->arena, lines + names, sizeof *reading->keys);
    reading->buckets = ro_arena_alloc(reading->arena, RO_PLACE_BUCKETS + 1, sizeof *reading->buckets);
    reading->names = ro_arena_alloc(reading->arena, reading->file->text.length + 1, 1);
    return reading->rows && reading->keys && reading->buckets && reading->names;
}

enum readout_status ro_places_read(struct arena *arena, const struct lexicon_file *file, const struct places **out,
                                   struct readout_error *error)
{
    struct reading reading = {.file = file, .arena = arena, .error = error};
    struct places *places = ro_arena_alloc(arena, 1, sizeof *places);
    enum readout_status status = READOUT_OK;
    *out = places;
    if (!places || !make_room(&reading))
        return no_memory(&reading);
    ro_lexicon_start(&reading.reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reading.reader, &reading.row))
        status = read_row(&reading);
    sort_keys(&reading);
    *places = (struct places){.rows = reading.rows,
                              .keys = reading.keys,
                              .buckets = reading.buckets,
                              .names = reading.names,
                              .row_count = reading.row_count,
                              .key_count = reading.key_count,
                              .name_bytes = reading.name_bytes};
    return status;
}
