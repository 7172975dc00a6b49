/* due.c - when a deadline is due: pure arithmetic over a calendar and a zone that the caller brings. */
#include <stdlib.h>

#include "service/deadline.h"

struct zone_functions {
	int64_t (*to_moment)(void *zone, struct date date, int minute);
	struct date (*to_date)(void *zone, int64_t moment);
	void *zone;
};

static int compare_days(const void *left, const void *right)
{
	int32_t first = *(const int32_t *)left, second = *(const int32_t *)right;
	return (first > second) - (first < second);
}

static bool is_working_day(const struct calendar *calendar, struct date date)
{
	int32_t days = date_to_days(date);
	if (calendar->weekend & 1u << (date_weekday(date) - 1))
		return false;
	return calendar->holiday_count == 0 ||
		!bsearch(&days, calendar->holidays, calendar->holiday_count, sizeof days, compare_days);
}

/* Last moment of a civil day, so that the date shown is the day meant. */
static int64_t end_of_day(const struct zone_functions *zone, struct date date)
{
	return zone->to_moment(zone->zone, date_add_days(date, 1), 0) - 1;
}

/* The day of the start does not count; due at the end of the last working day. */
static int64_t after_working_days(const struct calendar *calendar, const struct zone_functions *zone, int64_t length,
	int64_t started_at)
{
	struct date date = zone->to_date(zone->zone, started_at);
	/* A calendar without a working day would never end: ten years is further than any clock runs. */
	for (int guard = 0; guard < 3660; guard++) {
		if (length <= 0 && is_working_day(calendar, date))
			break;
		date = date_add_days(date, 1);
		if (length > 0 && is_working_day(calendar, date))
			length--;
	}
	return end_of_day(zone, date);
}

/* Same time of day on another civil date. */
static int64_t same_time_on(const struct zone_functions *zone, int64_t started_at, struct date date)
{
	int64_t midnight = zone->to_moment(zone->zone, zone->to_date(zone->zone, started_at), 0);
	int64_t since = started_at - midnight;
	return zone->to_moment(zone->zone, date, (int)(since / MOMENT_MINUTE)) + since % MOMENT_MINUTE;
}

static int64_t after_days(const struct clock_kind *clock, const struct zone_functions *zone, int64_t length,
	int64_t started_at)
{
	struct date date = date_add_days(zone->to_date(zone->zone, started_at), (int32_t)length);
	int64_t due = same_time_on(zone, started_at, date);
	int64_t strict = started_at + length * MOMENT_DAY;
	/* Clocks that go back must not lengthen a legal maximum by an hour. */
	return clock->legal_maximum && strict < due ? strict : due;
}

int64_t deadline_due(const struct clock_kind *clock, int64_t length, int64_t started_at, const struct calendar *calendar,
	int64_t (*to_moment)(void *zone, struct date date, int minute), struct date (*to_date)(void *zone, int64_t moment),
	void *zone)
{
	struct zone_functions functions = {.to_moment = to_moment, .to_date = to_date, .zone = zone};
	switch (clock->unit) {
	case CLOCK_HOURS:
		return started_at + length * MOMENT_HOUR;
	case CLOCK_DAYS:
		return after_days(clock, &functions, length, started_at);
	case CLOCK_WORKING_DAYS:
		return after_working_days(calendar, &functions, length, started_at);
	case CLOCK_MONTHS:
		return same_time_on(&functions, started_at,
			date_add_months(to_date(zone, started_at), (int32_t)length));
	}
	return started_at;
}
