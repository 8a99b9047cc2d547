/* holders.h: who held which office when: lexicon/holders.txt. A help where a text does not say what somebody is; what the text
 * says wins. */
#ifndef RO_HOLDERS_H
#define RO_HOLDERS_H

#include "names/codes.h"

struct holder {
    const char *name, *title, *country; /* "Moon Jae-in", "president", "KOR" */
    const char *actor;                  /* "KORGOV" */
    const char *from, *to;              /* YYYY-MM-DD; `to` NULL: where the lexicon ends, still in office */
    const char *source;
};

struct holders;

/* Read the lexicon into the arena. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_holders_read(struct arena *arena, const struct lexicon_file *file, const struct codes *codes,
                                    const struct holders **out, struct readout_error *error);

/* One after the other those with a name, full ("Moon Jae-in") or of the family ("Moon"), in office on a day (YYYY-MM-DD, or
 * more; NULL: whenever). *at is 0 at first. NULL at the end.
 *
 *     uint32_t at = 0;
 *     while ((holder = ro_holder_next(holders, name, published, &at))) */
const struct holder *ro_holder_next(const struct holders *holders, struct slice name, const char *day,
                                    uint32_t *at);

#endif
