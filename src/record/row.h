/* row.h: a line of a table while it is put together, field by field.
 *
 *     ro_row_clear(row);
 *     ro_row_put(row, "20190301"), ro_row_end(row);
 *     ro_row_string(row, "USAGOV");                 the same in one call
 *     ro_row_field(row, 1)                          "USAGOV"
 */
#ifndef RO_ROW_H
#define RO_ROW_H

#include "base/span.h"

enum { RO_ROW_FIELDS = 40 };

/* Begin with zeros. */
struct row {
    char *data;
    size_t length, room;
    size_t ends[RO_ROW_FIELDS]; /* of the fields in data */
    uint32_t count;
    bool failed; /* no memory */
};

void ro_row_clear(struct row *row);
void ro_row_release(struct row *row);

/* Add to the field that comes next, and end it. NULL is nothing. */
void ro_row_add(struct row *row, struct slice text);
void ro_row_put(struct row *row, const char *string);
void ro_row_end(struct row *row);

/* The next field. */
void ro_row_string(struct row *row, const char *string);
void ro_row_number(struct row *row, uint32_t number);
void ro_row_decimal(struct row *row, double number, int places);

/* Add a value to the field that comes next, behind what parts it from those before it; nothing where there is none. */
void ro_row_value(struct row *row, const char *between, struct slice value);

struct slice ro_row_field(const struct row *row, uint32_t field);

#endif
