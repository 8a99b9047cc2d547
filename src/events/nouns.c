/* nouns.c: nouns by their lemmas, alone or with the word before, and by classes of them. */
#include "events/nouns.h"

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

/* Whether the title before a name is one: expelled | ambassador | Ada Roe. */
static bool is_titled(const struct tree *tree, const struct slot *slot, uint32_t name)
{
    for (uint32_t child = tree->first_child[name]; child != RO_NONE && child < name;
         child = tree->next_child[child])
        if (ro_hangs_by(ro_tree_word(tree, child), "nmod:desc") && is_of(tree, slot, child, no_word))
            return true;
    return false;
}

uint32_t ro_slot_noun(const struct tree *tree, const struct slot *slot, uint32_t word, bool *narrow)
{
    uint32_t counted = ro_tree_counted(tree, word), child = RO_NONE;
    const uint32_t words[] = {word, counted};
    if (is_titled(tree, slot, word)) {
        *narrow = false;
        return word;
    }
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
