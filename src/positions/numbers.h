/* numbers.h: disputes over numbers: "twelve killed" - "at least thirty". */
#ifndef RO_NUMBERS_H
#define RO_NUMBERS_H

#include "positions/disputing.h"
#include "positions/quantities.h"

/* False without memory. */
bool ro_find_numbers(struct disputing *disputing, const struct quantities *quantities);

#endif
