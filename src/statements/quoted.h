/* quoted.h: the statements that quotation marks and labels tell. */
#ifndef RO_QUOTED_H
#define RO_QUOTED_H

#include "statements/scene.h"

/* Appends document->statements: direct and mixed quotations, and turns of transcripts; their forms are not read. Fails
 * with READOUT_NO_MEMORY. */
enum readout_status ro_quoted_read(struct scene *scene);

#endif
