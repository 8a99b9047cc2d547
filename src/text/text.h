/* text.h: from bytes to words, and where sentences start by rule.
 * "HANOI (AP) -- Kim didn't speak. He left." -> a dateline; Kim, did, n't, speak, . and He, left, . */
#ifndef RO_TEXT_H
#define RO_TEXT_H

#include "base/context.h"

/* Appends document->blocks: paragraphs, told apart from headlines, bylines and credits; datelines marked. */
stage ro_blocks_stage;

/* Appends document->words. Every character that is no whitespace is in one word; words do not cross blocks. */
stage ro_words_stage;

/* Says of each word whether a sentence begins with it, by rule: word.starts. One begins with each block. */
stage ro_starts_stage;

#endif
