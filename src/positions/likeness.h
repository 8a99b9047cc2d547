/* likeness.h: how far two stretches of words speak of one thing, and what an issue is called. */
#ifndef RO_LIKENESS_H
#define RO_LIKENESS_H

#include "positions/accounts.h"
#include "positions/topics.h"

enum { RO_GIST = 24 };

/* A word that says what is spoken of. */
struct gist_term {
    const struct topic *topic; /* or NULL: then its stem */
    char stem[RO_LONGEST_STEM];
    uint32_t length; /* of the stem */
    uint32_t entity; /* who it names, pronouns too; or RO_NONE */
    uint32_t word;
    double weight; /* how telling it is */
};

struct gist {
    struct gist_term terms[RO_GIST];
    uint32_t count;
    double weight; /* of all */
};

/* The topic of a word, with the particle behind it ("turned away") or alone; NULL: none. */
const struct topic *ro_topic_at(const struct topics *topics, const struct document *document, uint32_t word);

/* Add the telling words of a stretch, each once. `who`: entities by word, or NULL. */
void ro_gist_add(const struct topics *topics, const struct document *document, const uint32_t *who,
                 struct range words, struct gist *gist);

/* The weight of the terms that two have in common, in their own number, and as a share of the lighter one. */
double ro_gist_common(const struct gist *one, const struct gist *other);
double ro_gist_likeness(const struct gist *one, const struct gist *other);

bool ro_gist_has_term(const struct gist *gist, const struct gist_term *term);

/* What an issue is called, from its words alone, so that the same issue has one name wherever it is met: the noun that it is about, with
 * the nouns and adjectives that make it one: "relief from sanctions", "the removal of all sanctions", "those sanctions" -> "sanction";
 * "part of its nuclear program" -> "nuclear program". In the document's arena; NULL without memory; "" of words without a noun or verb. */
const char *ro_issue_name(const struct topics *topics, struct document *document, struct range words);

/* From 0 to 1: how far two stretches tell of one issue. */
double ro_issue_likeness(const struct topics *topics, const struct document *document, const uint32_t *who,
                         struct range one, struct range other);

#endif
