/* kernels.c: how fast the encoder computes: bench-kernels MODEL FILE... ("-": the model that is shipped). Prints lines of
 * "what name value":
 *
 *     sgemm openblas 45.1        billions of multiply-adds a second, single precision, 2048 cubed, one thread
 *     product avx512 150.3       the same of a layer's product
 *     encoder avx512 120.9       the same of the whole encoder, from words to vectors
 *     words avx512 45003.0       words a second of the encoder
 *
 * Each is the best of some rounds, in each of which all take their turn; seconds are those of the processor, so that other
 * work on the machine counts less. Without OpenBLAS there is no line of sgemm. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the lexicons that cut text are the engine's own

#include "load.h"
#include "model/encoder.h"
#include "model/model.h"
#include "text/text.h"

#ifdef BENCH_SGEMM
#include <cblas.h>
#endif

enum { ROUNDS = 5, ROW_LIMIT = 8, WORDS = 1024, SIDE = 2048 };

struct times {
    double sgemm, product[ROW_LIMIT], encoder[ROW_LIMIT]; /* seconds, the least so far */
};

struct bench {
    const struct readout *readout;
    struct model *model;
    struct arena arena;
    struct document *documents;
    uint32_t document_count;
    size_t words;
    struct times times;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void keep_least(double *least, double start)
{
    double seconds = now() - start;
    if (*least == 0.0 || seconds < *least)
        *least = seconds;
}

/* Multiply-adds of a product for one word. */
static double size_of(const struct matrix *matrix)
{
    return (double)matrix->outputs * matrix->taps * matrix->inputs;
}

static double size_of_encoder(const struct model *model)
{
    double size = size_of(&model->input);
    for (uint32_t layer = 0; layer < model->stack.layer_count; layer++)
        size += size_of(&model->stack.layers[layer]);
    return size;
}

static void fail(const char *what)
{
    fprintf(stderr, "bench-kernels: %s\n", what);
    exit(1);
}

static void *room(struct bench *bench, size_t count, size_t size)
{
    void *memory = ro_arena_alloc(&bench->arena, count, size);
    if (!memory)
        fail("no memory");
    return memory;
}

static void load_document(struct bench *bench, const char *path, struct context *context, struct document *document)
{
    struct slice text;
    ro_arena_init(&document->arena);
    if (!load_text(&bench->arena, path, &text) ||
        ro_text_decode(context, document, text.data, text.length) != READOUT_OK ||
        ro_blocks_stage(context, document) != READOUT_OK || ro_words_stage(context, document) != READOUT_OK ||
        ro_starts_stage(context, document) != READOUT_OK)
        fail(path);
    ro_arena_clear(&context->scratch);
    bench->words += document->word_count;
}

static void load_documents(struct bench *bench, char **paths, uint32_t count)
{
    struct context context = {.resources = &bench->readout->resources};
    ro_arena_init(&context.scratch);
    bench->documents = room(bench, count, sizeof *bench->documents);
    for (; bench->document_count < count; bench->document_count++)
        load_document(bench, paths[bench->document_count], &context, &bench->documents[bench->document_count]);
    ro_arena_release(&context.scratch);
}

// NOLINTNEXTLINE(readability-non-const-parameter): where there is no OpenBLAS nothing is written
static void run_sgemm(struct bench *bench, double *least)
{
#ifdef BENCH_SGEMM
    static float a[SIDE * SIDE], b[SIDE * SIDE], c[SIDE * SIDE];
    for (uint32_t i = 0; i < SIDE * SIDE; i++)
        a[i] = b[i] = (float)(i % 17) - 8.0f;
    openblas_set_num_threads(1);
    double start = now();
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, SIDE, SIDE, SIDE, 1.0f, a, SIDE, b, SIDE, 0.0f, c, SIDE);
    keep_least(least, start);
#endif
    (void)bench;
    (void)least;
}

/* A layer's product for some words, two rows of padding to each side. */
static void run_product(struct bench *bench, const struct kernels *kernels, double *least)
{
    const struct matrix *matrix = &bench->model->stack.layers[0];
    struct arena arena;
    ro_arena_init(&arena);
    int8_t *in = ro_arena_alloc(&arena, (size_t)(WORDS + 4) * matrix->inputs, 1);
    float *out = ro_arena_alloc(&arena, (size_t)WORDS * matrix->padded, sizeof *out);
    if (!in || !out)
        fail("no memory");
    for (uint32_t i = 0; i < (WORDS + 4) * matrix->inputs; i++)
        in[i] = (int8_t)(i % 251 - 125);
    double start = now();
    kernels->product(out, matrix, in + (size_t)2 * matrix->inputs, 2, WORDS);
    keep_least(least, start);
    ro_arena_release(&arena);
}

static void run_encoder(struct bench *bench, const struct kernels *kernels, double *least)
{
    struct model model = *bench->model;
    struct resources resources = bench->readout->resources;
    struct context context = {.resources = &resources};
    model.kernels = kernels;
    resources.model = &model;
    ro_arena_init(&context.scratch);
    double start = now();
    for (uint32_t i = 0; i < bench->document_count; i++) {
        ro_arena_clear(&context.scratch);
        if (ro_encoder_stage(&context, &bench->documents[i]) != READOUT_OK)
            fail(context.error.message);
    }
    keep_least(least, start);
    ro_arena_release(&context.scratch);
}

static void run(struct bench *bench)
{
    for (uint32_t round = 0; round < ROUNDS; round++) {
        run_sgemm(bench, &bench->times.sgemm);
        for (uint32_t row = 0; ro_kernels[row] && row < ROW_LIMIT; row++) {
            if (!ro_kernels_run(ro_kernels[row]))
                continue;
            run_product(bench, ro_kernels[row], &bench->times.product[row]);
            run_encoder(bench, ro_kernels[row], &bench->times.encoder[row]);
        }
    }
}

static void print(const struct bench *bench)
{
    double words = (double)bench->words, product = size_of(&bench->model->stack.layers[0]) * WORDS;
    if (bench->times.sgemm > 0.0)
        printf("sgemm openblas %.1f\n", 1e-9 * SIDE * SIDE * SIDE / bench->times.sgemm);
    for (uint32_t row = 0; ro_kernels[row] && row < ROW_LIMIT; row++) {
        const char *name = ro_kernels[row]->name;
        if (bench->times.product[row] == 0.0)
            continue;
        printf("product %s %.1f\n", name, 1e-9 * product / bench->times.product[row]);
        printf("encoder %s %.1f\n", name, 1e-9 * words * size_of_encoder(bench->model) / bench->times.encoder[row]);
        printf("words %s %.0f\n", name, words / bench->times.encoder[row]);
    }
}

int main(int argc, char **argv)
{
    static struct bench bench;
    const struct readout_settings settings = {.model = "none"};
    struct readout *readout = NULL;
    struct readout_error error;
    if (argc < 3) {
        fprintf(stderr, "bench-kernels MODEL FILE...\n");
        return 2;
    }
    ro_arena_init(&bench.arena);
    const char *path = strcmp(argv[1], "-") == 0 ? NULL : argv[1];
    if (readout_open(&settings, &readout, &error) != READOUT_OK ||
        ro_model_open(&bench.model, &bench.arena, path, NULL, &error) != READOUT_OK)
        fail(error.message);
    bench.readout = readout;
    load_documents(&bench, argv + 2, (uint32_t)argc - 2);
    run(&bench);
    print(&bench);
    for (uint32_t i = 0; i < bench.document_count; i++)
        ro_arena_release(&bench.documents[i].arena);
    ro_model_close(bench.model);
    ro_arena_release(&bench.arena);
    readout_free(readout);
    return 0;
}
