/* match.h: patterns over clauses. */
#ifndef RO_MATCH_H
#define RO_MATCH_H

#include "events/frames.h"
#include "events/sides.h"

/* What a word was read as. */
struct reading {
    const struct pattern *pattern;
    struct frame frame;
    struct side_of source, target;
    struct range words;       /* of the trigger */
    uint32_t inner;           /* the word of the inner event of an operator, or RO_NONE */
    uint32_t inner_reading;   /* of that word, or RO_NONE */
    const char *code;         /* of an operator: composed */
    uint32_t told_by;         /* the operator's reading that has taken it over, or RO_NONE */
    bool both;                /* the source's members do it to one another */
    bool modal;               /* what its target must do: whoever says so is the source */
    bool around;              /* its target is not in a slot, but somewhere near */
    uint32_t nouns[RO_SLOTS]; /* words that filled its slots of nouns */
    uint32_t noun_count;
    uint32_t narrow; /* how many of them are of a class by two words: "armed force" */
};

/* The most specific pattern that fits a word and its clause; false where none does. `why`, where it is not NULL, gets a pattern of
 * this head that did not fit, or NULL. */
bool ro_match(const struct tree *tree, uint32_t word, struct reading *reading, const struct pattern **why);

/* Read a verb with "must" or "should" that no pattern fits, by the pattern of that modal: "T must +". */
bool ro_match_modal(const struct tree *tree, uint32_t word, struct reading *reading);

#endif
