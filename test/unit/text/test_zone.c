/* test_zone.c - civil time to moments and back, gaps and repeats included. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#include "text/catalogue.h"

static int64_t moment_of(const char *text)
{
	int64_t moment = 0;
	assert_true(moment_parse(text_from(text), &moment));
	return moment;
}

static void test_there_and_back(void **state)
{
	(void)state;
	const char *zones[] = {"", "UTC", "Asia/Almaty", "Europe/Berlin", "America/St_Johns", "Nowhere/Atall"};
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		for (int64_t moment = moment_of("2025-12-31T00:00:00Z"); moment < moment_of("2026-03-01T00:00:00Z");
				moment += 7 * MOMENT_HOUR) {
			struct date date;
			int minute;
			zone_local(text_from(zones[i]), moment, &date, &minute);
			assert_int_equal(zone_moment(text_from(zones[i]), date, minute), moment);
		}
	}
}

static void test_changes(void **state)
{
	(void)state;
	struct text berlin = TEXT_OF("Europe/Berlin");
	struct date spring = {2026, 3, 29}, autumn = {2026, 10, 25};
	assert_int_equal(zone_moment(berlin, spring, 60), moment_of("2026-03-29T00:00:00Z"));
	assert_int_equal(zone_moment(berlin, spring, 180), moment_of("2026-03-29T01:00:00Z"));
	/* 02:30 does not exist: counts on from before the gap. */
	assert_int_equal(zone_moment(berlin, spring, 150), moment_of("2026-03-29T01:30:00Z"));
	/* 02:30 exists twice: the first. */
	assert_int_equal(zone_moment(berlin, autumn, 150), moment_of("2026-10-25T00:30:00Z"));
	struct date date;
	int minute;
	zone_local(berlin, moment_of("2026-10-25T01:30:00Z"), &date, &minute);
	assert_int_equal(minute, 150);
	zone_local(text_empty(), -1, &date, &minute);
	assert_int_equal(date.year, 1969);
	assert_int_equal(minute, 24 * 60 - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_changes)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
