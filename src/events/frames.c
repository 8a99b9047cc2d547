/* frames.c: who is subject and object of what. */
#include "events/frames.h"

enum { STEPS = 8 };

static const struct slice by[] = {RO_SLICE("by"), {NULL, 0}};
static const struct slice fors[] = {RO_SLICE("for"), RO_SLICE("of"), RO_SLICE("from"), {NULL, 0}};

static bool is_expletive(const struct tree *tree, uint32_t word)
{
    return ro_tree_has_upos(tree, word, "PRON") &&
           (ro_lemma_is(ro_tree_word(tree, word), "there") || ro_lemma_is(ro_tree_word(tree, word), "it")) &&
           tree->entity_at[word] == RO_NONE;
}

/* Of two the one that is nearer to the verb: "OSLO (AP) -- | A judge | said". */
static uint32_t own_subject(const struct tree *tree, uint32_t verb)
{
    uint32_t subject = RO_NONE;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, verb, "nsubj", child)) != RO_NONE;)
        if (!is_expletive(tree, child) && (subject == RO_NONE || child < verb))
            subject = child;
    return subject;
}

/* Who is to do what an infinitive tells: asked | Ghana | to leave; but promised Ghana to leave. */
static uint32_t controlling_object(const struct tree *tree, uint32_t verb)
{
    static const char *const promises[] = {"promise", "threaten", "vow", "pledge", "swear", "offer", NULL};
    uint32_t matrix = ro_tree_word(tree, verb)->head;
    if (ro_lemma_in(ro_tree_word(tree, matrix), promises))
        return RO_NONE;
    uint32_t object = ro_tree_child(tree, matrix, "iobj", RO_NONE);
    if (object == RO_NONE)
        object = ro_tree_child(tree, matrix, "obj", RO_NONE);
    return object != RO_NONE && object < verb ? object : RO_NONE;
}

static bool has_to(const struct tree *tree, uint32_t verb)
{
    return ro_tree_child_lemma(tree, verb, "mark", "to") != RO_NONE;
}

uint32_t ro_subject_of(const struct tree *tree, uint32_t verb)
{
    for (int step = 0; step < STEPS; step++) {
        const struct word *word = ro_tree_word(tree, verb);
        uint32_t subject = own_subject(tree, verb);
        if (subject != RO_NONE || !ro_tree_hangs(tree, verb))
            return subject;
        bool noun_above = ro_hangs_by(word, "acl");
        if (noun_above && !has_to(tree, verb))
            return word->head;
        if (noun_above) { /* its decision to leave */
            uint32_t owner = ro_tree_child(tree, word->head, "nmod:poss", RO_NONE);
            if (owner != RO_NONE || ro_hangs_by(ro_tree_word(tree, word->head), "nsubj"))
                return owner;
        } else if (ro_hangs_by(word, "xcomp") || ro_hangs_by(word, "ccomp") || ro_hangs_by(word, "advcl")) {
            bool free = (ro_hangs_by(word, "advcl") && !ro_tree_has_case(tree, verb, fors)) ||
                        ro_tree_child(tree, verb, "nsubj", RO_NONE) != RO_NONE; /* told Ghana | it | would leave */
            subject = free ? RO_NONE
                           : controlling_object(tree,
                                                verb); /* jailed | them | for stealing, accused | them | of it */
            if (subject != RO_NONE)
                return subject;
        } else if (!ro_hangs_by(word, "conj") && !ro_hangs_by(word, "parataxis") && !ro_hangs_by(word, "obj")) {
            return RO_NONE;
        }
        verb = word->head;
    }
    return RO_NONE;
}

/* Whether a participle without an auxiliary of its own is passive: seized by, and | arrested. */
static bool is_bare_passive(const struct tree *tree, uint32_t verb)
{
    if (!ro_tree_tagged(tree, verb, "VBN") || ro_tree_child(tree, verb, "aux", RO_NONE) != RO_NONE)
        return false;
    const struct word *word = ro_tree_word(tree, verb);
    if (ro_hangs_by(word, "acl") || ro_hangs_by(word, "advcl") || ro_hangs_by(word, "xcomp"))
        return true;
    bool above = ro_hangs_by(word, "conj") && ro_tree_child(tree, verb, "nsubj", RO_NONE) == RO_NONE;
    return above && ro_tree_child(tree, word->head, "aux:pass", RO_NONE) != RO_NONE;
}

static bool is_passive(const struct tree *tree, uint32_t verb)
{
    return ro_tree_child(tree, verb, "aux:pass", RO_NONE) != RO_NONE ||
           ro_tree_child(tree, verb, "nsubj:pass", RO_NONE) != RO_NONE || is_bare_passive(tree, verb);
}

static uint32_t child_by(const struct tree *tree, uint32_t word, const char *relation)
{
    uint32_t child = ro_tree_child(tree, word, relation, RO_NONE);
    while (child != RO_NONE && !ro_tree_has_case(tree, child, by))
        child = ro_tree_child(tree, word, relation, child);
    return child;
}

/* By whom; also on a phrase before: imposed on Ghana | by France |, killed in a raid | by rebels |. */
static uint32_t agent_of(const struct tree *tree, uint32_t verb)
{
    uint32_t agent = child_by(tree, verb, "obl"), child = RO_NONE;
    while (agent == RO_NONE && (child = ro_tree_child(tree, verb, "obl", child)) != RO_NONE)
        agent = child_by(tree, child, "nmod");
    uint32_t object = ro_tree_child(tree, verb, "obj", RO_NONE); /* given shelter | by France | */
    return agent == RO_NONE && object != RO_NONE ? child_by(tree, object, "nmod") : agent;
}

/* The object of a verb with a particle where the parser takes both for a phrase: called off | a meeting |. */
static uint32_t behind_particle(const struct tree *tree, uint32_t verb)
{
    uint32_t particle = ro_tree_child(tree, verb, "compound:prt", RO_NONE);
    for (uint32_t child = particle; child != RO_NONE; child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        if (own->deprel && strcmp(own->deprel, "obl") == 0 && ro_tree_has_upos(tree, child, "NOUN") &&
            ro_tree_child(tree, child, "case", RO_NONE) == RO_NONE)
            return child;
    }
    return RO_NONE;
}

/* What the parser takes for a second subject, or for a predicate, behind the verb: freed | 34 soldiers |, called up | reservists |. */
static uint32_t behind_verb(const struct tree *tree, uint32_t verb)
{
    uint32_t first = ro_tree_child(tree, verb, "nsubj", RO_NONE), child = first;
    while (child != RO_NONE && (child = ro_tree_child(tree, verb, "nsubj", child)) != RO_NONE)
        if (first < verb && child > verb && ro_tree_has_upos(tree, child, "NOUN"))
            return child;
    child = ro_tree_child(tree, verb, "xcomp", RO_NONE);
    bool bare = child != RO_NONE && child > verb && ro_tree_has_upos(tree, child, "NOUN") &&
                ro_tree_child(tree, child, "case", RO_NONE) == RO_NONE &&
                ro_tree_child(tree, child, "mark", RO_NONE) == RO_NONE &&
                ro_tree_child(tree, child, "nsubj", RO_NONE) == RO_NONE;
    return bare ? child : RO_NONE;
}

/* Of two objects without a mark of which is which the first is the recipient. */
static void read_objects(const struct tree *tree, struct frame *frame)
{
    frame->object = ro_tree_child(tree, frame->clause, "obj", RO_NONE);
    if (frame->object == RO_NONE)
        frame->object = behind_particle(tree, frame->clause);
    frame->recipient = ro_tree_child(tree, frame->clause, "iobj", RO_NONE);
    if (frame->object == RO_NONE && frame->recipient == RO_NONE)
        frame->object = behind_verb(tree, frame->clause);
    if (frame->object == RO_NONE || frame->recipient != RO_NONE)
        return;
    uint32_t second = ro_tree_child(tree, frame->clause, "obj", frame->object);
    if (second != RO_NONE) {
        frame->recipient = frame->object;
        frame->object = second;
    }
}

struct frame ro_frame_of(const struct tree *tree, uint32_t verb)
{
    struct frame frame = {.head = verb, .clause = verb};
    read_objects(tree, &frame);
    uint32_t subject = ro_subject_of(tree, verb);
    frame.passive = is_passive(tree, verb);
    if (frame.passive) {
        frame.subject = agent_of(tree, verb);
        if (frame.object == RO_NONE)
            frame.object = subject;
        else if (frame.recipient == RO_NONE)
            frame.recipient = subject;
        return frame;
    }
    frame.subject = subject;
    bool relative = ro_hangs_by(ro_tree_word(tree, verb), "acl:relcl");
    if (relative && frame.object == RO_NONE && own_subject(tree, verb) != RO_NONE &&
        ro_tree_antecedent(tree, subject) == subject)
        frame.object = ro_tree_word(tree, verb)->head;
    return frame;
}

/* Light verbs */

static const struct slice no_word = {NULL, 0};

/* Whether a verb with a preposition (or none) passes on what its noun tells. */
static bool is_light(const struct tree *tree, uint32_t verb, struct slice behind)
{
    struct slice lemma = ro_tree_lemma(tree, verb);
    return ro_verbs_lists(tree->verbs, RO_LIST_LIGHT, lemma, behind) ||
           ro_verbs_lists(tree->verbs, RO_LIST_ASPECT, lemma, behind);
}

/* The light verb that an object, or a subject of a passive, goes with: "carry | out", "hold"; RO_NONE. */
static uint32_t light_of_object(const struct tree *tree, uint32_t noun)
{
    const struct word *word = ro_tree_word(tree, noun);
    bool object = ro_hangs_by(word, "obj") || ro_hangs_by(word, "nsubj:pass");
    bool begins = word->deprel && strcmp(word->deprel, "nsubj") == 0;
    if (!object && !begins)
        return RO_NONE;
    uint32_t verb = word->head, particle = ro_tree_child(tree, verb, "compound:prt", RO_NONE);
    struct slice behind = particle == RO_NONE ? no_word : ro_tree_lemma(tree, particle);
    if (begins) /* the talks | began | */
        return ro_verbs_lists(tree->verbs, RO_LIST_ASPECT, ro_tree_lemma(tree, verb), no_word) ? verb : RO_NONE;
    return is_light(tree, verb, behind) ? verb : RO_NONE;
}

/* The light verb that a phrase goes with: "engage | in talks"; RO_NONE. */
static uint32_t light_of_phrase(const struct tree *tree, uint32_t noun)
{
    const struct word *word = ro_tree_word(tree, noun);
    uint32_t preposition = ro_tree_child(tree, noun, "case", RO_NONE);
    bool oblique = ro_hangs_by(word, "obl") || ro_hangs_by(word, "xcomp");
    return preposition != RO_NONE && oblique && is_light(tree, word->head, ro_tree_lemma(tree, preposition))
               ? word->head
               : RO_NONE;
}

/* Whether it is a predicate with a preposition, and whether that passes its subject on: is in talks. */
static bool is_predicate(const struct tree *tree, uint32_t noun, bool *light)
{
    uint32_t preposition = ro_tree_child(tree, noun, "case", RO_NONE);
    if (preposition == RO_NONE || ro_tree_child(tree, noun, "cop", RO_NONE) == RO_NONE)
        return false;
    *light = ro_verbs_lists(tree->verbs, RO_LIST_LIGHT, RO_SLICE("be"), ro_tree_lemma(tree, preposition));
    return true;
}

/* What tells of a noun: that of which it is counted, or with which it is coordinated: launched a series of | attacks |, voiced rejection
 * and | condemnation |. */
static uint32_t told_with(const struct tree *tree, uint32_t noun)
{
    uint32_t head = ro_tree_word(tree, noun)->head;
    if (!ro_tree_hangs(tree, noun))
        return noun;
    if (ro_tree_counted(tree, head) == noun)
        return head;
    return ro_hangs_by(ro_tree_word(tree, noun), "conj") && ro_tree_has_upos(tree, head, "NOUN") ? head : noun;
}

struct frame ro_frame_of_noun(const struct tree *tree, uint32_t noun)
{
    struct frame frame = {
        .head = noun, .clause = noun, .subject = RO_NONE, .object = RO_NONE, .recipient = RO_NONE};
    uint32_t outer = told_with(tree, noun);
    frame.predicate = is_predicate(tree, outer, &frame.light);
    if (frame.predicate) {
        frame.subject = own_subject(tree, outer);
        return frame;
    }
    uint32_t verb = ro_tree_hangs(tree, outer) ? light_of_object(tree, outer) : RO_NONE;
    if (verb == RO_NONE && ro_tree_hangs(tree, outer))
        verb = light_of_phrase(tree, outer);
    if (verb == RO_NONE)
        return frame;
    struct frame above = ro_frame_of(tree, verb);
    frame.clause = verb;
    frame.light = true;
    frame.subject = above.subject == outer ? RO_NONE : above.subject;
    frame.recipient = above.recipient;
    frame.passive = above.passive;
    return frame;
}

uint32_t ro_passed_on(const struct tree *tree, uint32_t verb)
{
    for (int step = 0; step < STEPS; step++) {
        if (!ro_verbs_lists(tree->verbs, RO_LIST_ASPECT, ro_tree_lemma(tree, verb), no_word))
            return verb;
        uint32_t inner = ro_tree_child(tree, verb, "xcomp", RO_NONE);
        if (inner == RO_NONE)
            return verb;
        verb = inner;
    }
    return verb;
}
