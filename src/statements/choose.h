/* choose.h: which of the statements proposed hold: of those that one tells, or of those that nobody tells. */
#ifndef RO_CHOOSE_H
#define RO_CHOOSE_H

#include "statements/proposals.h"

/* Set the verdicts of a level, the surest first, but what tells before what is told; of what overlaps with one before it what
 * is free is left, or it gives way. `used` marks the words of the contents chosen: none to begin with. Statements less sure than
 * `least`, and those that another level is to tell, do not hold. False where there is no room. */
bool ro_choose(struct proposals *proposals, struct level level, bool *used, double least);

#endif
