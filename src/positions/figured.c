/* figured.c: who counts, lists, estimates: "put the number at thirty", "gave a figure of 13,500", "spoke of 18,000 participants",
 * "the coast guard's estimate of the leak is ninety tonnes", "in the operator's log the switch tripped at 00.07". */
#include "positions/quantities.h"
#include "positions/told.h"

static const char *const counting[] = {"put",      "count",  "give",   "estimate", "list",   "record",  "register",
                                       "tally",    "set",    "report", "show",     "number", "have",    "document",
                                       "speak",    "reckon", "cite",   "arrive",   "write",  "note",    "calculate",
                                       "come",     "make",   "find",   "know",     "name",   "mention", "measure",
                                       "remember", "recall", NULL};
static const char *const records[] = {"estimate", "count",     "figure",     "tally",   "log",      "record",
                                      "report",   "bulletin",  "list",       "toll",    "registry", "register",
                                      "data",     "books",     "statistic",  "account", "diary",    "minute",
                                      "finding",  "reckoning", "indictment", NULL};

/* Add words with a number in them that no other account has. */
static bool claim_counted(struct accounts *accounts, add_account *add, struct range words, struct account like)
{
    bool counts = false;
    for (uint32_t word = words.begin; word < words.end; word++) {
        double value;
        uint32_t behind;
        if (accounts->at[word] != RO_NONE)
            return true;
        counts |= ro_tree_has_upos(accounts->tree, word, "NUM") ||
                  ro_number_at(accounts->document, word, words.end, &value, &behind);
    }
    like.words = words;
    return !counts || add(accounts, like);
}

static struct account figured_by(uint32_t who)
{
    return (struct account){.statement = RO_NONE, .way = RO_FIGURED, .source = who, .told = who};
}

/* What stands behind a verb of counting, to the end of its clause. */
static bool add_counted(struct accounts *accounts, add_account *add, uint32_t verb)
{
    const struct tree *tree = accounts->tree;
    uint32_t subject = ro_tree_child(tree, verb, "nsubj", RO_NONE);
    bool passive = subject == RO_NONE || ro_hangs_by(ro_tree_word(tree, subject), "nsubj:pass");
    bool record = subject != RO_NONE && ro_lemma_in(ro_tree_word(tree, subject), records);
    bool it_at = verb + 2 < tree->document->word_count && ro_lemma_is(ro_tree_word(tree, verb + 1), "it") &&
                 ro_lemma_is(ro_tree_word(tree, verb + 2), "at"); /* has | it at | 318 */
    bool only_record = (ro_lemma_is(ro_tree_word(tree, verb), "have") && !it_at) ||
                       ro_lemma_is(ro_tree_word(tree, verb), "show");
    if (passive || subject > verb || (only_record && !record))
        return true;
    uint32_t who = ro_account_who(accounts, subject);
    struct range words = ro_words_under(tree, verb);
    words.begin = verb + 1;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, verb, "conj", child)) != RO_NONE;)
        words.end = child < words.end && child > verb ? ro_words_under(tree, child).begin : words.end;
    return who == RO_NONE || claim_counted(accounts, add, words, figured_by(who));
}

/* "Its estimate of the leak is | ninety tonnes |": the noun's own words are part of the account, too. */
static bool add_estimate(struct accounts *accounts, add_account *add, uint32_t noun)
{
    const struct tree *tree = accounts->tree;
    uint32_t predicate = ro_tree_word(tree, noun)->head, who = ro_account_who(accounts, noun);
    bool is = ro_tree_hangs(tree, noun) && ro_tree_child(tree, predicate, "cop", RO_NONE) != RO_NONE;
    return who == RO_NONE || !is || claim_counted(accounts, add, ro_words_under(tree, predicate), figured_by(who));
}

/* Who told what stands before a word in its block; RO_NONE. */
static uint32_t teller_before(const struct accounts *accounts, uint32_t word)
{
    uint32_t block = ro_tree_word(accounts->tree, word)->block;
    uint32_t last = word > RO_REACH ? word - RO_REACH : 0;
    while (word-- > last && ro_tree_word(accounts->tree, word)->block == block)
        if (accounts->at[word] != RO_NONE)
            return accounts->items[accounts->at[word]].source;
    return RO_NONE;
}

/* "By its own count | six hundred had fallen ill |", "in the log of the operator | the switch tripped at 00.07 |". */
static bool add_by_record(struct accounts *accounts, add_account *add, uint32_t noun)
{
    static const struct slice by[] = {RO_SLICE("by"), RO_SLICE("in"), RO_SLICE("from"), RO_SLICE("to"), {NULL, 0}};
    const struct tree *tree = accounts->tree;
    struct range phrase = ro_words_under(tree, noun), clause = ro_words_under(tree, ro_tree_word(tree, noun)->head);
    uint32_t first = accounts->document->sentences[ro_tree_word(tree, noun)->sentence].first_word;
    uint32_t who = ro_account_who(accounts, noun), owner = ro_tree_child(tree, noun, "nmod:poss", RO_NONE);
    if (who == RO_NONE && owner != RO_NONE && ro_tree_has_upos(tree, owner, "PRON"))
        who = teller_before(accounts, phrase.begin);
    bool opens = phrase.begin <= first + 1 && clause.end > phrase.end && ro_tree_has_case(tree, noun, by);
    return who == RO_NONE || !opens ||
           claim_counted(accounts, add, (struct range){phrase.end, clause.end}, figured_by(who));
}

static bool add_at(struct accounts *accounts, add_account *add, uint32_t word)
{
    const struct word *own = ro_tree_word(accounts->tree, word);
    if (accounts->at[word] != RO_NONE || !own->lemma)
        return true;
    if (ro_tree_has_upos(accounts->tree, word, "VERB") && ro_lemma_in(own, counting))
        return add_counted(accounts, add, word);
    if (!ro_tree_has_upos(accounts->tree, word, "NOUN") || !ro_lemma_in(own, records))
        return true;
    return ro_hangs_by(own, "nsubj") ? add_estimate(accounts, add, word)
                                     : !ro_hangs_by(own, "obl") || add_by_record(accounts, add, word);
}

bool ro_add_figured(struct accounts *accounts, add_account *add)
{
    for (uint32_t word = 0; word < accounts->document->word_count; word++)
        if (!add_at(accounts, add, word))
            return false;
    return true;
}
