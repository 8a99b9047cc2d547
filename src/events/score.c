/* score.c: features of events, and a logistic sum of their weights. */
#include "events/score.h"

#include <math.h>
#include <stdlib.h>

/* Fitted by train/events.py to tests/data/events/judged.tsv. */
static const double weights[RO_EVENT_FEATURES] = {0.01,  0.47,  0.21,  0.07,  -0.33, -0.31, -0.36,
                                                  -0.09, -0.44, 0.25,  0.12,  -0.20, 0.08,  0.02,
                                                  -0.08, -0.15, -0.03, -0.48, -0.63, 0.27,  0.22,
                                                  0.02,  -0.14, -0.40, -0.30, 0.19,  0.21,  -0.09},
                    bias = -0.04;

static bool any_coded(const struct tree *tree, const struct side_of *side)
{
    for (uint32_t i = 0; i < side->count; i++)
        if (tree->document->entities[side->entities[i]].actor)
            return true;
    return false;
}

static bool any_place(const struct tree *tree, const struct side_of *side)
{
    for (uint32_t i = 0; i < side->count; i++)
        if (tree->document->entities[side->entities[i]].type == RO_PLACE)
            return true;
    return false;
}

static bool is_pronoun(const struct tree *tree, uint32_t word)
{
    return word != RO_NONE && ro_tree_has_upos(tree, word, "PRON");
}

static bool is_far(const struct reading *reading)
{
    enum { FAR = 12 /* words */ };
    uint32_t subject = reading->frame.subject, head = reading->frame.head;
    uint32_t distance = subject < head ? head - subject : subject - head;
    return subject != RO_NONE && distance > FAR;
}

static enum event_feature root_feature(const char *code)
{
    static const enum event_feature features[] = {RO_IS_WORDS,    RO_IS_APPEAL,   RO_IS_FRIENDLY, RO_IS_FRIENDLY,
                                                  RO_IS_FRIENDLY, RO_IS_FRIENDLY, RO_IS_AID,      RO_IS_AID,
                                                  RO_IS_REPROACH, RO_IS_APPEAL,   RO_IS_REPROACH, RO_IS_REFUSAL,
                                                  RO_IS_REFUSAL,  RO_IS_PROTEST,  RO_IS_PROTEST,  RO_IS_COERCION,
                                                  RO_IS_COERCION, RO_IS_VIOLENT,  RO_IS_VIOLENT,  RO_IS_VIOLENT};
    unsigned root = 10 * (unsigned)(code[0] - '0') + (unsigned)(code[1] - '0');
    return features[root >= 1 && root <= sizeof features / sizeof *features ? root - 1 : 0];
}

uint32_t ro_event_features(const struct tree *tree, const struct reading *reading, const struct verdict_of *verdict,
                           bool told)
{
    const struct frame *frame = &reading->frame;
    bool noun = reading->pattern->slots[0].place == RO_AT_OWNER && !reading->pattern->be;
    bool over = reading->pattern->is_operator;
    const bool is[RO_EVENT_FEATURES] = {
        [RO_HAS_SOURCE] = reading->source.count || verdict->wish,
        [RO_HAS_TARGET] = reading->target.count || reading->both || verdict->wish,
        [RO_SOURCE_CODED] = any_coded(tree, &reading->source),
        [RO_TARGET_CODED] = any_coded(tree, &reading->target),
        [RO_TARGET_PLACE] = any_place(tree, &reading->target),
        [RO_TARGET_AROUND] = reading->around,
        [RO_SOURCE_PRONOUN] = is_pronoun(tree, frame->subject),
        [RO_TARGET_PRONOUN] = is_pronoun(tree, frame->object),
        [RO_EVENT_NOUN] = noun && !frame->light,
        [RO_LIGHT_NOUN] = noun && frame->light,
        [RO_OVER_EVENT] = over && reading->inner_reading != RO_NONE,
        [RO_OVER_WORDS] = over && reading->inner_reading == RO_NONE,
        [RO_NAMED_NOUNS] = reading->noun_count > 0,
        [RO_NOT_SURE] = verdict->modality == RO_POSSIBLE || verdict->modality == RO_HYPOTHETICAL,
        [RO_IS_PLANNED] = verdict->modality == RO_PLANNED,
        [RO_IS_NEGATIVE] = verdict->polarity == RO_NEGATIVE,
        [RO_IS_WISH] = verdict->wish,
        [RO_IS_TOLD] = told,
        [RO_IS_FAR] = is_far(reading),
    };
    uint32_t features = 1U << root_feature(verdict->code);
    for (uint32_t i = 0; i < RO_EVENT_FEATURES; i++)
        features |= (uint32_t)is[i] << i;
    return features;
}

double ro_event_score(uint32_t features)
{
    double sum = bias;
    for (uint32_t i = 0; i < RO_EVENT_FEATURES; i++)
        if (features >> i & 1)
            sum += weights[i];
    return 1 / (1 + exp(-sum));
}
