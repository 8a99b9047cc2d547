/* quotations.c: pairs quotation marks, block by block: what opens, what closes, what goes on in the next
 * paragraph; and tells titles and nicknames from speech. Marks inside an open quotation belong to it. */
#include "statements/scene.h"
#include "text/marks.h"

enum { NAME_WORDS = 8, NICKNAME_WORDS = 3 };

/* One block while its marks are read. */
struct pairing {
    struct scene *scene;
    uint32_t block;
    struct range words;
    uint32_t last_closing[2]; /* the last mark that can close, by mark.single; RO_NONE */
    struct quotation *open;
    struct mark mark; /* that opened it */
};

static bool is_quoting(struct mark mark)
{
    return mark.kind != RO_NO_MARK && mark.kind != RO_PRIME;
}

static bool may_close(struct mark mark)
{
    return is_quoting(mark) && mark.spacing != RO_OPENS;
}

static bool may_open(const struct pairing *pairing, uint32_t word, struct mark mark)
{
    uint32_t last = pairing->last_closing[mark.single];
    bool has_partner = last != RO_NONE && last > word;
    if (mark.single) /* an apostrophe looks the same: only with a partner */
        return mark.spacing == RO_OPENS && mark.glyph != RO_CLOSES && has_partner;
    return mark.glyph == RO_OPENS || mark.spacing == RO_OPENS || (mark.spacing == RO_EITHER && has_partner) ||
           word == pairing->words.begin;
}

/* Whether a mark closes what is open. */
static bool closes(const struct pairing *pairing, uint32_t word, struct mark mark)
{
    if (mark.single != pairing->mark.single || !is_quoting(mark))
        return false;
    if (mark.spacing == RO_CLOSES || mark.glyph == RO_CLOSES)
        return true;
    return mark.spacing == RO_EITHER || word + 1 == pairing->words.end;
}

/* Whether a mark opens anew although the one before was never closed. */
static bool reopens(const struct pairing *pairing, struct mark mark)
{
    return mark.single == pairing->mark.single && !mark.single && mark.spacing == RO_OPENS &&
           mark.glyph != RO_CLOSES;
}

static bool open_quotation(struct pairing *pairing, uint32_t word, struct mark mark)
{
    struct scene *scene = pairing->scene;
    pairing->open = ro_arena_push(&scene->context->scratch, scene->quotations, scene->quotation_count);
    if (!pairing->open)
        return false;
    *pairing->open = (struct quotation){.words = {word, word + 1}, .block = pairing->block};
    pairing->mark = mark;
    return true;
}

/* End the open quotation before word `end`, which is behind its closing mark if it has one. */
static void end_quotation(struct pairing *pairing, uint32_t end, bool closed)
{
    struct quotation *quotation = pairing->open;
    quotation->words.end = end;
    quotation->closed = closed;
    quotation->inside = (struct range){quotation->words.begin + 1, end - closed};
    pairing->open = NULL;
}

/* Where a quotation that was never closed ends when another one opens: with the sentence that it opened in. */
static uint32_t abandoned_end(const struct pairing *pairing, uint32_t next)
{
    const struct document *document = pairing->scene->document;
    const struct word *first = &document->words[pairing->open->words.begin];
    const struct sentence *sentence = &document->sentences[first->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    return end < next ? end : next;
}

static bool read_mark(struct pairing *pairing, uint32_t word, struct mark mark)
{
    if (pairing->open && reopens(pairing, mark))
        end_quotation(pairing, abandoned_end(pairing, word), false);
    if (!pairing->open)
        return may_open(pairing, word, mark) ? open_quotation(pairing, word, mark) : true;
    if (closes(pairing, word, mark))
        end_quotation(pairing, word + 1, true);
    return true;
}

static void find_last_closing(struct pairing *pairing)
{
    pairing->last_closing[0] = pairing->last_closing[1] = RO_NONE;
    for (uint32_t word = pairing->words.begin; word < pairing->words.end; word++) {
        struct mark mark = ro_mark(pairing->scene->document, word);
        if (may_close(mark))
            pairing->last_closing[mark.single] = word;
    }
}

static bool read_block(struct scene *scene, uint32_t block)
{
    struct pairing pairing = {.scene = scene, .block = block, .words = ro_block_words(scene->document, block)};
    uint32_t first = scene->quotation_count;
    find_last_closing(&pairing);
    for (uint32_t word = pairing.words.begin; word < pairing.words.end; word++) {
        struct mark mark = ro_mark(scene->document, word);
        if (is_quoting(mark) && !read_mark(&pairing, word, mark))
            return false;
    }
    if (pairing.open)
        end_quotation(&pairing, pairing.words.end, false);
    for (uint32_t i = first; i < scene->quotation_count; i++)
        for (uint32_t word = scene->quotations[i].words.begin; word < scene->quotations[i].words.end; word++)
            scene->owner[word] = i;
    return true;
}

/* Join what one paragraph leaves open and the next one opens again. */
static void join_paragraphs(struct scene *scene)
{
    for (uint32_t i = 0; i + 1 < scene->quotation_count; i++) {
        struct quotation *one = &scene->quotations[i], *next = one + 1;
        if (one->closed || one->words.end != ro_block_words(scene->document, one->block).end)
            continue;
        if (next->block != one->block + 1 ||
            next->words.begin != ro_block_words(scene->document, next->block).begin)
            continue;
        one->goes_on = next->goes_back = true;
    }
}

/* Titles and nicknames */

static bool is_small_word(const struct scene *scene, uint32_t word)
{
    const uint32_t small = RO_DETERMINER | RO_INNER | RO_PREPOSITION | RO_CONJUNCTION | RO_AUXILIARY;
    return ro_word_has(scene, word, small);
}

/* Whether all its words but the small ones are capitalised, as in a title. */
static bool is_title_case(const struct scene *scene, struct range inside)
{
    uint32_t capitals = 0;
    for (uint32_t word = inside.begin; word < inside.end; word++) {
        struct slice text = ro_document_word(scene->document, word);
        bool letter = text.data[0] >= 'a' && text.data[0] <= 'z';
        if (scene->capital[word])
            capitals++;
        else if (letter && !is_small_word(scene, word))
            return false;
    }
    return capitals > 0 && scene->capital[inside.begin];
}

/* "a song called": what follows is its name. */
static bool is_naming(const struct scene *scene, uint32_t verb, uint32_t from)
{
    return scene->entries[verb] && scene->entries[verb]->form == RO_CUE_PAST && verb > from &&
           ro_word_has(scene, verb - 1, RO_WORK);
}

static bool is_name(const struct scene *scene, const struct quotation *quotation)
{
    struct range inside = quotation->inside, block = ro_block_words(scene->document, quotation->block);
    if (ro_range_is(inside) && ro_word_in(scene, inside.end - 1, ".,"))
        inside.end--;
    uint32_t count = inside.end - inside.begin;
    if (!ro_range_is(inside) || !quotation->closed || count > NAME_WORDS || !is_title_case(scene, inside) ||
        ro_word_in(scene, inside.end - 1, "?!") || quotation->words.begin == block.begin)
        return false;
    uint32_t before = quotation->words.begin - 1, after = quotation->words.end;
    bool between = after < block.end && scene->capital[before] && scene->capital[after];
    if (between && count <= NICKNAME_WORDS)
        return true; /* Dwayne "The Rock" Johnson */
    bool work = ro_word_has(scene, before, RO_WORK) || (after < block.end && ro_word_has(scene, after, RO_WORK));
    bool placed = ro_word_has(scene, before, RO_PREPOSITION | RO_INNER) || ro_word_is(scene, before, "'s") ||
                  ro_word_is(scene, before, "\u2019s") ||
                  (ro_word_in(scene, before, ",") && before > block.begin &&
                   ro_word_has(scene, before - 1, RO_WORK));
    return work || is_naming(scene, before, block.begin) || (placed && count >= 2);
}

enum readout_status ro_quotations_read(struct scene *scene)
{
    for (uint32_t block = 0; block < scene->document->block_count; block++)
        if (!read_block(scene, block))
            return ro_no_memory(scene->context, "statements", scene->quotation_count);
    join_paragraphs(scene);
    for (uint32_t i = 0; i < scene->quotation_count; i++)
        scene->quotations[i].name = is_name(scene, &scene->quotations[i]);
    return READOUT_OK;
}
