/* statements.h: who said what.
 * "We agree," Moon said. -> source "Moon", cue "said", content "\"We agree,\"", direct. */
#ifndef RO_STATEMENTS_H
#define RO_STATEMENTS_H

#include "base/context.h"

/* Appends document->statements: what rules read from quotation marks and, with a model, what its heads read. */
stage ro_statements_stage;

#endif
