/* test_suppression.c - no hidden number follows from the shown ones: alone, by sums over rows, by men and women, by shares. */
#include "areas/inspection/reports_statistics.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

enum { SMALL = 5 };

static struct figure_row *add(struct figure_table *table, int group, int over, int64_t men, int64_t women)
{
	struct figure_row *row = &table->rows[table->count++];
	*row = (struct figure_row){ .label = "row", .group = group, .over = over, .cells = { men + women, men, women } };
	return row;
}

static void a_small_number_and_its_partner_are_hidden(void **state)
{
	struct figure_table table = { .by_sex = false };
	(void)state;
	add(&table, 0, 0, 40, 0)->total = true;
	add(&table, 1, 0, 3, 0);
	add(&table, 1, 0, 20, 0);
	add(&table, 1, 0, 17, 0);
	figures_suppress(&table, SMALL);
	assert_false(table.rows[0].hidden[FIGURE_ALL]);
	assert_true(table.rows[1].hidden[FIGURE_ALL]);
	assert_false(table.rows[2].hidden[FIGURE_ALL]);
	assert_true(table.rows[3].hidden[FIGURE_ALL]); /* the smaller of the two that could hide it */
}

static void large_numbers_stay(void **state)
{
	struct figure_table table = { .by_sex = true };
	(void)state;
	add(&table, 0, 0, 30, 20)->total = true;
	add(&table, 1, 0, 20, 10);
	add(&table, 1, 0, 10, 10);
	figures_suppress(&table, SMALL);
	for (size_t i = 0; i < table.count; i++)
		for (int column = 0; column < FIGURE_COLUMNS; column++)
			assert_false(table.rows[i].hidden[column]);
}

/* Two hidden cells of one person each, whose sum of two can be had: each would be known. A third is hidden. */
static void a_sum_of_ones_is_not_told(void **state)
{
	struct figure_table table = { .by_sex = false };
	(void)state;
	add(&table, 0, 0, 32, 0)->total = true;
	add(&table, 1, 0, 1, 0);
	add(&table, 1, 0, 1, 0);
	add(&table, 1, 0, 10, 0);
	add(&table, 1, 0, 20, 0);
	figures_suppress(&table, SMALL);
	assert_true(table.rows[1].hidden[0] && table.rows[2].hidden[0] && table.rows[3].hidden[0]);
	assert_false(table.rows[4].hidden[0]);
}

/* A row is the sum of a group below it: hiding it there and showing its parts would tell it. */
static void what_stands_over_a_group_is_not_told_by_its_parts(void **state)
{
	struct figure_table table = { .by_sex = false };
	(void)state;
	add(&table, 0, 0, 44, 0)->total = true;
	add(&table, 1, 2, 24, 0); /* hidden as the partner of the next */
	add(&table, 1, 0, 4, 0);
	add(&table, 1, 0, 16, 0);
	add(&table, 2, 0, 12, 0);
	add(&table, 2, 0, 12, 0);
	table.rows[3].cells[FIGURE_ALL] = 40; /* so that the row of 24 is the smaller partner */
	table.rows[0].cells[FIGURE_ALL] = 68;
	figures_suppress(&table, SMALL);
	assert_true(table.rows[1].hidden[0] && table.rows[2].hidden[0]);
	assert_true(table.rows[4].hidden[0] || table.rows[5].hidden[0]);
}

static void a_share_is_hidden_with_its_count_and_with_a_small_rest(void **state)
{
	struct figure_table table = { .by_sex = false };
	struct figure_row *row;
	(void)state;
	add(&table, 0, 0, 100, 0)->total = true;
	add(&table, 1, 0, 97, 0);
	add(&table, 1, 0, 3, 0);
	row = add(&table, 0, 0, 97, 0);
	*row = (struct figure_row){ .label = "share", .cells = { 97 }, .of = { 100 }, .same = 2, .whole = 1, .complement = true };
	figures_suppress(&table, SMALL);
	assert_true(table.rows[1].hidden[0] && table.rows[2].hidden[0] && table.rows[3].hidden[0]);
}

static void what_is_no_count_asks_for_the_people_behind_it(void **state)
{
	struct figure_table table = { .by_sex = false };
	(void)state;
	*add(&table, 0, 0, 0, 0) = (struct figure_row){ .label = "days", .cells = { 2 }, .people = { 30 } };
	*add(&table, 0, 0, 0, 0) = (struct figure_row){ .label = "days", .cells = { 200 }, .people = { 3 } };
	figures_suppress(&table, SMALL);
	assert_false(table.rows[0].hidden[0]);
	assert_true(table.rows[1].hidden[0]);
}

/* What a reader works out who fills in every cell that is the only hidden one of a sum, again and again. */
static size_t worked_out(const struct figure_table *table, int groups)
{
	bool known[FIGURE_ROWS][FIGURE_COLUMNS];
	size_t found = 0;
	for (size_t i = 0; i < table->count; i++)
		for (int c = 0; c < FIGURE_COLUMNS; c++)
			known[i][c] = !table->rows[i].hidden[c];
	for (bool changed = true; changed;) {
		changed = false;
		for (int c = 0; c < FIGURE_COLUMNS; c++)
			for (int group = 1; group <= groups; group++) {
				size_t missing = 0, at = 0;
				for (size_t i = 0; i < table->count; i++)
					if ((table->rows[i].group == group || table->rows[i].over == group) && !known[i][c]) {
						missing++;
						at = i;
					}
				if (missing == 1) {
					known[at][c] = changed = true;
					found++;
				}
			}
		for (size_t i = 0; i < table->count; i++) {
			bool *row = known[i];
			int missing = !row[FIGURE_ALL] + !row[FIGURE_MEN] + !row[FIGURE_WOMEN];
			if (missing != 1 || table->rows[i].cells[FIGURE_ALL] == 0)
				continue;
			row[FIGURE_ALL] = row[FIGURE_MEN] = row[FIGURE_WOMEN] = changed = true;
			found++;
		}
	}
	return found;
}

/* Ten thousand tables by chance, of three groups, one under another: nobody works anything out, and all that is small is hidden. */
static void nothing_can_be_worked_out(void **state)
{
	unsigned seed = 20261128;
	(void)state;
	for (int round = 0; round < 10000; round++) {
		struct figure_table table = { .by_sex = true };
		int64_t over[2] = { 0, 0 }, all[2] = { 0, 0 };
		struct figure_row *total = add(&table, 0, 1, 0, 0), *middle = add(&table, 1, 2, 0, 0);
		total->total = true;
		for (int i = 0; i < 6; i++) {
			int64_t numbers[2];
			for (int sex = 0; sex < 2; sex++) {
				seed = seed * 1103515245u + 12345u;
				numbers[sex] = (seed >> 16) % 4 == 0 ? 0 : (int64_t)((seed >> 18) % ((seed >> 20) % 3 == 0 ? 40 : 9));
				all[sex] += numbers[sex];
				over[sex] += i % 2 ? numbers[sex] : 0;
			}
			add(&table, i % 2 ? 2 : 1, 0, numbers[0], numbers[1]);
		}
		middle->cells[FIGURE_MEN] = over[0];
		middle->cells[FIGURE_WOMEN] = over[1];
		middle->cells[FIGURE_ALL] = over[0] + over[1];
		total->cells[FIGURE_MEN] = all[0];
		total->cells[FIGURE_WOMEN] = all[1];
		total->cells[FIGURE_ALL] = all[0] + all[1];
		if (all[0] + all[1] < 2 * SMALL)
			continue; /* so few that the total alone tells of them */
		figures_suppress(&table, SMALL);
		for (size_t i = 1; i < table.count; i++)
			for (int c = 0; c < FIGURE_COLUMNS; c++)
				assert_true(table.rows[i].hidden[c] || table.rows[i].cells[c] == 0 || table.rows[i].cells[c] >= SMALL);
		assert_int_equal(worked_out(&table, 2), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_small_number_and_its_partner_are_hidden), cmocka_unit_test(large_numbers_stay),
		cmocka_unit_test(a_sum_of_ones_is_not_told), cmocka_unit_test(what_stands_over_a_group_is_not_told_by_its_parts),
		cmocka_unit_test(a_share_is_hidden_with_its_count_and_with_a_small_rest), cmocka_unit_test(what_is_no_count_asks_for_the_people_behind_it),
		cmocka_unit_test(nothing_can_be_worked_out) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
