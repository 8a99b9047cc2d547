/* doers.c: reads from its verb that a noun or a name is somebody. */
#include "names/doers.h"

bool ro_is_doer(const struct document *document, uint32_t word)
{
    static const char *const deeds[] = {
        "refuse",   "accept",  "reject",   "demand",  "offer",     "promise",  "threaten", "apologise", "apologize",
        "propose",  "insist",  "agree",    "deny",    "pledge",    "vow",      "decline",  "request",   "welcome",
        "praise",   "urge",    "announce", "want",    "object",    "plead",    "thank",    "ask",       "apologise",
        "beg",      "implore", "warn",     "concede", "undertake", "relent",   "settle",   "oppose",    "appeal",
        "suggest",  "swear",   "say",      "tell",    "write",     "state",    "claim",    "reply",     "argue",
        "add",      "note",    "contest",  "dispute", "contend",   "maintain", "allege",   "accuse",    "blame",
        "estimate", "confirm", NULL};
    const struct word *own = &document->words[word];
    if (!own->deprel || strcmp(own->deprel, "nsubj") != 0)
        return false;
    const struct word *verb = &document->words[own->head];
    static const char *const states[] = {"ready", "willing", "prepared", "unwilling", "reluctant", NULL};
    if (verb->upos && strcmp(verb->upos, "ADJ") == 0 && ro_lemma_in(verb, states))
        return true;
    bool gerund = verb->xpos && strcmp(verb->xpos, "VBG") == 0;
    return !gerund && verb->upos && strcmp(verb->upos, "VERB") == 0 && ro_lemma_in(verb, deeds);
}
