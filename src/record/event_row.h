/* event_row.h: an event as a row of a table of events, and the fields that such tables share.
 *
 * Each format is a form: the names of its columns, which of an event's parties stand in a row, and what fills the row. The
 * columns that are joined where several events become one row (days.c) are filled with what is this event's own. */
#ifndef RO_EVENT_ROW_H
#define RO_EVENT_ROW_H

#include "record/record.h"
#include "record/row.h"

struct event_row {
    const struct readout_record *record;
    const struct document *document; /* its own */
    const struct readout_writing *writing;
    const struct event *event;
    struct row *story;                   /* what a form says of each document: empty with its first event */
    uint32_t index;                      /* of the event */
    uint32_t pair;                       /* of the pairs of its parties, from 0 */
    const struct actor *source, *target; /* of the pair; NULL: none */
};

typedef void fill_row(struct row *row, const struct event_row *event);

/* Which rows an event has. */
enum event_pairs {
    RO_WHOLE, /* one */
    RO_PAIRS, /* one for each source and target, of which one or both may be missing */
    RO_DYADS, /* one for each two that are known */
    RO_CODED  /* one for each two that have a code */
};

enum { RO_KEYS = 6 };

struct event_form {
    const char *columns; /* the line of their names, or NULL */
    fill_row *fill;
    enum event_pairs pairs;
    bool csv;           /* otherwise fields are parted by tabs */
    bool everything;    /* what did not happen, too: there is a column that says so */
    bool plover;        /* only what is an event of PLOVER */
    bool one_a_record;  /* one row for each key even where one a day is not asked for */
    bool numbered;      /* the first column is the number of the row */
    uint64_t numbers;   /* CSV: the columns that are not put in quotation marks */
    uint32_t key_count; /* the columns that are the same where events become one row */
    uint32_t keys[RO_KEYS];
    uint32_t issues, ids, urls, sources; /* the columns that are joined; RO_NONE: there is none */
    uint32_t optional;                   /* a column that is left out where it is empty; RO_NONE: none */
};

/* The form of a format; NULL where it is no table of events. */
const struct event_form *ro_event_form(enum readout_format format, enum readout_table table);
extern const struct event_form ro_petrarch_form, ro_phoenix_form, ro_icews_form, ro_polecat_form, ro_events_form;

/* Fields. Strings that are not known are NULL. */

/* Its own day, or that of publication; "" where neither is known. */
enum { RO_DAY = 11 };
void ro_told_day(const struct event_row *event, char day[RO_DAY]);

/* What the document is called: its id, or else the beginning of its hash. */
struct slice ro_told_document(const struct event_row *event);

/* That, and the number of the sentence, "summit_3", unless the id is that of a sentence. */
void ro_row_sentence(struct row *row, const struct event_row *event);

/* What the event is called among all: "summit-4"; further pairs of it "summit-4.2". */
void ro_row_event(struct row *row, const struct event_row *event);

/* What CAMEO calls it. */
const char *ro_told_name(const struct event_row *event);

/* On the Goldstein scale, with a decimal: "-5.0". */
void ro_row_goldstein(struct row *row, const struct event_row *event);

/* Latitude and longitude, two fields; empty of what is not known (NULL). */
void ro_row_coordinates(struct row *row, const struct geo *geo);

/* The parts of a party's code that are no country, into a field that is left open. */
void ro_row_sectors(struct row *row, const struct event_row *event, const struct actor *actor,
                    const char *separator);

const struct entity *ro_told_party(const struct event_row *event, const struct actor *actor);
const struct entity *ro_told_place(const struct event_row *event);

/* Where the sentence of the event has a party; none where it does not. */
struct span ro_told_mention(const struct event_row *event, const struct actor *actor);

/* The next part of an actor code, "GOV" of "USAGOV", and *code moves behind it; false at its end. */
bool ro_code_next(const char **code, struct slice *part);

#endif
