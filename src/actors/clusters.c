/* clusters.c: what is known of a cluster grows with each phrase that is added to it. */
#include "actors/resolve.h"

uint32_t *ro_value_of(struct resolving *resolving, char kind, struct slice text)
{
    struct arena *scratch = &resolving->context->scratch;
    char key[RO_LONGEST_KEY + 1] = {kind};
    if (text.length > RO_LONGEST_KEY)
        text.length = RO_LONGEST_KEY;
    memcpy(key + 1, text.data, text.length);
    struct slice whole = {key, text.length + 1};
    uint32_t at = ro_table_get(&resolving->keys, whole);
    if (at != RO_TABLE_NONE)
        return &resolving->values[at];
    struct slice own = {ro_arena_copy(scratch, whole), whole.length};
    uint32_t *value = ro_arena_push(scratch, resolving->values, resolving->value_count);
    if (!own.data || !value ||
        ro_table_put(&resolving->keys, scratch, own, resolving->value_count - 1) == RO_TABLE_NONE) {
        resolving->failed = true;
        return NULL;
    }
    *value = RO_NONE;
    return value;
}

static uint32_t length_of(struct range range)
{
    return range.end - range.begin;
}

/* A full name is the longest, the first of equals; a name says more than a noun, a noun more than a demonym. */
static bool says_more(const struct phrase *phrase, const struct phrase *known)
{
    int worth = ro_is_named(phrase) - phrase->demonym - phrase->capital;
    int known_worth = ro_is_named(known) - known->demonym - known->capital;
    return worth != known_worth ? worth > known_worth : length_of(phrase->core) > length_of(known->core);
}

static void learn(struct resolving *resolving, struct cluster *cluster, uint32_t number)
{
    const struct phrase *phrase = &resolving->document->phrases[number];
    if (phrase->kind == RO_PRONOUN) {
        if (!cluster->gender && phrase->person == 3)
            cluster->gender = phrase->gender;
        return;
    }
    if (cluster->name == RO_NONE || says_more(phrase, &resolving->document->phrases[cluster->name]))
        cluster->name = number;
    if (!cluster->gender)
        cluster->gender = phrase->gender;
    if (cluster->entry == RO_NONE) {
        cluster->entry = phrase->entry;
        if (phrase->entry != RO_NONE && cluster->type != RO_PERSON)
            cluster->country = phrase->country;
        if (phrase->entry != RO_NONE)
            cluster->actor = phrase->actor;
    }
}

uint32_t ro_cluster_new(struct resolving *resolving, uint32_t number)
{
    const struct phrase *phrase = &resolving->document->phrases[number];
    struct cluster *cluster = ro_arena_push(&resolving->context->scratch, resolving->clusters,
                                            resolving->cluster_count);
    if (!cluster) {
        resolving->failed = true;
        return RO_NONE;
    }
    *cluster = (struct cluster){number, RO_NONE, RO_NONE, 0, phrase->type, 0, phrase->plural, RO_NONE,
                                NULL,   NULL,    NULL,    0, RO_NONE};
    ro_cluster_add(resolving, resolving->cluster_count - 1, number, phrase->score);
    return resolving->cluster_count - 1;
}

void ro_cluster_add(struct resolving *resolving, uint32_t to, uint32_t number, double score)
{
    struct cluster *cluster = &resolving->clusters[to];
    struct place_of *place = &resolving->places[number];
    if (cluster->last != RO_NONE)
        resolving->places[cluster->last].next = number;
    cluster->last = number;
    cluster->count++;
    place->cluster = to;
    place->score = score;
    learn(resolving, cluster, number);
}
