/* base_arena.c: memory of a document, and the tables in it. Under the sanitizers this is the debug twin. */
#include "unit.h"

#include <stdalign.h>

#include "base/arena.h"
#include "base/table.h"

static int set_up(void **state)
{
    static struct arena arena;
    ro_arena_init(&arena);
    *state = &arena;
    return 0;
}

static int tear_down(void **state)
{
    ro_arena_release(*state);
    return 0;
}

static void items_are_zeroed_aligned_and_apart(void **state)
{
    unsigned char *last = NULL;
    for (size_t size = 0; size < 3000; size++) {
        unsigned char *item = ro_arena_alloc(*state, 1, size);
        assert_non_null(item);
        assert_int_equal((uintptr_t)item % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(item[i], 0);
        memset(item, 0xff, size);
        assert_true(size < 2 || item != last);
        last = item;
    }
}

static void a_large_item_has_a_block_of_its_own(void **state)
{
    const size_t size = (size_t)64 << 20;
    unsigned char *item = ro_arena_alloc(*state, size / 4, 4);
    assert_non_null(item);
    item[0] = item[size - 1] = 1;
}

static void too_much_is_refused(void **state)
{
    assert_null(ro_arena_alloc(*state, SIZE_MAX / 2, 4));
    assert_null(ro_arena_alloc(*state, SIZE_MAX, 1));
    assert_null(ro_arena_alloc(*state, SIZE_MAX - 100, 1));
    assert_non_null(ro_arena_alloc(*state, 1, 1));
}

static void an_array_keeps_its_items_as_it_grows(void **state)
{
    uint32_t *numbers = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < 5000; i++) {
        uint32_t *number = ro_arena_push((struct arena *)*state, numbers, count);
        assert_non_null(number);
        assert_int_equal(*number, 0);
        *number = i;
    }
    assert_int_equal(count, 5000);
    for (uint32_t i = 0; i < count; i++)
        assert_int_equal(numbers[i], i);
}

static void a_copy_is_terminated(void **state)
{
    assert_string_equal(ro_arena_copy(*state, (struct slice){"Kim and Moon", 3}), "Kim");
    assert_string_equal(ro_arena_copy(*state, (struct slice){NULL, 0}), "");
}

static void a_cleared_arena_is_used_again(void **state)
{
    struct arena *arena = *state;
    ro_arena_clear(arena);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++)
            memset(ro_arena_alloc(arena, 1, 100), 0xff, 100);
        ro_arena_clear(arena);
        const unsigned char *item = ro_arena_alloc(arena, 1, 100);
        assert_non_null(item);
        assert_int_equal(item[99], 0);
    }
}

static struct slice key_of(struct arena *arena, uint32_t number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%u", (unsigned)number);
    return ro_slice(ro_arena_copy(arena, ro_slice(digits)));
}

static void a_table_finds_what_was_put(void **state)
{
    struct arena *arena = *state;
    struct table table = {0};
    assert_int_equal(ro_table_get(&table, RO_SLICE("7")), RO_TABLE_NONE);
    for (uint32_t i = 0; i < 3000; i++)
        assert_int_equal(ro_table_put(&table, arena, key_of(arena, i), 2 * i), 2 * i);
    for (uint32_t i = 0; i < 3000; i++)
        assert_int_equal(ro_table_get(&table, key_of(arena, i)), 2 * i);
    assert_int_equal(ro_table_get(&table, RO_SLICE("3000")), RO_TABLE_NONE);
    assert_int_equal(table.count, 3000);
}

static void a_table_that_was_given_room_does_not_move(void **state)
{
    struct arena *arena = *state;
    struct table table = {0};
    assert_true(ro_table_reserve(&table, arena, 3000));
    const struct table_entry *entries = table.entries;
    for (uint32_t i = 0; i < 3000; i++)
        assert_int_equal(ro_table_put(&table, arena, key_of(arena, i), i), i);
    assert_ptr_equal(table.entries, entries);
    assert_int_equal(ro_table_put(&table, arena, key_of(arena, 5000), 1), 1);
    assert_int_equal(ro_table_get(&table, key_of(arena, 2999)), 2999);
    assert_false(ro_table_reserve(&table, arena, UINT32_MAX));
}

static void of_a_key_the_first_value_stays(void **state)
{
    struct table table = {0};
    assert_int_equal(ro_table_put(&table, *state, RO_SLICE("say"), 1), 1);
    assert_int_equal(ro_table_put(&table, *state, RO_SLICE("say"), 2), 1);
    assert_int_equal(ro_table_put(&table, *state, RO_SLICE(""), 3), 3);
    assert_int_equal(ro_table_get(&table, RO_SLICE("")), 3);
    assert_int_equal(table.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(items_are_zeroed_aligned_and_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_large_item_has_a_block_of_its_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_much_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_array_keeps_its_items_as_it_grows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_copy_is_terminated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_cleared_arena_is_used_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_table_finds_what_was_put, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_table_that_was_given_room_does_not_move, set_up, tear_down),
        cmocka_unit_test_setup_teardown(of_a_key_the_first_value_stays, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
