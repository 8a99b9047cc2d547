/* notes.h: what was considered, for whoever asks why. */
#ifndef RO_NOTES_H
#define RO_NOTES_H

#include "events/judge.h"

/* Append what became of a reading. False without memory. */
bool ro_note_reading(struct document *document, const struct reading *reading, const struct verdict_of *verdict,
                     struct span trigger);

/* Append a word of which the lexicon has patterns, none of which fits; `pattern` asks least. False without memory. */
bool ro_note_unfit(struct document *document, uint32_t word, const struct pattern *pattern);

/* Append a note as it is. */
bool ro_note(struct document *document, const struct considered_event *note);

/* Put all in the order of the text. */
void ro_notes_order(struct document *document);

#endif
