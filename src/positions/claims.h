/* claims.h: accounts cut to clauses, each with whether it is so, of how much, and what it speaks of: "not all of it has water". */
#ifndef RO_CLAIMS_H
#define RO_CLAIMS_H

#include "positions/disputing.h"
#include "positions/likeness.h"

enum how_much {
    RO_UNSAID,
    RO_WHOLE,   /* all, every, entire, to the last cent */
    RO_NOT_ALL, /* not all, only some, no more than a third, two of the seven */
    RO_SOME,    /* a third, three hundred */
    RO_NONE_OF  /* none, nobody, not one */
};

struct claim {
    const struct account *account;
    struct range words;
    uint32_t head; /* the verb or predicate */
    uint32_t subject,
        object;    /* words, or RO_NONE: who has it done and what is done, whatever the form of the clause */
    uint32_t noun; /* that is told how much of; or RO_NONE */
    enum how_much much;
    bool negated;
    bool still; /* some are still held: not all are free */
    bool bare;  /* He had not; Not all of it; Not so: the rest is told before */
    bool open;  /* planned, possible, feared, if */
    bool wished;
    bool
        finite; /* a clause that tells, none that is part of another one: no infinitive, no condition, no relative clause */
    struct gist gist;
};

struct claims {
    struct claim *items; /* in the order of the accounts */
    uint32_t count;
};

/* Read the claims of all accounts, in scratch. False without memory. */
bool ro_claims_read(struct disputing *disputing, struct claims *claims);

/* Whether the clause only tells that there is something: there was no order, no inspection took place. */
bool ro_claim_exists(const struct disputing *disputing, const struct claim *claim);

/* Whether a clause tells by itself, and is no infinitive, condition or relative clause. */
bool ro_clause_tells(const struct tree *tree, uint32_t head);

/* What two claims are about: what both name, as issues are called. */
struct slice ro_claims_about(struct disputing *disputing, const struct claim *one, const struct claim *other);

/* Disputes of "all" and "part", and of "so" and "not so". False without memory. */
bool ro_find_extents(struct disputing *disputing);
bool ro_find_wants(struct disputing *disputing); /* of positions: all wanted, part wanted */
bool ro_find_negations(struct disputing *disputing, const struct claims *claims);

#endif
