/* subjects.c: whose account what a cue governs is, by the tree: "Lund, who | said", "his | plan", "told | by the clerk". */
#include "statements/governed.h"

/* Of a passive verb, by whom: told | by the clerk |; not "by letter". */
static uint32_t agent_of(const struct clause *clause, uint32_t verb)
{
    for (uint32_t word = clause->part.begin; (word = ro_dependent(clause, word, verb, "obl")) != RO_NONE; word++) {
        uint32_t by = clause->scene->preposition[word];
        if (by != RO_NONE && ro_word_is(clause->scene, by, "by") && by + 1 < word)
            return word;
    }
    return RO_NONE;
}

/* Whom an infinitive before is said of: told | him | to say. */
static uint32_t controller_of(const struct clause *clause, uint32_t verb)
{
    uint32_t head = clause->scene->document->words[verb].head, object = ro_child(clause, head, "obj");
    if (object == RO_NONE)
        object = ro_child(clause, head, "iobj");
    return object != RO_NONE && object < verb && ro_relation_is(clause->scene, verb, "xcomp") ? object : RO_NONE;
}

/* Who does what a verb tells: its subject, or that of the verb that it goes with. */
static uint32_t actor_of(const struct clause *clause, uint32_t verb)
{
    enum { STEPS = 8 };
    const struct scene *scene = clause->scene;
    for (uint32_t steps = 0; steps < STEPS && ro_in_part(clause, verb); steps++) {
        uint32_t agent = verb == clause->cue ? ro_child(clause, verb, "obl:agent")
                                             : RO_NONE; /* as stated | by Moon */
        if (agent != RO_NONE)
            return agent;
        bool feels = verb == clause->cue && clause->entry->act == READOUT_BELIEVE; /* is convinced that */
        if (!feels && ro_child(clause, verb, "aux:pass") != RO_NONE)
            return agent_of(clause, verb);
        uint32_t subject = ro_child(clause, verb, "nsubj"), head = scene->document->words[verb].head;
        if (subject == RO_NONE)
            subject = controller_of(clause, verb);
        if (subject == RO_NONE && ro_relation_is(scene, verb, "acl"))
            subject = head;
        if (subject != RO_NONE)
            return ro_in_part(clause, subject) ? subject : RO_NONE;
        if (head == verb || !(ro_relation_is(scene, verb, "xcomp") || ro_relation_is(scene, verb, "conj") ||
                              ro_relation_is(scene, verb, "advcl")))
            return RO_NONE;
        verb = head;
    }
    return RO_NONE;
}

/* Whose plan, claim, fear: "his plan", "the bank's", "a claim by the bank"; who has or makes one. */
static uint32_t owner_of(const struct clause *clause)
{
    const struct word *words = clause->scene->document->words;
    uint32_t owner = ro_child(clause, clause->cue, "nmod:poss");
    for (uint32_t word = clause->cue;
         owner == RO_NONE && (word = ro_dependent(clause, word, clause->cue, "nmod")) != RO_NONE; word++) {
        uint32_t by = clause->scene->preposition[word];
        if (by != RO_NONE && (ro_word_is(clause->scene, by, "by") || ro_word_is(clause->scene, by, "from")))
            owner = word;
    }
    bool object = ro_relation_is(clause->scene, clause->cue, "obj") && ro_in_part(clause, words[clause->cue].head);
    return owner == RO_NONE && object ? actor_of(clause, words[clause->cue].head) : owner;
}

/* Whether a source is the pronoun of "Lund, who said". */
static bool is_relative(const struct clause *clause, uint32_t source)
{
    const struct word *words = clause->scene->document->words;
    uint32_t verb = source == RO_NONE ? RO_NONE : words[source].head;
    return source != RO_NONE && ro_word_has(clause->scene, source, RO_RELATIVE) &&
           ro_relation_is(clause->scene, verb, "acl") && ro_in_part(clause, words[verb].head) &&
           words[verb].head < source;
}

/* The names right before a finite cue that the tree hangs elsewhere: "According to Lund, | Kim | demanded". */
static struct range names_before(const struct clause *clause)
{
    uint32_t end = clause->cue;
    while (end > clause->part.begin && (ro_is_pos(clause, end - 1, "AUX") || ro_is_pos(clause, end - 1, "ADV")))
        end--;
    uint32_t begin = end;
    while (begin > clause->part.begin &&
           (ro_is_pos(clause, begin - 1, "PROPN") || ro_is_pos(clause, begin - 1, "PRON")))
        begin--;
    return begin < end && clause->scene->document->words[clause->cue].xpos[2] != 'G' ? (struct range){begin, end}
                                                                                     : RO_NO_RANGE;
}

struct range ro_governed_source(const struct clause *clause, struct range content)
{
    const struct word *words = clause->scene->document->words;
    uint32_t source = ro_is_pos(clause, clause->cue, "NOUN") ? owner_of(clause) : actor_of(clause, clause->cue);
    uint32_t limit = clause->part.end;
    if (is_relative(clause, source)) {
        limit = source;
        source = words[words[source].head].head;
    }
    if (source == RO_NONE && ro_is_pos(clause, clause->cue, "VERB"))
        return names_before(clause);
    if (!ro_in_part(clause, source) || (source >= content.begin && source < content.end))
        return RO_NO_RANGE;
    struct range cue = {clause->cue, clause->cue + 1};
    struct parts parts = ro_parts(clause->scene, RO_NO_RANGE, cue, &content, 1);
    struct range range = ro_phrase(clause->scene, &parts, source, limit);
    if (range.begin < clause->part.begin)
        range.begin = clause->part.begin;
    return range;
}
