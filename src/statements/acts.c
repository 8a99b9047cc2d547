/* acts.c: neighbours among the lexicon's cues, by their vectors in the model's embedding; and what a complement says. */
#include "statements/acts.h"

#include <math.h>

#include "text/marks.h"

enum { NEIGHBOURS = 5 };

struct known {
    enum readout_act act;
    float *vector; /* of length 1 */
};

struct acts {
    const struct model *model;
    const float *mean; /* [embedding] */
    struct known *known;
    uint32_t count;
};

/* The mean of the rows of a word's pieces. */
static void embed(const struct model *model, struct slice word, float *out)
{
    uint32_t pieces[RO_PIECES], count = ro_pieces(&model->vocabulary, word, pieces);
    memset(out, 0, model->embedding * sizeof *out);
    for (uint32_t i = 0; i < count; i++)
        model->kernels->add(out, model->rows + (size_t)pieces[i] * model->embedding,
                            model->scales[pieces[i]] / (float)count, model->embedding);
}

/* Take the mean away and make the length 1. */
static void centre(float *vector, const float *mean, uint32_t width)
{
    float sum = 0;
    for (uint32_t i = 0; i < width; i++) {
        vector[i] -= mean[i];
        sum += vector[i] * vector[i];
    }
    float scale = sum > 0 ? 1 / sqrtf(sum) : 0;
    for (uint32_t i = 0; i < width; i++)
        vector[i] *= scale;
}

const struct acts *ro_acts_read(struct arena *arena, const struct cues *cues, const struct model *model)
{
    struct acts *acts = ro_arena_alloc(arena, 1, sizeof *acts);
    float *mean = ro_arena_alloc(arena, model->embedding, sizeof *mean);
    const struct cue *cue;
    if (!acts || !mean)
        return NULL;
    for (uint32_t i = 0; (cue = ro_cues_at(cues, i)); i++) {
        if (cue->rest_count) /* of "go on" the verb says little */
            continue;
        struct known *known = ro_arena_push(arena, acts->known, acts->count);
        float *vector = ro_arena_alloc(arena, model->embedding, sizeof *vector);
        if (!known || !vector)
            return NULL;
        embed(model, ro_slice(cue->lemma), vector);
        *known = (struct known){cue->act, vector};
        for (uint32_t k = 0; k < model->embedding; k++)
            mean[k] += vector[k];
    }
    for (uint32_t k = 0; k < model->embedding && acts->count; k++)
        mean[k] /= (float)acts->count;
    for (uint32_t i = 0; i < acts->count; i++)
        centre(acts->known[i].vector, mean, model->embedding);
    acts->model = model;
    acts->mean = mean;
    return acts;
}

/* Put a neighbour among the nearest so far. */
static void keep(float likeness, enum readout_act act, float likenesses[NEIGHBOURS],
                 enum readout_act nearest[NEIGHBOURS])
{
    uint32_t place = NEIGHBOURS;
    while (place > 0 && likeness > likenesses[place - 1])
        place--;
    for (uint32_t i = NEIGHBOURS - 1; i > place; i--) {
        likenesses[i] = likenesses[i - 1];
        nearest[i] = nearest[i - 1];
    }
    if (place < NEIGHBOURS) {
        likenesses[place] = likeness;
        nearest[place] = act;
    }
}

static enum readout_act neighbours_act(const struct acts *acts, struct slice lemma)
{
    float vector[RO_WIDEST], likenesses[NEIGHBOURS] = {0}, sums[READOUT_OTHER + 1] = {0};
    enum readout_act nearest[NEIGHBOURS] = {READOUT_OTHER}, best = READOUT_OTHER;
    embed(acts->model, lemma, vector);
    centre(vector, acts->mean, acts->model->embedding);
    for (uint32_t i = 0; i < acts->count; i++) {
        float likeness;
        acts->model->kernels->dots(&likeness, vector, acts->known[i].vector, acts->model->embedding, 0, 1);
        keep(likeness, acts->known[i].act, likenesses, nearest);
    }
    for (uint32_t i = 0; i < NEIGHBOURS; i++)
        sums[nearest[i]] += likenesses[i];
    for (uint32_t act = 0; act <= READOUT_OTHER; act++)
        if (sums[act] > sums[best])
            best = (enum readout_act)act;
    return best;
}

enum readout_act ro_act(const struct acts *acts, const struct cue *listed, struct slice lemma)
{
    if (listed)
        return listed->act;
    return acts && lemma.length ? neighbours_act(acts, lemma) : READOUT_OTHER;
}

/* Complements */

static bool is_any(const struct scene *scene, uint32_t word, const char *const *words)
{
    for (; *words; words++)
        if (ro_word_is(scene, word, *words))
            return true;
    return false;
}

/* "he would", "I will not": the word behind the auxiliary; else 0. */
static uint32_t behind_will(const struct scene *scene, struct range content)
{
    static const char *const speakers[] = {"I", "We", "we", "he", "she", "they", NULL};
    static const char *const wills[] = {"will", "would", "'ll", "\u2019ll", "shall", "wo", NULL};
    bool will = content.end - content.begin > 2 && is_any(scene, content.begin, speakers) &&
                is_any(scene, content.begin + 1, wills);
    return will ? content.begin + 2 : 0;
}

enum readout_act ro_act_of_complement(const struct scene *scene, enum readout_act act, struct range cue,
                                      struct range content)
{
    static const char *const nots[] = {"not", "n't", "n\u2019t", "never", NULL};
    while (content.begin < content.end &&
           (ro_mark_kind(scene->document, content.begin) != RO_NO_MARK || ro_word_is(scene, content.begin, "that")))
        content.begin++;
    bool says = act == READOUT_ASSERT, asks = act == READOUT_ASK;
    bool hearer = ro_range_is(cue) && content.begin > cue.end;
    if ((says || asks) && hearer && content.end - content.begin > 1 && ro_word_is(scene, content.begin, "to"))
        return READOUT_REQUEST;
    uint32_t behind = says ? behind_will(scene, content) : 0;
    if (!behind)
        return act;
    return is_any(scene, behind, nots) ? READOUT_REFUSE : READOUT_PROMISE;
}
