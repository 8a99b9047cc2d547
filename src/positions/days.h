/* days.h: one deed on two days: "was signed on 4 June" - "was signed on 11 May". */
#ifndef RO_DAYS_H
#define RO_DAYS_H

#include "positions/claims.h"

/* Whether two clauses tell the same deed of the same parties, each at one time, and these times exclude each other. */
bool ro_differ_in_day(const struct disputing *disputing, const struct claim *one, const struct claim *other);

#endif
