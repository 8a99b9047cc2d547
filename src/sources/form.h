/* form.h: the forms that a file may have. A new one is a row of ro_forms and a function that finds the next
 * document in such a file. */
#ifndef RO_FORM_H
#define RO_FORM_H

#include "sources/source.h"
#include "sources/stream.h"

/* A file that is being read. */
struct reading {
    const struct source_settings *settings;
    const char *path; /* NULL: standard input */
    struct stream stream;
    struct arena scratch; /* a form's own, for one document */
    uint64_t line;        /* of the document read last, from 1; 0 before */
    void *own;            /* a form's own, for the file; its `close` frees it */
};

/* Fill an empty item; false where the file has no more. */
typedef bool form_next(struct reading *reading, struct source_item *item);

typedef void form_close(struct reading *reading);

struct form {
    enum source_form form;
    const char *suffix;
    form_next *next;
    form_close *close; /* or NULL */
};

extern const struct form ro_forms[]; /* ends with a NULL suffix */

/* The form that a file's suffix tells, in any case; NULL where it tells none. */
const struct form *ro_form_of_path(const char *path);

form_next ro_text_next;
form_next ro_jsonl_next;
form_next ro_xml_next;
form_close ro_xml_close;

/* Make the item a failure that has its message. Always true: something was found. */
bool ro_source_fail(struct source_item *item, enum readout_status status);

/* The same, with a message: the file, the line that is being read, and why. */
bool ro_reading_fail(const struct reading *reading, struct source_item *item, enum readout_status status,
                     const char *why);

/* "news.jsonl:12", in the arena; NULL without memory. */
const char *ro_reading_place(const struct reading *reading, struct arena *arena);

#endif
