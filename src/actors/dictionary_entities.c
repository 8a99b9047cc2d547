/* dictionary_entities.c: whom a dictionary knows is somebody, even where nothing else tells: an entity for "GONZO GMO" in a text that reads
 * like no name. Its type is not known. */
#include "actors/dictionary_entities.h"

#include "actors/dictionary_nouns.h"
#include "actors/dictionary_store.h"

/* Which words are heads of mentions. */
static bool *words_mentioned(struct resolving *resolving)
{
    const struct document *document = resolving->document;
    bool *mentioned = ro_arena_alloc(&resolving->context->scratch, document->word_count, sizeof *mentioned);
    for (uint32_t i = 0; mentioned && i < document->phrase_count; i++)
        for (uint32_t word = document->phrases[i].core.begin;
             ro_cluster_of(resolving, i) != RO_NONE && word < document->phrases[i].core.end; word++)
            mentioned[word] = true;
    return mentioned;
}

/* The entity of an actor, a new one if need be; NULL without memory. */
static struct entity *entity_of(struct resolving *resolving, struct table *known,
                                const struct dictionary_actor *actor, const char *code, struct range words)
{
    struct document *document = resolving->document;
    uint32_t number = ro_table_put(known, &resolving->context->scratch, ro_slice(actor->root),
                                   document->entity_count);
    if (number == RO_TABLE_NONE || number < document->entity_count)
        return number == RO_TABLE_NONE ? NULL : &document->entities[number];
    struct entity *entity = ro_arena_push(&document->arena, document->entities, document->entity_count);
    if (!entity)
        return NULL;
    entity->name = ro_arena_copy(&document->arena, ro_document_words(document, words));
    entity->type = RO_OTHER_ENTITY;
    entity->actor = ro_arena_copy(&document->arena, ro_slice(code));
    return entity->name && entity->actor ? entity : NULL;
}

static bool add_mention(struct resolving *resolving, struct table *known, const struct dictionary_actor *actor,
                        const char *code, struct range words)
{
    struct document *document = resolving->document;
    struct entity *entity = entity_of(resolving, known, actor, code, words);
    struct mention *mention = entity ? ro_arena_push(&document->arena, entity->mentions, entity->mention_count)
                                     : NULL;
    if (!mention)
        return false;
    mention->span = mention->head = ro_words_span(document, words);
    mention->kind = RO_NAME;
    mention->score = 1.0;
    return true;
}

bool ro_dictionary_entities(struct resolving *resolving)
{
    const struct dictionary *dictionary = resolving->context->resources->dictionary;
    const struct document *document = resolving->document;
    struct table known = {0};
    if (!dictionary || !dictionary->actor_count)
        return true;
    const bool *mentioned = words_mentioned(resolving);
    int day = ro_dictionary_day(document->meta.published);
    for (uint32_t word = 0, count; mentioned && word < document->word_count; word++) {
        const struct dictionary_actor *actor = ro_dictionary_actor(dictionary, document, word, &count);
        const char *code = actor ? ro_dictionary_code(actor, day) : NULL;
        struct range words = {word, word + count};
        if (!code || mentioned[ro_dictionary_highest(document, words)])
            continue;
        if (!add_mention(resolving, &known, actor, code, words))
            return false;
        word += count - 1;
    }
    return mentioned != NULL;
}
