/* learned.c: goes over the text tile by tile: the first stack over the tile and what lies around it, then the second for
 * each word that may be a cue. */
#include "statements/learned.h"

#include "model/encoder.h"
#include "model/features.h"

enum { TILE = 4096 /* words whose cues are read together */, STRIP = 24 /* words that go into a product */ };

static const float least_cue = 0.1f; /* probability */

struct learned {
    const struct scene *scene;
    const struct statement_heads *heads;
    struct pairs pairs;
    struct window window;
    float *sum;     /* [model->embedding] */
    int8_t *in;     /* [STRIP][model->width or embedding] */
    float *outputs; /* [TILE + 2 RO_REACH][product.padded], from the first of `wide` */
    struct range wide;
    struct roles *roles;
};

static bool learned_init(struct learned *learned)
{
    struct arena *scratch = &learned->scene->context->scratch;
    const struct statement_heads *heads = learned->heads;
    uint32_t count = learned->scene->document->word_count;
    uint32_t wide = count < TILE + 2 * RO_REACH ? count : TILE + 2 * RO_REACH;
    uint32_t rows = count - wide < 2 * heads->words.reach ? count : wide + 2 * heads->words.reach;
    uint32_t width = heads->model->width, embedding = heads->model->embedding;
    learned->sum = ro_arena_alloc(scratch, embedding, sizeof *learned->sum);
    learned->in = ro_arena_alloc(scratch, (size_t)STRIP * (width > embedding ? width : embedding), 1);
    learned->outputs = ro_arena_alloc(scratch, (size_t)wide * heads->product.padded, sizeof *learned->outputs);
    learned->roles = ro_roles_init(scratch, heads, &learned->pairs);
    return learned->sum && learned->in && learned->outputs && learned->roles &&
           ro_window_init(&learned->window, scratch, &heads->words, rows);
}

enum readout_status ro_learned_open(const struct scene *scene, struct learned **out)
{
    struct context *context = scene->context;
    const struct statement_heads *heads = context->resources->statement_heads;
    *out = NULL;
    if (!heads || !scene->document->word_count)
        return READOUT_OK;
    if (!ro_expect(context, context->vectors && context->features))
        return READOUT_INTERNAL;
    struct learned *learned = ro_arena_alloc(&context->scratch, 1, sizeof *learned);
    if (!learned)
        return ro_no_memory(context, "statements", 0);
    learned->scene = scene;
    learned->heads = heads;
    enum readout_status status = ro_pairs_init(&learned->pairs, scene, context->resources->syntax);
    if (status == READOUT_OK && !learned_init(learned))
        status = ro_no_memory(context, "statements", 0);
    *out = status == READOUT_OK ? learned : NULL;
    return status;
}

/* What the first stack begins with: the words by themselves, and their vectors as they were before they were rounded,
 * nearly. */
static void fill(const struct learned *learned, struct range range)
{
    const struct statement_heads *heads = learned->heads;
    const struct model *model = heads->model;
    const struct context *context = learned->scene->context;
    for (uint32_t word = range.begin, end; word < range.end; word = end) {
        end = range.end - word < STRIP ? range.end : word + STRIP;
        for (uint32_t i = word; i < end; i++)
            ro_embed(model, &context->features[i], learned->sum,
                     learned->in + (size_t)(i - word) * model->embedding);
        model->kernels->product(ro_window_row(&learned->window, word), &heads->word, learned->in, 0, end - word);
        for (uint32_t i = word; i < end; i++) {
            const int8_t *vector = context->vectors + (size_t)i * model->width;
            float *row = ro_window_row(&learned->window, i);
            for (uint32_t k = 0; k < model->width; k++)
                row[k] += (float)vector[k] / heads->quant[k];
        }
    }
}

/* Outputs of all words of learned->wide. */
static void read_outputs(struct learned *learned)
{
    const struct statement_heads *heads = learned->heads;
    const struct kernels *kernels = heads->model->kernels;
    struct range wide = learned->wide, around = ro_window_widen(&learned->window, wide, heads->words.reach);
    learned->window.first = around.begin;
    fill(learned, around);
    ro_stack_run(&heads->words, &learned->window, wide);
    for (uint32_t word = wide.begin, end; word < wide.end; word = end) {
        end = wide.end - word < STRIP ? wide.end : word + STRIP;
        for (uint32_t i = word; i < end; i++)
            kernels->quantise(learned->in + (size_t)(i - word) * heads->model->width,
                              ro_window_row(&learned->window, i), heads->product.quant, heads->model->width);
        kernels->product(learned->outputs + (size_t)(word - wide.begin) * heads->product.padded, &heads->product,
                         learned->in, 0, end - word);
    }
}

static const float *output_of(const struct learned *learned, uint32_t word)
{
    return learned->outputs + (size_t)(word - learned->wide.begin) * learned->heads->product.padded;
}

static bool read_tile(struct learned *learned, struct range tile, struct candidates *candidates)
{
    struct candidate candidate;
    learned->wide = ro_window_widen(&learned->window, tile, RO_REACH);
    read_outputs(learned);
    for (uint32_t word = tile.begin; word < tile.end; word++) {
        struct range around = ro_window_widen(&learned->window, (struct range){word, word + 1}, RO_REACH);
        if (!(ro_sigmoid(*output_of(learned, word)) > least_cue) ||
            !ro_roles_read(learned->roles, output_of(learned, around.begin), learned->window.text, around, word,
                           &candidate))
            continue;
        struct candidate *added = ro_arena_push(&learned->scene->context->scratch, candidates->items,
                                                candidates->count);
        if (!added)
            return false;
        *added = candidate;
    }
    return true;
}

enum readout_status ro_learned_read(struct learned *learned, struct range part, struct candidates *candidates)
{
    *candidates = (struct candidates){0};
    if (!learned)
        return READOUT_OK;
    learned->window.text = part;
    for (uint32_t word = part.begin, end; word < part.end; word = end) {
        end = part.end - word < TILE ? part.end : word + TILE;
        if (!read_tile(learned, (struct range){word, end}, candidates))
            return ro_no_memory(learned->scene->context, "statements", candidates->count);
    }
    return READOUT_OK;
}
