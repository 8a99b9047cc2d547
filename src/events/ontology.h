/* ontology.h: the event codes of CAMEO with what each is in PLOVER (lexicon/cameo.txt), and PLOVER's own terms
 * (lexicon/plover.txt). "041" -> Discuss by telephone, quad class 1, Goldstein 1, CONSULT, phone. */
#ifndef RO_ONTOLOGY_H
#define RO_ONTOLOGY_H

#include "base/document.h"
#include "base/lexicon.h"
#include "base/table.h"

/* What is not known is NULL or 0. The strings and the list are as struct event of base/document.h has them. */
struct cameo_code {
    const char *code, *name, *description;
    uint32_t quad;         /* 1 to 4, or 0 */
    const char *goldstein; /* a decimal, "-5.8", or NULL */
    const char *plover_event, *plover_mode;
    const char **plover_contexts;
    uint32_t plover_context_count;
};

/* An event ("CONSULT", NULL), a mode of one ("CONSULT", "phone") or a context (NULL, "military"). */
struct plover_term {
    const char *event, *name, *description;
};

struct ontology {
    struct cameo_code *codes; /* in the order of the lexicon: a root before its kinds */
    struct plover_term *terms;
    uint32_t code_count, term_count;
    struct table code_table, term_table;
};

/* Read the lexicons into the arena; their texts are borrowed. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_ontology_read(struct arena *arena, const struct lexicon_file *plover,
                                     const struct lexicon_file *cameo, const struct ontology **out,
                                     struct readout_error *error);

/* What a code is; NULL where it is no CAMEO code. */
const struct cameo_code *ro_ontology_find(const struct ontology *ontology, struct slice code);

/* Tell an event what its code is; NULL: no CAMEO code, of which nothing is known. */
void ro_ontology_tell(const struct cameo_code *known, struct event *event);

#endif
