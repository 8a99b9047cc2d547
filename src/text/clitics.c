/* clitics.c: cuts contractions as Universal Dependencies do. "didn't" -> did n't, "cannot" -> can not,
 * "Moon's" -> Moon 's, "dont" -> do nt. */
#include "text/cuts.h"
#include "text/forms.h"

/* Written without an apostrophe, or that never had one: the words' lengths but the last's. Sorted. */
static const struct contraction {
    const char *word;
    uint8_t first, second;
} contractions[] = {
    {"aint", 2, 0},  {"alot", 1, 0},   {"arent", 3, 0},  {"cannot", 3, 0}, {"cant", 2, 0},    {"couldnt", 5, 0},
    {"didnt", 3, 0}, {"doesnt", 4, 0}, {"dont", 2, 0},   {"dunno", 2, 1},  {"gimme", 3, 0},   {"gonna", 3, 0},
    {"gotta", 3, 0}, {"hadnt", 3, 0},  {"hasnt", 3, 0},  {"havent", 4, 0}, {"im", 1, 0},      {"isnt", 2, 0},
    {"itll", 2, 0},  {"ive", 1, 0},    {"lemme", 3, 0},  {"lets", 3, 0},   {"outta", 3, 0},   {"shouldnt", 6, 0},
    {"thats", 4, 0}, {"theres", 5, 0}, {"theyll", 4, 0}, {"theyre", 4, 0}, {"theyve", 4, 0},  {"wanna", 3, 0},
    {"wasnt", 3, 0}, {"werent", 4, 0}, {"whats", 4, 0},  {"wont", 2, 0},   {"wouldnt", 5, 0}, {"youll", 3, 0},
    {"youre", 3, 0}, {"youve", 3, 0},
};

enum { LONGEST_CONTRACTION = 8 };

/* Compares small letters with a slice of any case; ends with the shorter. */
static int compare(const char *word, struct slice core)
{
    size_t i = 0;
    while (i < core.length && word[i] == ro_lower(core.data[i]))
        i++;
    int a = (unsigned char)word[i], b = i < core.length ? (unsigned char)ro_lower(core.data[i]) : 0;
    return a - b;
}

static const struct contraction *contraction_of(struct slice core)
{
    size_t low = 0, high = sizeof contractions / sizeof *contractions;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(contractions[middle].word, core);
        if (order == 0)
            return &contractions[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Bytes of an apostrophe that ends at `end`, or 0: ', U+2019, or U+2018 typed for it. */
static size_t apostrophe_before(struct slice core, size_t end)
{
    if (end >= 1 && core.data[end - 1] == '\'')
        return 1;
    return end >= 3 && memcmp(core.data + end - 3, "\xE2\x80", 2) == 0 && (core.data[end - 1] & 0x3E) == 0x18 ? 3
                                                                                                              : 0;
}

/* "60's", "1590's": years and sizes, one word. */
static bool is_round_number(struct slice core)
{
    for (size_t i = 0; i < core.length; i++)
        if (core.data[i] < '0' || core.data[i] > '9')
            return false;
    return core.length && core.data[core.length - 1] == '0';
}

/* Bytes behind the last apostrophe of a core where they are one or two, else 0. */
static size_t ending_length(struct slice core)
{
    for (size_t length = 1; length <= 2; length++)
        if (core.length > length + 1 && apostrophe_before(core, core.length - length))
            return length;
    return 0;
}

/* Where the last word of a core begins that an apostrophe cuts off, or 0. */
static size_t last_clitic(struct slice core)
{
    static const char *const endings[] = {"s", "m", "re", "ve", "ll", "d"};
    size_t length = ending_length(core);
    if (length == 0)
        return 0;
    struct slice ending = {core.data + core.length - length, length};
    size_t begin = core.length - length - apostrophe_before(core, core.length - length);
    if (length == 1 && ro_lower(ending.data[0]) == 't')
        return begin > 1 && ro_lower(core.data[begin - 1]) == 'n' ? begin - 1 : 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (compare(endings[i], ending) == 0)
            return is_round_number((struct slice){core.data, begin}) ? 0 : begin;
    return 0;
}

uint32_t ro_clitics(struct slice core, uint32_t begins[RO_CLITICS])
{
    bool abbreviation = core.length < 4 && core.data[core.length - 1] <= 'Z'; /* "IM" */
    const struct contraction *found = NULL;
    if (core.length <= LONGEST_CONTRACTION && !abbreviation)
        found = contraction_of(core);
    if (found) {
        begins[0] = found->first;
        begins[1] = found->first + found->second;
        return found->second ? 2 : 1;
    }
    uint32_t count = 0;
    for (size_t at; count < RO_CLITICS && (at = last_clitic(core)) > 0; core.length = at) {
        for (uint32_t i = count++; i > 0; i--)
            begins[i] = begins[i - 1];
        begins[0] = (uint32_t)at;
    }
    return count;
}
