/* entities.c: names, roles and mentions of entities, one a cluster, of the same number. */
#include "actors/entities.h"

#include <stdlib.h>

#include "actors/home.h"

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

static bool add_mentions(const struct resolving *resolving, const struct cluster *cluster, struct entity *entity)
{
    struct document *document = resolving->document;
    entity->mentions = ro_arena_alloc(&document->arena, cluster->count, sizeof *entity->mentions);
    if (!entity->mentions)
        return false;
    for (uint32_t at = cluster->first; at != RO_NONE; at = resolving->places[at].next) {
        const struct phrase *phrase = &document->phrases[at];
        entity->mentions[entity->mention_count++] = (struct mention){ro_words_span(document, phrase->words),
                                                                     ro_words_span(document, phrase->core),
                                                                     phrase->kind, resolving->places[at].score};
    }
    qsort(entity->mentions, entity->mention_count, sizeof *entity->mentions, by_place);
    return true;
}

/* Roles */

static bool add_roles(const struct resolving *resolving, uint32_t number, struct entity *entity)
{
    struct document *document = resolving->document;
    struct said_role said[RO_ROLES];
    uint32_t count = ro_roles_of(resolving, number, said);
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

/* Entities */

/* The fullest name; of one that is never named, its longest noun phrase. */
static const char *name_of(const struct resolving *resolving, const struct cluster *cluster)
{
    const struct phrase *phrase = &resolving->document->phrases[cluster->name];
    struct range words = phrase->core;
    if (!ro_is_named(phrase))
        words.begin = phrase->words.begin;
    return copy(resolving->document, words);
}

static enum entity_type type_of(const struct cluster *cluster)
{
    bool group = cluster->type == RO_PERSON && cluster->plural;
    return group ? RO_GROUP : cluster->type;
}

/* The sector of whom the text calls by a noun alone: "two former [ministers]"; NULL where it says whose they are, or what is not
 * known. */
static const char *sector_of(const struct resolving *resolving, const struct cluster *cluster)
{
    uint32_t looked = 0;
    if (cluster->country || cluster->actor)
        return NULL;
    for (uint32_t at = cluster->first; at != RO_NONE && looked < RO_SAID;
         at = resolving->places[at].next, looked++) {
        const struct phrase *phrase = &resolving->document->phrases[at];
        if (phrase->kind != RO_PRONOUN && phrase->sector)
            return ro_is_foreign(resolving->document, phrase) ? NULL : phrase->sector;
    }
    return NULL;
}

static bool add_entity(const struct resolving *resolving, uint32_t number)
{
    struct document *document = resolving->document;
    const struct cluster *cluster = &resolving->clusters[number];
    struct entity *entity = ro_arena_push(&document->arena, document->entities, document->entity_count);
    if (!entity)
        return false;
    entity->name = name_of(resolving, cluster);
    entity->type = type_of(cluster);
    entity->country = cluster->country;
    entity->actor = cluster->actor;
    entity->geo = cluster->geo;
    entity->sector = sector_of(resolving, cluster);
    return entity->name && add_mentions(resolving, cluster, entity) && add_roles(resolving, number, entity);
}

static bool add_members(const struct resolving *resolving, uint32_t number)
{
    struct document *document = resolving->document;
    const struct cluster *cluster = &resolving->clusters[number];
    struct entity *entity = &document->entities[number];
    entity->members = ro_arena_alloc(&document->arena, cluster->member_count, sizeof *entity->members);
    if (!entity->members)
        return false;
    entity->member_count = cluster->member_count;
    for (uint32_t i = 0; i < cluster->member_count; i++)
        entity->members[i] = cluster->members[i];
    return true;
}

bool ro_entities_write(struct resolving *resolving)
{
    bool good = true;
    for (uint32_t i = 0; i < resolving->cluster_count && good; i++)
        good = add_entity(resolving, i);
    for (uint32_t i = 0; i < resolving->cluster_count && good; i++)
        good = !resolving->clusters[i].member_count || add_members(resolving, i);
    return good;
}
