/* forms.h: words and lines against short lists, whatever their case. */
#ifndef RO_FORMS_H
#define RO_FORMS_H

#include "base/span.h"

/* ASCII capitals made small, others left alone. */
static inline char ro_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Whether a word is one of a list in small letters. */
bool ro_is_one_of(struct slice word, const char *const *list, size_t count);
#define RO_IS_ONE_OF(word, list) ro_is_one_of((word), (list), sizeof(list) / sizeof *(list))

/* Whether a text begins, or ends, with what is given in small letters. */
bool ro_begins_with(struct slice text, const char *with);
bool ro_ends_with(struct slice text, const char *with);

#endif
