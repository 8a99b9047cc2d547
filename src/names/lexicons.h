/* lexicons.h: loads all that is known of names. */
#ifndef RO_NAME_LEXICONS_H
#define RO_NAME_LEXICONS_H

#include "base/context.h"
#include "base/lexicon.h"

/* Read the lexicons of names among `files` (which end with a NULL name; their texts are borrowed) and the user's own gazetteers
 * into the arena, and set resources->gazetteer, roles, holders and first_names. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_name_lexicons_read(struct arena *arena, const struct lexicon_file *files,
                                          const struct lexicon_file *own, size_t own_count,
                                          struct resources *resources, struct readout_error *error);

#endif
