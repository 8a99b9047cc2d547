/* extents.c: disputes of all and part: "relief in their entirety" - "only partial removal"; "every home" - "one in ten is still dark". */
#include "positions/claims.h"
#include "positions/portions.h"
#include "positions/readings.h"

enum { LOOK_BACK = 40 /* portions */, NEAR = 1, FAR = 6 /* sentences */ };

static uint32_t sentence_of(const struct disputing *disputing, const struct portion *portion)
{
    return disputing->document->words[portion->account->words.begin].sentence;
}

static void read_noun(const struct disputing *disputing, uint32_t noun, struct gist *gist)
{
    *gist = (struct gist){.count = 0};
    if (noun != RO_NONE)
        ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                    (struct range){noun, noun + 1}, gist);
}

static bool is_people(const struct disputing *disputing, uint32_t noun)
{
    const struct topic *topic = ro_topic_at(disputing->context->resources->topics, disputing->document, noun);
    return topic && topic->kind == RO_PEOPLE_TOPIC;
}

static bool is_somebody(const struct disputing *disputing, uint32_t noun)
{
    uint32_t who = disputing->accounts.who[noun];
    return who != RO_NONE && ro_tree_has_upos(&disputing->tree, noun, "NOUN") &&
           (disputing->document->entities[who].type == RO_GROUP ||
            disputing->document->entities[who].type == RO_PERSON);
}

/* "Every doctor", "most of the nurses": persons of two kinds. */
static bool differ_in_group(const struct disputing *disputing, const struct portion *one,
                            const struct portion *other)
{
    struct gist first, second;
    if (one->noun == RO_NONE || other->noun == RO_NONE || is_people(disputing, one->noun) ||
        is_people(disputing, other->noun) || !is_somebody(disputing, one->noun) ||
        !is_somebody(disputing, other->noun))
        return false;
    read_noun(disputing, one->noun, &first);
    read_noun(disputing, other->noun, &second);
    return first.count && second.count && !ro_gist_has_term(&first, &second.terms[0]);
}

/* `of_place`: the north of it, or here and there, too. */
static void read_kind(const struct disputing *disputing, uint32_t noun, bool of_place, struct gist *gist)
{
    static const char *const ways[] = {"amod", "compound", "nmod", NULL};
    static const char *const everywhere[] = {"district", "local", "city", "town", "country", "region", NULL};
    static const char *const parts[] = {"north",    "south",   "east",    "west", "northern",
                                        "southern", "eastern", "western", NULL};
    const struct tree *tree = &disputing->tree;
    *gist = (struct gist){.count = 0};
    for (uint32_t child = tree->first_child[noun]; child != RO_NONE; child = tree->next_child[child])
        for (const char *const *way = ways; *way; way++)
            if (ro_hangs_by(ro_tree_word(tree, child), *way) &&
                !ro_lemma_in(ro_tree_word(tree, child), everywhere) &&
                (of_place || !ro_lemma_in(ro_tree_word(tree, child), parts)))
                ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                            ro_words_under(tree, child), gist);
}

/* "Every first-year pupil", "of the pupils in the upper forms". */
static bool differ_in_kind(const struct disputing *disputing, const struct portion *one,
                           const struct portion *other)
{
    struct gist first, second;
    if (one->noun == RO_NONE || other->noun == RO_NONE)
        return false;
    read_kind(disputing, one->noun, true, &first);
    read_kind(disputing, other->noun, false, &second);
    return first.count && second.count && ro_gist_common(&first, &second) <= 0;
}

static bool is_same_noun(const struct disputing *disputing, uint32_t noun, const struct gist *gist)
{
    struct gist own;
    read_noun(disputing, noun, &own);
    return own.count && ro_gist_has_term(gist, &own.terms[0]);
}

/* "Every school in the valley" - "only the schools of the town". */
static bool is_only_those(const struct disputing *disputing, const struct portion *all, const struct portion *part)
{
    struct gist own;
    read_noun(disputing, all->noun, &own);
    return part->only && part->noun != RO_NONE && is_same_noun(disputing, part->noun, &own);
}

static bool differ_in_time(const struct portion *one, const struct portion *other)
{
    const char *first = one->account->date, *second = other->account->date;
    return first && second && strcmp(first, second) != 0;
}

static bool names(const struct disputing *disputing, const struct portion *portion, uint32_t place)
{
    struct gist own = {.count = 0};
    ro_gist_add(disputing->context->resources->topics, disputing->document, disputing->accounts.who,
                (struct range){place, place + 1}, &own);
    return own.count && ro_gist_has_term(&portion->gist, &own.terms[0]);
}

/* "All are back | in Ostrava |" - "| in Brno | only some are". */
static bool differ_in_place(const struct disputing *disputing, const struct portion *one,
                            const struct portion *other)
{
    static const struct slice in[] = {RO_SLICE("in"), RO_SLICE("at"), RO_SLICE("near"), {NULL, 0}};
    uint32_t first = ro_place_named(disputing, one->account, in),
             second = ro_place_named(disputing, other->account, in);
    return first != RO_NONE && second != RO_NONE && !names(disputing, one, second) &&
           !names(disputing, other, first);
}

static bool is_denied(const struct disputing *disputing, const struct portion *portion)
{
    uint32_t statement = portion->account->statement;
    return statement != RO_NONE && disputing->document->statements[statement].act == READOUT_DENY;
}

static bool may_differ(const struct disputing *disputing, const struct portion *all, const struct portion *part)
{
    if (all->wished != part->wished || all->open || part->open)
        return true;
    bool told = all->tells && (part->tells || part->bare);
    if (!(told || all->wished) || is_denied(disputing, all))
        return true;
    return differ_in_time(all, part) || differ_in_place(disputing, all, part) ||
           differ_in_group(disputing, all, part) ||
           (!is_only_those(disputing, all, part) && differ_in_kind(disputing, all, part));
}

/* "All the pupils are free" - "eleven girls remain there". */
static bool are_persons(const struct disputing *disputing, const struct portion *all, const struct portion *part)
{
    uint32_t subject = ro_tree_child(&disputing->tree, part->clause, "nsubj", RO_NONE);
    if (subject == RO_NONE)
        subject = ro_tree_child(&disputing->tree, part->clause, "nsubj:pass", RO_NONE);
    bool bare = subject != RO_NONE && ro_tree_has_upos(&disputing->tree, subject, "NUM");
    return subject != RO_NONE && all->noun != RO_NONE && is_somebody(disputing, all->noun) &&
           (bare || is_somebody(disputing, subject) || is_people(disputing, subject));
}

/* How surely "two of the seven", "half of it", "the rest" are parts of what the other tells all of. */
static double tie(const struct disputing *disputing, const struct portion *all, const struct portion *part)
{
    static const double sure = 0.8, loose = 0.4;
    const struct tree *tree = &disputing->tree;
    if (!part->of_it || part->noun == RO_NONE)
        return 0;
    static const char *const wholes[] = {"rest", "other", "sum", "amount", "total", "remainder", NULL};
    bool known = ro_tree_has_upos(tree, part->noun, "PRON") || ro_tree_has_upos(tree, part->noun, "NUM") ||
                 (ro_tree_child(tree, part->noun, "nummod", RO_NONE) != RO_NONE &&
                  ro_tree_child_lemma(tree, part->noun, "det", "the") != RO_NONE) ||
                 ro_lemma_in(ro_tree_word(tree, part->noun), wholes);
    if (is_same_noun(disputing, part->noun, &all->gist))
        return sure;
    return known ? (part->first ? sure : loose) : part->left || part->only ? loose : 0;
}

static double evidence(const struct disputing *disputing, const struct portion *all, const struct portion *part)
{
    static const double of_only = 0.6, of_left = 0.4, of_some = 0.3, of_noun = 0.7, of_near = 0.5, of_bare = 1,
                        of_term = 0.4, telling = 0.8, some = 0.4;
    uint32_t first = sentence_of(disputing, all), second = sentence_of(disputing, part);
    uint32_t far = first < second ? second - first : first - second;
    double tied = tie(disputing, all, part), common = ro_gist_common(&all->gist, &part->gist);
    bool same = is_same_noun(disputing, all->noun, &part->gist) || is_same_noun(disputing, part->noun, &all->gist);
    same |= part->left && part->counted && are_persons(disputing, all, part);
    bool answers = part->only && second > first && far <= NEAR;
    bool remains = part->left && part->counted && far <= NEAR && common >= some;
    if (tied <= 0 && !same && !answers && !part->bare && !remains && common < telling)
        return 0;
    return tied + (part->only ? of_only : 0) + (part->left ? of_left + (part->counted ? of_some : 0) : 0) +
           (same ? of_noun : 0) + (part->bare ? of_bare : 0) + of_term * (common < 3 ? common : 3) +
           (far <= NEAR     ? of_near
            : far < FAR - 1 ? of_near / 2
                            : 0);
}

/* Whether one tells all of a thing, and the other not all of it. */
static double judge(const struct disputing *disputing, const struct portion *all, const struct portion *part)
{
    static const double enough = 1.05;
    uint32_t first = sentence_of(disputing, all), second = sentence_of(disputing, part);
    if (second + FAR < first || first + FAR < second || may_differ(disputing, all, part))
        return 0;
    double sum = evidence(disputing, all, part);
    return sum < enough  ? 0
           : part->bare  ? ro_reliability(RO_BY_SHORT_EXTENT)
           : all->wished ? ro_reliability(RO_BY_WISHED_EXTENT)
                         : ro_reliability(RO_BY_LIKE_EXTENTS);
}

static struct slice about_of(struct disputing *disputing, const struct portion *all)
{
    uint32_t word = all->noun == RO_NONE ? all->clause : all->noun;
    const char *name = ro_issue_name(disputing->context->resources->topics, disputing->document,
                                     ro_words_under(&disputing->tree, word));
    return ro_slice(name ? name : "");
}

static bool compare(struct disputing *disputing, const struct portion *one, const struct portion *other)
{
    const struct portion *all = one->kind == RO_PART_OF ? other : one, *part = all == one ? other : one;
    if (all->kind == RO_PART_OF || part->kind != RO_PART_OF || (all->kind == RO_NO_ONE && part->only) ||
        (all->kind == RO_NO_ONE && !part->left) ||
        !ro_accounts_opposed(&disputing->accounts, one->account, other->account))
        return true;
    double score = judge(disputing, all, part);
    struct told_side first = {one->account, one->words, RO_NONE}, second = {other->account, other->words, RO_NONE};
    return score <= 0 || ro_dispute_write(disputing, RO_EXTENT, about_of(disputing, all), first, second, score);
}

bool ro_find_extents(struct disputing *disputing)
{
    struct portions portions;
    if (!ro_portions_read(disputing, &portions))
        return false;
    for (uint32_t i = 0; i < portions.count; i++) {
        for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;)
            if (!compare(disputing, &portions.items[j], &portions.items[i]))
                return false;
    }
    return true;
}
