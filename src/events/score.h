/* score.h: how likely an event is right, from what is known of how it was read. */
#ifndef RO_EVENT_SCORE_H
#define RO_EVENT_SCORE_H

#include "events/judge.h"

/* What counts, a bit each; train/events.py has a weight for each. */
enum event_feature {
    RO_HAS_SOURCE,
    RO_HAS_TARGET,
    RO_SOURCE_CODED,
    RO_TARGET_CODED,
    RO_TARGET_PLACE,
    RO_TARGET_AROUND, /* it is in no slot of the pattern */
    RO_SOURCE_PRONOUN,
    RO_TARGET_PRONOUN,
    RO_EVENT_NOUN,  /* without a light verb */
    RO_LIGHT_NOUN,  /* with one */
    RO_OVER_EVENT,  /* an operator, with a known event inside */
    RO_OVER_WORDS,  /* or without */
    RO_NAMED_NOUNS, /* its pattern names nouns that are there */
    RO_NOT_SURE,    /* may, if */
    RO_IS_PLANNED,
    RO_IS_NEGATIVE,
    RO_IS_WISH,
    RO_IS_TOLD,
    RO_IS_FAR, /* the source stands far before or behind the trigger */
    RO_IS_WORDS,    /* CAMEO 01 */
    RO_IS_APPEAL,   /* 02 10 */
    RO_IS_FRIENDLY, /* 03 to 06 */
    RO_IS_AID,      /* 07 08 */
    RO_IS_REPROACH, /* 09 11 */
    RO_IS_REFUSAL,  /* 12 13 */
    RO_IS_PROTEST,  /* 14 15 */
    RO_IS_COERCION, /* 16 17 */
    RO_IS_VIOLENT,  /* 18 to 20 */
    RO_EVENT_FEATURES
};

/* The bits of a reading and of what it comes to. */
uint32_t ro_event_features(const struct tree *tree, const struct reading *reading, const struct verdict_of *verdict,
                           bool told);

/* From 0 to 1. */
double ro_event_score(uint32_t features);

#endif
