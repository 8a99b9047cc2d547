/* phrases.h: a time as the text tells it: "early Friday", "two weeks ago", "the first quarter of 2019". */
#ifndef RO_PHRASES_H
#define RO_PHRASES_H

#include "times/timewords.h"

enum time_form {
    RO_POINT,     /* "Friday", "10 a.m. on 3 May", "May 2019": as far as is said */
    RO_SHIFTED,   /* "last week", "next Friday", "that day" */
    RO_AWAY,      /* "two weeks ago", "three days later" */
    RO_SPAN,      /* "two weeks" */
    RO_EVERY,     /* "every Friday", "daily" */
    RO_REFERRING, /* "now", "the future" */
};

enum time_from { RO_FROM_NOW, RO_FROM_THEN };

/* What is not said is 0, of hours and of strings -1 and NULL. */
struct time_phrase {
    struct range words;
    uint32_t core; /* the last word of what says when; what tense it has is that of the verb this hangs on */
    enum time_form form;
    int year, month, day, weekday, quarter, hour, minute;
    bool decade, fiscal, relative_day; /* the year is the first of ten; day is counted from today */
    const char *season, *daypart, *holiday, *reference, *rate, *modifier;
    const char *unit; /* D, W, TH, ... */
    int times, count; /* units that one of these has; how many, RO_SOME where it is not said */
    bool half;        /* "two and a half years" */
    int shift;        /* of units: -1 the last, RO_SAME */
    enum time_from from;
};

/* Read the time that begins at a word, the longest; false where there is none. */
bool ro_time_phrase(const struct timewords *timewords, const struct document *document, uint32_t word,
                    struct time_phrase *phrase);

#endif
