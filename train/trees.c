/* trees.c: what the heads of statements read, for training: train-trees MODEL <LIST >OUT
 * Reads paths of texts, a line each. Writes for each text its count of words and the width of a vector, then for each word
 * as 32-bit integers: byte offsets, block, sentence, head (of the document's words, itself at the root), relation and
 * universal part of speech (numbers of the model's labels), quotation (from 1, 0 none); then all vectors, 8 bits a
 * channel. So training and reading share one code. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "load.h"
#include "statements/scene.h"
#include "statements/statements.h"
#include "syntax/heads.h"

enum { COLUMNS = 8 };

/* All stages before the statements. */
static bool read_stages(struct context *context, struct document *document, struct slice text)
{
    enum readout_status status = ro_text_decode(context, document, text.data, text.length);
    for (const struct pipeline_row *row = ro_pipeline; row->run != ro_statements_stage; row++)
        status = status == READOUT_OK ? row->run(context, document) : status;
    return status == READOUT_OK;
}

static uint32_t label_of(const struct labels *labels, const char *name)
{
    uint32_t label = 0;
    while (label + 1 < labels->count && strcmp(labels->names[label], name) != 0)
        label++;
    return label;
}

static bool write_words(struct context *context, struct document *document)
{
    const struct syntax *syntax = context->resources->syntax;
    struct scene scene;
    if (ro_scene_read(context, document, &scene) != READOUT_OK)
        return false;
    uint32_t head[] = {document->word_count, syntax->model->width};
    bool good = fwrite(head, sizeof head, 1, stdout) == 1;
    for (uint32_t i = 0; good && i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        uint32_t row[COLUMNS] = {word->span.begin,
                                 word->span.end,
                                 word->block,
                                 word->sentence,
                                 word->head,
                                 label_of(&syntax->deprel, word->deprel),
                                 label_of(&syntax->upos, word->upos),
                                 scene.owner[i] + 1};
        good = fwrite(row, sizeof row, 1, stdout) == 1;
    }
    size_t size = (size_t)document->word_count * syntax->model->width;
    return good && fwrite(context->vectors, 1, size, stdout) == size;
}

static bool read_text(struct readout_reader *reader, const char *path)
{
    struct slice text;
    struct document document = {0};
    ro_arena_init(&document.arena);
    ro_arena_clear(&reader->context.scratch);
    bool good = load_text(&document.arena, path, &text) && read_stages(&reader->context, &document, text) &&
                write_words(&reader->context, &document);
    ro_arena_release(&document.arena);
    return good;
}

static bool read_list(const char *model)
{
    const struct readout_settings settings = {.model = model};
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    char path[PATH_MAX];
    bool good = readout_open(&settings, &readout, NULL) == READOUT_OK &&
                readout_reader_open(readout, &reader) == READOUT_OK && readout->resources.syntax;
    while (good && fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        good = read_text(reader, path);
    }
    readout_reader_free(reader);
    readout_free(readout);
    return good;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "train-trees MODEL <LIST >OUT\n");
        return 2;
    }
    bool good = read_list(argv[1]) && fflush(stdout) == 0;
    if (!good)
        fprintf(stderr, "train-trees: stopped before the end of the list\n");
    return good ? 0 : 1;
}
