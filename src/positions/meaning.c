/* meaning.c: which act a pattern's words come to: with "not", in a wish, about a claim. */
#include "positions/fitting.h"

#include "events/facts.h"

/* Whether a clause tells what should be, not what is: insisted that | the guards leave |, not that | he felt fine |; of what is quoted,
 * whether it bids or obliges. */
static bool is_wished(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    bool told = ro_range_is(fitting->told);
    if (!told && !fitting->whole)
        return true;
    uint32_t verb = told ? ro_highest(tree->document, fitting->told) : fitting->issue;
    uint32_t finite = verb, modal = RO_NONE;
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child])
        if (ro_hangs_by(ro_tree_word(tree, child), "aux") || ro_hangs_by(ro_tree_word(tree, child), "cop")) {
            modal = ro_tree_tagged(tree, child, "MD") ? child : modal;
            finite = finite == verb ? child : finite;
        }
    bool bids = ro_tree_tagged(tree, finite, "VB") &&
                (!told || ro_tree_child(tree, verb, "nsubj", RO_NONE) == RO_NONE);
    bool is_so = ro_tree_tagged(tree, finite, "VBD") || ro_tree_tagged(tree, finite, "VBZ");
    bool obliges = modal != RO_NONE && (ro_lemma_is(ro_tree_word(tree, modal), "must") ||
                                        ro_lemma_is(ro_tree_word(tree, modal), "should"));
    return told ? bids || obliges : obliges || (modal == RO_NONE && !is_so);
}

/* Who rejects a claim denies something; he refuses nothing. */
static bool is_claim(const struct fitting *fitting)
{
    static const char *const claims[] = {
        "claim",  "allegation", "accusation", "charge", "report",     "criticism",        "account",   "suggestion",
        "rumour", "rumor",      "version",    "notion", "comparison", "characterization", "assertion", NULL};
    return fitting->issue != RO_NONE && ro_tree_has_upos(fitting->tree, fitting->issue, "NOUN") &&
           ro_lemma_in(ro_tree_word(fitting->tree, fitting->issue), claims);
}

static bool is_listed(const struct fitting *fitting, enum stance_list list)
{
    return fitting->issue != RO_NONE &&
           ro_stances_list(fitting->stands->stances, list, ro_tree_lemma(fitting->tree, fitting->issue));
}

/* Threatened | a strike |, not the vines; warned that | it would strike |, not that it rained. */
static bool is_threat(const struct fitting *fitting, bool harm)
{
    const struct tree *tree = fitting->tree;
    bool warns = ro_lemma_is(ro_tree_word(tree, fitting->frame.head), "warn");
    if (fitting->issue == RO_NONE)
        return !warns && ro_range_is(fitting->told);
    if (fitting->whole) {
        uint32_t subject = ro_tree_child(tree, fitting->issue, "nsubj", RO_NONE);
        bool own = subject != RO_NONE &&
                   (ro_tree_has_upos(tree, subject, "PRON") ||
                    (tree->entity_at[subject] != RO_NONE &&
                     tree->entity_at[subject] == ro_holder_at(&fitting->stands->stakes, fitting->frame.subject)));
        bool will = ro_tree_child_lemma(tree, fitting->issue, "aux", "will") != RO_NONE ||
                    ro_tree_child_lemma(tree, fitting->issue, "aux", "would") != RO_NONE;
        return own && will;
    }
    return !ro_tree_has_upos(tree, fitting->issue, "NOUN") || harm ||
           ro_tree_has_upos(tree, fitting->frame.head, "NOUN");
}

/* Conceded that | she should have asked |: what was or is so. */
static bool is_admission(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    bool concedes = ro_lemma_is(ro_tree_word(tree, fitting->frame.head), "concede");
    bool modal = false, perfect = ro_tree_child_lemma(tree, fitting->issue, "aux", "have") != RO_NONE;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, fitting->issue, "aux", child)) != RO_NONE;)
        modal |= ro_tree_tagged(tree, child, "MD");
    return perfect || (concedes && !modal);
}

/* Assured them that | it would end |, not that it was over. */
static bool is_future(const struct fitting *fitting)
{
    bool modal = false;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(fitting->tree, fitting->issue, "aux", child)) != RO_NONE;)
        modal |= ro_tree_tagged(fitting->tree, child, "MD");
    return modal;
}

static bool has_no(const struct stance *stance)
{
    for (uint32_t i = 0; i < stance->slot_count; i++)
        if (stance->slots[i].place == RO_STANCE_WORD && ro_slice_equal(stance->slots[i].words[0], RO_SLICE("no")))
            return true;
    return false;
}

/* "Likes it", "is considering it", "took it": no position without "would". */
static bool is_mood(const struct fitting *fitting, const struct stance *stance, bool could)
{
    static const char *const moods[] = {"like", "love", "prefer", "consider", NULL};
    const struct word *head = ro_tree_word(fitting->tree, fitting->frame.head);
    bool would = could || ro_tree_child_lemma(fitting->tree, fitting->frame.clause, "aux", "would") != RO_NONE;
    bool takes = ro_lemma_is(head, "take") && stance->slot_count == 1;
    return (takes || ro_lemma_in(head, moods)) && ro_tree_has_upos(fitting->tree, fitting->frame.head, "VERB") &&
           !would;
}

/* Whether the issue is one that an act may have. */
static bool may_have(const struct fitting *fitting, enum position_act act, bool harm)
{
    switch (act) {
    case RO_THREATEN:
        return is_threat(fitting, harm);
    case RO_ACCEPT:
        return !(fitting->whole && is_admission(fitting));
    case RO_REJECT:
        return !(fitting->issue == RO_NONE && ro_range_is(fitting->told)) &&
               !is_listed(fitting, RO_STANCE_SILENT) && !is_claim(fitting);
    case RO_DEMAND:
    case RO_PROPOSE:
        return is_wished(fitting);
    case RO_PROMISE:
        return !(fitting->whole && !is_future(fitting));
    default:
        return true;
    }
}

bool ro_act_of(const struct fitting *fitting, const struct stance *stance, enum position_act *act)
{
    static const char *const vowing[] = {"vow", "swear", NULL};
    struct facts facts = ro_facts_of(fitting->tree, &fitting->frame);
    bool could = ro_tree_child_lemma(fitting->tree, fitting->frame.clause, "aux", "could") != RO_NONE ||
                 ro_tree_child_lemma(fitting->tree, fitting->frame.clause, "aux", "can") != RO_NONE;
    bool may = facts.possible && !facts.unable && !(could && (stance->act == RO_ACCEPT || stance->act == RO_OFFER));
    if (has_no(stance)) /* has | no | objection: the pattern has it */
        facts.negated = ro_tree_child_lemma(fitting->tree, fitting->frame.clause, "advmod", "not") != RO_NONE;
    *act = facts.negated || facts.unable ? stance->negated : stance->act;
    bool harm = is_listed(fitting, RO_STANCE_HARM);
    bool vows = ro_lemma_in(ro_tree_word(fitting->tree, fitting->frame.head), vowing);
    if (*act == RO_PROMISE && harm && vows && !fitting->whole)
        *act = RO_THREATEN;
    return !may && !is_mood(fitting, stance, could) && *act != RO_NO_ACT && may_have(fitting, *act, harm) &&
           !ro_is_supposed(fitting->tree, fitting->frame.clause);
}
