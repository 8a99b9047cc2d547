/* stands.h: where in a text somebody takes a position: "Norland | demanded | the island from Sudmark". */
#ifndef RO_STANDS_H
#define RO_STANDS_H

#include "events/frames.h"
#include "positions/stakes.h"
#include "positions/stances.h"

/* A position as it is read, before it is written. */
struct stand {
    uint32_t head; /* the word of its act */
    enum position_act act;
    uint32_t holder; /* an entity, or RO_NONE */
    struct range issue;
    uint32_t
        issue_head; /* the word of the issue that is highest in the tree; RO_NONE: the issue is what was said before */
    uint32_t toward;    /* an entity, or RO_NONE */
    uint32_t statement; /* by whose account */
    bool partial;       /* "only", "not all" stand outside the issue's words */
    bool modal;         /* read from "will", "must", not from a pattern */
    uint32_t exchange;  /* the stand that is its other half, or RO_NONE */
    double score;
    uint32_t number; /* of the position that it became; RO_NONE: none */
};

struct stands {
    struct context *context;
    const struct stances *stances;
    struct stakes stakes;
    const uint32_t *cue_of; /* the statement whose cue has a word, or RO_NONE */
    struct stand *items;    /* sentence after sentence */
    uint32_t count;
    uint32_t recent; /* the first of those that are near enough to be meant: some sentences back */
    uint32_t own;    /* the first of the sentence that is being read */
};

/* Read a word by the patterns of the lexicon; adds a stand where one fits. False without memory. */
bool ro_stand_by_pattern(struct stands *stands, uint32_t word);

/* Read "will", "would", "must" and the verb that they go with. False without memory. */
bool ro_stand_by_modal(struct stands *stands, uint32_t word);

/* Whether a noun says what somebody wants and no more: "the demand", "the idea". (matters.c) */
bool ro_is_plan(const struct tree *tree, uint32_t noun);

/* Who holds a position, by the word of its subject: an entity; of "I" and "we" whoever speaks, of "it" and "they" that nobody knows who
 * is spoken for or of. RO_NONE. */
uint32_t ro_stand_holder(const struct stands *stands, uint32_t subject);

/* The innermost statement that has a word, and who its source is; RO_NONE. */
uint32_t ro_stand_speaker(const struct stands *stands, uint32_t word);

/* For whom the source of the statement that has a word speaks: | its | spokesman, a spokesman for | the fleet |; RO_NONE. */
uint32_t ro_stand_spoken_for(const struct stands *stands, uint32_t word);

#endif
