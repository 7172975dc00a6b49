/* calendar.c - civil dates and due moments in the time zone of a facility, by the system's zone files (text/catalogue). */
#include "service/internal.h"
#include "text/catalogue.h"

static struct date to_date(void *state, int64_t moment)
{
	const struct text *zone = state;
	struct date date;
	int minute;
	zone_local(*zone, moment, &date, &minute);
	return date;
}

static int64_t to_moment(void *state, struct date date, int minute)
{
	const struct text *zone = state;
	return zone_moment(*zone, date, minute);
}

struct date zones_date(struct text zone, int64_t moment)
{
	return to_date(&zone, moment);
}

int64_t zones_midnight(struct text zone, struct date day)
{
	return to_moment(&zone, day, 0);
}

int64_t zones_due(struct text zone, const struct clock_kind *clock, int64_t length, int64_t started_at, const struct calendar *calendar)
{
	return deadline_due(clock, length, started_at, calendar, to_moment, to_date, &zone);
}
