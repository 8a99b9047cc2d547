/* sentences.c: puts the words of a block together to sentences. Rules say where one starts; a model, which has seen text
 * without marks, may add a start, but takes none away. */
#include "syntax/heads.h"
#include "syntax/syntax.h"

enum { STRIP = 64 /* words whose scores are computed at once */ };

/* What decides, and the scores of the words of a strip. */
struct reader {
    const struct syntax *syntax; /* NULL: rules alone */
    const int8_t *vectors;
    float *scores;       /* [STRIP][start.padded] */
    uint32_t first, end; /* of the strip */
};

static void score_strip(struct reader *reader, uint32_t first, uint32_t left)
{
    const struct model *model = reader->syntax->model;
    reader->first = first;
    reader->end = first + (left < STRIP ? left : STRIP);
    model->kernels->product(reader->scores, &reader->syntax->start, reader->vectors + (size_t)first * model->width,
                            0, reader->end - first);
}

static bool starts(struct reader *reader, const struct document *document, uint32_t index)
{
    if (document->words[index].starts || !reader->syntax)
        return document->words[index].starts;
    if (index >= reader->end)
        score_strip(reader, index, document->word_count - index);
    return reader->scores[(size_t)(index - reader->first) * reader->syntax->start.padded] > 0;
}

static bool add_sentence(struct document *document, uint32_t first, uint32_t end)
{
    uint32_t index = document->sentence_count;
    struct word *words = document->words;
    struct block *block = &document->blocks[words[first].block];
    struct sentence *sentence = ro_arena_push(&document->arena, document->sentences, document->sentence_count);
    if (!sentence)
        return false;
    *sentence = (struct sentence){.span = {words[first].span.begin, words[end - 1].span.end},
                                  .first_word = first,
                                  .word_count = end - first,
                                  .block = words[first].block};
    for (uint32_t word = first; word < end; word++)
        words[word].sentence = index;
    if (block->sentence_count++ == 0)
        block->first_sentence = index;
    return true;
}

enum readout_status ro_sentences_stage(struct context *context, struct document *document)
{
    struct reader reader = {.syntax = context->vectors ? context->resources->syntax : NULL,
                            .vectors = context->vectors};
    if (reader.syntax)
        reader.scores = ro_arena_alloc(&context->scratch, (size_t)STRIP * reader.syntax->start.padded,
                                       sizeof *reader.scores);
    if (reader.syntax && !reader.scores)
        return ro_no_memory(context, "sentences", 0);
    for (uint32_t word = 0, end; word < document->word_count; word = end) {
        end = word + 1;
        while (end < document->word_count && !starts(&reader, document, end))
            end++;
        if (!add_sentence(document, word, end))
            return ro_no_memory(context, "sentences", document->sentence_count);
    }
    return READOUT_OK;
}
