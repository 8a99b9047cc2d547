/* dispute_words.c: reads lexicon/disputes.txt: lines of a class and its words. */
#include "positions/dispute_words.h"

#include <stdio.h>

struct dispute_words {
    struct table words; /* to bits */
    uint32_t *bits;     /* by the table's value: a word may be of several classes */
    uint32_t count;
};

enum { LONGEST_KEY = 64 };

static const char *const class_names[] = {
    "deny",   "contest", "reject", "claim", "accusation", "denial", "false", "absurd",  "untruth",
    "accuse", "blame",   "guilt",  "begin", "cause",      "quit",   "harm",  "trouble", "wrong",
};

static uint32_t class_bit(struct slice name)
{
    for (uint32_t i = 0; i < sizeof class_names / sizeof *class_names; i++)
        if (ro_slice_equal(name, ro_slice(class_names[i])))
            return 1u << i;
    return 0;
}

static bool add_word(struct dispute_words *words, struct arena *arena, struct slice word, uint32_t bit)
{
    uint32_t index = ro_table_put(&words->words, arena, word, words->count);
    uint32_t *bits = NULL;
    if (index == words->count)
        bits = ro_arena_push(arena, words->bits, words->count);
    else if (index != RO_TABLE_NONE)
        bits = &words->bits[index];
    if (bits)
        *bits |= bit;
    return bits != NULL;
}

static bool add_words(struct dispute_words *words, struct arena *arena, struct slice list, uint32_t bit)
{
    for (size_t at = 0; at < list.length;) {
        const char *blank = memchr(list.data + at, ' ', list.length - at);
        size_t end = blank ? (size_t)(blank - list.data) : list.length;
        if (end > at && !add_word(words, arena, (struct slice){list.data + at, end - at}, bit))
            return false;
        at = end + 1;
    }
    return true;
}

enum readout_status ro_dispute_words_read(struct arena *arena, const struct lexicon_file *file,
                                          const struct dispute_words **out, struct readout_error *error)
{
    struct dispute_words *words = ro_arena_alloc(arena, 1, sizeof *words);
    struct lexicon_reader reader;
    struct lexicon_row row;
    ro_lexicon_start(&reader, file);
    while (words && ro_lexicon_next(&reader, &row)) {
        uint32_t bit = class_bit(row.fields[0]);
        if (!bit)
            return ro_lexicon_error(&reader, &row, 0, error,
                                    "no class \"%.*s\"; the header of positions/dispute_words.h names them",
                                    (int)row.fields[0].length, row.fields[0].data);
        if (row.field_count != 2)
            return ro_lexicon_error(&reader, &row, 0, error, "%u fields; write class | words",
                                    (unsigned)row.field_count);
        if (!add_words(words, arena, row.fields[1], bit))
            words = NULL;
    }
    *out = words;
    if (!words)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
    return READOUT_OK;
}

static uint32_t bits_of(const struct dispute_words *words, struct slice key)
{
    uint32_t index = ro_table_get(&words->words, key);
    return index == RO_TABLE_NONE ? 0 : words->bits[index];
}

/* A particle, however the parser hangs it on its verb: walked | away |, brushed | off | the claim. */
static uint32_t particle_of(const struct tree *tree, uint32_t verb)
{
    uint32_t particle = ro_tree_child(tree, verb, "compound:prt", RO_NONE), next = verb + 1;
    if (particle == RO_NONE && next < tree->document->word_count && ro_tree_has_upos(tree, next, "ADP"))
        return next; /* walked | out | of the talks */
    return particle == RO_NONE ? ro_tree_child(tree, verb, "advmod", RO_NONE) : particle;
}

uint32_t ro_dispute_classes(const struct dispute_words *words, const struct tree *tree, uint32_t word)
{
    struct slice lemma = ro_tree_lemma(tree, word);
    if (!lemma.length)
        return 0;
    uint32_t bits = bits_of(words, lemma), particle = RO_NONE;
    bool verb = ro_tree_has_upos(tree, word, "VERB");
    if (verb)
        particle = particle_of(tree, word);
    else if (ro_tree_has_upos(tree, word, "NOUN")) /* a fairy | tale | */
        particle = ro_tree_child(tree, word, "compound", RO_NONE);
    if (particle == RO_NONE)
        return bits;
    char key[LONGEST_KEY];
    struct slice behind = ro_tree_lemma(tree, particle);
    if (!verb) {
        struct slice noun = lemma;
        lemma = behind;
        behind = noun;
    }
    int length = snprintf(key, sizeof key, "%.*s_%.*s", (int)lemma.length, lemma.data, (int)behind.length,
                          behind.data);
    return length > 0 && length < LONGEST_KEY ? bits | bits_of(words, (struct slice){key, (size_t)length}) : bits;
}
