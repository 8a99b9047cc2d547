/* match.h: whether a record has what a test expects. */
#ifndef MATCH_H
#define MATCH_H

#include "record/record.h"
#include "runner/cases.h"

/* Why an expectation is not met; NULL where it is. */
const char *unmet(struct arena *arena, const struct readout_record *record, const struct expectation *expectation);

#endif
