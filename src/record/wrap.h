/* wrap.h: text of unknown origin on a terminal: words wrapped to a width, in styles, with nothing in them that
 * could command the terminal. Width is counted as terminals show it: a wide character takes two columns, an
 * accent none. */
#ifndef RO_WRAP_H
#define RO_WRAP_H

#include "base/span.h"
#include "record/output.h"

enum style { RO_PLAIN, RO_BOLD, RO_DIM, RO_QUOTED, RO_ALERT };

struct wrap {
    struct output *output;
    bool color;
    enum style style; /* that the terminal is in */
    uint32_t width;
    uint32_t indent; /* of lines that are wrapped */
    uint32_t column; /* of the cursor */
    bool filled;     /* lines are filled with blanks to the width */
    bool started;    /* a word stands on this line: the next needs a blank before it */
};

/* A stretch of text and the parts of it that get a style of their own. */
struct run {
    const char *text; /* well-formed UTF-8 */
    struct span span; /* bytes of it that are shown */
    enum style style, mark_style;
    const struct span *marks; /* in order; those behind the cursor are dropped */
    uint32_t mark_count;
};

/* Begin a line with a number (0: none) in a margin of so many columns. */
void ro_wrap_begin(struct wrap *wrap, uint32_t number, uint32_t margin);

/* What a record's page is written with: as wide as asked for, or 80 columns, and never narrower than 24. */
struct wrap ro_wrap_open(const struct readout_writing *writing, struct output *output);

/* Add the words of a run, of a stretch of text, or of a string. */
void ro_wrap_run(struct wrap *wrap, struct run *run);
void ro_wrap_span(struct wrap *wrap, enum style style, const char *text, struct span span);
void ro_wrap_words(struct wrap *wrap, enum style style, const char *words);

/* Blanks up to a column, one at least where something stands before it. */
void ro_wrap_column(struct wrap *wrap, uint32_t column);

/* A whole line of words. */
void ro_wrap_line(struct wrap *wrap, uint32_t margin, enum style style, const char *words);

/* Words in the middle of lines that are as wide as three quarters of the width, and no wider. */
void ro_wrap_middle(struct wrap *wrap, enum style style, const char *words);

/* End the line. */
void ro_wrap_end(struct wrap *wrap);

#endif
