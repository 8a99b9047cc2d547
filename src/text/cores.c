/* cores.c: words of letters and digits, with the marks that belong inside: "U.S.", "3,000.5", "co-founder". */
#include "text/breaks.h"
#include "text/chars.h"
#include "text/cuts.h"
#include "text/forms.h"

enum { LONGEST_PART = 32 }; /* bytes; no rule asks about longer ones */

/* A core while it is read. */
struct core {
    const struct stretch *stretch;
    uint32_t begin, last, end; /* `last`: where its last part begins, behind the last mark */
    bool stops;                /* full stops stand in it, as in "U.S" */
};

static struct character char_at(const struct core *core, uint32_t at)
{
    return ro_char_at(core->stretch->text, core->stretch->end, at);
}

static bool is_plain(struct character c)
{
    return c.kind == CHAR_LETTER || c.kind == CHAR_DIGIT || c.kind == CHAR_JOIN || c.code == '_';
}

static bool is_letter(const struct core *core, uint32_t at)
{
    return char_at(core, at).kind == CHAR_LETTER;
}

static bool is_digit(const struct core *core, uint32_t at)
{
    return at < core->stretch->end && core->stretch->text[at] >= '0' && core->stretch->text[at] <= '9';
}

static uint32_t plain_end(const struct core *core, uint32_t at)
{
    for (;;) {
        struct character c = char_at(core, at);
        if (!is_plain(c))
            return at;
        at = c.end;
    }
}

/* The plain part that begins at `at`, cut off at a length that no rule asks about. */
static struct slice part_at(const struct core *core, uint32_t at)
{
    uint32_t end = at;
    for (struct character c = char_at(core, at); is_plain(c) && end - at < LONGEST_PART; c = char_at(core, end))
        end = c.end;
    return (struct slice){core->stretch->text + at, end - at};
}

static struct slice last_part(const struct core *core)
{
    return (struct slice){core->stretch->text + core->last, core->end - core->last};
}

static bool all_digits(struct slice part)
{
    for (size_t i = 0; i < part.length; i++)
        if (part.data[i] < '0' || part.data[i] > '9')
            return false;
    return part.length > 0;
}

/* "comp.sources.unix": two full stops between small letters */
static bool in_chain(const struct core *core, uint32_t part, uint32_t part_end)
{
    const char *text = core->stretch->text;
    bool before = core->last > core->begin && text[core->last - 1] == '.';
    bool behind = part_end + 1 < core->stretch->end && text[part_end] == '.' && is_letter(core, part_end + 1);
    return (before || behind) && ro_char_is_lower(char_at(core, part).code);
}

/* "U.S", "Ph.D", "3.5", "example.org" */
static bool joins_stop(struct core *core)
{
    static const char *const suffixes[] = {"com", "org", "net", "gov",  "edu", "uk",  "us",  "tv",  "doc",
                                           "xls", "pdf", "htm", "html", "txt", "jpg", "url", "info"};
    uint32_t next = core->end + 1;
    struct slice before = last_part(core), behind = part_at(core, next);
    if (is_digit(core, core->end - 1) && is_digit(core, next))
        return true;
    if (!is_letter(core, next))
        return false;
    uint32_t after = next + (uint32_t)behind.length;
    bool stop = after < core->stretch->end && core->stretch->text[after] == '.';
    if (before.length <= 3 &&
        (before.length == 1 ? behind.length == 1 || (stop && behind.length <= 2) : stop && behind.length == 1)) {
        core->stops = true;
        return true;
    }
    return RO_IS_ONE_OF(behind, suffixes) || in_chain(core, next, after);
}

/* "3,000" */
static bool joins_comma(const struct core *core)
{
    uint32_t at = core->end + 1, digits = 0;
    while (digits < 4 && is_digit(core, at + digits))
        digits++;
    return is_digit(core, core->end - 1) && digits == 3;
}

/* "713-853-3989", "02-05-02", "345-9945": digits with two hyphens, or as telephones have them. */
static bool is_hyphened_number(const struct core *core)
{
    uint32_t hyphens = 0, first = 0, last = 0, at = core->last;
    for (; at - core->last < LONGEST_PART &&
           (is_digit(core, at) || (at > core->last && is_digit(core, at + 1) && core->stretch->text[at] == '-'));
         at++) {
        bool hyphen = core->stretch->text[at] == '-';
        hyphens += hyphen;
        first += !hyphen && hyphens == 0;
        last = hyphen ? 0 : last + 1;
    }
    return !is_plain(char_at(core, at)) && (hyphens > 1 || (last == 4 && (first == 3 || first == 5 || first == 7)));
}

/* "co-founder", "non-avian", "e-mail": the other compounds are cut. */
static bool joins_hyphen(const struct core *core, uint32_t next)
{
    static const char *const prefixes[] = {
        "anti",  "arch",  "bi",    "bio",    "co",    "counter", "cross", "de",    "e",     "ex",  "extra", "hyper",
        "inter", "intra", "mega",  "meta",   "micro", "mid",     "mini",  "multi", "neo",   "non", "over",  "post",
        "pre",   "pro",   "proto", "psycho", "re",    "semi",    "socio", "sub",   "trans", "tri", "ultra", "un"};
    static const char *const suffixes[] = {"esque", "fold", "gate", "ish", "wise"};
    struct slice before = last_part(core), behind = part_at(core, next);
    if (behind.length == 0)
        return false;
    if (all_digits(before) && is_hyphened_number(core))
        return true;
    if (core->last > core->begin) /* inside a telephone number */
        return all_digits(before) && all_digits(behind) && core->stretch->text[core->last - 1] == '-';
    bool capitals = before.length > 1 && before.data[1] <= 'Z'; /* "UN-led" */
    return (RO_IS_ONE_OF(before, prefixes) && !capitals) || RO_IS_ONE_OF(behind, suffixes);
}

/* "9/11", "w/o" */
static bool joins_slash(const struct core *core)
{
    static const char *const behinds[] = {"o", "he", "c", "a"};
    struct slice before = last_part(core), behind = part_at(core, core->end + 1);
    if (all_digits(before) && all_digits(behind))
        return true;
    return before.length == 1 && core->last == core->begin && RO_IS_ONE_OF(behind, behinds);
}

/* "AT&T", "R&D" */
static bool joins_ampersand(const struct core *core)
{
    struct slice before = last_part(core), behind = part_at(core, core->end + 1);
    return before.length <= 3 && behind.length > 0 && behind.length <= 3 && is_letter(core, core->end + 1);
}

/* "US$" */
static bool ends_with_dollar(const struct core *core)
{
    struct slice before = last_part(core);
    return core->last == core->begin && before.length <= 2 && before.data[0] >= 'A' && before.data[0] <= 'Z';
}

/* Take the mark behind a core into it, with what follows; false where the core ends. */
static bool join(struct core *core)
{
    struct character mark = char_at(core, core->end);
    bool joins = false;
    if (ro_char_is_apostrophe(mark.code) || mark.code == 0x2018 /* typed for U+2019 */)
        joins = is_plain(char_at(core, mark.end)) && !(is_digit(core, core->end - 1) && is_digit(core, mark.end));
    else if (mark.code == '.')
        joins = joins_stop(core);
    else if (mark.code == ',')
        joins = joins_comma(core);
    else if (mark.code == ':')
        joins = is_digit(core, core->end - 1) && is_digit(core, mark.end);
    else if (mark.kind == CHAR_HYPHEN)
        joins = joins_hyphen(core, mark.end);
    else if (mark.code == '/')
        joins = joins_slash(core);
    else if (mark.code == '&')
        joins = joins_ampersand(core);
    else if (mark.code == '$')
        joins = ends_with_dollar(core);
    if (!joins)
        return false;
    core->last = mark.end;
    core->end = mark.code == '$' ? mark.end : plain_end(core, core->last);
    return mark.code != '$';
}

/* The word behind a stop and blanks, inside the block, or the start of it where it is long; empty at the end. */
static struct slice word_behind(const struct core *core, uint32_t at)
{
    const char *text = core->stretch->text;
    uint32_t limit = core->stretch->limit, end;
    struct character c = ro_char_at(text, limit, at);
    for (; c.kind == CHAR_SPACE && at < limit; c = ro_char_at(text, limit, at))
        at = c.end;
    for (end = c.end; end - at < LONGEST_PART && is_plain(ro_char_at(text, limit, end));)
        end = ro_char_at(text, limit, end).end;
    return (struct slice){text + at, end - at};
}

/* Whether the full stop behind a core is its own: "U.S.", "J.", "Lt.", "No." before a number. */
static bool owns_stop(const struct core *core)
{
    const struct stretch *stretch = core->stretch;
    if (core->end == stretch->end || stretch->text[core->end] != '.' ||
        (core->end + 1 < stretch->end && stretch->text[core->end + 1] == '.'))
        return false;
    struct slice word = {stretch->text + core->begin, core->end - core->begin};
    struct slice behind = word_behind(core, core->end + 1);
    struct character next = ro_char_at(behind.data, (uint32_t)behind.length, 0);
    if (core->stops || next.code == ',' || next.code == ';') /* no sentence ends before a comma */
        return true;
    if (word.length == 1 && word.data[0] >= 'A' && word.data[0] <= 'Z')
        return next.kind == CHAR_LETTER && !ro_starts_sentences(behind);
    switch (ro_abbreviation(stretch->abbreviations, word)) {
    case RO_ABBREVIATION_TITLE:
    case RO_ABBREVIATION_BEFORE:
        return next.code != 0;
    case RO_ABBREVIATION_NUMBER:
        return next.kind == CHAR_DIGIT;
    case RO_ABBREVIATION_EITHER: /* "etc." at the end of a sentence is two words, "Inc." is one */
        return ro_begins_upper(word) || (next.code != 0 && !ro_char_is_upper(next.code));
    default:
        return false;
    }
}

/* "5pm" -> 5 pm: where the unit behind a number begins, or the end. */
static uint32_t before_unit(const struct core *core)
{
    static const char *const units[] = {"am", "pm", "a.m", "p.m", "b",   "bn",  "t",   "k",   "m",    "mm", "cm",
                                        "km", "kg", "ft",  "lb",  "lbs", "mph", "hrs", "min", "mins", "hz"};
    uint32_t at = core->begin;
    while (at < core->end && (is_digit(core, at) || core->stretch->text[at] < 'A'))
        at++;
    struct slice unit = {core->stretch->text + at, core->end - at};
    return at > core->begin && at < core->end && RO_IS_ONE_OF(unit, units) ? at : core->end;
}

uint32_t ro_core_end(const struct stretch *stretch, uint32_t at)
{
    struct core core = {.stretch = stretch, .begin = at, .last = at, .end = at};
    core.end = plain_end(&core, at);
    if (core.end == at)
        return at;
    while (core.end < stretch->end && join(&core))
        continue;
    uint32_t unit = is_digit(&core, at) ? before_unit(&core) : core.end;
    return unit < core.end ? unit : core.end + owns_stop(&core);
}
