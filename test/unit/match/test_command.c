/* test_command.c - the task command on the open half of the material: figures must not fall. */
#include "match_test.h"

#include "match/command.h"
#include "match/table.h"

#include <stdlib.h>

/* Runs a task and counts questions whose true one comes first, by evidence, ties counting against. */
static void score(const char *task, const char *truth_heading, double *out_first)
{
	struct arena *arena = arena_create();
	char *output = NULL;
	size_t size = 0, first = 0, asked = 0;
	FILE *out = open_memstream(&output, &size);
	char *arguments[] = {"--task", (char *)(uintptr_t)task, "--index", MATCH_DATA "/un_names.tsv"};
	assert_int_equal(match_command(4, arguments, out), 0);
	fclose(out);
	struct table table;
	assert_true(table_read(arena, task, &table));
	struct text rest = text_make(output, size), line;
	bool more = text_next(&rest, '\n', &line);
	for (size_t row = 0; row < table.row_count; row++) {
		struct text id = table_cell(&table, row, table_column(&table, "qid"));
		struct text truth = table_cell(&table, row, table_column(&table, truth_heading));
		double best_other = -1e9, own = -1e9;
		for (; more; more = text_next(&rest, '\n', &line)) {
			struct text cells[4], cell = line;
			for (int i = 0; i < 4; i++)
				assert_true(text_next(&cell, '\t', &cells[i]));
			if (!text_equal(cells[0], id))
				break;
			double bits = strtod(arena_string(arena, cells[3]), NULL);
			if (text_equal(cells[1], truth))
				own = bits;
			else
				best_other = bits > best_other ? bits : best_other;
		}
		asked += !text_is_empty(truth);
		first += !text_is_empty(truth) && own > best_other;
	}
	*out_first = (double)first / (double)asked;
	free(output);
	arena_destroy(arena);
}

static void original_script_finds_the_latin_list(void **state)
{
	(void)state;
	double first;
	score(MATCH_DATA "/T2_un_original.tsv", "truth", &first);
	assert_true(first >= 0.97);
}

static void typing_errors_are_found(void **state)
{
	(void)state;
	double first;
	score(MATCH_DATA "/T4_yente_treated.tsv", "truth", &first);
	assert_true(first >= 0.99);
}

static void cyrillic_finds_latin(void **state)
{
	(void)state;
	double first;
	score(MATCH_DATA "/T6_ca_cyrl_latn.tsv", "truth", &first);
	assert_true(first >= 1.0);
}

static void bad_usage_is_refused(void **state)
{
	(void)state;
	char *none[] = {"--index", "x"}, *unknown[] = {"--task", "x", "--colour", "red"};
	char *absent[] = {"--task", MATCH_DATA "/absent.tsv"}, *half[] = {"--task"};
	char *no_index[] = {"--task", MATCH_DATA "/T2_un_original.tsv"};
	assert_int_equal(match_command(2, none, stdout), 2);
	assert_int_equal(match_command(4, unknown, stdout), 2);
	assert_int_equal(match_command(1, half, stdout), 2);
	assert_int_equal(match_command(2, absent, stdout), 1);
	assert_int_equal(match_command(2, no_index, stdout), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(original_script_finds_the_latin_list),
		cmocka_unit_test(typing_errors_are_found),
		cmocka_unit_test(cyrillic_finds_latin),
		cmocka_unit_test(bad_usage_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
