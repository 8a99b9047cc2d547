/* dispute_words.h: lexicon/disputes.txt: classes of words by which somebody denies, accuses, or blames. */
#ifndef RO_DISPUTE_WORDS_H
#define RO_DISPUTE_WORDS_H

#include "events/tree.h"

/* Bits of a word's classes, in the order of their names in dispute_words.c. */
enum dispute_class {
    RO_WORD_DENY = 1 << 0,       /* deny: whatever comes behind */
    RO_WORD_CONTEST = 1 << 1,    /* contest: a claim or "this" */
    RO_WORD_REJECT = 1 << 2,     /* reject: a claim */
    RO_WORD_CLAIM = 1 << 3,      /* account */
    RO_WORD_ACCUSATION = 1 << 4, /* charge */
    RO_WORD_DENIAL = 1 << 5,
    RO_WORD_FALSE = 1 << 6,
    RO_WORD_ABSURD = 1 << 7,  /* of a claim, as much as false */
    RO_WORD_UNTRUTH = 1 << 8, /* lie */
    RO_WORD_ACCUSE = 1 << 9,
    RO_WORD_BLAME = 1 << 10,
    RO_WORD_GUILT = 1 << 11, /* responsible */
    RO_WORD_BEGIN = 1 << 12,
    RO_WORD_CAUSE = 1 << 13,
    RO_WORD_QUIT = 1 << 14, /* a truce, talks */
    RO_WORD_HARM = 1 << 15,
    RO_WORD_TROUBLE = 1 << 16,
    RO_WORD_WRONG = 1 << 17 /* wrongdoing */
};

struct dispute_words;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_dispute_words_read(struct arena *arena, const struct lexicon_file *file,
                                          const struct dispute_words **out, struct readout_error *error);

/* The classes of a word, by its lemma and its particle: "walk" with "away". */
uint32_t ro_dispute_classes(const struct dispute_words *words, const struct tree *tree, uint32_t word);

#endif
