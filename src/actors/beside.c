/* beside.c: what a noun stands beside: "Kim, the [leader]", "her [counterpart], Ada Roe", "Hill is a [doctor]", "he is a [doctor]"; and
 * whose client it is. */
#include "actors/roles.h"

static const struct phrase *phrase_of(const struct resolving *resolving, uint32_t number)
{
    return &resolving->document->phrases[number];
}

uint32_t ro_possessor(const struct resolving *resolving, const struct phrase *noun)
{
    const struct document *document = resolving->document;
    for (uint32_t word = noun->words.begin; word < noun->head; word++)
        if (document->words[word].head == noun->head && ro_hangs_by(&document->words[word], "nmod:poss"))
            return resolving->phrase_at[word];
    return RO_NONE;
}

static bool are_alike(const struct phrase *one, const struct phrase *other)
{
    bool one_is = one->type == RO_PERSON, other_is = other->type == RO_PERSON;
    return one_is == other_is && one->plural == other->plural && !one->demonym && !other->demonym &&
           !(one->gender && other->gender && one->gender != other->gender);
}

/* The noun of which a predicate tells what it is: "Hill is a [doctor]". */
static uint32_t subject_of(const struct document *document, uint32_t predicate)
{
    uint32_t subject = RO_NONE;
    bool is_told = false;
    for (uint32_t word = ro_around(document, predicate).begin; word < predicate; word++) {
        const struct word *own = &document->words[word];
        if (own->head != predicate)
            continue;
        is_told |= ro_hangs_by(own, "cop");
        if (ro_hangs_by(own, "case") || ro_lemma_is(own, "not"))
            return RO_NONE;
        if (ro_is_subject(own))
            subject = word;
    }
    return is_told ? subject : RO_NONE;
}

/* The phrase before a comma and another phrase, to which an apposition belongs that seems to hang on something else: "an appeal by
 * [Marisma Sur], the company"; RO_NONE. */
static uint32_t before_comma(const struct resolving *resolving, uint32_t number)
{
    const struct document *document = resolving->document;
    if (number == 0)
        return RO_NONE;
    uint32_t comma = phrase_of(resolving, number - 1)->core.end;
    bool is_next = comma + 1 == phrase_of(resolving, number)->words.begin &&
                   ro_slice_equal(ro_document_word(document, comma), RO_SLICE(","));
    return is_next ? number - 1 : RO_NONE;
}

/* Whether a word hangs on a noun, or on a phrase of another kind that hangs on it: "a spokesman for the council, [Ada Roe],". */
static bool is_of_noun(const struct resolving *resolving, uint32_t word, const struct phrase *noun)
{
    uint32_t other = resolving->phrase_at[word];
    return word == noun->head || (other != RO_NONE && resolving->document->words[word].head == noun->head &&
                                  !are_alike(phrase_of(resolving, other), noun));
}

/* The phrase behind a noun that is its apposition: "her counterpart, [Ada Roe],". */
static uint32_t apposition_of(const struct resolving *resolving, uint32_t number)
{
    enum { BEHIND = 6 };
    const struct document *document = resolving->document;
    for (uint32_t at = number + 1; at < document->phrase_count && at - number <= BEHIND; at++) {
        const struct word *head = &document->words[phrase_of(resolving, at)->head];
        if (ro_hangs_by(head, "appos") && is_of_noun(resolving, head->head, phrase_of(resolving, number)))
            return resolving->phrase_at[phrase_of(resolving, at)->head];
    }
    return RO_NONE;
}

/* The phrase that a phrase stands beside, a pronoun perhaps. */
static uint32_t neighbour_of(const struct resolving *resolving, uint32_t number)
{
    const struct document *document = resolving->document;
    const struct phrase *phrase = phrase_of(resolving, number);
    const struct word *head = &document->words[phrase->head];
    bool apposed = ro_hangs_by(head, "appos");
    uint32_t word = apposed ? head->head : subject_of(document, phrase->head);
    uint32_t other = word == RO_NONE ? apposition_of(resolving, number) : resolving->phrase_at[word];
    if (apposed && other == RO_NONE)
        other = before_comma(resolving, number);
    return other == number ? RO_NONE : other;
}

/* Whether one is told by the other: "It was [the men] who left, [a clerk] said". */
static bool is_told_by(const struct resolving *resolving, uint32_t told, uint32_t teller)
{
    const struct document *document = resolving->document;
    uint32_t statement = resolving->places[told].statement;
    return statement != RO_NONE && ro_span_covers(document->statements[statement].source.span,
                                                  document->words[phrase_of(resolving, teller)->head].span);
}

uint32_t ro_beside(const struct resolving *resolving, uint32_t number)
{
    uint32_t other = neighbour_of(resolving, number);
    if (other != RO_NONE && !are_alike(phrase_of(resolving, number), phrase_of(resolving, other)))
        other = apposition_of(resolving, number); /* off the reef, the [minister], Ada Roe, said */
    bool known = other != RO_NONE && other != number && phrase_of(resolving, other)->kind != RO_PRONOUN &&
                 !is_told_by(resolving, number, other) && !is_told_by(resolving, other, number);
    return known && are_alike(phrase_of(resolving, number), phrase_of(resolving, other)) ? other : RO_NONE;
}

/* What waits for pronouns */

static bool is_client(const struct resolving *resolving, uint32_t number)
{
    const struct phrase *noun = phrase_of(resolving, number);
    return noun->kind == RO_NOMINAL && ro_lemma_is(&resolving->document->words[noun->head], "client") &&
           ro_possessor(resolving, noun) != RO_NONE;
}

static uint32_t lawyers_client(const struct resolving *resolving, uint32_t number)
{
    static const char *const lawyers[] = {"lawyer",  "attorney", "solicitor", "barrister",
                                          "counsel", "advocate", "agent",     NULL};
    struct said_role roles[RO_ROLES];
    uint32_t cluster = ro_cluster_of(resolving, ro_possessor(resolving, phrase_of(resolving, number)));
    uint32_t count = cluster == RO_NONE ? 0 : ro_roles_of(resolving, cluster, roles);
    for (uint32_t i = 0; i < count; i++)
        if (ro_lemma_in(&resolving->document->words[roles[i].words.end - 1], lawyers) &&
            ro_cluster_of(resolving, roles[i].of) != RO_NONE)
            return ro_cluster_of(resolving, roles[i].of);
    return RO_NONE;
}

/* "[He] is a doctor": the pronoun, or RO_NONE. */
static uint32_t pronoun_beside(const struct resolving *resolving, uint32_t number)
{
    uint32_t other = neighbour_of(resolving, number);
    return other != RO_NONE && phrase_of(resolving, other)->kind == RO_PRONOUN ? other : RO_NONE;
}

bool ro_waits(const struct resolving *resolving, uint32_t number)
{
    return is_client(resolving, number) || pronoun_beside(resolving, number) != RO_NONE;
}

uint32_t ro_resolve_waiting(const struct resolving *resolving, uint32_t number)
{
    uint32_t pronoun = pronoun_beside(resolving, number), cluster = ro_cluster_of(resolving, pronoun);
    const struct phrase *noun = phrase_of(resolving, number);
    if (pronoun == RO_NONE)
        return lawyers_client(resolving, number);
    if (cluster == RO_NONE)
        return RO_NONE;
    const struct cluster *known = &resolving->clusters[cluster];
    return (known->type == RO_PERSON) == (noun->type == RO_PERSON) && known->plural == noun->plural ? cluster
                                                                                                    : RO_NONE;
}
