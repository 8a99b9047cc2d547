/* resolve.h: phrases to clusters, of which each stands for one person, organization, country, place or group. What the parts
 * of the stage of actors share while they read one document; in the context's scratch. */
#ifndef RO_RESOLVE_H
#define RO_RESOLVE_H

#include "base/context.h"
#include "base/table.h"
#include "names/keys.h"

/* What is known of a phrase beside what the mentions say. */
struct place_of {
    uint32_t cluster;   /* or RO_NONE */
    uint32_t next;      /* phrase of the same cluster, or RO_NONE */
    uint32_t statement; /* the innermost whose content has it, or RO_NONE */
    bool quoted;        /* in its verbatim part */
    double score;       /* that it belongs to its cluster */
};

struct cluster {
    uint32_t first, last; /* phrases: that was added first, and last */
    uint32_t name;        /* the phrase with the fullest name, or RO_NONE */
    uint32_t count;       /* of phrases */
    enum entity_type type;
    char gender; /* 'm', 'f', 'n', or 0 */
    bool plural;
    uint32_t entry; /* of the gazetteer, or RO_NONE */
    const char *country, *actor;
    struct geo *geo;   /* of a place, in the document's arena, or NULL */
    uint32_t *members; /* clusters of a group */
    uint32_t member_count;
    uint32_t short_name; /* the last phrase that was only a part of its name, or RO_NONE */
};

/* Persons that have a word in their names; the later ones come first. */
struct namesake {
    uint32_t cluster;
    uint32_t next; /* namesake, or RO_NONE */
};

enum { RO_STATES = 8 /* that a text is about, at most */ };

struct resolving {
    struct context *context;
    struct document *document;
    struct place_of *places; /* one a phrase */
    struct cluster *clusters;
    uint32_t cluster_count;
    uint32_t *phrase_at; /* the phrase whose head is a word, or RO_NONE */
    struct table keys;   /* names, entries of the gazetteer, words of names, to places in `values` */
    uint32_t *values;
    uint32_t value_count;
    struct namesake *namesakes;
    uint32_t namesake_count;
    uint32_t states[RO_STATES]; /* clusters, the most mentioned first, when groups have asked for them */
    uint32_t state_count;
    bool ranked;
    bool failed; /* without memory */
};

/* What a text of some kind ('n': a name, 'w': a word of one, 'e': an entry) stands for, RO_NONE at first; NULL without memory.
 * Read or set it before the next call. */
uint32_t *ro_value_of(struct resolving *resolving, char kind, struct slice text);

/* Clusters (clusters.c) */

/* A new cluster with a phrase; RO_NONE without memory. */
uint32_t ro_cluster_new(struct resolving *resolving, uint32_t phrase);

/* Add a phrase to a cluster. */
void ro_cluster_add(struct resolving *resolving, uint32_t cluster, uint32_t phrase, double score);

/* The cluster of a phrase that is read already, or RO_NONE. */
static inline uint32_t ro_cluster_of(const struct resolving *resolving, uint32_t phrase)
{
    return phrase == RO_NONE ? RO_NONE : resolving->places[phrase].cluster;
}

/* Names (namesakes.c): the cluster that a name, a demonym or a capital is of; RO_NONE: a new one. */
uint32_t ro_resolve_name(struct resolving *resolving, uint32_t phrase);

/* What a name is found by from now on. */
void ro_remember_name(struct resolving *resolving, uint32_t phrase, uint32_t cluster);

/* Whether a capital acts in its sentence, as its country does: "Washington had not set a date". (metonyms.c) */
bool ro_capital_acts(const struct document *document, const struct phrase *phrase);

/* Whether a name has what a state has: "Norland's parliament", "the president of Norland". */
bool ro_is_state(const struct resolving *resolving, const struct cluster *cluster);

/* Nouns (nouns.c): apposition, predicate, role, the same noun again; RO_NONE: a new one. */
uint32_t ro_resolve_noun(struct resolving *resolving, uint32_t phrase);

/* Whether a phrase of a cluster has the noun of this phrase, or its role: "the minister" for "Foreign Minister Ada Roe". */
bool ro_is_called(const struct resolving *resolving, uint32_t cluster, const struct phrase *noun);

/* Neighbours (beside.c): the phrase that a phrase stands beside as its apposition or its predicate, on either side, or RO_NONE. */
uint32_t ro_beside(const struct resolving *resolving, uint32_t phrase);

/* The phrase of whom a noun is: "[My] client"; RO_NONE. */
uint32_t ro_possessor(const struct resolving *resolving, const struct phrase *noun);

/* Whether it is known only when pronouns are whom a noun means, and whom: "he is a [doctor]", "my [client]". */
bool ro_waits(const struct resolving *resolving, uint32_t phrase);
uint32_t ro_resolve_waiting(const struct resolving *resolving, uint32_t phrase);

/* Pronouns (antecedents.c): the likeliest of the clusters before it, with the probability; RO_NONE: none of them. */
uint32_t ro_resolve_pronoun(struct resolving *resolving, uint32_t phrase, double *score);

/* Resolve all phrases of the document. Fails with READOUT_NO_MEMORY. (resolve.c) */
enum readout_status ro_resolve(struct resolving *resolving, struct context *context, struct document *document);

/* Places (geo.c): set where they are, and in which country. */
void ro_locate(struct resolving *resolving);

/* Groups (groups.c): members of "the two leaders", where it has some. */
void ro_resolve_group(struct resolving *resolving, uint32_t cluster, uint32_t phrase);

/* The cluster of whom a stretch of text is about: of the phrase in it that is highest in the tree; RO_NONE. (parties.c) */
uint32_t ro_cluster_at(const struct resolving *resolving, struct span span);

/* Whether a phrase is a title alone, written as a name: "the President". */
static inline bool ro_is_title(const struct phrase *phrase)
{
    return ro_range_is(phrase->title) && phrase->title.end == phrase->core.end;
}

/* Whether it is a name, or an adjective made of one. */
static inline bool ro_is_named(const struct phrase *phrase)
{
    return phrase->demonym || (phrase->kind == RO_NAME && !ro_is_title(phrase));
}

enum {
    RO_AROUND = 256 /* words to each side that are looked at, since a sentence may be a whole book */,
    RO_SAID = 64 /* phrases of a cluster that are looked at, from the first */
};

/* The words around a word, in its sentence. */
static inline struct range ro_around(const struct document *document, uint32_t word)
{
    const struct sentence *sentence = &document->sentences[document->words[word].sentence];
    uint32_t first = sentence->first_word, end = first + sentence->word_count;
    return (struct range){word - first > RO_AROUND ? word - RO_AROUND : first,
                          end - word > RO_AROUND ? word + RO_AROUND : end};
}

/* Whether a word is the subject of a clause. */
static inline bool ro_is_subject(const struct word *word)
{
    return ro_hangs_by(word, "nsubj") || ro_hangs_by(word, "csubj");
}

#endif
