/*
 * test_rules_solitary.c - the solitary clock: cases by hand, and random histories against a slow reference that is written from the
 * text of the Rules and shares nothing with it: it looks at every minute.
 *
 * CUSTOS_SOLITARY_HISTORIES=100000 runs that many histories; the suite runs enough for a few seconds.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "areas/rights/rules_solitary.h"

enum { HISTORIES = 4000, DAYS = 36, MINUTES = DAYS * 1500 + 4000, SPANS = 24, CONTACTS = 160, PAD = 1500 };

/* ---- a history ---- */
struct history {
	int64_t midnights[DAYS + 1]; /* minutes */
	int days, gap, least;
	struct { int from, to; } spans[SPANS], contacts[CONTACTS];
	int span_count, contact_count;
};

static uint64_t seed;
static uint64_t next_random(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}
static int within(int least, int most) { return least + (int)(next_random() % (uint64_t)(most - least + 1)); }

/* A stay: spans that follow each other with gaps, touch (transfer, new label) or overlap (double entry); days with much, little, no
 * contact and days of which nobody wrote anything; now and then a day of 23 or 25 hours. */
static void history_make(struct history *history)
{
	memset(history, 0, sizeof *history);
	history->days = within(18, DAYS);
	history->gap = within(1, 9);
	history->least = within(0, 30);
	history->midnights[0] = PAD;
	for (int day = 1; day <= history->days; day++) {
		int change = within(0, 19);
		history->midnights[day] = history->midnights[day - 1] + (change == 0 ? 23 : change == 1 ? 25 : 24) * 60;
	}
	int end = (int)history->midnights[history->days], at = PAD + within(0, 3000);
	while (at < end && history->span_count < SPANS) {
		int length = within(0, 3) ? within(60, 8000) : within(600, 30000);
		history->spans[history->span_count].from = at;
		history->spans[history->span_count++].to = at + length < end ? at + length : end;
		int pause = within(0, 5);
		at += length + (pause == 0 ? 0 : pause == 1 ? -within(0, length) : pause == 2 ? within(1, 300) : pause == 3 ? within(1000, 3000) : within(0, 12000));
		at = at < PAD ? PAD : at;
	}
	for (int day = 0; day < history->days && history->contact_count + 4 < CONTACTS; day++) {
		int much = within(0, 3);
		for (int i = 0; i < much; i++) {
			int from = (int)history->midnights[day] + within(0, 1380), length = within(0, 2) ? within(0, 70) : within(0, 200);
			history->contacts[history->contact_count].from = from;
			history->contacts[history->contact_count++].to = from + length;
		}
	}
}

/* ---- the slow reference: one state a minute ---- */
static bool apart[MINUTES], spoken[MINUTES];

static int isolated_minutes(int from, int to)
{
	int total = 0;
	for (int minute = from; minute < to; minute++)
		total += minute >= 0 && minute < MINUTES && apart[minute] && !spoken[minute];
	return total;
}

static bool reference_day(const struct history *history, int day)
{
	int from = (int)history->midnights[day], to = (int)history->midnights[day + 1], in = 0, talk = 0;
	for (int minute = from; minute < to; minute++) {
		in += apart[minute];
		talk += apart[minute] && spoken[minute];
	}
	if (in == 0)
		return false;
	/* Rule 44: 22 hours or more without meaningful contact in the day; or all day apart with two hours of contact or less. */
	if (isolated_minutes(from, to) >= 22 * 60 || (in == to - from && talk <= 120))
		return true;
	/* The rolling 24 hours at the beginning and at the end of a stretch. */
	for (int minute = from; minute < to; minute++) {
		if (apart[minute] && !apart[minute - 1] && isolated_minutes(minute, minute + 1440) >= 22 * 60)
			return true;
		if (apart[minute] && !apart[minute + 1] && isolated_minutes(minute + 1 - 1440, minute + 1) >= 22 * 60)
			return true;
	}
	return false;
}

struct answer { bool solitary[DAYS]; int run[DAYS]; int64_t minutes[DAYS]; };

static void reference(const struct history *history, struct answer *out)
{
	memset(apart, 0, sizeof apart);
	memset(spoken, 0, sizeof spoken);
	for (int i = 0; i < history->span_count; i++)
		for (int minute = history->spans[i].from; minute < history->spans[i].to; minute++)
			apart[minute] = true;
	for (int i = 0; i < history->contact_count; i++)
		if (history->contacts[i].to - history->contacts[i].from >= history->least)
			for (int minute = history->contacts[i].from; minute < history->contacts[i].to; minute++)
				spoken[minute] = true;
	for (int day = 0; day < history->days; day++) {
		out->solitary[day] = reference_day(history, day);
		out->run[day] = 0;
		out->minutes[day] = 0;
		/* Back over the days until `gap` days in a row were not solitary. */
		for (int back = day, free_days = 0; back >= 0 && free_days < history->gap; back--) {
			free_days = out->solitary[back] ? 0 : free_days + 1;
			out->run[day] += out->solitary[back];
			for (int minute = (int)history->midnights[back]; out->solitary[back] && minute < history->midnights[back + 1]; minute++)
				out->minutes[day] += apart[minute];
		}
	}
}

/* ---- both ---- */
static void compare(struct arena *arena, const struct history *history, int number)
{
	struct answer expected;
	struct solitary_interval spans[SPANS], contacts[CONTACTS];
	int64_t midnights[DAYS + 1];
	reference(history, &expected);
	for (int days = 1; days <= history->days; days += days < history->days ? history->days - days : 1) {
		for (int i = 0; i < history->span_count; i++)
			spans[i] = (struct solitary_interval){ history->spans[i].from * MOMENT_MINUTE, history->spans[i].to * MOMENT_MINUTE };
		for (int i = 0; i < history->contact_count; i++)
			contacts[i] = (struct solitary_interval){ history->contacts[i].from * MOMENT_MINUTE, history->contacts[i].to * MOMENT_MINUTE };
		for (int i = 0; i <= history->days; i++)
			midnights[i] = history->midnights[i] * MOMENT_MINUTE;
		struct solitary_case input = { spans, contacts, (size_t)history->span_count, (size_t)history->contact_count, midnights, days, history->gap,
			history->least, 0 };
		struct solitary_count count;
		solitary_count(arena, &input, &count);
		int prolonged = -1;
		for (int day = 0; day < days; day++) {
			if (count.solitary[day] != expected.solitary[day])
				fail_msg("history %d, day %d: solitary is %d, by the minutes %d", number, day, count.solitary[day], expected.solitary[day]);
			if (prolonged < 0 && (expected.run[day] > 15 || expected.minutes[day] > 360 * 60))
				prolonged = day;
		}
		if (count.run != expected.run[days - 1] || count.prolonged_on != prolonged || count.elapsed != expected.minutes[days - 1] * MOMENT_MINUTE)
			fail_msg("history %d, %d days: run %d, prolonged on %d; by the minutes %d, %d", number, days, count.run, count.prolonged_on,
				expected.run[days - 1], prolonged);
	}
}

static void histories_agree(void **state)
{
	const char *more = getenv("CUSTOS_SOLITARY_HISTORIES");
	static struct history history;
	int64_t count = HISTORIES;
	int prolonged = 0;
	(void)state;
	if (more)
		assert_true(text_to_integer(text_from(more), &count));
	seed = UINT64_C(0x9e3779b97f4a7c15);
	assert_true(count > 0);
	for (int i = 0; i < count; i++) {
		struct arena *arena = arena_create();
		history_make(&history);
		compare(arena, &history, i);
		struct answer answer;
		if (i % 50 == 0) {
			reference(&history, &answer);
			prolonged += answer.run[history.days - 1] > 15;
		}
		arena_destroy(arena);
	}
	/* The histories are not all short ones: a comparison of zeros would prove nothing. */
	assert_true(prolonged > 0);
}

/* ---- by hand ---- */
static int64_t hours(double value) { return (int64_t)(value * 3600000); }

static int run_of(struct solitary_interval *spans, size_t span_count, struct solitary_interval *contacts, size_t contact_count, int days, int gap,
	struct solitary_count *out)
{
	struct arena *arena = arena_create();
	int64_t midnights[60];
	for (int i = 0; i <= days; i++)
		midnights[i] = i * MOMENT_DAY;
	struct solitary_case input = { spans, contacts, span_count, contact_count, midnights, days, gap, 15, 0 };
	solitary_count(arena, &input, out);
	int run = out->run;
	arena_destroy(arena);
	return run;
}

static void cases_by_hand(void **state)
{
	struct solitary_count count;
	(void)state;
	/* From ten in the morning of day 0: day 0 counts by its 24 hours; day 15 is the sixteenth. */
	struct solitary_interval one[] = { { hours(10), hours(24 * 20) } };
	assert_int_equal(run_of(one, 1, NULL, 0, 15, 7, &count), 15);
	assert_int_equal(count.prolonged_on, -1);
	assert_int_equal(run_of(one, 1, NULL, 0, 16, 7, &count), 16);
	assert_int_equal(count.prolonged_on, 15);
	/* A transfer and a new label do not begin anew. */
	struct solitary_interval three[] = { { hours(10), hours(200) }, { hours(200), hours(205) }, { hours(209), hours(24 * 20) } };
	assert_int_equal(run_of(three, 3, NULL, 0, 16, 7, &count), 16);
	/* Six free days do not end the run, seven do. */
	struct solitary_interval pause[] = { { 0, hours(24 * 5) }, { hours(24 * 11), hours(24 * 14) } };
	assert_int_equal(run_of(pause, 2, NULL, 0, 14, 7, &count), 8);
	assert_int_equal(run_of(pause, 2, NULL, 0, 14, 6, &count), 3);
	/* Two hours of contact are still solitary; a minute more is not. Thirty times four minutes are none. */
	struct solitary_interval day[] = { { 0, hours(72) } }, two_hours[] = { { hours(34), hours(36) } },
		more[] = { { hours(34), hours(36) + MOMENT_MINUTE } };
	run_of(day, 1, two_hours, 1, 3, 7, &count);
	assert_int_equal(count.run, 3);
	run_of(day, 1, more, 1, 3, 7, &count);
	assert_int_equal(count.run, 2);
	struct solitary_interval crumbs[30];
	for (int i = 0; i < 30; i++)
		crumbs[i] = (struct solitary_interval){ hours(24) + i * 20 * MOMENT_MINUTE, hours(24) + (i * 20 + 14) * MOMENT_MINUTE };
	run_of(day, 1, crumbs, 30, 3, 7, &count);
	assert_int_equal(count.run, 3);
	/* Nothing at all. */
	assert_int_equal(run_of(NULL, 0, NULL, 0, 5, 7, &count), 0);
	assert_int_equal(count.run_start, -1);
	/* A short time out is no solitary day. */
	struct solitary_interval out[] = { { hours(10), hours(13) } };
	assert_int_equal(run_of(out, 1, NULL, 0, 2, 7, &count), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_by_hand), cmocka_unit_test(histories_agree) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
