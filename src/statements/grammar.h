/* grammar.h: classes of small words, which tell where noun phrases begin and end. lexicon/grammar.txt. */
#ifndef RO_GRAMMAR_H
#define RO_GRAMMAR_H

#include "base/lexicon.h"

/* Bits of a word's classes, in the order of their names in grammar.c. */
enum word_class {
    RO_DETERMINER = 1 << 0,
    RO_SUBJECT_PRONOUN = 1 << 1,
    RO_RELATIVE = 1 << 2,
    RO_INNER = 1 << 3, /* "of", "for": a noun phrase goes on */
    RO_PREPOSITION = 1 << 4,
    RO_CONJUNCTION = 1 << 5,
    RO_CONTRAST = 1 << 6,
    RO_SUBORDINATOR = 1 << 7,
    RO_AUXILIARY = 1 << 8,
    RO_BEING = 1 << 9,
    RO_ADVERB = 1 << 10,
    RO_TIME_WORD = 1 << 11,
    RO_PRECEDING = 1 << 12, /* "last" week */
    RO_VERB = 1 << 13,
    RO_WORK = 1 << 14,       /* "song": what a title names */
    RO_NOUN = 1 << 15,       /* "ally": no adverb */
    RO_CLOSER = 1 << 16,     /* ends a noun phrase after its verb: "said Moon in" */
    RO_QUANTIFIER = 1 << 17, /* "many", which may stand alone */
    RO_APPEARING = 1 << 18   /* "speaking" at a rally, he said */
};

struct grammar;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_grammar_read(struct arena *arena, const struct lexicon_file *file,
                                    const struct grammar **out, struct readout_error *error);

/* The classes of a word in lower case: those of the lexicon and those that endings tell. */
uint32_t ro_grammar_classes(const struct grammar *grammar, struct slice word);

#endif
