/* readings.c: reads quantities as their accounts tell them: "| six hundred | had fallen ill", "wants | nine per cent |". */
#include "positions/readings.h"

#include "events/facts.h"
#include "statements/build.h"

const struct topic *ro_state_at(const struct disputing *disputing, uint32_t word)
{
    const struct topic *topic = word == RO_NONE
                                    ? NULL
                                    : ro_topic_at(disputing->context->resources->topics, disputing->document, word);
    return topic && topic->kind == RO_STATE_TOPIC ? topic : NULL;
}

/* That of what hangs on a word: workers | brought there dead |, the | lives | of twelve. */
static const struct topic *state_under(const struct disputing *disputing, uint32_t word)
{
    static const char *const ways[] = {"acl", "acl:relcl", "xcomp", "amod", "obj", "nsubj", "nsubj:pass", NULL};
    const struct tree *tree = &disputing->tree;
    for (uint32_t child = tree->first_child[word]; child != RO_NONE; child = tree->next_child[child])
        for (const char *const *way = ways; *way; way++)
            if (ro_hangs_by(ro_tree_word(tree, child), *way) && ro_state_at(disputing, child))
                return ro_state_at(disputing, child);
    return NULL;
}

/* "Nine | prisoners | escaped" tells what became of those who had been jailed before: another thing. */
static bool is_of_before(const struct disputing *disputing, const struct quantity *quantity)
{
    static const char *const roles[] = {"prisoner",     "detainee", "inmate",  "refugee",  "evacuee", "hostage",
                                        "demonstrator", "patient",  "migrant", "survivor", NULL};
    static const char *const light[] = {"be",  "have",   "find",   "count", "report", "record", "register", "hold",
                                        "see", "number", "remain", "put",   "list",   "say",    NULL};
    const struct tree *tree = &disputing->tree;
    return quantity->noun != RO_NONE && ro_lemma_in(ro_tree_word(tree, quantity->noun), roles) &&
           ro_tree_has_upos(tree, quantity->clause, "VERB") &&
           !ro_lemma_in(ro_tree_word(tree, quantity->clause), light);
}

/* What became of those counted: told by the noun, by its verb, by what hangs on these; or else what is said behind the number, up to the next
 * one, or before it. */
static const struct topic *state_of(const struct disputing *disputing, const struct quantity *quantity)
{
    const struct tree *tree = &disputing->tree;
    struct range words = disputing->accounts.items[quantity->account].words;
    bool figured = disputing->accounts.items[quantity->account].way == RO_FIGURED;
    const struct topic *state = figured ? NULL : ro_state_at(disputing, quantity->clause); /* prisoners | fled | */
    bool before = is_of_before(disputing, quantity);
    if (!state && !before)
        state = ro_state_at(disputing, quantity->noun);
    if (!state && quantity->noun != RO_NONE)
        state = state_under(disputing, quantity->noun);
    if (!state && !figured)
        state = state_under(disputing, quantity->clause);
    for (uint32_t word = quantity->words.end; !state && word < words.end && !ro_tree_has_upos(tree, word, "NUM");
         word++)
        state = before && word == quantity->noun ? NULL : ro_state_at(disputing, word);
    for (uint32_t word = quantity->words.begin;
         !state && word-- > words.begin && !ro_tree_has_upos(tree, word, "NUM");)
        state = ro_state_at(disputing, word);
    return state;
}

static bool is_never_found(const struct disputing *disputing, const struct quantity *quantity)
{
    static const char *const finds[] = {"find", "locate", "trace", NULL};
    struct frame frame = ro_frame_of(&disputing->tree, quantity->clause);
    return ro_lemma_in(ro_tree_word(&disputing->tree, quantity->clause), finds) &&
           ro_facts_of(&disputing->tree, &frame).negated;
}

bool ro_is_cue(const struct disputing *disputing, uint32_t statement, const char *const *lemmas)
{
    const char *lemma = statement == RO_NONE ? NULL : disputing->document->statements[statement].lemma;
    while (lemma && *lemmas && strcmp(lemma, *lemmas) != 0)
        lemmas++;
    return lemma && *lemmas;
}

bool ro_is_wish(const struct disputing *disputing, uint32_t statement)
{
    static const char *const wishes[] = {"want", "demand",  "propose",   "offer", "press for",
                                         "seek", "request", "insist on", NULL};
    return statement != RO_NONE && (disputing->document->statements[statement].act == READOUT_REQUEST ||
                                    ro_is_cue(disputing, statement, wishes));
}

/* "its goal of accepting 10,000", "the limit of 50" tell what is to be. */
static bool is_aimed_at(const struct disputing *disputing, const struct quantity *quantity)
{
    static const char *const aims[] = {"goal", "target",   "limit",   "cap",     "quota", "ceiling",
                                       "plan", "forecast", "maximum", "minimum", NULL};
    enum { FAR = 8 };
    const struct document *document = disputing->document;
    uint32_t first = document->sentences[document->words[quantity->words.begin].sentence].first_word;
    for (uint32_t word = quantity->words.begin; word-- > first && quantity->words.begin - word <= FAR;)
        if (ro_lemma_in(&disputing->document->words[word], aims))
            return true;
    return false;
}

static bool is_act(const struct disputing *disputing, const struct account *account, enum readout_act act)
{
    return account->statement != RO_NONE && disputing->document->statements[account->statement].act == act;
}

/* "| Hardly one in five | went", "| no more than ten | came". */
static bool has_not(const struct disputing *disputing, const struct quantity *quantity)
{
    static const char *const nots[] = {"hardly", "barely", "no", "not", "scarcely", NULL};
    for (uint32_t word = quantity->words.begin; word < quantity->words.end; word++)
        if (ro_lemma_in(ro_tree_word(&disputing->tree, word), nots))
            return true;
    return false;
}

static void read_mood(const struct disputing *disputing, struct number_told *reading)
{
    static const char *const forecasts[] = {"expect",  "predict",    "forecast", "foresee",  "project", "warn",
                                            "fear",    "anticipate", "hope",     "think",    "assume",  "guess",
                                            "promise", "threaten",   "plan",     "envisage", "see",     NULL};
    struct frame frame = ro_frame_of(&disputing->tree, reading->quantity->clause);
    struct facts facts = ro_facts_of(&disputing->tree, &frame);
    reading->wished = ro_is_wish(disputing, reading->account->statement);
    reading->planned = facts.planned || facts.conditional || is_act(disputing, reading->account, READOUT_PROMISE);
    reading->open = is_aimed_at(disputing, reading->quantity) ||
                    ro_is_cue(disputing, reading->account->statement, forecasts) || facts.possible ||
                    (facts.hypothetical && !facts.planned) ||
                    (facts.negated && !is_never_found(disputing, reading->quantity) &&
                     !has_not(disputing, reading->quantity));
}

static bool is_lone(const struct quantities *quantities, uint32_t number)
{
    const struct quantity *own = &quantities->items[number];
    const struct quantity *before = number > 0 ? own - 1 : own,
                          *behind = number + 1 < quantities->count ? own + 1 : own;
    return (before == own || before->part || before->account != own->account || before->measure != own->measure) &&
           (behind == own || behind->part || behind->account != own->account || behind->measure != own->measure);
}

void ro_reading_read(const struct disputing *disputing, const struct quantities *quantities, uint32_t number,
                     struct number_told *reading)
{
    const struct quantity *quantity = &quantities->items[number];
    const struct account *account = &disputing->accounts.items[quantity->account];
    struct range clause = ro_range_common(ro_words_under(&disputing->tree, quantity->clause), account->words);
    clause = ro_is_wish(disputing, account->statement) ? account->words : clause;
    *reading = (struct number_told){
        .quantity = quantity, .account = account, .state = state_of(disputing, quantity)};
    if (!reading->state && is_never_found(disputing, quantity)) /* 412 papers | were never found | */
        reading->state = ro_topic_named(disputing->context->resources->topics, RO_SLICE("missing"));
    uint32_t behind = quantity->words.end;
    reading->of_it = behind + 1 < account->words.end && ro_lemma_is(ro_tree_word(&disputing->tree, behind), "of") &&
                     ro_tree_has_upos(&disputing->tree, behind + 1, "PRON");
    reading->inherits = quantity->noun == RO_NONE || reading->of_it;
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                ro_range_is(clause) ? clause : account->words, &reading->gist);
    read_mood(disputing, reading);
    reading->lone = is_lone(quantities, number);
}

static uint32_t opening_place(const struct disputing *disputing, const struct account *account)
{
    static const struct slice in[] = {
        RO_SLICE("in"), RO_SLICE("at"), RO_SLICE("near"), RO_SLICE("around"), {NULL, 0}};
    const struct document *document = disputing->document;
    uint32_t first = document->sentences[document->words[account->words.begin].sentence].first_word;
    struct range source = account->statement == RO_NONE
                              ? RO_NO_RANGE
                              : ro_span_words(document, document->statements[account->statement].source.span);
    for (uint32_t word = first; word < account->words.begin; word++)
        if (ro_tree_has_upos(&disputing->tree, word, "PROPN") && ro_tree_has_case(&disputing->tree, word, in) &&
            !ro_range_has(source, word) &&
            (ro_hangs_by(&document->words[word], "obl") || ro_hangs_by(&document->words[word], "nmod")))
            return word;
    return RO_NONE;
}

uint32_t ro_place_named(const struct disputing *disputing, const struct account *account,
                        const struct slice *prepositions)
{
    for (uint32_t word = account->words.begin; word < account->words.end; word++)
        if (ro_tree_has_upos(&disputing->tree, word, "PROPN") &&
            ro_tree_has_case(&disputing->tree, word, prepositions))
            return word;
    return opening_place(disputing, account);
}
