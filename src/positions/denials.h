/* denials.h: disputes in which one accuses or claims, and another denies: "The firm contests the charge". */
#ifndef RO_DENIALS_H
#define RO_DENIALS_H

#include "positions/disputing.h"

/* Write them. False without memory. */
bool ro_find_denials(struct disputing *disputing);

#endif
