/* words.c: cuts blocks into words as Universal Dependencies cut them.
 * "Kim didn't say \"no\"..." -> Kim did n't say " no " ... */
#include "text/chars.h"
#include "text/cuts.h"
#include "text/damage.h"
#include "text/forms.h"
#include "text/marks.h"
#include "text/text.h"

enum { ZERO_WIDTH_JOINER = 0x200D };

static enum readout_status add_word(struct context *context, struct document *document, uint32_t begin,
                                    uint32_t end)
{
    struct word *word = ro_arena_push(&document->arena, document->words, document->word_count);
    if (!word)
        return ro_no_memory(context, "words", document->word_count);
    word->span = (struct span){begin, end};
    word->head = RO_NONE;
    word->glued = document->word_count > 1 && word[-1].span.end == begin;
    return READOUT_OK;
}

static enum readout_status add_core(struct context *context, struct document *document, uint32_t begin,
                                    uint32_t end)
{
    uint32_t begins[RO_CLITICS];
    uint32_t count = ro_clitics((struct slice){document->text + begin, end - begin}, begins);
    uint32_t from = begin;
    enum readout_status status = READOUT_OK;
    for (uint32_t i = 0; i < count && status == READOUT_OK; i++) {
        status = add_word(context, document, from, begin + begins[i]);
        from = begin + begins[i];
    }
    return status == READOUT_OK ? add_word(context, document, from, end) : status;
}

/* Marks that make one word with their like: "...", "!!!", "?!", "--", "<<". */
static bool repeats(uint32_t mark, uint32_t next)
{
    if (mark == '!' || mark == '?')
        return next == '!' || next == '?';
    if (mark == 0x2026)
        return next == '.';
    return mark == next && mark < 0x80 && strchr(".-=*#_~+|$^", (int)mark) != NULL;
}

/* Two marks that make one: "<<", "``", and two single quotation marks typed for a double one. */
static bool makes_pair(uint32_t mark, uint32_t next)
{
    if (mark == 0x2018 || mark == 0x2019)
        return next == 0x2019;
    return mark == next && (mark == '<' || mark == '>' || mark == '`');
}

/* The two letters of a flag. */
static bool is_flag_letter(uint32_t code)
{
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

/* Behind ' or '': of three marks the single one stands inside, so a closing one comes first. */
static uint32_t straight_end(const struct stretch *stretch, uint32_t at)
{
    struct character before = ro_char_before(stretch->text, stretch->end, at);
    bool closing = before.kind != CHAR_SPACE && before.kind != CHAR_OPEN;
    uint32_t end = at;
    while (end < stretch->end && end - at < 4 && stretch->text[end] == '\'')
        end++;
    return end - at == 1 || (end - at == 3 && closing) ? at + 1 : at + 2;
}

static uint32_t marks_end(const struct stretch *stretch, uint32_t at)
{
    struct character mark = ro_char_at(stretch->text, stretch->end, at);
    if (mark.code == '\'')
        return straight_end(stretch, at);
    struct character last = mark;
    for (struct character next; last.end < stretch->end; last = next) {
        next = ro_char_at(stretch->text, stretch->end, last.end);
        if (makes_pair(mark.code, next.code) || (is_flag_letter(mark.code) && is_flag_letter(next.code)))
            return next.end;
        bool glued = last.code == ZERO_WIDTH_JOINER && next.kind == CHAR_SYMBOL;
        if (next.kind != CHAR_JOIN && !glued && !repeats(mark.code, next.code))
            break;
    }
    return last.end;
}

/* "90s", "08" */
static bool is_year(struct slice word)
{
    return (word.length == 2 || (word.length == 3 && word.data[2] == 's')) && word.data[0] >= '0' &&
           word.data[0] <= '9' && word.data[1] >= '0' && word.data[1] <= '9';
}

/* "'90s", "'em", "'s" behind a bracket: behind a word that an apostrophe begins, or `at`. */
static uint32_t elided_end(const struct stretch *stretch, uint32_t at, struct character mark,
                           struct character before)
{
    static const char *const elided[] = {"em", "tis", "twas", "til", "cause", "bout", "n"};
    bool inside = at > stretch->begin;
    if (!ro_char_is_apostrophe(mark.code) && mark.code != 0x2018 &&
        !(mark.code == '`' && before.kind == CHAR_LETTER))
        return at;
    uint32_t end = ro_core_end(stretch, mark.end);
    struct slice rest = {stretch->text + mark.end, end - mark.end};
    bool clitic = inside && rest.length == 1 && rest.data[0] == 's';
    return clitic || is_year(rest) || RO_IS_ONE_OF(rest, elided) ? end : at;
}

/* "'90s", ".5", "+44": behind a word that a mark begins, or `at`. */
static uint32_t led_end(const struct stretch *stretch, uint32_t at)
{
    struct character mark = ro_char_at(stretch->text, stretch->end, at);
    struct character next = ro_char_at(stretch->text, stretch->end, mark.end);
    struct character before = ro_char_before(stretch->text, stretch->end, at);
    bool behind_word = before.kind == CHAR_LETTER || before.kind == CHAR_DIGIT || before.kind == CHAR_CLOSE;
    if ((mark.code == '.' || mark.code == '+') && next.kind == CHAR_DIGIT && !behind_word)
        return ro_core_end(stretch, mark.end);
    return elided_end(stretch, at, mark, before);
}

static enum readout_status cut(struct context *context, struct document *document, const struct stretch *stretch,
                               uint32_t *at)
{
    uint32_t begin = *at;
    if (stretch->address && (*at = ro_address_end(stretch, begin)) > begin)
        return add_word(context, document, begin, *at);
    if ((*at = ro_core_end(stretch, begin)) > begin)
        return add_core(context, document, begin, *at);
    *at = ro_emoticon_end(stretch, begin);
    if (*at == begin)
        *at = led_end(stretch, begin);
    if (*at == begin)
        *at = marks_end(stretch, begin);
    return add_word(context, document, begin, *at);
}

/* The stretch that begins at `at`, which is no whitespace. */
static struct stretch stretch_at(const struct document *document, uint32_t at, uint32_t limit)
{
    struct stretch stretch = {.text = document->text, .begin = at, .end = at, .limit = limit};
    for (struct character c = ro_char_at(document->text, limit, at); c.kind != CHAR_SPACE;
         c = ro_char_at(document->text, limit, stretch.end)) {
        stretch.address |= c.code == '@' || c.code == '#' || c.code == '/' || c.code == '.' || c.code == ':';
        stretch.end = c.end;
    }
    return stretch;
}

static enum readout_status cut_block(struct context *context, struct document *document, uint32_t block)
{
    struct span span = document->blocks[block].span;
    enum readout_status status = READOUT_OK;
    uint32_t first = document->word_count, at = span.begin;
    while (at < span.end && status == READOUT_OK) {
        struct character c = ro_char_at(document->text, span.end, at);
        if (c.kind == CHAR_SPACE) {
            at = c.end;
            continue;
        }
        struct stretch stretch = stretch_at(document, at, span.end);
        stretch.abbreviations = context->resources->abbreviations;
        while (at < stretch.end && status == READOUT_OK)
            status = cut(context, document, &stretch, &at);
    }
    for (uint32_t word = first; word < document->word_count; word++)
        document->words[word].block = block;
    ro_marks_settle(document, first);
    return status == READOUT_OK ? ro_damage_warn(context, document, first) : status;
}

enum readout_status ro_words_stage(struct context *context, struct document *document)
{
    enum readout_status status = READOUT_OK;
    for (uint32_t block = 0; block < document->block_count && status == READOUT_OK; block++)
        status = cut_block(context, document, block);
    return status;
}
