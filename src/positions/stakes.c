/* stakes.c: from a word in the tree to the stretch of text that is at stake. */
#include "positions/stakes.h"

enum { DEPTH = 64, STEPS = 8, NEAR = 64 /* words behind a comma */ };

bool ro_stakes_build(struct stakes *stakes, struct context *context, struct document *document)
{
    size_t count = document->word_count ? document->word_count : 1;
    stakes->first = ro_arena_alloc(&context->scratch, count, sizeof *stakes->first);
    stakes->last = ro_arena_alloc(&context->scratch, count, sizeof *stakes->last);
    if (!stakes->first || !stakes->last || !ro_tree_build(&stakes->tree, context, document))
        return false;
    for (uint32_t word = 0; word < document->word_count; word++)
        stakes->first[word] = stakes->last[word] = word;
    for (uint32_t word = 0; word < document->word_count; word++) {
        uint32_t above = word;
        for (int step = 0; step < DEPTH && ro_tree_hangs(&stakes->tree, above); step++) {
            above = document->words[above].head;
            if (word < stakes->first[above])
                stakes->first[above] = word;
            if (word > stakes->last[above])
                stakes->last[above] = word;
        }
    }
    return true;
}

bool ro_is_verbal(const struct tree *tree, uint32_t word)
{
    return ro_tree_has_upos(tree, word, "VERB") || ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE ||
           ro_tree_child(tree, word, "nsubj", RO_NONE) != RO_NONE;
}

bool ro_is_base_form(const struct tree *tree, uint32_t verb)
{
    bool base = ro_tree_tagged(tree, verb, "VB");
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child])
        if (ro_hangs_by(ro_tree_word(tree, child), "aux") || ro_hangs_by(ro_tree_word(tree, child), "cop")) {
            if (ro_tree_tagged(tree, child, "MD"))
                return false;
            base |= ro_tree_tagged(tree, child, "VB");
        }
    return base && ro_tree_child_lemma(tree, verb, "mark", "to") == RO_NONE;
}

/* Whether a clause or apposition begins behind a comma: the gas|, which Norland needs|. */
static bool begins_aside(const struct stakes *stakes, uint32_t word)
{
    static const char *const asides[] = {"appos", "acl", "parataxis", "advcl", "discourse", "ccomp", NULL};
    const struct word *own = ro_tree_word(&stakes->tree, word);
    if (ro_lemma_is(own, "something")) /* , something they could not accept */
        return true;
    for (const char *const *aside = asides; *aside; aside++)
        if (ro_hangs_by(own, *aside))
            return true;
    bool phrase = ro_hangs_by(own, "obl") || ro_hangs_by(own, "nmod");
    if (phrase && ro_tree_child(&stakes->tree, word, "case", RO_NONE) != RO_NONE)
        return true;
    return ro_hangs_by(own, "conj") && ro_tree_child(&stakes->tree, word, "nsubj", RO_NONE) != RO_NONE;
}

/* What a comma cuts off, up to some end: a clause, an apposition; RO_NONE. */
static uint32_t aside_behind(const struct stakes *stakes, uint32_t comma, uint32_t end)
{
    if (end > comma + NEAR)
        end = comma + NEAR;
    for (uint32_t next = comma + 1; next < end; next++)
        if ((stakes->first[next] == comma || stakes->first[next] == comma + 1) && begins_aside(stakes, next))
            return next;
    return RO_NONE;
}

/* Whether a finite verb stands in an infinitive without a subject or a conjunction of its own: the offer to pay it | was refused |. */
static bool runs_on(const struct stakes *stakes, uint32_t head, uint32_t word)
{
    const struct tree *tree = &stakes->tree;
    const struct word *own = ro_tree_word(tree, word);
    bool helps = ro_hangs_by(own, "aux") || ro_hangs_by(own, "cop");
    uint32_t verb = helps ? own->head : word;
    uint32_t subject = ro_tree_child(tree, verb, "nsubj", RO_NONE),
             mark = ro_tree_child(tree, verb, "mark", RO_NONE);
    bool bare = (subject == RO_NONE || subject < head) && (mark == RO_NONE || mark < head) &&
                ro_tree_child(tree, verb, "expl", RO_NONE) == RO_NONE;
    return ro_tree_is_finite(tree, word) && !ro_tree_is_finite(tree, head) &&
           ro_tree_child(tree, head, "aux", RO_NONE) == RO_NONE &&
           ro_tree_child_lemma(tree, head, "mark", "to") != RO_NONE && bare &&
           !ro_hangs_by(ro_tree_word(tree, verb), "acl:relcl");
}

/* Whether a word begins what is no part of an issue any more: welcomed the offer | as a start |, will leave | after they have been paid |,
 * demanded that it be shut | and threatened to sue |. */
static bool leaves(const struct stakes *stakes, uint32_t head, uint32_t word)
{
    static const char *const befores[] = {"after",    "when",   "while", "because", "since",
                                          "although", "though", "as",    NULL};
    const struct tree *tree = &stakes->tree;
    const struct word *own = ro_tree_word(tree, word);
    if (ro_lemma_is(own, "as") && ro_hangs_by(own, "case"))
        return !ro_is_verbal(tree, head);
    if (ro_hangs_by(own, "mark") && ro_lemma_in(own, befores))
        return ro_hangs_by(ro_tree_word(tree, own->head), "advcl");
    bool joins = ro_hangs_by(own, "cc") && ro_tree_hangs(tree, word) && ro_tree_word(tree, own->head)->head == head;
    bool past = ro_tree_tagged(tree, own->head, "VBD") || ro_tree_tagged(tree, own->head, "VBZ");
    bool likely = ro_tree_tagged(tree, own->head, "VBN") &&
                  ro_tree_child(tree, own->head, "xcomp", RO_NONE) != RO_NONE;
    bool modal = false;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, head, "aux", child)) != RO_NONE;)
        modal |= ro_tree_tagged(tree, child, "MD");
    return (joins && (past || likely) && (modal || ro_is_base_form(tree, head))) || runs_on(stakes, head, word);
}

/* The end of a stretch at the first comma or dash behind its head that cuts something off. */
static uint32_t end_before_aside(const struct stakes *stakes, uint32_t head, uint32_t end)
{
    const struct document *document = stakes->tree.document;
    for (uint32_t word = head + 1; word + 1 < end; word++) {
        struct slice mark = ro_document_word(document, word);
        bool cuts = ro_slice_equal(mark, RO_SLICE(";")) || ro_slice_equal(mark, RO_SLICE("--")) ||
                    ro_slice_equal(mark, RO_SLICE("\u2014")) || ro_slice_equal(mark, RO_SLICE(":"));
        uint32_t aside = ro_slice_equal(mark, RO_SLICE(",")) ? aside_behind(stakes, word, end) : RO_NONE;
        uint32_t behind = aside == RO_NONE ? end : stakes->last[aside] + 1;
        bool closed = behind + 1 < end && ro_slice_equal(ro_document_word(document, behind), RO_SLICE(",")) &&
                      (ro_lemma_is(ro_tree_word(&stakes->tree, behind + 1), "to") ||
                       ro_lemma_is(ro_tree_word(&stakes->tree, behind + 1), "of"));
        if (cuts || (aside != RO_NONE && !closed))
            return word;
        if (leaves(stakes, head, word))
            return word;
        if (closed) /* by the governor, Ada Roe, | to halt it | */
            word = behind;
    }
    return end;
}

/* Whether a word before its head only leads up to the issue: "that", "to", a preposition. */
static bool leads_up(const struct tree *tree, uint32_t word, bool predicate)
{
    const struct word *own = ro_tree_word(tree, word);
    if (ro_hangs_by(own, "mark"))
        return !ro_lemma_is(own, "to");
    return (ro_hangs_by(own, "case") && !predicate) || ro_hangs_by(own, "cc") || ro_hangs_by(own, "punct");
}

/* Whether a word before a verb or predicate is a part of what is at stake without its subject: "| not | to pay", "| be | shut", "| having | fired". */
static bool belongs(const struct tree *tree, uint32_t head, uint32_t word)
{
    const struct word *own = ro_tree_word(tree, word);
    bool infinitive = ro_tree_child_lemma(tree, head, "mark", "to") != RO_NONE;
    if (ro_lemma_is(own, "not"))
        return infinitive;
    if (ro_hangs_by(own, "cop"))
        return !ro_tree_has_upos(tree, head, "NOUN") && (infinitive || ro_tree_tagged(tree, word, "VB"));
    bool noun = ro_tree_has_upos(tree, head, "NOUN") &&
                (ro_hangs_by(own, "det") || ro_hangs_by(own, "amod") || ro_hangs_by(own, "compound") ||
                 ro_hangs_by(own, "nummod") || ro_hangs_by(own, "nmod:poss"));
    return noun || ro_hangs_by(own, "aux:pass") || (ro_hangs_by(own, "aux") && ro_tree_tagged(tree, word, "VBG")) ||
           ro_hangs_by(own, "case");
}

/* Before the head: articles and adjectives, not what introduces it; of a clause without its subject, where it is not to be whole. */
static uint32_t begin_of(const struct stakes *stakes, uint32_t head, bool whole)
{
    const struct tree *tree = &stakes->tree;
    uint32_t begin = head;
    bool predicate = ro_tree_child(tree, head, "cop", RO_NONE) != RO_NONE;
    bool clause = predicate || (ro_is_verbal(tree, head) && ro_tree_child(tree, head, "det", RO_NONE) == RO_NONE);
    for (uint32_t child = tree->first_child[head]; child != RO_NONE && child < head;
         child = tree->next_child[child]) {
        if (leads_up(tree, child, predicate))
            begin = head;
        else if ((!clause || whole || belongs(tree, head, child)) && stakes->first[child] < begin)
            begin = stakes->first[child];
    }
    return begin;
}

struct range ro_stake_of(const struct stakes *stakes, uint32_t head, bool whole)
{
    const struct document *document = stakes->tree.document;
    struct range range = {begin_of(stakes, head, whole), stakes->last[head] + 1};
    range.end = end_before_aside(stakes, head, range.end);
    while (range.end > head + 1 && ro_tree_has_upos(&stakes->tree, range.end - 1, "PUNCT"))
        range.end--;
    const struct sentence *sentence = &document->sentences[document->words[head].sentence];
    if (range.end > sentence->first_word + sentence->word_count)
        range.end = sentence->first_word + sentence->word_count;
    return range;
}

uint32_t ro_holder_at(const struct stakes *stakes, uint32_t word)
{
    const struct tree *tree = &stakes->tree;
    if (word == RO_NONE)
        return RO_NONE;
    word = ro_tree_antecedent(tree, word);
    uint32_t entity = tree->entity_at[word];
    return entity != RO_NONE ? entity : tree->entity_at[ro_tree_counted(tree, word)];
}

bool ro_is_supposed(const struct tree *tree, uint32_t word)
{
    static const char *const ifs[] = {"if", "unless", "whether", NULL};
    for (int step = 0; step < STEPS; step++) {
        for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, word, "mark", child)) != RO_NONE;)
            if (ro_lemma_in(ro_tree_word(tree, child), ifs))
                return true;
        if (!ro_tree_hangs(tree, word))
            return false;
        word = ro_tree_word(tree, word)->head;
    }
    return false;
}
