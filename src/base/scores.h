/* scores.h: how sure an item must be to be written, a kind of items. */
#ifndef RO_SCORES_H
#define RO_SCORES_H

#include "base/span.h"
#include "base/status.h"

/* Items with a lower score are left out. */
struct min_scores {
    double statement, event, position, dispute;
};

/* Where nothing else is said: events that are wrong more often than right by far are left out. */
#define RO_LEAST_EVENT 0.32
#define RO_LEAST_POSITION 0.5
#define RO_LEAST_DISPUTE 0.5

/* A number from 0 to 1 with a point, in every locale: "0.35". False where it is none. */
bool ro_share_read(struct slice text, double *share);

/* Take over what a text tells: "0.5" for all kinds, "statement=0.5", "event=0.5", "position=0.5", "dispute=0.5", several with commas between them. Fails with
 * READOUT_BAD_ARGUMENT. */
enum readout_status ro_min_scores_read(struct min_scores *scores, const char *text, struct readout_error *error);

#endif
