/* statements.h: who said what.
 * "We agree," Moon said. -> source "Moon", cue "said", content "\"We agree,\"", direct. */
#ifndef RO_STATEMENTS_H
#define RO_STATEMENTS_H

#include "base/context.h"

/* Appends document->statements: direct and mixed quotations. */
stage ro_statements_stage;

#endif
