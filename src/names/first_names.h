/* first_names.h: given names that tell a gender: lexicon/first-names.txt. */
#ifndef RO_FIRST_NAMES_H
#define RO_FIRST_NAMES_H

#include "base/lexicon.h"

struct first_names;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_first_names_read(struct arena *arena, const struct lexicon_file *file,
                                        const struct first_names **out, struct readout_error *error);

/* 'm', 'f', or 0 where the name does not tell; of "Jean-Pierre", where it is not listed, what "Jean" tells. */
char ro_first_name_gender(const struct first_names *names, struct slice name);

#endif
