/* csv.c: the fields of a table as CSV, and the choice of the table. */
#include "record/csv.h"
#include "record/event_row.h"
#include "record/values.h"

static void put(struct csv *csv, const char *string)
{
    ro_output_add(csv->output, string, strlen(string));
}

/* Text is put in quotation marks, whatever it holds; numbers are not. */
void ro_csv_open(struct csv *csv)
{
    put(csv, csv->started ? ",\"" : "\"");
    csv->started = true;
}

void ro_csv_close(struct csv *csv)
{
    put(csv, "\"");
}

void ro_csv_end(struct csv *csv)
{
    put(csv, "\n");
    csv->started = false;
}

static void put_text(struct csv *csv, struct slice text)
{
    size_t from = 0;
    for (size_t at = 0; at < text.length; at++) {
        char c = text.data[at];
        if (c != '"' && c != '\n' && c != '\r' && c != '\0')
            continue;
        ro_output_add(csv->output, text.data + from, at - from);
        put(csv, c == '"' ? "\"\"" : " ");
        from = at + 1;
    }
    ro_output_add(csv->output, text.data + from, text.length - from);
}

void ro_csv_value(struct csv *csv, struct slice text, bool first)
{
    put(csv, first ? "" : " | ");
    put_text(csv, text);
}

void ro_csv_slice(struct csv *csv, struct slice text)
{
    ro_csv_open(csv);
    put_text(csv, text);
    ro_csv_close(csv);
}

void ro_csv_string(struct csv *csv, const char *string)
{
    ro_csv_slice(csv, ro_slice(string));
}

void ro_csv_number(struct csv *csv, uint32_t number)
{
    char digits[16] = "";
    if (number != RO_NONE)
        snprintf(digits, sizeof digits, "%u", (unsigned)number);
    put(csv, csv->started ? "," : "");
    put(csv, digits);
    csv->started = true;
}

void ro_csv_numbers(struct csv *csv, const uint32_t *numbers, uint32_t count)
{
    char digits[16];
    ro_csv_open(csv);
    for (uint32_t i = 0; i < count; i++) {
        snprintf(digits, sizeof digits, "%u", (unsigned)numbers[i]);
        ro_csv_value(csv, ro_slice(digits), i == 0);
    }
    ro_csv_close(csv);
}

void ro_csv_score(struct csv *csv, double score)
{
    char digits[RO_DECIMAL];
    ro_decimal(digits, score, 4);
    put(csv, ",");
    put(csv, digits);
}

void ro_csv_words(struct csv *csv, const struct span *spans, uint32_t count)
{
    ro_csv_open(csv);
    for (uint32_t i = 0; i < count; i++)
        ro_csv_value(csv, ro_document_slice(csv->document, spans[i]), i == 0);
    ro_csv_close(csv);
}

void ro_csv_places(struct csv *csv, const struct span *spans, uint32_t count)
{
    char place[32];
    ro_csv_open(csv);
    for (uint32_t i = 0; i < count; i++) {
        struct readout_span points = ro_record_span(csv->record, spans[i]);
        if (!ro_span_is(spans[i]))
            continue;
        snprintf(place, sizeof place, "%u-%u", (unsigned)points.begin, (unsigned)points.end);
        ro_csv_value(csv, ro_slice(place), i == 0);
    }
    ro_csv_close(csv);
}

void ro_csv_entity(struct csv *csv, uint32_t index)
{
    const struct entity *entity = index == RO_NONE ? NULL : &csv->document->entities[index];
    ro_csv_string(csv, entity ? entity->name : NULL);
    ro_csv_string(csv, entity ? entity->country : NULL);
    ro_csv_string(csv, entity ? entity->actor : NULL);
}

/* The tables */

struct table_form {
    const char *columns;
    void (*write)(struct csv *csv);
};

/* NULL of tables that are not written here. */
static const struct table_form *form_of(enum readout_table table)
{
    static const struct table_form statements = {ro_statement_columns, ro_csv_statements},
                                   positions = {ro_position_columns, ro_csv_positions},
                                   disputes = {ro_dispute_columns, ro_csv_disputes};
    switch (table) {
    case READOUT_STATEMENTS:
        return &statements;
    case READOUT_POSITIONS:
        return &positions;
    case READOUT_DISPUTES:
        return &disputes;
    default:
        return NULL;
    }
}

const char *readout_columns(enum readout_format format, enum readout_table table)
{
    const struct event_form *events = ro_event_form(format, table);
    const struct table_form *form = format == READOUT_CSV ? form_of(table) : NULL;
    return events ? events->columns : form ? form->columns : NULL;
}

void ro_write_csv(const struct readout_record *record, enum readout_table table, struct output *output)
{
    struct csv csv = {.record = record, .document = &record->document, .output = output};
    const struct table_form *form = form_of(table);
    if (form)
        form->write(&csv);
}
