/* timex.h: what a time is by the calendar, as TIMEX3 writes it. */
#ifndef RO_TIMEX_H
#define RO_TIMEX_H

#include "times/calendar.h"
#include "times/phrases.h"

enum { RO_VALUE_SIZE = 40 };

/* Where the verb beside a time stands. */
enum time_tense { RO_TIME_UNSAID, RO_TIME_PAST, RO_TIME_PRESENT, RO_TIME_FUTURE };

/* What times are told from: the day of publication, and the day that the text spoke of last. A year of 0: not known. */
struct anchors {
    struct day published, last;
    bool last_has_month, last_has_day;
};

/* Write the TIMEX3 value of a phrase; false where it has none ("that day" of nothing). What it tells is the next anchor. */
bool ro_time_value(const struct time_phrase *phrase, enum time_tense tense, struct anchors *anchors,
                   char value[RO_VALUE_SIZE], enum time_type *type);

#endif
