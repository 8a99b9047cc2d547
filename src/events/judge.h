/* judge.h: what an event counts as when it did not happen, is to come or is asked for, and how sure it is. */
#ifndef RO_JUDGE_H
#define RO_JUDGE_H

#include "events/compose.h"

struct verdict_of {
    const char *code;
    enum polarity polarity;
    enum modality modality;
    enum tense tense;
    bool wish; /* of the one whose account it is, to the one who should do it */
    uint32_t features; /* bits: events/score.h */
    double score;
    enum event_verdict verdict;
};

/* What a reading comes to; `told`: it stands in somebody's statement; `least`: the score of those that are written. */
struct verdict_of ro_judge(const struct tree *tree, const struct reading *reading, bool told, double least);

#endif
