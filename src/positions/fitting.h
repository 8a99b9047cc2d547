/* fitting.h: a pattern of lexicon/positions.txt beside a clause: what stands where its slots are. */
#ifndef RO_FITTING_H
#define RO_FITTING_H

#include "positions/stands.h"

/* What a pattern found. */
struct fitting {
    const struct stands *stands;
    const struct tree *tree;
    struct frame frame;
    uint32_t anchors[8]; /* words on which phrases of the pattern may hang */
    uint32_t anchor_count;
    uint32_t last_word;     /* the last word that had to be there, first of all the head */
    uint32_t issue, toward; /* words */
    struct range told;      /* an issue that is what its cue tells */
    bool thing;             /* the subject is the issue */
    bool whole;             /* an issue that is a finite clause */
};

/* Whether a pattern fits, by what hangs on the head, or else, where `told`, by what it tells as a cue. Fills the fitting. (slots.c) */
bool ro_fits(struct fitting *fitting, const struct stance *stance, bool told);

/* What is only possible, only supposed or denied is no position. Sets the act. (meaning.c) */
bool ro_act_of(const struct fitting *fitting, const struct stance *stance, enum position_act *act);

/* The words of the issue, and its head. (matters.c) */
void ro_set_issue(const struct stands *stands, const struct fitting *fitting, struct stand *stand);

/* The infinitive behind the head that hangs on an anchor; RO_NONE. (slots.c) */
uint32_t ro_infinitive_of(const struct fitting *fitting);

/* Whether a clause has "to". */
bool ro_is_infinitive(const struct tree *tree, uint32_t word);

/* Whether a pronoun stands where the issue should: rejected | it |, ruled | that | out. */
bool ro_is_anaphor(const struct tree *tree, uint32_t word);

#endif
