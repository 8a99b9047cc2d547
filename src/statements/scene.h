/* scene.h: a document as the statement rules see it: its words with their classes and cues, and the quotations
 * among them. Lives in the scratch of the context. */
#ifndef RO_SCENE_H
#define RO_SCENE_H

#include "base/context.h"
#include "statements/cues.h"
#include "statements/grammar.h"

/* Words between a pair of marks. Those inside another quotation are not listed. */
struct quotation {
    struct range words;  /* with the marks */
    struct range inside; /* without */
    uint32_t block;
    bool closed;    /* by a mark of its own */
    bool goes_on;   /* not closed, since the next paragraph opens it again */
    bool goes_back; /* opens again what the paragraph before it left open */
    bool name;      /* a title, a nickname: no speech */
    bool used;      /* part of a statement */
};

struct scene {
    struct context *context;
    struct document *document;
    uint32_t *classes;                /* bits of enum word_class, a word */
    const struct cue_entry **entries; /* the cue for rules that begins at a word, its entry; or NULL */
    bool *capital;                    /* whether a word begins with a capital letter */
    uint32_t *preposition;            /* of a noun: the first that hangs on it as its case, before it; or RO_NONE */
    uint32_t *owner;                  /* the quotation that a word is in (its marks included), or RO_NONE */
    struct quotation *quotations;
    uint32_t quotation_count;
};

/* Read words and quotations of the document. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_scene_read(struct context *context, struct document *document, struct scene *scene);

enum { RO_LONGEST_WORD = 40 /* bytes; no word of the lexicons is longer */ };

/* A word in lower case (ASCII; the lexicons have no other) with curly apostrophes made straight; empty where it is longer. */
struct slice ro_lower(const struct scene *scene, uint32_t word, char lower[RO_LONGEST_WORD]);

/* The cue of the lexicon that begins at a word, for rules or a model; or NULL. */
const struct cue *ro_scene_listed(const struct scene *scene, uint32_t word);

/* Find the quotations of a scene whose words are read. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_quotations_read(struct scene *scene);

static inline bool ro_word_has(const struct scene *scene, uint32_t word, uint32_t classes)
{
    return (scene->classes[word] & classes) != 0;
}

/* The quotation that a word of a part of the text is in and the part is not, or RO_NONE. */
static inline uint32_t ro_owner_in(const struct scene *scene, struct range part, uint32_t word)
{
    uint32_t owner = scene->owner[word];
    if (owner == RO_NONE)
        return RO_NONE;
    struct range inside = scene->quotations[owner].inside;
    return inside.begin <= part.begin && part.end <= inside.end ? RO_NONE : owner;
}

/* Whether a word is the given one, to the letter. */
bool ro_word_is(const struct scene *scene, uint32_t word, const char *text);

/* Whether a word is one of a string of characters ASCII: ro_word_in(scene, word, ".!?"). */
bool ro_word_in(const struct scene *scene, uint32_t word, const char *marks);

/* A dash that stands between words: "--", "—", "-" after a blank. */
bool ro_word_is_dash(const struct scene *scene, uint32_t word);

/* The words of the block that a word is in. */
struct range ro_block_words(const struct document *document, uint32_t block);

#endif
