/* chars.h: what kind of character stands at a byte of the text, as far as words and sentences care. */
#ifndef RO_CHARS_H
#define RO_CHARS_H

#include "base/span.h"

enum char_kind {
    CHAR_SPACE, /* whitespace, line breaks among it */
    CHAR_LETTER,
    CHAR_DIGIT,
    CHAR_JOIN,   /* belongs to the character before: accents, joiners, zero-width marks */
    CHAR_QUOTE,  /* quotation marks and apostrophes */
    CHAR_DASH,   /* all but the hyphens */
    CHAR_HYPHEN, /* '-' and U+2010, U+2011 */
    CHAR_OPEN,   /* brackets */
    CHAR_CLOSE,
    CHAR_SYMBOL /* everything else */
};

struct character {
    uint32_t code;
    uint32_t end; /* byte behind it */
    enum char_kind kind;
};

/* The kinds of the ASCII characters, as digits: '0' is CHAR_SPACE. */
extern const char ro_ascii_kinds[128];

struct character ro_char_beyond_ascii(const char *text, uint32_t length, uint32_t at);

/* The character at a byte of well-formed UTF-8; at the end, a space of code 0 that ends where it begins. */
static inline struct character ro_char_at(const char *text, uint32_t length, uint32_t at)
{
    if (at >= length)
        return (struct character){.code = 0, .end = at, .kind = CHAR_SPACE};
    unsigned char byte = (unsigned char)text[at];
    if (byte >= 0x80)
        return ro_char_beyond_ascii(text, length, at);
    return (struct character){.code = byte, .end = at + 1, .kind = (enum char_kind)(ro_ascii_kinds[byte] - '0')};
}

/* The character that ends at a byte; at 0, a space of code 0. */
struct character ro_char_before(const char *text, uint32_t length, uint32_t at);

bool ro_char_is_upper(uint32_t code);
bool ro_char_is_lower(uint32_t code);

/* Whether a word begins with a capital, or with a small letter. */
static inline bool ro_begins_upper(struct slice word)
{
    return ro_char_is_upper(ro_char_at(word.data, (uint32_t)word.length, 0).code);
}

static inline bool ro_begins_lower(struct slice word)
{
    return ro_char_is_lower(ro_char_at(word.data, (uint32_t)word.length, 0).code);
}

/* Single quotation marks that also serve as apostrophes: ' and U+2019 and their look-alikes. */
bool ro_char_is_apostrophe(uint32_t code);

#endif
