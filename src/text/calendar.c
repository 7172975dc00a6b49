/* calendar.c - dates and moments in words. */
#include "text/language.h"

static struct text two_digits(struct arena *arena, int number)
{
	return arena_format(arena, "%02d", number);
}

struct text format_date(const struct language *language, struct arena *arena, struct date date)
{
	const struct language_data *data = language_data(language);
	if (date.year == 0)
		return text_empty();
	if (date.month == 0)
		return arena_format(arena, "%d", date.year);
	if (date.day == 0)
		return arena_format(arena, "%.*s %d", TEXT_FORMAT(data->months_standing[date.month - 1]), date.year);
	return arena_format(arena, "%d %.*s %d", date.day, TEXT_FORMAT(data->months[date.month - 1]), date.year);
}

struct text format_time(const struct language *language, struct arena *arena, int64_t moment, struct text zone)
{
	(void)language; /* 24 hours and a colon everywhere */
	struct date date;
	int minute;
	zone_local(zone, moment, &date, &minute);
	return arena_format(arena, "%02d:%02d", minute / 60, minute % 60);
}

struct text format_moment(const struct language *language, struct arena *arena, int64_t moment, struct text zone)
{
	struct date date;
	int minute;
	zone_local(zone, moment, &date, &minute);
	struct parameter parameters[] = {
		{"date", format_date(language, arena, date)},
		{"time", arena_format(arena, "%.*s:%.*s", TEXT_FORMAT(two_digits(arena, minute / 60)),
			TEXT_FORMAT(two_digits(arena, minute % 60)))},
	};
	return message_with(language, arena, N_("{date}, {time}"), parameters, 2);
}

struct unit { const char *one, *many; };

static const struct unit duration_units[6] = {
	{N_("{count} year"), N_("{count} years")}, {N_("{count} month"), N_("{count} months")},
	{N_("{count} week"), N_("{count} weeks")}, {N_("{count} day"), N_("{count} days")},
	{N_("{count} hour"), N_("{count} hours")}, {N_("{count} minute"), N_("{count} minutes")},
};

struct text format_duration(const struct language *language, struct arena *arena, struct duration duration)
{
	const int32_t parts[6] = {duration.years, duration.months, duration.weeks, duration.days, duration.hours,
		duration.minutes};
	struct text whole = text_empty();
	for (int i = 0; i < 6; i++) {
		if (parts[i] == 0)
			continue;
		struct text part = message_count(language, arena, duration_units[i].one, duration_units[i].many, parts[i]);
		struct parameter pair[] = {{"larger", whole}, {"smaller", part}};
		whole = whole.length == 0 ? part : message_with(language, arena, N_("{larger} {smaller}"), pair, 2);
	}
	return whole.length > 0 ? whole : message_count(language, arena, N_("{count} day"), N_("{count} days"), 0);
}

struct text format_due(const struct language *language, struct arena *arena, int64_t due, int64_t now)
{
	int64_t left = due - now;
	bool late = left < 0;
	int64_t size = late ? -left : left;
	if (size < MOMENT_HOUR) {
		int64_t minutes = size / MOMENT_MINUTE;
		return late ? message_count(language, arena, N_("Overdue by {count} minute"), N_("Overdue by {count} minutes"),
				      minutes)
			    : message_count(language, arena, N_("In {count} minute"), N_("In {count} minutes"), minutes);
	}
	if (size < 2 * MOMENT_DAY) {
		int64_t hours = size / MOMENT_HOUR;
		return late ? message_count(language, arena, N_("Overdue by {count} hour"), N_("Overdue by {count} hours"), hours)
			    : message_count(language, arena, N_("In {count} hour"), N_("In {count} hours"), hours);
	}
	int64_t days = size / MOMENT_DAY;
	return late ? message_count(language, arena, N_("Overdue by {count} day"), N_("Overdue by {count} days"), days)
		    : message_count(language, arena, N_("In {count} day"), N_("In {count} days"), days);
}
