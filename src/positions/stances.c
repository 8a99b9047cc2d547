/* stances.c: reads lexicon/positions.txt: patterns by their heads, lists of verbs. */
#include "positions/stances.h"

#include <stdio.h>

#include "base/table.h"

enum { LONGEST_KEY = 48, WORDS = 32 };

struct stances {
    struct stance *items;
    uint32_t count;
    struct table heads; /* a kind of head and a lemma -> the first of its patterns */
    struct table lists; /* a list and a word, "%harm block" -> 0 */
};

struct reading_stances {
    struct stances *stances;
    struct arena *arena;
    const struct lexicon_reader *reader;
    const struct lexicon_row *row;
    struct readout_error *error;
};

static const char *const list_names[RO_STANCE_LISTS] = {
    [RO_STANCE_HARM] = "%harm",
    [RO_STANCE_GIVE] = "%give",
    [RO_STANCE_IDLE] = "%idle",
    [RO_STANCE_SILENT] = "%silent",
};

static const char *const act_names[] = {
    [RO_DEMAND] = "demand", [RO_OFFER] = "offer",     [RO_PROPOSE] = "propose",   [RO_ACCEPT] = "accept",
    [RO_REJECT] = "reject", [RO_PROMISE] = "promise", [RO_THREATEN] = "threaten", [RO_REGRET] = "regret",
    [RO_PRAISE] = "praise", [RO_PRAISE + 1] = "-",
};

static enum readout_status no_memory(const struct reading_stances *reading)
{
    return ro_error_set(reading->error, READOUT_NO_MEMORY, "%s: no memory to read it", reading->reader->file->name);
}

static enum readout_status wrong(const struct reading_stances *reading, uint32_t field, const char *what)
{
    const struct slice *text = &reading->row->fields[field];
    return ro_lexicon_error(reading->reader, reading->row, field, reading->error, "\"%.*s\": %s", (int)text->length,
                            text->data, what);
}

/* The next piece of a text before a mark, taken off its beginning; no data at the end. */
static struct slice take(struct slice *text, char mark)
{
    while (text->length && *text->data == mark)
        *text = (struct slice){text->data + 1, text->length - 1};
    const char *end = text->length ? memchr(text->data, mark, text->length) : NULL;
    struct slice piece = {text->length ? text->data : NULL, end ? (size_t)(end - text->data) : text->length};
    *text = (struct slice){text->data + piece.length, text->length - piece.length};
    return piece;
}

static uint32_t pieces_of(struct slice text, char mark, struct slice *out, uint32_t room)
{
    uint32_t count = 0;
    struct slice piece;
    while (count < room && (piece = take(&text, mark)).data)
        out[count++] = piece;
    return count;
}

/* Whether a text has more pieces than there is room for. */
static bool has_too_many(struct slice text, char mark)
{
    uint32_t count = 0;
    while (take(&text, mark).data)
        count++;
    return count > WORDS;
}

static bool is_word(struct slice token)
{
    return token.length && token.data[0] >= 'a' && token.data[0] <= 'z';
}

/* "for/over" as a list that ends with no data; NULL without memory. */
static const struct slice *choices(struct arena *arena, struct slice token)
{
    struct slice found[WORDS];
    uint32_t count = pieces_of(token, '/', found, WORDS);
    struct slice *list = ro_arena_alloc(arena, count + 1, sizeof *list);
    for (uint32_t i = 0; list && i < count; i++)
        list[i] = (struct slice){ro_arena_copy(arena, found[i]), found[i].length};
    for (uint32_t i = 0; list && i < count; i++)
        if (!list[i].data)
            return NULL;
    return list;
}

/* What goes with its verb, whatever follows: turn | down | I. */
static bool is_particle(struct slice token)
{
    static const char *const particles[] = {"out",   "down", "off",       "up",  "forward", "back",
                                            "aside", "away", "available", "see", NULL};
    struct slice first[1] = {{NULL, 0}};
    pieces_of(token, '/', first, 1);
    for (const char *const *particle = particles; *particle; particle++)
        if (ro_slice_equal(first[0], ro_slice(*particle)))
            return true;
    return false;
}

/* I, I?, T, T!; false for anything else. */
static bool read_filler(struct slice token, struct stance_slot *slot)
{
    if (!token.length || token.length > 2 || (token.data[0] != 'I' && token.data[0] != 'T'))
        return false;
    char mark = token.length == 2 ? token.data[1] : ' ';
    slot->filler = token.data[0] == 'I' ? RO_STANCE_ISSUE : RO_STANCE_TOWARD;
    slot->optional = slot->filler == RO_STANCE_ISSUE ? mark == '?' : mark != '!';
    return mark == ' ' || mark == (slot->filler == RO_STANCE_ISSUE ? '?' : '!');
}

/* The slots of a pattern behind its head. NULL: read; else what is wrong. */
static const char *read_slots(struct arena *arena, const struct slice *tokens, uint32_t count,
                              struct stance_slot *slots, uint32_t *slot_count, bool issue)
{
    for (uint32_t i = 0; i < count; i++) {
        struct stance_slot *slot = &slots[(*slot_count)++];
        *slot = (struct stance_slot){.place = RO_STANCE_OBJECT, .filler = RO_STANCE_NOTHING};
        if (is_word(tokens[i])) {
            bool clause = ro_slice_equal(tokens[i], RO_SLICE("that"));
            bool filled = i + 1 < count && read_filler(tokens[i + 1], slot);
            if (filled && is_particle(tokens[i])) /* turn | down | I */
                filled = false;
            slot->filler = filled ? slot->filler : RO_STANCE_NOTHING;
            slot->optional = filled && slot->optional;
            slot->place = !filled ? RO_STANCE_WORD : clause ? RO_STANCE_CLAUSE : RO_STANCE_PREPOSITION;
            if (!(slot->words = choices(arena, tokens[i])))
                return "";
            i += filled;
        } else if (!read_filler(tokens[i], slot)) {
            return "write I for the issue, T for whom it is asked of, words in lower case";
        }
        issue |= slot->filler == RO_STANCE_ISSUE;
    }
    return issue ? NULL : "no I, which stands for the issue";
}

/* Of "S be ready to I" be and ready are taken, of "S's offer of I" offer. */
static const char *read_head(const struct slice *tokens, uint32_t count, enum stance_kind *kind, uint32_t *head)
{
    static const char *const how =
        "begin with S and a verb, with S be or I be and an adjective, or with S's and a noun";
    if (count < 3)
        return how;
    bool owner = ro_slice_equal(tokens[0], RO_SLICE("S's"));
    bool thing = ro_slice_equal(tokens[0], RO_SLICE("I"));
    bool state = ro_slice_equal(tokens[1], RO_SLICE("be"));
    *kind = owner ? RO_STANCE_NOUN : state ? RO_STANCE_STATE : RO_STANCE_VERB;
    *head = thing ? count - 1 : state ? 2 : 1; /* of "I be out of question" the last */
    return (owner || (thing && state) || ro_slice_equal(tokens[0], RO_SLICE("S"))) && is_word(tokens[*head]) ? NULL
                                                                                                             : how;
}

static bool put_head(const struct reading_stances *reading, enum stance_kind kind, struct slice lemma,
                     const struct stance *stance)
{
    struct stances *stances = reading->stances;
    char key[LONGEST_KEY];
    int length = snprintf(key, sizeof key, "%c%.*s", kind, (int)lemma.length, lemma.data);
    const char *copy = ro_arena_copy(reading->arena, (struct slice){key, (size_t)length});
    struct stance *added = copy ? ro_arena_push(reading->arena, stances->items, stances->count) : NULL;
    if (!added)
        return false;
    *added = *stance;
    uint32_t at = stances->count - 1;
    uint32_t before = ro_table_put(&stances->heads, reading->arena, ro_slice(copy), at);
    if (before == RO_TABLE_NONE)
        return false;
    for (; before != at && stances->items[before].next != UINT32_MAX; before = stances->items[before].next)
        continue;
    if (before != at)
        stances->items[before].next = at;
    return true;
}

static bool read_act(struct slice name, bool none, enum position_act *act)
{
    for (uint32_t i = 0; i <= RO_NO_ACT; i++)
        if (ro_slice_equal(name, ro_slice(act_names[i])) && (none || i != RO_NO_ACT)) {
            *act = (enum position_act)i;
            return true;
        }
    return false;
}

static enum readout_status read_pattern(const struct reading_stances *reading)
{
    const struct lexicon_row *row = reading->row;
    struct slice tokens[WORDS] = {{NULL, 0}};
    uint32_t count = pieces_of(row->fields[0], ' ', tokens, WORDS), head;
    enum stance_kind kind;
    struct stance stance = {.next = UINT32_MAX};
    bool many = has_too_many(row->fields[0], ' ');
    for (uint32_t i = 0; i < count; i++)
        many |= has_too_many(tokens[i], '/');
    const char *fault = many ? "more than 32 words for one place; write a second line"
                             : read_head(tokens, count, &kind, &head);
    if (fault)
        return wrong(reading, 0, fault);
    struct stance_slot *slots = ro_arena_alloc(reading->arena, count, sizeof *slots);
    if (!slots)
        return no_memory(reading);
    stance.thing = ro_slice_equal(tokens[0], RO_SLICE("I"));
    const struct slice *words = stance.thing ? tokens + 2 : tokens + head + 1;
    fault = read_slots(reading->arena, words, count - 1 - (uint32_t)(words - tokens) + !stance.thing, slots,
                       &stance.slot_count, stance.thing);
    if (fault)
        return *fault ? wrong(reading, 0, fault) : no_memory(reading);
    stance.slots = slots;
    if (!read_act(row->fields[1], false, &stance.act))
        return wrong(reading, 1,
                     "no act: demand, offer, propose, accept, reject, promise, threaten, regret, praise");
    if (!read_act(row->fields[2], true, &stance.negated))
        return wrong(reading, 2, "no act: write what it is with \"not\", or -");
    const struct slice *lemmas = choices(reading->arena, tokens[head]);
    for (; lemmas && lemmas->data; lemmas++)
        if (lemmas->length + 2 > LONGEST_KEY)
            return wrong(reading, 0, "this word is too long");
        else if (!put_head(reading, kind, *lemmas, &stance))
            return no_memory(reading);
    return lemmas ? READOUT_OK : no_memory(reading);
}

static const char *list_key(enum stance_list list, struct slice word, char *key)
{
    int length = snprintf(key, LONGEST_KEY, "%u %.*s", (unsigned)list, (int)word.length, word.data);
    return length < LONGEST_KEY ? key : NULL;
}

static enum readout_status read_list(const struct reading_stances *reading)
{
    uint32_t list = 0;
    while (list < RO_STANCE_LISTS && !ro_slice_equal(reading->row->fields[0], ro_slice(list_names[list])))
        list++;
    if (list == RO_STANCE_LISTS)
        return wrong(reading, 0, "no such list: %harm, %give, %idle or %silent");
    struct slice words = reading->row->fields[1], word;
    char key[LONGEST_KEY];
    while ((word = take(&words, ' ')).data) {
        if (!list_key((enum stance_list)list, word, key))
            return wrong(reading, 1, "a word is too long");
        const char *copy = ro_arena_copy(reading->arena, ro_slice(key));
        if (!copy || ro_table_put(&reading->stances->lists, reading->arena, ro_slice(copy), 0) == RO_TABLE_NONE)
            return no_memory(reading);
    }
    return READOUT_OK;
}

enum readout_status ro_stances_read(struct arena *arena, const struct lexicon_file *file,
                                    const struct stances **out, struct readout_error *error)
{
    struct lexicon_reader reader;
    struct lexicon_row row;
    struct reading_stances reading = {.stances = ro_arena_alloc(arena, 1, sizeof *reading.stances),
                                      .arena = arena,
                                      .reader = &reader,
                                      .row = &row,
                                      .error = error};
    ro_lexicon_start(&reader, file);
    if (!reading.stances)
        return no_memory(&reading);
    enum readout_status status = READOUT_OK;
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row)) {
        bool list = row.fields[0].length && row.fields[0].data[0] == '%';
        if (row.field_count != (list ? 2 : 4))
            return ro_lexicon_error(
                &reader, &row, 0, error,
                "%u fields; write pattern | act | act with \"not\" | example, or %%list | words",
                (unsigned)row.field_count);
        status = list ? read_list(&reading) : read_pattern(&reading);
    }
    *out = status == READOUT_OK ? reading.stances : NULL;
    return status;
}

uint32_t ro_stances_find(const struct stances *stances, enum stance_kind kind, struct slice lemma)
{
    char key[LONGEST_KEY];
    int length = snprintf(key, sizeof key, "%c%.*s", kind, (int)lemma.length, lemma.data ? lemma.data : "");
    if (length >= LONGEST_KEY)
        return UINT32_MAX;
    uint32_t found = ro_table_get(&stances->heads, (struct slice){key, (size_t)length});
    return found == RO_TABLE_NONE ? UINT32_MAX : found;
}

const struct stance *ro_stances_get(const struct stances *stances, uint32_t stance)
{
    return &stances->items[stance];
}

bool ro_stances_list(const struct stances *stances, enum stance_list list, struct slice lemma)
{
    char key[LONGEST_KEY];
    return lemma.data && list_key(list, lemma, key) &&
           ro_table_get(&stances->lists, ro_slice(key)) != RO_TABLE_NONE;
}
