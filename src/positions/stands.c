/* stands.c: reads a word and its clause by a pattern of the lexicon. */
#include "positions/stands.h"

#include "events/facts.h"
#include "statements/build.h"

/* What a pattern found. */
struct fitting {
    const struct stands *stands;
    const struct tree *tree;
    struct frame frame;
    uint32_t anchors[8]; /* words on which phrases of the pattern may hang */
    uint32_t anchor_count;
    uint32_t last_word;     /* the last word that had to be there, first of all the head */
    uint32_t issue, toward; /* words */
    struct range told;      /* an issue that is what its cue tells */
    bool thing;             /* the subject is the issue */
    bool whole;             /* an issue that is a finite clause */
};

static void anchor(struct fitting *fitting, uint32_t word)
{
    if (word != RO_NONE && fitting->anchor_count < sizeof fitting->anchors / sizeof *fitting->anchors)
        fitting->anchors[fitting->anchor_count++] = word;
}

static bool lists(const struct slice *words, struct slice word)
{
    while (words->data && !ro_slice_equal(*words, word))
        words++;
    return words->data != NULL;
}

/* Slots */

static bool is_infinitive(const struct tree *tree, uint32_t word)
{
    return ro_tree_child_lemma(tree, word, "mark", "to") != RO_NONE;
}

static bool is_clausal(const struct word *word)
{
    return ro_hangs_by(word, "xcomp") || ro_hangs_by(word, "ccomp") || ro_hangs_by(word, "advcl") ||
           (ro_hangs_by(word, "acl") && !ro_hangs_by(word, "acl:relcl")) || ro_hangs_by(word, "csubj");
}

/* The infinitive behind the head that hangs on an anchor; RO_NONE. */
static uint32_t infinitive_of(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    for (uint32_t i = 0; i < fitting->anchor_count; i++)
        for (uint32_t child = tree->first_child[fitting->anchors[i]]; child != RO_NONE;
             child = tree->next_child[child])
            if (child > fitting->frame.head && is_clausal(ro_tree_word(tree, child)) && is_infinitive(tree, child))
                return child;
    return RO_NONE;
}

static bool is_time(const struct document *document, uint32_t word)
{
    for (uint32_t i = 0; i < document->time_count; i++)
        if (ro_span_covers(document->times[i].span, document->words[word].span))
            return true;
    return false;
}

/* on | condition | that, in | exchange | for */
static bool is_joint(const struct tree *tree, uint32_t word)
{
    static const char *const joints[] = {"condition", "exchange", "return", NULL};
    static const struct slice ons[] = {RO_SLICE("on"), RO_SLICE("in"), {NULL, 0}};
    return ro_lemma_in(ro_tree_word(tree, word), joints) && ro_tree_has_case(tree, word, ons);
}

/* A phrase or gerund with one of some prepositions that hangs on an anchor; RO_NONE. */
static uint32_t phrase_of(const struct fitting *fitting, const struct slice *prepositions, bool back)
{
    const struct tree *tree = fitting->tree;
    for (uint32_t i = 0; i < fitting->anchor_count; i++)
        for (uint32_t child = tree->first_child[fitting->anchors[i]]; child != RO_NONE;
             child = tree->next_child[child]) {
            const struct word *own = ro_tree_word(tree, child);
            bool phrase = ro_hangs_by(own, "obl") || ro_hangs_by(own, "nmod") || ro_hangs_by(own, "advcl") ||
                          ro_hangs_by(own, "acl") || ro_hangs_by(own, "xcomp") || ro_hangs_by(own, "obj") ||
                          ro_hangs_by(own, "ccomp");
            if (phrase && (back || child > fitting->frame.head) && !is_infinitive(tree, child) &&
                !is_joint(tree, child) && !is_time(tree->document, child) &&
                ro_tree_has_case(tree, child, prepositions))
                return child;
        }
    return RO_NONE;
}

/* The finite clause of a head; RO_NONE. */
static uint32_t clause_of(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    for (uint32_t i = 0; i < fitting->anchor_count; i++)
        for (uint32_t child = tree->first_child[fitting->anchors[i]]; child != RO_NONE;
             child = tree->next_child[child]) {
            const struct word *own = ro_tree_word(tree, child);
            bool marked = ro_tree_child_lemma(tree, child, "mark", "that") != RO_NONE;
            if (ro_tree_child_lemma(tree, child, "mark", "whether") != RO_NONE ||
                ro_tree_child_lemma(tree, child, "mark", "if") != RO_NONE)
                continue;
            bool complement = ro_hangs_by(own, "ccomp") || (marked && is_clausal(own));
            bool subject = ro_tree_child(tree, child, "nsubj", RO_NONE) != RO_NONE ||
                           ro_tree_child(tree, child, "expl", RO_NONE) != RO_NONE;
            if (complement && child > fitting->frame.head && (marked || subject) && !is_infinitive(tree, child))
                return child;
        }
    return RO_NONE;
}

/* A gerund or bare clause that stands where an object may: suggested | meeting in Rome |. */
static uint32_t gerund_of(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    for (uint32_t child = tree->first_child[fitting->frame.head]; child != RO_NONE;
         child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        bool gerund = ro_tree_tagged(tree, child, "VBG") && ro_tree_child(tree, child, "mark", RO_NONE) == RO_NONE;
        if (child > fitting->frame.head && gerund && (ro_hangs_by(own, "xcomp") || ro_hangs_by(own, "ccomp")))
            return child;
    }
    return RO_NONE;
}

/* What a cue tells that is no clause of its own: "We will come back," | threatened | Roe. */
static bool told_by_cue(struct fitting *fitting)
{
    const struct document *document = fitting->tree->document;
    uint32_t statement = fitting->stands->cue_of[fitting->frame.head];
    if (statement == RO_NONE || !document->statements[statement].content_count)
        return false;
    fitting->told = ro_span_words(document, document->statements[statement].contents[0]);
    return ro_range_is(fitting->told);
}

/* Whether a pronoun stands where the issue should: rejected | it |, ruled | that | out. */
static bool is_anaphor(const struct tree *tree, uint32_t word)
{
    static const char *const anaphors[] = {"it",    "that",  "this",  "so",   "they",
                                           "these", "those", "which", "such", NULL};
    return (ro_tree_has_upos(tree, word, "PRON") || tree->first_child[word] == RO_NONE) &&
           ro_lemma_in(ro_tree_word(tree, word), anaphors) && ro_tree_antecedent(tree, word) == word;
}

/* Whether the object is who is told what stands elsewhere: "We will pay," Roe promised | the owners |. */
static bool is_told_aside(const struct fitting *fitting)
{
    const struct document *document = fitting->tree->document;
    uint32_t statement = fitting->stands->cue_of[fitting->frame.head];
    if (statement == RO_NONE || fitting->tree->entity_at[fitting->issue] == RO_NONE)
        return false;
    const struct statement *told = &document->statements[statement];
    for (uint32_t i = 0; i < told->content_count; i++)
        if (ro_span_covers(told->contents[i], document->words[fitting->issue].span))
            return false;
    return told->content_count > 0;
}

static bool fill_object(struct fitting *fitting, const struct stance_slot *slot, bool two)
{
    const struct frame *frame = &fitting->frame;
    if (slot->filler == RO_STANCE_TOWARD) {
        fitting->toward = frame->recipient != RO_NONE || two ? frame->recipient : frame->object;
        return fitting->toward != RO_NONE;
    }
    fitting->issue = frame->object != RO_NONE || two ? frame->object : frame->recipient;
    if (fitting->issue == RO_NONE)
        fitting->issue = gerund_of(fitting);
    uint32_t next = frame->head + 1;
    if (fitting->issue == RO_NONE && next < fitting->tree->document->word_count && !two &&
        is_anaphor(fitting->tree, next) && !ro_tree_tagged(fitting->tree, next, "IN") &&
        !ro_tree_tagged(fitting->tree, next, "WDT"))
        fitting->issue = next; /* ruled | that | out */
    return fitting->issue != RO_NONE && !is_told_aside(fitting);
}

/* Where the parser hangs a phrase on what stands between: begged those who came | for peace |. Not behind a comma or another verb. */
static uint32_t phrase_behind(const struct fitting *fitting, const struct slice *prepositions)
{
    const struct tree *tree = fitting->tree;
    const struct document *document = tree->document;
    for (uint32_t word = fitting->frame.head + 1; word < document->word_count; word++) {
        const struct word *own = ro_tree_word(tree, word);
        bool stops = ro_tree_has_upos(tree, word, "PUNCT") || ro_tree_has_upos(tree, word, "VERB") ||
                     own->sentence != document->words[fitting->frame.head].sentence;
        if (stops)
            return RO_NONE;
        bool introduces = ro_hangs_by(own, "case") || ro_hangs_by(own, "mark");
        if (introduces && own->head > word && lists(prepositions, ro_tree_lemma(tree, word)))
            return own->head;
    }
    return RO_NONE;
}

/* | what | we asked for; RO_NONE. */
static uint32_t what_of(const struct fitting *fitting)
{
    const struct word *own = ro_tree_word(fitting->tree, fitting->frame.head);
    bool free = ro_hangs_by(own, "acl:relcl") && ro_lemma_is(ro_tree_word(fitting->tree, own->head), "what");
    return free ? own->head : RO_NONE;
}

static bool fill_phrase(struct fitting *fitting, const struct stance_slot *slot)
{
    bool infinitive = slot->filler == RO_STANCE_ISSUE && lists(slot->words, RO_SLICE("to"));
    uint32_t word = phrase_of(fitting, slot->words, slot->filler == RO_STANCE_TOWARD);
    uint32_t clause = infinitive ? infinitive_of(fitting) : RO_NONE;
    if (clause < word || (slot->filler == RO_STANCE_ISSUE && word == fitting->toward)) /* RO_NONE is the greatest */
        word = clause;
    if (word == RO_NONE && slot->filler == RO_STANCE_ISSUE && !infinitive)
        word = phrase_behind(fitting, slot->words);
    if (slot->filler == RO_STANCE_ISSUE && word == RO_NONE)
        word = what_of(fitting);
    if (slot->filler == RO_STANCE_ISSUE)
        fitting->issue = word;
    else if (word != RO_NONE && (!slot->optional || ro_holder_at(&fitting->stands->stakes, word) != RO_NONE))
        fitting->toward = word; /* demanded it | of Norland |; but the release | of a prisoner | */
    return slot->filler == RO_STANCE_ISSUE ? word != RO_NONE : fitting->toward != RO_NONE;
}

/* A word that must be there, on which what follows may hang: give | in |, expressed | regret |. It hangs on the head or on the word
 * before it, or stands right behind that. */
static bool fill_word(struct fitting *fitting, const struct stance_slot *slot)
{
    const struct tree *tree = fitting->tree;
    uint32_t before = fitting->last_word, next = before + 1;
    for (uint32_t child = tree->first_child[before]; fitting->thing && child != RO_NONE;
         child = tree->next_child[child])
        if (child < before && lists(slot->words, ro_tree_lemma(tree, child)))
            return true;
    for (uint32_t child = tree->first_child[fitting->frame.head]; child != RO_NONE; child = tree->next_child[child])
        if (child > before && lists(slot->words, ro_tree_lemma(tree, child)))
            next = child;
    for (uint32_t child = tree->first_child[before]; child != RO_NONE; child = tree->next_child[child])
        if (child > before && lists(slot->words, ro_tree_lemma(tree, child)))
            next = child;
    for (uint32_t child = tree->first_child[fitting->frame.head]; child != RO_NONE; child = tree->next_child[child])
        if (child > before && tree->first_child[child] != RO_NONE &&
            lists(slot->words, ro_tree_lemma(tree, tree->first_child[child])) &&
            tree->first_child[child] > before && ro_hangs_by(ro_tree_word(tree, tree->first_child[child]), "case"))
            next = tree->first_child[child]; /* gave them | until | Friday */
    if (next >= tree->document->word_count || !lists(slot->words, ro_tree_lemma(tree, next)))
        return false;
    fitting->last_word = next;
    anchor(fitting, next);
    return true;
}

/* What a noun is said to be: the offer | was ten lorries |. */
static bool fill_predicate(struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    const struct word *own = ro_tree_word(tree, fitting->frame.head);
    bool subject = ro_hangs_by(own, "nsubj") && ro_tree_child(tree, own->head, "cop", RO_NONE) != RO_NONE;
    fitting->issue = subject ? own->head : RO_NONE;
    return subject && ro_tree_has_upos(tree, own->head, "NOUN");
}

static bool fill(struct fitting *fitting, const struct stance_slot *slot, bool two, bool told)
{
    switch (slot->place) {
    case RO_STANCE_OBJECT:
        return fill_object(fitting, slot, two);
    case RO_STANCE_CLAUSE:
        fitting->issue = clause_of(fitting);
        fitting->whole = fitting->issue != RO_NONE;
        return fitting->whole || (told && told_by_cue(fitting));
    case RO_STANCE_PREPOSITION:
        if (lists(slot->words, RO_SLICE("be")))
            return fill_predicate(fitting);
        return fill_phrase(fitting, slot);
    case RO_STANCE_WORD:
        return fill_word(fitting, slot);
    }
    return false;
}

/* Whether a pattern has two bare objects: "offer T I". */
static bool has_two(const struct stance *stance)
{
    uint32_t bare = 0;
    for (uint32_t i = 0; i < stance->slot_count; i++)
        bare += stance->slots[i].place == RO_STANCE_OBJECT;
    return bare > 1;
}

/* The verb that carries a noun, on which its infinitive may hang: turned down | a request by Roe to halt it; RO_NONE. */
static uint32_t clause_around(const struct fitting *fitting)
{
    const struct frame *frame = &fitting->frame;
    if (frame->clause != frame->head)
        return frame->clause;
    const struct word *own = ro_tree_word(fitting->tree, frame->head);
    bool object = ro_hangs_by(own, "obj") || ro_hangs_by(own, "nsubj:pass");
    return object && ro_tree_has_upos(fitting->tree, frame->head, "NOUN") ? own->head : RO_NONE;
}

/* A participle on which the parser may hang the infinitive behind: asked those | impeding | trade to be removed; RO_NONE. */
static uint32_t participle_of(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    uint32_t child = tree->first_child[fitting->frame.head];
    while (child != RO_NONE && (child < fitting->frame.head || !ro_tree_tagged(tree, child, "VBG") ||
                                !ro_hangs_by(ro_tree_word(tree, child), "xcomp")))
        child = tree->next_child[child];
    return child;
}

/* By what hangs on the head, or else, where `told`, by what it tells as a cue. */
static bool fits(struct fitting *fitting, const struct stance *stance, bool told)
{
    fitting->anchor_count = 0;
    fitting->last_word = fitting->frame.head;
    fitting->issue = fitting->toward = RO_NONE;
    fitting->told = RO_NO_RANGE;
    fitting->whole = false;
    fitting->thing = stance->thing;
    if (stance->thing && (fitting->issue = fitting->frame.subject) == RO_NONE)
        return false;
    anchor(fitting, fitting->frame.head);
    anchor(fitting, fitting->frame.object);
    anchor(fitting, clause_around(fitting));
    anchor(fitting, participle_of(fitting));
    for (uint32_t i = 0; i < stance->slot_count; i++)
        if (!fill(fitting, &stance->slots[i], has_two(stance), told) && !stance->slots[i].optional)
            return false;
    return true;
}

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
    return frame->light ? ro_holder_at(&stands->stakes, frame->subject) : RO_NONE;
}

static bool kind_of(const struct tree *tree, uint32_t word, enum stance_kind *kind)
{
    bool predicate = ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE &&
                     ro_tree_child(tree, word, "case", RO_NONE) != RO_NONE;
    if (predicate && ro_tree_has_upos(tree, word, "NOUN")) /* is out of the | question | */
        *kind = RO_STANCE_STATE;
    else if (ro_tree_has_upos(tree, word, "VERB"))
        *kind = RO_STANCE_VERB;
    else if (ro_tree_has_upos(tree, word, "NOUN"))
        *kind = RO_STANCE_NOUN;
    else if (ro_tree_has_upos(tree, word, "ADJ"))
        *kind = RO_STANCE_STATE;
    else
        return false;
    return true;
}

/* Writing */

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

/* What is only possible, only supposed or denied is no position. Sets the act. */
static bool act_of(const struct fitting *fitting, const struct stance *stance, enum position_act *act)
{
    struct facts facts = ro_facts_of(fitting->tree, &fitting->frame);
    bool may = facts.possible && !facts.unable && stance->act != RO_ACCEPT && stance->act != RO_OFFER;
    *act = facts.negated || facts.unable ? stance->negated : stance->act;
    bool harm = is_listed(fitting, RO_STANCE_HARM);
    if (*act == RO_PROMISE && harm && !fitting->whole)
        *act = RO_THREATEN;
    if (*act == RO_THREATEN && !is_threat(fitting, harm))
        return false;
    if (*act == RO_ACCEPT && fitting->whole && is_admission(fitting))
        return false;
    if (*act == RO_REJECT && fitting->issue == RO_NONE && ro_range_is(fitting->told))
        return false;
    if (*act == RO_REJECT && is_listed(fitting, RO_STANCE_SILENT))
        return false;
    if ((*act == RO_DEMAND || *act == RO_PROPOSE) && !is_wished(fitting))
        return false;
    if (*act == RO_REJECT && is_claim(fitting))
        return false;
    return !may && *act != RO_NO_ACT && !ro_is_supposed(fitting->tree, fitting->frame.clause);
}

/* What somebody wants, said in one noun. */
static bool is_plan(const struct tree *tree, uint32_t noun)
{
    static const char *const plans[] = {"demand",   "request", "offer",      "proposal", "idea",  "condition",
                                        "call",     "plea",    "bid",        "plan",     "claim", "suggestion",
                                        "decision", "move",    "invitation", "term",     "step",  NULL};
    return ro_lemma_in(ro_tree_word(tree, noun), plans);
}

/* The noun of which a relative clause tells: a demand | that Sudmark rejected |; in apposition it stands for what was said before. */
static bool is_summary(const struct tree *tree, uint32_t word)
{
    bool joined = ro_hangs_by(ro_tree_word(tree, word), "appos") ||
                  ro_lemma_is(ro_tree_word(tree, word), "something");
    bool behind = word > 1 && ro_slice_equal(ro_document_word(tree->document, word - 2), RO_SLICE(",")) &&
                  is_plan(tree, word);
    return joined || behind; /* , a request | that Sudmark refused | */
}

static bool is_quote(const struct tree *tree, uint32_t word)
{
    return ro_tree_tagged(tree, word, "''") || ro_tree_tagged(tree, word, "``");
}

/* An object goes on with the phrase behind it that the parser may have hung on the verb: wanted exclusivity | for every match |. */
static struct range with_phrase_behind(const struct stands *stands, const struct fitting *fitting,
                                       struct range issue)
{
    static const struct slice joints[] = {RO_SLICE("of"),   RO_SLICE("for"),     RO_SLICE("on"),    RO_SLICE("in"),
                                          RO_SLICE("over"), RO_SLICE("against"), RO_SLICE("about"), {NULL, 0}};
    const struct tree *tree = fitting->tree;
    if (fitting->issue != fitting->frame.object || fitting->whole || ro_is_verbal(tree, fitting->issue))
        return issue;
    for (uint32_t child = tree->first_child[fitting->frame.clause]; child != RO_NONE;
         child = tree->next_child[child])
        if ((ro_hangs_by(ro_tree_word(tree, child), "obl") ||
             (ro_hangs_by(ro_tree_word(tree, child), "advcl") && ro_tree_tagged(tree, child, "VBG"))) &&
            (stands->stakes.first[child] == issue.end ||
             (stands->stakes.first[child] == issue.end + 1 && is_quote(tree, issue.end))) &&
            child != fitting->toward && ro_tree_has_case(tree, child, joints) && !is_time(tree->document, child))
            issue.end = ro_stake_of(&stands->stakes, child, false).end;
    uint32_t infinitive = is_plan(tree, fitting->issue) ? infinitive_of(fitting) : RO_NONE;
    if (infinitive != RO_NONE && infinitive > issue.end) /* a request by the governor, Ada Roe, | to halt it | */
        issue.end = ro_stake_of(&stands->stakes, infinitive, false).end;
    return issue;
}

/* "| Then we | come back on Friday": of what is quoted, without who says it. */
static void set_told(const struct stands *stands, const struct fitting *fitting, struct stand *stand)
{
    const struct tree *tree = fitting->tree;
    if (fitting->told.end - fitting->told.begin <= 2 && is_anaphor(tree, fitting->told.begin)) {
        stand->issue = RO_NO_RANGE;
        return;
    }
    uint32_t head = ro_highest(tree->document, fitting->told),
             subject = ro_tree_child(tree, head, "nsubj", RO_NONE);
    stand->issue_head = head;
    bool own = subject == RO_NONE ? ro_tree_has_upos(tree, head, "VERB")
                                  : (ro_lemma_is(ro_tree_word(tree, subject), "we") ||
                                     ro_lemma_is(ro_tree_word(tree, subject), "I"));
    if (own)
        stand->issue = ro_range_common(fitting->told, ro_stake_of(&stands->stakes, head, false));
}

static void set_issue(const struct stands *stands, const struct fitting *fitting, struct stand *stand)
{
    const struct tree *tree = fitting->tree;
    bool what = fitting->issue != RO_NONE && ro_lemma_is(ro_tree_word(tree, fitting->issue), "what");
    uint32_t issue = fitting->issue == RO_NONE || what ? fitting->issue : ro_tree_antecedent(tree, fitting->issue);
    bool relative = issue != RO_NONE &&
                    (issue != fitting->issue ||
                     (issue < fitting->frame.head && ro_tree_word(tree, fitting->frame.head)->head == issue));
    stand->issue_head = issue;
    if (issue == RO_NONE)
        stand->issue = fitting->told;
    else if (is_anaphor(tree, issue) || (relative && is_summary(tree, issue)))
        stand->issue_head = RO_NONE;
    else
        stand->issue = with_phrase_behind(stands, fitting, ro_stake_of(&stands->stakes, issue, fitting->whole));
    uint32_t toward = fitting->toward == RO_NONE ? 0 : stands->stakes.first[fitting->toward];
    bool thing = toward && ro_holder_at(&stands->stakes, fitting->toward) == RO_NONE && issue != RO_NONE &&
                 toward < issue && !fitting->whole && ro_is_verbal(tree, issue) &&
                 !ro_tree_has_upos(tree, fitting->toward, "PRON");
    if (thing && ro_range_is(stand->issue)) /* called for | the tankers to be searched | */
        stand->issue.begin = toward;
    uint32_t agent = fitting->frame.passive && fitting->frame.subject != RO_NONE
                         ? stands->stakes.first[fitting->frame.subject]
                         : 0;
    if (ro_range_is(stand->issue) && agent > stand->issue.begin && agent < stand->issue.end && issue != RO_NONE &&
        agent > issue)
        stand->issue.end = agent; /* were promised a pension | by the government | */
    if (ro_range_is(stand->issue) && toward > stand->issue.begin && toward < stand->issue.end && issue != RO_NONE &&
        toward > issue)
        stand->issue.end = toward; /* demanded an apology | from Norland | */
    if (ro_range_is(fitting->told) && issue == RO_NONE)
        set_told(stands, fitting, stand);
    if (relative && ro_range_is(stand->issue) && stand->issue.end > stands->stakes.first[fitting->frame.head] &&
        issue < fitting->frame.head)
        stand->issue.end = stands->stakes.first[fitting->frame.head];
}

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
                            .score = 0.8};
    set_issue(stands, fitting, stand);
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
    bool clauses = second != RO_NONE && is_infinitive(tree, first) && is_infinitive(tree, second);
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
            if (fits(fitting, ro_stances_get(stances, next), told))
                return ro_stances_get(stances, next);
    return NULL;
}

bool ro_stand_by_pattern(struct stands *stands, uint32_t word)
{
    struct fitting fitting = {.stands = stands, .tree = &stands->stakes.tree};
    enum stance_kind kind;
    if (!kind_of(fitting.tree, word, &kind))
        return true;
    uint32_t first = ro_stances_find(stands->stances, kind, ro_tree_lemma(fitting.tree, word));
    bool passive = ro_tree_tagged(fitting.tree, word, "VBN") &&
                   ro_tree_child(fitting.tree, word, "aux:pass", RO_NONE) != RO_NONE;
    if (first == UINT32_MAX && passive) { /* are | prepared | to, which the parser may take for a verb */
        kind = RO_STANCE_STATE;
        first = ro_stances_find(stands->stances, kind, ro_document_word(fitting.tree->document, word));
    }
    if (first == UINT32_MAX)
        return true;
    fitting.frame = kind == RO_STANCE_NOUN ? ro_frame_of_noun(fitting.tree, word) : ro_frame_of(fitting.tree, word);
    if (kind == RO_STANCE_STATE && fitting.frame.passive) {
        fitting.frame.subject = fitting.frame.object;
        fitting.frame.passive = false;
        fitting.frame.object = RO_NONE;
    }
    uint32_t holder = kind == RO_STANCE_NOUN ? owner_of(stands, word, &fitting.frame)
                                             : ro_stand_holder(stands, subject_of(fitting.tree, &fitting.frame));
    bool unowned = kind == RO_STANCE_NOUN && holder == RO_NONE;
    const struct stance *stance = unowned ? NULL : best_of(&fitting, first);
    enum position_act act;
    if (!stance || !act_of(&fitting, stance, &act))
        return true;
    if (ro_range_is(fitting.told) && fitting.issue == RO_NONE)
        holder = told_doer(stands, fitting.told, holder);
    if (stance->thing)
        holder = ro_stand_speaker(stands, word);
    return add(stands, &fitting, holder, act) && add_joined(stands);
}
