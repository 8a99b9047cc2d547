/* hash.c: SHA-256 by nettle. */
#include "base/hash.h"

#include <nettle/sha2.h>

void ro_sha256(const struct slice *parts, size_t count, char hex[RO_SHA256_HEX])
{
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx hash;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&hash);
    for (size_t i = 0; i < count; i++)
        sha256_update(&hash, parts[i].length, (const uint8_t *)parts[i].data);
    sha256_digest(&hash, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[2 * sizeof digest] = '\0';
}
