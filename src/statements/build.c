/* build.c: words to spans, contents and what is quoted of them. */
#include "statements/build.h"

#include <utf8proc.h>

/* The first word that ends behind a byte. */
static uint32_t word_behind(const struct document *document, uint32_t byte)
{
    uint32_t low = 0, high = document->word_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->words[middle].span.end > byte)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

struct range ro_span_words(const struct document *document, struct span span)
{
    struct range words = {word_behind(document, span.begin), 0};
    words.end = words.begin;
    while (words.end < document->word_count && document->words[words.end].span.begin < span.end)
        words.end++;
    return words;
}

static bool push_span(struct arena *arena, struct span **spans, uint32_t *count, struct span span)
{
    struct span *items = *spans;
    struct span *added = ro_arena_push(arena, items, *count);
    *spans = items;
    if (added)
        *added = span;
    return added != NULL;
}

bool ro_statement_add(const struct scene *scene, struct statement *statement, struct range words)
{
    struct document *document = scene->document;
    struct arena *arena = &document->arena;
    if (!push_span(arena, &statement->contents, &statement->content_count, ro_words_span(document, words)))
        return false;
    for (uint32_t word = words.begin; word < words.end; word++) {
        uint32_t owner = scene->owner[word];
        if (owner == RO_NONE)
            continue;
        const struct quotation *quotation = &scene->quotations[owner];
        struct range quote = ro_range_common(quotation->inside, words);
        word = quotation->words.end - 1;
        if (ro_range_is(quote) &&
            !push_span(arena, &statement->quotes, &statement->quote_count, ro_words_span(document, quote)))
            return false;
    }
    return true;
}

bool ro_has_letter(struct slice text)
{
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length = utf8proc_iterate((const uint8_t *)text.data + at,
                                                   (utf8proc_ssize_t)(text.length - at), &code);
        utf8proc_category_t category = length > 0 ? utf8proc_category(code) : UTF8PROC_CATEGORY_CN;
        if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO)
            return true; /* letters, their marks, numbers */
        at += length > 0 ? (size_t)length : 1;
    }
    return false;
}

enum readout_form ro_statement_form(const struct document *document, const struct statement *statement)
{
    bool quoted = statement->quote_count > 0, unquoted = false;
    uint32_t quote = 0;
    for (uint32_t i = 0; i < statement->content_count; i++) {
        struct span rest = statement->contents[i];
        for (; quote < statement->quote_count && ro_span_covers(rest, statement->quotes[quote]); quote++) {
            struct span before = {rest.begin, statement->quotes[quote].begin};
            unquoted |= ro_has_letter(ro_document_slice(document, before));
            rest.begin = statement->quotes[quote].end;
        }
        unquoted |= ro_has_letter(ro_document_slice(document, rest));
    }
    return !quoted ? READOUT_INDIRECT : unquoted ? READOUT_MIXED : READOUT_DIRECT;
}
