/* found.c: a record's items, written as the lines of a test. */
#include "runner/found.h"

#include "runner/entities.h"

#include "record/values.h"

#include <stdio.h>
#include <stdlib.h>

struct writer {
    struct arena *arena;
    const struct document *document;
    FILE *out;
};

static void put(const struct writer *writer, struct slice plain, char special)
{
    struct slice escaped = notation_escape(writer->arena, plain, special);
    fwrite(escaped.data, 1, escaped.length, writer->out);
}

static void put_quoted(const struct writer *writer, struct span span)
{
    fputs(" \"", writer->out);
    put(writer, ro_document_slice(writer->document, span), '"');
    fputc('"', writer->out);
}

static void put_part(const struct writer *writer, const char *key, struct span span, const char *absent)
{
    fprintf(writer->out, " %s", key);
    if (ro_span_is(span))
        put_quoted(writer, span);
    else
        fprintf(writer->out, " %s", absent);
}

static void put_words(const struct writer *writer, uint32_t index)
{
    (void)index; /* all words make one line */
    for (uint32_t i = 0; i < writer->document->word_count; i++) {
        if (i)
            fputc(' ', writer->out);
        put(writer, ro_document_word(writer->document, i), ' ');
    }
}

static void put_value(const struct writer *writer, const char *key, const char *value)
{
    if (!value)
        return;
    fprintf(writer->out, " %s ", key);
    put(writer, ro_slice(value), ' ');
}

static void put_word(const struct writer *writer, uint32_t index)
{
    const struct word *word = &writer->document->words[index];
    put(writer, ro_document_word(writer->document, index), ' ');
    put_value(writer, "upos", word->upos);
    put_value(writer, "xpos", word->xpos);
    put_value(writer, "lemma", word->lemma);
    put_value(writer, "deprel", word->deprel);
    if (word->head == RO_NONE || word->head == index)
        return;
    fputs(" head ", writer->out);
    put(writer, ro_document_word(writer->document, word->head), ' ');
}

static void put_sentence(const struct writer *writer, uint32_t index)
{
    put(writer, ro_document_slice(writer->document, writer->document->sentences[index].span), '\0');
}

static void put_block(const struct writer *writer, uint32_t index)
{
    static const char *const kinds[] = {
        [RO_BODY] = "body", [RO_HEADLINE] = "headline", [RO_BYLINE] = "byline", [RO_CREDIT] = "credit"};
    const struct block *block = &writer->document->blocks[index];
    fputs(kinds[block->kind], writer->out);
    put_quoted(writer, block->span);
}

static void put_dateline(const struct writer *writer, uint32_t index)
{
    put(writer, ro_document_slice(writer->document, writer->document->blocks[index].dateline), '\0');
}

static void put_time(const struct writer *writer, uint32_t index)
{
    const struct time_expression *time = &writer->document->times[index];
    fputs(ro_time_types[time->type], writer->out);
    put_quoted(writer, time->span);
    put_value(writer, "value", time->value);
    put_value(writer, "mod", time->mod);
}

/* The cue of the statement that tells it. */
static void put_teller(const struct writer *writer, const struct statement *statement)
{
    bool told = statement->within != RO_NONE;
    put_part(writer, "in", told ? writer->document->statements[statement->within].cue : RO_NO_SPAN, "none");
}

/* The name of the source, where it was looked for. */
static void put_who(const struct writer *writer, uint32_t index)
{
    const struct document *document = writer->document;
    uint32_t source = document->parties ? document->parties[index].source : RO_NONE;
    if (!document->parties)
        return;
    fputs(source == RO_NONE ? " who nobody" : " who \"", writer->out);
    if (source == RO_NONE)
        return;
    put(writer, ro_slice(document->entities[source].name), '"');
    fputc('"', writer->out);
}

static void put_statement(const struct writer *writer, uint32_t index)
{
    static const char *const forms[] = {"direct", "indirect", "mixed"};
    static const char *const acts[] = {"assert", "deny",   "ask",       "request", "promise", "threaten", "agree",
                                       "refuse", "praise", "criticize", "regret",  "believe", "other"};
    const struct statement *statement = &writer->document->statements[index];
    fputs(forms[statement->form], writer->out);
    for (uint32_t i = 0; i < statement->content_count; i++)
        put_quoted(writer, statement->contents[i]);
    put_part(writer, "by", statement->source.span, "nobody");
    put_part(writer, "cue", statement->cue, "none");
    if (statement->lemma)
        fprintf(writer->out, strchr(statement->lemma, ' ') ? " lemma \"%s\"" : " lemma %s", statement->lemma);
    if (ro_span_is(statement->cue))
        fprintf(writer->out, " act %s", acts[statement->act]);
    if (statement->form == READOUT_MIXED && statement->quote_count)
        fputs(" quotes", writer->out);
    for (uint32_t i = 0; statement->form == READOUT_MIXED && i < statement->quote_count; i++)
        put_quoted(writer, statement->quotes[i]);
    fputs(statement->addressee_count ? " to" : " to nobody", writer->out);
    for (uint32_t i = 0; i < statement->addressee_count; i++)
        put_quoted(writer, statement->addressees[i].span);
    put_part(writer, "at", statement->setting, "none");
    put_part(writer, "when",
             statement->time == RO_NONE ? RO_NO_SPAN : writer->document->times[statement->time].span, "none");
    put_teller(writer, statement);
    put_who(writer, index);
}

static void put_entity(const struct writer *writer, uint32_t index)
{
    entity_write(writer->arena, writer->document, ENTITY, index, writer->out);
}

static void put_group(const struct writer *writer, uint32_t index)
{
    entity_write(writer->arena, writer->document, GROUP, index, writer->out);
}

static void put_place(const struct writer *writer, uint32_t index)
{
    entity_write(writer->arena, writer->document, PLACE, index, writer->out);
}

static void put_name(const struct writer *writer, uint32_t entity)
{
    fputs(" \"", writer->out);
    put(writer, ro_slice(writer->document->entities[entity].name), '"');
    fputc('"', writer->out);
}

static void put_side(const struct writer *writer, const char *key, const struct actor *actors, uint32_t count)
{
    fprintf(writer->out, " %s%s", key, count ? "" : " nobody");
    for (uint32_t i = 0; i < count; i++)
        put_name(writer, actors[i].entity);
}

/* "KENCOP>KENOPP,none": the codes of both sides; empty where nobody is there. */
static void put_codes(const struct writer *writer, const struct actor *actors, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        fprintf(writer->out, "%s%s", i ? "," : "", actors[i].code ? actors[i].code : "none");
}

static void put_event(const struct writer *writer, uint32_t index)
{
    static const char *const polarities[] = {"positive", "negative"};
    static const char *const modalities[] = {"asserted", "planned", "possible", "demanded", "hypothetical"};
    static const char *const tenses[] = {"past", "present", "future", "unspecified"};
    const struct document *document = writer->document;
    const struct event *event = &document->events[index];
    fputs(event->cameo, writer->out);
    put_quoted(writer, event->trigger);
    put_side(writer, "from", event->sources, event->source_count);
    put_side(writer, "to", event->targets, event->target_count);
    fputs(" codes ", writer->out);
    put_codes(writer, event->sources, event->source_count);
    fputc('>', writer->out);
    put_codes(writer, event->targets, event->target_count);
    fprintf(writer->out, " polarity %s modality %s tense %s", polarities[event->polarity],
            modalities[event->modality], tenses[event->tense]);
    put_value(writer, "date", event->date);
    fputs(event->place == RO_NONE ? " at none" : " at", writer->out);
    if (event->place != RO_NONE)
        put_name(writer, event->place);
    uint32_t depth = event->attribution_count;
    put_part(writer, "in", depth ? document->statements[event->attributions[depth - 1]].cue : RO_NO_SPAN, "none");
}

/* Whose account a statement is: the name of its source, else the source's words. */
static void put_account(const struct writer *writer, uint32_t index)
{
    const struct document *document = writer->document;
    if (index != RO_NONE && document->parties && document->parties[index].source != RO_NONE) {
        fputs(" by", writer->out);
        put_name(writer, document->parties[index].source);
    } else
        put_part(writer, "by", index == RO_NONE ? RO_NO_SPAN : document->statements[index].source.span, "nobody");
}

static void put_position(const struct writer *writer, uint32_t index)
{
    static const char *const acts[] = {"demand",  "offer",    "propose", "accept", "reject",
                                       "promise", "threaten", "regret",  "praise"};
    static const char *const extents[] = {"unstated", "all", "part", "none"};
    const struct document *document = writer->document;
    const struct position *position = &document->positions[index];
    fprintf(writer->out, "%s %s", acts[position->act], extents[position->extent]);
    put_quoted(writer, position->issue);
    fputs(" holder", writer->out);
    put_name(writer, position->holder);
    fputs(position->toward == RO_NONE ? " toward nobody" : " toward", writer->out);
    if (position->toward != RO_NONE)
        put_name(writer, position->toward);
    fputs(position->exchange_count ? " for" : " for none", writer->out);
    for (uint32_t i = 0; i < position->exchange_count; i++)
        put_quoted(writer, document->positions[position->exchanges[i]].issue);
    put_account(writer, position->statement);
}

static void put_dispute(const struct writer *writer, uint32_t index)
{
    static const char *const kinds[] = {"negation", "extent", "number", "denial", "attribution"};
    const struct dispute *dispute = &writer->document->disputes[index];
    fputs(kinds[dispute->kind], writer->out);
    for (uint32_t i = 0; i < dispute->side_count; i++)
        put_quoted(writer, dispute->sides[i].span);
    fputs(" by", writer->out);
    for (uint32_t i = 0; i < dispute->side_count; i++)
        put_name(writer, dispute->sides[i].entity);
    fputs(" about \"", writer->out);
    put(writer, ro_slice(dispute->about), '"');
    fputc('"', writer->out);
}

static void put_warning(const struct writer *writer, uint32_t index)
{
    const struct warning *warning = &writer->document->warnings[index];
    fputs(warning->code, writer->out);
    if (ro_span_is(warning->span))
        put_quoted(writer, warning->span);
}

/* The order is that of enum item. */
static void (*const put_item[ITEM_COUNT])(const struct writer *, uint32_t) = {
    put_words,  put_word,   put_sentence, put_block,     put_dateline, put_entity,   put_group,   put_place,
    put_entity, put_entity, put_time,     put_statement, put_event,    put_position, put_dispute, put_warning,
};

static uint32_t count_of(const struct document *document, enum item item)
{
    const uint32_t counts[ITEM_COUNT] = {
        [WORDS] = document->word_count > 0,    [WORD] = document->word_count,
        [SENTENCE] = document->sentence_count, [BLOCK] = document->block_count,
        [DATELINE] = document->block_count,    [TIME] = document->time_count,
        [ENTITY] = document->entity_count,     [GROUP] = document->entity_count,
        [PLACE] = document->entity_count,      [SAME] = document->entity_count,
        [APART] = document->entity_count,      [STATEMENT] = document->statement_count,
        [EVENT] = document->event_count,       [POSITION] = document->position_count,
        [DISPUTE] = document->dispute_count,   [WARNING] = document->warning_count,
    };
    return counts[item];
}

static struct slice item_line(struct arena *arena, const struct document *document, enum item item, uint32_t index)
{
    char *line = NULL;
    size_t length = 0;
    struct writer writer = {arena, document, open_memstream(&line, &length)};
    if (!writer.out)
        abort();
    put_item[item](&writer, index);
    fclose(writer.out);
    struct slice copy = {ro_arena_copy(arena, (struct slice){line, length}), length};
    free(line);
    return copy;
}

struct found found_items(struct arena *arena, const struct readout_record *record, enum item item)
{
    struct found found = {0};
    const struct document *document = &record->document;
    for (uint32_t i = 0; i < count_of(document, item); i++) {
        if (item == DATELINE && !ro_span_is(document->blocks[i].dateline))
            continue;
        if (is_about_entities(item) && !entity_is(&document->entities[i], item))
            continue;
        struct slice *line = ro_arena_push(arena, found.lines, found.count);
        if (!line)
            abort();
        *line = item_line(arena, document, item, i);
    }
    return found;
}
