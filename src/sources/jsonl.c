/* jsonl.c: JSON Lines: each line a document, as article.c reads it. A line that cannot be read, or is longer
 * than the limit, is a failure with its number; the next ones still come. */
#include <inttypes.h>

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

static bool fail(struct reading *reading, struct source_item *item, enum readout_status status, const char *why)
{
    return ro_source_fail(
        item, ro_error_set(&item->error, status, "%s:%" PRIu64 ": %s", reading->stream.name, reading->line, why));
}

/* "news.jsonl:12", which outlives the reading. */
static const char *place_of(const struct reading *reading, struct arena *arena)
{
    size_t room = strlen(reading->stream.name) + sizeof ":18446744073709551615";
    char *place = ro_arena_alloc(arena, room, 1);
    if (place)
        snprintf(place, room, "%s:%" PRIu64, reading->stream.name, reading->line);
    return place;
}

static bool take_article(struct reading *reading, struct source_item *item, struct slice line)
{
    struct readout_error error;
    item->place = place_of(reading, &item->arena);
    if (!item->place)
        return fail(reading, item, READOUT_NO_MEMORY, "no memory for the line");
    char *json = (char *)line.data; /* the stream has done with it */
    enum readout_status status = ro_article_read(json, line.length, &reading->scratch, item, &error);
    if (status != READOUT_OK)
        return fail(reading, item, status, error.message);
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
        return fail(reading, item, status, "the line is longer than --max-document; split it or raise the limit");
    if (status != READOUT_OK)
        return ro_source_fail(item, status);
    if (reading->line == 1 && is_utf16(line)) {
        ro_stream_stop(&reading->stream);
        return fail(reading, item, READOUT_BAD_TEXT, "UTF-16, but JSON Lines are UTF-8; convert it with iconv");
    }
    return take_article(reading, item, line);
}
