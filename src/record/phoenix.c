/* phoenix.c: events as the Phoenix data sets have them: 26 fields parted by tabs, no names of columns, one row a day for each
 * date, source, target and code.
 *
 *     1_0.1.0	20190301	2019	03	01	USAGOV	USA	GOV		PRKGOV	PRK	GOV		036	03	1	4.0	...
 */
#include "record/event_row.h"

enum { DATE = 1, SOURCE = 5, TARGET = 9, CODE = 13, ISSUES = 17, IDS = 23, URLS, SOURCES };

static bool is_one_of(struct slice part, const char *const *parts)
{
    for (; *parts; parts++)
        if (ro_slice_equal(part, ro_slice(*parts)))
            return true;
    return false;
}

static bool is_root(const struct event_row *event, struct slice part)
{
    static const char *const others[] = {"IGO", "NGO", "IMG", "MNC", NULL};
    return is_one_of(part, others) || ro_country_acts(&event->record->coder->countries, part);
}

static bool is_agent(struct slice part)
{
    static const char *const agents[] = {"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD",
                                         "SPY", "MED", "EDU", "BUS", "CRM", "CVL", NULL};
    return is_one_of(part, agents);
}

/* "FRAGOVHLH" -> FRAGOVHLH, FRA, GOV, HLH */
static void put_actor(struct row *row, const struct event_row *event, const char *code)
{
    struct slice part;
    code += *code == '~'; /* of no country */
    const char *rest = code, *behind = code;
    ro_row_string(row, code);
    if (ro_code_next(&rest, &part) && is_root(event, part)) {
        ro_row_add(row, part);
        behind = rest;
    }
    ro_row_end(row);
    rest = behind;
    if (ro_code_next(&rest, &part) && is_agent(part)) {
        ro_row_add(row, part);
        behind = rest;
    }
    ro_row_end(row);
    while (ro_code_next(&behind, &part))
        ro_row_value(row, ";", part);
    ro_row_end(row);
}

static void put_date(struct row *row, const struct event_row *event)
{
    char day[RO_DAY];
    ro_told_day(event, day);
    const struct slice year = {day, *day ? 4 : 0}, month = {day + 5, *day ? 2 : 0}, date = {day + 8, *day ? 2 : 0};
    const struct slice parts[] = {year, month, date};
    for (int i = 0; i < 3; i++)
        ro_row_add(row, parts[i]);
    ro_row_end(row);
    for (int i = 0; i < 3; i++) {
        ro_row_add(row, parts[i]);
        ro_row_end(row);
    }
}

static void put_code(struct row *row, const struct event_row *event)
{
    const char *code = event->event->cameo;
    bool alone = strncmp(code, "01", 2) == 0 || strncmp(code, "02", 2) == 0; /* of these roots the class is 0 */
    ro_row_string(row, code);
    ro_row_add(row, (struct slice){code, strlen(code) < 2 ? strlen(code) : 2});
    ro_row_end(row);
    if (event->event->quad == RO_NONE)
        ro_row_end(row);
    else
        ro_row_number(row, alone ? 0 : event->event->quad);
    ro_row_goldstein(row, event);
}

static void put_place(struct row *row, const struct event_row *event)
{
    const struct entity *place = ro_told_place(event);
    const struct geo *geo = place ? place->geo : NULL;
    ro_row_coordinates(row, geo);
    ro_row_string(row, place ? place->name : NULL);
    ro_row_string(row, geo ? geo->region : NULL);
    ro_row_string(row, place ? ro_country_name(&event->record->coder->countries, place->country) : NULL);
}

static void fill(struct row *row, const struct event_row *event)
{
    const struct readout_meta *meta = &event->document->meta;
    ro_row_end(row); /* its number */
    put_date(row, event);
    put_actor(row, event, event->source->code);
    put_actor(row, event, event->target->code);
    put_code(row, event);
    ro_row_end(row); /* issues */
    put_place(row, event);
    ro_row_sentence(row, event);
    ro_row_string(row, meta->uri);
    ro_row_string(row, meta->publisher ? meta->publisher : "NULL");
}

const struct event_form ro_phoenix_form = {.fill = fill,
                                           .pairs = RO_CODED,
                                           .one_a_record = true,
                                           .numbered = true,
                                           .key_count = 4,
                                           .keys = {DATE, SOURCE, TARGET, CODE},
                                           .issues = ISSUES,
                                           .ids = IDS,
                                           .urls = URLS,
                                           .sources = SOURCES,
                                           .optional = RO_NONE};
