/* place.h: where the shipped model lies: in a folder share/readout near the library, or near the program that holds it. */
#ifndef RO_PLACE_H
#define RO_PLACE_H

#include "base/arena.h"
#include "base/status.h"

/* The path of the shipped model, in the arena. Fails with READOUT_IO where there is none: the error says where it was
 * looked for and what to do; with READOUT_NO_MEMORY. */
enum readout_status ro_model_place(const char **out, struct arena *arena, struct readout_error *error);

#endif
