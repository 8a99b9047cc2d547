/* build.h: puts a statement's parts together. */
#ifndef RO_BUILD_H
#define RO_BUILD_H

#include "statements/scene.h"

/* The words that have a part in some text; an empty range of none. */
struct range ro_span_words(const struct document *document, struct span span);

/* Whether a text has a letter or a digit. */
bool ro_has_letter(struct slice text);

/* Add words to the content of a statement, behind those it has, and what is quoted of them to its quotes. False where
 * there is no room. */
bool ro_statement_add(const struct scene *scene, struct statement *statement, struct range words);

/* direct, indirect or mixed: all, none or some of the letters are quoted. */
enum readout_form ro_statement_form(const struct document *document, const struct statement *statement);

#endif
