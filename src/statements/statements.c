/* statements.c: what rules and what the model propose, the surest first, but what tells before what is told; what overlaps
 * with one before it gives way.
 * Rules alone are right where marks tell all: a quotation is never cut in two, and goes on over paragraphs. */
#include "statements/statements.h"

#include <stdlib.h>

#include "statements/acts.h"
#include "statements/borders.h"
#include "statements/build.h"
#include "statements/learned.h"
#include "statements/quoted.h"

enum { PARAGRAPHS = 200 /* of one quotation, at most */ };

static const double less_sure = 0.3; /* times the score of what it tells, a statement still comes before it */
static const double likely = 0.75;   /* score of what is told for certain */

/* A statement without its content yet, and the words of that. */
struct proposal {
    struct statement statement;
    struct range *contents;
    uint32_t content_count;
    struct range other_source;
    uint32_t cue;   /* its first word, or RO_NONE */
    uint32_t order; /* in which it was proposed */
    uint32_t first; /* word of all */
    enum verdict verdict;
    double rank; /* the score, or that of a surer one that it tells */
};

struct choosing {
    struct scene *scene;
    struct proposal *proposals;
    uint32_t proposal_count;
    bool *used;        /* words of the contents chosen */
    bool *own;         /* words of the content at hand, else none */
    uint32_t *tellers; /* the top-level statement in whose content a word is, or RO_NONE */
};

/* Proposals */

static struct proposal *add_proposal(struct choosing *choosing, const struct statement *statement)
{
    struct arena *scratch = &choosing->scene->context->scratch;
    struct proposal *proposal = ro_arena_push(scratch, choosing->proposals, choosing->proposal_count);
    if (!proposal)
        return NULL;
    *proposal = (struct proposal){.statement = *statement, .order = choosing->proposal_count};
    proposal->statement.contents = proposal->statement.quotes = NULL;
    proposal->statement.content_count = proposal->statement.quote_count = 0;
    proposal->cue = ro_span_is(statement->cue) ? ro_span_words(choosing->scene->document, statement->cue).begin
                                               : RO_NONE;
    return proposal;
}

/* Mark the words of a content. */
static void mark(struct choosing *choosing, struct range words)
{
    for (uint32_t word = words.begin; word < words.end; word++)
        choosing->own[word] = true;
}

/* Give a proposal the marked words, which lie in `words`, in stretches of one paragraph each; unmark them. */
static bool collect(struct choosing *choosing, struct range words, struct proposal *proposal)
{
    struct arena *scratch = &choosing->scene->context->scratch;
    const struct document *document = choosing->scene->document;
    proposal->contents = NULL;
    proposal->content_count = 0;
    for (uint32_t word = words.begin; word < words.end; word++) {
        if (!choosing->own[word])
            continue;
        struct range *content = ro_arena_push(scratch, proposal->contents, proposal->content_count);
        if (!content)
            return false;
        uint32_t block = document->words[word].block;
        content->begin = word;
        for (; word < words.end && choosing->own[word] && document->words[word].block == block; word++)
            choosing->own[word] = false;
        content->end = word--;
    }
    return true;
}

static struct range both(struct range a, struct range b)
{
    if (!ro_range_is(a))
        return b;
    return (struct range){a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

static bool add_quoted(struct choosing *choosing, const struct statement *statement)
{
    struct proposal *proposal = add_proposal(choosing, statement);
    struct range all = {0, 0};
    for (uint32_t i = 0; proposal && i < statement->content_count; i++) {
        struct range words = ro_span_words(choosing->scene->document, statement->contents[i]);
        mark(choosing, words);
        all = both(all, words);
    }
    return proposal && collect(choosing, all, proposal);
}

/* Learned proposals */

static bool meets(struct range a, struct range b)
{
    return ro_range_is(a) && ro_range_is(b) && a.begin < b.end && b.begin < a.end;
}

/* Whether enough of a quotation is in the content that all of it is: half, or of a long one what a model sees of it. */
static bool holds(const struct choosing *choosing, struct range words)
{
    uint32_t inside = 0,
             enough = words.end - words.begin < RO_REACH ? (words.end - words.begin + 1) / 2 : RO_REACH / 2;
    for (uint32_t word = words.begin; word < words.end && inside < enough; word++)
        inside += choosing->own[word];
    return inside >= enough;
}

/* A quotation that the content has a part of is taken whole, with the paragraphs that go on with it, or left; but one in
 * which all is said stays as it is. Returns what is taken. */
static struct range settle_quotation(struct choosing *choosing, const struct candidate *candidate, uint32_t index)
{
    const struct scene *scene = choosing->scene;
    struct range words = scene->quotations[index].words, all = words;
    if (meets(candidate->source, words) || meets(candidate->cue, words))
        return (struct range){0, 0};
    if (!holds(choosing, words)) {
        memset(choosing->own + words.begin, 0, (words.end - words.begin) * sizeof *choosing->own);
        return (struct range){0, 0};
    }
    mark(choosing, words);
    for (uint32_t paragraphs = 0; paragraphs < PARAGRAPHS && scene->quotations[index].goes_on; paragraphs++) {
        words = scene->quotations[++index].words;
        mark(choosing, words);
        all.end = words.end;
    }
    return all;
}

/* Mark the words of a candidate's content: no quotation is cut in two. */
static struct range complete(struct choosing *choosing, const struct candidate *candidate,
                             const struct range *contents, uint32_t count)
{
    struct range all = {0, 0};
    for (uint32_t i = 0; i < count; i++)
        mark(choosing, contents[i]);
    for (uint32_t i = 0; i < count; i++) {
        struct range words = contents[i];
        all = both(all, words);
        for (uint32_t word = words.begin; word < words.end; word++) {
            uint32_t owner = choosing->scene->owner[word];
            if (owner == RO_NONE)
                continue;
            struct range taken = settle_quotation(choosing, candidate, owner);
            all = ro_range_is(taken) ? both(all, taken) : all;
            word = choosing->scene->quotations[owner].words.end - 1;
        }
    }
    return all;
}

/* The cue of the lexicon that a candidate's cue holds: at the word by which it was found, or the first. */
static const struct cue *listed_cue(const struct scene *scene, const struct candidate *candidate)
{
    const struct cue *cue = ro_scene_listed(scene, candidate->word);
    for (uint32_t word = candidate->cue.begin; !cue && word < candidate->cue.end; word++)
        cue = ro_scene_listed(scene, word);
    return cue;
}

static bool add_learned(struct choosing *choosing, const struct candidate *candidate)
{
    const struct scene *scene = choosing->scene;
    const struct document *document = scene->document;
    const struct cue *cue = listed_cue(scene, candidate);
    const char *lemma = cue ? cue->lemma : document->words[candidate->word].lemma;
    const struct statement statement = {
        .source = {ro_words_span(document, ro_border_source(scene, candidate)), RO_NONE},
        .cue = ro_words_span(document, ro_border_cue(scene, candidate)),
        .lemma = lemma,
        .act = ro_act(scene->context->resources->acts, cue, ro_slice(lemma)),
        .time = RO_NONE,
        .within = RO_NONE,
        .score = candidate->score,
        .by = "model",
    };
    struct range contents[RO_CONTENTS];
    uint32_t count = ro_border_contents(scene, candidate, contents);
    struct proposal *proposal = add_proposal(choosing, &statement);
    if (!proposal)
        return false;
    proposal->cue = candidate->word;
    proposal->other_source = candidate->other_source;
    if (!collect(choosing, complete(choosing, candidate, contents, count), proposal))
        return false;
    if (!proposal->content_count) /* it had parts of quotations alone */
        choosing->proposal_count--;
    return true;
}

/* Choosing */

static int ascending(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

/* By their places in the text, and then as they were proposed. */
static int in_order(const void *left, const void *right)
{
    const struct proposal *a = left, *b = right;
    return a->first != b->first ? ascending(a->first, b->first) : ascending(a->order, b->order);
}

static int by_cue(const void *left, const void *right)
{
    const struct proposal *a = left, *b = right;
    return a->cue != b->cue ? ascending(a->cue, b->cue) : ascending(a->order, b->order);
}

static int first_ranked(const void *left, const void *right)
{
    const struct proposal *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    return in_order(a, b);
}

/* How many words of a content are taken by surer ones. */
static uint32_t taken_words(const struct choosing *choosing, const struct proposal *proposal, uint32_t *all)
{
    uint32_t taken = *all = 0;
    for (uint32_t i = 0; i < proposal->content_count; i++)
        for (uint32_t word = proposal->contents[i].begin; word < proposal->contents[i].end; word++, (*all)++)
            taken += choosing->used[word];
    return taken;
}

/* Whether a proposal is sure enough and most of its content is free; with its cue in another's content it is told there,
 * not here. */
static enum verdict judge(const struct choosing *choosing, const struct proposal *proposal, double least)
{
    if (proposal->statement.score < least)
        return RO_UNSURE;
    if (proposal->cue != RO_NONE && choosing->used[proposal->cue])
        return RO_TOLD;
    uint32_t all, taken = taken_words(choosing, proposal, &all);
    return taken == all || 10 * taken > 3 * all ? RO_TAKEN : RO_WRITTEN;
}

/* Leave to a proposal what of its content is free, and take that. */
static bool take(struct choosing *choosing, struct proposal *proposal)
{
    struct range all = {0, 0};
    for (uint32_t i = 0; i < proposal->content_count; i++) {
        all = both(all, proposal->contents[i]);
        for (uint32_t word = proposal->contents[i].begin; word < proposal->contents[i].end; word++) {
            choosing->own[word] = !choosing->used[word];
            choosing->used[word] = true;
        }
    }
    return collect(choosing, all, proposal);
}

/* The first proposal whose cue is not before a word. */
static uint32_t cue_from(const struct choosing *choosing, uint32_t word)
{
    uint32_t low = 0, high = choosing->proposal_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (choosing->proposals[middle].cue < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a proposal has all of the content of another of the same cue. */
static bool covers(const struct proposal *own, const struct proposal *other)
{
    uint32_t first = own->contents[0].begin, end = own->contents[own->content_count - 1].end;
    return first <= other->contents[0].begin && other->contents[other->content_count - 1].end <= end;
}

/* A proposal comes before surer ones whose cues are in its content, unless it is much less sure: what is told is not
 * top-level. Where it tells another for certain, it comes before one of its own cue that has less of the content.
 * Proposals are by cue. */
static void set_rank(struct choosing *choosing, struct proposal *own)
{
    const struct proposal *all = choosing->proposals;
    double most = own->statement.score / less_sure;
    bool tells = false;
    own->rank = own->statement.score;
    own->first = own->contents[0].begin < own->cue ? own->contents[0].begin : own->cue;
    for (uint32_t k = 0; k < own->content_count; k++)
        for (uint32_t i = cue_from(choosing, own->contents[k].begin);
             i < choosing->proposal_count && all[i].cue < own->contents[k].end; i++) {
            tells |= all[i].statement.score >= likely;
            if (all[i].statement.score <= most && all[i].statement.score > own->rank)
                own->rank = all[i].statement.score;
        }
    for (uint32_t i = cue_from(choosing, own->cue); tells && i < choosing->proposal_count && all[i].cue == own->cue;
         i++)
        if (covers(own, &all[i]) && all[i].statement.score <= most && all[i].statement.score > own->rank)
            own->rank = all[i].statement.score;
}

static void rank(struct choosing *choosing)
{
    qsort(choosing->proposals, choosing->proposal_count, sizeof *choosing->proposals, by_cue);
    for (uint32_t i = 0; i < choosing->proposal_count; i++)
        set_rank(choosing, &choosing->proposals[i]);
}

/* Find the top-level proposals that hold; those that another tells wait for it. */
static bool choose(struct choosing *choosing, double least)
{
    rank(choosing);
    qsort(choosing->proposals, choosing->proposal_count, sizeof *choosing->proposals, first_ranked);
    for (uint32_t i = 0; i < choosing->proposal_count; i++) {
        struct proposal *proposal = &choosing->proposals[i];
        bool nested = proposal->statement.within != RO_NONE;
        proposal->verdict = nested ? RO_WRITTEN : judge(choosing, proposal, least);
        if (proposal->verdict == RO_WRITTEN && !nested && !take(choosing, proposal))
            return false;
    }
    return true;
}

/* Writing */

static bool write_statement(struct choosing *choosing, const struct proposal *proposal)
{
    struct document *document = choosing->scene->document;
    uint32_t index = document->statement_count;
    struct statement *statement = ro_arena_push(&document->arena, document->statements, document->statement_count);
    if (!statement)
        return false;
    *statement = proposal->statement;
    struct range cue = ro_span_words(document, statement->cue);
    statement->act = ro_act_of_complement(choosing->scene, statement->act, cue, proposal->contents[0]);
    for (uint32_t i = 0; i < proposal->content_count; i++) {
        struct range content = proposal->contents[i];
        if (!ro_statement_add(choosing->scene, statement, content))
            return false;
        for (uint32_t word = content.begin; statement->within == RO_NONE && word < content.end; word++)
            choosing->tellers[word] = index;
    }
    statement->form = ro_statement_form(document, statement);
    return true;
}

/* The statement whose content holds all of a proposal's, or RO_NONE. */
static uint32_t teller_of(const struct choosing *choosing, const struct proposal *proposal)
{
    uint32_t teller = choosing->tellers[proposal->contents[0].begin];
    for (uint32_t i = 0; i < proposal->content_count; i++)
        for (uint32_t word = proposal->contents[i].begin; word < proposal->contents[i].end; word++)
            if (choosing->tellers[word] != teller)
                return RO_NONE;
    return teller;
}

/* In the order of the text; what tells another comes before it. */
static bool write_statements(struct choosing *choosing)
{
    qsort(choosing->proposals, choosing->proposal_count, sizeof *choosing->proposals, in_order);
    for (uint32_t i = 0; i < choosing->proposal_count; i++) {
        struct proposal *proposal = &choosing->proposals[i];
        if (proposal->verdict == RO_WRITTEN && proposal->statement.within != RO_NONE) {
            proposal->statement.within = teller_of(choosing, proposal);
            proposal->verdict = proposal->statement.within == RO_NONE ? RO_UNTOLD : RO_WRITTEN;
        }
        if (proposal->verdict == RO_WRITTEN && !write_statement(choosing, proposal))
            return false;
    }
    return true;
}

/* Keep what was considered, for explanations. */
static bool keep_considered(const struct choosing *choosing)
{
    struct document *document = choosing->scene->document;
    document->considered = ro_arena_alloc(&document->arena, choosing->proposal_count, sizeof *document->considered);
    if (!document->considered)
        return false;
    for (uint32_t i = 0; i < choosing->proposal_count; i++) {
        const struct proposal *proposal = &choosing->proposals[i];
        struct considered *considered = &document->considered[document->considered_count++];
        *considered = (struct considered){
            .statement = proposal->statement,
            .other_source = ro_words_span(document, proposal->other_source),
            .verdict = proposal->verdict,
        };
        if (!ro_has_letter(ro_document_slice(document, considered->other_source)))
            considered->other_source = RO_NO_SPAN;
        for (uint32_t k = 0; k < proposal->content_count; k++)
            if (!ro_statement_add(choosing->scene, &considered->statement, proposal->contents[k]))
                return false;
    }
    return true;
}

/* The stage */

static bool choosing_init(struct choosing *choosing, struct scene *scene)
{
    struct arena *scratch = &scene->context->scratch;
    uint32_t count = scene->document->word_count;
    *choosing = (struct choosing){.scene = scene};
    choosing->used = ro_arena_alloc(scratch, count, sizeof *choosing->used);
    choosing->own = ro_arena_alloc(scratch, count, sizeof *choosing->own);
    choosing->tellers = ro_arena_alloc(scratch, count, sizeof *choosing->tellers);
    for (uint32_t word = 0; choosing->tellers && word < count; word++)
        choosing->tellers[word] = RO_NONE;
    return choosing->used && choosing->own && choosing->tellers;
}

/* What rules propose is taken out of the document's statements. */
static bool propose(struct choosing *choosing, const struct candidates *candidates)
{
    struct document *document = choosing->scene->document;
    bool good = true;
    for (uint32_t i = 0; good && i < document->statement_count; i++)
        good = add_quoted(choosing, &document->statements[i]);
    document->statement_count = 0;
    document->statements = NULL;
    for (uint32_t i = 0; good && i < candidates->count; i++)
        good = add_learned(choosing, &candidates->items[i]);
    return good;
}

enum readout_status ro_statements_stage(struct context *context, struct document *document)
{
    struct scene scene;
    struct candidates candidates;
    struct choosing choosing;
    enum readout_status status = ro_scene_read(context, document, &scene);
    if (status == READOUT_OK)
        status = ro_quoted_read(&scene);
    if (status == READOUT_OK)
        status = ro_learned_read(&scene, &candidates);
    if (status != READOUT_OK)
        return status;
    if (!choosing_init(&choosing, &scene) || !propose(&choosing, &candidates))
        return ro_no_memory(context, "statements", document->statement_count);
    if (!choosing.proposals)
        return READOUT_OK;
    if (!choose(&choosing, context->resources->min_scores.statement) || !write_statements(&choosing) ||
        !keep_considered(&choosing))
        return ro_no_memory(context, "statements", document->statement_count);
    return READOUT_OK;
}
