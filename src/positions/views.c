/* views.c: whose account a sentence is by a phrase in it: "The lake is dead, | in the view of the anglers |", "| On the evidence of the guard |
 * the gate was locked". */
#include "positions/told.h"

#include "events/frames.h"

static const struct slice bys[] = {RO_SLICE("by"), {NULL, 0}};

/* The one whose view it is: of the anglers, the anglers', given out by the staff, that the staff presented. */
static uint32_t viewer_of(const struct accounts *accounts, uint32_t noun)
{
    const struct tree *tree = accounts->tree;
    uint32_t who = ro_account_who(accounts, noun);
    for (uint32_t child = tree->first_child[noun]; who == RO_NONE && child != RO_NONE;
         child = tree->next_child[child]) {
        if (!ro_hangs_by(ro_tree_word(tree, child), "acl"))
            continue;
        for (uint32_t by = RO_NONE; who == RO_NONE && (by = ro_tree_child(tree, child, "obl", by)) != RO_NONE;)
            who = ro_tree_has_case(tree, by, bys) ? ro_account_who(accounts, by) : RO_NONE;
        uint32_t subject = ro_tree_child(tree, child, "nsubj", RO_NONE);
        if (who == RO_NONE && subject != RO_NONE && !ro_tree_has_upos(tree, subject, "PRON"))
            who = ro_account_who(accounts, subject);
    }
    return who;
}

static bool is_view(const struct accounts *accounts, uint32_t noun)
{
    static const char *const views[] = {"view",       "account",      "version",  "opinion",   "judgment",
                                        "judgement",  "telling",      "analysis", "reckoning", "assessment",
                                        "estimation", "eye",          "word",     "reading",   "evidence",
                                        "testimony",  "recollection", NULL};
    static const struct slice ins[] = {RO_SLICE("in"), RO_SLICE("on"), RO_SLICE("by"), RO_SLICE("to"), {NULL, 0}};
    const struct word *own = ro_tree_word(accounts->tree, noun);
    return ro_tree_has_upos(accounts->tree, noun, "NOUN") && ro_lemma_in(own, views) && ro_hangs_by(own, "obl") &&
           ro_tree_has_case(accounts->tree, noun, ins);
}

bool ro_add_views(struct accounts *accounts, add_account *add)
{
    const struct document *document = accounts->document;
    for (uint32_t noun = 0; noun < document->word_count; noun++) {
        if (accounts->at[noun] != RO_NONE || !is_view(accounts, noun))
            continue;
        const struct sentence *sentence = &document->sentences[document->words[noun].sentence];
        uint32_t clause = document->words[noun].head, end = sentence->first_word + sentence->word_count;
        struct range phrase = ro_words_under(accounts->tree, noun);
        struct account like = {.statement = RO_NONE, .way = RO_UNHEARD, .source = viewer_of(accounts, noun)};
        like.told = like.source;
        if (like.source == RO_NONE || accounts->at[clause] != RO_NONE || end - sentence->first_word > RO_REACH)
            continue;
        if (!ro_claim_words(accounts, add, (struct range){sentence->first_word, phrase.begin}, like) ||
            !ro_claim_words(accounts, add, (struct range){phrase.end, end}, like))
            return false;
    }
    return true;
}
