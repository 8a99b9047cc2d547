/* verbs.h: lexicon/verbs.txt: patterns of words and roles, and the CAMEO code of what each tells.
 *
 *     S impose &sanction on T | 163 | {France} imposed an embargo on [Ghana].
 */
#ifndef RO_VERBS_H
#define RO_VERBS_H

#include "base/lexicon.h"
#include "base/table.h"

/* Where in its clause a part of a pattern stands. */
enum slot_place {
    RO_AT_SUBJECT,
    RO_AT_OBJECT,
    RO_AT_RECIPIENT,   /* the first of two objects */
    RO_AT_PREPOSITION, /* a phrase with one of the slot's words before it */
    RO_AT_CLAUSE,      /* "to +", "that +" */
    RO_AT_PARTICLE,    /* call | off | */
    RO_AT_OWNER,       /* of an event noun: S's attack */
    RO_AT_MODIFIER     /* of an event noun: phone | call */
};

/* What has to be there. */
enum slot_filler { RO_FILL_SOURCE, RO_FILL_TARGET, RO_FILL_NOUNS, RO_FILL_ANYTHING, RO_FILL_INNER, RO_FILL_NOBODY };

enum { RO_SLOTS = 7 };

/* A noun, or a class of nouns by its number. */
struct noun_choice {
    struct slice lemma; /* no data: the end of a list */
    uint32_t class;     /* or UINT32_MAX */
};

struct slot {
    enum slot_place place;
    enum slot_filler filler;
    const struct slice *words;       /* prepositions, or the particle, to one without data; or NULL */
    const struct noun_choice *nouns; /* of RO_FILL_NOUNS; or NULL */
    enum slot_filler owner;          /* in S's custody: RO_FILL_SOURCE or RO_FILL_TARGET; else RO_FILL_NOBODY */
    bool itself;                     /* T!: the noun itself is somebody, not one that it names */
    uint32_t types;                  /* T:person: bits of enum entity_type, of which somebody has to be; 0: any */
    bool owned;                      /* the preposition's phrase is one of the subject: &attack by S kill T */
};

enum head_kind { RO_VERB_HEAD = 'v', RO_NOUN_HEAD = 'n', RO_STATE_HEAD = 'a' /* be willing to */ };

struct pattern {
    const struct slot *slots;
    uint32_t slot_count;
    const char *code;         /* "040"; of an operator its residual: "030" */
    const char *by;           /* "verbs.txt:214" */
    struct slice example;     /* "{France} condemned [Ghana]." */
    struct slice text;        /* of the pattern */
    uint32_t next;            /* pattern of the same head, no more specific than this one; or UINT32_MAX */
    uint32_t weight;          /* how specific */
    bool is_operator, mutual; /* "03+", "040=" */
    const struct slice *be;   /* "be in talks": the noun is a predicate with this preposition; NULL: any noun */
    bool two_objects;         /* give T &aid, find T guilty */
};

/* Words of which the matcher knows how they pass on what others tell. */
enum word_list {
    RO_LIST_LIGHT,    /* hold talks, be_in contact */
    RO_LIST_ASPECT,   /* begin to, continue the talks, end the summit */
    RO_LIST_PLAN,     /* plan to, be set to: as "will" */
    RO_LIST_NOT,      /* fail to, avoid: it does not happen */
    RO_LIST_QUANTITY, /* thousands of, a series of */
    RO_LIST_DOUBT,    /* fear of, threat of: it need not happen */
    RO_LIST_ACCEPT,   /* agree, accept, give: not to do it is to refuse */
    RO_WORD_LISTS
};

struct verbs;

/* Read a lexicon into the arena. Fails with READOUT_BAD_LEXICON (file, line, column and remedy) or READOUT_NO_MEMORY. */
enum readout_status ro_verbs_read(struct arena *arena, const struct lexicon_file *file, const struct verbs **out,
                                  struct readout_error *error);

/* The most specific pattern of a head's lemma, the others by `next`; UINT32_MAX: none. */
uint32_t ro_verbs_find(const struct verbs *verbs, enum head_kind kind, struct slice lemma);
const struct pattern *ro_verbs_pattern(const struct verbs *verbs, uint32_t pattern);
uint32_t ro_verbs_count(const struct verbs *verbs);

/* Whether a noun is of a class: with the word before it, "armed_force", where that is given, else alone. */
bool ro_verbs_is_of(const struct verbs *verbs, uint32_t class, struct slice lemma, struct slice before);

/* Whether a word, with another behind it ("be", "in") or none, is in a list. */
bool ro_verbs_lists(const struct verbs *verbs, enum word_list list, struct slice lemma, struct slice behind);

/* The code of an operator, of which the first two digits count, over an inner code; of an inner code that no line names that of
 * the longest beginning that one names; NULL: of none. */
const char *ro_verbs_compose(const struct verbs *verbs, const char *root, const char *inner);

#endif
