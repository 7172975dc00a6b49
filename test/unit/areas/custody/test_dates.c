/* test_dates.c - sentence arithmetic: worked cases by hand, and both implementations against each other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "areas/custody/dates.h"
#include "base/random.h"

static struct date on(int year, int month, int day)
{
	return (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
}

static struct date_case neutral(void)
{
	return (struct date_case){ .rules = { .first_day_counts = true, .weekend = 0x60, .remand_weight_percent = 100 } };
}

static void term_add(struct date_case *input, int years, int months, int days, struct date starts, enum term_relation relation, int related)
{
	input->terms[input->term_count++] = (struct date_term){ .length = { .years = years, .months = months, .days = days }, .starts = starts,
		.relation = relation, .related = related };
}

static void expect(const struct date_case *input, struct date release)
{
	struct arena *arena = arena_create();
	struct date_result first, second;
	dates_calculate(arena, input, &first);
	dates_check(input, &second);
	assert_true(first.known);
	assert_int_equal(date_compare(first.release, release), 0);
	assert_true(second.known);
	assert_int_equal(date_compare(second.release, release), 0);
	assert_true(first.line_count > 0);
	arena_destroy(arena);
}

static void test_single_terms(void **state)
{
	(void)state;
	static const struct { int years, months, days; struct date from, release; } CASES[] = {
		{ 1, 0, 0, { 2026, 1, 1 }, { 2026, 12, 31 } },	 { 0, 1, 0, { 2026, 1, 31 }, { 2026, 2, 28 } },
		{ 0, 1, 0, { 2024, 1, 31 }, { 2024, 2, 29 } },	 { 7, 6, 0, { 2019, 7, 4 }, { 2027, 1, 3 } },
		{ 1, 0, 0, { 2024, 2, 29 }, { 2025, 2, 28 } },	 { 4, 0, 0, { 2024, 2, 29 }, { 2028, 2, 28 } },
		{ 0, 0, 1, { 2026, 5, 5 }, { 2026, 5, 5 } },	 { 0, 0, 30, { 2026, 2, 1 }, { 2026, 3, 2 } },
		{ 0, 1, 10, { 2026, 1, 31 }, { 2026, 3, 10 } }, { 0, 2, 0, { 2026, 12, 31 }, { 2027, 2, 28 } },
	};
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct date_case input = neutral();
		term_add(&input, CASES[i].years, CASES[i].months, CASES[i].days, CASES[i].from, TERM_SINGLE, -1);
		expect(&input, CASES[i].release);
	}
}

static void test_relations(void **state)
{
	(void)state;
	struct date_case together = neutral();
	term_add(&together, 3, 0, 0, on(2026, 1, 1), TERM_SINGLE, -1);
	term_add(&together, 5, 0, 0, on(2025, 6, 1), TERM_CONCURRENT, 0);
	expect(&together, on(2030, 5, 31));
	struct date_case after = neutral();
	term_add(&after, 3, 0, 0, on(2026, 1, 1), TERM_SINGLE, -1);
	term_add(&after, 0, 6, 0, on(0, 0, 0), TERM_CONSECUTIVE, 0);
	expect(&after, on(2029, 6, 30));
}

static void test_credit_counts_each_day_once(void **state)
{
	(void)state;
	struct date_case input = neutral();
	term_add(&input, 1, 0, 0, on(2026, 1, 1), TERM_SINGLE, -1);
	input.credits[input.credit_count++] = (struct date_credit){ on(2025, 12, 1), on(2025, 12, 20), 100 };
	input.credits[input.credit_count++] = (struct date_credit){ on(2025, 12, 11), on(2026, 2, 10), 100 };
	expect(&input, on(2026, 11, 30)); /* 31 days of December, not 20 + 62 */
	input.credits[1].weight_percent = 150;
	expect(&input, on(2026, 11, 20)); /* 10 days at 1, 21 days at 1.5 = 41.5, rounded down */
}

static void test_parameters(void **state)
{
	(void)state;
	struct date_case input = neutral();
	term_add(&input, 0, 1, 0, on(2026, 1, 2), TERM_SINGLE, -1); /* last day Sunday 1 February 2026 */
	expect(&input, on(2026, 2, 1));
	input.rules.rest_day_shift = -1;
	expect(&input, on(2026, 1, 30));
	input.rules.rest_day_shift = 1;
	expect(&input, on(2026, 2, 2));
	input.rules.rest_day_shift = 0;
	input.rules.release_day_after = true;
	expect(&input, on(2026, 2, 2));
	input.rules.first_day_counts = false;
	expect(&input, on(2026, 2, 3));
}

static void test_what_cannot_be_known(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct date_result first, second;
	struct date_case circle = neutral();
	term_add(&circle, 1, 0, 0, on(0, 0, 0), TERM_CONSECUTIVE, 1);
	term_add(&circle, 1, 0, 0, on(0, 0, 0), TERM_CONSECUTIVE, 0);
	dates_calculate(arena, &circle, &first);
	dates_check(&circle, &second);
	assert_false(first.known);
	assert_false(second.known);
	assert_true(first.line_count > 0);
	struct date_case life = neutral();
	term_add(&life, 1, 0, 0, on(2026, 1, 1), TERM_SINGLE, -1);
	life.terms[0].life = true;
	dates_calculate(arena, &life, &first);
	dates_check(&life, &second);
	assert_true(first.life && second.life);
	arena_destroy(arena);
}

static struct date random_day(void)
{
	return date_from_days((int32_t)random_below(20000) + 7000);
}

static void random_case(struct date_case *input)
{
	*input = neutral();
	input->rules.first_day_counts = random_below(4) != 0;
	input->rules.release_day_after = random_below(2) != 0;
	input->rules.rest_day_shift = (int)random_below(3) - 1;
	size_t terms = 1 + (size_t)random_below(4), credits = (size_t)random_below(4);
	for (size_t i = 0; i < terms; i++)
		term_add(input, (int)random_below(12), (int)random_below(14), (int)random_below(40) + 1, random_day(),
			i == 0 ? TERM_SINGLE : (enum term_relation)random_below(3), i == 0 ? -1 : (int)random_below(i));
	for (size_t i = 0; i < credits; i++) {
		struct date from = random_day();
		input->credits[input->credit_count++] = (struct date_credit){ from, date_add_days(from, (int32_t)random_below(400)),
			random_below(2) ? 100 : 150 };
	}
}

static void test_both_implementations_agree(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	random_seed(7);
	for (int i = 0; i < 3000; i++) {
		struct date_case input;
		struct date_result first, second;
		random_case(&input);
		dates_calculate(arena, &input, &first);
		dates_check(&input, &second);
		assert_int_equal(first.known, second.known);
		assert_int_equal(first.credited_days, second.credited_days);
		assert_int_equal(date_compare(first.release, second.release), 0);
		arena_reset(arena);
	}
	random_unseed();
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_single_terms), cmocka_unit_test(test_relations), cmocka_unit_test(test_credit_counts_each_day_once),
		cmocka_unit_test(test_parameters), cmocka_unit_test(test_what_cannot_be_known), cmocka_unit_test(test_both_implementations_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
