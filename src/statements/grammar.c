/* grammar.c: reads lexicon/grammar.txt: lines of a class and its words. */
#include "statements/grammar.h"

#include "base/table.h"

struct grammar {
    struct table words; /* to bits */
    uint32_t *bits;     /* by the table's value: a word may be of several classes */
    uint32_t count;
};

static const char *const class_names[] = {
    "determiner",   "pronoun",   "relative", "inner",      "preposition", "conjunction", "contrast",
    "subordinator", "auxiliary", "being",    "adverb",     "time",        "preceding",   "verb",
    "work",         "noun",      "closer",   "quantifier", "appearing",
};

static uint32_t class_bit(struct slice name)
{
    for (uint32_t i = 0; i < sizeof class_names / sizeof *class_names; i++)
        if (ro_slice_equal(name, ro_slice(class_names[i])))
            return 1u << i;
    return 0;
}

static bool add_word(struct grammar *grammar, struct arena *arena, struct slice word, uint32_t bit)
{
    uint32_t index = ro_table_put(&grammar->words, arena, word, grammar->count);
    uint32_t *bits = NULL;
    if (index == grammar->count)
        bits = ro_arena_push(arena, grammar->bits, grammar->count);
    else if (index != RO_TABLE_NONE)
        bits = &grammar->bits[index];
    if (bits)
        *bits |= bit;
    return bits != NULL;
}

static bool add_words(struct grammar *grammar, struct arena *arena, struct slice words, uint32_t bit)
{
    for (size_t at = 0; at < words.length;) {
        const char *blank = memchr(words.data + at, ' ', words.length - at);
        size_t end = blank ? (size_t)(blank - words.data) : words.length;
        if (end > at && !add_word(grammar, arena, (struct slice){words.data + at, end - at}, bit))
            return false;
        at = end + 1;
    }
    return true;
}

enum readout_status ro_grammar_read(struct arena *arena, const struct lexicon_file *file,
                                    const struct grammar **out, struct readout_error *error)
{
    struct grammar *grammar = ro_arena_alloc(arena, 1, sizeof *grammar);
    struct lexicon_reader reader;
    struct lexicon_row row;
    ro_lexicon_start(&reader, file);
    while (grammar && ro_lexicon_next(&reader, &row)) {
        uint32_t bit = class_bit(row.fields[0]);
        if (!bit)
            return ro_lexicon_error(&reader, &row, 0, error, "no class \"%.*s\"; the header of %s names them",
                                    (int)row.fields[0].length, row.fields[0].data, "statements/grammar.h");
        if (row.field_count != 2)
            return ro_lexicon_error(&reader, &row, 0, error, "%u fields; write class | words",
                                    (unsigned)row.field_count);
        if (!add_words(grammar, arena, row.fields[1], bit))
            grammar = NULL;
    }
    *out = grammar;
    if (!grammar)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
    return READOUT_OK;
}

static bool ends_in(struct slice word, const char *ending)
{
    struct slice tail = ro_slice(ending);
    return word.length > tail.length + 1 &&
           memcmp(word.data + word.length - tail.length, tail.data, tail.length) == 0;
}

uint32_t ro_grammar_classes(const struct grammar *grammar, struct slice word)
{
    uint32_t index = ro_table_get(&grammar->words, word);
    if (index != RO_TABLE_NONE)
        return grammar->bits[index];
    if (ends_in(word, "ly"))
        return RO_ADVERB;
    return ends_in(word, "ed") ? RO_VERB : 0;
}
