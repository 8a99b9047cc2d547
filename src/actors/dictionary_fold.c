/* dictionary_fold.c: letters are folded by Unicode: case, accents and forms of one letter make no difference. */
#include "actors/dictionary_fold.h"

#include <utf8proc.h>

enum kind {
    BLANK,
    LETTER,    /* is kept */
    MARK,      /* a piece of its own */
    NOTHING,   /* "U.S." -> "us" */
    APOSTROPHE /* nothing, but for a possessive */
};

/* Of ASCII; letters and digits stand apart. */
static const unsigned char kinds[0x80] = {
    ['&'] = MARK,    ['('] = MARK,    [')'] = MARK,    [','] = MARK,    ['.'] = NOTHING,     ['!'] = NOTHING,
    ['?'] = NOTHING, ['"'] = NOTHING, ['`'] = NOTHING, ['*'] = NOTHING, ['\''] = APOSTROPHE,
};

static bool is_plain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static enum kind kind_of(utf8proc_int32_t code)
{
    if (code < 0x80)
        return is_plain((unsigned char)code) ? LETTER : (enum kind)kinds[code];
    if (code == 0x2018 || code == 0x2019 || code == 0x2BC)
        return APOSTROPHE;
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        return NOTHING;
    default:
        return BLANK;
    }
}

/* Some bytes, and a blank before them where a piece begins. */
static bool put(struct folded *folded, const char *bytes, size_t length, bool begins)
{
    bool blank = begins && folded->length > 0;
    if (folded->length + blank + length > sizeof folded->text)
        return false;
    if (blank)
        folded->text[folded->length++] = ' ';
    memcpy(folded->text + folded->length, bytes, length);
    folded->length += length;
    return true;
}

/* A letter beyond ASCII: "Ô" -> "o". */
static bool put_letter(struct folded *folded, utf8proc_int32_t code, bool begins)
{
    enum { MOST = 18 }; /* into which one decomposes */
    utf8proc_int32_t parts[MOST];
    utf8proc_uint8_t bytes[4 * MOST];
    size_t length = 0;
    int class = 0;
    utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, MOST, options, &class);
    for (utf8proc_ssize_t i = 0; i < count && i < MOST; i++)
        length += (size_t)utf8proc_encode_char(parts[i], bytes + length);
    return put(folded, (const char *)bytes, length, begins && length);
}

/* Whether at an apostrophe a possessive begins that ends its word: "'s". */
static bool is_possessive(struct slice words, size_t after)
{
    if (after >= words.length || (words.data[after] != 's' && words.data[after] != 'S'))
        return false;
    unsigned char next = after + 1 < words.length ? (unsigned char)words.data[after + 1] : ' ';
    return next < 0x80 && !is_plain(next);
}

/* Add the character at a byte and move behind it; `begins` says whether a piece begins with the next that is kept. */
static bool put_character(struct folded *folded, struct slice words, size_t *at, bool *begins)
{
    utf8proc_int32_t code = (unsigned char)words.data[*at];
    utf8proc_ssize_t size = 1;
    if (code >= 0x80)
        size = utf8proc_iterate((const utf8proc_uint8_t *)words.data + *at, (utf8proc_ssize_t)(words.length - *at),
                                &code);
    *at += size > 0 ? (size_t)size : 1;
    enum kind kind = size > 0 ? kind_of(code) : BLANK;
    size_t before = folded->length;
    bool fits = true;
    if (kind == APOSTROPHE && is_possessive(words, *at)) {
        *at += 1;
        fits = put(folded, "'s", 2, true);
        kind = MARK;
    } else if (kind == LETTER && code >= 0x80) {
        fits = put_letter(folded, code, *begins);
    } else if (kind == LETTER || kind == MARK) {
        char c = (char)(code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code);
        fits = put(folded, &c, 1, *begins || kind == MARK);
    }
    if (kind == BLANK || folded->length > before)
        *begins = kind != LETTER;
    return fits;
}

bool ro_fold(struct folded *folded, struct slice words)
{
    size_t before = folded->length;
    bool begins = true, fits = true;
    for (size_t at = 0; at < words.length && fits;) {
        char c = words.data[at];
        if (begins || !is_plain((unsigned char)c) || folded->length == sizeof folded->text) {
            fits = put_character(folded, words, &at, &begins);
            continue;
        }
        folded->text[folded->length++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); /* nearly all of them */
        at++;
    }
    if (!fits)
        folded->length = before;
    return fits;
}

bool ro_fold_plural(struct folded *folded)
{
    size_t length = folded->length;
    char last = length ? folded->text[length - 1] : ' ', before = length > 1 ? folded->text[length - 2] : ' ';
    if (last == 'y' && !strchr("aeiou", before)) {
        folded->length--;
        return put(folded, "ies", 3, false);
    }
    return last == 's' ? put(folded, "es", 2, false) : put(folded, "s", 1, false);
}
