/* petrarch_clause.c: "Norland's envoy, he said, will meet [the union] in Kelso on Friday": what is before a verb goes back to a comma or
 * to the begin of the sentence, what is behind it is what hangs on it. */
#include "events/petrarch_clause.h"

enum { DEEPEST = 32 };

static const struct word *word_at(const struct petrarch_text *text, uint32_t word)
{
    return &text->document->words[word];
}

static bool is_upos(const struct word *word, const char *upos)
{
    return word->upos && strcmp(word->upos, upos) == 0;
}

/* The verb's entry */

/* Whether a word is a verb by its tag or, where that may be wrong, by what hangs on it. */
static bool is_verb(const struct petrarch_text *text, uint32_t word)
{
    const struct word *own = word_at(text, word);
    bool tagged = own->xpos && strncmp(own->xpos, "VB", 2) == 0 && !is_upos(own, "AUX");
    return tagged || (ro_tree_child(text->tree, word, "obj", RO_NONE) != RO_NONE &&
                      ro_tree_child(text->tree, word, "nsubj", RO_NONE) != RO_NONE);
}

/* The words directly beside a verb, whatever they hang on. */
static struct petrarch_row row_beside(const struct petrarch_text *text, uint32_t verb, bool backwards,
                                      uint32_t room[RO_PETRARCH_LONGEST])
{
    struct petrarch_row row = {.words = room, .count = 0};
    uint32_t word = verb;
    while (row.count < RO_PETRARCH_LONGEST && word != (backwards ? text->sentence.begin : text->sentence.end - 1)) {
        word = backwards ? word - 1 : word + 1;
        if (!ro_petrarch_at(text, word)->silent)
            room[row.count++] = word;
    }
    return row;
}

/* Whether some words stand directly beside the verb, and the last of them. */
static bool has_beside(const struct petrarch_text *text, uint32_t verb, struct petrarch_list words, bool backwards,
                       uint32_t *last)
{
    uint32_t room[RO_PETRARCH_LONGEST];
    struct petrarch_row row = row_beside(text, verb, backwards, room);
    uint32_t length = row.count ? ro_petrarch_matches(text, &row, 0, words, backwards) : 0;
    *last = length ? room[length - 1] : verb;
    return length > 0;
}

/* Whether a single word hangs on the verb as its particle, behind the object: "called the talks [off]". */
static bool has_particle(const struct petrarch_text *text, uint32_t verb, struct petrarch_list words)
{
    uint32_t particle = ro_tree_child(text->tree, verb, "compound:prt", RO_NONE);
    return words.count == 1 && particle != RO_NONE &&
           ro_petrarch_at(text, particle)->form == text->verbs->list_words[words.first];
}

static bool fits(const struct petrarch_text *text, const struct petrarch_verb *verb, struct petrarch_clause *clause)
{
    uint32_t word = clause->word, first = word, last = word;
    if (verb->before.count && !has_beside(text, word, verb->before, true, &first))
        return false;
    if (verb->behind.count && !has_beside(text, word, verb->behind, false, &last) &&
        !has_particle(text, word, verb->behind))
        return false;
    clause->own = (struct range){first, last + 1};
    return verb->before.count || verb->behind.count || is_verb(text, word);
}

/* The verb of a form: the one with most words, of equals the first with a code. */
static bool find_verb(const struct petrarch_text *text, uint32_t form, struct petrarch_clause *clause)
{
    const struct petrarch_verbs *verbs = text->verbs;
    struct petrarch_clause best = {.verb = NULL};
    uint32_t most = 0;
    for (uint32_t at = form == RO_NONE ? RO_NONE : verbs->first_verb[form]; at != RO_NONE;
         at = verbs->verbs[at].next) {
        const struct petrarch_verb *verb = &verbs->verbs[at];
        uint32_t words = verb->before.count + verb->behind.count;
        bool better = !best.verb || words > most || (words == most && !best.verb->code.there && verb->code.there);
        if (!better || !fits(text, verb, clause))
            continue;
        best = *clause;
        best.verb = verb;
        most = words;
    }
    if (best.verb)
        *clause = best;
    return best.verb != NULL;
}

/* Rows */

/* Whether a comma ends what is before a verb: it is not between nouns. */
static bool ends_clause(const struct petrarch_text *text, uint32_t word)
{
    static const char *const inside[] = {"conj", "appos", "amod", "nummod", "compound",
                                         "nmod", "flat",  "list", NULL};
    const struct word *head = word_at(text, word_at(text, word)->head);
    if (!ro_slice_equal(ro_document_word(text->document, word), RO_SLICE(",")))
        return false;
    for (const char *const *relation = inside; *relation; relation++)
        if (ro_hangs_by(head, *relation) && !is_upos(head, "VERB"))
            return false;
    return true;
}

/* Whether a word is the verb of a clause of its own, which PETRARCH2 reads apart. */
static bool is_clause(const struct word *word)
{
    static const char *const clauses[] = {"ccomp", "xcomp", "advcl", "acl", "csubj", NULL};
    const char *const *relation = clauses;
    while (*relation && !ro_hangs_by(word, *relation))
        relation++;
    return *relation && is_upos(word, "VERB");
}

/* Whether a word is in the verb phrase of a verb. */
static bool governs(const struct petrarch_text *text, uint32_t verb, uint32_t word)
{
    for (int depth = 0; depth < DEEPEST && word != verb; depth++) {
        const struct word *own = word_at(text, word);
        if (own->head == RO_NONE || own->head == word || ro_hangs_by(own, "parataxis") ||
            (own->head == verb && ro_hangs_by(own, "conj")) || (text->verbs->second && is_clause(own)))
            return false;
        word = own->head;
    }
    return word == verb;
}

static void read_before(const struct petrarch_text *text, struct petrarch_clause *clause, uint32_t verb)
{
    clause->before.count = 0;
    for (uint32_t word = verb; word > text->sentence.begin && verb - word < RO_PETRARCH_ROW; word--) {
        if (ends_clause(text, word - 1))
            break;
        bool inside = !text->verbs->second || governs(text, clause->word, word - 1);
        if (inside && !ro_petrarch_at(text, word - 1)->silent)
            clause->before.words[clause->before.count++] = word - 1;
    }
}

/* The verb on whose phrase the words behind a verb may hang, too: "began to [talk] to Norland". */
static uint32_t governor(const struct document *document, uint32_t verb)
{
    for (int depth = 0; depth < DEEPEST && ro_hangs_by(&document->words[verb], "xcomp"); depth++)
        verb = document->words[verb].head;
    return verb;
}

static void read_behind(const struct petrarch_text *text, struct petrarch_clause *clause, uint32_t verb)
{
    uint32_t top = text->verbs->second ? clause->word : governor(text->document, clause->word);
    clause->behind.count = 0;
    for (uint32_t word = verb; word < text->sentence.end && word - verb < RO_PETRARCH_ROW; word++)
        if (!ro_petrarch_at(text, word)->silent && governs(text, top, word))
            clause->behind.words[clause->behind.count++] = word;
}

/* Voice */

/* Look at what hangs on a verb: auxiliaries, "not". */
static void read_voice(const struct petrarch_text *text, struct petrarch_clause *clause)
{
    static const char *const denials[] = {"not", "never", NULL};
    uint32_t verb = clause->word;
    clause->passive = ro_tree_child(text->tree, verb, "nsubj:pass", RO_NONE) != RO_NONE ||
                      ro_tree_child(text->tree, verb, "aux:pass", RO_NONE) != RO_NONE;
    clause->negated = false;
    for (uint32_t word = text->tree->first_child[verb]; word != RO_NONE && word < verb;
         word = text->tree->next_child[word])
        clause->negated |= ro_lemma_in(word_at(text, word), denials);
}

/* Whoever does what a passive says: behind "by". */
static const struct petrarch_noun *agent_of(const struct petrarch_text *text, const struct petrarch_clause *clause)
{
    bool by = false;
    for (uint32_t i = 0; clause->passive && i < clause->behind.count; i++) {
        uint32_t word = clause->behind.words[i];
        const struct petrarch_noun *noun = ro_petrarch_noun_at(text, word);
        by |= ro_lemma_is(word_at(text, word), "by");
        if (by && noun)
            return noun;
    }
    return NULL;
}

bool ro_petrarch_clause_read(const struct petrarch_text *text, uint32_t word, struct petrarch_clause *clause)
{
    const struct petrarch_word *own = ro_petrarch_at(text, word);
    bool known = own->form != RO_NONE && text->verbs->first_verb[own->form] != RO_NONE;
    uint32_t number = known || own->lemma == RO_NONE ? own->form : own->lemma;
    clause->word = word;
    if (number == RO_NONE || text->verbs->first_verb[number] == RO_NONE)
        return false;
    if (!find_verb(text, number, clause))
        return false;
    clause->word = ro_dictionary_highest(text->document, clause->own); /* "will [wire] tap the line" */
    read_before(text, clause, clause->own.begin);
    read_behind(text, clause, clause->own.end);
    read_voice(text, clause);
    clause->agent = agent_of(text, clause);
    return true;
}

/* Subjects */

/* A subject of a verb that means somebody; *stated: it has one. */
static const struct petrarch_noun *own_subject(const struct petrarch_text *text, uint32_t verb, bool *stated)
{
    const struct petrarch_noun *found = NULL;
    for (uint32_t word = RO_NONE; (word = ro_tree_child(text->tree, verb, "nsubj", word)) != RO_NONE;) {
        const struct petrarch_noun *noun = ro_petrarch_noun_at(text, word);
        *stated = true;
        if (noun && (!found || (found->nobody && !noun->nobody)))
            found = noun;
    }
    return found;
}

/* Whoever is told to do what hangs on a verb: "urged [Norland] to leave"; *stated: somebody or something is. */
static const struct petrarch_noun *object_before(const struct petrarch_text *text, uint32_t head, uint32_t verb,
                                                 bool *stated)
{
    uint32_t object = ro_tree_child(text->tree, head, "obj", RO_NONE);
    if (object == RO_NONE)
        object = ro_tree_child(text->tree, head, "iobj", RO_NONE);
    *stated = object != RO_NONE && object < verb;
    return *stated ? ro_petrarch_noun_at(text, object) : NULL;
}

const struct petrarch_noun *ro_petrarch_subject(const struct petrarch_text *text, uint32_t verb, bool *stated)
{
    *stated = false;
    for (int depth = 0; depth < DEEPEST; depth++) {
        const struct word *own = word_at(text, verb);
        const struct petrarch_noun *noun = own_subject(text, verb, stated);
        if (noun || *stated || own->head == verb || own->head == RO_NONE)
            return noun;
        if (ro_hangs_by(own, "acl"))
            return ro_petrarch_noun_at(text, own->head);
        noun = ro_hangs_by(own, "xcomp") ? object_before(text, own->head, verb, stated) : NULL;
        if (*stated || ro_hangs_by(own, "parataxis"))
            return noun;
        verb = own->head;
    }
    return NULL;
}

/* In the row */

static bool is_other(const struct petrarch_noun *noun, const struct petrarch_noun *other)
{
    return noun && noun != other && (!other || strcmp(noun->parties[0].code, other->parties[0].code) != 0);
}

/* The object, if it is somebody: PETRARCH2 looks there before it looks behind prepositions. */
static const struct petrarch_noun *object_of(const struct petrarch_text *text, const struct petrarch_clause *clause,
                                             const struct petrarch_noun *other)
{
    static const char *const objects[] = {"obj", "iobj", NULL};
    for (const char *const *relation = objects; *relation; relation++) {
        uint32_t object = ro_tree_child(text->tree, clause->word, *relation, RO_NONE);
        const struct petrarch_noun *noun = object == RO_NONE ? NULL : ro_petrarch_noun_at(text, object);
        if (is_other(noun, other) && !noun->nobody)
            return noun;
    }
    return NULL;
}

const struct petrarch_noun *ro_petrarch_behind(const struct petrarch_text *text,
                                               const struct petrarch_clause *clause,
                                               const struct petrarch_noun *other)
{
    const struct petrarch_noun *object = text->verbs->second ? object_of(text, clause, other) : NULL;
    if (object)
        return object;
    for (uint32_t i = 0; i < clause->behind.count; i++)
        if (is_other(ro_petrarch_noun_at(text, clause->behind.words[i]), other))
            return ro_petrarch_noun_at(text, clause->behind.words[i]);
    return NULL;
}

const struct petrarch_noun *ro_petrarch_before(const struct petrarch_text *text,
                                               const struct petrarch_clause *clause,
                                               const struct petrarch_noun *other)
{
    const struct petrarch_noun *nobody = NULL;
    for (uint32_t i = 0; i < clause->before.count; i++) {
        const struct petrarch_noun *noun = ro_petrarch_noun_at(text, clause->before.words[i]);
        if (!is_other(noun, other))
            continue;
        if (!noun->nobody)
            return noun;
        nobody = nobody ? nobody : noun;
    }
    return nobody;
}
