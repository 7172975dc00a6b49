/*
 * dates.h - sentence arithmetic as pure functions, every step explained line by line.
 *
 * Two independent implementations, which release compares: dates.c works with terms as intervals by calendar arithmetic (years,
 * months, then days; last day served inclusive), dates_check.c counts days one by one on a bitmap of days. Conventions that differ
 * between countries (does the first day count, is the last day the day before the anniversary, are months calendar months, is
 * release on the last day or the day after, what a release day on a rest day becomes, how credits for remand are weighted) are
 * parameters of the profile (dates.*), each with its source. Neutral profile: the day of start counts; a term of n months from day
 * d ends on the day before the same day of the month n later (the last day of the month when it lacks it); credited days move the
 * start back; each calendar day is credited once; release in the morning of the day after the last day served is written as the
 * last day served itself when dates.release_on = last_day.
 */
#ifndef CUSTOS_AREAS_CUSTODY_DATES_H
#define CUSTOS_AREAS_CUSTODY_DATES_H

#include "base/date.h"
#include "base/error.h"

enum { DATES_TERMS = 32, DATES_CREDITS = 64, DATES_LINES = 160 };

enum term_relation { TERM_SINGLE, TERM_CONCURRENT, TERM_CONSECUTIVE };

struct date_term {
	struct text id;
	struct duration length; /* years, months, days */
	bool life;
	struct date starts;	/* ignored for consecutive */
	enum term_relation relation;
	int related;		/* index of the related term; -1 = the first / the one before */
};

struct date_credit {
	struct date from, to; /* inclusive */
	int weight_percent;   /* 100 = day for day; 150 = a day counts one and a half (rounded down over the whole) */
};

struct date_rules { /* from the profile */
	bool first_day_counts;
	bool release_day_after;	/* released on the day after the last day served */
	int rest_day_shift;	/* -1 released on the working day before, 0 as it is, +1 after */
	unsigned weekend;	/* bit per ISO weekday, bit 0 = Monday */
	const int32_t *holidays;
	size_t holiday_count;
	int remand_weight_percent;
};

struct date_line { const char *message; struct error_parameter parameters[ERROR_PARAMETERS]; const char *citation; };

struct date_result {
	bool known;		/* false: no term, or input that cannot be calculated (then a line says why) */
	bool life;
	struct date last_day, release;
	int32_t credited_days;
	struct date_line lines[DATES_LINES];
	size_t line_count;
};

struct date_case {
	struct date_term terms[DATES_TERMS];
	size_t term_count;
	struct date_credit credits[DATES_CREDITS];
	size_t credit_count;
	struct date_rules rules;
};

void dates_calculate(struct arena *arena, const struct date_case *input, struct date_result *out_result);
/* The second, independent implementation: result only. */
void dates_check(const struct date_case *input, struct date_result *out_result);

#endif
