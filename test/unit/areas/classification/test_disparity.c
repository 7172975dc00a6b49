/* test_disparity.c - small numbers are hidden, and cannot be told from what is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "areas/classification/disparity.h"

static void small_numbers_are_hidden(void **state)
{
	static const struct { int64_t people, decided; bool hidden; } CASES[] = { { 100, 20, false }, { 100, 4, true }, { 100, 5, false }, { 100, 0, false }, { 4, 0, true },
		{ 5, 5, false }, { 100, 97, true }, { 100, 95, false }, { 0, 0, false } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		/* With two others beside it, so that only its own number decides. */
		struct disparity_group groups[3] = { { .people = CASES[i].people, .decided = CASES[i].decided }, { .people = 3 }, { .people = 2 } };
		disparity_hide(groups, 3, 5);
		if (groups[0].hidden != CASES[i].hidden)
			fail_msg("%lld of %lld", (long long)CASES[i].decided, (long long)CASES[i].people);
	}
}

/* T14: one hidden cell would follow from the total, so the next smallest goes with it. */
static void one_hidden_takes_another_along(void **state)
{
	(void)state;
	struct disparity_group groups[4] = { { .people = 900, .decided = 90 }, { .people = 40, .decided = 3 }, { .people = 60, .decided = 12 }, { .people = 0 } };
	disparity_hide(groups, 4, 5);
	assert_true(groups[1].hidden && groups[2].hidden && !groups[0].hidden && !groups[3].hidden);
	assert_int_equal(disparity_rate(&groups[0]), 100);
	assert_int_equal(disparity_rate(&groups[1]), -1);
	assert_int_equal(disparity_rate(&groups[3]), -1);
	struct disparity_group two[3] = { { .people = 900, .decided = 90 }, { .people = 40, .decided = 3 }, { .people = 3, .decided = 0 } };
	disparity_hide(two, 3, 5);
	assert_true(two[1].hidden && two[2].hidden && !two[0].hidden);
	struct disparity_group alone[1] = { { .people = 40, .decided = 3 } };
	disparity_hide(alone, 1, 5);
	assert_true(alone[0].hidden);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(small_numbers_are_hidden), cmocka_unit_test(one_hidden_takes_another_along) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
