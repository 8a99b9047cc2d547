/* pipeline.h: the line of stages, in order. */
#ifndef RO_PIPELINE_H
#define RO_PIPELINE_H

#include "base/context.h"

struct pipeline_row {
    const char *name;
    stage *run;
};

/* Ends with a NULL name. */
extern const struct pipeline_row ro_pipeline[];

#endif
