/* csv_statements.c: the table of statements as CSV, a row a statement.
 *
 *     document,published,statement,within,form,source,source_entity,source_country,source_actor,cue,...
 *     "ferry","",1,0,"indirect","the mayor","Ada Lund","GBR","GBRGOV","told",...
 */
#include "record/csv.h"
#include "record/values.h"

const char ro_statement_columns[] =
    "document,published,statement,within,form,source,source_entity,source_country,source_actor,cue,lemma,act,content,quotes,"
    "addressees,setting,time,time_value,score,source_span,cue_span,content_spans,setting_span\n";

static void put_addressees(struct csv *csv, const struct statement *statement)
{
    ro_csv_open(csv);
    for (uint32_t i = 0; i < statement->addressee_count; i++)
        ro_csv_value(csv, ro_document_slice(csv->document, statement->addressees[i].span), i == 0);
    ro_csv_close(csv);
}

static void put_statement(struct csv *csv, uint32_t index)
{
    const struct statement *statement = &csv->document->statements[index];
    const struct readout_meta *meta = &csv->document->meta;
    const struct time_expression *time = statement->time == RO_NONE ? NULL : &csv->document->times[statement->time];
    const struct span nowhere = RO_NO_SPAN;
    bool cue = ro_span_is(statement->cue);
    ro_csv_string(csv, meta->id);
    ro_csv_string(csv, meta->published);
    ro_csv_number(csv, index);
    ro_csv_number(csv, statement->within);
    ro_csv_string(csv, ro_form_names[statement->form]);
    ro_csv_words(csv, &statement->source.span, 1);
    ro_csv_entity(csv, ro_record_source(csv->record, index));
    ro_csv_words(csv, &statement->cue, 1);
    ro_csv_string(csv, cue ? statement->lemma : NULL);
    ro_csv_string(csv, cue ? ro_act_names[statement->act] : NULL);
    ro_csv_words(csv, statement->contents, statement->content_count);
    ro_csv_words(csv, statement->quotes, statement->quote_count);
    put_addressees(csv, statement);
    ro_csv_words(csv, &statement->setting, 1);
    ro_csv_words(csv, time ? &time->span : &nowhere, 1);
    ro_csv_string(csv, time ? time->value : NULL);
    ro_csv_score(csv, statement->score);
    ro_csv_places(csv, &statement->source.span, 1);
    ro_csv_places(csv, &statement->cue, 1);
    ro_csv_places(csv, statement->contents, statement->content_count);
    ro_csv_places(csv, &statement->setting, 1);
    ro_csv_end(csv);
}

void ro_csv_statements(struct csv *csv)
{
    for (uint32_t i = 0; i < csv->document->statement_count; i++)
        put_statement(csv, i);
}
