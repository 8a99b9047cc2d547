/* falsehoods.c: what a source says against a claim in its own words: "| There is no truth in that story |," he said. */
#include "positions/denied.h"

#include "events/facts.h"
#include "positions/claims.h"

static uint32_t classes(const struct denials *denials, uint32_t word)
{
    return ro_dispute_classes(denials->words, denials->accounts->tree, word);
}

static bool is_one_of(const struct tree *tree, uint32_t word, const char *const *lemmas)
{
    return ro_lemma_in(ro_tree_word(tree, word), lemmas);
}

/* Whether a "no" or "not" hangs on a word. */
static bool is_negated(const struct tree *tree, uint32_t word)
{
    static const char *const nots[] = {"no", "not", "n't", "n\u2019t", "never", "hardly", "without", NULL};
    for (uint32_t child = tree->first_child[word]; child != RO_NONE; child = tree->next_child[child])
        if (is_one_of(tree, child, nots))
            return true;
    return false;
}

/* Not | a word of | truth; | no | truth; | without | foundation: negated itself or where it is counted or stands. */
static bool is_untrue(const struct tree *tree, uint32_t noun)
{
    static const char *const truths[] = {"truth",   "foundation", "substance", "basis",
                                         "reality", "merit",      "validity",  NULL};
    static const char *const above[] = {"be",    "have", "contain", "word", "grain",
                                        "shred", "iota", "ounce",   "jot",  NULL};
    static const char *const lacks[] = {"lack", "want", "devoid", NULL};
    if (is_one_of(tree, noun, truths) && ro_tree_hangs(tree, noun) &&
        is_one_of(tree, ro_tree_word(tree, noun)->head, lacks)) /* lacked any | foundation | */
        return true;
    if (!is_one_of(tree, noun, truths) || !ro_tree_has_upos(tree, noun, "NOUN") ||
        (ro_tree_child(tree, noun, "cop", RO_NONE) != RO_NONE &&
         ro_tree_child_lemma(tree, noun, NULL, "without") == RO_NONE)) /* "it is not the basis of our policy" */
        return false;
    for (int step = 0; step < 3; step++) {
        if (is_negated(tree, noun))
            return true;
        if (!ro_tree_hangs(tree, noun) || !is_one_of(tree, ro_tree_word(tree, noun)->head, above))
            return false;
        noun = ro_tree_word(tree, noun)->head;
    }
    return false;
}

/* "not true", "n't so", "none of it is true" */
static bool is_not_true(const struct tree *tree, uint32_t word)
{
    static const char *const trues[] = {"true", "correct", "accurate", NULL};
    static const char *const nones[] = {"none", "nothing", "neither", NULL};
    if (!is_one_of(tree, word, trues))
        return false;
    uint32_t subject = ro_tree_child(tree, word, "nsubj", RO_NONE);
    return is_negated(tree, word) ||
           (subject != RO_NONE && (is_one_of(tree, subject, nones) || is_negated(tree, subject)));
}

/* Whether a word is all that is said: a sentence of its own, or what hangs on the verb that tells it. */
static bool stands_alone(const struct tree *tree, uint32_t word, struct range account)
{
    const struct word *own = ro_tree_word(tree, word);
    bool told = ro_hangs_by(own, "ccomp") || ro_hangs_by(own, "parataxis");
    static const char *const naming[] = {"call", "describe", "term", "brand", "label", "dub", "deem", NULL};
    for (uint32_t before = account.begin; before < word; before++)
        if (ro_lemma_is(ro_tree_word(tree, before), "no") || ro_lemma_is(ro_tree_word(tree, before), "not"))
            return false; /* "no more nonsense" */
    if (ro_tree_hangs(tree, word) &&
        (!told || ro_range_has(account, own->head) || is_one_of(tree, own->head, naming)))
        return false;
    return ro_tree_child(tree, word, "cop", RO_NONE) == RO_NONE;
}

/* What is said to be false: a claim, "this", every | word |; of what has no subject, the claim before. */
static bool read_subject(const struct denials *denials, uint32_t word, struct range account, struct denial *denial)
{
    static const char *const words[] = {"word", "line", "none", "nothing", "everything", "thing", NULL};
    static const char *const they[] = {"they", "he", "she", NULL};
    const struct tree *tree = denials->accounts->tree;
    uint32_t subject = ro_tree_child(tree, word, "nsubj", RO_NONE);
    if (subject == RO_NONE)
        subject = ro_tree_child(tree, word, "csubj", RO_NONE);
    denial->denied = RO_DENIED_THIS;
    denial->object = RO_NONE;
    if (subject == RO_NONE) /* "Nonsense", "A lie, from beginning to end" */
        return stands_alone(tree, word, account);
    if (is_one_of(tree, subject, they))
        return classes(denials, word) & RO_WORD_UNTRUTH && ro_lemma_is(ro_tree_word(tree, subject), "they");
    return ro_denial_object(denials, subject, denial) || is_one_of(tree, subject, words);
}

/* The claim inside which there is no truth, or of which there is none: no truth | in that story |. */
static bool read_inside(const struct denials *denials, uint32_t noun, struct denial *denial)
{
    const struct tree *tree = denials->accounts->tree;
    uint32_t first = noun, last = noun;
    for (int step = 0; step < 3 && ro_tree_hangs(tree, first) && !is_negated(tree, first); step++)
        first = ro_tree_word(tree, first)->head;
    uint32_t clause = ro_tree_hangs(tree, first) ? ro_tree_word(tree, first)->head : first;
    struct range words = ro_words_under(tree, clause);
    bool truth = ro_lemma_is(ro_tree_word(tree, noun), "truth");
    denial->denied = RO_DENIED_THIS;
    for (uint32_t word = words.begin; word < words.end; word++) {
        struct denial own = *denial;
        bool in = word > last && ro_tree_child(tree, word, "case", RO_NONE) != RO_NONE;
        if ((in || ro_hangs_by(ro_tree_word(tree, word), "nsubj")) && word != noun &&
            ro_denial_object(denials, word, &own)) {
            *denial = own;
            return true;
        }
    }
    return truth;
}

/* "Nothing of the sort | happened |", "No such | order | was given" */
static bool is_no_such(const struct tree *tree, uint32_t word)
{
    static const char *const kinds[] = {"kind", "sort", NULL};
    if (ro_lemma_is(ro_tree_word(tree, word), "nothing")) {
        uint32_t of = ro_tree_child(tree, word, "nmod", RO_NONE);
        return of != RO_NONE && is_one_of(tree, of, kinds);
    }
    return ro_tree_has_upos(tree, word, "NOUN") && ro_tree_child_lemma(tree, word, NULL, "such") != RO_NONE &&
           is_negated(tree, word) && ro_tree_child_lemma(tree, word, NULL, "as") == RO_NONE;
}

/* "took no part in it", "was not involved", "did not do it", "is not to blame" */
static bool is_uninvolved(const struct denials *denials, uint32_t word)
{
    static const char *const bears[] = {"have", "take", "play", "bear", "be", NULL};
    static const char *const its[] = {"it", "this", "that", NULL}, *const into[] = {"involve", "guilty", NULL};
    const struct tree *tree = denials->accounts->tree;
    const struct word *own = ro_tree_word(tree, word);
    if (ro_lemma_is(own, "do") && ro_tree_has_upos(tree, word, "VERB")) {
        uint32_t object = ro_tree_child(tree, word, "obj", RO_NONE);
        return is_negated(tree, word) && object != RO_NONE && is_one_of(tree, object, its);
    }
    if (ro_lemma_is(own, "blame") && ro_tree_child_lemma(tree, word, "mark", "to") != RO_NONE)
        return is_negated(tree, word) || (ro_tree_hangs(tree, word) && is_negated(tree, own->head));
    if (ro_lemma_in(own, into) || classes(denials, word) & RO_WORD_GUILT)
        return is_negated(tree, word) && ro_subject_of(tree, word) != RO_NONE;
    return classes(denials, word) & RO_WORD_WRONG && ro_tree_has_upos(tree, word, "NOUN") &&
           ro_hangs_by(own, "obj") && is_negated(tree, word) && is_one_of(tree, own->head, bears);
}

/* "had nothing to do with it", "did nothing wrong", "did nothing of the kind", "is innocent" */
static bool is_innocent(const struct tree *tree, uint32_t word)
{
    static const char *const thinks[] = {"believe", "think", "hope", "feel", "consider", NULL};
    if (ro_lemma_is(ro_tree_word(tree, word), "innocent") &&
        is_one_of(tree, ro_tree_word(tree, word)->head, thinks))
        return false; /* "believed that he was innocent" */
    if (ro_lemma_is(ro_tree_word(tree, word), "innocent"))
        return ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE && !is_negated(tree, word);
    if (!ro_lemma_is(ro_tree_word(tree, word), "nothing"))
        return false;
    uint32_t wrong = ro_tree_child_lemma(tree, word, NULL, "wrong"),
             to = ro_tree_child_lemma(tree, word, NULL, "do");
    const struct word *above = ro_tree_word(tree, ro_tree_word(tree, word)->head);
    for (uint32_t of = RO_NONE; wrong == RO_NONE && (of = ro_tree_child(tree, word, "nmod", of)) != RO_NONE;)
        if (ro_lemma_is(ro_tree_word(tree, of), "kind") || ro_lemma_is(ro_tree_word(tree, of), "sort"))
            wrong = of;
    return (wrong != RO_NONE && ro_lemma_is(above, "do")) || (to != RO_NONE && ro_lemma_is(above, "have"));
}

/* "Had | never | laid a hand on anyone", "owed | nobody | a penny": not this and nothing of the kind, by the one who is said to have. */
static bool is_never(const struct denials *denials, uint32_t verb, const struct account *account)
{
    static const char *const nevers[] = {"never", NULL};
    static const char *const anys[] = {"anyone", "anybody", "anything", "nobody", "nothing",
                                       "one",    "penny",   "cent",     NULL};
    const struct tree *tree = denials->accounts->tree;
    uint32_t subject = ro_tree_child(tree, verb, "nsubj", RO_NONE);
    if (!ro_tree_has_upos(tree, verb, "VERB") || subject == RO_NONE ||
        denials->accounts->who[subject] != account->source || !ro_clause_tells(tree, verb))
        return false;
    bool never = false, any = false;
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child]) {
        never |= is_one_of(tree, child, nevers);
        any |= is_one_of(tree, child, anys);
    }
    return never || (any && is_negated(tree, verb));
}

/* "It never | happened |", "none of this | took place |". */
static bool is_no_event(const struct tree *tree, uint32_t verb)
{
    static const char *const happens[] = {"happen", "occur", "take_place", "transpire", NULL};
    static const char *const its[] = {"it", "this", "that", "these", "none", "nothing", NULL};
    uint32_t subject = ro_tree_child(tree, verb, "nsubj", RO_NONE);
    bool place = ro_lemma_is(ro_tree_word(tree, verb), "take") &&
                 ro_tree_child_lemma(tree, verb, NULL, "place") != RO_NONE;
    if (subject == RO_NONE || (!place && !is_one_of(tree, verb, happens)) || !is_one_of(tree, subject, its))
        return false;
    bool none = ro_lemma_is(ro_tree_word(tree, subject), "none") ||
                ro_lemma_is(ro_tree_word(tree, subject), "nothing");
    return none || is_negated(tree, verb);
}

/* "They | are lying |": those who told it. */
static bool is_lying(const struct tree *tree, uint32_t verb)
{
    struct slice form = ro_document_word(tree->document, verb);
    uint32_t subject = ro_tree_child(tree, verb, "nsubj", RO_NONE);
    return (ro_slice_equal(form, RO_SLICE("lying")) || ro_slice_equal(form, RO_SLICE("lied"))) &&
           subject != RO_NONE && !ro_lemma_is(ro_tree_word(tree, subject), "I") && !is_negated(tree, verb) &&
           (verb + 1 >= tree->document->word_count || ro_tree_has_upos(tree, verb + 1, "PUNCT"));
}

/* Whether it is only supposed: "if it was not true". */
static bool is_supposed(const struct tree *tree, uint32_t word)
{
    struct frame frame = {
        .head = word, .clause = word, .subject = RO_NONE, .object = RO_NONE, .recipient = RO_NONE};
    struct facts facts = ro_facts_of(tree, &frame);
    return facts.hypothetical || facts.possible;
}

/* Whether it is the source, or a "he" for whom it speaks, that had nothing to do with it. */
static bool is_himself(const struct denials *denials, uint32_t word, const struct account *account)
{
    const struct tree *tree = denials->accounts->tree;
    bool noun = ro_lemma_is(ro_tree_word(tree, word), "nothing");
    noun |= ro_hangs_by(ro_tree_word(tree, word), "obj");
    uint32_t subject = ro_subject_of(tree, noun ? ro_tree_word(tree, word)->head : word);
    if (subject == RO_NONE)
        return false;
    return ro_tree_has_upos(tree, subject, "PRON") || ro_tree_has_upos(tree, subject, "PROPN") ||
           denials->accounts->who[subject] == account->source;
}

static bool read_word(const struct denials *denials, const struct account *account, uint32_t word,
                      struct denial *denial)
{
    const struct tree *tree = denials->accounts->tree;
    denial->word = word;
    if (is_untrue(tree, word))
        return read_inside(denials, word, denial);
    if ((is_innocent(tree, word) || is_uninvolved(denials, word)) && is_himself(denials, word, account)) {
        denial->denied = RO_DENIED_ALL;
        return true;
    }
    if (is_never(denials, word, account)) {
        denial->denied = RO_DENIED_DEED;
        denial->object = RO_NONE;
        return true;
    }
    if (is_no_event(tree, word) || is_lying(tree, word)) {
        denial->denied = RO_DENIED_THIS;
        denial->object = RO_NONE;
        return true;
    }
    if (is_no_such(tree, word)) {
        denial->denied = RO_DENIED_CLAIM;
        denial->object = RO_NONE;
        return true;
    }
    uint32_t bits = classes(denials, word);
    if (ro_tree_has_upos(tree, word, "VERB") && ro_tree_child(tree, word, "aux:pass", RO_NONE) == RO_NONE)
        bits = 0; /* the report was | invented |; but not "they invented it" */
    bool is_false = bits & (RO_WORD_FALSE | RO_WORD_UNTRUTH | RO_WORD_ABSURD) && !is_negated(tree, word);
    if ((!is_false && !is_not_true(tree, word)) || !read_subject(denials, word, account->words, denial))
        return false;
    return !(bits & RO_WORD_ABSURD) || denial->denied != RO_DENIED_THIS || denial->object == RO_NONE;
}

static bool is_question(const struct tree *tree, const struct account *account)
{
    const struct sentence *sentence =
        &tree->document->sentences[ro_tree_word(tree, account->words.begin)->sentence];
    for (uint32_t i = 0; i < sentence->word_count; i++)
        if (ro_slice_equal(ro_document_word(tree->document, sentence->first_word + i), RO_SLICE("?")))
            return true;
    return false;
}

bool ro_denials_of_account(struct denials *denials, const struct account *account)
{
    struct denial denial = {.denier = account->source,
                            .subject = RO_NONE,
                            .statement = account->statement,
                            .words = account->words,
                            .content = RO_NONE,
                            .claimant = RO_NONE};
    bool thought = account->statement != RO_NONE &&
                   denials->accounts->document->statements[account->statement].act == READOUT_BELIEVE;
    if (account->source == RO_NONE || thought || is_question(denials->accounts->tree, account))
        return true; /* "believed that he was innocent" */
    for (uint32_t word = account->words.begin; word < account->words.end; word++) {
        if (denials->told[word] || !read_word(denials, account, word, &denial) ||
            is_supposed(denials->accounts->tree, word))
            continue;
        struct denial *added = ro_arena_push(&denials->accounts->context->scratch, denials->items, denials->count);
        if (added)
            *added = denial;
        return added != NULL;
    }
    return true;
}
