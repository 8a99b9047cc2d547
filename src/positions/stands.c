/* stands.c: reads a word and its clause by a pattern of the lexicon. */
#include "positions/fitting.h"

/* Heads */

/* The subject of a clause, with "it" that the grammar alone takes for empty; a finite verb that is joined to what is demanded has that
 * of the demand: demanded that it be shut and | threatened | to sue. */
static uint32_t subject_of(const struct tree *tree, const struct frame *frame)
{
    const struct word *own = ro_tree_word(tree, frame->head);
    bool finite = ro_tree_tagged(tree, frame->head, "VBD") || ro_tree_tagged(tree, frame->head, "VBZ") ||
                  ro_tree_tagged(tree, frame->head, "VBN");
    bool future = ro_hangs_by(own, "conj") && (ro_tree_child_lemma(tree, own->head, "aux", "would") != RO_NONE ||
                                               ro_tree_child_lemma(tree, own->head, "aux", "will") != RO_NONE);
    bool joined = ro_hangs_by(own, "conj") && finite && (future || ro_is_base_form(tree, own->head)) &&
                  ro_tree_hangs(tree, own->head) && ro_tree_child(tree, frame->head, "nsubj", RO_NONE) == RO_NONE;
    if (joined)
        return ro_frame_of(tree, ro_tree_word(tree, own->head)->head).subject;
    for (uint32_t verb = frame->clause, step = 0; step < 4; step++) {
        uint32_t it = ro_tree_child_lemma(tree, verb, "expl", "it");
        it = it == RO_NONE ? ro_tree_child_lemma(tree, verb, "nsubj", "it") : it;
        bool bare = ro_tree_child(tree, verb, "nsubj", RO_NONE) == RO_NONE && ro_tree_hangs(tree, verb);
        bool goes_on = ro_hangs_by(ro_tree_word(tree, verb), "xcomp") ||
                       ro_hangs_by(ro_tree_word(tree, verb), "conj");
        if ((it != RO_NONE && !frame->passive) || !bare || !goes_on)
            return it != RO_NONE && !frame->passive ? it : frame->subject;
        verb = ro_tree_word(tree, verb)->head;
    }
    return frame->subject;
}

static const struct slice bys[] = {RO_SLICE("by"), RO_SLICE("from"), {NULL, 0}};

/* Whose a noun is: Norland's | offer |, an | offer | by Norland, the Norland | offer |; or the subject of its light verb. */
static uint32_t owner_of(const struct stands *stands, uint32_t noun, const struct frame *frame)
{
    const struct tree *tree = &stands->stakes.tree;
    static const char *const relations[] = {"nmod:poss", "nmod", "compound", "amod", NULL};
    for (const char *const *relation = relations; *relation; relation++)
        for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, noun, *relation, child)) != RO_NONE;) {
            bool phrase = ro_hangs_by(ro_tree_word(tree, child), "nmod") &&
                          !ro_hangs_by(ro_tree_word(tree, child), "nmod:poss");
            if ((!phrase || ro_tree_has_case(tree, child, bys)) && ro_holder_at(&stands->stakes, child) != RO_NONE)
                return ro_holder_at(&stands->stakes, child);
        }
    uint32_t its = ro_tree_child(tree, noun, "nmod:poss", RO_NONE);
    if (its != RO_NONE && ro_tree_has_upos(tree, its, "PRON") &&
        ro_tree_hangs(tree, noun)) /* repeated | its | demand */
        return ro_stand_holder(stands, ro_subject_of(tree, ro_tree_word(tree, noun)->head));
    return frame->light ? ro_holder_at(&stands->stakes, frame->subject) : RO_NONE;
}

static bool kind_of(const struct tree *tree, uint32_t word, enum stance_kind *kind)
{
    bool verb = ro_tree_has_upos(tree, word, "VERB"), noun = ro_tree_has_upos(tree, word, "NOUN");
    bool predicate = noun && ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE &&
                     ro_tree_child(tree, word, "case", RO_NONE) != RO_NONE; /* is out of the | question | */
    *kind = verb ? RO_STANCE_VERB : noun && !predicate ? RO_STANCE_NOUN : RO_STANCE_STATE;
    return verb || noun || ro_tree_has_upos(tree, word, "ADJ");
}

/* Of the positions of the marked passages that are read by patterns, what share is right. */
static const double share_right[] = {
    [RO_DEMAND] = 0.86,  [RO_OFFER] = 0.74,    [RO_PROPOSE] = 0.66, [RO_ACCEPT] = 0.65, [RO_REJECT] = 0.77,
    [RO_PROMISE] = 0.58, [RO_THREATEN] = 0.94, [RO_REGRET] = 0.88,  [RO_PRAISE] = 0.83,
};

static bool add(struct stands *stands, const struct fitting *fitting, uint32_t holder, enum position_act act)
{
    struct stand *stand = ro_arena_push(&stands->context->scratch, stands->items, stands->count);
    if (!stand)
        return false;
    const struct tree *tree = fitting->tree;
    *stand = (struct stand){.head = fitting->frame.head,
                            .act = act,
                            .holder = holder,
                            .issue = RO_NO_RANGE,
                            .issue_head = RO_NONE,
                            .toward = ro_holder_at(&stands->stakes, fitting->toward),
                            .statement = tree->accounts[fitting->frame.head],
                            .partial = ro_tree_child_lemma(tree, fitting->frame.head, "advmod", "only") != RO_NONE,
                            .exchange = RO_NONE,
                            .score = share_right[act]};
    ro_set_issue(stands, fitting, stand);
    return true;
}

/* Whether a noun has an article and a complement of its own: the release of the crew. */
static bool is_whole_noun(const struct tree *tree, uint32_t noun)
{
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    uint32_t child = ro_tree_child(tree, noun, "nmod", RO_NONE);
    return ro_tree_child_lemma(tree, noun, "det", "the") != RO_NONE && child != RO_NONE &&
           ro_tree_has_case(tree, child, of);
}

/* A second issue: the release of the crew | and the payment of the fine |, to leave the island | but not to return the boats |. */
static bool add_joined(struct stands *stands)
{
    const struct tree *tree = &stands->stakes.tree;
    uint32_t first = stands->items[stands->count - 1].issue_head;
    uint32_t second = first == RO_NONE ? RO_NONE : ro_tree_child(tree, first, "conj", RO_NONE);
    bool clauses = second != RO_NONE && ro_is_infinitive(tree, first) && ro_is_infinitive(tree, second);
    if (second == RO_NONE || (!clauses && (!is_whole_noun(tree, first) || !is_whole_noun(tree, second))))
        return true;
    struct stand *other = ro_arena_push(&stands->context->scratch, stands->items, stands->count);
    if (!other)
        return false;
    struct stand *one = &stands->items[stands->count - 2];
    *other = *one;
    other->issue = ro_stake_of(&stands->stakes, second, false);
    other->issue_head = second;
    bool negated = clauses && ro_tree_child_lemma(tree, second, "advmod", "not") != RO_NONE;
    if (negated && other->act != RO_DEMAND) {
        other->act = RO_REJECT;
        other->issue.begin = second;
    }
    if (one->issue.end > stands->stakes.first[second])
        one->issue.end = stands->stakes.first[second];
    return true;
}

/* Who is offered a thing by somebody has it from him: rejected ten million | from Genoa |. */
static bool add_giver(struct stands *stands, const struct stance *stance)
{
    struct stand *one = &stands->items[stands->count - 1];
    bool from = false;
    for (uint32_t i = 0; i < stance->slot_count; i++)
        from |= stance->slots[i].filler == RO_STANCE_TOWARD && stance->slots[i].place == RO_STANCE_PREPOSITION &&
                ro_slice_equal(stance->slots[i].words[0], RO_SLICE("from"));
    if (!from || (one->act != RO_REJECT && one->act != RO_ACCEPT) || one->toward == RO_NONE ||
        one->toward == one->holder || !ro_range_is(one->issue))
        return true;
    struct stand *other = ro_arena_push(&stands->context->scratch, stands->items, stands->count);
    if (!other)
        return false;
    one = &stands->items[stands->count - 2];
    *other = *one;
    other->act = RO_OFFER;
    other->holder = one->toward;
    other->toward = one->holder;
    return true;
}

/* Who would do what is told: "| The army | would free them," its commander promised; else whoever tells it. */
static uint32_t told_doer(const struct stands *stands, struct range told, uint32_t teller)
{
    const struct tree *tree = &stands->stakes.tree;
    struct frame frame = ro_frame_of(tree, ro_highest(tree->document, told));
    uint32_t doer = frame.subject == RO_NONE || ro_tree_has_upos(tree, frame.subject, "PRON")
                        ? RO_NONE
                        : ro_holder_at(&stands->stakes, frame.subject);
    bool will = ro_tree_child_lemma(tree, frame.clause, "aux", "will") != RO_NONE ||
                ro_tree_child_lemma(tree, frame.clause, "aux", "would") != RO_NONE;
    return doer != RO_NONE && will ? doer : teller;
}

/* The first pattern that fits by what hangs on the head, else by what it tells; NULL. */
static const struct stance *best_of(struct fitting *fitting, uint32_t first)
{
    const struct stances *stances = fitting->stands->stances;
    for (int told = 0; told < 2; told++)
        for (uint32_t next = first; next != UINT32_MAX; next = ro_stances_get(stances, next)->next)
            if (ro_fits(fitting, ro_stances_get(stances, next), told))
                return ro_stances_get(stances, next);
    return NULL;
}

/* What a word is, a verb, a noun or a state, and what its patterns are found by. */
struct heading {
    enum stance_kind kind;
    struct slice lemma;
};

static struct frame frame_of(const struct tree *tree, uint32_t word, enum stance_kind kind)
{
    struct frame frame = kind == RO_STANCE_NOUN ? ro_frame_of_noun(tree, word) : ro_frame_of(tree, word);
    bool phrase = frame.object != RO_NONE && frame.recipient != RO_NONE &&
                  ro_tree_child(tree, frame.object, "case", RO_NONE) != RO_NONE &&
                  ro_tree_child_lemma(tree, frame.object, "case", "'s") == RO_NONE;
    if (phrase) { /* lobbied Rome | since May |, which the parser may take for a second object */
        frame.object = frame.recipient;
        frame.recipient = RO_NONE;
    }
    if (kind != RO_STANCE_STATE || !frame.passive)
        return frame;
    frame.subject = frame.object;
    frame.object = RO_NONE;
    frame.passive = false;
    return frame;
}

/* Read a word as what it is taken for; *fits says whether a pattern did. False without memory. */
static bool read_as(struct stands *stands, uint32_t word, struct heading heading, bool *fits)
{
    struct fitting fitting = {.stands = stands, .tree = &stands->stakes.tree};
    uint32_t first = ro_stances_find(stands->stances, heading.kind, heading.lemma);
    *fits = false;
    if (first == UINT32_MAX)
        return true;
    fitting.frame = frame_of(fitting.tree, word, heading.kind);
    bool noun = heading.kind == RO_STANCE_NOUN;
    uint32_t holder = noun ? owner_of(stands, word, &fitting.frame)
                           : ro_stand_holder(stands, subject_of(fitting.tree, &fitting.frame));
    const struct stance *stance = noun && holder == RO_NONE ? NULL : best_of(&fitting, first);
    enum position_act act;
    *fits = stance != NULL;
    if (!stance || !ro_act_of(&fitting, stance, &act))
        return true;
    if (ro_range_is(fitting.told) && fitting.issue == RO_NONE)
        holder = told_doer(stands, fitting.told, holder);
    if (stance->thing)
        holder = ro_stand_speaker(stands, word);
    return add(stands, &fitting, holder, act) && add_joined(stands) && add_giver(stands, stance);
}

bool ro_stand_by_pattern(struct stands *stands, uint32_t word)
{
    const struct tree *tree = &stands->stakes.tree;
    struct heading heading = {.lemma = ro_tree_lemma(tree, word)};
    bool fits = false;
    if (!kind_of(tree, word, &heading.kind))
        return true;
    struct heading state = {RO_STANCE_STATE, ro_document_word(tree->document, word)};
    bool passive = ro_tree_tagged(tree, word, "VBN") && ro_tree_child(tree, word, "aux:pass", RO_NONE) != RO_NONE;
    if (passive &&
        !read_as(stands, word, state, &fits)) /* are | prepared | to, which the parser may take for a verb */
        return false;
    return fits || read_as(stands, word, heading, &fits);
}
