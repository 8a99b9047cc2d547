/* circumstances.h: when and where an event took place, and whose account it is. */
#ifndef RO_EVENT_CIRCUMSTANCES_H
#define RO_EVENT_CIRCUMSTANCES_H

#include "events/match.h"

/* The first time of the text that has a part in a span, or RO_NONE. Times are in the order of the text. */
uint32_t ro_time_over(const struct document *document, struct span span);

/* The time in the clause of an event, an index of times, or RO_NONE. */
uint32_t ro_event_time(const struct tree *tree, const struct reading *reading);

/* "2019-02-28", "2019-02", "2019" of that time, else the date of publication, or NULL; in the document's arena. `good` turns
 * false without memory. */
const char *ro_event_date(struct document *document, uint32_t time, bool *good);

/* The place or the state in whose bounds it took place, no party to it: an entity, or RO_NONE. */
uint32_t ro_event_place(const struct tree *tree, const struct reading *reading);

/* By word: the innermost statement whose content has it, or RO_NONE; in scratch. NULL without memory. */
uint32_t *ro_event_accounts(const struct document *document, struct arena *scratch);

/* By word: the statement whose cue it is and whose content stands before it in its sentence ("Ghana left, | Togo said"), or RO_NONE; in
 * scratch. NULL without memory. */
uint32_t *ro_event_cues(const struct document *document, struct arena *scratch);

/* "We" and "us" in a quotation that stand for nobody yet stand for whoever is quoted. */
void ro_place_speakers(struct tree *tree);

/* Tell an event whose account it is, from the outside in; false without memory. */
bool ro_event_tell_accounts(struct document *document, uint32_t innermost, struct event *event);

#endif
