/* petrarch.c: codes events by a verb dictionary. The verbs in what a verb with a code says are not coded, as PETRARCH and TABARI have it;
 * by a dictionary of PETRARCH2 they and the verb are taken together. */
#include "events/petrarch.h"

#include "events/notes.h"
#include "events/petrarch_coding.h"

/* The verbs of a sentence; in the scratch of the context. */
struct coder_state {
    struct petrarch_text text;
    struct petrarch_clause clause;
    struct petrarch_coding *codings;
    uint32_t count, room;
    uint32_t *at; /* of each word of the sentence: its coding, or RO_NONE */
};

/* Whose code it is: that of the pattern that fits, else that of the verb. */
static void read_code(const struct petrarch_text *text, const struct petrarch_clause *clause,
                      struct petrarch_match *match, struct petrarch_coding *coding)
{
    const struct petrarch_verb *verb = clause->verb;
    *coding = (struct petrarch_coding){
        .word = clause->word, .code = verb->code, .text = verb->text, .file = verb->file, .line = verb->line};
    coding->words = clause->own;
    coding->denied = clause->negated;
    if (!ro_petrarch_match(text, verb->block, clause->own, &clause->before, &clause->behind, match))
        return;
    coding->code = match->pattern->code;
    coding->text = match->pattern->text;
    coding->file = match->pattern->file;
    coding->line = match->pattern->line;
    coding->words = match->words;
    coding->denied &= !match->denies;
}

static bool has_code(const struct petrarch_coding *coding)
{
    return coding->code.there || coding->code.back;
}

/* Several who do something with each other, without anybody else. */
static bool is_mutual(const struct petrarch_coding *coding, const struct petrarch_noun *noun)
{
    return coding->code.there && coding->code.back && noun && noun->party_count > 1;
}

static void find_parties(const struct petrarch_text *text, const struct petrarch_clause *clause,
                         const struct petrarch_match *match, struct petrarch_coding *coding)
{
    coding->source = match->source ? match->source : ro_petrarch_subject(text, clause->word, &coding->has_subject);
    coding->target = match->target   ? match->target
                     : clause->agent ? clause->agent
                                     : ro_petrarch_behind(text, clause, coding->source);
    if (!match->source && (!coding->source || coding->source == coding->target))
        coding->source = text->verbs->second ? NULL : ro_petrarch_before(text, clause, coding->target);
    if (!coding->target && is_mutual(coding, coding->source))
        coding->target = coding->source;
    if (clause->agent || (clause->passive && text->verbs->second && !match->source)) {
        const struct petrarch_noun *agent = clause->agent ? coding->target : NULL;
        coding->target = coding->source;
        coding->source = agent;
    }
}

/* What a verb says is told by it: the verbs in it are not coded. */
static void mark_coded(struct petrarch_text *text, const struct petrarch_clause *clause)
{
    for (uint32_t i = 0; i < clause->behind.count; i++)
        text->words[clause->behind.words[i] - text->sentence.begin].coded = true;
}

static struct petrarch_coding *next_coding(struct coder_state *state)
{
    if (state->count == state->room) { /* the room is used again for the next sentence */
        const struct petrarch_coding *added = ro_arena_push(&state->text.context->scratch, state->codings,
                                                            state->room);
        if (!added)
            return NULL;
    }
    return &state->codings[state->count++];
}

static bool read_verb(struct coder_state *state, uint32_t word)
{
    struct petrarch_text *text = &state->text;
    struct petrarch_match match;
    struct petrarch_coding coding;
    if (ro_petrarch_at(text, word)->coded || !ro_petrarch_clause_read(text, word, &state->clause))
        return true;
    read_code(text, &state->clause, &match, &coding);
    if (!has_code(&coding) && !text->verbs->second)
        return true;
    if (!text->verbs->second)
        mark_coded(text, &state->clause);
    find_parties(text, &state->clause, &match, &coding);
    struct petrarch_coding *kept = next_coding(state);
    if (!kept)
        return false;
    *kept = coding;
    state->at[coding.word - text->sentence.begin] = state->count - 1;
    return true;
}

static bool read_sentence(struct coder_state *state, uint32_t sentence)
{
    struct petrarch_text *text = &state->text;
    if (!ro_petrarch_text_read(text, sentence))
        return false;
    state->count = 0;
    for (uint32_t word = text->sentence.begin; word < text->sentence.end; word++)
        state->at[word - text->sentence.begin] = RO_NONE;
    for (uint32_t word = text->sentence.begin; word < text->sentence.end; word++)
        if (!read_verb(state, word))
            return false;
    if (text->verbs->second)
        ro_petrarch_tell(text, state->codings, state->count, state->at);
    for (uint32_t i = 0; i < state->count; i++)
        if (!state->codings[i].told)
            ro_petrarch_write(text, &state->codings[i]);
    return !text->failed;
}

static bool open_state(struct coder_state *state, struct context *context, struct document *document,
                       const struct tree *tree, const struct petrarch_verbs *verbs)
{
    struct arena *scratch = &context->scratch;
    if (!ro_petrarch_text_open(&state->text, context, document, tree, verbs))
        return false;
    state->clause.before.words = ro_arena_alloc(scratch, RO_PETRARCH_ROW, sizeof *state->clause.before.words);
    state->clause.behind.words = ro_arena_alloc(scratch, RO_PETRARCH_ROW, sizeof *state->clause.behind.words);
    state->at = ro_arena_alloc(scratch, state->text.longest, sizeof *state->at);
    return state->clause.before.words && state->clause.behind.words && state->at;
}

enum readout_status ro_petrarch_events(struct context *context, struct document *document,
                                       const struct petrarch_verbs *verbs)
{
    struct coder_state state = {.count = 0};
    struct tree tree;
    bool good = ro_tree_build(&tree, context, document) && open_state(&state, context, document, &tree, verbs);
    for (uint32_t i = 0; i < document->sentence_count && good; i++)
        good = document->sentences[i].discarded || read_sentence(&state, i);
    ro_notes_order(document);
    return good ? READOUT_OK : ro_no_memory(context, "events", document->event_count);
}
