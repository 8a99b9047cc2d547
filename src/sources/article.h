/* article.h: an article as a JSON object.
 * {"id": "a1", "text": "We agree, Moon said.", "published": "2019-03-01", "views": 12} -> text and meta. */
#ifndef RO_ARTICLE_H
#define RO_ARTICLE_H

#include "sources/source.h"

/* Read text, id, title, published, uri, publisher and author into the item's arena; null is as left out, other
 * fields are ignored. `json` is changed where it escapes half a surrogate pair, which becomes U+FFFD; the
 * scratch arena is cleared. On failure `error` says what is wrong and how to mend it, but not where:
 * READOUT_BAD_TEXT, READOUT_NO_MEMORY. */
enum readout_status ro_article_read(char *json, size_t length, struct arena *scratch, struct source_item *item,
                                    struct readout_error *error);

#endif
