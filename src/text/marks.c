/* marks.c: what quotation mark a word is. */
#include "text/marks.h"

#include "text/chars.h"

static const struct glyph {
    const char *form;
    enum mark_kind kind;
    enum mark_side side;
    bool single;
} glyphs[] = {
    {"\"", RO_STRAIGHT_DOUBLE, RO_EITHER, false},
    {"'", RO_STRAIGHT_SINGLE, RO_EITHER, true},
    {"\xE2\x80\x9C", RO_CURLY_DOUBLE, RO_OPENS, false}, /* U+201C */
    {"\xE2\x80\x9D", RO_CURLY_DOUBLE, RO_CLOSES, false},
    {"\xE2\x80\x9F", RO_CURLY_DOUBLE, RO_OPENS, false},
    {"\xE2\x80\x98", RO_CURLY_SINGLE, RO_OPENS, true}, /* U+2018 */
    {"\xE2\x80\x99", RO_CURLY_SINGLE, RO_CLOSES, true},
    {"\xE2\x80\x9B", RO_CURLY_SINGLE, RO_OPENS, true},
    {"\xE2\x80\x9E", RO_LOW_DOUBLE, RO_OPENS, false}, /* U+201E */
    {"\xE2\x80\x9A", RO_LOW_SINGLE, RO_OPENS, true},
    {"\xC2\xAB", RO_ANGLE_DOUBLE, RO_EITHER, false}, /* U+00AB: some open with it, some close */
    {"\xC2\xBB", RO_ANGLE_DOUBLE, RO_EITHER, false},
    {"\xE2\x80\xB9", RO_ANGLE_SINGLE, RO_EITHER, true},
    {"\xE2\x80\xBA", RO_ANGLE_SINGLE, RO_EITHER, true},
    {"\xE3\x80\x8C", RO_CORNER, RO_OPENS, false}, /* U+300C */
    {"\xE3\x80\x8D", RO_CORNER, RO_CLOSES, false},
    {"\xE3\x80\x8E", RO_CORNER, RO_OPENS, false},
    {"\xE3\x80\x8F", RO_CORNER, RO_CLOSES, false},
    {"\xEF\xBC\x82", RO_STRAIGHT_DOUBLE, RO_EITHER, false}, /* U+FF02 */
    {"\xEF\xBC\x87", RO_STRAIGHT_SINGLE, RO_EITHER, true},
    {"``", RO_PAIRED, RO_OPENS, false},
    {"''", RO_PAIRED, RO_EITHER, false}, /* many close and open with it */
    {"\xE2\x80\x98\xE2\x80\x98", RO_PAIRED, RO_OPENS, false},
    {"\xE2\x80\x98\xE2\x80\x99", RO_PAIRED, RO_OPENS, false},
    {"\xE2\x80\x99\xE2\x80\x99", RO_PAIRED, RO_CLOSES, false},
    {"`", RO_BACKTICK, RO_OPENS, true},
    {"\xC2\xB4", RO_BACKTICK, RO_CLOSES, true},
    {"\xE2\x80\xB2", RO_PRIME, RO_EITHER, true},
    {"\xE2\x80\xB3", RO_PRIME, RO_EITHER, false},
};

static const struct glyph *glyph_of(struct slice form)
{
    unsigned char first = form.length && form.length <= 6 ? (unsigned char)form.data[0] : 'a';
    if (first != '"' && first != '\'' && first != '`' && first < 0x80)
        return NULL; /* nearly every word */
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++)
        if (ro_slice_equal(form, ro_slice(glyphs[i].form)))
            return &glyphs[i];
    return NULL;
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

static bool ends_with_digit(const struct document *document, uint32_t word)
{
    struct slice form = ro_document_word(document, word);
    return form.data[form.length - 1] >= '0' && form.data[form.length - 1] <= '9';
}

/* 6'2", the mark behind the 6 or the 2: feet and inches. */
static bool is_measure(const struct document *document, uint32_t word)
{
    const struct word *words = document->words;
    if (word == 0 || !words[word].glued || !ends_with_digit(document, word - 1))
        return false;
    char form = document->text[words[word].span.begin];
    if (form == '\'')
        return !space_behind(document, word) && ends_with_digit(document, word + 1);
    return form == '"' && word >= 2 && words[word - 1].glued &&
           document->text[words[word - 2].span.begin] == '\'';
}

struct mark ro_mark(const struct document *document, uint32_t word)
{
    const struct glyph *glyph = glyph_of(ro_document_word(document, word));
    if (!glyph || document->words[word].apostrophe)
        return (struct mark){RO_NO_MARK, RO_EITHER, RO_EITHER, false};
    bool measure = glyph->side == RO_EITHER && is_measure(document, word);
    return (struct mark){.kind = measure ? RO_PRIME : glyph->kind,
                         .glyph = glyph->side,
                         .spacing = spacing_of(document, word),
                         .single = glyph->single};
}

/* Whether a lone mark may be the apostrophe of a possessive: glued to a letter, "workers' rights". */
static bool may_be_possessive(const struct document *document, uint32_t word)
{
    const struct word *words = document->words;
    if (!words[word].glued || !space_behind(document, word))
        return false;
    struct slice before = ro_document_word(document, word - 1);
    char last = ro_lower(before.data[before.length - 1]);
    return last == 's' || last == 'z' || last == 'x';
}

/* Whether a single mark that could close what is open stands behind `word` before another opens. */
static bool closes_later(const struct document *document, uint32_t word)
{
    for (uint32_t i = word + 1; i < document->word_count && i - word < 40; i++) {
        const struct glyph *glyph = glyph_of(ro_document_word(document, i));
        if (glyph && glyph->single && glyph->side != RO_OPENS)
            return spacing_of(document, i) != RO_OPENS;
    }
    return false;
}

void ro_marks_settle(struct document *document, uint32_t first)
{
    bool open = false;
    for (uint32_t i = first; i < document->word_count; i++) {
        const struct glyph *glyph = glyph_of(ro_document_word(document, i));
        if (!glyph || !glyph->single || glyph->kind == RO_PRIME)
            continue;
        struct word *word = &document->words[i];
        enum mark_side spacing = spacing_of(document, i);
        if (glyph->side == RO_OPENS || (glyph->side == RO_EITHER && spacing == RO_OPENS))
            open = true;
        else if (may_be_possessive(document, i) && (!open || closes_later(document, i)))
            word->apostrophe = true;
        else
            open = false;
    }
}
