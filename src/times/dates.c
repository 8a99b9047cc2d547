/* dates.c: hours, days, months, seasons, years. */
#include "times/reading.h"

#include <stdlib.h>
#include <string.h>

/* Hours */

static uint32_t read_zone(const struct reader *reader, uint32_t at)
{
    static const char *const zones[] = {"edt", "est", "pst", "pdt", "cst", "cdt",
                                        "gmt", "utc", "et",  "bst", "cet", NULL};
    if (ro_reads(reader, at, "local") && ro_reads(reader, at + 1, "time"))
        return at + 2;
    return ro_is_any(reader, at, zones) ? at + 1 : at;
}

static uint32_t read_half_of_day(const struct reader *reader, uint32_t at)
{
    static const char *const am[] = {"a.m.", "am", "a.m", NULL}, *const pm[] = {"p.m.", "pm", "p.m", NULL};
    struct time_phrase *phrase = reader->phrase;
    if (ro_is_any(reader, at, am)) {
        phrase->hour %= 12;
        return at + 1;
    }
    if (ro_is_any(reader, at, pm)) {
        phrase->hour = phrase->hour % 12 + 12;
        return at + 1;
    }
    return at;
}

/* "9 | in the morning", "10 | at night". */
static uint32_t read_hour_of_part(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    bool in = ro_reads(reader, at, "in") && ro_reads(reader, at + 1, "the");
    bool night = ro_reads(reader, at, "at") && ro_reads(reader, at + 1, "night");
    struct time_term part = in ? ro_term(reader, at + 2, RO_TERM_DAYPART) : (struct time_term){.kind = RO_NO_TIME};
    if (!night && !part.length)
        return at;
    if ((night || strcmp(part.value, "MO") != 0) && phrase->hour < 12)
        phrase->hour += 12;
    return night ? at + 2 : at + 2 + part.length;
}

/* "0735 GMT". */
static uint32_t read_military(const struct reader *reader, uint32_t at)
{
    struct slice rest;
    long hours = ro_digits(reader, at, &rest);
    bool four = hours >= 0 && !rest.length && ro_document_word(reader->document, at).length == 4;
    if (!four || hours / 100 > 24 || hours % 100 > 59 || read_zone(reader, at + 1) == at + 1)
        return at;
    reader->phrase->hour = (int)hours / 100;
    reader->phrase->minute = (int)hours % 100;
    return read_zone(reader, at + 1);
}

/* "10:35 a.m.", "10 p.m. EDT", "9 o'clock", "noon", "15:30". */
static uint32_t read_clock(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term clock = ro_term(reader, at, RO_TERM_CLOCK);
    if (clock.length) {
        phrase->hour = (int)strtol(clock.value, NULL, 10);
        phrase->minute = 0;
        return read_zone(reader, at + clock.length);
    }
    struct slice rest;
    long hour = ro_digits(reader, at, &rest);
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
    if (end == at + 1 && ro_reads(reader, end, "o'clock"))
        end++;
    end = end == at + 1 ? read_hour_of_part(reader, end) : end;
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
    struct time_term month = ro_term(reader, at, RO_TERM_MONTH);
    if (!month.length)
        return month;
    const char *upos = reader->document->words[at].upos;
    bool doubtful = ro_reads(reader, at, "may") || ro_reads(reader, at, "march");
    bool verb = upos && (strcmp(upos, "AUX") == 0 || strcmp(upos, "VERB") == 0);
    struct slice word = ro_document_word(reader->document, at);
    bool bare = word.length == 3 && !ro_reads(reader, at, "may"), numbered = ro_day_of_month(reader, at + 1) > 0;
    if (!ro_is_capital(reader, at) || (doubtful && verb) || (bare && !numbered)) /* "Jan Kavan" */
        month.length = 0;
    return month;
}

uint32_t ro_read_month_first(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term month = month_at(reader, at);
    if (!month.length)
        return at;
    phrase->month = month.number;
    phrase->core = at + month.length - 1;
    uint32_t end = at + month.length, day = ro_skip(reader, end, "the");
    if (ro_day_of_month(reader, day) > 0) {
        phrase->day = (int)ro_day_of_month(reader, day);
        return ro_read_year_behind(reader, day + 1);
    }
    return ro_read_year_behind(reader, end);
}

/* "28 February 2019", "the 28th of February". */
static uint32_t read_day_first(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    long day = ro_day_of_month(reader, at);
    uint32_t next = day > 0 ? ro_skip(reader, at + 1, "of") : at;
    struct time_term month = day > 0 ? month_at(reader, next) : (struct time_term){.kind = RO_NO_TIME};
    if (!month.length)
        return at;
    phrase->day = (int)day;
    phrase->month = month.number;
    phrase->core = next + month.length - 1;
    return ro_read_year_behind(reader, next + month.length);
}

/* "2019-02-28" in one word or five. */
static uint32_t read_iso(const struct reader *reader, uint32_t at)
{
    struct slice rest;
    long year = ro_digits(reader, at, &rest), month, day;
    struct time_phrase *phrase = reader->phrase;
    if (year < RO_LEAST_YEAR || year > RO_LAST_YEAR)
        return at;
    if (rest.length == 6 && rest.data[0] == '-' && rest.data[3] == '-') {
        month = 10 * (rest.data[1] - '0') + rest.data[2] - '0';
        day = 10 * (rest.data[4] - '0') + rest.data[5] - '0';
        at++;
    } else {
        if (rest.length || !ro_reads(reader, at + 1, "-") || !ro_reads(reader, at + 3, "-"))
            return at;
        month = ro_digits(reader, at + 2, &rest);
        day = ro_digits(reader, at + 4, &rest);
        at += 5;
    }
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return phrase->words.begin;
    phrase->year = (int)year;
    phrase->month = (int)month;
    phrase->day = (int)day;
    return at;
}

/* "12/25/1999": month, day and year, or day first where there is no such month. */
static uint32_t read_slashes(const struct reader *reader, uint32_t at)
{
    struct slice rest;
    if (ro_digits(reader, at, &rest) < 0 || !rest.length || *rest.data != '/')
        return at;
    struct slice word = ro_document_word(reader->document, at);
    int parts[3] = {0, 0, 0}, count = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (word.data[i] == '/' && count < 2)
            count++;
        else if (word.data[i] < '0' || word.data[i] > '9' || parts[count] > 999)
            return at;
        else
            parts[count] = 10 * parts[count] + word.data[i] - '0';
    }
    bool day_first = parts[0] > 12;
    int month = parts[day_first], day = parts[!day_first],
        year = parts[2] < 100 ? parts[2] + (parts[2] < 50 ? 2000 : 1900) : parts[2];
    if (count != 2 || month < 1 || month > 12 || day < 1 || day > 31 || year < RO_LEAST_YEAR || year > RO_LAST_YEAR)
        return at;
    reader->phrase->year = year;
    reader->phrase->month = month;
    reader->phrase->day = day;
    return at + 1;
}

/* "the first quarter of 2019", "spring 2019". */
static uint32_t read_part_of_year(const struct reader *reader, uint32_t at)
{
    struct time_phrase *phrase = reader->phrase;
    struct time_term ordinal = ro_term(reader, at, RO_TERM_ORDINAL), season = ro_term(reader, at, RO_TERM_SEASON);
    if (ordinal.length && ro_reads(reader, at + 1, "quarter")) {
        phrase->quarter = ordinal.number;
        phrase->core = at + 1;
        return ro_read_year_behind(reader, at + 2);
    }
    const char *upos = at < reader->document->word_count ? reader->document->words[at].upos : NULL;
    if (!season.length || (upos && strcmp(upos, "NOUN") != 0 && strcmp(upos, "PROPN") != 0))
        return at;
    uint32_t end = ro_read_year_behind(reader, at + season.length);
    bool told = end > at + 1 || (at > 0 && (ro_reads(reader, at - 1, "the") || ro_reads(reader, at - 1, "in")));
    if (!told)
        return at;
    phrase->season = season.value;
    phrase->core = at;
    return end;
}

uint32_t ro_read_holiday(const struct reader *reader, uint32_t at)
{
    struct time_term holiday = ro_term(reader, at, RO_TERM_HOLIDAY);
    if (!holiday.length || !ro_is_capital(reader, at))
        return at;
    reader->phrase->holiday = holiday.value;
    reader->phrase->core = at + holiday.length - 1;
    if (ro_reads(reader, at + holiday.length, "week"))
        return ro_read_unit(reader, at + holiday.length);
    return ro_read_year_behind(reader, at + holiday.length);
}

static uint32_t read_fiscal(const struct reader *reader, uint32_t at)
{
    if (!ro_reads(reader, at, "fiscal"))
        return at;
    uint32_t year = ro_skip(reader, at + 1, "year"), end = ro_read_year(reader, year, true);
    reader->phrase->fiscal = end > year;
    return end > year ? end : at;
}

uint32_t ro_read_daypart(const struct reader *reader, uint32_t at)
{
    struct time_term part = ro_term(reader, at, RO_TERM_DAYPART);
    if (!part.length)
        return at;
    reader->phrase->daypart = part.value;
    return at + part.length;
}

uint32_t ro_read_weekday(const struct reader *reader, uint32_t at)
{
    struct time_term weekday = ro_term(reader, at, RO_TERM_WEEKDAY);
    if (!weekday.length || !ro_is_capital(reader, at))
        return at;
    reader->phrase->weekday = weekday.number;
    reader->phrase->core = at;
    uint32_t end = at + weekday.length, date = ro_skip(reader, end, ",");
    struct time_phrase before = *reader->phrase;
    uint32_t behind = ro_read_month_first(reader, date);
    if (behind == date)
        behind = read_day_first(reader, date);
    if (behind > date && reader->phrase->day)
        return behind;
    *reader->phrase = before;
    return ro_read_daypart(reader, ro_skip(reader, end, "'s"));
}

/* "today", "tomorrow night". */
static uint32_t read_near_day(const struct reader *reader, uint32_t at)
{
    struct time_term day = ro_term(reader, at, RO_TERM_DAY);
    if (!day.length)
        return at;
    reader->phrase->relative_day = true;
    reader->phrase->day = day.number;
    reader->phrase->daypart = *day.value ? day.value : NULL;
    reader->phrase->core = at;
    return ro_read_daypart(reader, at + day.length);
}

uint32_t ro_read_date(const struct reader *reader, uint32_t at)
{
    static uint32_t (*const readers[])(const struct reader *, uint32_t) = {
        read_iso,    read_slashes,  read_day_first,    ro_read_holiday, ro_read_weekday, ro_read_month_first,
        read_fiscal, read_near_day, read_part_of_year,
    };
    struct time_phrase before = *reader->phrase;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        uint32_t end = readers[i](reader, at);
        if (end > at)
            return end;
        *reader->phrase = before;
    }
    return ro_read_year(reader, at, false);
}

uint32_t ro_read_hour_and_date(const struct reader *reader, uint32_t at)
{
    uint32_t end = read_clock(reader, at);
    if (end == at)
        end = read_military(reader, at);
    if (end == at)
        return at;
    uint32_t date = ro_reads(reader, end, "on") || ro_reads(reader, end, ",") ? end + 1 : end;
    uint32_t behind = ro_read_date(reader, date);
    return behind > date ? behind : end;
}
