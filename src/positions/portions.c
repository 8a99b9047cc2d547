/* portions.c: reads all, none and part: "| every | home", "| not one | soldier", "| only | slabs", "| a third | of it", "were | still | there". */
#include "positions/portions.h"

#include "events/facts.h"
#include "positions/claims.h"
#include "positions/quantities.h"
#include "positions/readings.h"

/* What a word says, before its account is known. */
struct mark {
    enum portion_kind kind;
    uint32_t about; /* a word from which its noun is found; RO_NONE: the clause */
    bool only, of_it, left;
};

struct reader {
    const struct disputing *disputing;
    const struct document *document;
    const struct tree *tree;
    struct range words;
};

static bool is(const struct reader *reader, uint32_t word, const char *text)
{
    return word < reader->words.end && ro_slice_spells(ro_document_word(reader->document, word), text);
}

static bool is_any(const struct reader *reader, uint32_t word, const char *const *texts)
{
    while (*texts && !is(reader, word, *texts))
        texts++;
    return *texts != NULL;
}

/* "Every day", "all week" tell no share of anything. */
static bool is_of_time(const struct reader *reader, uint32_t word)
{
    uint32_t noun = ro_tree_word(reader->tree, word)->head;
    const struct unit *unit = noun == RO_NONE || !ro_range_has(reader->words, noun)
                                  ? NULL
                                  : ro_unit_at(reader->document, noun);
    static const char *const times[] = {"time", "night", "morning", "evening", "way", NULL};
    return (unit && unit->measure == RO_AGE_OF_THINGS) ||
           (word + 1 < reader->words.end && is_any(reader, word + 1, times));
}

static bool is_negated(const struct reader *reader, uint32_t word)
{
    static const char *const nots[] = {"not", "n't", "n’t", "never", "hardly", "nor", NULL};
    enum { FAR = 4 };
    for (uint32_t before = word; before-- > reader->words.begin && word - before <= FAR;)
        if (is_any(reader, before, nots))
            return true;
        else if (ro_tree_has_upos(reader->tree, before, "PUNCT"))
            return false;
    return false;
}

/* "To the last cent", "without exception", "as a whole", "along its full length". */
static bool is_wholly(const struct reader *reader, uint32_t word)
{
    static const char *const lengths[] = {"length", "extent", "amount", "sum", "scope", "text", "width", NULL};
    return (is(reader, word, "to") && is(reader, word + 1, "the") && is(reader, word + 2, "last")) ||
           (is(reader, word, "down") && is(reader, word + 1, "to") && is(reader, word + 3, "last")) ||
           (is(reader, word, "the") && is(reader, word + 1, "last") && is(reader, word + 2, "of")) ||
           (is(reader, word, "without") && is(reader, word + 1, "exception")) ||
           (is(reader, word, "from") && is(reader, word + 1, "one") && is(reader, word + 2, "end")) ||
           (is(reader, word, "from") && is(reader, word + 1, "end") && is(reader, word + 2, "to")) ||
           (is(reader, word, "as") && is(reader, word + 1, "a") && is(reader, word + 2, "whole")) ||
           (is(reader, word, "in") && is(reader, word + 1, "full") && !is(reader, word + 2, "swing")) ||
           (is(reader, word, "full") && is_any(reader, word + 1, lengths)) || is(reader, word, "entirety");
}

static bool is_all(const struct reader *reader, uint32_t word)
{
    static const char *const alls[] = {
        "all",      "every",  "everyone", "everybody",  "everything", "everywhere", "each",       "whole", "entire",
        "entirely", "wholly", "fully",    "completely", "totally",    "complete",   "throughout", NULL};
    static const char *const befores[] = {"at", "after", "above", "of", "once", "on", "for", "as", NULL};
    static const char *const behinds[] = {"but", "other", "right", "along", "over", "that", "we", "too", NULL};
    bool idle = (is(reader, word, "all") && word > reader->words.begin && is_any(reader, word - 1, befores) &&
                 ro_hangs_by(ro_tree_word(reader->tree, word), "obl")) ||
                is_any(reader, word + 1, behinds) || (is(reader, word, "at") && is(reader, word + 1, "all")) ||
                (is(reader, word, "all") && word > reader->words.begin && is(reader, word - 1, "at")) ||
                (is(reader, word, "all") && word > reader->words.begin && is(reader, word - 1, "in") &&
                 !ro_tree_has_upos(reader->tree, word + 1, "NOUN") &&
                 !ro_tree_has_upos(reader->tree, word + 1, "DET"));
    bool verb = ro_tree_has_upos(reader->tree, word, "VERB") ||
                (is(reader, word, "complete") && !ro_hangs_by(ro_tree_word(reader->tree, word), "amod"));
    return is_any(reader, word, alls) && !idle && !verb && !is_of_time(reader, word);
}

static bool is_none(const struct reader *reader, uint32_t word)
{
    static const char *const nones[] = {"nobody", "none", "nothing", NULL};
    static const char *const idle[] = {"longer", "more",  "fewer", "less",   "doubt", "matter",  "comment",
                                       "later",  "other", "way",   "reason", "idea",  "further", NULL};
    return is_any(reader, word, nones) || (is(reader, word, "no") && !is_any(reader, word + 1, idle)) ||
           (is(reader, word, "not") && (is(reader, word + 1, "one") || is(reader, word + 1, "a")) &&
            (is(reader, word + 1, "one") || is(reader, word + 2, "single")));
}

/* A number or a share of what is known: two | of the seven |, a third | of it |, half | of the money |. */
static bool is_share(const struct reader *reader, uint32_t word, uint32_t *about)
{
    static const char *const somes[] = {"some", "many", "most",  "several", "few",      "half",
                                        "part", "none", "parts", "much",    "majority", NULL};
    static const char *const knowns[] = {"the",   "it",  "them", "those", "these", "its",
                                         "their", "his", "her",  "this",  "that",  NULL};
    double value;
    uint32_t behind = word + 1, end = reader->words.end;
    bool ratio = ro_ratio_at(reader->document, word, end, &value, &behind);
    bool number = ratio || ro_share_at(reader->document, word, end, &value, &behind) ||
                  ro_number_at(reader->document, word, end, &value, &behind) || is_any(reader, word, somes);
    if (!number)
        return false;
    if (behind <= word)
        behind = word + 1;
    bool of = behind + 1 < end && is(reader, behind, "of") &&
              (is_any(reader, behind + 1, knowns) || ro_tree_has_upos(reader->tree, behind + 1, "NUM"));
    *about = of ? behind + 1 : word;
    bool shared = ro_share_at(reader->document, word, end, &value, &behind) && behind < end &&
                  (ro_tree_has_upos(reader->tree, behind, "AUX") || ro_tree_has_upos(reader->tree, behind, "VERB"));
    if (ratio && is(reader, reader->words.begin, "of") && ro_tree_hangs(reader->tree, reader->words.begin))
        *about = ro_tree_word(reader->tree, reader->words.begin)->head; /* of the pupils one in four */
    bool one = is(reader, word, "one") && !ratio;
    return ratio || (of && !one) || shared;
}

static bool is_rest(const struct reader *reader, uint32_t word)
{
    if (!is(reader, word, "the"))
        return false;
    return is(reader, word + 1, "rest") || is(reader, word + 1, "others") || is(reader, word + 1, "remainder") ||
           (is(reader, word + 1, "other") && word + 2 < reader->words.end &&
            (ro_tree_has_upos(reader->tree, word + 2, "NUM")));
}

static bool is_only(const struct reader *reader, uint32_t word)
{
    static const char *const behinds[] = {"after", "before", "when",  "if",    "because", "as",
                                          "to",    "about",  "until", "under", NULL};
    bool only = is(reader, word, "only") || is(reader, word, "merely") || is(reader, word, "solely");
    bool just = is(reader, word, "just") && word + 1 < reader->words.end &&
                (ro_tree_has_upos(reader->tree, word + 1, "NUM") || is(reader, word + 1, "a"));
    bool the_only = word > reader->words.begin && is(reader, word - 1, "the");
    return (only || just) && !the_only && !is_any(reader, word + 1, behinds) && !is_negated(reader, word);
}

static bool is_limited(const struct reader *reader, uint32_t word)
{
    static const char *const limits[] = {"partial", "partially", "partly", "incomplete", NULL};
    static const char *const behinds[] = {"to", "in", NULL};
    return is_any(reader, word, limits) ||
           ((is(reader, word, "limited") || is(reader, word, "confined") || is(reader, word, "restricted")) &&
            is_any(reader, word + 1, behinds)) ||
           (is(reader, word, "except") && !is(reader, word + 1, "that")) ||
           (is(reader, word, "apart") && is(reader, word + 1, "from")) ||
           (is(reader, word, "as") && is(reader, word + 1, "far") && is(reader, word + 2, "as") &&
            word > reader->words.begin);
}

static bool is_left(const struct reader *reader, uint32_t word)
{
    static const char *const lefts[] = {"still", "missing", "lacking", NULL};
    return is_any(reader, word, lefts) ||
           (ro_tree_has_upos(reader->tree, word, "VERB") &&
            ro_lemma_is(ro_tree_word(reader->tree, word), "remain")) ||
           (is(reader, word, "yet") && is(reader, word + 1, "to")) ||
           (is(reader, word, "left") && (is(reader, word + 1, "behind") || is(reader, word + 1, "out")));
}

static bool read_mark(const struct reader *reader, uint32_t word, struct mark *mark)
{
    uint32_t about;
    *mark = (struct mark){.kind = RO_PART_OF, .about = word};
    if (is_none(reader, word)) {
        mark->kind = RO_NO_ONE;
        mark->about = is(reader, word, "not") ? (is(reader, word + 1, "one") ? word + 1 : word + 2) : word;
        if (mark->about >= reader->words.end)
            mark->about = word;
    } else if (is_all(reader, word) || is_wholly(reader, word)) {
        mark->only = is_negated(reader, word);
        mark->kind = mark->only ? RO_PART_OF : RO_ALL_OF;
    } else if (is_only(reader, word) || is_limited(reader, word)) {
        mark->only = true;
    } else if (is_rest(reader, word)) {
        mark->of_it = true;
    } else if (is_share(reader, word, &about)) {
        mark->of_it = true;
        mark->about = about;
    } else if (is_left(reader, word)) {
        mark->left = true;
        mark->about = RO_NONE;
    } else {
        return false;
    }
    return true;
}

/* The noun that a word of quantity is about: all | sanctions |, some of the | fees |, every one of our | carers |. */
static uint32_t noun_of(const struct tree *tree, uint32_t word)
{
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    enum { STEPS = 3 };
    for (int step = 0; step < STEPS; step++) {
        uint32_t child = RO_NONE;
        while ((child = ro_tree_child(tree, word, "nmod", child)) != RO_NONE && !ro_tree_has_case(tree, child, of))
            ;
        const struct word *own = ro_tree_word(tree, word);
        bool modifies = ro_hangs_by(own, "det") || ro_hangs_by(own, "amod") || ro_hangs_by(own, "nummod") ||
                        ro_hangs_by(own, "advmod") || ro_hangs_by(own, "det:predet") || ro_hangs_by(own, "case") ||
                        ro_hangs_by(own, "compound") || ro_hangs_by(own, "nmod:poss");
        if (child != RO_NONE && !ro_tree_has_upos(tree, word, "NOUN"))
            word = child;
        else if (modifies && ro_tree_hangs(tree, word))
            word = own->head;
        else
            break;
    }
    return word;
}

static void read_mood(const struct disputing *disputing, struct portion *portion)
{
    static const char *const forecasts[] = {"expect", "predict",  "forecast", "project", "anticipate",
                                            "fear",   "hope",     "think",    "believe", "assume",
                                            "guess",  "threaten", NULL};
    struct frame frame = ro_frame_of(&disputing->tree, portion->clause);
    struct facts facts = ro_facts_of(&disputing->tree, &frame);
    portion->wished = ro_is_wish(disputing, portion->account->statement);
    portion->planned = facts.planned || facts.conditional;
    portion->open = facts.possible || (facts.hypothetical && !facts.conditional) || facts.advised ||
                    ro_is_cue(disputing, portion->account->statement, forecasts);
}

/* Whether two accounts are of one statement and sentence: "| In the other five |, he said, | they were still there |". */
static bool is_one(const struct disputing *disputing, const struct account *one, const struct account *other)
{
    return one == other || (one->statement != RO_NONE && one->statement == other->statement &&
                            disputing->document->words[one->words.begin].sentence ==
                                disputing->document->words[other->words.begin].sentence);
}

static bool is_counted(const struct disputing *disputing, struct range words)
{
    for (uint32_t word = words.begin; word < words.end; word++)
        if (ro_tree_has_upos(&disputing->tree, word, "NUM"))
            return true;
    return false;
}

static bool add_mark(struct disputing *disputing, struct portions *portions, const struct reader *reader,
                     const struct account *account, uint32_t word, const struct mark *mark)
{
    enum { SHORT = 6 };
    uint32_t noun = mark->about == RO_NONE ? RO_NONE : noun_of(reader->tree, mark->about);
    uint32_t clause = ro_clause_over(reader->tree, word);
    struct portion *last = portions->count ? &portions->items[portions->count - 1] : NULL;
    if (last && is_one(disputing, last->account, account) && last->kind == mark->kind &&
        (last->clause == clause || last->account != account)) {
        last->only |= mark->only;
        last->of_it |= mark->of_it;
        last->left |= mark->left;
        return true;
    }
    struct portion *added = ro_arena_push(&disputing->context->scratch, portions->items, portions->count);
    if (!added)
        return false;
    *added = (struct portion){.account = account,
                              .words = ro_range_common(ro_words_under(reader->tree, clause), account->words),
                              .kind = mark->kind,
                              .noun = noun,
                              .clause = clause,
                              .only = mark->only,
                              .of_it = mark->of_it,
                              .left = mark->left};
    if (!ro_range_has(added->words, word))
        added->words = account->words;
    added->first = word <= clause;
    added->tells = ro_clause_tells(reader->tree, clause);
    added->counted = is_counted(disputing, added->words);
    added->bare = mark->only && account->words.end - account->words.begin <= SHORT;
    read_mood(disputing, added);
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who, account->words,
                &added->gist);
    return true;
}

bool ro_portions_read(struct disputing *disputing, struct portions *portions)
{
    *portions = (struct portions){NULL, 0};
    for (uint32_t i = 0; i < disputing->accounts.count; i++) {
        const struct account *account = &disputing->accounts.items[i];
        struct reader reader = {disputing, disputing->document, &disputing->tree, account->words};
        struct mark mark;
        for (uint32_t word = account->words.begin; account->source != RO_NONE && word < account->words.end; word++)
            if (disputing->accounts.at[word] == i && read_mark(&reader, word, &mark) &&
                !add_mark(disputing, portions, &reader, account, word, &mark))
                return false;
    }
    return true;
}
