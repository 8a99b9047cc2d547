/* lexicon.h: reads the files of lexicon/: lines of fields between bars, '#' begins a comment line.
 *
 *     # lemma | act | example
 *     ## Saying
 *     say | assert | "We agree," Moon said.
 */
#ifndef RO_LEXICON_H
#define RO_LEXICON_H

#include "base/arena.h"
#include "base/status.h"

/* A lexicon's text, and what errors call it. */
struct lexicon_file {
    const char *name;
    struct slice text;
};

/* The files of lexicon/ as they were when the program was built, by name. Ends with a NULL name. */
extern const struct lexicon_file ro_builtin_lexicons[];

/* The SHA-256 of each, in hexadecimal digits. */
extern const char *const ro_builtin_digests[];

enum { RO_LEXICON_FIELDS = 8 };

/* A line that is no comment: its fields without surrounding blanks, and the columns (bytes, from 1) at
 * which they begin. */
struct lexicon_row {
    struct slice fields[RO_LEXICON_FIELDS];
    uint32_t columns[RO_LEXICON_FIELDS];
    uint32_t field_count;
};

struct lexicon_reader {
    const struct lexicon_file *file;
    size_t next;   /* byte of the text */
    uint32_t line; /* of the row that was read last, from 1 */
};

/* Whether a file is UTF-8; if not, the error points at where it is none. Fails with READOUT_BAD_LEXICON. */
enum readout_status ro_lexicon_check(const struct lexicon_file *file, struct readout_error *error);

void ro_lexicon_start(struct lexicon_reader *reader, const struct lexicon_file *file);

/* Read the next row; false at the end. More than RO_LEXICON_FIELDS fields stay in the last. */
bool ro_lexicon_next(struct lexicon_reader *reader, struct lexicon_row *row);

/* Set an error that points at a field of the row read last: "cues.txt:5:13: ...". */
enum readout_status ro_lexicon_error(const struct lexicon_reader *reader, const struct lexicon_row *row,
                                     uint32_t field, struct readout_error *error, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
