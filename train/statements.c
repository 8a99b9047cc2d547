/* statements.c: what the heads of statements read and, where the model has them, what they say, for training:
 * train-statements MODEL <LIST >OUT
 * Reads paths of texts, a line each. Writes for each text its count of words, the width of a vector and of a word by
 * itself; for each word as 32-bit integers: byte offsets, block, sentence, head (of the document's words, itself at the
 * root), relation (its number among the model's labels), quotation (from 1, 0 none); all vectors, then all words by
 * themselves, 8 bits a channel; the count of candidates, and for each: ranges of words of source and contents
 * (RO_CONTENTS, those behind the last empty) as 32-bit integers, RO_STATEMENT_FEATURES floats. So training and reading
 * share one code. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "model/encoder.h"
#include "model/features.h"
#include "statements/learned.h"
#include "statements/statements.h"
#include "syntax/heads.h"
#include "texts.h"

enum { COLUMNS = 7, RANGES = 1 + RO_CONTENTS };

static uint32_t label_of(const struct labels *labels, const char *name)
{
    uint32_t label = 0;
    while (label + 1 < labels->count && strcmp(labels->names[label], name) != 0)
        label++;
    return label;
}

static bool write_words(const struct scene *scene)
{
    const struct document *document = scene->document;
    const struct syntax *syntax = scene->context->resources->syntax;
    uint32_t head[] = {document->word_count, syntax->model->width, syntax->model->embedding};
    bool good = fwrite(head, sizeof head, 1, stdout) == 1;
    for (uint32_t i = 0; good && i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        uint32_t row[COLUMNS] = {word->span.begin,   word->span.end, word->block,
                                 word->sentence,     word->head,     label_of(&syntax->deprel, word->deprel),
                                 scene->owner[i] + 1};
        good = fwrite(row, sizeof row, 1, stdout) == 1;
    }
    size_t size = (size_t)document->word_count * syntax->model->width;
    return good && fwrite(scene->context->vectors, 1, size, stdout) == size;
}

/* The words as the encoder begins with them. */
static bool write_embedded(const struct scene *scene)
{
    const struct context *context = scene->context;
    const struct model *model = context->resources->model;
    float *sum = ro_arena_alloc(&scene->context->scratch, model->embedding, sizeof *sum);
    int8_t *out = ro_arena_alloc(&scene->context->scratch, model->embedding, 1);
    bool good = sum && out;
    for (uint32_t i = 0; good && i < scene->document->word_count; i++) {
        ro_embed(model, &context->features[i], sum, out);
        good = fwrite(out, 1, model->embedding, stdout) == model->embedding;
    }
    return good;
}

static bool write_candidates(const struct scene *scene)
{
    struct candidates candidates;
    struct learned *learned;
    if (ro_learned_open(scene, &learned) != READOUT_OK ||
        ro_learned_read(learned, (struct range){0, scene->document->word_count}, &candidates) != READOUT_OK ||
        fwrite(&candidates.count, sizeof candidates.count, 1, stdout) != 1)
        return false;
    bool good = true;
    for (uint32_t i = 0; good && i < candidates.count; i++) {
        const struct candidate *candidate = &candidates.items[i];
        struct range ranges[RANGES] = {candidate->source};
        for (uint32_t k = 0; k < candidate->content_count; k++)
            ranges[1 + k] = candidate->contents[k];
        good = fwrite(ranges, sizeof ranges, 1, stdout) == 1 &&
               fwrite(candidate->features, sizeof candidate->features, 1, stdout) == 1;
    }
    return good;
}

static bool write_document(struct context *context, struct document *document)
{
    struct scene scene;
    return ro_scene_read(context, document, &scene) == READOUT_OK && write_words(&scene) &&
           write_embedded(&scene) && write_candidates(&scene);
}

int main(int argc, char **argv)
{
    return run_texts(argc, argv, ro_statements_stage, write_document);
}
