/* blames.h: disputes over who did it: "They fired first," said the lieutenant; the sergeant said that it was the Afshanis who had begun. */
#ifndef RO_BLAMES_H
#define RO_BLAMES_H

#include "positions/disputing.h"

/* Write them. False without memory. */
bool ro_find_attributions(struct disputing *disputing);

#endif
