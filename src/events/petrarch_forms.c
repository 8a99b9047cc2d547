/* petrarch_forms.c: reads verbs and their forms.
 *
 *     ADOPT [081]                          adopts, adopted, adopting
 *     BREAK {BREAKS BROKE BROKEN}          these forms alone
 *     +BREAK_DOWN {+BROKE_DOWN}            the verb is behind the +, "down" behind it
 *     WIRE_+TAP                            "wire" before it
 */
#include "events/petrarch_reading.h"

/* Words of a form, and which of them is the verb. */
struct form {
    struct slice words[RO_PETRARCH_LONGEST];
    uint32_t count, verb;
};

/* Keeping */

static bool add_list(struct petrarch_reading *reading, const struct slice *words, uint32_t count,
                     struct petrarch_list *list)
{
    struct petrarch_verbs *verbs = reading->verbs;
    *list = (struct petrarch_list){verbs->list_word_count, 0};
    for (uint32_t i = 0; i < count; i++) {
        struct folded folded;
        folded.length = 0;
        if (!ro_fold(&folded, words[i]) || !folded.length)
            continue;
        uint32_t number = ro_petrarch_add_word(reading, (struct slice){folded.text, folded.length});
        uint32_t *place = ro_arena_push(verbs->arena, verbs->list_words, verbs->list_word_count);
        reading->lines.failed |= !place;
        if (!place || number == RO_NONE)
            return false;
        *place = number;
        list->count++;
    }
    return true;
}

/* Behind the others of its form, so that the first that was read comes first. */
static void link_verb(struct petrarch_verbs *verbs, uint32_t word, uint32_t number)
{
    uint32_t *place = &verbs->first_verb[word];
    while (*place != RO_NONE)
        place = &verbs->verbs[*place].next;
    *place = number;
}

/* A form of a verb, whose verb itself has this spelling. */
static bool add_form(struct petrarch_reading *reading, const struct form *form, struct slice spelling,
                     const struct petrarch_code *code)
{
    struct petrarch_verbs *verbs = reading->verbs;
    struct petrarch_list before, behind;
    struct folded folded;
    folded.length = 0;
    if (!ro_fold(&folded, spelling) || !folded.length)
        return true;
    uint32_t word = ro_petrarch_add_word(reading, (struct slice){folded.text, folded.length});
    if (word == RO_NONE || !add_list(reading, form->words, form->verb, &before) ||
        !add_list(reading, form->words + form->verb + 1, form->count - form->verb - 1, &behind))
        return false;
    struct petrarch_verb *verb = ro_arena_push(verbs->arena, verbs->verbs, verbs->verb_count);
    reading->lines.failed |= !verb;
    if (!verb)
        return false;
    *verb = (struct petrarch_verb){.before = before,
                                   .behind = behind,
                                   .code = *code,
                                   .text = reading->text,
                                   .file = reading->lines.name,
                                   .line = reading->lines.number,
                                   .block = reading->block,
                                   .next = RO_NONE};
    link_verb(verbs, word, verbs->verb_count - 1);
    return true;
}

/* Regular forms */

static bool add_with_ending(struct petrarch_reading *reading, const struct form *form, struct folded verb,
                            const char *ending, const struct petrarch_code *code)
{
    size_t length = strlen(ending);
    if (verb.length + length > sizeof verb.text)
        return true;
    memcpy(verb.text + verb.length, ending, length);
    return add_form(reading, form, (struct slice){verb.text, verb.length + length}, code);
}

static bool add_regular(struct petrarch_reading *reading, const struct form *form, const struct petrarch_code *code)
{
    struct folded verb, stem;
    verb.length = 0;
    if (!ro_fold(&verb, form->words[form->verb]) || !verb.length)
        return true;
    stem = verb;
    char last = verb.text[verb.length - 1], before = verb.length > 1 ? verb.text[verb.length - 2] : ' ';
    bool hisses = strchr("sxz", last) || (last == 'h' && strchr("cs", before));
    bool changes = last == 'y' && !strchr("aeiou", before), silent = last == 'e';
    stem.length -= changes;
    if (!add_with_ending(reading, form, stem,
                         changes  ? "ies"
                         : hisses ? "es"
                                  : "s",
                         code) ||
        !add_with_ending(reading, form, stem,
                         changes  ? "ied"
                         : silent ? "d"
                                  : "ed",
                         code))
        return false;
    stem.length = verb.length - (silent && before != 'e');
    return add_with_ending(reading, form, stem, "ing", code);
}

/* Lines */

/* Take "WIRE_+TAP" apart. */
static bool cut_form(struct petrarch_reading *reading, struct slice text, struct form *form)
{
    bool marked = false;
    form->count = form->verb = 0;
    for (const char *at = text.data, *end = text.data + text.length; at < end;) {
        struct slice word = ro_lines_until((struct slice){at, (size_t)(end - at)}, "_ \t");
        at = word.data + word.length + 1;
        bool mark = word.length && *word.data == '+';
        if (mark)
            word = (struct slice){word.data + 1, word.length - 1};
        if (!word.length)
            continue;
        if (form->count == RO_PETRARCH_LONGEST)
            return ro_lines_wrong(&reading->lines, text.data, "this verb has more than %d words; shorten it",
                                  RO_PETRARCH_LONGEST);
        if (mark && !marked)
            form->verb = form->count;
        marked |= mark;
        form->words[form->count++] = word;
    }
    if (!form->count)
        return ro_lines_wrong(&reading->lines, text.data, "no words; write a verb");
    return true;
}

/* "{BROKE BROKEN}" */
static bool add_irregular(struct petrarch_reading *reading, struct slice inside, const struct petrarch_code *code)
{
    struct form form = {.count = 0};
    for (const char *at = inside.data, *end = inside.data + inside.length; at < end;) {
        struct slice text = ro_lines_until((struct slice){at, (size_t)(end - at)}, " \t,");
        at = text.data + text.length + 1;
        if (!text.length)
            continue;
        if (!cut_form(reading, text, &form) || !add_form(reading, &form, form.words[form.verb], code))
            return false;
    }
    return true;
}

/* The forms in braces at the end of a line, which is cut off there; false where there are none, or a brace is wrong. */
static bool cut_braces(struct petrarch_reading *reading, struct slice *line, struct slice *inside, bool *wrong)
{
    struct slice front = ro_lines_until(*line, "{}");
    const char *open = front.data + front.length, *end = line->data + line->length;
    *wrong = false;
    if (open == end)
        return false;
    *inside = ro_lines_until((struct slice){open + 1, (size_t)(end - open) - 1}, "{}");
    const char *close = inside->data + inside->length;
    *wrong = true;
    if (*open != '{')
        return ro_lines_wrong(&reading->lines, open, "a stray }; remove it");
    if (close == end || *close != '}')
        return ro_lines_wrong(&reading->lines, open, "this brace is never closed; end the forms with }");
    if (ro_lines_after(*line, close + 1).length)
        return ro_lines_wrong(&reading->lines, close + 1, "nothing but the code goes behind the forms; move it");
    *wrong = false;
    *line = ro_lines_trim(front);
    return true;
}

bool ro_petrarch_read_verb(struct petrarch_reading *reading, struct slice line)
{
    struct petrarch_code code = reading->code;
    struct slice inside;
    struct form form = {.count = 0};
    bool wrong, has_code = ro_lines_until(line, "[").length < line.length;
    if (reading->block == RO_NONE)
        return ro_lines_wrong(&reading->lines, line.data,
                              "no block stands above; begin one with --- NAME [CODE] ---, or a set with &NAME");
    if (has_code && !ro_petrarch_cut_code(reading, &line, &code))
        return false;
    bool irregular = cut_braces(reading, &line, &inside, &wrong);
    reading->text = ro_arena_copy(reading->verbs->arena, line);
    reading->lines.failed |= !reading->text;
    if (wrong || !cut_form(reading, line, &form) || !add_form(reading, &form, form.words[form.verb], &code))
        return false;
    return irregular ? add_irregular(reading, inside, &code) : add_regular(reading, &form, &code);
}
