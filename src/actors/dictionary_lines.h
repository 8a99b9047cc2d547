/* dictionary_lines.h: the lines of a PETRARCH dictionary without their comments, and what is said of wrong ones.
 * Comments are "# note", "; note" and "<!-- note -->", which may go over lines. */
#ifndef RO_DICTIONARY_LINES_H
#define RO_DICTIONARY_LINES_H

#include "actors/dictionary.h"

struct dictionary_lines {
    struct arena *arena;
    struct dictionary_problems *problems;
    const char *path;           /* what problems call the file */
    const char *name;           /* without folders */
    char *text;                 /* a copy, in which codes get their NUL */
    size_t length, next, begin; /* begin: of the line */
    uint32_t number;            /* of the line, from 1 */
    bool in_comment;            /* the line before left one open */
    bool unclosed;              /* no comment ends any more */
    bool failed;                /* no memory */
};

/* Start at the first line; false without memory. */
bool ro_lines_start(struct dictionary_lines *lines, struct arena *arena, const struct lexicon_file *file,
                    struct dictionary_problems *problems);

/* The next line that is not blank, without comments and the blanks around it; false at the end. Lines that are no UTF-8 are
 * told and passed over. */
bool ro_lines_next(struct dictionary_lines *lines, struct slice *line);

/* What is left of the line behind some of it, without blanks before it. */
struct slice ro_lines_after(struct slice line, const char *end);

/* A slice without the blanks around it. */
struct slice ro_lines_trim(struct slice s);

/* The bytes before the first of some characters; all where it has none. */
struct slice ro_lines_until(struct slice s, const char *characters);

/* Tell what is wrong at a byte of the line, and what to do about it. Returns false. */
bool ro_lines_wrong(struct dictionary_lines *lines, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A part of the text as a string: the byte behind it, which nobody reads any more, becomes its NUL. */
const char *ro_lines_string(struct dictionary_lines *lines, struct slice part);

#endif
