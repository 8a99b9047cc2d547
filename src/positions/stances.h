/* stances.h: lexicon/positions.txt: how one says what he wants, offers or will not have.
 *
 *     S ask T for I | demand | - | {Norland} asked Sudmark for [the keys].
 */
#ifndef RO_STANCES_H
#define RO_STANCES_H

#include "base/document.h"
#include "base/lexicon.h"

/* Where a part of a pattern stands. */
enum stance_place {
    RO_STANCE_OBJECT,      /* I, T */
    RO_STANCE_CLAUSE,      /* that I */
    RO_STANCE_PREPOSITION, /* for I, to T; "to I" is an infinitive, too */
    RO_STANCE_WORD         /* give | in |, express | regret | */
};

enum stance_filler { RO_STANCE_ISSUE, RO_STANCE_TOWARD, RO_STANCE_NOTHING };

struct stance_slot {
    enum stance_place place;
    enum stance_filler filler;
    const struct slice *words; /* prepositions or lemmas, to one without data; or NULL */
    bool optional;             /* I? and every T but T! */
};

enum stance_kind { RO_STANCE_VERB = 'v', RO_STANCE_NOUN = 'n', RO_STANCE_STATE = 'a' };

struct stance {
    const struct stance_slot *slots;
    uint32_t slot_count;
    bool thing; /* "I be unacceptable": the subject is the issue, who says so holds the position */
    enum position_act act;
    enum position_act negated; /* what it is with "not"; RO_NO_ACT: nothing */
    uint32_t next;             /* of the same head, in the order of the file; or UINT32_MAX */
};

#define RO_NO_ACT ((enum position_act)(RO_PRAISE + 1))

/* Lists of verbs. */
enum stance_list {
    RO_STANCE_HARM,   /* what is done to hurt: "block" */
    RO_STANCE_GIVE,   /* what is done for others, so that "will" promises it: "pay" */
    RO_STANCE_IDLE,   /* of which "will not" refuses nothing: "know" */
    RO_STANCE_SILENT, /* what one refuses to say: "comment" */
    RO_STANCE_LISTS
};

struct stances;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON (file, line, column and remedy), READOUT_NO_MEMORY. */
enum readout_status ro_stances_read(struct arena *arena, const struct lexicon_file *file,
                                    const struct stances **out, struct readout_error *error);

/* The first pattern of a head's lemma, the others by `next`; UINT32_MAX: none. */
uint32_t ro_stances_find(const struct stances *stances, enum stance_kind kind, struct slice lemma);
const struct stance *ro_stances_get(const struct stances *stances, uint32_t stance);

bool ro_stances_list(const struct stances *stances, enum stance_list list, struct slice lemma);

#endif
