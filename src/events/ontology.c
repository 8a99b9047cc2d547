/* ontology.c: reads lexicon/plover.txt, then lexicon/cameo.txt, whose every event, mode and context must stand in the first. */
#include "events/ontology.h"

#include "names/fields.h"

enum { ROOT = 2, LONGEST_CODE = 4, LONGEST_TERM = 64 };

/* The fields of plover.txt and of cameo.txt */
enum { EVENT, MODE, TERM_DESCRIPTION, TERM_FIELDS };
enum { CODE, NAME, QUAD, GOLDSTEIN, PLOVER_EVENT, PLOVER_MODE, PLOVER_CONTEXTS, DESCRIPTION, CODE_FIELDS };

struct ontology_reading {
    struct ontology *ontology;
    struct arena *arena;
    struct strings strings;
    struct lexicon_reader reader;
    struct readout_error *error;
};

static enum readout_status no_room(const struct ontology_reading *reading)
{
    return ro_no_room(reading->reader.file, reading->error);
}

/* A field's copy in the arena; NULL for "-". */
static const char *copy(struct ontology_reading *reading, const struct lexicon_row *row, uint32_t field,
                        bool *memory)
{
    return ro_field_copy(&reading->strings, reading->arena, row, field, memory);
}

/* PLOVER's terms */

/* The term of an event ("*" of a context) and a mode ("-" of an event itself), or RO_TABLE_NONE. */
static uint32_t find_term(const struct ontology *ontology, struct slice event, struct slice mode)
{
    char key[2 * LONGEST_TERM + 2];
    if (event.length > LONGEST_TERM || mode.length > LONGEST_TERM)
        return RO_TABLE_NONE;
    int length = snprintf(key, sizeof key, "%.*s %.*s", RO_TEXT(event), RO_TEXT(mode));
    return ro_table_get(&ontology->term_table, (struct slice){key, (size_t)length});
}

static enum readout_status check_term(const struct ontology_reading *reading, const struct lexicon_row *row)
{
    struct slice event = row->fields[EVENT], mode = row->fields[MODE];
    bool any = ro_slice_equal(event, RO_SLICE("*")), whole = ro_slice_equal(mode, RO_SLICE("-"));
    if (event.length > LONGEST_TERM || mode.length > LONGEST_TERM)
        return ro_lexicon_error(&reading->reader, row, event.length > LONGEST_TERM ? EVENT : MODE, reading->error,
                                "longer than %d bytes; shorten it", LONGEST_TERM);
    if (any && whole)
        return ro_lexicon_error(&reading->reader, row, MODE, reading->error,
                                "nothing stands here; write the name of the context");
    if (!any && !whole && find_term(reading->ontology, event, RO_SLICE("-")) == RO_TABLE_NONE)
        return ro_lexicon_error(&reading->reader, row, EVENT, reading->error,
                                "no event \"%.*s\" stands above; write a line for it, with \"-\" for its mode",
                                RO_TEXT(event));
    if (find_term(reading->ontology, event, mode) != RO_TABLE_NONE)
        return ro_lexicon_error(&reading->reader, row, EVENT, reading->error,
                                "%.*s %.*s stands here twice; leave one out", RO_TEXT(event), RO_TEXT(mode));
    return READOUT_OK;
}

static bool index_term(struct ontology_reading *reading, const struct lexicon_row *row)
{
    char key[2 * LONGEST_TERM + 2];
    struct ontology *ontology = reading->ontology;
    int length = snprintf(key, sizeof key, "%.*s %.*s", RO_TEXT(row->fields[EVENT]), RO_TEXT(row->fields[MODE]));
    const char *own = ro_strings_copy(&reading->strings, reading->arena, (struct slice){key, (size_t)length});
    return own && ro_table_put(&ontology->term_table, reading->arena, ro_slice(own), ontology->term_count - 1) !=
                      RO_TABLE_NONE;
}

static enum readout_status read_term(struct ontology_reading *reading, const struct lexicon_row *row)
{
    enum readout_status status = ro_fields_check(&reading->reader, row, TERM_FIELDS, TERM_FIELDS,
                                                 "event | mode | what it is", reading->error);
    if (status == READOUT_OK)
        status = check_term(reading, row);
    if (status != READOUT_OK)
        return status;
    struct ontology *ontology = reading->ontology;
    struct plover_term *term = ro_arena_push(reading->arena, ontology->terms, ontology->term_count);
    if (!term)
        return no_room(reading);
    bool memory = true;
    if (!ro_slice_equal(row->fields[EVENT], RO_SLICE("*")))
        term->event = copy(reading, row, EVENT, &memory);
    term->name = copy(reading, row, MODE, &memory);
    term->description = copy(reading, row, TERM_DESCRIPTION, &memory);
    return memory && index_term(reading, row) ? READOUT_OK : no_room(reading);
}

/* CAMEO's codes */

static bool is_code(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.length >= ROOT && text.length <= LONGEST_CODE;
}

static enum readout_status check_code(const struct ontology_reading *reading, const struct lexicon_row *row)
{
    struct slice code = row->fields[CODE];
    if (!is_code(code))
        return ro_lexicon_error(&reading->reader, row, CODE, reading->error,
                                "\"%.*s\" is no code: write two to four digits", RO_TEXT(code));
    if (code.length > ROOT && !ro_ontology_find(reading->ontology, (struct slice){code.data, code.length - 1}))
        return ro_lexicon_error(&reading->reader, row, CODE, reading->error,
                                "no %.*s stands above, of which this would be a kind", (int)code.length - 1,
                                code.data);
    if (ro_ontology_find(reading->ontology, code))
        return ro_lexicon_error(&reading->reader, row, CODE, reading->error,
                                "%.*s stands here twice; leave one out", RO_TEXT(code));
    return READOUT_OK;
}

/* "-5.8", "10": what JSON takes for a number, between -10 and 10. */
static bool is_goldstein(struct slice text)
{
    char number[8] = "", *end = number;
    if (!text.length || text.length >= sizeof number || text.data[text.length - 1] == '.')
        return false;
    memcpy(number, text.data, text.length);
    const char *digits = number + (number[0] == '-');
    long whole = strtol(digits, &end, 10);
    if (digits[0] < '0' || digits[0] > '9' || (digits[0] == '0' && end - digits > 1) || whole > 10)
        return false;
    const char *rest = end + (*end == '.');
    return strspn(rest, "0123456789") == strlen(rest) && (whole < 10 || *end == '\0');
}

static enum readout_status check_values(const struct ontology_reading *reading, const struct lexicon_row *row)
{
    struct slice quad = ro_field(row, QUAD), goldstein = ro_field(row, GOLDSTEIN);
    if (quad.length && (quad.length > 1 || quad.data[0] < '1' || quad.data[0] > '4'))
        return ro_lexicon_error(&reading->reader, row, QUAD, reading->error,
                                "\"%.*s\" is no quad class: write 1, 2, 3 or 4", RO_TEXT(quad));
    if (goldstein.length && !is_goldstein(goldstein))
        return ro_lexicon_error(&reading->reader, row, GOLDSTEIN, reading->error,
                                "\"%.*s\" is no Goldstein value: write a number from -10 to 10",
                                RO_TEXT(goldstein));
    return READOUT_OK;
}

/* Whether a term stands in plover.txt; else the error says that it does not. */
static enum readout_status check_known(const struct ontology_reading *reading, const struct lexicon_row *row,
                                       uint32_t field, struct slice event, struct slice name)
{
    if (find_term(reading->ontology, event, name) != RO_TABLE_NONE)
        return READOUT_OK;
    return ro_lexicon_error(&reading->reader, row, field, reading->error,
                            "plover.txt has no \"%.*s | %.*s\"; add it, or correct this", RO_TEXT(event),
                            RO_TEXT(name));
}

static enum readout_status read_contexts(struct ontology_reading *reading, const struct lexicon_row *row,
                                         struct cameo_code *code)
{
    struct slice list = ro_field(row, PLOVER_CONTEXTS), item;
    while (ro_item_next(&list, &item)) {
        const struct lexicon_row at = ro_row_at(row, PLOVER_CONTEXTS, item);
        enum readout_status status = check_known(reading, &at, PLOVER_CONTEXTS, RO_SLICE("*"), item);
        if (status != READOUT_OK)
            return status;
        const char **context = ro_arena_push(reading->arena, code->plover_contexts, code->plover_context_count);
        if (!context)
            return no_room(reading);
        *context = reading->ontology->terms[find_term(reading->ontology, RO_SLICE("*"), item)].name;
    }
    return READOUT_OK;
}

static enum readout_status read_plover(struct ontology_reading *reading, const struct lexicon_row *row,
                                       struct cameo_code *code)
{
    struct slice event = ro_field(row, PLOVER_EVENT);
    if (!event.length)
        return READOUT_OK;
    enum readout_status status = check_known(reading, row, PLOVER_EVENT, event, RO_SLICE("-"));
    if (status == READOUT_OK)
        status = check_known(reading, row, PLOVER_MODE, event, row->fields[PLOVER_MODE]);
    if (status != READOUT_OK)
        return status;
    const struct plover_term *term =
        &reading->ontology->terms[find_term(reading->ontology, event, row->fields[PLOVER_MODE])];
    code->plover_event = term->event;
    code->plover_mode = term->name;
    return read_contexts(reading, row, code);
}

static enum readout_status read_code(struct ontology_reading *reading, const struct lexicon_row *row)
{
    enum readout_status status = ro_fields_check(
        &reading->reader, row, CODE_FIELDS, CODE_FIELDS,
        "code | name | quad class | Goldstein value | event | mode | contexts | what it is", reading->error);
    if (status == READOUT_OK)
        status = check_code(reading, row);
    if (status == READOUT_OK)
        status = check_values(reading, row);
    if (status != READOUT_OK)
        return status;
    struct ontology *ontology = reading->ontology;
    struct cameo_code *code = ro_arena_push(reading->arena, ontology->codes, ontology->code_count);
    if (!code)
        return no_room(reading);
    bool memory = true;
    code->code = copy(reading, row, CODE, &memory);
    code->name = copy(reading, row, NAME, &memory);
    code->description = copy(reading, row, DESCRIPTION, &memory);
    code->goldstein = copy(reading, row, GOLDSTEIN, &memory);
    code->quad = ro_field(row, QUAD).length ? (uint32_t)(row->fields[QUAD].data[0] - '0') : 0;
    if (!memory || ro_table_put(&ontology->code_table, reading->arena, ro_slice(code->code),
                                ontology->code_count - 1) == RO_TABLE_NONE)
        return no_room(reading);
    return read_plover(reading, row, code);
}

/* Both */

typedef enum readout_status read_row(struct ontology_reading *reading, const struct lexicon_row *row);

static enum readout_status read_file(struct ontology_reading *reading, const struct lexicon_file *file,
                                     read_row *read)
{
    enum readout_status status = READOUT_OK;
    struct lexicon_row row;
    ro_lexicon_start(&reading->reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reading->reader, &row))
        status = read(reading, &row);
    return status;
}

enum readout_status ro_ontology_read(struct arena *arena, const struct lexicon_file *plover,
                                     const struct lexicon_file *cameo, const struct ontology **out,
                                     struct readout_error *error)
{
    struct ontology_reading reading = {.arena = arena, .error = error};
    *out = reading.ontology = ro_arena_alloc(arena, 1, sizeof *reading.ontology);
    if (!reading.ontology)
        return ro_no_room(plover, error);
    enum readout_status status = read_file(&reading, plover, read_term);
    return status == READOUT_OK ? read_file(&reading, cameo, read_code) : status;
}

const struct cameo_code *ro_ontology_find(const struct ontology *ontology, struct slice code)
{
    uint32_t place = ro_table_get(&ontology->code_table, code);
    return place == RO_TABLE_NONE ? NULL : &ontology->codes[place];
}

void ro_ontology_tell(const struct cameo_code *known, struct event *event)
{
    event->quad = known && known->quad ? known->quad : RO_NONE;
    if (!known)
        return;
    event->plover_event = known->plover_event;
    event->plover_mode = known->plover_mode;
    event->plover_contexts = known->plover_contexts;
    event->plover_context_count = known->plover_context_count;
    event->goldstein = known->goldstein;
}
