/* discards.c: as in PETRARCH2 no events come from a sentence that has a discard, or from a story that has one with a "+". What
 * else is read stays, and a warning tells why: "chess" is a discard (sport.discards.txt:1): ... */
#include "actors/discards.h"

#include <stdio.h>

#include "actors/dictionary.h"

static enum readout_status warn(struct context *context, struct document *document,
                                const struct dictionary_discard *discard, struct range words)
{
    enum { LONGEST = 1024 };
    char message[LONGEST];
    struct slice text = ro_document_words(document, words);
    snprintf(message, sizeof message, "\"%.*s\" is a discard (%.255s:%u): events leave out the %s",
             (int)text.length, text.data, discard->file, discard->line, discard->story ? "story" : "sentence");
    const char *own = ro_arena_copy(&document->arena, ro_slice(message));
    return own ? ro_warn(context, document, discard->story ? "discarded-story" : "discarded-sentence",
                         ro_words_span(document, words), own)
               : ro_no_memory(context, "discards", document->warning_count);
}

/* The first discard of a sentence, one of the whole story before others; NULL where there is none. */
static const struct dictionary_discard *discard_in(const struct dictionary *dictionary,
                                                   const struct document *document, const struct sentence *sentence,
                                                   struct range *words)
{
    const struct dictionary_discard *first = NULL;
    for (uint32_t word = sentence->first_word; word < sentence->first_word + sentence->word_count; word++) {
        uint32_t count;
        const struct dictionary_discard *found = ro_dictionary_discard(dictionary, document, word, &count);
        if (!found || (first && !found->story))
            continue;
        first = found;
        *words = (struct range){word, word + count};
        if (found->story)
            break;
    }
    return first;
}

enum readout_status ro_discards_mark(struct context *context, struct document *document)
{
    const struct dictionary *dictionary = context->resources->dictionary;
    enum readout_status status = READOUT_OK;
    bool story = false;
    for (uint32_t i = 0; dictionary && i < document->sentence_count && status == READOUT_OK; i++) {
        struct range words;
        const struct dictionary_discard *discard = discard_in(dictionary, document, &document->sentences[i],
                                                              &words);
        document->sentences[i].discarded = discard != NULL;
        story |= discard && discard->story;
        if (discard)
            status = warn(context, document, discard, words);
    }
    for (uint32_t i = 0; story && i < document->sentence_count; i++)
        document->sentences[i].discarded = true;
    return status;
}
