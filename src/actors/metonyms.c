/* metonyms.c: whether a capital is a place or stands for its government: by what it does in its sentence. */
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
