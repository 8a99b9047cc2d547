/* syntax.c: reads a tree a sentence. A sentence longer than a tree may be is read in pieces, cut behind marks where it has
 * any: the root of the first is the root of all, and the others' roots hang on it. */
#include "syntax/syntax.h"

#include "syntax/heads.h"

enum { BATCH = 32 /* words whose outputs are computed at once, where sentences are not longer */ };

struct work {
    const struct syntax *syntax;
    struct document *document;
    const int8_t *vectors;
    uint32_t rows;   /* of outputs */
    float *outputs;  /* [rows][product.padded] */
    float *scores;   /* of a piece */
    uint32_t *heads; /* of a piece */
    struct tree_memory *trees;
    float *relations;   /* scores of a word's */
    uint32_t root;      /* of the sentence, */
    float *root_output; /* and what its relations are read from */
};

/* Pieces */

/* How much a piece may end behind this word: 0 not. */
static int end_value(const struct document *document, uint32_t word)
{
    static const char marks[] = ",:;";
    struct slice form = ro_document_word(document, word);
    const char *mark = form.length == 1 ? memchr(marks, form.data[0], sizeof marks - 1) : NULL;
    return mark ? (int)(mark - marks) + 1 : 0;
}

/* Behind the best mark of the second half of what a tree can hold, the last of its kind; else behind all of it. */
static uint32_t cut(const struct document *document, uint32_t first)
{
    uint32_t end = first + RO_TREE_WORDS;
    int best = 0;
    for (uint32_t word = first + RO_TREE_WORDS; word-- > first + RO_TREE_WORDS / 2;)
        if (end_value(document, word) > best) {
            best = end_value(document, word);
            end = word + 1;
        }
    return end;
}

/* Behind the piece that begins with a word. */
static uint32_t piece_end(const struct document *document, uint32_t first)
{
    const struct sentence *sentence = &document->sentences[document->words[first].sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    return end - first <= RO_TREE_WORDS ? end : cut(document, first);
}

/* Behind the last whole piece that there is room for. */
static uint32_t batch_end(const struct work *work, uint32_t first)
{
    uint32_t end = first;
    while (end < work->document->word_count) {
        uint32_t next = piece_end(work->document, end);
        if (next - first > work->rows)
            break;
        end = next;
    }
    return end;
}

/* Words */

/* Tags and lemma of a word; false where there is no room. */
static bool read_tags(const struct work *work, const float *outputs, struct word *word)
{
    const struct syntax *syntax = work->syntax;
    struct slice form = ro_document_slice(work->document, word->span);
    uint32_t upos = ro_heads_best(outputs + RO_UPOS, syntax->upos.count);
    uint32_t xpos = ro_heads_best(outputs + RO_UPOS + syntax->upos.count, syntax->xpos.count);
    word->upos = syntax->upos.names[upos];
    word->xpos = syntax->xpos.names[xpos];
    if (syntax->lemmas)
        word->lemma = ro_lemma(syntax->lemmas, &work->document->arena, form, upos, xpos);
    return word->lemma || !syntax->lemmas;
}

static const float *output_of(const struct work *work, const float *outputs, uint32_t place)
{
    return outputs + (size_t)place * work->syntax->product.padded;
}

static void read_relation(const struct work *work, const float *outputs, uint32_t first, uint32_t place)
{
    const struct syntax *syntax = work->syntax;
    struct word *word = &work->document->words[first + place];
    uint32_t head = work->heads[place], label = syntax->root_label;
    const float *part = head == place ? work->root_output : output_of(work, outputs, head) + RO_HEAD;
    word->head = head == place ? work->root : first + head;
    if (word->head != first + place)
        label = ro_heads_relation(syntax, output_of(work, outputs, place), part, work->relations);
    word->deprel = syntax->deprel.names[label];
}

/* The root of a sentence's first piece is that of the sentence; it is kept for the pieces to come. */
static void keep_root(struct work *work, const float *outputs, uint32_t first, uint32_t count)
{
    uint32_t place = 0;
    while (place + 1 < count && work->heads[place] != place)
        place++;
    work->root = first + place;
    memcpy(work->root_output, output_of(work, outputs, place) + RO_HEAD, RO_RELATION * sizeof *outputs);
}

/* The words of a dateline at the begin of a piece. */
static uint32_t dateline_words(const struct work *work, uint32_t first, uint32_t count)
{
    const struct word *words = work->document->words + first;
    struct span dateline = work->document->blocks[words->block].dateline;
    uint32_t behind = 0;
    while (behind < count && ro_span_covers(dateline, words[behind].span))
        behind++;
    return behind < count ? behind : 0;
}

/* Nothing behind a dateline hangs on a word of it: "HANOI (AP) -- The talks ended". */
static void part_dateline(struct work *work, uint32_t dateline, uint32_t count)
{
    static const float never = -1e6f;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < dateline; j++)
            if (i >= dateline || i == j)
                work->scores[(size_t)i * count + j] = never;
}

static bool read_piece(struct work *work, const float *outputs, uint32_t first, uint32_t count)
{
    struct word *words = work->document->words + first;
    uint32_t dateline = dateline_words(work, first, count);
    ro_heads_arcs(work->syntax, outputs, count, work->scores);
    part_dateline(work, dateline, count);
    ro_tree_decode(work->trees, work->scores, count, work->heads);
    if (work->document->sentences[words->sentence].first_word == first)
        keep_root(work, outputs, first, count);
    for (uint32_t i = 0; i < count; i++) {
        read_relation(work, outputs, first, i);
        if (i < dateline && work->heads[i] >= dateline)
            words[i].deprel = "parataxis";
        if (!read_tags(work, output_of(work, outputs, i), &words[i]))
            return false;
    }
    return true;
}

static bool read_batch(struct work *work, uint32_t first, uint32_t end)
{
    const struct model *model = work->syntax->model;
    model->kernels->product(work->outputs, &work->syntax->product, work->vectors + (size_t)first * model->width, 0,
                            end - first);
    for (uint32_t word = first, next; word < end; word = next) {
        next = piece_end(work->document, word);
        if (!read_piece(work, output_of(work, work->outputs, word - first), word, next - word))
            return false;
    }
    return true;
}

/* The document */

static uint32_t longest_piece(const struct document *document)
{
    uint32_t longest = 1;
    for (uint32_t i = 0; i < document->sentence_count; i++)
        if (document->sentences[i].word_count > longest)
            longest = document->sentences[i].word_count;
    return longest < RO_TREE_WORDS ? longest : RO_TREE_WORDS;
}

static bool work_init(struct work *work, struct arena *arena)
{
    uint32_t longest = longest_piece(work->document), count = work->document->word_count;
    work->rows = longest > BATCH ? longest : count < BATCH ? count : BATCH;
    work->outputs = ro_arena_alloc(arena, (size_t)work->rows * work->syntax->product.padded, sizeof *work->outputs);
    work->scores = ro_arena_alloc(arena, (size_t)longest * longest, sizeof *work->scores);
    work->heads = ro_arena_alloc(arena, longest, sizeof *work->heads);
    work->trees = ro_tree_memory(arena, longest);
    work->relations = ro_arena_alloc(arena, work->syntax->deprel.count, sizeof *work->relations);
    work->root_output = ro_arena_alloc(arena, RO_RELATION, sizeof *work->root_output);
    return work->outputs && work->scores && work->heads && work->trees && work->relations && work->root_output;
}

enum readout_status ro_syntax_stage(struct context *context, struct document *document)
{
    struct work work = {context->resources->syntax, .document = document, .vectors = context->vectors};
    if (!work.syntax || !document->word_count)
        return READOUT_OK;
    if (!ro_expect(context, work.vectors != NULL))
        return READOUT_INTERNAL;
    if (!work_init(&work, &context->scratch))
        return ro_no_memory(context, "syntax", 0);
    for (uint32_t word = 0, end; word < document->word_count; word = end) {
        end = batch_end(&work, word);
        if (!ro_expect(context, end > word))
            return READOUT_INTERNAL;
        if (!read_batch(&work, word, end))
            return ro_no_memory(context, "syntax", word);
    }
    return READOUT_OK;
}
