/* dictionary_dates.c: dates are YYYYMMDD or YYMMDD; of the latter 00 to 30 are years of this century, as PETRARCH has it. */
#include "actors/dictionary_dates.h"

#include <limits.h>

#include "base/date.h"

enum { LAST_OF_CENTURY = 30 };

bool ro_code_is(struct slice code)
{
    for (size_t i = 0; i < code.length; i++) {
        char c = code.data[i];
        if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '/')
            return false;
    }
    return code.length > 0;
}

/* "---", "+++", "###": the actor is known, and has no code. */
static bool is_null(struct slice code)
{
    for (size_t i = 0; i < code.length; i++)
        if (!strchr("-+*", code.data[i]))
            return false;
    return code.length > 0;
}

static int number(struct slice digits)
{
    int value = 0;
    for (size_t i = 0; i < digits.length; i++)
        value = 10 * value + digits.data[i] - '0';
    return value;
}

static bool read_date(struct dictionary_lines *lines, struct slice date, int *day)
{
    size_t digits = 0;
    while (digits < date.length && date.data[digits] >= '0' && date.data[digits] <= '9')
        digits++;
    if (digits < date.length || (digits != 6 && digits != 8))
        return ro_lines_wrong(lines, date.data, "\"%.*s\" is no date; write it as YYYYMMDD or YYMMDD",
                              (int)date.length, date.data);
    *day = number(date);
    if (digits == 6)
        *day += *day / 10000 <= LAST_OF_CENTURY ? 20000000 : 19000000;
    if (!ro_date_has(*day / 10000, *day / 100 % 100, *day % 100))
        return ro_lines_wrong(lines, date.data, "the calendar has no %.*s; correct the month or the day",
                              (int)date.length, date.data);
    return true;
}

/* "010120-050120" */
static bool read_range(struct dictionary_lines *lines, struct slice dates, struct dictionary_code *out)
{
    struct slice from = ro_lines_until(dates, "-");
    if (from.length == dates.length)
        return ro_lines_wrong(lines, dates.data,
                              "this date says neither from when nor until when; write >DATE, <DATE or DATE-DATE");
    struct slice until = ro_lines_after(dates, from.data + from.length + 1);
    if (!read_date(lines, ro_lines_trim(from), &out->from) || !read_date(lines, until, &out->until))
        return false;
    if (out->from > out->until)
        return ro_lines_wrong(lines, dates.data,
                              "%d is before %d; put the earlier date first, or write years with four digits",
                              out->until, out->from);
    return true;
}

static bool read_dates(struct dictionary_lines *lines, struct slice dates, struct dictionary_code *out)
{
    char sign = *dates.data;
    if (sign != '<' && sign != '>')
        return read_range(lines, dates, out);
    return read_date(lines, ro_lines_after(dates, dates.data + 1), sign == '<' ? &out->until : &out->from);
}

bool ro_dated_code_read(struct dictionary_lines *lines, struct slice inside, struct dictionary_code *out)
{
    struct slice code = ro_lines_until(inside, " \t"), dates = ro_lines_after(inside, code.data + code.length);
    *out = (struct dictionary_code){.until = INT_MAX, .dated = dates.length > 0};
    if (!ro_code_is(code) && !is_null(code))
        return ro_lines_wrong(lines, inside.data,
                              "\"%.*s\" is no code; write letters and digits, and a blank before the dates",
                              (int)code.length, code.data);
    if (dates.length && !read_dates(lines, dates, out))
        return false;
    if (!is_null(code))
        out->code = ro_lines_string(lines, code);
    return true;
}
