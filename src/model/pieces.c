/* pieces.c: greedy cuts of a word, mark by mark and letters by letters, into pieces of the vocabulary. */
#include "model/pieces.h"

#include <utf8proc.h>

#include "text/chars.h"

enum { LONGEST = 96 }; /* bytes of a normalised word; what is behind them is left out */

uint32_t ro_vocabulary_lines(struct slice text)
{
    uint32_t lines = 0;
    for (size_t i = 0; i < text.length; i++)
        lines += text.data[i] == '\n';
    return lines + (text.length > 0 && text.data[text.length - 1] != '\n');
}

bool ro_vocabulary_read(struct vocabulary *vocabulary, struct arena *arena, struct slice text)
{
    *vocabulary = (struct vocabulary){.unknown = RO_TABLE_NONE};
    if (!ro_table_reserve(&vocabulary->first, arena, ro_vocabulary_lines(text)))
        return false;
    for (size_t at = 0; at < text.length; vocabulary->count++) {
        const char *line = text.data + at, *stop = memchr(line, '\n', text.length - at);
        size_t length = stop ? (size_t)(stop - line) : text.length - at;
        bool inner = length > 2 && line[0] == '#' && line[1] == '#';
        struct slice piece = {inner ? line + 2 : line, inner ? length - 2 : length};
        struct table *table = inner ? &vocabulary->inner : &vocabulary->first;
        if (ro_table_put(table, arena, piece, vocabulary->count) == RO_TABLE_NONE)
            return false;
        at += length + 1;
    }
    vocabulary->unknown = ro_table_get(&vocabulary->first, RO_SLICE("[UNK]"));
    return vocabulary->unknown != RO_TABLE_NONE;
}

/* A word in small letters without accents, and where its marks stand. */
struct plain {
    char bytes[LONGEST + 4];
    bool mark[LONGEST + 4]; /* of a byte: a character that is a piece of its own begins here */
    uint32_t length;
};

static bool is_mark(uint32_t code)
{
    if (code < 0x80)
        return !((code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z'));
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO) ||
           (code >= 0x4E00 && code <= 0x9FFF);
}

static void add_code(struct plain *plain, utf8proc_int32_t code)
{
    if (utf8proc_category(code) == UTF8PROC_CATEGORY_MN || plain->length > LONGEST - 4)
        return; /* an accent, or too long */
    plain->mark[plain->length] = is_mark((uint32_t)code);
    plain->length += (uint32_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)plain->bytes + plain->length);
}

static void add_decomposed(struct plain *plain, uint32_t code)
{
    enum { MOST = 32 };
    utf8proc_int32_t parts[MOST];
    int last = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(utf8proc_tolower((utf8proc_int32_t)code), parts, MOST,
                                                     UTF8PROC_DECOMPOSE, &last);
    for (utf8proc_ssize_t i = 0; i < count && i < MOST; i++)
        add_code(plain, parts[i]);
}

static void normalise(struct plain *plain, struct slice word)
{
    for (uint32_t at = 0; at < word.length;) {
        unsigned char byte = (unsigned char)word.data[at];
        if (byte < 0x80 && plain->length <= LONGEST - 4) {
            plain->mark[plain->length] = is_mark(byte);
            plain->bytes[plain->length++] = (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
            at++;
        } else {
            struct character character = ro_char_at(word.data, (uint32_t)word.length, at);
            add_decomposed(plain, character.code);
            at = character.end;
        }
    }
}

/* The longest piece that begins at `begin` and ends by `end`; *length becomes its own, 0 where there is none. */
static uint32_t longest(const struct table *table, const struct plain *plain, uint32_t begin, uint32_t end,
                        uint32_t *length)
{
    for (uint32_t stop = end; stop > begin; stop--) {
        if (stop < end && ((unsigned char)plain->bytes[stop] & 0xC0) == 0x80)
            continue; /* inside a character */
        uint32_t piece = ro_table_get(table, (struct slice){plain->bytes + begin, stop - begin});
        if (piece != RO_TABLE_NONE) {
            *length = stop - begin;
            return piece;
        }
    }
    *length = 0;
    return RO_TABLE_NONE;
}

/* The end of the mark, or of the letters and digits, that begin at `begin`. */
static uint32_t run_end(const struct plain *plain, uint32_t begin)
{
    uint32_t end = begin + 1;
    while (end < plain->length &&
           (((unsigned char)plain->bytes[end] & 0xC0) == 0x80 || (!plain->mark[begin] && !plain->mark[end])))
        end++;
    return end;
}

/* Cut one run; one that cannot be cut to its end is unknown as a whole. */
static uint32_t cut(const struct vocabulary *vocabulary, const struct plain *plain, uint32_t begin, uint32_t end,
                    uint32_t *pieces, uint32_t count)
{
    const struct table *table = &vocabulary->first;
    uint32_t first = count, length = 0;
    while (begin < end && count < RO_PIECES) {
        uint32_t piece = longest(table, plain, begin, end, &length);
        if (!length) {
            pieces[first] = vocabulary->unknown;
            return first + 1;
        }
        pieces[count++] = piece;
        begin += length;
        table = &vocabulary->inner;
    }
    return count;
}

uint32_t ro_pieces(const struct vocabulary *vocabulary, struct slice word, uint32_t pieces[RO_PIECES])
{
    struct plain plain;
    plain.length = 0;
    normalise(&plain, word);
    uint32_t count = 0;
    for (uint32_t begin = 0; begin < plain.length && count < RO_PIECES;) {
        uint32_t end = run_end(&plain, begin);
        count = cut(vocabulary, &plain, begin, end, pieces, count);
        begin = end;
    }
    if (count == 0)
        pieces[count++] = vocabulary->unknown; /* nothing but accents */
    return count;
}
