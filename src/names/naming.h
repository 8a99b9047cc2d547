/* naming.h: what the parts of the stage of mentions share while they read one document. In the context's scratch. */
#ifndef RO_NAMING_H
#define RO_NAMING_H

#include "names/gazetteer.h"
#include "names/name_heads.h"
#include "names/role_words.h"

/* A name: "South Korean [President] <Moon Jae-in>". */
struct unit {
    struct range core, title;   /* the name; the role before it, or empty */
    struct role_term role;      /* of the title */
    struct gazetteer_term term; /* of the whole core; length 0: none */
    uint32_t head;
    float scores[RO_NAME_CLASSES];
    enum name_class class;
    double share;     /* of the class */
    bool shortened;   /* an acronym stands behind it: the next unit */
    bool held_office; /* somebody in office has had this name in full */
};

struct naming {
    struct context *context;
    struct document *document;
    const struct name_shares *shares;
    struct range *subtrees; /* of each word: from the first to the last that depends on it */
    uint32_t *unit_at;      /* the unit whose core or title has a word, or RO_NONE */
    struct unit *units;
    uint32_t unit_count;
};

/* Trees (extents.c) */

/* Fill naming->subtrees, for which there is room. */
void ro_subtrees_read(struct naming *naming);

/* The words of a noun phrase whose core has this head: what stands before it, and of a nominal what follows it too. */
struct range ro_extent(const struct naming *naming, struct range core, uint32_t head, enum mention_kind kind);

/* The first name among some words of a sentence that an acronym behind it shortens: "World Health Organization (WHO)"; RO_NO_RANGE:
 * there is none. (acronyms.c) */
struct range ro_shortened_name(const struct document *document, uint32_t first, uint32_t end);

/* Names (units.c, types.c) */

/* Find the names of all sentences. False without memory. */
bool ro_units_read(struct naming *naming);

/* Say what each of them names: what its words say, its title, the lexicons, and other places that have the same name. False
 * without memory. */
bool ro_units_type(struct naming *naming);

/* The class that is likeliest, of logarithms. */
enum name_class ro_likeliest(const float scores[RO_NAME_CLASSES]);

#endif
