/* contents.c: what a cue governs, by the tree: a clause, an infinitive, a quotation, an object. */
#include "statements/governed.h"

struct range ro_subtree(const struct clause *clause, uint32_t word)
{
    struct range range = {word, word + 1};
    while (range.begin > clause->part.begin && ro_hangs_on(clause->scene, range.begin - 1, word))
        range.begin--;
    while (range.end < clause->part.end && ro_hangs_on(clause->scene, range.end, word))
        range.end++;
    return range;
}

static bool has_joiner(const struct clause *clause, uint32_t word)
{
    return ro_has_mark(clause, word, "that") || ro_has_mark(clause, word, "whether") ||
           (clause->entry->act == READOUT_ASK && ro_has_mark(clause, word, "if"));
}

/* "to leave", not "to dumping". */
static bool is_infinitive(const struct clause *clause, uint32_t word)
{
    bool verb = strcmp(clause->scene->document->words[word].xpos, "VB") == 0;
    return ro_has_mark(clause, word, "to") &&
           (verb || ro_child(clause, word, "cop") != RO_NONE || ro_child(clause, word, "aux:pass") != RO_NONE);
}

/* Of "asked the gates to be shut" nobody is asked: what is to be done to the object is the content, with the object. */
static bool is_done(const struct clause *clause, uint32_t word)
{
    return ro_asks(clause) && ro_child(clause, word, "aux:pass") != RO_NONE &&
           (ro_child(clause, clause->cue, "obj") != RO_NONE || ro_child(clause, clause->cue, "iobj") != RO_NONE);
}

/* My fear is | that we pass nothing. */
static uint32_t clause_of_copula(const struct clause *clause)
{
    uint32_t word = clause->scene->document->words[clause->cue].head;
    bool subject = ro_relation_is(clause->scene, clause->cue, "nsubj") && ro_in_part(clause, word) &&
                   word > clause->cue;
    bool noun = subject && ro_is_pos(clause, clause->cue, "NOUN");
    return noun && ro_has_mark(clause, word, "that") && ro_child(clause, word, "mark") > clause->cue ? word
                                                                                                     : RO_NONE;
}

/* Whether a cue takes an infinitive as what is wanted, promised, asked: "a threat to leave", not "an answer to give" or "forgot to
 * leave". */
static bool takes_infinitive(const struct clause *clause)
{
    static const char *const wishes[] = {"wish", "prefer", "yearn", "hanker", "aspire", "desire", NULL};
    bool noun = ro_is_pos(clause, clause->cue, "NOUN"), wish = ro_cue_is_any(clause, wishes);
    if (clause->entry->frame == RO_FRAME_MODEL && clause->entry->act == READOUT_BELIEVE)
        return wish || noun || ro_is_pos(clause, clause->cue, "ADJ");
    return !noun || (clause->entry->act != READOUT_ASSERT && clause->entry->act != READOUT_ASK);
}

/* Whether an infinitive is what is wanted, promised, asked. */
static bool is_wanted(const struct clause *clause, uint32_t word, const char *relation)
{
    bool ordered = ro_asks(clause) &&
                   ro_child(clause, clause->cue, "aux:pass") != RO_NONE; /* was ordered | to leave */
    bool close = strcmp(relation, "xcomp") == 0 || clause->entry->frame == RO_FRAME_TELL || ordered ||
                 !ro_is_pos(clause, clause->cue, "VERB");
    return close && takes_infinitive(clause) && is_infinitive(clause, word) && !is_done(clause, word);
}

/* "sure | of winning", "no intention | of standing". */
static bool is_of_doing(const struct clause *clause, uint32_t word)
{
    bool feels = clause->entry->act == READOUT_BELIEVE || clause->entry->act == READOUT_PROMISE;
    return feels && !ro_is_pos(clause, clause->cue, "VERB") && ro_has_mark(clause, word, "of");
}

/* "apologised | for being late", "denied | taking it". */
static bool is_doing(const struct clause *clause, uint32_t word, const char *relation)
{
    if (!ro_is_pos(clause, clause->cue, "VERB") || strcmp(clause->scene->document->words[word].xpos, "VBG") != 0)
        return false;
    bool alone = ro_child(clause, clause->cue, "obj") == RO_NONE &&
                 ro_child(clause, clause->cue, "iobj") == RO_NONE;
    return (alone && strcmp(relation, "xcomp") == 0) ||
           (clause->entry->act == READOUT_REGRET && ro_has_mark(clause, word, "for"));
}

/* A clause or an infinitive that the cue governs, or RO_NONE. */
static uint32_t clause_of(const struct clause *clause)
{
    uint32_t word = ro_child(clause, clause->cue, "ccomp");
    bool quotes = ro_only_quotes(clause);
    bool needs_that = quotes || ro_is_pos(clause, clause->cue, "NOUN");
    if (word != RO_NONE && (!needs_that || ro_has_mark(clause, word, "that")))
        return word;
    if (quotes)
        return RO_NONE;
    if (word == RO_NONE)
        word = clause_of_copula(clause);
    if (word != RO_NONE)
        return word;
    static const char *const relations[] = {"xcomp", "advcl", "acl", NULL};
    for (const char *const *relation = relations; *relation; relation++)
        for (word = clause->cue; (word = ro_dependent(clause, word, clause->cue, *relation)) != RO_NONE; word++)
            if (has_joiner(clause, word) || is_wanted(clause, word, *relation) || is_of_doing(clause, word) ||
                is_doing(clause, word, *relation))
                return word;
    return RO_NONE;
}

/* Verbs with an object and what it is to do: "expects orders to rise". */
static bool wants(const struct cue *cue)
{
    return cue && (cue->act == READOUT_BELIEVE || cue->act == READOUT_REQUEST);
}

/* The infinitive right behind a noun: her plan | to leave; not "she expects orders | to rise". */
static uint32_t infinitive_behind(const struct clause *clause)
{
    uint32_t to = clause->cue + 1;
    if (!ro_is_pos(clause, clause->cue, "NOUN") || ro_only_quotes(clause) || !takes_infinitive(clause) ||
        to >= clause->part.end || !ro_word_is(clause->scene, to, "to"))
        return RO_NONE;
    const struct word *words = clause->scene->document->words;
    uint32_t word = words[to].head, head = words[clause->cue].head;
    bool does = words[clause->cue].head == word ||
                (ro_in_part(clause, word) && words[word].head == head && ro_in_part(clause, head) &&
                 wants(ro_scene_listed(clause->scene, head)));
    return !does && ro_in_part(clause, word) && is_infinitive(clause, word) ? word : RO_NONE;
}

/* Of "replied, in a note that she hid, | that it was late" the clause behind the comma. */
static uint32_t clause_behind_aside(const struct clause *clause)
{
    const struct scene *scene = clause->scene;
    uint32_t word = clause->cue + 1 + clause->entry->rest_count;
    if (word >= clause->part.end || !ro_word_in(scene, word, ",") || !ro_is_pos(clause, clause->cue, "VERB"))
        return RO_NONE;
    while (++word + 1 < clause->part.end && !ro_word_in(scene, word, ".;:"))
        if (ro_word_in(scene, word, ",") && ro_word_is(scene, word + 1, "that")) {
            uint32_t head = scene->document->words[word + 1].head;
            return head > word && ro_in_part(clause, head) ? head : RO_NONE;
        }
    return RO_NONE;
}

/* Whether a clause goes on with a list of clauses that others tell: "she promised them work|, that they hoped for it, and that". */
static bool is_listed(const struct clause *clause, uint32_t word)
{
    const struct scene *scene = clause->scene;
    uint32_t that = ro_child(clause, word, "mark"), commas = 0;
    if (that == RO_NONE || that < clause->cue + 3 || !ro_word_is(scene, that, "that"))
        return false;
    for (uint32_t at = clause->cue + 1; at < that; at++)
        commas += ro_word_in(scene, at, ",");
    return commas == 1 && ro_word_in(scene, that - 1, ",");
}

/* Where no tree has it, the clause behind the first "that" before another verb: once boasted to him, over breakfast, | that. */
static uint32_t clause_behind(const struct clause *clause)
{
    const struct scene *scene = clause->scene;
    bool noun = ro_is_pos(clause, clause->cue, "NOUN");
    if (clause->entry->frame == RO_FRAME_CALL && clause->entry->rest_count)
        return RO_NONE;
    for (uint32_t word = clause->cue + 1 + clause->entry->rest_count; word < clause->part.end; word++) {
        uint32_t head = scene->document->words[word].head;
        bool joins = ro_relation_is(scene, word, "mark") || ro_relation_is(scene, word, "cc") ||
                     (ro_word_is(scene, word, "that") && ro_word_in(scene, word - 1, ","));
        if (ro_word_is(scene, word, "that") && (joins || !noun)) /* scared to death | that */
            return head > word && ro_in_part(clause, head) ? head : RO_NONE;
        bool verb = ro_is_pos(clause, word, "VERB") && !ro_is_in_writing(scene, word);
        if (joins || verb || ro_word_in(scene, word, ".;:") || ro_is_pos(clause, word, "AUX"))
            return RO_NONE;
    }
    return RO_NONE;
}

/* Of "told the press that it was over" parsed as if the clause were the press's: the clause that hangs on the hearer. */
static uint32_t clause_of_hearer(const struct clause *clause)
{
    uint32_t hearer = ro_child(clause, clause->cue, "iobj");
    if (hearer == RO_NONE)
        hearer = ro_child(clause, clause->cue, "obj");
    if (hearer == RO_NONE || (clause->entry->frame != RO_FRAME_TELL && clause->entry->act != READOUT_PROMISE))
        return RO_NONE;
    uint32_t word = ro_dependent(clause, hearer, hearer, "acl");
    return word != RO_NONE && (ro_has_mark(clause, word, "that") || ro_has_mark(clause, word, "to")) ? word
                                                                                                     : RO_NONE;
}

/* The quotation of the part that begins behind the cue: texted an employee | "do not call". */
static struct range quotation_behind(const struct clause *clause)
{
    enum { HEARER = 5 };
    const struct scene *scene = clause->scene;
    uint32_t begin = clause->cue + 1, end = clause->part.end < begin + HEARER ? clause->part.end : begin + HEARER;
    bool said = clause->entry->frame == RO_FRAME_SAY || clause->entry->frame == RO_FRAME_TELL;
    for (uint32_t word = begin; word < end && !ro_word_has(scene, word, RO_PREPOSITION); word++) {
        uint32_t owner = ro_owner_in(scene, clause->part, word);
        if (owner != RO_NONE && !scene->quotations[owner].name)
            return said || ro_word_in(scene, word - 1, ",:") ? scene->quotations[owner].words : RO_NO_RANGE;
    }
    return RO_NO_RANGE;
}

static bool is_single_mark(const struct scene *scene, uint32_t word)
{
    return ro_word_is(scene, word, "'") || ro_word_is(scene, word, "\u2018") || ro_word_is(scene, word, "\u2019");
}

/* A quotation in another: "He said to me, | 'Go home,' | and left." */
static struct range quotation_inside(const struct clause *clause)
{
    enum { HEARER = 5 };
    const struct scene *scene = clause->scene;
    const struct word *words = scene->document->words;
    uint32_t begin = clause->cue + 1, limit = begin + HEARER;
    while (begin < clause->part.end && begin < limit && !ro_word_in(scene, begin, ",:"))
        begin++;
    if (++begin >= clause->part.end || begin > limit || !is_single_mark(scene, begin) || !words[begin + 1].glued)
        return RO_NO_RANGE;
    for (uint32_t end = begin + 2; end < clause->part.end; end++)
        if (is_single_mark(scene, end) && words[end].glued && ro_word_in(scene, end - 1, ".,?!"))
            return (struct range){begin, end + 1};
    return RO_NO_RANGE;
}

/* Whether a clause at `that` is not of this content: "hopes it is late and | that he can go" says the teller. */
static bool is_other_that(const struct clause *clause, uint32_t word, uint32_t that, uint32_t end)
{
    return clause->that && that < end && !ro_has_mark(clause, word, "that") &&
           ro_word_is(clause->scene, that, "that") && ro_word_has(clause->scene, that - 1, RO_CONJUNCTION) &&
           ro_relation_is(clause->scene, that, "mark");
}

/* Whether a verb or its auxiliary is finite. */
static bool is_finite(const struct clause *clause, uint32_t verb)
{
    uint32_t aux = ro_child(clause, verb, "aux");
    return ro_is_finite(clause->scene, aux == RO_NONE ? verb : aux);
}

/* Of "expects to lose | and plans to say": a finite verb that goes on with the cue, not with the infinitive. */
static bool is_other_verb(const struct clause *clause, uint32_t word, uint32_t at)
{
    uint32_t head = clause->scene->document->words[at].head;
    return ro_word_has(clause->scene, at, RO_CONJUNCTION | RO_CONTRAST) && at > word && ro_in_part(clause, head) &&
           is_infinitive(clause, word) && clause->scene->document->words[head].head == word &&
           ro_relation_is(clause->scene, head, "conj") && ro_is_pos(clause, head, "VERB") &&
           is_finite(clause, head);
}

/* Where what the teller says goes on: "he was sure that it was late|, and that", "|; he". */
static bool is_resumed(const struct clause *clause, uint32_t word, uint32_t at, uint32_t end)
{
    const struct scene *scene = clause->scene;
    if (ro_word_in(scene, at, ";") || is_other_verb(clause, word, at))
        return true;
    if (at > word && is_other_that(clause, word, at + 1, end))
        return true;
    bool comma = ro_word_in(scene, at, ",") && at + 1 < end;
    if (comma && ro_word_is(scene, at + 1, "while"))
        return true;
    bool saying = ro_word_is(scene, clause->cue - (clause->cue > 0), "as") && at + 2 < end;
    if (saying && ro_word_has(scene, at, RO_CONJUNCTION) &&
        ro_word_is(scene, at + 1, "as")) /* as saying ...|, and as warning */
        return true;
    return clause->that && comma && at + 2 < end && ro_word_has(scene, at + 1, RO_CONJUNCTION | RO_CONTRAST) &&
           ro_word_is(scene, at + 2, "that");
}

/* "that wages had peaked|, the minutes show": a comma before a clause that only stands beside. */
static bool begins_aside(const struct clause *clause, uint32_t word, uint32_t comma)
{
    uint32_t aside = ro_dependent(clause, comma, word, "parataxis");
    return ro_word_in(clause->scene, comma, ",") && comma > word && aside != RO_NONE &&
           ro_hangs_on(clause->scene, comma + 1, aside);
}

/* Of "knew the road was closed" where the tree has "knew the road": the subject, or RO_NONE. */
static uint32_t subject_of(const struct clause *clause, uint32_t word)
{
    uint32_t object = ro_dependent(clause, clause->cue, clause->cue, "obj");
    bool subject = object != RO_NONE && object < word && is_finite(clause, word) &&
                   ro_relation_is(clause->scene, word, "ccomp") && clause->entry->frame != RO_FRAME_TELL &&
                   ro_child(clause, word, "mark") == RO_NONE && ro_child(clause, word, "nsubj") == RO_NONE &&
                   ro_child(clause, word, "nsubj:pass") == RO_NONE;
    return subject ? object : RO_NONE;
}

/* Of "wants | the bank to pay" who is to do it, or RO_NONE; of "asked the bank | to pay" that is who hears it. */
static uint32_t doer_of(const struct clause *clause, uint32_t word)
{
    uint32_t object = ro_dependent(clause, clause->cue, clause->cue, "obj");
    bool doer = object != RO_NONE && object < word && clause->entry->act == READOUT_BELIEVE &&
                ro_relation_is(clause->scene, word, "xcomp") && is_infinitive(clause, word);
    return doer ? object : RO_NONE;
}

/* A clause with what is asked in it before it: "know | what to tell her". */
static struct range whole_clause(const struct clause *clause, uint32_t word)
{
    struct range range = ro_subtree(clause, word);
    uint32_t that = ro_child(clause, word, "mark");
    if (word > clause->cue && (range.begin <= clause->cue || subject_of(clause, word) != RO_NONE))
        range.begin = that != RO_NONE && that > clause->cue ? that : clause->cue + 1;
    if (doer_of(clause, word) != RO_NONE)
        range.begin = clause->cue + 1;
    uint32_t before = range.begin - 1;
    if (before > clause->cue && ro_in_part(clause, before) &&
        (ro_word_has(clause->scene, before, RO_RELATIVE) || ro_word_is(clause->scene, before, "what") ||
         ro_word_is(clause->scene, before, "why") || ro_word_is(clause->scene, before, "how")))
        range.begin = before;
    for (uint32_t at = range.begin; at < range.end; at++)
        if (is_resumed(clause, word, at, range.end) || begins_aside(clause, word, at))
            range.end = at;
    return range;
}

/* It was late|, as stated by Moon: what stands before the comma. */
static struct range account_before(const struct clause *clause)
{
    uint32_t as = ro_child(clause, clause->cue, "mark"), agent = ro_child(clause, clause->cue, "obl:agent");
    if (as == RO_NONE || agent == RO_NONE || as + 1 != clause->cue || !ro_word_is(clause->scene, as, "as") ||
        as < clause->part.begin + 2 || !ro_word_in(clause->scene, as - 1, ","))
        return RO_NO_RANGE;
    return (struct range){clause->part.begin, as - 1};
}

bool ro_governed_account(const struct clause *clause)
{
    return ro_range_is(account_before(clause));
}

/* With the condition behind it: "agreed | to pay if they came". */
static struct range with_condition(const struct clause *clause, struct range content)
{
    const struct scene *scene = clause->scene;
    if (!ro_range_is(content) || content.begin < clause->cue || content.end + 1 >= clause->part.end ||
        !(ro_word_is(scene, content.end, "if") || ro_word_is(scene, content.end, "unless")) ||
        !ro_relation_is(scene, content.end, "mark"))
        return content;
    uint32_t head = scene->document->words[content.end].head;
    while (content.end < clause->part.end && ro_hangs_on(scene, content.end, head))
        content.end++;
    return content;
}

static struct range content_of(const struct clause *clause)
{
    struct range account = account_before(clause);
    if (ro_range_is(account))
        return account;
    account = quotation_inside(clause);
    if (ro_range_is(account))
        return account;
    static uint32_t (*const finders[])(const struct clause *) = {clause_of, clause_of_hearer, infinitive_behind,
                                                                 clause_behind, clause_behind_aside};
    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++) {
        uint32_t word = finders[i](clause);
        if (word != RO_NONE && !is_listed(clause, word))
            return whole_clause(clause, word);
    }
    struct range content = ro_governed_object(clause);
    return ro_range_is(content) || !ro_is_pos(clause, clause->cue, "VERB") ? content : quotation_behind(clause);
}

struct range ro_governed_content(const struct clause *clause)
{
    return with_condition(clause, content_of(clause));
}
