/* test_date.c - unit tests of base/date. */
#include "base/date.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int open_arena(void **state)
{
	*state = arena_create();
	return 0;
}

static int close_arena(void **state)
{
	arena_destroy(*state);
	return 0;
}

static struct date date(int year, int month, int day)
{
	return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

static void assert_date(struct date actual, int year, int month, int day)
{
	assert_int_equal(actual.year, year);
	assert_int_equal(actual.month, month);
	assert_int_equal(actual.day, day);
}

static void knows_the_calendar(void **state)
{
	(void)state;
	assert_true(date_is_valid(date(2024, 2, 29)));
	assert_false(date_is_valid(date(2023, 2, 29)));
	assert_false(date_is_valid(date(1900, 2, 29)));
	assert_true(date_is_valid(date(2000, 2, 29)));
	assert_false(date_is_valid(date(2023, 4, 31)));
	assert_false(date_is_valid(date(2023, 13, 1)));
	assert_false(date_is_valid(date(0, 1, 1)));
	assert_false(date_is_valid(date(10000, 1, 1)));
	assert_false(date_is_valid(date(2023, 4, 0)));
	assert_true(date_is_valid_partial(date(2023, 4, 0)));
	assert_true(date_is_valid_partial(date(2023, 0, 0)));
	assert_false(date_is_valid_partial(date(2023, 0, 4)));
	assert_false(date_is_valid_partial(date(0, 0, 0)));
	assert_int_equal(date_days_in_month(2024, 2), 29);
	assert_int_equal(date_days_in_month(2024, 0), 0);
	assert_int_equal(date_weekday(date(2026, 11, 20)), 5);
	assert_int_equal(date_weekday(date(1970, 1, 1)), 4);
	assert_int_equal(date_weekday(date(1969, 12, 28)), 7);
	assert_int_equal(date_weekday(date(1, 1, 1)), 1);
}

static void counts_days_without_gap(void **state)
{
	(void)state;
	assert_int_equal(date_to_days(date(1970, 1, 1)), 0);
	assert_int_equal(date_to_days(date(1, 1, 1)), -719162);
	assert_int_equal(date_to_days(date(9999, 12, 31)), 2932896);
	struct date expected = date(1, 1, 1);
	for (int32_t days = -719162; days <= 2932896; days++) {
		struct date actual = date_from_days(days);
		if (date_compare(actual, expected) != 0 || date_to_days(actual) != days)
			fail_msg("day %d", days);
		if (++expected.day > date_days_in_month(expected.year, expected.month)) {
			expected.day = 1;
			if (++expected.month > 12) {
				expected.month = 1;
				expected.year++;
			}
		}
	}
	assert_date(date_from_days(2932897), 0, 0, 0);
	assert_date(date_from_days(-719163), 0, 0, 0);
}

static void adds_days_and_months(void **state)
{
	(void)state;
	assert_date(date_add_days(date(2026, 12, 31), 1), 2027, 1, 1);
	assert_date(date_add_days(date(2026, 3, 1), -1), 2026, 2, 28);
	assert_date(date_add_days(date(9999, 12, 31), 1), 0, 0, 0);
	assert_date(date_add_months(date(2026, 1, 31), 1), 2026, 2, 28);
	assert_date(date_add_months(date(2028, 1, 31), 1), 2028, 2, 29);
	assert_date(date_add_months(date(2026, 1, 15), -1), 2025, 12, 15);
	assert_date(date_add_months(date(2026, 1, 15), 24), 2028, 1, 15);
	assert_date(date_add_months(date(1, 1, 15), -1), 0, 0, 0);
	assert_date(date_add_months(date(9999, 12, 15), 1), 0, 0, 0);
	assert_date(date_add_months(date(2026, 0, 0), 1), 0, 0, 0);
}

static void compares_with_missing_parts_first(void **state)
{
	(void)state;
	assert_true(date_compare(date(2026, 0, 0), date(2026, 1, 0)) < 0);
	assert_true(date_compare(date(2026, 1, 0), date(2026, 1, 1)) < 0);
	assert_true(date_compare(date(2026, 1, 2), date(2026, 1, 1)) > 0);
	assert_true(date_compare(date(0, 0, 0), date(1, 0, 0)) < 0);
	assert_int_equal(date_compare(date(2026, 1, 1), date(2026, 1, 1)), 0);
}

static void counts_age_as_the_youngest_possible(void **state)
{
	(void)state;
	assert_int_equal(date_age(date(2000, 6, 15), date(2018, 6, 14)), 17);
	assert_int_equal(date_age(date(2000, 6, 15), date(2018, 6, 15)), 18);
	assert_int_equal(date_age(date(2000, 6, 0), date(2018, 6, 29)), 17);
	assert_int_equal(date_age(date(2000, 6, 0), date(2018, 6, 30)), 18);
	assert_int_equal(date_age(date(2000, 0, 0), date(2018, 12, 30)), 17);
	assert_int_equal(date_age(date(2000, 0, 0), date(2018, 12, 31)), 18);
	assert_int_equal(date_age(date(2000, 2, 29), date(2018, 2, 28)), 17);
	assert_int_equal(date_age(date(2000, 2, 29), date(2018, 3, 1)), 18);
	assert_int_equal(date_age(date(2018, 0, 0), date(2018, 3, 1)), 0);
	assert_int_equal(date_age(date(0, 0, 0), date(2018, 3, 1)), -1);
	assert_int_equal(date_age(date(2000, 1, 1), date(2018, 3, 0)), -1);
}

static void reads_and_writes_dates(void **state)
{
	struct date out = date(1, 2, 3);
	static const char *const whole[] = {"2026-11-20", "0001-01-01", "2024-02-29"};
	static const char *const partial[] = {"2026", "2026-11"};
	static const char *const bad[] = {"", "202", "2026-", "2026-1", "2026-00", "2026-13", "2026-11-", "2026-11-00",
					  "2026-11-31", "2026-11-1", "2026-11-200", "0000", "2026/11/20", " 2026", "20261120",
					  "2023-02-29", "-2026"};
	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++) {
		assert_true(date_parse(text_from(whole[i]), &out));
		assert_true(text_equal_string(date_text(*state, out), whole[i]));
	}
	for (size_t i = 0; i < sizeof(partial) / sizeof(partial[0]); i++) {
		assert_false(date_parse(text_from(partial[i]), &out));
		assert_true(date_parse_partial(text_from(partial[i]), &out));
		assert_true(text_equal_string(date_text(*state, out), partial[i]));
	}
	out = date(1, 2, 3);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(date_parse_partial(text_from(bad[i]), &out));
	assert_date(out, 1, 2, 3);
	assert_true(text_is_empty(date_text(*state, date(0, 0, 0))));
}

static void reads_and_writes_moments(void **state)
{
	static const struct {
		const char *text;
		const char *canonical; /* NULL: refused */
	} cases[] = {
		{"2026-11-20T08:15:30.000Z", "2026-11-20T08:15:30.000Z"},
		{"2026-11-20T08:15Z", "2026-11-20T08:15:00.000Z"},
		{"2026-11-20t08:15:30z", "2026-11-20T08:15:30.000Z"},
		{"2026-11-20T08:15:30.5Z", "2026-11-20T08:15:30.500Z"},
		{"2026-11-20T08:15:30.123456789Z", "2026-11-20T08:15:30.123Z"},
		{"2026-11-20T02:15:30+06:00", "2026-11-19T20:15:30.000Z"},
		{"2026-12-31T23:15:30-01:30", "2027-01-01T00:45:30.000Z"},
		{"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
		{"0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"},
		{"0001-01-01T00:00:00+00:01", NULL}, {"9999-12-31T23:59:59-00:01", NULL},
		{"2026-11-20", NULL}, {"2026-11T08:15Z", NULL}, {"2026-11-20 08:15Z", NULL},
		{"2026-11-20T08:15:30", NULL}, {"2026-11-20T24:00Z", NULL}, {"2026-11-20T08:60Z", NULL},
		{"2026-11-20T08:15:60Z", NULL}, {"2026-11-20T08:15:30.Z", NULL}, {"2026-11-20T08:15:30+0600", NULL},
		{"2026-11-20T08:15:30+06", NULL}, {"2026-11-20T08:15:30Zx", NULL}, {"2026-11-20T08:15:30+24:00", NULL},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t moment = 42;
		assert_int_equal(moment_parse(text_from(cases[i].text), &moment), cases[i].canonical != NULL);
		if (cases[i].canonical != NULL)
			assert_true(text_equal_string(moment_text(*state, moment), cases[i].canonical));
		else
			assert_int_equal(moment, 42);
	}
	assert_date(moment_date(-1), 1969, 12, 31);
	assert_date(moment_date(0), 1970, 1, 1);
	assert_int_equal(moment_from_date(date(1970, 1, 2)), MOMENT_DAY);
	char out[MOMENT_TEXT_SIZE];
	moment_write(INT64_MAX, out);
	assert_string_equal(out, "9999-12-31T23:59:59.999Z");
	moment_write(INT64_MIN, out);
	assert_string_equal(out, "0001-01-01T00:00:00.000Z");
}

static void reads_and_writes_durations(void **state)
{
	static const char *const good[] = {"P7Y6M", "PT4H", "P1Y2M3W4DT5H6M", "P30D", "PT90M", "P2147483647Y", "P0D"};
	static const char *const bad[] = {"", "P", "PT", "P1", "7Y", "P1M1Y", "P1Y1Y", "P-1Y", "P1.5Y", "P1YT", "PT1S", "PT1M1H",
					  "P2147483648Y", "P1D ", "p1D", "P1DT1HT1M", "P99999999999999999999D"};
	struct duration duration = {0};
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(duration_parse(text_from(good[i]), &duration));
		assert_true(text_equal_string(duration_text(*state, duration), good[i]));
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(duration_parse(text_from(bad[i]), &duration));
	assert_true(duration_parse(TEXT_OF("P1M"), &duration));
	assert_int_equal(duration.months, 1);
	assert_true(duration_parse(TEXT_OF("PT1M"), &duration));
	assert_int_equal(duration.minutes, 1);
	assert_int_equal(duration.months, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_the_calendar),
		cmocka_unit_test(counts_days_without_gap),
		cmocka_unit_test(adds_days_and_months),
		cmocka_unit_test(compares_with_missing_parts_first),
		cmocka_unit_test(counts_age_as_the_youngest_possible),
		cmocka_unit_test(reads_and_writes_dates),
		cmocka_unit_test(reads_and_writes_moments),
		cmocka_unit_test(reads_and_writes_durations),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
