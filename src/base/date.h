/* date.h: the dates of the record. */
#ifndef RO_DATE_H
#define RO_DATE_H

#include <stdbool.h>

/* Whether the calendar has a day. */
bool ro_date_has(int year, int month, int day);

/* Whether a string is YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+hh:mm (or -hh:mm), in the calendar. */
bool ro_date_is(const char *string);

#endif
