/* features.c: what the encoder sees, for training: train-features VOCABULARY <LIST >OUT
 * Reads paths of texts, a line each. Writes for each text its count of words, then for each word as 32-bit integers:
 * byte offsets, sentence, RO_FEATURES rows, count of pieces, RO_PIECES pieces. So training and reading share one code. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "load.h"
#include "model/encoder.h"
#include "model/features.h"

enum { COLUMNS = 3 + RO_FEATURES + 1 + RO_PIECES };

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
    bool good = load_text(&document.arena, path, &text) &&
                read_until(&reader->context, &document, text, ro_encoder_stage) &&
                write_words(vocabulary, &document);
    ro_arena_release(&document.arena);
    return good;
}

/* Load what all texts need, then read those of the list. */
static bool read_list(struct arena *arena, const char *path_of_vocabulary)
{
    const struct readout_settings settings = {.model = "none"};
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    struct slice text;
    struct vocabulary vocabulary;
    char path[PATH_MAX];
    bool good = readout_open(&settings, &readout, NULL) == READOUT_OK &&
                readout_reader_open(readout, &reader) == READOUT_OK &&
                load_text(arena, path_of_vocabulary, &text) && ro_vocabulary_read(&vocabulary, arena, text);
    while (good && fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        good = read_text(reader, &vocabulary, path);
    }
    readout_reader_free(reader);
    readout_free(readout);
    return good;
}

int main(int argc, char **argv)
{
    struct arena arena;
    if (argc != 2) {
        fprintf(stderr, "train-features VOCABULARY <LIST >OUT\n");
        return 2;
    }
    ro_arena_init(&arena);
    bool good = read_list(&arena, argv[1]) && fflush(stdout) == 0;
    ro_arena_release(&arena);
    if (!good)
        fprintf(stderr, "train-features: stopped before the end of the list\n");
    return good ? 0 : 1;
}
