/* amounts.c: reads how much of an issue is meant. */
#include "positions/amounts.h"

#include "events/circumstances.h"

static const char *const alls[] = {"all",   "every",      "each",       "entire",   "whole",    "complete",
                                   "full",  "total",      "entirety",   "totality", "entirely", "completely",
                                   "fully", "everything", "altogether", NULL};
static const char *const parts[] = {"some",          "half",  "part",     "portion", "partial",  "partially",
                                    "partly",        "most",  "several",  "few",     "third",    "quarter",
                                    "fifth",         "tenth", "majority", "share",   "fraction", "two-third",
                                    "three-quarter", "bulk",  "chunk",    "bit",     NULL};
static const char *const nones[] = {"no", "none", "nothing", "nobody", "neither", NULL};

static bool is_number(const struct document *document, uint32_t word)
{
    return document->words[word].upos && strcmp(document->words[word].upos, "NUM") == 0;
}

static bool is(const struct document *document, uint32_t word, struct range words, const char *lemma)
{
    return word < words.end && ro_lemma_is(&document->words[word], lemma);
}

/* "a third of", "two fifths"; but the third time, a few days. */
static bool is_part(const struct document *document, uint32_t word, struct range words)
{
    const struct word *own = &document->words[word];
    if (is_number(document, word) && is(document, word + 1, words, "of"))
        return is(document, word + 2, words, "the") || is(document, word + 2, words, "they") ||
               is(document, word + 2, words, "its") || is(document, word + 2, words, "his"); /* 14 of the 40 */
    if (!ro_lemma_in(own, parts))
        return false;
    bool ordinal = ro_lemma_is(own, "third") || ro_lemma_is(own, "quarter") || ro_lemma_is(own, "fifth") ||
                   ro_lemma_is(own, "tenth") || ro_lemma_is(own, "share") || ro_lemma_is(own, "few") ||
                   ro_lemma_is(own, "bit") || ro_lemma_is(own, "bulk") || ro_lemma_is(own, "fraction");
    bool counts = own->xpos && strcmp(own->xpos, "CD") == 0;
    bool some_number = ro_lemma_is(own, "some") && word + 1 < words.end && is_number(document, word + 1);
    return !some_number && (!ordinal || counts || is(document, word + 1, words, "of") || word + 1 == words.end);
}

static bool is_none(const struct document *document, uint32_t word, struct range words)
{
    if (ro_lemma_in(&document->words[word], nones)) /* but for nothing */
        return word == words.begin || !is(document, word - 1, words, "for");
    if (!is(document, word, words, "not"))
        return false;
    return is(document, word + 1, words, "one") ||
           (is(document, word + 1, words, "a") && (word == words.begin || is(document, word + 2, words, "single")));
}

bool ro_is_time(const struct document *document, uint32_t word)
{
    struct span span = document->words[word].span;
    uint32_t time = ro_time_over(document, span);
    return time != RO_NONE && ro_span_covers(document->times[time].span, span);
}

/* "fewer pupils in each class" are not all of them. */
static bool is_of_place(const struct document *document, uint32_t word, struct range words)
{
    static const char *const places[] = {"in", "at", "on", "during", "within", "by", "after", "before", NULL};
    uint32_t noun = document->words[word].head;
    if (!ro_hangs_by(&document->words[word], "det") || !ro_range_has(words, noun))
        return false;
    for (uint32_t before = words.begin; before < word; before++)
        if (document->words[before].head == noun && ro_hangs_by(&document->words[before], "case"))
            return ro_lemma_in(&document->words[before], places);
    return false;
}

/* "not all" is part of it. */
static bool is_negated_all(const struct document *document, uint32_t word, struct range words)
{
    return is(document, word, words, "not") && word + 1 < words.end &&
           ro_lemma_in(&document->words[word + 1], alls);
}

enum extent ro_amount_of(const struct document *document, struct range words)
{
    for (uint32_t word = words.begin; word < words.end; word++) {
        if (is_negated_all(document, word, words) || is_part(document, word, words))
            return RO_PART;
        if (is_none(document, word, words))
            return RO_NOTHING;
        if (is(document, word, words, "to") && is(document, word + 1, words, "the") &&
            is(document, word + 2, words, "last"))
            return RO_ALL; /* to the last cent */
        if (ro_lemma_in(&document->words[word], alls) && !ro_is_time(document, word) &&
            !is_of_place(document, word, words))
            return is(document, word + 1, words, "time") ? RO_NO_EXTENT : RO_ALL;
    }
    return RO_NO_EXTENT;
}
