/* charges.c: accounts and accusations, in one list: "The union accused | the firm of dumping oil |." */
#include "positions/charges.h"

#include <stdlib.h>

#include "events/facts.h"
#include "statements/build.h"

static const struct slice with[] = {RO_SLICE("with"), RO_SLICE("of"), RO_SLICE("over"), RO_SLICE("for"), {NULL, 0}};

/* Whether it says of what: | charged | with fraud, | accused | of lying; but not | charged | the crowd. */
static bool says_of_what(const struct tree *tree, uint32_t verb)
{
    if (ro_tree_child(tree, verb, "ccomp", RO_NONE) != RO_NONE)
        return true;
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        bool phrase = ro_hangs_by(own, "obl") || ro_hangs_by(own, "advcl") || ro_hangs_by(own, "xcomp");
        if (child > verb && phrase && ro_tree_has_case(tree, child, with))
            return true;
        uint32_t of = ro_hangs_by(own, "obj") ? ro_tree_child(tree, child, "nmod", RO_NONE) : RO_NONE;
        if (of != RO_NONE && ro_tree_has_case(tree, of, with)) /* accuse | the owners of theft | */
            return true;
    }
    return false;
}

static bool is_accusing(const struct tree *tree, const struct dispute_words *words, uint32_t verb)
{
    if (!ro_tree_has_upos(tree, verb, "VERB") || !(ro_dispute_classes(words, tree, verb) & RO_WORD_ACCUSE))
        return false;
    static const char *const always[] = {"allege", "accuse", NULL};
    return ro_lemma_in(ro_tree_word(tree, verb), always) || says_of_what(tree, verb);
}

static bool is_real(const struct tree *tree, const struct frame *frame)
{
    struct facts facts = ro_facts_of(tree, frame);
    return !facts.negated && !facts.hypothetical && !facts.possible && !facts.purpose;
}

static uint32_t who(const struct accounts *accounts, uint32_t word)
{
    return word == RO_NONE ? RO_NONE : ro_account_who(accounts, ro_tree_antecedent(accounts->tree, word));
}

struct reading_charges {
    const struct accounts *accounts;
    const struct dispute_words *words;
    struct charges *charges;
    struct charge *statements; /* by statement: what its cue says of all its charges */
};

static bool push(struct reading_charges *reading, struct charge charge)
{
    struct charge *added = ro_arena_push(&reading->accounts->context->scratch, reading->charges->items,
                                         reading->charges->count);
    if (added)
        *added = charge;
    return added != NULL;
}

static bool place_cues(struct reading_charges *reading)
{
    const struct document *document = reading->accounts->document;
    struct arena *scratch = &reading->accounts->context->scratch;
    reading->charges->cue_at = ro_arena_alloc(scratch, document->word_count + 1, sizeof *reading->charges->cue_at);
    reading->statements = ro_arena_alloc(scratch, document->statement_count + 1, sizeof *reading->statements);
    if (!reading->charges->cue_at || !reading->statements)
        return false;
    memset(reading->charges->cue_at, 0xff, (document->word_count + 1) * sizeof *reading->charges->cue_at);
    for (uint32_t i = 0; i < document->statement_count; i++) {
        struct range cue = ro_span_words(document, document->statements[i].cue);
        for (uint32_t word = cue.begin; ro_range_has(cue, word); word++)
            reading->charges->cue_at[word] = i;
    }
    return true;
}

static bool add_accusation(struct reading_charges *reading, uint32_t verb)
{
    const struct accounts *accounts = reading->accounts;
    struct frame frame = ro_frame_of(accounts->tree, verb);
    if (!is_real(accounts->tree, &frame))
        return true;
    struct charge charge = {.words = {verb, ro_words_under(accounts->tree, verb).end},
                            .source = who(accounts, frame.subject),
                            .statement = RO_NONE,
                            .accused = who(accounts, frame.object),
                            .accuses = true};
    if (reading->charges->cue_at[verb] != RO_NONE)
        reading->statements[reading->charges->cue_at[verb]] = charge;
    else if (charge.source != RO_NONE)
        return push(reading, charge);
    return true;
}

static bool add_accounts(struct reading_charges *reading)
{
    for (uint32_t i = 0; i < reading->accounts->count; i++) {
        const struct account *account = &reading->accounts->items[i];
        struct charge charge = {account->words, account->source, account->statement, RO_NONE, false};
        bool has = account->statement != RO_NONE && reading->statements[account->statement].accuses;
        if (has) {
            charge.accuses = true;
            charge.accused = reading->statements[account->statement].accused;
        }
        if (account->source != RO_NONE && !push(reading, charge))
            return false;
    }
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct charge *one = a, *other = b;
    if (one->words.begin != other->words.begin)
        return one->words.begin < other->words.begin ? -1 : 1;
    return one->words.end < other->words.end ? -1 : one->words.end > other->words.end;
}

bool ro_charges_read(struct charges *charges, const struct accounts *accounts, const struct dispute_words *words)
{
    *charges = (struct charges){.items = NULL};
    struct reading_charges reading = {.accounts = accounts, .words = words, .charges = charges};
    if (!place_cues(&reading))
        return false;
    for (uint32_t word = 0; word < accounts->document->word_count; word++)
        if (is_accusing(accounts->tree, words, word) && !add_accusation(&reading, word))
            return false;
    if (!add_accounts(&reading))
        return false;
    if (charges->count)
        qsort(charges->items, charges->count, sizeof *charges->items, compare);
    return true;
}

uint32_t ro_charges_from(const struct charges *charges, uint32_t word)
{
    uint32_t low = 0, high = charges->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (charges->items[middle].words.begin < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
