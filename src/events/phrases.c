/* phrases.c: words that fill slots, and phrases by their prepositions, wherever the tree hangs them. */
#include "events/attempt.h"

#include "events/nouns.h"

void ro_attempt_anchor(struct attempt *attempt, uint32_t word)
{
    for (uint32_t i = 0; i < attempt->anchor_count; i++)
        if (attempt->anchors[i] == word)
            return;
    if (word != RO_NONE && attempt->anchor_count < RO_ANCHORS)
        attempt->anchors[attempt->anchor_count++] = word;
}

void ro_attempt_widen(struct attempt *attempt, uint32_t word)
{
    struct range *words = &attempt->reading->words;
    if (word < words->begin)
        words->begin = word;
    if (word >= words->end)
        words->end = word + 1;
}

struct side_of *ro_attempt_side(const struct attempt *attempt, enum slot_filler filler)
{
    return filler == RO_FILL_SOURCE ? &attempt->reading->source : &attempt->reading->target;
}

/* In S's custody; of a class of people the one who is meant: freed T's &prisoner. */
static bool takes_owner(struct attempt *attempt, const struct slot *slot, uint32_t noun)
{
    if (slot->owner == RO_FILL_NOBODY)
        return true;
    struct side_of *owner = ro_attempt_side(attempt, slot->owner);
    ro_side_add(attempt->tree, noun, slot->owner, owner);
    return owner->count > 0;
}

/* Whether a word is somebody, or has the name of one behind it: met US | envoy | Ada Roe. */
static bool is_somebody(const struct tree *tree, uint32_t word)
{
    uint32_t name = ro_tree_child(tree, word, "appos", RO_NONE);
    if (name == RO_NONE)
        name = ro_tree_child(tree, word, "flat", RO_NONE);
    return tree->entity_at[ro_tree_antecedent(tree, word)] != RO_NONE ||
           (name != RO_NONE && tree->entity_at[name] != RO_NONE);
}

/* Whether all of a side are of the types that a slot asks for. */
static bool is_of_types(const struct tree *tree, const struct slot *slot, const struct side_of *side)
{
    for (uint32_t i = 0; i < side->count && slot->types; i++)
        if (!(slot->types >> tree->document->entities[side->entities[i]].type & 1))
            return false;
    return !slot->types || side->count > 0;
}

/* Whether a word fills a slot; takes over who or what it is. */
bool ro_fills(struct attempt *attempt, const struct slot *slot, uint32_t word)
{
    struct reading *reading = attempt->reading;
    uint32_t noun;
    bool narrow;
    switch (slot->filler) {
    case RO_FILL_SOURCE:
    case RO_FILL_TARGET:
        if (slot->itself && !is_somebody(attempt->tree, word))
            return false;
        ro_side_add(attempt->tree, word, slot->filler, ro_attempt_side(attempt, slot->filler));
        if (!is_of_types(attempt->tree, slot, ro_attempt_side(attempt, slot->filler)))
            return false;
        if (slot->place != RO_AT_SUBJECT)
            ro_attempt_anchor(attempt, word);
        return true;
    case RO_FILL_NOUNS:
        noun = ro_slot_noun(attempt->tree, slot, word, &narrow);
        if (noun == RO_NONE || !takes_owner(attempt, slot, noun))
            return false;
        reading->nouns[reading->noun_count++] = noun;
        reading->narrow += narrow;
        if (slot->owner == RO_FILL_NOBODY && (slot->place != RO_AT_SUBJECT || !is_somebody(attempt->tree, noun)))
            ro_attempt_widen(attempt, noun);
        if (slot->place == RO_AT_SUBJECT)
            return true;
        ro_attempt_anchor(attempt, noun);
        ro_attempt_anchor(attempt, word);
        return true;
    case RO_FILL_INNER:
        reading->inner = word;
        return true;
    case RO_FILL_ANYTHING:
    case RO_FILL_NOBODY:
        if (!ro_hangs_by(ro_tree_word(attempt->tree, word), "ccomp")) /* whose phrases are its own */
            ro_attempt_anchor(attempt, word);
        return true;
    }
    return false;
}

/* Phrases */

bool ro_slot_has_word(const struct slot *slot, const char *word)
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
    return (ro_hangs_by(word, "nmod:poss") && (ro_slot_has_word(slot, "by") || ro_slot_has_word(slot, "of"))) ||
           (named && ro_slot_has_word(slot, "by") && tree->entity_at[anchor] == RO_NONE);
}

/* A party's slot is filled by somebody only. */
static bool phrase_fills(struct attempt *attempt, const struct slot *slot, uint32_t child)
{
    bool party = slot->filler == RO_FILL_SOURCE || slot->filler == RO_FILL_TARGET;
    uint32_t before = party ? ro_attempt_side(attempt, slot->filler)->count : 0;
    if (!ro_fills(attempt, slot, child))
        return false;
    if (slot->filler == RO_FILL_TARGET)
        ro_side_part(attempt->tree, &attempt->reading->source, false, &attempt->reading->target);
    return !party || ro_attempt_side(attempt, slot->filler)->count > before;
}

bool ro_phrase_under(struct attempt *attempt, const struct slot *slot, uint32_t anchor, bool before)
{
    const struct tree *tree = attempt->tree;
    for (uint32_t child = tree->first_child[anchor]; child != RO_NONE; child = tree->next_child[child])
        if ((before ? is_before(tree, slot, anchor, child) : is_phrase(tree, slot, child)) &&
            phrase_fills(attempt, slot, child))
            return true;
    return false;
}

/* Whether a verb has one of a slot's words as its particle: call | off |. */
bool ro_particle(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    uint32_t head = attempt->reading->frame.head, clause = attempt->reading->frame.clause;
    const uint32_t heads[] = {head, clause};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        uint32_t next = heads[i] + 1;
        for (const struct slice *word = slot->words; word->data; word++) {
            if (next < tree->document->word_count && ro_slice_equal(ro_tree_lemma(tree, next), *word)) {
                ro_attempt_widen(attempt, next);
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
    const struct tree *tree = attempt->tree;
    uint32_t object = attempt->reading->frame.object, phrase = RO_NONE;
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (pattern->slots[i].place == RO_AT_OBJECT)
            return false;
    while ((phrase = ro_tree_child(tree, attempt->reading->frame.clause, "obl", phrase)) != RO_NONE)
        if (ro_tree_has_case(tree, phrase, slot->words)) /* called Roe on Monday */
            return false;
    return object != RO_NONE && ro_particle(attempt, slot) && ro_fills(attempt, slot, object);
}

/* On an anchor; before its noun; on a phrase that hangs on it: held talks in Oslo | with Ghana |. */
bool ro_prepositional(struct attempt *attempt, const struct slot *slot)
{
    const struct tree *tree = attempt->tree;
    if (slot->owned) {
        uint32_t subject = attempt->reading->frame.subject;
        return subject != RO_NONE &&
               (ro_phrase_under(attempt, slot, subject, false) || ro_phrase_under(attempt, slot, subject, true));
    }
    uint32_t count = attempt->anchor_count;
    for (uint32_t i = count; i-- > 0;)
        if (ro_phrase_under(attempt, slot, attempt->anchors[i], false))
            return true;
    for (uint32_t i = count; i-- > 0;)
        if (ro_tree_has_upos(tree, attempt->anchors[i], "NOUN") &&
            ro_phrase_under(attempt, slot, attempt->anchors[i], true))
            return true;
    for (uint32_t i = count; i-- > 0;)
        for (uint32_t child = tree->first_child[attempt->anchors[i]]; child != RO_NONE;
             child = tree->next_child[child]) {
            const struct word *word = ro_tree_word(tree, child);
            if ((ro_hangs_by(word, "obl") || ro_hangs_by(word, "nmod")) &&
                ro_phrase_under(attempt, slot, child, false))
                return true;
        }
    return split_off(attempt, slot);
}
