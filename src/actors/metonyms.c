/* metonyms.c: whether a capital is a place or stands for its government: by what it does in its sentence; and
 * whether a name is a state's, by what it has. */
#include "actors/resolve.h"

/* The preposition before a noun; NULL where it has none. */
static const struct word *preposition_of(const struct document *document, uint32_t head)
{
    for (uint32_t word = head, first = ro_around(document, head).begin; word > first; word--) {
        const struct word *own = &document->words[word - 1];
        if (own->head == head && ro_hangs_by(own, "case") && strcmp(own->xpos, "POS") != 0)
            return own;
        if (own->head != head)
            break;
    }
    return NULL;
}

static bool acts_by_preposition(const struct word *preposition)
{
    static const char *const parties[] = {"with",   "against", "between", "by",  "among",
                                          "toward", "towards", "on",      "for", NULL};
    return ro_lemma_in(preposition, parties);
}

bool ro_capital_acts(const struct document *document, const struct phrase *phrase)
{
    static const char *const journeys[] = {"visit",  "leave", "reach",   "enter", "tour",   "hit",
                                           "strike", "host",  "capture", "take",  "attack", "bomb",
                                           "shell",  "flee",  "cross",   "love",  "see",    NULL};
    enum { CHAIN = 8 };
    uint32_t head = phrase->head;
    if (ro_span_covers(document->blocks[document->words[head].block].dateline, document->words[head].span))
        return false;
    for (int steps = 0; steps < CHAIN && ro_hangs_by(&document->words[head], "conj"); steps++)
        head = document->words[head].head;
    const struct word *word = &document->words[head];
    const struct word *preposition = preposition_of(document, head);
    if (preposition)
        return acts_by_preposition(preposition);
    if (ro_hangs_by(word, "obj"))
        return !ro_lemma_in(&document->words[word->head], journeys);
    return ro_is_subject(word) || strcmp(word->deprel, "nmod:poss") == 0 || ro_hangs_by(word, "iobj");
}

/* Whether a name is of a noun, or before it. */
static bool is_part_of(const struct document *document, uint32_t name)
{
    const struct word *word = &document->words[name];
    if (strcmp(word->deprel, "nmod:poss") == 0 || ro_hangs_by(word, "compound"))
        return true;
    const struct word *preposition = preposition_of(document, name);
    return ro_hangs_by(word, "nmod") && preposition && ro_lemma_is(preposition, "of");
}

bool ro_is_state(const struct resolving *resolving, const struct cluster *cluster)
{
    static const char *const institutions[] = {"parliament", "government", "president",    "minister", "ministry",
                                               "premier",    "chancellor", "king",         "queen",    "ambassador",
                                               "embassy",    "army",       "constitution", NULL};
    const struct document *document = resolving->document;
    for (uint32_t at = cluster->first; at != RO_NONE; at = resolving->places[at].next) {
        uint32_t name = document->phrases[at].head;
        if (ro_is_named(&document->phrases[at]) && is_part_of(document, name) &&
            ro_lemma_in(&document->words[document->words[name].head], institutions))
            return true;
    }
    return false;
}
