/* context.h: what a stage gets beside the document: what all threads share, and this thread's own. */
#ifndef RO_CONTEXT_H
#define RO_CONTEXT_H

#include "base/document.h"
#include "base/scores.h"
#include "base/status.h"

/* What readout_open loads: read-only afterwards. Each lexicon belongs to the folder that reads it. */
struct resources {
    const struct abbreviations *abbreviations;     /* text/abbreviations.h */
    const struct cues *cues;                       /* statements/cues.h */
    const struct grammar *grammar;                 /* statements/grammar.h */
    const struct settings *settings;               /* statements/settings.h */
    const struct timewords *timewords;             /* times/timewords.h */
    const struct gazetteer *gazetteer;             /* names/gazetteer.h */
    const struct role_words *roles;                /* names/role_words.h */
    const struct holders *holders;                 /* names/holders.h */
    const struct first_names *first_names;         /* names/first_names.h */
    const struct places *places;                   /* names/places.h */
    const struct model *model;                     /* model/model.h; NULL: rules alone */
    const struct syntax *syntax;                   /* syntax/syntax.h; NULL without a model */
    const struct name_heads *name_heads;           /* names/name_heads.h; NULL: no names */
    const struct statement_heads *statement_heads; /* statements/heads.h; NULL: rules alone */
    const struct acts *acts;                       /* statements/acts.h; NULL without a model */
    const struct verbs *verbs;                     /* events/verbs.h */
    const struct dispute_words *dispute_words;     /* positions/dispute_words.h */
    const struct topics *topics;                   /* positions/topics.h */
    const struct ontology *ontology;               /* events/ontology.h */
    const struct stances *stances;                 /* positions/stances.h */
    const struct dictionary *dictionary;           /* actors/dictionary.h; NULL without */
    const struct petrarch_verbs *petrarch;         /* events/petrarch.h; NULL without */
    bool extend; /* the dictionary adds to what is built in, in place of replacing it */
    struct min_scores min_scores;
};

struct context {
    const struct resources *resources;
    struct arena scratch;  /* cleared before every document */
    const int8_t *vectors; /* of the words, from the encoder: model->width each, ready for a product; in scratch */
    const struct word_features *features; /* what the encoder saw of the words (model/features.h); as long */
    struct readout_error error;
};

typedef enum readout_status stage(struct context *context, struct document *document);

/* Leave a message and return the status: return ro_fail(context, READOUT_NO_MEMORY, "words: ..."). */
#define ro_fail(context, status, ...) ro_error_set(&(context)->error, (status), __VA_ARGS__)

/* A stage that ran out of memory after so many of its items. */
#define ro_no_memory(context, stage, count)                                                                        \
    ro_fail((context), READOUT_NO_MEMORY, "%s: no memory after %u; read fewer documents at once or smaller ones",  \
            (stage), (unsigned)(count))

/* A broken belief is an error, not a crash. */
#define ro_expect(context, belief)                                                                                 \
    ((belief) || (ro_fail((context), READOUT_INTERNAL, "%s:%d: expected %s; please report this with the text",     \
                          __FILE__, __LINE__, #belief),                                                            \
                  false))

/* Append a warning about a span (RO_NO_SPAN: about the document); `code` and `message` outlive the document. */
enum readout_status ro_warn(struct context *context, struct document *document, const char *code, struct span span,
                            const char *message);

#endif
