/* times_calendar.c: days by the calendar. */
#include "unit.h"

#include "times/calendar.h"

static void assert_day(struct day day, int year, int month, int of_month)
{
    assert_int_equal(day.year, year);
    assert_int_equal(day.month, month);
    assert_int_equal(day.day, of_month);
}

static void days_go_to_numbers_and_back(void **state)
{
    (void)state;
    assert_int_equal(ro_day_number((struct day){1970, 1, 1}), 0);
    for (long number = -200000; number < 200000; number += 7)
        assert_int_equal(ro_day_number(ro_day_of(number)), number);
}

static void weekdays_and_weeks_are_those_of_iso_8601(void **state)
{
    (void)state;
    int year;
    assert_int_equal(ro_weekday((struct day){2019, 3, 1}), 5);
    assert_int_equal(ro_week((struct day){2018, 12, 31}, &year), 1);
    assert_int_equal(year, 2019);
    assert_int_equal(ro_week((struct day){2021, 1, 3}, &year), 53);
    assert_int_equal(year, 2020);
}

static void months_have_their_days(void **state)
{
    (void)state;
    assert_int_equal(ro_days_in(2000, 2), 29);
    assert_int_equal(ro_days_in(1900, 2), 28);
    assert_int_equal(ro_days_in(2019, 12), 31);
    assert_day(ro_months_on((struct day){2019, 1, 31}, -2), 2018, 11, 1);
}

static void feasts_move(void **state)
{
    (void)state;
    assert_day(ro_easter(2000), 2000, 4, 23);
    assert_day(ro_easter(2019), 2019, 4, 21);
    assert_day(ro_nth_weekday(2018, 11, 4, 4), 2018, 11, 22);
    assert_day(ro_nth_weekday(2019, 5, -1, 1), 2019, 5, 27);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_go_to_numbers_and_back),
        cmocka_unit_test(weekdays_and_weeks_are_those_of_iso_8601),
        cmocka_unit_test(months_have_their_days),
        cmocka_unit_test(feasts_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
