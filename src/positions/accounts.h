/* accounts.h: what sources tell, cut to sentences: "Police said that | nine had died | and that | two were missing |." */
#ifndef RO_ACCOUNTS_H
#define RO_ACCOUNTS_H

#include "events/tree.h"

enum { RO_REACH = 200 /* words: no sentence that is one is longer, and no account */ };

/* How it is known whose account it is. */
enum account_way {
    RO_STATED,  /* a statement has it */
    RO_UNHEARD, /* a verb that reports stands over it, which no statement has: Not all of it, said Reis */
    RO_FIGURED, /* what somebody counts, puts a number at, estimates: what is counted may have been told before */
    RO_GOING_ON /* it goes on with an account of the sentence before: It had rung twice */
};

struct account {
    struct range words; /* of one sentence */
    uint32_t statement; /* the innermost that has it, or RO_NONE */
    uint32_t source;    /* an entity: who answers for it; RO_NONE */
    uint32_t told;      /* the source of the innermost statement: Trump said that | Kim | demanded it all */
    enum account_way way;
    const char *date; /* the value of the last date in it; NULL: none */
};

struct accounts {
    struct context *context;
    struct document *document;
    struct tree *tree;
    const struct cues *cues;
    uint32_t *who;         /* by word: the entity of which it is in a mention's head, whatever its type; RO_NONE */
    uint32_t *at;          /* by word: the innermost account that has it; RO_NONE */
    struct account *items; /* those of statements first, in their order */
    uint32_t count;
};

/* Read all accounts of a document whose statements and entities are known; all in scratch. False without memory. */
bool ro_accounts_read(struct accounts *accounts, struct context *context, struct document *document,
                      struct tree *tree);

/* Who a noun phrase names by its head: itself, the holder of a report ("the auditor's report"), what stands before a pronoun that is
 * nobody yet; RO_NONE. */
uint32_t ro_account_who(const struct accounts *accounts, uint32_t head);

/* The value of the last time of a type that begins in a span; NULL: none. Times are in the order of the text. */
const char *ro_last_time_in(const struct document *document, struct span span, enum time_type type);

/* Whether a word hangs on another, directly or not, or is it. */
bool ro_is_under(const struct tree *tree, uint32_t word, uint32_t above);

/* The words from the first to the last that hang on a word. */
struct range ro_words_under(const struct tree *tree, uint32_t word);

/* Whether two sources may contradict each other: not one and the same, nor one who speaks for the other or belongs to it. */
bool ro_are_opposed(const struct accounts *accounts, uint32_t one, uint32_t other);

/* Whether two accounts are those of two such sources, whoever tells them. */
bool ro_accounts_opposed(const struct accounts *accounts, const struct account *one, const struct account *other);

#endif
