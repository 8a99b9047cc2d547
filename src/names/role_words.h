/* role_words.h: role nouns, titles and words of kin: lexicon/roles.txt. "Foreign Minister" -> GOV, "queen" -> 'f'. */
#ifndef RO_ROLE_WORDS_H
#define RO_ROLE_WORDS_H

#include "base/document.h"
#include "names/codes.h"

struct role_term {
    const char *title;   /* the first phrase of its line; NULL: nothing was found */
    const char *sector;  /* "GOV", or NULL */
    const char *country; /* alpha-3 of the only one that has this title, or NULL */
    char gender;         /* 'm', 'f', 0, or 'n' of an institution: "ministry" */
    uint32_t length;     /* words of the document */
};

struct role_words;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_role_words_read(struct arena *arena, const struct lexicon_file *file,
                                       const struct codes *codes, const struct role_words **out,
                                       struct readout_error *error);

/* Whether it is one that persons have, or what an institution is; neither where nothing was found. */
static inline bool ro_role_is_of_person(const struct role_term *role)
{
    return role->length && role->gender != 'n';
}

static inline bool ro_role_is_of_institution(const struct role_term *role)
{
    return role->length && role->gender == 'n';
}

/* The longest role that begins at a word, in whatever case; where lemmas are known, of many too ("foreign ministers"). */
struct role_term ro_role_find(const struct role_words *words, const struct document *document, uint32_t word);

#endif
