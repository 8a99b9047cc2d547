/* nouns.c: whom a noun means: what it stands beside, whoever was said to be that ("the Blue House [spokesman]"), or what the same
 * noun meant before ("the [company]"). */
#include <strings.h>

#include "actors/resolve.h"

enum { NEAR = 60 /* phrases that are looked back at */ };

static const struct phrase *phrase_of(const struct resolving *resolving, uint32_t number)
{
    return &resolving->document->phrases[number];
}

/* "the spokesman", "his spokesman", "those spokesmen", "Spokesman"; not "a spokesman". */
static bool is_definite(const struct document *document, const struct phrase *phrase)
{
    static const char *const definite[] = {"the", "this", "that", "these", "those", "both", NULL};
    for (uint32_t word = phrase->words.begin; word < phrase->core.begin; word++) {
        const struct word *own = &document->words[word];
        if (own->head == phrase->head &&
            (ro_hangs_by(own, "nmod:poss") || (ro_hangs_by(own, "det") && ro_lemma_in(own, definite))))
            return true;
    }
    return phrase->kind == RO_NAME;
}

/* The country of what a noun says of itself: "the [Blue House] spokesman", "the [South Korean] president". */
static const char *country_of(const struct resolving *resolving, const struct phrase *phrase)
{
    if (phrase->kind == RO_NOMINAL && phrase->country) /* the [Syrian army], a term of the gazetteer */
        return phrase->country;
    for (uint32_t word = phrase->words.begin; word < phrase->words.end; word++) {
        uint32_t other = resolving->phrase_at[word];
        if (other == RO_NONE || word == phrase->head || phrase_of(resolving, other)->kind == RO_PRONOUN)
            continue;
        uint32_t cluster = ro_cluster_of(resolving, other);
        const char *country = phrase_of(resolving, other)->country;
        if (!country && cluster != RO_NONE)
            country = resolving->clusters[cluster].country;
        if (country)
            return country;
    }
    return NULL;
}

static bool has_country(const struct resolving *resolving, const struct cluster *cluster, const char *country)
{
    uint32_t looked = 0;
    for (uint32_t at = cluster->first; at != RO_NONE && looked < RO_SAID;
         at = resolving->places[at].next, looked++) {
        const char *own = country_of(resolving, phrase_of(resolving, at));
        if (own && strcmp(own, country) == 0)
            return true;
    }
    return cluster->country && strcmp(cluster->country, country) == 0;
}

static bool is_same_word(const struct document *document, uint32_t one, uint32_t other)
{
    struct name_key a = ro_name_key_words(document, (struct range){one, one + 1});
    struct name_key b = ro_name_key_words(document, (struct range){other, other + 1});
    return ro_slice_equal(ro_name_key_slice(&a), ro_name_key_slice(&b));
}

/* Whether a phrase has this noun, as a title this role, or in the name of an organization or a place: "European [Commission]". */
static bool calls(const struct document *document, const struct phrase *known, const struct phrase *noun)
{
    const char *lemma = document->words[noun->head].lemma;
    const char *title = ro_range_is(known->title) ? document->words[known->title.end - 1].lemma : NULL;
    if (known->role && noun->role && strcmp(known->role, noun->role) == 0)
        return true;
    if (lemma && title && strcasecmp(title, lemma) == 0)
        return true;
    bool body = known->type == RO_ORGANIZATION || known->type == RO_PLACE;
    if (known->kind == RO_NAME && body && noun->type == known->type)
        return is_same_word(document, known->head, noun->head);
    return lemma && known->kind == RO_NOMINAL && ro_lemma_is(&document->words[known->head], lemma);
}

bool ro_is_called(const struct resolving *resolving, uint32_t number, const struct phrase *noun)
{
    const struct cluster *cluster = &resolving->clusters[number];
    uint32_t looked = 0;
    for (uint32_t at = cluster->first; at != RO_NONE && looked < RO_SAID; at = resolving->places[at].next, looked++)
        if (phrase_of(resolving, at)->kind != RO_PRONOUN &&
            calls(resolving->document, phrase_of(resolving, at), noun))
            return true;
    return false;
}

static bool has_pronoun_before(const struct document *document, const struct phrase *phrase)
{
    const struct word *first = &document->words[phrase->words.begin];
    return phrase->words.begin < phrase->head && strcmp(first->upos, "PRON") == 0;
}

/* Whether a noun is made of a verb: "leader" of "lead", "chairman" of "chair", "head" of "head". */
static bool is_doer(const char *noun, const char *verb)
{
    static const char *const ends[] = {"", "er", "r", "or", "man", "woman"};
    size_t length = strlen(verb);
    if (strncmp(noun, verb, length) != 0)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(noun + length, ends[i]) == 0)
            return true;
    return false;
}

/* Whether a phrase is told to do what a noun means: "Roe, who leads the union": "the union leader". */
static bool does(const struct document *document, const struct phrase *known, const struct phrase *noun)
{
    enum { CLAUSE = 8 };
    const char *lemma = document->words[noun->head].lemma;
    const struct word *head = &document->words[known->head];
    uint32_t end = ro_around(document, known->head).end;
    if (!lemma || known->kind != RO_NAME)
        return false;
    if (ro_is_subject(head) && document->words[head->head].lemma &&
        is_doer(lemma, document->words[head->head].lemma))
        return true;
    for (uint32_t word = known->core.end; word < end && word < known->core.end + CLAUSE; word++)
        if (document->words[word].head == known->head && ro_hangs_by(&document->words[word], "acl") &&
            document->words[word].lemma && is_doer(lemma, document->words[word].lemma))
            return true;
    return false;
}

/* Whether "the company" may be an organization of which nothing is known but its name, in this sentence or the one before. */
static bool may_be_company(const struct document *document, const struct phrase *known, const struct phrase *noun)
{
    static const char *const companies[] = {"company",      "firm",   "group", "organization",
                                            "organisation", "agency", NULL};
    const struct word *word = &document->words[noun->head];
    return ro_lemma_in(word, companies) && known->kind == RO_NAME && known->type == RO_ORGANIZATION &&
           (known->actor ? strstr(known->actor, "BUS") || strstr(known->actor, "MNC") : known->entry == RO_NONE) &&
           !known->role && word->sentence - document->words[known->head].sentence <= 1;
}

/* "this country", "the city": of a place or state that was named. */
static bool is_kind_of(const struct document *document, const struct phrase *known, const struct phrase *noun)
{
    static const char *const states[] = {"country", "nation", "republic", "kingdom", NULL};
    static const char *const places[] = {"city", "town", "village", "island", NULL};
    const struct word *word = &document->words[noun->head];
    if (known->demonym || known->kind != RO_NAME || known->plural)
        return false;
    return known->type == RO_COUNTRY ? ro_lemma_in(word, states)
                                     : known->type == RO_PLACE && ro_lemma_in(word, places) &&
                                           word->sentence - document->words[known->head].sentence <= 1;
}

static bool fits(const struct resolving *resolving, const struct phrase *noun, uint32_t at, const char *country)
{
    uint32_t number = resolving->places[at].cluster;
    const struct phrase *known = phrase_of(resolving, at);
    const struct cluster *cluster = &resolving->clusters[number];
    if (noun->type != RO_PERSON && !noun->plural && is_kind_of(resolving->document, known, noun))
        return true;
    bool alike = (cluster->type == RO_PERSON) == (noun->type == RO_PERSON) && cluster->plural == noun->plural &&
                 !(noun->gender && cluster->gender && noun->gender != cluster->gender) &&
                 cluster->type != RO_COUNTRY;
    if (!alike || (country && !has_country(resolving, cluster, country)))
        return false;
    return ro_is_called(resolving, number, noun) || does(resolving->document, known, noun) ||
           may_be_company(resolving->document, known, noun) ||
           (country && noun->role && ro_lemma_is(&resolving->document->words[known->head], "counterpart"));
}

/* The cluster that was mentioned last before, among those near. */
static uint32_t find_same(const struct resolving *resolving, uint32_t number)
{
    const struct phrase *noun = phrase_of(resolving, number);
    const char *country = country_of(resolving, noun);
    for (uint32_t at = number; at > 0 && number - at < NEAR; at--) {
        uint32_t cluster = ro_cluster_of(resolving, at - 1);
        if (cluster != RO_NONE && fits(resolving, noun, at - 1, country) &&
            !ro_range_has(noun->words, phrase_of(resolving, at - 1)->head))
            return cluster;
    }
    return RO_NONE;
}

/* "the two leaders" are others where they stand elsewhere. */
static bool is_counted(const struct document *document, const struct phrase *noun)
{
    static const char *const both[] = {"both", "all", NULL};
    bool counted = strcmp(document->words[noun->head].upos, "NUM") == 0;
    for (uint32_t word = noun->words.begin; word < noun->head; word++)
        counted |= strcmp(document->words[word].upos, "NUM") == 0 || ro_lemma_in(&document->words[word], both);
    return counted;
}

/* "the ombudsman's office" is not any office that was named before. */
static bool is_somebodys(const struct resolving *resolving, const struct phrase *noun)
{
    uint32_t possessor = ro_possessor(resolving, noun);
    return possessor != RO_NONE && phrase_of(resolving, possessor)->kind != RO_PRONOUN &&
           !country_of(resolving, noun);
}

uint32_t ro_resolve_noun(struct resolving *resolving, uint32_t number)
{
    const struct phrase *noun = phrase_of(resolving, number);
    uint32_t beside = ro_beside(resolving, number);
    if (beside != RO_NONE && ro_cluster_of(resolving, beside) != RO_NONE)
        return ro_cluster_of(resolving, beside);
    if (!is_definite(resolving->document, noun) || has_pronoun_before(resolving->document, noun) ||
        is_somebodys(resolving, noun) || is_counted(resolving->document, noun))
        return RO_NONE;
    return find_same(resolving, number);
}
