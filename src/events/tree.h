/* tree.h: what the readers of events ask of a document's words: children, prepositions, who is at a word. In the context's
 * scratch; built once a document. */
#ifndef RO_TREE_H
#define RO_TREE_H

#include "base/context.h"
#include "events/verbs.h"

struct tree {
    struct document *document;
    const struct verbs *verbs;
    uint32_t *first_child, *next_child; /* words; children in the order of the text */
    uint32_t *entity_at;                /* the entity of which a word is in a mention's head, or RO_NONE */
    const uint32_t *accounts;           /* the innermost statement whose content has a word, or RO_NONE */
    const uint32_t *cues;               /* at the verb of a cue behind its content: that statement, or RO_NONE */
    uint32_t *head_at; /* there, the word of that mention that is highest in the tree; elsewhere the word itself */
};

/* False without memory. */
bool ro_tree_build(struct tree *tree, struct context *context, struct document *document);

static inline const struct word *ro_tree_word(const struct tree *tree, uint32_t word)
{
    return &tree->document->words[word];
}

static inline struct slice ro_tree_lemma(const struct tree *tree, uint32_t word)
{
    return ro_slice(tree->document->words[word].lemma);
}

/* The singular of a noun whose lemma is a plural, "troops", as some are taken to be; else no data. */
static inline struct slice ro_tree_singular(const struct tree *tree, uint32_t word)
{
    struct slice lemma = ro_tree_lemma(tree, word);
    const char *xpos = tree->document->words[word].xpos;
    bool plural = xpos && strcmp(xpos, "NNS") == 0 && lemma.length > 3 && lemma.data[lemma.length - 1] == 's' &&
                  lemma.data[lemma.length - 2] != 's';
    return (struct slice){plural ? lemma.data : NULL, plural ? lemma.length - 1 : 0};
}

/* Whether a word hangs on another than itself. */
static inline bool ro_tree_hangs(const struct tree *tree, uint32_t word)
{
    return tree->document->words[word].head != word && tree->document->words[word].head != RO_NONE;
}

/* The next child of a word by a relation, the first with `after` RO_NONE; RO_NONE at the end. */
uint32_t ro_tree_child(const struct tree *tree, uint32_t word, const char *relation, uint32_t after);

/* A child with this lemma and relation (NULL: any), or RO_NONE. */
uint32_t ro_tree_child_lemma(const struct tree *tree, uint32_t word, const char *relation, const char *lemma);

/* Whether one of some words, which end with no data, stands before a noun as its preposition: "with". */
bool ro_tree_has_case(const struct tree *tree, uint32_t word, const struct slice *words);

/* The noun that a noun of quantity stands for: "thousands of | troops |", "a series of | attacks |". */
uint32_t ro_tree_counted(const struct tree *tree, uint32_t word);

/* What a relative pronoun stands for; any other word itself. */
uint32_t ro_tree_antecedent(const struct tree *tree, uint32_t word);

static inline bool ro_tree_has_upos(const struct tree *tree, uint32_t word, const char *upos)
{
    const char *own = tree->document->words[word].upos;
    return own && strcmp(own, upos) == 0;
}

static inline bool ro_tree_tagged(const struct tree *tree, uint32_t word, const char *xpos)
{
    const char *own = tree->document->words[word].xpos;
    return own && strcmp(own, xpos) == 0;
}

/* Whether a word is a finite verb or a modal. */
bool ro_tree_is_finite(const struct tree *tree, uint32_t word);

#endif
