/* proposals.h: what rules and what the model would write down, with contents that cut no quotation in two. */
#ifndef RO_PROPOSALS_H
#define RO_PROPOSALS_H

#include "statements/learned.h"

/* A statement without its content yet, and the words of that. */
struct proposal {
    struct statement statement;
    struct range *contents;
    uint32_t content_count;
    struct range other_source;
    uint32_t cue;   /* its first word, or RO_NONE */
    uint32_t first; /* word of all */
    uint32_t order; /* in which it was proposed */
    bool nested;    /* somebody is to tell it, by a rule, who is not found yet */
    bool learned;   /* by the model or a tree, not by quotation marks */
    bool account;   /* "according to": what it tells may be a statement as it stands */
    enum verdict verdict;
    double rank;                  /* the score, or that of a surer one that it tells */
    const struct proposal *outer; /* that tells it, or NULL */
    uint32_t depth;               /* how many tell it */
    uint32_t index;               /* of document->statements, once it is written */
};

struct proposals {
    const struct scene *scene;
    struct proposal **items; /* in the order in which they were proposed */
    uint32_t count;
    bool *own; /* words of the content at hand, else none */
};

/* Those that one statement tells, or that nobody does. */
struct level {
    struct proposal **items; /* whose order changes */
    uint32_t count;
};

/* Memory in the scratch of the scene's context; false where there is none. */
bool ro_proposals_init(struct proposals *proposals, const struct scene *scene);

/* Propose a statement of rules. False where there is no room. */
bool ro_propose_quoted(struct proposals *proposals, const struct statement *statement);

/* Propose a statement of the model, unless its content is but parts of quotations. False where there is no room. */
bool ro_propose_learned(struct proposals *proposals, const struct candidate *read, const char *by);

/* Of a proposal's contents, keep the words that are marked in proposals->own, in stretches of one paragraph each; unmark them.
 * False where there is no room. */
bool ro_proposal_collect(struct proposals *proposals, struct proposal *proposal);

/* From the first word of its contents to the last. */
struct range ro_proposal_words(const struct proposal *proposal);

#endif
