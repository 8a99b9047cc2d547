/* doers.h: who does what only somebody can do: "| the treasury | refused", "| Klunk | apologised". */
#ifndef RO_DOERS_H
#define RO_DOERS_H

#include "base/document.h"

/* Whether a word is the subject of a verb that only people and what they make up have: refuse, offer, insist. */
bool ro_is_doer(const struct document *document, uint32_t word);

#endif
