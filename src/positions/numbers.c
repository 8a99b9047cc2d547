/* numbers.c: two numbers of one thing, in accounts of different sides, that exclude each other. */
#include "positions/numbers.h"

#include "events/facts.h"
#include "positions/likeness.h"
#include "statements/build.h"

enum { LOOK_BACK = 40 /* quantities */ };

struct reading_of {
    const struct quantity *quantity;
    const struct account *account;
    const struct topic *state;
    struct gist gist;  /* of the clause */
    bool inherits;     /* what it counts is told before: put the number at thirty */
    bool lone;         /* no other number of its account is measured alike */
    bool wished, open; /* wanted; a forecast, a possibility */
};

static const char *const wishes[] = {"want",     "demand", "propose", "ask",   "ask for",
                                     "call for", "seek",   "request", "offer", NULL};

static const struct topic *topic_at(const struct disputing *disputing, uint32_t word)
{
    return ro_topic_at(disputing->context->resources->topics, disputing->document, word);
}

static bool is_state(const struct topic *topic)
{
    return topic && topic->kind == RO_STATE_TOPIC;
}

/* What became of those counted: what is said of it behind the number, up to the next one, or else before it. */
static const struct topic *state_of(const struct disputing *disputing, const struct quantity *quantity)
{
    const struct tree *tree = &disputing->tree;
    struct range words = disputing->accounts.items[quantity->account].words;
    for (uint32_t word = quantity->words.end; word < words.end && !ro_tree_has_upos(tree, word, "NUM"); word++)
        if (is_state(topic_at(disputing, word)))
            return topic_at(disputing, word);
    for (uint32_t word = quantity->words.begin; word-- > words.begin && !ro_tree_has_upos(tree, word, "NUM");)
        if (is_state(topic_at(disputing, word)))
            return topic_at(disputing, word);
    return NULL;
}

static bool is_never_found(const struct disputing *disputing, const struct quantity *quantity)
{
    static const char *const finds[] = {"find", "locate", "trace", NULL};
    struct frame frame = ro_frame_of(&disputing->tree, quantity->clause);
    return ro_lemma_in(ro_tree_word(&disputing->tree, quantity->clause), finds) &&
           ro_facts_of(&disputing->tree, &frame).negated;
}

static bool is_cue(const struct disputing *disputing, uint32_t statement, const char *const *lemmas)
{
    const char *lemma = statement == RO_NONE ? NULL : disputing->document->statements[statement].lemma;
    while (lemma && *lemmas && strcmp(lemma, *lemmas) != 0)
        lemmas++;
    return lemma && *lemmas;
}

/* "its goal of accepting 10,000", "the limit of 50" tell what is to be. */
static bool is_aimed_at(const struct disputing *disputing, const struct quantity *quantity)
{
    static const char *const aims[] = {"goal", "target",   "limit",   "cap",     "quota", "ceiling",
                                       "plan", "forecast", "maximum", "minimum", NULL};
    enum { FAR = 5 };
    const struct document *document = disputing->document;
    uint32_t first = document->sentences[document->words[quantity->words.begin].sentence].first_word;
    for (uint32_t word = quantity->words.begin; word-- > first && quantity->words.begin - word <= FAR;)
        if (ro_lemma_in(&disputing->document->words[word], aims))
            return true;
    return false;
}

static void read_mood(const struct disputing *disputing, struct reading_of *reading)
{
    static const char *const forecasts[] = {"expect",  "predict",  "forecast", "project", "warn",   "anticipate",
                                            "fear",    "hope",     "think",    "see",     "assume", "guess",
                                            "promise", "threaten", "plan",     NULL};
    struct frame frame = ro_frame_of(&disputing->tree, reading->quantity->clause);
    struct facts facts = ro_facts_of(&disputing->tree, &frame);
    reading->wished = is_cue(disputing, reading->account->statement, wishes);
    reading->open = is_aimed_at(disputing, reading->quantity) ||
                    is_cue(disputing, reading->account->statement, forecasts) || facts.planned || facts.possible ||
                    facts.hypothetical || (facts.negated && !is_never_found(disputing, reading->quantity));
}

static bool is_lone(const struct quantities *quantities, uint32_t number)
{
    const struct quantity *own = &quantities->items[number];
    const struct quantity *before = number > 0 ? own - 1 : own,
                          *behind = number + 1 < quantities->count ? own + 1 : own;
    return (before == own || before->account != own->account || before->measure != own->measure) &&
           (behind == own || behind->account != own->account || behind->measure != own->measure);
}

static void read(const struct disputing *disputing, const struct quantity *quantity, struct reading_of *reading)
{
    const struct account *account = &disputing->accounts.items[quantity->account];
    struct range clause = ro_range_common(ro_words_under(&disputing->tree, quantity->clause), account->words);
    clause = is_cue(disputing, account->statement, wishes) ? account->words : clause;
    *reading = (struct reading_of){
        .quantity = quantity, .account = account, .state = state_of(disputing, quantity)};
    if (!reading->state && is_never_found(disputing, quantity)) /* 412 papers | were never found | */
        reading->state = ro_topic_named(disputing->context->resources->topics, RO_SLICE("missing"));
    reading->inherits = quantity->noun == RO_NONE;
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                ro_range_is(clause) ? clause : account->words, &reading->gist);
    read_mood(disputing, reading);
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

/* Whether both count the same: the same noun, or persons whatever they are called. */
static bool count_alike(const struct disputing *disputing, const struct reading_of *one,
                        const struct reading_of *other)
{
    bool figured = one->account->way == RO_FIGURED || other->account->way == RO_FIGURED;
    if (one->inherits || other->inherits || (figured && one->quantity->measure > RO_SHARE))
        return true;
    uint32_t first = one->quantity->noun, second = other->quantity->noun;
    struct gist a = {.count = 0}, b = {.count = 0};
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                (struct range){first, first + 1}, &a);
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                (struct range){second, second + 1}, &b);
    if (a.count && b.count && ro_gist_has_term(&a, &b.terms[0]))
        return true;
    const struct topic *of_first = topic_at(disputing, first), *of_second = topic_at(disputing, second);
    bool any_first = of_first && (of_first->kind == RO_PEOPLE_TOPIC || is_state(of_first));
    bool any_second = of_second && (of_second->kind == RO_PEOPLE_TOPIC || is_state(of_second));
    return any_first && any_second;
}

/* The modifiers of what is counted that tell it apart from the same thing elsewhere: "agency workers", "the coastal provinces". */
static bool differ_in_kind(const struct disputing *disputing, const struct reading_of *one,
                           const struct reading_of *other)
{
    const struct tree *tree = &disputing->tree;
    const struct topics *topics = disputing->context->resources->topics;
    struct gist kinds[2] = {{.count = 0}, {.count = 0}};
    const struct reading_of *const both[] = {one, other};
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

static bool is_place(const struct disputing *disputing, uint32_t word)
{
    static const struct slice at[] = {RO_SLICE("in"),      RO_SLICE("at"),   RO_SLICE("near"),
                                      RO_SLICE("on"),      RO_SLICE("from"), RO_SLICE("into"),
                                      RO_SLICE("outside"), RO_SLICE("to"),   {NULL, 0}};
    uint32_t who = disputing->accounts.who[word];
    const struct entity *entity = who == RO_NONE ? NULL : &disputing->document->entities[who];
    bool named = entity &&
                 (entity->type == RO_PLACE || entity->type == RO_COUNTRY || entity->type == RO_ORGANIZATION);
    return (named || ro_tree_has_upos(&disputing->tree, word, "PROPN")) &&
           ro_tree_has_case(&disputing->tree, word, at);
}

/* The place that an account names. */
static uint32_t place_in(const struct disputing *disputing, const struct reading_of *reading)
{
    for (uint32_t word = reading->account->words.begin; word < reading->account->words.end; word++)
        if (is_place(disputing, word))
            return word;
    return RO_NONE;
}

static bool mentions(const struct disputing *disputing, const struct reading_of *reading, uint32_t place)
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

/* Whether they count in different places: each names another, or the smaller number alone names one. */
static bool differ_in_place(const struct disputing *disputing, const struct reading_of *one,
                            const struct reading_of *other)
{
    uint32_t first = place_in(disputing, one), second = place_in(disputing, other);
    if (first != RO_NONE && second != RO_NONE)
        return !mentions(disputing, one, second) && !mentions(disputing, other, first);
    const struct reading_of *low = one->quantity->low <= other->quantity->low ? one : other;
    uint32_t named = low == one ? first : second, free = low == one ? second : first;
    const struct reading_of *high = low == one ? other : one;
    if (named != RO_NONE && mentions(disputing, high, named))
        return false;
    return named != RO_NONE && free == RO_NONE && !high->inherits && high->account->way != RO_FIGURED;
}

static bool differ_in_time(const struct reading_of *one, const struct reading_of *other)
{
    const char *first = one->account->date, *second = other->account->date;
    return first && second && strcmp(first, second) != 0;
}

/* Whether it is told between them that both count one thing. */
static bool tell_of_one(const struct reading_of *one, const struct reading_of *other, double common)
{
    static const double much = 1.8, some = 0.8;
    if (one->state && other->state && one->quantity->measure != RO_SHARE)
        return one->state == other->state;
    bool figured = (one->inherits && one->account->way == RO_FIGURED) ||
                   (other->inherits && other->account->way == RO_FIGURED);
    if (figured && (one->inherits != other->inherits))
        return one->quantity->measure == other->quantity->measure;
    if (one->account->way == RO_FIGURED || other->account->way == RO_FIGURED || one->wished)
        return common >= some;
    return common >= ((one->state || other->state) && (one->inherits || other->inherits) ? some : much);
}

static double judge(const struct reading_of *one, const struct reading_of *other)
{
    bool figured = one->account->way == RO_FIGURED || other->account->way == RO_FIGURED;
    return ro_reliability(one->state && one->state == other->state ? RO_BY_STATE
                          : figured                                ? RO_BY_FIGURE
                                                                   : RO_BY_LIKE_NUMBERS);
}

static struct slice about_of(struct disputing *disputing, const struct reading_of *one)
{
    if (one->state)
        return ro_slice(one->state->name);
    uint32_t noun = one->quantity->noun == RO_NONE ? one->quantity->clause : one->quantity->noun;
    const char *name = ro_issue_name(disputing->context->resources->topics, disputing->document,
                                     ro_words_under(&disputing->tree, noun));
    return ro_slice(name ? name : "");
}

/* Whether both are measured alike; "two" without a unit behind "nine per cent" is two per cent. */
static bool measure_alike(const struct reading_of *one, const struct reading_of *other)
{
    bool bare = other->inherits && other->quantity->measure == RO_COUNTED &&
                (one->wished || (one->quantity->measure == RO_MONEY && other->account->way == RO_FIGURED));
    return one->quantity->measure == other->quantity->measure || bare;
}

static bool are_near(const struct disputing *disputing, const struct reading_of *one,
                     const struct reading_of *other)
{
    enum { NEAR = 2 /* sentences */ };
    const struct word *words = disputing->document->words;
    return words[other->quantity->words.begin].sentence - words[one->quantity->words.begin].sentence <= NEAR;
}

static bool fits(const struct disputing *disputing, const struct reading_of *one, const struct reading_of *other)
{
    if (!measure_alike(one, other) || !exclude(one->quantity, other->quantity) || one->quantity->part ||
        other->quantity->part)
        return false;
    if (!ro_accounts_opposed(&disputing->accounts, one->account, other->account) || one->wished != other->wished ||
        (one->state && other->state && one->state != other->state))
        return false;
    if (one->wished) /* wants nine per cent from April, wants it kept to two */
        return one->lone && other->lone && are_near(disputing, one, other) && one->quantity->measure != RO_COUNTED;
    if (one->quantity->measure == RO_SHARE && (one->inherits || other->inherits || !one->lone || !other->lone))
        return false;
    if (!(one->state && other->state) && !(one->lone && other->lone))
        return false;
    return !one->open && !other->open && count_alike(disputing, one, other) &&
           !differ_in_kind(disputing, one, other) && !differ_in_place(disputing, one, other) &&
           !differ_in_time(one, other);
}

static bool compare(struct disputing *disputing, struct reading_of *one, struct reading_of *other)
{
    if (!fits(disputing, one, other) || !tell_of_one(one, other, ro_gist_common(&one->gist, &other->gist)))
        return true;
    struct told_side first = {one->account, one->quantity->words, RO_NONE},
                     second = {other->account, other->quantity->words, RO_NONE};
    return ro_dispute_write(disputing, RO_NUMBER, about_of(disputing, one->state || !one->inherits ? one : other),
                            first, second, judge(one, other));
}

bool ro_find_numbers(struct disputing *disputing, const struct quantities *quantities)
{
    struct reading_of *readings = ro_arena_alloc(&disputing->context->scratch, quantities->count + 1,
                                                 sizeof *readings);
    if (!readings)
        return false;
    for (uint32_t i = 0; i < quantities->count; i++) {
        read(disputing, &quantities->items[i], &readings[i]);
        readings[i].lone = is_lone(quantities, i);
        for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;)
            if (!compare(disputing, &readings[j], &readings[i]))
                return false;
    }
    return true;
}
