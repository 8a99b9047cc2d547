/* groups.c: who the members of a group are. "Trump told the two leaders": those two who were named together before, Trump not
 * among them; "the two sides": the two countries of the same sentence. */
#include "actors/resolve.h"

enum { MEMBERS = RO_STATES, NEAR = 40 /* phrases that are looked back at */, SENTENCES = 4 };

struct gathering {
    const struct resolving *resolving;
    const struct document *document;
    const struct phrase *group;
    bool persons;    /* are wanted, else states and organizations */
    uint32_t wanted; /* members */
    uint32_t members[MEMBERS];
    uint32_t count;
};

/* How many a group says that it has: "the two leaders", "both countries", "the two"; 0: it does not say. */
static uint32_t number_of(const struct document *document, const struct phrase *group)
{
    static const char *const numbers[][4] = {{"two", "2", "both"}, {"three", "3"}, {"four", "4"}, {"five", "5"}};
    for (uint32_t word = group->words.begin; word < group->core.end; word++)
        for (uint32_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            if (ro_lemma_in(&document->words[word], numbers[i]))
                return i + 2;
    return 0;
}

/* Whether a group is of states or of their governments. */
static bool is_of_states(const struct gathering *gathering)
{
    static const char *const states[] = {"country",  "nation",    "state",    "government", "capital", "power",
                                         "neighbor", "neighbour", "republic", "kingdom",    NULL};
    return ro_lemma_in(&gathering->document->words[gathering->group->head], states);
}

static bool is_of_sides(const struct gathering *gathering)
{
    static const char *const sides[] = {"side", "party", "ally", "rival", "foe", "partner", NULL};
    return ro_lemma_in(&gathering->document->words[gathering->group->head], sides);
}

static bool may_belong(const struct gathering *gathering, uint32_t number)
{
    const struct cluster *cluster = &gathering->resolving->clusters[number];
    bool state = cluster->type == RO_COUNTRY || cluster->type == RO_ORGANIZATION;
    if (cluster->plural || cluster->name == RO_NONE || gathering->document->phrases[cluster->name].kind != RO_NAME)
        return false;
    if (is_of_states(gathering))
        return cluster->type == RO_COUNTRY;
    if (is_of_sides(gathering))
        return state;
    return gathering->persons ? cluster->type == RO_PERSON : state;
}

static bool is_in(const uint32_t *items, uint32_t count, uint32_t item)
{
    for (uint32_t i = 0; i < count; i++)
        if (items[i] == item)
            return true;
    return false;
}

/* Make a cluster a member, unless it is one or cannot be. */
static void take(struct gathering *gathering, uint32_t cluster)
{
    if (cluster != RO_NONE && may_belong(gathering, cluster) &&
        !is_in(gathering->members, gathering->count, cluster))
        gathering->members[gathering->count++] = cluster;
}

/* The cluster of a verb's subject before a word, or RO_NONE. */
static uint32_t subject_before(const struct gathering *gathering, uint32_t verb, uint32_t limit)
{
    const struct document *document = gathering->document;
    struct range around = ro_around(document, verb);
    for (uint32_t word = around.begin; word < limit && word < around.end; word++)
        if (document->words[word].head == verb && ro_is_subject(&document->words[word]))
            return ro_cluster_of(gathering->resolving, gathering->resolving->phrase_at[word]);
    return RO_NONE;
}

/* Who acts on the group in its own clause is none of it: | Norway | thanked them and urged both governments to talk. */
static uint32_t actor_of(const struct gathering *gathering)
{
    enum { STEPS = 3 };
    const struct document *document = gathering->document;
    uint32_t verb = document->words[gathering->group->head].head;
    uint32_t actor = subject_before(gathering, verb, gathering->group->head);
    bool acts = ro_is_subject(&document->words[gathering->group->head]);
    for (int step = 0; step < STEPS && !acts && actor == RO_NONE && verb < document->word_count; step++) {
        if (!ro_hangs_by(&document->words[verb], "conj") && !ro_hangs_by(&document->words[verb], "xcomp"))
            break;
        verb = document->words[verb].head;
        actor = subject_before(gathering, verb, gathering->group->head);
    }
    return actor;
}

/* Those that are joined with a phrase, the phrase first: "Moon and Abe". */
static uint32_t gather_joined(struct gathering *gathering, uint32_t first, uint32_t limit)
{
    const struct resolving *resolving = gathering->resolving;
    const struct document *document = gathering->document;
    uint32_t head = document->phrases[first].head;
    gathering->count = 0;
    for (uint32_t at = first; at < limit && gathering->count < MEMBERS; at++) {
        const struct word *word = &document->words[document->phrases[at].head];
        if (at == first || (ro_range_has(document->phrases[first].core, word->head) && ro_hangs_by(word, "conj")))
            take(gathering, resolving->places[at].cluster);
        if (word->sentence != document->words[head].sentence)
            break;
    }
    return gathering->count;
}

static bool is_near(const struct gathering *gathering, uint32_t number, uint32_t sentences)
{
    const struct document *document = gathering->document;
    return document->words[gathering->group->head].sentence -
               document->words[document->phrases[number].head].sentence <=
           sentences;
}

static bool find_joined(struct gathering *gathering, uint32_t number)
{
    uint32_t actor = actor_of(gathering);
    for (uint32_t at = number; at > 0 && number - at < NEAR && is_near(gathering, at - 1, SENTENCES); at--) {
        uint32_t count = gather_joined(gathering, at - 1, number);
        if (count == gathering->wanted && !is_in(gathering->members, count, actor))
            return true;
    }
    return false;
}

/* "South Korean", "the [Kosovo] prime minister" */
static bool is_before_noun(const struct gathering *gathering, uint32_t number)
{
    const struct phrase *phrase = &gathering->document->phrases[number];
    return phrase->demonym || ro_hangs_by(&gathering->document->words[phrase->head], "compound");
}

/* The last ones that were mentioned, all in the sentence of the last of them, or of the group. */
static bool find_last(struct gathering *gathering, uint32_t number)
{
    uint32_t actor = actor_of(gathering);
    gathering->count = 0;
    for (uint32_t at = number; at > 0 && number - at < NEAR && gathering->count < gathering->wanted; at--) {
        uint32_t cluster = gathering->resolving->places[at - 1].cluster;
        if (!is_near(gathering, at - 1, 1))
            break;
        if (cluster != actor && !is_before_noun(gathering, at - 1))
            take(gathering, cluster);
    }
    return gathering->count == gathering->wanted;
}

/* "both ministers": the last ones who were called so. */
static bool find_called(struct gathering *gathering, uint32_t number)
{
    const struct resolving *resolving = gathering->resolving;
    gathering->count = 0;
    for (uint32_t at = number; at > 0 && number - at < NEAR && gathering->count < gathering->wanted; at--) {
        uint32_t cluster = resolving->places[at - 1].cluster;
        if (cluster != RO_NONE && ro_is_called(resolving, cluster, gathering->group))
            take(gathering, cluster);
    }
    return gathering->count == gathering->wanted;
}

/* Rank the states that the text mentions most, each more than once: once a document, which may be a whole book. */
static void rank_states(struct resolving *resolving)
{
    uint32_t best = 0;
    for (resolving->ranked = true; best != RO_NONE && resolving->state_count < RO_STATES;) {
        best = RO_NONE;
        for (uint32_t i = 0; i < resolving->cluster_count; i++)
            if (resolving->clusters[i].type == RO_COUNTRY && resolving->clusters[i].count > 1 &&
                !is_in(resolving->states, resolving->state_count, i) &&
                (best == RO_NONE || resolving->clusters[i].count > resolving->clusters[best].count))
                best = i;
        if (best != RO_NONE)
            resolving->states[resolving->state_count++] = best;
    }
}

/* The states that the text is about, where none are near. */
static bool find_most(struct gathering *gathering)
{
    const struct resolving *resolving = gathering->resolving;
    uint32_t actor = actor_of(gathering);
    gathering->count = 0;
    for (uint32_t i = 0; i < resolving->state_count && gathering->count < gathering->wanted; i++)
        if (resolving->states[i] != actor)
            gathering->members[gathering->count++] = resolving->states[i];
    return gathering->count == gathering->wanted;
}

static void keep(struct resolving *resolving, uint32_t cluster, const struct gathering *gathering)
{
    uint32_t *members = ro_arena_alloc(&resolving->context->scratch, gathering->count, sizeof *members);
    resolving->failed |= !members;
    if (!members)
        return;
    memcpy(members, gathering->members, gathering->count * sizeof *members);
    resolving->clusters[cluster].members = members;
    resolving->clusters[cluster].member_count = gathering->count;
    resolving->clusters[cluster].type = RO_GROUP;
}

static bool is_definite(const struct document *document, const struct phrase *group)
{
    static const char *const definite[] = {"the", "both", "these", "those", NULL};
    return group->words.begin < group->core.begin && ro_lemma_in(&document->words[group->words.begin], definite);
}

static bool find(struct gathering *gathering, uint32_t number)
{
    bool states = is_of_sides(gathering) || is_of_states(gathering);
    return (gathering->persons && (find_joined(gathering, number) || find_called(gathering, number))) ||
           find_last(gathering, number) || find_joined(gathering, number) || (states && find_most(gathering));
}

/* "the two": persons, or states. */
static bool is_number_alone(const struct document *document, const struct phrase *group)
{
    return strcmp(document->words[group->head].upos, "NUM") == 0;
}

void ro_resolve_group(struct resolving *resolving, uint32_t cluster, uint32_t number)
{
    struct gathering gathering = {
        .resolving = resolving, .document = resolving->document, .group = &resolving->document->phrases[number]};
    bool alone = is_number_alone(gathering.document, gathering.group);
    gathering.wanted = number_of(resolving->document, gathering.group);
    if (!gathering.wanted || !is_definite(resolving->document, gathering.group))
        return;
    if (!resolving->ranked)
        rank_states(resolving);
    gathering.persons = alone || (gathering.group->type == RO_PERSON && !is_of_sides(&gathering) &&
                                  !is_of_states(&gathering));
    bool found = find(&gathering, number);
    if (!found && alone) {
        gathering.persons = false;
        found = find(&gathering, number);
    }
    if (found)
        keep(resolving, cluster, &gathering);
}
