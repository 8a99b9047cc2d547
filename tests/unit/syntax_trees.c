/* syntax_trees.c: the tree that is chosen is the best of all, and a tree. */
#include "unit.h"

#include "syntax/trees.h"

enum { FEW = 6, ROUNDS = 300 };

struct decoder {
    struct arena arena;
    struct tree_memory *memory;
};

static struct decoder open_decoder(uint32_t longest)
{
    struct decoder decoder;
    ro_arena_init(&decoder.arena);
    decoder.memory = ro_tree_memory(&decoder.arena, longest);
    assert_non_null(decoder.memory);
    return decoder;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Scores from -range to range, in steps that sum without rounding. */
static void random_scores(float *scores, uint32_t count, uint32_t range, uint32_t *seed)
{
    for (uint32_t i = 0; i < count * count; i++)
        scores[i] = (float)(next_random(seed) % (16 * range)) / 8 - (float)range;
}

static double score_of(const float *scores, const uint32_t *heads, uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += scores[i * count + heads[i]];
    return sum;
}

/* No two arcs cross, and none passes over the root. */
static bool is_plane(const uint32_t *heads, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t low = i < heads[i] ? i : heads[i], high = i < heads[i] ? heads[i] : i;
        for (uint32_t j = low + 1; j < high; j++)
            if (heads[j] == j || heads[j] < low || heads[j] > high)
                return false;
    }
    return true;
}

/* The best score of all trees, by trying all heads of all words. */
static double best_of_all(const float *scores, uint32_t count)
{
    uint32_t heads[FEW] = {0};
    double best = -1e30;
    for (bool more = true; more;) {
        double score = score_of(scores, heads, count);
        if (score > best && ro_tree_is(heads, count) && is_plane(heads, count))
            best = score;
        uint32_t i = 0;
        while (i < count && ++heads[i] == count)
            heads[i++] = 0;
        more = i < count;
    }
    return best;
}

static void a_tree_has_one_root_and_no_cycle(void **state)
{
    (void)state;
    assert_true(ro_tree_is((uint32_t[]){0}, 1));
    assert_true(ro_tree_is((uint32_t[]){1, 1, 1, 2}, 4));
    assert_true(ro_tree_is((uint32_t[]){3, 0, 1, 3}, 4));
    assert_false(ro_tree_is((uint32_t[]){0, 1, 1}, 3)); /* two roots */
    assert_false(ro_tree_is((uint32_t[]){1, 0}, 2));    /* no root */
    assert_false(ro_tree_is((uint32_t[]){0, 2, 1}, 3)); /* a cycle beside the root */
    assert_false(ro_tree_is((uint32_t[]){0, 2, 3, 1}, 4));
}

static void few_words_have_the_best_of_all_trees(void **state)
{
    (void)state;
    struct decoder decoder = open_decoder(FEW);
    uint32_t seed = 7;
    for (uint32_t count = 1; count <= FEW; count++) {
        for (uint32_t round = 0; round < (count < FEW ? ROUNDS : ROUNDS / 10); round++) {
            float scores[FEW * FEW];
            uint32_t heads[FEW];
            random_scores(scores, count, round % 2 ? 2 : 1000, &seed); /* with ties and without */
            ro_tree_decode(decoder.memory, scores, count, heads);
            assert_true(ro_tree_is(heads, count) && is_plane(heads, count));
            assert_true(score_of(scores, heads, count) == best_of_all(scores, count));
        }
    }
    ro_arena_release(&decoder.arena);
}

/* No word could have a better head in a tree. */
static void assert_no_better_head(const float *scores, uint32_t *heads, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t own = heads[i];
        for (uint32_t j = 0; j < count; j++) {
            heads[i] = j;
            if (scores[i * count + j] > scores[i * count + own])
                assert_false(ro_tree_is(heads, count) && ro_tree_is_projective(heads, count));
        }
        heads[i] = own;
    }
}

static void many_words_have_a_tree_that_no_change_betters(void **state)
{
    (void)state;
    struct decoder decoder = open_decoder(RO_TREE_WORDS);
    float *scores = calloc((size_t)RO_TREE_WORDS * RO_TREE_WORDS, sizeof *scores);
    assert_non_null(scores);
    uint32_t seed = 3, heads[RO_TREE_WORDS];
    static const uint32_t counts[] = {17, 40, 99, RO_TREE_WORDS, 3};
    for (uint32_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        random_scores(scores, counts[i], RO_TREE_SCORE, &seed);
        ro_tree_decode(decoder.memory, scores, counts[i], heads);
        assert_true(ro_tree_is(heads, counts[i]) && is_plane(heads, counts[i]));
        assert_no_better_head(scores, heads, counts[i]);
    }
    free(scores);
    ro_arena_release(&decoder.arena);
}

/* Whether a walk over all heads of few words finds what the definition says. */
static void a_projective_tree_has_no_crossing_arcs(void **state)
{
    (void)state;
    enum { COUNT = 5 };
    uint32_t heads[COUNT] = {0}, trees = 0, plane = 0, i;
    do {
        if (ro_tree_is(heads, COUNT)) {
            assert_int_equal(ro_tree_is_projective(heads, COUNT), is_plane(heads, COUNT));
            plane += is_plane(heads, COUNT);
            trees++;
        }
        for (i = 0; i < COUNT && ++heads[i] == COUNT; i++)
            heads[i] = 0;
    } while (i < COUNT);
    assert_int_equal(trees, 625); /* 5 to the 4th: Cayley */
    assert_in_range(plane, 1, trees - 1);
}

/* Each word of a circle wants the next; nothing makes a root but that there has to be one. */
static void equal_scores_and_circles_make_trees(void **state)
{
    (void)state;
    enum { COUNT = 64 };
    struct decoder decoder = open_decoder(COUNT);
    float scores[COUNT * COUNT] = {0};
    uint32_t heads[COUNT];
    ro_tree_decode(decoder.memory, scores, COUNT, heads);
    assert_true(ro_tree_is(heads, COUNT));
    for (uint32_t i = 0; i < COUNT; i++) {
        scores[i * COUNT + (i + 1) % COUNT] = 5;
        scores[i * COUNT + i] = i + 1 == COUNT ? 1 - RO_TREE_SCORE : -RO_TREE_SCORE;
    }
    ro_tree_decode(decoder.memory, scores, COUNT, heads);
    assert_true(ro_tree_is(heads, COUNT));
    for (uint32_t i = 0; i + 1 < COUNT; i++)
        assert_int_equal(heads[i], i + 1);
    ro_arena_release(&decoder.arena);
}

/* The best heads make a tree, but its arcs cross: the cheapest change that uncrosses them is made. */
static void arcs_that_cross_are_changed(void **state)
{
    (void)state;
    struct decoder decoder = open_decoder(4);
    float scores[16] = {0};
    uint32_t heads[4];
    scores[0 * 4 + 2] = 9; /* 0 <- 2, 1 <- 3: these cross */
    scores[1 * 4 + 3] = 8;
    scores[2 * 4 + 2] = 9;
    scores[3 * 4 + 2] = 9;
    scores[1 * 4 + 0] = 5;
    scores[0 * 4 + 3] = 1;
    ro_tree_decode(decoder.memory, scores, 4, heads);
    assert_memory_equal(heads, ((const uint32_t[]){2, 0, 2, 2}), sizeof heads);
    ro_arena_release(&decoder.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_has_one_root_and_no_cycle),
        cmocka_unit_test(few_words_have_the_best_of_all_trees),
        cmocka_unit_test(many_words_have_a_tree_that_no_change_betters),
        cmocka_unit_test(a_projective_tree_has_no_crossing_arcs),
        cmocka_unit_test(arcs_that_cross_are_changed),
        cmocka_unit_test(equal_scores_and_circles_make_trees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
