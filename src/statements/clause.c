/* clause.c: clause boundaries by commas and small words.
 * Moon told the two leaders that his government would | "go on" with the talks |, adding "..." */
#include "statements/clause.h"

#include "statements/source.h"

enum { TAIL_WORDS = 12, LONGEST_CONTENT = 300 };

struct range ro_sentence_words(const struct scene *scene, uint32_t word)
{
    const struct document *document = scene->document;
    const struct sentence *sentence = &document->sentences[document->words[word].sentence];
    struct range words = {sentence->first_word, sentence->first_word + sentence->word_count};
    uint32_t behind = document->blocks[sentence->block].dateline.end;
    while (words.begin < word && document->words[words.begin].span.begin < behind)
        words.begin++;
    return words;
}

bool ro_quotation_asks(const struct scene *scene, const struct quotation *quotation)
{
    return ro_range_is(quotation->inside) && ro_word_in(scene, quotation->inside.end - 1, "?!");
}

bool ro_quotation_is_full(const struct scene *scene, const struct quotation *quotation)
{
    return !quotation->closed ||
           (ro_range_is(quotation->inside) && (ro_word_in(scene, quotation->inside.end - 1, ".?!") ||
                                               ro_word_is(scene, quotation->inside.end - 1, "...") ||
                                               ro_word_is(scene, quotation->inside.end - 1, "\u2026")));
}

static bool is_speech(const struct scene *scene, uint32_t word)
{
    uint32_t owner = scene->owner[word];
    return owner != RO_NONE && !scene->quotations[owner].name;
}

uint32_t ro_clause_limit(const struct scene *scene, uint32_t from)
{
    if (from >= scene->document->word_count)
        return from;
    const struct document *document = scene->document;
    uint32_t block = document->words[from > 0 ? from - 1 : 0].block;
    uint32_t end = ro_block_words(document, block).end;
    uint32_t word = from;
    while (word < end && !ro_word_in(scene, word, ".?!;") && !is_speech(scene, word))
        word++;
    return word;
}

uint32_t ro_content_start(const struct scene *scene, uint32_t from, uint32_t to)
{
    if (from + 1 < to && ro_word_has(scene, from, RO_CONJUNCTION | RO_CONTRAST))
        from++;
    return from;
}

/* The word behind a hearer: told | CNN, asked | the two men. */
static uint32_t behind_hearer(const struct scene *scene, uint32_t from, uint32_t open)
{
    uint32_t word = from;
    while (word < open && !ro_word_in(scene, word, ",:") &&
           !ro_word_has(scene, word, RO_SUBORDINATOR | RO_SUBJECT_PRONOUN) &&
           (word == from || !ro_word_has(scene, word, RO_AUXILIARY | RO_DETERMINER | RO_VERB)))
        word++;
    bool in_clause = word < open && ro_word_has(scene, word, RO_AUXILIARY | RO_VERB);
    return in_clause ? from : word; /* of "told reporters the train was", where the clause begins is not told */
}

/* The "that" of said in his last letter | that, before any clause; or `open`. */
static uint32_t that_before_clause(const struct scene *scene, uint32_t from, uint32_t open)
{
    for (uint32_t word = from; word < open && word < from + TAIL_WORDS; word++) {
        if (ro_word_is(scene, word, "that"))
            return word;
        if (ro_word_has(scene, word, RO_SUBJECT_PRONOUN | RO_AUXILIARY))
            break;
    }
    return open;
}

uint32_t ro_complement_start(const struct scene *scene, const struct cue_entry *entry, uint32_t from, uint32_t open)
{
    uint32_t word = that_before_clause(scene, from, open);
    if (word < open)
        return word;
    word = from;
    if (entry->cue->frame == RO_FRAME_TELL || ro_word_has(scene, word, RO_CLOSER | RO_INNER | RO_TIME_WORD))
        word = behind_hearer(scene, from, open);
    while (word < open && (ro_word_in(scene, word, ",:") || ro_word_has(scene, word, RO_TIME_WORD)))
        word++;
    if (open > from && ro_word_in(scene, open - 1, ",:") && !ro_word_is(scene, word, "that"))
        return open;
    return word;
}

/* Whether ", Moon said" or ", according to Moon" follows a comma. */
static bool is_attribution(const struct scene *scene, uint32_t from, uint32_t to)
{
    for (uint32_t word = from; word < to && word < from + TAIL_WORDS; word++) {
        const struct cue_entry *entry = scene->entries[word];
        bool account = entry && entry->cue->frame == RO_FRAME_SOURCE; /* "as told by" */
        if (ro_word_in(scene, word, ",") || (!account && ro_word_has(scene, word, RO_RELATIVE | RO_SUBORDINATOR)))
            return false;
        if (!entry || scene->capital[word])
            continue;
        bool first = word == from || (word == from + 1 && ro_word_has(scene, from, RO_ADVERB));
        if (entry->cue->frame == RO_FRAME_SOURCE || (entry->form == RO_CUE_PARTICIPLE && first))
            return true;
        bool finite = entry->form == RO_CUE_PAST || entry->form == RO_CUE_PRESENT;
        return finite && entry->cue->frame != RO_FRAME_CALL && word > from &&
               word + 1 + entry->cue->rest_count <= to;
    }
    return false;
}

/* Whether a clause with a subject of its own follows: ", and he left". */
static bool is_new_clause(const struct scene *scene, uint32_t from, uint32_t to)
{
    if (from + 1 >= to || !ro_word_has(scene, from, RO_CONJUNCTION | RO_CONTRAST))
        return false;
    const struct cue_entry *entry = scene->entries[from + 1];
    bool says = entry && (entry->cue->frame == RO_FRAME_SAY || entry->cue->frame == RO_FRAME_TELL);
    bool cue = entry && !scene->capital[from + 1] &&
               (entry->form == RO_CUE_PARTICIPLE || (says && entry->form == RO_CUE_PAST));
    return cue || ro_word_has(scene, from + 1, RO_SUBJECT_PRONOUN);
}

/* A second account in the same sentence: "Moon said it was late | while Abe said it was not". */
static bool is_contrast(const struct scene *scene, uint32_t word)
{
    return ro_word_has(scene, word, RO_CONTRAST) || ro_word_is(scene, word, "while") ||
           ro_word_is(scene, word, "whereas");
}

bool ro_content_breaks(const struct scene *scene, uint32_t from)
{
    if (from == 0 || from >= scene->document->word_count)
        return true;
    uint32_t end = ro_sentence_words(scene, from - 1).end;
    return is_attribution(scene, from, end) || is_new_clause(scene, from, end);
}

uint32_t ro_content_end(const struct scene *scene, uint32_t from)
{
    if (from == 0)
        return from;
    uint32_t end = ro_sentence_words(scene, from - 1).end;
    if (end - from > LONGEST_CONTENT)
        end = from + LONGEST_CONTENT;
    for (uint32_t word = from; word < end; word++) {
        uint32_t owner = scene->owner[word];
        if (owner != RO_NONE) {
            const struct quotation *inner = &scene->quotations[owner];
            word = inner->words.end - 1;
            if (!inner->name && ro_quotation_is_full(scene, inner))
                return inner->words.end;
            continue;
        }
        if (ro_word_in(scene, word, ";)") || (word + 1 == end && ro_word_in(scene, word, ".?!")))
            return word;
        bool joint = ro_word_in(scene, word, ",") || ro_word_is_dash(scene, word);
        if (joint && word + 1 < end && ro_content_breaks(scene, word + 1))
            return word;
        if (is_contrast(scene, word) && is_attribution(scene, word + 1, end))
            return word;
        bool pronoun = word + 1 < end && ro_word_has(scene, word + 1, RO_SUBJECT_PRONOUN);
        if (!pronoun && word > from && is_new_clause(scene, word, end))
            return word;
    }
    return end;
}
