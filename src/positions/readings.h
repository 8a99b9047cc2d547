/* readings.h: quantities as their accounts tell them: of what, what became of it, as a fact or a wish. */
#ifndef RO_READINGS_H
#define RO_READINGS_H

#include "positions/disputing.h"
#include "positions/likeness.h"
#include "positions/quantities.h"

struct number_told {
    const struct quantity *quantity;
    const struct account *account;
    const struct topic *state;
    struct gist gist;           /* of the clause */
    bool inherits;              /* what it counts is told before: put the number at thirty */
    bool of_it;                 /* a tonne of it */
    bool lone;                  /* no other number of its account is measured alike */
    bool wished, planned, open; /* wanted; will be; a forecast, a possibility */
};

void ro_reading_read(const struct disputing *disputing, const struct quantities *quantities, uint32_t number,
                     struct number_told *reading);

/* What becomes of somebody by a word: dead, injured; NULL: nothing. */
const struct topic *ro_state_at(const struct disputing *disputing, uint32_t word);

/* The name of the place that an account tells with one of some prepositions, or that its sentence begins with, before it and not in its
 * source: | In Marseille |, the prefecture counted nine; RO_NONE. */
uint32_t ro_place_named(const struct disputing *disputing, const struct account *account,
                        const struct slice *prepositions);

/* Whether a statement has a cue of a list, which ends with NULL. */
bool ro_is_cue(const struct disputing *disputing, uint32_t statement, const char *const *lemmas);

/* Whether a statement tells what its source wants. */
bool ro_is_wish(const struct disputing *disputing, uint32_t statement);

#endif
