/* dictionary_discards.c: reads discards: words, one phrase a line; a + before them leaves out the whole story. */
#include "actors/dictionary_lines.h"
#include "actors/dictionary_store.h"

static bool read_line(struct dictionary *dictionary, struct dictionary_lines *lines, struct slice line)
{
    struct folded folded;
    folded.length = 0;
    bool story = *line.data == '+';
    struct slice phrase = story ? ro_lines_after(line, line.data + 1) : line;
    const char *stray = phrase.data + ro_lines_until(phrase, "[]{}").length;
    if (stray < phrase.data + phrase.length)
        return ro_lines_wrong(lines, stray, "a discard has no code or plural; remove what begins with %c", *stray);
    if (!ro_fold(&folded, phrase))
        return ro_lines_wrong(lines, phrase.data, "this phrase is longer than %d letters; shorten it",
                              RO_LONGEST_PHRASE);
    if (!folded.length)
        return ro_lines_wrong(lines, line.data, "no words; write what is left out");
    struct dictionary_discard *discard = ro_arena_push(dictionary->arena, dictionary->discards,
                                                       dictionary->discard_count);
    lines->failed |= !discard || !ro_terms_add(&dictionary->discard_phrases, dictionary->arena, &folded,
                                               dictionary->discard_count - 1);
    if (discard)
        *discard = (struct dictionary_discard){lines->name, lines->number, story};
    return true;
}

enum readout_status ro_dictionary_read_discards(struct dictionary *dictionary, const struct lexicon_file *file,
                                                struct dictionary_problems *problems)
{
    struct dictionary_lines lines;
    struct slice line;
    if (!ro_lines_start(&lines, dictionary->arena, file, problems))
        return READOUT_NO_MEMORY;
    while (ro_lines_next(&lines, &line))
        read_line(dictionary, &lines, line);
    return lines.failed ? READOUT_NO_MEMORY : READOUT_OK;
}
