/* numbers.c: two numbers of one thing, in accounts of different sides, that exclude each other. */
#include "positions/numbers.h"

#include "positions/readings.h"
#include "statements/build.h"

enum { LOOK_BACK = 40 /* quantities */ };

static bool is_state(const struct topic *topic)
{
    return topic && topic->kind == RO_STATE_TOPIC;
}

/* Whether two values cannot both be: not where both are told roughly and are near each other. */
static bool exclude(const struct quantity *one, const struct quantity *other)
{
    static const double slack = 0.1, huge = 1e200;
    const struct quantity *low = one->low <= other->low ? one : other, *high = low == one ? other : one;
    if (low->high >= high->low)
        return false;
    bool rough = one->rough || other->rough || one->measure == RO_LENGTH || one->measure == RO_MASS;
    bool round = high->low >= 100;
    return low->high < huge && (!(rough || round) || high->low - low->high > slack * high->low);
}

/* Who tells a number as one that he counted, estimated, wrote down. */
static bool is_figured(const struct disputing *disputing, const struct number_told *reading)
{
    static const char *const counting[] = {"estimate", "put",    "count", "reckon",   "calculate",
                                           "speak of", "record", "list",  "register", "document",
                                           "set",      "fix",    "show",  NULL};
    return reading->account->way == RO_FIGURED || ro_is_cue(disputing, reading->account->statement, counting);
}

static uint32_t sentence_of(const struct disputing *disputing, const struct number_told *reading)
{
    return disputing->document->words[reading->quantity->words.begin].sentence;
}

static bool have_same_noun(const struct disputing *disputing, const struct number_told *one,
                           const struct number_told *other)
{
    const struct topics *topics = disputing->context->resources->topics;
    uint32_t first = one->quantity->noun, second = other->quantity->noun;
    struct gist a = {.count = 0}, b = {.count = 0};
    if (first == RO_NONE || second == RO_NONE)
        return false;
    ro_gist_add(topics, disputing->document, disputing->accounts.who, (struct range){first, first + 1}, &a);
    ro_gist_add(topics, disputing->document, disputing->accounts.who, (struct range){second, second + 1}, &b);
    bool same = ro_lemma_is(ro_tree_word(&disputing->tree, first), disputing->document->words[second].lemma
                                                                       ? disputing->document->words[second].lemma
                                                                       : "");
    return same || (a.count && b.count && ro_gist_has_term(&a, &b.terms[0]));
}

static const struct topic *topic_of_noun(const struct disputing *disputing, const struct number_told *reading)
{
    uint32_t noun = reading->quantity->noun;
    return noun == RO_NONE ? NULL : ro_topic_at(disputing->context->resources->topics, disputing->document, noun);
}

static bool is_anybody(const struct topic *topic)
{
    return topic && (topic->kind == RO_PEOPLE_TOPIC || is_state(topic));
}

/* Whether both count the same: the same noun, a kind of persons and persons; a number of a kind that is smaller is a part. */
static bool count_alike(const struct disputing *disputing, const struct number_told *one,
                        const struct number_told *other)
{
    bool counted = one->quantity->measure == RO_COUNTED && other->quantity->measure == RO_COUNTED;
    if (one->inherits || other->inherits || !counted || have_same_noun(disputing, one, other))
        return true;
    const struct topic *first = topic_of_noun(disputing, one), *second = topic_of_noun(disputing, other);
    bool bodies = one->state && one->state == other->state && (is_state(first) || is_state(second));
    return bodies || (is_anybody(first) && is_anybody(second)); /* twelve reindeer died, thirty carcasses */
}

/* The modifiers of what is counted that tell it apart from the same thing elsewhere: "agency workers", "the coastal provinces". */
static bool differ_in_kind(const struct disputing *disputing, const struct number_told *one,
                           const struct number_told *other)
{
    const struct tree *tree = &disputing->tree;
    const struct topics *topics = disputing->context->resources->topics;
    struct gist kinds[2] = {{.count = 0}, {.count = 0}};
    const struct number_told *const both[] = {one, other};
    for (size_t i = 0; i < 2; i++) {
        uint32_t noun = both[i]->quantity->noun;
        for (uint32_t child = noun == RO_NONE ? RO_NONE : tree->first_child[noun]; child != RO_NONE;
             child = tree->next_child[child])
            if (ro_hangs_by(ro_tree_word(tree, child), "compound") ||
                ro_hangs_by(ro_tree_word(tree, child), "amod"))
                ro_gist_add(topics, disputing->document, NULL, (struct range){child, child + 1}, &kinds[i]);
    }
    bool figured = one->account->way == RO_FIGURED || other->account->way == RO_FIGURED;
    return !figured && kinds[0].count && kinds[1].count && ro_gist_common(&kinds[0], &kinds[1]) <= 0;
}

/* The place that an account names. */
static uint32_t place_in(const struct disputing *disputing, const struct number_told *reading)
{
    static const struct slice at[] = {RO_SLICE("in"),   RO_SLICE("at"),   RO_SLICE("near"),    RO_SLICE("on"),
                                      RO_SLICE("from"), RO_SLICE("into"), RO_SLICE("outside"), RO_SLICE("to"),
                                      RO_SLICE("of"),   {NULL, 0}};
    return ro_place_named(disputing, reading->account, at);
}

static bool mentions(const struct disputing *disputing, const struct number_told *reading, uint32_t place)
{
    struct gist own = {.count = 0}, all = reading->gist;
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                (struct range){place, place + 1}, &own);
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                reading->account->words, &all);
    uint32_t statement = reading->account->statement;
    if (statement != RO_NONE) /* the | valley's | only doctor said */
        ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                    ro_span_words(disputing->document, disputing->document->statements[statement].source.span),
                    &all);
    return own.count && ro_gist_has_term(&all, &own.terms[0]);
}

/* "The mayor of Grub, | a village | in the diocese": who counts in a part of where the other does. */
static bool is_of_part(const struct disputing *disputing, const struct number_told *reading)
{
    static const char *const parts[] = {"one",    "village", "town",    "district", "suburb",
                                        "hamlet", "ward",    "borough", "county",   "province",
                                        "parish", "island",  "branch",  "port",     NULL};
    const struct tree *tree = &disputing->tree;
    const struct sentence *sentence = &disputing->document->sentences[sentence_of(disputing, reading)];
    for (uint32_t word = sentence->first_word; word < reading->account->words.begin; word++) {
        const struct word *own = ro_tree_word(tree, word);
        bool inside = ro_tree_child(tree, word, "nmod", RO_NONE) != RO_NONE;
        if (ro_hangs_by(own, "appos") && inside && ro_lemma_in(own, parts))
            return true;
    }
    return false;
}

/* Whether they count in different places: each names another, or the later and smaller number alone names one. */
static bool differ_in_place(const struct disputing *disputing, const struct number_told *one,
                            const struct number_told *other)
{
    uint32_t first = place_in(disputing, one), second = place_in(disputing, other);
    if (other->quantity->low < one->quantity->low && is_of_part(disputing, other))
        return true;
    if (second == RO_NONE || mentions(disputing, one, second))
        return false;
    if (first != RO_NONE)
        return !mentions(disputing, other, first);
    return other->quantity->low < one->quantity->low && !one->inherits && !is_figured(disputing, one);
}

static bool differ_in_time(const struct number_told *one, const struct number_told *other)
{
    const char *first = one->account->date, *second = other->account->date;
    return first && second && strcmp(first, second) != 0;
}

/* The value of the last time of day in the sentence of a number; NULL: none. */
static const char *hour_of(const struct disputing *disputing, const struct number_told *reading)
{
    const struct document *document = disputing->document;
    const struct sentence *sentence = &document->sentences[sentence_of(disputing, reading)];
    struct range words = {sentence->first_word, sentence->first_word + sentence->word_count};
    return ro_last_time_in(document, ro_words_span(document, words), RO_TIME);
}

/* "Spoke | at first | of fourteen bodies": of what was known then. */
static bool is_early(const struct disputing *disputing, const struct number_told *reading)
{
    static const char *const earlies[] = {"initially", "originally", NULL};
    const struct document *document = disputing->document;
    const struct sentence *sentence = &document->sentences[sentence_of(disputing, reading)];
    for (uint32_t word = sentence->first_word; word < sentence->first_word + sentence->word_count; word++) {
        const struct word *own = &document->words[word];
        bool first = ro_lemma_is(own, "first") &&
                     (ro_hangs_by(own, "advmod") || (word > 0 && ro_lemma_is(&document->words[word - 1], "at")));
        if (first || ro_lemma_in(own, earlies))
            return true;
    }
    return false;
}

/* Whether the later figure may be of a later hour. */
static bool is_later(const struct disputing *disputing, const struct number_told *one,
                     const struct number_told *other)
{
    const char *first = hour_of(disputing, one), *second = hour_of(disputing, other);
    return is_early(disputing, one) || (first && second && strcmp(first, second) != 0);
}

/* Whether a number stands for a phrase told before: "thirty, said Roe", "put it at two million", "a tonne of it". */
static bool is_short(const struct disputing *disputing, const struct number_told *reading)
{
    return reading->inherits &&
           (reading->quantity->measure == RO_COUNTED || is_figured(disputing, reading) || reading->of_it);
}

/* "Lasted eleven minutes" - "lasted an hour": what is measured by the same verb. */
static bool share_verb(const struct disputing *disputing, const struct number_told *one,
                       const struct number_told *other)
{
    static const char *const light[] = {"be", "have", "say", "rise", "fall", "get", "do", NULL};
    const struct word *verb = ro_tree_word(&disputing->tree, one->quantity->clause);
    const char *lemma = disputing->document->words[other->quantity->clause].lemma;
    return one->quantity->measure != RO_COUNTED &&
           ro_tree_has_upos(&disputing->tree, one->quantity->clause, "VERB") && lemma && ro_lemma_is(verb, lemma) &&
           !ro_lemma_in(verb, light);
}

/* What speaks for it that both count one thing; 0: nothing but that they are near. */
static double evidence(const struct disputing *disputing, const struct number_told *one,
                       const struct number_told *other)
{
    static const double of_state = 1, of_noun = 1, of_verb = 0.8, of_class = 0.5, of_figure = 0.6, of_short = 0.8,
                        of_lone = 0.4, of_term = 0.5, of_near = 0.5, telling = 1;
    enum { NEAR = 1, FAR = 3 };
    double common = ro_gist_common(&one->gist, &other->gist), sum = of_term * (common < 2 ? common : 2);
    uint32_t far = sentence_of(disputing, other) - sentence_of(disputing, one);
    bool counted = one->quantity->measure == RO_COUNTED;
    bool same_noun = have_same_noun(disputing, one, other);
    bool same_state = counted && one->state && one->state == other->state;
    bool shorter = is_short(disputing, other);
    bool classed = counted && (is_figured(disputing, one) || is_figured(disputing, other)) && !one->inherits;
    bool same_verb = share_verb(disputing, one, other);
    if (one->quantity->measure == RO_AGE_OF_THINGS && !same_verb)
        return 0;
    if (!same_noun && !same_state && !shorter && !classed && !same_verb && common < telling)
        return 0;
    sum += same_verb ? of_verb : 0;
    sum += same_state ? of_state : 0;
    sum += is_figured(disputing, one) || is_figured(disputing, other) ? of_figure : 0;
    sum += shorter ? of_short : same_noun ? of_noun : counted && !one->inherits && !other->inherits ? of_class : 0;
    sum += one->lone && other->lone ? of_lone : 0;
    return sum + (far <= NEAR ? of_near : far <= FAR ? of_near / 2 : 0);
}

static double judge(const struct disputing *disputing, const struct number_told *one,
                    const struct number_told *other)
{
    static const double enough = 1.6;
    if (evidence(disputing, one, other) < enough)
        return 0;
    return ro_reliability(one->state && one->state == other->state                     ? RO_BY_STATE
                          : is_figured(disputing, one) || is_figured(disputing, other) ? RO_BY_FIGURE
                                                                                       : RO_BY_LIKE_NUMBERS);
}

static struct slice about_of(struct disputing *disputing, const struct number_told *one)
{
    if (one->state)
        return ro_slice(one->state->name);
    uint32_t noun = one->quantity->noun == RO_NONE ? one->quantity->clause : one->quantity->noun;
    const char *name = ro_issue_name(disputing->context->resources->topics, disputing->document,
                                     ro_words_under(&disputing->tree, noun));
    return ro_slice(name ? name : "");
}

/* Whether both are measured alike; "two" without a unit behind "nine per cent" is two per cent. */
static bool measure_alike(const struct disputing *disputing, const struct number_told *one,
                          const struct number_told *other)
{
    bool bare = other->quantity->measure == RO_COUNTED &&
                (one->wished || one->quantity->measure == RO_MONEY || is_figured(disputing, other)) &&
                (other->inherits || have_same_noun(disputing, one, other));
    return one->quantity->measure == other->quantity->measure || bare;
}

/* Of numbers measured alike the second in the unit of the first: "12 million euros" - "four"; "9 per cent" - "two". */
static struct quantity in_unit_of(const struct quantity *one, const struct quantity *other)
{
    static const double million = 1e6, small = 1000;
    struct quantity same = *other;
    bool bare = other->measure == RO_COUNTED && one->measure != RO_COUNTED;
    bool millions = one->measure == RO_MONEY && one->low >= million && other->low < small;
    double size = !bare ? 1 : millions ? million : one->size;
    same.low *= size;
    same.high *= size;
    return same;
}

/* Whether shares, and persons of no kind, do the same: of Syrians that came, that are Christians; three died, fourteen were treated. */
static bool do_alike(const struct disputing *disputing, const struct number_told *one,
                     const struct number_told *other)
{
    const struct topics *topics = disputing->context->resources->topics;
    uint32_t verbs[] = {one->quantity->clause, other->quantity->clause};
    struct gist first = {.count = 0}, second = {.count = 0};
    bool share = one->quantity->measure == RO_SHARE;
    bool persons = one->quantity->measure == RO_COUNTED && is_anybody(topic_of_noun(disputing, one)) &&
                   is_anybody(topic_of_noun(disputing, other));
    if ((!share && !persons) || is_figured(disputing, one) || is_figured(disputing, other))
        return true;
    if (persons && (ro_lemma_is(ro_tree_word(&disputing->tree, verbs[0]), "be") ||
                    ro_lemma_is(ro_tree_word(&disputing->tree, verbs[1]), "be")))
        return true;
    ro_gist_add(topics, disputing->document, NULL, (struct range){verbs[0], verbs[0] + 1}, &first);
    ro_gist_add(topics, disputing->document, NULL, (struct range){verbs[1], verbs[1] + 1}, &second);
    const char *lemma = disputing->document->words[verbs[1]].lemma;
    return ro_gist_common(&first, &second) > 0 ||
           (lemma && ro_lemma_is(ro_tree_word(&disputing->tree, verbs[0]), lemma));
}

/* Whether one tells what another says in it: Hedge asked why Fact said so. */
static bool are_nested(const struct disputing *disputing, const struct number_told *one,
                       const struct number_told *other)
{
    uint32_t first = one->account->statement, second = other->account->statement;
    const struct statement *statements = disputing->document->statements;
    return first != RO_NONE && second != RO_NONE &&
           (statements[first].within == second || statements[second].within == first);
}

/* "Had risen to thirty" tells a later state. */
static bool is_grown(const struct disputing *disputing, const struct number_told *reading)
{
    static const char *const changes[] = {"rise",  "increase", "climb",  "grow",   "jump",    "fall",
                                          "drop",  "decline",  "melt",   "shrink", "dwindle", "swell",
                                          "raise", "lower",    "revise", NULL};
    uint32_t begin = reading->quantity->words.begin;
    return ro_lemma_in(ro_tree_word(&disputing->tree, reading->quantity->clause), changes) && begin > 0 &&
           ro_lemma_is(ro_tree_word(&disputing->tree, begin - 1), "to");
}

/* "Four victims were from one family" tells of a part of them. */
static bool is_characterized(const struct disputing *disputing, const struct number_told *one,
                             const struct number_told *other)
{
    const struct tree *tree = &disputing->tree;
    const struct number_told *low = one->quantity->low <= other->quantity->low ? one : other;
    uint32_t clause = low->quantity->clause;
    uint32_t subject = ro_tree_child(tree, clause, "nsubj", RO_NONE);
    return low == other && ro_tree_child(tree, clause, "cop", RO_NONE) != RO_NONE &&
           !ro_state_at(disputing, clause) && subject != RO_NONE && subject + 1 >= low->quantity->words.begin &&
           subject <= low->quantity->words.end;
}

/* A magnitude of 6.3, but not 1.5 million. */
static bool is_fraction(const struct quantity *quantity)
{
    static const double small = 1000;
    bool exact = quantity->low >= quantity->high && quantity->high < small;
    return quantity->measure == RO_COUNTED && exact && quantity->low > (double)(uint32_t)quantity->low;
}

/* "It is | four | at most", "put it at | four |": of what is or will be. */
static bool is_predicate(const struct disputing *disputing, const struct number_told *reading)
{
    const struct quantity *quantity = reading->quantity;
    return reading->inherits && (ro_range_has(quantity->words, quantity->clause) || is_figured(disputing, reading));
}

/* Whether an account has a number, too, that is the other's: "of 400 beds ninety are new" - "ninety". */
static bool has_same(const struct quantities *quantities, const struct number_told *one,
                     const struct number_told *other)
{
    for (uint32_t i = 0; i < quantities->count; i++) {
        const struct quantity *own = &quantities->items[i], *second = other->quantity;
        if (own->account == one->quantity->account && own != one->quantity && own->measure == second->measure &&
            own->low >= second->low && own->low <= second->high)
            return true;
    }
    return false;
}

/* "Five on | its side |", "its | own | losses": of other people than the other counts. */
static bool is_of_own(const struct disputing *disputing, const struct number_told *reading)
{
    static const char *const owns[] = {"own", "side", NULL};
    static const char *const counts[] = {"tally", "count",     "figure",     "estimate", "number", "toll",
                                         "total", "reckoning", "statistics", "data",     NULL};
    const struct tree *tree = &disputing->tree;
    for (uint32_t word = reading->account->words.begin; word + 2 < reading->account->words.end; word++)
        if (ro_tree_tagged(tree, word, "PRP$") && ro_lemma_in(ro_tree_word(tree, word + 1), owns))
            return !ro_lemma_in(ro_tree_word(tree, word + 2), counts);
    return false;
}

/* "The rest belongs to others": what was counted before is a part. */
static bool leaves_rest(const struct disputing *disputing, const struct number_told *reading)
{
    static const char *const rests[] = {"rest", "remainder", NULL};
    enum { FAR = 20 };
    const struct document *document = disputing->document;
    uint32_t end = reading->quantity->words.end;
    for (uint32_t word = end; word < document->word_count && word < end + FAR; word++)
        if (ro_lemma_in(&document->words[word], rests))
            return true;
    return false;
}

/* Whether nothing speaks against it that both count one thing. */
static bool fits(const struct disputing *disputing, const struct number_told *one, const struct number_told *other)
{
    enum { FAR = 8 /* sentences */ };
    struct quantity same = in_unit_of(one->quantity, other->quantity);
    if (!measure_alike(disputing, one, other) || one->quantity->part || other->quantity->part ||
        !exclude(one->quantity, &same) || sentence_of(disputing, other) - sentence_of(disputing, one) > FAR)
        return false;
    if (!ro_accounts_opposed(&disputing->accounts, one->account, other->account) || one->wished != other->wished ||
        (one->state && other->state && one->state != other->state) || are_nested(disputing, one, other))
        return false;
    if (one->wished) /* wants nine per cent from April, wants it kept to two */
        return one->lone && other->lone && one->quantity->measure != RO_COUNTED;
    bool same_state = one->state && one->state == other->state && one->quantity->measure == RO_COUNTED;
    if (!same_state && !(one->lone && other->lone))
        return false;
    if (!same_state && !do_alike(disputing, one, other))
        return false;
    if (one->open || other->open || (one->planned != other->planned && !is_predicate(disputing, other)) ||
        is_grown(disputing, other) || is_characterized(disputing, one, other) || is_of_own(disputing, one) ||
        leaves_rest(disputing, other) || is_of_own(disputing, other) ||
        is_fraction(one->quantity) != is_fraction(other->quantity))
        return false;
    return count_alike(disputing, one, other) && !differ_in_kind(disputing, one, other) &&
           !differ_in_place(disputing, one, other) && !differ_in_time(one, other) &&
           !is_later(disputing, one, other);
}

static bool compare(struct disputing *disputing, const struct quantities *quantities, struct number_told *one,
                    struct number_told *other)
{
    bool may = fits(disputing, one, other) && !has_same(quantities, one, other) &&
               !has_same(quantities, other, one);
    double score = may ? judge(disputing, one, other) : 0;
    if (score <= 0)
        return true;
    struct told_side first = {one->account, one->quantity->words, RO_NONE},
                     second = {other->account, other->quantity->words, RO_NONE};
    return ro_dispute_write(disputing, RO_NUMBER, about_of(disputing, one->state || !one->inherits ? one : other),
                            first, second, score);
}

bool ro_find_numbers(struct disputing *disputing, const struct quantities *quantities)
{
    struct number_told *readings = ro_arena_alloc(&disputing->context->scratch, quantities->count + 1,
                                                  sizeof *readings);
    if (!readings)
        return false;
    for (uint32_t i = 0; i < quantities->count; i++) {
        ro_reading_read(disputing, quantities, i, &readings[i]);
        for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;)
            if (!compare(disputing, quantities, &readings[j], &readings[i]))
                return false;
    }
    return true;
}
