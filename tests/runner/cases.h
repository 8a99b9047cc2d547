/* cases.h: reads tests/STAGE/NAME.test: passages, and what must and what must not be read from them.
 *
 *     === a name before its verb
 *     text        Moon said: "We agree."
 *     statement   direct "\"We agree.\"" by "Moon" cue "said"
 *     no-words    agree."
 */
#ifndef CASES_H
#define CASES_H

#include "runner/notation.h"

struct expectation {
    enum item item;
    bool absent;       /* "no-words": it must not be there */
    struct slice line; /* without the item's name */
    struct notation is;
    unsigned number; /* of the line in its file, from 1 */
};

struct test_case {
    const char *path;     /* "tests/statements/quotes.test" */
    const char *name;     /* "statements/quotes:1" */
    const char *headline; /* "a name before its verb" */
    unsigned number, line;
    struct slice text;
    const char *published;
    struct expectation *expectations;
    size_t count;
    bool has_text;
};

struct test_cases {
    struct arena arena;
    struct test_case *items;
    size_t count;
};

/* Append the cases of a file that is called STAGE/NAME and outlives them by its name. On false the reason is on
 * standard error, with file and line. */
bool cases_read(struct test_cases *cases, const char *path, const char *name);

#endif
