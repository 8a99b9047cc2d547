/* learned.c: goes over the text tile by tile: the first stack over the tile and what lies around it, then the second for
 * each word that may be a cue. */
#include "statements/learned.h"

#include "model/encoder.h"
#include "model/features.h"

enum { TILE = 4096 /* words whose cues are read together */, STRIP = 24 /* words that go into a product */ };

static const float least_cue = 0.1f; /* probability */

struct work {
    const struct scene *scene;
    const struct statement_heads *heads;
    struct window window;
    float *sum;     /* [model->embedding] */
    int8_t *in;     /* [STRIP][model->width or embedding] */
    float *outputs; /* [TILE + 2 RO_REACH][product.padded], from the first of `wide` */
    struct range wide;
    struct roles *roles;
};

static bool work_init(struct work *work, const struct pairs *pairs)
{
    struct arena *scratch = &work->scene->context->scratch;
    const struct statement_heads *heads = work->heads;
    uint32_t count = work->scene->document->word_count;
    uint32_t wide = count < TILE + 2 * RO_REACH ? count : TILE + 2 * RO_REACH;
    uint32_t rows = count - wide < 2 * heads->words.reach ? count : wide + 2 * heads->words.reach;
    work->window.word_count = count;
    uint32_t width = heads->model->width, embedding = heads->model->embedding;
    work->sum = ro_arena_alloc(scratch, embedding, sizeof *work->sum);
    work->in = ro_arena_alloc(scratch, (size_t)STRIP * (width > embedding ? width : embedding), 1);
    work->outputs = ro_arena_alloc(scratch, (size_t)wide * heads->product.padded, sizeof *work->outputs);
    work->roles = ro_roles_init(scratch, heads, pairs);
    return work->sum && work->in && work->outputs && work->roles &&
           ro_window_init(&work->window, scratch, &heads->words, rows);
}

/* What the first stack begins with: the words by themselves, and their vectors as they were before they were rounded,
 * nearly. */
static void fill(const struct work *work, struct range range)
{
    const struct statement_heads *heads = work->heads;
    const struct model *model = heads->model;
    const struct context *context = work->scene->context;
    for (uint32_t word = range.begin, end; word < range.end; word = end) {
        end = range.end - word < STRIP ? range.end : word + STRIP;
        for (uint32_t i = word; i < end; i++)
            ro_embed(model, &context->features[i], work->sum, work->in + (size_t)(i - word) * model->embedding);
        model->kernels->product(ro_window_row(&work->window, word), &heads->word, work->in, 0, end - word);
        for (uint32_t i = word; i < end; i++) {
            const int8_t *vector = context->vectors + (size_t)i * model->width;
            float *row = ro_window_row(&work->window, i);
            for (uint32_t k = 0; k < model->width; k++)
                row[k] += (float)vector[k] / heads->quant[k];
        }
    }
}

/* Outputs of all words of work->wide. */
static void read_outputs(struct work *work)
{
    const struct statement_heads *heads = work->heads;
    const struct kernels *kernels = heads->model->kernels;
    struct range wide = work->wide, around = ro_window_widen(&work->window, wide, heads->words.reach);
    work->window.first = around.begin;
    fill(work, around);
    ro_stack_run(&heads->words, &work->window, wide);
    for (uint32_t word = wide.begin, end; word < wide.end; word = end) {
        end = wide.end - word < STRIP ? wide.end : word + STRIP;
        for (uint32_t i = word; i < end; i++)
            kernels->quantise(work->in + (size_t)(i - word) * heads->model->width, ro_window_row(&work->window, i),
                              heads->product.quant, heads->model->width);
        kernels->product(work->outputs + (size_t)(word - wide.begin) * heads->product.padded, &heads->product,
                         work->in, 0, end - word);
    }
}

static const float *output_of(const struct work *work, uint32_t word)
{
    return work->outputs + (size_t)(word - work->wide.begin) * work->heads->product.padded;
}

static bool read_tile(struct work *work, struct range tile, struct candidates *candidates)
{
    struct candidate candidate;
    work->wide = ro_window_widen(&work->window, tile, RO_REACH);
    read_outputs(work);
    for (uint32_t word = tile.begin; word < tile.end; word++) {
        struct range around = ro_window_widen(&work->window, (struct range){word, word + 1}, RO_REACH);
        if (!(ro_sigmoid(*output_of(work, word)) > least_cue) ||
            !ro_roles_read(work->roles, output_of(work, around.begin), around, word, &candidate))
            continue;
        struct candidate *added = ro_arena_push(&work->scene->context->scratch, candidates->items,
                                                candidates->count);
        if (!added)
            return false;
        *added = candidate;
    }
    return true;
}

enum readout_status ro_learned_read(const struct scene *scene, struct candidates *candidates)
{
    struct context *context = scene->context;
    const struct statement_heads *heads = context->resources->statement_heads;
    struct work work = {.scene = scene, .heads = heads};
    struct pairs pairs;
    uint32_t count = scene->document->word_count;
    *candidates = (struct candidates){0};
    if (!heads || !count)
        return READOUT_OK;
    if (!ro_expect(context, context->vectors && context->features))
        return READOUT_INTERNAL;
    enum readout_status status = ro_pairs_init(&pairs, scene, context->resources->syntax);
    if (status != READOUT_OK)
        return status;
    if (!work_init(&work, &pairs))
        return ro_no_memory(context, "statements", 0);
    for (uint32_t word = 0, end; word < count; word = end) {
        end = count - word < TILE ? count : word + TILE;
        if (!read_tile(&work, (struct range){word, end}, candidates))
            return ro_no_memory(context, "statements", candidates->count);
    }
    return READOUT_OK;
}
