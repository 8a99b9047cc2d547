/* petrarch.c: codes events by a verb dictionary. A verb that has a code is coded with what is around it; the verbs in what it says are not,
 * as PETRARCH has it. */
#include "events/petrarch.h"

#include <stdio.h>

#include "events/ontology.h"
#include "events/petrarch_clause.h"

/* Who does what to whom. */
struct coding {
    const struct petrarch_noun *source, *target;
    struct petrarch_code code;
    const char *file;
    uint32_t line;
    struct range words;
    bool denied;
};

/* Writing */

static uint32_t entity_of(const struct petrarch_text *text, const struct petrarch_noun *noun,
                          const struct dictionary_party *party)
{
    uint32_t entity = text->entity_at[party->word];
    if (entity == RO_NONE && party->actor != RO_NONE)
        entity = text->entity_at[party->actor];
    return entity == RO_NONE ? text->entity_at[noun->top] : entity;
}

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

static const char *by_of(struct petrarch_text *text, const struct coding *coding)
{
    char by[512];
    snprintf(by, sizeof by, "%.400s:%u", coding->file, (unsigned)coding->line);
    return ro_arena_copy(&text->document->arena, ro_slice(by));
}

static void add_event(struct petrarch_text *text, const struct coding *coding, const char *code, struct event parties)
{
    struct document *document = text->document;
    struct event *event = ro_arena_push(&document->arena, document->events, document->event_count);
    const char *by = by_of(text, coding);
    text->failed |= !event || !by;
    if (text->failed)
        return;
    *event = parties;
    event->cameo = code;
    event->time = event->place = RO_NONE;
    ro_ontology_tell(ro_ontology_find(text->context->resources->ontology, ro_slice(code)), event);
    event->trigger = ro_words_span(document, coding->words);
    event->sentence = text->number - 1;
    event->date = document->meta.published ? ro_arena_copy(&document->arena, (struct slice){document->meta.published, 10})
                                           : NULL;
    event->polarity = coding->denied ? RO_NEGATIVE : RO_POSITIVE;
    event->tense = RO_UNSPECIFIED;
    event->by = by;
    event->score = 1.0;
}

static bool has_code(const struct actor *actors, uint32_t count, const char *code)
{
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(actors[i].code, code) == 0)
            return true;
    return false;
}

/* Nobody does something to himself: where a code is on both sides, each source has an event of its own. */
static void add_events(struct petrarch_text *text, const struct coding *coding, const char *code, struct event parties)
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

/* An event there and one back, where the code has both. */
static void write_coding(struct petrarch_text *text, const struct coding *coding)
{
    struct event there = {.source_count = 0}, back = {.source_count = 0};
    there.sources = actors_of(text, coding->source, &there.source_count);
    there.targets = actors_of(text, coding->target, &there.target_count);
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

/* Reading */

/* Whose code it is: that of the pattern that fits, else that of the verb. */
static bool read_code(const struct petrarch_text *text, const struct petrarch_clause *clause,
                      struct petrarch_match *match, struct coding *coding)
{
    const struct petrarch_verb *verb = clause->verb;
    *coding = (struct coding){.code = verb->code, .file = verb->file, .line = verb->line, .words = clause->own};
    coding->denied = clause->negated;
    if (ro_petrarch_match(text, verb->block, clause->own, &clause->before, &clause->behind, match)) {
        coding->code = match->pattern->code;
        coding->file = match->pattern->file;
        coding->line = match->pattern->line;
        coding->words = match->words;
        coding->denied &= !match->denies;
    }
    return coding->code.there || coding->code.back;
}

/* Several who do something with each other, without anybody else. */
static bool is_mutual(const struct coding *coding, const struct petrarch_noun *noun)
{
    return coding->code.there && coding->code.back && noun && noun->party_count > 1;
}

static void find_parties(const struct petrarch_text *text, const struct petrarch_clause *clause,
                         const struct petrarch_match *match, struct coding *coding)
{
    bool stated;
    coding->source = match->source ? match->source : ro_petrarch_subject(text, clause->word, &stated);
    coding->target = match->target    ? match->target
                     : clause->agent ? clause->agent
                                     : ro_petrarch_behind(text, clause, coding->source);
    if (!match->source && (!coding->source || coding->source == coding->target))
        coding->source = ro_petrarch_before(text, clause, coding->target);
    if (!coding->target && is_mutual(coding, coding->source))
        coding->target = coding->source;
    if (clause->agent) {
        const struct petrarch_noun *agent = coding->target;
        coding->target = coding->source;
        coding->source = agent;
    }
}

/* What a verb says is told by it: the verbs in it are not coded. */
static void mark_coded(struct petrarch_text *text, const struct petrarch_clause *clause)
{
    for (uint32_t i = 0; i < clause->behind.count; i++)
        text->words[clause->behind.words[i] - text->sentence.begin].coded = true;
}

static void read_verb(struct petrarch_text *text, uint32_t word, struct petrarch_clause *clause)
{
    struct petrarch_match match;
    struct coding coding;
    if (ro_petrarch_at(text, word)->coded || !ro_petrarch_clause_read(text, word, clause) ||
        !read_code(text, clause, &match, &coding))
        return;
    mark_coded(text, clause);
    find_parties(text, clause, &match, &coding);
    if (coding.source && coding.target)
        write_coding(text, &coding);
}

static bool make_rows(struct petrarch_text *text, struct petrarch_clause *clause)
{
    enum { MOST = 256 };
    clause->before.words = ro_arena_alloc(&text->context->scratch, MOST, sizeof *clause->before.words);
    clause->behind.words = ro_arena_alloc(&text->context->scratch, MOST, sizeof *clause->behind.words);
    return clause->before.words && clause->behind.words;
}

enum readout_status ro_petrarch_events(struct context *context, struct document *document,
                                       const struct petrarch_verbs *verbs)
{
    struct petrarch_text text;
    struct petrarch_clause clause;
    if (!ro_petrarch_text_open(&text, context, document, verbs) || !make_rows(&text, &clause))
        return ro_no_memory(context, "events", 0);
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        if (sentence->discarded)
            continue;
        if (!ro_petrarch_text_read(&text, i))
            return ro_no_memory(context, "events", document->event_count);
        for (uint32_t word = text.sentence.begin; word < text.sentence.end && !text.failed; word++)
            read_verb(&text, word, &clause);
        if (text.failed)
            return ro_no_memory(context, "events", document->event_count);
    }
    return READOUT_OK;
}
