/* cues.c: reads lexicon/cues.txt and makes the regular forms: say, ask -> asks, asked, asking. */
#include "statements/cues.h"

#include "base/table.h"

enum { FIELD_LEMMA, FIELD_FORMS, FIELD_ACT, FIELD_FRAME, FIELD_EXAMPLE, FIELD_COUNT };

struct cues {
    struct cue *items;
    uint32_t count;
    struct table forms;       /* to an index into heads */
    struct cue_entry **heads; /* chains of cues with the same form */
    uint32_t head_count;
};

static const char *const act_names[] = {"assert", "deny",   "ask",       "request", "promise", "threaten", "agree",
                                        "refuse", "praise", "criticize", "regret",  "believe", "other"};
static const char *const frame_names[] = {"say", "quote", "tell", "call", "source", "model"};

/* The index of a name, or `count`. */
static uint32_t name_index(struct slice name, const char *const *names, uint32_t count)
{
    uint32_t i = 0;
    while (i < count && !ro_slice_equal(name, ro_slice(names[i])))
        i++;
    return i;
}

/* Cut the next word off a string of words; false where none is left. */
static bool next_word(struct slice *words, struct slice *word)
{
    while (words->length && words->data[0] == ' ')
        *words = (struct slice){words->data + 1, words->length - 1};
    const char *blank = words->length ? memchr(words->data, ' ', words->length) : NULL;
    *word = (struct slice){words->data, blank ? (size_t)(blank - words->data) : words->length};
    *words = (struct slice){words->data + word->length, words->length - word->length};
    return word->length > 0;
}

static bool insert_form(struct cues *cues, struct arena *arena, struct slice form, struct cue_entry entry)
{
    uint32_t head = ro_table_put(&cues->forms, arena, form, cues->head_count);
    struct cue_entry **place = NULL;
    if (head == cues->head_count)
        place = ro_arena_push(arena, cues->heads, cues->head_count);
    else if (head != RO_TABLE_NONE)
        place = &cues->heads[head];
    if (!place)
        return false;
    while (*place && (*place)->cue->rest_count >= entry.cue->rest_count) {
        if ((*place)->cue == entry.cue) { /* "read": base and past alike */
            (*place)->form = entry.form;
            return true;
        }
        place = (struct cue_entry **)&(*place)->next;
    }
    struct cue_entry *added = ro_arena_alloc(arena, 1, sizeof *added);
    if (!added)
        return false;
    *added = entry;
    added->next = *place;
    *place = added;
    return true;
}

static bool add_form(struct cues *cues, struct arena *arena, const struct cue *cue, struct slice stem,
                     const char *ending, enum cue_form form)
{
    size_t length = strlen(ending);
    char *text = ro_arena_alloc(arena, stem.length + length + 1, 1);
    if (!text)
        return false;
    memcpy(text, stem.data, stem.length);
    memcpy(text + stem.length, ending, length);
    return insert_form(cues, arena, (struct slice){text, stem.length + length},
                       (struct cue_entry){.cue = cue, .form = form});
}

static enum cue_form form_of(struct slice form)
{
    if (form.length > 4 && memcmp(form.data + form.length - 3, "ing", 3) == 0)
        return RO_CUE_PARTICIPLE;
    return form.data[form.length - 1] == 's' ? RO_CUE_PRESENT : RO_CUE_PAST;
}

static bool is_sibilant(struct slice verb)
{
    char last = verb.data[verb.length - 1], before = verb.length > 1 ? verb.data[verb.length - 2] : ' ';
    return last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c'));
}

static bool add_regular(struct cues *cues, struct arena *arena, const struct cue *cue, struct slice verb)
{
    bool silent = verb.data[verb.length - 1] == 'e'; /* state, stated, stating */
    struct slice stem = {verb.data, verb.length - silent};
    return add_form(cues, arena, cue, verb, is_sibilant(verb) ? "es" : "s", RO_CUE_PRESENT) &&
           add_form(cues, arena, cue, stem, "ed", RO_CUE_PAST) &&
           add_form(cues, arena, cue, stem, "ing", RO_CUE_PARTICIPLE);
}

static bool add_forms(struct cues *cues, struct arena *arena, const struct cue *cue, struct slice forms)
{
    struct slice lemma = ro_slice(cue->lemma), verb, form;
    next_word(&lemma, &verb);
    if (!add_form(cues, arena, cue, verb, "", RO_CUE_BASE))
        return false;
    if (cue->frame == RO_FRAME_SOURCE)
        return true;
    if (forms.length == 0)
        return add_regular(cues, arena, cue, verb);
    while (next_word(&forms, &form))
        if (!add_form(cues, arena, cue, form, "", form_of(form)))
            return false;
    return true;
}

static bool fill_cue(struct arena *arena, const struct lexicon_row *row, struct cue *cue)
{
    struct slice words = row->fields[FIELD_LEMMA], word;
    cue->lemma = ro_arena_copy(arena, words);
    cue->example = row->fields[FIELD_EXAMPLE];
    for (next_word(&words, &word); cue->lemma && next_word(&words, &word);) {
        struct slice *rest = ro_arena_push(arena, cue->rest, cue->rest_count);
        if (!rest)
            return false;
        *rest = word;
    }
    return cue->lemma != NULL;
}

static enum readout_status read_row(struct cues *cues, struct arena *arena, const struct lexicon_reader *reader,
                                    const struct lexicon_row *row, struct cue *cue, struct readout_error *error)
{
    if (row->field_count != FIELD_COUNT)
        return ro_lexicon_error(reader, row, 0, error,
                                "%u fields; write lemma | other forms | act | frame | example",
                                (unsigned)row->field_count);
    uint32_t act = name_index(row->fields[FIELD_ACT], act_names, READOUT_OTHER + 1);
    uint32_t frame = name_index(row->fields[FIELD_FRAME], frame_names, RO_FRAME_MODEL + 1);
    if (row->fields[FIELD_LEMMA].length == 0)
        return ro_lexicon_error(reader, row, FIELD_LEMMA, error, "no lemma");
    if (act > READOUT_OTHER)
        return ro_lexicon_error(reader, row, FIELD_ACT, error, "no act \"%.*s\"; the head of the file names them",
                                (int)row->fields[FIELD_ACT].length, row->fields[FIELD_ACT].data);
    if (frame > RO_FRAME_MODEL)
        return ro_lexicon_error(reader, row, FIELD_FRAME, error,
                                "no frame \"%.*s\"; write say, quote, tell, call, source or model",
                                (int)row->fields[FIELD_FRAME].length, row->fields[FIELD_FRAME].data);
    *cue = (struct cue){.act = (enum readout_act)act, .frame = (enum cue_frame)frame, .line = reader->line};
    if (!fill_cue(arena, row, cue) || !add_forms(cues, arena, cue, row->fields[FIELD_FORMS]))
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", reader->file->name);
    return READOUT_OK;
}

enum readout_status ro_cues_read(struct arena *arena, const struct lexicon_file *file, const struct cues **out,
                                 struct readout_error *error)
{
    struct lexicon_reader reader;
    struct lexicon_row row;
    struct cues *cues = ro_arena_alloc(arena, 1, sizeof *cues);
    uint32_t rows = 0;
    for (ro_lexicon_start(&reader, file); ro_lexicon_next(&reader, &row);)
        rows++;
    if (cues)
        cues->items = ro_arena_alloc(arena, rows, sizeof *cues->items); /* fixed: entries point at them */
    if (!cues || !cues->items)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
    enum readout_status status = READOUT_OK;
    for (ro_lexicon_start(&reader, file); status == READOUT_OK && ro_lexicon_next(&reader, &row);)
        status = read_row(cues, arena, &reader, &row, &cues->items[cues->count++], error);
    *out = status == READOUT_OK ? cues : NULL;
    return status;
}

const struct cue_entry *ro_cues_get(const struct cues *cues, struct slice word)
{
    uint32_t head = ro_table_get(&cues->forms, word);
    return head == RO_TABLE_NONE ? NULL : cues->heads[head];
}

const struct cue *ro_cues_at(const struct cues *cues, uint32_t index)
{
    return index < cues->count ? &cues->items[index] : NULL;
}
