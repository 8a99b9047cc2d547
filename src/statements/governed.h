/* governed.h: a cue in the tree of its sentence, and what it governs there. */
#ifndef RO_GOVERNED_H
#define RO_GOVERNED_H

#include "statements/parts.h"

/* A cue of the lexicon in a part of the text. */
struct clause {
    const struct scene *scene;
    struct range part;
    uint32_t cue; /* word */
    bool that;    /* whether the part is a that-clause */
    const struct cue *entry;
};

static inline bool ro_is_pos(const struct clause *clause, uint32_t word, const char *upos)
{
    return ro_upos_is(clause->scene, word, upos);
}

static inline bool ro_in_part(const struct clause *clause, uint32_t word)
{
    return ro_range_has(clause->part, word);
}

/* The next word of the part from `from` on that hangs on `head` by this relation, or RO_NONE. */
static inline uint32_t ro_dependent(const struct clause *clause, uint32_t from, uint32_t head, const char *relation)
{
    const struct word *words = clause->scene->document->words;
    for (uint32_t word = from; word < clause->part.end; word++)
        if (words[word].head == head && word != head && ro_relation_is(clause->scene, word, relation))
            return word;
    return RO_NONE;
}

static inline uint32_t ro_child(const struct clause *clause, uint32_t head, const char *relation)
{
    return ro_dependent(clause, clause->part.begin, head, relation);
}

/* Whether a cue is one of these words of the lexicon. */
static inline bool ro_cue_is_in(const struct cue *cue, const char *const *lemmas)
{
    for (; *lemmas; lemmas++)
        if (strcmp(cue->lemma, *lemmas) == 0)
            return true;
    return false;
}

static inline bool ro_cue_is_any(const struct clause *clause, const char *const *lemmas)
{
    return ro_cue_is_in(clause->entry, lemmas);
}

/* Whether a clause is joined by this word: "that", "to". */
static inline bool ro_has_mark(const struct clause *clause, uint32_t word, const char *form)
{
    uint32_t mark = ro_child(clause, word, "mark");
    return mark != RO_NONE && ro_word_is(clause->scene, mark, form);
}

/* Whether the cue asks a question or for a deed. */
static inline bool ro_asks(const struct clause *clause)
{
    return clause->entry->act == READOUT_REQUEST || clause->entry->act == READOUT_ASK;
}

/* "went on | pumping": of what is done with such a cue only a quotation is said. */
static inline bool ro_cue_only_quotes(const struct cue *cue)
{
    return cue->frame == RO_FRAME_QUOTE && cue->act != READOUT_REQUEST && cue->act != READOUT_PROMISE &&
           cue->act != READOUT_REFUSE;
}

static inline bool ro_only_quotes(const struct clause *clause)
{
    return ro_cue_only_quotes(clause->entry);
}

/* The words of the part around a word that hang on it, all of one stretch. */
struct range ro_subtree(const struct clause *clause, uint32_t word);

/* "believed it", "denied that": whether a verb's object is what is said even where it is only named. */
bool ro_takes_pronoun(const struct cue *cue);

/* What the cue has as its content: "told them | that it was over", "feared | a war", "her plan | to leave"; or none. */
struct range ro_governed_content(const struct clause *clause);

/* The object among these contents: "demanded | a vote", "asked me | for music"; or none. */
struct range ro_governed_object(const struct clause *clause);

/* Whether it stands behind its content, as "as stated by Moon" does. */
bool ro_governed_account(const struct clause *clause);

/* Who says it: the subject, whose plan it is, by whom it is told; or none. */
struct range ro_governed_source(const struct clause *clause, struct range content);

#endif
