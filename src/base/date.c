/* date.c: checks dates against a pattern and the calendar. */
#include "base/date.h"

#include <stddef.h>
#include <string.h>

/* Whether the string has the form of the pattern: 'd' a digit, 's' a sign, anything else itself. */
static bool has_form(const char *string, const char *pattern)
{
    for (; *pattern && *string; string++, pattern++) {
        bool digit = *string >= '0' && *string <= '9';
        bool sign = *string == '+' || *string == '-';
        if (*pattern == 'd' ? !digit : *pattern == 's' ? !sign : *string != *pattern)
            return false;
    }
    return !*pattern && !*string;
}

static int two_digits(const char *at)
{
    return 10 * (at[0] - '0') + at[1] - '0';
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool ro_date_has(int year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

bool ro_date_is(const char *string)
{
    bool moment = has_form(string, "dddd-dd-ddTdd:dd:ddsdd:dd");
    if (!moment && !has_form(string, "dddd-dd-dd"))
        return false;
    int year = 100 * two_digits(string) + two_digits(string + 2);
    int month = two_digits(string + 5), day = two_digits(string + 8);
    if (!ro_date_has(year, month, day))
        return false;
    return !moment ||
           (two_digits(string + 11) < 24 && two_digits(string + 14) < 60 && two_digits(string + 17) < 60 &&
            two_digits(string + 20) < 24 && two_digits(string + 23) < 60);
}
