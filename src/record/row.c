/* row.c: fields one behind the other in memory that grows. */
#include "record/row.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/banned.h"
#include "record/values.h"

void ro_row_clear(struct row *row)
{
    row->length = 0;
    row->count = 0;
}

void ro_row_release(struct row *row)
{
    free(row->data);
    *row = (struct row){0};
}

static size_t begin_of(const struct row *row, uint32_t field)
{
    return field > 0 ? row->ends[field - 1] : 0;
}

void ro_row_add(struct row *row, struct slice text)
{
    if (row->room - row->length < text.length) {
        size_t room = 2 * row->room + text.length;
        char *larger = realloc(row->data, room);
        row->failed |= !larger;
        if (!larger)
            return;
        row->data = larger;
        row->room = room;
    }
    if (text.length)
        memcpy(row->data + row->length, text.data, text.length);
    row->length += text.length;
}

void ro_row_put(struct row *row, const char *string)
{
    ro_row_add(row, ro_slice(string));
}

void ro_row_end(struct row *row)
{
    row->ends[row->count++] = row->length;
}

void ro_row_string(struct row *row, const char *string)
{
    ro_row_put(row, string);
    ro_row_end(row);
}

void ro_row_number(struct row *row, uint32_t number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%u", (unsigned)number);
    ro_row_string(row, digits);
}

void ro_row_decimal(struct row *row, double number, int places)
{
    char digits[RO_DECIMAL];
    ro_decimal(digits, number, places);
    ro_row_string(row, digits);
}

void ro_row_value(struct row *row, const char *between, struct slice value)
{
    if (!value.length)
        return;
    if (row->length > begin_of(row, row->count))
        ro_row_put(row, between);
    ro_row_add(row, value);
}

struct slice ro_row_field(const struct row *row, uint32_t field)
{
    size_t begin = begin_of(row, field);
    return (struct slice){row->data + begin, row->ends[field] - begin};
}
