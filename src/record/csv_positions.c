/* csv_positions.c: the tables of positions, a row a position, and of disputes, a row a side, as CSV.
 *
 *     document,published,dispute,kind,about,score,side,entity,entity_country,entity_actor,statement,source,...
 *     "ferry","",0,"extent","the fees",0.86,0,"Ada Lund","GBR","GBRGOV",3,"Ada Lund",...
 */
#include "record/csv.h"
#include "record/values.h"

const char ro_position_columns[] =
    "document,published,position,holder,holder_country,holder_actor,act,issue,about,extent,in_exchange_for,toward,toward_country,"
    "toward_actor,statement,source,source_actor,score,words,span\n";
const char ro_dispute_columns[] =
    "document,published,dispute,kind,about,score,side,entity,entity_country,entity_actor,statement,source,source_actor,position,"
    "event,words,span\n";

static void put_document(struct csv *csv)
{
    ro_csv_string(csv, csv->document->meta.id);
    ro_csv_string(csv, csv->document->meta.published);
}

/* By whose account it is. */
static void put_account(struct csv *csv, uint32_t statement)
{
    uint32_t source = statement == RO_NONE ? RO_NONE : ro_record_source(csv->record, statement);
    ro_csv_number(csv, statement);
    ro_csv_slice(csv, ro_record_teller(csv->record, statement));
    ro_csv_string(csv, source == RO_NONE ? NULL : csv->document->entities[source].actor);
}

static void put_words(struct csv *csv, struct span span)
{
    ro_csv_words(csv, &span, 1);
    ro_csv_places(csv, &span, 1);
}

static void put_position(struct csv *csv, uint32_t index)
{
    const struct position *position = &csv->document->positions[index];
    put_document(csv);
    ro_csv_number(csv, index);
    ro_csv_entity(csv, position->holder);
    ro_csv_string(csv, ro_position_acts[position->act]);
    ro_csv_string(csv, position->issue_text);
    ro_csv_string(csv, position->about);
    ro_csv_string(csv, ro_extents[position->extent]);
    ro_csv_numbers(csv, position->exchanges, position->exchange_count);
    ro_csv_entity(csv, position->toward);
    put_account(csv, position->statement);
    ro_csv_score(csv, position->score);
    put_words(csv, position->issue);
    ro_csv_end(csv);
}

static void put_side(struct csv *csv, uint32_t index, uint32_t part)
{
    const struct dispute *dispute = &csv->document->disputes[index];
    const struct side *side = &dispute->sides[part];
    put_document(csv);
    ro_csv_number(csv, index);
    ro_csv_string(csv, ro_dispute_kinds[dispute->kind]);
    ro_csv_string(csv, dispute->about);
    ro_csv_score(csv, dispute->score);
    ro_csv_number(csv, part);
    ro_csv_entity(csv, side->entity);
    put_account(csv, side->statement);
    ro_csv_number(csv, side->position);
    ro_csv_number(csv, side->event);
    put_words(csv, side->span);
    ro_csv_end(csv);
}

void ro_csv_positions(struct csv *csv)
{
    for (uint32_t i = 0; i < csv->document->position_count; i++)
        put_position(csv, i);
}

void ro_csv_disputes(struct csv *csv)
{
    for (uint32_t i = 0; i < csv->document->dispute_count; i++)
        for (uint32_t part = 0; part < csv->document->disputes[i].side_count; part++)
            put_side(csv, i, part);
}
