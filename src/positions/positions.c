/* positions.c: the stage of positions. "Kim demanded relief in exchange for closing the plant, something Washington could not agree
 * to": a demand and an offer of Kim's, a rejection of Washington's. */
#include "positions/positions.h"

#include "events/circumstances.h"
#include "positions/amounts.h"
#include "positions/bargains.h"
#include "positions/references.h"
#include "statements/build.h"

enum {
    REACH = 4,    /* sentences in which "it" and what it stands for are */
    LONGEST = 400 /* words that are read as one sentence */
};

static bool place_cues(struct stands *stands, struct context *context, const struct document *document)
{
    uint32_t *cue_of = ro_arena_alloc(&context->scratch, document->word_count + 1, sizeof *cue_of);
    if (!cue_of)
        return false;
    for (uint32_t word = 0; word < document->word_count; word++)
        cue_of[word] = RO_NONE;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        struct range words = ro_span_words(document, document->statements[i].cue);
        for (uint32_t word = words.begin; ro_range_has(words, word); word++)
            cue_of[word] = i;
    }
    stands->cue_of = cue_of;
    return true;
}

static bool find(struct stands *stands, struct range words)
{
    const struct document *document = stands->stakes.tree.document;
    for (uint32_t word = words.begin; word < words.end; word++) {
        uint32_t before = stands->count;
        if (!document->words[word].upos || document->sentences[document->words[word].sentence].discarded)
            continue;
        if (!ro_stand_by_pattern(stands, word) || (stands->count == before && !ro_stand_by_modal(stands, word)))
            return false;
    }
    return true;
}

/* How much */

static bool is_mark(const struct document *document, uint32_t word)
{
    static const char *const marks[] = {"\"", "\u201c", "\u201d", NULL};
    for (const char *const *mark = marks; word < document->word_count && *mark; mark++)
        if (ro_slice_equal(ro_document_word(document, word), ro_slice(*mark)))
            return true;
    return false;
}

/* The ban | as a whole |, which may be quoted. */
static bool is_as_a_whole(const struct document *document, uint32_t word)
{
    word += word < document->word_count && is_mark(document, word);
    return word + 2 < document->word_count && ro_lemma_is(&document->words[word], "as") &&
           ro_lemma_is(&document->words[word + 2], "whole");
}

/* What stands beside the issue: rejected the levy | in its entirety |. */
static enum extent amount_beside(const struct stands *stands, const struct stand *stand)
{
    static const char *const alls[] = {"entirety", "full",     "entirely", "completely",
                                       "fully",    "outright", "totally",  NULL};
    static const char *const parts[] = {"part", "partly", "partially", NULL};
    const struct tree *tree = &stands->stakes.tree;
    if (is_as_a_whole(tree->document, stand->issue.end))
        return RO_ALL;
    for (uint32_t child = tree->first_child[stand->head]; child != RO_NONE; child = tree->next_child[child]) {
        bool beside = child > stand->head && (ro_hangs_by(ro_tree_word(tree, child), "obl") ||
                                              ro_hangs_by(ro_tree_word(tree, child), "advmod"));
        if (beside && ro_lemma_in(ro_tree_word(tree, child), alls))
            return RO_ALL;
        if (beside && ro_lemma_in(ro_tree_word(tree, child), parts))
            return RO_PART;
    }
    return stand->partial && stand->act != RO_REJECT ? RO_PART : RO_NO_EXTENT;
}

/* An issue ends with the account that has it. */
static void clip(const struct stands *stands, struct stand *stand)
{
    const struct document *document = stands->stakes.tree.document;
    uint32_t statement = stand->issue_head == RO_NONE ? RO_NONE : stands->stakes.tree.accounts[stand->issue_head];
    if (statement != RO_NONE && statement == stands->cue_of[stand->head]) /* what the holder himself demands */
        statement = stands->stakes.tree.accounts[stand->head];
    for (uint32_t i = 0; statement != RO_NONE && i < document->statements[statement].content_count; i++) {
        struct range content = ro_span_words(document, document->statements[statement].contents[i]);
        if (ro_range_has(content, stand->issue_head) && content.end < stand->issue.end)
            stand->issue.end = content.end;
    }
}

/* "Would accept | nothing short of | a seat": a demand of it. */
static void read_nothing_less(const struct stands *stands, struct stand *stand)
{
    static const char *const lesses[] = {"less", "little", "short", NULL}, *const thans[] = {"than", "of", NULL};
    const struct word *words = stands->stakes.tree.document->words;
    uint32_t first = stand->issue.begin;
    bool nothing = first + 3 < stand->issue.end && ro_lemma_is(&words[first], "nothing");
    if (!nothing || !ro_lemma_in(&words[first + 1], lesses) || !ro_lemma_in(&words[first + 2], thans))
        return;
    stand->issue.begin = first + 3;
    stand->act = RO_DEMAND;
}

/* Vowed | not to | pay: refuses to. */
static void read_not_to(const struct stands *stands, struct stand *stand)
{
    const struct word *words = stands->stakes.tree.document->words;
    uint32_t first = stand->issue.begin;
    if (stand->act != RO_PROMISE || first + 2 >= stand->issue.end || !ro_lemma_is(&words[first], "not") ||
        !ro_lemma_is(&words[first + 1], "to"))
        return;
    stand->issue.begin = first + 2;
    stand->act = RO_REJECT;
}

static enum extent extent_of(const struct stands *stands, struct stand *stand)
{
    read_not_to(stands, stand);
    read_nothing_less(stands, stand);
    enum extent extent = ro_amount_of(stands->stakes.tree.document, stand->issue);
    if (extent == RO_ALL && stand->partial) /* not all of it, only those */
        extent = RO_PART;
    if (extent == RO_NO_EXTENT)
        extent = amount_beside(stands, stand);
    bool clause = stand->act == RO_PROMISE && stand->issue_head != RO_NONE &&
                  ro_is_verbal(&stands->stakes.tree,
                               stand->issue_head); /* promised that | no gate would be shut | */
    if (extent == RO_NOTHING && !clause &&
        (stand->act == RO_ACCEPT || stand->act == RO_OFFER || stand->act == RO_PROMISE))
        stand->act = RO_REJECT;
    return extent;
}

/* Writing */

/* What a verb tells inside of another position is a part of that: asked Ghana | to accept the terms |. */
static bool is_inside(const struct stands *stands, uint32_t index)
{
    const struct tree *tree = &stands->stakes.tree;
    const struct stand *own = &stands->items[index];
    bool noun = ro_tree_has_upos(tree, own->head, "NOUN");
    for (uint32_t i = stands->own; i < stands->count; i++) {
        const struct stand *other = &stands->items[i];
        bool deeper = other->issue_head != RO_NONE && other->head != own->head && own->exchange != i &&
                      other->exchange != index;
        if (i != index && deeper && other->score >= 0.5 && ro_range_has(other->issue, own->head) &&
            !ro_range_has(other->issue, other->head) && (!noun || other->act == RO_DEMAND))
            return true;
    }
    return false;
}

static bool is_repeated(const struct stands *stands, uint32_t index)
{
    const struct stand *own = &stands->items[index];
    for (uint32_t i = stands->recent; i < index; i++) {
        const struct stand *other = &stands->items[i];
        if (other->score >= 0.5 && other->holder == own->holder && other->act == own->act &&
            ro_range_is(ro_range_common(other->issue, own->issue)))
            return true;
    }
    return false;
}

/* An issue has both of its quotation marks, or none: "in their entirety | " |. */
static struct range with_marks(const struct document *document, struct range issue)
{
    uint32_t count = 0;
    for (uint32_t word = issue.begin; word < issue.end; word++)
        count += is_mark(document, word);
    if (count % 2 == 0)
        return issue;
    if (is_mark(document, issue.begin))
        issue.begin += issue.end > issue.begin + 1 && !is_mark(document, issue.end);
    else if (issue.begin > 0 && is_mark(document, issue.begin - 1) && !is_mark(document, issue.end))
        issue.begin--;
    if (is_mark(document, issue.end))
        issue.end++;
    return issue;
}

static bool write(struct stands *stands, uint32_t index, enum extent extent)
{
    struct document *document = stands->stakes.tree.document;
    struct stand *stand = &stands->items[index];
    struct position *position = ro_arena_push(&document->arena, document->positions, document->position_count);
    if (!position)
        return false;
    *position = (struct position){.holder = stand->holder,
                                  .act = stand->act,
                                  .issue = ro_words_span(document, with_marks(document, stand->issue)),
                                  .extent = extent,
                                  .toward = stand->toward == stand->holder ? RO_NONE : stand->toward,
                                  .statement = stand->statement,
                                  .score = stand->score};
    stand->number = document->position_count - 1;
    position->issue_text = ro_issue_text(document, position->issue);
    position->about = ro_issue_called(stands, index);
    return position->issue_text && position->about;
}

/* "We offered nothing" denies an offer, and refuses nothing. */
static bool denies_offer(const struct stands *stands, const struct stand *stand, enum position_act read_as)
{
    return read_as == RO_OFFER && stand->act == RO_REJECT && !stand->modal &&
           ro_tree_tagged(&stands->stakes.tree, stand->head, "VBD");
}

static bool write_own(struct stands *stands)
{
    double least = stands->context->resources->min_scores.position;
    for (uint32_t i = stands->own; i < stands->count; i++)
        clip(stands, &stands->items[i]);
    for (uint32_t i = stands->own; i < stands->count; i++) {
        struct stand *stand = &stands->items[i];
        stand->number = RO_NONE;
        if (!ro_range_is(stand->issue) || stand->holder == RO_NONE || stand->score < least)
            continue;
        enum position_act read_as = stand->act;
        enum extent extent = extent_of(stands, stand);
        bool left_out = denies_offer(stands, stand, read_as) || is_inside(stands, i) || is_repeated(stands, i);
        if (!left_out && !write(stands, i, extent))
            return false;
    }
    return true;
}

/* Each half of a bargain by its number among the positions that are written. */
static bool join_written(const struct stands *stands)
{
    struct document *document = stands->stakes.tree.document;
    for (uint32_t i = 0; i < stands->count; i++) {
        uint32_t own = stands->items[i].number, exchange = stands->items[i].exchange;
        uint32_t other = exchange == RO_NONE ? RO_NONE : stands->items[exchange].number;
        if (own == RO_NONE || other == RO_NONE)
            continue;
        struct position *position = &document->positions[own];
        uint32_t *added = ro_arena_push(&document->arena, position->exchanges, position->exchange_count);
        if (!added)
            return false;
        *added = other;
    }
    return true;
}

/* All */

static bool read_sentence(struct stands *stands, struct range words)
{
    if (!find(stands, words) || !ro_bargains_read(stands, words))
        return false;
    for (uint32_t i = stands->own; i < stands->count; i++)
        ro_issue_resolve(stands, i);
    return write_own(stands);
}

static bool read_all(struct stands *stands)
{
    const struct document *document = stands->stakes.tree.document;
    uint32_t firsts[REACH] = {0}; /* of the stands of the last sentences, the newest last */
    for (uint32_t begin = 0, end; begin < document->word_count; begin = end) {
        for (end = begin; end < document->word_count && end - begin < LONGEST &&
                          document->words[end].sentence == document->words[begin].sentence;)
            end++;
        memmove(firsts, firsts + 1, sizeof firsts - sizeof *firsts);
        firsts[REACH - 1] = stands->own = stands->count;
        stands->recent = firsts[0];
        if (!read_sentence(stands, (struct range){begin, end}))
            return false;
    }
    return join_written(stands);
}

enum readout_status ro_positions_stage(struct context *context, struct document *document)
{
    struct stands stands = {.context = context, .stances = context->resources->stances};
    bool good = ro_stakes_build(&stands.stakes, context, document) &&
                (stands.stakes.tree.accounts = ro_event_accounts(document, &context->scratch)) != NULL &&
                (stands.stakes.tree.cues = ro_event_cues(document, &context->scratch)) != NULL &&
                place_cues(&stands, context, document) && read_all(&stands);
    return good ? READOUT_OK : ro_no_memory(context, "positions", document->position_count);
}
