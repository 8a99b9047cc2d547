/* statements.c: from quotations to statements.
 * "We agree," Moon said. "It is late." -> one statement of Moon's with two stretches of content. */
#include "statements/statements.h"

#include "statements/attribution.h"
#include "statements/clause.h"
#include "statements/rules.h"
#include "statements/transcripts.h"
#include "text/marks.h"

#include <utf8proc.h>

struct reading {
    struct scene scene;
    struct draft last;   /* the rule that made the statement before; last.end is 0 where there is none */
    uint32_t last_block; /* in which its last quotation is */
    uint32_t behind;     /* the word behind all contents so far */
};

static struct span span_of(const struct document *document, struct range range)
{
    if (!ro_range_is(range))
        return RO_NO_SPAN;
    return (struct span){document->words[range.begin].span.begin, document->words[range.end - 1].span.end};
}

static struct statement *last_statement(struct document *document)
{
    return &document->statements[document->statement_count - 1];
}

/* Contents and quotes */

static bool push_span(struct arena *arena, struct span **spans, uint32_t *count, struct span span)
{
    struct span *items = *spans;
    struct span *added = ro_arena_push(arena, items, *count);
    *spans = items;
    if (added)
        *added = span;
    return added != NULL;
}

/* Add words to the content of the statement made last, and what is quoted of them to its quotes. */
static bool add_content(struct reading *reading, struct range words)
{
    struct document *document = reading->scene.document;
    struct statement *statement = last_statement(document);
    if (!push_span(&document->arena, &statement->contents, &statement->content_count, span_of(document, words)))
        return false;
    reading->behind = words.end;
    for (uint32_t word = words.begin; word < words.end; word++) {
        uint32_t owner = reading->scene.owner[word];
        if (owner == RO_NONE)
            continue;
        struct quotation *quotation = &reading->scene.quotations[owner];
        word = quotation->words.end - 1;
        quotation->used = true;
        bool whole = quotation->words.begin >= words.begin && quotation->words.end <= words.end;
        if (!whole || !ro_range_is(quotation->inside))
            continue;
        if (!push_span(&document->arena, &statement->quotes, &statement->quote_count,
                       span_of(document, quotation->inside)))
            return false;
    }
    return true;
}

static bool has_letter(struct slice text)
{
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length = utf8proc_iterate((const uint8_t *)text.data + at,
                                                   (utf8proc_ssize_t)(text.length - at), &code);
        utf8proc_category_t category = length > 0 ? utf8proc_category(code) : UTF8PROC_CATEGORY_CN;
        if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO)
            return true; /* letters, their marks, numbers */
        at += length > 0 ? (size_t)length : 1;
    }
    return false;
}

/* direct, indirect or mixed: all, none or some of the letters are quoted. */
static enum readout_form form_of(const struct document *document, const struct statement *statement)
{
    bool quoted = statement->quote_count > 0, unquoted = false;
    uint32_t quote = 0;
    for (uint32_t i = 0; i < statement->content_count; i++) {
        struct span rest = statement->contents[i];
        for (; quote < statement->quote_count && ro_span_covers(rest, statement->quotes[quote]); quote++) {
            struct span before = {rest.begin, statement->quotes[quote].begin};
            unquoted |= has_letter(ro_document_slice(document, before));
            rest.begin = statement->quotes[quote].end;
        }
        unquoted |= has_letter(ro_document_slice(document, rest));
    }
    return !quoted ? READOUT_INDIRECT : unquoted ? READOUT_MIXED : READOUT_DIRECT;
}

/* Statements */

static bool add_statement(struct reading *reading, const struct draft *draft)
{
    struct document *document = reading->scene.document;
    struct statement *statement = ro_arena_push(&document->arena, document->statements, document->statement_count);
    if (!statement)
        return false;
    *statement = (struct statement){
        .source = {span_of(document, draft->source), RO_NONE},
        .cue = span_of(document, draft->cue),
        .act = draft->entry ? draft->entry->act : READOUT_ASSERT,
        .time = RO_NONE,
        .within = RO_NONE,
        .score = ro_rule_precision(draft->rule),
    };
    if (draft->entry)
        statement->lemma = draft->entry->lemma;
    else if (ro_range_is(draft->cue))
        statement->lemma = ro_arena_copy(&document->arena, ro_document_slice(document, statement->cue));
    reading->last = *draft;
    return add_content(reading, draft->content);
}

/* Whether a quotation reads like a sentence that somebody says, not like a word that is held at arm's length. */
static bool is_sentence(const struct scene *scene, const struct quotation *quotation)
{
    struct range inside = quotation->inside;
    return !quotation->name && ro_range_is(inside) && inside.end - inside.begin >= 3 &&
           (scene->capital[inside.begin] || quotation->goes_back) && ro_quotation_is_full(scene, quotation);
}

static bool within_nested(const struct reading *reading)
{
    const struct document *document = reading->scene.document;
    return document->statements[document->statement_count - 1].within != RO_NONE;
}

/* Add the quotations that go on in the following paragraphs. */
static bool add_paragraphs(struct reading *reading, uint32_t index)
{
    struct scene *scene = &reading->scene;
    for (; index + 1 < scene->quotation_count && scene->quotations[index].goes_on; index++) {
        if (!add_content(reading, scene->quotations[index + 1].words))
            return false;
        reading->last_block = scene->quotations[index + 1].block;
    }
    return true;
}

/* A comma, or a full stop that belongs to the word: "said Cruz, R-Tex." */
static bool ends_clause(const struct scene *scene, uint32_t word)
{
    struct slice text = ro_document_word(scene->document, word);
    return text.data[text.length - 1] == ',' || text.data[text.length - 1] == '.';
}

/* The next quotation goes on with the statement: "A," he said, "B". or "A," he said. "B." */
static bool continues(const struct reading *reading, uint32_t index, uint32_t end)
{
    const struct scene *scene = &reading->scene;
    const struct quotation *next = &scene->quotations[index];
    struct draft other;
    if (index >= scene->quotation_count || next->block != reading->last_block || next->used || next->name)
        return false;
    uint32_t open = next->words.begin;
    while (end + 1 < open && ro_mark_kind(scene->document, end + 1) != RO_NO_MARK)
        end++;       /* he said on "Face the Nation." */
    if (end == open) /* ", he said, " */
        return open > 0 && ends_clause(scene, open - 1) && !scene->quotations[index - 1].goes_on &&
               !(reading->last.cue.end + 1 < open && ro_attribution_before(scene, next, &reading->last, &other) &&
                 other.cue.begin != reading->last.cue.begin);
    return end + 1 == open && !ro_attribution_after(scene, next, &other);
}

static bool add_with_continuations(struct reading *reading, uint32_t index, const struct draft *draft)
{
    struct scene *scene = &reading->scene;
    reading->last_block = scene->quotations[index].block;
    if (!add_statement(reading, draft) || !add_paragraphs(reading, index))
        return false;
    if (draft->rule == RO_RULE_CALL || draft->rule == RO_RULE_MIXED)
        return true;
    uint32_t end = draft->end;
    for (uint32_t next = index + 1; next < scene->quotation_count && continues(reading, next, end); next++) {
        if (!add_content(reading, scene->quotations[next].words) || !add_paragraphs(reading, next))
            return false;
        end = scene->quotations[next].words.end - 1; /* another may follow at once */
    }
    return true;
}

/* A quotation without a cue of its own, after one that has a source. */
static bool carried(const struct reading *reading, const struct quotation *quotation, struct draft *draft)
{
    const struct scene *scene = &reading->scene;
    if (!reading->last.end || !is_sentence(scene, quotation) || quotation->block > reading->last_block + 1)
        return false;
    struct range block = ro_block_words(scene->document, quotation->block);
    if (quotation->block != reading->last_block && quotation->words.begin != block.begin)
        return false;
    *draft = (struct draft){.rule = RO_RULE_CARRIED,
                            .source = reading->last.source,
                            .cue = RO_NO_RANGE,
                            .content = quotation->words,
                            .end = quotation->words.end};
    return true;
}

/* Whether the cue of the statement made last still holds: in its paragraph, and in one that is quoted whole. */
static bool still_holds(const struct reading *reading, const struct quotation *quotation)
{
    struct range block = ro_block_words(reading->scene.document, quotation->block);
    bool whole = quotation->words.begin == block.begin && quotation->words.end == block.end;
    return !within_nested(reading) && (quotation->block == reading->last_block || whole);
}

static const struct draft *last_draft(const struct reading *reading)
{
    return reading->last.end ? &reading->last : NULL;
}

/* Add a statement that the one made last tells of. */
static bool add_nested(struct reading *reading, const struct draft *inner)
{
    const struct draft outer = reading->last;
    uint32_t within = reading->scene.document->statement_count - 1;
    if (!add_statement(reading, inner))
        return false;
    last_statement(reading->scene.document)->within = within;
    reading->last = outer;
    return true;
}

/* A quotation that opens its sentence has its cue behind it, any other rather before it. */
static bool attributed(const struct reading *reading, const struct quotation *quotation, struct draft *draft)
{
    const struct scene *scene = &reading->scene;
    uint32_t first = ro_sentence_words(scene, quotation->words.begin).begin;
    bool opens = ro_content_start(scene, first, quotation->words.begin) == quotation->words.begin;
    bool comma = ro_range_is(quotation->inside) && ro_word_in(scene, quotation->inside.end - 1, ",");
    return ((opens || comma) && ro_attribution_after(scene, quotation, draft)) ||
           ro_attribution_before(scene, quotation, last_draft(reading), draft) ||
           (!opens && ro_attribution_after(scene, quotation, draft));
}

static bool read_quotation(struct reading *reading, uint32_t index)
{
    const struct quotation *quotation = &reading->scene.quotations[index];
    struct draft draft;
    if (quotation->used || quotation->name)
        return true;
    if (!attributed(reading, quotation, &draft)) {
        if (!carried(reading, quotation, &draft))
            return true;
        if (still_holds(reading, quotation)) {
            reading->last_block = quotation->block;
            return add_content(reading, quotation->words) && add_paragraphs(reading, index);
        }
    }
    if (draft.content.begin < reading->behind)
        draft.content.begin = reading->behind;
    if (!ro_range_is(draft.content))
        return true;
    struct draft outer;
    if (draft.rule != RO_RULE_CARRIED && ro_attribution_outer(&reading->scene, &draft, &outer) &&
        outer.content.begin >= reading->behind)
        return add_with_continuations(reading, index, &outer) && add_nested(reading, &draft);
    return add_with_continuations(reading, index, &draft);
}

/* The statements of one block; *next is its first quotation, and then that of the block behind it. */
static bool read_block(struct reading *reading, uint32_t block, bool transcript, uint32_t *next)
{
    const struct scene *scene = &reading->scene;
    struct draft turn;
    if (transcript && ro_transcript_turn(scene, block, &turn) && !add_statement(reading, &turn))
        return false;
    for (; *next < scene->quotation_count && scene->quotations[*next].block == block; (*next)++)
        if (!read_quotation(reading, *next))
            return false;
    return true;
}

enum readout_status ro_statements_stage(struct context *context, struct document *document)
{
    struct reading reading = {.last_block = 0};
    enum readout_status status = ro_scene_read(context, document, &reading.scene);
    if (status != READOUT_OK)
        return status;
    bool transcript = ro_is_transcript(&reading.scene);
    for (uint32_t block = 0, next = 0; block < document->block_count; block++)
        if (!read_block(&reading, block, transcript, &next))
            return ro_no_memory(context, "statements", document->statement_count);
    for (uint32_t i = 0; i < document->statement_count; i++)
        document->statements[i].form = form_of(document, &document->statements[i]);
    return READOUT_OK;
}
