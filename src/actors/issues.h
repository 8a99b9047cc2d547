/* issues.h: how often each sentence speaks of the issues of a researcher's dictionary. */
#ifndef RO_ISSUES_H
#define RO_ISSUES_H

#include "base/context.h"

/* Append the document's issues. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_issues_read(struct context *context, struct document *document);

#endif
