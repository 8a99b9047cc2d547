/* dictionary_fold.c: letters are folded by Unicode: case, accents and forms of one letter make no difference. */
#include "actors/dictionary_fold.h"

#include <utf8proc.h>

enum kind {
    LETTER,     /* is kept */
    MARK,       /* a piece of its own */
    NOTHING,    /* "U.S." -> "us" */
    APOSTROPHE, /* nothing, but for a possessive */
    BLANK
};

static enum kind ascii_kind(unsigned char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return LETTER;
    if (c && strchr("&(),", c))
        return MARK;
    if (c && strchr(".!?\"`*", c))
        return NOTHING;
    return c == '\'' ? APOSTROPHE : BLANK;
}

static enum kind kind_of(utf8proc_int32_t code)
{
    if (code < 0x80)
        return ascii_kind((unsigned char)code);
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
    return next < 0x80 && ascii_kind(next) != LETTER;
}

/* Add a character; `begins` says whether a piece begins with the next one that is kept. */
static bool put_character(struct folded *folded, utf8proc_int32_t code, bool *begins)
{
    enum kind kind = kind_of(code);
    if (kind == NOTHING || kind == APOSTROPHE)
        return true;
    if (kind == BLANK) {
        *begins = true;
        return true;
    }
    size_t before = folded->length;
    char c = (char)(code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code);
    bool fits = code < 0x80 ? put(folded, &c, 1, *begins || kind == MARK) : put_letter(folded, code, *begins);
    if (folded->length > before)
        *begins = kind == MARK;
    return fits;
}

bool ro_fold(struct folded *folded, struct slice words)
{
    size_t before = folded->length;
    bool begins = true, fits = true;
    for (size_t at = 0; at < words.length && fits;) {
        utf8proc_int32_t code = (unsigned char)words.data[at];
        utf8proc_ssize_t size = 1;
        if (code >= 0x80)
            size = utf8proc_iterate((const utf8proc_uint8_t *)words.data + at,
                                    (utf8proc_ssize_t)(words.length - at), &code);
        if (size <= 0) { /* callers have checked this */
            code = ' ';
            size = 1;
        }
        at += (size_t)size;
        if (kind_of(code) == APOSTROPHE && is_possessive(words, at)) {
            fits = put(folded, "'s", 2, true);
            begins = true;
            at++;
        } else {
            fits = put_character(folded, code, &begins);
        }
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
