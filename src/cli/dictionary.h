/* dictionary.h: PETRARCH dictionaries for `readout lexicon check`. */
#ifndef RO_CLI_DICTIONARY_H
#define RO_CLI_DICTIONARY_H

#include "cli/cli.h"

/* The form that has a name, "actors"; false where there is none. */
bool ro_dictionary_form(const char *name, enum readout_dictionary_form *form);

/* What a file is, by its name ("mine.agents.txt"), else by the codes in it; false where neither tells. */
bool ro_dictionary_guess(const char *path, enum readout_dictionary_form *form);

/* Tell all that is wrong with a file, and how much that is. The exit code. */
int ro_dictionary_check(const char *path, enum readout_dictionary_form form);

#endif
