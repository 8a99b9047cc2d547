/* notes.c: written · 0.80 · verbs.txt:214 · S condemn T. */
#include "events/notes.h"

#include <stdlib.h>

static uint32_t *copy_side(struct document *document, const struct side_of *side)
{
    uint32_t *entities = ro_arena_alloc(&document->arena, side->count + 1, sizeof *entities);
    for (uint32_t i = 0; i < side->count && entities; i++)
        entities[i] = side->entities[i];
    return entities;
}

static struct considered_event *add_note(struct document *document)
{
    return ro_arena_push(&document->arena, document->considered_events, document->considered_event_count);
}

bool ro_note_reading(struct document *document, const struct reading *reading, const struct verdict_of *verdict,
                     struct span trigger)
{
    struct considered_event *note = add_note(document);
    if (!note)
        return false;
    *note = (struct considered_event){.trigger = trigger,
                                      .pattern = reading->pattern->text,
                                      .by = reading->pattern->by,
                                      .code = verdict->code,
                                      .sources = copy_side(document, &reading->source),
                                      .targets = copy_side(document, &reading->target),
                                      .source_count = reading->source.count,
                                      .target_count = reading->target.count,
                                      .features = verdict->features,
                                      .score = verdict->score,
                                      .verdict = verdict->verdict};
    return note->sources && note->targets;
}

bool ro_note_unfit(struct document *document, uint32_t word, const struct pattern *pattern)
{
    struct considered_event *note = add_note(document);
    if (note)
        *note = (struct considered_event){.trigger = document->words[word].span,
                                          .pattern = pattern->text,
                                          .by = pattern->by,
                                          .verdict = RO_EVENT_UNFIT};
    return note != NULL;
}

bool ro_note(struct document *document, const struct considered_event *note)
{
    struct considered_event *added = add_note(document);
    if (added)
        *added = *note;
    return added != NULL;
}

static int compare(const void *one, const void *other)
{
    const struct considered_event *a = one, *b = other;
    if (a->trigger.begin != b->trigger.begin)
        return a->trigger.begin < b->trigger.begin ? -1 : 1;
    if (a->trigger.end != b->trigger.end)
        return a->trigger.end < b->trigger.end ? -1 : 1;
    return strcmp(a->by, b->by);
}

void ro_notes_order(struct document *document)
{
    if (document->considered_event_count)
        qsort(document->considered_events, document->considered_event_count, sizeof *document->considered_events,
              compare);
}
