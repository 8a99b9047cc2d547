/* fields.h: what the lexicons of names have in common: lists parted by semicolons, "-" where there is nothing. */
#ifndef RO_FIELDS_H
#define RO_FIELDS_H

#include "base/lexicon.h"
#include "names/strings.h"

/* Cut the next item off the front of a list; false at its end. */
bool ro_item_next(struct slice *list, struct slice *item);

/* A field without the "-" that stands for nothing. */
struct slice ro_field(const struct lexicon_row *row, uint32_t field);

/* A field's copy, NULL where there is nothing in it; *memory becomes false where there is none. */
const char *ro_field_copy(struct strings *strings, struct arena *arena, const struct lexicon_row *row,
                          uint32_t field, bool *memory);

/* A row whose field begins at an item of it: for errors that point at the item. */
struct lexicon_row ro_row_at(const struct lexicon_row *row, uint32_t field, struct slice item);

/* Whether a row has so many fields and neither the first nor the second are empty; else the error says what `format` is. */
enum readout_status ro_fields_check(const struct lexicon_reader *reader, const struct lexicon_row *row,
                                    uint32_t least, uint32_t most, const char *format, struct readout_error *error);

/* That there is no memory to read a lexicon. */
enum readout_status ro_no_room(const struct lexicon_file *file, struct readout_error *error);

/* Two places of an error's text: "%.*s", RO_TEXT(slice). */
#define RO_TEXT(slice) (int)(slice).length, (slice).data

#endif
