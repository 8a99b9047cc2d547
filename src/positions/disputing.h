/* disputing.h: what the readers of disputes share: the accounts, and how a dispute is written. */
#ifndef RO_DISPUTING_H
#define RO_DISPUTING_H

#include "positions/accounts.h"

struct disputing {
    struct accounts accounts;
    struct tree tree;
    struct context *context;
    struct document *document;
};

/* A side: its account and the words of it that tell it (they may lie anywhere in the account's sentence). */
struct told_side {
    const struct account *account;
    struct range words;
    uint32_t position; /* or RO_NONE */
};

/* Write a dispute of two sides, the earlier first, where it is likely enough and none of the same kind between the same sides overlaps
 * both. `about` is any string; it is copied. False without memory. */
bool ro_dispute_write(struct disputing *disputing, enum dispute_kind kind, struct slice about, struct told_side one,
                      struct told_side other, double score);

#endif
