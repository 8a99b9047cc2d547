/* trees.c: the maximum spanning tree with one root, in the square of the words. A walk goes from a word to its best
 * head, to that one's best head ...; where it comes back to itself the cycle becomes one group, and the walk goes on
 * from there. In the end each group's arc says which of its members' arcs gives way. */
#include "syntax/trees.h"

struct arc {
    uint16_t word, head; /* the root's head is the number of words */
};

enum state { UNSEEN, WALKED, SETTLED, MERGED };

/* Of `width` slots the last is the root, the others are groups of words: at first a word each. Groups are numbered as
 * they are made, words first; a slot holds the newest of its groups. */
struct tree_memory {
    uint32_t width;
    double *scores;   /* [width][width]: of the best arc into a slot from another, less what it replaces */
    struct arc *arcs; /* the same: between which words that arc is */
    uint32_t *live;   /* slots that are not merged into others */
    uint32_t live_count;
    enum state *states; /* of slots */
    double *chosen;     /* of slots: the score of the arc that the walk took */
    uint32_t *groups;   /* of slots */
    uint32_t *path;     /* slots of the walk */
    uint32_t depth;
    struct arc *entering; /* of groups: the arc that the walk took into it */
    uint32_t *parents;    /* of groups: the group it was merged into, itself where into none */
    bool *entered;        /* of groups: an arc into it stands */
    uint32_t group_count;
};

struct tree_memory *ro_tree_memory(struct arena *arena, uint32_t longest)
{
    size_t width = (size_t)longest + 1;
    struct tree_memory *memory = ro_arena_alloc(arena, 1, sizeof *memory);
    if (!memory)
        return NULL;
    memory->scores = ro_arena_alloc(arena, width * width, sizeof *memory->scores);
    memory->arcs = ro_arena_alloc(arena, width * width, sizeof *memory->arcs);
    memory->live = ro_arena_alloc(arena, width, sizeof *memory->live);
    memory->states = ro_arena_alloc(arena, width, sizeof *memory->states);
    memory->chosen = ro_arena_alloc(arena, width, sizeof *memory->chosen);
    memory->groups = ro_arena_alloc(arena, width, sizeof *memory->groups);
    memory->path = ro_arena_alloc(arena, width, sizeof *memory->path);
    memory->entering = ro_arena_alloc(arena, 2 * width, sizeof *memory->entering);
    memory->parents = ro_arena_alloc(arena, 2 * width, sizeof *memory->parents);
    memory->entered = ro_arena_alloc(arena, 2 * width, sizeof *memory->entered);
    bool whole = memory->scores && memory->arcs && memory->live && memory->states && memory->chosen &&
                 memory->groups && memory->path && memory->entering && memory->parents && memory->entered;
    return whole ? memory : NULL;
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

/* Groups */

/* A root costs more than anything can gain, so that there is no second. */
static void set_row(struct tree_memory *memory, const float *row, uint32_t word)
{
    uint32_t count = memory->width - 1;
    double *scores = memory->scores + (size_t)word * memory->width;
    struct arc *arcs = memory->arcs + (size_t)word * memory->width;
    for (uint32_t head = 0; head < count; head++) {
        scores[head] = row[head];
        arcs[head] = (struct arc){(uint16_t)word, (uint16_t)head};
    }
    scores[count] = row[word] - (2.0 * RO_TREE_SCORE * count + 1);
    arcs[count] = (struct arc){(uint16_t)word, (uint16_t)count};
}

static void start(struct tree_memory *memory, const float *scores, uint32_t count)
{
    memory->width = memory->live_count = count + 1;
    memory->group_count = count;
    for (uint32_t word = 0; word < count; word++)
        set_row(memory, scores + (size_t)word * count, word);
    for (uint32_t slot = 0; slot <= count; slot++) {
        memory->live[slot] = memory->groups[slot] = slot;
        memory->states[slot] = slot < count ? UNSEEN : SETTLED;
    }
    for (uint32_t group = 0; group < 2 * count; group++) {
        memory->parents[group] = group;
        memory->entered[group] = false;
    }
}

/* Take the best arc into a slot; returns the slot that it comes from. */
static uint32_t enter(struct tree_memory *memory, uint32_t slot)
{
    const double *row = memory->scores + (size_t)slot * memory->width;
    uint32_t best = slot;
    for (uint32_t i = 0; i < memory->live_count; i++) {
        uint32_t from = memory->live[i];
        if (from != slot && (best == slot || row[from] > row[best]))
            best = from;
    }
    memory->chosen[slot] = row[best];
    memory->entering[memory->groups[slot]] = memory->arcs[(size_t)slot * memory->width + best];
    return best;
}

static void keep_better(struct tree_memory *memory, size_t to, size_t from, double less)
{
    if (memory->scores[from] - less <= memory->scores[to])
        return;
    memory->scores[to] = memory->scores[from] - less;
    memory->arcs[to] = memory->arcs[from];
}

/* Arcs into and from a member of a cycle become arcs into and from the slot that stands for it. */
static void merge(struct tree_memory *memory, uint32_t slot, uint32_t member)
{
    size_t width = memory->width;
    for (uint32_t i = 0; i < memory->live_count; i++) {
        size_t other = memory->live[i];
        keep_better(memory, slot * width + other, member * width + other, memory->chosen[member]);
        keep_better(memory, other * width + slot, other * width + member, 0);
    }
    memory->states[member] = MERGED;
}

static void drop_merged(struct tree_memory *memory)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < memory->live_count; i++)
        if (memory->states[memory->live[i]] != MERGED)
            memory->live[kept++] = memory->live[i];
    memory->live_count = kept;
}

/* Make one group of the end of the walk, from a slot on; it stays in that slot. */
static void contract(struct tree_memory *memory, uint32_t slot)
{
    uint32_t group = memory->group_count++, member;
    double *row = memory->scores + (size_t)slot * memory->width;
    for (uint32_t i = 0; i < memory->live_count; i++)
        row[memory->live[i]] -= memory->chosen[slot];
    do {
        member = memory->path[--memory->depth];
        memory->parents[memory->groups[member]] = group;
        if (member != slot)
            merge(memory, slot, member);
    } while (member != slot);
    memory->groups[slot] = group;
    drop_merged(memory);
}

/* Walk from a slot until something settled is met. */
static void walk(struct tree_memory *memory, uint32_t slot)
{
    memory->depth = 0;
    while (memory->states[slot] != SETTLED) {
        memory->states[slot] = WALKED;
        memory->path[memory->depth++] = slot;
        slot = enter(memory, slot);
        if (memory->states[slot] == WALKED)
            contract(memory, slot);
    }
    while (memory->depth)
        memory->states[memory->path[--memory->depth]] = SETTLED;
}

/* An arc into a group is one into each of its parts that hold the word; the other parts keep their own. */
static void expand(struct tree_memory *memory, uint32_t *heads)
{
    uint32_t count = memory->width - 1;
    for (uint32_t group = memory->group_count; group-- > 0;) {
        struct arc arc = memory->entering[group];
        if (memory->entered[group])
            continue;
        heads[arc.word] = arc.head == count ? arc.word : arc.head;
        for (uint32_t part = arc.word; part != group; part = memory->parents[part])
            memory->entered[part] = true;
    }
}

void ro_tree_decode(struct tree_memory *memory, const float *scores, uint32_t count, uint32_t *heads)
{
    best_heads(scores, count, heads);
    if (ro_tree_is(heads, count))
        return;
    start(memory, scores, count);
    for (uint32_t word = 0; word < count; word++)
        if (memory->states[word] == UNSEEN)
            walk(memory, word);
    expand(memory, heads);
}
