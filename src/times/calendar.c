/* calendar.c: days to numbers and back by eras of 400 years; ISO weeks by their Thursday; Easter by Butcher's rule. */
#include "times/calendar.h"

long ro_day_number(struct day day)
{
    int year = day.year - (day.month <= 2), era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400, month = day.month + (day.month > 2 ? -3 : 9);
    int of_year = (153 * month + 2) / 5 + day.day - 1;
    return (long)era * 146097 + of_era * 365L + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct day ro_day_of(long number)
{
    number += 719468;
    long era = (number >= 0 ? number : number - 146096) / 146097;
    int of_era = (int)(number - era * 146097);
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    struct day day = {(int)(year + era * 400), month + (month < 10 ? 3 : -9), of_year - (153 * month + 2) / 5 + 1};
    day.year += day.month <= 2;
    return day;
}

int ro_weekday(struct day day)
{
    return (int)(((ro_day_number(day) + 3) % 7 + 7) % 7) + 1;
}

int ro_week(struct day day, int *year)
{
    struct day thursday = ro_day_of(ro_day_number(day) + 4 - ro_weekday(day));
    *year = thursday.year;
    return (int)(ro_day_number(thursday) - ro_day_number((struct day){thursday.year, 1, 1})) / 7 + 1;
}

int ro_days_in(int year, int month)
{
    struct day next = ro_months_on((struct day){year, month, 1}, 1);
    return (int)(ro_day_number(next) - ro_day_number((struct day){year, month, 1}));
}

struct day ro_months_on(struct day day, int months)
{
    int count = day.year * 12 + day.month - 1 + months;
    return (struct day){count / 12, count % 12 + 1, 1};
}

struct day ro_easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int g = (b - (b + 8) / 25 + 1) / 3, h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451;
    int days = h + l - 7 * m + 114;
    return (struct day){year, days / 31, days % 31 + 1};
}

struct day ro_nth_weekday(int year, int month, int nth, int weekday)
{
    int first = (weekday - ro_weekday((struct day){year, month, 1}) + 7) % 7 + 1;
    int last = first + (ro_days_in(year, month) - first) / 7 * 7;
    return (struct day){year, month, nth > 0 ? first + 7 * (nth - 1) : last};
}
