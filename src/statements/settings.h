/* settings.h: on what occasion, in what medium something is said. lexicon/settings.txt. */
#ifndef RO_SETTINGS_H
#define RO_SETTINGS_H

#include "base/lexicon.h"
#include "statements/parts.h"

struct settings;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_settings_read(struct arena *arena, const struct lexicon_file *file, const struct settings **out,
                                     struct readout_error *error);

/* The words of a statement's setting with their preposition: the first of those that hang on its cue; or none. */
struct range ro_setting(const struct scene *scene, const struct parts *parts);

#endif
