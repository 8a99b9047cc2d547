/* petrarch.h: events as a researcher's own PETRARCH verb dictionary has them.
 *
 *     &AID                     a set of words, each with its plural
 *     +MONEY
 *     +FOOD_
 *
 *     --- GIVE [070] ---       a block: its verbs have this code unless they have their own
 *     GIVE {GIVES GIVING GAVE GIVEN}
 *     GRANT [081]
 *     - * &AID [071]           patterns around the verb, *: what is said in the sentence makes it another code
 *     - * UP [---]
 *
 * Both dialects are read: that of TABARI and PETRARCH1, whose patterns are words in a row ("_" joins what is side by side), and that of
 * PETRARCH2 with phrases in {} and (), and transformations. */
#ifndef RO_PETRARCH_H
#define RO_PETRARCH_H

#include "actors/dictionary.h"
#include "base/context.h"

struct petrarch_verbs;

/* An empty dictionary, which lives in the arena with all that is read into it; NULL without memory. */
struct petrarch_verbs *ro_petrarch_new(struct arena *arena);

/* Read a file into a dictionary that may have read others. Lines that are wrong are left out and told in `problems`. The text of the
 * file is borrowed during the call, its name for as long as the dictionary lives. Fails with READOUT_NO_MEMORY alone. */
enum readout_status ro_petrarch_read(struct petrarch_verbs *verbs, const struct lexicon_file *file,
                                     struct dictionary_problems *problems);

/* Append the events of all sentences that are not discarded. Needs a tree: without a model there are none. */
enum readout_status ro_petrarch_events(struct context *context, struct document *document,
                                       const struct petrarch_verbs *verbs);

#endif
