/* modals.c: what a side will do, will not do, and what others must: "Norland would free them if ...", "it will not sign",
 * "Sudmark must leave, Norland said". */
#include "events/facts.h"
#include "positions/amounts.h"
#include "positions/stands.h"

static const char *const wills[] = {"will", "would", "shall", "'ll", "\u2019ll", "'d", "\u2019d", "wo", NULL};

enum modal { NO_MODAL, WILL, COULD, MUST, SHOULD };

/* The dam | has to | be closed, would have to be; but not "does not have to", "has yet to". */
static bool has_to(const struct tree *tree, uint32_t verb)
{
    const struct word *own = ro_tree_word(tree, verb);
    return ro_hangs_by(own, "xcomp") && ro_lemma_is(ro_tree_word(tree, own->head), "have") &&
           ro_tree_child_lemma(tree, verb, "mark", "to") != RO_NONE &&
           ro_tree_child(tree, own->head, "obj", RO_NONE) == RO_NONE &&
           ro_tree_child_lemma(tree, own->head, "advmod", "not") == RO_NONE &&
           ro_tree_child_lemma(tree, own->head, "advmod", "yet") == RO_NONE;
}

static enum modal modal_of(const struct tree *tree, uint32_t verb)
{
    if (has_to(tree, verb))
        return MUST;
    const struct word *joined = ro_tree_word(tree, verb);
    bool bare = ro_hangs_by(joined, "conj") && ro_tree_tagged(tree, verb, "VB") &&
                ro_tree_child(tree, verb, "aux", RO_NONE) == RO_NONE &&
                ro_tree_child(tree, verb, "mark", RO_NONE) == RO_NONE;
    if (bare) /* would close the port and | cut off | power */
        verb = joined->head;
    const struct word *told = ro_tree_word(tree, verb);
    bool interrupted = ro_hangs_by(told, "ccomp") && told->head < verb &&
                       ro_tree_child(tree, verb, "aux", RO_NONE) == RO_NONE;
    if (interrupted) /* Norland | would |, a spokesman said, pay */
        verb = told->head;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, verb, "aux", child)) != RO_NONE;) {
        const struct word *own = ro_tree_word(tree, child);
        if (interrupted && ro_tree_child(tree, verb, "nsubj", RO_NONE) > child)
            continue;
        bool modal = ro_tree_tagged(tree, child, "MD");
        if (modal && ro_lemma_in(own, wills))
            return WILL;
        if (modal && (ro_lemma_is(own, "could") || ro_lemma_is(own, "can") || ro_lemma_is(own, "may") ||
                      ro_lemma_is(own, "might")))
            return COULD;
        if (ro_lemma_is(own, "must"))
            return MUST;
        uint32_t subject = ro_tree_child(tree, verb, "nsubj", RO_NONE);
        bool turned = subject != RO_NONE && subject > child; /* | should | Sudmark open its ports */
        if (modal && ro_lemma_is(own, "should") && !turned)
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
    return entity != RO_NONE && document->entities[entity].type != RO_OTHER_ENTITY;
}

static struct says read(const struct stands *stands, uint32_t verb)
{
    struct says says = {.frame = ro_frame_of(&stands->stakes.tree, verb)};
    bool suffers = says.frame.passive && says.frame.subject == RO_NONE; /* we will not be blackmailed */
    says.speaker = ro_stand_speaker(stands, verb);
    says.holder = ro_stand_holder(stands, suffers ? says.frame.object : says.frame.subject);
    bool own = !suffers || says.holder == says.speaker || ro_facts_of(&stands->stakes.tree, &says.frame).negated;
    if (!own || !can_have_a_say(stands->stakes.tree.document, says.holder))
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
static bool denies_subject(const struct stands *stands, const struct frame *frame)
{
    uint32_t subject = frame->passive ? frame->object : frame->subject;
    if (subject == RO_NONE || subject > frame->head)
        return false;
    struct range words = ro_stake_of(&stands->stakes, subject, false);
    if (words.begin > 0 &&
        ro_lemma_is(ro_tree_word(&stands->stakes.tree, words.begin - 1), "not")) /* Not | one of them | would */
        words.begin--;
    return ro_amount_of(stands->stakes.tree.document, words) == RO_NOTHING;
}

static bool denies_object(const struct stands *stands, const struct frame *frame)
{
    const struct document *document = stands->stakes.tree.document;
    return frame->object != RO_NONE && frame->object > frame->head &&
           ro_amount_of(document, ro_stake_of(&stands->stakes, frame->object, false)) == RO_NOTHING;
}

/* "Will do | the same |", "would do | no such thing |": what was asked. */
static bool is_the_same(const struct tree *tree, const struct frame *frame)
{
    static const char *const same[] = {"same", "thing", "so", "likewise", NULL};
    bool does = ro_lemma_is(ro_tree_word(tree, frame->head), "do");
    return does && ((frame->object != RO_NONE && ro_lemma_in(ro_tree_word(tree, frame->object), same)) ||
                    ro_tree_child_lemma(tree, frame->head, "advmod", "so") != RO_NONE);
}

/* What "will" comes to, and how sure that is. */
struct will {
    enum position_act act;
    double score;
};

/* What is only planned stays with a low score, until a condition makes an offer or a threat of it. */
static const struct will plan = {RO_OFFER, 0.2};

/* Will go | to court |, will see them | in court |. */
static bool goes_to_court(const struct tree *tree, uint32_t verb)
{
    static const char *const goes[] = {"go", "take", "see", "drag", "haul", NULL};
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child])
        if (ro_lemma_is(ro_tree_word(tree, child), "court"))
            return ro_lemma_in(ro_tree_word(tree, verb), goes);
    return false;
}

static bool lists(const struct stands *stands, enum stance_list list, uint32_t verb)
{
    if (list == RO_STANCE_HARM && goes_to_court(&stands->stakes.tree, verb))
        return true;
    return ro_stances_list(stands->stances, list, ro_tree_lemma(&stands->stakes.tree, verb));
}

static struct will refusal_of(const struct stands *stands, uint32_t verb, const struct says *says, bool negated)
{
    bool of_others = says->holder == RO_NONE && !says->frame.passive && negated; /* it will not rain */
    if (of_others || lists(stands, RO_STANCE_SILENT, verb))
        return plan;
    return (struct will){RO_REJECT, says->holder == RO_NONE ? 0.55 : 0.7};
}

/* "| Her members | will walk out," she said. */
static bool is_of_speaker(const struct stands *stands, const struct says *says)
{
    const struct tree *tree = &stands->stakes.tree;
    uint32_t owner = says->frame.subject == RO_NONE
                         ? RO_NONE
                         : ro_tree_child(tree, says->frame.subject, "nmod:poss", RO_NONE);
    return owner != RO_NONE && says->speaker != RO_NONE && ro_tree_has_upos(tree, owner, "PRON");
}

static struct will intent_of(const struct stands *stands, uint32_t verb, const struct says *says)
{
    bool own = says->holder != RO_NONE && (says->holder == says->speaker || is_of_speaker(stands, says));
    bool gives = lists(stands, RO_STANCE_GIVE, verb), harms = lists(stands, RO_STANCE_HARM, verb);
    if (!gives)
        return own && harms ? (struct will){RO_THREATEN, 0.55} : plan;
    if (own || (says->speaker != RO_NONE && says->holder != RO_NONE))
        return (struct will){harms ? RO_THREATEN : RO_PROMISE, 0.55};
    if (says->holder == RO_NONE && says->frame.passive)
        return (struct will){RO_PROMISE, 0.55}; /* it said that | a third would be replaced | */
    bool would = ro_tree_child_lemma(&stands->stakes.tree, verb, "aux", "would") != RO_NONE;
    return says->holder != RO_NONE && would ? (struct will){RO_OFFER, 0.55}
                                            : plan; /* Norland | would pay | half of it */
}

/* Whether a verb tells nothing that anybody could want: would have paid, will be cold. */
static bool is_empty(const struct stands *stands, uint32_t verb, const struct says *says, bool negated)
{
    bool suffers = says->frame.passive && says->frame.subject == RO_NONE; /* we will not be blackmailed */
    bool past = ro_tree_child_lemma(&stands->stakes.tree, verb, "aux", "have") != RO_NONE;
    bool idle = lists(stands, RO_STANCE_IDLE, verb) && !goes_to_court(&stands->stakes.tree, verb);
    return past || (idle && !suffers && !(negated && says->holder == RO_NONE));
}

/* Who will do something, or not. */
static bool add_will(struct stands *stands, uint32_t verb, const struct says *says)
{
    uint32_t holder = says->holder == RO_NONE ? says->speaker : says->holder;
    bool negated = ro_facts_of(&stands->stakes.tree, &says->frame).negated || denies_object(stands, &says->frame);
    if (holder == RO_NONE || is_empty(stands, verb, says, negated))
        return true;
    bool refuses = negated || (says->holder == RO_NONE && denies_subject(stands, &says->frame));
    struct will will = refuses ? refusal_of(stands, verb, says, negated) : intent_of(stands, verb, says);
    struct stand *stand = add(stands, verb, will.act, holder, will.score);
    if (!stand || is_the_same(&stands->stakes.tree, &says->frame))
        return stand != NULL;
    bool whole = says->holder == RO_NONE || (says->frame.passive && says->frame.subject != RO_NONE);
    stand->issue_head = verb;
    stand->issue = ro_stake_of(&stands->stakes, verb, whole);
    return true;
}

/* "We cannot allow that": of what one has a say in. */
static bool add_could_not(struct stands *stands, uint32_t verb, const struct says *says)
{
    struct slice lemma = ro_tree_lemma(&stands->stakes.tree, verb);
    bool about = ro_stances_list(stands->stances, RO_STANCE_IDLE, lemma) ||
                 ro_stances_list(stands->stances, RO_STANCE_SILENT, lemma);
    bool gives = ro_stances_list(stands->stances, RO_STANCE_GIVE, lemma);
    if (about || says->holder != says->speaker)
        return true;
    struct stand *stand = add(stands, verb, RO_REJECT, says->holder, gives ? 0.6 : 0.45);
    if (!stand)
        return false;
    stand->issue_head = verb;
    stand->issue = ro_stake_of(&stands->stakes, verb, false);
    return true;
}

/* What others may have on a condition: told them that | they could stay | if they paid. Without one it is nothing. */
static bool add_could(struct stands *stands, uint32_t verb, const struct says *says)
{
    bool negated = ro_tree_child_lemma(&stands->stakes.tree, verb, "advmod", "not") != RO_NONE;
    if (says->speaker == RO_NONE || (negated && says->holder == RO_NONE))
        return true;
    if (negated)
        return add_could_not(stands, verb, says);
    bool own = says->holder == says->speaker &&
               ro_stances_list(stands->stances, RO_STANCE_GIVE, ro_tree_lemma(&stands->stakes.tree, verb));
    struct stand *stand = add(stands, verb, RO_OFFER, says->speaker, own ? 0.55 : 0.2);
    if (!stand)
        return false;
    stand->toward = says->holder;
    stand->issue_head = verb;
    stand->issue = ro_stake_of(&stands->stakes, verb, says->holder == RO_NONE);
    return true;
}

/* What others must do, by whoever says so. */
static bool add_must(struct stands *stands, uint32_t verb, const struct says *says, double score)
{
    static const char *const receiving[] = {"have", "get", "see", "receive", "know", "hear", NULL};
    uint32_t cue = stands->stakes.tree.accounts[verb];
    bool own = says->speaker == says->holder && !ro_lemma_in(ro_tree_word(&stands->stakes.tree, verb), receiving);
    if (cue == RO_NONE || says->speaker == RO_NONE || own ||
        ro_tree_child(&stands->stakes.tree, verb, "cop", RO_NONE) != RO_NONE)
        return true;
    struct stand *stand = add(stands, verb, RO_DEMAND, says->speaker, score);
    if (!stand)
        return false;
    stand->statement = stands->stakes.tree.document->statements[cue].within;
    stand->toward = says->frame.passive ? RO_NONE : says->holder;
    stand->issue_head = verb;
    bool whole = says->holder == RO_NONE || says->frame.passive, to = has_to(&stands->stakes.tree, verb);
    uint32_t top = to && whole ? ro_tree_word(&stands->stakes.tree, verb)->head
                               : verb; /* | the dam has to be closed | */
    stand->issue = ro_stake_of(&stands->stakes, top, whole);
    return true;
}

/* "There will be no | amnesty |", by whoever says so; `number`: the noun that there is none of, or RO_NONE. */
static uint32_t excluded(const struct tree *tree, uint32_t verb)
{
    bool there = ro_lemma_is(ro_tree_word(tree, verb), "be") &&
                 ro_tree_child_lemma(tree, verb, "expl", "there") != RO_NONE;
    uint32_t noun = there ? ro_tree_child(tree, verb, "nsubj", RO_NONE) : RO_NONE;
    bool none = noun != RO_NONE && ro_tree_child_lemma(tree, noun, "det", "no") != RO_NONE &&
                ro_tree_child_lemma(tree, noun, "amod", "other") == RO_NONE;
    return none ? noun : RO_NONE;
}

static bool add_excluded(struct stands *stands, uint32_t verb, uint32_t noun)
{
    static const struct slice withouts[] = {RO_SLICE("without"), {NULL, 0}};
    uint32_t speaker = ro_stand_speaker(stands, verb), needed = RO_NONE;
    while ((needed = ro_tree_child(&stands->stakes.tree, verb, "obl", needed)) != RO_NONE &&
           !ro_tree_has_case(&stands->stakes.tree, needed, withouts))
        ;
    noun = needed == RO_NONE ? noun : needed; /* without | a date | there will be no talks */
    struct stand *stand = speaker == RO_NONE
                              ? NULL
                              : add(stands, verb, needed == RO_NONE ? RO_REJECT : RO_DEMAND, speaker, 0.6);
    if (!stand)
        return speaker == RO_NONE;
    stand->issue_head = noun;
    stand->issue = ro_stake_of(&stands->stakes, noun, false);
    stand->issue.begin += ro_lemma_is(ro_tree_word(&stands->stakes.tree, stand->issue.begin), "no");
    return true;
}

/* Whether nothing but "not" follows before a comma or the end: Ulan Bator | would not |, they said. */
static bool is_cut_off(const struct stands *stands, uint32_t modal)
{
    const struct tree *tree = &stands->stakes.tree;
    uint32_t next = modal + 1, count = tree->document->word_count;
    return next + 1 < count && ro_lemma_is(ro_tree_word(tree, next), "not") &&
           ro_tree_has_upos(tree, next + 1, "PUNCT") &&
           !ro_slice_equal(ro_document_word(tree->document, next + 1), RO_SLICE("\""));
}

/* "It will not." */
static bool add_bare(struct stands *stands, uint32_t word)
{
    const struct tree *tree = &stands->stakes.tree;
    struct says says = read(
        stands, ro_tree_child(tree, word, "nsubj", RO_NONE) != RO_NONE ? word : ro_tree_word(tree, word)->head);
    bool negated = is_cut_off(stands, word) || ro_tree_child_lemma(tree, word, "advmod", "not") != RO_NONE;
    return !negated || says.holder == RO_NONE || add(stands, word, RO_REJECT, says.holder, 0.6);
}

/* "| Release | them," Roe said: the first verb of a quotation, without a subject; but not "let's see". */
static bool is_bidden(const struct stands *stands, uint32_t word)
{
    static const char *const idle[] = {"let",    "look",  "believe", "imagine", "remember", "forget", "see", "wait",
                                       "listen", "thank", "guess",   "suppose", "say",      "think",  "try", "mind",
                                       "trust",  "read",  "check",   "ask",     "welcome",  NULL};
    const struct tree *tree = &stands->stakes.tree;
    uint32_t first = stands->stakes.first[word], statement = tree->accounts[word];
    bool bare = ro_tree_tagged(tree, word, "VB") && ro_tree_child(tree, word, "nsubj", RO_NONE) == RO_NONE &&
                ro_tree_child(tree, word, "aux", RO_NONE) == RO_NONE &&
                ro_tree_child(tree, word, "mark", RO_NONE) == RO_NONE;
    if (!bare || statement == RO_NONE || ro_lemma_in(ro_tree_word(tree, word), idle))
        return false;
    const struct document *document = tree->document;
    bool told = ro_hangs_by(ro_tree_word(tree, word), "ccomp") || !ro_tree_hangs(tree, word);
    bool opens = ro_tree_tagged(tree, first, "``") && word - first <= 2;
    return told && opens && document->statements[statement].form == READOUT_DIRECT;
}

static bool add_bidden(struct stands *stands, uint32_t word)
{
    uint32_t speaker = ro_stand_speaker(stands, word), statement = stands->stakes.tree.accounts[word];
    struct stand *stand = speaker == RO_NONE ? NULL : add(stands, word, RO_DEMAND, speaker, 0.55);
    if (!stand)
        return speaker == RO_NONE;
    stand->statement = stands->stakes.tree.document->statements[statement].within;
    stand->issue_head = word;
    stand->issue = ro_stake_of(&stands->stakes, word, false);
    return true;
}

/* Roe is | against | the tax, | for | it, | after | it. */
static bool is_sided(const struct stands *stands, uint32_t word, enum position_act *act)
{
    static const struct slice againsts[] = {RO_SLICE("against"), {NULL, 0}},
                              afters[] = {RO_SLICE("after"), {NULL, 0}};
    const struct tree *tree = &stands->stakes.tree;
    bool negated = ro_tree_child_lemma(tree, word, "advmod", "not") != RO_NONE;
    bool against = ro_tree_has_case(tree, word, againsts), after = ro_tree_has_case(tree, word, afters);
    *act = against ? (negated ? RO_ACCEPT : RO_REJECT) : RO_DEMAND;
    return ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE && (against || (after && !negated)) &&
           !ro_is_time(tree->document, word);
}

static bool add_sided(struct stands *stands, uint32_t word, enum position_act act)
{
    uint32_t holder = ro_stand_holder(stands, ro_tree_child(&stands->stakes.tree, word, "nsubj", RO_NONE));
    struct stand *stand = holder == RO_NONE || ro_is_supposed(&stands->stakes.tree, word)
                              ? NULL
                              : add(stands, word, act, holder, 0.65);
    if (!stand)
        return holder == RO_NONE || ro_is_supposed(&stands->stakes.tree, word);
    stand->issue_head = word;
    stand->issue = ro_stake_of(&stands->stakes, word, false);
    const struct word *first = ro_tree_word(&stands->stakes.tree, stand->issue.begin);
    while (stand->issue.begin < word && (ro_hangs_by(first, "cop") || ro_hangs_by(first, "case") ||
                                         ro_hangs_by(first, "nsubj") || ro_hangs_by(first, "aux"))) {
        stand->issue.begin++;
        first = ro_tree_word(&stands->stakes.tree, stand->issue.begin);
    }
    return true;
}

bool ro_stand_by_modal(struct stands *stands, uint32_t word)
{
    const struct tree *tree = &stands->stakes.tree;
    const struct word *own = ro_tree_word(tree, word);
    enum position_act act;
    if (ro_tree_has_upos(tree, word, "NOUN") && is_sided(stands, word, &act))
        return add_sided(stands, word, act);
    if (ro_tree_tagged(tree, word, "MD") && ro_lemma_in(own, wills) &&
        (!ro_hangs_by(own, "aux") || is_cut_off(stands, word)))
        return add_bare(stands, word);
    bool verb = ro_tree_has_upos(tree, word, "VERB") || ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE;
    enum modal modal = verb ? modal_of(tree, word) : NO_MODAL;
    if (modal == NO_MODAL && is_bidden(stands, word))
        return add_bidden(stands, word);
    if (modal == NO_MODAL || ro_is_supposed(tree, word))
        return true;
    uint32_t none = modal == WILL || modal == COULD ? excluded(tree, word) : RO_NONE;
    if (none != RO_NONE)
        return add_excluded(stands, word, none);
    struct says says = read(stands, word);
    if (modal == COULD)
        return add_could(stands, word, &says);
    if (modal == WILL)
        return add_will(stands, word, &says);
    return add_must(stands, word, &says, modal == MUST ? 0.7 : 0.55);
}
