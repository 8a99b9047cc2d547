/* reading.c: words, numbers, years and units of times. */
#include "times/reading.h"

#include <string.h>

bool ro_reads(const struct reader *reader, uint32_t at, const char *form)
{
    const struct document *document = reader->document;
    if (at >= document->word_count)
        return false;
    struct slice word = ro_document_word(document, at);
    size_t i = 0;
    for (; i < word.length && form[i]; i++) {
        char c = word.data[i] >= 'A' && word.data[i] <= 'Z' ? (char)(word.data[i] - 'A' + 'a') : word.data[i];
        if (c != form[i])
            return false;
    }
    return i == word.length && !form[i];
}

bool ro_is_any(const struct reader *reader, uint32_t at, const char *const *forms)
{
    for (; *forms; forms++)
        if (ro_reads(reader, at, *forms))
            return true;
    return false;
}

struct time_term ro_term(const struct reader *reader, uint32_t at, enum time_kind kind)
{
    return at < reader->document->word_count ? ro_time_term(reader->timewords, reader->document, at, kind)
                                             : (struct time_term){.kind = RO_NO_TIME};
}

uint32_t ro_skip(const struct reader *reader, uint32_t at, const char *form)
{
    return ro_reads(reader, at, form) ? at + 1 : at;
}

bool ro_is_capital(const struct reader *reader, uint32_t at)
{
    char c = *ro_time_word(reader->document, at).data;
    return c >= 'A' && c <= 'Z';
}

long ro_digits(const struct reader *reader, uint32_t at, struct slice *rest)
{
    struct slice word = at < reader->document->word_count ? ro_time_word(reader->document, at) : RO_SLICE("");
    long number = 0;
    size_t length = 0;
    for (; length < word.length && word.data[length] >= '0' && word.data[length] <= '9'; length++) {
        if (length == 9)
            return -1;
        number = 10 * number + word.data[length] - '0';
    }
    *rest = (struct slice){word.data + length, word.length - length};
    return length ? number : -1;
}

long ro_day_of_month(const struct reader *reader, uint32_t at)
{
    static const struct slice endings[] = {RO_SLICE(""), RO_SLICE("st"), RO_SLICE("nd"), RO_SLICE("rd"),
                                           RO_SLICE("th")};
    struct slice rest;
    long number = ro_digits(reader, at, &rest);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (number >= 1 && number <= 31 && ro_slice_equal(rest, endings[i]))
            return number;
    return -1;
}

/* Whether a number counts what follows it: "1998 people". */
static bool counts_things(const struct reader *reader, uint32_t at)
{
    static const char *const before[] = {"the",  "in",     "since", "of",     "by", "until",
                                         "from", "during", "after", "before", NULL};
    if (at > 0 && ro_is_any(reader, at - 1, before))
        return false;
    const struct word *words = reader->document->words;
    return words[at].deprel && strncmp(words[at].deprel, "nummod", 6) == 0 && words[at].head > at &&
           words[at].head != RO_NONE && words[at].head <= at + 3;
}

uint32_t ro_read_year(const struct reader *reader, uint32_t at, bool sure)
{
    struct slice rest;
    long year = ro_digits(reader, at, &rest);
    if (year < RO_LEAST_YEAR || year > RO_LAST_YEAR || (!sure && counts_things(reader, at)))
        return at;
    if (rest.length == 1 && *rest.data == 's' && year % 10 == 0)
        reader->phrase->decade = true;
    else if (rest.length)
        return at;
    reader->phrase->year = (int)year;
    return at + 1;
}

uint32_t ro_read_year_behind(const struct reader *reader, uint32_t at)
{
    uint32_t year = at;
    if (ro_reads(reader, at, ",") || ro_reads(reader, at, "of") || ro_reads(reader, at, "in"))
        year++;
    struct slice rest;
    if (ro_digits(reader, year, &rest) < 0 || rest.length)
        return at;
    uint32_t end = ro_read_year(reader, year, !ro_reads(reader, at, "in"));
    return end > year ? end : at;
}

/* "twenty-five", "two hundred", "several"; `begun`: behind digits, of which only hundreds and dozens are many. */
static uint32_t read_number_words(const struct reader *reader, uint32_t at, bool begun)
{
    enum { MOST_WORDS = 8 };
    int *count = &reader->phrase->count;
    uint32_t end = at;
    for (struct time_term word = ro_term(reader, end, RO_TERM_NUMBER); word.length && end < at + MOST_WORDS;
         word = ro_term(reader, end, RO_TERM_NUMBER)) {
        bool scales = (begun || end > at) && word.number >= 10 && *count > 0 && *count < word.number;
        if (begun && !scales)
            break;
        *count = word.number == RO_SOME ? RO_SOME : scales ? *count * word.number : *count + word.number;
        end += word.length;
        if (word.number == RO_SOME)
            break;
        if (ro_reads(reader, end, "-") && ro_term(reader, end + 1, RO_TERM_NUMBER).length)
            end++;
    }
    return end;
}

/* "and a half", "half a". */
static uint32_t read_half(const struct reader *reader, uint32_t at)
{
    bool and_half = ro_reads(reader, at, "and") && ro_reads(reader, at + 1, "a") &&
                    ro_reads(reader, at + 2, "half");
    bool half_a = ro_reads(reader, at, "half") && (ro_reads(reader, at + 1, "a") || ro_reads(reader, at + 1, "an"));
    reader->phrase->half = and_half || half_a;
    return at + (and_half ? 3 : half_a ? 2 : 0);
}

uint32_t ro_read_count(const struct reader *reader, uint32_t at)
{
    struct slice rest;
    long number = ro_digits(reader, at, &rest);
    bool told = number >= 0 && !rest.length;
    uint32_t begin = at;
    if (told)
        reader->phrase->count = number > 1000000 ? RO_SOME : (int)number;
    else if ((ro_reads(reader, at, "a") || ro_reads(reader, at, "an")) &&
             ro_term(reader, at + 1, RO_TERM_NUMBER).length)
        begin++; /* "a four-day visit", "a dozen" */
    uint32_t end = read_number_words(reader, begin + told, told);
    if (end > at && (ro_reads(reader, end, "of") || ro_reads(reader, end, "more")))
        end++;
    return read_half(reader, end);
}

uint32_t ro_read_unit(const struct reader *reader, uint32_t at)
{
    struct time_term unit = ro_term(reader, at, RO_TERM_UNIT);
    if (!unit.length)
        return at;
    reader->phrase->unit = unit.value;
    reader->phrase->times = unit.number;
    reader->phrase->core = at + unit.length - 1;
    return at + unit.length;
}
