/* facts.h: whether what a clause tells happened, will, may, must or did not. */
#ifndef RO_FACTS_H
#define RO_FACTS_H

#include "events/match.h"

struct facts {
    bool negated;
    bool unable;       /* could not, was unable to, failed to: negated, too */
    bool planned;      /* will, plans to, is set to */
    bool purpose;      /* sent troops | to take | the town: what another deed is for */
    bool possible;     /* may, could */
    bool hypothetical; /* if, unless, would have */
    bool conditional;  /* would, may | if, unless others do something | */
    bool required;     /* must, has to */
    bool advised;      /* should */
    enum tense tense;
};

struct facts ro_facts_of(const struct tree *tree, const struct frame *frame);

#endif
