/* topics.h: words that tell one thing in other words. lexicon/topics.txt. */
#ifndef RO_TOPICS_H
#define RO_TOPICS_H

#include "base/lexicon.h"
#include "base/table.h"

enum topic_kind { RO_STATE_TOPIC, RO_PEOPLE_TOPIC, RO_ACT_TOPIC, RO_WORD_TOPIC };

struct topic {
    const char *name;
    enum topic_kind kind;
    struct slice opposite; /* a name; empty: none */
};

struct topics;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON (file, line, column and remedy) or READOUT_NO_MEMORY. */
enum readout_status ro_topics_read(struct arena *arena, const struct lexicon_file *file, const struct topics **out,
                                   struct readout_error *error);

enum { RO_LONGEST_STEM = 32 };

/* A lemma in small letters without the endings that make nouns of verbs: "removal", "remove" -> "remov"; empty where it is too long. */
struct slice ro_stem(struct slice lemma, char stem[RO_LONGEST_STEM]);

/* The topic that has a word to the letter; NULL: none. */
const struct topic *ro_topic_named(const struct topics *topics, struct slice word);

/* The topic of a lemma: its own, that of another word with its stem; NULL: none. */
const struct topic *ro_topic_of(const struct topics *topics, struct slice lemma);

static inline bool ro_topics_opposed(const struct topic *one, const struct topic *other)
{
    return one && other &&
           (ro_slice_equal(one->opposite, ro_slice(other->name)) ||
            ro_slice_equal(other->opposite, ro_slice(one->name)));
}

#endif
