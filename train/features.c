/* features.c: what the encoder sees, for training: features VOCABULARY <LIST >OUT
 * Reads paths of texts, a line each. Writes for each text its count of words, then for each word as 32-bit integers:
 * byte offsets, sentence, RO_FEATURES rows, count of pieces, RO_PIECES pieces. So training and reading share one code. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "model/encoder.h"
#include "model/features.h"

enum { COLUMNS = 3 + RO_FEATURES + 1 + RO_PIECES };

static bool load_text(struct arena *arena, const char *path, struct slice *out)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat state;
    bool good = file >= 0 && fstat(file, &state) == 0 &&
                read_all(arena, file, (size_t)state.st_size, out) == READOUT_OK;
    if (file >= 0)
        close(file);
    if (!good)
        fprintf(stderr, "%s: cannot be read\n", path);
    return good;
}

/* The stages that the encoder reads from. */
static bool read_stages(struct context *context, struct document *document, struct slice text)
{
    enum readout_status status = ro_text_decode(context, document, text.data, text.length);
    for (const struct pipeline_row *row = ro_pipeline; row->run != ro_encoder_stage; row++)
        status = status == READOUT_OK ? row->run(context, document) : status;
    return status == READOUT_OK;
}

static bool write_words(const struct vocabulary *vocabulary, struct document *document)
{
    struct word_features *features = ro_arena_alloc(&document->arena, document->word_count + 1, sizeof *features);
    if (!features)
        return false;
    ro_features_read(vocabulary, document, features);
    bool good = fwrite(&document->word_count, sizeof document->word_count, 1, stdout) == 1;
    uint32_t sentence = 0;
    for (uint32_t i = 0; good && i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        sentence += i > 0 && word->starts;
        uint32_t row[COLUMNS] = {word->span.begin, word->span.end, sentence};
        for (uint32_t j = 0; j < RO_FEATURES; j++)
            row[3 + j] = features[i].rows[j];
        row[3 + RO_FEATURES] = features[i].piece_count;
        for (uint32_t j = 0; j < RO_PIECES; j++)
            row[4 + RO_FEATURES + j] = features[i].pieces[j];
        good = fwrite(row, sizeof row, 1, stdout) == 1;
    }
    return good;
}

static bool read_text(struct readout_reader *reader, const struct vocabulary *vocabulary, const char *path)
{
    struct slice text;
    struct document document = {0};
    ro_arena_init(&document.arena);
    ro_arena_clear(&reader->context.scratch);
    bool good = load_text(&document.arena, path, &text) && read_stages(&reader->context, &document, text) &&
                write_words(vocabulary, &document);
    ro_arena_release(&document.arena);
    return good;
}

int main(int argc, char **argv)
{
    const struct readout_settings settings = {.model = "none"};
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    struct readout_error error;
    struct arena arena;
    struct slice text;
    struct vocabulary vocabulary;
    char path[PATH_MAX];
    ro_arena_init(&arena);
    bool good = argc == 2 && readout_open(&settings, &readout, &error) == READOUT_OK &&
                readout_reader_open(readout, &reader) == READOUT_OK && load_text(&arena, argv[1], &text) &&
                ro_vocabulary_read(&vocabulary, &arena, text);
    while (good && fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        good = read_text(reader, &vocabulary, path);
    }
    if (!good)
        fprintf(stderr, "usage: features VOCABULARY <LIST >OUT\n");
    readout_reader_free(reader);
    readout_free(readout);
    ro_arena_release(&arena);
    return good && fflush(stdout) == 0 ? 0 : 1;
}
