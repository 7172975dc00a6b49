/* test_due.c - due dates: calendar hours and days, working days over weekends and holidays, months, zones that change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "service/internal.h"

static const int32_t no_holidays[1];
static const struct calendar usual = {.holidays = no_holidays, .holiday_count = 0, .weekend = 1 << 5 | 1 << 6};

static int64_t at(const char *text)
{
	int64_t moment = 0;
	assert_true(moment_parse(text_from(text), &moment));
	return moment;
}

static int64_t due(const char *zone, enum clock_unit unit, int64_t length, const char *started,
	const struct calendar *calendar)
{
	struct clock_kind clock = {.unit = unit};
	return zones_due(text_from(zone), &clock, length, at(started), calendar);
}

#define DUE(expected, zone, unit, length, started) \
	assert_int_equal(due(zone, unit, length, started, &usual), at(expected))

static void test_hours_and_days(void **state)
{
	(void)state;
	DUE("2026-11-21T10:30:00Z", "UTC", CLOCK_HOURS, 24, "2026-11-20T10:30:00Z");
	DUE("2026-12-04T10:30:15.250Z", "Asia/Bishkek", CLOCK_DAYS, 14, "2026-11-20T10:30:15.250Z");
	/* Berlin puts its clocks back on 2026-10-25: the same time of day is an hour later in UTC. */
	DUE("2026-10-26T08:00:00Z", "Europe/Berlin", CLOCK_DAYS, 2, "2026-10-24T07:00:00Z");
	DUE("2026-10-25T07:00:00Z", "Europe/Berlin", CLOCK_HOURS, 24, "2026-10-24T07:00:00Z");
	/* And forward on 2026-03-29. */
	DUE("2026-03-30T06:00:00Z", "Europe/Berlin", CLOCK_DAYS, 2, "2026-03-28T07:00:00Z");
}

/* What is a legal maximum does not grow by the hour that the clocks give back. */
static void test_legal_maximum(void **state)
{
	(void)state;
	struct clock_kind clock = {.unit = CLOCK_DAYS, .legal_maximum = true};
	assert_int_equal(zones_due(TEXT_OF("Europe/Berlin"), &clock, 15, at("2026-10-20T07:00:00Z"), &usual),
		at("2026-11-04T07:00:00Z"));
	assert_int_equal(zones_due(TEXT_OF("Europe/Berlin"), &clock, 15, at("2026-03-20T07:00:00Z"), &usual),
		at("2026-04-04T06:00:00Z"));
}

static void test_working_days(void **state)
{
	(void)state;
	/* Friday plus one is Monday, to its last millisecond. */
	DUE("2026-11-23T23:59:59.999Z", "UTC", CLOCK_WORKING_DAYS, 1, "2026-11-20T08:00:00Z");
	DUE("2026-11-27T23:59:59.999Z", "UTC", CLOCK_WORKING_DAYS, 5, "2026-11-20T08:00:00Z");
	DUE("2026-11-23T23:59:59.999Z", "UTC", CLOCK_WORKING_DAYS, 0, "2026-11-21T08:00:00Z");
	/* 20:00 UTC on Friday is Saturday in Bishkek. */
	DUE("2026-11-23T17:59:59.999Z", "Asia/Bishkek", CLOCK_WORKING_DAYS, 1, "2026-11-20T20:00:00Z");
	const int32_t holidays[] = {date_to_days((struct date){2026, 11, 23}), date_to_days((struct date){2026, 11, 25})};
	struct calendar calendar = {.holidays = holidays, .holiday_count = 2, .weekend = 1 << 4 | 1 << 5};
	/* Weekend is Friday and Saturday here: Sunday 22, Tuesday 24, Thursday 26. */
	assert_int_equal(due("UTC", CLOCK_WORKING_DAYS, 3, "2026-11-20T08:00:00Z", &calendar),
		at("2026-11-26T23:59:59.999Z"));
}

static void test_months(void **state)
{
	(void)state;
	DUE("2027-02-28T09:00:00Z", "UTC", CLOCK_MONTHS, 1, "2027-01-31T09:00:00Z");
	DUE("2028-02-29T09:00:00Z", "UTC", CLOCK_MONTHS, 13, "2027-01-31T09:00:00Z");
	DUE("2027-04-20T07:00:00Z", "Europe/Berlin", CLOCK_MONTHS, 6, "2026-10-20T07:00:00Z");
}

static void test_unknown_zone_is_utc(void **state)
{
	(void)state;
	int64_t night = at("2026-11-20T23:30:00Z");
	struct date utc = zones_date(TEXT_OF("Nowhere/Land"), night);
	struct date kabul = zones_date(TEXT_OF("Asia/Kabul"), night);
	assert_int_equal(utc.day, 20);
	assert_int_equal(kabul.day, 21);
	/* Before 1582 the calendar is Gregorian all the same. */
	struct date old = {1500, 3, 1};
	assert_int_equal(date_compare(zones_date(TEXT_OF("UTC"), moment_from_date(old)), old), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_hours_and_days), cmocka_unit_test(test_legal_maximum),
		cmocka_unit_test(test_working_days), cmocka_unit_test(test_months),
		cmocka_unit_test(test_unknown_zone_is_utc)};
	return cmocka_run_group_tests_name("service/due", tests, NULL, NULL);
}
