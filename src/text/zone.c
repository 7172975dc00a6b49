/* zone.c - offsets of time zones from the system's files, else from ICU; remembered for each thread: one zone serves most moments of a request. */
#include "text/language.h"
#include "text/zone_file.h"

#include <string.h>
#include <unicode/ucal.h>

enum { ZONE_NAME = 64 };

struct known_span {
	char name[ZONE_NAME];
	struct zone_span span;
};

static _Thread_local struct known_span last;

static bool icu_span(struct text zone, int64_t moment, struct zone_span *out_span)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar name[ZONE_NAME];
	for (size_t i = 0; i < zone.length; i++)
		name[i] = (UChar)(unsigned char)zone.data[i];
	UCalendar *calendar = ucal_open(name, (int32_t)zone.length, "en", UCAL_GREGORIAN, &error);
	if (U_FAILURE(error))
		return false;
	ucal_setMillis(calendar, (UDate)moment, &error);
	int32_t offset = ucal_get(calendar, UCAL_ZONE_OFFSET, &error) + ucal_get(calendar, UCAL_DST_OFFSET, &error);
	struct zone_span span = {.from = INT64_MIN, .to = INT64_MAX, .offset = offset};
	UDate transition;
	if (ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_PREVIOUS_INCLUSIVE, &transition, &error))
		span.from = (int64_t)transition;
	if (ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &transition, &error))
		span.to = (int64_t)transition;
	ucal_close(calendar);
	*out_span = span;
	return U_SUCCESS(error);
}

static int64_t offset_at(struct text zone, int64_t moment)
{
	if (zone.length == 0 || zone.length >= ZONE_NAME)
		return 0;
	if (text_equal_string(zone, last.name) && moment >= last.span.from && moment < last.span.to)
		return last.span.offset;
	struct zone_span span;
	if (!zone_file_span(zone, moment, &span) && !icu_span(zone, moment, &span))
		return 0;
	last = (struct known_span){.span = span};
	memcpy(last.name, zone.data, zone.length);
	return span.offset;
}

void zone_local(struct text zone, int64_t moment, struct date *out_date, int *out_minute)
{
	int64_t local = moment + offset_at(zone, moment);
	int64_t days = local / MOMENT_DAY - (local % MOMENT_DAY < 0);
	*out_date = date_from_days((int32_t)days);
	*out_minute = (int)((local - days * MOMENT_DAY) / MOMENT_MINUTE);
}

int64_t zone_moment(struct text zone, struct date date, int minute)
{
	int64_t local = moment_from_date(date) + minute * MOMENT_MINUTE;
	/* The offset before wins: it is right for the first of two, and counts on over a gap. */
	int64_t before = offset_at(zone, local - MOMENT_DAY);
	int64_t guess = local - before;
	if (offset_at(zone, guess) == before)
		return guess;
	int64_t after = offset_at(zone, local + MOMENT_DAY);
	return offset_at(zone, local - after) == after ? local - after : guess;
}
