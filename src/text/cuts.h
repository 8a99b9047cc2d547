/* cuts.h: where the words inside a stretch without whitespace end; words.c goes from one to the next. Each
 * function looks at the stretch from `at` on and returns the byte where its thing ends, or `at` where it does not
 * begin there. None looks further ahead than what it returns, but for a bounded number of bytes. */
#ifndef RO_CUTS_H
#define RO_CUTS_H

#include "base/span.h"
#include "text/abbreviations.h"

/* A stretch without whitespace, and the block around it. */
struct stretch {
    const char *text;
    uint32_t begin, end;
    uint32_t limit; /* end of the block */
    bool address;   /* "@", "#", "/", "." or ":" stands in it, as in all addresses */
    const struct abbreviations *abbreviations;
};

/* "https://example.org/a?b=c", "www.example.org", "jane@example.org", "@handle", "#tag". */
uint32_t ro_address_end(const struct stretch *stretch, uint32_t at);

/* ":-)", "=)", "<3", "^_^". */
uint32_t ro_emoticon_end(const struct stretch *stretch, uint32_t at);

/* A word of letters and digits with what may stand inside: "didn't", "3,000.5", "U.S.", "AT&T", "co-founder",
 * "9/11", "Lt.". */
uint32_t ro_core_end(const struct stretch *stretch, uint32_t at);

enum { RO_CLITICS = 3 };

/* Where the words inside a core begin behind its first: "didn't" 3, "cannot" 3, "shouldn't've" 6, 9. Returns
 * how many there are. */
uint32_t ro_clitics(struct slice core, uint32_t begins[RO_CLITICS]);

#endif
