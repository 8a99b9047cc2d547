/* parts.h: the words of a statement in the tree of its sentence, and the phrases around them. */
#ifndef RO_PARTS_H
#define RO_PARTS_H

#include "statements/scene.h"

struct parts {
    struct range source;
    struct range
        cue; /* its head and what of the lexicon's cue follows: a model's may hold "told reporters in a letter" */
    const struct range *contents;
    uint32_t content_count;
    uint32_t head;         /* the word of the cue that is highest in the tree */
    struct range sentence; /* that of the head, or what of it the teller's content has; no more than is near */
};

/* What of some words is near one of them: so long sentences cost no more than their words. */
struct range ro_near(struct range words, uint32_t word);

/* The parts of a statement, whose contents are borrowed. */
struct parts ro_parts(const struct scene *scene, struct range source, struct range cue,
                      const struct range *contents, uint32_t content_count);

/* Whether a word is of none of the statement's parts. */
bool ro_parts_free(const struct parts *parts, uint32_t word);

/* Whether a word has this tag of Universal Dependencies; false where no model gave it one. */
bool ro_upos_is(const struct scene *scene, uint32_t word, const char *upos);

/* Whether a word has this relation to its head, or a subtype of it: "nsubj" is "nsubj:pass" too. False without a tree. */
bool ro_relation_is(const struct scene *scene, uint32_t word, const char *relation);

/* Whether a word hangs on another by any number of steps, or is it. */
bool ro_hangs_on(const struct scene *scene, uint32_t word, uint32_t head);

/* Whether a word is a finite verb or auxiliary by its tag: "went", "has", "will". */
bool ro_is_finite(const struct scene *scene, uint32_t word);

/* Whether a cue commits somebody to what is to come: "promised", "threatened", "asked". */
bool ro_looks_ahead(const struct cue *cue);

/* Whether the clause of a joining word tells what is past: "that he had called", not "that he would". */
bool ro_is_past_clause(const struct scene *scene, uint32_t that);

/* Whether a word is that of "in writing", which tells how something is said. */
bool ro_is_in_writing(const struct scene *scene, uint32_t word);

/* Whether the object of a cue hears what is said: "told the press", "urged both sides", "promised voters". */
bool ro_object_hears(const struct scene *scene, uint32_t cue);

/* Whether who hears a cue stands behind its last word: "called on the senate to act". */
bool ro_calls_on(const struct cue *cue);

/* Whether a time begins at a word: "Friday", "on Friday", "late on Friday", "last week". */
bool ro_time_begins(const struct scene *scene, uint32_t word);

/* The words around a noun that hang on it, with nothing of the statement's parts among them, up to a time or to `limit`; without
 * marks and prepositions at its ends. */
struct range ro_phrase(const struct scene *scene, const struct parts *parts, uint32_t noun, uint32_t limit);

#endif
