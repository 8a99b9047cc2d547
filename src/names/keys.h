/* keys.h: how names are compared: "U.S." is "US", "al-Qaeda" is "al Qaeda", a curly apostrophe is a straight one, accents are
 * left out. Capitals count, unless the key is to be in small letters. */
#ifndef RO_KEYS_H
#define RO_KEYS_H

#include "base/document.h"

enum { RO_LONGEST_KEY = 96 };

struct name_key {
    char text[RO_LONGEST_KEY];
    uint32_t length;
    bool lower; /* put into small letters */
    bool space; /* one is due before the next character */
    bool full;  /* something did not fit: the key is of no use */
};

/* Add a name or a word of one; `glued`: no space stands before it. */
void ro_name_key_add(struct name_key *key, struct slice text, bool glued);

/* The key of a whole name. */
struct name_key ro_name_key(struct slice name, bool lower);

/* The key of some words, in small letters. */
struct name_key ro_name_key_words(const struct document *document, struct range words);

static inline struct slice ro_name_key_slice(const struct name_key *key)
{
    return (struct slice){key->text, key->length};
}

#endif
