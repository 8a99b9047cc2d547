/* charges.h: what may be denied: what sources tell, and what they accuse others of, also where no statement has it. */
#ifndef RO_CHARGES_H
#define RO_CHARGES_H

#include "positions/accounts.h"
#include "positions/dispute_words.h"

struct charge {
    struct range words; /* of one sentence */
    uint32_t source;    /* an entity */
    uint32_t statement; /* or RO_NONE */
    uint32_t accused;   /* an entity, or RO_NONE */
    bool accuses;       /* says "accuse", "allege" */
};

struct charges {
    struct charge *items; /* in the order of the text */
    uint32_t count;
    uint32_t *cue_at; /* by word: the statement whose cue has it, or RO_NONE */
};

/* Read all charges of a document, in scratch. False without memory. */
bool ro_charges_read(struct charges *charges, const struct accounts *accounts, const struct dispute_words *words);

/* The first charge that begins at a word or behind it. */
uint32_t ro_charges_from(const struct charges *charges, uint32_t word);

#endif
