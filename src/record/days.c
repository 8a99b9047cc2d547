/* days.c: tables of events: the rows of a record, or of many of which events become one row a day.
 *
 * Two events of the same date, source, target and code are one row: that of the first, with the ids of the sentences, the URLs
 * and the sources of the others behind its own, and with their issues counted in. Memory is that of the rows. */
#include <inttypes.h>

#include "record/event_row.h"
#include "record/output.h"

enum { IDS, URLS, SOURCES, JOINED };

struct issue_count {
    const char *name;
    uint32_t count;
};

struct values {
    struct slice *values;
    uint32_t count;
};

/* A row that may get more. */
struct entry {
    struct slice fields[RO_ROW_FIELDS];
    struct values joined[JOINED];
    struct issue_count *issues;
    uint32_t field_count, issue_count;
    uint32_t document, sentence; /* of the event that came last */
};

struct readout_days {
    const struct event_form *form;
    struct readout_writing writing;
    bool joins; /* events become one row */
    struct arena arena;
    struct arena scratch; /* for one key */
    struct row story;     /* of the document, as its form has it */
    struct row row;       /* the event that is added */
    struct entry **entries;
    struct table keys; /* to their places in entries */
    uint32_t count, documents;
    bool failed; /* no memory */
};

/* Adding */

static struct slice keep(struct readout_days *days, struct slice text)
{
    const char *own = text.length ? ro_arena_copy(&days->arena, text) : "";
    days->failed |= !own;
    return (struct slice){own ? own : "", own ? text.length : 0};
}

/* The columns that make events one row, as one string, which lasts until the next is asked for. */
static struct slice key_of(struct readout_days *days)
{
    size_t length = 0, at = 0;
    for (uint32_t i = 0; i < days->form->key_count; i++)
        length += ro_row_field(&days->row, days->form->keys[i]).length + 1;
    ro_arena_clear(&days->scratch);
    char *key = ro_arena_alloc(&days->scratch, length, 1);
    days->failed |= !key;
    for (uint32_t i = 0; key && i < days->form->key_count; i++) {
        struct slice part = ro_row_field(&days->row, days->form->keys[i]);
        if (part.length)
            memcpy(key + at, part.data, part.length);
        at += part.length + 1; /* a NUL ends it */
    }
    return (struct slice){key, key ? length : 0};
}

/* Which of the columns that are joined a column is, or JOINED. */
static int joined_column(const struct event_form *form, uint32_t column)
{
    const uint32_t columns[JOINED] = {[IDS] = form->ids, [URLS] = form->urls, [SOURCES] = form->sources};
    int joined = 0;
    while (joined < JOINED && columns[joined] != column)
        joined++;
    return joined;
}

static void join(struct readout_days *days, struct values *values, struct slice value)
{
    struct slice *added = value.length ? ro_arena_push(&days->arena, values->values, values->count) : NULL;
    days->failed |= value.length && !added;
    if (added)
        *added = keep(days, value);
}

static void count_issue(struct readout_days *days, struct entry *entry, const struct issue *issue)
{
    uint32_t i = 0;
    while (i < entry->issue_count && strcmp(entry->issues[i].name, issue->name) != 0)
        i++;
    if (i == entry->issue_count) {
        struct issue_count *added = ro_arena_push(&days->arena, entry->issues, entry->issue_count);
        days->failed |= !added;
        if (!added)
            return;
        added->name = issue->name;
    }
    entry->issues[i].count += issue->count;
}

/* Count the issues of the event's sentence in. */
static void count_issues(struct readout_days *days, struct entry *entry, const struct event_row *event)
{
    const struct document *document = event->document;
    uint32_t low = 0, high = document->issue_count, sentence = event->event->sentence;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->issues[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < document->issue_count && document->issues[low].sentence == sentence; low++)
        count_issue(days, entry, &document->issues[low]);
}

/* Take what is joined of the row: all of it from another document, the sentence from another sentence of the same. */
static void take_joined(struct readout_days *days, struct entry *entry, const struct event_row *event)
{
    bool other = entry->document != days->documents;
    if (!other && entry->sentence == event->event->sentence)
        return;
    for (uint32_t column = 0; column < days->row.count; column++) {
        int joined = joined_column(days->form, column);
        if (joined == IDS || (joined < JOINED && other))
            join(days, &entry->joined[joined], ro_row_field(&days->row, column));
    }
    if (days->form->issues != RO_NONE)
        count_issues(days, entry, event);
    entry->document = days->documents;
    entry->sentence = event->event->sentence;
}

static struct entry *new_entry(struct readout_days *days)
{
    struct entry **added = ro_arena_push(&days->arena, days->entries, days->count);
    struct entry *entry = added ? ro_arena_alloc(&days->arena, 1, sizeof *entry) : NULL;
    if (!entry) {
        days->count -= added != NULL;
        days->failed = true;
        return NULL;
    }
    *added = entry;
    entry->field_count = days->row.count;
    for (uint32_t column = 0; column < days->row.count; column++)
        if (joined_column(days->form, column) == JOINED)
            entry->fields[column] = keep(days, ro_row_field(&days->row, column));
    return entry;
}

static void add_row(struct readout_days *days, const struct event_row *event)
{
    ro_row_clear(&days->row);
    days->form->fill(&days->row, event);
    days->failed |= days->row.failed || days->story.failed;
    if (days->failed)
        return;
    struct slice key = days->joins ? key_of(days) : (struct slice){0};
    uint32_t place = days->joins ? ro_table_get(&days->keys, key) : RO_TABLE_NONE;
    struct entry *entry = place == RO_TABLE_NONE ? new_entry(days) : days->entries[place];
    if (entry && days->joins && place == RO_TABLE_NONE)
        days->failed |= ro_table_put(&days->keys, &days->arena, keep(days, key), days->count - 1) == RO_TABLE_NONE;
    if (entry)
        take_joined(days, entry, event);
}

/* Whether a pair of parties, of which one may be missing, makes a row. */
static bool is_row(enum event_pairs pairs, const struct actor *source, const struct actor *target)
{
    if (pairs == RO_PAIRS)
        return true;
    if (!source || !target || source->entity == RO_NONE || target->entity == RO_NONE)
        return false;
    return pairs == RO_DYADS || (source->code && target->code);
}

static void add_pairs(struct readout_days *days, struct event_row *event)
{
    const struct event *own = event->event;
    uint32_t sources = own->source_count ? own->source_count : 1,
             targets = own->target_count ? own->target_count : 1;
    for (uint32_t i = 0; i < sources * targets && !days->failed; i++) {
        event->source = own->source_count ? &own->sources[i / targets] : NULL;
        event->target = own->target_count ? &own->targets[i % targets] : NULL;
        if (!is_row(days->form->pairs, event->source, event->target))
            continue;
        add_row(days, event);
        event->pair++;
    }
}

static bool is_root(const struct event *event, const char *root)
{
    return strncmp(event->cameo, root, strlen(root)) == 0;
}

/* Whether an event happened. An intention (CAMEO 03) did where what is intended is planned, an appeal or demand (02, 10) where what
 * is wanted is demanded. */
static bool has_happened(const struct event *event)
{
    bool intention = event->modality == RO_PLANNED && is_root(event, "03");
    bool wish = event->modality == RO_DEMANDED && (is_root(event, "02") || is_root(event, "10"));
    bool own = event->by_dictionary || event->modality == RO_ASSERTED;
    return event->polarity == RO_POSITIVE && (own || intention || wish);
}

/* Whether it stands in the table: one that did not happen has no place where no column says so. */
static bool is_told(const struct event_form *form, const struct event *event)
{
    if (form->plover && !event->plover_event)
        return false;
    return form->everything || has_happened(event);
}

static void add_record(struct readout_days *days, const struct readout_record *record)
{
    const struct document *document = &record->document;
    days->documents++;
    ro_row_clear(&days->story);
    for (uint32_t i = 0; i < document->event_count && !days->failed; i++) {
        struct event_row event = {.record = record,
                                  .document = document,
                                  .writing = &days->writing,
                                  .event = &document->events[i],
                                  .story = &days->story,
                                  .index = i};
        if (!is_told(days->form, event.event))
            continue;
        if (days->form->pairs == RO_WHOLE)
            add_row(days, &event);
        else
            add_pairs(days, &event);
    }
}

/* Writing */

struct days_writing {
    const struct event_form *form;
    struct output *output;
    bool started; /* a field stands on this line */
};

static void put(struct days_writing *writing, const char *string)
{
    ro_output_add(writing->output, string, strlen(string));
}

/* Without what would end a field or a line. */
static void put_text(struct days_writing *writing, struct slice text)
{
    size_t from = 0;
    for (size_t at = 0; at < text.length; at++) {
        unsigned char c = (unsigned char)text.data[at];
        bool quote = writing->form->csv && c == '"', control = c < ' ';
        if (!quote && !control)
            continue;
        ro_output_add(writing->output, text.data + from, at - from);
        put(writing, quote ? "\"\"" : " ");
        from = at + 1;
    }
    ro_output_add(writing->output, text.data + from, text.length - from);
}

static void put_values(struct days_writing *writing, const struct values *values)
{
    for (uint32_t i = 0; i < values->count; i++) {
        put(writing, i == 0 ? "" : writing->form->csv ? " | " : ";");
        put_text(writing, values->values[i]);
    }
}

/* "OIL,2;ELECTIONS,1" */
static void put_issues(struct days_writing *writing, const struct entry *entry)
{
    char count[24];
    for (uint32_t i = 0; i < entry->issue_count; i++) {
        snprintf(count, sizeof count, ",%" PRIu32, entry->issues[i].count);
        put(writing, i > 0 ? ";" : "");
        put_text(writing, ro_slice(entry->issues[i].name));
        put(writing, count);
    }
}

static bool is_empty(const struct entry *entry, int joined)
{
    return joined < JOINED && entry->joined[joined].count == 0;
}

static void put_field(struct days_writing *writing, const struct entry *entry, uint32_t column)
{
    const struct event_form *form = writing->form;
    int joined = joined_column(form, column);
    if (column == form->optional && is_empty(entry, joined))
        return;
    const char *quote = form->csv && !(form->numbers >> column & 1) ? "\"" : "";
    put(writing, !writing->started ? "" : form->csv ? "," : "\t");
    put(writing, quote);
    if (column == form->issues)
        put_issues(writing, entry);
    else if (joined < JOINED)
        put_values(writing, &entry->joined[joined]);
    else
        put_text(writing, entry->fields[column]);
    put(writing, quote);
    writing->started = true;
}

static void put_entry(struct days_writing *writing, const struct entry *entry, uint32_t number)
{
    char text[48];
    writing->started = false;
    if (writing->form->numbered) {
        snprintf(text, sizeof text, "%" PRIu32 "_%.30s", number, readout_version());
        put(writing, text);
        writing->started = true;
    }
    for (uint32_t column = writing->form->numbered; column < entry->field_count; column++)
        put_field(writing, entry, column);
    put(writing, "\n");
}

static void write_rows(const struct readout_days *days, struct output *output)
{
    struct days_writing writing = {.form = days->form, .output = output};
    for (uint32_t i = 0; i < days->count; i++)
        put_entry(&writing, days->entries[i], i + 1);
}

/* The whole */

static void start(struct readout_days *days, const struct event_form *form, const struct readout_writing *writing,
                  bool joins)
{
    *days = (struct readout_days){.form = form, .joins = joins};
    if (writing)
        days->writing = *writing;
    ro_arena_init(&days->arena);
    ro_arena_init(&days->scratch);
}

static void release(struct readout_days *days)
{
    ro_row_release(&days->story);
    ro_row_release(&days->row);
    ro_arena_release(&days->scratch);
    ro_arena_release(&days->arena);
}

enum readout_status ro_write_events(const struct readout_record *record, enum readout_format format,
                                    const struct readout_writing *writing, struct output *output)
{
    struct readout_days days;
    const struct event_form *form = ro_event_form(format, writing->table);
    start(&days, form, writing, form->one_a_record);
    add_record(&days, record);
    if (!days.failed)
        write_rows(&days, output);
    release(&days);
    return days.failed ? READOUT_NO_MEMORY : READOUT_OK;
}

enum readout_status readout_days_open(enum readout_format format, const struct readout_writing *writing,
                                      struct readout_days **out)
{
    const struct event_form *form = ro_event_form(format, writing ? writing->table : READOUT_STATEMENTS);
    *out = NULL;
    if (!form || !form->key_count)
        return READOUT_BAD_ARGUMENT;
    *out = malloc(sizeof **out);
    if (!*out)
        return READOUT_NO_MEMORY;
    start(*out, form, writing, true);
    return READOUT_OK;
}

enum readout_status readout_days_add(struct readout_days *days, const struct readout_record *record)
{
    add_record(days, record);
    return days->failed ? READOUT_NO_MEMORY : READOUT_OK;
}

enum readout_status readout_days_write(const struct readout_days *days, readout_sink *sink, void *user)
{
    struct output *output = days->failed ? NULL : ro_output_open(sink, user);
    if (!output)
        return READOUT_NO_MEMORY;
    write_rows(days, output);
    return ro_output_close(output);
}

void readout_days_free(struct readout_days *days)
{
    if (!days)
        return;
    release(days);
    free(days);
}
