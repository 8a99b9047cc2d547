/* match.c: finds a pattern's slots filled in a clause. */
#include "events/match.h"

enum { ANCHORS = 8, LONGEST_TRIGGER = 60 };

/* A match that is being tried: words that phrases may hang on, the most likely first. */
struct attempt {
    const struct tree *tree;
    struct reading *reading;
    uint32_t anchors[ANCHORS];
    uint32_t anchor_count;
    bool thing; /* the subject is a thing that S is read out of */
};

static void anchor_at(struct attempt *attempt, uint32_t word)
{
    for (uint32_t i = 0; i < attempt->anchor_count; i++)
        if (attempt->anchors[i] == word)
            return;
    if (word != RO_NONE && attempt->anchor_count < ANCHORS)
        attempt->anchors[attempt->anchor_count++] = word;
}

/* Nouns */

static const struct slice no_word = {NULL, 0};

static struct slice lemma_before(const struct tree *tree, uint32_t word)
{
    return word > 0 ? ro_tree_lemma(tree, word - 1) : (struct slice){NULL, 0};
}

/* "house_arrest", of "house" and "arrest"; without a word before, the noun alone. */
static bool is_joined(struct slice noun, struct slice before, struct slice lemma)
{
    if (!before.length)
        return ro_slice_equal(noun, lemma);
    return noun.length == before.length + 1 + lemma.length && noun.data[before.length] == '_' &&
           memcmp(noun.data, before.data, before.length) == 0 &&
           memcmp(noun.data + before.length + 1, lemma.data, lemma.length) == 0;
}

/* Whether a noun is one that a slot asks for: with the word before it, where it is given. */
static bool is_named(const struct tree *tree, const struct slot *slot, struct slice lemma, struct slice before)
{
    const struct noun_choice *noun = slot->nouns;
    for (; noun->lemma.data && lemma.length; noun++)
        if (noun->class != UINT32_MAX ? ro_verbs_is_of(tree->verbs, noun->class, lemma, before)
                                      : is_joined(noun->lemma, before, lemma))
            return true;
    return false;
}

static bool is_of(const struct tree *tree, const struct slot *slot, uint32_t word, struct slice before)
{
    enum { LONGEST = 32 };
    struct slice lemma = ro_tree_lemma(tree, word);
    char small[LONGEST];
    if (is_named(tree, slot, lemma, before) || is_named(tree, slot, ro_tree_singular(tree, word), before))
        return true;
    if (!lemma.length || lemma.length > LONGEST || lemma.data[0] < 'A' || lemma.data[0] > 'Z')
        return false;
    memcpy(small, lemma.data, lemma.length); /* "Parliament" */
    small[0] = (char)(small[0] - 'A' + 'a');
    return is_named(tree, slot, (struct slice){small, lemma.length}, before);
}

/* The noun of a phrase, or one coordinated with it, that a slot asks for; RO_NONE. */
static uint32_t wanted_noun(const struct tree *tree, const struct slot *slot, uint32_t word, bool *narrow)
{
    uint32_t counted = ro_tree_counted(tree, word), child = RO_NONE;
    const uint32_t words[] = {word, counted};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        *narrow = is_of(tree, slot, words[i], lemma_before(tree, words[i]));
        if (*narrow || is_of(tree, slot, words[i], no_word))
            return words[i];
    }
    while ((child = ro_tree_child(tree, counted, "conj", child)) != RO_NONE)
        if (is_of(tree, slot, child, no_word))
            break;
    return child;
}

static void widen(struct reading *reading, uint32_t word)
{
    if (word < reading->words.begin)
        reading->words.begin = word;
    if (word >= reading->words.end)
        reading->words.end = word + 1;
}

static struct side_of *side(struct reading *reading, enum slot_filler filler)
{
    return filler == RO_FILL_SOURCE ? &reading->source : &reading->target;
}

static bool under(struct attempt *attempt, const struct slot *slot, uint32_t anchor, bool before);

/* In S's custody. */
static bool takes_owner(struct attempt *attempt, const struct slot *slot, uint32_t noun)
{
    if (slot->owner == RO_FILL_NOBODY)
        return true;
    static const struct slice words[] = {RO_SLICE("by"), RO_SLICE("of"), {NULL, 0}};
    const struct slot whose = {.place = RO_AT_PREPOSITION, .filler = slot->owner, .words = words};
    return under(attempt, &whose, noun, true) || under(attempt, &whose, noun, false);
}

/* Whether a word fills a slot; takes over who or what it is. */
static bool fills(struct attempt *attempt, const struct slot *slot, uint32_t word)
{
    struct reading *reading = attempt->reading;
    uint32_t noun;
    bool narrow;
    switch (slot->filler) {
    case RO_FILL_SOURCE:
    case RO_FILL_TARGET:
        if (slot->itself && attempt->tree->entity_at[ro_tree_antecedent(attempt->tree, word)] == RO_NONE)
            return false;
        ro_side_add(attempt->tree, word, slot->filler, side(reading, slot->filler));
        if (slot->place != RO_AT_SUBJECT)
            anchor_at(attempt, word);
        return true;
    case RO_FILL_NOUNS:
        noun = wanted_noun(attempt->tree, slot, word, &narrow);
        if (noun == RO_NONE || !takes_owner(attempt, slot, noun))
            return false;
        reading->nouns[reading->noun_count++] = noun;
        reading->narrow += narrow;
        widen(reading, noun);
        if (slot->place == RO_AT_SUBJECT)
            return true;
        anchor_at(attempt, noun);
        anchor_at(attempt, word);
        return true;
    case RO_FILL_INNER:
        reading->inner = word;
        return true;
    case RO_FILL_ANYTHING:
    case RO_FILL_NOBODY:
        anchor_at(attempt, word);
        return true;
    }
    return false;
}

/* Phrases */

static bool has_word(const struct slot *slot, const char *word)
{
    for (const struct slice *own = slot->words; own->data; own++)
        if (ro_slice_equal(*own, ro_slice(word)))
            return true;
    return false;
}

/* Whether a child is what a slot's preposition may stand before. */
static bool is_phrase(const struct tree *tree, const struct slot *slot, uint32_t child)
{
    const struct word *word = ro_tree_word(tree, child);
    bool clause = ro_hangs_by(word, "advcl") || ro_hangs_by(word, "acl") || ro_hangs_by(word, "ccomp") ||
                  ro_hangs_by(word, "xcomp");
    if (clause && (slot->filler == RO_FILL_SOURCE || slot->filler == RO_FILL_TARGET))
        return false;
    if (ro_tree_has_case(tree, child, slot->words))
        return clause || ro_hangs_by(word, "obl") || ro_hangs_by(word, "nmod") || ro_hangs_by(word, "advmod");
    return false;
}

/* Whether a child before a noun says the same: "Ghana's attack", "the Ghanaian attack", for "attack by Ghana". */
static bool is_before(const struct tree *tree, const struct slot *slot, uint32_t anchor, uint32_t child)
{
    const struct word *word = ro_tree_word(tree, child);
    if (slot->filler != RO_FILL_SOURCE && slot->filler != RO_FILL_TARGET)
        return false;
    bool named = tree->entity_at[child] != RO_NONE && (ro_hangs_by(word, "compound") || ro_hangs_by(word, "amod"));
    return (ro_hangs_by(word, "nmod:poss") && (has_word(slot, "by") || has_word(slot, "of"))) ||
           (named && has_word(slot, "by") && tree->entity_at[anchor] == RO_NONE);
}

/* A party's slot is filled by somebody only. */
static bool phrase_fills(struct attempt *attempt, const struct slot *slot, uint32_t child)
{
    bool party = slot->filler == RO_FILL_SOURCE || slot->filler == RO_FILL_TARGET;
    uint32_t before = party ? side(attempt->reading, slot->filler)->count : 0;
    if (!fills(attempt, slot, child))
        return false;
    if (slot->filler == RO_FILL_TARGET)
        ro_side_part(attempt->tree, &attempt->reading->source, false, &attempt->reading->target);
    return !party || side(attempt->reading, slot->filler)->count > before;
}

static bool under(struct attempt *attempt, const struct slot *slot, uint32_t anchor, bool before)
{
    const struct tree *tree = attempt->tree;
    for (uint32_t child = tree->first_child[anchor]; child != RO_NONE; child = tree->next_child[child])
        if ((before ? is_before(tree, slot, anchor, child) : is_phrase(tree, slot, child)) &&
            phrase_fills(attempt, slot, child))
            return true;
    return false;
}

/* Whether a verb has one of a slot's words as its particle: call | off |. */
static bool particle(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    uint32_t head = attempt->reading->frame.head, clause = attempt->reading->frame.clause;
    const uint32_t heads[] = {head, clause};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        uint32_t next = heads[i] + 1;
        for (const struct slice *word = slot->words; word->data; word++) {
            if (next < tree->document->word_count && ro_slice_equal(ro_tree_lemma(tree, next), *word)) {
                widen(attempt->reading, next);
                return true;
            }
            for (uint32_t child = tree->first_child[heads[i]]; child != RO_NONE; child = tree->next_child[child])
                if (ro_slice_equal(ro_tree_lemma(tree, child), *word) ||
                    (ro_hangs_by(ro_tree_word(tree, child), "obl") && ro_tree_has_case(tree, child, slot->words)))
                    return true;
        }
    }
    return false;
}

/* Call | off | the talks: what looks like a preposition is a particle, and its noun the object. */
static bool split_off(struct attempt *attempt, const struct slot *slot)
{
    const struct pattern *pattern = attempt->reading->pattern;
    uint32_t object = attempt->reading->frame.object;
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (pattern->slots[i].place == RO_AT_OBJECT)
            return false;
    return object != RO_NONE && particle(attempt, slot) && fills(attempt, slot, object);
}

/* On an anchor; before its noun; on a phrase that hangs on it: held talks in Oslo | with Ghana |. */
static bool prepositional(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    if (slot->owned) {
        uint32_t subject = attempt->reading->frame.subject;
        return subject != RO_NONE && (under(attempt, slot, subject, false) || under(attempt, slot, subject, true));
    }
    uint32_t count = attempt->anchor_count;
    for (uint32_t i = count; i-- > 0;)
        if (under(attempt, slot, attempt->anchors[i], false))
            return true;
    for (uint32_t i = count; i-- > 0;)
        if (ro_tree_has_upos(tree, attempt->anchors[i], "NOUN") && under(attempt, slot, attempt->anchors[i], true))
            return true;
    for (uint32_t i = count; i-- > 0;)
        for (uint32_t child = tree->first_child[attempt->anchors[i]]; child != RO_NONE;
             child = tree->next_child[child]) {
            const struct word *word = ro_tree_word(tree, child);
            if ((ro_hangs_by(word, "obl") || ro_hangs_by(word, "nmod")) && under(attempt, slot, child, false))
                return true;
        }
    return split_off(attempt, slot);
}

/* Clauses */

/* Whether a clause is an infinitive, where "to" is asked for, or finite. */
static bool is_clause(const struct tree *tree, const struct slot *slot, uint32_t child)
{
    const struct word *word = ro_tree_word(tree, child);
    bool infinitive = ro_tree_child_lemma(tree, child, "mark", "to") != RO_NONE;
    bool marked = ro_tree_child(tree, child, "mark", RO_NONE) != RO_NONE;
    bool complement = ro_hangs_by(word, "ccomp") || (ro_hangs_by(word, "acl") && marked);
    if (has_word(slot, "to"))
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

/* On an anchor; or, where the parser hangs it there, on a participle behind: asked those | impeding trade to be removed |. */
static bool clausal(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    uint32_t head = attempt->reading->frame.head, *inner = &attempt->reading->inner;
    for (uint32_t i = 0; i < attempt->anchor_count; i++)
        if ((*inner = clause_under(tree, slot, attempt->anchors[i])) != RO_NONE)
            return true;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, head, "xcomp", child)) != RO_NONE;)
        if (ro_tree_tagged(tree, child, "VBG") && (*inner = clause_under(tree, slot, child)) != RO_NONE)
            return true;
    if (!has_word(slot, "to") || !prepositional(attempt, slot))
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
    return frame->recipient == RO_NONE && frame->object != RO_NONE ? ro_tree_child(tree, frame->head, "xcomp", RO_NONE)
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
    if (word == RO_NONE)
        return pattern->mutual && slot->filler == RO_FILL_TARGET;
    return fills(attempt, slot, word);
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
        return word != RO_NONE && fills(attempt, slot, word);
    }
    if (slot->filler == RO_FILL_TARGET && word == RO_NONE)
        return false;
    if (word == RO_NONE || !fills(attempt, slot, word))
        return word == RO_NONE;
    uint32_t author = side(attempt->reading, slot->filler)->count ? RO_NONE : author_of(attempt->tree, word);
    return author == RO_NONE || fills(attempt, slot, author);
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
    ro_side_add(attempt->tree, subject, slot->filler, side(reading, slot->filler));
    return side(reading, slot->filler)->count > 0;
}

/* Whether a slot of a pattern has a preposition. */
static bool asks_for(const struct pattern *pattern, const char *word)
{
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (pattern->slots[i].place == RO_AT_PREPOSITION && has_word(&pattern->slots[i], word))
            return true;
    return false;
}

/* Where the parser hangs it on what stands between: the arrest of a sailor | by police |. */
static bool behind(struct attempt *attempt, const struct slot *slot, uint32_t noun)
{
    const struct tree *tree = attempt->tree;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, noun, "nmod", child)) != RO_NONE;)
        if (tree->entity_at[child] != RO_NONE && under(attempt, slot, child, false))
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
        return under(attempt, &undergoer, noun, true) || under(attempt, &undergoer, noun, false);
    static const struct slot sender = {.place = RO_AT_PREPOSITION, .filler = RO_FILL_SOURCE, .words = from};
    if (!under(attempt, &doer, noun, true) && !under(attempt, &doer, noun, false) && !behind(attempt, &doer, noun) &&
        !under(attempt, &pair, noun, false) && !under(attempt, &pair, clause, false) && !asks_for(attempt->reading->pattern, "from"))
        under(attempt, &sender, noun, false);
    return true;
}

static bool modifier(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    uint32_t head = attempt->reading->frame.head;
    for (uint32_t child = tree->first_child[head]; child != RO_NONE && child < head; child = tree->next_child[child])
        if (ro_slice_equal(ro_tree_lemma(tree, child), slot->words[0])) {
            widen(attempt->reading, child);
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

static bool slot_fits(struct attempt *attempt, const struct slot *slot)
{
    switch (slot->place) {
    case RO_AT_SUBJECT:
        return subject(attempt, slot);
    case RO_AT_OBJECT:
    case RO_AT_RECIPIENT:
        return object(attempt, slot);
    case RO_AT_PREPOSITION:
        return prepositional(attempt, slot) || may_lack(attempt->reading->pattern, slot, &attempt->reading->frame);
    case RO_AT_CLAUSE:
        return clausal(attempt, slot);
    case RO_AT_PARTICLE:
        return particle(attempt, slot);
    case RO_AT_OWNER:
        return owner(attempt, slot);
    case RO_AT_MODIFIER:
        return modifier(attempt, slot);
    }
    return false;
}

/* To ask for something is to ask it of others. */
static bool is_wish(const char *code)
{
    return strncmp(code, "02", 2) == 0 || strncmp(code, "10", 2) == 0;
}

static bool is_pair_of(const struct tree *tree, uint32_t word, const char *first, const char *second)
{
    return word + 1 < tree->document->word_count && ro_lemma_is(ro_tree_word(tree, word), first) &&
           ro_lemma_is(ro_tree_word(tree, word + 1), second);
}

/* Whether a verb has "each other" or "one another" with it; the parser hangs either word on it. */
static bool to_one_another(const struct tree *tree, uint32_t verb)
{
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child])
        for (uint32_t word = child > 0 ? child - 1 : 0; word <= child; word++)
            if (is_pair_of(tree, word, "each", "other") || is_pair_of(tree, word, "one", "another"))
                return true;
    return false;
}

/* Whether what was found makes sense: who is subject is somebody, and who goes both ways are two. */
static bool is_sound(struct attempt *attempt)
{
    struct reading *reading = attempt->reading;
    const struct frame *frame = &reading->frame;
    if (attempt->thing && !reading->source.count && frame->subject != RO_NONE)
        ro_side_add(attempt->tree, frame->subject, RO_FILL_SOURCE, &reading->source);
    bool targeted = reading->target.count > 0;
    if (targeted && reading->source.count)
        ro_side_part(attempt->tree, &reading->source, is_wish(reading->code), &reading->target);
    bool mirrored = reading->pattern->mutual || to_one_another(attempt->tree, frame->clause);
    reading->both = mirrored && !reading->target.count && reading->source.count > 1;
    bool alone = reading->pattern->mutual && !reading->pattern->operator;
    if (alone && !reading->target.count && !reading->both && !frame->passive)
        return false;
    bool by_somebody = reading->pattern->slots[0].filler == RO_FILL_SOURCE && frame->head == frame->clause;
    if (by_somebody && frame->subject != RO_NONE && !reading->source.count)
        return false;
    return reading->source.count || reading->target.count || reading->inner != RO_NONE;
}

static bool has_object(const struct pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (pattern->slots[i].place == RO_AT_OBJECT)
            return true;
    return pattern->slots[0].place != RO_AT_SUBJECT || pattern->slots[0].filler != RO_FILL_SOURCE;
}

static bool fits(const struct tree *tree, const struct pattern *pattern, const struct frame *frame,
                 struct reading *reading)
{
    *reading = (struct reading){.pattern = pattern,
                                .frame = *frame,
                                .words = {frame->head, frame->head + 1},
                                .inner = RO_NONE,
                                .inner_reading = RO_NONE,
                                .code = pattern->code,
                                .told_by = RO_NONE};
    struct attempt attempt = {.tree = tree, .reading = reading};
    widen(reading, frame->clause);
    anchor_at(&attempt, frame->clause);
    anchor_at(&attempt, frame->object);
    anchor_at(&attempt, frame->head);
    if (frame->passive && frame->head == frame->clause && frame->subject == RO_NONE && !has_object(pattern))
        return false; /* was flown to a hospital */
    if (pattern->be && (!frame->predicate || !ro_tree_has_case(tree, frame->head, pattern->be)))
        return false;
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (!slot_fits(&attempt, &pattern->slots[i]))
            return false;
    return is_sound(&attempt);
}

static struct frame frame_for(const struct tree *tree, enum head_kind kind, uint32_t word)
{
    if (kind == RO_NOUN_HEAD)
        return ro_frame_of_noun(tree, word);
    struct frame frame = ro_frame_of(tree, word);
    if (kind == RO_STATE_HEAD) {
        frame.subject = ro_subject_of(tree, word);
        frame.passive = false;
    }
    return frame;
}

/* The first pattern of a word: by its lemma; of a noun whose lemma is a plural by the singular, of a past form that is taken for one
 * of an unheard verb ("freed" of "fre") by what is left without its ending. */
static uint32_t first_pattern(const struct tree *tree, enum head_kind kind, uint32_t word)
{
    uint32_t at = ro_verbs_find(tree->verbs, kind, ro_tree_lemma(tree, word));
    if (at != UINT32_MAX)
        return at;
    if (kind == RO_NOUN_HEAD)
        return ro_verbs_find(tree->verbs, kind, ro_tree_singular(tree, word));
    if (kind == RO_STATE_HEAD)
        return ro_verbs_find(tree->verbs, kind, ro_document_word(tree->document, word));
    struct slice form = ro_document_word(tree->document, word);
    bool past = form.length > 4 && memcmp(form.data + form.length - 2, "ed", 2) == 0;
    for (size_t cut = 1; cut <= 3 && past && at == UINT32_MAX; cut++) /* free | d, riot | ed, snub | bed */
        at = ro_verbs_find(tree->verbs, kind, (struct slice){form.data, form.length - cut});
    return at;
}

/* Whether of two that fit and weigh the same the later one is the better: by a narrower class, or with a target. */
static bool is_better(const struct reading *one, const struct reading *other)
{
    if (one->narrow != other->narrow)
        return one->narrow > other->narrow;
    return (one->target.count || one->both) && !other->target.count && !other->both;
}

/* What a pattern's slots say, without that of a target that is not there. */
static uint32_t weight_of(const struct reading *reading)
{
    enum { TARGET = 3 };
    const struct pattern *pattern = reading->pattern;
    bool lacks = false;
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        lacks |= pattern->slots[i].filler == RO_FILL_TARGET && !reading->target.count && !reading->both;
    return lacks && pattern->weight > TARGET ? pattern->weight - TARGET : pattern->weight;
}

static bool match_as(const struct tree *tree, enum head_kind kind, uint32_t word, struct reading *best,
                     const struct pattern **why)
{
    uint32_t at = first_pattern(tree, kind, word), weight = 0;
    if (at == UINT32_MAX)
        return false;
    const struct frame frame = frame_for(tree, kind, word);
    bool found = false;
    for (; at != UINT32_MAX; at = ro_verbs_pattern(tree->verbs, at)->next) {
        const struct pattern *pattern = ro_verbs_pattern(tree->verbs, at);
        struct reading reading;
        if (found && pattern->weight < weight)
            break;
        if (!fits(tree, pattern, &frame, &reading)) {
            if (why)
                *why = pattern;
            continue;
        }
        uint32_t own = weight_of(&reading);
        if (found && (own < weight || (own == weight && !is_better(&reading, best))))
            continue;
        *best = reading;
        weight = own;
        found = true;
    }
    return found;
}

/* The pattern "T must +" of a modal, or NULL. */
static const struct pattern *modal_pattern(const struct tree *tree, uint32_t aux)
{
    uint32_t at = ro_verbs_find(tree->verbs, RO_VERB_HEAD, ro_tree_lemma(tree, aux));
    for (; at != UINT32_MAX; at = ro_verbs_pattern(tree->verbs, at)->next) {
        const struct pattern *pattern = ro_verbs_pattern(tree->verbs, at);
        if (pattern->slot_count == 2 && pattern->slots[0].filler == RO_FILL_TARGET &&
            pattern->slots[1].filler == RO_FILL_INNER)
            return pattern;
    }
    return NULL;
}

bool ro_match_modal(const struct tree *tree, uint32_t word, struct reading *reading)
{
    if (!ro_tree_has_upos(tree, word, "VERB") && !ro_tree_has_upos(tree, word, "ADJ"))
        return false;
    for (uint32_t aux = RO_NONE; (aux = ro_tree_child(tree, word, "aux", aux)) != RO_NONE;) {
        const struct pattern *pattern = modal_pattern(tree, aux);
        uint32_t subject = pattern ? ro_subject_of(tree, word) : RO_NONE;
        if (subject == RO_NONE)
            continue;
        const struct frame frame = ro_frame_of(tree, word);
        *reading = (struct reading){.pattern = pattern,
                                    .frame = frame,
                                    .words = {aux, word + 1},
                                    .inner = word,
                                    .inner_reading = RO_NONE,
                                    .code = pattern->code,
                                    .told_by = RO_NONE,
                                    .modal = true};
        ro_side_add(tree, subject, RO_FILL_TARGET, &reading->target);
        return reading->target.count > 0;
    }
    return false;
}

bool ro_match(const struct tree *tree, uint32_t word, struct reading *reading, const struct pattern **why)
{
    bool verb = ro_tree_has_upos(tree, word, "VERB");
    bool state = (verb || ro_tree_has_upos(tree, word, "ADJ")) &&
                 (ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE ||
                  ro_tree_child(tree, word, "aux:pass", RO_NONE) != RO_NONE || !verb);
    if (state && match_as(tree, RO_STATE_HEAD, word, reading, why))
        return true;
    if (verb)
        return match_as(tree, RO_VERB_HEAD, word, reading, why);
    return ro_tree_has_upos(tree, word, "NOUN") && match_as(tree, RO_NOUN_HEAD, word, reading, why);
}
