/* dictionary_nouns.h: whom a noun phrase means by a researcher's dictionaries, as PETRARCH reads it: the first actor in the phrase, and
 * the agents that go with it.
 *
 *     the government of Norland                    NORGOV
 *     an attack by Norland's soldiers              NORMIL
 *     lawmakers in Norland and Sudland             NORLEG, SUDLEG
 *     senior officials                             ---GOV
 */
#ifndef RO_DICTIONARY_NOUNS_H
#define RO_DICTIONARY_NOUNS_H

#include "actors/dictionary.h"

struct dictionary_party {
    uint32_t actor; /* the first word of the actor's name, or RO_NONE: agents alone */
    uint32_t word;  /* whose phrase it is: of "Norland's soldiers" the soldiers */
    char code[RO_COMBINED];
};

enum { RO_DICTIONARY_PARTIES = 16 };

/* The noun that a phrase is of which has a word: of "an attack by Norland's [soldiers]" the attack. */
uint32_t ro_dictionary_top(const struct document *document, uint32_t word);

/* The same without prepositions: of "their envoys to [the soldiers] of Norland" the soldiers. */
uint32_t ro_dictionary_near(const struct document *document, uint32_t word);

/* The word of a stretch that is highest in the tree. */
uint32_t ro_dictionary_highest(const struct document *document, struct range words);

/* Whether a word belongs to the phrase of a noun. */
bool ro_dictionary_has(const struct document *document, uint32_t top, uint32_t word);

/* The first of those with which a word is coordinated, itself where it is with none. */
uint32_t ro_dictionary_first(const struct document *document, uint32_t word);

/* Those who are meant by the phrase of a noun; how many. */
uint32_t ro_dictionary_parties(const struct dictionary *dictionary, const struct document *document, uint32_t top,
                               int day, struct dictionary_party parties[RO_DICTIONARY_PARTIES]);

/* The one whom a noun means without what is coordinated with it; false where it is nobody. */
bool ro_dictionary_party(const struct dictionary *dictionary, const struct document *document, uint32_t noun,
                         int day, struct dictionary_party *party);

#endif
