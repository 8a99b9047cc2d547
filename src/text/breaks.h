/* breaks.h: what words say about the sentence that they stand in, by their form alone. */
#ifndef RO_BREAKS_H
#define RO_BREAKS_H

#include "base/context.h"

/* "The", "She", "However": where such a word has a capital, a sentence begins. */
bool ro_starts_sentences(struct slice word);

/* Whether a sentence that begins with the word `first` ends behind `word` although no full stop says so:
 * "https://example.org | See there", "Thanks, | Kim", "Kim Lee | 07/14/2000 03:58 PM | We met",
 * ":-) | Nice", "Hello | ======= | World". The block ends before the word `end`, which is not the next. */
bool ro_breaks_unmarked(const struct document *document, uint32_t first, uint32_t word, uint32_t end);

/* ":)": belongs to the sentence before, as a closing mark does. */
bool ro_is_emoticon(struct slice word);

#endif
