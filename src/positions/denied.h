/* denied.h: who denies what, before it is known whose claim that is. */
#ifndef RO_DENIED_H
#define RO_DENIED_H

#include "positions/accounts.h"
#include "positions/dispute_words.h"

/* What is denied. */
enum denied {
    RO_DENIED_CLAIM,      /* a noun that stands for what others say: rejected | the family's account | */
    RO_DENIED_ACCUSATION, /* contests | the charge | */
    RO_DENIED_THIS,       /* denied | it |; That is false */
    RO_DENIED_CLAUSE,     /* denied | that it was at war | */
    RO_DENIED_THING,      /* denied | wrongdoing | */
    RO_DENIED_DEED,       /* He had never laid a hand on anyone */
    RO_DENIED_ALL         /* pleaded not guilty */
};

struct denial {
    uint32_t word;      /* that tells that it is one */
    uint32_t denier;    /* an entity */
    uint32_t subject;   /* the word for it, or RO_NONE */
    uint32_t statement; /* or RO_NONE */
    struct range words; /* the denier's, or about him */
    enum denied denied;
    uint32_t object; /* the word, or RO_NONE */
    uint32_t
        claimant; /* the entity whose claim it is by the text's own words: | the family's | account; or RO_NONE */
    uint32_t content; /* what a claim is, where the denial tells it: reports | that wards were full |; or RO_NONE */
    bool ascribed;    /* whether the words name a claimant, whoever that is */
};

struct denials {
    const struct accounts *accounts;
    const struct dispute_words *words;
    const uint32_t *cue_at; /* by word: the statement whose cue has it, or RO_NONE */
    bool *told;             /* by word: whether a denial by a verb or a noun has it */
    struct denial *items;
    uint32_t count;
};

/* Append denials by a verb ("denied", "called it false"), by a noun ("issued a denial"); what an account has for one ("There is no truth in
 * it"). False without memory. */
bool ro_denials_of_verb(struct denials *denials, uint32_t verb);
bool ro_denials_of_noun(struct denials *denials, uint32_t noun);
bool ro_denials_of_account(struct denials *denials, const struct account *account);

/* What a noun phrase, a pronoun or a "what they say" is as the object of a denial, whose claim it is with it; false: no claim. */
bool ro_denial_object(const struct denials *denials, uint32_t object, struct denial *denial);

#endif
