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

/* By what a dispute is found; how often each is right: docs/models.md. */
enum dispute_rule {
    RO_BY_STATE,         /* numbers of the dead, of the marchers */
    RO_BY_FIGURE,        /* put the number at */
    RO_BY_LIKE_NUMBERS,  /* numbers of the same noun, or in clauses that are alike */
    RO_BY_DAY,           /* one deed on two days */
    RO_BY_SHORT_EXTENT,  /* Not all of it */
    RO_BY_WISHED_EXTENT, /* wants all, wants part */
    RO_BY_LIKE_EXTENTS,  /* all, and a part that is tied to it */
    RO_BY_SHORT_NO,      /* He had not */
    RO_BY_VERB,          /* so and not so, parts in common */
    RO_BY_VERB_ALONE,    /* so and not so, near each other: Nobody had called */
    RO_BY_NONE_LEFT,     /* nobody harmed, none remains */
    RO_BY_OPPOSITES,     /* closed, open */
    RO_BY_ABSENCE,       /* a warning, without any warning; briefed, nobody told */
    RO_BY_CLAIMANT,      /* a denial that says whose claim it denies: the family's account */
    RO_BY_ACCUSED,       /* of an accusation of the denier */
    RO_BY_LIKE_CLAIM,    /* denied that P, where another told P */
    RO_BY_SUBJECT,       /* of a claim about the denier */
    RO_BY_PLACE,         /* of the claim before */
    RO_BY_BOTH_BLAMED,   /* each names the other as the one who did it */
    RO_BY_ONE_BLAMED,    /* one names the other, who names a third */
    RO_BY_LIKE_DEEDS,    /* two name two, the deed is alike, or left open */
    RO_BY_WORD_OF_TEXT,  /* the text says that the accounts differ */
    RO_DISPUTE_RULES
};

double ro_reliability(enum dispute_rule rule);

/* Write a dispute of two sides, the earlier first, where it is likely enough and none of the same kind between the same sides overlaps
 * both. `about` is any string; it is copied. False without memory. */
bool ro_dispute_write(struct disputing *disputing, enum dispute_kind kind, struct slice about, struct told_side one,
                      struct told_side other, double score);

#endif
