/* calendar.c - civil dates in the time zone of a facility, by ICU's calendars; one kept open per zone. */
#include <float.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "base/log.h"
#include "service/internal.h"

enum { ZONE_NAME_SIZE = 64 };

struct zone {
	UCalendar *calendar;
};

void zones_begin(struct zones *zones)
{
	pthread_mutex_init(&zones->mutex, NULL);
	zones->arena = arena_create();
	map_begin(&zones->map, zones->arena);
}

void zones_end(struct zones *zones)
{
	for (size_t i = 0; i < zones->map.count; i++) {
		struct zone *zone = zones->map.entries[i].value;
		if (zone->calendar)
			ucal_close(zone->calendar);
	}
	arena_destroy(zones->arena);
	pthread_mutex_destroy(&zones->mutex);
}

/* ICU takes an unknown zone for Etc/Unknown, which is UTC; that must not pass unseen. */
static UCalendar *open_calendar(struct text name)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar id[ZONE_NAME_SIZE] = {0}, canonical[ZONE_NAME_SIZE];
	UBool is_system = 0;
	int32_t length = 0;
	if (name.length < ZONE_NAME_SIZE)
		u_strFromUTF8(id, ZONE_NAME_SIZE, &length, name.data, (int32_t)name.length, &status);
	ucal_getCanonicalTimeZoneID(id, length, canonical, ZONE_NAME_SIZE, &is_system, &status);
	if (U_FAILURE(status) || !is_system) {
		log_event(LOG_WARNING, "zone_unknown", "used", "UTC", NULL);
		status = U_ZERO_ERROR;
		u_strFromUTF8(id, ZONE_NAME_SIZE, &length, "UTC", 3, &status);
	}
	UCalendar *calendar = ucal_open(id, length, "en", UCAL_GREGORIAN, &status);
	if (U_FAILURE(status))
		return NULL;
	/* Proleptic Gregorian, as base/date has it. */
	ucal_setGregorianChange(calendar, -DBL_MAX, &status);
	return calendar;
}

static struct zone *zone_named(struct zones *zones, struct text name)
{
	if (text_is_empty(name))
		name = TEXT_OF("UTC");
	struct zone *zone = map_get(&zones->map, name);
	if (zone)
		return zone;
	zone = ARENA_NEW(zones->arena, struct zone);
	zone->calendar = open_calendar(name);
	map_set(&zones->map, arena_copy(zones->arena, name), zone);
	return zone;
}

static struct date to_date(void *state, int64_t moment)
{
	struct zone *zone = state;
	UErrorCode status = U_ZERO_ERROR;
	if (!zone->calendar)
		return moment_date(moment);
	ucal_setMillis(zone->calendar, (UDate)moment, &status);
	int32_t year = ucal_get(zone->calendar, UCAL_YEAR, &status);
	int32_t month = ucal_get(zone->calendar, UCAL_MONTH, &status);
	int32_t day = ucal_get(zone->calendar, UCAL_DATE, &status);
	if (U_FAILURE(status))
		return moment_date(moment);
	return (struct date){(int16_t)year, (int8_t)(month + 1), (int8_t)day};
}

static int64_t to_moment(void *state, struct date date, int minute)
{
	struct zone *zone = state;
	UErrorCode status = U_ZERO_ERROR;
	int64_t otherwise = moment_from_date(date) + minute * MOMENT_MINUTE;
	if (!zone->calendar)
		return otherwise;
	ucal_clear(zone->calendar);
	ucal_setDateTime(zone->calendar, date.year, date.month - 1, date.day, minute / 60, minute % 60, 0, &status);
	ucal_set(zone->calendar, UCAL_MILLISECOND, 0);
	UDate moment = ucal_getMillis(zone->calendar, &status);
	return U_FAILURE(status) ? otherwise : (int64_t)moment;
}

struct date zones_date(struct zones *zones, struct text zone, int64_t moment)
{
	pthread_mutex_lock(&zones->mutex);
	struct date date = to_date(zone_named(zones, zone), moment);
	pthread_mutex_unlock(&zones->mutex);
	return date;
}

int64_t zones_due(struct zones *zones, struct text zone, const struct clock_kind *clock, int64_t length, int64_t started_at,
	const struct calendar *calendar)
{
	pthread_mutex_lock(&zones->mutex);
	int64_t due = deadline_due(clock, length, started_at, calendar, to_moment, to_date, zone_named(zones, zone));
	pthread_mutex_unlock(&zones->mutex);
	return due;
}
