/*
 * dates_check.c - the second calculation: walks through the calendar one day at a time and counts, sharing no arithmetic with dates.c
 * but the length of a month. Release compares the two.
 */
#include "areas/custody/dates.h"

struct walker { /* a day of the calendar that can only step forward or back by one */
	int year, month, day;
};

static void step(struct walker *walker)
{
	if (++walker->day > date_days_in_month(walker->year, walker->month)) {
		walker->day = 1;
		if (++walker->month > 12) {
			walker->month = 1;
			walker->year++;
		}
	}
}

static void step_back(struct walker *walker)
{
	if (--walker->day < 1) {
		if (--walker->month < 1) {
			walker->month = 12;
			walker->year--;
		}
		walker->day = date_days_in_month(walker->year, walker->month);
	}
}

static bool before(const struct walker *left, const struct walker *right)
{
	if (left->year != right->year)
		return left->year < right->year;
	if (left->month != right->month)
		return left->month < right->month;
	return left->day < right->day;
}

static struct walker walker_at(struct date date)
{
	return (struct walker){ date.year, date.month, date.day };
}

static struct date walker_date(const struct walker *walker)
{
	return (struct date){ (int16_t)walker->year, (int8_t)walker->month, (int8_t)walker->day };
}

/* A month has passed when the day of the month comes round, or on the first when the month just left was too short for it. */
static bool month_passed(const struct walker *walker, int day, int length_of_last_month)
{
	return walker->day == day || (walker->day == 1 && length_of_last_month < day);
}

/* Walks from the first day over all months, then over the days; stands then on the day after the last. */
static struct walker walk_term(const struct date_term *term, struct walker walker)
{
	int wanted = term->length.years * 12 + term->length.months, passed = 0, day = walker.day;
	while (passed < wanted) {
		int length = date_days_in_month(walker.year, walker.month);
		step(&walker);
		if (month_passed(&walker, day, walker.day == 1 ? length : 31))
			passed++;
	}
	for (int i = 0; i < term->length.weeks * 7 + term->length.days; i++)
		step(&walker);
	return walker;
}

struct span { struct walker first, after; bool done; };

static bool span_find(const struct date_case *input, struct span *spans, size_t index)
{
	const struct date_term *term = &input->terms[index];
	struct walker first = walker_at(term->starts);
	if (term->relation == TERM_CONSECUTIVE) {
		int other = term->related >= 0 ? term->related : (int)index - 1;
		if (other < 0 || other >= (int)input->term_count || other == (int)index || !spans[other].done)
			return false;
		first = spans[other].after;
	}
	if (first.day < 1 || first.month < 1 || first.year < 1)
		return false;
	spans[index].first = first;
	spans[index].after = walk_term(term, first);
	if (!input->rules.first_day_counts)
		step(&spans[index].after);
	spans[index].done = true;
	return true;
}

static bool spans_find(const struct date_case *input, struct span *spans)
{
	for (size_t round = 0; round < input->term_count; round++)
		for (size_t i = 0; i < input->term_count; i++)
			if (!spans[i].done)
				span_find(input, spans, i);
	for (size_t i = 0; i < input->term_count; i++)
		if (!spans[i].done)
			return false;
	return true;
}

/* Asks of every single day before the first served one whether some credit covers it, and with which best weight. */
static int32_t count_credit(const struct date_case *input, const struct walker *first)
{
	if (input->credit_count == 0)
		return 0;
	struct walker day = walker_at(input->credits[0].from);
	for (size_t i = 1; i < input->credit_count; i++) {
		struct walker other = walker_at(input->credits[i].from);
		if (before(&other, &day))
			day = other;
	}
	int64_t hundredths = 0;
	for (; before(&day, first); step(&day)) {
		int best = 0;
		for (size_t i = 0; i < input->credit_count; i++) {
			struct walker from = walker_at(input->credits[i].from), to = walker_at(input->credits[i].to);
			if (!before(&day, &from) && !before(&to, &day) && input->credits[i].weight_percent > best)
				best = input->credits[i].weight_percent;
		}
		hundredths += best;
	}
	return (int32_t)(hundredths / 100);
}

static bool rests(const struct date_rules *rules, const struct walker *walker)
{
	struct date date = walker_date(walker);
	for (size_t i = 0; i < rules->holiday_count; i++)
		if (date_compare(date_from_days(rules->holidays[i]), date) == 0)
			return true;
	return (rules->weekend >> (date_weekday(date) - 1)) & 1u;
}

void dates_check(const struct date_case *input, struct date_result *out_result)
{
	struct span spans[DATES_TERMS] = { 0 };
	*out_result = (struct date_result){ 0 };
	for (size_t i = 0; i < input->term_count; i++)
		if (input->terms[i].life)
			out_result->life = out_result->known = true;
	if (out_result->life || input->term_count == 0 || !spans_find(input, spans))
		return;
	struct walker first = spans[0].first, last = spans[0].after;
	for (size_t i = 1; i < input->term_count; i++) {
		if (before(&last, &spans[i].after))
			last = spans[i].after;
		if (before(&spans[i].first, &first))
			first = spans[i].first;
	}
	step_back(&last);
	out_result->credited_days = count_credit(input, &first);
	for (int32_t i = 0; i < out_result->credited_days; i++)
		step_back(&last);
	if (before(&last, &first))
		last = first;
	out_result->last_day = walker_date(&last);
	if (input->rules.release_day_after)
		step(&last);
	for (int i = 0; i < 30 && input->rules.rest_day_shift != 0 && rests(&input->rules, &last); i++)
		input->rules.rest_day_shift > 0 ? step(&last) : step_back(&last);
	out_result->release = walker_date(&last);
	out_result->known = true;
}
