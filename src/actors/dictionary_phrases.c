/* dictionary_phrases.c: "north", "north korea", "north korean" are keys of one table. */
#include "actors/dictionary_phrases.h"

/* Adding */

bool ro_terms_reserve(struct terms *phrases, struct arena *arena, size_t count)
{
    if (phrases->beginnings.size || count > UINT32_MAX / 8)
        return true; /* it grows */
    return ro_table_reserve(&phrases->beginnings, arena, (uint32_t)count);
}

/* The place of a beginning in values; RO_TABLE_NONE without memory. */
static uint32_t add_beginning(struct terms *phrases, struct arena *arena, struct slice key)
{
    uint32_t place = ro_table_put(&phrases->beginnings, arena, key, phrases->count);
    if (place != phrases->count)
        return place;
    uint32_t *value = ro_arena_push(arena, phrases->values, phrases->count);
    if (!value)
        return RO_TABLE_NONE;
    *value = RO_NONE;
    return place;
}

bool ro_terms_add(struct terms *phrases, struct arena *arena, const struct folded *phrase, uint32_t value)
{
    const char *text = ro_arena_copy(arena, (struct slice){phrase->text, phrase->length});
    uint32_t place = RO_TABLE_NONE;
    if (!text)
        return false;
    for (size_t at = 1; at <= phrase->length; at++) {
        if (at < phrase->length && text[at] != ' ')
            continue;
        place = add_beginning(phrases, arena, (struct slice){text, at});
        if (place == RO_TABLE_NONE)
            return false;
    }
    if (place != RO_TABLE_NONE)
        phrases->values[place] = value;
    return true;
}

/* Looking up */

static bool is_one_of(struct slice word, const struct slice *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ro_slice_equal(word, marks[i]))
            return true;
    return false;
}

/* Whether a word without letters is inside of a name: the hyphen of "Ki-moon", the apostrophe of "workers' party". */
static bool joins(const struct document *document, uint32_t word)
{
    static const struct slice apostrophes[] = {RO_SLICE("'"), RO_SLICE("\u2019")};
    static const struct slice hyphens[] = {RO_SLICE("-"), RO_SLICE("/"), RO_SLICE("\u2010"), RO_SLICE("\u2011"),
                                           RO_SLICE("\u2013")};
    struct slice own = ro_document_word(document, word);
    if (is_one_of(own, apostrophes, sizeof apostrophes / sizeof *apostrophes))
        return document->words[word].glued;
    bool glued = document->words[word].glued && word + 1 < document->word_count && document->words[word + 1].glued;
    return glued && is_one_of(own, hyphens, sizeof hyphens / sizeof *hyphens);
}

static bool is_possessive(const struct folded *key, size_t before)
{
    return key->length == before + 3 && memcmp(key->text + before, " 's", 3) == 0;
}

uint32_t ro_terms_find(const struct terms *phrases, const struct document *document, uint32_t word, uint32_t *words)
{
    struct folded key;
    key.length = 0;
    uint32_t best = RO_NONE, sentence = document->words[word].sentence;
    *words = 0;
    for (uint32_t at = word; at < document->word_count && document->words[at].sentence == sentence; at++) {
        size_t before = key.length;
        if (!ro_fold(&key, ro_document_word(document, at)))
            break;
        if (before && key.length == before && joins(document, at))
            continue;
        if (key.length == before)
            break;
        uint32_t place = ro_table_get(&phrases->beginnings, (struct slice){key.text, key.length});
        if (place == RO_TABLE_NONE && before && is_possessive(&key, before)) {
            key.length = before;
            continue;
        }
        if (place == RO_TABLE_NONE)
            break;
        if (phrases->values[place] != RO_NONE) {
            best = phrases->values[place];
            *words = at + 1 - word;
        }
    }
    return best;
}
