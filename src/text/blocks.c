/* blocks.c: cuts the text into paragraphs. A line is one, unless the document's lines are wrapped at a width:
 * then those that follow each other without a blank line are.
 * "The talks ended\nwithout a deal.\n\nKim left." -> The talks ended without a deal. | Kim left. */
#include "text/chars.h"
#include "text/kinds.h"
#include "text/text.h"

enum {
    WIDEST_WRAP = 140,     /* bytes; longer lines are not wrapped */
    LINES_A_PARAGRAPH = 10 /* with fewer on average, blank lines stand between the paragraphs */
};

/* A line without surrounding whitespace; empty where it is blank. */
struct line {
    struct span span;
    uint32_t indent; /* bytes before it */
};

/* What is known of a document's lines. `pairs` follow each other without a blank line; of these `low` go on
 * with a small letter; `gaps` have blank lines between. */
struct lines {
    uint32_t longest, least_indent, pairs, low, gaps;
};

static struct span trimmed(const struct document *document, struct span span)
{
    struct character c;
    while (span.begin < span.end && (c = ro_char_at(document->text, span.end, span.begin)).kind == CHAR_SPACE)
        span.begin = c.end;
    while (span.begin < span.end && ro_char_before(document->text, span.end, span.end).kind == CHAR_SPACE)
        for (span.end--; ((unsigned char)document->text[span.end] & 0xC0) == 0x80; span.end--)
            continue;
    return span;
}

/* Read the line at *at and move behind its break: "\n", "\r", "\r\n", U+2028, U+2029. */
static struct line take_line(const struct document *document, uint32_t *at)
{
    const char *text = document->text;
    uint32_t begin = *at, end = begin, after = document->length;
    for (; end < document->length; end++) {
        if (text[end] == '\n' || text[end] == '\r') {
            after = end + 1 + (text[end] == '\r' && end + 1 < document->length && text[end + 1] == '\n');
            break;
        }
        if ((unsigned char)text[end] == 0xE2 &&
            (memcmp(text + end, "\xE2\x80\xA8", 3) == 0 || memcmp(text + end, "\xE2\x80\xA9", 3) == 0)) {
            after = end + 3;
            break;
        }
    }
    *at = after;
    struct span span = trimmed(document, (struct span){begin, end});
    return (struct line){span, span.begin - begin};
}

static uint32_t larger(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static struct lines survey(const struct document *document)
{
    struct lines lines = {.least_indent = UINT32_MAX};
    struct span before = RO_NO_SPAN;
    for (uint32_t at = 0; at < document->length;) {
        struct line line = take_line(document, &at);
        if (ro_span_is(line.span)) {
            lines.gaps += !ro_span_is(before) && lines.longest > 0;
            lines.pairs += ro_span_is(before);
            lines.low += ro_span_is(before) && ro_begins_lower(ro_document_slice(document, line.span));
            lines.longest = larger(lines.longest, ro_span_length(line.span));
            lines.least_indent = smaller(lines.least_indent, line.indent);
        }
        before = line.span;
    }
    return lines;
}

static bool is_wrapped(const struct lines *lines)
{
    return lines->longest <= WIDEST_WRAP && lines->low > 0 && 3 * lines->low >= lines->pairs;
}

static uint32_t first_word_length(const struct document *document, struct span span)
{
    uint32_t at = span.begin;
    while (at < span.end && document->text[at] != ' ')
        at++;
    return at - span.begin;
}

/* Whether a paragraph ends between two lines of a wrapped text: the second is indented, or, where blank lines do
 * not say it, its first word would have had room in the first. */
static bool ends_between(const struct document *document, const struct lines *lines, struct line before,
                         struct line line)
{
    if (!ro_span_is(before.span))
        return true;
    if (ro_begins_lower(ro_document_slice(document, line.span)))
        return false;
    if (line.indent > lines->least_indent + 1)
        return true;
    if (LINES_A_PARAGRAPH * lines->gaps >= lines->pairs)
        return false;
    uint32_t together = ro_span_length(before.span) + 1 + first_word_length(document, line.span);
    return together < lines->longest - lines->longest / 8;
}

enum readout_status ro_blocks_stage(struct context *context, struct document *document)
{
    struct lines lines = survey(document);
    bool wrapped = is_wrapped(&lines);
    struct line before = {RO_NO_SPAN, 0};
    struct block *block = NULL;
    for (uint32_t at = 0; at < document->length;) {
        struct line line = take_line(document, &at);
        if (ro_span_is(line.span) && (!block || !wrapped || ends_between(document, &lines, before, line))) {
            block = ro_arena_push(&document->arena, document->blocks, document->block_count);
            if (!block)
                return ro_no_memory(context, "blocks", document->block_count);
            block->span.begin = line.span.begin;
        }
        if (ro_span_is(line.span))
            block->span.end = line.span.end;
        before = line;
    }
    ro_blocks_classify(document);
    return READOUT_OK;
}
