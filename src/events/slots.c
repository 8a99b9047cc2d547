/* slots.c: subjects, objects, clauses, owners: where each kind of slot is looked for. */
#include "events/attempt.h"

/* Clauses */

/* Whether a clause is an infinitive, where "to" is asked for, or finite. */
static bool is_clause(const struct tree *tree, const struct slot *slot, uint32_t child)
{
    const struct word *word = ro_tree_word(tree, child);
    bool infinitive = ro_tree_child_lemma(tree, child, "mark", "to") != RO_NONE;
    bool marked = ro_tree_child(tree, child, "mark", RO_NONE) != RO_NONE;
    bool complement = ro_hangs_by(word, "ccomp") || (ro_hangs_by(word, "acl") && marked);
    if (ro_slot_has_word(slot, "to"))
        return infinitive && (complement || ro_hangs_by(word, "xcomp") || ro_hangs_by(word, "advcl"));
    return !infinitive && complement && !ro_hangs_by(word, "acl:relcl") && !ro_tree_tagged(tree, child, "VBG");
}

/* The clause of a slot that hangs on a word, or RO_NONE. */
static uint32_t clause_under(const struct tree *tree, const struct slot *slot, uint32_t word)
{
    uint32_t child = tree->first_child[word];
    while (child != RO_NONE && !is_clause(tree, slot, child))
        child = tree->next_child[child];
    return child;
}

/* The verb of what is told before its cue: "| Ghana broke | the truce, Togo alleged"; RO_NONE. */
static uint32_t told_before(const struct tree *tree, uint32_t cue)
{
    uint32_t statement = tree->cues[cue];
    if (statement == RO_NONE)
        return RO_NONE;
    const struct document *document = tree->document;
    uint32_t told = ro_highest(document, ro_span_words(document, document->statements[statement].contents[0]));
    return ro_tree_has_upos(tree, told, "VERB") ? told : RO_NONE;
}

/* On an anchor; or, where the parser hangs it there, on a participle behind: asked those | impeding trade to be removed |. */
static bool clausal(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    uint32_t head = attempt->reading->frame.head, *inner = &attempt->reading->inner;
    for (uint32_t i = 0; i < attempt->anchor_count; i++)
        if ((*inner = clause_under(tree, slot, attempt->anchors[i])) != RO_NONE)
            return true;
    for (uint32_t child = tree->first_child[head]; child != RO_NONE; child = tree->next_child[child])
        if (ro_tree_tagged(tree, child, "VBG") && (*inner = clause_under(tree, slot, child)) != RO_NONE)
            return true;
    if (!ro_slot_has_word(slot, "to"))
        return (*inner = told_before(tree, head)) != RO_NONE;
    if (!ro_prepositional(attempt, slot))
        return false;
    uint32_t noun = ro_tree_counted(tree, *inner); /* agreed | to talks | */
    return ro_verbs_find(tree->verbs, RO_NOUN_HEAD, ro_tree_lemma(tree, noun)) != UINT32_MAX ||
           ro_verbs_find(tree->verbs, RO_NOUN_HEAD, ro_tree_singular(tree, noun)) != UINT32_MAX;
}

/* The gerund or bare clause that stands where an object may: stopped | attacking |. */
static uint32_t clause_as_object(const struct tree *tree, uint32_t head)
{
    for (uint32_t child = tree->first_child[head]; child != RO_NONE; child = tree->next_child[child]) {
        const struct word *word = ro_tree_word(tree, child);
        bool gerund = ro_tree_tagged(tree, child, "VBG") && ro_tree_child(tree, child, "mark", RO_NONE) == RO_NONE;
        if (ro_hangs_by(word, "ccomp") || (gerund && (ro_hangs_by(word, "xcomp") || ro_hangs_by(word, "advcl"))))
            return child;
    }
    return RO_NONE;
}

/* Slots */

/* What is made of an object: set them | free |, found him | guilty |; RO_NONE. */
static uint32_t predicate_of_object(const struct tree *tree, const struct frame *frame)
{
    return frame->recipient == RO_NONE && frame->object != RO_NONE
               ? ro_tree_child(tree, frame->head, "xcomp", RO_NONE)
               : RO_NONE;
}

/* The recipient that the parser takes for a part of the object: gave | Ghana | missiles; RO_NONE. */
static uint32_t recipient_before(const struct tree *tree, uint32_t object)
{
    uint32_t child = object == RO_NONE ? RO_NONE : ro_tree_child(tree, object, "compound", RO_NONE);
    while (child != RO_NONE && tree->entity_at[child] == RO_NONE)
        child = ro_tree_child(tree, object, "compound", child);
    return child;
}

static bool object(struct attempt *attempt, const struct slot *slot)
{
    const struct pattern *pattern = attempt->reading->pattern;
    const struct frame *frame = &attempt->reading->frame;
    uint32_t predicate = pattern->two_objects ? predicate_of_object(attempt->tree, frame) : RO_NONE;
    uint32_t recipient = predicate == RO_NONE ? frame->recipient : frame->object;
    if (pattern->two_objects && recipient == RO_NONE)
        recipient = recipient_before(attempt->tree, frame->object);
    uint32_t word = slot->place == RO_AT_RECIPIENT ? recipient : predicate == RO_NONE ? frame->object : predicate;
    if (word == RO_NONE && slot->place == RO_AT_OBJECT && !pattern->two_objects)
        word = frame->recipient;
    if (word == RO_NONE && (slot->filler == RO_FILL_INNER || slot->filler == RO_FILL_ANYTHING))
        word = clause_as_object(attempt->tree, frame->head);
    if (word == RO_NONE && (slot->filler == RO_FILL_INNER || slot->filler == RO_FILL_ANYTHING))
        word = attempt->reading->inner = told_before(attempt->tree, frame->head);
    if (word == RO_NONE)
        return pattern->mutual && slot->filler == RO_FILL_TARGET;
    return ro_fills(attempt, slot, word);
}

/* Whoever wrote or passed what a participle says something of: passed a resolution | criticizing him |. */
static uint32_t author_of(const struct tree *tree, uint32_t text)
{
    const struct word *word = ro_tree_word(tree, text);
    bool object = ro_hangs_by(word, "obj") || ro_hangs_by(word, "nsubj:pass");
    return object ? ro_frame_of(tree, word->head).subject : RO_NONE;
}

static bool subject(struct attempt *attempt, const struct slot *slot)
{
    uint32_t word = attempt->reading->frame.subject;
    if (slot->filler == RO_FILL_NOUNS) {
        attempt->thing = true;
        return word != RO_NONE && ro_fills(attempt, slot, word);
    }
    if (slot->filler == RO_FILL_TARGET && word == RO_NONE)
        return false;
    if (word == RO_NONE || !ro_fills(attempt, slot, word))
        return word == RO_NONE;
    uint32_t author = ro_attempt_side(attempt, slot->filler)->count ? RO_NONE : author_of(attempt->tree, word);
    return author == RO_NONE || ro_fills(attempt, slot, author);
}

/* Whoever a light verb has as its subject; only the source does. */
static bool owner_of_light(struct attempt *attempt, const struct slot *slot)
{
    struct reading *reading = attempt->reading;
    uint32_t subject = reading->frame.subject;
    bool passes = reading->frame.light || reading->pattern->be;
    bool first = slot->filler == RO_FILL_SOURCE || reading->pattern->be;
    if (!first || !passes || subject == RO_NONE)
        return false;
    ro_side_add(attempt->tree, subject, slot->filler, ro_attempt_side(attempt, slot->filler));
    return ro_attempt_side(attempt, slot->filler)->count > 0;
}

/* Whether a slot of a pattern has a preposition. */
static bool asks_for(const struct pattern *pattern, const char *word)
{
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (pattern->slots[i].place == RO_AT_PREPOSITION && ro_slot_has_word(&pattern->slots[i], word))
            return true;
    return false;
}

/* Where the parser hangs it on what stands between: the arrest of a sailor | by police |. */
static bool behind(struct attempt *attempt, const struct slot *slot, uint32_t noun)
{
    const struct tree *tree = attempt->tree;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, noun, "nmod", child)) != RO_NONE;)
        if (tree->entity_at[child] != RO_NONE && ro_phrase_under(attempt, slot, child, false))
            return true;
    return false;
}

/* Whose an event noun is: its possessor, a name before it, by whom, between whom; or the subject of its light verb. */
static bool owner(struct attempt *attempt, const struct slot *slot)
{
    static const struct slice by[] = {RO_SLICE("by"), {NULL, 0}}, of[] = {RO_SLICE("of"), {NULL, 0}};
    static const struct slice from[] = {RO_SLICE("from"), {NULL, 0}};
    static const struct slice between[] = {RO_SLICE("between"), RO_SLICE("among"), {NULL, 0}};
    static const struct slot doer = {.place = RO_AT_PREPOSITION, .filler = RO_FILL_SOURCE, .words = by};
    static const struct slot undergoer = {.place = RO_AT_PREPOSITION, .filler = RO_FILL_TARGET, .words = of};
    static const struct slot pair = {.place = RO_AT_PREPOSITION, .filler = RO_FILL_SOURCE, .words = between};
    uint32_t noun = attempt->reading->frame.head, clause = attempt->reading->frame.clause;
    if (owner_of_light(attempt, slot))
        return true;
    if (attempt->reading->pattern->be)
        return false;
    if (slot->filler == RO_FILL_TARGET)
        return ro_phrase_under(attempt, &undergoer, noun, true) ||
               ro_phrase_under(attempt, &undergoer, noun, false);
    static const struct slot sender = {.place = RO_AT_PREPOSITION, .filler = RO_FILL_SOURCE, .words = from};
    if (!ro_phrase_under(attempt, &doer, noun, true) && !ro_phrase_under(attempt, &doer, noun, false) &&
        !behind(attempt, &doer, noun) && !ro_phrase_under(attempt, &pair, noun, false) &&
        !ro_phrase_under(attempt, &pair, clause, false) && !asks_for(attempt->reading->pattern, "from"))
        ro_phrase_under(attempt, &sender, noun, false);
    return true;
}

static bool modifier(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    uint32_t head = attempt->reading->frame.head;
    for (uint32_t child = tree->first_child[head]; child != RO_NONE && child < head;
         child = tree->next_child[child])
        if (ro_slice_equal(ro_tree_lemma(tree, child), slot->words[0])) {
            ro_attempt_widen(attempt, child);
            return true;
        }
    return false;
}

/* The target of an event noun may be left out, and of one that goes both ways. */
static bool may_lack(const struct pattern *pattern, const struct slot *slot, const struct frame *frame)
{
    return slot->filler == RO_FILL_TARGET && (pattern->mutual || pattern->slots[0].place == RO_AT_OWNER) &&
           frame->head != RO_NONE;
}

bool ro_slot_fits(struct attempt *attempt, const struct slot *slot)
{
    switch (slot->place) {
    case RO_AT_SUBJECT:
        return subject(attempt, slot);
    case RO_AT_OBJECT:
    case RO_AT_RECIPIENT:
        return object(attempt, slot);
    case RO_AT_PREPOSITION:
        return ro_prepositional(attempt, slot) ||
               may_lack(attempt->reading->pattern, slot, &attempt->reading->frame);
    case RO_AT_CLAUSE:
        return clausal(attempt, slot);
    case RO_AT_PARTICLE:
        return ro_particle(attempt, slot);
    case RO_AT_OWNER:
        return owner(attempt, slot);
    case RO_AT_MODIFIER:
        return modifier(attempt, slot);
    }
    return false;
}
