/* transcripts.c: labels in capital letters at the head of paragraphs. */
#include "statements/transcripts.h"

enum { LABEL_WORDS = 6, FEWEST_TURNS = 3 };

/* Whether a word may be part of a speaker's label: "WALLACE", "O'BRIEN", "MR.", "#2"; not "of". */
static bool is_label_word(const struct scene *scene, uint32_t word)
{
    struct slice text = ro_document_word(scene->document, word);
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] >= 'a' && text.data[i] <= 'z')
            return false;
    return !ro_word_has(scene, word, RO_PREPOSITION | RO_INNER | RO_DETERMINER | RO_CONJUNCTION | RO_TIME_WORD) &&
           !ro_word_in(scene, word, "?!\";") && scene->owner[word] == RO_NONE;
}

bool ro_transcript_turn(const struct scene *scene, uint32_t block, struct draft *draft)
{
    struct range words = ro_block_words(scene->document, block);
    if (!ro_range_is(words) || !scene->capital[words.begin])
        return false;
    uint32_t colon = words.begin;
    while (colon < words.end && colon - words.begin <= LABEL_WORDS && !ro_word_in(scene, colon, ":") &&
           is_label_word(scene, colon))
        colon++;
    if (colon == words.begin || colon + 1 >= words.end || !ro_word_in(scene, colon, ":") ||
        ro_span_length(scene->document->words[words.begin].span) < 2)
        return false;
    *draft = (struct draft){.rule = RO_RULE_TRANSCRIPT,
                            .source = {words.begin, colon},
                            .cue = {colon, colon + 1},
                            .content = {colon + 1, words.end},
                            .end = words.end};
    return true;
}

bool ro_is_transcript(const struct scene *scene)
{
    uint32_t turns = 0;
    struct draft draft;
    for (uint32_t block = 0; block < scene->document->block_count && turns < FEWEST_TURNS; block++)
        turns += ro_transcript_turn(scene, block, &draft);
    return turns == FEWEST_TURNS;
}
