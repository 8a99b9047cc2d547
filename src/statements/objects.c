/* objects.c: what a cue governs that is no clause: a thing that is demanded, feared, named, told of. */
#include "statements/build.h"
#include "statements/governed.h"

/* Of "asked for | time", "boasted of | winning" the word that goes with the preposition, or RO_NONE. */
static uint32_t object_behind(const struct clause *clause)
{
    uint32_t last = clause->cue + clause->entry->rest_count, object = clause->scene->document->words[last].head;
    bool goes = ro_in_part(clause, object) &&
                (ro_relation_is(clause->scene, last, "case") || ro_relation_is(clause->scene, last, "mark"));
    return goes ? object : RO_NONE;
}

/* "as a trap", "unbalanced": what an object is thought to be. */
static bool is_named(const struct clause *clause, uint32_t object, uint32_t end)
{
    uint32_t word = ro_dependent(clause, object, clause->cue, "xcomp");
    return ro_word_is(clause->scene, end, "as") || (word != RO_NONE && !ro_is_pos(clause, word, "VERB"));
}

/* Of "saw | you go" what is seen rather than thought: an object with a verb. */
static bool is_seen(const struct clause *clause, uint32_t object)
{
    uint32_t word = ro_dependent(clause, object, clause->cue, "xcomp");
    return word != RO_NONE && ro_is_pos(clause, word, "VERB") && !ro_has_mark(clause, word, "to");
}

/* Whether it is asked that something be done to somebody. */
static bool asks_for_deed(const struct clause *clause)
{
    bool deed = false;
    for (uint32_t word = clause->cue + 1; word < clause->part.end && ro_asks(clause); word++)
        deed |= ro_has_mark(clause, word, "to") && ro_child(clause, word, "aux:pass") != RO_NONE &&
                ro_hangs_on(clause->scene, word, clause->cue);
    return deed;
}

/* Verbs of thinking whose object is what is thought: "fears a war", not "knows the road". */
static bool thinks_of_things(const struct clause *clause)
{
    static const char *const lemmas[] = {"want",       "fear",     "expect",  "doubt",    "suspect",
                                         "anticipate", "foresee",  "prefer",  "dread",    "assume",
                                         "predict",    "foretell", "suppose", "hope for", NULL};
    return ro_cue_is_any(clause, lemmas);
}

/* The word that is demanded, feared, denied, criticized, or RO_NONE. */
static uint32_t object_of(const struct clause *clause)
{
    const struct word *words = clause->scene->document->words;
    uint32_t last = clause->cue + clause->entry->rest_count;
    if (clause->entry->rest_count && words[last].head != clause->cue)
        return object_behind(clause);
    uint32_t object = ro_dependent(clause, clause->cue, clause->cue, "obj");
    if (object == RO_NONE && ro_asks(clause)) /* asked | the gates to be shut */
        object = ro_dependent(clause, clause->cue, clause->cue, "iobj");
    if (object == RO_NONE && clause->entry->act == READOUT_PROMISE) /* they were promised | a job */
        object = ro_dependent(clause, clause->cue, clause->cue, "obl:unmarked");
    return object;
}

/* Whether a word behind the object is of another clause, or tells when. */
static bool ends_object(const struct clause *clause, uint32_t word, bool deed)
{
    static const char *const relations[] = {"conj", "parataxis", "advcl", "obl:unmarked", "compound", NULL};
    const struct scene *scene = clause->scene;
    if (!ro_hangs_on(scene, word, clause->cue) || ro_word_in(scene, word, ",;:.") || ro_time_begins(scene, word) ||
        ro_word_is(scene, word, "since"))
        return true;
    uint32_t top = word;
    while (scene->document->words[top].head != clause->cue)
        top = scene->document->words[top].head;
    bool over = ro_word_is(scene, top, "ago");
    for (const char *const *relation = relations; *relation; relation++)
        over |= !deed && ro_relation_is(scene, top, *relation);
    return over && !ro_has_mark(clause, top, "as") && !ro_has_mark(clause, top, "to");
}

/* "backs the plan", "vetoed the bill": done as often as said. */
static bool is_deed(const struct clause *clause)
{
    bool agrees = clause->entry->act == READOUT_AGREE && clause->entry->frame == RO_FRAME_MODEL;
    return (agrees && !clause->entry->rest_count) || strcmp(clause->entry->lemma, "veto") == 0;
}

bool ro_takes_pronoun(const struct cue *cue)
{
    static const char *const lemmas[] = {"believe", "deny", "doubt",  "admit",  "regret", "oppose", "reject",
                                         "accept",  "want", "demand", "expect", "fear",   NULL};
    return ro_cue_is_in(cue, lemmas);
}

/* Whether an object by itself, which ends before `end`, tells what is thought or said of it. */
static bool tells_enough(const struct clause *clause, uint32_t object, struct range range, uint32_t end)
{
    bool believes = clause->entry->act == READOUT_BELIEVE, other = clause->entry->act == READOUT_OTHER;
    if (ro_is_pos(clause, object, "PRON") && range.end == range.begin + 1)
        return ro_takes_pronoun(clause->entry);
    if (thinks_of_things(clause) || !(believes || other))
        return !is_deed(clause);
    if (believes && (clause->entry->frame == RO_FRAME_MODEL || is_seen(clause, object)))
        return false; /* "trusts the bank", "saw him leave" */
    bool named = range.end > end && (other || is_named(clause, object, end));
    return named || clause->entry->frame != RO_FRAME_CALL;
}

/* What is demanded, feared, denied, criticized; of "call the vote a sham" all that follows. */
static struct range object_phrase(const struct clause *clause)
{
    uint32_t object = object_of(clause), first = clause->cue + 1 + clause->entry->rest_count;
    if (object == RO_NONE)
        return RO_NO_RANGE;
    struct range range = ro_subtree(clause, object);
    while (range.end > range.begin + 1 && !ro_has_letter(ro_document_word(clause->scene->document, range.end - 1)))
        range.end--;
    uint32_t end = range.end;
    bool deed = asks_for_deed(clause);
    if (range.begin < first && first < end)
        range.begin = first;
    while (range.end < clause->part.end && !ends_object(clause, range.end, deed))
        range.end++;
    return tells_enough(clause, object, range, end) ? range : RO_NO_RANGE;
}

/* "demands | a vote", but "invites the leaders": what is asked for rather than who is asked. */
static bool asks_for_things(const struct clause *clause)
{
    static const char *const lemmas[] = {"demand",   "request", "seek",  "recommend", "propose",
                                         "advocate", "require", "order", NULL};
    return ro_cue_is_any(clause, lemmas) || clause->entry->rest_count > 0;
}

static bool takes_object(const struct clause *clause)
{
    enum readout_act act = clause->entry->act;
    if (asks_for_deed(clause))
        return true;
    if (ro_only_quotes(clause) || (act == READOUT_REQUEST && !asks_for_things(clause)))
        return false;
    return clause->entry->frame == RO_FRAME_CALL || clause->entry->rest_count ||
           (act != READOUT_ASSERT && act != READOUT_ASK);
}

/* Whether a preposition leads to what is asked, told, regretted, thought of. */
static bool leads_to_thing(const struct clause *clause, uint32_t preposition)
{
    const struct scene *scene = clause->scene;
    enum readout_act act = clause->entry->act;
    bool noun = ro_is_pos(clause, clause->cue, "NOUN"), tells = clause->entry->frame == RO_FRAME_TELL && !noun;
    bool feels = act == READOUT_BELIEVE && ro_is_pos(clause, clause->cue, "ADJ");
    bool regrets = act == READOUT_REGRET && ro_is_pos(clause, clause->cue, "VERB");
    if (ro_word_is(scene, preposition, "for"))
        return ro_asks(clause) || tells || regrets;
    if (ro_word_is(scene, preposition, "of"))
        return tells || feels;
    return tells && ro_word_is(scene, preposition, "about");
}

/* Asked me | for music |, told him | of the breach |, her demand | for an exorcist |, aware | of the danger |. */
static struct range thing_behind(const struct clause *clause)
{
    const char *relation = ro_is_pos(clause, clause->cue, "NOUN") ? "nmod" : "obl";
    for (uint32_t word = clause->cue; (word = ro_dependent(clause, word, clause->cue, relation)) != RO_NONE;
         word++) {
        uint32_t preposition = clause->scene->preposition[word];
        if (preposition != RO_NONE && preposition > clause->cue && leads_to_thing(clause, preposition))
            return ro_subtree(clause, word);
    }
    return RO_NO_RANGE;
}

struct range ro_governed_object(const struct clause *clause)
{
    bool verb = ro_is_pos(clause, clause->cue, "VERB");
    struct range object = verb && takes_object(clause) ? object_phrase(clause) : RO_NO_RANGE;
    return ro_range_is(object) ? object : thing_behind(clause);
}
