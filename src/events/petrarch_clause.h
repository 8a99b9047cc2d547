/* petrarch_clause.h: what is around a verb: its entry in the dictionary, the words before and behind it, its subject. */
#ifndef RO_PETRARCH_CLAUSE_H
#define RO_PETRARCH_CLAUSE_H

#include "events/petrarch_match.h"

struct petrarch_clause {
    uint32_t word;                    /* the verb */
    const struct petrarch_verb *verb; /* in the dictionary */
    struct range own;                 /* with the words of a compound: "broke down" */
    struct petrarch_row before, behind;
    const struct petrarch_noun *agent; /* of a passive: "was condemned by [Norland]"; NULL */
    bool passive, negated;
};

/* Read the clause of a verb; its rows use the room of those it has. False where the dictionary does not know the verb. */
bool ro_petrarch_clause_read(const struct petrarch_text *text, uint32_t word, struct petrarch_clause *clause);

/* The noun of the subject, of the verb itself or of one that it hangs on; NULL where nobody is meant by it. *stated tells whether the
 * verb has a subject of its own. */
const struct petrarch_noun *ro_petrarch_subject(const struct petrarch_text *text, uint32_t verb, bool *stated);

/* The first noun behind the verb, and the nearest before it, that does not mean the same as another (NULL: any); NULL. */
const struct petrarch_noun *ro_petrarch_behind(const struct petrarch_text *text,
                                               const struct petrarch_clause *clause,
                                               const struct petrarch_noun *other);
const struct petrarch_noun *ro_petrarch_before(const struct petrarch_text *text,
                                               const struct petrarch_clause *clause,
                                               const struct petrarch_noun *other);

#endif
