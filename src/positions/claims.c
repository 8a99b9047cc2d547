/* claims.c: reads clauses of accounts: what is told, of how much, and whether it is so. */
#include "positions/claims.h"

#include "events/facts.h"
#include "positions/quantities.h"

static bool is_predicate(const struct tree *tree, uint32_t word)
{
    const struct word *own = ro_tree_word(tree, word);
    bool verb = ro_tree_has_upos(tree, word, "VERB") && !ro_hangs_by(own, "amod") && !ro_hangs_by(own, "compound");
    return verb || ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE ||
           (ro_tree_has_upos(tree, word, "AUX") && !ro_hangs_by(own, "aux") && !ro_hangs_by(own, "cop"));
}

/* Whether a word is told by the same source in the same statement. */
static bool is_told_alike(const struct disputing *disputing, uint32_t word, const struct account *account)
{
    uint32_t at = disputing->accounts.at[word];
    const struct account *other = at == RO_NONE ? NULL : &disputing->accounts.items[at];
    return other && other->source == account->source &&
           (other->statement == account->statement || other == account || other->statement != RO_NONE);
}

/* The clause's words, from the first to the last that its source tells. */
static struct range clause_words(const struct disputing *disputing, uint32_t head, const struct account *account)
{
    struct range words = ro_words_under(&disputing->tree, head);
    while (ro_range_is(words) && !is_told_alike(disputing, words.begin, account))
        words.begin++;
    while (ro_range_is(words) &&
           (!is_told_alike(disputing, words.end - 1, account) ||
            ro_slice_equal(ro_document_word(disputing->document, words.end - 1), RO_SLICE(","))))
        words.end--;
    return words;
}

static bool is_own(const struct disputing *disputing, uint32_t word, uint32_t head)
{
    const struct tree *tree = &disputing->tree;
    enum { STEPS = 16 };
    for (int step = 0; step < STEPS && word != head; step++) {
        const struct word *own = ro_tree_word(tree, word);
        bool joined = ro_hangs_by(own, "conj") && !(ro_tree_has_upos(tree, word, "VERB") && own->head == head &&
                                                    ro_tree_child(tree, word, "nsubj", RO_NONE) == RO_NONE);
        bool listed = ro_hangs_by(own, "conj") && ro_tree_has_upos(tree, word, "NOUN");
        if (!ro_tree_hangs(tree, word) || (joined && !listed) || ro_hangs_by(own, "parataxis") ||
            ro_hangs_by(own, "ccomp") || ro_hangs_by(own, "acl:relcl") ||
            (ro_hangs_by(own, "advcl") && ro_tree_has_upos(tree, word, "VERB")))
            return false;
        word = own->head;
    }
    return word == head;
}

static bool is_any(const struct document *document, uint32_t word, const char *const *texts)
{
    for (; *texts; texts++)
        if (ro_slice_spells(ro_document_word(document, word), *texts))
            return true;
    return false;
}

/* The noun that a word of quantity is about: all | sanctions |, some of the | fees |. */
static uint32_t counted_by(const struct tree *tree, uint32_t word)
{
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    uint32_t child = RO_NONE;
    while ((child = ro_tree_child(tree, word, "nmod", child)) != RO_NONE)
        if (ro_tree_has_case(tree, child, of))
            return child;
    bool modifies = ro_hangs_by(ro_tree_word(tree, word), "det") || ro_hangs_by(ro_tree_word(tree, word), "amod") ||
                    ro_hangs_by(ro_tree_word(tree, word), "nummod") ||
                    ro_hangs_by(ro_tree_word(tree, word), "advmod");
    return modifies && ro_tree_hangs(tree, word) ? ro_tree_word(tree, word)->head : word;
}

/* Of "every one of our carers" the carers. */
static uint32_t noun_of(const struct tree *tree, uint32_t word)
{
    uint32_t noun = counted_by(tree, word);
    return ro_lemma_is(ro_tree_word(tree, noun), "one") ? counted_by(tree, noun) : noun;
}

/* "in its entirety", "to the last cent", "from one end to the other", "without exception". */
static bool is_wholly(const struct document *document, uint32_t word, uint32_t end)
{
    bool last = ro_slice_spells(ro_document_word(document, word), "to") && word + 3 < end &&
                ro_slice_spells(ro_document_word(document, word + 1), "the") &&
                ro_slice_spells(ro_document_word(document, word + 2), "last");
    bool without = ro_slice_spells(ro_document_word(document, word), "without") && word + 1 < end &&
                   ro_slice_spells(ro_document_word(document, word + 1), "exception");
    bool from = ro_slice_spells(ro_document_word(document, word), "from") && word + 5 < end &&
                ro_slice_spells(ro_document_word(document, word + 1), "one") &&
                ro_slice_spells(ro_document_word(document, word + 2), "end");
    return last || without || from || ro_slice_spells(ro_document_word(document, word), "entirety");
}

static const char *const alls[] = {"all",        "every",   "everyone", "everybody", "everything", "everywhere",
                                   "each",       "entire",  "entirely", "whole",     "wholly",     "fully",
                                   "completely", "totally", "complete", "total",     NULL};
static const char *const nots[] = {"not", "n't", "n’t", "never", "hardly", NULL};
static const char *const nones[] = {"no", "none", "nobody", "nothing", "neither", NULL};
static const char *const parts[] = {"partial", "partially", "partly", NULL};
static const char *const onlys[] = {"only", "merely", NULL};

static const char *const somes[] = {"some", "many", "most", "several", "few", "half", NULL};

/* N of the M, a third of the M. */
static bool is_share(const struct document *document, uint32_t word, uint32_t end)
{
    double value;
    uint32_t behind;
    bool number = ro_share_at(document, word, end, &value, &behind) ||
                  ro_number_at(document, word, end, &value, &behind);
    return number && behind + 1 < end && ro_slice_spells(ro_document_word(document, behind), "of") && value > 0 &&
           (ro_slice_spells(ro_document_word(document, behind + 1), "the") ||
            ro_slice_spells(ro_document_word(document, behind + 1), "them") ||
            ro_slice_spells(ro_document_word(document, behind + 1), "those"));
}

static void put(struct claim *claim, enum how_much much, uint32_t noun)
{
    if (claim->much == RO_UNSAID || (claim->much == RO_SOME && much == RO_NOT_ALL)) {
        claim->much = much;
        claim->noun = noun;
    }
}

static bool is_not_before(const struct document *document, uint32_t word, uint32_t begin)
{
    enum { FAR = 5 };
    for (uint32_t i = word; i-- > begin && word - i <= FAR;)
        if (is_any(document, i, nots))
            return true;
        else if (ro_slice_spells(ro_document_word(document, i), ","))
            return false;
    return false;
}

static bool is_none_word(const struct document *document, uint32_t word, uint32_t end)
{
    bool one = ro_slice_spells(ro_document_word(document, word), "not") && word + 1 < end &&
               (ro_slice_spells(ro_document_word(document, word + 1), "one") ||
                (word + 2 < end && ro_slice_spells(ro_document_word(document, word + 1), "a") &&
                 ro_slice_spells(ro_document_word(document, word + 2), "single")));
    bool more = ro_slice_spells(ro_document_word(document, word), "no") && word + 1 < end &&
                (ro_slice_spells(ro_document_word(document, word + 1), "more") ||
                 ro_slice_spells(ro_document_word(document, word + 1), "longer") ||
                 ro_slice_spells(ro_document_word(document, word + 1), "fewer"));
    return one || (!more && is_any(document, word, nones));
}

/* What a word says of how much. */
static void read_quantifier(const struct disputing *disputing, struct claim *claim, uint32_t word)
{
    const struct document *document = disputing->document;
    const struct tree *tree = &disputing->tree;
    uint32_t end = claim->words.end, begin = claim->words.begin;
    bool none = is_none_word(document, word, end);
    if (none && (ro_slice_spells(ro_document_word(document, word), "not")))
        put(claim, RO_NONE_OF,
            noun_of(tree, ro_slice_spells(ro_document_word(document, word + 1), "one") ? word + 1 : word + 2));
    else if (none)
        put(claim, RO_NONE_OF, noun_of(tree, word));
    else if (is_any(document, word, alls) || is_wholly(document, word, end))
        put(claim, is_not_before(document, word, begin) ? RO_NOT_ALL : RO_WHOLE, noun_of(tree, word));
    else if (is_any(document, word, parts) ||
             (is_any(document, word, onlys) && !is_not_before(document, word, begin)))
        put(claim, RO_NOT_ALL, noun_of(tree, word));
    else if (is_any(document, word, somes) && word + 2 < end &&
             ro_slice_spells(ro_document_word(document, word + 1), "of"))
        put(claim, RO_SOME, noun_of(tree, word));
    else if (ro_slice_spells(ro_document_word(document, word), "still"))
        claim->still = true;
    else if (is_share(document, word, end)) {
        bool most = word >= begin + 3 && ro_slice_spells(ro_document_word(document, word - 1), "than") &&
                    ro_slice_spells(ro_document_word(document, word - 3), "no");
        bool number = ro_tree_has_upos(tree, word, "NUM");
        put(claim, most || number ? RO_NOT_ALL : RO_SOME, noun_of(tree, number ? word : word + 1));
    }
}

static bool is_forecast(const struct disputing *disputing, uint32_t statement, const char *const *lemmas)
{
    const char *lemma = statement == RO_NONE ? NULL : disputing->document->statements[statement].lemma;
    while (lemma && *lemmas && strcmp(lemma, *lemmas) != 0)
        lemmas++;
    return lemma && *lemmas;
}

/* Claims | to have been shut out |; was approved | without asking us |: what tells though it has no subject. */
static bool tells_otherwise(const struct disputing *disputing, const struct claim *claim)
{
    const struct tree *tree = &disputing->tree;
    const struct word *own = ro_tree_word(tree, claim->head);
    bool without = ro_tree_tagged(tree, claim->head, "VBG") &&
                   ro_tree_child_lemma(tree, claim->head, "mark", "without") != RO_NONE;
    bool told = ro_hangs_by(own, "xcomp") && !ro_range_has(claim->account->words, own->head) &&
                ro_tree_child_lemma(tree, claim->head, "aux", "have") != RO_NONE;
    return without || told;
}

/* Whether a clause tells by itself. */
bool ro_clause_tells(const struct tree *tree, uint32_t head)
{
    static const char *const that[] = {"that", NULL};
    uint32_t subject = ro_tree_child(tree, head, "nsubj", RO_NONE),
             mark = ro_tree_child(tree, head, "mark", RO_NONE);
    bool relative = subject != RO_NONE &&
                    (ro_tree_tagged(tree, subject, "WP") || ro_tree_tagged(tree, subject, "WDT"));
    if (subject != RO_NONE && !relative && mark != RO_NONE && ro_lemma_in(ro_tree_word(tree, mark), that))
        return true;
    static const char *const inner[] = {"acl", "advcl", "xcomp", "csubj", "amod", "obl", "nmod", "obj", NULL};
    enum { STEPS = 4 };
    for (int step = 0; step < STEPS; step++) {
        const struct word *own = ro_tree_word(tree, head);
        for (const char *const *each = inner; *each; each++)
            if (ro_hangs_by(own, *each))
                return false;
        if (!ro_hangs_by(own, "conj") || !ro_tree_hangs(tree, head))
            return true;
        head = own->head;
    }
    return true;
}

/* | What | we asked for was: the subject of a clause is what is wished. */
static bool is_what_before(const struct disputing *disputing, const struct claim *claim, uint32_t verb)
{
    for (uint32_t word = claim->words.begin; word < verb; word++)
        if (ro_slice_spells(ro_document_word(disputing->document, word), "what"))
            return true;
    return false;
}

/* Warned that it | was | unfit, not that it would be. */
static bool is_warned(const struct disputing *disputing, const struct claim *claim)
{
    uint32_t statement = claim->account->statement;
    const char *lemma = statement == RO_NONE ? NULL : disputing->document->statements[statement].lemma;
    bool warns = lemma && strcmp(lemma, "warn") == 0;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(&disputing->tree, claim->head, "aux", child)) != RO_NONE;)
        warns &= !ro_tree_tagged(&disputing->tree, child, "MD");
    return warns;
}

static void read_mood(const struct disputing *disputing, struct claim *claim)
{
    static const char *const forecasts[] = {"expect",  "predict",  "forecast", "project", "warn",   "anticipate",
                                            "fear",    "hope",     "think",    "believe", "assume", "guess",
                                            "promise", "threaten", "plan",     NULL};
    static const char *const wishes[] = {"want",     "demand", "propose", "ask",   "ask for",
                                         "call for", "seek",   "request", "offer", NULL};
    struct frame frame = ro_frame_of(&disputing->tree, claim->head);
    struct facts facts = ro_facts_of(&disputing->tree, &frame);
    uint32_t clause = ro_tree_child(&disputing->tree, claim->head, "ccomp", RO_NONE);
    claim->subject = frame.subject != RO_NONE || frame.passive
                         ? frame.subject
                         : ro_tree_child(&disputing->tree, claim->head, "nsubj", RO_NONE);
    uint32_t it = ro_tree_child_lemma(&disputing->tree, claim->head, "expl", "it");
    it = it == RO_NONE ? ro_tree_child_lemma(&disputing->tree, claim->head, "nsubj", "it") : it;
    claim->subject = it == RO_NONE || frame.passive ? claim->subject : it; /* that | it | was open */
    claim->object = frame.object != RO_NONE ? frame.object : clause;
    claim->finite = (ro_clause_tells(&disputing->tree, claim->head) && facts.tense != RO_UNSPECIFIED) ||
                    tells_otherwise(disputing, claim);
    claim->negated = facts.negated || claim->much == RO_NONE_OF;
    claim->wished = is_forecast(disputing, claim->account->statement, wishes);
    for (uint32_t word = claim->words.begin; word < claim->words.end && !claim->wished; word++)
        claim->wished = word < claim->head && ro_tree_has_upos(&disputing->tree, word, "VERB") &&
                        ro_lemma_in(ro_tree_word(&disputing->tree, word), wishes) &&
                        is_what_before(disputing, claim, word);
    claim->open = facts.planned || facts.possible || facts.hypothetical || facts.required || facts.advised ||
                  (is_forecast(disputing, claim->account->statement, forecasts) && !is_warned(disputing, claim));
}

static void read_gist(const struct disputing *disputing, struct claim *claim)
{
    static const char *const kinds[] = {"kind", "sort", NULL}; /* no annex | of any kind | */
    for (uint32_t word = claim->words.begin; word < claim->words.end; word++)
        if (is_own(disputing, word, claim->head) && !ro_lemma_in(ro_tree_word(&disputing->tree, word), kinds))
            ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                        (struct range){word, word + 1}, &claim->gist);
}

static bool read_claim(struct disputing *disputing, const struct account *account, uint32_t head,
                       struct claim *claim)
{
    *claim = (struct claim){.account = account, .head = head, .noun = RO_NONE};
    claim->words = clause_words(disputing, head, account);
    if (!ro_range_is(claim->words))
        return false;
    for (uint32_t word = claim->words.begin; word < claim->words.end; word++)
        if (is_own(disputing, word, head))
            read_quantifier(disputing, claim, word);
    read_mood(disputing, claim);
    read_gist(disputing, claim);
    return true;
}

/* Whether it opens with its "not", or ends with it: Not so; He had not. */
static bool is_denial_in_short(const struct document *document, struct range words)
{
    while (ro_range_is(words) && document->words[words.end - 1].upos &&
           strcmp(document->words[words.end - 1].upos, "PUNCT") == 0)
        words.end--;
    while (ro_range_is(words) && document->words[words.begin].upos &&
           strcmp(document->words[words.begin].upos, "PUNCT") == 0)
        words.begin++;
    static const char *const auxiliaries[] = {"be",  "have",  "do",  "will", "would",
                                              "can", "could", "may", "must", NULL};
    bool aux = false;
    for (uint32_t word = words.begin; word < words.end; word++)
        aux |= ro_lemma_in(&document->words[word], auxiliaries);
    bool many = words.begin + 2 < words.end && (ro_lemma_is(&document->words[words.begin + 2], "many") ||
                                                ro_lemma_is(&document->words[words.begin + 2], "much"));
    if (many) /* not so | many | */
        return false;
    return ro_range_is(words) && (ro_slice_spells(ro_document_word(document, words.begin), "not") ||
                                  ro_slice_spells(ro_document_word(document, words.begin), "none") ||
                                  (aux && is_any(document, words.end - 1, nots)));
}

/* "Not all of it", "He had not": nothing of their own but how much or that it is not so. */
static bool is_bare(const struct disputing *disputing, const struct account *account)
{
    enum { SHORT = 6 };
    const struct document *document = disputing->document;
    if (account->words.end - account->words.begin > SHORT)
        return false;
    for (uint32_t word = account->words.begin; word < account->words.end; word++) {
        struct range own = {word, word + 1};
        struct gist gist = {.count = 0};
        ro_gist_add(disputing->context->resources->topics, document, NULL, own, &gist);
        if (gist.count)
            return false;
    }
    return is_denial_in_short(document, account->words);
}

static bool push(struct disputing *disputing, struct claims *claims, struct claim claim)
{
    struct claim *added = ro_arena_push(&disputing->context->scratch, claims->items, claims->count);
    if (added)
        *added = claim;
    return added != NULL;
}

static bool read_account(struct disputing *disputing, uint32_t number, struct claims *claims)
{
    const struct account *account = &disputing->accounts.items[number];
    struct claim claim;
    bool bare = is_bare(disputing, account);
    uint32_t top = ro_highest(disputing->document, account->words);
    for (uint32_t word = account->words.begin; word < account->words.end; word++) {
        if (disputing->accounts.at[word] != number)
            continue;
        bool thing = word == top && !bare; /* demanded | relief |: a wish without a verb */
        if (bare || thing || is_predicate(&disputing->tree, word)) {
            if (!read_claim(disputing, account, word, &claim))
                continue;
            if (bare) {
                claim.words = account->words;
                for (uint32_t each = account->words.begin; each < account->words.end; each++)
                    read_quantifier(disputing, &claim, each);
                claim.negated = claim.bare = true;
            }
            if (!push(disputing, claims, claim))
                return false;
            if (bare)
                break;
        }
    }
    return true;
}

bool ro_claims_read(struct disputing *disputing, struct claims *claims)
{
    *claims = (struct claims){NULL, 0};
    for (uint32_t i = 0; i < disputing->accounts.count; i++)
        if (disputing->accounts.items[i].source != RO_NONE && !read_account(disputing, i, claims))
            return false;
    return true;
}

bool ro_claim_exists(const struct disputing *disputing, const struct claim *claim)
{
    static const char *const lights[] = {"be",     "exist", "have", "take",  "happen", "occur", "come",
                                         "arrive", "get",   "go",   "reach", "hold",   NULL};
    const struct word *head = ro_tree_word(&disputing->tree, claim->head);
    return claim->much == RO_NONE_OF && claim->noun != RO_NONE &&
           ro_tree_has_upos(&disputing->tree, claim->noun, "NOUN") &&
           (ro_lemma_in(head, lights) || claim->head == claim->noun ||
            (ro_tree_child(&disputing->tree, claim->head, "cop", RO_NONE) !=
                 RO_NONE && /* no aircraft was | in the air | */
             ro_tree_child(&disputing->tree, claim->head, "case", RO_NONE) != RO_NONE));
}

/* The first noun of one that both have, rather one that is nobody; else its predicate. */
static uint32_t common_noun(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    uint32_t somebody = RO_NONE;
    for (uint32_t i = 0; i < one->gist.count; i++) {
        const struct gist_term *term = &one->gist.terms[i];
        if (!ro_tree_has_upos(&disputing->tree, term->word, "NOUN") || !ro_gist_has_term(&other->gist, term))
            continue;
        if (term->entity == RO_NONE)
            return term->word;
        somebody = somebody == RO_NONE ? term->word : somebody;
    }
    if (somebody != RO_NONE)
        return somebody;
    return one->head;
}

struct slice ro_claims_about(struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    const char *name = ro_issue_name(disputing->context->resources->topics, disputing->document,
                                     ro_words_under(&disputing->tree, common_noun(disputing, one, other)));
    return ro_slice(name ? name : "");
}
