/* text_stages.h: a document read as far as its sentences, by rules. */
#ifndef TEXT_STAGES_H
#define TEXT_STAGES_H

#include "unit.h"

#include "syntax/syntax.h"
#include "text/abbreviations.h"
#include "text/text.h"
#include "text/utf8.h"

struct stages {
    struct arena arena; /* of the lexicon */
    struct resources resources;
    struct context context;
    struct document document;
};

static inline const struct lexicon_file *abbreviations_file(void)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, "abbreviations.txt") != 0)
        file++;
    return file;
}

static inline void stages_open(struct stages *stages)
{
    *stages = (struct stages){.context.resources = &stages->resources};
    ro_arena_init(&stages->arena);
    ro_arena_init(&stages->context.scratch);
    ro_arena_init(&stages->document.arena);
    assert_int_equal(
        ro_abbreviations_read(&stages->arena, abbreviations_file(), &stages->resources.abbreviations, NULL),
        READOUT_OK);
}

/* Read a text; what was read before is gone. */
static inline const struct document *stages_read(struct stages *stages, const char *text, size_t length)
{
    struct document *document = &stages->document;
    ro_arena_release(&document->arena);
    *document = (struct document){0};
    stages->context.vectors = NULL;
    stages->context.features = NULL;
    ro_arena_init(&document->arena);
    assert_int_equal(ro_text_decode(&stages->context, document, text, length), READOUT_OK);
    assert_int_equal(ro_blocks_stage(&stages->context, document), READOUT_OK);
    assert_int_equal(ro_words_stage(&stages->context, document), READOUT_OK);
    assert_int_equal(ro_starts_stage(&stages->context, document), READOUT_OK);
    assert_int_equal(ro_sentences_stage(&stages->context, document), READOUT_OK);
    return document;
}

static inline void stages_close(struct stages *stages)
{
    ro_arena_release(&stages->document.arena);
    ro_arena_release(&stages->context.scratch);
    ro_arena_release(&stages->arena);
}

#endif
