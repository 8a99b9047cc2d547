/* phrases.c: reads times from left to right, by the kinds of their words. Each reader takes a place and returns the place behind
 * what it read, or the same place where it read nothing. */
#include "times/phrases.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_YEAR = 1000, LAST_YEAR = 2199 };

struct reader {
    const struct timewords *timewords;
    const struct document *document;
    struct time_phrase *phrase;
};

/* Words */

static bool is_word(const struct reader *reader, uint32_t at, const char *form)
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

static bool is_one_of(const struct reader *reader, uint32_t at, const char *const *forms)
{
    for (; *forms; forms++)
        if (is_word(reader, at, *forms))
            return true;
    return false;
}

static struct time_term term(const struct reader *reader, uint32_t at, enum time_kind kind)
{
    return at < reader->document->word_count ? ro_time_term(reader->timewords, reader->document, at, kind)
                                             : (struct time_term){.kind = RO_NO_TIME};
}

static uint32_t skip(const struct reader *reader, uint32_t at, const char *form)
{
    return is_word(reader, at, form) ? at + 1 : at;
}

static bool is_capital(const struct reader *reader, uint32_t at)
{
    char c = *ro_time_word(reader->document, at).data;
    return c >= 'A' && c <= 'Z';
}

/* A number in digits, with what follows them; -1 where there is none, or one of more than nine digits. */
static long digits(const struct reader *reader, uint32_t at, struct slice *rest)
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

/* "3", "3rd"; -1 where it is none. */
static long day_number(const struct reader *reader, uint32_t at)
{
    static const struct slice endings[] = {RO_SLICE(""), RO_SLICE("st"), RO_SLICE("nd"), RO_SLICE("rd"),
                                           RO_SLICE("th")};
    struct slice rest;
    long number = digits(reader, at, &rest);
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
    if (at > 0 && is_one_of(reader, at - 1, before))
        return false;
    const struct word *words = reader->document->words;
    return words[at].deprel && strncmp(words[at].deprel, "nummod", 6) == 0 && words[at].head > at &&
           words[at].head != RO_NONE && words[at].head <= at + 3;
}

static uint32_t read_year(const struct reader *reader, uint32_t at, bool sure)
{
    struct slice rest;
    long year = digits(reader, at, &rest);
    if (year < LEAST_YEAR || year > LAST_YEAR || (!sure && counts_things(reader, at)))
        return at;
    if (rest.length == 1 && *rest.data == 's' && year % 10 == 0)
        reader->phrase->decade = true;
    else if (rest.length)
        return at;
    reader->phrase->year = (int)year;
    return at + 1;
}

/* A year behind a date: "2019", ", 2019", "of 2019". */
static uint32_t read_year_behind(const struct reader *reader, uint32_t at)
{
    uint32_t year = at;
    if (is_word(reader, at, ",") || is_word(reader, at, "of") || is_word(reader, at, "in"))
        year++;
    struct slice rest;
    if (digits(reader, year, &rest) < 0 || rest.length)
        return at;
    uint32_t end = read_year(reader, year, !is_word(reader, at, "in"));
    return end > year ? end : at;
}

/* "twenty-five", "two hundred", "several"; `begun`: behind digits, of which only hundreds and dozens are many. */
static uint32_t read_number_words(const struct reader *reader, uint32_t at, bool begun)
{
    int *count = &reader->phrase->count;
    uint32_t end = at;
    for (struct time_term word = term(reader, end, RO_TERM_NUMBER); word.length;
         word = term(reader, end, RO_TERM_NUMBER)) {
        bool scales = (begun || end > at) && word.number >= 10 && *count > 0 && *count < word.number;
        if (begun && !scales)
            break;
        *count = word.number == RO_SOME ? RO_SOME : scales ? *count * word.number : *count + word.number;
        end += word.length;
        if (word.number == RO_SOME)
            break;
        if (is_word(reader, end, "-") && term(reader, end + 1, RO_TERM_NUMBER).length)
            end++;
    }
    return end;
}

/* "and a half", "half a". */
static uint32_t read_half(const struct reader *reader, uint32_t at)
{
    bool and_half = is_word(reader, at, "and") && is_word(reader, at + 1, "a") && is_word(reader, at + 2, "half");
    bool half_a = is_word(reader, at, "half") && (is_word(reader, at + 1, "a") || is_word(reader, at + 1, "an"));
    reader->phrase->half = and_half || half_a;
    return at + (and_half ? 3 : half_a ? 2 : 0);
}

/* A number in words or digits, "two and a half" among them. */
static uint32_t read_count(const struct reader *reader, uint32_t at)
{
    struct slice rest;
    long number = digits(reader, at, &rest);
    bool told = number >= 0 && !rest.length;
    uint32_t begin = at;
    if (told)
        reader->phrase->count = number > 1000000 ? RO_SOME : (int)number;
    else if ((is_word(reader, at, "a") || is_word(reader, at, "an")) && term(reader, at + 1, RO_TERM_NUMBER).length)
        begin++; /* "a four-day visit", "a dozen" */
    uint32_t end = read_number_words(reader, begin + told, told);
    if (end > at && (is_word(reader, end, "of") || is_word(reader, end, "more")))
        end++;
    return read_half(reader, end);
}

static uint32_t read_unit(const struct reader *reader, uint32_t at)
{
    struct time_term unit = term(reader, at, RO_TERM_UNIT);
    if (!unit.length)
        return at;
    reader->phrase->unit = unit.value;
    reader->phrase->times = unit.number;
    reader->phrase->core = at + unit.length - 1;
    return at + unit.length;
}

/* Hours */

static uint32_t read_zone(const struct reader *reader, uint32_t at)
{
    static const char *const zones[] = {"edt", "est", "pst", "pdt", "cst", "cdt",
                                        "gmt", "utc", "et",  "bst", "cet", NULL};
    if (is_word(reader, at, "local") && is_word(reader, at + 1, "time"))
        return at + 2;
    return is_one_of(reader, at, zones) ? at + 1 : at;
}

static uint32_t read_half_of_day(const struct reader *reader, uint32_t at)
{
    static const char *const am[] = {"a.m.", "am", "a.m", NULL}, *const pm[] = {"p.m.", "pm", "p.m", NULL};
    struct time_phrase *phrase = reader->phrase;
    if (is_one_of(reader, at, am)) {
        phrase->hour %= 12;
        return at + 1;
    }
    if (is_one_of(reader, at, pm)) {
        phrase->hour = phrase->hour % 12 + 12;
        return at + 1;
    }
    return at;
}

/* "10:35 a.m.", "10 p.m. EDT", "9 o'clock", "noon", "15:30". */
static uint32_t read_clock(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term clock = term(reader, at, RO_TERM_CLOCK);
    if (clock.length) {
        phrase->hour = (int)strtol(clock.value, NULL, 10);
        phrase->minute = 0;
        return read_zone(reader, at + clock.length);
    }
    struct slice rest;
    long hour = digits(reader, at, &rest);
    if (hour < 0 || hour > 24)
        return at;
    int minute = -1;
    if (rest.length == 3 && (*rest.data == ':' || *rest.data == '.'))
        minute = 10 * (rest.data[1] - '0') + rest.data[2] - '0';
    if ((rest.length && (minute < 0 || minute > 59)) || (rest.length && *rest.data == '.' && minute < 0))
        return at;
    phrase->hour = (int)hour;
    phrase->minute = minute < 0 ? 0 : minute;
    uint32_t end = read_half_of_day(reader, at + 1);
    if (end == at + 1 && is_word(reader, end, "o'clock"))
        end++;
    bool told = end > at + 1 || (rest.length && *rest.data == ':');
    if (!told) {
        phrase->hour = -1;
        return at;
    }
    return read_zone(reader, end);
}

/* Dates */

/* May and March are months with a capital, and not before a verb. */
static struct time_term month_at(const struct reader *reader, uint32_t at)
{
    struct time_term month = term(reader, at, RO_TERM_MONTH);
    if (!month.length)
        return month;
    const char *upos = reader->document->words[at].upos;
    bool doubtful = is_word(reader, at, "may") || is_word(reader, at, "march");
    bool verb = upos && (strcmp(upos, "AUX") == 0 || strcmp(upos, "VERB") == 0);
    struct slice word = ro_document_word(reader->document, at);
    bool bare = word.length == 3 && !is_word(reader, at, "may"), numbered = day_number(reader, at + 1) > 0;
    if (!is_capital(reader, at) || (doubtful && verb) || (bare && !numbered)) /* "Jan Kavan" */
        month.length = 0;
    return month;
}

/* "Feb. 28, 2019", "February 2019", "February". */
static uint32_t read_month_first(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term month = month_at(reader, at);
    if (!month.length)
        return at;
    phrase->month = month.number;
    phrase->core = at + month.length - 1;
    uint32_t end = at + month.length, day = skip(reader, end, "the");
    if (day_number(reader, day) > 0) {
        phrase->day = (int)day_number(reader, day);
        return read_year_behind(reader, day + 1);
    }
    return read_year_behind(reader, end);
}

/* "28 February 2019", "the 28th of February". */
static uint32_t read_day_first(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    long day = day_number(reader, at);
    uint32_t next = day > 0 ? skip(reader, at + 1, "of") : at;
    struct time_term month = day > 0 ? month_at(reader, next) : (struct time_term){.kind = RO_NO_TIME};
    if (!month.length)
        return at;
    phrase->day = (int)day;
    phrase->month = month.number;
    phrase->core = next + month.length - 1;
    return read_year_behind(reader, next + month.length);
}

/* "2019-02-28" in one word or five. */
static uint32_t read_iso(const struct reader *reader, uint32_t at)
{
    struct slice rest;
    long year = digits(reader, at, &rest), month, day;
    struct time_phrase *phrase = reader->phrase;
    if (year < LEAST_YEAR || year > LAST_YEAR)
        return at;
    if (rest.length == 6 && rest.data[0] == '-' && rest.data[3] == '-') {
        month = 10 * (rest.data[1] - '0') + rest.data[2] - '0';
        day = 10 * (rest.data[4] - '0') + rest.data[5] - '0';
        at++;
    } else {
        if (rest.length || !is_word(reader, at + 1, "-") || !is_word(reader, at + 3, "-"))
            return at;
        month = digits(reader, at + 2, &rest);
        day = digits(reader, at + 4, &rest);
        at += 5;
    }
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return phrase->words.begin;
    phrase->year = (int)year;
    phrase->month = (int)month;
    phrase->day = (int)day;
    return at;
}

/* "the first quarter of 2019", "spring 2019". */
static uint32_t read_part_of_year(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term ordinal = term(reader, at, RO_TERM_ORDINAL), season = term(reader, at, RO_TERM_SEASON);
    if (ordinal.length && is_word(reader, at + 1, "quarter")) {
        phrase->quarter = ordinal.number;
        phrase->core = at + 1;
        return read_year_behind(reader, at + 2);
    }
    const char *upos = at < reader->document->word_count ? reader->document->words[at].upos : NULL;
    if (!season.length || (upos && strcmp(upos, "NOUN") != 0 && strcmp(upos, "PROPN") != 0))
        return at;
    uint32_t end = read_year_behind(reader, at + season.length);
    bool told = end > at + 1 || (at > 0 && (is_word(reader, at - 1, "the") || is_word(reader, at - 1, "in")));
    if (!told)
        return at;
    phrase->season = season.value;
    phrase->core = at;
    return end;
}

static uint32_t read_holiday(const struct reader *reader, uint32_t at)
{
    struct time_term holiday = term(reader, at, RO_TERM_HOLIDAY);
    if (!holiday.length || !is_capital(reader, at))
        return at;
    reader->phrase->holiday = holiday.value;
    reader->phrase->core = at + holiday.length - 1;
    if (is_word(reader, at + holiday.length, "week"))
        return read_unit(reader, at + holiday.length);
    return read_year_behind(reader, at + holiday.length);
}

static uint32_t read_fiscal(const struct reader *reader, uint32_t at)
{
    if (!is_word(reader, at, "fiscal"))
        return at;
    uint32_t year = skip(reader, at + 1, "year"), end = read_year(reader, year, true);
    reader->phrase->fiscal = end > year;
    return end > year ? end : at;
}

static uint32_t read_daypart(const struct reader *reader, uint32_t at)
{
    struct time_term part = term(reader, at, RO_TERM_DAYPART);
    if (!part.length)
        return at;
    reader->phrase->daypart = part.value;
    return at + part.length;
}

/* "Thursday, Feb. 28", "Thursday night". */
static uint32_t read_weekday(const struct reader *reader, uint32_t at)
{
    struct time_term weekday = term(reader, at, RO_TERM_WEEKDAY);
    if (!weekday.length || !is_capital(reader, at))
        return at;
    reader->phrase->weekday = weekday.number;
    reader->phrase->core = at;
    uint32_t end = at + weekday.length, date = skip(reader, end, ",");
    struct time_phrase before = *reader->phrase;
    uint32_t behind = read_month_first(reader, date);
    if (behind == date)
        behind = read_day_first(reader, date);
    if (behind > date && reader->phrase->day)
        return behind;
    *reader->phrase = before;
    return read_daypart(reader, skip(reader, end, "'s"));
}

/* "today", "tomorrow night". */
static uint32_t read_near_day(const struct reader *reader, uint32_t at)
{
    struct time_term day = term(reader, at, RO_TERM_DAY);
    if (!day.length)
        return at;
    reader->phrase->relative_day = true;
    reader->phrase->day = day.number;
    reader->phrase->daypart = *day.value ? day.value : NULL;
    reader->phrase->core = at;
    return read_daypart(reader, at + day.length);
}

static uint32_t read_date(const struct reader *reader, uint32_t at)
{
    static uint32_t (*const readers[])(const struct reader *, uint32_t) = {
        read_iso,         read_day_first, read_holiday,  read_weekday,
        read_month_first, read_fiscal,    read_near_day, read_part_of_year,
    };
    struct time_phrase before = *reader->phrase;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        uint32_t end = readers[i](reader, at);
        if (end > at)
            return end;
        *reader->phrase = before;
    }
    return read_year(reader, at, false);
}

/* "10 a.m. on Friday", "noon". */
static uint32_t read_hour_and_date(const struct reader *reader, uint32_t at)
{
    uint32_t end = read_clock(reader, at);
    if (end == at)
        return at;
    uint32_t date = is_word(reader, end, "on") || is_word(reader, end, ",") ? end + 1 : end;
    uint32_t behind = read_date(reader, date);
    return behind > date ? behind : end;
}

/* Shifts and spans */

/* "last week", "next Friday", "the past two years", "that day", "this morning". */
static uint32_t read_shift(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term shift = term(reader, at, RO_TERM_SHIFT);
    if (!shift.length)
        return at;
    uint32_t next = at + shift.length, end;
    if (shift.number == RO_SAME && is_word(reader, next, "same"))
        next++;
    phrase->form = RO_SHIFTED;
    phrase->shift = shift.number;
    bool place = shift.number == RO_SAME; /* "that May" is no time of its own */
    if ((end = read_count(reader, next)) > next && read_unit(reader, end) > end) {
        phrase->form = RO_SPAN;
        return shift.number == RO_SAME || shift.number == 0 ? at : read_unit(reader, end);
    }
    phrase->count = 0;
    if ((end = read_unit(reader, next)) > next) {
        bool plural = reader->document->words[end - 1].xpos &&
                      strcmp(reader->document->words[end - 1].xpos, "NNS") == 0;
        if (plural && phrase->times) {
            phrase->form = RO_SPAN;
            phrase->count = RO_SOME;
            return place ? at : end;
        }
        return read_daypart(reader, end);
    }
    struct time_term part = term(reader, next, RO_TERM_DAYPART);
    if (part.length && (shift.number <= 0)) {
        phrase->daypart = part.value;
        phrase->core = next;
        return next + part.length;
    }
    struct time_term season = term(reader, next, RO_TERM_SEASON);
    if (season.length) {
        phrase->season = season.value;
        phrase->core = next;
        return next + season.length;
    }
    if (place)
        return at;
    if ((end = read_weekday(reader, next)) > next || (end = read_holiday(reader, next)) > next ||
        (end = read_month_first(reader, next)) > next)
        return end;
    return at;
}

/* How a span is turned into a point: "ago", "later", "from now". */
static uint32_t read_away(const struct reader *reader, uint32_t at)
{
    static const char *const later[] = {"later", "after", "afterward", "afterwards", NULL};
    static const char *const earlier[] = {"earlier", "before", "previously", NULL};
    struct time_phrase *phrase = reader->phrase;
    bool ago = is_word(reader, at, "ago"), hence = is_word(reader, at, "from") && is_word(reader, at + 1, "now");
    if (!ago && !hence && !is_one_of(reader, at, later) && !is_one_of(reader, at, earlier))
        return at;
    bool bound = !ago && !hence && (is_word(reader, at, "after") || is_word(reader, at, "before"));
    if (bound)
        return at; /* "two days after the vote" is a span before another time */
    phrase->form = RO_AWAY;
    phrase->shift = ago || is_one_of(reader, at, earlier) ? -1 : 1;
    phrase->from = ago || hence ? RO_FROM_NOW : RO_FROM_THEN;
    return at + (hence ? 2 : 1);
}

/* "6-year-old", "40 years old". */
static bool is_age(const struct reader *reader, uint32_t end)
{
    return is_word(reader, end, "old") || (is_word(reader, end, "-") && is_word(reader, end + 1, "old"));
}

/* "two weeks", "a 16-hour flight", "weeks", "two weeks ago", "half an hour". */
static uint32_t read_span(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    uint32_t number = read_count(reader, at), unit = is_word(reader, number, "-") ? number + 1 : number;
    bool counted = number > at;
    uint32_t end = read_unit(reader, unit);
    const char *xpos = end > unit && reader->document->words[unit].xpos ? reader->document->words[unit].xpos : "";
    if (end == unit || (!counted && strcmp(xpos, "NNS") != 0))
        return at;
    if (!counted)
        phrase->count = RO_SOME;
    if (strcmp(phrase->unit, "WE") == 0 && !counted)
        return at;
    if (is_age(reader, end) || is_capital(reader, unit) ||
        (strcmp(phrase->unit, "TS") == 0 && strcmp(xpos, "NNS") != 0))
        return at;
    phrase->form = RO_SPAN;
    uint32_t away = read_away(reader, end);
    bool article = is_word(reader, at, "a") || is_word(reader, at, "an"), only = number == at + 1;
    if (away == end && article && only && !phrase->half && strcmp(phrase->unit, "D") == 0)
        return at; /* "a day" is most often none */
    return away;
}

/* "every Friday", "each year", "daily". */
static uint32_t read_every(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term rate = term(reader, at, RO_TERM_RATE);
    phrase->form = RO_EVERY;
    const char *upos = rate.length ? reader->document->words[at].upos : NULL;
    if (rate.length && !(upos && (strcmp(upos, "NOUN") == 0 || strcmp(upos, "PROPN") == 0))) {
        phrase->rate = rate.value;
        phrase->core = at;
        return at + rate.length;
    }
    if (!is_word(reader, at, "every") && !is_word(reader, at, "each"))
        return at;
    uint32_t next = read_count(reader, at + 1), end = read_unit(reader, next);
    if (end > next) {
        phrase->count = next > at + 1 ? phrase->count : 1;
        return end;
    }
    if (next > at + 1)
        return at;
    end = read_weekday(reader, next);
    return end > next ? end : read_daypart(reader, next) > next ? read_daypart(reader, next) : at;
}

/* "the weekend": the last or the next, as the tense has it. */
static uint32_t read_weekend(const struct reader *reader, uint32_t at)
{
    if (!is_word(reader, at, "weekend") || at == 0 || !is_word(reader, at - 1, "the"))
        return at;
    reader->phrase->form = RO_POINT;
    return read_unit(reader, at);
}

static uint32_t read_reference(const struct reader *reader, uint32_t at)
{
    struct time_term reference = term(reader, at, RO_TERM_REFERENCE);
    if (!reference.length)
        return at;
    reader->phrase->form = RO_REFERRING;
    reader->phrase->reference = reference.value;
    reader->phrase->core = at;
    return at + reference.length;
}

/* The whole */

static uint32_t read_core(const struct reader *reader, uint32_t at)
{
    static uint32_t (*const readers[])(const struct reader *, uint32_t) = {
        read_shift, read_hour_and_date, read_date, read_every, read_span, read_weekend, read_reference,
    };
    struct time_phrase empty = *reader->phrase, best = empty;
    uint32_t longest = at;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *reader->phrase = empty;
        uint32_t end = readers[i](reader, at);
        if (end > longest) {
            longest = end;
            best = *reader->phrase;
        }
    }
    *reader->phrase = best;
    return longest;
}

/* "more than" goes with spans, "about" with hours too, "early" with dates. */
static bool goes_with(const struct time_phrase *phrase)
{
    static const char *const of_dates[] = {"START", "MID", "END", NULL};
    bool counted = phrase->form == RO_SPAN || phrase->form == RO_AWAY;
    for (const char *const *modifier = of_dates; *modifier; modifier++)
        if (strcmp(phrase->modifier, *modifier) == 0)
            return phrase->form == RO_POINT || phrase->form == RO_SHIFTED;
    return counted || (strcmp(phrase->modifier, "APPROX") == 0 && phrase->hour >= 0);
}

bool ro_time_phrase(const struct timewords *timewords, const struct document *document, uint32_t word,
                    struct time_phrase *phrase)
{
    const struct reader reader = {timewords, document, phrase};
    struct time_term modifier = term(&reader, word, RO_TERM_MODIFIER);
    uint32_t at = word + modifier.length;
    *phrase = (struct time_phrase){.words = {word, word}, .core = word, .hour = -1, .minute = -1};
    if (modifier.length && is_word(&reader, at, "-"))
        at++;
    uint32_t first = skip(&reader, at, "the"), end = read_core(&reader, first);
    if (end == first && first > at) {
        first = at;
        end = read_core(&reader, first);
    }
    if (end == first)
        return false;
    bool mid = ro_time_word(document, first).length < ro_document_word(document, first).length;
    phrase->modifier = modifier.length ? modifier.value : mid ? "MID" : NULL;
    if (phrase->modifier && !goes_with(phrase))
        return false;
    phrase->words = (struct range){word, end};
    return true;
}
