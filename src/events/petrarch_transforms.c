/* petrarch_transforms.c: reads transformations, which PETRARCH2 has: what is made of an event that another one tells of.
 *
 *     ~ a (b . ATTACK) SAY = a b 112        who says that somebody attacks blames him
 *     ~ a (a b Q) SAY = a b Q               who says that he does something does it */
#include "events/petrarch_reading.h"

enum { PARTS = 8 };

/* The code of a verb by its name; false where no block has it. */
static bool code_of(struct petrarch_reading *reading, struct slice name, const char **code)
{
    struct folded folded;
    folded.length = 0;
    if (name.length == 1 && *name.data == 'Q')
        return true;
    uint32_t word = ro_fold(&folded, name)
                        ? ro_petrarch_word(reading->verbs, (struct slice){folded.text, folded.length})
                        : RO_NONE;
    uint32_t verb = word == RO_TABLE_NONE ? RO_NONE : reading->verbs->first_verb[word];
    if (verb == RO_NONE || !reading->verbs->verbs[verb].code.there)
        return ro_lines_wrong(&reading->lines, name.data, "no verb %.*s with a code stands above; write it there",
                              (int)name.length, name.data);
    *code = reading->verbs->verbs[verb].code.there;
    return true;
}

/* The parts between blanks, brackets and the "="; how many there are. */
static uint32_t cut(struct slice text, struct slice parts[PARTS])
{
    uint32_t count = 0;
    for (const char *at = text.data, *end = text.data + text.length; at < end;) {
        struct slice part = ro_lines_until((struct slice){at, (size_t)(end - at)}, " \t()=");
        at = part.data + part.length + 1;
        if (part.length && count == PARTS)
            return PARTS + 1;
        if (part.length)
            parts[count++] = part;
    }
    return count;
}

bool ro_petrarch_read_transformation(struct petrarch_reading *reading, struct slice line)
{
    enum { OUTER, SOURCE, TARGET, INNER, SAYING, NEW_SOURCE, NEW_TARGET, CODE };
    struct petrarch_verbs *verbs = reading->verbs;
    struct petrarch_transformation made = {.code = NULL};
    struct slice parts[PARTS];
    bool fits = cut((struct slice){line.data + 1, line.length - 1}, parts) == PARTS;
    for (int i = 0; i < CODE && fits; i++)
        fits = i == INNER || i == SAYING || parts[i].length == 1;
    if (!fits)
        return ro_lines_wrong(
            &reading->lines, line.data,
            "write a transformation as ~ a (a b VERB) VERB = a b CODE, with letters for the actors");
    made.outer = *parts[OUTER].data;
    made.source = *parts[SOURCE].data;
    made.target = *parts[TARGET].data;
    made.new_source = *parts[NEW_SOURCE].data;
    made.new_target = *parts[NEW_TARGET].data;
    if (!code_of(reading, parts[INNER], &made.inner_code) || !code_of(reading, parts[SAYING], &made.outer_code))
        return false;
    if (!ro_slice_equal(parts[CODE], RO_SLICE("Q")))
        made.code = ro_lines_string(&reading->lines, parts[CODE]);
    struct petrarch_transformation *kept = ro_arena_push(verbs->arena, verbs->transformations,
                                                         verbs->transformation_count);
    reading->lines.failed |= !kept;
    if (kept)
        *kept = made;
    verbs->second = true;
    return kept != NULL;
}
