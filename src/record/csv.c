/* csv.c: a table of a record as CSV (RFC 4180), a row a line: "a, ""b""" for a, "b". Line breaks of the text are blanks. Where a
 * column has several values they stand between bars; spans are code points, "12-34".
 *
 *     document,statement,within,form,source,source_entity,source_country,source_actor,cue,...
 *     ferry,1,0,indirect,the mayor,Ada Lund,GBR,GBRGOV,told,...
 */
#include "record/event_row.h"
#include "record/output.h"
#include "record/record.h"
#include "record/values.h"

struct csv {
    const struct readout_record *record;
    const struct document *document; /* its own */
    struct output *output;
    bool started; /* a field stands on this line */
};

static const char columns[] =
    "document,published,statement,within,form,source,source_entity,source_country,source_actor,cue,lemma,act,content,quotes,"
    "addressees,setting,time,time_value,score,source_span,cue_span,content_spans,setting_span\n";

const char *readout_columns(enum readout_format format, enum readout_table table)
{
    const struct event_form *form = ro_event_form(format, table);
    if (form)
        return form->columns;
    return format == READOUT_CSV && table == READOUT_STATEMENTS ? columns : NULL;
}

static void put(struct csv *csv, const char *string)
{
    ro_output_add(csv->output, string, strlen(string));
}

/* Text is put in quotation marks, whatever it holds; numbers are not. */
static void open_field(struct csv *csv)
{
    put(csv, csv->started ? ",\"" : "\"");
    csv->started = true;
}

static void close_field(struct csv *csv)
{
    put(csv, "\"");
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

static void put_string(struct csv *csv, const char *string)
{
    open_field(csv);
    put_text(csv, ro_slice(string));
    close_field(csv);
}

static void put_number(struct csv *csv, uint32_t number)
{
    char digits[16] = "";
    if (number != RO_NONE)
        snprintf(digits, sizeof digits, "%u", (unsigned)number);
    put(csv, csv->started ? "," : "");
    put(csv, digits);
    csv->started = true;
}

static void put_score(struct csv *csv, double score)
{
    char digits[RO_DECIMAL];
    ro_decimal(digits, score, 4);
    put(csv, ",");
    put(csv, digits);
}

/* The text of some spans. */
static void put_spans(struct csv *csv, const struct span *spans, uint32_t count)
{
    open_field(csv);
    for (uint32_t i = 0; i < count; i++) {
        put(csv, i > 0 ? " | " : "");
        put_text(csv, ro_document_slice(csv->document, spans[i]));
    }
    close_field(csv);
}

/* Where they are. */
static void put_places(struct csv *csv, const struct span *spans, uint32_t count)
{
    char place[32];
    open_field(csv);
    for (uint32_t i = 0; i < count; i++) {
        struct readout_span points = ro_record_span(csv->record, spans[i]);
        if (!ro_span_is(spans[i]))
            continue;
        snprintf(place, sizeof place, "%s%u-%u", i > 0 ? " | " : "", (unsigned)points.begin, (unsigned)points.end);
        put(csv, place);
    }
    close_field(csv);
}

/* Who the source is. */
static void put_entity(struct csv *csv, uint32_t index)
{
    const struct entity *entity = index == RO_NONE ? NULL : &csv->document->entities[index];
    put_string(csv, entity ? entity->name : NULL);
    put_string(csv, entity ? entity->country : NULL);
    put_string(csv, entity ? entity->actor : NULL);
}

static void put_addressees(struct csv *csv, const struct statement *statement)
{
    open_field(csv);
    for (uint32_t i = 0; i < statement->addressee_count; i++) {
        put(csv, i > 0 ? " | " : "");
        put_text(csv, ro_document_slice(csv->document, statement->addressees[i].span));
    }
    close_field(csv);
}

static void put_statement(struct csv *csv, uint32_t index)
{
    const struct statement *statement = &csv->document->statements[index];
    const struct readout_meta *meta = &csv->document->meta;
    const struct time_expression *time = statement->time == RO_NONE ? NULL : &csv->document->times[statement->time];
    const struct span nowhere = RO_NO_SPAN;
    bool cue = ro_span_is(statement->cue);
    csv->started = false;
    put_string(csv, meta->id);
    put_string(csv, meta->published);
    put_number(csv, index);
    put_number(csv, statement->within);
    put_string(csv, ro_form_names[statement->form]);
    put_spans(csv, &statement->source.span, 1);
    put_entity(csv, ro_record_source(csv->record, index));
    put_spans(csv, &statement->cue, 1);
    put_string(csv, cue ? statement->lemma : NULL);
    put_string(csv, cue ? ro_act_names[statement->act] : NULL);
    put_spans(csv, statement->contents, statement->content_count);
    put_spans(csv, statement->quotes, statement->quote_count);
    put_addressees(csv, statement);
    put_spans(csv, &statement->setting, 1);
    put_spans(csv, time ? &time->span : &nowhere, 1);
    put_string(csv, time ? time->value : NULL);
    put_score(csv, statement->score);
    put_places(csv, &statement->source.span, 1);
    put_places(csv, &statement->cue, 1);
    put_places(csv, statement->contents, statement->content_count);
    put_places(csv, &statement->setting, 1);
    put(csv, "\n");
}

void ro_write_csv(const struct readout_record *record, struct output *output)
{
    struct csv csv = {.record = record, .document = &record->document, .output = output};
    for (uint32_t i = 0; i < record->document.statement_count; i++)
        put_statement(&csv, i);
}
