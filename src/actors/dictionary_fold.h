/* dictionary_fold.h: how phrases are compared: pieces of small letters and digits, with blanks between them.
 * "AL-QAEDA_IN_IRAQ_" -> "al qaeda in iraq", "U.S." -> "us", "PEOPLE'S" -> "people 's", "(ALF)" -> "( alf )". */
#ifndef RO_DICTIONARY_FOLD_H
#define RO_DICTIONARY_FOLD_H

#include "base/span.h"

enum { RO_LONGEST_PHRASE = 256 };

struct folded {
    char text[RO_LONGEST_PHRASE];
    size_t length;
};

/* Add a phrase, or a word of it, as pieces of its own. UTF-8. False where it does not fit, and is not added. */
bool ro_fold(struct folded *folded, struct slice words);

/* Make the last piece a regular plural: "DEPUTY" to "deputies", "BOSS" to "bosses", "ENVOY" (where PETRARCH has ENVOIES) to
 * "envoys". False where it does not fit. */
bool ro_fold_plural(struct folded *folded);

#endif
