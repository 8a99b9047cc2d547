/* nouns.h: whether a noun is one that a pattern asks for. */
#ifndef RO_EVENT_NOUNS_H
#define RO_EVENT_NOUNS_H

#include "events/tree.h"

/* The noun of a phrase, what it counts, or one coordinated with it, that a slot asks for; RO_NONE. `narrow`: with the word before it. */
uint32_t ro_slot_noun(const struct tree *tree, const struct slot *slot, uint32_t word, bool *narrow);

#endif
