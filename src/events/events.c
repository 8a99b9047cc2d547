/* events.c: the stage of events: reads each sentence's words by the lexicon's patterns, and writes what they come to.
 * "France condemned Ghana's attack": 111, FRA to GHA. */
#include "events/events.h"

#include "actors/dictionary_store.h"
#include "events/circumstances.h"
#include "events/judge.h"
#include "events/notes.h"
#include "events/ontology.h"
#include "events/parties.h"
#include "events/petrarch.h"

struct writing {
    struct context *context;
    struct document *document;
    struct readings readings;
};

enum { LONGEST_TRIGGER = 60 };

/* Reading */

static bool read_word(struct writing *writing, uint32_t word)
{
    struct readings *readings = &writing->readings;
    struct reading reading;
    const struct pattern *unfit = NULL;
    if (!ro_match(readings->tree, word, &reading, &unfit) && !ro_match_modal(readings->tree, word, &reading))
        return !unfit || ro_note_unfit(writing->document, word, unfit);
    struct reading *added = ro_arena_push(&writing->context->scratch, readings->items, readings->count);
    if (!added)
        return false;
    *added = reading;
    readings->at[word] = readings->count - 1;
    if (readings->at[reading.frame.clause] == RO_NONE)
        readings->at[reading.frame.clause] = readings->count - 1;
    return true;
}

static bool read_all(struct writing *writing)
{
    const struct document *document = writing->document;
    struct readings *readings = &writing->readings;
    readings->at = ro_arena_alloc(&writing->context->scratch, document->word_count + 1, sizeof *readings->at);
    if (!readings->at)
        return false;
    for (uint32_t word = 0; word < document->word_count; word++)
        readings->at[word] = RO_NONE;
    for (uint32_t word = 0; word < document->word_count; word++)
        if (document->words[word].upos && !document->sentences[document->words[word].sentence].discarded &&
            !read_word(writing, word))
            return false;
    return true;
}

/* Writing */

static struct span trigger_of(const struct document *document, const struct reading *reading)
{
    struct span span = ro_words_span(document, reading->words);
    bool fits = ro_span_length(span) <= LONGEST_TRIGGER;
    return fits ? span : document->words[reading->frame.head].span;
}

static bool put_code(const struct writing *writing, const char *code, struct event *event)
{
    const struct cameo_code *known = ro_ontology_find(writing->context->resources->ontology, ro_slice(code));
    event->cameo = ro_arena_copy(&writing->document->arena, ro_slice(code));
    ro_ontology_tell(known, event);
    return event->cameo != NULL;
}

static bool put_event(const struct writing *writing, const struct reading *reading,
                      const struct verdict_of *verdict, const struct side_of *source, const struct side_of *target,
                      uint32_t account)
{
    struct document *document = writing->document;
    struct event *event = ro_arena_push(&document->arena, document->events, document->event_count);
    bool good = event != NULL;
    if (!good)
        return false;
    event->trigger = trigger_of(document, reading);
    event->sentence = document->words[reading->frame.head].sentence;
    event->time = ro_event_time(writing->readings.tree, reading);
    event->date = ro_event_date(document, event->time, &good);
    event->place = ro_event_place(writing->readings.tree, reading);
    event->polarity = verdict->polarity;
    event->modality = verdict->modality;
    event->tense = verdict->tense;
    event->by = reading->pattern->by;
    event->score = verdict->score;
    return good && put_code(writing, verdict->code, event) &&
           ro_event_tell_parties(writing->context, document, source, target, event) &&
           ro_event_tell_accounts(document, account, event);
}

/* Two events, each party to the rest. */
static bool put_both(const struct writing *writing, const struct reading *reading, const struct verdict_of *verdict,
                     uint32_t account)
{
    struct side_of first = {.count = 1}, rest = {.count = 0};
    first.entities[0] = reading->source.entities[0];
    for (uint32_t i = 1; i < reading->source.count; i++)
        rest.entities[rest.count++] = reading->source.entities[i];
    return put_event(writing, reading, verdict, &first, &rest, account) &&
           put_event(writing, reading, verdict, &rest, &first, account);
}

/* "Ghana must leave, France said": France wants it of Ghana. */
static bool put_wish(const struct writing *writing, const struct reading *reading, const struct verdict_of *verdict,
                     uint32_t account)
{
    const struct document *document = writing->document;
    uint32_t speaker = document->parties ? document->parties[account].source : RO_NONE;
    struct side_of source = {.count = 0}, target = reading->modal ? reading->target : reading->source;
    if (speaker == RO_NONE)
        return true;
    ro_side_put(writing->readings.tree, speaker, &source);
    ro_side_part(writing->readings.tree, &source, true, &target);
    return !target.count ||
           put_event(writing, reading, verdict, &source, &target, document->statements[account].within);
}

static bool write_reading(const struct writing *writing, const struct reading *reading)
{
    uint32_t account = writing->readings.tree->accounts[reading->frame.head];
    double least = writing->context->resources->min_scores.event;
    struct verdict_of verdict = ro_judge(writing->readings.tree, reading, account != RO_NONE, least);
    if (!ro_note_reading(writing->document, reading, &verdict, trigger_of(writing->document, reading)))
        return false;
    if (verdict.verdict != RO_EVENT_WRITTEN)
        return true;
    if (verdict.wish)
        return put_wish(writing, reading, &verdict, account);
    if (reading->both)
        return put_both(writing, reading, &verdict, account);
    return put_event(writing, reading, &verdict, &reading->source, &reading->target, account);
}

static enum readout_status read_built_in(struct context *context, struct document *document)
{
    struct tree tree;
    struct writing writing = {.context = context, .document = document, .readings = {.tree = &tree}};
    bool good = ro_tree_build(&tree, context, document) &&
                (tree.accounts = ro_event_accounts(document, &context->scratch)) != NULL &&
                (tree.cues = ro_event_cues(document, &context->scratch)) != NULL;
    if (good) {
        ro_place_speakers(&tree);
        good = read_all(&writing);
    }
    if (good) {
        ro_absorb(&writing.readings);
        good = ro_compose(&writing.readings, &context->scratch);
    }
    if (good)
        ro_look_around(&writing.readings);
    for (uint32_t i = 0; i < writing.readings.count && good; i++)
        good = write_reading(&writing, &writing.readings.items[i]);
    if (good)
        ro_notes_order(document);
    return good ? READOUT_OK : ro_no_memory(context, "events", document->event_count);
}

/* A researcher's own verbs stand in place of those built in, or add to them. */
enum readout_status ro_events_stage(struct context *context, struct document *document)
{
    const struct petrarch_verbs *own = context->resources->petrarch;
    enum readout_status status = READOUT_OK;
    if (!own || context->resources->extend)
        status = read_built_in(context, document);
    return own && status == READOUT_OK ? ro_petrarch_events(context, document, own) : status;
}
