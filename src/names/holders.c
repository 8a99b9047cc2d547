/* holders.c: reads lexicon/holders.txt; each name leads to a chain of offices. */
#include "names/holders.h"

#include "base/date.h"
#include "base/table.h"
#include "names/fields.h"
#include "names/keys.h"

enum { DAY = 10 /* characters of YYYY-MM-DD */ };

struct link {
    uint32_t holder, next; /* next: a place in `links`, or 0 */
};

struct holders {
    struct table names; /* to the first link */
    struct holder *holders;
    struct link *links; /* the first is none */
    uint32_t count, link_count;
    struct strings strings;
};

static enum readout_status check_day(const struct lexicon_reader *reader, const struct lexicon_row *row,
                                     uint32_t field, const char *day, struct readout_error *error)
{
    if (day && (strlen(day) != DAY || !ro_date_is(day)))
        return ro_lexicon_error(reader, row, field, error, "\"%s\" is no day: write YYYY-MM-DD", day);
    return READOUT_OK;
}

/* Append an office to those of a name; false without memory. */
static bool add_name(struct holders *holders, struct arena *arena, struct slice name)
{
    struct name_key key = ro_name_key(name, true);
    const char *own = ro_strings_copy(&holders->strings, arena, ro_name_key_slice(&key));
    uint32_t place = holders->link_count;
    struct link *added = ro_arena_push(arena, holders->links, holders->link_count);
    if (!own || !added)
        return false;
    *added = (struct link){.holder = holders->count - 1};
    uint32_t link = ro_table_put(&holders->names, arena, (struct slice){own, key.length}, place);
    if (link == RO_TABLE_NONE)
        return false;
    while (link != place && holders->links[link].next)
        link = holders->links[link].next;
    if (link != place)
        holders->links[link].next = place;
    return true;
}

static enum readout_status check_days(const struct lexicon_reader *reader, const struct lexicon_row *row,
                                      const struct holder *holder, uint32_t from, struct readout_error *error)
{
    enum readout_status status = check_day(reader, row, from, holder->from, error);
    if (status == READOUT_OK)
        status = check_day(reader, row, from + 1, holder->to, error);
    if (status == READOUT_OK && !holder->from)
        status = ro_lexicon_error(reader, row, from, error, "no day of taking office; write YYYY-MM-DD");
    if (status == READOUT_OK && holder->to && strcmp(holder->from, holder->to) > 0)
        status = ro_lexicon_error(reader, row, from + 1, error, "%s is before %s; exchange them", holder->to,
                                  holder->from);
    return status;
}

static enum readout_status read_row(struct holders *holders, struct arena *arena, const struct codes *codes,
                                    const struct lexicon_reader *reader, const struct lexicon_row *row,
                                    struct readout_error *error)
{
    enum { NAMES, TITLE, COUNTRY, ACTOR, FROM, TO, SOURCE };
    enum readout_status status = ro_fields_check(
        reader, row, 7, 7, "names | title | alpha-3 | actor code | from YYYY-MM-DD | to YYYY-MM-DD or - | source",
        error);
    if (status == READOUT_OK)
        status = ro_codes_check(codes, reader, row, COUNTRY, ACTOR, error);
    struct slice list = row->fields[NAMES], name;
    if (status != READOUT_OK)
        return status;
    if (!ro_item_next(&list, &name))
        return ro_lexicon_error(reader, row, NAMES, error, "no name; write one before the first bar");
    struct holder *added = ro_arena_push(arena, holders->holders, holders->count);
    struct strings *strings = &holders->strings;
    bool memory = added != NULL;
    if (memory)
        *added = (struct holder){.name = ro_strings_copy(strings, arena, name),
                                 .title = ro_field_copy(strings, arena, row, TITLE, &memory),
                                 .country = ro_field_copy(strings, arena, row, COUNTRY, &memory),
                                 .actor = ro_field_copy(strings, arena, row, ACTOR, &memory),
                                 .from = ro_field_copy(strings, arena, row, FROM, &memory),
                                 .to = ro_field_copy(strings, arena, row, TO, &memory),
                                 .source = ro_field_copy(strings, arena, row, SOURCE, &memory)};
    if (!memory || !added->name)
        return ro_no_room(reader->file, error);
    do
        memory = add_name(holders, arena, name);
    while (memory && ro_item_next(&list, &name));
    return memory ? check_days(reader, row, added, FROM, error) : ro_no_room(reader->file, error);
}

enum readout_status ro_holders_read(struct arena *arena, const struct lexicon_file *file, const struct codes *codes,
                                    const struct holders **out, struct readout_error *error)
{
    struct holders *holders = ro_arena_alloc(arena, 1, sizeof *holders);
    struct link *none = holders ? ro_arena_push(arena, holders->links, holders->link_count) : NULL;
    enum readout_status status = READOUT_OK;
    struct lexicon_reader reader;
    struct lexicon_row row;
    *out = holders;
    if (!none)
        return ro_no_room(file, error);
    ro_lexicon_start(&reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_row(holders, arena, codes, &reader, &row, error);
    return status;
}

static bool is_in_office(const struct holder *holder, const char *day)
{
    return !day || (strncmp(holder->from, day, DAY) <= 0 && (!holder->to || strncmp(day, holder->to, DAY) <= 0));
}

const struct holder *ro_holder_next(const struct holders *holders, struct slice name, const char *day, uint32_t *at)
{
    uint32_t link = *at;
    if (link == 0) {
        struct name_key key = ro_name_key(name, true);
        uint32_t first = ro_table_get(&holders->names, ro_name_key_slice(&key));
        link = key.full || first == RO_TABLE_NONE ? 0 : first;
    } else {
        link = holders->links[link].next;
    }
    while (link && !is_in_office(&holders->holders[holders->links[link].holder], day))
        link = holders->links[link].next;
    *at = link;
    return link ? &holders->holders[holders->links[link].holder] : NULL;
}
