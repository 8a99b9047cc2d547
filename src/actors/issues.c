/* issues.c: counts issues as PETRARCH2 does: the longest phrase at each place, from left to right, none within another; and none in a
 * sentence that has a phrase to ignore. */
#include "actors/issues.h"

#include "actors/dictionary.h"

/* Count a phrase of the sentence whose issues begin at `first`; false without memory. */
static bool count(struct document *document, uint32_t first, uint32_t sentence, const char *name)
{
    uint32_t at = first;
    while (at < document->issue_count && strcmp(document->issues[at].name, name) != 0)
        at++;
    if (at == document->issue_count) {
        struct issue *issue = ro_arena_push(&document->arena, document->issues, document->issue_count);
        if (!issue)
            return false;
        *issue = (struct issue){.sentence = sentence, .name = name};
    }
    document->issues[at].count++;
    return true;
}

static bool read_sentence(const struct dictionary *dictionary, struct document *document, uint32_t number)
{
    const struct sentence *sentence = &document->sentences[number];
    uint32_t first = document->issue_count, end = sentence->first_word + sentence->word_count;
    for (uint32_t word = sentence->first_word; word < end;) {
        uint32_t words;
        const struct dictionary_issue *issue = ro_dictionary_issue(dictionary, document, word, &words);
        if (issue && !issue->name) {
            document->issue_count = first;
            return true;
        }
        if (issue && !count(document, first, number, issue->name))
            return false;
        word += issue ? words : 1;
    }
    return true;
}

enum readout_status ro_issues_read(struct context *context, struct document *document)
{
    const struct dictionary *dictionary = context->resources->dictionary;
    for (uint32_t i = 0; dictionary && i < document->sentence_count; i++)
        if (!read_sentence(dictionary, document, i))
            return ro_no_memory(context, "issues", document->issue_count);
    return READOUT_OK;
}
