/* test_disparity.c - comparing two groups: too few, too small to show, equal, above; and the ratio as it stands in a profile. */
#include "areas/inspection/reports_disparity.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static enum disparity_answer compare(int64_t met, int64_t people, int64_t other_met, int64_t other_people)
{
	const struct disparity_side side = { people, met }, other = { other_people, other_met };
	return disparity_compare(&side, &other, 20, 5, 125);
}

static void small_groups_are_not_compared(void **state)
{
	(void)state;
	assert_int_equal(compare(10, 19, 10, 100), DISPARITY_FEW);
	assert_int_equal(compare(10, 100, 0, 0), DISPARITY_FEW);
	assert_int_equal(compare(4, 100, 10, 100), DISPARITY_SMALL);
	assert_int_equal(compare(10, 100, 1, 100), DISPARITY_SMALL);
	assert_int_equal(compare(98, 100, 10, 100), DISPARITY_SMALL); /* the two who were spared could be told */
}

static void a_difference_is_marked_on_the_side_that_is_met_more(void **state)
{
	(void)state;
	assert_int_equal(compare(10, 100, 10, 100), DISPARITY_EQUAL);
	assert_int_equal(compare(25, 100, 20, 100), DISPARITY_EQUAL); /* 1.25 times is not above it */
	assert_int_equal(compare(26, 100, 20, 100), DISPARITY_ABOVE);
	assert_int_equal(compare(20, 100, 26, 100), DISPARITY_EQUAL);
	assert_int_equal(compare(10, 20, 10, 100), DISPARITY_ABOVE);
	assert_int_equal(compare(6, 100, 0, 100), DISPARITY_ABOVE);
	assert_int_equal(compare(0, 100, 0, 100), DISPARITY_EQUAL);
}

static void ratio_is_read_as_it_stands(void **state)
{
	(void)state;
	assert_int_equal(disparity_hundredths(TEXT_OF("1.25"), 1), 125);
	assert_int_equal(disparity_hundredths(TEXT_OF("1.5"), 1), 150);
	assert_int_equal(disparity_hundredths(TEXT_OF("2"), 1), 200);
	assert_int_equal(disparity_hundredths(TEXT_OF("often"), 125), 125);
	assert_int_equal(disparity_hundredths(TEXT_OF("1.255"), 125), 125);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(small_groups_are_not_compared), cmocka_unit_test(a_difference_is_marked_on_the_side_that_is_met_more),
		cmocka_unit_test(ratio_is_read_as_it_stands) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
