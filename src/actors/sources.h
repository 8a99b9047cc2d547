/* sources.h: a source is somebody, or a writing, whatever the names make of it: "the charge sheet alleges". */
#ifndef RO_SOURCES_H
#define RO_SOURCES_H

#include "base/context.h"

/* Add a phrase for each source of a statement that has none. False without memory. */
bool ro_sources_add(struct context *context, struct document *document);

#endif
