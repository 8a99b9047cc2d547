/* dictionary_dates.h: what stands between the brackets behind an actor: "USAGOV 010120-050120", "IRQGOV >20140908". */
#ifndef RO_DICTIONARY_DATES_H
#define RO_DICTIONARY_DATES_H

#include "actors/dictionary_lines.h"

/* Read a code and its dates; false where they are wrong, which has been told. */
bool ro_dated_code_read(struct dictionary_lines *lines, struct slice inside, struct dictionary_code *out);

/* Whether all of a code is letters, digits and strokes. */
bool ro_code_is(struct slice code);

#endif
