/* test_calendar.c - dates, moments, durations in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#include "text/catalogue.h"

static void same(struct text found, const char *wanted)
{
	if (!text_equal_string(found, wanted))
		fprintf(stderr, "found %.*s, wanted %s\n", TEXT_FORMAT(found), wanted);
	assert_true(text_equal_string(found, wanted));
}


static void test_dates(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *en = language_find(TEXT_OF("en")), *ru = language_find(TEXT_OF("ru")),
		*ar = language_find(TEXT_OF("ar"));
	struct date day = {2026, 3, 3}, month = {2026, 3, 0}, year = {2026, 0, 0}, none = {0};
	same(format_date(en, arena, day), "3 March 2026");
	same(format_date(en, arena, month), "March 2026");
	same(format_date(en, arena, year), "2026");
	same(format_date(en, arena, none), "");
	same(format_date(ru, arena, day), "3 марта 2026");
	same(format_date(ru, arena, month), "март 2026");
	same(format_date(ar, arena, day), "3 مارس 2026");
	arena_destroy(arena);
}

static void test_moments(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *en = language_find(TEXT_OF("en"));
	int64_t moment;
	assert_true(moment_parse(TEXT_OF("2026-03-03T22:05:00Z"), &moment));
	same(format_moment(en, arena, moment, text_empty()), "3 March 2026, 22:05");
	same(format_moment(en, arena, moment, TEXT_OF("Asia/Tashkent")), "4 March 2026, 03:05");
	same(format_time(en, arena, moment, TEXT_OF("Asia/Tashkent")), "03:05");
	arena_destroy(arena);
}

static void test_durations(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const struct language *en = language_find(TEXT_OF("en"));
	same(format_duration(en, arena, (struct duration){.years = 7, .months = 6}), "7 years 6 months");
	same(format_duration(en, arena, (struct duration){.days = 1, .hours = 2, .minutes = 1}), "1 day 2 hours 1 minute");
	same(format_duration(en, arena, (struct duration){0}), "0 days");
	same(format_due(en, arena, 3 * MOMENT_HOUR, 0), "In 3 hours");
	same(format_due(en, arena, 0, MOMENT_HOUR), "Overdue by 1 hour");
	same(format_due(en, arena, 0, 3 * MOMENT_DAY), "Overdue by 3 days");
	same(format_due(en, arena, 20 * MOMENT_MINUTE, 0), "In 20 minutes");
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates), cmocka_unit_test(test_moments), cmocka_unit_test(test_durations),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
