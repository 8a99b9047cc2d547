/* disputes.h: the stage that finds where accounts of different sources cannot both hold. */
#ifndef RO_DISPUTES_H
#define RO_DISPUTES_H

#include "base/context.h"

/* words, trees, entities, statements, events, positions -> disputes. */
stage ro_disputes_stage;

#endif
