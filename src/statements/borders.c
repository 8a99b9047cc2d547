/* borders.c: marks, words that lead on to the next phrase, other cues: where a source, a cue and a content end. */
#include "statements/borders.h"

#include "statements/build.h"

/* Marks and commas are of no source and no cue: "Ana Costa," "wrote:" */
static struct range trim(const struct scene *scene, struct range words)
{
    static const char marks[] = ",:;.-";
    while (ro_range_is(words) && words.end - words.begin > 1 && ro_word_in(scene, words.end - 1, marks))
        words.end--;
    while (ro_range_is(words) && words.end - words.begin > 1 && ro_word_in(scene, words.begin, marks))
        words.begin++;
    return words;
}

/* Whether a word belongs to a phrase behind it: "on", "while", "the". */
static bool leads(const struct word *word)
{
    static const char *const relations[] = {"case", "mark", "cc", "det", NULL};
    for (const char *const *relation = relations; word->deprel && *relation; relation++)
        if (strcmp(word->deprel, *relation) == 0)
            return true;
    return false;
}

/* Without words at the end that belong to what is behind it. */
static struct range trim_leads(const struct scene *scene, struct range words)
{
    while (ro_range_is(words) && words.end - words.begin > 1) {
        const struct word *last = &scene->document->words[words.end - 1];
        if (!leads(last) || last->head < words.end || last->head == RO_NONE)
            break;
        words.end--;
    }
    return words;
}

/* ", adding": what follows is another statement of the same source. */
static bool adds(const struct scene *scene, uint32_t word, uint32_t end)
{
    const struct cue_entry *entry = word + 1 < end ? scene->entries[word + 1] : NULL;
    return ro_word_in(scene, word, ",") && entry && entry->form == RO_CUE_PARTICIPLE &&
           scene->owner[word] == RO_NONE;
}

/* What of a stretch of content is before another cue that goes on from it. */
static struct range before_addition(const struct scene *scene, struct range content)
{
    for (uint32_t word = content.begin + 1; word < content.end; word++)
        if (adds(scene, word, content.end))
            content.end = word;
    return content;
}

/* Whether between two stretches behind the cue there is another one: what follows is its content. */
static bool is_another(const struct scene *scene, const struct candidate *candidate, uint32_t from, uint32_t to)
{
    for (uint32_t word = from; from >= candidate->cue.end && word < to; word++)
        if (scene->entries[word] && scene->owner[word] == RO_NONE && scene->entries[word]->form != RO_CUE_BASE)
            return true;
    return false;
}

static bool has_words(const struct scene *scene, struct range words)
{
    return ro_has_letter(ro_document_slice(scene->document, ro_words_span(scene->document, words)));
}

uint32_t ro_border_contents(const struct scene *scene, const struct candidate *candidate,
                            struct range contents[RO_CONTENTS])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < candidate->content_count; i++) {
        struct range words = candidate->contents[i];
        if (i > 0 && is_another(scene, candidate, candidate->contents[i - 1].end, words.begin))
            break;
        words = trim_leads(scene, before_addition(scene, words));
        if (has_words(scene, words))
            contents[count++] = words;
    }
    return count;
}

/* Sources and cues */

/* Who is told, or is said to do something, does not say it: the subject of a passive cue is no source. */
static bool is_passive_subject(const struct scene *scene, const struct candidate *candidate)
{
    const struct word *words = scene->document->words;
    for (uint32_t word = candidate->source.begin; ro_range_is(candidate->source) && word < candidate->source.end;
         word++)
        if (words[word].head == candidate->word && words[word].deprel &&
            strcmp(words[word].deprel, "nsubj:pass") == 0)
            return true;
    return false;
}

/* A name that ends within marks goes on behind them: Dwayne "The Rock" Johnson. */
static struct range whole_name(const struct scene *scene, struct range words)
{
    const struct document *document = scene->document;
    uint32_t owner = ro_range_is(words) ? scene->owner[words.end - 1] : RO_NONE;
    if (owner == RO_NONE || !scene->quotations[owner].name || scene->quotations[owner].words.begin < words.begin)
        return words;
    words.end = scene->quotations[owner].words.end;
    while (words.end < document->word_count && scene->capital[words.end] &&
           strcmp(document->words[words.end].upos, "PROPN") == 0)
        words.end++;
    return words;
}

struct range ro_border_source(const struct scene *scene, const struct candidate *candidate)
{
    if (is_passive_subject(scene, candidate))
        return RO_NO_RANGE;
    return whole_name(scene, trim_leads(scene, trim(scene, candidate->source)));
}

struct range ro_border_cue(const struct scene *scene, const struct candidate *candidate)
{
    return trim(scene, candidate->cue);
}
