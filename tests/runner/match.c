/* match.c: a record's items are written as lines, the lines are read as a test's are, and parts compared. */
#include "runner/match.h"

#include "runner/entities.h"

#include "record/values.h"

#include <stdio.h>
#include <stdlib.h>

/* Writing what was found */

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

static void put_warning(const struct writer *writer, uint32_t index)
{
    const struct warning *warning = &writer->document->warnings[index];
    fputs(warning->code, writer->out);
    if (ro_span_is(warning->span))
        put_quoted(writer, warning->span);
}

/* The order is that of enum item. */
static void (*const put_item[ITEM_COUNT])(const struct writer *, uint32_t) = {
    put_words, put_word,   put_sentence, put_block, put_dateline,  put_entity, put_group,
    put_place, put_entity, put_entity,   put_time,  put_statement, put_event,  put_warning,
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
        [EVENT] = document->event_count,       [WARNING] = document->warning_count,
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

/* Comparing */

static bool same_tokens(const struct token *a, const struct token *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a[i].quoted != b[i].quoted || !ro_slice_equal(a[i].text, b[i].text))
            return false;
    return true;
}

static bool has_sequence(const struct tokens *all, const struct tokens *part)
{
    for (size_t i = 0; i + part->count <= all->count; i++)
        if (same_tokens(all->items + i, part->items, part->count))
            return true;
    return false;
}

static bool contains(struct slice whole, struct slice part)
{
    for (size_t i = 0; i + part.length <= whole.length; i++)
        if (ro_slice_equal((struct slice){whole.data + i, part.length}, part))
            return true;
    return false;
}

/* Whether each string is inside of one of the other list. */
static bool each_inside(const struct tokens *all, const struct tokens *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        size_t at = 0;
        while (at < all->count && !contains(all->items[at].text, parts->items[i].text))
            at++;
        if (at == all->count)
            return false;
    }
    return true;
}

/* What must be there must be there exactly; of what must not, a part is too much. */
static bool content_matches(const struct expectation *expected, const struct notation *found)
{
    const struct tokens *theirs = &found->parts[CONTENT], *ours = &expected->is.parts[CONTENT];
    if (expected->item == WORDS)
        return has_sequence(theirs, ours);
    if (expected->absent && expected->item != SENTENCE && expected->item != WORD)
        return each_inside(theirs, ours);
    return !ours->count || (ours->count == theirs->count && same_tokens(ours->items, theirs->items, ours->count));
}

static bool matches(const struct expectation *expected, const struct notation *found)
{
    for (enum part part = 0; part < PART_COUNT; part++) {
        const struct tokens *theirs = &found->parts[part], *ours = &expected->is.parts[part];
        if (part != CONTENT && ours->count &&
            (ours->count != theirs->count || !same_tokens(ours->items, theirs->items, ours->count)))
            return false;
    }
    return content_matches(expected, found);
}

/* A copy without whitespace. */
static struct slice squeezed(struct arena *arena, struct slice from)
{
    char *to = ro_arena_alloc(arena, from.length + 1, 1);
    if (!to)
        abort();
    size_t length = 0;
    for (size_t i = 0; i < from.length; i++)
        if (!memchr(" \n\t\r", from.data[i], 4))
            to[length++] = from.data[i];
    return (struct slice){to, length};
}

/* Whether the passage has the strings of a line at all; if not, "no-words xyz" could never fail. */
static bool could_be_there(struct arena *arena, const struct document *document,
                           const struct expectation *expectation)
{
    struct slice text = squeezed(arena, (struct slice){document->text, document->length});
    for (enum part part = 0; part < PART_COUNT; part++) {
        const struct tokens *tokens = &expectation->is.parts[part];
        for (size_t i = 0; i < tokens->count; i++)
            if ((part == CONTENT || part == HEAD || tokens->items[i].quoted) && part != LEMMA &&
                !contains(text, squeezed(arena, tokens->items[i].text)))
                return false;
    }
    return true;
}

/* Whether the record has what a line says; a fault where what was found cannot be written as one. */
static const char *look_for(struct arena *arena, const struct readout_record *record,
                            const struct expectation *expectation, bool *out)
{
    struct found found = found_items(arena, record, expectation->item);
    bool there = false;
    for (size_t i = 0; i < found.count && !there; i++) {
        struct notation notation;
        if (notation_read(arena, expectation->item, found.lines[i], &notation))
            return "what was found cannot be written in the notation";
        there = matches(expectation, &notation);
    }
    *out = there;
    return NULL;
}

const char *unmet(struct arena *arena, const struct readout_record *record, const struct expectation *expectation)
{
    const struct document *document = &record->document;
    bool entities = is_about_entities(expectation->item), there = false;
    const char *fault = NULL;
    if (entities)
        there = entities_match(document, expectation);
    else
        fault = look_for(arena, record, expectation, &there);
    if (fault)
        return fault;
    if (expectation->absent &&
        !(entities ? entities_could_match(document, expectation) : could_be_there(arena, document, expectation)))
        return "cannot fail: the passage has no such words";
    if (there == expectation->absent)
        return there ? "is there and must not be" : "is not there";
    return NULL;
}
