/* lexicon.c: lines of fields between bars. */
#include "base/lexicon.h"

#include <stdarg.h>
#include <utf8proc.h>

enum readout_status ro_lexicon_check(const struct lexicon_file *file, struct readout_error *error)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)file->text.data;
    utf8proc_int32_t code;
    unsigned line = 1, column = 1;
    for (size_t at = 0; at < file->text.length;) {
        utf8proc_ssize_t size = 1;
        code = bytes[at];
        if (code >= 0x80)
            size = utf8proc_iterate(bytes + at, (utf8proc_ssize_t)(file->text.length - at), &code);
        if (size <= 0)
            return ro_error_set(error, READOUT_BAD_LEXICON, "%s:%u:%u: this is no UTF-8; save the file as UTF-8",
                                file->name, line, column);
        line += code == '\n';
        column = code == '\n' ? 1 : column + (unsigned)size;
        at += (size_t)size;
    }
    return READOUT_OK;
}

void ro_lexicon_start(struct lexicon_reader *reader, const struct lexicon_file *file)
{
    *reader = (struct lexicon_reader){.file = file};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static struct slice trim(struct slice s)
{
    while (s.length && is_blank(s.data[0]))
        s = (struct slice){s.data + 1, s.length - 1};
    while (s.length && is_blank(s.data[s.length - 1]))
        s.length--;
    return s;
}

static struct slice take_line(struct lexicon_reader *reader)
{
    struct slice rest = {reader->file->text.data + reader->next, reader->file->text.length - reader->next};
    const char *end = memchr(rest.data, '\n', rest.length);
    struct slice line = {rest.data, end ? (size_t)(end - rest.data) : rest.length};
    reader->next += line.length + (end != NULL);
    reader->line++;
    return line;
}

static void cut(struct slice line, struct lexicon_row *row)
{
    struct slice rest = line;
    row->field_count = 0;
    for (bool more = true; more;) {
        const char *bar = row->field_count + 1 < RO_LEXICON_FIELDS ? memchr(rest.data, '|', rest.length) : NULL;
        struct slice field = trim((struct slice){rest.data, bar ? (size_t)(bar - rest.data) : rest.length});
        row->fields[row->field_count] = field;
        row->columns[row->field_count++] = (uint32_t)(field.data - line.data) + 1;
        more = bar != NULL;
        if (more)
            rest = (struct slice){bar + 1, rest.length - (size_t)(bar + 1 - rest.data)};
    }
}

bool ro_lexicon_next(struct lexicon_reader *reader, struct lexicon_row *row)
{
    while (reader->next < reader->file->text.length) {
        struct slice line = take_line(reader);
        struct slice content = trim(line);
        if (content.length == 0 || content.data[0] == '#')
            continue;
        cut(line, row);
        return true;
    }
    return false;
}

enum readout_status ro_lexicon_error(const struct lexicon_reader *reader, const struct lexicon_row *row,
                                     uint32_t field, struct readout_error *error, const char *format, ...)
{
    char what[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    uint32_t column = field < row->field_count ? row->columns[field] : 1;
    return ro_error_set(error, READOUT_BAD_LEXICON, "%s:%u:%u: %s", reader->file->name, (unsigned)reader->line,
                        (unsigned)column, what);
}
