/* timewords.c: reads lexicon/times.txt into tables by kind, and looks words up in them, the longest first. */
#include "times/timewords.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/table.h"

enum { KINDS = RO_TERM_MODIFIER + 1, LONGEST_KEY = 40, MOST_WORDS = 4 };

struct timewords {
    struct table tables[KINDS];
    struct table first; /* words that a time may begin with */
    struct time_term *terms;
    uint32_t count;
};

static const char *const kind_names[KINDS] = {
    [RO_TERM_WEEKDAY] = "weekday", [RO_TERM_MONTH] = "month",         [RO_TERM_SEASON] = "season",
    [RO_TERM_DAYPART] = "daypart", [RO_TERM_CLOCK] = "clock",         [RO_TERM_UNIT] = "unit",
    [RO_TERM_NUMBER] = "number",   [RO_TERM_ORDINAL] = "ordinal",     [RO_TERM_DAY] = "day",
    [RO_TERM_RATE] = "rate",       [RO_TERM_REFERENCE] = "reference", [RO_TERM_HOLIDAY] = "holiday",
    [RO_TERM_SHIFT] = "shift",     [RO_TERM_MODIFIER] = "modifier",
};

/* Reading */

static enum time_kind kind_named(struct slice name)
{
    for (int kind = RO_TERM_WEEKDAY; kind < KINDS; kind++)
        if (ro_slice_equal(ro_slice(kind_names[kind]), name))
            return (enum time_kind)kind;
    return RO_NO_TIME;
}

/* "10Y" -> 10 and "Y", "-1" -> -1 and "", "SP" -> 1 and "SP". */
static void read_value(const char *value, struct time_term *term)
{
    char *rest;
    long number = strtol(value, &rest, 10);
    bool plain = term->kind == RO_TERM_CLOCK || term->kind == RO_TERM_HOLIDAY;
    term->number = rest == value ? 1 : (int)number;
    term->value = plain ? value : rest;
    if (strcmp(value, "X") == 0)
        term->number = RO_SOME;
    else if (strcmp(value, "same") == 0)
        term->number = RO_SAME;
}

/* The next of the words between commas; false at the end. */
static bool next_words(struct slice *list, struct slice *words)
{
    while (list->length && (*list->data == ' ' || *list->data == ','))
        *list = (struct slice){list->data + 1, list->length - 1};
    const char *comma = memchr(list->data, ',', list->length);
    *words = (struct slice){list->data, comma ? (size_t)(comma - list->data) : list->length};
    *list = (struct slice){list->data + words->length, list->length - words->length};
    return words->length > 0;
}

/* A key and its first word; false without memory. */
static bool add_key(struct timewords *timewords, struct arena *arena, enum time_kind kind, struct slice key)
{
    const char *blank = memchr(key.data, ' ', key.length);
    struct slice first = {key.data, blank ? (size_t)(blank - key.data) : key.length};
    return ro_table_put(&timewords->tables[kind], arena, key, timewords->count - 1) != RO_TABLE_NONE &&
           ro_table_put(&timewords->first, arena, first, kind) != RO_TABLE_NONE;
}

static enum readout_status read_row(struct timewords *timewords, struct arena *arena,
                                    const struct lexicon_reader *reader, const struct lexicon_row *row,
                                    struct readout_error *error)
{
    if (row->field_count != 4 || !row->fields[0].length || !row->fields[2].length)
        return ro_lexicon_error(reader, row, 0, error, "%u fields; write words | kind | value | example",
                                (unsigned)row->field_count);
    struct time_term term = {.kind = kind_named(row->fields[1])};
    if (term.kind == RO_NO_TIME)
        return ro_lexicon_error(reader, row, 1, error, "no kind \"%.*s\"; the head of the file lists them",
                                (int)row->fields[1].length, row->fields[1].data);
    const char *value = ro_arena_copy(arena, row->fields[2]);
    struct time_term *added = value ? ro_arena_push(arena, timewords->terms, timewords->count) : NULL;
    struct slice list = row->fields[0], words;
    if (!added)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", reader->file->name);
    read_value(value, &term);
    *added = term;
    while (next_words(&list, &words)) {
        if (words.length >= LONGEST_KEY)
            return ro_lexicon_error(reader, row, 0, error, "\"%.*s\" is too long", (int)words.length, words.data);
        if (!add_key(timewords, arena, term.kind, words))
            return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", reader->file->name);
    }
    return READOUT_OK;
}

enum readout_status ro_timewords_read(struct arena *arena, const struct lexicon_file *file,
                                      const struct timewords **out, struct readout_error *error)
{
    struct timewords *timewords = ro_arena_alloc(arena, 1, sizeof *timewords);
    struct lexicon_reader reader;
    struct lexicon_row row;
    enum readout_status status = READOUT_OK;
    *out = timewords;
    if (!timewords)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
    static const struct slice others[] = {RO_SLICE("the"), RO_SLICE("every"), RO_SLICE("each"), RO_SLICE("fiscal"),
                                          RO_SLICE("half")};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (ro_table_put(&timewords->first, arena, others[i], RO_NO_TIME) == RO_TABLE_NONE)
            return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
    ro_lexicon_start(&reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_row(timewords, arena, &reader, &row, error);
    return status;
}

/* Looking up */

struct slice ro_time_word(const struct document *document, uint32_t word)
{
    static const struct slice mid = RO_SLICE("mid-");
    struct slice own = ro_document_word(document, word);
    bool has = own.length > mid.length && strncasecmp(own.data, mid.data, mid.length) == 0;
    return has ? (struct slice){own.data + mid.length, own.length - mid.length} : own;
}

/* Add a word in lower case to a key; false where it does not fit. */
static bool add_word(const struct document *document, uint32_t word, char key[LONGEST_KEY], size_t *length)
{
    struct slice own = ro_time_word(document, word);
    if (*length + own.length + 2 > LONGEST_KEY)
        return false;
    if (*length)
        key[(*length)++] = ' ';
    for (size_t i = 0; i < own.length; i++) {
        char c = own.data[i];
        key[(*length)++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return true;
}

bool ro_time_begins_here(const struct timewords *timewords, const struct document *document, uint32_t word)
{
    char key[LONGEST_KEY];
    size_t length = 0;
    if (!add_word(document, word, key, &length) || !length)
        return false;
    bool digit = *key >= '0' && *key <= '9';
    return digit || ro_table_get(&timewords->first, (struct slice){key, length}) != RO_TABLE_NONE;
}

struct time_term ro_time_term(const struct timewords *timewords, const struct document *document, uint32_t word,
                              enum time_kind kind)
{
    char key[LONGEST_KEY];
    size_t length = 0;
    struct time_term best = {.kind = RO_NO_TIME};
    for (uint32_t count = 0; count < MOST_WORDS && word + count < document->word_count; count++) {
        if (!add_word(document, word + count, key, &length))
            break;
        int from = kind ? (int)kind : RO_TERM_WEEKDAY, to = kind ? (int)kind : KINDS - 1;
        for (int of = from; of <= to; of++) {
            uint32_t found = ro_table_get(&timewords->tables[of], (struct slice){key, length});
            if (found == RO_TABLE_NONE || best.length > count)
                continue;
            best = timewords->terms[found];
            best.length = count + 1;
        }
    }
    return best;
}
