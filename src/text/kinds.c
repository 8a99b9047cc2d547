/* kinds.c: tells headlines, bylines and credits from the body of a report.
 * "Kim leaves Hanoi" headline; "By Jane Doe" byline; "(Reporting by Jane Doe)" credit. */
#include "text/kinds.h"

#include "text/chars.h"
#include "text/forms.h"

enum { LONGEST_HEADLINE = 160, LONGEST_BYLINE = 120, LONGEST_CREDIT = 400, LONGEST_NOTICE = 60 };

static struct slice text_of(const struct document *document, const struct block *block)
{
    return ro_document_slice(document, block->span);
}

static bool begins_with_one(struct slice text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ro_begins_with(text, list[i]))
            return true;
    return false;
}
#define BEGINS_WITH_ONE(text, list) begins_with_one((text), (list), sizeof(list) / sizeof *(list))

static bool contains(struct slice text, const char *part)
{
    size_t length = strlen(part);
    for (size_t at = 0; at + length <= text.length; at++)
        if (memcmp(text.data + at, part, length) == 0)
            return true;
    return false;
}

/* How the words of a line are written. */
struct words {
    uint32_t count, capital, small; /* `capital` and `small` of those with four letters or more */
    bool digits;
};

static struct words words_of(struct slice text)
{
    struct words words = {0};
    for (size_t at = 0, end; at < text.length; at = end + 1) {
        for (end = at; end < text.length && text.data[end] != ' ' && text.data[end] != '\n';)
            end++;
        struct character c = ro_char_at(text.data, (uint32_t)text.length, (uint32_t)at);
        words.count += end > at;
        words.digits |= c.kind == CHAR_DIGIT;
        if (end - at >= 4) {
            words.capital += ro_char_is_upper(c.code) || c.kind == CHAR_QUOTE;
            words.small += ro_char_is_lower(c.code);
        }
    }
    return words;
}

/* "Trump Denies Inviting Tyson": nearly every longer word with a capital. */
static bool is_titled(const struct words *words)
{
    return words->capital >= 3 && words->small * 5 <= words->capital;
}

static bool is_stop(char c)
{
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',';
}

/* Whether a line ends without any mark that ends sentences, be it inside a closing quotation mark or bracket. */
static bool lacks_stop(struct slice text)
{
    while (text.length > 0) {
        struct character c = ro_char_before(text.data, (uint32_t)text.length, (uint32_t)text.length);
        if (c.kind != CHAR_QUOTE && c.kind != CHAR_CLOSE)
            return !(c.code < 0x80 && is_stop((char)c.code)) && c.code != 0x2026;
        do
            text.length--;
        while (text.length > 0 && ((unsigned char)text.data[text.length] & 0xC0) == 0x80);
    }
    return true;
}

/* "Friday, June 10, 2016" */
static bool is_date(struct slice text)
{
    static const char *const days[] = {"monday,", "tuesday,",  "wednesday,", "thursday,",
                                       "friday,", "saturday,", "sunday,"};
    struct words words = words_of(text);
    return words.count == 4 && words.digits && BEGINS_WITH_ONE(text, days);
}

/* "By Jane Doe and JOHN ROE": names, and what stands between names. */
static bool is_byline(struct slice text)
{
    static const char *const labels[] = {"byline:", "updated:", "published:", "last updated", "posted:"};
    static const char *const between[] = {
        "and",   "of",     "for",           "in",       "the", "de",  "van", "von", "&",  "with",
        "staff", "writer", "correspondent", "reporter", "al",  "der", "da",  "di",  "del"};
    if (text.length > LONGEST_BYLINE)
        return false;
    if (BEGINS_WITH_ONE(text, labels) || is_date(text))
        return true;
    if (!ro_begins_with(text, "by ") || text.data[0] != 'B')
        return false;
    uint32_t names = 0;
    for (size_t at = 3, end; at < text.length; at = end + 1) {
        for (end = at; end < text.length && text.data[end] != ' ' && text.data[end] != ',';)
            end++;
        struct slice word = {text.data + at, end - at};
        bool name = ro_begins_upper(word);
        if (!name && word.length > 0 && !RO_IS_ONE_OF(word, between))
            return false;
        names += name;
    }
    return names >= 2;
}

/* "(Reporting by ...)", "Image: Ann Lee", "Getty/Instagram": a notice. Where no bracket says that it is one, at
 * least half of its longer words are names. */
static bool is_notice(struct slice text)
{
    /* clang-format off */
    static const char *const heads[] = {
        "reporting by ", "additional reporting by ", "editing by ", "writing by ", "compiled by ", "translated by ",
        "image: ", "image by ", "photo: ", "photo by ", "photos: ", "photos by ", "photograph by ", "ap photo", "h/t",
        "copyright (c)", "copyright \xC2\xA9", "copyright 2", "\xC2\xA9"};
    /* clang-format on */
    static const char *const agencies[] = {"getty", "associated press", "reuters", "afp"};
    bool bracket = text.data[0] == '(' || text.data[0] == '[';
    if (bracket)
        text = (struct slice){text.data + 1, text.length - 1};
    struct words words = words_of(text);
    if (BEGINS_WITH_ONE(text, heads))
        return bracket || words.small <= words.capital;
    return text.length <= LONGEST_NOTICE && words.small == 0 && BEGINS_WITH_ONE(text, agencies);
}

/* A notice; "Follow her on Twitter @lee", "Jo Roe contributed to this report.", "The palace. Image: Ann Lee" */
static bool is_credit(struct slice text)
{
    static const char *const parts[] = {" contributed to this report", " contributed to this story",
                                        " contributed to this article", " contributed reporting"};
    if (text.length > LONGEST_CREDIT)
        return false;
    if (is_notice(text))
        return true;
    if (ro_begins_with(text, "follow ") && (contains(text, "Twitter") || contains(text, " @")))
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (contains(text, parts[i]))
            return true;
    return text.length <= LONGEST_HEADLINE && (contains(text, "Image: ") || contains(text, "Photo: "));
}

/* A line of its own without a full stop, or written as titles are; the last of a text is none. */
static bool is_headline(const struct document *document, uint32_t block)
{
    struct slice text = text_of(document, &document->blocks[block]);
    if (text.length > LONGEST_HEADLINE || block + 1 == document->block_count)
        return false;
    struct words words = words_of(text);
    struct character first = ro_char_at(text.data, (uint32_t)text.length, 0);
    bool begins = ro_char_is_upper(first.code) || first.kind == CHAR_DIGIT || first.kind == CHAR_QUOTE;
    return (lacks_stop(text) && begins && words.capital > 0) || (block == 0 && is_titled(&words));
}

static enum block_kind kind_of(const struct document *document, uint32_t block)
{
    struct slice text = text_of(document, &document->blocks[block]);
    if (ro_span_is(document->blocks[block].dateline))
        return RO_BODY;
    if (is_byline(text))
        return RO_BYLINE;
    if (is_credit(text))
        return RO_CREDIT;
    return is_headline(document, block) ? RO_HEADLINE : RO_BODY;
}

/* The line before the first dateline is a headline, full stop or not: bylines may stand between. */
static void mark_headline_above(struct document *document, uint32_t dateline)
{
    uint32_t above = dateline;
    while (above > 0 && document->blocks[above - 1].kind == RO_BYLINE)
        above--;
    if (above == 1 && document->blocks[0].kind == RO_BODY &&
        ro_span_length(document->blocks[0].span) <= LONGEST_HEADLINE)
        document->blocks[0].kind = RO_HEADLINE;
}

void ro_blocks_classify(struct document *document)
{
    for (uint32_t i = 0; i < document->block_count; i++) {
        struct block *block = &document->blocks[i];
        block->dateline = ro_dateline(document, block->span);
        block->kind = kind_of(document, i);
    }
    for (uint32_t i = 0; i < document->block_count; i++)
        if (ro_span_is(document->blocks[i].dateline)) {
            mark_headline_above(document, i);
            break;
        }
}
