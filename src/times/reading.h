/* reading.h: how times are read: each reader takes a place and returns the place behind what it read, or the same place where it
 * read nothing. */
#ifndef RO_READING_H
#define RO_READING_H

#include "times/phrases.h"

enum { RO_LEAST_YEAR = 1000, RO_LAST_YEAR = 2199 };

struct reader {
    const struct timewords *timewords;
    const struct document *document;
    struct time_phrase *phrase; /* what is read goes here */
};

/* Whether a word is this one, or one of these, in whatever case. */
bool ro_reads(const struct reader *reader, uint32_t at, const char *form);
bool ro_is_any(const struct reader *reader, uint32_t at, const char *const *forms);

/* The term of a kind that begins at a word. */
struct time_term ro_term(const struct reader *reader, uint32_t at, enum time_kind kind);

/* The place behind a word if it is this one. */
uint32_t ro_skip(const struct reader *reader, uint32_t at, const char *form);

bool ro_is_capital(const struct reader *reader, uint32_t at);

/* A number in digits, with what follows them; -1 where there is none, or one of more than nine digits. */
long ro_digits(const struct reader *reader, uint32_t at, struct slice *rest);

/* "3", "3rd"; -1 where it is none. */
long ro_day_of_month(const struct reader *reader, uint32_t at);

/* A year or a decade; `sure`: also where a number of things may be meant ("1998 people"). */
uint32_t ro_read_year(const struct reader *reader, uint32_t at, bool sure);

/* A year behind a date: "2019", ", 2019", "of 2019". */
uint32_t ro_read_year_behind(const struct reader *reader, uint32_t at);

/* A number in words or digits, "two and a half" among them. */
uint32_t ro_read_count(const struct reader *reader, uint32_t at);

/* "week", "years". */
uint32_t ro_read_unit(const struct reader *reader, uint32_t at);

/* "morning". */
uint32_t ro_read_daypart(const struct reader *reader, uint32_t at);

/* "Thursday, Feb. 28", "Thursday night". */
uint32_t ro_read_weekday(const struct reader *reader, uint32_t at);

/* "Easter Monday", "Thanksgiving 2018", "Easter week". */
uint32_t ro_read_holiday(const struct reader *reader, uint32_t at);

/* "Feb. 28, 2019", "February 2019", "February". */
uint32_t ro_read_month_first(const struct reader *reader, uint32_t at);

/* A date of any form. */
uint32_t ro_read_date(const struct reader *reader, uint32_t at);

/* "10 a.m. on Friday", "noon". */
uint32_t ro_read_hour_and_date(const struct reader *reader, uint32_t at);

#endif
