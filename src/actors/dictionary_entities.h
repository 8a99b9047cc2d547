/* dictionary_entities.h: actors of a researcher's dictionaries that no phrase has. */
#ifndef RO_DICTIONARY_ENTITIES_H
#define RO_DICTIONARY_ENTITIES_H

#include "actors/resolve.h"

/* Append an entity for each actor that the dictionaries know by words which no mention has; false without memory. */
bool ro_dictionary_entities(struct resolving *resolving);

#endif
