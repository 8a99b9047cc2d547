/* negations.c: disputes of so and not so: "residents had been warned" - "nobody had called". */
#include "positions/contraries.h"
#include "positions/days.h"

enum { LOOK_BACK = 60 /* claims */, NEAR = 4 /* sentences */ };

static const struct topic *topic_at(const struct disputing *disputing, uint32_t word)
{
    return ro_topic_at(disputing->context->resources->topics, disputing->document, word);
}

/* Whether a clause holds whatever its day: | nobody had ever | told her | before | May. */
static bool is_of_any_day(const struct disputing *disputing, const struct claim *claim)
{
    static const char *const evers[] = {"before", "until", "ever", "never", "since", NULL};
    for (uint32_t word = claim->words.begin; claim->negated && word < claim->words.end; word++)
        if (ro_lemma_in(ro_tree_word(&disputing->tree, word), evers))
            return true;
    return false;
}

static bool share_dates(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    const char *first = one->account->date, *second = other->account->date;
    if (!first || !second || is_of_any_day(disputing, one) || is_of_any_day(disputing, other))
        return true;
    size_t length = strlen(first) < strlen(second) ? strlen(first) : strlen(second);
    return memcmp(first, second, length) == 0; /* a day of the same year may be it */
}

/* Whether what one clause has done to is what does it in the other: withdrew | all troops | from the town - | the troops | left the town. */
static bool is_moved(const struct disputing *disputing, const struct claim *moving, const struct claim *moved)
{
    struct gist object = ro_part_gist(disputing, moving->object);
    bool elsewhere = moving->object != RO_NONE &&
                     !(object.count && ro_gist_has_term(&moved->gist, &object.terms[0]));
    return !elsewhere && ro_part_match(disputing, moving->subject, moved->object) > 0;
}

/* "Never took | a cent | from anyone": none of it, whatever it is called. */
static bool is_trifle(const struct disputing *disputing, const struct claim *no)
{
    static const char *const trifles[] = {"cent",  "penny",    "dime",   "word", "shred",
                                          "scrap", "anything", "nobody", "soul", NULL};
    return no->negated && no->object != RO_NONE && ro_lemma_in(ro_tree_word(&disputing->tree, no->object), trifles);
}

/* Whether subject and object of two clauses may be the same; *same: how many are. */
static bool match_parts(const struct disputing *disputing, const struct claim *one, const struct claim *other,
                        int *same)
{
    int subjects = ro_part_match(disputing, one->subject, other->subject),
        objects = is_trifle(disputing, one) || is_trifle(disputing, other)
                      ? 0
                      : ro_part_match(disputing, one->object, other->object);
    *same = (subjects > 0) + (objects > 0);
    bool moved = is_moved(disputing, one, other) || is_moved(disputing, other, one);
    if (moved) /* withdrew | all troops | - | the troops | left */
        return true;
    return subjects >= 0 && objects >= 0;
}

/* Whether there is none of what the other tells of: "there was no alarm" - "the alarm rang". */
static bool denies_thing(const struct disputing *disputing, const struct claim *no, const struct claim *yes,
                         double *rest)
{
    static const char *const others[] = {"other", "such", "further", "more", "new", NULL};
    const struct tree *tree = &disputing->tree;
    struct gist what = ro_part_gist(disputing, no->noun);
    for (uint32_t child = tree->first_child[no->noun]; child != RO_NONE; child = tree->next_child[child])
        if (ro_tree_tagged(tree, child, "JJR") || ro_lemma_in(ro_tree_word(tree, child), others))
            return false;
    if (!what.count)
        return false;
    *rest = ro_gist_common(&no->gist, &yes->gist) - what.terms[0].weight;
    uint32_t parts[] = {yes->head, yes->subject, yes->object};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct gist part = ro_part_gist(disputing, parts[i]);
        if (part.count && ro_gist_has_term(&part, &what.terms[0]))
            return true;
    }
    uint32_t phrase = RO_NONE; /* was called after | a ballot | */
    while (ro_lemma_is(ro_tree_word(tree, no->head), "hold") &&
           (phrase = ro_tree_child(tree, yes->head, "obl", phrase)) != RO_NONE)
        if (ro_part_match(disputing, no->noun, phrase) > 0)
            return true;
    return false;
}

/* "Took a bribe", "gave no order": a verb that tells little by itself needs the same object. */
static bool denies_lightly(const struct disputing *disputing, const struct claim *no, const struct claim *yes)
{
    const char *lemma = disputing->document->words[yes->head].lemma;
    int same;
    return lemma && ro_tree_has_upos(&disputing->tree, no->head, "VERB") &&
           ro_lemma_is(ro_tree_word(&disputing->tree, no->head), lemma) && match_parts(disputing, no, yes, &same) &&
           (is_trifle(disputing, no) || ro_part_match(disputing, no->object, yes->object) > 0);
}

/* Whether one denies what the other tells, by the same verb. */
static bool denies(const struct disputing *disputing, const struct claim *no, const struct claim *yes, double *rest)
{
    if (ro_claim_exists(disputing, no))
        return denies_thing(disputing, no, yes, rest);
    struct gist what = ro_part_gist(disputing, no->head), verb = ro_part_gist(disputing, yes->head);
    int same;
    if (!what.count && denies_lightly(disputing, no, yes)) {
        *rest = ro_gist_common(&no->gist, &yes->gist);
        return true;
    }
    if (!what.count || !verb.count || !ro_gist_has_term(&verb, &what.terms[0]) ||
        !match_parts(disputing, no, yes, &same))
        return false;
    *rest = ro_gist_common(&no->gist, &yes->gist) - what.terms[0].weight;
    return true;
}

/* Nothing but the verb or the noun itself, in a main clause: "Nobody had called". */
static bool is_short(const struct disputing *disputing, const struct claim *claim)
{
    const struct word *head = &disputing->document->words[claim->head];
    bool inner = ro_hangs_by(head, "advcl") || ro_hangs_by(head, "acl") || ro_hangs_by(head, "xcomp");
    bool held = ro_lemma_is(head, "hold") && claim->gist.count == 2; /* no ballot was | held | */
    return !inner && (claim->gist.count <= 1 || claim->gist.weight <= 1.3 || held);
}

/* Nobody, no one, none: of all persons. */
static bool is_pronoun_none(const struct disputing *disputing, uint32_t word)
{
    static const char *const nobodies[] = {"nobody", "no-one", "none", "nothing", "one", NULL};
    return word != RO_NONE && ro_lemma_in(ro_tree_word(&disputing->tree, word), nobodies);
}

static bool has_topic(const struct gist *gist, const char *const *names)
{
    for (uint32_t i = 0; i < gist->count; i++)
        for (const char *const *name = names; gist->terms[i].topic && *name; name++)
            if (strcmp(gist->terms[i].topic->name, *name) == 0)
                return true;
    return false;
}

/* "Nobody came to any harm" - "many were killed". */
static bool denies_harm(const struct disputing *disputing, const struct claim *no, const struct claim *yes)
{
    static const char *const harms[] = {"harm", "injured", NULL}, *const harmed[] = {"dead", "injured", NULL};
    return no->much == RO_NONE_OF && is_pronoun_none(disputing, no->noun) &&
           ro_tree_child(&disputing->tree, no->noun, "nmod", RO_NONE) == RO_NONE && has_topic(&no->gist, harms) &&
           has_topic(&yes->gist, harmed) && yes->finite;
}

/* "Not one of our soldiers remains" - "two battalions are still there". */
static bool denies_presence(const struct disputing *disputing, const struct claim *no, const struct claim *yes)
{
    static const char *const stays[] = {"remain", "stay", "leave", NULL};
    return no->much == RO_NONE_OF && yes->still && yes->finite &&
           ro_lemma_in(ro_tree_word(&disputing->tree, no->head), stays) &&
           ro_part_match(disputing, no->noun, yes->subject) > 0;
}

/* What is told of a thing: that it is closed, remains | blocked |, was released. */
static const struct topic *state_of(const struct disputing *disputing, const struct claim *claim)
{
    static const char *const stays[] = {"remain", "stay", "keep", "become", NULL};
    const struct tree *tree = &disputing->tree;
    uint32_t state = ro_lemma_in(ro_tree_word(tree, claim->head), stays)
                         ? ro_tree_child(tree, claim->head, "xcomp", RO_NONE)
                         : RO_NONE;
    static const char *const carries[] = {"carry", "have", "bear", NULL};
    if (claim->object != RO_NONE && ro_lemma_in(ro_tree_word(tree, claim->head), carries)) /* carried | rifles | */
        return topic_at(disputing, claim->object);
    return topic_at(disputing, state == RO_NONE ? claim->head : state);
}

/* Whether two states are those of one thing; "it" may be what was told of just before. */
static bool concern_one(const struct disputing *disputing, const struct claim *one, const struct claim *other,
                        bool near)
{
    uint32_t first[] = {one->subject, one->object}, second[] = {other->subject, other->object};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 2; j++)
            if (ro_part_match(disputing, first[i], second[j]) > 0)
                return true;
    static const char *const pronouns[] = {"it", "they", "those", NULL};
    return near && other->subject != RO_NONE &&
           ro_lemma_in(ro_tree_word(&disputing->tree, other->subject), pronouns);
}

/* Sentences from one claim to the other. */
static uint32_t distance_of(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    uint32_t first = disputing->document->words[one->head].sentence,
             second = disputing->document->words[other->head].sentence;
    return second > first ? second - first : first - second;
}

/* "He had not," the board said. */
static double judge_bare(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    bool behind = disputing->document->words[other->head].sentence > disputing->document->words[one->head].sentence;
    bool answers = behind && distance_of(disputing, one, other) <= 2 && other->much != RO_NOT_ALL &&
                   !one->negated && one->account->words.end <= other->account->words.begin;
    return answers ? ro_reliability(RO_BY_SHORT_NO) : 0;
}

/* Safer, not as safe: more or less of it. */
static bool is_compared(const struct disputing *disputing, const struct claim *claim)
{
    return ro_tree_tagged(&disputing->tree, claim->head, "JJR") ||
           ro_tree_child_lemma(&disputing->tree, claim->head, "advmod", "as") != RO_NONE;
}

/* One says that it is so, the other that it is not. */
static double judge_negated(const struct disputing *disputing, const struct claim *no, const struct claim *yes,
                            uint32_t distance)
{
    static const double some = 0.75, little = 0.4;
    double rest;
    bool near = distance <= NEAR;
    if (near && !yes->bare && (denies_harm(disputing, no, yes) || denies_presence(disputing, no, yes)))
        return ro_reliability(RO_BY_NONE_LEFT);
    bool of_part = yes->much == RO_WHOLE && no->much != RO_NONE_OF && no->much != RO_UNSAID;
    if (yes->bare || of_part || no->much == RO_NOT_ALL)
        return 0;
    if (is_compared(disputing, no) || is_compared(disputing, yes))
        return 0;
    if (!denies(disputing, no, yes, &rest))
        return near && ro_is_denied(disputing, no, yes) ? ro_reliability(RO_BY_ABSENCE) : 0;
    bool exists = ro_claim_exists(disputing, no);
    uint32_t none = no->subject != RO_NONE ? no->subject : no->object; /* | Nothing | was signed */
    bool nobody = none != RO_NONE && no->noun == none && is_pronoun_none(disputing, none);
    if (rest >= (is_trifle(disputing, no) ? little : some))
        return ro_reliability(RO_BY_VERB);
    if (nobody && near && !exists)
        return ro_reliability(RO_BY_VERB_ALONE);
    bool close = near || (exists && distance <= 2 * NEAR);
    return close && is_short(disputing, no) ? ro_reliability(RO_BY_VERB_ALONE) : 0;
}

/* Both say that something is so: other words may exclude each other. */
static double judge_opposites(const struct disputing *disputing, const struct claim *one, const struct claim *other,
                              bool near)
{
    if (near && (ro_is_denied(disputing, one, other) || ro_is_denied(disputing, other, one)))
        return ro_reliability(RO_BY_ABSENCE); /* without any warning */
    if (near && ro_are_contrary(disputing, one, other))
        return ro_reliability(RO_BY_OPPOSITES);
    bool opposed = !one->negated && ro_topics_opposed(state_of(disputing, one), state_of(disputing, other));
    return opposed && concern_one(disputing, one, other, near) ? ro_reliability(RO_BY_OPPOSITES) : 0;
}

/* Whether one account tells what the other tells. */
static bool is_inside(const struct claim *one, const struct claim *other)
{
    return ro_range_is(ro_range_common(one->account->words, other->account->words)) &&
           one->account->words.begin != other->account->words.begin && !other->bare;
}

static double judge(const struct disputing *disputing, const struct claim *one, const struct claim *other,
                    enum dispute_kind *kind)
{
    uint32_t distance = distance_of(disputing, one, other);
    if (is_inside(one, other) || one->open || other->open || one->wished || other->wished)
        return 0;
    if (!other->bare && ro_differ_in_day(disputing, one, other)) {
        *kind = RO_NUMBER;
        return ro_reliability(RO_BY_DAY);
    }
    if (!share_dates(disputing, one, other))
        return 0;
    if (other->bare)
        return judge_bare(disputing, one, other);
    if (!one->finite || !other->finite)
        return 0;
    if (one->negated == other->negated)
        return judge_opposites(disputing, one, other, distance <= NEAR);
    return judge_negated(disputing, one->negated ? one : other, one->negated ? other : one, distance);
}

/* The claim that a bare denial is about: the first of the account before it. */
static bool is_first(const struct claims *claims, uint32_t number)
{
    return number == 0 || claims->items[number - 1].account != claims->items[number].account;
}

static bool compare(struct disputing *disputing, const struct claims *claims, uint32_t before, uint32_t own)
{
    const struct claim *one = &claims->items[before], *other = &claims->items[own];
    if ((other->bare && !is_first(claims, before)) || one->bare)
        return true;
    enum dispute_kind kind = other->bare && one->much == RO_WHOLE ? RO_EXTENT : RO_NEGATION;
    double score = judge(disputing, one, other, &kind);
    if (score <= 0 || !ro_accounts_opposed(&disputing->accounts, one->account, other->account))
        return true;
    struct told_side first = {one->account, one->words, RO_NONE}, second = {other->account, other->words, RO_NONE};
    return ro_dispute_write(disputing, kind, ro_claims_about(disputing, one, other), first, second, score);
}

bool ro_find_negations(struct disputing *disputing, const struct claims *claims)
{
    for (uint32_t i = 0; i < claims->count; i++)
        for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;)
            if (!compare(disputing, claims, j, i))
                return false;
    return true;
}
