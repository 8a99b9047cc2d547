/* petrarch_text.h: a sentence as the patterns of a verb dictionary see it: words by number, and the nouns that mean somebody. */
#ifndef RO_PETRARCH_TEXT_H
#define RO_PETRARCH_TEXT_H

#include "actors/dictionary_nouns.h"
#include "events/petrarch_store.h"
#include "events/tree.h"

struct petrarch_word {
    uint32_t form, lemma; /* of the dictionary, or RO_NONE */
    uint32_t noun;        /* in whose phrase it is, of `nouns`, or RO_NONE */
    uint32_t close;       /* the same, without what hangs on it by prepositions */
    bool silent;          /* a mark: patterns do not see it */
    bool slight;          /* "the", "it", "two": may stand between words that are side by side */
    bool coded;           /* inside of what a verb before has coded */
};

/* A noun phrase that means somebody. */
struct petrarch_noun {
    uint32_t top;
    struct dictionary_party *parties;
    uint32_t party_count;
    bool nobody; /* agents alone: "---GOV" */
};

/* What is read of a document, sentence by sentence; in the scratch of the context. */
struct petrarch_text {
    struct context *context;
    struct document *document;
    const struct petrarch_verbs *verbs;
    const struct tree *tree;
    const uint32_t *accounts;    /* of each word of the document: the innermost statement that has it, or RO_NONE */
    struct petrarch_word *words; /* of the sentence; as many as the longest one has */
    struct petrarch_noun *nouns;
    uint32_t noun_count, noun_room, longest;
    uint32_t *seen;        /* of each word of the dictionary: the sentence that has it, from 1 */
    struct range sentence; /* words of the document */
    uint32_t number;       /* of the sentence, from 1 */
    int day;
    bool failed; /* no memory */
};

/* False without memory. */
bool ro_petrarch_text_open(struct petrarch_text *text, struct context *context, struct document *document,
                           const struct tree *tree, const struct petrarch_verbs *verbs);

/* Look at a sentence; false without memory. */
bool ro_petrarch_text_read(struct petrarch_text *text, uint32_t sentence);

static inline const struct petrarch_word *ro_petrarch_at(const struct petrarch_text *text, uint32_t word)
{
    return &text->words[word - text->sentence.begin];
}

/* The noun that a word of the sentence is in, with all that hangs on it or close by; NULL where it is in none. */
static inline const struct petrarch_noun *ro_petrarch_noun_at(const struct petrarch_text *text, uint32_t word)
{
    uint32_t noun = ro_petrarch_at(text, word)->noun;
    return noun == RO_NONE ? NULL : &text->nouns[noun];
}

static inline const struct petrarch_noun *ro_petrarch_close_at(const struct petrarch_text *text, uint32_t word)
{
    uint32_t noun = ro_petrarch_at(text, word)->close;
    return noun == RO_NONE ? NULL : &text->nouns[noun];
}

#endif
