/* positions.c: the stage of positions. "Kim demanded relief in exchange for closing the plant, something Washington could not agree
 * to": a demand and an offer of Kim's, a rejection of Washington's. */
#include "positions/positions.h"

#include "events/circumstances.h"
#include "positions/amounts.h"
#include "positions/bargains.h"
#include "statements/build.h"

enum { REACH = 3 }; /* sentences back to what "it" stands for */

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

static bool find(struct stands *stands)
{
    const struct document *document = stands->stakes.tree.document;
    for (uint32_t word = 0; word < document->word_count; word++) {
        uint32_t before = stands->count;
        if (!document->words[word].upos || document->sentences[document->words[word].sentence].discarded)
            continue;
        if (!ro_stand_by_pattern(stands, word) || (stands->count == before && !ro_stand_by_modal(stands, word)))
            return false;
    }
    return true;
}

/* Issues */

/* What a free relative is said to be: | what | he wants, he said, is | an apology |; RO_NONE. */
static uint32_t predicate_of(const struct tree *tree, uint32_t what)
{
    const struct document *document = tree->document;
    const struct word *own = ro_tree_word(tree, what);
    if (ro_hangs_by(own, "nsubj"))
        return own->head;
    for (uint32_t word = what + 1; word < document->word_count && document->words[word].sentence == own->sentence;
         word++)
        if (ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE)
            return word;
    return RO_NONE;
}

/* Free relatives: | what we proposed | was not the whole of it but a part. The issue is what it is said to be. */
static void read_cleft(struct stands *stands, struct stand *stand)
{
    const struct tree *tree = &stands->stakes.tree;
    uint32_t what = stand->issue_head;
    if (what == RO_NONE || !ro_lemma_is(ro_tree_word(tree, what), "what"))
        return;
    uint32_t told = predicate_of(tree, what);
    if (told == RO_NONE) {
        stand->issue = RO_NO_RANGE;
        return;
    }
    uint32_t conjunct = ro_tree_child(tree, told, "conj", RO_NONE);
    bool negated = ro_tree_child_lemma(tree, told, "advmod", "not") != RO_NONE;
    if (negated && conjunct != RO_NONE && ro_tree_child_lemma(tree, conjunct, "cc", "but") != RO_NONE)
        told = conjunct;
    else
        stand->partial = negated;
    stand->issue_head = told;
    stand->issue = ro_stake_of(&stands->stakes, told, false);
}

/* What was at stake last, first of all what the holder was asked for; RO_NONE. */
static uint32_t antecedent_of(const struct stands *stands, uint32_t index)
{
    const struct document *document = stands->stakes.tree.document;
    const struct stand *own = &stands->items[index];
    uint32_t sentence = document->words[own->head].sentence, found = RO_NONE;
    for (uint32_t i = 0; i < stands->count; i++) {
        const struct stand *other = &stands->items[i];
        if (other->head >= own->head || !ro_range_is(other->issue) ||
            document->words[other->head].sentence + REACH < sentence || other->act == RO_REGRET ||
            other->act == RO_PRAISE || other->score < 0.5 || other->holder == RO_NONE ||
            other->holder == own->holder)
            continue;
        bool asked = other->toward == own->holder;
        if (found != RO_NONE && stands->items[found].exchange == i && stands->items[found].act == RO_DEMAND)
            continue; /* it is the demand that is accepted or refused, not what is offered for it */
        if (found == RO_NONE || asked || stands->items[found].toward != own->holder)
            found = i;
    }
    return found;
}

static void resolve_issues(struct stands *stands)
{
    for (uint32_t i = 0; i < stands->count; i++) {
        struct stand *stand = &stands->items[i];
        read_cleft(stands, stand);
        bool what = stand->issue_head != RO_NONE &&
                    ro_lemma_is(ro_tree_word(&stands->stakes.tree, stand->issue_head), "what");
        if (ro_range_is(stand->issue) || stand->act == RO_REGRET || what)
            continue;
        uint32_t antecedent = antecedent_of(stands, i);
        if (antecedent == RO_NONE)
            continue;
        stand->issue = stands->items[antecedent].issue;
        stand->score *= 0.9;
    }
}

/* How much */

/* What stands beside the issue: rejected the levy | in its entirety |. */
static enum extent amount_beside(const struct stands *stands, const struct stand *stand)
{
    static const char *const alls[] = {"entirety", "full",     "entirely", "completely",
                                       "fully",    "outright", "totally",  NULL};
    static const char *const parts[] = {"part", "partly", "partially", NULL};
    const struct tree *tree = &stands->stakes.tree;
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
    for (uint32_t i = 0; statement != RO_NONE && i < document->statements[statement].content_count; i++) {
        struct range content = ro_span_words(document, document->statements[statement].contents[i]);
        if (ro_range_has(content, stand->issue_head))
            stand->issue = ro_range_common(stand->issue, content);
    }
}

static enum extent extent_of(const struct stands *stands, struct stand *stand)
{
    enum extent extent = ro_amount_of(stands->stakes.tree.document, stand->issue);
    if (extent == RO_ALL && stand->partial) /* not all of it, only those */
        extent = RO_PART;
    if (extent == RO_NO_EXTENT)
        extent = amount_beside(stands, stand);
    if (extent == RO_NOTHING && (stand->act == RO_ACCEPT || stand->act == RO_OFFER || stand->act == RO_PROMISE))
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
    for (uint32_t i = 0; i < stands->count; i++) {
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
    for (uint32_t i = 0; i < index; i++) {
        const struct stand *other = &stands->items[i];
        if (other->score >= 0.5 && other->holder == own->holder && other->act == own->act &&
            ro_range_is(ro_range_common(other->issue, own->issue)))
            return true;
    }
    return false;
}

/* Put the words of an issue on one line. */
static const char *text_of(struct document *document, struct span span)
{
    char *text = ro_arena_copy(&document->arena, ro_document_slice(document, span));
    for (char *at = text; at && *at; at++)
        if (*at == '\n' || *at == '\r' || *at == '\t')
            *at = ' ';
    return text;
}

static bool is_mark(const struct document *document, uint32_t word)
{
    static const char *const marks[] = {"\"", "\u201c", "\u201d", NULL};
    for (const char *const *mark = marks; word < document->word_count && *mark; mark++)
        if (ro_slice_equal(ro_document_word(document, word), ro_slice(*mark)))
            return true;
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

static bool write(struct stands *stands, struct stand *stand, enum extent extent)
{
    struct document *document = stands->stakes.tree.document;
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
    position->issue_text = text_of(document, position->issue);
    return position->issue_text != NULL;
}

/* Each half of a bargain by its number among the positions that are written. */
static bool join_written(struct stands *stands, const uint32_t *numbers)
{
    struct document *document = stands->stakes.tree.document;
    for (uint32_t i = 0; i < stands->count; i++) {
        uint32_t other = stands->items[i].exchange;
        if (numbers[i] == RO_NONE || other == RO_NONE || numbers[other] == RO_NONE)
            continue;
        struct position *position = &document->positions[numbers[i]];
        uint32_t *exchange = ro_arena_push(&document->arena, position->exchanges, position->exchange_count);
        if (!exchange)
            return false;
        *exchange = numbers[other];
    }
    return true;
}

static bool write_all(struct stands *stands)
{
    uint32_t *numbers = ro_arena_alloc(&stands->context->scratch, stands->count + 1, sizeof *numbers);
    if (!numbers)
        return false;
    for (uint32_t i = 0; i < stands->count; i++) {
        struct stand *stand = &stands->items[i];
        numbers[i] = RO_NONE;
        if (!ro_range_is(stand->issue) || stand->holder == RO_NONE ||
            stand->score < stands->context->resources->min_scores.position)
            continue;
        clip(stands, stand);
        enum position_act act = stand->act;
        enum extent extent = extent_of(stands, stand);
        if (act == RO_OFFER && stand->act == RO_REJECT && !stand->modal &&
            ro_tree_tagged(&stands->stakes.tree, stand->head, "VBD"))
            continue; /* "we offered nothing" denies an offer */
        if (is_inside(stands, i) || is_repeated(stands, i))
            continue;
        numbers[i] = stands->stakes.tree.document->position_count;
        if (!write(stands, stand, extent))
            return false;
    }
    return join_written(stands, numbers);
}

enum readout_status ro_positions_stage(struct context *context, struct document *document)
{
    struct stands stands = {.context = context, .stances = context->resources->stances};
    bool good = ro_stakes_build(&stands.stakes, context, document) &&
                (stands.stakes.tree.accounts = ro_event_accounts(document, &context->scratch)) != NULL &&
                (stands.stakes.tree.cues = ro_event_cues(document, &context->scratch)) != NULL &&
                place_cues(&stands, context, document) && find(&stands);
    if (good)
        good = ro_bargains_read(&stands);
    if (good) {
        resolve_issues(&stands);
        good = write_all(&stands);
    }
    return good ? READOUT_OK : ro_no_memory(context, "positions", document->position_count);
}
