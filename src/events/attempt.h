/* attempt.h: a pattern that is being tried on a clause, slot by slot. What the parts of the matcher share. */
#ifndef RO_ATTEMPT_H
#define RO_ATTEMPT_H

#include "events/match.h"
#include "statements/build.h"

enum { RO_ANCHORS = 8 };

/* The words that phrases may hang on, the most likely last. */
struct attempt {
    const struct tree *tree;
    struct reading *reading;
    uint32_t anchors[RO_ANCHORS];
    uint32_t anchor_count;
    bool thing; /* the subject is a thing that S is read out of */
};

/* From now on phrases may hang on a word, too; nothing where it is RO_NONE. */
void ro_attempt_anchor(struct attempt *attempt, uint32_t word);

/* The side that a slot of S or T fills. */
struct side_of *ro_attempt_side(const struct attempt *attempt, enum slot_filler filler);

/* Make a word a part of the trigger. */
void ro_attempt_widen(struct attempt *attempt, uint32_t word);

/* Whether a word fills a slot; takes over who or what it is. (phrases.c) */
bool ro_fills(struct attempt *attempt, const struct slot *slot, uint32_t word);

/* Whether a phrase with a slot's preposition hangs on a word and fills the slot; `before`: one before a noun that says the same:
 * "Ghana's attack" for "attack by Ghana". */
bool ro_phrase_under(struct attempt *attempt, const struct slot *slot, uint32_t anchor, bool before);

/* Whether a slot of a preposition, of a particle is filled somewhere in the clause. */
bool ro_prepositional(struct attempt *attempt, const struct slot *slot);
bool ro_particle(struct attempt *attempt, const struct slot *slot);

/* Whether one of a slot's prepositions or particles is this word. */
bool ro_slot_has_word(const struct slot *slot, const char *word);

/* Whether a slot of any kind is filled. (slots.c) */
bool ro_slot_fits(struct attempt *attempt, const struct slot *slot);

#endif
