/* span.h: half-open stretches of the document's text and of its words, and strings that are not NUL-terminated. */
#ifndef RO_SPAN_H
#define RO_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Bytes [begin, end) of a document's text. Code points come in when the record is written. */
struct span {
    uint32_t begin, end;
};

/* Not stated: no stretch of text is empty. */
#define RO_NO_SPAN ((struct span){0, 0})

static inline bool ro_span_is(struct span span)
{
    return span.end > span.begin;
}

static inline uint32_t ro_span_length(struct span span)
{
    return span.end - span.begin;
}

static inline bool ro_span_covers(struct span outer, struct span inner)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

static inline bool ro_span_overlaps(struct span a, struct span b)
{
    return a.begin < b.end && b.begin < a.end;
}

/* Words [begin, end). */
struct range {
    uint32_t begin, end;
};

#define RO_NO_RANGE ((struct range){UINT32_MAX, UINT32_MAX})

static inline bool ro_range_is(struct range range)
{
    return range.begin < range.end;
}

static inline bool ro_range_has(struct range range, uint32_t word)
{
    return word >= range.begin && word < range.end;
}

/* The words of both. */
static inline struct range ro_range_common(struct range a, struct range b)
{
    return (struct range){a.begin > b.begin ? a.begin : b.begin, a.end < b.end ? a.end : b.end};
}

/* A string with a length; what it points at belongs to somebody else. */
struct slice {
    const char *data;
    size_t length;
};

#define RO_SLICE(literal) ((struct slice){literal, sizeof(literal) - 1})

static inline struct slice ro_slice(const char *string)
{
    return (struct slice){string, string ? strlen(string) : 0};
}

/* Whether a string, such as a code, begins with one of some, which end with NULL: "0841" with "08". False of NULL. */
static inline bool ro_begins_with_one_of(const char *string, const char *const *begins)
{
    for (; string && *begins; begins++)
        if (strncmp(string, *begins, strlen(*begins)) == 0)
            return true;
    return false;
}

static inline bool ro_slice_equal(struct slice a, struct slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/* Whether a string is a word that is given in small letters, in whatever letters it stands itself. */
static inline bool ro_slice_spells(struct slice slice, const char *small)
{
    size_t length = strlen(small);
    bool same = slice.length == length;
    for (size_t i = 0; same && i < length; i++)
        same = (slice.data[i] | 0x20) == small[i];
    return same;
}

#endif
