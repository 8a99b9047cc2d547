/* dictionary_actors.c: reads actors: a phrase, then its synonyms, with codes behind the phrase or on lines of their own.
 *
 *     GOLLUM_ [HOB]
 *     +SMEAGOL_
 *         [HOBREB >990816]
 *
 * Phrases are those of an actor that has a code; an actor without one is left out. */
#include "actors/dictionary_dates.h"
#include "actors/dictionary_store.h"

struct pending {
    struct slice phrase;
    uint32_t line;
};

struct reading {
    struct dictionary *dictionary;
    struct dictionary_lines lines;
    struct pending *phrases; /* of the actor that is being read */
    struct dictionary_code *codes;
    uint32_t phrase_count, code_count, phrase_room, code_room;
    uint32_t line; /* of the actor; 0: none so far */
    size_t begin;  /* of that line */
    bool flawed;   /* something of it was told already */
};

/* The room for an actor's phrases and codes is used again for the next one. */
static struct pending *next_phrase(struct reading *reading)
{
    if (reading->phrase_count == reading->phrase_room &&
        ro_arena_push(reading->lines.arena, reading->phrases, reading->phrase_room) == NULL)
        return NULL;
    return &reading->phrases[reading->phrase_count++];
}

static struct dictionary_code *next_code(struct reading *reading)
{
    if (reading->code_count == reading->code_room &&
        ro_arena_push(reading->lines.arena, reading->codes, reading->code_room) == NULL)
        return NULL;
    return &reading->codes[reading->code_count++];
}

/* Keeping an actor */

/* A phrase, and its plural where it ends in "=", as nouns do in TABARI. */
static bool add_phrase(struct reading *reading, const struct pending *pending, uint32_t actor)
{
    struct dictionary *dictionary = reading->dictionary;
    struct slice phrase = pending->phrase;
    struct folded folded;
    folded.length = 0;
    if (!ro_fold(&folded, phrase)) /* its length has been looked at */
        return true;
    bool good = ro_terms_add(&dictionary->actor_phrases, dictionary->arena, &folded, actor);
    if (phrase.data[phrase.length - 1] == '=' && ro_fold_plural(&folded))
        good = good && ro_terms_add(&dictionary->actor_phrases, dictionary->arena, &folded, actor);
    return good;
}

static bool keep_actor(struct reading *reading)
{
    struct dictionary *dictionary = reading->dictionary;
    struct dictionary_actor *actor = ro_arena_push(dictionary->arena, dictionary->actors, dictionary->actor_count);
    struct dictionary_code *codes = ro_arena_alloc(dictionary->arena, reading->code_count, sizeof *codes);
    if (!actor || !codes)
        return false;
    memcpy(codes, reading->codes, reading->code_count * sizeof *codes);
    *actor = (struct dictionary_actor){.file = reading->lines.name,
                                       .root = ro_lines_string(&reading->lines, reading->phrases[0].phrase),
                                       .codes = codes,
                                       .line = reading->phrases[0].line,
                                       .code_count = reading->code_count};
    for (uint32_t i = 0; i < reading->phrase_count; i++)
        if (!add_phrase(reading, &reading->phrases[i], dictionary->actor_count - 1))
            return false;
    return true;
}

/* The lines of an actor are over. */
static void end_actor(struct reading *reading)
{
    struct dictionary_lines *lines = &reading->lines;
    if (reading->phrase_count && reading->code_count && !keep_actor(reading))
        lines->failed = true;
    if (reading->line && !reading->code_count && !reading->flawed) {
        struct dictionary_lines there = *lines;
        there.begin = reading->begin;
        there.number = reading->line;
        ro_lines_wrong(&there, there.text + there.begin,
                       "this actor has no code; write [CODE] behind it, or a + before it if it is a synonym");
        lines->failed |= there.failed;
    }
    reading->phrase_count = reading->code_count = 0;
    reading->flawed = false;
}

/* Lines */

static bool read_phrase(struct reading *reading, struct slice phrase)
{
    struct dictionary_lines *lines = &reading->lines;
    struct folded folded;
    folded.length = 0;
    const char *stray = phrase.data + ro_lines_until(phrase, "]{}").length;
    if (stray < phrase.data + phrase.length)
        return ro_lines_wrong(lines, stray, "a stray %c; remove it", *stray);
    if (!ro_fold(&folded, phrase))
        return ro_lines_wrong(lines, phrase.data, "this phrase is longer than %d letters; shorten it",
                              RO_LONGEST_PHRASE);
    if (!folded.length)
        return ro_lines_wrong(lines, phrase.data, "no words; write the name of an actor");
    struct pending *pending = next_phrase(reading);
    lines->failed |= !pending;
    if (pending)
        *pending = (struct pending){phrase, lines->number};
    return pending != NULL;
}

static bool read_code(struct reading *reading, struct slice inside)
{
    struct dictionary_code code, *kept;
    if (!ro_dated_code_read(&reading->lines, inside, &code))
        return false;
    kept = next_code(reading);
    reading->lines.failed |= !kept;
    if (kept)
        *kept = code;
    return kept != NULL;
}

/* "[USAGOV 010120-050120] [USAELI]" */
static bool read_codes(struct reading *reading, struct slice rest)
{
    struct dictionary_lines *lines = &reading->lines;
    for (const char *end; rest.length; rest = ro_lines_after(rest, end)) {
        if (*rest.data != '[')
            return ro_lines_wrong(lines, rest.data, "nothing goes behind a code; begin a note with #");
        struct slice inside = ro_lines_until((struct slice){rest.data + 1, rest.length - 1}, "[]");
        end = inside.data + inside.length + 1;
        if (end > rest.data + rest.length || end[-1] != ']')
            return ro_lines_wrong(lines, rest.data, "this bracket is never closed; end the code with ]");
        if (!read_code(reading, ro_lines_trim(inside)))
            return false;
    }
    return true;
}

static bool read_line(struct reading *reading, struct slice line)
{
    struct slice phrase = ro_lines_until(line, "["), rest = ro_lines_after(line, phrase.data + phrase.length);
    phrase = ro_lines_trim(phrase);
    bool synonym = phrase.length && *phrase.data == '+';
    if (phrase.length && !synonym) {
        end_actor(reading);
        reading->line = reading->lines.number;
        reading->begin = reading->lines.begin;
    }
    if (!reading->line)
        return ro_lines_wrong(&reading->lines, line.data, "no actor stands above this line; write one there");
    if (synonym)
        phrase = ro_lines_after(phrase, phrase.data + 1);
    uint32_t phrases = reading->phrase_count, codes = reading->code_count;
    if ((synonym || phrase.length) && !read_phrase(reading, phrase))
        return false;
    if (read_codes(reading, rest))
        return true;
    reading->phrase_count = phrases;
    reading->code_count = codes;
    return false;
}

enum readout_status ro_dictionary_read_actors(struct dictionary *dictionary, const struct lexicon_file *file,
                                              struct dictionary_problems *problems)
{
    struct reading reading = {.dictionary = dictionary};
    struct slice line;
    if (!ro_lines_start(&reading.lines, dictionary->arena, file, problems) ||
        !ro_terms_reserve(&dictionary->actor_phrases, dictionary->arena, file->text.length / 32))
        return READOUT_NO_MEMORY;
    while (ro_lines_next(&reading.lines, &line))
        reading.flawed |= !read_line(&reading, line);
    end_actor(&reading);
    return reading.lines.failed ? READOUT_NO_MEMORY : READOUT_OK;
}
