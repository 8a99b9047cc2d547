/* fields.c: lists in fields. */
#include "names/fields.h"

static struct slice without_blanks(struct slice text)
{
    while (text.length && *text.data == ' ')
        text = (struct slice){text.data + 1, text.length - 1};
    while (text.length && text.data[text.length - 1] == ' ')
        text.length--;
    return text;
}

bool ro_item_next(struct slice *list, struct slice *item)
{
    *item = (struct slice){0};
    while (list->length && !item->length) {
        const char *end = memchr(list->data, ';', list->length);
        size_t length = end ? (size_t)(end - list->data) : list->length;
        *item = without_blanks((struct slice){list->data, length});
        length += end != NULL;
        *list = (struct slice){list->data + length, list->length - length};
    }
    return item->length > 0;
}

struct slice ro_field(const struct lexicon_row *row, uint32_t field)
{
    struct slice text = field < row->field_count ? row->fields[field] : (struct slice){0};
    return ro_slice_equal(text, RO_SLICE("-")) ? (struct slice){text.data, 0} : text;
}

const char *ro_field_copy(struct strings *strings, struct arena *arena, const struct lexicon_row *row,
                          uint32_t field, bool *memory)
{
    struct slice text = ro_field(row, field);
    const char *copy = text.length ? ro_strings_copy(strings, arena, text) : NULL;
    *memory = *memory && (copy || !text.length);
    return copy;
}

struct lexicon_row ro_row_at(const struct lexicon_row *row, uint32_t field, struct slice item)
{
    struct lexicon_row at = *row;
    at.columns[field] += (uint32_t)(item.data - row->fields[field].data);
    return at;
}

enum readout_status ro_fields_check(const struct lexicon_reader *reader, const struct lexicon_row *row,
                                    uint32_t least, uint32_t most, const char *format, struct readout_error *error)
{
    uint32_t count = row->field_count;
    if (count < least || count > most)
        return ro_lexicon_error(reader, row, 0, error, "%u %s; write %s", (unsigned)count,
                                count == 1 ? "field" : "fields", format);
    for (uint32_t field = 0; field < 2; field++)
        if (!row->fields[field].length)
            return ro_lexicon_error(reader, row, field, error, "nothing stands here; write %s", format);
    return READOUT_OK;
}

enum readout_status ro_no_room(const struct lexicon_file *file, struct readout_error *error)
{
    return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
}
