/* settings.h: nouns that tell on what occasion or in what medium something is said: "at a rally", "in a letter to the mayor".
 * lexicon/settings.txt. */
#ifndef RO_SETTINGS_H
#define RO_SETTINGS_H

#include "base/lexicon.h"
#include "statements/scene.h"

struct settings;
struct setting_kind;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_settings_read(struct arena *arena, const struct lexicon_file *file,
                                     const struct settings **out, struct readout_error *error);

/* What a noun is with this word before it; NULL where that is no setting. */
const struct setting_kind *ro_setting_kind(const struct scene *scene, uint32_t noun, uint32_t preposition);

/* Whether a preposition behind the noun names who hears it: a letter | to the mayor. */
bool ro_setting_hears(const struct setting_kind *kind, const struct scene *scene, uint32_t preposition);

#endif
