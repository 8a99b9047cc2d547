/* amounts.h: how much of an issue: "in their entirety", "a large portion", "not one". */
#ifndef RO_AMOUNTS_H
#define RO_AMOUNTS_H

#include "base/document.h"

/* The first word of a stretch that tells how much: all, part or none; RO_NO_EXTENT where none does. */
enum extent ro_amount_of(const struct document *document, struct range words);

/* Whether a word is in an expression of time: "every Friday" is no share of anything. */
bool ro_is_time(const struct document *document, uint32_t word);

#endif
