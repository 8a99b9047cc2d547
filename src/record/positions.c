/* positions.c: the walk over positions and disputes. */
#include "record/record.h"
#include "record/values.h"

static const struct position *position_at(const struct readout_record *record, size_t index)
{
    return index < record->document.position_count ? &record->document.positions[index] : NULL;
}

static const struct dispute *dispute_at(const struct readout_record *record, size_t index)
{
    return index < record->document.dispute_count ? &record->document.disputes[index] : NULL;
}

static const struct side *side_at(const struct readout_record *record, size_t index, size_t part)
{
    const struct dispute *dispute = dispute_at(record, index);
    return dispute && part < dispute->side_count ? &dispute->sides[part] : NULL;
}

size_t readout_position_count(const struct readout_record *record)
{
    return record->document.position_count;
}

bool readout_position_holder(const struct readout_record *record, size_t index, size_t *out)
{
    const struct position *position = position_at(record, index);
    return position && ro_give_index(position->holder, out);
}

const char *readout_position_act(const struct readout_record *record, size_t index)
{
    const struct position *position = position_at(record, index);
    return position ? ro_position_acts[position->act] : NULL;
}

struct readout_span readout_position_issue(const struct readout_record *record, size_t index)
{
    const struct position *position = position_at(record, index);
    return ro_record_span(record, position ? position->issue : RO_NO_SPAN);
}

const char *readout_position_issue_text(const struct readout_record *record, size_t index)
{
    const struct position *position = position_at(record, index);
    return position ? position->issue_text : NULL;
}

const char *readout_position_about(const struct readout_record *record, size_t index)
{
    const struct position *position = position_at(record, index);
    return position ? position->about : NULL;
}

const char *readout_position_extent(const struct readout_record *record, size_t index)
{
    const struct position *position = position_at(record, index);
    return position ? ro_extents[position->extent] : NULL;
}

size_t readout_position_exchange_count(const struct readout_record *record, size_t index)
{
    const struct position *position = position_at(record, index);
    return position ? position->exchange_count : 0;
}

bool readout_position_exchange(const struct readout_record *record, size_t index, size_t part, size_t *out)
{
    const struct position *position = position_at(record, index);
    return position && part < position->exchange_count && ro_give_index(position->exchanges[part], out);
}

bool readout_position_toward(const struct readout_record *record, size_t index, size_t *out)
{
    const struct position *position = position_at(record, index);
    return position && ro_give_index(position->toward, out);
}

bool readout_position_statement(const struct readout_record *record, size_t index, size_t *out)
{
    const struct position *position = position_at(record, index);
    return position && ro_give_index(position->statement, out);
}

double readout_position_score(const struct readout_record *record, size_t index)
{
    const struct position *position = position_at(record, index);
    return position ? position->score : 0;
}

size_t readout_dispute_count(const struct readout_record *record)
{
    return record->document.dispute_count;
}

const char *readout_dispute_about(const struct readout_record *record, size_t index)
{
    const struct dispute *dispute = dispute_at(record, index);
    return dispute ? dispute->about : NULL;
}

const char *readout_dispute_kind(const struct readout_record *record, size_t index)
{
    const struct dispute *dispute = dispute_at(record, index);
    return dispute ? ro_dispute_kinds[dispute->kind] : NULL;
}

double readout_dispute_score(const struct readout_record *record, size_t index)
{
    const struct dispute *dispute = dispute_at(record, index);
    return dispute ? dispute->score : 0;
}

size_t readout_dispute_side_count(const struct readout_record *record, size_t index)
{
    const struct dispute *dispute = dispute_at(record, index);
    return dispute ? dispute->side_count : 0;
}

struct readout_span readout_dispute_side(const struct readout_record *record, size_t index, size_t part)
{
    const struct side *side = side_at(record, index, part);
    return ro_record_span(record, side ? side->span : RO_NO_SPAN);
}

bool readout_dispute_side_entity(const struct readout_record *record, size_t index, size_t part, size_t *out)
{
    const struct side *side = side_at(record, index, part);
    return side && ro_give_index(side->entity, out);
}

bool readout_dispute_side_statement(const struct readout_record *record, size_t index, size_t part, size_t *out)
{
    const struct side *side = side_at(record, index, part);
    return side && ro_give_index(side->statement, out);
}

bool readout_dispute_side_position(const struct readout_record *record, size_t index, size_t part, size_t *out)
{
    const struct side *side = side_at(record, index, part);
    return side && ro_give_index(side->position, out);
}

bool readout_dispute_side_event(const struct readout_record *record, size_t index, size_t part, size_t *out)
{
    const struct side *side = side_at(record, index, part);
    return side && ro_give_index(side->event, out);
}
