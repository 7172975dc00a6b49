/* date.c - civil dates, moments and durations. */
#include "base/date.h"

#include "base/builder.h"

#include <string.h>

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_days_in_month(int year, int month)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static struct date make_date(int64_t year, int month, int day)
{
	return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

bool date_is_whole(struct date date)
{
	return date.year != 0 && date.month != 0 && date.day != 0;
}

bool date_is_valid(struct date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
	       date.day <= date_days_in_month(date.year, date.month);
}

bool date_is_valid_partial(struct date date)
{
	if (date.day != 0)
		return date_is_valid(date);
	return date.year >= 1 && date.year <= 9999 && date.month >= 0 && date.month <= 12;
}

int date_compare(struct date left, struct date right)
{
	if (left.year != right.year)
		return left.year < right.year ? -1 : 1;
	if (left.month != right.month)
		return left.month < right.month ? -1 : 1;
	return (left.day > right.day) - (left.day < right.day);
}

/* days_from_civil of Howard Hinnant: years begin in March, so that the leap day is the last one. */
static int64_t days_from_civil(int64_t year, int month, int day)
{
	year -= month <= 2;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 }; /* 0001-01-01 and 9999-12-31 */

static struct date civil_from_days(int64_t days)
{
	days += 719468;
	int64_t era = (days >= 0 ? days : days - 146096) / 146097;
	int64_t day_of_era = days - era * 146097;
	int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (int)((5 * day_of_year + 2) / 153);
	int day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
	month += month < 10 ? 3 : -9;
	return make_date(year_of_era + era * 400 + (month <= 2), month, day);
}

int32_t date_to_days(struct date date)
{
	return (int32_t)days_from_civil(date.year, date.month, date.day);
}

struct date date_from_days(int32_t days)
{
	if (days < FIRST_DAY || days > LAST_DAY)
		return make_date(0, 0, 0);
	return civil_from_days(days);
}

struct date date_add_days(struct date date, int32_t days)
{
	if (!date_is_valid(date))
		return make_date(0, 0, 0);
	int64_t sum = (int64_t)date_to_days(date) + days;
	if (sum < FIRST_DAY || sum > LAST_DAY)
		return make_date(0, 0, 0);
	return civil_from_days(sum);
}

struct date date_add_months(struct date date, int32_t months)
{
	if (!date_is_valid(date))
		return make_date(0, 0, 0);
	int64_t sum = (int64_t)date.year * 12 + date.month - 1 + months;
	int64_t year = sum / 12;
	if (sum < 12 || year > 9999)
		return make_date(0, 0, 0);
	int month = (int)(sum % 12) + 1;
	int last = date_days_in_month((int)year, month);
	return make_date(year, month, date.day < last ? date.day : last);
}

int date_weekday(struct date date)
{
	/* 1970-01-01 was a Thursday. */
	int64_t day = ((int64_t)date_to_days(date) + 3) % 7;
	return (int)(day < 0 ? day + 7 : day) + 1;
}

int date_age(struct date birth, struct date on)
{
	if (!date_is_valid_partial(birth) || !date_is_valid(on))
		return -1;
	if (birth.month == 0)
		birth.month = 12;
	if (birth.day == 0)
		birth.day = (int8_t)date_days_in_month(birth.year, birth.month);
	int years = on.year - birth.year;
	if (on.month < birth.month || (on.month == birth.month && on.day < birth.day))
		years--;
	return years < 0 ? 0 : years;
}

/* Exactly count digits at *at. */
static bool take_digits(struct text text, size_t *at, size_t count, int *out_value)
{
	int value = 0;
	if (text.length < count || *at > text.length - count)
		return false;
	for (size_t i = 0; i < count; i++) {
		char byte = text.data[*at + i];
		if (byte < '0' || byte > '9')
			return false;
		value = value * 10 + (byte - '0');
	}
	*at += count;
	*out_value = value;
	return true;
}

static bool take_byte(struct text text, size_t *at, char byte)
{
	if (*at >= text.length || text.data[*at] != byte)
		return false;
	*at += 1;
	return true;
}

/* As much of YYYY-MM-DD as stands at *at. */
static bool take_date(struct text text, size_t *at, struct date *out_date)
{
	int year, month = 0, day = 0;
	if (!take_digits(text, at, 4, &year))
		return false;
	if (take_byte(text, at, '-')) {
		if (!take_digits(text, at, 2, &month) || month == 0)
			return false;
		if (take_byte(text, at, '-') && (!take_digits(text, at, 2, &day) || day == 0))
			return false;
	}
	struct date date = make_date(year, month, day);
	if (!date_is_valid_partial(date))
		return false;
	*out_date = date;
	return true;
}

bool date_parse_partial(struct text text, struct date *out_date)
{
	size_t at = 0;
	struct date date;
	if (!take_date(text, &at, &date) || at != text.length)
		return false;
	*out_date = date;
	return true;
}

bool date_parse(struct text text, struct date *out_date)
{
	struct date date;
	if (!date_parse_partial(text, &date) || !date_is_whole(date))
		return false;
	*out_date = date;
	return true;
}

static void put_digits(char *out, int count, int value)
{
	for (int i = count - 1; i >= 0; i--) {
		out[i] = (char)('0' + value % 10);
		value /= 10;
	}
}

struct text date_text(struct arena *arena, struct date date)
{
	if (date.year <= 0 || date.month < 0 || date.day < 0)
		return text_empty();
	char *out = arena_allocate(arena, DATE_TEXT_SIZE);
	put_digits(out, 4, date.year);
	if (date.month == 0)
		return (struct text){out, 4};
	out[4] = '-';
	put_digits(out + 5, 2, date.month);
	if (date.day == 0)
		return (struct text){out, 7};
	out[7] = '-';
	put_digits(out + 8, 2, date.day);
	return (struct text){out, 10};
}

/* Fraction of a second at *at, in milliseconds; further digits are cut off. */
static bool take_fraction(struct text text, size_t *at, int *out_milliseconds)
{
	int value = 0;
	int weight = 100;
	size_t first = *at;
	while (*at < text.length && text.data[*at] >= '0' && text.data[*at] <= '9') {
		value += (text.data[*at] - '0') * weight;
		weight /= 10;
		*at += 1;
	}
	*out_milliseconds = value;
	return *at > first && *at - first <= 9;
}

/* hh:mm[:ss[.fff]] in milliseconds. */
static bool take_time(struct text text, size_t *at, int64_t *out_milliseconds)
{
	int hour, minute, second = 0, fraction = 0;
	if (!take_digits(text, at, 2, &hour) || !take_byte(text, at, ':') || !take_digits(text, at, 2, &minute))
		return false;
	if (take_byte(text, at, ':')) {
		if (!take_digits(text, at, 2, &second))
			return false;
		if (take_byte(text, at, '.') && !take_fraction(text, at, &fraction))
			return false;
	}
	if (hour > 23 || minute > 59 || second > 59)
		return false;
	*out_milliseconds = hour * MOMENT_HOUR + minute * MOMENT_MINUTE + second * MOMENT_SECOND + fraction;
	return true;
}

/* Z or +hh:mm or -hh:mm, in milliseconds east of Greenwich. */
static bool take_offset(struct text text, size_t *at, int64_t *out_milliseconds)
{
	if (take_byte(text, at, 'Z') || take_byte(text, at, 'z')) {
		*out_milliseconds = 0;
		return true;
	}
	int hour, minute;
	bool west = take_byte(text, at, '-');
	if (!west && !take_byte(text, at, '+'))
		return false;
	if (!take_digits(text, at, 2, &hour) || !take_byte(text, at, ':') || !take_digits(text, at, 2, &minute))
		return false;
	if (hour > 23 || minute > 59)
		return false;
	int64_t offset = hour * MOMENT_HOUR + minute * MOMENT_MINUTE;
	*out_milliseconds = west ? -offset : offset;
	return true;
}

static const int64_t first_moment = FIRST_DAY * MOMENT_DAY;
static const int64_t last_moment = (LAST_DAY + INT64_C(1)) * MOMENT_DAY - 1;

bool moment_parse(struct text text, int64_t *out_moment)
{
	size_t at = 0;
	struct date date;
	int64_t time, offset;
	if (!take_date(text, &at, &date) || !date_is_whole(date))
		return false;
	if (!take_byte(text, &at, 'T') && !take_byte(text, &at, 't'))
		return false;
	if (!take_time(text, &at, &time) || !take_offset(text, &at, &offset) || at != text.length)
		return false;
	int64_t moment = moment_from_date(date) + time - offset;
	if (moment < first_moment || moment > last_moment)
		return false;
	*out_moment = moment;
	return true;
}

/* Days before the moment, rounded down; *out_rest is the time of day. */
static int64_t split_moment(int64_t moment, int64_t *out_rest)
{
	int64_t days = moment / MOMENT_DAY;
	int64_t rest = moment % MOMENT_DAY;
	if (rest < 0) {
		rest += MOMENT_DAY;
		days--;
	}
	*out_rest = rest;
	return days;
}

/* Moments outside the years 1..9999 become the nearest one inside. */
static int64_t clamp_moment(int64_t moment)
{
	if (moment < first_moment)
		return first_moment;
	return moment > last_moment ? last_moment : moment;
}

void moment_write(int64_t moment, char out_text[MOMENT_TEXT_SIZE])
{
	int64_t rest;
	struct date date = civil_from_days(split_moment(clamp_moment(moment), &rest));
	memcpy(out_text, "0000-00-00T00:00:00.000Z", MOMENT_TEXT_SIZE);
	put_digits(out_text, 4, date.year);
	put_digits(out_text + 5, 2, date.month);
	put_digits(out_text + 8, 2, date.day);
	put_digits(out_text + 11, 2, (int)(rest / MOMENT_HOUR));
	put_digits(out_text + 14, 2, (int)(rest / MOMENT_MINUTE % 60));
	put_digits(out_text + 17, 2, (int)(rest / MOMENT_SECOND % 60));
	put_digits(out_text + 20, 3, (int)(rest % MOMENT_SECOND));
}

struct text moment_text(struct arena *arena, int64_t moment)
{
	char *out = arena_allocate(arena, MOMENT_TEXT_SIZE);
	moment_write(moment, out);
	return (struct text){out, MOMENT_TEXT_SIZE - 1};
}

struct date moment_date(int64_t moment)
{
	int64_t rest;
	return civil_from_days(split_moment(clamp_moment(moment), &rest));
}

int64_t moment_from_date(struct date date)
{
	return (int64_t)date_to_days(date) * MOMENT_DAY;
}

/* Digits and one of the unit letters from *next on (they come in this order, each at most once). */
static bool take_part(struct text text, size_t *at, const char *units, size_t *next, int32_t *values)
{
	int64_t value = 0;
	size_t first = *at;
	while (*at < text.length && text.data[*at] >= '0' && text.data[*at] <= '9') {
		value = value * 10 + (text.data[*at] - '0');
		if (value > INT32_MAX)
			return false;
		*at += 1;
	}
	if (*at == first || *at == text.length)
		return false;
	for (; units[*next] != '\0'; *next += 1) {
		if (units[*next] == text.data[*at]) {
			values[*next] = (int32_t)value;
			*next += 1;
			*at += 1;
			return true;
		}
	}
	return false;
}

bool duration_parse(struct text text, struct duration *out_duration)
{
	size_t at = 0;
	size_t next = 0;
	int32_t day[4] = {0};
	int32_t clock[2] = {0};
	if (!take_byte(text, &at, 'P') || at == text.length)
		return false;
	while (at < text.length && text.data[at] != 'T') {
		if (!take_part(text, &at, "YMWD", &next, day))
			return false;
	}
	if (take_byte(text, &at, 'T')) {
		next = 0;
		do {
			if (!take_part(text, &at, "HM", &next, clock))
				return false;
		} while (at < text.length);
	}
	*out_duration = (struct duration){day[0], day[1], day[2], day[3], clock[0], clock[1]};
	return true;
}

static void put_part(struct builder *out, int32_t value, char unit)
{
	if (value == 0)
		return;
	builder_add_integer(out, value);
	builder_add_byte(out, unit);
}

struct text duration_text(struct arena *arena, struct duration duration)
{
	struct builder out;
	builder_begin(&out, arena, 32);
	builder_add_byte(&out, 'P');
	put_part(&out, duration.years, 'Y');
	put_part(&out, duration.months, 'M');
	put_part(&out, duration.weeks, 'W');
	put_part(&out, duration.days, 'D');
	if (duration.hours != 0 || duration.minutes != 0) {
		builder_add_byte(&out, 'T');
		put_part(&out, duration.hours, 'H');
		put_part(&out, duration.minutes, 'M');
	}
	if (out.length == 1)
		builder_add_string(&out, "0D");
	return builder_text(&out);
}
