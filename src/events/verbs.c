/* verbs.c: reads lexicon/verbs.txt: patterns by their heads, classes of nouns, lists of words, composed codes. */
#include "events/verbs.h"

#include <stdio.h>
#include <stdlib.h>

#include "events/pattern.h"

enum { LONGEST_KEY = 64 };

struct verbs {
    struct pattern *patterns;
    uint32_t count;
    struct table heads;   /* a kind of head and a lemma -> the first of its patterns */
    struct table classes; /* "&troop" -> number */
    struct table members; /* of a class: its number and a noun, "armed_force" -> 0 */
    struct table lists;   /* a list and a word, "be_in" -> 0 */
    struct table codes;   /* "03+07" -> composed */
    const char **composed;
    uint32_t composed_count, class_count;
};

static const char *const list_names[RO_WORD_LISTS] = {
    [RO_LIST_LIGHT] = "%light",   [RO_LIST_ASPECT] = "%aspect",     [RO_LIST_PLAN] = "%plan",
    [RO_LIST_NOT] = "%not",       [RO_LIST_QUANTITY] = "%quantity", [RO_LIST_DOUBT] = "%doubt",
    [RO_LIST_ACCEPT] = "%accept",
};

struct reading_verbs {
    struct verbs *verbs;
    struct arena *arena;
    const struct lexicon_reader *reader;
    const struct lexicon_row *row;
    struct readout_error *error;
};

static enum readout_status no_memory(const struct reading_verbs *reading)
{
    return ro_error_set(reading->error, READOUT_NO_MEMORY, "%s: no memory to read it", reading->reader->file->name);
}

static enum readout_status wrong_field(const struct reading_verbs *reading, uint32_t field, const char *what)
{
    const struct slice *text = &reading->row->fields[field];
    return ro_lexicon_error(reading->reader, reading->row, field, reading->error, "\"%.*s\": %s", (int)text->length,
                            text->data, what);
}

/* Write an ending of a word in another way, where it has it; its new length. */
static size_t respell(char *word, size_t length, const char *from, const char *to)
{
    size_t old = strlen(from), new = strlen(to);
    if (length <= old || memcmp(word + length - old, from, old) != 0)
        return length;
    memcpy(word + length - old, to, new);
    return length - old + new;
}

/* Words that are joined by "_" as both sides of the Atlantic may find them: "mobilise" -> "mobilize", "promise" -> "promize". The new
 * length, never more. */
static size_t fold_spelling(char *text, size_t length)
{
    static const char *const endings[][2] = {{"ise", "ize"}, {"yse", "yze"},   {"isation", "ization"},
                                             {"our", "or"},  {"ence", "ense"}, {"tre", "ter"},
                                             {"mme", "m"}};
    size_t out = 0;
    for (size_t at = 0; at < length;) {
        const char *end = memchr(text + at, '_', length - at);
        size_t size = end ? (size_t)(end - text) - at : length - at;
        memmove(text + out, text + at, size);
        at += size;
        for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
            size = respell(text + out, size, endings[i][0], endings[i][1]);
        out += size;
        if (at < length) {
            text[out++] = '_';
            at++;
        }
    }
    return out;
}

/* A key of a number and some text, "armed" or "armed_force", in the buffer; empty where it does not fit. */
static struct slice key_of(char buffer[LONGEST_KEY], uint32_t number, struct slice text, struct slice behind)
{
    size_t length = 2 + text.length + (behind.length ? 1 + behind.length : 0);
    if (length > LONGEST_KEY || !text.length)
        return (struct slice){buffer, 0};
    buffer[0] = (char)(1 + number % 127);
    buffer[1] = (char)(1 + number / 127 % 127);
    memcpy(buffer + 2, text.data, text.length);
    if (behind.length) {
        buffer[2 + text.length] = '_';
        memcpy(buffer + 3 + text.length, behind.data, behind.length);
    }
    return (struct slice){buffer, 2 + fold_spelling(buffer + 2, length - 2)};
}

static bool put(const struct reading_verbs *reading, struct table *table, struct slice key, uint32_t value)
{
    const char *copy = ro_arena_copy(reading->arena, key);
    return copy && ro_table_put(table, reading->arena, ro_slice(copy), value) != RO_TABLE_NONE;
}

/* Put each of some words under a number. */
static enum readout_status put_words(const struct reading_verbs *reading, struct table *table, uint32_t number,
                                     struct slice words)
{
    char buffer[LONGEST_KEY];
    while (words.length) {
        const char *blank = memchr(words.data, ' ', words.length);
        size_t length = blank ? (size_t)(blank - words.data) : words.length;
        struct slice key = key_of(buffer, number, (struct slice){words.data, length}, (struct slice){NULL, 0});
        if (!key.length)
            return wrong_field(reading, 1, "a word of it is too long");
        if (length && !put(reading, table, key, 0))
            return no_memory(reading);
        length += blank != NULL;
        words = (struct slice){words.data + length, words.length - length};
    }
    return READOUT_OK;
}

static enum readout_status read_class(const struct reading_verbs *reading)
{
    struct verbs *verbs = reading->verbs;
    uint32_t number = ro_table_put(&verbs->classes, reading->arena, reading->row->fields[0], verbs->class_count);
    if (number == RO_TABLE_NONE)
        return no_memory(reading);
    verbs->class_count += number == verbs->class_count;
    return put_words(reading, &verbs->members, number, reading->row->fields[1]);
}

static enum readout_status read_list(const struct reading_verbs *reading)
{
    for (uint32_t list = 0; list < RO_WORD_LISTS; list++)
        if (ro_slice_equal(reading->row->fields[0], ro_slice(list_names[list])))
            return put_words(reading, &reading->verbs->lists, list, reading->row->fields[1]);
    return wrong_field(reading, 0, "no such list; there are %light %aspect %plan %not %quantity %doubt %accept");
}

static bool is_code(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.length >= 2 && text.length <= 4;
}

/* "03+ | 070 071 | 033": the operator over any of these is this. */
static enum readout_status read_composition(const struct reading_verbs *reading)
{
    struct verbs *verbs = reading->verbs;
    const struct slice *fields = reading->row->fields;
    struct slice words = fields[1];
    const char *code = ro_arena_copy(reading->arena, fields[2]);
    const char **place = code ? ro_arena_push(reading->arena, verbs->composed, verbs->composed_count) : NULL;
    if (!place)
        return no_memory(reading);
    *place = code;
    if (!is_code(fields[2]))
        return wrong_field(reading, 2, "no CAMEO code");
    while (words.length) {
        char key[LONGEST_KEY];
        const char *blank = memchr(words.data, ' ', words.length);
        size_t length = blank ? (size_t)(blank - words.data) : words.length;
        if (length && !is_code((struct slice){words.data, length}))
            return wrong_field(reading, 1, "write codes with blanks between them");
        int size = snprintf(key, sizeof key, "%.*s+%.*s", 2, fields[0].data, (int)length, words.data);
        if (length && !put(reading, &verbs->codes, (struct slice){key, (size_t)size}, verbs->composed_count - 1))
            return no_memory(reading);
        length += blank != NULL;
        words = (struct slice){words.data + length, words.length - length};
    }
    return READOUT_OK;
}

/* Entries */

/* Put a pattern among those of its head, behind those that are at least as specific. */
static bool file_pattern(const struct reading_verbs *reading, uint32_t number, const struct pattern_head *head)
{
    struct verbs *verbs = reading->verbs;
    char buffer[LONGEST_KEY];
    struct slice key = key_of(buffer, head->kind, head->lemma, (struct slice){NULL, 0});
    const char *copy = key.length ? ro_arena_copy(reading->arena, key) : NULL;
    uint32_t first = copy ? ro_table_put(&verbs->heads, reading->arena, ro_slice(copy), number) : RO_TABLE_NONE;
    struct pattern *patterns = verbs->patterns;
    patterns[number].next = UINT32_MAX;
    if (first == RO_TABLE_NONE || first == number)
        return first == number;
    if (patterns[number].weight > patterns[first].weight) { /* the first keeps its place in the table */
        struct pattern other = patterns[first];
        patterns[first] = patterns[number];
        patterns[number] = other;
        patterns[first].next = number;
        return true;
    }
    uint32_t before = first;
    while (patterns[before].next != UINT32_MAX && patterns[patterns[before].next].weight >= patterns[number].weight)
        before = patterns[before].next;
    patterns[number].next = patterns[before].next;
    patterns[before].next = number;
    return true;
}

/* "040", "040=", "03+", "03+=" */
static const char *read_code(const struct reading_verbs *reading, struct pattern *pattern)
{
    struct slice code = reading->row->fields[1];
    pattern->mutual = code.length && code.data[code.length - 1] == '=';
    code.length -= pattern->mutual;
    pattern->is_operator = code.length && code.data[code.length - 1] == '+';
    code.length -= pattern->is_operator;
    bool good = is_code(code) && pattern->is_operator == (code.length == 2);
    char residual[] = {good ? code.data[0] : ' ', good ? code.data[1] : ' ', '0', '\0'};
    pattern->code = good ? ro_arena_copy(reading->arena, pattern->is_operator ? ro_slice(residual) : code) : NULL;
    return good ? NULL : "no code: write 040, 040= where it goes both ways, or 03+ over an inner event";
}

static enum readout_status read_entry(const struct reading_verbs *reading)
{
    struct verbs *verbs = reading->verbs;
    const struct lexicon_row *row = reading->row;
    struct pattern_head head;
    char by[LONGEST_KEY];
    struct pattern *pattern = ro_arena_push(reading->arena, verbs->patterns, verbs->count);
    if (!pattern)
        return no_memory(reading);
    const char *wrong = ro_pattern_read(reading->arena, row->fields[0], &verbs->classes, pattern, &head);
    if (wrong == ro_pattern_no_memory)
        return no_memory(reading);
    if (wrong)
        return wrong_field(reading, 0, wrong);
    wrong = read_code(reading, pattern);
    if (wrong)
        return wrong_field(reading, 1, wrong);
    snprintf(by, sizeof by, "%s:%u", reading->reader->file->name, (unsigned)reading->reader->line);
    pattern->by = ro_arena_copy(reading->arena, ro_slice(by));
    pattern->example = row->fields[2];
    pattern->text = row->fields[0];
    bool good = pattern->code && pattern->by && file_pattern(reading, verbs->count - 1, &head);
    return good ? READOUT_OK : no_memory(reading);
}

static enum readout_status read_row(const struct reading_verbs *reading)
{
    const struct lexicon_row *row = reading->row;
    struct slice first = row->fields[0];
    char kind = first.length ? *first.data : '\0';
    bool composition = first.length == 3 && first.data[2] == '+';
    bool words = (kind == '&' && !memchr(first.data, ' ', first.length)) || kind == '%';
    if (row->field_count != (words ? 2 : 3))
        return ro_lexicon_error(reading->reader, row, 0, reading->error,
                                "%u fields; write pattern | code | example, or &class | nouns",
                                (unsigned)row->field_count);
    if (words)
        return kind == '&' ? read_class(reading) : read_list(reading);
    return composition ? read_composition(reading) : read_entry(reading);
}

enum readout_status ro_verbs_read(struct arena *arena, const struct lexicon_file *file, const struct verbs **out,
                                  struct readout_error *error)
{
    struct verbs *verbs = ro_arena_alloc(arena, 1, sizeof *verbs);
    struct lexicon_reader reader;
    struct lexicon_row row;
    const struct reading_verbs reading = {verbs, arena, &reader, &row, error};
    enum readout_status status = READOUT_OK;
    *out = verbs;
    ro_lexicon_start(&reader, file);
    if (!verbs)
        return no_memory(&reading);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_row(&reading);
    return status;
}

/* Looking up */

uint32_t ro_verbs_find(const struct verbs *verbs, enum head_kind kind, struct slice lemma)
{
    char buffer[LONGEST_KEY];
    struct slice key = key_of(buffer, kind, lemma, (struct slice){NULL, 0});
    return key.length ? ro_table_get(&verbs->heads, key) : UINT32_MAX;
}

const struct pattern *ro_verbs_pattern(const struct verbs *verbs, uint32_t pattern)
{
    return &verbs->patterns[pattern];
}

uint32_t ro_verbs_count(const struct verbs *verbs)
{
    return verbs->count;
}

static bool has(const struct table *table, uint32_t number, struct slice first, struct slice second)
{
    char buffer[LONGEST_KEY];
    struct slice key = key_of(buffer, number, first, second);
    return key.length && ro_table_get(table, key) != RO_TABLE_NONE;
}

bool ro_verbs_is_of(const struct verbs *verbs, uint32_t class, struct slice lemma, struct slice before)
{
    return before.length ? has(&verbs->members, class, before, lemma)
                         : has(&verbs->members, class, lemma, (struct slice){NULL, 0});
}

bool ro_verbs_lists(const struct verbs *verbs, enum word_list list, struct slice lemma, struct slice behind)
{
    return has(&verbs->lists, list, lemma, behind);
}

const char *ro_verbs_compose(const struct verbs *verbs, const char *root, const char *inner)
{
    char key[16];
    int length = snprintf(key, sizeof key, "%.2s+%.4s", root, inner ? inner : "");
    for (int end = length; end >= 3; end--) {
        uint32_t at = ro_table_get(&verbs->codes, (struct slice){key, (size_t)end});
        if (at != RO_TABLE_NONE)
            return verbs->composed[at];
    }
    return NULL;
}
