/* utf8.h: from bytes of unknown encoding to well-formed UTF-8, and through it code point by code point. */
#ifndef RO_UTF8_H
#define RO_UTF8_H

#include "base/context.h"

/* Decode the code point at `text[*at]` (`*at` < `length`) of well-formed UTF-8 and move `*at` behind it. */
uint32_t ro_utf8_next(const char *text, uint32_t length, uint32_t *at);

/* Set document->text and length from what was given: UTF-8 with or without byte order mark, each maximal
 * ill-formed subpart made one U+FFFD with a warning; or UTF-16 with a byte order mark.
 * Fails with READOUT_TOO_LARGE over UINT32_MAX bytes, READOUT_NO_MEMORY. */
enum readout_status ro_text_decode(struct context *context, struct document *document, const char *bytes,
                                   size_t length);

/* A NUL-terminated copy of a string in which each maximal ill-formed subpart is one U+FFFD; NULL where there is
 * no room. */
char *ro_utf8_copy(struct arena *arena, struct slice string);

#endif
