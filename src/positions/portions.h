/* portions.h: where an account tells all, none, a part or a rest of something: "every home", "not one", "two of the seven", "still". */
#ifndef RO_PORTIONS_H
#define RO_PORTIONS_H

#include "positions/disputing.h"
#include "positions/likeness.h"

enum portion_kind {
    RO_ALL_OF, /* every home, the whole county, to the last cent */
    RO_NO_ONE, /* not one soldier, nobody */
    RO_PART_OF /* only slabs, two of the seven, a third of it; the rest, still, not all */
};

struct portion {
    const struct account *account;
    struct range words; /* of the clause, as far as the account has it */
    enum portion_kind kind;
    uint32_t noun;   /* of what; or RO_NONE */
    uint32_t clause; /* the verb or predicate */
    bool only;       /* only, limited, not all, no more than */
    bool of_it;      /* two of the seven, a third of it, the rest */
    bool left;       /* still, remain */
    bool tells;      /* the clause tells by itself */
    bool first;      /* the part stands before its verb: half of it was clean */
    bool counted;    /* eleven girls remain */
    bool bare;       /* Not all of it: nothing else is told */
    bool wished, planned, open;
    struct gist gist; /* of the account */
};

struct portions {
    struct portion *items; /* in the order of the accounts; one of each kind in a clause */
    uint32_t count;
};

/* Read the portions of all accounts, in scratch. False without memory. */
bool ro_portions_read(struct disputing *disputing, struct portions *portions);

#endif
