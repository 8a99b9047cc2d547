/* known.h: what lexicons know of words: "President" is a role, "Hanoi" a capital, "Sarah" a given name. The heads of names see it. */
#ifndef RO_KNOWN_H
#define RO_KNOWN_H

#include "base/context.h"

/* Bits of what a word is part of. */
enum known {
    RO_KNOWN_COUNTRY = 1 << 0,
    RO_KNOWN_PEOPLE = 1 << 1, /* "South Korean", "Americans" */
    RO_KNOWN_CAPITAL = 1 << 2,
    RO_KNOWN_PLACE = 1 << 3, /* of the gazetteer */
    RO_KNOWN_ORGANIZATION = 1 << 4,
    RO_KNOWN_DOUBTFUL = 1 << 5, /* what is known by such a name may be something else */
    RO_KNOWN_CITY = 1 << 6,     /* of the places */
    RO_KNOWN_GIVEN_NAME = 1 << 7,
    RO_KNOWN_ROLE = 1 << 8,        /* of persons */
    RO_KNOWN_INSTITUTION = 1 << 9, /* "ministry" */
    RO_KNOWN_KINDS = 10
};

/* The bits of all words of a document whose sentences are known, into `out`, which has room for word_count of them. */
void ro_known_read(const struct context *context, const struct document *document, uint16_t *out);

#endif
