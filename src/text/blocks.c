/* blocks.c: cuts the text into paragraphs and says what each is. */
#include "text/chars.h"
#include "text/text.h"

static struct span trimmed(const struct document *document, struct span span)
{
    for (struct character c = ro_char_at(document->text, span.end, span.begin);
         span.begin < span.end && c.kind == CHAR_SPACE; c = ro_char_at(document->text, span.end, span.begin))
        span.begin = c.end;
    for (struct character c = ro_char_before(document->text, span.end, span.end);
         span.begin < span.end && c.kind == CHAR_SPACE; c = ro_char_before(document->text, span.end, span.end))
        span.end -= c.code < 0x80 ? 1 : c.code < 0x800 ? 2 : 3;
    return span;
}

enum readout_status ro_blocks_stage(struct context *context, struct document *document)
{
    for (uint32_t at = 0; at < document->length;) {
        const char *break_ = memchr(document->text + at, '\n', document->length - at);
        uint32_t end = break_ ? (uint32_t)(break_ - document->text) : document->length;
        struct span span = trimmed(document, (struct span){at, end});
        at = end + 1;
        if (!ro_span_is(span))
            continue;
        struct block *block = ro_arena_push(&document->arena, document->blocks, document->block_count);
        if (!block)
            return ro_no_memory(context, "blocks", document->block_count);
        block->span = span;
    }
    return READOUT_OK;
}
