/* otherwise.c: where a text says that one account is not that of another, the two are in dispute; what they tell says over what: "Ten had come,
 * said the clerk. | The union gave another figure |: forty." */
#include "positions/otherwise.h"

#include "positions/culprits.h"
#include "positions/portions.h"
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

static bool is(const struct announcing *announcing, uint32_t word, const char *text)
{
    return word < announcing->disputing->document->word_count &&
           ro_slice_spells(ro_document_word(announcing->disputing->document, word), text);
}

/* The other way round, the other way about. */
static bool is_way_round(const struct announcing *announcing, uint32_t word)
{
    return is(announcing, word, "other") && is(announcing, word + 1, "way") &&
           (is(announcing, word + 2, "round") || is(announcing, word + 2, "around") ||
            is(announcing, word + 2, "about"));
}

/* Another date, a different picture, a far higher toll. */
static bool is_other_account(const struct tree *tree, uint32_t noun)
{
    static const char *const accounts[] = {
        "version",      "picture", "story",       "tale",      "account",  "figure", "number", "toll",
        "date",         "reading", "explanation", "total",     "estimate", "sum",    "count",  "memory",
        "recollection", "tally",   "hour",        "narrative", "answer",   "view",   NULL};
    static const char *const others[] = {"different", "other",       "another",   "contrary", "opposite",
                                         "rival",     "conflicting", "competing", "high",     "low",
                                         "large",     "small",       NULL};
    if (!ro_tree_has_upos(tree, noun, "NOUN") || !ro_lemma_in(ro_tree_word(tree, noun), accounts))
        return false;
    for (uint32_t child = tree->first_child[noun]; child != RO_NONE; child = tree->next_child[child]) {
        bool modifies = ro_hangs_by(ro_tree_word(tree, child), "amod") ||
                        ro_hangs_by(ro_tree_word(tree, child), "det");
        bool degree = ro_tree_tagged(tree, child, "JJR");
        static const char *const degrees[] = {"high", "low", "large", "small", NULL};
        if (modifies && ro_lemma_in(ro_tree_word(tree, child), others) &&
            (degree || !ro_lemma_in(ro_tree_word(tree, child), degrees)))
            return true;
    }
    return false;
}

/* Remembered the evening | otherwise |: behind its verb, at the end of its clause. */
static bool is_otherwise(const struct announcing *announcing, uint32_t word)
{
    const struct tree *tree = &announcing->disputing->tree;
    bool says = is(announcing, word, "otherwise") || is(announcing, word, "differently");
    return says && ro_tree_hangs(tree, word) && ro_tree_word(tree, word)->head < word &&
           (word + 1 >= tree->document->word_count || ro_tree_has_upos(tree, word + 1, "PUNCT"));
}

/* Verbs of who answers with the contrary: "Not at all," | countered | Roe. */
static bool is_contradicting(const struct tree *tree, uint32_t word)
{
    static const char *const verbs[] = {"contradict", "disagree", "differ", "counter", "retort", NULL};
    return ro_tree_has_upos(tree, word, "VERB") && ro_lemma_in(ro_tree_word(tree, word), verbs);
}

/* Who is the subject of the clause of a word; RO_NONE. */
static uint32_t subject_over(const struct announcing *announcing, uint32_t word)
{
    uint32_t clause = ro_clause_over(&announcing->disputing->tree, word);
    uint32_t subject = ro_tree_child(&announcing->disputing->tree, clause, "nsubj", RO_NONE);
    return subject == RO_NONE ? RO_NONE : ro_account_who(announcing->accounts, subject);
}

static bool read_turn(const struct announcing *announcing, uint32_t word, struct turn *turn)
{
    static const char *const figures[] = {"figure", "number", "toll",  "date", "total", "estimate",
                                          "sum",    "count",  "tally", "hour", NULL};
    const struct tree *tree = &announcing->disputing->tree;
    bool noun = is_other_account(tree, word), answers = is_contradicting(tree, word);
    if (!noun && !answers && !is_way_round(announcing, word) && !is_otherwise(announcing, word))
        return false;
    *turn = (struct turn){.word = word,
                          .sentence = ro_tree_word(tree, word)->sentence,
                          .who = subject_over(announcing, word),
                          .outright = !answers,
                          .turned = is_way_round(announcing, word),
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

/* Whether one tells all of it, the other a part. */
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
    unsigned all = 1U << RO_ALL_OF, part = 1U << RO_PART_OF;
    return ((kinds[0] & all) && (kinds[1] & part)) || ((kinds[1] & all) && (kinds[0] & part));
}

static bool names_culprit(const struct announcing *announcing, const struct account *account)
{
    for (uint32_t i = 0; i < announcing->culprits.count; i++)
        if (announcing->culprits.items[i].naming >= RO_NAMED_HARM &&
            is_of(account, announcing->culprits.items[i].words))
            return true;
    return false;
}

static bool differ(struct announcing *announcing, const struct turn *turn, struct told_side *one,
                   struct told_side *other, enum dispute_kind *kind)
{
    bool first = names_culprit(announcing, one->account), second = names_culprit(announcing, other->account);
    if (differ_in_number(announcing, one, other) || turn->figure)
        *kind = RO_NUMBER;
    else if (differ_in_extent(announcing, one, other))
        *kind = RO_EXTENT;
    else if ((first && second) || (turn->turned && (first || second)))
        *kind = RO_ATTRIBUTION;
    else
        *kind = RO_NEGATION;
    return turn->outright || *kind != RO_NEGATION;
}

/* Sides */

static uint32_t sentence_of(const struct announcing *announcing, const struct account *account)
{
    return announcing->disputing->document->words[account->words.begin].sentence;
}

/* The account that is announced: the first in its sentence or the next. */
static const struct account *account_behind(const struct announcing *announcing, const struct turn *turn)
{
    const struct account *found = NULL;
    for (uint32_t i = 0; i < announcing->accounts->count; i++) {
        const struct account *account = &announcing->accounts->items[i];
        uint32_t sentence = sentence_of(announcing, account);
        bool his = account->source != RO_NONE &&
                   (turn->who == RO_NONE || !ro_are_opposed(announcing->accounts, turn->who, account->source));
        bool near = sentence == turn->sentence || sentence == turn->sentence + 1;
        bool earlier = !found || account->words.begin < found->words.begin;
        bool only = account->words.begin <= turn->word &&
                    account->words.end <= turn->word + 2; /* tell | another tale | */
        if (his && near && earlier && !only)
            found = account;
    }
    return found;
}

/* The last account before it of another source. */
static const struct account *account_before(const struct announcing *announcing, const struct turn *turn,
                                            const struct account *behind)
{
    const struct account *found = NULL;
    uint32_t first = behind->words.begin < turn->word ? behind->words.begin : turn->word;
    for (uint32_t i = 0; i < announcing->accounts->count; i++) {
        const struct account *account = &announcing->accounts->items[i];
        bool later = !found || account->words.begin >= found->words.begin;
        if (account->source != RO_NONE && later && account->words.end <= first &&
            sentence_of(announcing, account) + BACK >= turn->sentence &&
            ro_accounts_opposed(announcing->accounts, account, behind))
            found = account;
    }
    return found;
}

static bool is_known(const struct announcing *announcing, const struct account *one, const struct account *other)
{
    const struct document *document = announcing->disputing->document;
    struct span first = ro_words_span(document, one->words), second = ro_words_span(document, other->words);
    for (uint32_t i = 0; i < document->dispute_count; i++)
        if (ro_span_overlaps(document->disputes[i].sides[0].span, first) &&
            ro_span_overlaps(document->disputes[i].sides[1].span, second))
            return true;
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
    const struct account *behind = account_behind(announcing, turn);
    const struct account *before = behind ? account_before(announcing, turn, behind) : NULL;
    enum dispute_kind kind;
    if (!before || is_known(announcing, before, behind))
        return true;
    if (!announcing->read && !read_rest(announcing))
        return false;
    struct told_side one = {before, before->words, RO_NONE}, other = {behind, behind->words, RO_NONE};
    if (ro_range_has(other.words, turn->word) && turn->word + 1 < other.words.end)
        other.words.begin = turn->word + 1;
    if (!differ(announcing, turn, &one, &other, &kind))
        return true;
    const char *name = ro_issue_name(announcing->disputing->context->resources->topics,
                                     announcing->disputing->document, before->words);
    return ro_dispute_write(announcing->disputing, kind, ro_slice(name ? name : ""), one, other,
                            ro_reliability(RO_BY_WORD_OF_TEXT));
}

bool ro_find_announced(struct disputing *disputing, const struct quantities *quantities)
{
    struct announcing announcing = {
        .disputing = disputing, .accounts = &disputing->accounts, .quantities = quantities};
    for (uint32_t word = 0; word < disputing->document->word_count; word++) {
        struct turn turn;
        if (read_turn(&announcing, word, &turn) && !write(&announcing, &turn))
            return false;
    }
    return true;
}
