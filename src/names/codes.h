/* codes.h: what actor codes are made of: three letters a part, a country or one of lexicon/codes.txt: "USAGOV". */
#ifndef RO_CODES_H
#define RO_CODES_H

#include "base/lexicon.h"

struct codes;

/* Read the codes and the countries into the arena; the files' texts are borrowed. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_codes_read(struct arena *arena, const struct lexicon_file *parts,
                                  const struct lexicon_file *countries, const struct codes **out,
                                  struct readout_error *error);

/* The actor code of a country, an alpha-3 of ISO 3166: "XKX" -> "KSV"; NULL where there is no such country. */
const char *ro_codes_country(const struct codes *codes, struct slice alpha3);

/* Check the country and the actor code in two fields of a row. */
enum readout_status ro_codes_check(const struct codes *codes, const struct lexicon_reader *reader,
                                   const struct lexicon_row *row, uint32_t country, uint32_t actor,
                                   struct readout_error *error);

/* Check a country alone. */
enum readout_status ro_codes_check_country(const struct codes *codes, const struct lexicon_reader *reader,
                                           const struct lexicon_row *row, uint32_t field,
                                           struct readout_error *error);

/* Check a sector, as roles have it. */
enum readout_status ro_codes_check_actor(const struct codes *codes, const struct lexicon_reader *reader,
                                         const struct lexicon_row *row, uint32_t field,
                                         struct readout_error *error);

#endif
