/* datelines.c: the place, date and agency before a report: "HANOI, Feb. 28 (Xinhua) -- The talks ended." */
#include "text/chars.h"
#include "text/forms.h"
#include "text/kinds.h"

enum { LONGEST_DATELINE = 80, LONGEST_PLACE = 4 };

/* A dateline while it is read: words until a dash. */
struct dateline {
    uint32_t words;
    uint32_t place, shouted; /* words in capitals: before the first comma, and behind it */
    bool comma;              /* something follows the place */
    bool agency;             /* a part in brackets */
};

/* A word until the next blank, without a comma or full stop behind it; *comma says whether there was one. */
static struct slice take_word(const struct document *document, uint32_t *at, uint32_t end, bool *comma)
{
    uint32_t begin = *at;
    while (*at < end && document->text[*at] != ' ')
        ++*at;
    struct slice word = {document->text + begin, *at - begin};
    *comma = word.length > 0 && word.data[word.length - 1] == ',';
    while (word.length > 0 && (word.data[word.length - 1] == ',' || word.data[word.length - 1] == '.'))
        word.length--;
    while (*at < end && document->text[*at] == ' ')
        ++*at;
    return word;
}

static bool is_dash(struct slice word)
{
    struct character c = ro_char_at(word.data, (uint32_t)word.length, 0);
    return (word.length == 2 && memcmp(word.data, "--", 2) == 0) || (word.length == 1 && word.data[0] == '_') ||
           (c.end == word.length && (c.kind == CHAR_DASH || c.kind == CHAR_HYPHEN));
}

static bool has_small_letters(struct slice word)
{
    for (uint32_t at = 0; at < word.length;) {
        struct character c = ro_char_at(word.data, (uint32_t)word.length, at);
        if (ro_char_is_lower(c.code))
            return true;
        at = c.end;
    }
    return false;
}

/* "HANOI", "BRUSSELS/OSLO", "Feb.", "N.H.", "28": what a dateline may hold outside brackets. */
static bool is_part(struct slice word)
{
    for (uint32_t at = 0; at < word.length;) {
        struct character c = ro_char_at(word.data, (uint32_t)word.length, at);
        bool inside = c.kind == CHAR_LETTER || c.kind == CHAR_DIGIT || c.kind == CHAR_HYPHEN || c.code == '.' ||
                      c.code == '/' || c.code == '\'' || c.code == 0x2019 || c.kind == CHAR_JOIN;
        if (!inside || (at == 0 && !ro_char_is_upper(c.code) && c.kind != CHAR_DIGIT))
            return false;
        at = c.end;
    }
    return word.length > 0;
}

/* Read "(Xinhua)" or "(Thomson Reuters)", but not "(R-Texas)". */
static bool take_agency(const struct document *document, uint32_t *at, uint32_t end)
{
    const char *close = memchr(document->text + *at, ')', end - *at);
    if (!close || document->text[*at + 2] == '-')
        return false;
    *at = (uint32_t)(close - document->text) + 1;
    while (*at < end && document->text[*at] == ' ')
        ++*at;
    return true;
}

static bool note_word(struct dateline *dateline, struct slice word, bool comma)
{
    if (!is_part(word))
        return false;
    bool capital = word.length > 1 && !has_small_letters(word) && !(word.data[0] >= '0' && word.data[0] <= '9');
    dateline->place += capital && dateline->place == dateline->words && !dateline->comma;
    dateline->shouted += capital && dateline->comma && word.length > 2 && !memchr(word.data, '.', word.length);
    dateline->words++;
    dateline->comma |= comma;
    return true;
}

/* Words in capitals that stand before a dash, but are no place. */
static bool is_label(struct slice word)
{
    static const char *const labels[] = {"update",    "exclusive", "breaking", "watch",      "analysis",
                                         "opinion",   "video",     "note",     "correction", "review",
                                         "editorial", "comment",   "photos"};
    return RO_IS_ONE_OF(word, labels);
}

/* Whether what stands before the dash is a dateline: a place in capitals alone, with a region or a date; or
 * anything short with an agency. */
static bool is_dateline(const struct dateline *dateline, struct slice first)
{
    if (dateline->agency)
        return dateline->words <= 6;
    if (dateline->place == 0 || dateline->place > LONGEST_PLACE || dateline->shouted > 1 || is_label(first))
        return false;
    if (dateline->comma)
        return dateline->words <= dateline->place + 4;
    return dateline->words == dateline->place && (first.length > 2 || dateline->words > 1);
}

struct span ro_dateline(const struct document *document, struct span paragraph)
{
    uint32_t at = paragraph.begin;
    uint32_t end = ro_span_length(paragraph) > LONGEST_DATELINE ? at + LONGEST_DATELINE : paragraph.end;
    struct dateline dateline = {0};
    struct slice first = {document->text + at, 0};
    while (at < end) {
        uint32_t begin = at;
        bool comma;
        if (document->text[at] == '(' && !dateline.agency) {
            dateline.agency = take_agency(document, &at, end);
            if (!dateline.agency)
                break;
            continue;
        }
        struct slice word = take_word(document, &at, end, &comma);
        bool colon = dateline.agency && ro_slice_equal(word, RO_SLICE(":")); /* "KABUL (Pajhwok): " */
        if ((is_dash(word) || colon) && begin > paragraph.begin && at < end)
            return is_dateline(&dateline, first) ? (struct span){paragraph.begin, begin + (uint32_t)word.length}
                                                 : RO_NO_SPAN;
        if (dateline.agency || !note_word(&dateline, word, comma))
            break;
        if (dateline.words == 1)
            first = word;
    }
    return RO_NO_SPAN;
}
