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

static bool is_word(struct slice text, const char *word)
{
    size_t length = strlen(word);
    if (text.length != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((text.data[i] | 0x20) != word[i])
            return false;
    return true;
}

static bool look_up(const struct numeral *list, struct slice text, double *value)
{
    for (; list->word; list++)
        if (is_word(text, list->word)) {
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

bool ro_number_at(const struct document *document, uint32_t word, uint32_t end, double *value, uint32_t *behind)
{
    double sum = 0, group = 0, part;
    bool any = false;
    uint32_t at = word;
    if (at + 1 < end && is_word(ro_document_word(document, at), "a") &&
        look_up(powers, ro_document_word(document, at + 1), &part)) {
        group = 1;
        at++;
    }
    for (; at < end; at++) {
        struct slice text = ro_document_word(document, at);
        if (look_up(powers, text, &part) && (any || group > 0)) {
            if (part < 1e3)
                group = (group > 0 ? group : 1) * part;
            else {
                sum += (group > 0 ? group : 1) * part;
                group = 0;
            }
            any = true;
        } else if (read_compound(text, &part) || read_digits(text, &part)) {
            group += part;
            any = true;
        } else if (any && at + 1 < end && is_word(text, "-") &&
                   look_up(units, ro_document_word(document, at + 1), &part) && part < 10) {
            group += part; /* sixty-one */
            at++;
        } else if (!(any && at + 1 < end && is_word(text, "and") && group >= 100 &&
                     read_compound(ro_document_word(document, at + 1), &part))) {
            break;
        }
    }
    *value = sum + group;
    if (any && at + 2 < end && is_word(ro_document_word(document, at), "and") &&
        is_word(ro_document_word(document, at + 1), "a") && is_word(ro_document_word(document, at + 2), "half")) {
        *value += 0.5; /* one and a half tonnes, 28 and a half million */
        at += 3;
        if (at < end && look_up(powers, ro_document_word(document, at), &part)) {
            *value *= part;
            at++;
        }
    }
    *behind = at;
    return any;
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
        bool out = is_word(ro_document_word(document, at), "out") &&
                   is_word(ro_document_word(document, at + 1), "of");
        if (!out && !is_word(ro_document_word(document, at), "in"))
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
    if (at + 2 < end && look_up(units, text, &number) && is_word(ro_document_word(document, at + 1), "-") &&
        look_up(shares, ro_document_word(document, at + 2), &whole)) { /* two-thirds, in three words */
        *value = number / whole;
        *behind = at + 3;
        return true;
    }
    bool article = is_word(text, "a") || is_word(text, "one");
    if (article || look_up(units, text, &number))
        at++;
    if (at >= end || !look_up(shares, ro_document_word(document, at), &whole) || (at == word && whole > 2))
        return false;
    *value = number / whole;
    *behind = at + 1;
    return true;
}
