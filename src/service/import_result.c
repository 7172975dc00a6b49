/* import_result.c - what became of each row, as a file that can be corrected and fed back; and the list of likely doubles. */
#include "service/import_row.h"

static const char *const OWN_HEADINGS[] = { "import_status", "import_line", "import_reason", "import_corrections",
	IMPORT_CELLS_HEADING };

bool import_is_own_heading(struct text heading)
{
	for (size_t i = 0; i < sizeof(OWN_HEADINGS) / sizeof(OWN_HEADINGS[0]); i++)
		if (text_equal_string(heading, OWN_HEADINGS[i]))
			return true;
	return false;
}

void import_result_heading(struct import *import)
{
	for (size_t i = 0; i < import->heading_count; i++)
		if (!import->own[i])
			csv_cell(&import->result, import->headings[i]);
	for (size_t i = 0; i < sizeof(OWN_HEADINGS) / sizeof(OWN_HEADINGS[0]); i++)
		csv_cell_string(&import->result, OWN_HEADINGS[i]);
	csv_record_end(&import->result);
}

static enum import_status status_of(const struct import_row *row)
{
	if (row->refused)
		return IMPORT_REFUSED;
	if (row->ran == 0)
		return IMPORT_UNCHANGED;
	return row->corrected ? IMPORT_CORRECTED : IMPORT_ACCEPTED;
}

static void count(struct import_figures *figures, enum import_status status)
{
	figures->rows++;
	figures->accepted += status == IMPORT_ACCEPTED || status == IMPORT_CORRECTED;
	figures->corrected += status == IMPORT_CORRECTED;
	figures->refused += status == IMPORT_REFUSED;
	figures->unchanged += status == IMPORT_UNCHANGED;
}

void import_result_row(struct import *import, struct import_row *row)
{
	static const char *const names[] = { "accepted", "corrected", "refused", "unchanged" };
	enum import_status status = status_of(row);
	struct csv_writer *result = &import->result;
	size_t columns = import_headings(row);
	count(&import->figures, status);
	for (size_t i = 0; i < columns; i++) /* cells beyond the last heading have no place */
		csv_cell(result, i < row->cell_count ? row->cells[i] : text_empty());
	csv_cell_string(result, names[status]);
	csv_cell_integer(result, (int64_t)row->line);
	csv_cell(result, builder_text(&row->reasons));
	csv_cell(result, builder_text(&row->corrections));
	csv_cell_integer(result, (int64_t)row->cell_count);
	csv_record_end(result);
}

struct text import_result_duplicates(struct import *import, int64_t *out_groups)
{
	struct csv_writer writer;
	int64_t groups = 0;
	csv_writer_begin(&writer, import->arena, ',', false);
	csv_cell_string(&writer, "kind");
	csv_cell_string(&writer, "key");
	csv_cell_string(&writer, "rows");
	csv_cell_string(&writer, "labels");
	csv_record_end(&writer);
	for (size_t i = 0; i < import->duplicates.count; i++) {
		struct import_duplicate *duplicate = import->duplicates.entries[i].value;
		if (duplicate->count < 2)
			continue;
		groups++;
		csv_cell_string(&writer, duplicate->kind);
		csv_cell(&writer, duplicate->key);
		csv_cell(&writer, builder_text(&duplicate->rows));
		csv_cell(&writer, builder_text(&duplicate->labels));
		csv_record_end(&writer);
	}
	*out_groups = groups + import_alike_tell(import, &writer);
	return csv_take(&writer);
}

struct text import_line(struct arena *arena, const struct import_figures *figures)
{
	return arena_format(arena, "%lld rows: %lld accepted, %lld corrected, %lld refused, %lld unchanged",
		(long long)figures->rows, (long long)figures->accepted, (long long)figures->corrected,
		(long long)figures->refused, (long long)figures->unchanged);
}

void import_add_figures(struct import_figures *into, const struct import_figures *more)
{
	into->rows += more->rows;
	into->accepted += more->accepted;
	into->corrected += more->corrected;
	into->refused += more->refused;
	into->unchanged += more->unchanged;
}
