/* statements.c: what rules and what the model propose, and of that what holds; then the same again inside each content.
 * Rules alone are right where marks tell all. "Trump told them that it was over, Sanders said": Sanders's statement, and in it
 * Trump's. */
#include "statements/statements.h"

#include <stdlib.h>

#include "statements/acts.h"
#include "statements/build.h"
#include "statements/choose.h"
#include "statements/circumstances.h"
#include "statements/clause.h"
#include "statements/complements.h"
#include "statements/quoted.h"

/* Times the least score, which a model's statement within another has to have. */
static const double surer_inside = 2.4;
static const float supported = 0.4f; /* how often what the model is unsure of is right where a tree tells it */
static const float wanted = 0.7f;    /* how often "Lund wants her to go" is a statement of Lund's */
static const char by_complement[] = "rule: cue with its complement";

enum { DEEPEST = 32 /* accounts within accounts */ };

struct reading {
    struct scene *scene;
    struct learned *learned; /* or NULL */
    struct proposals proposals;
    bool *used; /* words of the contents chosen on one level */
    struct level level;
    struct proposal **held; /* those that hold, what tells before what is told */
    uint32_t held_count;
    struct proposal **told; /* those that somebody is to tell, by a rule */
    uint32_t told_count;
};

/* Levels */

static bool add_to(struct reading *reading, struct proposal ***items, uint32_t *count, struct proposal *proposal)
{
    struct proposal **list = *items;
    struct proposal **place = ro_arena_push(&reading->scene->context->scratch, list, *count);
    *items = list;
    if (place)
        *place = proposal;
    return place != NULL;
}

static bool add_to_level(struct reading *reading, struct proposal *proposal)
{
    return add_to(reading, &reading->level.items, &reading->level.count, proposal);
}

/* Read a part of the text as if it were all of it. */
static enum readout_status propose_learned(struct reading *reading, struct range part, double least)
{
    struct candidates candidates;
    enum readout_status status = ro_learned_read(reading->learned, part, &candidates);
    for (uint32_t i = 0; i < candidates.count && status == READOUT_OK; i++)
        if (candidates.items[i].score >= least &&
            !ro_propose_learned(&reading->proposals, &candidates.items[i], "model"))
            status = ro_no_memory(reading->scene->context, "statements", i);
    return status;
}

/* Choose among the level's proposals; those that hold wait for what they tell to be read. */
static enum readout_status choose(struct reading *reading)
{
    struct context *context = reading->scene->context;
    bool good = ro_choose(&reading->proposals, reading->level, reading->used,
                          context->resources->min_scores.statement);
    for (uint32_t i = 0; good && i < reading->level.count; i++)
        good = reading->level.items[i]->verdict != RO_WRITTEN ||
               add_to(reading, &reading->held, &reading->held_count, reading->level.items[i]);
    return good ? READOUT_OK : ro_no_memory(context, "statements", reading->held_count);
}

/* What nobody tells. What rules propose is taken out of the document's statements. */
static enum readout_status read_all(struct reading *reading)
{
    struct document *document = reading->scene->document;
    enum readout_status status = READOUT_OK;
    bool good = true;
    for (uint32_t i = 0; good && i < document->statement_count; i++)
        good = ro_propose_quoted(&reading->proposals, &document->statements[i]);
    for (uint32_t i = 0; good && i < reading->proposals.count; i++)
        good = !reading->proposals.items[i]->nested ||
               add_to(reading, &reading->told, &reading->told_count, reading->proposals.items[i]);
    document->statement_count = 0;
    document->statements = NULL;
    status = propose_learned(reading, (struct range){0, document->word_count}, 0);
    for (uint32_t i = 0; good && i < reading->proposals.count; i++)
        good = add_to_level(reading, reading->proposals.items[i]);
    if (!good)
        return ro_no_memory(reading->scene->context, "statements", reading->proposals.count);
    return status == READOUT_OK ? choose(reading) : status;
}

/* Whether a content of some words is free of what is held. */
static bool is_free(const struct reading *reading, const struct candidate *candidate)
{
    enum { SHORTEST = 3 };
    struct range content = candidate->contents[0];
    bool free = content.end - content.begin >= SHORTEST && !reading->used[candidate->word];
    for (uint32_t word = content.begin; free && word < content.end; word++)
        free = !reading->used[word];
    return free;
}

/* Of "the union | wants | the bank to pay", a sentence of its own, what somebody wants to be done. */
static bool read_wish(const struct scene *scene, uint32_t word, struct candidate *candidate)
{
    const struct word *words = scene->document->words;
    if (!ro_relation_is(scene, word, "root") || !ro_lemma_is(&words[word], "want") ||
        strcmp(words[word].xpos, "VBZ") != 0 ||
        !ro_complement_read(scene, ro_sentence_words(scene, word), word, candidate) ||
        !ro_range_is(candidate->source) || candidate->contents[0].begin != candidate->cue.end)
        return false;
    bool deed = false; /* to be done */
    for (uint32_t to = candidate->contents[0].begin; to < candidate->contents[0].end; to++)
        deed |= ro_word_is(scene, to, "to") && words[to].head != RO_NONE && words[words[to].head].head == word;
    candidate->score = wanted;
    return deed && !ro_word_has(scene, candidate->source.begin, RO_RELATIVE);
}

static enum readout_status propose_wishes(struct reading *reading)
{
    struct candidate candidate;
    for (uint32_t word = 0; word < reading->scene->document->word_count; word++)
        if (read_wish(reading->scene, word, &candidate) && is_free(reading, &candidate) &&
            !ro_propose_learned(&reading->proposals, &candidate, by_complement))
            return ro_no_memory(reading->scene->context, "statements", word);
    return READOUT_OK;
}

/* What the model is not sure of holds where a tree tells it too. */
static enum readout_status read_unsure(struct reading *reading)
{
    const struct scene *scene = reading->scene;
    const struct statement_heads *heads = scene->context->resources->statement_heads;
    uint32_t known = reading->proposals.count;
    struct candidate candidate;
    if (!heads)
        return READOUT_OK;
    reading->level.count = 0;
    for (uint32_t i = 0; i < known; i++) {
        const struct proposal *unsure = reading->proposals.items[i];
        if (unsure->verdict != RO_UNSURE || unsure->cue == RO_NONE ||
            !ro_complement_read(scene, ro_sentence_words(scene, unsure->cue), unsure->cue, &candidate) ||
            !ro_range_is(candidate.source) || !is_free(reading, &candidate))
            continue;
        if (unsure->statement.score < heads->least / 2 && candidate.score < RO_ACCOUNT)
            continue;
        if (candidate.score < RO_ACCOUNT)
            candidate.score = supported;
        if (!ro_propose_learned(&reading->proposals, &candidate, by_complement))
            return ro_no_memory(scene->context, "statements", i);
    }
    enum readout_status status = propose_wishes(reading);
    if (status != READOUT_OK)
        return status;
    for (uint32_t i = known; i < reading->proposals.count; i++)
        if (!add_to_level(reading, reading->proposals.items[i]))
            return ro_no_memory(scene->context, "statements", i);
    return choose(reading);
}

/* Contents */

/* A stretch of content without the marks around it. */
static struct range without_marks(const struct scene *scene, struct range words)
{
    uint32_t owner = scene->owner[words.begin];
    if (owner == RO_NONE || scene->quotations[owner].words.end < words.end)
        return words;
    return ro_range_common(words, scene->quotations[owner].inside);
}

static bool has_word(const struct proposal *proposal, uint32_t word)
{
    for (uint32_t i = 0; i < proposal->content_count; i++)
        if (ro_range_has(proposal->contents[i], word))
            return true;
    return false;
}

/* Whether cue and contents of a proposal are all in the content of another. */
static bool tells(const struct proposal *outer, const struct proposal *inner)
{
    if (inner->cue == RO_NONE || !inner->content_count || !has_word(outer, inner->cue))
        return false;
    for (uint32_t i = 0; i < inner->content_count; i++)
        for (uint32_t word = inner->contents[i].begin; word < inner->contents[i].end; word++)
            if (!has_word(outer, word))
                return false;
    return true;
}

/* The i-th stretch of a content with what interrupts it and the stretches of the same sentence around it. */
static struct range whole_stretch(const struct scene *scene, const struct proposal *proposal, uint32_t i)
{
    const struct word *words = scene->document->words;
    const struct range *contents = proposal->contents;
    struct range all = contents[i];
    for (uint32_t k = i + 1;
         k < proposal->content_count && words[contents[k].begin].sentence == words[all.end - 1].sentence; k++)
        all.end = contents[k].end;
    for (uint32_t k = i; k-- > 0 && words[contents[k].end - 1].sentence == words[all.begin].sentence;)
        all.begin = contents[k].begin;
    return without_marks(scene, all);
}

/* Leave to a candidate what of its content is that of the statement that tells it. */
static void keep_common(const struct proposal *outer, struct candidate *candidate)
{
    struct range content = candidate->contents[0];
    candidate->content_count = 0;
    for (uint32_t i = 0; i < outer->content_count && candidate->content_count < RO_CONTENTS; i++) {
        struct range words = ro_range_common(outer->contents[i], content);
        if (ro_range_is(words))
            candidate->contents[candidate->content_count++] = words;
    }
}

/* What trees tell in the content of a statement. */
static enum readout_status propose_complements(struct reading *reading, const struct proposal *outer)
{
    const struct scene *scene = reading->scene;
    struct candidate candidate;
    for (uint32_t i = 0; i < outer->content_count; i++) {
        struct range part = whole_stretch(scene, outer, i), words = outer->contents[i];
        if (i + 1 < outer->content_count && part.end >= outer->contents[i + 1].end &&
            ro_complement_across(scene, part, words, outer->contents[i + 1], &candidate) &&
            !ro_propose_learned(&reading->proposals, &candidate, by_complement))
            return ro_no_memory(scene->context, "statements", words.begin);
        for (uint32_t word = words.begin; word < words.end; word++) {
            if (!ro_complement_read(scene, part, word, &candidate))
                continue;
            keep_common(outer, &candidate);
            if (!ro_propose_learned(&reading->proposals, &candidate, by_complement))
                return ro_no_memory(scene->context, "statements", word);
        }
    }
    return READOUT_OK;
}

/* Leave to a proposal what of its content is that of the statement that tells it: borders go over what interrupts that. */
static bool cut_to(struct proposals *proposals, const struct proposal *outer, struct proposal *inner)
{
    for (uint32_t i = 0; i < inner->content_count; i++)
        for (uint32_t word = inner->contents[i].begin; word < inner->contents[i].end; word++)
            proposals->own[word] = has_word(outer, word);
    return ro_proposal_collect(proposals, inner);
}

/* Whether both are one saying: "wrote | to say that", "refused | to say whether", "voiced | the fear that". */
static bool is_one_saying(const struct scene *scene, const struct proposal *outer, const struct proposal *inner)
{
    const struct word *words = scene->document->words;
    uint32_t first = outer->contents[0].begin;
    bool says = outer->statement.act == READOUT_ASSERT || outer->statement.act == READOUT_OTHER;
    if (outer->cue == RO_NONE || first < outer->cue)
        return false;
    if (inner->cue == first + 1 && ro_word_is(scene, first, "to"))
        return inner->statement.act == READOUT_ASSERT && (says || outer->statement.act == READOUT_REFUSE);
    return says && words[inner->cue].head == outer->cue && ro_relation_is(scene, inner->cue, "obj") &&
           inner->cue < first + 4;
}

/* Of "| Her teacher |, she says, | had warned | her" the source of a cue that a stretch of content begins with: the stretch before. */
static struct range subject_across(const struct scene *scene, const struct proposal *outer, uint32_t cue)
{
    const struct word *words = scene->document->words;
    uint32_t i = 1;
    while (i < outer->content_count && !ro_range_has(outer->contents[i], cue))
        i++;
    if (i >= outer->content_count || !words[cue].upos)
        return RO_NO_RANGE;
    struct range before = outer->contents[i - 1];
    if (words[before.begin].sentence != words[cue].sentence)
        return RO_NO_RANGE;
    for (uint32_t word = outer->contents[i].begin; word < cue; word++)
        if (!ro_upos_is(scene, word, "AUX") && !ro_upos_is(scene, word, "ADV") && !ro_upos_is(scene, word, "PUNCT"))
            return RO_NO_RANGE;
    for (uint32_t word = before.begin; word < before.end; word++)
        if (ro_upos_is(scene, word, "VERB") || ro_upos_is(scene, word, "AUX"))
            return RO_NO_RANGE;
    return before;
}

/* Add to the level what a statement tells. */
static bool add_told(struct reading *reading, const struct proposal *outer, struct proposal *inner)
{
    if (inner->learned && !cut_to(&reading->proposals, outer, inner))
        return false;
    if (!tells(outer, inner) || (inner->learned && is_one_saying(reading->scene, outer, inner)))
        return true;
    if (inner->learned && !ro_span_is(inner->statement.source.span))
        inner->statement.source.span = ro_words_span(reading->scene->document,
                                                     subject_across(reading->scene, outer, inner->cue));
    inner->nested = false;
    inner->outer = outer;
    inner->depth = outer->depth + 1;
    return add_to_level(reading, inner);
}

/* What is told in the content of a statement: what is read there by itself, and what rules saw. */
static enum readout_status read_inside(struct reading *reading, struct proposal *outer)
{
    const struct proposals *proposals = &reading->proposals;
    uint32_t known = proposals->count;
    bool good = true;
    double least = surer_inside * reading->scene->context->resources->min_scores.statement;
    enum readout_status status = READOUT_OK;
    reading->level.count = 0;
    for (uint32_t i = 0; i < outer->content_count && status == READOUT_OK; i++) {
        struct range words = outer->contents[i];
        memset(reading->used + words.begin, 0, (words.end - words.begin) * sizeof *reading->used);
        status = propose_learned(reading, without_marks(reading->scene, words), least);
    }
    if (status == READOUT_OK)
        status = propose_complements(reading, outer);
    for (uint32_t i = 0; good && i < reading->told_count; i++)
        good = !reading->told[i]->nested || add_told(reading, outer, reading->told[i]);
    for (uint32_t i = known; good && i < proposals->count; i++)
        good = add_told(reading, outer, proposals->items[i]);
    if (!good)
        return ro_no_memory(reading->scene->context, "statements", known);
    return status == READOUT_OK ? choose(reading) : status;
}

/* Writing */

/* By their places in the text, and what tells another before it. */
static int in_order(const void *left, const void *right)
{
    const struct proposal *a = *(struct proposal *const *)left, *b = *(struct proposal *const *)right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    if (a->depth != b->depth)
        return a->depth < b->depth ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* To whom it is said, and on what occasion. */
static bool write_circumstances(struct scene *scene, const struct proposal *proposal, struct statement *statement)
{
    struct document *document = scene->document;
    struct circumstances read;
    struct parts parts = ro_parts(scene, ro_span_words(document, statement->source.span),
                                  ro_span_words(document, statement->cue), proposal->contents,
                                  proposal->content_count);
    for (uint32_t i = 0; proposal->outer && i < proposal->outer->content_count; i++)
        if (ro_range_has(proposal->outer->contents[i], parts.head))
            parts.sentence = ro_range_common(parts.sentence, proposal->outer->contents[i]);
    ro_circumstances_read(scene, &parts, &read);
    statement->setting = ro_words_span(document, read.setting);
    statement->time = read.time;
    for (uint32_t i = 0; i < read.hearer_count; i++) {
        struct party *party = ro_arena_push(&document->arena, statement->addressees, statement->addressee_count);
        if (!party)
            return false;
        *party = (struct party){ro_words_span(document, read.hearers[i])};
    }
    return true;
}

static bool write_statement(struct scene *scene, struct proposal *proposal)
{
    struct document *document = scene->document;
    proposal->index = document->statement_count;
    struct statement *statement = ro_arena_push(&document->arena, document->statements, document->statement_count);
    if (!statement)
        return false;
    *statement = proposal->statement;
    statement->within = proposal->outer ? proposal->outer->index : RO_NONE;
    struct range cue = ro_span_words(document, statement->cue);
    statement->act = ro_act_of_complement(scene, statement->act, cue, proposal->contents[0]);
    for (uint32_t i = 0; i < proposal->content_count; i++)
        if (!ro_statement_add(scene, statement, proposal->contents[i]))
            return false;
    statement->form = ro_statement_form(document, statement);
    return write_circumstances(scene, proposal, statement);
}

/* Keep what was considered, for explanations. */
static bool keep_considered(struct scene *scene, const struct proposal *proposal)
{
    struct document *document = scene->document;
    struct considered *considered = &document->considered[document->considered_count++];
    *considered = (struct considered){
        .statement = proposal->statement,
        .other_source = ro_words_span(document, proposal->other_source),
        .verdict = proposal->verdict,
    };
    if (!ro_has_letter(ro_document_slice(document, considered->other_source)))
        considered->other_source = RO_NO_SPAN;
    for (uint32_t k = 0; k < proposal->content_count; k++)
        if (!ro_statement_add(scene, &considered->statement, proposal->contents[k]))
            return false;
    return true;
}

static bool write_statements(struct scene *scene, const struct proposals *proposals)
{
    struct document *document = scene->document;
    document->considered = ro_arena_alloc(&document->arena, proposals->count, sizeof *document->considered);
    if (!document->considered)
        return false;
    qsort(proposals->items, proposals->count, sizeof *proposals->items, in_order);
    for (uint32_t i = 0; i < proposals->count; i++) {
        struct proposal *proposal = proposals->items[i];
        if ((proposal->verdict == RO_WRITTEN && !write_statement(scene, proposal)) ||
            !keep_considered(scene, proposal))
            return false;
    }
    return true;
}

/* The stage */

static enum readout_status reading_init(struct reading *reading, struct scene *scene)
{
    *reading = (struct reading){.scene = scene};
    reading->used = ro_arena_alloc(&scene->context->scratch, scene->document->word_count, sizeof *reading->used);
    if (!reading->used || !ro_proposals_init(&reading->proposals, scene))
        return ro_no_memory(scene->context, "statements", 0);
    return ro_learned_open(scene, &reading->learned);
}

enum readout_status ro_statements_stage(struct context *context, struct document *document)
{
    struct scene scene;
    struct reading reading;
    enum readout_status status = ro_scene_read(context, document, &scene);
    if (status == READOUT_OK)
        status = ro_quoted_read(&scene);
    if (status == READOUT_OK)
        status = reading_init(&reading, &scene);
    if (status == READOUT_OK)
        status = read_all(&reading);
    if (status == READOUT_OK)
        status = read_unsure(&reading);
    if (status != READOUT_OK)
        return status;
    for (uint32_t i = 0; i < reading.held_count && status == READOUT_OK; i++)
        if (reading.held[i]->depth < DEEPEST)
            status = read_inside(&reading, reading.held[i]);
    if (status == READOUT_OK && reading.proposals.count && !write_statements(&scene, &reading.proposals))
        return ro_no_memory(context, "statements", document->statement_count);
    return status;
}
