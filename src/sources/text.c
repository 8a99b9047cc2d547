/* text.c: a file that is one text: "hanoi.txt" -> a document with the id "hanoi". */
#include "sources/form.h"

/* "news/hanoi.txt" -> "hanoi"; a name that only begins with a dot has no suffix. */
static struct slice name_without_suffix(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return (struct slice){name, dot && dot != name ? (size_t)(dot - name) : strlen(name)};
}

static bool take_text(struct reading *reading, struct source_item *item, struct slice text)
{
    const struct source_settings *settings = reading->settings;
    item->place = ro_arena_copy(&item->arena, ro_slice(reading->stream.name));
    item->text = ro_arena_copy(&item->arena, text);
    item->length = text.length;
    item->meta.published = settings->published;
    item->meta.id = settings->id;
    if (!settings->id && reading->path)
        item->meta.id = ro_arena_copy(&item->arena, name_without_suffix(reading->path));
    return item->place && item->text && (item->meta.id || !reading->path);
}

bool ro_text_next(struct reading *reading, struct source_item *item)
{
    if (reading->line)
        return false;
    reading->line = 1;
    struct slice text;
    enum readout_status status = ro_stream_take_all(&reading->stream, &text, &item->error);
    if (status != READOUT_OK)
        return ro_source_fail(item, status);
    if (!take_text(reading, item, text))
        return ro_source_fail(item, ro_error_set(&item->error, READOUT_NO_MEMORY, "%s: no memory for its %zu bytes",
                                                 reading->stream.name, text.length));
    return true;
}
