/* first_names.c: reads lexicon/first-names.txt into a table. */
#include "names/first_names.h"

#include "base/table.h"
#include "names/fields.h"
#include "names/keys.h"

struct first_names {
    struct table genders;
    struct strings strings;
};

static bool next_name(struct slice *list, struct slice *name)
{
    while (list->length && *list->data == ' ')
        *list = (struct slice){list->data + 1, list->length - 1};
    const char *end = memchr(list->data, ' ', list->length);
    *name = (struct slice){list->data, end ? (size_t)(end - list->data) : list->length};
    *list = (struct slice){list->data + name->length, list->length - name->length};
    return name->length > 0;
}

static enum readout_status read_row(struct first_names *names, struct arena *arena,
                                    const struct lexicon_reader *reader, const struct lexicon_row *row,
                                    struct readout_error *error)
{
    struct slice gender = row->fields[0], list = row->fields[1], name;
    enum readout_status status = ro_fields_check(reader, row, 2, 2, "m or f | names", error);
    if (status != READOUT_OK)
        return status;
    if (gender.length != 1 || (*gender.data != 'm' && *gender.data != 'f'))
        return ro_lexicon_error(reader, row, 0, error, "no gender \"%.*s\"; write m or f", RO_TEXT(gender));
    while (next_name(&list, &name)) {
        struct name_key key = ro_name_key(name, true);
        const char *own = ro_strings_copy(&names->strings, arena, ro_name_key_slice(&key));
        uint32_t had = names->genders.count;
        struct lexicon_row at = ro_row_at(row, 1, name);
        if (!own || ro_table_put(&names->genders, arena, (struct slice){own, key.length},
                                 (unsigned char)*gender.data) == RO_TABLE_NONE)
            return ro_no_room(reader->file, error);
        if (names->genders.count == had)
            return ro_lexicon_error(reader, &at, 1, error, "\"%.*s\" stands here twice; leave one out",
                                    RO_TEXT(name));
    }
    return READOUT_OK;
}

enum readout_status ro_first_names_read(struct arena *arena, const struct lexicon_file *file,
                                        const struct first_names **out, struct readout_error *error)
{
    struct first_names *names = ro_arena_alloc(arena, 1, sizeof *names);
    enum readout_status status = READOUT_OK;
    struct lexicon_reader reader;
    struct lexicon_row row;
    *out = names;
    if (!names)
        return ro_no_room(file, error);
    ro_lexicon_start(&reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_row(names, arena, &reader, &row, error);
    return status;
}

char ro_first_name_gender(const struct first_names *names, struct slice name)
{
    struct name_key key = ro_name_key(name, true);
    uint32_t gender = ro_table_get(&names->genders, ro_name_key_slice(&key));
    const char *end = memchr(key.text, ' ', key.length);
    if (gender == RO_TABLE_NONE && end)
        gender = ro_table_get(&names->genders, (struct slice){key.text, (size_t)(end - key.text)});
    return gender == RO_TABLE_NONE ? '\0' : (char)gender;
}
