/* phrases.c: times of all forms, the longest first. */
#include "times/reading.h"

#include <string.h>

/* "week", "two years", "coming weeks" behind a shift. */
static uint32_t read_shifted_unit(const struct reader *reader, uint32_t shift, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    uint32_t number = ro_read_count(reader, at), end = ro_read_unit(reader, number);
    if (end == number) {
        phrase->count = 0;
        return at;
    }
    const char *xpos = reader->document->words[end - 1].xpos;
    bool counted = number > at, plural = xpos && strcmp(xpos, "NNS") == 0;
    if (!counted && !plural && !ro_reads(reader, shift, "past")) /* "the past year" */
        return ro_read_daypart(reader, end);
    phrase->form = RO_SPAN;
    if (!counted)
        phrase->count = plural ? RO_SOME : 1;
    return end;
}

/* "morning", "spring" behind a shift. */
static uint32_t read_shifted_part(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term part = ro_term(reader, at, RO_TERM_DAYPART), season = ro_term(reader, at, RO_TERM_SEASON);
    if (part.length && phrase->shift <= 0)
        phrase->daypart = part.value;
    else if (season.length)
        phrase->season = season.value;
    else
        return at;
    phrase->core = at;
    return at + 1;
}

/* "last week", "next Friday", "the past two years", "that day", "this morning". */
static uint32_t read_shift(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term shift = ro_term(reader, at, RO_TERM_SHIFT);
    if (!shift.length)
        return at;
    bool then = at > 0 && ro_reads(reader, at - 1, "the"), same = shift.number == RO_SAME;
    phrase->form = RO_SHIFTED;
    phrase->shift = shift.number;
    phrase->from = then ? RO_FROM_THEN : RO_FROM_NOW; /* the next day */
    uint32_t next = ro_skip(reader, at + shift.length, "same");
    uint32_t end = read_shifted_unit(reader, at, next);
    if (end > next) /* neither "those years" nor "these two years" */
        return phrase->form == RO_SPAN && (same || (shift.number == 0 && phrase->count != RO_SOME)) ? at : end;
    if ((end = read_shifted_part(reader, next)) > next)
        return end;
    if (!same && ((end = ro_read_weekday(reader, next)) > next || (end = ro_read_holiday(reader, next)) > next ||
                  (end = ro_read_month_first(reader, next)) > next))
        return end;
    return at; /* "that May" is no time of its own */
}

/* How a span is turned into a point: "ago", "later", "from now". */
static uint32_t read_away(const struct reader *reader, uint32_t at)
{
    static const char *const later[] = {"later", "after", "afterward", "afterwards", NULL};
    static const char *const earlier[] = {"earlier", "before", "previously", NULL};
    struct time_phrase *phrase = reader->phrase;
    bool ago = ro_reads(reader, at, "ago"), hence = ro_reads(reader, at, "from") && ro_reads(reader, at + 1, "now");
    if (!ago && !hence && !ro_is_any(reader, at, later) && !ro_is_any(reader, at, earlier))
        return at;
    bool bound = !ago && !hence && (ro_reads(reader, at, "after") || ro_reads(reader, at, "before"));
    if (bound)
        return at; /* "two days after the vote" is a span before another time */
    phrase->form = RO_AWAY;
    phrase->shift = ago || ro_is_any(reader, at, earlier) ? -1 : 1;
    phrase->from = ago || hence ? RO_FROM_NOW : RO_FROM_THEN;
    return at + (hence ? 2 : 1);
}

/* "6-year-old", "40 years old". */
static bool is_age(const struct reader *reader, uint32_t end)
{
    return ro_reads(reader, end, "old") || (ro_reads(reader, end, "-") && ro_reads(reader, end + 1, "old"));
}

/* "two weeks", "a 16-hour flight", "weeks", "two weeks ago", "half an hour". */
static uint32_t read_span(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    uint32_t number = ro_read_count(reader, at), unit = ro_reads(reader, number, "-") ? number + 1 : number;
    bool counted = number > at;
    uint32_t end = ro_read_unit(reader, unit);
    const char *xpos = end > unit && reader->document->words[unit].xpos ? reader->document->words[unit].xpos : "";
    if (end == unit || (!counted && strcmp(xpos, "NNS") != 0))
        return at;
    if (!counted)
        phrase->count = RO_SOME;
    if (strcmp(phrase->unit, "WE") == 0 && !counted)
        return at;
    if (is_age(reader, end) || ro_is_capital(reader, unit) ||
        (strcmp(phrase->unit, "TS") == 0 && strcmp(xpos, "NNS") != 0))
        return at;
    phrase->form = RO_SPAN;
    uint32_t away = read_away(reader, end);
    bool article = ro_reads(reader, at, "a") || ro_reads(reader, at, "an"), only = number == at + 1;
    if (away == end && article && only && !phrase->half && strcmp(phrase->unit, "D") == 0)
        return at; /* "a day" is most often none */
    return away;
}

/* "every Friday", "each year", "daily". */
static uint32_t read_every(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term rate = ro_term(reader, at, RO_TERM_RATE);
    phrase->form = RO_EVERY;
    const char *upos = rate.length ? reader->document->words[at].upos : NULL;
    bool noun = upos && (strcmp(upos, "NOUN") == 0 || strcmp(upos, "PROPN") == 0); /* "the Daily News" */
    if (rate.length && !(noun && *rate.value == 'P')) {
        phrase->rate = rate.value;
        phrase->core = at;
        return at + rate.length;
    }
    if (!ro_reads(reader, at, "every") && !ro_reads(reader, at, "each"))
        return at;
    uint32_t next = ro_read_count(reader, at + 1), end = ro_read_unit(reader, next);
    if (end > next) {
        phrase->count = next > at + 1 ? phrase->count : 1;
        return end;
    }
    if (next > at + 1)
        return at;
    end = ro_read_weekday(reader, next);
    return end > next ? end : ro_read_daypart(reader, next) > next ? ro_read_daypart(reader, next) : at;
}

/* "the weekend": the last or the next, as the tense has it. */
static uint32_t read_weekend(const struct reader *reader, uint32_t at)
{
    if (!ro_reads(reader, at, "weekend") || at == 0 || !ro_reads(reader, at - 1, "the"))
        return at;
    reader->phrase->form = RO_POINT;
    return ro_read_unit(reader, at);
}

static uint32_t read_reference(const struct reader *reader, uint32_t at)
{
    struct time_term reference = ro_term(reader, at, RO_TERM_REFERENCE);
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
        read_shift, ro_read_hour_and_date, ro_read_date, read_every, read_span, read_weekend, read_reference,
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
    struct time_term modifier = ro_term(&reader, word, RO_TERM_MODIFIER);
    uint32_t at = word + modifier.length;
    *phrase = (struct time_phrase){.words = {word, word}, .core = word, .hour = -1, .minute = -1};
    if (modifier.length && ro_reads(&reader, at, "-"))
        at++;
    uint32_t first = ro_skip(&reader, at, "the"), end = read_core(&reader, first);
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
