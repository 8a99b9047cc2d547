/* dictionary_phrases.h: phrases to numbers, and the longest one that begins at a word of a document. A table has each phrase
 * and each of its beginnings, so that the search ends with the first word that leads nowhere: nearly always at once. */
#ifndef RO_DICTIONARY_PHRASES_H
#define RO_DICTIONARY_PHRASES_H

#include "actors/dictionary_fold.h"
#include "base/document.h"
#include "base/table.h"

struct terms {
    struct table beginnings; /* to their place in values */
    uint32_t *values;        /* RO_NONE: only a beginning */
    uint32_t count;
};

/* Make room for about so many phrases; false without memory. */
bool ro_terms_reserve(struct terms *phrases, struct arena *arena, size_t count);

/* Add a phrase, or give it another number; false without memory. */
bool ro_terms_add(struct terms *phrases, struct arena *arena, const struct folded *phrase, uint32_t value);

/* The number of the longest phrase that begins at a word, and its length in words; RO_NONE: there is none. */
uint32_t ro_terms_find(const struct terms *phrases, const struct document *document, uint32_t word,
                       uint32_t *words);

#endif
