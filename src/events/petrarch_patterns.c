/* petrarch_patterns.c: reads patterns, in both dialects.
 *
 *     - MUST_* FOR &AID [023]               "must" beside the verb; somewhere behind it "for", then a word of the set
 *     - $ * + FROM_&PRISON [0841]           whose noun stands there is the source, the target
 *     - * {PEACE PLAN} (WITH NEIGHBOUR) [036]
 */
#include "events/petrarch_reading.h"

/* One side of a pattern, in the order of the line. */
struct flank {
    struct petrarch_element elements[RO_PETRARCH_LONGEST];
    uint32_t count;
    enum petrarch_link link; /* of the next element */
    bool in_phrase;
};

static bool add_element(struct petrarch_reading *reading, struct flank *side, enum petrarch_kind kind,
                        uint32_t value)
{
    if (side->count == RO_PETRARCH_LONGEST)
        return ro_lines_wrong(&reading->lines, reading->lines.text + reading->lines.begin,
                              "more than %d words on one side of the *; shorten the pattern", RO_PETRARCH_LONGEST);
    side->elements[side->count++] = (struct petrarch_element){kind, side->link, value};
    side->link = side->in_phrase ? RO_PETRARCH_PHRASE : RO_PETRARCH_ANYWHERE;
    return true;
}

/* The words of "PEACE-KEEPING" are side by side. */
static bool add_words(struct petrarch_reading *reading, struct flank *side, struct slice text)
{
    struct folded folded;
    folded.length = 0;
    if (!ro_fold(&folded, text))
        return ro_lines_wrong(&reading->lines, text.data, "this word is longer than %d letters; shorten it",
                              RO_LONGEST_PHRASE);
    for (size_t at = 0; at < folded.length;) {
        struct slice rest = {folded.text + at, folded.length - at}, word = ro_lines_until(rest, " ");
        uint32_t number = ro_petrarch_add_word(reading, word);
        if (at)
            side->link = RO_PETRARCH_NEXT;
        if (number == RO_NONE || !add_element(reading, side, RO_PETRARCH_WORD, number))
            return false;
        at += word.length + 1;
    }
    return true;
}

/* "&AID": how long it is, 0 where it is wrong. */
static size_t add_set(struct petrarch_reading *reading, struct flank *side, struct slice text)
{
    size_t length;
    uint32_t set = ro_petrarch_set_at(reading->verbs, text, &length);
    if (set != RO_NONE)
        return add_element(reading, side, RO_PETRARCH_SET, set) ? length : 0;
    ro_lines_wrong(&reading->lines, text.data, "no set %.*s stands above; write it there",
                   (int)ro_lines_until(text, "_").length, text.data);
    return 0;
}

static bool add_actor(struct petrarch_reading *reading, struct flank *side, char mark)
{
    static const char marks[] = "$+%^";
    static const enum petrarch_kind kinds[] = {RO_PETRARCH_SOURCE, RO_PETRARCH_TARGET, RO_PETRARCH_COMPOUND,
                                               RO_PETRARCH_REST};
    return add_element(reading, side, kinds[strchr(marks, mark) - marks], 0);
}

/* A mark: how many bytes it takes, 0 where it is none or too much. */
static size_t take_mark(struct petrarch_reading *reading, struct flank *side, struct slice rest)
{
    switch (*rest.data) {
    case '_':
        side->link = RO_PETRARCH_NEXT;
        return 1;
    case ' ':
    case '\t': /* "_ " is a blank */
        side->link = side->in_phrase && side->link != RO_PETRARCH_ANYWHERE ? RO_PETRARCH_PHRASE
                                                                           : RO_PETRARCH_ANYWHERE;
        return 1;
    case '{':
    case '(':
        side->in_phrase = true;
        reading->verbs->second = true;
        return 1;
    case '}':
    case ')':
        side->in_phrase = false;
        side->link = RO_PETRARCH_ANYWHERE;
        return 1;
    case '$':
    case '+':
    case '%':
    case '^':
        return add_actor(reading, side, *rest.data);
    default:
        return 0;
    }
}

static bool read_side(struct petrarch_reading *reading, struct slice text, struct flank *side)
{
    static const char marks[] = "_ \t^{}()$+%";
    for (size_t at = 0; at < text.length;) {
        struct slice rest = {text.data + at, text.length - at};
        size_t taken = 0;
        if (strchr(marks, *rest.data)) {
            taken = take_mark(reading, side, rest);
        } else if (*rest.data == '&') {
            taken = add_set(reading, side, ro_lines_until(rest, " \t^{}()$+%"));
        } else {
            struct slice word = ro_lines_until(rest, marks);
            taken = add_words(reading, side, word) ? word.length : 0;
        }
        if (!taken)
            return false;
        at += taken;
    }
    return true;
}

/* Keeping */

static bool keep_element(struct petrarch_reading *reading, const struct petrarch_element *element)
{
    struct petrarch_verbs *verbs = reading->verbs;
    struct petrarch_element *kept = ro_arena_push(verbs->arena, verbs->elements, verbs->element_count);
    reading->lines.failed |= !kept;
    if (kept)
        *kept = *element;
    return kept != NULL;
}

/* What is before the verb is kept from it to the left: the link of each is that to the element on its right. */
static bool keep_before(struct petrarch_reading *reading, const struct flank *side, struct petrarch_list *list)
{
    *list = (struct petrarch_list){reading->verbs->element_count, side->count};
    for (uint32_t i = side->count; i > 0; i--) {
        struct petrarch_element element = side->elements[i - 1];
        element.link = i < side->count ? side->elements[i].link : side->link;
        if (!keep_element(reading, &element))
            return false;
    }
    return true;
}

static bool keep_behind(struct petrarch_reading *reading, const struct flank *side, struct petrarch_list *list)
{
    *list = (struct petrarch_list){reading->verbs->element_count, side->count};
    for (uint32_t i = 0; i < side->count; i++)
        if (!keep_element(reading, &side->elements[i]))
            return false;
    return true;
}

bool ro_petrarch_read_pattern(struct petrarch_reading *reading, struct slice line)
{
    struct petrarch_verbs *verbs = reading->verbs;
    struct flank before = {.count = 0}, behind = {.count = 0};
    struct petrarch_pattern pattern = {.file = reading->lines.name, .line = reading->lines.number};
    if (reading->block == RO_NONE)
        return ro_lines_wrong(&reading->lines, line.data,
                              "no block stands above; begin one with --- NAME [CODE] ---");
    if (ro_lines_until(line, "[").length == line.length)
        return ro_lines_wrong(&reading->lines, line.data, "this pattern has no code; write [CODE] behind it");
    if (!ro_petrarch_cut_code(reading, &line, &pattern.code))
        return false;
    struct slice text = ro_lines_after(line, line.data + 1), front = ro_lines_until(text, "*");
    if (front.length == text.length)
        return ro_lines_wrong(&reading->lines, line.data, "this pattern has no *; write one where the verb stands");
    struct slice back = {front.data + front.length + 1, text.length - front.length - 1};
    const char *stray = back.data + ro_lines_until(back, "*").length;
    if (stray < back.data + back.length)
        return ro_lines_wrong(&reading->lines, stray, "a second *; a verb stands in one place");
    if (!read_side(reading, front, &before) || !read_side(reading, back, &behind) ||
        !keep_before(reading, &before, &pattern.before) || !keep_behind(reading, &behind, &pattern.behind))
        return false;
    struct petrarch_pattern *kept = ro_arena_push(verbs->arena, verbs->patterns, verbs->pattern_count);
    pattern.text = ro_arena_copy(verbs->arena, line);
    reading->lines.failed |= !kept || !pattern.text;
    if (!kept)
        return false;
    *kept = pattern;
    verbs->blocks[reading->block].count++;
    return true;
}
