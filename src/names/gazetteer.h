/* gazetteer.h: countries, their people and capitals, organizations: lexicon/countries.txt, lexicon/organizations.txt and a
 * user's own files. "Blue House" -> KOR, KORGOV. */
#ifndef RO_GAZETTEER_H
#define RO_GAZETTEER_H

#include "base/document.h"
#include "base/lexicon.h"
#include "names/codes.h"

enum term_kind {
    RO_TERM_NAME,
    RO_TERM_DEMONYM, /* "South Korean": the adjective, and a word that is this as well as one of the people */
    RO_TERM_PEOPLE,  /* "Americans", "Briton" */
    RO_TERM_CAPITAL
};

struct gazetteer_term {
    const char *name;    /* the first name of its line */
    const char *country; /* alpha-3, or NULL */
    const char *actor;   /* "USA", "USAGOV", "IGOUNO", or NULL */
    enum entity_type
        type; /* a country of names and demonyms, a group of people, a place of capitals, or as the line says */
    enum term_kind kind;
    uint32_t entry; /* the same for all the names of a line */
    uint32_t
        length; /* words of the document (1 of ro_gazetteer_named); 0: nothing was found, and all else is zero */
    bool ambiguous; /* also a given name, another place or a common word */
};

struct gazetteer;

/* The files of a gazetteer; a name in a file of `own` wins over the same in the others, the last of them over the first. */
struct gazetteer_files {
    const struct lexicon_file *countries, *organizations, *own;
    size_t own_count;
};

/* Read the files into the arena; `codes` are borrowed. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_gazetteer_read(struct arena *arena, const struct gazetteer_files *files,
                                      const struct codes *codes, const struct gazetteer **out,
                                      struct readout_error *error);

/* The longest name that begins at a word; articles are no part of names. */
struct gazetteer_term ro_gazetteer_find(const struct gazetteer *gazetteer, const struct document *document,
                                        uint32_t word);

/* What a whole string names, with or without "the". */
struct gazetteer_term ro_gazetteer_named(const struct gazetteer *gazetteer, struct slice name);

/* The actor code of a country: "KOR" -> "KOR", "XKX" -> "KSV"; NULL where there is no such country. */
const char *ro_gazetteer_country_code(const struct gazetteer *gazetteer, const char *alpha3);

#endif
