/* countries.c: names and codes out of lexicon/countries.txt. */
#include "record/countries.h"

enum { ALPHA3, NAME, ACTOR = 6 /* where it is not the alpha-3 */ };

bool ro_countries_read(struct countries *countries, struct arena *arena, const struct lexicon_file *file)
{
    struct lexicon_reader reader;
    struct lexicon_row row;
    ro_lexicon_start(&reader, file);
    while (ro_lexicon_next(&reader, &row)) {
        struct slice name = row.fields[NAME], actor = row.fields[row.field_count > ACTOR ? ACTOR : ALPHA3];
        name.length -= name.length && name.data[name.length - 1] == '?'; /* that it is another's name, too */
        uint32_t place = countries->count;
        const char **text = ro_arena_push(arena, countries->texts, countries->count);
        if (!text || !(*text = ro_arena_copy(arena, name)) ||
            ro_table_put(&countries->names, arena, row.fields[ALPHA3], place) == RO_TABLE_NONE ||
            ro_table_put(&countries->actors, arena, actor, place) == RO_TABLE_NONE)
            return false;
    }
    return true;
}

const char *ro_country_name(const struct countries *countries, const char *alpha3)
{
    uint32_t place = alpha3 ? ro_table_get(&countries->names, ro_slice(alpha3)) : RO_TABLE_NONE;
    return place == RO_TABLE_NONE ? NULL : countries->texts[place];
}

bool ro_country_acts(const struct countries *countries, struct slice part)
{
    return ro_table_get(&countries->actors, part) != RO_TABLE_NONE;
}
