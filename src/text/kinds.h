/* kinds.h: what each paragraph is. */
#ifndef RO_KINDS_H
#define RO_KINDS_H

#include "base/document.h"

/* For the blocks stage: set kind and dateline of all blocks. */
void ro_blocks_classify(struct document *document);

/* "HANOI, Feb. 28 (Xinhua) --", "SEOUL, South Korea --", "(Reuters) -" at the beginning of a paragraph, with the
 * dash; none where there is none. */
struct span ro_dateline(const struct document *document, struct span paragraph);

#endif
