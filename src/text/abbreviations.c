/* abbreviations.c: reads lexicon/abbreviations.txt into a table of words. */
#include "text/abbreviations.h"

#include "base/table.h"

struct abbreviations {
    struct table words;
};

static const struct {
    struct slice name;
    enum abbreviation kind;
} kinds[] = {
    {RO_SLICE("title"), RO_ABBREVIATION_TITLE},
    {RO_SLICE("before"), RO_ABBREVIATION_BEFORE},
    {RO_SLICE("number"), RO_ABBREVIATION_NUMBER},
    {RO_SLICE("either"), RO_ABBREVIATION_EITHER},
};

static enum abbreviation kind_named(struct slice name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ro_slice_equal(kinds[i].name, name))
            return kinds[i].kind;
    return RO_NO_ABBREVIATION;
}

static enum readout_status read_row(struct table *words, struct arena *arena, const struct lexicon_reader *reader,
                                    const struct lexicon_row *row, struct readout_error *error)
{
    if (row->field_count != 3)
        return ro_lexicon_error(reader, row, 0, error, "wanted 3 fields: word | kind | example");
    struct slice word = row->fields[0];
    if (word.length < 2 || word.data[word.length - 1] != '.')
        return ro_lexicon_error(reader, row, 0, error, "an abbreviation ends with a full stop");
    enum abbreviation kind = kind_named(row->fields[1]);
    if (kind == RO_NO_ABBREVIATION)
        return ro_lexicon_error(reader, row, 1, error, "no kind \"%.*s\"; write title, before, number or either",
                                (int)row->fields[1].length, row->fields[1].data);
    word.length--;
    uint32_t count = words->count;
    if (ro_table_put(words, arena, word, kind) == RO_TABLE_NONE)
        return ro_error_set(error, READOUT_NO_MEMORY, "no memory for the abbreviations");
    if (words->count == count)
        return ro_lexicon_error(reader, row, 0, error, "%.*s. stands here twice", (int)word.length, word.data);
    return READOUT_OK;
}

enum readout_status ro_abbreviations_read(struct arena *arena, const struct lexicon_file *file,
                                          const struct abbreviations **out, struct readout_error *error)
{
    *out = NULL;
    struct abbreviations *abbreviations = ro_arena_alloc(arena, 1, sizeof *abbreviations);
    if (!abbreviations)
        return ro_error_set(error, READOUT_NO_MEMORY, "no memory for the abbreviations");
    struct lexicon_reader reader;
    struct lexicon_row row;
    enum readout_status status = READOUT_OK;
    ro_lexicon_start(&reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_row(&abbreviations->words, arena, &reader, &row, error);
    *out = status == READOUT_OK ? abbreviations : NULL;
    return status;
}

enum abbreviation ro_abbreviation(const struct abbreviations *abbreviations, struct slice word)
{
    uint32_t kind = ro_table_get(&abbreviations->words, word);
    return kind == RO_TABLE_NONE ? RO_NO_ABBREVIATION : (enum abbreviation)kind;
}
