/* gazetteer.c: one table of all names. A name in capitals is found too, unless it is another one ("NORTH KOREA"). */
#include "names/gazetteer.h"

#include "names/fields.h"
#include "names/phrases.h"
#include "text/forms.h"

struct gazetteer {
    const struct codes *codes;
    struct phrases phrases; /* to places in `terms` */
    struct gazetteer_term *terms;
    struct name_key *keys; /* of the terms */
    uint32_t term_count, key_count;
    uint32_t entry_count;
    uint32_t first_entry; /* of the file (of those built in: of both) that is read */
};

/* What reads a row. */
struct row_reader {
    struct gazetteer *gazetteer;
    struct arena *arena;
    struct strings strings;
    struct lexicon_reader lines;
    struct lexicon_row row;
    struct readout_error *error;
};

/* Names */

static bool push_term(struct row_reader *reader, const struct gazetteer_term *term, const struct name_key *key,
                      uint32_t *place)
{
    struct gazetteer *gazetteer = reader->gazetteer;
    *place = gazetteer->term_count;
    struct gazetteer_term *added = ro_arena_push(reader->arena, gazetteer->terms, gazetteer->term_count);
    struct name_key *added_key = ro_arena_push(reader->arena, gazetteer->keys, gazetteer->key_count);
    if (!added || !added_key)
        return false;
    *added = *term;
    *added_key = *key;
    return true;
}

/* A key of a term; of one line the first stays, so that "American" is a demonym before it is one of the people. */
static enum readout_status add_key(struct row_reader *reader, uint32_t field, struct slice item,
                                   const struct gazetteer_term *term, const struct name_key *key)
{
    struct gazetteer *gazetteer = reader->gazetteer;
    uint32_t *place = ro_phrases_put(&gazetteer->phrases, reader->arena, key);
    if (!place)
        return ro_no_room(reader->lines.file, reader->error);
    uint32_t had = *place == RO_NONE ? RO_NONE : gazetteer->terms[*place].entry;
    if (had == term->entry)
        return READOUT_OK;
    struct lexicon_row at = ro_row_at(&reader->row, field, item);
    if (had != RO_NONE && had >= gazetteer->first_entry)
        return ro_lexicon_error(&reader->lines, &at, field, reader->error,
                                "\"%.*s\" is a name of \"%s\" too; leave one out", RO_TEXT(item),
                                gazetteer->terms[*place].name);
    if (had != RO_NONE) {
        gazetteer->terms[*place] = *term;
        return READOUT_OK;
    }
    return push_term(reader, term, key, place) ? READOUT_OK : ro_no_room(reader->lines.file, reader->error);
}

static bool is_findable(const struct name_key *key)
{
    char first = key->length ? ro_lower(key->text[0]) : '\0';
    return !key->full &&
           ((unsigned char)first >= 0x80 || (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9'));
}

/* A name, and the same at the beginning of a sentence: "al-Qaeda", "Al-Qaeda". "Chad?" is ambiguous. */
static enum readout_status add_name(struct row_reader *reader, uint32_t field, struct slice item,
                                    struct gazetteer_term term)
{
    struct slice name = item;
    if (name.data[name.length - 1] == '?') {
        term.ambiguous = true;
        name.length--;
    }
    struct name_key key = ro_name_key(name, false);
    struct lexicon_row at = ro_row_at(&reader->row, field, item);
    if (!is_findable(&key))
        return ro_lexicon_error(
            &reader->lines, &at, field, reader->error,
            "\"%.*s\" is no name: it begins with a letter or a digit and is at most %d bytes long", RO_TEXT(item),
            RO_LONGEST_KEY);
    enum readout_status status = add_key(reader, field, name, &term, &key);
    if (status == READOUT_OK && key.text[0] >= 'a' && key.text[0] <= 'z') {
        key.text[0] = (char)(key.text[0] - 'a' + 'A');
        status = add_key(reader, field, name, &term, &key);
    }
    return status;
}

static enum readout_status add_names(struct row_reader *reader, uint32_t field, const struct gazetteer_term *term)
{
    enum readout_status status = READOUT_OK;
    struct slice list = ro_field(&reader->row, field), item;
    while (status == READOUT_OK && ro_item_next(&list, &item))
        status = add_name(reader, field, item, *term);
    return status;
}

/* Lines */

static const char *copy_first(struct row_reader *reader, uint32_t field)
{
    struct slice list = reader->row.fields[field], item;
    if (!ro_item_next(&list, &item))
        item = list;
    if (item.length && item.data[item.length - 1] == '?')
        item.length--;
    return ro_strings_copy(&reader->strings, reader->arena, item);
}

static enum readout_status read_country(struct row_reader *reader)
{
    enum { ALPHA3, NAME, OTHERS, ADJECTIVES, PEOPLE, CAPITAL };
    static const struct {
        enum term_kind kind;
        enum entity_type type;
    } fields[] = {[NAME] = {RO_TERM_NAME, RO_COUNTRY},
                  [OTHERS] = {RO_TERM_NAME, RO_COUNTRY},
                  [ADJECTIVES] = {RO_TERM_DEMONYM, RO_COUNTRY},
                  [PEOPLE] = {RO_TERM_PEOPLE, RO_GROUP},
                  [CAPITAL] = {RO_TERM_CAPITAL, RO_PLACE}};
    struct gazetteer *gazetteer = reader->gazetteer;
    enum readout_status status = ro_fields_check(
        &reader->lines, &reader->row, 6, 7,
        "alpha-3 | name | other names | adjectives | people | capital | actor code where it differs",
        reader->error);
    struct gazetteer_term term = {.entry = gazetteer->entry_count++, .length = 1};
    if (status != READOUT_OK)
        return status;
    bool memory = true;
    term.actor = ro_codes_country(gazetteer->codes, reader->row.fields[ALPHA3]);
    term.country = ro_field_copy(&reader->strings, reader->arena, &reader->row, ALPHA3, &memory);
    term.name = copy_first(reader, NAME);
    if (!memory || !term.name)
        return ro_no_room(reader->lines.file, reader->error);
    for (uint32_t field = NAME; field <= CAPITAL && status == READOUT_OK; field++) {
        term.kind = fields[field].kind;
        term.type = fields[field].type;
        status = add_names(reader, field, &term);
    }
    return status;
}

static bool type_named(struct slice name, enum entity_type *type)
{
    static const char *const names[] = {
        [RO_PERSON] = "person", [RO_ORGANIZATION] = "organization", [RO_COUNTRY] = "country", [RO_PLACE] = "place",
        [RO_GROUP] = "group",   [RO_OTHER_ENTITY] = "other"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ro_slice_equal(ro_slice(names[i]), name)) {
            *type = (enum entity_type)i;
            return true;
        }
    return false;
}

static enum readout_status read_organization(struct row_reader *reader)
{
    enum { NAMES, TYPE, COUNTRY, ACTOR };
    struct gazetteer *gazetteer = reader->gazetteer;
    const struct lexicon_row *row = &reader->row;
    enum readout_status status = ro_fields_check(
        &reader->lines, row, 4, 5, "names | type | country or - | actor code or - | example", reader->error);
    struct gazetteer_term term = {.entry = gazetteer->entry_count++, .length = 1};
    if (status == READOUT_OK && !type_named(row->fields[TYPE], &term.type))
        status = ro_lexicon_error(&reader->lines, row, TYPE, reader->error,
                                  "no type \"%.*s\"; write person, organization, country, place, group or other",
                                  RO_TEXT(row->fields[TYPE]));
    if (status == READOUT_OK)
        status = ro_codes_check(gazetteer->codes, &reader->lines, row, COUNTRY, ACTOR, reader->error);
    if (status != READOUT_OK)
        return status;
    bool memory = true;
    term.name = copy_first(reader, NAMES);
    term.country = ro_field_copy(&reader->strings, reader->arena, row, COUNTRY, &memory);
    term.actor = ro_field_copy(&reader->strings, reader->arena, row, ACTOR, &memory);
    if (!memory || !term.name)
        return ro_no_room(reader->lines.file, reader->error);
    return add_names(reader, NAMES, &term);
}

/* Files */

static enum readout_status read_file(struct row_reader *reader, const struct lexicon_file *file,
                                     enum readout_status read_row(struct row_reader *))
{
    enum readout_status status = READOUT_OK;
    ro_lexicon_start(&reader->lines, file);
    while (status == READOUT_OK && ro_lexicon_next(&reader->lines, &reader->row))
        status = read_row(reader);
    return status;
}

/* Put every name in capitals beside those that are there. */
static bool add_capitals(struct gazetteer *gazetteer, struct arena *arena)
{
    for (uint32_t term = 0; term < gazetteer->term_count; term++) {
        struct name_key key = gazetteer->keys[term];
        for (uint32_t i = 0; i < key.length; i++)
            if (key.text[i] >= 'a' && key.text[i] <= 'z')
                key.text[i] = (char)(key.text[i] - 'a' + 'A');
        uint32_t *place = ro_phrases_put(&gazetteer->phrases, arena, &key);
        if (!place)
            return false;
        if (*place == RO_NONE)
            *place = term;
    }
    return true;
}

enum readout_status ro_gazetteer_read(struct arena *arena, const struct gazetteer_files *files,
                                      const struct codes *codes, const struct gazetteer **out,
                                      struct readout_error *error)
{
    struct gazetteer *gazetteer = ro_arena_alloc(arena, 1, sizeof *gazetteer);
    struct row_reader reader = {.gazetteer = gazetteer, .arena = arena, .error = error};
    *out = gazetteer;
    if (!gazetteer)
        return ro_no_room(files->countries, error);
    gazetteer->codes = codes;
    enum readout_status status = read_file(&reader, files->countries, read_country);
    if (status == READOUT_OK)
        status = read_file(&reader, files->organizations, read_organization);
    for (size_t i = 0; i < files->own_count && status == READOUT_OK; i++) {
        gazetteer->first_entry = gazetteer->entry_count;
        status = read_file(&reader, &files->own[i], read_organization);
    }
    if (status == READOUT_OK && !add_capitals(gazetteer, arena))
        status = ro_no_room(files->countries, error);
    return status;
}

/* Looking up */

struct gazetteer_term ro_gazetteer_find(const struct gazetteer *gazetteer, const struct document *document,
                                        uint32_t word)
{
    struct phrase_match match = ro_phrases_find(&gazetteer->phrases, document, word, false);
    if (match.value == RO_NONE)
        return (struct gazetteer_term){0};
    struct gazetteer_term term = gazetteer->terms[match.value];
    term.length = match.length;
    return term;
}

struct gazetteer_term ro_gazetteer_named(const struct gazetteer *gazetteer, struct slice name)
{
    static const struct slice article = RO_SLICE("the ");
    if (ro_begins_with(name, article.data))
        name = (struct slice){name.data + article.length, name.length - article.length};
    struct name_key key = ro_name_key(name, false);
    uint32_t found = ro_phrases_get(&gazetteer->phrases, &key);
    return found == RO_NONE ? (struct gazetteer_term){0} : gazetteer->terms[found];
}

const char *ro_gazetteer_country_code(const struct gazetteer *gazetteer, const char *alpha3)
{
    return ro_codes_country(gazetteer->codes, ro_slice(alpha3));
}
