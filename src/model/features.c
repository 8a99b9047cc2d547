/* features.c: pieces, hashed parts of the form, and how a word stands on the page. */
#include "model/features.h"

#include <utf8proc.h>

#include "text/chars.h"
#include "text/marks.h"

enum { LONGEST = 64 }; /* characters of a word that are looked at */

/* A word by its characters: small letters with every digit made 0, and X, x, d or the character itself. */
struct letters {
    uint32_t form[LONGEST], shape[LONGEST];
    uint32_t count;
};

static uint32_t shape_of(uint32_t code, enum char_kind kind)
{
    if (kind == CHAR_DIGIT)
        return 'd';
    if (kind != CHAR_LETTER)
        return code;
    return ro_char_is_upper(code) ? 'X' : 'x';
}

static void spell(struct letters *letters, struct slice word)
{
    letters->count = 0;
    for (uint32_t at = 0; at < word.length && letters->count < LONGEST;) {
        struct character c = ro_char_at(word.data, (uint32_t)word.length, at);
        uint32_t low = c.code < 0x80 ? (c.code >= 'A' && c.code <= 'Z' ? c.code | 0x20 : c.code)
                                     : (uint32_t)utf8proc_tolower((utf8proc_int32_t)c.code);
        letters->form[letters->count] = c.kind == CHAR_DIGIT ? '0' : low;
        letters->shape[letters->count++] = shape_of(c.code, c.kind);
        at = c.end;
    }
}

/* FNV-1a over code points, mixed so that its low bits may be taken. */
static uint32_t hash(const uint32_t *codes, uint32_t count)
{
    uint32_t value = 2166136261u;
    for (uint32_t i = 0; i < count; i++)
        value = (value ^ codes[i]) * 16777619u;
    value ^= value >> 15;
    value *= 0x2C1B3C6Du;
    return value ^ (value >> 13);
}

/* "McDonald's" -> "XxXxx'x": three of a kind are told as two. */
static uint32_t hash_shape(const struct letters *letters)
{
    uint32_t runs[LONGEST], count = 0;
    for (uint32_t i = 0; i < letters->count; i++)
        if (count < 2 || runs[count - 1] != letters->shape[i] || runs[count - 2] != letters->shape[i])
            runs[count++] = letters->shape[i];
    return hash(runs, count);
}

static uint32_t hash_end(const struct letters *letters, uint32_t length)
{
    uint32_t taken = letters->count < length ? letters->count : length;
    return hash(letters->form + letters->count - taken, taken);
}

enum quoting { OUTSIDE, INSIDE, OPENING, CLOSING };

/* What a word is to the double quotation marks of its block; *open is kept from word to word. */
static enum quoting quoting_of(const struct document *document, uint32_t word, bool *open)
{
    struct mark mark = ro_mark(document, word);
    if (mark.kind == RO_NO_MARK || mark.kind == RO_PRIME || mark.single)
        return *open ? INSIDE : OUTSIDE;
    enum mark_side side = mark.glyph != RO_EITHER ? mark.glyph : mark.spacing;
    *open = side == RO_EITHER ? !*open : side == RO_OPENS;
    return *open ? OPENING : CLOSING;
}

/* Whether a line ends between a word and the one before it. */
static bool begins_line(const struct document *document, uint32_t word)
{
    uint32_t from = word > 0 ? document->words[word - 1].span.end : 0, to = document->words[word].span.begin;
    return to > from && memchr(document->text + from, '\n', to - from) != NULL;
}

static uint32_t layout_of(const struct document *document, uint32_t word, enum quoting quoting)
{
    const struct word *own = &document->words[word];
    const struct block *block = &document->blocks[own->block];
    bool starts_block = block->span.begin == own->span.begin;
    uint32_t gap = starts_block ? 3 : own->glued ? 0 : begins_line(document, word) ? 2 : 1;
    return gap + 4 * (uint32_t)own->starts + 8 * (uint32_t)quoting + 32 * (uint32_t)block->kind;
}

static void read_word(const struct vocabulary *vocabulary, const struct document *document, uint32_t word,
                      enum quoting quoting, struct word_features *out)
{
    static const uint32_t sizes[RO_FEATURES] = {RO_FORM_ROWS,    RO_PREFIX_ROWS, RO_SUFFIX2_ROWS,
                                                RO_SUFFIX3_ROWS, RO_SHAPE_ROWS,  RO_LAYOUT_ROWS};
    struct slice form = ro_document_word(document, word);
    struct letters letters;
    spell(&letters, form);
    const uint32_t values[RO_FEATURES] = {hash(letters.form, letters.count),
                                          hash(letters.form, letters.count < 3 ? letters.count : 3),
                                          hash_end(&letters, 2),
                                          hash_end(&letters, 3),
                                          hash_shape(&letters),
                                          layout_of(document, word, quoting)};
    uint32_t first = vocabulary->count;
    for (uint32_t i = 0; i < RO_FEATURES; first += sizes[i++])
        out->rows[i] = (uint16_t)(first + values[i] % sizes[i]);
    uint32_t pieces[RO_PIECES];
    out->piece_count = (uint16_t)ro_pieces(vocabulary, form, pieces);
    for (uint32_t i = 0; i < RO_PIECES; i++)
        out->pieces[i] = i < out->piece_count ? (uint16_t)pieces[i] : 0;
}

void ro_features_read(const struct vocabulary *vocabulary, const struct document *document,
                      struct word_features *out)
{
    bool open = false;
    uint32_t block = RO_NONE;
    for (uint32_t word = 0; word < document->word_count; word++) {
        uint32_t own = document->words[word].block;
        open = open && own == block;
        block = own;
        read_word(vocabulary, document, word, quoting_of(document, word, &open), &out[word]);
    }
}
