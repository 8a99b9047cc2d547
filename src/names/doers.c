/* doers.c: reads from its verb that a noun or a name is somebody. */
#include "names/doers.h"

bool ro_is_doer(const struct document *document, uint32_t word)
{
    static const char *const deeds[] = {
        "accede",    "accept",    "accuse",     "acknowledge", "acquiesce", "acquit",    "add",       "admit",
        "adopt",     "agree",     "allege",     "announce",    "apologise", "apologize", "appeal",    "applaud",
        "appoint",   "approve",   "argue",      "ask",         "assert",    "assure",    "back",      "balk",
        "bargain",   "beg",       "believe",    "blame",       "bow",       "boycott",   "brush",     "call",
        "campaign",  "cave",      "claim",      "commend",     "complain",  "comply",    "concede",   "condemn",
        "confirm",   "consent",   "contend",    "contest",     "convene",   "count",     "counter",   "criticise",
        "criticize", "decide",    "declare",    "decline",     "decree",    "decry",     "demand",    "denounce",
        "deny",      "deplore",   "deport",     "detain",      "disavow",   "dismiss",   "dispute",   "elect",
        "emphasise", "emphasize", "endorse",    "estimate",    "expect",    "explain",   "extradite", "fear",
        "float",     "forbid",    "forgo",      "haggle",      "hail",      "hesitate",  "hire",      "hope",
        "implore",   "indict",    "inform",     "insist",      "instruct",  "intend",    "invite",    "lament",
        "learn",     "lobby",     "maintain",   "negotiate",   "nominate",  "note",      "notify",    "object",
        "offer",     "oppose",    "petition",   "plan",        "plead",     "pledge",    "praise",    "prefer",
        "press",     "promise",   "propose",    "protest",     "pursue",    "push",      "ratify",    "rebuff",
        "reckon",    "recommend", "reconsider", "refuse",      "refute",    "regret",    "reiterate", "reject",
        "relent",    "remind",    "renege",     "reply",       "report",    "reprimand", "repudiate", "request",
        "rescind",   "respond",   "retaliate",  "retort",      "rule",      "sack",      "salute",    "say",
        "scoff",     "settle",    "shelve",     "spurn",       "state",     "stipulate", "stress",    "sue",
        "suggest",   "summon",    "swear",      "tell",        "testify",   "thank",     "threaten",  "tolerate",
        "undertake", "urge",      "veto",       "volunteer",   "vote",      "vouch",     "vow",       "waive",
        "want",      "warn",      "welcome",    "withhold",    "write",     "yield",     NULL};
    const struct word *own = &document->words[word];
    /* these tell, ask for and suggest things without being anybody */
    static const char *const writings[] = {"study",   "result",       "finding",  "legend",    "law",
                                           "article", "constitution", "evidence", "datum",     "percent",
                                           "theory",  "story",        "history",  "logic",     "love",
                                           "evil",    "survey",       "poll",     "breed",     "report",
                                           "song",    "book",         "rule",     "tradition", NULL};
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
