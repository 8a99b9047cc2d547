/* disputes.c: the stage of disputes. */
#include "positions/disputes.h"

enum readout_status ro_disputes_stage(struct context *context, struct document *document)
{
    (void)context;
    (void)document;
    return READOUT_OK;
}
