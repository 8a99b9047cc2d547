/* otherwise.c: where a text says that one account is not that of another, the two are in dispute; what they tell says over what: "Ten had come,
 * said the clerk. | The union gave another figure |: forty." */
#include "positions/otherwise.h"

#include "positions/culprits.h"
#include "positions/portions.h"
#include "positions/told.h"
#include "statements/build.h"

enum { BACK = 3 /* sentences from one account to the other */ };

/* Where the text says it. */
struct turn {
    uint32_t word, sentence;
    uint32_t who;  /* an entity whose account is announced; RO_NONE: whoever gives the next */
    bool outright; /* it says so itself, whatever the accounts tell */
    bool turned;   /* the other way round: who did it */
    bool figure;   /* a figure, a date */
};

struct announcing {
    struct disputing *disputing;
    const struct accounts *accounts;
    const struct quantities *quantities;
    struct portions portions;
    struct culprits culprits;
    bool read; /* portions and culprits are */
};

/* Turns */

static bool is(const struct accounts *accounts, uint32_t word, const char *text)
{
    return word < accounts->document->word_count &&
           ro_slice_spells(ro_document_word(accounts->document, word), text);
}

/* The other way round, the other way about. */
static bool is_way_round(const struct accounts *accounts, uint32_t word)
{
    return is(accounts, word, "other") && is(accounts, word + 1, "way") &&
           (is(accounts, word + 2, "round") || is(accounts, word + 2, "around") || is(accounts, word + 2, "about"));
}

/* Another date, a different picture, a far higher toll. */
static bool is_other_account(const struct tree *tree, uint32_t noun)
{
    static const char *const stories[] = {
        "version",      "picture", "story",       "tale",      "account",  "figure", "number", "toll",
        "date",         "reading", "explanation", "total",     "estimate", "sum",    "count",  "memory",
        "recollection", "tally",   "hour",        "narrative", "answer",   "view",   NULL};
    static const char *const others[] = {"different", "other",       "another", "contrary",  "opposite",
                                         "rival",     "conflicting", "own",     "competing", "high",
                                         "low",       "large",       "small",   NULL};
    if (!ro_tree_has_upos(tree, noun, "NOUN") || !ro_lemma_in(ro_tree_word(tree, noun), stories))
        return false;
    for (uint32_t child = tree->first_child[noun]; child != RO_NONE; child = tree->next_child[child]) {
        bool modifies = ro_hangs_by(ro_tree_word(tree, child), "amod") ||
                        ro_hangs_by(ro_tree_word(tree, child), "det");
        bool degree = ro_tree_tagged(tree, child, "JJR");
        static const char *const degrees[] = {"high", "low", "large", "small", NULL};
        bool own = ro_lemma_is(ro_tree_word(tree, child), "own") && !ro_hangs_by(ro_tree_word(tree, noun), "obj");
        if (modifies && !own && ro_lemma_in(ro_tree_word(tree, child), others) &&
            (degree || !ro_lemma_in(ro_tree_word(tree, child), degrees)))
            return true;
    }
    return false;
}

/* Remembered the evening | otherwise |: behind its verb, at the end of its clause. */
static bool is_otherwise(const struct accounts *accounts, uint32_t word)
{
    const struct tree *tree = accounts->tree;
    bool says = is(accounts, word, "otherwise") || is(accounts, word, "differently");
    return says && ro_tree_hangs(tree, word) && ro_tree_word(tree, word)->head < word &&
           (word + 1 >= tree->document->word_count || ro_tree_has_upos(tree, word + 1, "PUNCT"));
}

/* Verbs of who answers with the contrary: "Not at all," | countered | Roe. */
static bool is_contradicting(const struct tree *tree, uint32_t word)
{
    static const char *const verbs[] = {"contradict", "disagree", "differ", "counter", "retort", NULL};
    return ro_tree_has_upos(tree, word, "VERB") && ro_lemma_in(ro_tree_word(tree, word), verbs) &&
           ro_tree_child_lemma(tree, word, "advmod", "not") == RO_NONE &&
           ro_tree_child_lemma(tree, word, "advmod", "n't") == RO_NONE;
}

/* Who is the subject of the clause of a word; RO_NONE. */
static uint32_t subject_over(const struct accounts *accounts, uint32_t word)
{
    uint32_t clause = ro_clause_over(accounts->tree, word);
    uint32_t subject = ro_tree_child(accounts->tree, clause, "nsubj", RO_NONE);
    return subject == RO_NONE ? RO_NONE : ro_account_who(accounts, subject);
}

static bool read_turn(const struct accounts *accounts, uint32_t word, struct turn *turn)
{
    static const char *const figures[] = {"figure", "number", "toll",  "date", "total", "estimate",
                                          "sum",    "count",  "tally", "hour", NULL};
    const struct tree *tree = accounts->tree;
    bool noun = is_other_account(tree, word), answers = is_contradicting(tree, word);
    if (!noun && !answers && !is_way_round(accounts, word) && !is_otherwise(accounts, word))
        return false;
    *turn = (struct turn){.word = is_way_round(accounts, word) ? word + 2 : word,
                          .sentence = ro_tree_word(tree, word)->sentence,
                          .who = subject_over(accounts, word),
                          .outright = !answers,
                          .turned = is_way_round(accounts, word),
                          .figure = noun && ro_lemma_in(ro_tree_word(tree, word), figures)};
    return true;
}

/* Over what */

static bool is_of(const struct account *account, struct range words)
{
    return ro_range_is(ro_range_common(account->words, words));
}

static bool exclude(const struct quantity *one, const struct quantity *other)
{
    static const double slack = 0.1;
    const struct quantity *low = one->low <= other->low ? one : other, *high = low == one ? other : one;
    return one->measure == other->measure && !one->part && !other->part && low->high < high->low &&
           high->low - low->high > slack * high->low;
}

/* The first numbers of two accounts that exclude each other. */
static bool differ_in_number(const struct announcing *announcing, struct told_side *one, struct told_side *other)
{
    const struct quantities *all = announcing->quantities;
    for (uint32_t i = 0; i < all->count; i++)
        for (uint32_t j = i + 1; j < all->count && is_of(one->account, all->items[i].words); j++)
            if (is_of(other->account, all->items[j].words) && exclude(&all->items[i], &all->items[j])) {
                one->words = all->items[i].words;
                other->words = all->items[j].words;
                return true;
            }
    return false;
}

/* Whether it is told of all, so that the other tells less. */
static bool differ_in_extent(const struct announcing *announcing, const struct told_side *one,
                             const struct told_side *other)
{
    unsigned kinds[2] = {0, 0};
    for (uint32_t i = 0; i < announcing->portions.count; i++) {
        const struct portion *portion = &announcing->portions.items[i];
        for (int side = 0; side < 2; side++)
            if (portion->account == (side ? other : one)->account)
                kinds[side] |= 1U << portion->kind;
    }
    return (kinds[0] | kinds[1]) & 1U << RO_ALL_OF;
}

static bool names_culprit(const struct announcing *announcing, const struct account *account)
{
    for (uint32_t i = 0; i < announcing->culprits.count; i++)
        if (announcing->culprits.items[i].naming >= RO_NAMED_HARM &&
            is_of(account, announcing->culprits.items[i].words))
            return true;
    return false;
}

/* Whether a side tells something in a clause. */
static bool is_told(const struct announcing *announcing, const struct told_side *side)
{
    for (uint32_t word = side->words.begin; word < side->words.end; word++)
        if (ro_tree_is_finite(&announcing->disputing->tree, word))
            return true;
    return false;
}

static bool differ(struct announcing *announcing, const struct turn *turn, struct told_side *one,
                   struct told_side *other, enum dispute_kind *kind)
{
    bool first = names_culprit(announcing, one->account), second = names_culprit(announcing, other->account);
    if (differ_in_number(announcing, one, other) || turn->figure)
        *kind = RO_NUMBER;
    else if (turn->outright && differ_in_extent(announcing, one, other))
        *kind = RO_EXTENT;
    else if ((first && (second || turn->outright)) || (turn->turned && second))
        *kind = RO_ATTRIBUTION;
    else
        *kind = RO_NEGATION;
    return *kind != RO_NEGATION || (turn->outright && is_told(announcing, one) && is_told(announcing, other));
}

/* The same of all that the first source told just before: "It was met in full, said the firm. Nothing had been held back, it added." */
static bool differ_in_any(struct announcing *announcing, const struct turn *turn, struct told_side *one,
                          struct told_side *other, enum dispute_kind *kind)
{
    const struct account *before = one->account;
    for (uint32_t i = 0; i < announcing->accounts->count; i++) {
        const struct account *account = &announcing->accounts->items[i];
        uint32_t sentence = announcing->disputing->document->words[account->words.begin].sentence;
        struct told_side first = {account, account->words, RO_NONE}, second = *other;
        if (account->source == before->source && account->words.end <= turn->word &&
            sentence + BACK >= turn->sentence && differ(announcing, turn, &first, &second, kind) &&
            *kind != RO_NEGATION) {
            *one = first;
            *other = second;
            return true;
        }
    }
    return differ(announcing, turn, one, other, kind);
}

/* Sides */

static uint32_t sentence_of(const struct announcing *announcing, const struct account *account)
{
    return announcing->disputing->document->words[account->words.begin].sentence;
}

/* The account that is announced: the first in its sentence or the next, of whom it is said, else of anybody. */
static const struct account *account_behind(const struct announcing *announcing, const struct turn *turn, bool his)
{
    const struct account *found = NULL;
    for (uint32_t i = 0; i < announcing->accounts->count; i++) {
        const struct account *account = &announcing->accounts->items[i];
        uint32_t sentence = sentence_of(announcing, account);
        bool near = sentence == turn->sentence + 1 || (his && sentence == turn->sentence);
        bool only = account->words.begin <= turn->word &&
                    account->words.end <= turn->word + 2; /* tell | another tale | */
        if (account->source == RO_NONE || !near || only ||
            (his && turn->who != RO_NONE && ro_are_opposed(announcing->accounts, turn->who, account->source)))
            continue;
        if (!found || account->words.begin < found->words.begin)
            found = account;
    }
    return found;
}

/* Of two accounts before it the later one, or of one source and sentence the longer. */
static bool is_better(const struct announcing *announcing, const struct account *one, const struct account *other)
{
    bool same = one->source == other->source && sentence_of(announcing, one) == sentence_of(announcing, other);
    return same ? one->words.end - one->words.begin > other->words.end - other->words.begin
                : one->words.begin >= other->words.begin;
}

/* The last account before it of another source. */
static const struct account *account_before(const struct announcing *announcing, const struct turn *turn,
                                            const struct account *behind)
{
    const struct account *found = NULL;
    uint32_t first = behind->words.begin < turn->word ? behind->words.begin : turn->word;
    for (uint32_t i = 0; i < announcing->accounts->count; i++) {
        const struct account *account = &announcing->accounts->items[i];
        if (account->source != RO_NONE && account->words.end <= first &&
            sentence_of(announcing, account) + BACK >= turn->sentence &&
            (!found || is_better(announcing, account, found)) &&
            ro_accounts_opposed(announcing->accounts, account, behind))
            found = account;
    }
    return found;
}

/* Whether a dispute of it is known: with anything that is told where the text announces it. */
static bool is_known(const struct announcing *announcing, const struct turn *turn, const struct account *before)
{
    const struct document *document = announcing->disputing->document;
    struct span first = ro_words_span(document, before->words);
    for (uint32_t i = 0; i < document->dispute_count; i++) {
        const struct side *sides = document->disputes[i].sides;
        uint32_t sentence = document->words[ro_span_words(document, sides[1].span).begin].sentence;
        bool told = sentence == turn->sentence || sentence == turn->sentence + 1;
        if (told && (sides[0].entity == before->source || ro_span_overlaps(sides[0].span, first)))
            return true;
    }
    return false;
}

static bool read_rest(struct announcing *announcing)
{
    announcing->culprits = (struct culprits){.accounts = announcing->accounts,
                                             .words = announcing->disputing->context->resources->dispute_words};
    announcing->read = true;
    return ro_portions_read(announcing->disputing, &announcing->portions) &&
           ro_culprits_read(&announcing->culprits);
}

static bool write(struct announcing *announcing, const struct turn *turn)
{
    const struct account *behind = account_behind(announcing, turn, true);
    behind = behind ? behind : account_behind(announcing, turn, false);
    const struct account *before = behind ? account_before(announcing, turn, behind) : NULL;
    enum dispute_kind kind;
    if (!before || is_known(announcing, turn, before))
        return true;
    if (!announcing->read && !read_rest(announcing))
        return false;
    struct told_side one = {before, before->words, RO_NONE}, other = {behind, behind->words, RO_NONE};
    if (ro_range_has(other.words, turn->word) && turn->word + 1 < other.words.end)
        other.words.begin = turn->word + 1;
    if (!differ_in_any(announcing, turn, &one, &other, &kind))
        return true;
    const char *name = ro_issue_name(announcing->disputing->context->resources->topics,
                                     announcing->disputing->document, before->words);
    return ro_dispute_write(announcing->disputing, kind, ro_slice(name ? name : ""), one, other,
                            ro_reliability(RO_BY_WORD_OF_TEXT));
}

/* How many of some words accounts have. */
static uint32_t count_told(const struct accounts *accounts, struct range words)
{
    uint32_t count = 0;
    for (uint32_t word = words.begin; word < words.end; word++)
        count += accounts->at[word] != RO_NONE;
    return count;
}

/* What stands behind a turn in its sentence, or else in the next, is told by whom it names: "Farmers tell another story. | The wells are dry |." */
bool ro_add_announced(struct accounts *accounts, add_account *add)
{
    enum { SHORT = 4 };
    const struct document *document = accounts->document;
    for (uint32_t word = 0; word < document->word_count; word++) {
        struct turn turn;
        if (!read_turn(accounts, word, &turn) || turn.who == RO_NONE || !turn.outright)
            continue;
        const struct sentence *own = &document->sentences[turn.sentence];
        struct range words = {word + 1, own->first_word + own->word_count};
        if (words.end - words.begin < SHORT && turn.sentence + 1 < document->sentence_count &&
            own[1].block == own->block)
            words = (struct range){own[1].first_word, own[1].first_word + own[1].word_count};
        struct account like = {.statement = RO_NONE, .way = RO_UNHEARD, .source = turn.who, .told = turn.who};
        if (3 * count_told(accounts, words) < words.end - words.begin && words.end - words.begin >= SHORT &&
            words.end - words.begin <= RO_REACH && !ro_claim_words(accounts, add, words, like))
            return false;
    }
    return true;
}

bool ro_find_announced(struct disputing *disputing, const struct quantities *quantities)
{
    struct announcing announcing = {
        .disputing = disputing, .accounts = &disputing->accounts, .quantities = quantities};
    for (uint32_t word = 0; word < disputing->document->word_count; word++) {
        struct turn turn;
        if (read_turn(announcing.accounts, word, &turn) && !write(&announcing, &turn))
            return false;
    }
    return true;
}
