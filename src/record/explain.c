/* explain.c: why a text was read as it was: each sentence with its tree, and the statements that were considered.
 *
 *     2  Lund said the port would stay public, the Post reported.
 *
 *     1  Lund            Lund            PROPN  NNP    2 nsubj
 *     ...
 *        Lund · name · 0.98 · Ada Lund
 *
 *        written · 0.93 · model
 *          cue      said
 *          source   Lund
 *          less so  the Post
 *          content  the port would stay public
 *
 * Mentions stand at the sentence in which they begin, each with its kind, its score and the name of its entity; a statement
 * at that in which its cue or its content begins, whichever is first. */
#include "record/record.h"
#include "record/values.h"
#include "record/wrap.h"

enum { MARGIN = 6, STEP = 2, WIDE = 16, NARROW = 7, LABEL = 9, FIELD = 80 };

/* A mention in the order of the text, whatever its entity. */
struct place {
    uint32_t begin, entity, mention;
};

struct explanation {
    const struct document *document;
    struct wrap wrap;
    struct place *places; /* of all mentions */
    uint32_t place_count;
    uint32_t next_place, next, next_event; /* mention, statement and event considered */
};

static void put_span(struct explanation *explanation, enum style style, struct span span)
{
    ro_wrap_span(&explanation->wrap, style, explanation->document->text, span);
}

/* Trees */

static void put_word(struct explanation *explanation, const struct sentence *sentence, uint32_t word)
{
    struct wrap *wrap = &explanation->wrap;
    const struct word *own = &explanation->document->words[word];
    char relation[FIELD];
    uint32_t head = own->head == word ? 0 : own->head - sentence->first_word + 1;
    snprintf(relation, sizeof relation, "%u %s", (unsigned)head, own->deprel);
    const char *const fields[] = {own->lemma ? own->lemma : "_", own->upos, own->xpos, relation};
    uint32_t column = MARGIN + STEP;
    ro_wrap_begin(wrap, word - sentence->first_word + 1, column);
    put_span(explanation, RO_PLAIN, own->span);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        column += i < 2 ? WIDE : NARROW;
        ro_wrap_column(wrap, column);
        ro_wrap_words(wrap, RO_DIM, fields[i]);
    }
    ro_wrap_end(wrap);
}

static void put_tree(struct explanation *explanation, const struct sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->word_count; i++) {
        uint32_t word = sentence->first_word + i;
        if (explanation->document->words[word].deprel)
            put_word(explanation, sentence, word);
    }
}

/* Mentions */

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->entity != b->entity)
        return a->entity < b->entity ? -1 : 1;
    return a->mention < b->mention ? -1 : a->mention > b->mention;
}

/* False: no memory. */
static bool find_places(struct explanation *explanation)
{
    const struct document *document = explanation->document;
    size_t count = 0;
    for (uint32_t i = 0; i < document->entity_count; i++)
        count += document->entities[i].mention_count;
    explanation->places = calloc(count + 1, sizeof *explanation->places);
    if (!explanation->places)
        return false;
    for (uint32_t i = 0; i < document->entity_count; i++)
        for (uint32_t m = 0; m < document->entities[i].mention_count; m++)
            explanation->places[explanation->place_count++] = (struct place){
                document->entities[i].mentions[m].span.begin, i, m};
    qsort(explanation->places, explanation->place_count, sizeof *explanation->places, compare_places);
    return true;
}

static void put_mention(struct explanation *explanation, const struct place *place)
{
    const struct entity *entity = &explanation->document->entities[place->entity];
    const struct mention *mention = &entity->mentions[place->mention];
    char line[FIELD];
    snprintf(line, sizeof line, "· %s · %.2f ·", ro_mention_kinds[mention->kind], mention->score);
    ro_wrap_begin(&explanation->wrap, 0, MARGIN + STEP);
    put_span(explanation, RO_PLAIN, mention->span);
    ro_wrap_words(&explanation->wrap, RO_DIM, line);
    ro_wrap_words(&explanation->wrap, RO_DIM, entity->name);
    ro_wrap_end(&explanation->wrap);
}

/* Those that begin before the end of a sentence. */
static void put_mentions(struct explanation *explanation, uint32_t end, bool shown)
{
    bool any = false;
    for (; explanation->next_place < explanation->place_count; explanation->next_place++) {
        const struct place *place = &explanation->places[explanation->next_place];
        if (place->begin >= end)
            break;
        any = true;
        if (shown)
            put_mention(explanation, place);
    }
    if (any && shown)
        ro_wrap_end(&explanation->wrap);
}

/* Statements */

static void put_part(struct explanation *explanation, const char *label, const struct span *spans, uint32_t count)
{
    ro_wrap_begin(&explanation->wrap, 0, MARGIN + STEP);
    ro_wrap_words(&explanation->wrap, RO_DIM, label);
    ro_wrap_column(&explanation->wrap, MARGIN + STEP + LABEL);
    explanation->wrap.indent = MARGIN + STEP + LABEL;
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            ro_wrap_words(&explanation->wrap, RO_DIM, "…");
        put_span(explanation, RO_PLAIN, spans[i]);
    }
    if (!count || !ro_span_is(*spans))
        ro_wrap_words(&explanation->wrap, RO_DIM, "none");
    ro_wrap_end(&explanation->wrap);
}

static void put_considered(struct explanation *explanation, const struct considered *considered)
{
    static const char *const verdicts[] = {
        [RO_WRITTEN] = "written",
        [RO_UNSURE] = "left: its score is too low",
        [RO_TAKEN] = "left: most of its content is that of a surer statement",
        [RO_TOLD] = "left: its cue is in the content of a surer statement",
        [RO_UNTOLD] = "left: it is told by a statement that was left",
    };
    const struct statement *statement = &considered->statement;
    char line[FIELD * 2];
    snprintf(line, sizeof line, "%s · %.2f · %s", verdicts[considered->verdict], statement->score, statement->by);
    ro_wrap_line(&explanation->wrap, MARGIN, considered->verdict == RO_WRITTEN ? RO_BOLD : RO_DIM, line);
    put_part(explanation, "cue", &statement->cue, 1);
    put_part(explanation, "source", &statement->source.span, 1);
    if (ro_span_is(considered->other_source))
        put_part(explanation, "less so", &considered->other_source, 1);
    put_part(explanation, "content", statement->contents, statement->content_count);
    ro_wrap_end(&explanation->wrap);
}

/* Events */

/* The code that an entity has in the event that was written, which may be that of the place; else its own. */
static const char *code_of(const struct document *document, const struct considered_event *considered,
                           uint32_t entity)
{
    for (uint32_t i = 0; i < document->event_count && considered->verdict == RO_EVENT_WRITTEN; i++) {
        const struct event *event = &document->events[i];
        if (event->trigger.begin != considered->trigger.begin || strcmp(event->by, considered->by) != 0)
            continue;
        for (uint32_t k = 0; k < event->source_count; k++)
            if (event->sources[k].entity == entity)
                return event->sources[k].code;
        for (uint32_t k = 0; k < event->target_count; k++)
            if (event->targets[k].entity == entity)
                return event->targets[k].code;
    }
    return document->entities[entity].actor;
}

static void put_side(struct explanation *explanation, const struct considered_event *event, const char *label,
                     const uint32_t *entities, uint32_t count)
{
    struct wrap *wrap = &explanation->wrap;
    char field[FIELD];
    ro_wrap_begin(wrap, 0, MARGIN + STEP);
    ro_wrap_words(wrap, RO_DIM, label);
    ro_wrap_column(wrap, MARGIN + STEP + LABEL);
    for (uint32_t i = 0; i < count; i++) {
        const struct entity *entity = &explanation->document->entities[entities[i]];
        ro_wrap_words(wrap, RO_PLAIN, entity->name);
        const char *code = code_of(explanation->document, event, entities[i]);
        snprintf(field, sizeof field, "(%s)%s", code ? code : "no code", i + 1 < count ? "," : "");
        ro_wrap_words(wrap, RO_DIM, field);
    }
    if (!count)
        ro_wrap_words(wrap, RO_DIM, "nobody");
    ro_wrap_end(wrap);
}

static void put_event(struct explanation *explanation, const struct considered_event *event)
{
    static const char *const verdicts[] = {
        [RO_EVENT_WRITTEN] = "written",
        [RO_EVENT_UNSURE] = "left: its score is too low",
        [RO_EVENT_TOLD] = "left: it is part of another event",
        [RO_EVENT_IDLE] = "left: a purpose, or a plan or refusal of what is not known",
        [RO_EVENT_LONE] = "left: on one side is nobody who has a code",
        [RO_EVENT_UNFIT] = "left: no pattern of it fits; the one that asks least",
    };
    char line[FIELD * 4];
    bool fits = event->verdict != RO_EVENT_UNFIT;
    int pattern = (int)event->pattern.length;
    if (fits)
        snprintf(line, sizeof line, "event %s · %s · %.2f · %s · %.*s", event->code, verdicts[event->verdict],
                 event->score, event->by, pattern, event->pattern.data);
    else
        snprintf(line, sizeof line, "event · %s: %s · %.*s", verdicts[event->verdict], event->by, pattern,
                 event->pattern.data);
    ro_wrap_line(&explanation->wrap, MARGIN, event->verdict == RO_EVENT_WRITTEN ? RO_BOLD : RO_DIM, line);
    put_part(explanation, "trigger", &event->trigger, 1);
    if (fits) {
        put_side(explanation, event, "source", event->sources, event->source_count);
        put_side(explanation, event, "target", event->targets, event->target_count);
    }
    ro_wrap_end(&explanation->wrap);
}

/* Those that begin before the end of a sentence. */
static void put_events(struct explanation *explanation, uint32_t end, bool shown)
{
    const struct document *document = explanation->document;
    bool any = false;
    for (; explanation->next_event < document->considered_event_count; explanation->next_event++) {
        const struct considered_event *event = &document->considered_events[explanation->next_event];
        if (event->trigger.begin >= end)
            break;
        any = true;
        if (shown)
            put_event(explanation, event);
    }
    if (any || !shown)
        return;
    ro_wrap_line(&explanation->wrap, MARGIN, RO_DIM, "no event: the lexicon has no pattern of a word here");
    ro_wrap_end(&explanation->wrap);
}

/* Where a statement stands. */
static uint32_t begin_of(const struct statement *statement)
{
    uint32_t content = statement->content_count ? statement->contents[0].begin : UINT32_MAX;
    return ro_span_is(statement->cue) && statement->cue.begin < content ? statement->cue.begin : content;
}

static void write_sentence(struct explanation *explanation, uint32_t index, bool shown)
{
    const struct document *document = explanation->document;
    const struct sentence *sentence = &document->sentences[index];
    if (shown) {
        ro_wrap_begin(&explanation->wrap, index + 1, MARGIN);
        put_span(explanation, RO_BOLD, sentence->span);
        ro_wrap_end(&explanation->wrap);
        ro_wrap_end(&explanation->wrap);
        put_tree(explanation, sentence);
        ro_wrap_end(&explanation->wrap);
    }
    put_mentions(explanation, sentence->span.end, shown);
    for (; explanation->next < document->considered_count; explanation->next++) {
        const struct considered *considered = &document->considered[explanation->next];
        if (begin_of(&considered->statement) >= sentence->span.end)
            break;
        if (shown)
            put_considered(explanation, considered);
    }
    put_events(explanation, sentence->span.end, shown);
}

enum readout_status ro_write_explanation(const struct readout_record *record, const struct readout_writing *writing,
                                         struct output *output)
{
    struct explanation explanation = {
        .document = &record->document,
        .wrap = ro_wrap_open(writing, output),
    };
    if (!find_places(&explanation))
        return READOUT_NO_MEMORY;
    if (record->document.meta.id)
        ro_wrap_line(&explanation.wrap, 0, RO_BOLD, record->document.meta.id);
    for (uint32_t i = 0; i < record->document.sentence_count; i++)
        write_sentence(&explanation, i, !writing->sentence || writing->sentence == i + 1);
    free(explanation.places);
    return READOUT_OK;
}
