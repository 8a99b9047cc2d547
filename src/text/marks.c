/* marks.c: what quotation mark a word is. */
#include "text/marks.h"

#include "text/chars.h"
#include "text/forms.h"

struct glyph {
    enum mark_kind kind;
    enum mark_side side;
    bool single;
};

static struct glyph glyph_of_code(uint32_t code)
{
    switch (code) {
    case '"':
    case 0xFF02:
        return (struct glyph){RO_STRAIGHT_DOUBLE, RO_EITHER, false};
    case '\'':
    case 0xFF07:
        return (struct glyph){RO_STRAIGHT_SINGLE, RO_EITHER, true};
    case 0x201C:
    case 0x201F:
        return (struct glyph){RO_CURLY_DOUBLE, RO_OPENS, false};
    case 0x201D:
        return (struct glyph){RO_CURLY_DOUBLE, RO_CLOSES, false};
    case 0x2018:
    case 0x201B:
        return (struct glyph){RO_CURLY_SINGLE, RO_OPENS, true};
    case 0x2019:
        return (struct glyph){RO_CURLY_SINGLE, RO_CLOSES, true};
    case 0x201E:
        return (struct glyph){RO_LOW_DOUBLE, RO_OPENS, false};
    case 0x201A:
        return (struct glyph){RO_LOW_SINGLE, RO_OPENS, true};
    case 0xAB: /* some open with these, some close */
    case 0xBB:
        return (struct glyph){RO_ANGLE_DOUBLE, RO_EITHER, false};
    case 0x2039:
    case 0x203A:
        return (struct glyph){RO_ANGLE_SINGLE, RO_EITHER, true};
    case 0x300C:
    case 0x300E:
        return (struct glyph){RO_CORNER, RO_OPENS, false};
    case 0x300D:
    case 0x300F:
        return (struct glyph){RO_CORNER, RO_CLOSES, false};
    case '`':
        return (struct glyph){RO_BACKTICK, RO_OPENS, true};
    case 0xB4:
        return (struct glyph){RO_BACKTICK, RO_CLOSES, true};
    case 0x2032:
        return (struct glyph){RO_PRIME, RO_EITHER, true};
    case 0x2033:
        return (struct glyph){RO_PRIME, RO_EITHER, false};
    default:
        return (struct glyph){RO_NO_MARK, RO_EITHER, false};
    }
}

/* Two single marks typed for a double one. Many open and close with ''. */
static struct glyph glyph_of_pair(uint32_t first, uint32_t second)
{
    if (first == '\'' && second == '\'')
        return (struct glyph){RO_PAIRED, RO_EITHER, false};
    if ((first == '`' && second == '`') || (first == 0x2018 && (second == 0x2018 || second == 0x2019)))
        return (struct glyph){RO_PAIRED, RO_OPENS, false};
    if (first == 0x2019 && second == 0x2019)
        return (struct glyph){RO_PAIRED, RO_CLOSES, false};
    return (struct glyph){RO_NO_MARK, RO_EITHER, false};
}

static struct glyph glyph_of(const struct document *document, uint32_t word)
{
    struct span span = document->words[word].span;
    struct character first = ro_char_at(document->text, span.end, span.begin);
    if (first.kind != CHAR_QUOTE)
        return (struct glyph){RO_NO_MARK, RO_EITHER, false}; /* nearly every word */
    if (first.end == span.end)
        return glyph_of_code(first.code);
    struct character second = ro_char_at(document->text, span.end, first.end);
    return second.end == span.end ? glyph_of_pair(first.code, second.code)
                                  : (struct glyph){RO_NO_MARK, RO_EITHER, false};
}

static bool space_behind(const struct document *document, uint32_t word)
{
    return word + 1 == document->word_count || !document->words[word + 1].glued;
}

static enum mark_side spacing_of(const struct document *document, uint32_t word)
{
    bool before = !document->words[word].glued, behind = space_behind(document, word);
    return before == behind ? RO_EITHER : before ? RO_OPENS : RO_CLOSES;
}

static bool is_digit(const struct document *document, uint32_t at)
{
    return at < document->length && document->text[at] >= '0' && document->text[at] <= '9';
}

/* Whether a word is glued to a digit before it. */
static bool follows_digit(const struct document *document, uint32_t word)
{
    return word > 0 && document->words[word].glued && is_digit(document, document->words[word].span.begin - 1);
}

/* 6'2", the mark of the feet. */
static bool is_feet(const struct document *document, uint32_t word)
{
    return glyph_of(document, word).single && follows_digit(document, word) &&
           is_digit(document, document->words[word].span.end);
}

/* 6'2", either mark. */
static bool is_measure(const struct document *document, uint32_t word)
{
    return is_feet(document, word) || (word >= 2 && follows_digit(document, word) &&
                                       document->words[word - 1].glued && is_feet(document, word - 2));
}

struct mark ro_mark(const struct document *document, uint32_t word)
{
    struct glyph glyph = glyph_of(document, word);
    if (glyph.kind == RO_NO_MARK || document->words[word].apostrophe)
        return (struct mark){RO_NO_MARK, RO_EITHER, RO_EITHER, false};
    bool measure = glyph.side != RO_OPENS && is_measure(document, word);
    return (struct mark){.kind = measure ? RO_PRIME : glyph.kind,
                         .glyph = glyph.side,
                         .spacing = spacing_of(document, word),
                         .single = glyph.single};
}

/* Whether a lone mark may be an apostrophe: "the workers' rights", and where nothing is open "them doin' it". */
static bool may_be_apostrophe(const struct document *document, uint32_t word, bool open)
{
    const struct word *words = document->words;
    if (!words[word].glued || !space_behind(document, word))
        return false;
    struct slice before = ro_document_word(document, word - 1);
    char last = ro_lower(before.data[before.length - 1]);
    return last == 's' || last == 'z' || last == 'x' || (!open && last >= 'a' && last <= 'z');
}

/* Whether a single mark that could close what is open stands behind `word` before another opens. */
static bool closes_later(const struct document *document, uint32_t word)
{
    for (uint32_t i = word + 1; i < document->word_count && i - word < 40; i++) {
        struct glyph glyph = glyph_of(document, i);
        if (glyph.single && glyph.kind != RO_PRIME)
            return glyph.side != RO_OPENS && spacing_of(document, i) != RO_OPENS;
    }
    return false;
}

void ro_marks_settle(struct document *document, uint32_t first)
{
    bool open = false;
    for (uint32_t i = first; i < document->word_count; i++) {
        struct glyph glyph = glyph_of(document, i);
        if (!glyph.single || glyph.kind == RO_PRIME)
            continue;
        struct word *word = &document->words[i];
        enum mark_side spacing = spacing_of(document, i);
        if (glyph.side == RO_OPENS || (glyph.side == RO_EITHER && spacing == RO_OPENS))
            open = true;
        else if (may_be_apostrophe(document, i, open) && (!open || closes_later(document, i)))
            word->apostrophe = true;
        else
            open = false;
    }
}
