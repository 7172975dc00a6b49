/* rules_solitary.c - counts days of solitary confinement from intervals. */
#include "areas/rights/rules_solitary.h"

#include <stdlib.h>

static int compare_starts(const void *left, const void *right)
{
	const struct solitary_interval *first = left, *second = right;
	return (first->from > second->from) - (first->from < second->from);
}

/* Sorted and disjoint; intervals that touch become one. Empty and backward ones, and those shorter than `least`, are left out. */
static size_t merge(struct solitary_interval *items, size_t count, int64_t least)
{
	size_t kept = 0, merged = 0;
	for (size_t i = 0; i < count; i++)
		if (items[i].to > items[i].from && items[i].to - items[i].from >= least)
			items[kept++] = items[i];
	if (kept > 1)
		qsort(items, kept, sizeof *items, compare_starts);
	for (size_t i = 0; i < kept; i++) {
		if (merged > 0 && items[i].from <= items[merged - 1].to) {
			if (items[i].to > items[merged - 1].to)
				items[merged - 1].to = items[i].to;
		} else {
			items[merged++] = items[i];
		}
	}
	return merged;
}

static int64_t overlap(const struct solitary_interval *items, size_t count, int64_t from, int64_t to)
{
	int64_t total = 0;
	size_t low = 0, high = count;
	while (low < high) { /* first that ends after `from` */
		size_t middle = low + (high - low) / 2;
		if (items[middle].to <= from)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low; i < count && items[i].from < to; i++)
		total += (items[i].to < to ? items[i].to : to) - (items[i].from > from ? items[i].from : from);
	return total;
}

/* Spans without contacts: what is left of each span between them. */
static size_t isolate(const struct solitary_case *input, struct solitary_interval *out)
{
	size_t count = 0, next = 0;
	for (size_t i = 0; i < input->span_count; i++) {
		int64_t at = input->spans[i].from, end = input->spans[i].to;
		while (next < input->contact_count && input->contacts[next].to <= at)
			next++;
		for (size_t j = next; j < input->contact_count && input->contacts[j].from < end; j++) {
			if (input->contacts[j].from > at)
				out[count++] = (struct solitary_interval){ at, input->contacts[j].from };
			if (input->contacts[j].to > at)
				at = input->contacts[j].to;
		}
		if (at < end)
			out[count++] = (struct solitary_interval){ at, end };
	}
	return count;
}

static bool day_is_solitary(const struct solitary_case *input, const struct solitary_interval *alone, size_t alone_count, int64_t from, int64_t to)
{
	const int64_t threshold = SOLITARY_MINUTES_A_DAY * MOMENT_MINUTE;
	int64_t isolation = overlap(alone, alone_count, from, to);
	if (isolation >= threshold)
		return true;
	for (size_t i = 0; i < input->span_count && input->spans[i].from < to; i++) {
		int64_t starts = input->spans[i].from, ends = input->spans[i].to;
		if (ends < from)
			continue;
		if (starts <= from && ends >= to && to - from - isolation <= SOLITARY_CONTACT_MINUTES * MOMENT_MINUTE)
			return true;
		if (starts >= from && overlap(alone, alone_count, starts, starts + MOMENT_DAY) >= threshold)
			return true;
		if (ends > from && ends <= to && overlap(alone, alone_count, ends - MOMENT_DAY, ends) >= threshold)
			return true;
	}
	return false;
}

static void count_runs(const struct solitary_case *input, struct solitary_count *out)
{
	int pause = 0;
	out->run_start = out->prolonged_on = -1;
	for (int day = 0; day < input->days; day++) {
		if (out->solitary[day]) {
			out->run_start = out->run == 0 ? day : out->run_start;
			out->run++;
			out->elapsed += out->separated[day];
			pause = 0;
		} else if (out->run > 0 && ++pause >= input->gap_reset_days) {
			out->run = pause = 0;
			out->run_start = -1;
			out->elapsed = 0;
		}
		out->longest = out->run > out->longest ? out->run : out->longest;
		if (out->prolonged_on < 0 && day >= input->from && (out->run > SOLITARY_DAYS || out->elapsed > SOLITARY_HOURS * MOMENT_HOUR))
			out->prolonged_on = day;
	}
}

void solitary_count(struct arena *arena, struct solitary_case *input, struct solitary_count *out_count)
{
	size_t days = (size_t)input->days;
	*out_count = (struct solitary_count){ .solitary = ARENA_ARRAY(arena, bool, days + 1), .contact = ARENA_ARRAY(arena, int64_t, days + 1),
		.separated = ARENA_ARRAY(arena, int64_t, days + 1) };
	input->span_count = merge(input->spans, input->span_count, 0);
	input->contact_count = merge(input->contacts, input->contact_count, input->least_minutes * MOMENT_MINUTE);
	struct solitary_interval *alone = ARENA_ARRAY(arena, struct solitary_interval, input->span_count + input->contact_count + 1);
	size_t alone_count = isolate(input, alone);
	for (int day = 0; day < input->days; day++) {
		int64_t from = input->midnights[day], to = input->midnights[day + 1];
		out_count->separated[day] = overlap(input->spans, input->span_count, from, to);
		out_count->contact[day] = out_count->separated[day] - overlap(alone, alone_count, from, to);
		out_count->solitary[day] = out_count->separated[day] > 0 && day_is_solitary(input, alone, alone_count, from, to);
	}
	count_runs(input, out_count);
}

int solitary_day_of(const struct solitary_case *input, const struct solitary_count *count, int length, int from)
{
	int run = 0, pause = 0;
	for (int day = 0; day < input->days; day++) {
		if (count->solitary[day]) {
			run++;
			pause = 0;
		} else if (run > 0 && ++pause >= input->gap_reset_days) {
			run = pause = 0;
		}
		if (run >= length && day >= from)
			return day;
	}
	return -1;
}
