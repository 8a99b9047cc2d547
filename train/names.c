/* names.c: what the heads of names read, for training: train-names MODEL <LIST >OUT
 * Reads paths of texts, a line each. Writes for each text its count of words, the width of a vector and of a word by itself; for each
 * word as 32-bit integers: byte offsets, sentence, what lexicons know of it (src/names/known.h); all vectors, then all words by
 * themselves, 8 bits a channel. So training and reading share one code. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "model/encoder.h"
#include "model/features.h"
#include "names/known.h"
#include "names/names.h"
#include "texts.h"

enum { COLUMNS = 4 };

static bool write_words(const struct document *document, const uint16_t *known, const struct model *model)
{
    uint32_t head[] = {document->word_count, model->width, model->embedding};
    bool good = fwrite(head, sizeof head, 1, stdout) == 1;
    for (uint32_t i = 0; good && i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        uint32_t row[COLUMNS] = {word->span.begin, word->span.end, word->sentence, known[i]};
        good = fwrite(row, sizeof row, 1, stdout) == 1;
    }
    return good;
}

/* The words as the encoder begins with them. */
static bool write_embedded(struct context *context, const struct document *document)
{
    const struct model *model = context->resources->model;
    float *sum = ro_arena_alloc(&context->scratch, model->embedding, sizeof *sum);
    int8_t *out = ro_arena_alloc(&context->scratch, model->embedding, 1);
    bool good = sum && out;
    for (uint32_t i = 0; good && i < document->word_count; i++) {
        ro_embed(model, &context->features[i], sum, out);
        good = fwrite(out, 1, model->embedding, stdout) == model->embedding;
    }
    return good;
}

static bool write_document(struct context *context, struct document *document)
{
    const struct model *model = context->resources->model;
    uint16_t *known = ro_arena_alloc(&context->scratch, document->word_count, sizeof *known);
    if (!known)
        return false;
    ro_known_read(context, document, known);
    size_t size = (size_t)document->word_count * model->width;
    return write_words(document, known, model) && fwrite(context->vectors, 1, size, stdout) == size &&
           write_embedded(context, document);
}

int main(int argc, char **argv)
{
    return run_texts(argc, argv, ro_mentions_stage, write_document);
}
