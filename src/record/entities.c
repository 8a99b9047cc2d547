/* entities.c: the walk over entities, and who a statement's parties are. */
#include "record/record.h"
#include "record/values.h"

uint32_t ro_record_source(const struct readout_record *record, uint32_t statement)
{
    const struct statement_parties *parties = record->document.parties;
    return parties ? parties[statement].source : RO_NONE;
}

uint32_t ro_record_addressee(const struct readout_record *record, uint32_t statement, uint32_t part)
{
    const struct statement_parties *parties = record->document.parties;
    return parties && parties[statement].addressees ? parties[statement].addressees[part] : RO_NONE;
}

struct slice ro_record_teller(const struct readout_record *record, uint32_t statement)
{
    const struct document *document = &record->document;
    if (statement == RO_NONE)
        return (struct slice){NULL, 0};
    uint32_t entity = ro_record_source(record, statement);
    return entity == RO_NONE ? ro_document_slice(document, document->statements[statement].source.span)
                             : ro_slice(document->entities[entity].name);
}

const struct mention *ro_entity_mention_in(const struct entity *entity, struct span span)
{
    uint32_t low = 0, high = entity->mention_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (entity->mentions[middle].span.begin < span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    const struct mention *found = NULL;
    for (; low < entity->mention_count && entity->mentions[low].span.begin < span.end; low++) {
        const struct mention *mention = &entity->mentions[low];
        if (mention->span.end <= span.end && (!found || mention->kind < found->kind))
            found = mention;
    }
    return found;
}

bool ro_entity_is_named(const struct entity *entity)
{
    uint32_t at = 0;
    while (at < entity->mention_count && entity->mentions[at].kind != RO_NAME)
        at++;
    return at < entity->mention_count;
}

/* The walk */

static const struct entity *entity_at(const struct readout_record *record, size_t index)
{
    return index < record->document.entity_count ? &record->document.entities[index] : NULL;
}

static const struct role *role_at(const struct readout_record *record, size_t index, size_t part)
{
    const struct entity *entity = entity_at(record, index);
    return entity && part < entity->role_count ? &entity->roles[part] : NULL;
}

static const struct mention *mention_at(const struct readout_record *record, size_t index, size_t part)
{
    const struct entity *entity = entity_at(record, index);
    return entity && part < entity->mention_count ? &entity->mentions[part] : NULL;
}

size_t readout_entity_count(const struct readout_record *record)
{
    return record->document.entity_count;
}

const char *readout_entity_name(const struct readout_record *record, size_t index)
{
    const struct entity *entity = entity_at(record, index);
    return entity ? entity->name : NULL;
}

const char *readout_entity_type(const struct readout_record *record, size_t index)
{
    const struct entity *entity = entity_at(record, index);
    return entity ? ro_entity_types[entity->type] : NULL;
}

const char *readout_entity_country(const struct readout_record *record, size_t index)
{
    const struct entity *entity = entity_at(record, index);
    return entity ? entity->country : NULL;
}

const char *readout_entity_actor(const struct readout_record *record, size_t index)
{
    const struct entity *entity = entity_at(record, index);
    return entity ? entity->actor : NULL;
}

bool readout_entity_geo(const struct readout_record *record, size_t index, struct readout_geo *out)
{
    const struct entity *entity = entity_at(record, index);
    if (!entity || !entity->geo)
        return false;
    const struct geo *geo = entity->geo;
    *out = (struct readout_geo){geo->latitude, geo->longitude, geo->geonames == RO_NONE ? 0 : geo->geonames};
    return true;
}

size_t readout_entity_role_count(const struct readout_record *record, size_t index)
{
    const struct entity *entity = entity_at(record, index);
    return entity ? entity->role_count : 0;
}

const char *readout_entity_role_title(const struct readout_record *record, size_t index, size_t part)
{
    const struct role *role = role_at(record, index, part);
    return role ? role->title : NULL;
}

const char *readout_entity_role_of(const struct readout_record *record, size_t index, size_t part)
{
    const struct role *role = role_at(record, index, part);
    return role ? role->of : NULL;
}

struct readout_span readout_entity_role_span(const struct readout_record *record, size_t index, size_t part)
{
    const struct role *role = role_at(record, index, part);
    return ro_record_span(record, role ? role->span : RO_NO_SPAN);
}

size_t readout_entity_member_count(const struct readout_record *record, size_t index)
{
    const struct entity *entity = entity_at(record, index);
    return entity ? entity->member_count : 0;
}

bool readout_entity_member(const struct readout_record *record, size_t index, size_t part, size_t *out)
{
    const struct entity *entity = entity_at(record, index);
    return entity && part < entity->member_count && ro_give_index(entity->members[part], out);
}

size_t readout_entity_mention_count(const struct readout_record *record, size_t index)
{
    const struct entity *entity = entity_at(record, index);
    return entity ? entity->mention_count : 0;
}

struct readout_span readout_entity_mention(const struct readout_record *record, size_t index, size_t part)
{
    const struct mention *mention = mention_at(record, index, part);
    return ro_record_span(record, mention ? mention->span : RO_NO_SPAN);
}

struct readout_span readout_entity_mention_head(const struct readout_record *record, size_t index, size_t part)
{
    const struct mention *mention = mention_at(record, index, part);
    return ro_record_span(record, mention ? mention->head : RO_NO_SPAN);
}

const char *readout_entity_mention_kind(const struct readout_record *record, size_t index, size_t part)
{
    const struct mention *mention = mention_at(record, index, part);
    return mention ? ro_mention_kinds[mention->kind] : NULL;
}

double readout_entity_mention_score(const struct readout_record *record, size_t index, size_t part)
{
    const struct mention *mention = mention_at(record, index, part);
    return mention ? mention->score : 0;
}

bool readout_statement_source_entity(const struct readout_record *record, size_t index, size_t *out)
{
    return index < record->document.statement_count &&
           ro_give_index(ro_record_source(record, (uint32_t)index), out);
}

bool readout_statement_addressee_entity(const struct readout_record *record, size_t index, size_t part, size_t *out)
{
    return part < readout_statement_addressee_count(record, index) &&
           ro_give_index(ro_record_addressee(record, (uint32_t)index, (uint32_t)part), out);
}
