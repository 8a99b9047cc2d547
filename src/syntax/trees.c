/* trees.c: the maximum spanning tree that is projective and has one root. Where each word's best head makes such a tree
 * it is the answer; else spans are put together from shorter ones, in the cube of the words. */
#include "syntax/trees.h"

#include <math.h>

/* Scores of spans, of which one end is a word and all of it hangs on that word; [left * count + right], where the left end
 * is not behind the right. An open span has an arc from its word to the other end; a full one has all that hangs on the
 * word as far as that end. */
struct tree_memory {
    uint32_t count;
    float *full_left, *open_left;   /* the word is the left end, */
    float *full_right, *open_right; /* the right end */
    float *between; /* for a left end, the best pair of full spans that fill what lies to each right end */
    struct part {
        uint16_t word, end;
        bool open;
    } * parts; /* spans of the best tree, still to be taken apart */
    uint32_t part_count;
};

struct tree_memory *ro_tree_memory(struct arena *arena, uint32_t longest)
{
    size_t cells = (size_t)longest * longest;
    struct tree_memory *memory = ro_arena_alloc(arena, 1, sizeof *memory);
    if (!memory)
        return NULL;
    float **spans[] = {&memory->full_left, &memory->open_left, &memory->full_right, &memory->open_right};
    bool whole = true;
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        whole &= (*spans[i] = ro_arena_alloc(arena, cells, sizeof **spans[i])) != NULL;
    memory->between = ro_arena_alloc(arena, longest, sizeof *memory->between);
    memory->parts = ro_arena_alloc(arena, (size_t)longest + 2, sizeof *memory->parts);
    return whole && memory->between && memory->parts ? memory : NULL;
}

/* The best head of each */

bool ro_tree_is(const uint32_t *heads, uint32_t count)
{
    uint8_t seen[RO_TREE_WORDS] = {0}; /* 1: on the way up from here, 2: leads to a root */
    uint32_t roots = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        roots += heads[i] == i;
        for (; !seen[at] && heads[at] != at; at = heads[at])
            seen[at] = 1;
        if (seen[at] == 1)
            return false;
        seen[at] = 2;
        for (at = i; seen[at] == 1; at = heads[at])
            seen[at] = 2;
    }
    return roots == 1;
}

bool ro_tree_is_projective(const uint32_t *heads, uint32_t count)
{
    uint16_t first[RO_TREE_WORDS], last[RO_TREE_WORDS], size[RO_TREE_WORDS] = {0}; /* of what hangs on a word */
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t at = i;; at = heads[at]) {
            first[at] = size[at] && first[at] < i ? first[at] : (uint16_t)i;
            last[at] = size[at] && last[at] > i ? last[at] : (uint16_t)i;
            size[at]++;
            if (heads[at] == at)
                break;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        if (last[i] - first[i] + 1 != size[i])
            return false;
    return true;
}

static void best_heads(const float *scores, uint32_t count, uint32_t *heads)
{
    for (uint32_t i = 0; i < count; i++) {
        const float *row = scores + (size_t)i * count;
        heads[i] = 0;
        for (uint32_t j = 1; j < count; j++)
            if (row[j] > row[heads[i]])
                heads[i] = j;
    }
}

/* Spans */

/* Raise each of a row to what another and a number sum up to, several at once. */
static void raise_row(float *restrict row, const float *restrict other, float number, size_t count)
{
    enum { LANES = 8 };
    for (; count >= LANES; count -= LANES, row += LANES, other += LANES)
        for (size_t lane = 0; lane < LANES; lane++) {
            float sum = other[lane] + number, old = row[lane];
            row[lane] = sum > old ? sum : old;
        }
    for (size_t i = 0; i < count; i++) {
        float sum = other[i] + number;
        row[i] = sum > row[i] ? sum : row[i];
    }
}

/* Put an arc, in each direction, over what lies between two words. */
static void open_spans(struct tree_memory *memory, const float *scores, size_t left, size_t right)
{
    size_t count = memory->count, span = left * count + right;
    memory->open_left[span] = memory->between[right] + scores[right * count + left];
    memory->open_right[span] = memory->between[right] + scores[span];
}

/* All spans with this left end, where those with later ones are known. */
static void fill(struct tree_memory *memory, const float *scores, uint32_t left)
{
    size_t count = memory->count, row = left * count;
    float *full_left = memory->full_left + row, *full_right = memory->full_right + row, *between = memory->between;
    for (size_t right = left; right < count; right++)
        full_left[right] = full_right[right] = between[right] = -INFINITY;
    full_left[left] = full_right[left] = 0;
    for (uint32_t at = left; at < count; at++) {
        if (at > left) {
            open_spans(memory, scores, left, at);
            raise_row(full_left + at, memory->full_left + at * count + at, memory->open_left[row + at], count - at);
        }
        if (at + 1 < count)
            raise_row(between + at + 1, memory->full_right + (at + 1) * count + at + 1, full_left[at],
                      count - at - 1);
    }
    for (uint32_t at = left; at + 1 < count; at++)
        raise_row(full_right + at + 1, memory->open_right + at * count + at + 1, full_right[at], count - at - 1);
}

/* Taking the best tree apart */

static void add_part(struct tree_memory *memory, uint32_t word, uint32_t end, bool open)
{
    if (word != end)
        memory->parts[memory->part_count++] = (struct part){(uint16_t)word, (uint16_t)end, open};
}

/* The first place where the sum of two is largest; the items of a column lie a row apart. */
static uint32_t largest_place(const float *row, const float *column, size_t apart, uint32_t count)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (row[i] + column[i * apart] > row[best] + column[best * apart])
            best = i;
    return best;
}

/* Between the ends of an open span each has a full one up to some place. */
static void split_open(struct tree_memory *memory, uint32_t left, uint32_t right)
{
    size_t count = memory->count;
    uint32_t place = left + largest_place(memory->full_left + left * count + left,
                                          memory->full_right + (left + 1) * count + right, count, right - left);
    add_part(memory, left, place, false);
    add_part(memory, right, place + 1, false);
}

/* A full span is an open one to some place and a full one from there to the end. */
static void split_full(struct tree_memory *memory, uint32_t word, uint32_t end)
{
    size_t count = memory->count;
    uint32_t place;
    if (word < end)
        place = word + 1 +
                largest_place(memory->open_left + word * count + word + 1,
                              memory->full_left + (word + 1) * count + end, count, end - word);
    else
        place = end + largest_place(memory->full_right + end * count + end, memory->open_right + end * count + word,
                                    count, word - end);
    add_part(memory, place, end, false);
    add_part(memory, word, place, true);
}

static uint32_t best_root(const struct tree_memory *memory, const float *scores)
{
    size_t count = memory->count;
    uint32_t root = 0;
    float best = -INFINITY;
    for (uint32_t i = 0; i < count; i++) {
        float sum = memory->full_right[i] + memory->full_left[i * count + count - 1] + scores[i * count + i];
        if (sum > best) {
            best = sum;
            root = i;
        }
    }
    return root;
}

static void take_apart(struct tree_memory *memory, uint32_t root, uint32_t *heads)
{
    memory->part_count = 0;
    heads[root] = root;
    add_part(memory, root, 0, false);
    add_part(memory, root, memory->count - 1, false);
    while (memory->part_count) {
        struct part part = memory->parts[--memory->part_count];
        if (part.open) {
            heads[part.end] = part.word;
            split_open(memory, part.word < part.end ? part.word : part.end,
                       part.word < part.end ? part.end : part.word);
        } else {
            split_full(memory, part.word, part.end);
        }
    }
}

void ro_tree_decode(struct tree_memory *memory, const float *scores, uint32_t count, uint32_t *heads)
{
    best_heads(scores, count, heads);
    if (ro_tree_is(heads, count) && ro_tree_is_projective(heads, count))
        return;
    memory->count = count;
    for (uint32_t left = count; left-- > 0;)
        fill(memory, scores, left);
    take_apart(memory, best_root(memory, scores), heads);
}
