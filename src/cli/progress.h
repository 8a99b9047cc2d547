/* progress.h: a line on the terminal that tells how far the work is: "1520 documents, 310 a second". It appears
 * after three seconds, on standard error, where that is a terminal and standard output is none. */
#ifndef RO_PROGRESS_H
#define RO_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
    bool wanted, shown;
    uint64_t count;
    struct timespec begun, drawn;
};

void ro_progress_start(struct progress *progress, bool quiet);

/* One document more is done. */
void ro_progress_step(struct progress *progress);

/* Remove the line, for a message or at the end. */
void ro_progress_clear(struct progress *progress);

#endif
