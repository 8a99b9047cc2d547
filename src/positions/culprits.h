/* culprits.h: whom an account names as the one who did it, and how outright. */
#ifndef RO_CULPRITS_H
#define RO_CULPRITS_H

#include "positions/accounts.h"
#include "positions/dispute_words.h"

/* How an account names the culprit. */
enum naming {
    RO_NAMED_ALONE,  /* | Friends of his own | */
    RO_NAMED_DOING,  /* the rebels | had mined the hall | */
    RO_NAMED_HARM,   /* the same, with a verb of harm, or of breaking off */
    RO_NAMED_FIRST,  /* they | fired first |, the first stones | came from | there */
    RO_NAMED_ORIGIN, /* the fire | came from | his wiring */
    RO_NAMED_OWN,    /* the hotel's | own | kitchen bred the germ */
    RO_NAMED_GUILTY, /* the machines | were at fault |, caused the crash */
    RO_NAMED_CLEFT,  /* | it was | the police | who | started it */
    RO_NAMED_BLAMED  /* the police | blame | the rebels */
};

struct culprit {
    uint32_t word;    /* the head of the phrase that names him */
    uint32_t earlier; /* that of what he was called before: | a Norrish cutter | ... the cutter; or RO_NONE */
    uint32_t deed;    /* a verb or noun, or RO_NONE: "it was the farmers" */
    enum naming naming;
    uint32_t source;    /* the entity whose account it is */
    uint32_t statement; /* or RO_NONE */
    struct range words; /* of the account */
    uint32_t narrator;  /* a word of the phrase that names the source, or RO_NONE */
};

struct culprits {
    const struct accounts *accounts;
    const struct dispute_words *words;
    struct culprit *items; /* in the order of accounts, then of blaming verbs */
    uint32_t count;
};

/* Read those of all accounts, and of verbs that blame. False without memory. */
bool ro_culprits_read(struct culprits *culprits);

#endif
