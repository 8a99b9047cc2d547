/* dictionary_agents.c: reads agents: a noun, how its plural is formed, and a code that goes with that of an actor.
 *
 *     !MINIST! = MINISTER, MINISTERS, MINISTRY
 *     FOREIGN_!MINIST! [~GOV]               each of the set, without plurals
 *     AMBASSADOR [~GOV]                     its regular plural, too
 *     ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]
 *     POLICE {} [~COP]                      no plural, as with POLICE_ */
#include "actors/dictionary_dates.h"
#include "actors/dictionary_store.h"

struct set {
    struct slice name, words; /* "MINIST", "MINISTER, MINISTERS" */
};

struct reading {
    struct dictionary *dictionary;
    struct dictionary_lines lines;
    struct set *sets;
    uint32_t set_count;
};

/* A line, taken apart. */
struct agent_line {
    struct slice phrase, plural;
    bool has_plural; /* it is stated, or empty: there is none */
    const char *code;
};

/* Phrases */

static bool add(struct reading *reading, const struct folded *folded)
{
    struct dictionary *dictionary = reading->dictionary;
    bool good = ro_terms_add(&dictionary->agent_phrases, dictionary->arena, folded, dictionary->agent_count - 1);
    reading->lines.failed |= !good;
    return good;
}

/* Fold a phrase in up to three parts; false where it has no words or too many, which has been told. */
static bool fold_parts(struct reading *reading, const struct slice parts[3], struct folded *folded)
{
    char text[RO_LONGEST_PHRASE];
    size_t length = 0;
    folded->length = 0;
    for (int i = 0; i < 3; i++) {
        if (length + parts[i].length > sizeof text)
            return ro_lines_wrong(&reading->lines, parts[0].data,
                                  "this phrase is longer than %d letters; shorten it", RO_LONGEST_PHRASE);
        if (parts[i].length)
            memcpy(text + length, parts[i].data, parts[i].length);
        length += parts[i].length;
    }
    bool fits = ro_fold(folded, (struct slice){text, length});
    if (!fits || !folded->length)
        return ro_lines_wrong(&reading->lines, parts[0].data, "no words; write a noun");
    return true;
}

static bool fold_one(struct reading *reading, struct slice phrase, struct folded *folded)
{
    const struct slice parts[3] = {phrase, {phrase.data, 0}, {phrase.data, 0}};
    return fold_parts(reading, parts, folded);
}

static bool add_with_plural(struct reading *reading, const struct agent_line *line)
{
    struct folded folded;
    if (!fold_one(reading, line->phrase, &folded) || !add(reading, &folded))
        return false;
    if (line->has_plural && !line->plural.length)
        return true;
    if (line->has_plural)
        return fold_one(reading, line->plural, &folded) && add(reading, &folded);
    return !ro_fold_plural(&folded) || add(reading, &folded);
}

/* The next of the words between commas; false at the end. */
static bool next_member(struct slice *list, struct slice *member)
{
    struct slice own = ro_lines_until(*list, ",");
    bool more = own.length < list->length;
    *list = (struct slice){own.data + own.length + more, list->length - own.length - more};
    *member = ro_lines_trim(own);
    return member->length || more;
}

static const struct set *set_named(const struct reading *reading, struct slice name)
{
    for (uint32_t i = reading->set_count; i-- > 0;)
        if (ro_slice_equal(reading->sets[i].name, name))
            return &reading->sets[i];
    return NULL;
}

/* Cut "FOREIGN_!MINIST!" around its set. */
static bool cut_at_set(struct reading *reading, struct slice phrase, struct slice parts[3])
{
    parts[0] = ro_lines_until(phrase, "!");
    const char *mark = parts[0].data + parts[0].length;
    parts[1] = ro_lines_until((struct slice){mark + 1, phrase.length - parts[0].length - 1}, "!");
    if (parts[0].length + parts[1].length + 2 > phrase.length)
        return ro_lines_wrong(&reading->lines, mark,
                              "a set stands between two !, as in !PERSON!; add the other one");
    parts[2] = (struct slice){parts[1].data + parts[1].length + 1,
                              phrase.length - parts[0].length - parts[1].length - 2};
    const char *second = parts[2].data + ro_lines_until(parts[2], "!").length;
    if (second < parts[2].data + parts[2].length)
        return ro_lines_wrong(&reading->lines, second, "a phrase has one set; write out the other one");
    return true;
}

static bool add_with_set(struct reading *reading, struct slice phrase)
{
    struct slice parts[3], list;
    struct folded folded;
    if (!cut_at_set(reading, phrase, parts))
        return false;
    const struct set *set = set_named(reading, parts[1]);
    if (!set)
        return ro_lines_wrong(&reading->lines, parts[1].data - 1,
                              "no set !%.*s! stands above; write !%.*s! = ONE, TWO there", (int)parts[1].length,
                              parts[1].data, (int)parts[1].length, parts[1].data);
    list = set->words;
    while (next_member(&list, &parts[1]))
        if (!fold_parts(reading, parts, &folded) || !add(reading, &folded))
            return false;
    return true;
}

/* Lines */

/* "!PERSON! = MAN, WOMAN" */
static bool read_set(struct reading *reading, struct slice line)
{
    struct slice name = ro_lines_until((struct slice){line.data + 1, line.length - 1}, "!"), member;
    struct slice rest = {name.data + name.length, line.length - 1 - name.length};
    rest = rest.length ? ro_lines_after(rest, rest.data + 1) : rest;
    if (!rest.length || *rest.data != '=' || !name.length)
        return ro_lines_wrong(&reading->lines, line.data, "write a set as !NAME! = ONE, TWO");
    struct slice words = ro_lines_after(rest, rest.data + 1), list = words;
    if (!next_member(&list, &member))
        return ro_lines_wrong(&reading->lines, rest.data, "the set has no words; write them behind the =");
    struct set *set = ro_arena_push(reading->lines.arena, reading->sets, reading->set_count);
    reading->lines.failed |= !set;
    if (set)
        *set = (struct set){name, words};
    return set != NULL;
}

/* "~GOV" or "NGO~" */
static bool read_code(struct reading *reading, struct slice inside, const char **out)
{
    struct slice code = ro_lines_trim(inside), plain = code;
    if (code.length && *code.data == '~')
        plain = (struct slice){code.data + 1, code.length - 1};
    else if (code.length && code.data[code.length - 1] == '~')
        plain.length--;
    if (plain.length == code.length)
        return ro_lines_wrong(&reading->lines, inside.data,
                              "the code has no ~; write ~CODE where it goes behind the actor's, CODE~ before it");
    if (!ro_code_is(plain))
        return ro_lines_wrong(&reading->lines, inside.data, "\"%.*s\" is no code; write letters and digits",
                              (int)code.length, code.data);
    *out = ro_lines_string(&reading->lines, code);
    return true;
}

/* What is before the code: the phrase, and its plural in braces. */
static bool cut_phrase(struct reading *reading, struct slice front, struct agent_line *out)
{
    struct slice phrase = ro_lines_until(front, "{}]");
    const char *mark = phrase.data + phrase.length, *end = front.data + front.length;
    out->phrase = ro_lines_trim(phrase);
    if (!out->phrase.length)
        return ro_lines_wrong(&reading->lines, front.data, "no words; write a noun");
    out->has_plural = mark < end || out->phrase.data[out->phrase.length - 1] == '_';
    if (mark == end)
        return true;
    struct slice plural = ro_lines_until((struct slice){mark + 1, (size_t)(end - mark) - 1}, "{}]");
    const char *close = plural.data + plural.length;
    if (*mark != '{')
        return ro_lines_wrong(&reading->lines, mark, "a stray %c; remove it", *mark);
    if (close == end || *close != '}')
        return ro_lines_wrong(&reading->lines, mark, "this brace is never closed; end the plural with }");
    if (ro_lines_after(front, close + 1).length)
        return ro_lines_wrong(&reading->lines, close + 1, "nothing but the code goes behind the plural; move it");
    out->plural = ro_lines_trim(plural);
    return true;
}

static bool cut_line(struct reading *reading, struct slice line, struct agent_line *out)
{
    struct slice front = ro_lines_until(line, "[");
    if (front.length == line.length)
        return ro_lines_wrong(&reading->lines, line.data, "this agent has no code; write [~CODE] behind it");
    const char *open = front.data + front.length, *end = line.data + line.length;
    struct slice inside = ro_lines_until((struct slice){open + 1, (size_t)(end - open) - 1}, "[]");
    const char *close = inside.data + inside.length;
    if (close == end || *close != ']')
        return ro_lines_wrong(&reading->lines, open, "this bracket is never closed; end the code with ]");
    struct slice behind = ro_lines_after(line, close + 1);
    if (behind.length)
        return ro_lines_wrong(&reading->lines, behind.data, "nothing goes behind a code; begin a note with #");
    return cut_phrase(reading, ro_lines_trim(front), out) && read_code(reading, inside, &out->code);
}

static bool read_line(struct reading *reading, struct slice line)
{
    struct dictionary *dictionary = reading->dictionary;
    struct agent_line parts = {.code = NULL};
    if (*line.data == '!' && ro_lines_until(line, "=").length < line.length)
        return read_set(reading, line);
    if (!cut_line(reading, line, &parts))
        return false;
    struct dictionary_agent *agent = ro_arena_push(dictionary->arena, dictionary->agents, dictionary->agent_count);
    reading->lines.failed |= !agent;
    if (!agent)
        return false;
    *agent = (struct dictionary_agent){reading->lines.name, parts.code, reading->lines.number};
    bool has_set = ro_lines_until(parts.phrase, "!").length < parts.phrase.length;
    return has_set ? add_with_set(reading, parts.phrase) : add_with_plural(reading, &parts);
}

enum readout_status ro_dictionary_read_agents(struct dictionary *dictionary, const struct lexicon_file *file,
                                              struct dictionary_problems *problems)
{
    struct reading reading = {.dictionary = dictionary};
    struct slice line;
    if (!ro_lines_start(&reading.lines, dictionary->arena, file, problems))
        return READOUT_NO_MEMORY;
    while (ro_lines_next(&reading.lines, &line))
        read_line(&reading, line);
    return reading.lines.failed ? READOUT_NO_MEMORY : READOUT_OK;
}
