/* scene.c: looks up every word once. */
#include "statements/scene.h"

#include <utf8proc.h>

bool ro_word_is(const struct scene *scene, uint32_t word, const char *text)
{
    return ro_slice_equal(ro_document_word(scene->document, word), ro_slice(text));
}

bool ro_word_in(const struct scene *scene, uint32_t word, const char *marks)
{
    struct slice text = ro_document_word(scene->document, word);
    return text.length == 1 && text.data[0] && strchr(marks, text.data[0]);
}

bool ro_word_is_dash(const struct scene *scene, uint32_t word)
{
    static const char *const dashes[] = {"--", "---", "\u2013", "\u2014", "\u2015"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (ro_word_is(scene, word, dashes[i]))
            return true;
    return ro_word_is(scene, word, "-") && !scene->document->words[word].glued;
}

struct range ro_block_words(const struct document *document, uint32_t block)
{
    const struct block *own = &document->blocks[block];
    if (own->sentence_count == 0)
        return RO_NO_RANGE;
    const struct sentence *first = &document->sentences[own->first_sentence];
    const struct sentence *last = first + own->sentence_count - 1;
    return (struct range){first->first_word, last->first_word + last->word_count};
}

static bool is_capital(struct slice word)
{
    utf8proc_int32_t code = 0;
    if (word.length == 0 || utf8proc_iterate((const uint8_t *)word.data, (utf8proc_ssize_t)word.length, &code) <= 0)
        return false;
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

/* A word in lower case (ASCII; the lexicons have no other) with curly apostrophes made straight. */
static struct slice lower_case(struct slice word, char lower[RO_LONGEST_WORD])
{
    size_t length = 0;
    for (size_t i = 0; i < word.length && length < RO_LONGEST_WORD; i++) {
        bool curly = word.length - i >= 3 && memcmp(word.data + i, "\u2019", 3) == 0;
        char c = curly ? '\'' : word.data[i];
        lower[length++] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
        i += curly ? 2 : 0;
    }
    return (struct slice){lower, word.length <= RO_LONGEST_WORD ? length : 0};
}

/* Of the cues that begin with a form, the longest whose other words follow; with `rules`, of those that rules use. */
static const struct cue_entry *choose_cue(const struct document *document, uint32_t word,
                                          const struct cue_entry *entry, bool rules)
{
    for (; entry; entry = entry->next) {
        if (rules && entry->cue->frame == RO_FRAME_MODEL)
            continue;
        uint32_t matched = 0;
        while (matched < entry->cue->rest_count && word + 1 + matched < document->word_count &&
               ro_slice_equal(ro_document_word(document, word + 1 + matched), entry->cue->rest[matched]))
            matched++;
        if (matched == entry->cue->rest_count)
            return entry;
    }
    return NULL;
}

static void read_word(struct scene *scene, uint32_t word)
{
    const struct resources *resources = scene->context->resources;
    char buffer[RO_LONGEST_WORD];
    struct slice text = ro_document_word(scene->document, word);
    struct slice lower = lower_case(text, buffer);
    scene->capital[word] = is_capital(text);
    scene->classes[word] = ro_grammar_classes(resources->grammar, lower);
    scene->entries[word] = choose_cue(scene->document, word, ro_cues_get(resources->cues, lower), true);
    scene->owner[word] = scene->preposition[word] = RO_NONE;
}

/* Words are read from the last to the first, so the first preposition of a noun stays. */
static void read_preposition(struct scene *scene, uint32_t word)
{
    const struct word *words = scene->document->words;
    uint32_t noun = words[word].head;
    if (noun != RO_NONE && noun > word && ro_hangs_by(&words[word], "case") &&
        words[noun].sentence == words[word].sentence)
        scene->preposition[noun] = word;
}

struct slice ro_lower(const struct scene *scene, uint32_t word, char lower[RO_LONGEST_WORD])
{
    return lower_case(ro_document_word(scene->document, word), lower);
}

const struct cue *ro_scene_listed(const struct scene *scene, uint32_t word)
{
    char buffer[RO_LONGEST_WORD];
    struct slice lower = ro_lower(scene, word, buffer);
    const struct cue_entry *entry = ro_cues_get(scene->context->resources->cues, lower);
    entry = choose_cue(scene->document, word, entry, false);
    return entry ? entry->cue : NULL;
}

enum readout_status ro_scene_read(struct context *context, struct document *document, struct scene *scene)
{
    struct arena *scratch = &context->scratch;
    uint32_t count = document->word_count;
    *scene = (struct scene){.context = context, .document = document};
    scene->classes = ro_arena_alloc(scratch, count, sizeof *scene->classes);
    scene->entries = ro_arena_alloc(scratch, count, sizeof *scene->entries);
    scene->capital = ro_arena_alloc(scratch, count, sizeof *scene->capital);
    scene->owner = ro_arena_alloc(scratch, count, sizeof *scene->owner);
    scene->preposition = ro_arena_alloc(scratch, count, sizeof *scene->preposition);
    if (!scene->classes || !scene->entries || !scene->capital || !scene->owner || !scene->preposition)
        return ro_no_memory(context, "statements", 0);
    for (uint32_t word = 0; word < count; word++)
        read_word(scene, word);
    for (uint32_t word = count; word-- > 0;)
        read_preposition(scene, word);
    return ro_quotations_read(scene);
}
