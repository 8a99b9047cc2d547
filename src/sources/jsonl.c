/* jsonl.c: JSON Lines: each line a document, as article.c reads it. A line that cannot be read, or is longer
 * than the limit, is a failure with its number; the next ones still come. */
#include "sources/article.h"
#include "sources/form.h"

static struct slice without_mark(struct slice line)
{
    static const struct slice mark = RO_SLICE("\xEF\xBB\xBF");
    if (line.length >= mark.length && memcmp(line.data, mark.data, mark.length) == 0)
        line = (struct slice){line.data + mark.length, line.length - mark.length};
    return line;
}

static bool is_utf16(struct slice line)
{
    return line.length >= 2 && (memcmp(line.data, "\xFF\xFE", 2) == 0 || memcmp(line.data, "\xFE\xFF", 2) == 0);
}

static bool is_blank(struct slice line)
{
    size_t at = 0;
    while (at < line.length && (line.data[at] == ' ' || line.data[at] == '\t' || line.data[at] == '\r'))
        at++;
    return at == line.length;
}

static bool take_article(struct reading *reading, struct source_item *item, struct slice line)
{
    struct readout_error error;
    item->place = ro_reading_place(reading, &item->arena);
    if (!item->place)
        return ro_reading_fail(reading, item, READOUT_NO_MEMORY, "no memory for the line");
    char *json = (char *)line.data; /* the stream has done with it */
    enum readout_status status = ro_article_read(json, line.length, &reading->scratch, item, &error);
    if (status != READOUT_OK)
        return ro_reading_fail(reading, item, status, error.message);
    if (!item->meta.id)
        item->meta.id = reading->settings->id;
    if (!item->meta.published)
        item->meta.published = reading->settings->published;
    return true;
}

bool ro_jsonl_next(struct reading *reading, struct source_item *item)
{
    struct slice line = {0};
    enum readout_status status;
    do {
        status = ro_stream_take_line(&reading->stream, &line, &item->error);
        if (status == READOUT_OK && !line.data)
            return false;
        if (reading->line++ == 0 && status == READOUT_OK)
            line = without_mark(line);
    } while (status == READOUT_OK && is_blank(line));
    if (status == READOUT_TOO_LARGE)
        return ro_reading_fail(reading, item, status,
                               "the line is longer than --max-document; split it or raise the limit");
    if (status != READOUT_OK)
        return ro_source_fail(item, status);
    if (reading->line == 1 && is_utf16(line)) {
        ro_stream_stop(&reading->stream);
        return ro_reading_fail(reading, item, READOUT_BAD_TEXT,
                               "UTF-16, but JSON Lines are UTF-8; convert it with iconv");
    }
    return take_article(reading, item, line);
}
