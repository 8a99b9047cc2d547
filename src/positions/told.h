/* told.h: accounts that no statement has, or not wholly: read from trees and from verbs that report. */
#ifndef RO_TOLD_H
#define RO_TOLD_H

#include "positions/accounts.h"

typedef bool add_account(struct accounts *accounts, struct account account);

/* What of a sentence a statement that opens it leaves out: "The bombs had hit a field, the army replied, | and nobody was harmed |". */
bool ro_add_rest(struct accounts *accounts, add_account *add);

/* What is said with a cue that no statement has: "| Not all of it |, said Reis". */
bool ro_add_unheard(struct accounts *accounts, add_account *add);

/* What is counted, estimated, reckoned: "put the number | at thirty |", "the guard's estimate is | ninety tonnes |", "By its own count
 * | six hundred had fallen ill |". */
bool ro_add_figured(struct accounts *accounts, add_account *add);

/* What goes on behind an account without a cue, in the past perfect: "The alarm had rung, he said. | It had rung twice. |" */
bool ro_add_going_on(struct accounts *accounts, add_account *add);

/* Add those of words by whose view they are. (views.c) */
bool ro_add_views(struct accounts *accounts, add_account *add);

/* Add what is told by whom a text names as one who tells it otherwise. (otherwise.c) */
bool ro_add_announced(struct accounts *accounts, add_account *add);

/* Add an account, like another, of each stretch of words that no other has, where one of them is no mark. */
bool ro_claim_words(struct accounts *accounts, add_account *add, struct range words, struct account like);

#endif
