/* slots.c: objects, infinitives, clauses, phrases: where each slot of a pattern is looked for. */
#include "positions/amounts.h"
#include "positions/fitting.h"
#include "statements/build.h"

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

bool ro_is_infinitive(const struct tree *tree, uint32_t word)
{
    return ro_tree_child_lemma(tree, word, "mark", "to") != RO_NONE;
}

static bool is_clausal(const struct word *word)
{
    return ro_hangs_by(word, "xcomp") || ro_hangs_by(word, "ccomp") || ro_hangs_by(word, "advcl") ||
           (ro_hangs_by(word, "acl") && !ro_hangs_by(word, "acl:relcl")) || ro_hangs_by(word, "csubj");
}

uint32_t ro_infinitive_of(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    for (uint32_t i = 0; i < fitting->anchor_count; i++)
        for (uint32_t child = tree->first_child[fitting->anchors[i]]; child != RO_NONE;
             child = tree->next_child[child])
            if (child > fitting->frame.head && is_clausal(ro_tree_word(tree, child)) &&
                ro_is_infinitive(tree, child))
                return child;
    return RO_NONE;
}

/* on | condition | that, in | exchange | for */
static bool is_joint(const struct tree *tree, uint32_t word)
{
    static const char *const joints[] = {"condition", "exchange", "return", NULL};
    static const struct slice ons[] = {RO_SLICE("on"), RO_SLICE("in"), {NULL, 0}};
    return ro_lemma_in(ro_tree_word(tree, word), joints) && ro_tree_has_case(tree, word, ons);
}

/* Whether a phrase tells when: for | ten years |; but not "asked for | ten more years |". */
static bool is_when(const struct tree *tree, uint32_t word)
{
    return ro_is_time(tree->document, word) && ro_tree_child_lemma(tree, word, "amod", "more") == RO_NONE &&
           ro_tree_child_lemma(tree, word, "det", "another") == RO_NONE;
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
            bool relative = ro_tree_antecedent(tree, child) !=
                            child; /* an inquiry, | to which | they are opposed */
            if (phrase && (back || relative || child > fitting->frame.head) && !ro_is_infinitive(tree, child) &&
                !is_joint(tree, child) && !is_when(tree, child) && ro_tree_has_case(tree, child, prepositions))
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
            if (complement && child > fitting->frame.head && (marked || subject) && !ro_is_infinitive(tree, child))
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
    bool quoted = ro_range_is(fitting->told) && (ro_tree_tagged(fitting->tree, fitting->told.begin, "``") ||
                                                 ro_tree_tagged(fitting->tree, fitting->told.begin, "''"));
    return ro_range_is(fitting->told) && (quoted || !ro_tree_has_upos(fitting->tree, fitting->told.begin, "PUNCT"));
}

bool ro_is_anaphor(const struct tree *tree, uint32_t word)
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

/* An object that the parser takes for a phrase or a clause: requested | at least shelter |, ruled out, however, | any return |; RO_NONE. */
static uint32_t object_otherwise(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    for (uint32_t child = tree->first_child[fitting->frame.head]; child != RO_NONE;
         child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        bool phrase = ro_hangs_by(own, "obl") && ro_tree_child_lemma(tree, child, NULL, "least") != RO_NONE;
        bool clause = ro_hangs_by(own, "ccomp") && ro_tree_has_upos(tree, child, "NOUN") &&
                      ro_tree_child(tree, child, "nsubj", RO_NONE) == RO_NONE;
        if (child > fitting->frame.head && (phrase || clause))
            return child;
    }
    return RO_NONE;
}

static bool fill_object(struct fitting *fitting, const struct stance_slot *slot, bool two)
{
    const struct frame *frame = &fitting->frame;
    if (slot->filler == RO_STANCE_TOWARD) {
        fitting->toward = frame->recipient != RO_NONE || two ? frame->recipient : frame->object;
        return fitting->toward != RO_NONE;
    }
    fitting->issue = frame->object != RO_NONE || two ? frame->object : frame->recipient;
    bool split = !two && frame->object != RO_NONE && frame->recipient != RO_NONE &&
                 fitting->tree->entity_at[frame->recipient] == RO_NONE;
    if (split) /* regretted | the spill | off the cape, which the parser takes for two objects */
        fitting->issue = frame->recipient;
    if (fitting->issue == RO_NONE)
        fitting->issue = gerund_of(fitting);
    bool inner = fitting->last_word != frame->head && ro_tree_has_upos(fitting->tree, fitting->last_word, "VERB");
    if (inner && !two) /* wants to | see an end | */
        fitting->issue = ro_tree_child(fitting->tree, fitting->last_word, "obj", RO_NONE);
    uint32_t next = frame->head + 1;
    if (fitting->issue == RO_NONE && fitting->last_word == next + 1 && ro_is_anaphor(fitting->tree, next))
        fitting->issue = next; /* rules | that | out */
    if (fitting->issue == RO_NONE && next < fitting->tree->document->word_count && !two &&
        ro_is_anaphor(fitting->tree, next) && !ro_tree_tagged(fitting->tree, next, "IN") &&
        !ro_tree_tagged(fitting->tree, next, "WDT"))
        fitting->issue = next; /* ruled | that | out */
    if (fitting->issue == RO_NONE)
        fitting->issue = object_otherwise(fitting);
    return fitting->issue != RO_NONE && !is_told_aside(fitting);
}

/* Where the parser hangs a phrase on what stands between: begged those who came | for peace |. Not behind a comma or another verb. */
static uint32_t phrase_behind(const struct fitting *fitting, const struct slice *prepositions)
{
    const struct tree *tree = fitting->tree;
    const struct document *document = tree->document;
    for (uint32_t word = fitting->frame.head + 1; word < document->word_count; word++) {
        const struct word *own = ro_tree_word(tree, word);
        if (word + 2 < document->word_count && ro_lemma_is(ro_tree_word(tree, word + 1), "however")) {
            word += 2; /* they are open, | however |, to a visit */
            continue;
        }
        bool stops = ro_tree_has_upos(tree, word, "PUNCT") || ro_tree_has_upos(tree, word, "VERB") ||
                     own->sentence != document->words[fitting->frame.head].sentence;
        if (stops)
            return RO_NONE;
        bool introduces = ro_hangs_by(own, "case") || ro_hangs_by(own, "mark");
        if (introduces && own->head > word && lists(prepositions, ro_tree_lemma(tree, word)) &&
            !is_when(tree, own->head)) /* relented after a meeting | on Monday | */
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

/* Called | for the tax to be scrapped |; RO_NONE. */
static uint32_t clause_with_for(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    for (uint32_t child = tree->first_child[fitting->frame.head]; child != RO_NONE; child = tree->next_child[child])
        if (child > fitting->frame.head && ro_is_infinitive(tree, child) &&
            ro_tree_child_lemma(tree, child, "mark", "for") != RO_NONE)
            return child;
    return RO_NONE;
}

static bool fill_phrase(struct fitting *fitting, const struct stance_slot *slot)
{
    bool infinitive = slot->filler == RO_STANCE_ISSUE && lists(slot->words, RO_SLICE("to"));
    uint32_t word = phrase_of(fitting, slot->words, slot->filler == RO_STANCE_TOWARD);
    if (word == RO_NONE && slot->filler == RO_STANCE_ISSUE && lists(slot->words, RO_SLICE("for")))
        fitting->whole = (word = clause_with_for(fitting)) != RO_NONE;
    uint32_t clause = infinitive ? ro_infinitive_of(fitting) : RO_NONE;
    if (clause < word || (slot->filler == RO_STANCE_ISSUE && word == fitting->toward)) /* RO_NONE is the greatest */
        word = clause;
    if (word == RO_NONE && (slot->filler == RO_STANCE_ISSUE ? !infinitive : !slot->optional))
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
    for (; child != RO_NONE; child = tree->next_child[child]) {
        bool behind = child > 0 && (child - 1 == fitting->frame.object || child - 1 == fitting->frame.recipient);
        if (child > fitting->frame.head && ro_tree_tagged(tree, child, "VBG") &&
            (behind || ro_hangs_by(ro_tree_word(tree, child), "xcomp")))
            break;
    }
    return child;
}

bool ro_fits(struct fitting *fitting, const struct stance *stance, bool told)
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
