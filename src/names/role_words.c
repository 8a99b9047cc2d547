/* role_words.c: reads lexicon/roles.txt into a table of phrases. */
#include "names/role_words.h"

#include "names/fields.h"
#include "names/phrases.h"

struct role_words {
    struct phrases phrases; /* to places in `terms` */
    struct role_term *terms;
    uint32_t count;
    struct strings strings;
};

static enum readout_status add_phrases(struct role_words *words, struct arena *arena,
                                       const struct lexicon_reader *reader, const struct lexicon_row *row,
                                       struct readout_error *error)
{
    struct slice list = row->fields[0], item;
    while (ro_item_next(&list, &item)) {
        struct name_key key = ro_name_key(item, true);
        struct lexicon_row at = ro_row_at(row, 0, item);
        if (key.full || !key.length)
            return ro_lexicon_error(reader, &at, 0, error, "\"%.*s\" is too long or has no letter", RO_TEXT(item));
        uint32_t *place = ro_phrases_put(&words->phrases, arena, &key);
        if (!place)
            return ro_no_room(reader->file, error);
        if (*place != RO_NONE)
            return ro_lexicon_error(reader, &at, 0, error, "\"%.*s\" stands here twice; leave one out",
                                    RO_TEXT(item));
        *place = words->count - 1;
    }
    return READOUT_OK;
}

static enum readout_status read_row(struct role_words *words, struct arena *arena, const struct codes *codes,
                                    const struct lexicon_reader *reader, const struct lexicon_row *row,
                                    struct readout_error *error)
{
    enum { PHRASES, SECTOR, GENDER, COUNTRY, FIELDS };
    static const char format[] = "phrases | sector or - | m, f, n or - | country | example";
    enum readout_status status = ro_fields_check(reader, row, FIELDS, FIELDS + 1, format, error);
    bool has_country = row->field_count > FIELDS;
    if (status == READOUT_OK)
        status = ro_codes_check_actor(codes, reader, row, SECTOR, error);
    if (status == READOUT_OK && has_country)
        status = ro_codes_check_country(codes, reader, row, COUNTRY, error);
    if (status != READOUT_OK)
        return status;
    struct slice gender = ro_field(row, GENDER), list = row->fields[PHRASES], first;
    if (gender.length > 1 || (gender.length && !memchr("mfn", *gender.data, 3)))
        return ro_lexicon_error(reader, row, GENDER, error, "no gender \"%.*s\"; write m, f, n or -",
                                RO_TEXT(gender));
    if (!ro_item_next(&list, &first))
        return ro_lexicon_error(reader, row, PHRASES, error, "no phrase; write one before the first bar");
    bool memory = true;
    struct role_term *added = ro_arena_push(arena, words->terms, words->count);
    if (!added)
        return ro_no_room(reader->file, error);
    added->title = ro_strings_copy(&words->strings, arena, first);
    added->sector = ro_field_copy(&words->strings, arena, row, SECTOR, &memory);
    added->country = has_country ? ro_field_copy(&words->strings, arena, row, COUNTRY, &memory) : NULL;
    added->gender = gender.length ? *gender.data : '\0';
    return added->title && memory ? add_phrases(words, arena, reader, row, error) : ro_no_room(reader->file, error);
}

enum readout_status ro_role_words_read(struct arena *arena, const struct lexicon_file *file,
                                       const struct codes *codes, const struct role_words **out,
                                       struct readout_error *error)
{
    struct role_words *words = ro_arena_alloc(arena, 1, sizeof *words);
    enum readout_status status = READOUT_OK;
    struct lexicon_reader reader;
    struct lexicon_row row;
    *out = words;
    if (!words)
        return ro_no_room(file, error);
    ro_lexicon_start(&reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_row(words, arena, codes, &reader, &row, error);
    return status;
}

struct role_term ro_role_find(const struct role_words *words, const struct document *document, uint32_t word)
{
    struct phrase_match match = ro_phrases_find(&words->phrases, document, word, true);
    if (match.value == RO_NONE)
        return (struct role_term){0};
    struct role_term term = words->terms[match.value];
    term.length = match.length;
    return term;
}
