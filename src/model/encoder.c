/* encoder.c: words to vectors, tile by tile. A tile is computed with the words around it that its vectors depend on, so
 * that they are the same wherever a text is cut. */
#include "model/encoder.h"

#include "model/features.h"
#include "model/model.h"
#include "model/tiles.h"

enum { STRIP = 24 /* words that are embedded before the product that reads them */ };

struct work {
    const struct model *model;
    const struct word_features *features; /* of all words */
    struct window window;
    float *embedded;     /* [embedding] */
    int8_t *embedded_in; /* [STRIP][embedding] */
    int8_t *vectors;     /* [words of the text][width] */
};

/* Memory for windows of so many rows, and for all vectors. */
static bool work_init(struct work *work, struct arena *arena, size_t rows)
{
    const struct model *model = work->model;
    work->embedded = ro_arena_alloc(arena, model->embedding, sizeof *work->embedded);
    work->embedded_in = ro_arena_alloc(arena, (size_t)STRIP * model->embedding, sizeof *work->embedded_in);
    work->vectors = ro_arena_alloc(arena, (size_t)work->window.text.end * model->width, sizeof *work->vectors);
    return work->embedded && work->embedded_in && work->vectors &&
           ro_window_init(&work->window, arena, &model->stack, rows);
}

void ro_embed(const struct model *model, const struct word_features *word, float *x, int8_t *out)
{
    memset(x, 0, model->embedding * sizeof *x);
    float share = 1.0f / (float)word->piece_count;
    for (uint32_t i = 0; i < word->piece_count; i++) {
        uint32_t row = word->pieces[i];
        model->kernels->add(x, model->rows + (size_t)row * model->embedding, model->scales[row] * share,
                            model->embedding);
    }
    for (uint32_t i = 0; i < RO_FEATURES; i++) {
        uint32_t row = word->rows[i];
        model->kernels->add(x, model->rows + (size_t)row * model->embedding, model->scales[row], model->embedding);
    }
    model->kernels->quantise(out, x, model->input.quant, model->embedding);
}

static void embed(const struct work *work, struct range range)
{
    const struct model *model = work->model;
    for (uint32_t word = range.begin, end; word < range.end; word = end) {
        end = range.end - word < STRIP ? range.end : word + STRIP;
        for (uint32_t i = word; i < end; i++)
            ro_embed(model, &work->features[i], work->embedded,
                     work->embedded_in + (size_t)(i - word) * model->embedding);
        model->kernels->product(ro_window_row(&work->window, word), &model->input, work->embedded_in, 0,
                                end - word);
    }
}

static void encode_tile(struct work *work, struct range tile)
{
    const struct model *model = work->model;
    struct range wide = ro_window_widen(&work->window, tile, model->stack.reach);
    work->window.first = wide.begin;
    embed(work, wide);
    ro_stack_run(&model->stack, &work->window, tile);
    for (uint32_t word = tile.begin; word < tile.end; word++)
        model->kernels->quantise(work->vectors + (size_t)word * model->width, ro_window_row(&work->window, word),
                                 model->output_quant, model->width);
}

enum readout_status ro_encode(struct context *context, const struct document *document, uint32_t tile)
{
    const struct model *model = context->resources->model;
    struct work work = {.model = model, .window = {.text = {0, document->word_count}}};
    struct word_features *features = ro_arena_alloc(&context->scratch, document->word_count, sizeof *features);
    size_t rows = (size_t)tile + 2 * (size_t)model->stack.reach;
    if (!features ||
        !work_init(&work, &context->scratch, rows < document->word_count ? rows : document->word_count))
        return ro_no_memory(context, "encoder", 0);
    ro_features_read(&model->vocabulary, document, features);
    work.features = features;
    for (uint32_t word = 0, end; word < document->word_count; word = end) {
        end = document->word_count - word < tile ? document->word_count : word + tile;
        encode_tile(&work, (struct range){word, end});
    }
    context->vectors = work.vectors;
    context->features = features;
    return READOUT_OK;
}

enum readout_status ro_encoder_stage(struct context *context, struct document *document)
{
    context->vectors = NULL;
    context->features = NULL;
    return context->resources->model ? ro_encode(context, document, RO_TILE) : READOUT_OK;
}
