/* doers.c: reads from its verb that a noun or a name is somebody. */
#include "names/doers.h"

bool ro_is_doer(const struct document *document, uint32_t word)
{
    static const char *const deeds[] = {
        "abandon",   "accede",       "accept",      "acclaim",     "accuse",    "acknowledge", "acquiesce",
        "acquit",    "add",          "admire",      "admit",       "adopt",     "advise",      "advocate",
        "agitate",   "agree",        "allege",      "announce",    "apologise", "apologize",   "appeal",
        "applaud",   "appoint",      "appreciate",  "approve",     "argue",     "ask",         "assent",
        "assert",    "assure",       "authorise",   "authorize",   "back",      "balk",        "bargain",
        "baulk",     "beg",          "believe",     "beseech",     "bid",       "blame",       "bow",
        "boycott",   "brush",        "budge",       "call",        "campaign",  "cave",        "claim",
        "clamour",   "commend",      "complain",    "compliment",  "comply",    "concede",     "condemn",
        "confirm",   "congratulate", "consent",     "contemplate", "contend",   "contest",     "convene",
        "counsel",   "count",        "countenance", "counter",     "criticise", "criticize",   "dangle",
        "decide",    "declare",      "decline",     "decree",      "decry",     "deem",        "defy",
        "demand",    "denounce",     "deny",        "deplore",     "deport",    "detain",      "disavow",
        "dismiss",   "dispute",      "elect",       "emphasise",   "emphasize", "endorse",     "entreat",
        "eschew",    "estimate",     "exhort",      "expect",      "explain",   "extradite",   "favor",
        "favour",    "fear",         "float",       "forbid",      "forgo",     "forswear",    "grant",
        "guarantee", "haggle",       "hail",        "heed",        "hesitate",  "hire",        "hope",
        "implore",   "indict",       "inform",      "insist",      "instruct",  "intend",      "invite",
        "lament",    "learn",        "lobby",       "maintain",    "negotiate", "nix",         "nominate",
        "note",      "notify",       "object",      "offer",       "oppose",    "petition",    "plan",
        "plead",     "pledge",       "praise",      "prefer",      "press",     "pressure",    "proffer",
        "promise",   "propose",      "protest",     "pursue",      "push",      "rally",       "ratify",
        "reaffirm",  "rebuff",       "rebut",       "reckon",      "recommend", "reconsider",  "refuse",
        "refute",    "regret",       "reiterate",   "reject",      "relent",    "remind",      "renege",
        "reply",     "report",       "reprimand",   "repudiate",   "request",   "rescind",     "resist",
        "respond",   "retaliate",    "retort",      "rue",         "rule",      "sack",        "salute",
        "say",       "scoff",        "scorn",       "seek",        "settle",    "shelve",      "sign",
        "signal",    "snub",         "spurn",       "state",       "stipulate", "stress",      "subscribe",
        "sue",       "suggest",      "summon",      "swear",       "tell",      "testify",     "thank",
        "threaten",  "tolerate",     "undertake",   "urge",        "veto",      "volunteer",   "vote",
        "vouch",     "vow",          "waive",       "want",        "warn",      "welcome",     "withdraw",
        "withhold",  "write",        "yield",       NULL};
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
    static const char *const states[] = {"ready", "willing", "prepared", "unwilling", "reluctant",
                                         "open",  "adamant", "opposed",  "averse",    "keen",
                                         "eager", "content", NULL};
    if (verb->upos && strcmp(verb->upos, "ADJ") == 0 && ro_lemma_in(verb, states))
        return true;
    bool gerund = verb->xpos && strcmp(verb->xpos, "VBG") == 0;
    return !gerund && verb->upos && strcmp(verb->upos, "VERB") == 0 && ro_lemma_in(verb, deeds);
}
