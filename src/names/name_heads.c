/* name_heads.c: the tensors of the heads of names, held to each other, and what they say of each word, tile by tile. */
#include "names/name_heads.h"

#include <math.h>

#include "model/encoder.h"
#include "model/features.h"
#include "names/known.h"

enum { TILE = 4096 /* words that are read together */, STRIP = 24 /* words that go into a product */ };

/* Reading */

static enum readout_status read_width(struct name_heads *heads, struct readout_error *error)
{
    const uint32_t shape[] = {0, heads->model->width};
    const struct tensor *weight = ro_weights_tensor(&heads->model->weights, "names.vector.weight", RO_I8, 2, shape,
                                                    error);
    if (!weight)
        return READOUT_BAD_MODEL;
    heads->stack.width = weight->shape[0];
    return ro_width_check(&heads->model->weights, weight->name, heads->stack.width, error);
}

static enum readout_status read_tensors(struct name_heads *heads, struct arena *arena, struct readout_error *error)
{
    const struct model *model = heads->model;
    const struct weights *weights = &model->weights;
    heads->stack.kernels = model->kernels;
    enum readout_status status = read_width(heads, error);
    uint32_t width = heads->stack.width;
    if (status == READOUT_OK)
        status = ro_matrix_read(&heads->vector, arena, weights, "names.vector", width, 1, model->width, error);
    if (status == READOUT_OK)
        status = ro_matrix_read(&heads->word, arena, weights, "names.word", width, 1, model->embedding, error);
    if (status == READOUT_OK)
        status = ro_stack_read(&heads->stack, arena, weights, "names.layer", "names.dilations", error);
    if (status == READOUT_OK) {
        const uint32_t shape[] = {RO_KNOWN_KINDS, width};
        const struct tensor *known = ro_weights_tensor(weights, "names.known", RO_F32, 2, shape, error);
        heads->known = known ? known->data : NULL;
        status = known ? READOUT_OK : READOUT_BAD_MODEL;
    }
    if (status == READOUT_OK)
        status = ro_matrix_read(&heads->product, arena, weights, "names", 2 * RO_NAME_CLASSES, 1, width, error);
    return status;
}

enum readout_status ro_name_heads_read(const struct name_heads **out, struct arena *arena,
                                       const struct model *model, struct readout_error *error)
{
    *out = NULL;
    if (!ro_weights_metadata(&model->weights, "names.dilations"))
        return READOUT_OK;
    struct name_heads *heads = ro_arena_alloc(arena, 1, sizeof *heads);
    if (!heads)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to load it", model->weights.path);
    heads->model = model;
    enum readout_status status = read_tensors(heads, arena, error);
    if (status == READOUT_OK)
        *out = heads;
    return status;
}

/* Running */

struct work {
    const struct context *context;
    const struct name_heads *heads;
    struct window window;
    float *sum, *row; /* [embedding], [STRIP][padded] */
    int8_t *in;       /* [STRIP][the widest of what goes in] */
    uint16_t *known;  /* of each word */
    struct name_shares *shares;
};

static bool work_init(struct work *work, struct arena *scratch, uint32_t count)
{
    const struct name_heads *heads = work->heads;
    const struct model *model = heads->model;
    uint32_t widest = heads->stack.width > model->embedding ? heads->stack.width : model->embedding;
    uint32_t padded = heads->vector.padded > heads->product.padded ? heads->vector.padded : heads->product.padded;
    uint32_t rows = TILE + 2 * heads->stack.reach;
    work->window.text = (struct range){0, count};
    work->sum = ro_arena_alloc(scratch, model->embedding, sizeof *work->sum);
    work->row = ro_arena_alloc(scratch, (size_t)STRIP * padded, sizeof *work->row);
    work->in = ro_arena_alloc(scratch, (size_t)STRIP * widest, 1);
    work->known = ro_arena_alloc(scratch, count, sizeof *work->known);
    work->shares = ro_arena_alloc(scratch, count, sizeof *work->shares);
    return work->sum && work->row && work->in && work->known && work->shares &&
           ro_window_init(&work->window, scratch, &heads->stack, rows < count ? rows : count);
}

/* Add to a row what the word's vector, and what lexicons know of it, say. */
static void add_rows(const struct work *work, uint32_t word, const float *vector)
{
    float *row = ro_window_row(&work->window, word);
    uint32_t width = work->heads->stack.width;
    for (uint32_t k = 0; k < width; k++)
        row[k] += vector[k];
    for (uint32_t bit = 0; bit < RO_KNOWN_KINDS; bit++)
        for (uint32_t k = 0; work->known[word] >> bit & 1 && k < width; k++)
            row[k] += work->heads->known[bit * width + k];
}

static void fill(const struct work *work, struct range range)
{
    const struct name_heads *heads = work->heads;
    const struct model *model = heads->model;
    for (uint32_t word = range.begin, end; word < range.end; word = end) {
        end = range.end - word < STRIP ? range.end : word + STRIP;
        for (uint32_t i = word; i < end; i++)
            ro_embed(model, &work->context->features[i], work->sum,
                     work->in + (size_t)(i - word) * model->embedding);
        model->kernels->product(ro_window_row(&work->window, word), &heads->word, work->in, 0, end - word);
        model->kernels->product(work->row, &heads->vector, work->context->vectors + (size_t)word * model->width, 0,
                                end - word);
        for (uint32_t i = word; i < end; i++)
            add_rows(work, i, work->row + (size_t)(i - word) * heads->vector.padded);
    }
}

/* Scores to the logarithms of the probabilities that they stand for. */
static void set_shares(float *out, const float *scores)
{
    float most = scores[0], sum = 0;
    for (uint32_t i = 1; i < RO_NAME_CLASSES; i++)
        most = scores[i] > most ? scores[i] : most;
    for (uint32_t i = 0; i < RO_NAME_CLASSES; i++)
        sum += expf(scores[i] - most);
    for (uint32_t i = 0; i < RO_NAME_CLASSES; i++)
        out[i] = scores[i] - most - logf(sum);
}

static void read_tile(struct work *work, struct range tile)
{
    const struct name_heads *heads = work->heads;
    const struct kernels *kernels = heads->model->kernels;
    uint32_t width = heads->stack.width;
    struct range wide = ro_window_widen(&work->window, tile, heads->stack.reach);
    work->window.first = wide.begin;
    fill(work, wide);
    ro_stack_run(&heads->stack, &work->window, tile);
    for (uint32_t word = tile.begin, end; word < tile.end; word = end) {
        end = tile.end - word < STRIP ? tile.end : word + STRIP;
        for (uint32_t i = word; i < end; i++)
            kernels->quantise(work->in + (size_t)(i - word) * width, ro_window_row(&work->window, i),
                              heads->product.quant, width);
        kernels->product(work->row, &heads->product, work->in, 0, end - word);
        for (uint32_t i = word; i < end; i++) {
            const float *scores = work->row + (size_t)(i - word) * heads->product.padded;
            set_shares(work->shares[i].head, scores);
            set_shares(work->shares[i].name, scores + RO_NAME_CLASSES);
        }
    }
}

enum readout_status ro_name_shares_read(struct context *context, const struct document *document,
                                        struct name_shares **out)
{
    struct work work = {.context = context, .heads = context->resources->name_heads};
    *out = NULL;
    if (!work.heads || !document->word_count)
        return READOUT_OK;
    if (!ro_expect(context, context->vectors && context->features))
        return READOUT_INTERNAL;
    if (!work_init(&work, &context->scratch, document->word_count))
        return ro_no_memory(context, "mentions", 0);
    ro_known_read(context, document, work.known);
    for (uint32_t word = 0, end; word < document->word_count; word = end) {
        end = document->word_count - word < TILE ? document->word_count : word + TILE;
        read_tile(&work, (struct range){word, end});
    }
    *out = work.shares;
    return READOUT_OK;
}
