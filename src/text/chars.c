/* chars.c: kinds of characters: a table for ASCII, Unicode's categories for the rest. */
#include "text/chars.h"

#include <utf8proc.h>

#include "text/utf8.h"

/* Control characters that Python takes for whitespace are spaces here too, so that all trim alike. */
const char ro_ascii_kinds[128] = "99999999900000999999999999990000"  /* controls */
                                 "09499994789996992222222222999999"  /* !"#$%&'()*+,-./0-9:;<=>? */
                                 "91111111111111111111111111179899"  /* @A-Z[\]^_ */
                                 "41111111111111111111111111179899"; /* `a-z{|}~ */

static bool is_quote(uint32_t code)
{
    return code == 0xAB || code == 0xBB || code == 0xB4 || (code >= 0x2018 && code <= 0x201F) ||
           (code >= 0x2032 && code <= 0x2037) || code == 0x2039 || code == 0x203A || code == 0x02BC ||
           (code >= 0x300C && code <= 0x300F) || code == 0xFF02 || code == 0xFF07;
}

static enum char_kind kind_by_category(uint32_t code)
{
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return CHAR_LETTER;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return CHAR_DIGIT;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return CHAR_JOIN;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return CHAR_SPACE;
    case UTF8PROC_CATEGORY_PD:
        return CHAR_DASH;
    case UTF8PROC_CATEGORY_PS:
        return CHAR_OPEN;
    case UTF8PROC_CATEGORY_PE:
        return CHAR_CLOSE;
    default:
        return CHAR_SYMBOL;
    }
}

static enum char_kind kind_of(uint32_t code)
{
    if (is_quote(code))
        return CHAR_QUOTE;
    if (code == 0x85)
        return CHAR_SPACE;
    if (code == 0x2010 || code == 0x2011)
        return CHAR_HYPHEN;
    if ((code >= 0x1F3FB && code <= 0x1F3FF) || code == 0xFFFD) /* the skin of the emoji before; a lost letter */
        return CHAR_JOIN;
    return kind_by_category(code);
}

struct character ro_char_beyond_ascii(const char *text, uint32_t length, uint32_t at)
{
    struct character character = {.end = at};
    character.code = ro_utf8_next(text, length, &character.end);
    character.kind = kind_of(character.code);
    return character;
}

struct character ro_char_before(const char *text, uint32_t length, uint32_t at)
{
    if (at == 0)
        return (struct character){.code = 0, .end = 0, .kind = CHAR_SPACE};
    uint32_t begin = at - 1;
    while (begin > 0 && ((unsigned char)text[begin] & 0xC0) == 0x80)
        begin--;
    return ro_char_at(text, length, begin);
}

bool ro_char_is_upper(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z';
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool ro_char_is_lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'a' && code <= 'z';
    return utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_LL;
}

bool ro_char_is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x02BC || code == 0xFF07;
}
