/* parties.c: codes of parties; whose are those of whom the text does not say it. */
#include "events/parties.h"

#include "actors/dictionary_store.h"
#include "actors/home.h"
#include "names/gazetteer.h"

enum { COUNTRY_CODE = 3, LONGEST_CODE = 16 };

/* Whether a researcher's own codes are the only ones. */
static bool is_replaced(const struct context *context)
{
    const struct resources *resources = context->resources;
    return resources->dictionary && resources->dictionary->actor_count && !resources->extend;
}

/* A place stands for its country. */
static const char *code_of(const struct context *context, const struct entity *entity)
{
    bool place = entity->type == RO_PLACE && !entity->actor && entity->country && !is_replaced(context);
    return place ? ro_gazetteer_country_code(context->resources->gazetteer, entity->country) : entity->actor;
}

static bool put_side(const struct context *context, struct document *document, const struct side_of *side,
                     struct actor **actors, uint32_t *count)
{
    *actors = ro_arena_alloc(&document->arena, side->count + 1, sizeof **actors);
    if (!*actors)
        return false;
    for (uint32_t i = 0; i < side->count; i++)
        (*actors)[(*count)++] = (struct actor){side->entities[i],
                                               code_of(context, &document->entities[side->entities[i]])};
    return true;
}

/* The code of the first of a side, where all are of one state; else NULL. */
static const char *state_of(const struct actor *actors, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!actors[i].code || strncmp(actors[i].code, actors[0].code, COUNTRY_CODE) != 0)
            return NULL;
    return count && strlen(actors[0].code) >= COUNTRY_CODE ? actors[0].code : NULL;
}

/* Whether whom a state deals with in such an event is likely of that state: the police of anybody it can lay hands on, an army or a
 * state as a whole of those who speak up at home, but not of who takes up arms. */
static bool is_own(const char *state, const char *cameo, const char *sector)
{
    static const char *const words[] = {"02", "10", "11", "12", "13", "16", NULL};
    static const char *const hands[] = {"08", "17", "18", NULL};
    static const char *const all[] = {"OPP", "ELI", "LAB", "EDU", "MED", "PTY",
                                      "LEG", "JUD", "REB", "GOV", "COP", NULL};
    static const char *const unarmed[] = {"OPP", "ELI", "LAB", "EDU", "MED", NULL};
    static const char *const outside[] = {"OPP", "REB", "LAB", "EDU", "PTY", "MED", "REF", "CVL", NULL};
    bool office = ro_is_of_state(state + COUNTRY_CODE) && strcmp(state + COUNTRY_CODE, "MIL") != 0;
    if (ro_begins_with_one_of(state + COUNTRY_CODE, outside))
        return ro_is_of_state(sector); /* whom rebels and the opposition have against them */
    if (ro_begins_with_one_of(cameo, hands))
        return ro_begins_with_one_of(sector, office ? all : unarmed);
    return office && ro_begins_with_one_of(cameo, words) && ro_begins_with_one_of(sector, all);
}

/* Whether somebody may have the code of a state: by his sector, or a place by where it is. */
static bool takes_code(const struct document *document, const struct actor *actor)
{
    const struct entity *entity = &document->entities[actor->entity];
    return !actor->code && (entity->sector || (entity->type == RO_PLACE && !entity->country));
}

/* Give him that code, and his sector. */
static bool lend(struct document *document, const char *state, struct actor *actor)
{
    const char *sector = document->entities[actor->entity].sector;
    char code[LONGEST_CODE];
    int length = snprintf(code, sizeof code, "%.3s%s", state, sector ? sector : "");
    actor->code = ro_arena_copy(&document->arena, (struct slice){code, (size_t)length});
    return actor->code != NULL;
}

static bool lend_by_place(const struct context *context, struct document *document, struct event *event,
                          struct actor *actors, uint32_t count)
{
    const struct entity *place = event->place == RO_NONE ? NULL : &document->entities[event->place];
    const char *state = place && place->country
                            ? ro_gazetteer_country_code(context->resources->gazetteer, place->country)
                            : NULL;
    bool good = true;
    for (uint32_t i = 0; i < count && state && good; i++)
        if (takes_code(document, &actors[i]))
            good = lend(document, state, &actors[i]);
    return good;
}

static bool lend_by_state(struct document *document, struct event *event)
{
    const char *state = state_of(event->sources, event->source_count);
    bool good = true;
    for (uint32_t i = 0; i < event->target_count && state && good; i++) {
        struct actor *actor = &event->targets[i];
        if (!actor->code && is_own(state, event->cameo, document->entities[actor->entity].sector))
            good = lend(document, state, actor);
    }
    return good;
}

bool ro_event_tell_parties(const struct context *context, struct document *document, const struct side_of *source,
                           const struct side_of *target, struct event *event)
{
    bool good = put_side(context, document, source, &event->sources, &event->source_count) &&
                put_side(context, document, target, &event->targets, &event->target_count);
    if (!good || is_replaced(context))
        return good;
    return lend_by_place(context, document, event, event->sources, event->source_count) &&
           lend_by_place(context, document, event, event->targets, event->target_count) &&
           lend_by_state(document, event);
}
