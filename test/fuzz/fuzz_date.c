/* fuzz_date.c - dates, moments, durations and integers: what is read, written and read again is the same. */
#include "base/date.h"
#include "fuzz.h"

#include <string.h>

static void check_date(struct arena *arena, struct text text)
{
	struct date date, again;
	if (!date_parse_partial(text, &date))
		return;
	FUZZ_CHECK(date_is_valid_partial(date));
	FUZZ_CHECK(text_equal(date_text(arena, date), text));
	FUZZ_CHECK(date_parse(text, &again) == date_is_whole(date));
	if (date_is_whole(date))
		FUZZ_CHECK(date_compare(date_from_days(date_to_days(date)), date) == 0);
}

static void check_moment(struct arena *arena, struct text text)
{
	int64_t moment, again;
	if (!moment_parse(text, &moment))
		return;
	struct text written = moment_text(arena, moment);
	FUZZ_CHECK(moment_parse(written, &again) && again == moment);
	FUZZ_CHECK(text_starts_with(written, date_text(arena, moment_date(moment))));
}

static void check_duration(struct arena *arena, struct text text)
{
	struct duration duration, again;
	if (!duration_parse(text, &duration))
		return;
	FUZZ_CHECK(duration_parse(duration_text(arena, duration), &again));
	FUZZ_CHECK(memcmp(&duration, &again, sizeof(duration)) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct text text = text_make((const char *)data, size);
	int64_t integer, again;
	check_date(arena, text);
	check_moment(arena, text);
	check_duration(arena, text);
	if (text_to_integer(text, &integer)) {
		struct text written = arena_format(arena, "%lld", (long long)integer);
		FUZZ_CHECK(text_to_integer(written, &again) && again == integer);
	}
	arena_destroy(arena);
	return 0;
}
