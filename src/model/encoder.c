/* encoder.c: words to vectors, tile by tile. A tile is computed with the words around it that its vectors depend on, so
 * that they are the same wherever a text is cut; fewer of them with each layer. */
#include "model/encoder.h"

#include "model/features.h"
#include "model/model.h"
#include "model/tiles.h"

enum { STRIP = 24 /* words whose products are kept before they are used */ };

/* Words [begin, end) of the document. */
struct range {
    uint32_t begin, end;
};

/* What a tile needs; a row is a word of the window, which begins at word `first`. */
struct work {
    const struct model *model;
    const struct word_features *features; /* of all words */
    uint32_t first, word_count;
    float *h;            /* [rows][width] */
    int8_t *in;          /* [RO_FARTHEST + rows + RO_FARTHEST][width]: what goes into a layer */
    float *embedded;     /* [embedding] */
    int8_t *embedded_in; /* [STRIP][embedding] */
    float *z;            /* [STRIP][2 width] */
    int8_t *vectors;     /* [word_count][width] */
};

/* These words and so many to each side, where the document has them. */
static struct range widen(const struct work *work, struct range range, uint32_t by)
{
    uint32_t left = work->word_count - range.end;
    return (struct range){range.begin > by ? range.begin - by : 0, range.end + (by < left ? by : left)};
}

/* Memory for so many rows, and for all vectors. */
static bool work_init(struct work *work, struct arena *arena, size_t rows)
{
    const struct model *model = work->model;
    work->h = ro_arena_alloc(arena, rows * model->width, sizeof *work->h);
    work->in = ro_arena_alloc(arena, (rows + (size_t)2 * RO_FARTHEST) * model->width, sizeof *work->in);
    work->embedded = ro_arena_alloc(arena, model->embedding, sizeof *work->embedded);
    work->embedded_in = ro_arena_alloc(arena, (size_t)STRIP * model->embedding, sizeof *work->embedded_in);
    work->z = ro_arena_alloc(arena, (size_t)STRIP * 2 * model->width, sizeof *work->z);
    work->vectors = ro_arena_alloc(arena, (size_t)work->word_count * model->width, sizeof *work->vectors);
    return work->h && work->in && work->embedded && work->embedded_in && work->z && work->vectors;
}

static float *row_h(const struct work *work, uint32_t word)
{
    return work->h + (size_t)(word - work->first) * work->model->width;
}

static int8_t *row_in(const struct work *work, uint32_t word)
{
    return work->in + (size_t)(word - work->first + RO_FARTHEST) * work->model->width;
}

static void embed_word(const struct work *work, const struct word_features *word, int8_t *out)
{
    const struct model *model = work->model;
    float *x = memset(work->embedded, 0, model->embedding * sizeof *x);
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

static uint32_t strip_end(uint32_t word, struct range range)
{
    return range.end - word < STRIP ? range.end : word + STRIP;
}

static void embed(const struct work *work, struct range range)
{
    const struct model *model = work->model;
    for (uint32_t word = range.begin, end; word < range.end; word = end) {
        end = strip_end(word, range);
        for (uint32_t i = word; i < end; i++)
            embed_word(work, &work->features[i], work->embedded_in + (size_t)(i - word) * model->embedding);
        model->kernels->product(row_h(work, word), &model->input, work->embedded_in, 0, end - word);
    }
}

static void quantise(const struct work *work, struct range range, const float *quant)
{
    for (uint32_t word = range.begin; word < range.end; word++)
        work->model->kernels->quantise(row_in(work, word), row_h(work, word), quant, work->model->width);
}

/* x += value * sigmoid(gate) for these words; what goes in is there for those around them too. */
static void run_layer(const struct work *work, uint32_t layer, struct range range)
{
    const struct model *model = work->model;
    for (uint32_t word = range.begin, end; word < range.end; word = end) {
        end = strip_end(word, range);
        model->kernels->product(work->z, &model->layers[layer], row_in(work, word), model->dilations[layer],
                                end - word);
        for (uint32_t i = word; i < end; i++)
            model->kernels->gate(row_h(work, i), work->z + (size_t)(i - word) * 2 * model->width, model->width);
    }
}

static void encode_tile(struct work *work, struct range tile)
{
    const struct model *model = work->model;
    uint32_t margin = model->reach;
    struct range range = widen(work, tile, margin);
    work->first = range.begin;
    memset(row_in(work, range.end), 0,
           (size_t)RO_FARTHEST * model->width); /* beyond the text, where it ends here */
    embed(work, range);
    for (uint32_t layer = 0; layer < model->layer_count; layer++) {
        quantise(work, range, model->layers[layer].quant);
        margin -= model->dilations[layer];
        range = widen(work, tile, margin);
        run_layer(work, layer, range);
    }
    for (uint32_t word = tile.begin; word < tile.end; word++)
        model->kernels->quantise(work->vectors + (size_t)word * model->width, row_h(work, word),
                                 model->output_quant, model->width);
}

enum readout_status ro_encode(struct context *context, const struct document *document, uint32_t tile)
{
    const struct model *model = context->resources->model;
    struct work work = {.model = model, .word_count = document->word_count};
    struct word_features *features = ro_arena_alloc(&context->scratch, document->word_count, sizeof *features);
    size_t rows = (size_t)tile + 2 * (size_t)model->reach;
    if (!features || !work_init(&work, &context->scratch, rows < work.word_count ? rows : work.word_count))
        return ro_no_memory(context, "encoder", 0);
    ro_features_read(&model->vocabulary, document, features);
    work.features = features;
    for (uint32_t word = 0, end; word < work.word_count; word = end) {
        end = work.word_count - word < tile ? work.word_count : word + tile;
        encode_tile(&work, (struct range){word, end});
    }
    context->vectors = work.vectors;
    return READOUT_OK;
}

enum readout_status ro_encoder_stage(struct context *context, struct document *document)
{
    context->vectors = NULL;
    return context->resources->model ? ro_encode(context, document, RO_TILE) : READOUT_OK;
}
