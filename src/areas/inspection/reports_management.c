/* reports_management.c - fills a table of figures for managers from the rows that its statement gives. */
#include "areas/inspection/reports_management.h"

#include <stdlib.h>
#include <string.h>

static bool belongs(struct text key, const char *line)
{
	struct text beginning = text_from(line);
	return text_starts_with(key, beginning) && (key.length == beginning.length || key.data[beginning.length] == '.');
}

static struct value day_value(const struct counting *counting, struct date day)
{
	return value_text(date_text(counting->arena, day));
}

static bool ask(const struct counting *counting, const char *sql, struct store_result *out)
{
	struct date new_year = { counting->day.year, 1, 1 };
	const struct value values[] = { value_integer(counting->moment), day_value(counting, counting->day), value_integer(moment_from_date(new_year) - 1),
		day_value(counting, new_year), day_value(counting, date_add_days(counting->day, 90)), day_value(counting, date_add_months(counting->day, -24)) };
	return store_query(query_connection(counting->query), counting->arena, sql, values, 6, out, counting->errors);
}

static bool counts(const struct counting *counting, const struct store_result *rows, size_t i, const char *key)
{
	struct text facility = figure_text(rows, i, KEY_FACILITY);
	return belongs(figure_text(rows, i, KEY_KEY), key) && (text_equal_string(facility, "*") || figure_counts_here(counting, facility));
}

static int64_t number_of(const struct store_result *rows, size_t i)
{
	struct date from, until;
	if (date_parse(figure_text(rows, i, KEY_FROM), &from) && date_parse(figure_text(rows, i, KEY_UNTIL), &until))
		return date_to_days(until) - date_to_days(from);
	return figure_integer(rows, i, KEY_NUMBER);
}

static int by_size(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
	return a < b ? -1 : a > b;
}

/* The middle one; of an even number the lower of the two in the middle. */
static void fill_median(const struct counting *counting, const struct store_result *rows, const struct figure_line *line, int column,
	struct figure_row *row)
{
	int64_t *numbers = ARENA_ARRAY(counting->arena, int64_t, rows->rows + 1);
	size_t count = 0;
	for (size_t i = 0; i < rows->rows; i++)
		if (counts(counting, rows, i, line->key) && (column == FIGURE_ALL || figure_sex(figure_text(rows, i, KEY_SEX)) == column))
			numbers[count++] = number_of(rows, i);
	qsort(numbers, count, sizeof *numbers, by_size);
	row->people[column] = count ? (int64_t)count : -1;
	row->cells[column] = count ? numbers[(count - 1) / 2] : 0;
}

static void fill_count(const struct counting *counting, const struct store_result *rows, const char *key, int64_t cells[FIGURE_COLUMNS])
{
	for (size_t i = 0; i < rows->rows; i++) {
		int column = figure_sex(figure_text(rows, i, KEY_SEX));
		if (!counts(counting, rows, i, key))
			continue;
		cells[FIGURE_ALL]++;
		if (column != FIGURE_ALL)
			cells[column]++;
	}
}

/* The row, counted from 1, of the line that counts the key; 0: none. */
static int row_of(const struct figure_plan *plan, const char *key)
{
	for (const struct figure_line *line = plan->lines; line->key; line++)
		if (!line->share_of && !line->median && strcmp(line->key, key) == 0)
			return (int)(line - plan->lines) + 1;
	return 0;
}

static void fill_line(const struct counting *counting, const struct store_result *rows, const struct figure_plan *plan, const struct figure_line *line,
	struct figure_table *table)
{
	struct figure_row *row = figure_row_add(table, line->label, line->group, line->total);
	row->under = line->under;
	row->over = line->over;
	if (line->median) {
		for (int column = 0; column < FIGURE_COLUMNS; column++)
			fill_median(counting, rows, line, column, row);
		return;
	}
	fill_count(counting, rows, line->key, row->cells);
	if (!line->share_of)
		return;
	row->complement = true;
	row->same = row_of(plan, line->key);
	row->whole = row_of(plan, line->share_of);
	fill_count(counting, rows, line->share_of, row->of);
	for (int column = 0; column < FIGURE_COLUMNS; column++)
		row->of[column] = row->of[column] > 0 ? row->of[column] : 1;
}

bool management_table(const struct counting *counting, size_t which, struct figure_table *table)
{
	const struct figure_plan *plan = &FIGURE_PLANS[which];
	struct store_result rows;
	table->by_sex = plan->by_sex;
	if (!ask(counting, plan->sql, &rows))
		return false;
	for (const struct figure_line *line = plan->lines; line->key; line++)
		fill_line(counting, &rows, plan, line, table);
	return true;
}
