/* eisner.h: the best projective tree: what trees.h does, where no two arcs may cross. */
#ifndef RO_EISNER_H
#define RO_EISNER_H

#include "syntax/trees.h"

struct eisner_memory;

struct eisner_memory *ro_eisner_memory(struct arena *arena, uint32_t longest);

void ro_eisner_decode(struct eisner_memory *memory, const float *scores, uint32_t count, uint32_t *heads);

#endif
