/* dates.c - release dates by calendar arithmetic on whole intervals, explained line by line. */
#include "areas/custody/dates.h"

#include <stdlib.h>

struct term_state {
	struct date first, last;
	bool done;
};

static void line_add(struct date_result *result, const char *message, const char *citation, const struct error_parameter *parameters, size_t count)
{
	if (result->line_count == DATES_LINES)
		return;
	struct date_line *line = &result->lines[result->line_count++];
	*line = (struct date_line){ .message = message, .citation = citation };
	for (size_t i = 0; i < count && i < ERROR_PARAMETERS; i++)
		line->parameters[i] = parameters[i];
}

static struct error_parameter day(struct arena *arena, const char *name, struct date date)
{
	return (struct error_parameter){ name, date_text(arena, date), false };
}

static struct error_parameter number(struct arena *arena, const char *name, int64_t value)
{
	return (struct error_parameter){ name, arena_format(arena, "%lld", (long long)value), false };
}

/* The same day of the month `months` later; the first of the month after when that month lacks the day. */
static struct date month_anniversary(struct date from, int32_t months)
{
	int32_t index = (int32_t)from.year * 12 + (from.month - 1) + months;
	int year = (int)(index / 12), month = (int)(index % 12) + 1;
	if (from.day <= date_days_in_month(year, month))
		return (struct date){ (int16_t)year, (int8_t)month, from.day };
	struct date first = { (int16_t)year, (int8_t)month, 1 };
	return date_add_months(first, 1);
}

static struct date term_last_day(const struct date_term *term, struct date first, const struct date_rules *rules)
{
	struct date after = month_anniversary(first, term->length.years * 12 + term->length.months);
	after = date_add_days(after, term->length.weeks * 7 + term->length.days);
	return date_add_days(after, rules->first_day_counts ? -1 : 0);
}

/* Index of the term after which a consecutive one begins. */
static int term_before(const struct date_case *input, size_t index)
{
	int related = input->terms[index].related;
	return related >= 0 && (size_t)related < input->term_count ? related : (int)index - 1;
}

static bool term_resolve(struct arena *arena, const struct date_case *input, struct term_state *states, size_t index, struct date_result *result)
{
	const struct date_term *term = &input->terms[index];
	struct date first = term->starts;
	if (term->relation == TERM_CONSECUTIVE) {
		int before = term_before(input, index);
		if (before < 0 || (size_t)before == index || !states[before].done)
			return false;
		first = date_add_days(states[before].last, 1);
	}
	if (!date_is_whole(first))
		return false;
	states[index] = (struct term_state){ first, term_last_day(term, first, &input->rules), true };
	struct error_parameter parameters[] = { { "term", duration_text(arena, term->length), false }, day(arena, "first", first),
		day(arena, "last", states[index].last) };
	line_add(result, term->relation == TERM_CONSECUTIVE ? N_("A term of {term} begins after the one before it, on {first}, and its last day is {last}") :
		N_("A term of {term} begins on {first}, and its last day is {last}"), NULL, parameters, 3);
	return true;
}

static bool terms_resolve(struct arena *arena, const struct date_case *input, struct term_state *states, struct date_result *result)
{
	size_t done = 0;
	for (bool moved = true; moved && done < input->term_count;) {
		moved = false;
		for (size_t i = 0; i < input->term_count; i++)
			if (!states[i].done && term_resolve(arena, input, states, i, result)) {
				done++;
				moved = true;
			}
	}
	if (done < input->term_count)
		line_add(result, N_("A term has no day on which it begins, or two terms wait for each other. The date cannot be calculated"), NULL, NULL, 0);
	return done == input->term_count;
}

static int boundary_compare(const void *left, const void *right)
{
	int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
	return (a > b) - (a < b);
}

/* Credited days before `start`: the line of days is cut at every border of a credit, and each piece counts once, with the best weight
 * that covers it. Hundredths of days. */
static int64_t credit_hundredths(const struct date_case *input, struct date start)
{
	int32_t borders[DATES_CREDITS * 2 + 1];
	size_t count = 0;
	for (size_t i = 0; i < input->credit_count; i++) {
		borders[count++] = date_to_days(input->credits[i].from);
		borders[count++] = date_to_days(input->credits[i].to) + 1;
	}
	borders[count++] = date_to_days(start);
	qsort(borders, count, sizeof *borders, boundary_compare);
	int64_t hundredths = 0;
	for (size_t b = 0; b + 1 < count; b++) {
		if (borders[b] == borders[b + 1] || borders[b] >= date_to_days(start))
			continue;
		int best = 0;
		for (size_t i = 0; i < input->credit_count; i++)
			if (date_to_days(input->credits[i].from) <= borders[b] && borders[b] <= date_to_days(input->credits[i].to) &&
				input->credits[i].weight_percent > best)
				best = input->credits[i].weight_percent;
		hundredths += (int64_t)best * (borders[b + 1] - borders[b]);
	}
	return hundredths;
}

static bool is_rest_day(const struct date_rules *rules, struct date date)
{
	if (rules->weekend & (1u << (date_weekday(date) - 1)))
		return true;
	int32_t days = date_to_days(date);
	for (size_t i = 0; i < rules->holiday_count; i++)
		if (rules->holidays[i] == days)
			return true;
	return false;
}

static void release_day(struct arena *arena, const struct date_rules *rules, struct date_result *result)
{
	result->release = result->last_day;
	if (rules->release_day_after) {
		result->release = date_add_days(result->release, 1);
		struct error_parameter parameters[] = { day(arena, "day", result->release) };
		line_add(result, N_("Release is on the day after the last day: {day}"), NULL, parameters, 1);
	}
	struct date before = result->release;
	for (int i = 0; rules->rest_day_shift != 0 && is_rest_day(rules, result->release) && i < 30; i++)
		result->release = date_add_days(result->release, rules->rest_day_shift);
	if (date_compare(before, result->release) != 0) {
		struct error_parameter parameters[] = { day(arena, "day", before), day(arena, "moved", result->release) };
		line_add(result, N_("{day} is a day of rest; release moves to {moved}"), NULL, parameters, 2);
	}
}

static void credits_apply(struct arena *arena, const struct date_case *input, struct date first, struct date_result *result)
{
	result->credited_days = (int32_t)(credit_hundredths(input, first) / 100);
	if (result->credited_days == 0)
		return;
	result->last_day = date_add_days(result->last_day, -result->credited_days);
	struct error_parameter parameters[] = { number(arena, "days", result->credited_days), day(arena, "last", result->last_day) };
	line_add(result, N_("{days} days in custody before the term are credited, each day once; the last day becomes {last}"), NULL, parameters, 2);
	if (date_compare(result->last_day, first) < 0) {
		result->last_day = first;
		struct error_parameter begun[] = { day(arena, "first", first) };
		line_add(result, N_("The credited days are longer than the term: it is served on {first}"), NULL, begun, 1);
	}
}

void dates_calculate(struct arena *arena, const struct date_case *input, struct date_result *out_result)
{
	struct term_state states[DATES_TERMS] = { 0 };
	*out_result = (struct date_result){ 0 };
	for (size_t i = 0; i < input->term_count; i++)
		out_result->life = out_result->life || input->terms[i].life;
	if (out_result->life) {
		out_result->known = true;
		line_add(out_result, N_("One of the terms is for life: there is no date"), NULL, NULL, 0);
		return;
	}
	if (input->term_count == 0) {
		line_add(out_result, N_("There is no term in force: release is on order only"), NULL, NULL, 0);
		return;
	}
	if (!terms_resolve(arena, input, states, out_result))
		return;
	struct date first = states[0].first;
	out_result->last_day = states[0].last;
	for (size_t i = 1; i < input->term_count; i++) {
		if (date_compare(states[i].last, out_result->last_day) > 0)
			out_result->last_day = states[i].last;
		if (date_compare(states[i].first, first) < 0)
			first = states[i].first;
	}
	if (input->term_count > 1) {
		struct error_parameter parameters[] = { day(arena, "last", out_result->last_day) };
		line_add(out_result, N_("The term that ends last decides: {last}"), NULL, parameters, 1);
	}
	credits_apply(arena, input, first, out_result);
	release_day(arena, &input->rules, out_result);
	out_result->known = true;
	struct error_parameter parameters[] = { day(arena, "day", out_result->release) };
	line_add(out_result, N_("Release: {day}"), "NMR-7.0", parameters, 1);
}
