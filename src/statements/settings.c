/* settings.c: reads lexicon/settings.txt: lines of nouns, the prepositions before them and those of their hearers. */
#include "statements/settings.h"

#include "base/table.h"

struct setting_kind {
    struct slice prepositions, hearers; /* of words between blanks */
};

struct settings {
    struct table words; /* a noun to its kind, the first of several */
    struct setting_kind *kinds;
    uint32_t *next; /* another kind of the same noun, or RO_NONE */
    uint32_t kind_count;
    uint32_t named; /* the kind of any name, or RO_NONE */
};

/* The lexicon */

/* Cut the next word off the front of a list; false at its end. */
static bool next_word(struct slice *list, struct slice *word)
{
    while (list->length && *list->data == ' ')
        *list = (struct slice){list->data + 1, list->length - 1};
    const char *blank = memchr(list->data, ' ', list->length);
    *word = (struct slice){list->data, blank ? (size_t)(blank - list->data) : list->length};
    *list = (struct slice){list->data + word->length, list->length - word->length};
    return word->length > 0;
}

static bool has_word(struct slice list, struct slice wanted)
{
    struct slice word;
    while (next_word(&list, &word))
        if (ro_slice_equal(word, wanted))
            return true;
    return false;
}

/* A noun of one more kind. */
static bool add_noun(struct settings *settings, struct arena *arena, struct slice noun,
                     const struct setting_kind *kind)
{
    uint32_t index = settings->kind_count, count = settings->kind_count;
    struct setting_kind *added = ro_arena_push(arena, settings->kinds, settings->kind_count);
    uint32_t *next = ro_arena_push(arena, settings->next, count);
    if (!added || !next)
        return false;
    *added = *kind;
    uint32_t first = ro_table_put(&settings->words, arena, noun, index);
    if (first == RO_TABLE_NONE)
        return false;
    *next = first == index ? RO_NONE : settings->next[first];
    if (first != index)
        settings->next[first] = index;
    return true;
}

enum readout_status ro_settings_read(struct arena *arena, const struct lexicon_file *file,
                                     const struct settings **out, struct readout_error *error)
{
    struct settings *settings = ro_arena_alloc(arena, 1, sizeof *settings);
    struct lexicon_reader reader;
    struct lexicon_row row;
    bool good = settings != NULL;
    ro_lexicon_start(&reader, file);
    while (good && ro_lexicon_next(&reader, &row)) {
        if (row.field_count != 4 || !row.fields[0].length || !row.fields[1].length)
            return ro_lexicon_error(
                &reader, &row, 0, error,
                "%u fields; write nouns | prepositions | prepositions of hearers or - | example",
                (unsigned)row.field_count);
        const struct setting_kind kind = {row.fields[1], row.fields[2]};
        struct slice list = row.fields[0], noun;
        while (good && next_word(&list, &noun))
            good = add_noun(settings, arena, noun, &kind);
    }
    *out = settings;
    if (!good)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
    settings->named = ro_table_get(&settings->words, RO_SLICE("named"));
    return READOUT_OK;
}

/* Nouns */

static const struct setting_kind *of_kinds(const struct settings *settings, uint32_t kind, struct slice preposition)
{
    for (; kind != RO_NONE; kind = settings->next[kind])
        if (has_word(settings->kinds[kind].prepositions, preposition))
            return &settings->kinds[kind];
    return NULL;
}

/* "in exchange for money": no occasion, as "in an exchange with the mayor" is. */
static bool is_adverbial(const struct scene *scene, uint32_t noun, uint32_t preposition)
{
    static const char *const nouns[] = {"exchange", "order", "response", "reply", "answer", NULL};
    if (noun != preposition + 1 || !ro_word_is(scene, preposition, "in"))
        return false;
    for (const char *const *word = nouns; *word; word++)
        if (ro_word_is(scene, noun, *word))
            return true;
    return false;
}

const struct setting_kind *ro_setting_kind(const struct scene *scene, uint32_t noun, uint32_t preposition)
{
    const struct settings *settings = scene->context->resources->settings;
    const struct word *word = &scene->document->words[noun];
    char form[RO_LONGEST_WORD], before[RO_LONGEST_WORD];
    struct slice wanted = ro_lower(scene, preposition, before);
    const struct setting_kind *kind = NULL;
    if (is_adverbial(scene, noun, preposition))
        return NULL;
    if (word->lemma)
        kind = of_kinds(settings, ro_table_get(&settings->words, ro_slice(word->lemma)), wanted);
    if (!kind)
        kind = of_kinds(settings, ro_table_get(&settings->words, ro_lower(scene, noun, form)), wanted);
    bool name = word->upos && strcmp(word->upos, "PROPN") == 0 && !ro_word_has(scene, noun, RO_TIME_WORD);
    return kind || !name ? kind : of_kinds(settings, settings->named, wanted);
}

bool ro_setting_hears(const struct setting_kind *kind, const struct scene *scene, uint32_t preposition)
{
    char before[RO_LONGEST_WORD];
    return has_word(kind->hearers, ro_lower(scene, preposition, before));
}
