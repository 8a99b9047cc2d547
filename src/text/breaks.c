/* breaks.c: sentence breaks without a full stop, as mail and web pages have them: addresses, time stamps, the
 * closing of a letter, ruled lines. */
#include "text/breaks.h"

#include "text/chars.h"
#include "text/cuts.h"
#include "text/forms.h"

enum { RULED_LINE = 4 }; /* marks in a row */

bool ro_starts_sentences(struct slice word)
{
    static const char *const words[] = {
        "the",   "it",       "i",       "he",      "she",   "they",   "we",     "you",   "this", "that",
        "these", "those",    "there",   "in",      "on",    "at",     "but",    "and",   "so",   "if",
        "when",  "while",    "after",   "before",  "as",    "for",    "with",   "my",    "his",  "her",
        "their", "our",      "its",     "what",    "why",   "how",    "who",    "where", "now",  "then",
        "not",   "although", "however", "because", "since", "please", "thanks", "a",     "an",   "no"};
    return word.length && word.data[0] >= 'A' && word.data[0] <= 'Z' && RO_IS_ONE_OF(word, words);
}

static bool is_url(struct slice word)
{
    return word.length > 8 && (memcmp(word.data, "http", 4) == 0 || memcmp(word.data, "www.", 4) == 0);
}

bool ro_is_emoticon(struct slice word)
{
    struct stretch stretch = {.text = word.data, .end = (uint32_t)word.length, .limit = (uint32_t)word.length};
    return word.length > 1 && word.length < 5 && ro_emoticon_end(&stretch, 0) == word.length;
}

static bool is_ruled_line(struct slice word)
{
    return word.length >= RULED_LINE && strchr("-=*_#~+", word.data[0]) && word.data[1] == word.data[0] &&
           word.data[2] == word.data[0] && word.data[3] == word.data[0];
}

/* "07/14/2000" */
static bool is_date(struct slice word)
{
    size_t slashes = 0, i = 0;
    for (; i < word.length && ((word.data[i] >= '0' && word.data[i] <= '9') || word.data[i] == '/'); i++)
        slashes += word.data[i] == '/';
    return i == word.length && slashes == 2;
}

/* "03:58" */
static bool is_hour(struct slice word)
{
    return word.length >= 4 && word.length <= 8 && word.data[0] >= '0' && word.data[0] <= '9' &&
           memchr(word.data, ':', word.length) != NULL;
}

static bool is_half_day(struct slice word)
{
    static const char *const halves[] = {"am", "pm"};
    return RO_IS_ONE_OF(word, halves);
}

/* A date and an hour from `word` on. */
static bool is_stamp(const struct document *document, uint32_t word)
{
    return word + 1 < document->word_count && is_date(ro_document_word(document, word)) &&
           is_hour(ro_document_word(document, word + 1));
}

static bool ends_stamp(const struct document *document, uint32_t first, uint32_t word)
{
    if (is_half_day(ro_document_word(document, word)))
        return word >= first + 2 && is_stamp(document, word - 2);
    return word > first && is_stamp(document, word - 1) && !is_half_day(ro_document_word(document, word + 1));
}

/* "Thanks, | Kim", "Best regards, | Ann Lee": not "Thanks, Kim." */
static bool ends_letter(const struct document *document, uint32_t first, uint32_t word, uint32_t end)
{
    static const char *const closings[] = {"thanks", "thx",    "tks",   "regards", "rgds",  "sincerely",   "best",
                                           "cheers", "wishes", "yours", "love",    "truly", "respectfully"};
    return word > first && word - first <= 3 && document->text[document->words[word].span.begin] == ',' &&
           RO_IS_ONE_OF(ro_document_word(document, word - 1), closings) &&
           ro_begins_upper(ro_document_word(document, word + 1)) &&
           (word + 2 == end || !document->words[word + 2].glued);
}

/* "Figure 1.3 | The river" */
static bool ends_label(const struct document *document, uint32_t first, uint32_t word)
{
    static const char *const labels[] = {"figure", "fig.", "table"};
    char digit = document->text[document->words[word].span.begin];
    return word == first + 1 && digit >= '0' && digit <= '9' &&
           ro_begins_upper(ro_document_word(document, first)) &&
           RO_IS_ONE_OF(ro_document_word(document, first), labels) &&
           ro_starts_sentences(ro_document_word(document, word + 1));
}

/* "the palace at dusk | Image: Ann Lee" */
static bool begins_credit(const struct document *document, uint32_t word)
{
    static const char *const labels[] = {"image", "photo", "photograph", "picture", "video"};
    return word + 1 < document->word_count && document->text[document->words[word + 1].span.begin] == ':' &&
           ro_begins_upper(ro_document_word(document, word)) &&
           RO_IS_ONE_OF(ro_document_word(document, word), labels);
}

/* "Leaders meet | Tuesday, January 21, 2014": a date that closes the block. */
static bool begins_last_date(const struct document *document, uint32_t word, uint32_t end)
{
    static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    return end - word == 6 && RO_IS_ONE_OF(ro_document_word(document, word), days) &&
           document->text[document->words[word + 1].span.begin] == ',' &&
           document->text[document->words[word + 4].span.begin] == ',' &&
           ro_span_length(document->words[word + 5].span) == 4;
}

/* Two words in small letters, as most are: nothing below breaks them apart. */
static bool is_plain_pair(struct slice form, struct slice next)
{
    char a = form.data[form.length - 1], b = next.data[0];
    return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && !is_url(next);
}

bool ro_breaks_unmarked(const struct document *document, uint32_t first, uint32_t word, uint32_t end)
{
    static const char *const prepositions[] = {"on", "at"};
    struct slice form = ro_document_word(document, word), next = ro_document_word(document, word + 1);
    if (document->words[word + 1].glued || is_plain_pair(form, next))
        return false;
    if (is_ruled_line(form) || is_ruled_line(next))
        return true;
    if (is_url(form))
        return is_url(next) || ro_begins_upper(next);
    if ((is_stamp(document, word + 1) && !RO_IS_ONE_OF(form, prepositions)) || ends_stamp(document, first, word))
        return true;
    if (ro_is_emoticon(form))
        return ro_begins_upper(next);
    return ends_letter(document, first, word, end) || ends_label(document, first, word) ||
           begins_credit(document, word + 1) || begins_last_date(document, word + 1, end);
}
