/* places_fold.c: one form for all that a name of a place may be written as: "MONTRÉAL", "Montreal" -> "montreal",
 * "St. Louis" -> "st louis", "N'Djamena" -> "ndjamena"; but "LA", "L.A." -> "LA", "La." -> "La". */
#include "names/places_table.h"

#include <utf8proc.h>
#include <xxhash.h>

enum { SHORT = 3 /* the longest name that is compared with its case */ };

struct folded {
    char text[RO_PLACE_NAME];
    size_t length;
    bool blank, capital, overflow;
};

static void add(struct folded *folded, char c)
{
    if (folded->length + 2 > sizeof folded->text) {
        folded->overflow = true;
        return;
    }
    if (folded->blank && folded->length)
        folded->text[folded->length++] = ' ';
    folded->blank = false;
    folded->text[folded->length++] = c;
}

static void add_ascii(struct folded *folded, char c)
{
    if (c == ' ' || c == '-' || c == '\n' || c == '\t' || c == '\r' || c == '/')
        folded->blank = true;
    else if (c != '.' && c != '\'' && c != '`')
        add(folded, c);
    folded->capital |= c >= 'A' && c <= 'Z';
}

/* Letters that do not come apart into a letter and its mark; NULL: another. */
static const char *plain_letters(utf8proc_int32_t code)
{
    static const struct {
        utf8proc_int32_t code;
        const char *plain;
    } letters[] = {
        {0xC6, "Ae"}, {0xD0, "D"},   {0xD8, "O"},   {0xDE, "Th"},  {0xDF, "ss"}, {0xE6, "ae"},
        {0xF0, "d"},  {0xF8, "o"},   {0xFE, "th"},  {0x110, "D"},  {0x111, "d"}, {0x131, "i"},
        {0x141, "L"}, {0x142, "l"},  {0x152, "Oe"}, {0x153, "oe"}, {0x18F, "A"}, {0x259, "a"},
        {0x2018, ""}, {0x2019, ""},  {0x201B, ""},  {0x2BB, ""},   {0x2BC, ""},  {0x2BE, ""},
        {0x2BF, ""},  {0x2010, "-"}, {0x2011, "-"}, {0x2013, "-"}, {0xA0, " "},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].code == code)
            return letters[i].plain;
    return NULL;
}

static void add_code(struct folded *folded, utf8proc_int32_t code)
{
    utf8proc_int32_t parts[8];
    utf8proc_uint8_t bytes[4];
    int bound = 0;
    const char *plain = plain_letters(code);
    for (; plain && *plain; plain++)
        add_ascii(folded, *plain);
    if (plain)
        return;
    utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK,
                                                     &bound);
    for (utf8proc_ssize_t i = 0; i < count && i < 8; i++) {
        if (parts[i] < 0x80) {
            add_ascii(folded, (char)parts[i]);
            continue;
        }
        folded->capital |= utf8proc_tolower(parts[i]) != parts[i];
        utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(parts[i]), bytes);
        for (utf8proc_ssize_t j = 0; j < size; j++)
            add(folded, (char)bytes[j]);
    }
}

static void lower(struct folded *folded)
{
    for (size_t i = 0; i < folded->length; i++) {
        char c = folded->text[i];
        folded->text[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
}

bool ro_place_hash(struct slice name, uint64_t *hash)
{
    struct folded folded = {.length = 0};
    utf8proc_int32_t code;
    for (size_t at = 0; at < name.length && !folded.overflow;) {
        if ((signed char)name.data[at] >= 0) {
            add_ascii(&folded, name.data[at++]);
            continue;
        }
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)name.data + at,
                                                 (utf8proc_ssize_t)(name.length - at), &code);
        if (size <= 0)
            return false;
        add_code(&folded, code);
        at += (size_t)size;
    }
    if (folded.overflow || !folded.length || !folded.capital)
        return false;
    if (folded.length > SHORT)
        lower(&folded);
    *hash = XXH3_64bits(folded.text, folded.length);
    return true;
}
