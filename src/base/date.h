/*
 * date.h - civil dates, partial dates, moments and durations; pure arithmetic, no clock, no zone database.
 *
 * date: proleptic Gregorian calendar, years 1..9999, no zone. A struct date is either valid or {0,0,0} ("none").
 * partial date: year, or year-month, or whole date, as people give it at a gate; text "1974", "1974-05", "1974-05-09".
 * moment: milliseconds since 1970-01-01T00:00:00Z (UTC, no leap seconds), as int64_t; text
 * "2026-11-20T08:15:30.000Z".
 * duration: years, months, weeks, days, hours, minutes kept apart as ISO 8601 writes them ("P7Y6M", "PT4H"); never
 * converted into each other.
 */
#ifndef CUSTOS_BASE_DATE_H
#define CUSTOS_BASE_DATE_H

#include "base/arena.h"

struct date {
	int16_t year;
	int8_t month; /* 1..12; 0 = not known in a partial date */
	int8_t day;   /* 1..31; 0 = not known in a partial date */
};

struct duration {
	int32_t years, months, weeks, days, hours, minutes;
};

enum { DATE_TEXT_SIZE = 11, MOMENT_TEXT_SIZE = 25 };
#define MOMENT_SECOND INT64_C(1000)
#define MOMENT_MINUTE (60 * MOMENT_SECOND)
#define MOMENT_HOUR (60 * MOMENT_MINUTE)
#define MOMENT_DAY (24 * MOMENT_HOUR)

bool date_is_valid(struct date date);         /* a whole, existing day */
bool date_is_valid_partial(struct date date); /* year, year-month or whole */
bool date_is_whole(struct date date);
int date_compare(struct date left, struct date right); /* missing parts sort first */
/* Days since 1970-01-01 and back (Howard Hinnant's civil algorithms). Whole dates only. */
int32_t date_to_days(struct date date);
struct date date_from_days(int32_t days);
struct date date_add_days(struct date date, int32_t days); /* none when outside the years 1..9999, as the next one */
/* Adds months; a day that the month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
struct date date_add_months(struct date date, int32_t months);
int date_days_in_month(int year, int month);
int date_weekday(struct date date); /* 1 Monday .. 7 Sunday (ISO 8601) */
/*
 * Whole years from birth to on; a missing month or day of birth counts as the latest possible (youngest age). 0 when
 * birth lies after on; -1 when birth or on is no date.
 */
int date_age(struct date birth, struct date on);

bool date_parse(struct text text, struct date *out_date);         /* "2026-11-20", whole and existing */
bool date_parse_partial(struct text text, struct date *out_date); /* also "2026" and "2026-11" */
struct text date_text(struct arena *arena, struct date date);     /* ISO; partial dates short; none is empty */

bool moment_parse(struct text text, int64_t *out_moment); /* RFC 3339: Z or +hh:mm, seconds and fraction optional */
struct text moment_text(struct arena *arena, int64_t moment);
void moment_write(int64_t moment, char out_text[MOMENT_TEXT_SIZE]);
struct date moment_date(int64_t moment); /* the UTC day */
int64_t moment_from_date(struct date date);

bool duration_parse(struct text text, struct duration *out_duration);
struct text duration_text(struct arena *arena, struct duration duration); /* "P0D" when empty */

#endif
