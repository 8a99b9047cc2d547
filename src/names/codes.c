/* codes.c: reads lexicon/codes.txt and the codes of lexicon/countries.txt; checks codes part by part. */
#include "names/codes.h"

#include "base/table.h"
#include "names/fields.h"

enum { PART = 3, CAMEO = 6 /* field of countries.txt */ };

struct codes {
    struct table parts;     /* of actor codes */
    struct table countries; /* alpha-3 to places in `actors` */
    const char **actors;
    uint32_t count;
    struct strings strings;
};

static bool is_part(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] < 'A' || text.data[i] > 'Z')
            return false;
    return text.length == PART;
}

static enum readout_status read_part(struct codes *codes, struct arena *arena, const struct lexicon_reader *reader,
                                     const struct lexicon_row *row, struct readout_error *error)
{
    struct slice part = row->fields[0];
    enum readout_status status = ro_fields_check(reader, row, 2, 2, "code | meaning", error);
    if (status != READOUT_OK)
        return status;
    if (!is_part(part))
        return ro_lexicon_error(reader, row, 0, error, "\"%.*s\" is no code: write three capitals", RO_TEXT(part));
    uint32_t had = codes->parts.count;
    if (ro_table_put(&codes->parts, arena, part, 0) == RO_TABLE_NONE)
        return ro_no_room(reader->file, error);
    if (codes->parts.count == had)
        return ro_lexicon_error(reader, row, 0, error, "%.*s stands here twice; leave one out", RO_TEXT(part));
    return READOUT_OK;
}

static enum readout_status read_country(struct codes *codes, struct arena *arena,
                                        const struct lexicon_reader *reader, const struct lexicon_row *row,
                                        struct readout_error *error)
{
    struct slice alpha3 = row->fields[0], actor = row->field_count > CAMEO ? row->fields[CAMEO] : alpha3;
    if (!is_part(alpha3) || !is_part(actor))
        return ro_lexicon_error(reader, row, is_part(alpha3) ? CAMEO : 0, error,
                                "this is no code of a country: write three capitals, as ISO 3166-1 has them");
    uint32_t had = codes->count;
    const char **added = ro_arena_push(arena, codes->actors, codes->count);
    const char *own = ro_strings_copy(&codes->strings, arena, actor);
    if (!added || !own || ro_table_put(&codes->parts, arena, actor, 0) == RO_TABLE_NONE)
        return ro_no_room(reader->file, error);
    *added = own;
    uint32_t place = ro_table_put(&codes->countries, arena, alpha3, had);
    if (place == RO_TABLE_NONE)
        return ro_no_room(reader->file, error);
    if (place != had)
        return ro_lexicon_error(reader, row, 0, error, "%.*s stands here twice; leave one out", RO_TEXT(alpha3));
    return READOUT_OK;
}

enum readout_status ro_codes_read(struct arena *arena, const struct lexicon_file *parts,
                                  const struct lexicon_file *countries, const struct codes **out,
                                  struct readout_error *error)
{
    struct codes *codes = ro_arena_alloc(arena, 1, sizeof *codes);
    enum readout_status status = READOUT_OK;
    struct lexicon_reader reader;
    struct lexicon_row row;
    *out = codes;
    if (!codes)
        return ro_no_room(parts, error);
    ro_lexicon_start(&reader, parts);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_part(codes, arena, &reader, &row, error);
    if (status == READOUT_OK)
        ro_lexicon_start(&reader, countries);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_country(codes, arena, &reader, &row, error);
    return status;
}

const char *ro_codes_country(const struct codes *codes, struct slice alpha3)
{
    uint32_t place = ro_table_get(&codes->countries, alpha3);
    return place == RO_TABLE_NONE ? NULL : codes->actors[place];
}

enum readout_status ro_codes_check_actor(const struct codes *codes, const struct lexicon_reader *reader,
                                         const struct lexicon_row *row, uint32_t field, struct readout_error *error)
{
    struct slice code = ro_field(row, field);
    if (code.length % PART)
        return ro_lexicon_error(reader, row, field, error,
                                "\"%.*s\" is no actor code: its parts have three capitals each", RO_TEXT(code));
    for (size_t at = 0; at < code.length; at += PART) {
        struct slice part = {code.data + at, PART};
        struct lexicon_row there = ro_row_at(row, field, part);
        if (ro_table_get(&codes->parts, part) == RO_TABLE_NONE)
            return ro_lexicon_error(reader, &there, field, error,
                                    "no code \"%.*s\" in \"%.*s\"; codes.txt and countries.txt list them",
                                    RO_TEXT(part), RO_TEXT(code));
    }
    return READOUT_OK;
}

enum readout_status ro_codes_check_country(const struct codes *codes, const struct lexicon_reader *reader,
                                           const struct lexicon_row *row, uint32_t field,
                                           struct readout_error *error)
{
    struct slice alpha3 = ro_field(row, field);
    if (alpha3.length && !ro_codes_country(codes, alpha3))
        return ro_lexicon_error(reader, row, field, error, "no country \"%.*s\"; countries.txt lists them",
                                RO_TEXT(alpha3));
    return READOUT_OK;
}

enum readout_status ro_codes_check(const struct codes *codes, const struct lexicon_reader *reader,
                                   const struct lexicon_row *row, uint32_t country, uint32_t actor,
                                   struct readout_error *error)
{
    enum readout_status status = ro_codes_check_country(codes, reader, row, country, error);
    return status == READOUT_OK ? ro_codes_check_actor(codes, reader, row, actor, error) : status;
}
