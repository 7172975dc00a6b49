/*
 * match_figures.c - the figures of name matching on the open half of the material, all in one command.
 *
 *	match_figures FOLDER     where FOLDER is test/data/match
 *
 * Ties count against. "found at 10" is the share of true answers above the evidence (or agreement) that ten of a
 * thousand innocent names of the region reach.
 */
#include "match/command.h"
#include "match/table.h"

#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct answer {
	struct text question, id;
	double values[2]; /* agreement, bits */
};

struct answers {
	struct answer *items;
	size_t count;
};

static const char *folder;

static char *path_of(struct arena *arena, const char *name)
{
	return arena_string(arena, arena_format(arena, "%s/%s", folder, name));
}

static struct answers run(struct arena *arena, const char *name)
{
	char *output = NULL;
	size_t size = 0, lines = 0;
	FILE *out = open_memstream(&output, &size);
	char task_word[] = "--task", index_word[] = "--index";
	char *arguments[] = {task_word, path_of(arena, name), index_word, path_of(arena, "un_names.tsv")};
	if (out == NULL || match_command(4, arguments, out) != 0)
		exit(1);
	fclose(out);
	for (size_t i = 0; i < size; i++)
		lines += output[i] == '\n';
	struct answers answers = {.items = ARENA_ARRAY(arena, struct answer, lines + 1)};
	struct text rest = arena_copy(arena, text_make(output, size)), line, cells[4];
	while (text_next(&rest, '\n', &line)) {
		for (int i = 0; i < 4; i++)
			(void)text_next(&line, '\t', &cells[i]);
		struct answer *answer = &answers.items[answers.count++];
		*answer = (struct answer){cells[0], cells[1], {strtod(arena_string(arena, cells[2]), NULL),
			strtod(arena_string(arena, cells[3]), NULL)}};
	}
	free(output);
	return answers;
}

static int compare_values(const void *left, const void *right)
{
	double one = *(const double *)left, other = *(const double *)right;
	return one < other ? -1 : one > other;
}

/* Answers of one question stand together; *at moves past them. */
static size_t next_question(const struct answers *answers, size_t *at, struct text question)
{
	size_t from = *at;
	while (*at < answers->count && text_equal(answers->items[*at].question, question))
		(*at)++;
	return from;
}

static double threshold(struct arena *arena, const struct answers *innocent, size_t asked, int value)
{
	double *best = ARENA_ARRAY(arena, double, asked + 1);
	size_t count = 0;
	for (size_t at = 0; at < innocent->count;) {
		size_t from = next_question(innocent, &at, innocent->items[at].question);
		double most = innocent->items[from].values[value];
		for (size_t i = from; i < at; i++)
			most = innocent->items[i].values[value] > most ? innocent->items[i].values[value] : most;
		best[count++] = most;
	}
	for (; count < asked; count++)
		best[count] = -1e9;
	qsort(best, count, sizeof *best, compare_values);
	return best[count * 99 / 100 - 1];
}

struct score {
	size_t asked, ranks[3], found;
};

static struct score score(const struct table *table, const struct answers *answers, int value, double least)
{
	static const size_t steps[3] = {1, 5, 20};
	struct score score = {0};
	size_t at = 0;
	for (size_t row = 0; row < table->row_count; row++) {
		struct text truth = table_cell(table, row, table_column(table, "truth"));
		size_t from = next_question(answers, &at, table_cell(table, row, table_column(table, "qid"))), rank = 1;
		double own = -1e9;
		for (size_t i = from; i < at; i++)
			if (text_equal(answers->items[i].id, truth))
				own = answers->items[i].values[value];
		for (size_t i = from; i < at; i++)
			rank += !text_equal(answers->items[i].id, truth) && answers->items[i].values[value] >= own;
		if (text_is_empty(truth))
			continue;
		score.asked++;
		for (int step = 0; step < 3; step++)
			score.ranks[step] += own > -1e9 && rank <= steps[step];
		score.found += own > least;
	}
	return score;
}

static void report_task(struct arena *arena, const char *name, const struct answers *innocent, size_t innocents)
{
	static const char *const values[2] = {"agreement", "evidence"};
	struct table table;
	if (!table_read(arena, path_of(arena, name), &table))
		exit(1);
	struct answers answers = run(arena, name);
	for (int value = 0; value < 2; value++) {
		double least = threshold(arena, innocent, innocents, value);
		struct score result = score(&table, &answers, value, least);
		double asked = (double)result.asked;
		printf("%-26s %-10s n %4zu  first %.3f  in five %.3f  in twenty %.3f  found at 10 %.3f\n", name, values[value],
			result.asked, (double)result.ranks[0] / asked, (double)result.ranks[1] / asked,
			(double)result.ranks[2] / asked, (double)result.found / asked);
	}
}

static void report_pairs(struct arena *arena, const char *name)
{
	struct table table;
	if (!table_read(arena, path_of(arena, name), &table))
		exit(1);
	struct answers answers = run(arena, name);
	int label = table_column(&table, "is_match");
	double best = 0, best_at = 0, above = 0, positives = 0;
	for (size_t i = 0; i < table.row_count; i++) {
		double least = answers.items[i].values[0], hits = 0, all = 0;
		bool match = text_equal_string(table_cell(&table, i, label), "true");
		size_t total = 0;
		for (size_t j = 0; j < table.row_count; j++) {
			bool other = text_equal_string(table_cell(&table, j, label), "true");
			double value = answers.items[j].values[0];
			total += other;
			all += value >= least;
			hits += other && value >= least;
			if (match && !other)
				above += value < least ? 1.0 : value > least ? 0.0 : 0.5;
		}
		positives = (double)total;
		if (2 * hits / (all + positives) > best) {
			best = 2 * hits / (all + positives);
			best_at = least;
		}
	}
	double negatives = (double)table.row_count - positives;
	printf("%-26s agreement  n %4zu  best F1 %.3f at %.2f  AUC %.3f\n", name, table.row_count, best, best_at,
		above / (positives * negatives));
}

static void report_left_out(struct arena *arena, const char *name)
{
	struct table table;
	if (!table_read(arena, path_of(arena, name), &table))
		exit(1);
	struct answers answers = run(arena, name);
	size_t at = 0, first = 0;
	for (size_t row = 0; row < table.row_count; row++) {
		struct text truth = table_cell(&table, row, table_column(&table, "person"));
		size_t from = next_question(&answers, &at, arena_format(arena, "T7-%zu", row));
		double own = -1e9, other = -1e9;
		for (size_t i = from; i < at; i++) {
			double *into = text_equal(answers.items[i].id, truth) ? &own : &other;
			*into = answers.items[i].values[1] > *into ? answers.items[i].values[1] : *into;
		}
		first += own > other;
	}
	printf("%-26s evidence   n %4zu  first %.3f\n", name, table.row_count, (double)first / (double)table.row_count);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_create();
	struct table innocents;
	if (argc != 2) {
		fputs("Usage: match_figures FOLDER\n", stderr);
		return 2;
	}
	folder = argv[1];
	if (!table_read(arena, path_of(arena, "T5_innocents_regional.tsv"), &innocents))
		return 1;
	struct answers innocent = run(arena, "T5_innocents_regional.tsv");
	report_pairs(arena, "T1_name_pairs_person.tsv");
	report_task(arena, "T2_un_original.tsv", &innocent, innocents.row_count);
	report_task(arena, "T3_un_good_alias.tsv", &innocent, innocents.row_count);
	report_task(arena, "T4_yente_treated.tsv", &innocent, innocents.row_count);
	report_task(arena, "T6_ca_cyrl_latn.tsv", &innocent, innocents.row_count);
	report_left_out(arena, "T7_multilingual.tsv");
	arena_destroy(arena);
	return 0;
}
