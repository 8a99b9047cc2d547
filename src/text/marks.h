/* marks.h: quotation marks, told apart from apostrophes and primes.
 * In "'We won't,' the workers' leader said." the first and the third single mark quote; "n't" and the
 * possessive do not: a mark is a word of its own, and the words stage says which lone one is an apostrophe. */
#ifndef RO_MARKS_H
#define RO_MARKS_H

#include "base/context.h"

enum mark_kind {
    RO_NO_MARK,
    RO_STRAIGHT_DOUBLE, /* " */
    RO_STRAIGHT_SINGLE, /* ' */
    RO_CURLY_DOUBLE,    /* U+201C U+201D */
    RO_CURLY_SINGLE,    /* U+2018 U+2019 */
    RO_LOW_DOUBLE,      /* U+201E: opens, and U+201C or U+201D closes */
    RO_LOW_SINGLE,      /* U+201A */
    RO_ANGLE_DOUBLE,    /* U+00AB U+00BB */
    RO_ANGLE_SINGLE,    /* U+2039 U+203A */
    RO_CORNER,          /* U+300C to U+300F */
    RO_PAIRED,          /* two single ones typed for a double one: `` and '' */
    RO_BACKTICK,        /* ` */
    RO_PRIME            /* feet, inches, minutes: 6 ' 2 ". No quotation. */
};

enum mark_side { RO_EITHER, RO_OPENS, RO_CLOSES };

struct mark {
    enum mark_kind kind;
    enum mark_side glyph; /* what its form says: straight marks may be either */
    enum mark_side
        spacing; /* what the whitespace around it says: before it only, RO_OPENS; behind only, RO_CLOSES */
    bool single; /* of single marks, with which quotations inside quotations are told apart */
};

/* The quotation mark that a word is, RO_NO_MARK in most cases. Constant time. */
struct mark ro_mark(const struct document *document, uint32_t word);

static inline enum mark_kind ro_mark_kind(const struct document *document, uint32_t word)
{
    return ro_mark(document, word).kind;
}

/* For the words stage: tells apostrophes from single quotation marks in a block's words, those from `first`
 * on, by what is open: sets word.apostrophe. */
void ro_marks_settle(struct document *document, uint32_t first);

#endif
