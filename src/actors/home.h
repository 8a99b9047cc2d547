/* home.h: what is of the country in which a text is at home. */
#ifndef RO_HOME_H
#define RO_HOME_H

#include "actors/roles.h"

/* The country (alpha-3) of the dateline (`dated`), where the text names it and speaks of none as often; without a dateline the only
 * country that the text names; else NULL. */
const char *ro_home_country(const struct resolving *resolving, bool *dated);

/* Whether a sector is one of a state: "GOV", "JUD". False of NULL. */
bool ro_is_of_state(const char *sector);

/* Whether a noun is said to be of elsewhere: "foreign forces". */
bool ro_is_foreign(const struct document *document, const struct phrase *phrase);

/* Whether an organization is known by names alone that are of several countries ("High Court"), and the text speaks of countries, but
 * not of that of the lexicon. The cluster has a country. */
bool ro_is_doubtful(const struct resolving *resolving, const struct cluster *cluster);

/* The sector of a person whose title is one of a state and who is said to be of nothing ("Judge Ada Roe"), of an institution that is
 * of nothing ("the ministry"); else NULL. */
const char *ro_sector_at_home(const struct resolving *resolving, uint32_t cluster);
const char *ro_sector_of_institution(const struct resolving *resolving, uint32_t cluster);

#endif
