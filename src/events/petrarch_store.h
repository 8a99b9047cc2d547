/* petrarch_store.h: what is read from a verb dictionary, as the reader fills it and the matcher asks it. Words are numbers. */
#ifndef RO_PETRARCH_STORE_H
#define RO_PETRARCH_STORE_H

#include "base/arena.h"
#include "base/table.h"
#include "events/petrarch.h"

/* "042:043": from source to target, and from target to source; NULL: none, also written "---". */
struct petrarch_code {
    const char *there, *back;
};

/* Consecutive items of an array. */
struct petrarch_list {
    uint32_t first, count;
};

enum petrarch_kind {
    RO_PETRARCH_WORD,
    RO_PETRARCH_SET,
    RO_PETRARCH_SOURCE,   /* "$": whose noun stands here is the source */
    RO_PETRARCH_TARGET,   /* "+" */
    RO_PETRARCH_COMPOUND, /* "%": several are the sources and the targets */
    RO_PETRARCH_REST      /* "^": the rest of a noun phrase */
};

/* How far an element may be from the one before it, seen from the verb. */
enum petrarch_link {
    RO_PETRARCH_ANYWHERE,
    RO_PETRARCH_NEXT,  /* "IN_*": beside it, but for articles and numbers */
    RO_PETRARCH_PHRASE /* "{PEACE PLAN}", "(FOR TALKS)": in one phrase with it */
};

struct petrarch_element {
    enum petrarch_kind kind;
    enum petrarch_link link;
    uint32_t value; /* a word, a set */
};

/* Elements before the verb, from the verb to the left, and behind it. */
struct petrarch_pattern {
    struct petrarch_list before, behind;
    struct petrarch_code code;
    const char *text; /* as the file has it, without its code */
    const char *file;
    uint32_t line;
};

/* A form of a verb: "broke", "broke down" (which has a word behind it), "wire tapped" (before it). */
struct petrarch_verb {
    struct petrarch_list before, behind; /* of words */
    struct petrarch_code code;
    const char *text; /* as the file has it, without its forms and its code */
    const char *file;
    uint32_t line, block;
    uint32_t next; /* another verb of this form, or RO_NONE */
};

/* "ECONOMIC SANCTIONS" of a set: words one behind the other. */
struct petrarch_member {
    struct petrarch_list words;
};

/* ~ a (b . ATTACK) SAY = a b 112: what is made of an event that another tells of. Variables are letters, or '.' and '_', nobody. */
struct petrarch_transformation {
    char outer, source, target, new_source, new_target;
    const char *inner_code; /* NULL: of any, written Q */
    const char *outer_code;
    const char *code; /* NULL: that of the inner event, written Q */
};

struct petrarch_verbs {
    struct arena *arena;
    struct table words;   /* folded, to their numbers */
    uint32_t *first_verb; /* of a word: the verb whose form it is, or RO_NONE */
    uint32_t word_count;
    struct petrarch_verb *verbs;
    struct petrarch_list *blocks; /* of patterns */
    struct petrarch_pattern *patterns;
    struct petrarch_element *elements;
    uint32_t *list_words;       /* that lists are of */
    struct petrarch_list *sets; /* of members */
    struct petrarch_member *members;
    struct petrarch_transformation *transformations;
    uint32_t verb_count, block_count, pattern_count, element_count, list_word_count, set_count, member_count,
        transformation_count;
    struct table set_names;
    bool second; /* has what PETRARCH2 alone has: phrases, transformations */
};

enum { RO_PETRARCH_LONGEST = 24 /* elements of a pattern on one side of the verb, words of a set's member */ };

/* The number of a folded word; RO_NONE: no dictionary has it. */
uint32_t ro_petrarch_word(const struct petrarch_verbs *verbs, struct slice folded);

#endif
