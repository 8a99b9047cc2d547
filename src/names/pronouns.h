/* pronouns.h: personal pronouns, what they agree with. "her" -> third person, feminine. */
#ifndef RO_PRONOUNS_H
#define RO_PRONOUNS_H

#include "base/span.h"

struct pronoun {
    const char *form;
    uint8_t person;
    char gender; /* 'm', 'f', 'n', or 0 */
    bool plural;
};

/* The pronoun of this form, in whatever case; NULL where it is none. */
const struct pronoun *ro_pronoun(struct slice form);

#endif
