/* quoted.c: from quotations to statements.
 * "We agree," Moon said. "It is late." -> one statement of Moon's with two stretches of content. */
#include "statements/quoted.h"

#include "statements/attribution.h"
#include "statements/build.h"
#include "statements/clause.h"
#include "statements/rules.h"
#include "statements/transcripts.h"
#include "text/marks.h"

struct reading {
    struct scene *scene;
    struct draft last;   /* the rule that made the statement before; last.end is 0 where there is none */
    uint32_t last_block; /* in which its last quotation is */
    uint32_t behind;     /* the word behind all contents so far */
};

static struct statement *last_statement(struct document *document)
{
    return &document->statements[document->statement_count - 1];
}

/* Add words to the content of the statement made last; quotations among them are used. */
static bool add_content(struct reading *reading, struct range words)
{
    struct scene *scene = reading->scene;
    for (uint32_t word = words.begin; word < words.end; word++)
        if (scene->owner[word] != RO_NONE)
            scene->quotations[scene->owner[word]].used = true;
    reading->behind = words.end;
    return ro_statement_add(scene, last_statement(scene->document), words);
}

/* Statements */

static bool add_statement(struct reading *reading, const struct draft *draft)
{
    struct document *document = reading->scene->document;
    struct statement *statement = ro_arena_push(&document->arena, document->statements, document->statement_count);
    if (!statement)
        return false;
    *statement = (struct statement){
        .source = {ro_words_span(document, draft->source)},
        .cue = ro_words_span(document, draft->cue),
        .act = draft->entry ? draft->entry->act : READOUT_ASSERT,
        .time = RO_NONE,
        .within = RO_NONE,
        .score = ro_rule_precision(draft->rule),
        .by = ro_rule_name(draft->rule),
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
    const struct document *document = reading->scene->document;
    return document->statements[document->statement_count - 1].within != RO_NONE;
}

/* Add the quotations that go on in the following paragraphs. */
static bool add_paragraphs(struct reading *reading, uint32_t index)
{
    struct scene *scene = reading->scene;
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
    const struct scene *scene = reading->scene;
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
    struct scene *scene = reading->scene;
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
    const struct scene *scene = reading->scene;
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
    struct range block = ro_block_words(reading->scene->document, quotation->block);
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
    uint32_t within = reading->scene->document->statement_count - 1;
    if (!add_statement(reading, inner))
        return false;
    last_statement(reading->scene->document)->within = within;
    reading->last = outer;
    return true;
}

/* A quotation that opens its sentence has its cue behind it, any other rather before it. */
static bool attributed(const struct reading *reading, const struct quotation *quotation, struct draft *draft)
{
    const struct scene *scene = reading->scene;
    uint32_t first = ro_sentence_words(scene, quotation->words.begin).begin;
    bool opens = ro_content_start(scene, first, quotation->words.begin) == quotation->words.begin;
    bool comma = ro_range_is(quotation->inside) && ro_word_in(scene, quotation->inside.end - 1, ",");
    return ((opens || comma) && ro_attribution_after(scene, quotation, draft)) ||
           ro_attribution_before(scene, quotation, last_draft(reading), draft) ||
           (!opens && ro_attribution_after(scene, quotation, draft));
}

static bool read_quotation(struct reading *reading, uint32_t index)
{
    const struct quotation *quotation = &reading->scene->quotations[index];
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
    if (draft.rule != RO_RULE_CARRIED && ro_attribution_outer(reading->scene, &draft, &outer) &&
        outer.content.begin >= reading->behind)
        return add_with_continuations(reading, index, &outer) && add_nested(reading, &draft);
    return add_with_continuations(reading, index, &draft);
}

/* The statements of one block; *next is its first quotation, and then that of the block behind it. */
static bool read_block(struct reading *reading, uint32_t block, bool transcript, uint32_t *next)
{
    const struct scene *scene = reading->scene;
    struct draft turn;
    if (transcript && ro_transcript_turn(scene, block, &turn) && !add_statement(reading, &turn))
        return false;
    for (; *next < scene->quotation_count && scene->quotations[*next].block == block; (*next)++)
        if (!read_quotation(reading, *next))
            return false;
    return true;
}

enum readout_status ro_quoted_read(struct scene *scene)
{
    struct reading reading = {.scene = scene};
    bool transcript = ro_is_transcript(scene);
    for (uint32_t block = 0, next = 0; block < scene->document->block_count; block++)
        if (!read_block(&reading, block, transcript, &next))
            return ro_no_memory(scene->context, "statements", scene->document->statement_count);
    return READOUT_OK;
}
