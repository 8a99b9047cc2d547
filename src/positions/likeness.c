/* likeness.c: the telling words of a stretch, and what two stretches have in common: "nine had been killed", "the toll was nine". */
#include "positions/likeness.h"

#include <stdio.h>

static const char *const empty_words[] = {
    "be",   "have",  "do",   "say",  "make",  "take",  "get",    "give",  "go",     "come",   "put",
    "tell", "thing", "time", "day",  "year",  "week",  "month",  "hour",  "number", "figure", "total",
    "part", "way",   "case", "own",  "other", "such",  "some",   "any",   "all",    "every",  "more",
    "most", "many",  "few",  "only", "none",  "whole", "entire", "last",  "first",  "half",   "third",
    "half", "half",  "set",  "let",  "see",   "new",   "begin",  "start", "end",    NULL};

static bool has_upos(const struct word *word, const char *upos)
{
    return word->upos && strcmp(word->upos, upos) == 0;
}

static double weight_of(const struct word *word, const struct topic *topic)
{
    static const double of_name = 1, of_noun = 1, of_verb = 0.8, of_adjective = 0.5, of_people = 0.3;
    if (topic && topic->kind == RO_PEOPLE_TOPIC)
        return of_people;
    if (!topic && ro_lemma_in(word, empty_words))
        return 0;
    return has_upos(word, "PROPN")  ? of_name
           : has_upos(word, "NOUN") ? of_noun
           : has_upos(word, "VERB") ? of_verb
           : has_upos(word, "ADJ")  ? of_adjective
                                    : 0;
}

const struct topic *ro_topic_at(const struct topics *topics, const struct document *document, uint32_t word)
{
    const char *lemma = document->words[word].lemma;
    char both[RO_LONGEST_STEM];
    if (!lemma)
        return NULL;
    if (word + 1 < document->word_count && has_upos(&document->words[word], "VERB") &&
        document->words[word + 1].lemma) {
        int length = snprintf(both, sizeof both, "%s_%s", lemma, document->words[word + 1].lemma);
        const struct topic *topic = length > 0 && (size_t)length < sizeof both
                                        ? ro_topic_named(topics, (struct slice){both, (size_t)length})
                                        : NULL;
        if (topic)
            return topic;
    }
    return ro_topic_of(topics, ro_slice(lemma));
}

static bool is_same_term(const struct gist_term *one, const struct gist_term *other)
{
    if (one->entity != RO_NONE && one->entity == other->entity)
        return true;
    if (one->topic || other->topic)
        return one->topic == other->topic;
    return one->length && one->length == other->length && memcmp(one->stem, other->stem, one->length) == 0;
}

bool ro_gist_has_term(const struct gist *gist, const struct gist_term *term)
{
    for (uint32_t i = 0; i < gist->count; i++)
        if (is_same_term(&gist->terms[i], term))
            return true;
    return false;
}

void ro_gist_add(const struct topics *topics, const struct document *document, const uint32_t *who,
                 struct range words, struct gist *gist)
{
    for (uint32_t i = words.begin; i < words.end && gist->count < RO_GIST; i++) {
        const struct word *word = &document->words[i];
        struct gist_term term = {.word = i, .entity = who ? who[i] : RO_NONE};
        bool per_cent = i > 0 && ro_lemma_is(word, "cent") && ro_lemma_is(&document->words[i - 1], "per");
        if (!word->lemma || per_cent || ro_lemma_is(word, "per"))
            continue;
        term.topic = ro_topic_at(topics, document, i);
        term.length = (uint32_t)ro_stem(ro_slice(word->lemma), term.stem).length;
        bool pronoun = has_upos(word, "PRON") && term.entity != RO_NONE;
        term.weight = pronoun ? 0.5 : weight_of(word, term.topic);
        if (term.weight <= 0 || ro_gist_has_term(gist, &term))
            continue;
        gist->terms[gist->count++] = term;
        gist->weight += term.weight;
    }
}

double ro_gist_common(const struct gist *one, const struct gist *other)
{
    double sum = 0;
    for (uint32_t i = 0; i < one->count; i++)
        if (ro_gist_has_term(other, &one->terms[i]))
            sum += one->terms[i].weight;
    return sum;
}

double ro_gist_likeness(const struct gist *one, const struct gist *other)
{
    double lighter = one->weight < other->weight ? one->weight : other->weight;
    double common = ro_gist_common(one, other);
    return lighter <= 0 ? 0 : common > lighter ? 1 : common / lighter;
}

double ro_issue_likeness(const struct topics *topics, const struct document *document, const uint32_t *who,
                         struct range one, struct range other)
{
    struct gist first = {.count = 0}, second = {.count = 0};
    ro_gist_add(topics, document, who, one, &first);
    ro_gist_add(topics, document, who, other, &second);
    return ro_gist_likeness(&first, &second);
}
