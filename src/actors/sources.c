/* sources.c: phrases of sources that the stage of mentions took for things. */
#include "actors/sources.h"

#include <stdlib.h>

#include "statements/build.h"

static bool is_tagged(const struct word *word, const char *upos)
{
    return word->upos && strcmp(word->upos, upos) == 0;
}

/* The first phrase whose core ends behind a word; phrases are in the order of their cores. */
static bool has_phrase(const struct document *document, uint32_t count, struct range words)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->phrases[middle].core.end <= words.begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && document->phrases[low].core.begin < words.end;
}

static bool add(struct document *document, struct range words, uint32_t head)
{
    const struct word *own = &document->words[head];
    bool name = is_tagged(own, "PROPN");
    struct range core = {head, head + 1};
    while (name && core.begin > words.begin && is_tagged(&document->words[core.begin - 1], "PROPN"))
        core.begin--;
    while (name && core.end < words.end && is_tagged(&document->words[core.end], "PROPN"))
        core.end++;
    struct phrase *phrase = ro_arena_push(&document->arena, document->phrases, document->phrase_count);
    if (!phrase)
        return false;
    bool plural = own->xpos && strcmp(own->xpos, "NNS") == 0;
    *phrase = (struct phrase){.words = words,
                              .core = core,
                              .head = head,
                              .kind = name ? RO_NAME : RO_NOMINAL,
                              .type = name ? RO_ORGANIZATION : RO_OTHER_ENTITY,
                              .score = 0.5,
                              .entry = RO_NONE,
                              .person = 3,
                              .plural = plural};
    return true;
}

static int by_place(const void *one, const void *other)
{
    const struct phrase *a = one, *b = other;
    return (a->core.begin > b->core.begin) - (a->core.begin < b->core.begin);
}

bool ro_sources_add(struct context *context, struct document *document)
{
    uint32_t count = document->phrase_count;
    bool *added = ro_arena_alloc(&context->scratch, document->word_count + 1, sizeof *added);
    if (!added)
        return false;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        struct range words = ro_span_words(document, document->statements[i].source.span);
        uint32_t head = ro_range_is(words) ? ro_highest(document, words) : RO_NONE;
        if (head == RO_NONE || added[head] || has_phrase(document, count, words) ||
            (!is_tagged(&document->words[head], "NOUN") && !is_tagged(&document->words[head], "PROPN") &&
             !is_tagged(&document->words[head], "ADJ"))) /* the comptroller | general | */
            continue;
        added[head] = true;
        if (!add(document, words, head))
            return false;
    }
    if (document->phrase_count > count)
        qsort(document->phrases, document->phrase_count, sizeof *document->phrases, by_place);
    return true;
}
