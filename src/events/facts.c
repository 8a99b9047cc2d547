/* facts.c: negation, modals, conditions and tense, from the clause of an event up to the clause that asserts it. */
#include "events/facts.h"

enum { STEPS = 8 };

static const struct slice no_word = {NULL, 0};

static bool is_negated(const struct tree *tree, uint32_t word)
{
    static const char *const nots[] = {"not",    "never",    "n't",    "n\u2019t", "neither", "nor",
                                       "hardly", "scarcely", "almost", "nearly",   NULL};
    static const char *const befores[] = {"without", "instead", "rather", NULL};
    for (uint32_t child = tree->first_child[word]; child != RO_NONE; child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        if (ro_lemma_in(own, nots) && !ro_hangs_by(own, "cc:preconj"))
            return true;
        bool noun = ro_hangs_by(own, "obj") || ro_hangs_by(own, "nsubj");
        if (noun && (ro_tree_child_lemma(tree, child, "det", "no") != RO_NONE ||
                     ro_tree_child_lemma(tree, child, "det", "neither") != RO_NONE ||
                     ro_tree_child_lemma(tree, child, "cc:preconj", "neither") != RO_NONE))
            return true;
        if (ro_hangs_by(own, "det") && ro_lemma_is(own, "no"))
            return true;
        bool before = ro_hangs_by(own, "mark") || ro_hangs_by(own, "case") || ro_hangs_by(own, "cc");
        if (before && ro_lemma_in(own, befores))
            return true;
    }
    return false;
}

/* Whether a clause below says on what it depends: would go | if it rained |. */
static bool depends(const struct tree *tree, uint32_t word)
{
    uint32_t child = RO_NONE;
    while ((child = ro_tree_child(tree, word, "advcl", child)) != RO_NONE)
        if (ro_tree_child_lemma(tree, child, "mark", "if") != RO_NONE ||
            ro_tree_child_lemma(tree, child, "mark", "unless") != RO_NONE)
            return true;
    return false;
}

static void read_modal(const struct tree *tree, uint32_t word, struct facts *facts)
{
    static const char *const wills[] = {"will", "shall", "'ll", "\u2019ll", NULL};
    static const char *const mays[] = {"may", "might", "could", "can", NULL};
    bool unreal = ro_tree_child_lemma(tree, word, "aux", "have") != RO_NONE || depends(tree, word);
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, word, "aux", child)) != RO_NONE;) {
        const struct word *own = ro_tree_word(tree, child);
        bool would = ro_lemma_is(own, "would") || ro_lemma_is(own, "'d") || ro_lemma_is(own, "\u2019d");
        would = would && ro_tree_tagged(tree, child, "MD");
        facts->planned |= ro_lemma_in(own, wills) || (would && !unreal);
        facts->hypothetical |= would && unreal;
        facts->possible |= ro_lemma_in(own, mays);
        facts->conditional |= (would || ro_lemma_in(own, mays)) && depends(tree, word);
        facts->required |= ro_lemma_is(own, "must");
        facts->advised |= ro_lemma_is(own, "should") || ro_lemma_is(own, "ought");
    }
}

/* Had | they gone, | should | they go, | did | they go?: the subject behind its auxiliary. */
static bool is_inverted(const struct tree *tree, uint32_t word)
{
    uint32_t aux = ro_tree_child(tree, word, "aux", RO_NONE), subject = ro_tree_child(tree, word, "nsubj", RO_NONE);
    bool asked = ro_tree_child_lemma(tree, word, "punct", "?") != RO_NONE;
    return (asked || ro_hangs_by(ro_tree_word(tree, word), "advcl")) && aux != RO_NONE && subject != RO_NONE &&
           aux < subject;
}

static void read_condition(const struct tree *tree, uint32_t word, struct facts *facts)
{
    static const char *const ifs[] = {"if", "unless", "whether", NULL};
    facts->hypothetical |= is_inverted(tree, word);
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, word, "mark", child)) != RO_NONE;)
        facts->hypothetical |= ro_lemma_in(ro_tree_word(tree, child), ifs);
}

/* The tense of a verb with its auxiliaries; RO_UNSPECIFIED of what has none of its own. */
static enum tense tense_of(const struct tree *tree, uint32_t verb)
{
    bool present = ro_tree_tagged(tree, verb, "VBZ") || ro_tree_tagged(tree, verb, "VBP");
    bool past = ro_tree_tagged(tree, verb, "VBD"), modal = false;
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child]) {
        if (!ro_hangs_by(ro_tree_word(tree, child), "aux") && !ro_hangs_by(ro_tree_word(tree, child), "cop"))
            continue;
        bool have = ro_lemma_is(ro_tree_word(tree, child), "have");
        modal |= ro_tree_tagged(tree, child, "MD");
        past |= ro_tree_tagged(tree, child, "VBD") || have;
        present |= ro_tree_tagged(tree, child, "VBZ") || ro_tree_tagged(tree, child, "VBP");
    }
    return past ? RO_PAST : modal ? RO_FUTURE : present ? RO_PRESENT : RO_UNSPECIFIED;
}

/* Whether a list has a word, alone or with an adverb on it: stop | short |. */
static bool is_in(const struct tree *tree, enum word_list list, uint32_t word)
{
    struct slice lemma = ro_tree_lemma(tree, word);
    bool found = ro_verbs_lists(tree->verbs, list, lemma, no_word);
    for (uint32_t child = RO_NONE; !found && (child = ro_tree_child(tree, word, "advmod", child)) != RO_NONE;)
        found = ro_verbs_lists(tree->verbs, list, lemma, ro_tree_lemma(tree, child));
    return found;
}

/* What the word above makes of a clause that has no tense of its own: plans to, failed to, fears of. */
static void read_above(const struct tree *tree, uint32_t above, struct facts *facts)
{
    struct slice lemma = ro_tree_lemma(tree, above);
    facts->planned |= ro_verbs_lists(tree->verbs, RO_LIST_PLAN, lemma, no_word);
    facts->negated |= is_in(tree, RO_LIST_NOT, above);
    facts->possible |= ro_verbs_lists(tree->verbs, RO_LIST_DOUBT, lemma, no_word);
    facts->unable |= ro_lemma_is(ro_tree_word(tree, above), "unable") ||
                     ro_lemma_is(ro_tree_word(tree, above), "fail") ||
                     (ro_lemma_is(ro_tree_word(tree, above), "able") && is_negated(tree, above));
    facts->required |= ro_lemma_is(ro_tree_word(tree, above), "need") ||
                       ro_lemma_is(ro_tree_word(tree, above), "have");
}

/* Whether a clause leaves tense and modality to the word that it hangs on. */
static bool leans(const struct tree *tree, uint32_t word)
{
    const struct word *own = ro_tree_word(tree, word);
    if (!ro_tree_hangs(tree, word))
        return false;
    if (ro_hangs_by(own, "conj"))
        return ro_tree_child(tree, word, "nsubj", RO_NONE) == RO_NONE &&
               ro_tree_child(tree, word, "aux", RO_NONE) == RO_NONE;
    bool infinitive = ro_tree_child_lemma(tree, word, "mark", "to") != RO_NONE;
    bool noun = ro_tree_has_upos(tree, word, "NOUN");
    return ro_hangs_by(own, "xcomp") || (infinitive && !noun) ||
           (noun && (ro_hangs_by(own, "obj") || ro_hangs_by(own, "nmod") || ro_hangs_by(own, "obl") ||
                     ro_hangs_by(own, "nsubj"))) ||
           (ro_tree_tagged(tree, word, "VBG") &&
            (ro_hangs_by(own, "ccomp") || ro_hangs_by(own, "advcl") || ro_hangs_by(own, "acl")));
}

/* What a finite clause tells that somebody denies, or calls untrue. */
static bool is_denied(const struct tree *tree, uint32_t word)
{
    static const char *const denials[] = {"deny", "denial", "untrue", "false", NULL};
    static const char *const beliefs[] = {"true", "believe", "think", "expect", NULL};
    static const char *const answers[] = {"deny", "reject", "dismiss", "refute", "rebut", NULL};
    const struct word *own = ro_tree_word(tree, word), *above = ro_tree_word(tree, own->head);
    bool told = ro_hangs_by(own, "ccomp") || ro_hangs_by(own, "csubj");
    bool said = ro_hangs_by(own, "acl") && ro_tree_child_lemma(tree, word, "mark", "that") != RO_NONE;
    if (!ro_tree_hangs(tree, word) || (!told && !said))
        return false;
    if (ro_lemma_in(above, denials))
        return true;
    if (ro_hangs_by(above, "obj") && ro_tree_has_upos(tree, own->head, "NOUN")) /* rejected claims that */
        return ro_lemma_in(ro_tree_word(tree, above->head), answers);
    return told && ro_lemma_in(above, beliefs) && is_negated(tree, own->head);
}

/* What somebody keeps others from: stopped them | from leaving |, they were barred | from leaving |. */
static bool is_kept_from(const struct tree *tree, uint32_t word)
{
    static const struct slice from[] = {RO_SLICE("from"), {NULL, 0}};
    const struct word *own = ro_tree_word(tree, word);
    return ro_hangs_by(own, "advcl") && ro_tree_tagged(tree, word, "VBG") && ro_tree_has_case(tree, word, from) &&
           (ro_tree_child(tree, own->head, "obj", RO_NONE) != RO_NONE ||
            ro_tree_child(tree, own->head, "nsubj:pass", RO_NONE) != RO_NONE);
}

/* What somebody insists | that others do |: in the base form, with a subject. */
static bool is_subjunctive(const struct tree *tree, uint32_t word)
{
    return ro_hangs_by(ro_tree_word(tree, word), "ccomp") && ro_tree_tagged(tree, word, "VB") &&
           ro_tree_child_lemma(tree, word, "mark", "that") != RO_NONE &&
           ro_tree_child(tree, word, "aux", RO_NONE) == RO_NONE &&
           ro_tree_child(tree, word, "nsubj", RO_NONE) != RO_NONE;
}

struct facts ro_facts_of(const struct tree *tree, const struct frame *frame)
{
    struct facts facts = {.tense = RO_UNSPECIFIED};
    uint32_t word = frame->clause;
    facts.negated = is_negated(tree, word) || (frame->head != word && is_negated(tree, frame->head));
    for (int step = 0; step < STEPS; step++) {
        if (facts.tense != RO_PAST) /* would go | but stopped |: not of what is over */
            read_modal(tree, word, &facts);
        read_condition(tree, word, &facts);
        if (facts.tense == RO_UNSPECIFIED)
            facts.tense = tense_of(tree, word);
        facts.negated |= is_denied(tree, word) || is_kept_from(tree, word);
        facts.required |= is_subjunctive(tree, word);
        facts.unable |= facts.possible && is_negated(tree, word);
        if (!leans(tree, word))
            break;
        uint32_t above = ro_tree_word(tree, word)->head;
        bool conjunct = ro_hangs_by(ro_tree_word(tree, word), "conj");
        bool purpose = ro_hangs_by(ro_tree_word(tree, word), "advcl") && !ro_tree_tagged(tree, word, "VBG");
        if (purpose) {
            facts.planned = facts.purpose = true;
            break;
        }
        if (!conjunct) {
            read_above(tree, above, &facts);
            bool inside = ro_hangs_by(ro_tree_word(tree, word), "xcomp") ||
                          ro_hangs_by(ro_tree_word(tree, word), "acl");
            facts.negated |= inside && is_negated(tree, above);
        }
        word = above;
    }
    if (facts.planned && facts.tense != RO_PAST)
        facts.tense = RO_FUTURE;
    return facts;
}
