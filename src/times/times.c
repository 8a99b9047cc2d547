/* times.c: reads the times of a document one after the other. The tense of the verb beside a time says whether "Thursday" is the
 * last or the next one. */
#include "times/times.h"

#include <stdlib.h>

#include "times/timex.h"

static bool is_upos(const struct word *word, const char *upos)
{
    return word->upos && strcmp(word->upos, upos) == 0;
}

/* The verb that a word hangs on, by itself or by what is between; RO_NONE where there is none. */
static uint32_t verb_of(const struct document *document, uint32_t word)
{
    const struct word *words = document->words;
    while (words[word].head != RO_NONE && words[word].head != word) {
        word = words[word].head;
        if (is_upos(&words[word], "VERB"))
            return word;
    }
    return RO_NONE;
}

static bool is_form(const struct document *document, uint32_t word, const char *const *forms)
{
    struct slice own = ro_document_word(document, word);
    for (; *forms; forms++)
        if (ro_slice_equal(own, ro_slice(*forms)))
            return true;
    return false;
}

/* "by Friday": what is to come. */
static bool is_limit(const struct document *document, uint32_t word)
{
    static const char *const limits[] = {"by", "By", "until", "Until", "till", NULL};
    const struct word *words = document->words;
    for (uint32_t at = word; at-- > 0 && at + 5 > word;)
        if (words[at].head == word && words[at].deprel && strcmp(words[at].deprel, "case") == 0)
            return is_form(document, at, limits);
    return false;
}

/* Words by which one looks ahead, and that are done on a day: "had promised her on Thursday". */
static bool is_resolve(const struct word *verb)
{
    static const char *const lemmas[] = {"agree", "decide", "vow", "promise", "threaten", NULL};
    return ro_lemma_in(verb, lemmas);
}

/* Verbs whose infinitives and participles are of what is to come: "plans to", "is scheduled for". */
static bool looks_ahead(const struct document *document, uint32_t verb)
{
    static const char *const lemmas[] = {"plan", "schedule", "expect", "slate", "hope", "intend",
                                         "want", "need",     "set",    "due",   NULL};
    return verb != RO_NONE && (is_resolve(&document->words[verb]) || ro_lemma_in(&document->words[verb], lemmas));
}

/* "as early as Tuesday": a day to come. */
static bool is_earliest(const struct document *document, uint32_t word)
{
    static const char *const as[] = {"as", NULL}, *const early[] = {"early", "soon", NULL};
    return word >= 3 && is_form(document, word - 1, as) && is_form(document, word - 2, early);
}

/* What a verb's auxiliaries and marks tell. */
struct verb_signs {
    bool ahead;      /* "will", "would" */
    bool had, done;  /* a past auxiliary; one of a perfect */
    bool now;        /* "is" */
    bool infinitive; /* "are to meet", "are due to meet" */
};

static struct verb_signs signs_of(const struct document *document, uint32_t verb)
{
    static const char *const future[] = {"will", "'ll",   "shall",  "wo",   "would", "can",
                                         "may",  "might", "should", "must", NULL};
    static const char *const past[] = {"had", "has", "have", "was", "were", "did", "'d", "been", "could", NULL};
    static const char *const perfect[] = {"had", "has", "have", "'d", "'ve", NULL};
    static const char *const present[] = {"is", "are", "'s", "'re", "am", "be", NULL};
    const struct word *words = document->words;
    uint32_t first = document->sentences[words[verb].sentence].first_word;
    struct verb_signs signs = {false, false, false, false, false};
    for (uint32_t at = verb; at-- > first && at + 8 > verb;) {
        if (words[at].head != verb)
            continue;
        signs.ahead |= is_form(document, at, future);
        signs.had |= is_form(document, at, past);
        signs.done |= is_form(document, at, perfect);
        signs.now |= is_form(document, at, present);
        signs.infinitive |= strcmp(words[verb].xpos, "VB") == 0 &&
                            (ro_hangs_by(&words[at], "mark") || ro_lemma_is(&words[at], "due"));
    }
    return signs;
}

/* Whether a verb that looks ahead has been done already: "planned", "had promised". */
static bool is_done(const struct word *verb, const struct verb_signs *signs)
{
    return strcmp(verb->xpos, "VBD") == 0 || (signs->done && is_resolve(verb));
}

/* The tense by a verb's tag and what stands before it. */
static enum time_tense tense_of(const struct document *document, uint32_t word)
{
    const struct word *words = document->words;
    uint32_t verb = verb_of(document, word);
    if (is_earliest(document, word))
        return RO_TIME_FUTURE;
    if (verb == RO_NONE || !words[verb].xpos)
        return is_limit(document, word) ? RO_TIME_FUTURE : RO_TIME_UNSAID;
    const char *xpos = words[verb].xpos;
    const struct verb_signs signs = signs_of(document, verb);
    bool participle = strcmp(xpos, "VBN") == 0;
    if ((is_limit(document, word) && !signs.had) || (signs.now && signs.infinitive) || signs.ahead)
        return RO_TIME_FUTURE;
    if (looks_ahead(document, verb))
        return is_done(&words[verb], &signs) ? RO_TIME_UNSAID : RO_TIME_FUTURE;
    if (signs.had || strcmp(xpos, "VBD") == 0 || (participle && !signs.now))
        return RO_TIME_PAST;
    if (participle || strcmp(xpos, "VBZ") == 0 || strcmp(xpos, "VBP") == 0)
        return RO_TIME_PRESENT;
    bool is_to_come = looks_ahead(document, verb_of(document, verb)) || looks_ahead(document, words[verb].head);
    return is_to_come ? RO_TIME_FUTURE : RO_TIME_UNSAID;
}

/* The day in the first dateline that tells one with its year: "HANOI, Feb. 28, 2019 --". */
static struct day dateline_day(const struct timewords *timewords, const struct document *document)
{
    struct time_phrase phrase;
    for (uint32_t word = 0; word < document->word_count; word++)
        if (ro_span_covers(document->blocks[document->words[word].block].dateline, document->words[word].span) &&
            ro_time_phrase(timewords, document, word, &phrase) && phrase.year && phrase.month && phrase.day &&
            phrase.day <= ro_days_in(phrase.year, phrase.month))
            return (struct day){phrase.year, phrase.month, phrase.day};
    return (struct day){0, 0, 0};
}

static struct day published_day(const struct timewords *timewords, const struct document *document)
{
    const char *published = document->meta.published;
    if (!published)
        return dateline_day(timewords, document);
    return (struct day){(int)strtol(published, NULL, 10), (int)strtol(published + 5, NULL, 10),
                        (int)strtol(published + 8, NULL, 10)};
}

static bool add_time(struct document *document, const struct time_phrase *phrase, enum time_type type,
                     const char *value)
{
    struct time_expression *time = ro_arena_push(&document->arena, document->times, document->time_count);
    if (!time)
        return false;
    *time = (struct time_expression){
        .span = ro_words_span(document, phrase->words),
        .type = type,
        .value = ro_arena_copy(&document->arena, ro_slice(value)),
        .mod = phrase->modifier,
    };
    return time->value != NULL;
}

/* Of "April 24 and 25" the second day. */
static bool next_day(const struct document *document, struct time_phrase *phrase)
{
    uint32_t day = phrase->words.end + 1;
    if (phrase->form != RO_POINT || !phrase->month || !phrase->day || phrase->relative_day ||
        day >= document->word_count || !is_upos(&document->words[day], "NUM"))
        return false;
    static const char *const joins[] = {"and", "or", "to", "-", "\u2013", NULL};
    struct slice word = ro_document_word(document, day);
    if (!is_form(document, day - 1, joins) || word.length > 2)
        return false;
    int number = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (word.data[i] < '0' || word.data[i] > '9')
            return false;
        number = 10 * number + word.data[i] - '0';
    }
    if (number <= phrase->day || number > 31)
        return false;
    phrase->day = number;
    phrase->weekday = 0;
    phrase->words = (struct range){day, day + 1};
    return true;
}

/* Add the times that begin at a word; *word is then their last. */
static bool add_times(const struct context *context, struct document *document, struct anchors *anchors,
                      uint32_t *word)
{
    struct time_phrase phrase;
    char value[RO_VALUE_SIZE];
    enum time_type type;
    const struct word *words = document->words;
    if (!ro_time_begins_here(context->resources->timewords, document, *word) ||
        !ro_time_phrase(context->resources->timewords, document, *word, &phrase) ||
        words[phrase.words.end - 1].block != words[*word].block ||
        ro_span_overlaps(document->blocks[words[*word].block].dateline, words[*word].span) ||
        !ro_time_value(&phrase, tense_of(document, phrase.core), anchors, value, &type))
        return true;
    do {
        if (!add_time(document, &phrase, type, value))
            return false;
        *word = phrase.words.end - 1;
    } while (next_day(document, &phrase) &&
             ro_time_value(&phrase, tense_of(document, phrase.core), anchors, value, &type));
    return true;
}

enum readout_status ro_times_stage(struct context *context, struct document *document)
{
    struct anchors anchors = {.published = published_day(context->resources->timewords, document)};
    for (uint32_t word = 0; word < document->word_count; word++)
        if (!add_times(context, document, &anchors, &word))
            return ro_no_memory(context, "times", document->time_count);
    return READOUT_OK;
}
