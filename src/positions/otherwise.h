/* otherwise.h: disputes that the text itself announces: "The mayor remembered it otherwise", "the union gave a far higher figure". */
#ifndef RO_OTHERWISE_H
#define RO_OTHERWISE_H

#include "positions/disputing.h"
#include "positions/quantities.h"

/* Write those that no other rule has found. False without memory. */
bool ro_find_announced(struct disputing *disputing, const struct quantities *quantities);

#endif
