/* phrases.h: keys of one or more words to numbers; finds the longest that begins at a word of a document. */
#ifndef RO_PHRASES_H
#define RO_PHRASES_H

#include "base/document.h"
#include "base/table.h"
#include "names/keys.h"
#include "names/strings.h"

struct phrases {
    struct table keys; /* phrases and what they begin with, to places in `values` */
    uint32_t *values;  /* RO_NONE: something begins so, but it is no phrase */
    uint32_t count;
    struct strings strings;
};

/* Where the value of a key is, RO_NONE at first, to be read or set before the next call; the key is copied. NULL where there is
 * no memory. */
uint32_t *ro_phrases_put(struct phrases *phrases, struct arena *arena, const struct name_key *key);

/* The value of a key, or RO_NONE. */
uint32_t ro_phrases_get(const struct phrases *phrases, const struct name_key *key);

struct phrase_match {
    uint32_t value;  /* or RO_NONE */
    uint32_t length; /* words */
};

/* The longest phrase that begins at a word and ends in its sentence. `lower`: in whatever case, and the last word may be
 * another form of the phrase's ("ministers"). */
struct phrase_match ro_phrases_find(const struct phrases *phrases, const struct document *document, uint32_t word,
                                    bool lower);

#endif
