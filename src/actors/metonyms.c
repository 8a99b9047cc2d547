/* metonyms.c: whether a capital is a place or stands for its government: by what it does in its sentence. */
#include "actors/resolve.h"

static bool is_one_of(const char *text, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(text, *list) == 0)
            return true;
    return false;
}

/* The preposition before a noun, in small letters as its lemma; NULL where it has none. */
static const char *preposition_of(const struct document *document, uint32_t head)
{
    for (uint32_t word = head, first = ro_around(document, head).begin; word > first; word--) {
        const struct word *own = &document->words[word - 1];
        if (own->head == head && ro_hangs_by(own, "case") && strcmp(own->xpos, "POS") != 0)
            return own->lemma;
        if (own->head == head && ro_hangs_by(own, "det"))
            continue;
        if (own->head != head)
            break;
    }
    return NULL;
}

static bool acts_by_preposition(const char *preposition)
{
    static const char *const parties[] = {"with",   "against", "between", "by",  "among",
                                          "toward", "towards", "on",      "for", NULL};
    return is_one_of(preposition, parties);
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
    const char *preposition = preposition_of(document, head);
    if (preposition)
        return acts_by_preposition(preposition);
    if (ro_hangs_by(word, "obj"))
        return document->words[word->head].lemma && !is_one_of(document->words[word->head].lemma, journeys);
    return ro_is_subject(word) || strcmp(word->deprel, "nmod:poss") == 0 || ro_hangs_by(word, "iobj");
}
