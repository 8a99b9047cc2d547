/* petrarch_write.c: codings to events of the record: those who are meant, their codes, and when and where it was. */
#include <stdio.h>

#include "events/circumstances.h"
#include "events/facts.h"
#include "events/notes.h"
#include "events/ontology.h"
#include "events/petrarch_coding.h"

/* The entity of a party: that of the highest noun above the actor which has just this code, "the Norlandish President [Ada Berg]", else
 * that of its agent or of the actor. */
static uint32_t entity_of(const struct petrarch_text *text, const struct petrarch_noun *noun,
                          const struct dictionary_party *party)
{
    const struct document *document = text->document;
    const uint32_t *entity_at = text->tree->entity_at;
    uint32_t entity = entity_at[party->word], word = party->actor == RO_NONE ? party->word : party->actor;
    if (entity == RO_NONE)
        entity = entity_at[word];
    if (entity == RO_NONE)
        entity = entity_at[noun->top];
    for (;; word = document->words[word].head) {
        const char *code = entity_at[word] == RO_NONE ? NULL : document->entities[entity_at[word]].actor;
        if (code && strcmp(code, party->code) == 0)
            entity = entity_at[word];
        if (word == noun->top || !ro_dictionary_has(document, noun->top, word) ||
            ro_hangs_by(&document->words[word], "conj"))
            return entity;
    }
}

static const double sure = 0.9; /* as of the codings of PETRARCH's own unit tests */

static bool has_actor(const struct actor *actors, uint32_t count, uint32_t entity, const char *code)
{
    for (uint32_t i = 0; i < count; i++)
        if (actors[i].entity == entity && strcmp(actors[i].code, code) == 0)
            return true;
    return false;
}

/* The actors of a noun, "FRO/BIL" as two. */
static struct actor *actors_of(struct petrarch_text *text, const struct petrarch_noun *noun, uint32_t *count)
{
    struct arena *arena = &text->document->arena;
    struct actor *actors = NULL;
    *count = 0;
    for (uint32_t i = 0; i < noun->party_count; i++) {
        uint32_t entity = entity_of(text, noun, &noun->parties[i]);
        const char *rest = noun->parties[i].code;
        char code[RO_COMBINED];
        while (entity != RO_NONE && ro_dictionary_next(&rest, code)) {
            if (has_actor(actors, *count, entity, code))
                continue;
            struct actor *actor = ro_arena_push(arena, actors, *count);
            const char *own = ro_arena_copy(arena, ro_slice(code));
            text->failed |= !actor || !own;
            if (text->failed)
                return NULL;
            *actor = (struct actor){entity, own};
        }
    }
    return actors;
}

static const char *by_of(struct petrarch_text *text, const struct petrarch_coding *coding)
{
    char by[512];
    snprintf(by, sizeof by, "%.400s:%u", coding->file, (unsigned)coding->line);
    return ro_arena_copy(&text->document->arena, ro_slice(by));
}

/* The clause of a coding, as those who read times and places see it. */
static struct reading reading_of(const struct petrarch_text *text, const struct petrarch_coding *coding,
                                 const struct event *event)
{
    struct reading reading = {.frame = ro_frame_of(text->tree, coding->word), .words = coding->words};
    for (uint32_t i = 0; i < event->source_count; i++)
        ro_side_put(text->tree, event->sources[i].entity, &reading.source);
    for (uint32_t i = 0; i < event->target_count; i++)
        ro_side_put(text->tree, event->targets[i].entity, &reading.target);
    return reading;
}

static void tell_circumstances(struct petrarch_text *text, const struct petrarch_coding *coding,
                               struct event *event)
{
    struct document *document = text->document;
    struct reading reading = reading_of(text, coding, event);
    struct facts facts = ro_facts_of(text->tree, &reading.frame);
    bool good = true;
    event->time = ro_event_time(text->tree, &reading);
    event->place = ro_event_place(text->tree, &reading);
    event->date = ro_event_date(document, event->time, &good);
    event->tense = facts.tense;
    event->modality = facts.hypothetical ? RO_HYPOTHETICAL
                      : facts.planned    ? RO_PLANNED
                      : facts.possible   ? RO_POSSIBLE
                                         : RO_ASSERTED;
    event->polarity = coding->denied ? RO_NEGATIVE : RO_POSITIVE;
    good = good && ro_event_tell_accounts(document, text->accounts[coding->word], event);
    text->failed |= !good;
}

static void add_event(struct petrarch_text *text, const struct petrarch_coding *coding, const char *code,
                      struct event parties)
{
    struct document *document = text->document;
    const struct resources *resources = text->context->resources;
    if (sure < resources->min_scores.event)
        return;
    struct event *event = ro_arena_push(&document->arena, document->events, document->event_count);
    const char *by = by_of(text, coding);
    text->failed |= !event || !by;
    if (text->failed)
        return;
    *event = parties;
    event->cameo = code;
    ro_ontology_tell(ro_ontology_find(resources->ontology, ro_slice(code)), event);
    event->trigger = ro_words_span(document, coding->words);
    event->sentence = text->number - 1;
    event->by = by;
    event->by_dictionary = true;
    event->score = sure;
    tell_circumstances(text, coding, event);
}

static bool has_code(const struct actor *actors, uint32_t count, const char *code)
{
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(actors[i].code, code) == 0)
            return true;
    return false;
}

/* Nobody does something to himself: where a code is on both sides, each source has an event of its own. */
static void add_events(struct petrarch_text *text, const struct petrarch_coding *coding, const char *code,
                       struct event parties)
{
    bool apart = true;
    for (uint32_t i = 0; i < parties.source_count; i++)
        apart &= !has_code(parties.targets, parties.target_count, parties.sources[i].code);
    if (apart) {
        add_event(text, coding, code, parties);
        return;
    }
    for (uint32_t i = 0; i < parties.source_count && !text->failed; i++) {
        struct event one = {.sources = &parties.sources[i], .source_count = 1};
        one.targets = ro_arena_alloc(&text->document->arena, parties.target_count, sizeof *one.targets);
        text->failed |= !one.targets;
        for (uint32_t j = 0; j < parties.target_count && one.targets; j++)
            if (strcmp(parties.targets[j].code, one.sources->code) != 0)
                one.targets[one.target_count++] = parties.targets[j];
        if (one.target_count)
            add_event(text, coding, code, one);
    }
}

/* Notes */

static uint32_t *entities_of(struct petrarch_text *text, const struct actor *actors, uint32_t count)
{
    uint32_t *entities = ro_arena_alloc(&text->document->arena, count, sizeof *entities);
    for (uint32_t i = 0; i < count && entities; i++)
        entities[i] = actors[i].entity;
    return entities;
}

static void note(struct petrarch_text *text, const struct petrarch_coding *coding, const struct event *parties)
{
    bool lone = !parties->source_count || !parties->target_count;
    struct considered_event considered = {.trigger = ro_words_span(text->document, coding->words),
                                          .pattern = ro_slice(coding->text),
                                          .by = by_of(text, coding),
                                          .code = coding->code.there ? coding->code.there : coding->code.back,
                                          .sources = entities_of(text, parties->sources, parties->source_count),
                                          .targets = entities_of(text, parties->targets, parties->target_count),
                                          .source_count = parties->source_count,
                                          .target_count = parties->target_count,
                                          .score = sure,
                                          .verdict = lone ? RO_EVENT_LONE
                                                     : sure < text->context->resources->min_scores.event
                                                         ? RO_EVENT_UNSURE
                                                         : RO_EVENT_WRITTEN};
    text->failed |= !considered.by || !considered.sources || !considered.targets ||
                    !ro_note(text->document, &considered);
}

/* Writing */

void ro_petrarch_write(struct petrarch_text *text, const struct petrarch_coding *coding)
{
    struct event there = {.source_count = 0}, back = {.source_count = 0};
    if (!coding->code.there && !coding->code.back)
        return;
    if (coding->source)
        there.sources = actors_of(text, coding->source, &there.source_count);
    if (coding->target)
        there.targets = actors_of(text, coding->target, &there.target_count);
    if (!text->failed)
        note(text, coding, &there);
    if (text->failed || !there.source_count || !there.target_count)
        return;
    back.sources = there.targets;
    back.targets = there.sources;
    back.source_count = there.target_count;
    back.target_count = there.source_count;
    if (coding->code.there)
        add_events(text, coding, coding->code.there, there);
    bool told = coding->source == coding->target && coding->code.there && coding->code.back &&
                strcmp(coding->code.there, coding->code.back) == 0; /* they are on both sides already */
    if (coding->code.back && !told)
        add_events(text, coding, coding->code.back, back);
}
