/* eisner.c: the best projective tree with one root (Eisner 1996), in the cube of the words. */
#include "syntax/eisner.h"

/* Spans of words from a head `a` to an end `b`, on either side; [a * count + b]. An open span has an arc from a to b;
 * a full one has all that hangs on a on that side as far as b. */
struct eisner_memory {
    uint32_t count;
    float *open, *full;
    float *ends; /* full spans by their end: [b * count + a] */
    uint16_t *open_splits, *full_splits;
    struct part {
        uint16_t head, end;
        bool open;
    } * parts; /* still to be taken apart */
};

struct eisner_memory *ro_eisner_memory(struct arena *arena, uint32_t longest)
{
    size_t cells = (size_t)longest * longest;
    struct eisner_memory *memory = ro_arena_alloc(arena, 1, sizeof *memory);
    if (!memory)
        return NULL;
    memory->open = ro_arena_alloc(arena, cells, sizeof *memory->open);
    memory->full = ro_arena_alloc(arena, cells, sizeof *memory->full);
    memory->ends = ro_arena_alloc(arena, cells, sizeof *memory->ends);
    memory->open_splits = ro_arena_alloc(arena, cells, sizeof *memory->open_splits);
    memory->full_splits = ro_arena_alloc(arena, cells, sizeof *memory->full_splits);
    memory->parts = ro_arena_alloc(arena, 2 * (size_t)longest + 2, sizeof *memory->parts);
    bool whole = memory->open && memory->full && memory->ends && memory->open_splits && memory->full_splits &&
                 memory->parts;
    return whole ? memory : NULL;
}

/* Where the sum of two rows is largest. */
static uint32_t best_sum(const float *a, const float *b, uint32_t count, float *sum)
{
    uint32_t best = 0;
    *sum = a[0] + b[0];
    for (uint32_t k = 1; k < count; k++) {
        float here = a[k] + b[k];
        best = here > *sum ? k : best;
        *sum = here > *sum ? here : *sum;
    }
    return best;
}

static void open_spans(struct eisner_memory *memory, const float *scores, uint32_t i, uint32_t j)
{
    uint32_t count = memory->count;
    size_t right = (size_t)i * count + j, left = (size_t)j * count + i;
    float sum;
    uint32_t split = i + best_sum(memory->full + (size_t)i * count + i, memory->full + (size_t)j * count + i + 1,
                                  j - i, &sum);
    memory->open_splits[right] = memory->open_splits[left] = (uint16_t)split;
    memory->open[right] = sum + scores[left];
    memory->open[left] = sum + scores[right];
}

static void fill_full(struct eisner_memory *memory, uint32_t head, uint32_t end, uint32_t first, uint32_t length)
{
    size_t cell = (size_t)head * memory->count + end, by_end = (size_t)end * memory->count;
    float sum;
    uint32_t split = best_sum(memory->open + (size_t)head * memory->count + first, memory->ends + by_end + first,
                              length, &sum);
    memory->full[cell] = memory->ends[by_end + head] = sum;
    memory->full_splits[cell] = (uint16_t)(first + split);
}

static uint32_t fill(struct eisner_memory *memory, const float *scores, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        memory->full[(size_t)i * count + i] = memory->ends[(size_t)i * count + i] = 0;
    for (uint32_t length = 1; length < count; length++) {
        for (uint32_t i = 0; i + length < count; i++) {
            open_spans(memory, scores, i, i + length);
            fill_full(memory, i, i + length, i + 1, length);
            fill_full(memory, i + length, i, i, length);
        }
    }
    uint32_t root = 0;
    float best = 0;
    for (uint32_t i = 0; i < count; i++) {
        float sum = memory->full[(size_t)i * count] + memory->full[(size_t)i * count + count - 1] +
                    scores[(size_t)i * count + i];
        if (i == 0 || sum > best) {
            best = sum;
            root = i;
        }
    }
    return root;
}

static void add_part(struct eisner_memory *memory, uint32_t *depth, uint32_t head, uint32_t end, bool open)
{
    if (head != end)
        memory->parts[(*depth)++] = (struct part){(uint16_t)head, (uint16_t)end, open};
}

void ro_eisner_decode(struct eisner_memory *memory, const float *scores, uint32_t count, uint32_t *heads)
{
    memory->count = count;
    uint32_t root = fill(memory, scores, count), depth = 0;
    heads[root] = root;
    add_part(memory, &depth, root, 0, false);
    add_part(memory, &depth, root, count - 1, false);
    while (depth) {
        struct part part = memory->parts[--depth];
        size_t cell = (size_t)part.head * count + part.end;
        if (part.open) {
            uint32_t split = memory->open_splits[cell];
            uint32_t left = part.head < part.end ? part.head : part.end;
            heads[part.end] = part.head;
            add_part(memory, &depth, left, split, false);
            add_part(memory, &depth, left == part.head ? part.end : part.head, split + 1, false);
        } else {
            uint32_t split = memory->full_splits[cell];
            add_part(memory, &depth, part.head, split, true);
            add_part(memory, &depth, split, part.end, false);
        }
    }
}
