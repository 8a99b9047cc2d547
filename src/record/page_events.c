/* page_events.c: the events on the page for people: who did what to whom, then what it is called, by which words, when,
 * where and by whose account. What did not happen, or not yet, is marked. Two who do it to one another are one entry.
 *
 *     events
 *        3  France (FRA) → Ghana (GHA)
 *             111 Criticize or denounce · ACCUSE disapprove · condemned · 2024-05-01 · in Paris · told by Ada Lund
 *
 *        4  Greece (GRC) ↔ Turkey (TUR) · negative
 *             040 Consult, not specified below · CONSULT · met · 2024-05-01
 */
#include "record/page.h"
#include "record/values.h"

/* "France (FRA), Ghana"; "?" for nobody. */
static void write_side(struct page *page, const struct actor *actors, uint32_t count)
{
    if (!count)
        ro_wrap_words(&page->wrap, RO_DIM, "?");
    for (uint32_t i = 0; i < count; i++) {
        const char *comma = i + 1 < count ? "," : "";
        const char *name = page->document->entities[actors[i].entity].name;
        ro_page_name(page, RO_BOLD, "", name, actors[i].code ? "" : comma);
        if (actors[i].code)
            ro_page_name(page, RO_DIM, "(", actors[i].code, i + 1 < count ? ")," : ")");
    }
}

static bool are_same(const struct actor *one, uint32_t one_count, const struct actor *other, uint32_t other_count)
{
    bool same = one_count == other_count;
    for (uint32_t i = 0; same && i < one_count; i++)
        same = one[i].entity == other[i].entity;
    return same;
}

/* Whether the next event is the same in the other direction. */
static bool is_mirrored(const struct document *document, uint32_t index)
{
    const struct event *one = &document->events[index], *other = one + 1;
    return index + 1 < document->event_count && one->trigger.begin == other->trigger.begin &&
           one->trigger.end == other->trigger.end && strcmp(one->cameo, other->cameo) == 0 &&
           are_same(one->sources, one->source_count, other->targets, other->target_count) &&
           are_same(one->targets, one->target_count, other->sources, other->source_count);
}

/* What an event is not: a plain fact. */
static void write_doubts(struct page *page, const struct event *event)
{
    if (event->polarity == RO_NEGATIVE) {
        ro_page_dot(page);
        ro_wrap_words(&page->wrap, RO_ALERT, ro_polarities[event->polarity]);
    }
    if (event->modality != RO_ASSERTED) {
        ro_page_dot(page);
        ro_wrap_words(&page->wrap, RO_ALERT, ro_modalities[event->modality]);
    }
}

/* "040 Consult, not specified below · CONSULT phone". */
static void write_code(struct page *page, const struct event *event)
{
    const struct ontology *ontology = page->record->coder->ontology;
    const struct cameo_code *known = ontology ? ro_ontology_find(ontology, ro_slice(event->cameo)) : NULL;
    ro_page_name(page, RO_PLAIN, "", event->cameo, "");
    if (known)
        ro_wrap_words(&page->wrap, RO_PLAIN, known->name);
    if (!event->plover_event)
        return;
    ro_page_dot(page);
    ro_wrap_words(&page->wrap, RO_DIM, event->plover_event);
    if (event->plover_mode)
        ro_wrap_words(&page->wrap, RO_DIM, event->plover_mode);
}

/* Whose account it is, the nearest first: "told by Ben Roe, told by Ada Lund". */
static void write_accounts(struct page *page, const struct event *event)
{
    for (uint32_t i = event->attribution_count; i-- > 0;)
        ro_page_teller(page, event->attributions[i]);
}

static void write_circumstances(struct page *page, const struct event *event)
{
    ro_page_dot(page);
    ro_page_span(page, RO_PLAIN, event->trigger);
    if (event->date) {
        ro_page_dot(page);
        ro_wrap_words(&page->wrap, RO_DIM, event->date);
    }
    if (event->place != RO_NONE) {
        ro_page_dot(page);
        ro_page_name(page, RO_DIM, "in ", page->document->entities[event->place].name, "");
    }
    write_accounts(page, event);
}

static void write_event(struct page *page, const struct event *event, bool mirrored)
{
    struct wrap *wrap = &page->wrap;
    ro_wrap_begin(wrap, ro_page_line(page, event->trigger.begin), RO_PAGE_MARGIN);
    write_side(page, event->sources, event->source_count);
    ro_wrap_words(wrap, RO_DIM, mirrored ? "↔" : "→");
    write_side(page, event->targets, event->target_count);
    write_doubts(page, event);
    ro_wrap_end(wrap);
    ro_wrap_begin(wrap, 0, RO_PAGE_MARGIN + RO_PAGE_STEP);
    write_code(page, event);
    write_circumstances(page, event);
    ro_wrap_end(wrap);
    ro_wrap_end(wrap);
}

void ro_page_events(struct page *page)
{
    const struct document *document = page->document;
    if (!document->event_count)
        return;
    ro_wrap_line(&page->wrap, 0, RO_DIM, "events");
    for (uint32_t i = 0; i < document->event_count; i++) {
        bool mirrored = is_mirrored(document, i);
        write_event(page, &document->events[i], mirrored);
        i += mirrored;
    }
}
