/* reports_suppression.c - hiding small numbers, and as many more as it takes that no sum gives them away. */
#include "areas/inspection/reports_statistics.h"

/* Cells that add up: rows of a group to the row that stands over it, or men and women to all. */
struct sum { bool *hidden[FIGURE_ROWS]; int64_t cells[FIGURE_ROWS]; size_t count; };

/* Counts of people: one to small - 1 of them are hidden, and a share that leaves so few over is, too. */
static bool is_small(const struct figure_row *row, int column, int64_t small)
{
	int64_t people = row->people[column] > 0 ? row->people[column] : row->cells[column], rest = row->of[column] - row->cells[column];
	if (row->total && column == FIGURE_ALL)
		return false;
	return (people > 0 && people < small) || (row->complement && rest > 0 && rest < small);
}

static void sum_add(struct sum *sum, struct figure_row *row, int column)
{
	sum->hidden[sum->count] = &row->hidden[column];
	sum->cells[sum->count++] = row->cells[column];
}

/* The cell to hide next: the smallest that is somebody, else one that is nobody; count when all are hidden. */
static size_t next_to_hide(const struct sum *sum)
{
	size_t best = sum->count;
	for (size_t i = 0; i < sum->count; i++)
		if (!*sum->hidden[i] && (best == sum->count || (sum->cells[i] > 0 && (sum->cells[best] == 0 || sum->cells[i] < sum->cells[best]))))
			best = i;
	return best;
}

/*
 * What is hidden must not follow from what is shown: at least two cells, of at least `small` people together, and not each of them one
 * person. over: the row that they add up to, shown (true) or itself hidden. True when a cell was hidden.
 */
static bool sum_close(struct sum *sum, bool over_shown, int64_t small)
{
	int64_t hidden = 0, people = 0;
	for (size_t i = 0; i < sum->count; i++)
		if (*sum->hidden[i]) {
			hidden++;
			people += sum->cells[i];
		}
	bool follows = over_shown ? hidden == 1 || (hidden > 1 && (people < small || people <= hidden)) : hidden == 0;
	size_t next = next_to_hide(sum);
	if (!follows || next == sum->count)
		return false;
	*sum->hidden[next] = true;
	return true;
}

static bool group_close(struct figure_table *table, int group, int column, int64_t small)
{
	struct sum sum = { .count = 0 };
	bool over_shown = true;
	for (size_t i = 0; i < table->count; i++) {
		struct figure_row *row = &table->rows[i];
		if (row->group == group && !row->total)
			sum_add(&sum, row, column);
		if (row->over == group)
			over_shown = !row->hidden[column];
	}
	return sum.count > 0 && sum_close(&sum, over_shown, small);
}

/* A share tells its part to whoever sees the whole. */
static bool share_close(struct figure_table *table, struct figure_row *row, int column)
{
	struct figure_row *same = row->same ? &table->rows[row->same - 1] : NULL, *whole = row->whole ? &table->rows[row->whole - 1] : NULL;
	bool hidden = row->hidden[column] || (same && same->hidden[column]) || (whole && whole->hidden[column]);
	bool changed = hidden && (!row->hidden[column] || (same && !same->hidden[column] && !same->total));
	row->hidden[column] = hidden;
	if (same && hidden && !same->total)
		same->hidden[column] = true;
	return changed;
}

/* Men and women add up to all; what is no count does not. */
static bool sexes_close(struct figure_row *row, int64_t small)
{
	struct sum sum = { .count = 0 };
	if (row->of[FIGURE_ALL] > 0 || row->people[FIGURE_ALL] != 0)
		return false;
	sum_add(&sum, row, FIGURE_MEN);
	sum_add(&sum, row, FIGURE_WOMEN);
	/* Nobody is in the row: nothing to tell. */
	return row->cells[FIGURE_ALL] > 0 && sum_close(&sum, !row->hidden[FIGURE_ALL], small);
}

void figures_suppress(struct figure_table *table, int64_t small)
{
	int columns = table->by_sex ? FIGURE_COLUMNS : 1;
	for (size_t i = 0; i < table->count; i++)
		for (int column = 0; column < columns; column++)
			table->rows[i].hidden[column] = is_small(&table->rows[i], column, small);
	for (bool changed = true; changed;) { /* ends: each round hides a cell more */
		changed = false;
		for (int column = 0; column < columns; column++)
			for (int group = 1; group < FIGURE_GROUPS; group++)
				changed = group_close(table, group, column, small) || changed;
		for (size_t i = 0; i < table->count; i++) {
			for (int column = 0; column < columns; column++)
				changed = share_close(table, &table->rows[i], column) || changed;
			changed = (table->by_sex && sexes_close(&table->rows[i], small)) || changed;
		}
	}
}
