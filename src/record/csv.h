/* csv.h: the fields of a table as CSV (RFC 4180), one behind the other: "a, ""b""" for a, "b". Line breaks of the text are blanks.
 * Where a column has several values they stand between bars; spans are code points, "12-34".
 *
 *     ro_csv_string(csv, "ferry"), ro_csv_number(csv, 0), ro_csv_words(csv, &source, 1), ro_csv_end(csv);
 *     "ferry",0,"the mayor"
 */
#ifndef RO_CSV_H
#define RO_CSV_H

#include "record/output.h"
#include "record/record.h"

struct csv {
    const struct readout_record *record;
    const struct document *document; /* its own */
    struct output *output;
    bool started; /* a field stands on this line */
};

void ro_csv_string(struct csv *csv, const char *string); /* NULL is empty */
void ro_csv_slice(struct csv *csv, struct slice text);
void ro_csv_number(struct csv *csv, uint32_t number); /* RO_NONE is empty */
void ro_csv_numbers(struct csv *csv, const uint32_t *numbers, uint32_t count);
void ro_csv_score(struct csv *csv, double score);

/* The text of some spans, and where they are. */
void ro_csv_words(struct csv *csv, const struct span *spans, uint32_t count);
void ro_csv_places(struct csv *csv, const struct span *spans, uint32_t count);

/* Three fields: name, country and actor code of an entity (RO_NONE: empty ones). */
void ro_csv_entity(struct csv *csv, uint32_t index);

/* A field of which all values are added by the caller. */
void ro_csv_open(struct csv *csv);
void ro_csv_value(struct csv *csv, struct slice text, bool first);
void ro_csv_close(struct csv *csv);

void ro_csv_end(struct csv *csv);

/* The tables. */
extern const char ro_statement_columns[], ro_position_columns[], ro_dispute_columns[];
void ro_csv_statements(struct csv *csv);
void ro_csv_positions(struct csv *csv);
void ro_csv_disputes(struct csv *csv);

#endif
