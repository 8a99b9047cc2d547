/* petrarch_match.h: which pattern of a block fits what is before and behind a verb. */
#ifndef RO_PETRARCH_MATCH_H
#define RO_PETRARCH_MATCH_H

#include "events/petrarch_text.h"

/* Words of the document without marks: before a verb from it to the left, behind it to the right. */
enum { RO_PETRARCH_ROW = 200 /* words, at most */ };

struct petrarch_row {
    uint32_t *words;
    uint32_t count;
};

struct petrarch_match {
    const struct petrarch_pattern *pattern;
    const struct petrarch_noun *source, *target; /* where "$" and "+" stand, or NULL */
    struct range words;                          /* from the first to the last that was matched, with the verb */
    bool denies;                                 /* "not" is among them */
    uint32_t weight;
};

/* The pattern of a block that says most; false where none fits. `verb` is where the rows meet. */
bool ro_petrarch_match(const struct petrarch_text *text, uint32_t block, struct range verb,
                       const struct petrarch_row *before, const struct petrarch_row *behind,
                       struct petrarch_match *match);

/* How many words of a row, from a place on, are these, one behind the other; 0: they are not. `backwards`: the row runs to the left. */
uint32_t ro_petrarch_matches(const struct petrarch_text *text, const struct petrarch_row *row, uint32_t place,
                             struct petrarch_list words, bool backwards);

#endif
