/* attribution.h: the rules that find, for one quotation, its cue and source and how far the content reaches. */
#ifndef RO_ATTRIBUTION_H
#define RO_ATTRIBUTION_H

#include "statements/scene.h"

/* Which rule made a statement: its precision is the statement's score (rules.h). */
enum rule {
    RO_RULE_AFTER,       /* "We agree," Moon said. */
    RO_RULE_AFTER_MIXED, /* The deal is "done," Moon said. */
    RO_RULE_BEFORE,      /* Moon said: "We agree." */
    RO_RULE_MIXED,       /* Moon said that the deal was "done". */
    RO_RULE_CALL,        /* Moon called the deal "done". */
    RO_RULE_ACCOUNT,     /* The deal is "done", according to Moon. */
    RO_RULE_LABEL,       /* Moon: "We agree."   "We agree." -- Moon */
    RO_RULE_CARRIED,     /* "We agree," Moon said. Silence fell. "We do." */
    RO_RULE_TRANSCRIPT,  /* MOON: We agree. */
    RO_RULE_COUNT
};

/* A statement in words: content is one stretch, what a continuing quotation adds comes later. */
struct draft {
    enum rule rule;
    struct range source, cue, content;
    const struct cue *entry; /* NULL where a mark is the cue */
    uint32_t end;            /* the word behind all that the rule read */
};

/* Behind the quotation: "...," Moon said / said Moon / according to Moon / -- Moon. */
bool ro_attribution_after(const struct scene *scene, const struct quotation *quotation, struct draft *draft);

/* Before it: Moon said, "..." / Moon said that it was "..." / According to Moon, it was "..." / Moon: "...".
 * `last` is the statement before, or NULL: "...," Moon said, adding that it was "...". */
bool ro_attribution_before(const struct scene *scene, const struct quotation *quotation, const struct draft *last,
                           struct draft *draft);

/* Whether somebody tells all of it: "Trump told them that it was "done", | Sanders said." What comes
 * before the bar is the content of the outer statement. */
bool ro_attribution_outer(const struct scene *scene, const struct draft *inner, struct draft *outer);

#endif
