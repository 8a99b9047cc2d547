/* timex.c: from what a text says of a time to the calendar: TimeML 1.2.1, TIMEX3. What is not known is X. */
#include "times/timex.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_known(struct day day)
{
    return day.year != 0;
}

static bool is_unit(const struct time_phrase *phrase, const char *unit)
{
    return phrase->unit && strcmp(phrase->unit, unit) == 0;
}

static void anchor_at(struct anchors *anchors, struct day day, bool has_month, bool has_day)
{
    anchors->last = day;
    anchors->last_has_month = has_month;
    anchors->last_has_day = has_day;
}

/* Writing */

static void put_day(char value[RO_VALUE_SIZE], struct day day)
{
    snprintf(value, RO_VALUE_SIZE, "%04d-%02d-%02d", day.year, day.month, day.day);
}

static void put_month(char value[RO_VALUE_SIZE], struct day day)
{
    snprintf(value, RO_VALUE_SIZE, "%04d-%02d", day.year, day.month);
}

static void put_week(char value[RO_VALUE_SIZE], struct day day, const char *behind)
{
    int year, week = ro_week(day, &year);
    snprintf(value, RO_VALUE_SIZE, "%04d-W%02d%s", year, week, behind);
}

static void add(char value[RO_VALUE_SIZE], const char *more)
{
    size_t length = strlen(value);
    snprintf(value + length, RO_VALUE_SIZE - length, "%s", more);
}

/* The hour or the part of the day behind a day. */
static void add_hour(char value[RO_VALUE_SIZE], const struct time_phrase *phrase)
{
    char hour[RO_VALUE_SIZE];
    if (phrase->hour >= 0) {
        snprintf(hour, sizeof hour, "T%02d:%02d", phrase->hour, phrase->minute);
        add(value, hour);
    } else if (phrase->daypart) {
        add(value, "T");
        add(value, phrase->daypart);
    }
}

/* Spans */

static bool span_value(const struct time_phrase *phrase, char value[RO_VALUE_SIZE])
{
    if (!phrase->unit)
        return false;
    const char *unit = phrase->unit, *before = *unit == 'T' ? "PT" : "P";
    unit += *unit == 'T';
    int count = phrase->count, times = phrase->times;
    if (strcmp(unit, "Q") == 0) {
        unit = "M";
        times *= 3;
    }
    if (count == RO_SOME)
        snprintf(value, RO_VALUE_SIZE, "%sX%s", before, unit);
    else if (phrase->half)
        snprintf(value, RO_VALUE_SIZE, "%s%g%s", before, (count + 0.5) * times, unit);
    else
        snprintf(value, RO_VALUE_SIZE, "%s%d%s", before, count * times, unit);
    return true;
}

/* Days */

/* The day nearest to another, in the direction of the tense, of two a period apart: `day` is the one not after it. */
static bool goes_on(enum time_tense tense)
{
    return tense == RO_TIME_FUTURE || tense == RO_TIME_PRESENT;
}

static struct day weekday_near(struct day from, int weekday, enum time_tense tense)
{
    int back = (ro_weekday(from) - weekday + 7) % 7;
    long number = ro_day_number(from) - back;
    return ro_day_of(back && goes_on(tense) ? number + 7 : number);
}

/* The weekday of this, the last or the next week. */
static struct day weekday_shifted(struct day from, int weekday, int shift)
{
    int back = (ro_weekday(from) - weekday + 7) % 7;
    if (shift < 0)
        return ro_day_of(ro_day_number(from) - (back ? back : 7));
    if (shift > 0)
        return ro_day_of(ro_day_number(from) - back + 7);
    return ro_day_of(ro_day_number(from) - ro_weekday(from) + weekday);
}

/* The year of a month and day that stand without one. */
static int year_near(struct day from, int month, int day, int shift, enum time_tense tense)
{
    int own = month * 100 + (day ? day : from.day), now = from.month * 100 + from.day;
    bool same = own == now || (!day && month == from.month);
    if (shift < 0)
        return own < now && !same ? from.year : from.year - 1;
    if (shift > 0)
        return own > now && !same ? from.year : from.year + 1;
    int ahead = (month - from.month + 12) % 12; /* months; of what is nearly a year ago the year is told */
    bool soon = day && !same && (ahead == 1 || (ahead == 0 && own > now));
    if (tense == RO_TIME_PAST && !soon)
        return own <= now || same ? from.year : from.year - 1;
    if (tense == RO_TIME_FUTURE)
        return own >= now || same ? from.year : from.year + 1;
    if (month - from.month > 6)
        return from.year - 1;
    return month - from.month < -6 ? from.year + 1 : from.year;
}

static struct day holiday_in(int year, const char *rule)
{
    if (strncmp(rule, "easter", 6) == 0)
        return ro_day_of(ro_day_number(ro_easter(year)) + strtol(rule + 6, NULL, 10));
    char *rest;
    int month = (int)strtol(rule, &rest, 10);
    if (*rest == '-')
        return (struct day){year, month, (int)strtol(rest + 1, NULL, 10)};
    int nth = (int)strtol(rest + 1, &rest, 10);
    return ro_nth_weekday(year, month, nth, (int)strtol(rest + 1, NULL, 10));
}

static bool day_value(const struct time_phrase *phrase, struct day day, struct anchors *anchors,
                      char value[RO_VALUE_SIZE])
{
    put_day(value, day);
    add_hour(value, phrase);
    anchor_at(anchors, day, true, true);
    return true;
}

static bool unknown_value(const struct time_phrase *phrase, char value[RO_VALUE_SIZE])
{
    if (phrase->weekday && !phrase->month)
        snprintf(value, RO_VALUE_SIZE, "XXXX-WXX-%d", phrase->weekday);
    else if (phrase->month && phrase->day)
        snprintf(value, RO_VALUE_SIZE, "XXXX-%02d-%02d", phrase->month, phrase->day);
    else if (phrase->month)
        snprintf(value, RO_VALUE_SIZE, "XXXX-%02d", phrase->month);
    else if (phrase->season)
        snprintf(value, RO_VALUE_SIZE, "XXXX-%s", phrase->season);
    else if (phrase->quarter)
        snprintf(value, RO_VALUE_SIZE, "XXXX-Q%d", phrase->quarter);
    else if (is_unit(phrase, "W") || is_unit(phrase, "WE"))
        snprintf(value, RO_VALUE_SIZE, is_unit(phrase, "W") ? "XXXX-WXX" : "XXXX-WXX-WE");
    else if (is_unit(phrase, "M"))
        snprintf(value, RO_VALUE_SIZE, "XXXX-XX");
    else if (is_unit(phrase, "Y"))
        snprintf(value, RO_VALUE_SIZE, "XXXX");
    else
        snprintf(value, RO_VALUE_SIZE, "XXXX-XX-XX");
    add_hour(value, phrase);
    return true;
}

static bool holiday_value(const struct time_phrase *phrase, int year, enum time_tense tense,
                          struct anchors *anchors, char value[RO_VALUE_SIZE])
{
    bool week = is_unit(phrase, "W");
    if (!year) {
        struct day own = holiday_in(anchors->published.year, phrase->holiday);
        int shift = phrase->form == RO_SHIFTED ? phrase->shift : 0;
        year = year_near(anchors->published, own.month, own.day, shift, week ? RO_TIME_UNSAID : tense);
    }
    struct day day = holiday_in(year, phrase->holiday);
    if (!week)
        return day_value(phrase, day, anchors, value);
    put_week(value, ro_day_of(ro_day_number(day) - 6), "");
    return true;
}

static bool month_value(const struct time_phrase *phrase, int year, struct anchors *anchors,
                        char value[RO_VALUE_SIZE])
{
    struct day day = {year, phrase->month, phrase->day};
    if (phrase->day && phrase->day <= ro_days_in(year, phrase->month))
        return day_value(phrase, day, anchors, value);
    put_month(value, day);
    anchor_at(anchors, day, true, false);
    return true;
}

/* The month in the middle of a season. */
static int season_month(const char *season)
{
    static const char *const seasons[] = {"WI", "SP", "SU", "FA"};
    int of = 0;
    while (strcmp(seasons[of], season) != 0)
        of++;
    return 3 * of + 1;
}

static bool year_value(const struct time_phrase *phrase, int year, struct anchors *anchors,
                       char value[RO_VALUE_SIZE])
{
    snprintf(value, RO_VALUE_SIZE,
             phrase->decade   ? "%03dX"
             : phrase->fiscal ? "FY%04d"
                              : "%04d",
             phrase->decade ? year / 10 : year);
    anchor_at(anchors, (struct day){year, 1, 1}, false, false);
    return true;
}

/* What the phrase says, and the rest from the day of publication. */
static bool point_value(const struct time_phrase *phrase, enum time_tense tense, struct anchors *anchors,
                        char value[RO_VALUE_SIZE])
{
    struct day from = anchors->published;
    int year = phrase->year, shift = phrase->form == RO_SHIFTED ? phrase->shift : 0;
    if (!year && !is_known(from))
        return unknown_value(phrase, value);
    if (phrase->relative_day)
        return day_value(phrase, ro_day_of(ro_day_number(from) + phrase->day), anchors, value);
    if (phrase->holiday)
        return holiday_value(phrase, year, tense, anchors, value);
    if (phrase->month)
        return month_value(phrase, year ? year : year_near(from, phrase->month, phrase->day, shift, tense), anchors,
                           value);
    if (phrase->weekday)
        return day_value(phrase,
                         phrase->form == RO_SHIFTED ? weekday_shifted(from, phrase->weekday, shift)
                                                    : weekday_near(from, phrase->weekday, tense),
                         anchors, value);
    if (is_unit(phrase, "WE")) {
        put_week(value, weekday_near(from, 6, tense), "-WE");
        return true;
    }
    if (phrase->season || phrase->quarter) {
        int month = phrase->season ? season_month(phrase->season) : 3 * phrase->quarter - 1;
        year = year ? year : year_near(from, month, 0, shift, tense);
        if (phrase->season)
            snprintf(value, RO_VALUE_SIZE, "%04d-%s", year, phrase->season);
        else
            snprintf(value, RO_VALUE_SIZE, "%04d-Q%d", year, phrase->quarter);
        return true;
    }
    if (year)
        return year_value(phrase, year, anchors, value);
    bool told = is_known(anchors->last) && anchors->last_has_day; /* "at 10 a.m.": of the day that was told last */
    return day_value(phrase, told ? anchors->last : from, anchors, value);
}

/* A day, week, month or year some units on from a day. */
static bool moved_value(const struct time_phrase *phrase, struct day from, long count, struct anchors *anchors,
                        char value[RO_VALUE_SIZE])
{
    count *= phrase->times;
    long years = count / (is_unit(phrase, "D") ? 365 : is_unit(phrase, "W") ? 52 : is_unit(phrase, "Y") ? 1 : 12);
    if (years + from.year < 1 || years + from.year > 9998)
        return unknown_value(phrase, value);
    if (is_unit(phrase, "D"))
        return day_value(phrase, ro_day_of(ro_day_number(from) + count), anchors, value);
    if (is_unit(phrase, "W") || is_unit(phrase, "WE")) {
        put_week(value, ro_day_of(ro_day_number(from) + 7 * count), is_unit(phrase, "W") ? "" : "-WE");
        return true;
    }
    if (is_unit(phrase, "M")) {
        struct day month = ro_months_on(from, (int)count);
        put_month(value, month);
        anchor_at(anchors, month, true, false);
        return true;
    }
    if (is_unit(phrase, "Q")) {
        struct day month = ro_months_on(from, 3 * (int)count);
        snprintf(value, RO_VALUE_SIZE, "%04d-Q%d", month.year, (month.month + 2) / 3);
        return true;
    }
    if (is_unit(phrase, "Y")) {
        int year = from.year + (int)count;
        if (phrase->times == 10 && phrase->form == RO_SHIFTED)
            snprintf(value, RO_VALUE_SIZE, "%03dX", year / 10);
        else if (phrase->times == 100 && phrase->form == RO_SHIFTED)
            snprintf(value, RO_VALUE_SIZE, "%02dXX", year / 100);
        else
            snprintf(value, RO_VALUE_SIZE, "%04d", year);
        anchor_at(anchors, (struct day){year, 1, 1}, false, false);
        return true;
    }
    put_day(value, from);
    add(value, "TXX");
    return true;
}

/* "that day", "the same year". */
static bool same_value(const struct time_phrase *phrase, struct anchors *anchors, char value[RO_VALUE_SIZE])
{
    struct day last = anchors->last;
    bool day = is_unit(phrase, "D") || (!phrase->unit && phrase->daypart);
    if (!is_known(last) || (day && !anchors->last_has_day) || (is_unit(phrase, "M") && !anchors->last_has_month) ||
        (is_unit(phrase, "W") && !anchors->last_has_day) || (!day && !phrase->unit && !phrase->season))
        return false;
    if (day)
        return day_value(phrase, last, anchors, value);
    if (phrase->season) {
        snprintf(value, RO_VALUE_SIZE, "%04d-%s", last.year, phrase->season);
        return true;
    }
    return moved_value(phrase, last, 0, anchors, value);
}

static bool shifted_value(const struct time_phrase *phrase, enum time_tense tense, struct anchors *anchors,
                          char value[RO_VALUE_SIZE])
{
    if (phrase->shift == RO_SAME)
        return same_value(phrase, anchors, value);
    if (!phrase->unit && !(phrase->daypart && !phrase->weekday))
        return point_value(phrase, tense, anchors, value);
    if (!is_known(anchors->published))
        return unknown_value(phrase, value);
    bool then = phrase->from == RO_FROM_THEN && is_known(anchors->last) && anchors->last_has_day &&
                (!phrase->unit || is_unit(phrase, "D"));
    struct day from = then ? anchors->last : anchors->published;
    if (phrase->unit)
        return moved_value(phrase, from, phrase->shift, anchors, value);
    return day_value(phrase, ro_day_of(ro_day_number(from) + phrase->shift), anchors, value);
}

/* The day from which "two weeks ago" and "three days later" count, or one not known. What is past is not told from a day to come:
 * "They meet next Tuesday. The boats were seized three days earlier". */
static struct day away_from(const struct time_phrase *phrase, enum time_tense tense, const struct anchors *anchors)
{
    const struct day unknown = {0, 0, 0}, last = anchors->last, published = anchors->published;
    if (phrase->from == RO_FROM_NOW)
        return published;
    bool ahead = is_known(last) && is_known(published) && ro_day_number(last) > ro_day_number(published);
    if (tense != RO_TIME_PAST || !ahead)
        return last;
    return phrase->shift < 0 ? published : unknown;
}

static bool away_value(const struct time_phrase *phrase, enum time_tense tense, struct anchors *anchors,
                       char value[RO_VALUE_SIZE])
{
    struct day from = away_from(phrase, tense, anchors);
    if (phrase->count == RO_SOME) {
        snprintf(value, RO_VALUE_SIZE, phrase->shift < 0 ? "PAST_REF" : "FUTURE_REF");
        return true;
    }
    if (!is_known(from))
        return unknown_value(phrase, value);
    return moved_value(phrase, from, (long)phrase->shift * phrase->count, anchors, value);
}

static bool every_value(const struct time_phrase *phrase, char value[RO_VALUE_SIZE])
{
    if (phrase->rate)
        snprintf(value, RO_VALUE_SIZE, "%s", phrase->rate);
    else if (phrase->weekday)
        snprintf(value, RO_VALUE_SIZE, "XXXX-WXX-%d", phrase->weekday);
    else if (phrase->daypart)
        snprintf(value, RO_VALUE_SIZE, "XXXX-XX-XXT%s", phrase->daypart);
    else
        return span_value(phrase, value);
    if (phrase->weekday)
        add_hour(value, phrase);
    return true;
}

bool ro_time_value(const struct time_phrase *phrase, enum time_tense tense, struct anchors *anchors,
                   char value[RO_VALUE_SIZE], enum time_type *type)
{
    bool hour = phrase->hour >= 0 || phrase->daypart || (phrase->unit && *phrase->unit == 'T');
    *type = hour ? RO_TIME : RO_DATE;
    switch (phrase->form) {
    case RO_POINT:
        return point_value(phrase, tense, anchors, value);
    case RO_SHIFTED:
        return shifted_value(phrase, tense, anchors, value);
    case RO_AWAY:
        return away_value(phrase, tense, anchors, value);
    case RO_SPAN:
        *type = RO_DURATION;
        return span_value(phrase, value);
    case RO_EVERY:
        *type = RO_SET;
        return every_value(phrase, value);
    case RO_REFERRING:
        *type = RO_DATE;
        snprintf(value, RO_VALUE_SIZE, "%s", phrase->reference);
        return true;
    }
    return false;
}
