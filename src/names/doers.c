/* doers.c: reads from its verb that a noun or a name is somebody. */
#include "names/doers.h"

bool ro_is_doer(const struct document *document, uint32_t word)
{
    static const char *const deeds[] = {
        "accept",    "accuse",    "acknowledge", "acquiesce", "add",       "admit",     "agree",     "allege",
        "announce",  "apologise", "apologize",   "appeal",    "applaud",   "argue",     "ask",       "back",
        "balk",      "bargain",   "beg",         "believe",   "blame",     "bow",       "brush",     "call",
        "campaign",  "cave",      "claim",       "commend",   "complain",  "comply",    "concede",   "condemn",
        "confirm",   "consent",   "contend",     "contest",   "counter",   "criticise", "criticize", "decline",
        "demand",    "deny",      "dispute",     "emphasise", "emphasize", "endorse",   "estimate",  "fear",
        "float",     "forgo",     "haggle",      "hail",      "hope",      "implore",   "insist",    "lobby",
        "maintain",  "negotiate", "note",        "object",    "offer",     "oppose",    "petition",  "plead",
        "pledge",    "praise",    "press",       "promise",   "propose",   "protest",   "push",      "rebuff",
        "refuse",    "regret",    "reiterate",   "reject",    "relent",    "reply",     "request",   "rule",
        "salute",    "say",       "settle",      "shelve",    "spurn",     "state",     "stress",    "sue",
        "suggest",   "swear",     "tell",        "thank",     "threaten",  "undertake", "urge",      "veto",
        "volunteer", "vote",      "vow",         "waive",     "want",      "warn",      "welcome",   "write",
        "yield",     NULL};
    const struct word *own = &document->words[word];
    /* these tell, ask for and suggest things without being anybody */
    static const char *const writings[] = {"study",        "result",   "finding", "legend",  "law",       "article",
                                           "constitution", "evidence", "datum",   "percent", "theory",    "story",
                                           "history",      "logic",    "love",    "evil",    "survey",    "poll",
                                           "breed",        "song",     "book",    "rule",    "tradition", NULL};
    if (!own->deprel || strcmp(own->deprel, "nsubj") != 0 || ro_lemma_in(own, writings) ||
        ro_lemma_is(own, "Article") || ro_lemma_is(own, "Constitution"))
        return false;
    const struct word *verb = &document->words[own->head];
    static const char *const states[] = {"ready", "willing", "prepared", "unwilling", "reluctant", NULL};
    if (verb->upos && strcmp(verb->upos, "ADJ") == 0 && ro_lemma_in(verb, states))
        return true;
    bool gerund = verb->xpos && strcmp(verb->xpos, "VBG") == 0;
    return !gerund && verb->upos && strcmp(verb->upos, "VERB") == 0 && ro_lemma_in(verb, deeds);
}
