/* calendar.h: days of the proleptic Gregorian calendar, and weeks as ISO 8601 counts them. */
#ifndef RO_CALENDAR_H
#define RO_CALENDAR_H

#include <stdbool.h>

struct day {
    int year, month, day; /* month and day from 1 */
};

/* Days since 1970-01-01, and back. */
long ro_day_number(struct day day);
struct day ro_day_of(long number);

/* Monday is 1, Sunday 7. */
int ro_weekday(struct day day);

/* The week of a day and the year that it belongs to. */
int ro_week(struct day day, int *year);

int ro_days_in(int year, int month);

/* So many months on (or back); the day is 1. */
struct day ro_months_on(struct day day, int months);

struct day ro_easter(int year);

/* The n-th such weekday of a month; -1 the last. */
struct day ro_nth_weekday(int year, int month, int nth, int weekday);

#endif
