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

/* Whether one name is the other in capitals: "TANGIER" of a dateline. */
static bool is_shouted(const struct document *document, struct range one, struct range other)
{
    struct slice text = ro_document_words(document, one), calm = ro_document_words(document, other);
    if (text.length != calm.length || memcmp(text.data, calm.data, text.length) >= 0)
        return false;
    struct name_key a = ro_name_key_words(document, one), b = ro_name_key_words(document, other);
    return ro_slice_equal(ro_name_key_slice(&a), ro_name_key_slice(&b));
}

/* A full name is the longest, the first of equals that is not all in capitals; a name says more than a noun, a noun more than a
 * demonym. */
static bool says_more(const struct document *document, const struct phrase *phrase, const struct phrase *known)
{
    int worth = ro_is_named(phrase) - phrase->demonym - phrase->capital;
    int known_worth = ro_is_named(known) - known->demonym - known->capital;
    if (worth != known_worth)
        return worth > known_worth;
    return length_of(phrase->core) > length_of(known->core) || is_shouted(document, known->core, phrase->core);
}

static void learn(struct resolving *resolving, struct cluster *cluster, uint32_t number)
{
    const struct phrase *phrase = &resolving->document->phrases[number];
    if (phrase->kind == RO_PRONOUN) {
        if (!cluster->gender && phrase->person == 3)
            cluster->gender = phrase->gender;
        return;
    }
    if (cluster->name == RO_NONE ||
        says_more(resolving->document, phrase, &resolving->document->phrases[cluster->name]))
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
    *cluster = (struct cluster){.first = number,
                                .last = RO_NONE,
                                .name = RO_NONE,
                                .type = phrase->type,
                                .plural = phrase->plural,
                                .entry = RO_NONE,
                                .short_name = RO_NONE};
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
