/* dictionaries.h: loads the PETRARCH dictionaries that the settings name. */
#ifndef RO_DICTIONARIES_H
#define RO_DICTIONARIES_H

#include "actors/dictionary.h"
#include "base/context.h"
#include "record/record.h"

/* Read the dictionaries into the arena, and name them in the coder; without any all stays as it is. Fails with READOUT_IO,
 * READOUT_NO_MEMORY. */
enum readout_status ro_dictionaries_load(struct arena *arena, const struct readout_settings *settings,
                                         struct resources *resources, struct coder *coder,
                                         struct dictionary_problems *problems, struct readout_error *error);

#endif
