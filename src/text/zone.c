/* zone.c - offsets of time zones from ICU, remembered for each thread: one zone serves most moments of a request. */
#include "text/language.h"

#include <string.h>
#include <unicode/ucal.h>

enum { ZONE_NAME = 64 };

struct zone_span { /* a run of time with one offset */
	char name[ZONE_NAME];
	int64_t from, to; /* moments: from <= m < to */
	int64_t offset;	  /* ms east of UTC */
};

static _Thread_local struct zone_span last;

static bool load_span(struct text zone, int64_t moment, struct zone_span *out_span)
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
	memcpy(span.name, zone.data, zone.length);
	*out_span = span;
	return U_SUCCESS(error);
}

static int64_t offset_at(struct text zone, int64_t moment)
{
	if (zone.length == 0 || zone.length >= ZONE_NAME)
		return 0;
	if (text_equal_string(zone, last.name) && moment >= last.from && moment < last.to)
		return last.offset;
	struct zone_span span;
	if (!load_span(zone, moment, &span))
		return 0;
	last = span;
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
