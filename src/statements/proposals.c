/* proposals.c: contents of proposals, in words. A quotation is never cut in two, and goes on over paragraphs. */
#include "statements/proposals.h"

#include "statements/acts.h"
#include "statements/borders.h"
#include "statements/build.h"
#include "statements/governed.h"

enum { PARAGRAPHS = 200 /* of one quotation, at most */ };

bool ro_proposals_init(struct proposals *proposals, const struct scene *scene)
{
    *proposals = (struct proposals){.scene = scene};
    proposals->own = ro_arena_alloc(&scene->context->scratch, scene->document->word_count, sizeof *proposals->own);
    return proposals->own != NULL;
}

static struct proposal *add_proposal(struct proposals *proposals, const struct statement *statement)
{
    struct arena *scratch = &proposals->scene->context->scratch;
    struct proposal *proposal = ro_arena_alloc(scratch, 1, sizeof *proposal);
    struct proposal **place = ro_arena_push(scratch, proposals->items, proposals->count);
    if (!proposal || !place)
        return NULL;
    *place = proposal;
    *proposal = (struct proposal){.statement = *statement, .order = proposals->count, .verdict = RO_UNTOLD};
    proposal->statement.contents = proposal->statement.quotes = NULL;
    proposal->statement.content_count = proposal->statement.quote_count = 0;
    proposal->statement.within = RO_NONE;
    proposal->nested = statement->within != RO_NONE;
    proposal->cue = ro_span_is(statement->cue) ? ro_span_words(proposals->scene->document, statement->cue).begin
                                               : RO_NONE;
    return proposal;
}

/* What is demanded or promised, without what is said of it: "asked for help|, something nobody could give". */
static struct range before_comment(const struct scene *scene, enum readout_act act, struct range content)
{
    if (act == READOUT_ASSERT || act == READOUT_DENY || act == READOUT_ASK || act == READOUT_BELIEVE)
        return content;
    for (uint32_t word = content.begin + 1; word + 1 < content.end; word++)
        if (ro_word_in(scene, word, ",") && ro_word_is(scene, word + 1, "something"))
            content.end = word;
    return content;
}

/* Mark the words of a content. */
static void mark(struct proposals *proposals, struct range words)
{
    for (uint32_t word = words.begin; word < words.end; word++)
        proposals->own[word] = true;
}

/* Give a proposal the marked words that lie in `words`. */
static bool collect(struct proposals *proposals, struct range words, struct proposal *proposal)
{
    struct arena *scratch = &proposals->scene->context->scratch;
    const struct document *document = proposals->scene->document;
    proposal->contents = NULL;
    proposal->content_count = 0;
    for (uint32_t word = words.begin; word < words.end; word++) {
        if (!proposals->own[word])
            continue;
        struct range *content = ro_arena_push(scratch, proposal->contents, proposal->content_count);
        if (!content)
            return false;
        uint32_t block = document->words[word].block;
        content->begin = word;
        for (; word < words.end && proposals->own[word] && document->words[word].block == block; word++)
            proposals->own[word] = false;
        content->end = word--;
    }
    if (proposal->content_count)
        proposal->first = proposal->contents[0].begin < proposal->cue ? proposal->contents[0].begin : proposal->cue;
    return true;
}

struct range ro_proposal_words(const struct proposal *proposal)
{
    if (!proposal->content_count)
        return (struct range){0, 0};
    return (struct range){proposal->contents[0].begin, proposal->contents[proposal->content_count - 1].end};
}

bool ro_proposal_collect(struct proposals *proposals, struct proposal *proposal)
{
    return collect(proposals, ro_proposal_words(proposal), proposal);
}

static struct range both(struct range a, struct range b)
{
    if (!ro_range_is(a))
        return b;
    return (struct range){a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

bool ro_propose_quoted(struct proposals *proposals, const struct statement *statement)
{
    const struct scene *scene = proposals->scene;
    struct proposal *proposal = add_proposal(proposals, statement);
    struct range all = {0, 0},
                 cue = ro_span_is(statement->cue) ? ro_span_words(scene->document, statement->cue) : RO_NO_RANGE;
    const struct candidate candidate = {.part = {0, scene->document->word_count}, .cue = cue};
    for (uint32_t i = 0; proposal && i < statement->content_count; i++) {
        struct range words = ro_span_words(scene->document, statement->contents[i]);
        if (ro_range_is(cue)) {
            words = ro_border_hearer(scene, cue, before_comment(scene, statement->act, words));
            words = ro_cut_relative(scene, &candidate, words);
        }
        mark(proposals, words);
        all = both(all, words);
    }
    return proposal && collect(proposals, all, proposal);
}

/* Of the model */

static bool meets(struct range a, struct range b)
{
    return ro_range_is(a) && ro_range_is(b) && a.begin < b.end && b.begin < a.end;
}

/* Whether enough of a quotation is in the content that all of it is: half, or of a long one what a model sees of it. */
static bool holds(const struct proposals *proposals, struct range words)
{
    uint32_t inside = 0,
             enough = words.end - words.begin < RO_REACH ? (words.end - words.begin + 1) / 2 : RO_REACH / 2;
    for (uint32_t word = words.begin; word < words.end && inside < enough; word++)
        inside += proposals->own[word];
    return inside >= enough;
}

/* A quotation that the content has a part of is taken whole, with the paragraphs that go on with it, or left; but one in
 * which all is said stays as it is. Returns what is taken. */
static struct range settle_quotation(struct proposals *proposals, const struct candidate *candidate, uint32_t index)
{
    const struct scene *scene = proposals->scene;
    struct range words = scene->quotations[index].words, all = words;
    if (meets(candidate->source, words) || meets(candidate->cue, words))
        return (struct range){0, 0};
    if (!holds(proposals, words)) {
        memset(proposals->own + words.begin, 0, (words.end - words.begin) * sizeof *proposals->own);
        return (struct range){0, 0};
    }
    mark(proposals, words);
    for (uint32_t paragraphs = 0; paragraphs < PARAGRAPHS && scene->quotations[index].goes_on; paragraphs++) {
        words = scene->quotations[++index].words;
        mark(proposals, words);
        all.end = words.end;
    }
    return all;
}

/* Mark the words of a candidate's contents: no quotation is cut in two, but that which holds all that was read. */
static struct range mark_whole(struct proposals *proposals, const struct candidate *candidate,
                               const struct range *contents, uint32_t count)
{
    struct range all = {0, 0};
    for (uint32_t i = 0; i < count; i++)
        mark(proposals, contents[i]);
    for (uint32_t i = 0; i < count; i++) {
        struct range words = contents[i];
        all = both(all, words);
        for (uint32_t word = words.begin; word < words.end; word++) {
            uint32_t owner = ro_owner_in(proposals->scene, candidate->part, word);
            if (owner == RO_NONE)
                continue;
            struct range taken = settle_quotation(proposals, candidate, owner);
            all = ro_range_is(taken) ? both(all, taken) : all;
            word = proposals->scene->quotations[owner].words.end - 1;
        }
    }
    return all;
}

/* A cue is no part of its own content. */
static void leave_out(struct proposals *proposals, struct range cue, struct range all)
{
    cue = ro_range_common(cue, all);
    for (uint32_t word = cue.begin; word < cue.end; word++)
        proposals->own[word] = false;
}

/* The cue of the lexicon that a candidate's cue holds: at the word by which it was found, or the first. */
static const struct cue *listed_cue(const struct scene *scene, const struct candidate *candidate)
{
    const struct cue *cue = ro_scene_listed(scene, candidate->word);
    for (uint32_t word = candidate->cue.begin; !cue && word < candidate->cue.end; word++)
        cue = ro_scene_listed(scene, word);
    return cue;
}

/* "which the paper has | seen", "answered questions about | it": a thing that is only named, where words for it are needed. */
static bool is_only_named(const struct scene *scene, const struct cue *cue, const struct range *contents,
                          uint32_t count)
{
    if (!cue || count != 1 || contents->end != contents->begin + 1 || !ro_upos_is(scene, contents->begin, "PRON"))
        return false;
    bool thinks = cue->frame == RO_FRAME_CALL && cue->act == READOUT_BELIEVE;
    return ro_cue_only_quotes(cue) || (thinks && !ro_takes_pronoun(cue));
}

bool ro_propose_learned(struct proposals *proposals, const struct candidate *read, const char *by)
{
    const struct scene *scene = proposals->scene;
    const struct candidate parts = ro_border_parts(scene, read), *candidate = &parts;
    const struct document *document = scene->document;
    const struct cue *cue = listed_cue(scene, candidate);
    const char *lemma = cue ? cue->lemma : document->words[candidate->word].lemma;
    const struct statement statement = {
        .source = {ro_words_span(document, ro_border_source(scene, candidate))},
        .cue = ro_words_span(document, ro_border_cue(scene, candidate)),
        .lemma = lemma,
        .act = ro_act(scene->context->resources->acts, cue, ro_slice(lemma)),
        .time = RO_NONE,
        .within = RO_NONE,
        .score = candidate->score,
        .by = by,
    };
    struct range contents[RO_CONTENTS];
    uint32_t count = ro_border_contents(scene, candidate, contents);
    for (uint32_t i = 0; i < count; i++)
        contents[i] = before_comment(scene, statement.act, contents[i]);
    if (is_only_named(scene, cue, contents, count))
        return true;
    struct proposal *proposal = add_proposal(proposals, &statement);
    if (!proposal)
        return false;
    proposal->cue = candidate->word;
    proposal->learned = true;
    proposal->account = cue && cue->frame == RO_FRAME_SOURCE;
    proposal->other_source = candidate->other_source;
    struct range all = mark_whole(proposals, candidate, contents, count);
    leave_out(proposals, ro_span_words(document, statement.cue), all);
    if (!collect(proposals, all, proposal))
        return false;
    if (!proposal->content_count) /* it had parts of quotations alone */
        proposals->count--;
    return true;
}
