/* petrarch_read.c: reads a verb dictionary line by line. What begins a line tells what it is: "---" a block, "-" a pattern, "&" a set,
 * "+" behind it a word of the set, "~" a transformation; everything else is a verb. */
#include "events/petrarch_reading.h"

struct petrarch_verbs *ro_petrarch_new(struct arena *arena)
{
    struct petrarch_verbs *verbs = ro_arena_alloc(arena, 1, sizeof *verbs);
    if (verbs)
        verbs->arena = arena;
    return verbs;
}

/* Words */

uint32_t ro_petrarch_word(const struct petrarch_verbs *verbs, struct slice folded)
{
    return ro_table_get(&verbs->words, folded);
}

uint32_t ro_petrarch_add_word(struct petrarch_reading *reading, struct slice folded)
{
    struct petrarch_verbs *verbs = reading->verbs;
    uint32_t known = ro_table_get(&verbs->words, folded);
    if (known != RO_TABLE_NONE)
        return known;
    const char *text = ro_arena_copy(verbs->arena, folded);
    uint32_t *first = text ? ro_arena_push(verbs->arena, verbs->first_verb, verbs->word_count) : NULL;
    if (!first || ro_table_put(&verbs->words, verbs->arena, (struct slice){text, folded.length},
                               verbs->word_count - 1) == RO_TABLE_NONE) {
        reading->lines.failed = true;
        return RO_NONE;
    }
    *first = RO_NONE;
    return verbs->word_count - 1;
}

/* Codes */

/* "---": what is said so has no code. */
static bool is_null(struct slice code)
{
    for (size_t i = 0; i < code.length; i++)
        if (code.data[i] != '-')
            return false;
    return true;
}

static bool is_code(struct slice code)
{
    for (size_t i = 0; i < code.length; i++)
        if (!strchr("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz?", code.data[i]))
            return false;
    return true;
}

bool ro_petrarch_read_code(struct petrarch_reading *reading, struct slice inside, struct petrarch_code *code)
{
    struct slice whole = ro_lines_trim(inside), there = ro_lines_until(whole, ":");
    struct slice back = {there.data + there.length, whole.length - there.length};
    if (back.length)
        back = (struct slice){back.data + 1, back.length - 1};
    *code = (struct petrarch_code){NULL, NULL};
    if ((!is_code(there) && !is_null(there)) || (!is_code(back) && !is_null(back)))
        return ro_lines_wrong(&reading->lines, inside.data,
                              "\"%.*s\" is no code; write letters and digits, or two codes with a : between them",
                              (int)whole.length, whole.data);
    if (!is_null(there))
        code->there = ro_lines_string(&reading->lines, there);
    if (!is_null(back))
        code->back = ro_lines_string(&reading->lines, back);
    return true;
}

bool ro_petrarch_cut_code(struct petrarch_reading *reading, struct slice *line, struct petrarch_code *code)
{
    struct slice front = ro_lines_until(*line, "[");
    const char *open = front.data + front.length, *end = line->data + line->length;
    struct slice inside = ro_lines_until((struct slice){open + 1, (size_t)(end - open) - 1}, "[]");
    const char *close = inside.data + inside.length;
    if (close == end || *close != ']')
        return ro_lines_wrong(&reading->lines, open, "this bracket is never closed; end the code with ]");
    struct slice behind = ro_lines_after(*line, close + 1);
    if (behind.length)
        return ro_lines_wrong(&reading->lines, behind.data, "nothing goes behind a code; begin a note with #");
    *line = ro_lines_trim(front);
    return ro_petrarch_read_code(reading, inside, code);
}

/* Lines */

/* "--- GIVE [070] ---" */
static bool read_header(struct petrarch_reading *reading, struct slice line)
{
    struct petrarch_verbs *verbs = reading->verbs;
    struct petrarch_list *block = ro_arena_push(verbs->arena, verbs->blocks, verbs->block_count);
    reading->lines.failed |= !block;
    if (!block)
        return false;
    *block = (struct petrarch_list){verbs->pattern_count, 0};
    reading->block = verbs->block_count - 1;
    reading->code = (struct petrarch_code){NULL, NULL};
    const char *open = memchr(line.data, '[', line.length), *end = line.data + line.length;
    if (!open)
        return true;
    struct slice inside = ro_lines_until((struct slice){open + 1, (size_t)(end - open) - 1}, "[]");
    if (inside.data + inside.length == end)
        return ro_lines_wrong(&reading->lines, open, "this bracket is never closed; end the code with ]");
    return ro_petrarch_read_code(reading, inside, &reading->code);
}

static bool read_line(struct petrarch_reading *reading, struct slice line)
{
    bool is_header = line.length >= 3 && memcmp(line.data, "---", 3) == 0;
    if (*line.data == '+' && reading->set != RO_NONE)
        return ro_petrarch_read_member(reading, line);
    reading->set = RO_NONE;
    if (is_header)
        return read_header(reading, line);
    switch (*line.data) {
    case '&':
        return ro_petrarch_read_set(reading, line);
    case '-':
        return ro_petrarch_read_pattern(reading, line);
    case '~':
        return ro_petrarch_read_transformation(reading, line);
    default:
        return ro_petrarch_read_verb(reading, line);
    }
}

enum readout_status ro_petrarch_read(struct petrarch_verbs *verbs, const struct lexicon_file *file,
                                     struct dictionary_problems *problems)
{
    struct petrarch_reading reading = {.verbs = verbs, .block = RO_NONE, .set = RO_NONE};
    struct slice line;
    if (!ro_lines_start(&reading.lines, verbs->arena, file, problems))
        return READOUT_NO_MEMORY;
    while (ro_lines_next(&reading.lines, &line))
        read_line(&reading, line);
    return reading.lines.failed ? READOUT_NO_MEMORY : READOUT_OK;
}
