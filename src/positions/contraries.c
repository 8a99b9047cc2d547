/* contraries.c: what rules out an account otherwise than by the same verb with "not": "The crew had been warned" - "took off without any
 * warning", "had briefed the minister on the cracks" - "nobody had told her of cracks", "in territorial waters" - "in international ones". */
#include "positions/contraries.h"

struct gist ro_part_gist(const struct disputing *disputing, uint32_t word)
{
    struct gist gist = {.count = 0};
    if (word != RO_NONE)
        ro_gist_add(disputing->context->resources->topics, disputing->document, NULL,
                    (struct range){word, word + 1}, &gist);
    return gist;
}

static bool is_pronoun(const struct disputing *disputing, uint32_t word)
{
    return ro_tree_has_upos(&disputing->tree, word, "PRON") || ro_tree_has_upos(&disputing->tree, word, "DET");
}

/* What two clauses have in the same place: 1 the same, 0 one has nothing there or a pronoun that may be it, -1 something else. */
int ro_part_match(const struct disputing *disputing, uint32_t one, uint32_t other)
{
    if (one == RO_NONE || other == RO_NONE)
        return 0;
    const uint32_t *who = disputing->accounts.who;
    if (who[one] != RO_NONE && who[one] == who[other])
        return 1;
    if (is_pronoun(disputing, one) || is_pronoun(disputing, other))
        return 0;
    struct gist first = ro_part_gist(disputing, one), second = ro_part_gist(disputing, other);
    return first.count && second.count && ro_gist_has_term(&first, &second.terms[0]) ? 1 : -1;
}

/* The entity of a part, also where it is named behind its title. */
static uint32_t who_at(const struct disputing *disputing, uint32_t word)
{
    if (word == RO_NONE || ro_tree_has_upos(&disputing->tree, word, "NOUN"))
        return word == RO_NONE ? RO_NONE : disputing->accounts.who[word];
    return ro_account_who(&disputing->accounts, word);
}

/* Whether two names have a word in common: | Kofi Mensah | - | Mensah |. */
static bool share_name(const struct disputing *disputing, uint32_t one, uint32_t other)
{
    enum { LONGEST = 4 };
    const struct tree *tree = &disputing->tree;
    if (one == RO_NONE || other == RO_NONE || !ro_tree_has_upos(tree, one, "PROPN") ||
        !ro_tree_has_upos(tree, other, "PROPN"))
        return false;
    for (uint32_t i = one;
         i < tree->document->word_count && i < one + LONGEST && (i == one || ro_is_under(tree, i, one)); i++)
        for (uint32_t j = other;
             j < tree->document->word_count && j < other + LONGEST && (j == other || ro_is_under(tree, j, other));
             j++)
            if (ro_tree_has_upos(tree, i, "PROPN") && ro_tree_has_upos(tree, j, "PROPN") &&
                ro_slice_equal(ro_document_word(tree->document, i), ro_document_word(tree->document, j)))
                return true;
    return false;
}

/* Whether a part of one clause is a part of the other. */
static bool share_part(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    uint32_t first[] = {one->subject, one->object}, second[] = {other->subject, other->object};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 2; j++)
            if (ro_part_match(disputing, first[i], second[j]) > 0 || share_name(disputing, first[i], second[j]) ||
                (who_at(disputing, first[i]) != RO_NONE &&
                 who_at(disputing, first[i]) == who_at(disputing, second[j])))
                return true;
    return false;
}

static bool is_thing(const struct disputing *disputing, uint32_t noun)
{
    uint32_t who = disputing->accounts.who[noun];
    const struct topic *topic = ro_topic_at(disputing->context->resources->topics, disputing->document, noun);
    return ro_tree_has_upos(&disputing->tree, noun, "NOUN") &&
           (who == RO_NONE || disputing->document->entities[who].type == RO_OTHER_ENTITY) &&
           !(topic && topic->kind != RO_ACT_TOPIC && topic->kind != RO_WORD_TOPIC);
}

/* What a clause says that there was none of: without any | warning |, no | alarm | sounded; RO_NONE. */
static uint32_t absent_of(const struct disputing *disputing, const struct claim *claim, bool *without)
{
    static const struct slice withouts[] = {RO_SLICE("without"), {NULL, 0}};
    const struct tree *tree = &disputing->tree;
    uint32_t noun = RO_NONE;
    *without = false;
    while ((noun = ro_tree_child(tree, claim->head, "obl", noun)) != RO_NONE)
        if (ro_tree_has_case(tree, noun, withouts)) {
            *without = true;
            return noun;
        }
    bool part = claim->noun != RO_NONE && (claim->noun == claim->subject || claim->noun == claim->object);
    return claim->much == RO_NONE_OF && part ? claim->noun : RO_NONE;
}

/* "had received a storm | warning |" - "had taken off without any | warning |"; "the | alarm | went off" - "no | alarm | sounded" */
static bool is_absent(const struct disputing *disputing, const struct claim *no, const struct claim *yes)
{
    bool without;
    uint32_t noun = absent_of(disputing, no, &without);
    if (noun == RO_NONE || !is_thing(disputing, noun) || (yes->negated && !without))
        return false;
    bool subject = ro_part_match(disputing, noun, yes->subject) > 0,
         object = ro_part_match(disputing, noun, yes->object) > 0;
    if (without)
        return !yes->negated && (subject || object) && share_part(disputing, no, yes);
    return (noun == no->subject && subject) || (noun == no->object && object && share_part(disputing, no, yes));
}

/* "had briefed | the minister | on the cracks" - "nobody had told | her | about the cracks" */
static bool is_undone(const struct disputing *disputing, const struct claim *no, const struct claim *yes)
{
    static const char *const nobodies[] = {"nobody", "no-one", "none", "one", NULL};
    if (!no->negated || yes->negated || no->subject == RO_NONE || no->noun != no->subject ||
        !ro_lemma_in(ro_tree_word(&disputing->tree, no->subject), nobodies))
        return false;
    uint32_t whom = no->object != RO_NONE ? no->object : ro_tree_child(&disputing->tree, no->head, "iobj", RO_NONE);
    uint32_t who = who_at(disputing, whom);
    bool pronoun = whom != RO_NONE && who == RO_NONE && is_pronoun(disputing, whom) && yes->object != RO_NONE;
    bool same = pronoun || (who != RO_NONE &&
                            (who == who_at(disputing, yes->object) || who == who_at(disputing, yes->subject)));
    double rest = 0;
    for (uint32_t i = 0; same && i < no->gist.count; i++)
        if (no->gist.terms[i].entity == RO_NONE && ro_gist_has_term(&yes->gist, &no->gist.terms[i]))
            rest += no->gist.terms[i].weight;
    return rest >= 0.8;
}

/* "had passed an | examination |" - "had not been | examined |" */
static bool is_not_done(const struct disputing *disputing, const struct claim *no, const struct claim *yes)
{
    const struct tree *tree = &disputing->tree;
    bool cross = (yes->object != RO_NONE && ro_tree_has_upos(tree, yes->object, "NOUN") &&
                  ro_part_match(disputing, yes->object, no->head) > 0 &&
                  ro_tree_has_upos(tree, no->head, "VERB")) ||
                 (no->object != RO_NONE && ro_tree_has_upos(tree, no->object, "NOUN") &&
                  ro_part_match(disputing, no->object, yes->head) > 0 && ro_tree_has_upos(tree, yes->head, "VERB"));
    return no->negated && !yes->negated && cross && share_part(disputing, no, yes);
}

bool ro_is_denied(const struct disputing *disputing, const struct claim *no, const struct claim *yes)
{
    return is_absent(disputing, no, yes) || is_undone(disputing, no, yes) || is_not_done(disputing, no, yes);
}

/* Whether one word is the other with "un-" before it: armed, unarmed; legal, illegal. */
static bool is_undoing(const struct document *document, uint32_t one, uint32_t other)
{
    static const char *const heads[] = {"un", "in", "im", "il", "ir", "dis", "non-", NULL};
    const char *first = document->words[one].lemma, *second = document->words[other].lemma;
    if (!first || !second || strlen(second) < 4 || strlen(first) <= strlen(second))
        return false;
    for (const char *const *head = heads; *head; head++)
        if (strncmp(first, *head, strlen(*head)) == 0 && strcmp(first + strlen(*head), second) == 0)
            return true;
    return false;
}

/* Whether a term tells of the clause itself: no noun but those that it is about: not "until his last | breath |". */
static bool is_main(const struct disputing *disputing, const struct claim *claim, const struct gist_term *term)
{
    return !ro_tree_has_upos(&disputing->tree, term->word, "NOUN") || term->word == claim->head ||
           term->word == claim->subject || term->word == claim->object;
}

static bool has_opposite(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    for (uint32_t i = 0; i < one->gist.count; i++)
        for (uint32_t j = 0; j < other->gist.count; j++) {
            const struct gist_term *first = &one->gist.terms[i], *second = &other->gist.terms[j];
            if (!is_main(disputing, one, first) || !is_main(disputing, other, second))
                continue;
            if (ro_topics_opposed(first->topic, second->topic) ||
                is_undoing(disputing->document, first->word, second->word) ||
                is_undoing(disputing->document, second->word, first->word))
                return true;
        }
    return false;
}

/* Whether the later of two clauses goes on with what the earlier spoke of: | It | was loose, | the men | had been dead. */
static bool goes_on(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    static const char *const pronouns[] = {"it", "they", "those", "these", "none", NULL};
    const struct tree *tree = &disputing->tree;
    uint32_t subject = one->head > other->head ? one->subject : other->subject;
    if (subject == RO_NONE)
        return false;
    const struct topic *topic = ro_topic_at(disputing->context->resources->topics, disputing->document, subject);
    bool people = topic && topic->kind == RO_PEOPLE_TOPIC &&
                  ro_tree_child_lemma(tree, subject, "det", "the") != RO_NONE;
    return people || ro_lemma_in(ro_tree_word(tree, subject), pronouns);
}

bool ro_are_contrary(const struct disputing *disputing, const struct claim *one, const struct claim *other)
{
    return !one->negated && !other->negated && has_opposite(disputing, one, other) &&
           (share_part(disputing, one, other) || goes_on(disputing, one, other));
}
