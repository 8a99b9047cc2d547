/* hash.h: SHA-256 as hexadecimal digits. */
#ifndef RO_HASH_H
#define RO_HASH_H

#include "base/span.h"

enum { RO_SHA256_HEX = 65 }; /* with the NUL */

/* The digest of the parts one after the other. */
void ro_sha256(const struct slice *parts, size_t count, char hex[RO_SHA256_HEX]);

#endif
