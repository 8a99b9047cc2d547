/* sentences.c: puts the words of a block together to sentences. */
#include "text/chars.h"
#include "text/marks.h"
#include "text/text.h"

static bool is_end(const struct document *document, uint32_t word)
{
    struct slice form = ro_document_word(document, word);
    return strchr(".!?", form.data[0]) && form.data[0];
}

static bool is_closer(const struct document *document, uint32_t word)
{
    if (!document->words[word].glued)
        return false;
    struct slice form = ro_document_word(document, word);
    struct mark mark = ro_mark(document, word);
    return form.data[0] == ')' || form.data[0] == ']' ||
           (mark.kind != RO_NO_MARK && mark.glyph != RO_OPENS && mark.spacing != RO_OPENS);
}

static bool starts_low(const struct document *document, uint32_t word)
{
    struct character c = ro_char_at(document->text, document->length, document->words[word].span.begin);
    return ro_char_is_lower(c.code);
}

static enum readout_status add_sentence(struct context *context, struct document *document, uint32_t block,
                                        uint32_t first, uint32_t end)
{
    uint32_t index = document->sentence_count;
    struct sentence *sentence = ro_arena_push(&document->arena, document->sentences, document->sentence_count);
    if (!sentence)
        return ro_no_memory(context, "sentences", index);
    *sentence = (struct sentence){.span = {document->words[first].span.begin, document->words[end - 1].span.end},
                                  .first_word = first,
                                  .word_count = end - first,
                                  .block = block};
    for (uint32_t word = first; word < end; word++)
        document->words[word].sentence = index;
    document->blocks[block].sentence_count++;
    return READOUT_OK;
}

/* Behind the last word of the sentence that begins at `first`; `end` is that of the block. */
static uint32_t sentence_end(const struct document *document, uint32_t first, uint32_t end)
{
    for (uint32_t word = first; word < end; word++) {
        if (!is_end(document, word))
            continue;
        uint32_t next = word + 1;
        while (next < end && is_closer(document, next))
            next++;
        if (next == end || (!document->words[next].glued && !starts_low(document, next)))
            return next;
    }
    return end;
}

enum readout_status ro_sentences_stage(struct context *context, struct document *document)
{
    enum readout_status status = READOUT_OK;
    uint32_t word = 0;
    for (uint32_t i = 0; i < document->block_count && status == READOUT_OK; i++) {
        struct block *block = &document->blocks[i];
        uint32_t end = word;
        while (end < document->word_count && document->words[end].span.begin < block->span.end)
            end++;
        block->first_sentence = document->sentence_count;
        while (word < end && status == READOUT_OK) {
            uint32_t next = sentence_end(document, word, end);
            status = add_sentence(context, document, i, word, next);
            word = next;
        }
    }
    return status;
}
