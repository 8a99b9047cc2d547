/* cues.h: words that introduce what somebody said: "said", "according to". lexicon/cues.txt. */
#ifndef RO_CUES_H
#define RO_CUES_H

#include "base/lexicon.h"

/* What a cue takes. */
enum cue_frame {
    RO_FRAME_SAY,    /* what is said: said "...", said that ... */
    RO_FRAME_QUOTE,  /* only a quotation: "...," she continued; she would continue the tour is no statement */
    RO_FRAME_TELL,   /* a hearer first: told reporters that ... */
    RO_FRAME_CALL,   /* a thing and words for it: called the plan "a mistake" */
    RO_FRAME_SOURCE, /* its source: according to Moon */
    RO_FRAME_MODEL   /* whatever a model finds: the claim that ...; rules do not use it */
};

enum cue_form { RO_CUE_BASE, RO_CUE_PRESENT, RO_CUE_PAST, RO_CUE_PARTICIPLE /* "saying" */ };

struct cue {
    const char *lemma;
    struct slice example;
    enum readout_act act;
    enum cue_frame frame;
    uint32_t line;      /* of the lexicon */
    struct slice *rest; /* the words after the first: "out" of "point out" */
    uint32_t rest_count;
};

/* A form of a cue's first word; the next is another cue with the same form. Those with more words come first. */
struct cue_entry {
    const struct cue *cue;
    enum cue_form form;
    const struct cue_entry *next;
};

struct cues;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_cues_read(struct arena *arena, const struct lexicon_file *file, const struct cues **out,
                                 struct readout_error *error);

/* The cues that begin with a word in lower case, or NULL. */
const struct cue_entry *ro_cues_get(const struct cues *cues, struct slice word);

/* Walk all cues, for checks: the n-th, or NULL after the last. */
const struct cue *ro_cues_at(const struct cues *cues, uint32_t index);

#endif
