/* complements.c: "Trump | told | them that it was over": of the verb "told" the subject is the source, the clause the content.
 * So with "her plan to leave", "afraid that it is late", "fears a war", "called the vote a sham". */
#include "statements/complements.h"

#include "statements/build.h"
#include "text/marks.h"

struct clause {
    const struct scene *scene;
    struct range part;
    uint32_t cue;
    const struct cue *entry;
};

static bool is_pos(const struct clause *clause, uint32_t word, const char *upos)
{
    const char *own = clause->scene->document->words[word].upos;
    return own && strcmp(own, upos) == 0;
}

/* The next word of the part from `from` on that hangs on `head` by this relation, or RO_NONE. */
static uint32_t dependent(const struct clause *clause, uint32_t from, uint32_t head, const char *relation)
{
    const struct word *words = clause->scene->document->words;
    for (uint32_t word = from; word < clause->part.end; word++)
        if (words[word].head == head && word != head && ro_relation_is(clause->scene, word, relation))
            return word;
    return RO_NONE;
}

static uint32_t child(const struct clause *clause, uint32_t head, const char *relation)
{
    return dependent(clause, clause->part.begin, head, relation);
}

static bool in_part(const struct clause *clause, uint32_t word)
{
    return word != RO_NONE && word >= clause->part.begin && word < clause->part.end;
}

/* Contents */

/* The words around a word of the part that hang on it, all of one stretch. */
static struct range subtree(const struct clause *clause, uint32_t word)
{
    struct range range = {word, word + 1};
    while (range.begin > clause->part.begin && ro_hangs_on(clause->scene, range.begin - 1, word))
        range.begin--;
    while (range.end < clause->part.end && ro_hangs_on(clause->scene, range.end, word))
        range.end++;
    return range;
}

static bool has_mark(const struct clause *clause, uint32_t word, const char *form)
{
    uint32_t mark = child(clause, word, "mark");
    return mark != RO_NONE && ro_word_is(clause->scene, mark, form);
}

/* "to leave", not "to dumping". */
static bool is_infinitive(const struct clause *clause, uint32_t word)
{
    bool verb = strcmp(clause->scene->document->words[word].xpos, "VB") == 0;
    return has_mark(clause, word, "to") && (verb || child(clause, word, "cop") != RO_NONE);
}

static bool asks(const struct clause *clause)
{
    return clause->entry->act == READOUT_REQUEST || clause->entry->act == READOUT_ASK;
}

/* Of "asked the gates to be shut" nobody is asked: what is to be done to the object is the content, with the object. */
static bool is_done(const struct clause *clause, uint32_t word)
{
    return asks(clause) && child(clause, word, "aux:pass") != RO_NONE &&
           (child(clause, clause->cue, "obj") != RO_NONE || child(clause, clause->cue, "iobj") != RO_NONE);
}

/* My fear is | that we pass nothing. */
static uint32_t clause_of_copula(const struct clause *clause)
{
    uint32_t word = clause->scene->document->words[clause->cue].head;
    bool subject = ro_relation_is(clause->scene, clause->cue, "nsubj") && in_part(clause, word) && word > clause->cue;
    return subject && is_pos(clause, clause->cue, "NOUN") && has_mark(clause, word, "that") ? word : RO_NONE;
}

/* A clause or an infinitive that the cue governs, or RO_NONE. */
static uint32_t clause_of(const struct clause *clause)
{
    uint32_t word = child(clause, clause->cue, "ccomp");
    bool quotes = clause->entry->frame == RO_FRAME_QUOTE; /* "went on pumping" */
    if (word != RO_NONE && (!quotes || has_mark(clause, word, "that")))
        return word;
    if (quotes)
        return RO_NONE;
    if (word == RO_NONE)
        word = clause_of_copula(clause);
    if (word != RO_NONE)
        return word;
    for (word = clause->cue; (word = dependent(clause, word, clause->cue, "xcomp")) != RO_NONE; word++)
        if ((is_infinitive(clause, word) && !is_done(clause, word)) || has_mark(clause, word, "that"))
            return word;
    static const char *const loose[] = {"advcl", "acl", NULL};
    bool hears = clause->entry->frame == RO_FRAME_TELL || !is_pos(clause, clause->cue, "VERB");
    for (const char *const *relation = loose; *relation; relation++)
        for (word = clause->cue; (word = dependent(clause, word, clause->cue, *relation)) != RO_NONE; word++)
            if (has_mark(clause, word, "that") || (hears && is_infinitive(clause, word) && !is_done(clause, word)))
                return word;
    return RO_NONE;
}

/* Where no tree has it: the clause behind the first "that" before another verb, "once boasted to him, over breakfast, | that"; and the
 * infinitive right behind a noun. */
static uint32_t clause_behind(const struct clause *clause)
{
    const struct document *document = clause->scene->document;
    uint32_t word = clause->cue + 1 + clause->entry->rest_count;
    bool noun = is_pos(clause, clause->cue, "NOUN");
    if (noun && word < clause->part.end && ro_word_is(clause->scene, word, "to") && in_part(clause, document->words[word].head) &&
        is_infinitive(clause, document->words[word].head))
        return document->words[word].head;
    for (; word < clause->part.end && !is_pos(clause, word, "VERB") && !is_pos(clause, word, "AUX"); word++) {
        bool joins = ro_relation_is(clause->scene, word, "mark") || ro_relation_is(clause->scene, word, "cc");
        joins |= ro_word_is(clause->scene, word, "that") && !noun; /* scared to death | that */
        if (joins || ro_word_in(clause->scene, word, ".;:"))
            return ro_word_is(clause->scene, word, "that") && document->words[word].head > word ? document->words[word].head
                                                                                             : RO_NONE;
    }
    return RO_NONE;
}

/* Of "told the press that it was over" parsed as if the clause were the press's: the clause that hangs on the hearer. */
static uint32_t clause_of_hearer(const struct clause *clause)
{
    uint32_t hearer = child(clause, clause->cue, "iobj");
    if (hearer == RO_NONE)
        hearer = child(clause, clause->cue, "obj");
    if (hearer == RO_NONE || clause->entry->frame != RO_FRAME_TELL)
        return RO_NONE;
    uint32_t word = dependent(clause, hearer, hearer, "acl");
    return word != RO_NONE && (has_mark(clause, word, "that") || has_mark(clause, word, "to")) ? word : RO_NONE;
}

/* Of "asked for | time", "boasted of | winning" the word that goes with the preposition, or RO_NONE. */
static uint32_t object_behind(const struct clause *clause)
{
    uint32_t last = clause->cue + clause->entry->rest_count, object = clause->scene->document->words[last].head;
    bool goes = in_part(clause, object) && (ro_relation_is(clause->scene, last, "case") || ro_relation_is(clause->scene, last, "mark"));
    return goes ? object : RO_NONE;
}

/* Of "saw | you go" what is seen rather than thought: an object with a verb. */
static bool is_seen(const struct clause *clause, uint32_t object)
{
    uint32_t word = dependent(clause, object, clause->cue, "xcomp");
    return word != RO_NONE && is_pos(clause, word, "VERB") && !has_mark(clause, word, "to");
}

/* Whether it is asked that something be done to somebody. */
static bool asks_for_deed(const struct clause *clause)
{
    bool deed = false;
    for (uint32_t word = clause->cue + 1; word < clause->part.end && asks(clause); word++)
        deed |= has_mark(clause, word, "to") && child(clause, word, "aux:pass") != RO_NONE &&
                ro_hangs_on(clause->scene, word, clause->cue);
    return deed;
}

/* Verbs of thinking whose object is what is thought: "fears a war", not "knows the road". */
static bool thinks_of_things(const struct clause *clause)
{
    static const char *const lemmas[] = {"want",       "fear",    "expect", "doubt", "suspect",
                                         "anticipate", "foresee", "prefer", NULL};
    for (const char *const *lemma = lemmas; *lemma; lemma++)
        if (strcmp(clause->entry->lemma, *lemma) == 0)
            return true;
    return false;
}

/* What is demanded, feared, denied, criticized; of "call the vote a sham" all that follows. */
static struct range object_of(const struct clause *clause)
{
    static const char *const ends[] = {"conj", "parataxis", "advcl", "obl:unmarked", "compound", NULL};
    const struct word *words = clause->scene->document->words;
    uint32_t object = dependent(clause, clause->cue, clause->cue, "obj");
    if (object == RO_NONE && asks(clause)) /* asked | the gates to be shut */
        object = dependent(clause, clause->cue, clause->cue, "iobj");
    if (object == RO_NONE && clause->entry->act == READOUT_PROMISE) /* they were promised | a job */
        object = dependent(clause, clause->cue, clause->cue, "obl:unmarked");
    if (clause->entry->rest_count)
        object = object_behind(clause);
    if (object == RO_NONE)
        return RO_NO_RANGE;
    struct range range = subtree(clause, object);
    bool deed = asks_for_deed(clause);
    uint32_t first = clause->cue + 1 + clause->entry->rest_count, end = range.end;
    range.begin = range.begin < first && first < end ? first : range.begin;
    for (uint32_t word = range.end; word < clause->part.end && ro_hangs_on(clause->scene, word, clause->cue); word++) {
        uint32_t top = word;
        while (words[top].head != clause->cue)
            top = words[top].head;
        bool over = ro_word_in(clause->scene, word, ",;:.") || ro_time_begins(clause->scene, word) ||
                    ro_word_is(clause->scene, top, "ago") || ro_word_is(clause->scene, word, "since");
        for (const char *const *relation = ends; *relation; relation++)
            over |= !deed && ro_relation_is(clause->scene, top, *relation) && !has_mark(clause, top, "as") &&
                    !has_mark(clause, top, "to");
        if (over)
            break;
        range.end = word + 1;
    }
    bool believes = clause->entry->act == READOUT_BELIEVE, other = clause->entry->act == READOUT_OTHER;
    bool names = clause->entry->frame == RO_FRAME_CALL && (believes || other);
    bool knows = clause->entry->frame == RO_FRAME_MODEL && believes; /* "trust a seal" */
    bool bare = range.end == end || (names && believes && !ro_word_is(clause->scene, end, "as"));
    bool pronoun = is_pos(clause, object, "PRON") && range.end == range.begin + 1;
    bool alone = ((knows || (bare && names)) && !thinks_of_things(clause)) || pronoun;
    return alone || (believes && is_seen(clause, object)) ? RO_NO_RANGE : range;
}

static bool takes_object(const struct clause *clause)
{
    return asks_for_deed(clause) || clause->entry->frame == RO_FRAME_CALL ||
           clause->entry->rest_count || (clause->entry->act != READOUT_ASSERT && clause->entry->act != READOUT_ASK &&
            clause->entry->frame != RO_FRAME_QUOTE);
}

/* The quotation of the part that begins behind the cue: texted an employee | "do not call". */
static struct range quotation_behind(const struct clause *clause)
{
    enum { HEARER = 5 };
    const struct scene *scene = clause->scene;
    uint32_t begin = clause->cue + 1, end = clause->part.end < begin + HEARER ? clause->part.end : begin + HEARER;
    for (uint32_t word = begin; word < end && !ro_word_has(scene, word, RO_PREPOSITION); word++) {
        uint32_t owner = ro_owner_in(scene, clause->part, word);
        if (owner != RO_NONE && !scene->quotations[owner].name)
            return scene->quotations[owner].words;
    }
    return RO_NO_RANGE;
}

/* A clause with what is asked in it before it: "know | what to tell her". */
static struct range whole_clause(const struct clause *clause, uint32_t word)
{
    struct range range = subtree(clause, word);
    uint32_t that = child(clause, word, "mark");
    if (word > clause->cue && range.begin <= clause->cue)
        range.begin = that != RO_NONE && that > clause->cue ? that : clause->cue + 1;
    uint32_t before = range.begin - 1;
    if (before > clause->cue && in_part(clause, before) &&
        (ro_word_has(clause->scene, before, RO_RELATIVE) || ro_word_is(clause->scene, before, "what") ||
         ro_word_is(clause->scene, before, "why") || ro_word_is(clause->scene, before, "how")))
        range.begin = before;
    return range;
}

static struct range content_of(const struct clause *clause)
{
    uint32_t word = clause_of(clause);
    if (word == RO_NONE)
        word = clause_of_hearer(clause);
    if (word == RO_NONE)
        word = clause_behind(clause);
    if (word != RO_NONE)
        return whole_clause(clause, word);
    if (!is_pos(clause, clause->cue, "VERB"))
        return RO_NO_RANGE;
    struct range content = takes_object(clause) ? object_of(clause) : RO_NO_RANGE;
    return ro_range_is(content) ? content : quotation_behind(clause);
}

/* Sources */

/* Who does what a verb tells: its subject, or that of the verb that it goes with. */
static uint32_t actor_of(const struct clause *clause, uint32_t verb)
{
    const struct word *words = clause->scene->document->words;
    for (uint32_t steps = 0; steps < 8 && in_part(clause, verb); steps++) {
        bool feels = verb == clause->cue && clause->entry->act == READOUT_BELIEVE; /* is convinced that */
        bool passive = child(clause, verb, "aux:pass") != RO_NONE && !feels;
        for (uint32_t word = clause->part.begin; passive; word++) {
            word = dependent(clause, word, verb, "obl");
            if (word == RO_NONE)
                return RO_NONE;
            uint32_t by = ro_preposition(clause->scene, word);
            if (by != RO_NONE && ro_word_is(clause->scene, by, "by") && by + 1 < word)
                return word; /* not "by letter" */
        }
        uint32_t subject = child(clause, verb, "nsubj");
        if (subject != RO_NONE)
            return subject;
        uint32_t head = words[verb].head;
        if (ro_relation_is(clause->scene, verb, "acl"))
            return in_part(clause, head) ? head : RO_NONE;
        if (ro_relation_is(clause->scene, verb, "xcomp")) {
            uint32_t object = child(clause, head, "obj");
            if (object == RO_NONE)
                object = child(clause, head, "iobj");
            if (object != RO_NONE && object < verb)
                return object;
        } else if (!ro_relation_is(clause->scene, verb, "conj") && !ro_relation_is(clause->scene, verb, "advcl"))
            return RO_NONE;
        if (head == verb)
            return RO_NONE;
        verb = head;
    }
    return RO_NONE;
}

/* Whose plan, claim, fear: "his plan", "the bank's", "a claim by the bank"; who has or makes one. */
static uint32_t owner_of(const struct clause *clause)
{
    const struct word *words = clause->scene->document->words;
    uint32_t owner = child(clause, clause->cue, "nmod:poss");
    for (uint32_t word = clause->cue; owner == RO_NONE && (word = dependent(clause, word, clause->cue, "nmod")) != RO_NONE;
         word++) {
        uint32_t by = ro_preposition(clause->scene, word);
        if (by != RO_NONE && (ro_word_is(clause->scene, by, "by") || ro_word_is(clause->scene, by, "from")))
            owner = word;
    }
    bool object = ro_relation_is(clause->scene, clause->cue, "obj") && in_part(clause, words[clause->cue].head);
    return owner == RO_NONE && object ? actor_of(clause, words[clause->cue].head) : owner;
}

/* "Lund, who said" -> Lund. */
static uint32_t antecedent(const struct clause *clause, uint32_t source)
{
    const struct word *words = clause->scene->document->words;
    uint32_t verb = source == RO_NONE ? RO_NONE : words[source].head;
    bool relative = source != RO_NONE && ro_word_has(clause->scene, source, RO_RELATIVE) &&
                    ro_relation_is(clause->scene, verb, "acl") && in_part(clause, words[verb].head);
    return relative ? words[verb].head : source;
}

/* The names right before a finite cue that the tree hangs elsewhere: "According to Lund, | Kim | demanded". */
static struct range names_before(const struct clause *clause)
{
    uint32_t end = clause->cue;
    while (end > clause->part.begin && (is_pos(clause, end - 1, "AUX") || is_pos(clause, end - 1, "ADV")))
        end--;
    uint32_t begin = end;
    while (begin > clause->part.begin && (is_pos(clause, begin - 1, "PROPN") || is_pos(clause, begin - 1, "PRON")))
        begin--;
    return begin < end && clause->scene->document->words[clause->cue].xpos[2] != 'G' ? (struct range){begin, end}
                                                                                   : RO_NO_RANGE;
}

static struct range source_of(const struct clause *clause, struct range content)
{
    uint32_t source = is_pos(clause, clause->cue, "NOUN") ? owner_of(clause) : actor_of(clause, clause->cue);
    source = antecedent(clause, source);
    if (source == RO_NONE && is_pos(clause, clause->cue, "VERB"))
        return names_before(clause);
    if (!in_part(clause, source) || (source >= content.begin && source < content.end))
        return RO_NO_RANGE;
    struct range cue = {clause->cue, clause->cue + 1};
    struct parts parts = ro_parts(clause->scene, RO_NO_RANGE, cue, &content, 1);
    struct range range = ro_phrase(clause->scene, &parts, source, clause->part.end);
    if (range.begin < clause->part.begin)
        range.begin = clause->part.begin;
    return range;
}

/* The statement */

static bool is_cue(const struct clause *clause)
{
    return is_pos(clause, clause->cue, "VERB") || is_pos(clause, clause->cue, "NOUN") ||
           is_pos(clause, clause->cue, "ADJ");
}

bool ro_complement_read(const struct scene *scene, struct range part, uint32_t word, struct candidate *candidate)
{
    struct clause clause = {
        .scene = scene, .part = ro_near(part, word), .cue = word, .entry = ro_scene_listed(scene, word)};
    if (!clause.entry || !is_cue(&clause))
        return false;
    struct range content = content_of(&clause);
    struct range cue = {word, word + 1 + clause.entry->rest_count};
    if (content.begin > word && content.begin < cue.end) /* "agreed | to talk" */
        cue.end = content.begin;
    if (!ro_range_is(content) || (content.begin < cue.end && content.end > cue.begin) || cue.end > clause.part.end)
        return false;
    bool nobody = clause.entry->act == READOUT_BELIEVE && child(&clause, word, "nsubj") == RO_NONE &&
                  strcmp(scene->document->words[word].xpos, "VB") == 0;
    if (nobody) /* "not to believe that" */
        return false;
    *candidate = (struct candidate){.word = word, .part = part, .cue = cue, .content_count = 1, .score = 0.7f};
    candidate->contents[0] = content;
    candidate->source = source_of(&clause, content);
    candidate->other_source = RO_NO_RANGE;
    return true;
}
