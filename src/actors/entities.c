/* entities.c: names, roles, places and mentions of entities, one a cluster, of the same number. */
#include "actors/entities.h"

#include <stdlib.h>

#include "actors/roles.h"
#include "names/places.h"

/* Countries, as often as they are named the first. */
struct countries {
    const char **codes;
    uint32_t count;
};

struct writing {
    struct resolving *resolving;
    struct document *document;
    struct countries named, of_places; /* by themselves; by their places */
};

static const char *copy(struct document *document, struct range words)
{
    return ro_arena_copy(&document->arena, ro_document_words(document, words));
}

/* Mentions */

static int by_place(const void *one, const void *other)
{
    const struct mention *a = one, *b = other;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    return a->head.begin < b->head.begin ? -1 : a->head.begin > b->head.begin;
}

static bool add_mentions(const struct writing *writing, const struct cluster *cluster, struct entity *entity)
{
    struct document *document = writing->document;
    entity->mentions = ro_arena_alloc(&document->arena, cluster->count, sizeof *entity->mentions);
    if (!entity->mentions)
        return false;
    for (uint32_t at = cluster->first; at != RO_NONE; at = writing->resolving->places[at].next) {
        const struct phrase *phrase = &document->phrases[at];
        entity->mentions[entity->mention_count++] = (struct mention){
            ro_words_span(document, phrase->words), ro_words_span(document, phrase->core), phrase->kind,
            writing->resolving->places[at].score};
    }
    qsort(entity->mentions, entity->mention_count, sizeof *entity->mentions, by_place);
    return true;
}

/* Roles */

static bool add_roles(const struct writing *writing, uint32_t number, struct entity *entity)
{
    struct document *document = writing->document;
    struct said_role said[RO_ROLES];
    uint32_t count = ro_roles_of(writing->resolving, number, said);
    entity->roles = count ? ro_arena_alloc(&document->arena, count, sizeof *entity->roles) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        struct role *role = &entity->roles[entity->role_count++];
        if (!entity->roles)
            return false;
        role->title = copy(document, said[i].words);
        role->of = said[i].of == RO_NONE ? NULL : copy(document, document->phrases[said[i].of].core);
        role->span = ro_words_span(document, said[i].words);
        if (!role->title || (said[i].of != RO_NONE && !role->of))
            return false;
    }
    return true;
}

/* Places */

/* "Paris, Texas": what stands behind a comma and hangs on the name. */
static struct slice region_of(const struct document *document, const struct phrase *phrase)
{
    uint32_t comma = phrase->core.end, word = comma + 1;
    if (word >= document->word_count || document->words[word].sentence != document->words[comma].sentence ||
        !ro_slice_equal(ro_document_word(document, comma), RO_SLICE(",")) ||
        document->words[word].head != phrase->head)
        return (struct slice){"", 0};
    return ro_document_word(document, word);
}

static bool is_small(const struct place *place)
{
    return place->kind == RO_PLACE_CITY && place->population < RO_PLACE_SMALL;
}

/* The place of a name. Places of the text speak for a small town of their country, but do not choose between larger ones. */
static bool choose(const struct writing *writing, struct slice name, struct slice region, struct place *place)
{
    const struct places *places = writing->resolving->context->resources->places;
    const struct countries *named = &writing->named, *others = &writing->of_places;
    return ro_places_choose(places, name, named->codes, named->count, region, place) ||
           (ro_places_choose(places, name, others->codes, others->count, region, place) && is_small(place));
}

/* Whether a place is but a small town that has the name of a state: the text tells of "Norland's parliament". */
static bool is_namesake(const struct resolving *resolving, const struct cluster *cluster, const struct place *place,
                        struct slice region)
{
    return !region.length && is_small(place) && ro_is_state(resolving, cluster);
}

static bool add_geo(const struct writing *writing, const struct cluster *cluster, struct entity *entity)
{
    struct document *document = writing->document;
    const struct phrase *phrase = &document->phrases[cluster->name];
    struct place place;
    struct slice region = region_of(document, phrase);
    if (entity->type != RO_PLACE || !ro_is_named(phrase) ||
        !choose(writing, ro_document_words(document, phrase->core), region, &place) ||
        is_namesake(writing->resolving, cluster, &place, region))
        return true;
    entity->geo = ro_arena_alloc(&document->arena, 1, sizeof *entity->geo);
    if (!entity->geo)
        return false;
    *entity->geo = (struct geo){place.latitude, place.longitude, place.geonames};
    if (!entity->country)
        entity->country = place.country;
    return true;
}

/* Entities */

/* The fullest name; of one that is never named, its longest noun phrase. */
static const char *name_of(const struct writing *writing, const struct cluster *cluster)
{
    const struct phrase *phrase = &writing->document->phrases[cluster->name];
    struct range words = phrase->core;
    if (!ro_is_named(phrase))
        words.begin = phrase->words.begin;
    return copy(writing->document, words);
}

static enum entity_type type_of(const struct cluster *cluster)
{
    bool group = cluster->type == RO_PERSON && cluster->plural;
    return group ? RO_GROUP : cluster->type;
}

static bool add_entity(struct writing *writing, uint32_t number)
{
    struct document *document = writing->document;
    const struct cluster *cluster = &writing->resolving->clusters[number];
    struct entity *entity = ro_arena_push(&document->arena, document->entities, document->entity_count);
    if (!entity)
        return false;
    entity->name = name_of(writing, cluster);
    entity->type = type_of(cluster);
    entity->country = cluster->country;
    entity->actor = cluster->actor;
    return entity->name && add_mentions(writing, cluster, entity) && add_roles(writing, number, entity) &&
           add_geo(writing, cluster, entity);
}

static bool add_members(const struct writing *writing, uint32_t number)
{
    struct document *document = writing->document;
    const struct cluster *cluster = &writing->resolving->clusters[number];
    struct entity *entity = &document->entities[number];
    entity->members = ro_arena_alloc(&document->arena, cluster->member_count, sizeof *entity->members);
    if (!entity->members)
        return false;
    entity->member_count = cluster->member_count;
    for (uint32_t i = 0; i < cluster->member_count; i++)
        entity->members[i] = cluster->members[i];
    return true;
}

/* The country of a place that is known by its name alone; NULL where it is not. */
static const char *country_of_place(const struct resolving *resolving, const struct cluster *cluster)
{
    const struct document *document = resolving->document;
    const struct phrase *phrase = &document->phrases[cluster->name];
    struct place place;
    if (cluster->country || cluster->type != RO_PLACE || !ro_is_named(phrase))
        return cluster->type == RO_PLACE ? cluster->country : NULL;
    bool known = ro_places_choose(resolving->context->resources->places, ro_document_words(document, phrase->core),
                                  NULL, 0, region_of(document, phrase), &place);
    return known ? place.country : NULL;
}

/* List the countries that are named, or those of places. False without memory. */
static bool list_countries(const struct resolving *resolving, bool of_places, struct countries *list)
{
    enum { COUNTRIES = 16 };
    uint32_t counts[COUNTRIES];
    list->codes = ro_arena_alloc(&resolving->context->scratch, COUNTRIES, sizeof *list->codes);
    if (!list->codes)
        return false;
    for (uint32_t i = 0; i < resolving->cluster_count; i++) {
        const struct cluster *cluster = &resolving->clusters[i];
        const char *own = cluster->type == RO_COUNTRY ? cluster->country : NULL;
        const char *country = of_places ? country_of_place(resolving, cluster) : own;
        if (!country || (list->count == COUNTRIES && counts[COUNTRIES - 1] >= cluster->count))
            continue;
        uint32_t at = list->count < COUNTRIES ? list->count++ : COUNTRIES - 1;
        for (; at > 0 && counts[at - 1] < cluster->count; at--) {
            counts[at] = counts[at - 1];
            list->codes[at] = list->codes[at - 1];
        }
        counts[at] = cluster->count;
        list->codes[at] = country;
    }
    return true;
}

bool ro_entities_write(struct resolving *resolving)
{
    struct writing writing = {.resolving = resolving, .document = resolving->document};
    bool good = list_countries(resolving, false, &writing.named) &&
                list_countries(resolving, true, &writing.of_places);
    for (uint32_t i = 0; i < resolving->cluster_count && good; i++)
        good = add_entity(&writing, i);
    for (uint32_t i = 0; i < resolving->cluster_count && good; i++)
        good = !resolving->clusters[i].member_count || add_members(&writing, i);
    return good;
}
