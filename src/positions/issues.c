/* issues.c: what an issue is called: "lifting the sanctions", "relief from sanctions" -> "sanction". */
#include <stdio.h>

#include "positions/likeness.h"

enum { STEPS = 4, LONGEST_NAME = 96 };

static bool is_word_of(const struct document *document, struct range words, uint32_t word, const char *upos)
{
    const char *own = document->words[word].upos;
    return ro_range_has(words, word) && own && strcmp(own, upos) == 0;
}

static bool is_thing(const struct document *document, struct range words, uint32_t word)
{
    return is_word_of(document, words, word, "NOUN") || is_word_of(document, words, word, "PROPN");
}

/* A noun that only counts, or tells how much of another: "part of", "an end to". */
static bool is_measure(const struct document *document, uint32_t noun)
{
    static const char *const measures[] = {"part",     "portion", "half",     "share", "rest",   "number", "kind",
                                           "sort",     "lot",     "end",      "all",   "form",   "series", "piece",
                                           "majority", "set",     "question", "issue", "matter", NULL};
    return ro_lemma_in(&document->words[noun], measures);
}

/* Whether a verb or a noun tells what is done, and not to what: remove, the removal. */
static bool is_act(const struct topics *topics, const struct document *document, uint32_t word)
{
    const struct word *own = &document->words[word];
    const struct topic *topic = own->lemma ? ro_topic_of(topics, ro_slice(own->lemma)) : NULL;
    bool verb = own->upos && strcmp(own->upos, "VERB") == 0;
    return verb || is_measure(document, word) || (topic && topic->kind == RO_ACT_TOPIC);
}

/* The thing that an act is done to: its object, its passive subject, what hangs on its noun. */
static uint32_t thing_of(const struct document *document, struct range words, uint32_t act)
{
    static const char *const ways[] = {"obj",   "nsubj:pass", "nmod",  "compound", "obl",
                                       "xcomp", "ccomp",      "nsubj", NULL};
    for (const char *const *way = ways; *way; way++)
        for (uint32_t word = words.begin; word < words.end; word++)
            if (document->words[word].head == act && word != act && ro_hangs_by(&document->words[word], *way) &&
                (is_thing(document, words, word) || is_word_of(document, words, word, "VERB")))
                return word;
    return act;
}

static uint32_t core_of(const struct topics *topics, const struct document *document, struct range words)
{
    uint32_t word = ro_highest(document, words);
    for (int step = 0; step < STEPS && is_act(topics, document, word); step++) {
        uint32_t thing = thing_of(document, words, word);
        if (thing == word)
            break;
        word = thing;
    }
    return word;
}

static bool names_it(const struct document *document, struct range words, uint32_t word, uint32_t core)
{
    const struct word *own = &document->words[word];
    static const char *const empty[] = {"all",   "entire", "whole", "partial", "full",      "complete", "such",
                                        "other", "new",    "more",  "own",     "immediate", "further",  "same",
                                        "good",  "large",  "small", "certain", NULL};
    bool makes = ro_hangs_by(own, "compound") || (ro_hangs_by(own, "amod") && !ro_lemma_in(own, empty));
    return ro_range_has(words, word) && own->head == core && makes && word < core;
}

const char *ro_issue_name(const struct topics *topics, struct document *document, struct range words)
{
    char name[LONGEST_NAME] = "";
    size_t length = 0;
    if (!ro_range_is(words))
        return "";
    uint32_t core = core_of(topics, document, words);
    for (uint32_t word = words.begin; word <= core && word < words.end; word++) {
        const char *lemma = document->words[word].lemma;
        if (!lemma || (word != core && !names_it(document, words, word, core)))
            continue;
        int added = snprintf(name + length, sizeof name - length, "%s%s", length ? " " : "", lemma);
        length += added > 0 && (size_t)added < sizeof name - length ? (size_t)added : 0;
    }
    name[length] = '\0';
    return ro_arena_copy(&document->arena, (struct slice){name, length});
}
