/* timewords.h: the words of lexicon/times.txt. */
#ifndef RO_TIMEWORDS_H
#define RO_TIMEWORDS_H

#include "base/context.h"
#include "base/lexicon.h"

enum time_kind {
    RO_NO_TIME,
    RO_TERM_WEEKDAY,   /* number 1 to 7 */
    RO_TERM_MONTH,     /* number 1 to 12 */
    RO_TERM_SEASON,    /* value SP, SU, FA, WI */
    RO_TERM_DAYPART,   /* value MO, MI, AF, EV, NI */
    RO_TERM_CLOCK,     /* value hh:mm */
    RO_TERM_UNIT,      /* number of them, value D, TH, ... */
    RO_TERM_NUMBER,    /* number, or RO_SOME */
    RO_TERM_ORDINAL,   /* number */
    RO_TERM_DAY,       /* number of days from today, value a daypart or empty */
    RO_TERM_RATE,      /* value a duration */
    RO_TERM_REFERENCE, /* value PRESENT_REF, ... */
    RO_TERM_HOLIDAY,   /* value */
    RO_TERM_SHIFT,     /* number, or RO_SAME */
    RO_TERM_MODIFIER   /* value START, ... */
};

enum { RO_SOME = -1000, RO_SAME = -1001 };

/* A word of the lexicon, or several together. */
struct time_term {
    enum time_kind kind;
    int number;
    const char *value;
    uint32_t length; /* in words; 0: none */
};

struct timewords;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_timewords_read(struct arena *arena, const struct lexicon_file *file,
                                      const struct timewords **out, struct readout_error *error);

/* A word without "mid-" before it, which is no word of its own in "mid-May". */
struct slice ro_time_word(const struct document *document, uint32_t word);

/* Whether a time may begin with a word: most words are done with this. */
bool ro_time_begins_here(const struct timewords *timewords, const struct document *document, uint32_t word);

/* The longest term of a kind that begins at a word of the document; its kind RO_NO_TIME where there is none. `kind` RO_NO_TIME
 * asks for any. */
struct time_term ro_time_term(const struct timewords *timewords, const struct document *document, uint32_t word,
                              enum time_kind kind);

#endif
