/* countries.h: what countries are called, and by which actor codes: "KOR" -> "South Korea". */
#ifndef RO_COUNTRIES_H
#define RO_COUNTRIES_H

#include "base/lexicon.h"
#include "base/table.h"

struct countries {
    struct table names;  /* alpha-3 to the place in texts */
    struct table actors; /* the codes of their actors */
    const char **texts;
    uint32_t count;
};

/* Read lexicon/countries.txt, which was found to be right, into the arena; its text is borrowed. False without memory. */
bool ro_countries_read(struct countries *countries, struct arena *arena, const struct lexicon_file *file);

/* The name of a country by its alpha-3, which may be NULL: NULL where there is none. */
const char *ro_country_name(const struct countries *countries, const char *alpha3);

/* Whether a part of an actor code is that of a country. */
bool ro_country_acts(const struct countries *countries, struct slice part);

#endif
