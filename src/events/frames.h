/* frames.h: a clause's parts, whatever its form: "Ghana was condemned by France", "France, condemning Ghana", "Ghana,
 * condemned by France", "France wants to condemn Ghana". */
#ifndef RO_FRAMES_H
#define RO_FRAMES_H

#include "events/tree.h"

/* Words; RO_NONE: not there. */
struct frame {
    uint32_t head;   /* of the event: a verb, a noun, a predicate adjective */
    uint32_t clause; /* the verb that carries tense and negation: of "held talks" held; else the head */
    uint32_t subject, object, recipient;
    bool passive;
    bool light;     /* the clause is that of a light verb */
    bool predicate; /* a noun with a preposition and "be": is | in talks | */
};

/* The parts of the clause of a verb or a predicate. */
struct frame ro_frame_of(const struct tree *tree, uint32_t verb);

/* Who or what a verb's grammar makes its subject, through conjunction, control and relative clauses; RO_NONE. */
uint32_t ro_subject_of(const struct tree *tree, uint32_t verb);

/* The parts of an event noun, with those of the light verb that it goes with: "held | talks", "talks | were held". */
struct frame ro_frame_of_noun(const struct tree *tree, uint32_t noun);

/* The verb or noun that "begin", "continue" or a light verb passes the clause on to; the word itself where it is none. */
uint32_t ro_passed_on(const struct tree *tree, uint32_t verb);

#endif
