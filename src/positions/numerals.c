/* numerals.c: numbers in digits and words: 13,500; sixty-one; a quarter of a million; four fifths. */
#include <stdlib.h>

#include "positions/quantities.h"

struct numeral {
    const char *word;
    double value;
};

static const struct numeral units[] = {
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {NULL, 0}};
static const struct numeral powers[] = {{"dozen", 12},    {"hundred", 100},   {"thousand", 1e3}, {"million", 1e6},
                                        {"billion", 1e9}, {"trillion", 1e12}, {NULL, 0}};
static const struct numeral shares[] = {
    {"half", 2},   {"halves", 2}, {"third", 3},  {"thirds", 3}, {"quarter", 4}, {"quarters", 4}, {"fifth", 5},
    {"fifths", 5}, {"sixth", 6},  {"sixths", 6}, {"eighth", 8}, {"tenth", 10},  {"tenths", 10},  {NULL, 0}};

static bool look_up(const struct numeral *list, struct slice text, double *value)
{
    for (; list->word; list++)
        if (ro_slice_spells(text, list->word)) {
            *value = list->value;
            return true;
        }
    return false;
}

/* "13,500", "987.4"; not "3.25pm" nor "00.07". */
static bool read_digits(struct slice text, double *value)
{
    double sum = 0, place = 0;
    if (!text.length || text.data[0] < '0' || text.data[0] > '9')
        return false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        bool comma = c == ',' && i + 3 < text.length + 0 && place <= 0;
        if (comma)
            continue;
        if (c == '.' && place <= 0 && i + 1 < text.length) {
            place = 1;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        place /= 10;
        sum = place > 0 ? sum + place * (c - '0') : sum * 10 + (c - '0');
    }
    *value = sum;
    return true;
}

/* "sixty-one" is one word. */
static bool read_compound(struct slice text, double *value)
{
    const char *dash = text.length ? memchr(text.data, '-', text.length) : NULL;
    double tens, ones;
    if (!dash)
        return look_up(units, text, value);
    struct slice head = {text.data, (size_t)(dash - text.data)}, tail = {dash + 1, text.length - head.length - 1};
    if (!look_up(units, head, &tens) || !look_up(units, tail, &ones) || tens < 20)
        return false;
    *value = tens + ones;
    return true;
}

/* A number as it is read: "two hundred thousand" is 200 so far, then a group that is done. */
struct counting {
    double sum, group;
    bool any;
};

static void multiply(struct counting *counting, double power)
{
    double group = (counting->group > 0 ? counting->group : 1) * power;
    counting->sum += power < 1e3 ? 0 : group;
    counting->group = power < 1e3 ? group : 0;
    counting->any = true;
}

/* Read the word at *at, or a joint with the word behind it; false where the number ends. */
static bool read_next(const struct document *document, uint32_t *at, uint32_t end, struct counting *counting)
{
    struct slice text = ro_document_word(document, *at), next = {NULL, 0};
    bool more = *at + 1 < end;
    double part;
    if (more)
        next = ro_document_word(document, *at + 1);
    if (look_up(powers, text, &part) && (counting->any || counting->group > 0)) {
        multiply(counting, part);
        return true;
    }
    if (read_compound(text, &part) || read_digits(text, &part)) {
        counting->group += part;
        counting->any = true;
        return true;
    }
    if (counting->any && more && ro_slice_spells(text, "-") && look_up(units, next, &part) && part < 10) {
        counting->group += part; /* sixty-one */
        ++*at;
        return true;
    }
    return counting->any && more && ro_slice_spells(text, "and") && counting->group >= 100 &&
           read_compound(next, &part);
}

/* One | and a half | tonnes, 28 | and a half million |: what it adds to a value; the word behind it in *at. */
static void read_half(const struct document *document, uint32_t *at, uint32_t end, double *value)
{
    double power;
    if (*at + 2 >= end || !ro_slice_spells(ro_document_word(document, *at), "and") ||
        !ro_slice_spells(ro_document_word(document, *at + 1), "a") ||
        !ro_slice_spells(ro_document_word(document, *at + 2), "half"))
        return;
    *value += 0.5;
    *at += 3;
    if (*at < end && look_up(powers, ro_document_word(document, *at), &power)) {
        *value *= power;
        ++*at;
    }
}

bool ro_number_at(const struct document *document, uint32_t word, uint32_t end, double *value, uint32_t *behind)
{
    struct counting counting = {0, 0, false};
    uint32_t at = word;
    double power;
    if (at + 1 < end && ro_slice_spells(ro_document_word(document, at), "a") &&
        look_up(powers, ro_document_word(document, at + 1), &power)) {
        counting.group = 1;
        at++;
    }
    while (at < end && read_next(document, &at, end, &counting))
        at++;
    *value = counting.sum + counting.group;
    if (counting.any)
        read_half(document, &at, end, value);
    *behind = at;
    return counting.any;
}

bool ro_ratio_at(const struct document *document, uint32_t word, uint32_t end, double *value, uint32_t *behind)
{
    enum { FAR = 3 /* words between: one | registered voter | in three */ };
    double part, whole;
    uint32_t at;
    if (!ro_number_at(document, word, end, &part, &at))
        return false;
    uint32_t last = at + FAR;
    for (; at < last && at + 1 < end; at++) {
        bool out = ro_slice_spells(ro_document_word(document, at), "out") &&
                   ro_slice_spells(ro_document_word(document, at + 1), "of");
        if (!out && !ro_slice_spells(ro_document_word(document, at), "in"))
            continue;
        bool number = ro_number_at(document, at + (out ? 2 : 1), end, &whole, behind);
        bool round = out || whole <= 10 || whole == 20 || whole == 100 || whole == 1000;
        *value = number && whole > 0 ? part / whole : 0;
        return number && part >= 1 && part < whole && round;
    }
    return false;
}

bool ro_share_at(const struct document *document, uint32_t word, uint32_t end, double *value, uint32_t *behind)
{
    double number = 1, whole;
    uint32_t at = word;
    struct slice text = ro_document_word(document, at);
    const char *dash = text.length ? memchr(text.data, '-', text.length) : NULL;
    if (dash) { /* two-thirds */
        struct slice head = {text.data, (size_t)(dash - text.data)},
                     tail = {dash + 1, text.length - head.length - 1};
        *behind = word + 1;
        if (!look_up(units, head, &number) || !look_up(shares, tail, &whole))
            return false;
        *value = number / whole;
        return true;
    }
    if (at + 2 < end && look_up(units, text, &number) && ro_slice_spells(ro_document_word(document, at + 1), "-") &&
        look_up(shares, ro_document_word(document, at + 2), &whole)) { /* two-thirds, in three words */
        *value = number / whole;
        *behind = at + 3;
        return true;
    }
    bool article = ro_slice_spells(text, "a") || ro_slice_spells(text, "one");
    if (article || look_up(units, text, &number))
        at++;
    if (at >= end || !look_up(shares, ro_document_word(document, at), &whole) || (at == word && whole > 2))
        return false;
    *value = number / whole;
    *behind = at + 1;
    return true;
}
