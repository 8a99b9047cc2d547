/* petrarch_coding.h: who does what to whom, by a verb dictionary, before it is written as an event. */
#ifndef RO_PETRARCH_CODING_H
#define RO_PETRARCH_CODING_H

#include "events/petrarch_clause.h"

struct petrarch_coding {
    uint32_t word; /* the verb */
    const struct petrarch_noun *source, *target;
    struct petrarch_code code;
    const char *text, *file; /* of the dictionary's line */
    uint32_t line;
    struct range words; /* of the verb and what its pattern matched */
    bool has_subject;   /* of its own */
    bool denied;        /* "not", which no pattern asks for */
    bool told;          /* another coding has taken it over */
};

/* Write a coding as events: there, and back where its code has both; and note what became of it. */
void ro_petrarch_write(struct petrarch_text *text, const struct petrarch_coding *coding);

/* What PETRARCH2 makes of verbs that tell of others: "Norland promised to [help] Sudland". `at` has the coding of each word of the
 * sentence, or RO_NONE. */
void ro_petrarch_tell(const struct petrarch_text *text, struct petrarch_coding *codings, uint32_t count,
                      const uint32_t *at);

#endif
