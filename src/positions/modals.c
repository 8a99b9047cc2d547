/* modals.c: what a side will do, will not do, and what others must: "Norland would free them if ...", "it will not sign",
 * "Sudmark must leave, Norland said". */
#include "events/facts.h"
#include "positions/amounts.h"
#include "positions/stands.h"

static const char *const wills[] = {"will", "would", "shall", "'ll", "\u2019ll", "'d", "\u2019d", "wo", NULL};

enum modal { NO_MODAL, WILL, COULD, MUST, SHOULD };

static enum modal modal_of(const struct tree *tree, uint32_t verb)
{
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, verb, "aux", child)) != RO_NONE;) {
        const struct word *own = ro_tree_word(tree, child);
        bool modal = ro_tree_tagged(tree, child, "MD");
        if (modal && ro_lemma_in(own, wills))
            return WILL;
        if (modal && (ro_lemma_is(own, "could") || ro_lemma_is(own, "can")))
            return COULD;
        if (ro_lemma_is(own, "must"))
            return MUST;
        if (modal && ro_lemma_is(own, "should"))
            return SHOULD;
    }
    return NO_MODAL;
}

/* What a clause is about: its subject, and whether that can have a say. */
struct says {
    struct frame frame;
    uint32_t holder, speaker;
};

static bool can_have_a_say(const struct document *document, uint32_t entity)
{
    return entity != RO_NONE && document->entities[entity].type != RO_OTHER_ENTITY &&
           document->entities[entity].type != RO_PLACE;
}

static struct says read(const struct stands *stands, uint32_t verb)
{
    struct says says = {.frame = ro_frame_of(&stands->stakes.tree, verb)};
    const struct word *subject = says.frame.subject == RO_NONE ? NULL : ro_tree_word(&stands->stakes.tree, says.frame.subject);
    says.speaker = ro_stand_speaker(stands, verb);
    says.holder = ro_holder_at(&stands->stakes, says.frame.subject);
    if (says.holder == RO_NONE && subject && (ro_lemma_is(subject, "we") || ro_lemma_is(subject, "I")))
        says.holder = says.speaker;
    if (!can_have_a_say(stands->stakes.tree.document, says.holder))
        says.holder = RO_NONE;
    return says;
}

static struct stand *add(struct stands *stands, uint32_t verb, enum position_act act, uint32_t holder, double score)
{
    struct stand *stand = ro_arena_push(&stands->context->scratch, stands->items, stands->count);
    if (stand)
        *stand = (struct stand){.head = verb,
                                .act = act,
                                .holder = holder,
                                .issue = RO_NO_RANGE,
                                .issue_head = RO_NONE,
                                .toward = RO_NONE,
                                .statement = stands->stakes.tree.accounts[verb],
                                .modal = true,
                                .exchange = RO_NONE,
                                .score = score};
    return stand;
}

/* Nobody, nothing, not one of its object: would accept | not one child |. */
static bool denies_object(const struct stands *stands, const struct frame *frame)
{
    const struct document *document = stands->stakes.tree.document;
    return frame->object != RO_NONE && frame->object > frame->head &&
           ro_amount_of(document, ro_stake_of(&stands->stakes, frame->object, false)) == RO_NOTHING;
}

/* Who will do something, or not. What is only planned stays with a low score, until a condition makes an offer or a threat of it. */
static bool add_will(struct stands *stands, uint32_t verb, const struct says *says)
{
    const struct stances *stances = stands->stances;
    struct slice lemma = ro_tree_lemma(&stands->stakes.tree, verb);
    struct facts facts = ro_facts_of(&stands->stakes.tree, &says->frame);
    bool idle = ro_stances_list(stances, RO_STANCE_IDLE, lemma), gives = ro_stances_list(stances, RO_STANCE_GIVE, lemma);
    bool none = denies_object(stands, &says->frame);
    bool own = says->holder != RO_NONE && stands->stakes.tree.accounts[verb] != RO_NONE;
    struct stand *stand;
    if (facts.negated || none) {
        if (idle || says->holder == RO_NONE)
            return true;
        stand = add(stands, verb, RO_REJECT, says->holder, 0.7);
    } else {
        uint32_t holder = says->holder == RO_NONE ? says->speaker : says->holder;
        if (holder == RO_NONE)
            return true;
        stand = add(stands, verb, gives ? RO_PROMISE : RO_OFFER, holder, gives && own ? 0.6 : 0.2);
    }
    if (!stand)
        return false;
    bool whole = says->holder == RO_NONE || says->frame.passive;
    stand->issue_head = verb;
    stand->issue = ro_stake_of(&stands->stakes, verb, whole);
    return true;
}

/* What others must do, by whoever says so. */
static bool add_must(struct stands *stands, uint32_t verb, const struct says *says, double score)
{
    uint32_t cue = stands->stakes.tree.accounts[verb];
    if (cue == RO_NONE || says->speaker == RO_NONE || says->speaker == says->holder ||
        ro_tree_child(&stands->stakes.tree, verb, "cop", RO_NONE) != RO_NONE)
        return true;
    struct stand *stand = add(stands, verb, RO_DEMAND, says->speaker, score);
    if (!stand)
        return false;
    stand->statement = stands->stakes.tree.document->statements[cue].within;
    stand->toward = says->frame.passive ? RO_NONE : says->holder;
    stand->issue_head = verb;
    stand->issue = ro_stake_of(&stands->stakes, verb, says->holder == RO_NONE || says->frame.passive);
    return true;
}

/* "It will not." */
static bool add_bare(struct stands *stands, uint32_t word)
{
    const struct tree *tree = &stands->stakes.tree;
    struct says says = read(stands, word);
    bool negated = ro_tree_child_lemma(tree, word, "advmod", "not") != RO_NONE || ro_tree_child_lemma(tree, word, "advmod", "n't") != RO_NONE;
    return !negated || says.holder == RO_NONE || add(stands, word, RO_REJECT, says.holder, 0.6);
}

bool ro_stand_by_modal(struct stands *stands, uint32_t word)
{
    const struct tree *tree = &stands->stakes.tree;
    const struct word *own = ro_tree_word(tree, word);
    if (ro_tree_tagged(tree, word, "MD") && ro_lemma_in(own, wills) && !ro_hangs_by(own, "aux"))
        return add_bare(stands, word);
    bool verb = ro_tree_has_upos(tree, word, "VERB") || ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE;
    enum modal modal = verb ? modal_of(tree, word) : NO_MODAL;
    if (modal == NO_MODAL || modal == COULD || ro_is_supposed(tree, word))
        return true;
    struct says says = read(stands, word);
    if (modal == WILL)
        return add_will(stands, word, &says);
    return add_must(stands, word, &says, modal == MUST ? 0.7 : 0.4);
}
