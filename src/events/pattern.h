/* pattern.h: reads a pattern: "S impose &sanction on T". */
#ifndef RO_PATTERN_H
#define RO_PATTERN_H

#include "events/verbs.h"

/* A pattern that is read, and what it is found by. */
struct pattern_head {
    enum head_kind kind;
    struct slice lemma;
};

/* What ro_pattern_read returns without memory. */
extern const char ro_pattern_no_memory[];

/* Read a pattern's words into the arena; its classes by their names in `classes`. Returns NULL, or what is wrong with it. */
const char *ro_pattern_read(struct arena *arena, struct slice text, const struct table *classes,
                            struct pattern *pattern, struct pattern_head *head);

#endif
