/* source.h: documents, one by one, from files, folders and standard input.
 *
 *     struct source *source;
 *     struct source_item item = {0};
 *     ro_source_open(&settings, &source);
 *     while (ro_source_next(source, &item))
 *         ... item.kind says whether there is a text, or what went wrong with one
 *     ro_source_item_release(&item);
 *     ro_source_free(source);
 *
 * A document that cannot be had is an item, too: those after it still come. */
#ifndef RO_SOURCE_H
#define RO_SOURCE_H

#include "base/arena.h"
#include "readout/readout.h"

struct source;

/* What the bytes of a file are. */
enum source_form {
    RO_FORM_AUTO,  /* by suffix; standard input by its beginning */
    RO_FORM_TEXT,  /* the file is one text */
    RO_FORM_JSONL, /* each line is an object with a "text" */
    RO_FORM_XML    /* PETRARCH's: each <Sentence> has a <Text> */
};

struct source_settings {
    char *const *paths; /* files and folders; "-" is standard input */
    size_t path_count;
    enum source_form form;      /* of files that are named; those of a folder go by their suffix */
    size_t limit;               /* largest document in bytes */
    const char *id, *published; /* for documents that carry none; may be NULL */
};

enum source_kind {
    RO_SOURCE_DOCUMENT,
    RO_SOURCE_FAILURE, /* a document that could not be had: error.message has place, reason and remedy */
    RO_SOURCE_NOTE     /* something to be told: error.message */
};

struct source_item {
    enum source_kind kind;
    struct arena arena; /* what the item points at */
    const char *place;  /* "news.jsonl:12" */
    const char *text;
    size_t length;
    struct readout_meta meta;
    struct readout_error error;
};

/* The settings, and what they point at, must outlive the source. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_source_open(const struct source_settings *settings, struct source **out);
void ro_source_free(struct source *source);

/* Fill the item, which is zeroed or was filled before; false at the end. */
bool ro_source_next(struct source *source, struct source_item *item);

void ro_source_item_release(struct source_item *item);

#endif
