/* xml.c: PETRARCH's XML, read by Expat as it comes: each <Sentence> is a document, its <Parse> is passed over.
 *
 *     <Sentences>
 *     <Sentence date="20190301" id="AP-7_3" source="AP" sentence="True">
 *     <Text>We agree, Moon said.</Text>
 *     <Parse>(ROOT ...)</Parse>
 *     </Sentence>
 *     </Sentences>
 *
 * After XML that is damaged nothing more comes. */
#include <expat.h>
#include <inttypes.h>
#include <strings.h>

#include "base/date.h"
#include "sources/form.h"

enum { CHUNK = 4096, DATE = 8 /* digits: YYYYMMDD */ };

/* The text of a sentence, as it comes. */
struct text {
    char *data;
    size_t length, room;
    bool none;  /* no memory */
    bool large; /* over the limit: what was taken is dropped */
};

/* A document or failure that waits to be asked for: a chunk may hold several. */
struct waiting {
    struct waiting *next;
    struct source_item item;
};

struct xml {
    XML_Parser parser;
    struct reading *reading;
    struct waiting *first, **last;
    struct waiting *open; /* the <Sentence> that is read; NULL: none */
    struct text text;     /* of its <Text> */
    bool begun;           /* the root was seen */
    bool taking;          /* a <Text> is open */
    bool ended;           /* nothing more is read */
    bool none;            /* no memory for what waits: a failure for when that is asked for */
};

/* What is met */

static void line_up(struct xml *xml, struct waiting *waiting)
{
    *xml->last = waiting;
    xml->last = &waiting->next;
}

static struct waiting *new_waiting(struct xml *xml)
{
    struct waiting *waiting = calloc(1, sizeof *waiting);
    xml->none |= !waiting;
    if (waiting)
        ro_arena_init(&waiting->item.arena);
    return waiting;
}

static void fail(const struct xml *xml, struct source_item *item, enum readout_status status, const char *why)
{
    ro_reading_fail(xml->reading, item, status, why);
}

static uint64_t line_of(const struct xml *xml)
{
    return (uint64_t)XML_GetCurrentLineNumber(xml->parser);
}

/* A failure after which nothing more comes. */
static void fail_all(struct xml *xml, const struct readout_error *error)
{
    struct waiting *waiting = xml->ended ? NULL : new_waiting(xml);
    xml->ended = true;
    if (!waiting)
        return;
    waiting->item.error = *error;
    ro_source_fail(&waiting->item, error->status);
    line_up(xml, waiting);
}

static void fail_form(struct xml *xml)
{
    struct readout_error error;
    ro_error_set(
        &error, READOUT_BAD_TEXT,
        "%s:%" PRIu64
        ": no PETRARCH XML, which has each <Sentence> with its <Text> in <Sentences>; give the text itself",
        xml->reading->stream.name, line_of(xml));
    fail_all(xml, &error);
}

/* What Expat says is wrong. */
static void fail_xml(struct xml *xml)
{
    struct readout_error error;
    enum XML_Error code = XML_GetErrorCode(xml->parser);
    const char *name = xml->reading->stream.name;
    if (code == XML_ERROR_NO_MEMORY) {
        ro_error_set(&error, READOUT_NO_MEMORY, "%s: no memory to read it", name);
    } else if (xml->begun) {
        ro_error_set(&error, READOUT_BAD_TEXT, "%s:%" PRIu64 ": not valid XML: %s; what follows is not read", name,
                     line_of(xml), XML_ErrorString(code));
    } else {
        fail_form(xml);
        return;
    }
    fail_all(xml, &error);
}

/* A sentence's attributes */

static bool is_named(const char *own, const char *name)
{
    return strcmp(own, name) == 0;
}

/* A copy in the open sentence's arena; NULL where there is none. Attributes are pairs of a name and a value. */
static const char *attribute(struct xml *xml, const char **attributes, const char *name)
{
    while (*attributes && !is_named(attributes[0], name))
        attributes += 2;
    if (!*attributes || !*attributes[1])
        return NULL;
    const char *copy = ro_arena_copy(&xml->open->item.arena, ro_slice(attributes[1]));
    xml->text.none |= !copy;
    return copy;
}

/* "20190301" -> "2019-03-01"; another date as it is. */
static const char *take_date(struct xml *xml, const char **attributes)
{
    const char *date = attribute(xml, attributes, "date");
    if (!date || strlen(date) != DATE)
        return date;
    char *full = ro_arena_alloc(&xml->open->item.arena, sizeof "YYYY-MM-DD", 1);
    xml->text.none |= !full;
    if (full)
        snprintf(full, sizeof "YYYY-MM-DD", "%.4s-%.2s-%.2s", date, date + 4, date + 6);
    return full;
}

static void begin_sentence(struct xml *xml, const char **attributes)
{
    const struct source_settings *settings = xml->reading->settings;
    xml->open = new_waiting(xml);
    if (!xml->open)
        return;
    xml->text.length = 0;
    xml->text.none = xml->text.large = false;
    const char *sentence = attribute(xml, attributes, "sentence");
    const char *date = take_date(xml, attributes), *id = attribute(xml, attributes, "id");
    xml->reading->line = line_of(xml);
    xml->open->item.meta = (struct readout_meta){.id = id ? id : settings->id,
                                                 .uri = attribute(xml, attributes, "url"),
                                                 .publisher = attribute(xml, attributes, "source"),
                                                 .published = date ? date : settings->published,
                                                 .sentence = sentence && strcasecmp(sentence, "true") == 0};
}

/* Its text */

static void take_text(void *user, const char *value, int count)
{
    struct xml *xml = user;
    struct text *text = &xml->text;
    size_t length = (size_t)count, limit = xml->reading->settings->limit;
    text->large |= xml->taking && length > limit - text->length;
    if (!xml->taking || text->none || text->large)
        return;
    if (text->room - text->length < length) {
        char *larger = realloc(text->data, 2 * text->room + length);
        text->none |= !larger;
        if (!larger)
            return;
        text->data = larger;
        text->room = 2 * text->room + length;
    }
    memcpy(text->data + text->length, value, length);
    text->length += length;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Without the blanks around it; of one sentence a line's end is a blank, too. */
static void tidy(struct text *text, bool sentence)
{
    size_t begin = 0, length = 0;
    while (begin < text->length && is_blank(text->data[begin]))
        begin++;
    while (text->length > begin && is_blank(text->data[text->length - 1]))
        text->length--;
    for (size_t at = begin; at < text->length; at++) {
        bool blank = sentence && is_blank(text->data[at]);
        if (!blank || !is_blank(text->data[length - 1]))
            text->data[length++] = blank ? ' ' : text->data[at];
    }
    text->length = length;
}

static void complete(struct xml *xml, struct source_item *item)
{
    struct text *text = &xml->text;
    if (text->large) {
        fail(xml, item, READOUT_TOO_LARGE, "the text is longer than --max-document; split it or raise the limit");
        return;
    }
    if (item->meta.published && !ro_date_is(item->meta.published)) {
        fail(xml, item, READOUT_BAD_TEXT, "its date is none; write YYYYMMDD");
        return;
    }
    tidy(text, item->meta.sentence);
    if (!text->length && !text->none) {
        fail(xml, item, READOUT_BAD_TEXT, "no <Text>; give the sentence one, or remove it");
        return;
    }
    item->text = text->none ? NULL : ro_arena_copy(&item->arena, (struct slice){text->data, text->length});
    item->length = text->length;
    item->place = ro_reading_place(xml->reading, &item->arena);
    if (!item->text || !item->place)
        fail(xml, item, READOUT_NO_MEMORY, "no memory for the sentence");
}

static void end_sentence(struct xml *xml)
{
    complete(xml, &xml->open->item);
    line_up(xml, xml->open);
    xml->open = NULL;
}

/* Elements */

static void begin_element(void *user, const char *name, const char **attributes)
{
    struct xml *xml = user;
    bool sentence = is_named(name, "Sentence");
    if (xml->ended)
        return;
    if (!xml->begun && !sentence && !is_named(name, "Sentences")) {
        fail_form(xml);
        return;
    }
    xml->begun = true;
    if (sentence && !xml->open)
        begin_sentence(xml, attributes);
    xml->taking = xml->open && is_named(name, "Text");
}

static void end_element(void *user, const char *name)
{
    struct xml *xml = user;
    xml->taking = false;
    if (xml->open && !xml->ended && is_named(name, "Sentence"))
        end_sentence(xml);
}

/* Files */

static struct xml *open_xml(struct reading *reading)
{
    struct xml *xml = calloc(1, sizeof *xml);
    if (!xml)
        return NULL;
    xml->reading = reading;
    xml->last = &xml->first;
    xml->parser = XML_ParserCreate(NULL);
    if (!xml->parser) {
        free(xml);
        return NULL;
    }
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, begin_element, end_element);
    XML_SetCharacterDataHandler(xml->parser, take_text);
    return xml;
}

static void free_waiting(struct waiting *waiting)
{
    if (waiting)
        ro_source_item_release(&waiting->item);
    free(waiting);
}

void ro_xml_close(struct reading *reading)
{
    struct xml *xml = reading->own;
    reading->own = NULL;
    if (!xml)
        return;
    while (xml->first) {
        struct waiting *waiting = xml->first;
        xml->first = waiting->next;
        free_waiting(waiting);
    }
    free_waiting(xml->open);
    XML_ParserFree(xml->parser);
    free(xml->text.data);
    free(xml);
}

/* Read on until something waits or the file ends. */
static void read_on(struct xml *xml)
{
    char bytes[CHUNK];
    struct readout_error error;
    size_t taken = 1;
    while (!xml->first && !xml->ended && !xml->none && taken) {
        if (ro_stream_take_some(&xml->reading->stream, bytes, sizeof bytes, &taken, &error) != READOUT_OK) {
            fail_all(xml, &error);
            return;
        }
        if (XML_Parse(xml->parser, bytes, (int)taken, taken == 0) == XML_STATUS_ERROR)
            fail_xml(xml);
    }
    xml->ended |= !taken;
}

static bool no_memory(const struct reading *reading, struct source_item *item)
{
    return ro_source_fail(
        item, ro_error_set(&item->error, READOUT_NO_MEMORY, "%s: no memory to read it", reading->stream.name));
}

bool ro_xml_next(struct reading *reading, struct source_item *item)
{
    if (!reading->own)
        reading->own = open_xml(reading);
    struct xml *xml = reading->own;
    if (!xml) {
        ro_stream_stop(&reading->stream);
        return !reading->line++ && no_memory(reading, item);
    }
    read_on(xml);
    struct waiting *waiting = xml->first;
    if (!waiting && xml->none) {
        xml->none = false;
        xml->ended = true;
        return no_memory(reading, item);
    }
    if (!waiting)
        return false;
    ro_source_item_release(item);
    *item = waiting->item;
    xml->first = waiting->next;
    if (!xml->first)
        xml->last = &xml->first;
    free(waiting);
    return true;
}
