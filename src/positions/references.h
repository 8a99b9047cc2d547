/* references.h: what an issue is that a stand has only by reference: "rejected | it |", "what they want is | an apology |", "the idea". */
#ifndef RO_REFERENCES_H
#define RO_REFERENCES_H

#include "positions/stands.h"

/* Find the issue of a stand among those before it, where it has none of its own, or in the predicate of "what". */
void ro_issue_resolve(struct stands *stands, uint32_t index);

/* What the issue of a stand is called, wherever it is met; of "the idea", where it says no more, that of which it is one. In the
 * document's arena; NULL without memory. */
const char *ro_issue_called(const struct stands *stands, uint32_t index);

/* The words of an issue on one line, in the document's arena; NULL without memory. */
const char *ro_issue_text(struct document *document, struct span span);

#endif
