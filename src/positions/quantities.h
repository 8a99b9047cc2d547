/* quantities.h: numbers in accounts, and of what: "no more than nine people", "four fifths of the province", "a quarter of a million". */
#ifndef RO_QUANTITIES_H
#define RO_QUANTITIES_H

#include "positions/accounts.h"

enum measure {
    RO_COUNTED,
    RO_SHARE,
    RO_MONEY,
    RO_CLOCK /* minutes of a day */,
    RO_LENGTH,
    RO_AREA,
    RO_VOLUME,
    RO_MASS,
    RO_DEGREES,
    RO_AGE_OF_THINGS
};

struct unit {
    const char *lemma;
    enum measure measure;
    double size;
};

struct quantity {
    struct range words; /* with "no more than" and the unit */
    uint32_t account;   /* index of accounts */
    uint32_t noun;      /* the word counted; RO_NONE: none of its own */
    uint32_t clause;    /* the verb or predicate above it */
    enum measure measure;
    double low, high; /* what it may be */
    double size;      /* of its unit */
    bool rough;       /* "some", "nearly", "a dozen" */
    bool part;        /* of them, of whom, of those dead: some of what was counted before */
};

struct quantities {
    struct quantity *items; /* in the order of the text */
    uint32_t count;
};

/* Read the quantities of all accounts, in scratch. False without memory. */
bool ro_quantities_read(const struct accounts *accounts, struct quantities *quantities);

/* The number that begins at a word, digits or words: its value and, in *end, the word behind it; false: none. */
bool ro_number_at(const struct document *document, uint32_t word, uint32_t end, double *value, uint32_t *behind);

/* A share that begins at a word: "half", "a third", "four fifths". */
bool ro_share_at(const struct document *document, uint32_t word, uint32_t end, double *value, uint32_t *behind);

/* "9 in 10", "eight of its members out of ten", "one voter in three". */
bool ro_ratio_at(const struct document *document, uint32_t word, uint32_t end, double *value, uint32_t *behind);

/* The unit that a word is; NULL: none. */
const struct unit *ro_unit_at(const struct document *document, uint32_t word);

/* The verb or predicate over a word. */
uint32_t ro_clause_over(const struct tree *tree, uint32_t word);

#endif
