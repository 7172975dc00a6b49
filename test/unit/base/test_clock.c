/* test_clock.c - unit tests of base/clock. */
#include "base/clock.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void fixed_clock_follows_its_moment(void **state)
{
	(void)state;
	int64_t moment = 5;
	struct clock clock = clock_fixed(&moment);
	assert_int_equal(clock_now(&clock), 5);
	assert_int_equal(clock_now(&clock), 5);
	moment = -7;
	assert_int_equal(clock_now(&clock), -7);
}

static void system_clock_tells_a_plausible_time(void **state)
{
	(void)state;
	int64_t now = clock_now(clock_system());
	assert_true(now > INT64_C(1700000000000)); /* November 2023, in milliseconds */
	assert_true(now < INT64_C(32503680000000)); /* the year 3000 */
}

static bool never(void *state)
{
	(void)state;
	return false;
}

static void doubt_is_told(void **state)
{
	(void)state;
	int64_t moment = INT64_C(1795162530000); /* November 2026 */
	struct clock clock = clock_fixed(&moment);
	assert_true(clock_is_synced(&clock) && clock_is_sure(&clock));
	clock.is_synced = never;
	assert_false(clock_is_synced(&clock) || clock_is_sure(&clock));
	clock.is_synced = NULL;
	static const int64_t wrong[] = { 0, -1, INT64_C(1000000000000), INT64_C(1767225599999), INT64_C(4102444800000) };
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		moment = wrong[i];
		assert_true(clock_is_synced(&clock));
		assert_false(clock_is_sure(&clock));
	}
	moment = INT64_C(1767225600000);
	assert_true(clock_is_sure(&clock));
	clock_is_synced(clock_system()); /* either answer is right; it must be one */
}

static void monotonic_never_goes_back(void **state)
{
	(void)state;
	int64_t last = clock_monotonic();
	for (int i = 0; i < 1000; i++) {
		int64_t next = clock_monotonic();
		assert_true(next >= last);
		last = next;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fixed_clock_follows_its_moment),
		cmocka_unit_test(system_clock_tells_a_plausible_time),
		cmocka_unit_test(doubt_is_told),
		cmocka_unit_test(monotonic_never_goes_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
