/* phrases.c: a table that has each phrase and each of its beginnings, so that most words of a text are done with one look. */
#include "names/phrases.h"

enum byte_kind { OTHER, DIGIT, LETTER };

static enum byte_kind kind_of(char c)
{
    unsigned char byte = (unsigned char)c;
    bool letter = byte >= 0x80 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    return letter ? LETTER : byte >= '0' && byte <= '9' ? DIGIT : OTHER;
}

/* Whether a document may cut a key into words there. */
static bool is_border(struct slice key, size_t at)
{
    return kind_of(key.data[at]) != kind_of(key.data[at - 1]) || kind_of(key.data[at]) == OTHER;
}

/* Where the value of a key is; the key is borrowed. */
static uint32_t *place(struct phrases *phrases, struct arena *arena, struct slice key)
{
    uint32_t at = ro_table_put(&phrases->keys, arena, key, phrases->count);
    if (at == RO_TABLE_NONE)
        return NULL;
    if (at == phrases->count) {
        uint32_t *added = ro_arena_push(arena, phrases->values, phrases->count);
        if (!added)
            return NULL;
        *added = RO_NONE;
    }
    return &phrases->values[at];
}

uint32_t *ro_phrases_put(struct phrases *phrases, struct arena *arena, const struct name_key *key)
{
    struct slice own = {ro_strings_copy(&phrases->strings, arena, ro_name_key_slice(key)), key->length};
    if (!own.data)
        return NULL;
    for (size_t at = 1; at < own.length; at++)
        if (is_border(own, at) && own.data[at - 1] != ' ' && !place(phrases, arena, (struct slice){own.data, at}))
            return NULL;
    return place(phrases, arena, own);
}

static uint32_t place_of(const struct phrases *phrases, const struct name_key *key)
{
    return key->full ? RO_TABLE_NONE : ro_table_get(&phrases->keys, ro_name_key_slice(key));
}

uint32_t ro_phrases_get(const struct phrases *phrases, const struct name_key *key)
{
    uint32_t at = place_of(phrases, key);
    return at == RO_TABLE_NONE ? RO_NONE : phrases->values[at];
}

/* What is found of a key's words and one more, of which only the lemma fits. */
static uint32_t find_lemma(const struct phrases *phrases, const struct word *word, struct name_key key)
{
    if (!word->lemma)
        return RO_NONE;
    ro_name_key_add(&key, ro_slice(word->lemma), word->glued);
    return ro_phrases_get(phrases, &key);
}

struct phrase_match ro_phrases_find(const struct phrases *phrases, const struct document *document, uint32_t word,
                                    bool lower)
{
    const struct word *first = &document->words[word];
    struct phrase_match best = {RO_NONE, 0};
    struct name_key key = {.lower = lower};
    for (uint32_t at = word; at < document->word_count; at++) {
        const struct word *next = &document->words[at];
        struct name_key before = key;
        if (next->sentence != first->sentence || next->block != first->block)
            break;
        ro_name_key_add(&key, ro_document_word(document, at), next->glued);
        if (key.length == before.length && !key.full) {
            if (at == word)
                break;
            continue;
        }
        uint32_t found = place_of(phrases, &key);
        uint32_t value = found == RO_TABLE_NONE ? RO_NONE : phrases->values[found];
        if (value == RO_NONE && lower)
            value = find_lemma(phrases, next, before);
        if (value != RO_NONE)
            best = (struct phrase_match){value, at + 1 - word};
        if (found == RO_TABLE_NONE)
            break;
    }
    return best;
}
