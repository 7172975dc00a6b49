/* pages_statistics.c - the figures for national and international bodies, with their definitions, on the page and as CSV. */
#include "areas/inspection/pages_common.h"
#include "areas/inspection/reports_statistics.h"
#include "format/csv.h"

enum { SMALL_NUMBER = 5 };

struct asked {
	struct text facility;
	const struct row *row;
	struct date day;
	int64_t moment, small;
};

/* Everybody asks for the place of work by default; who sees all facilities may ask for all of them. */
static bool asked_read(struct page *page, struct asked *asked)
{
	bool all = text_equal_string(page_query(page, "facility"), "all") || (text_is_empty(page_query(page, "facility")) && page->actor->all_facilities);
	page->section = "statistics";
	if (!all || !page->actor->all_facilities) {
		asked->facility = page_facility(page, &asked->row);
		if (text_is_empty(asked->facility))
			return false;
	}
	asked->day = page_day(page, &asked->moment);
	asked->small = text_equal_string(page_query(page, "exact"), "yes") ? 0 : page_parameter(page, asked->row, "statistics.small_number", SMALL_NUMBER);
	return true;
}

static struct text place_text(struct page *page, const struct asked *asked)
{
	return asked->row ? row_title(page->arena, asked->row) : T(page, N_("All facilities"));
}

static struct text address(struct page *page, const struct asked *asked, const char *code, const char *more)
{
	return arena_format(page->arena, "/statistics/%s?facility=%.*s&day=%.*s%s", code,
		TEXT_FORMAT(asked->row ? asked->facility : TEXT_OF("all")), TEXT_FORMAT(day_text(page, asked->day)), more);
}

void page_statistics(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Table"), N_("What is counted"), NULL };
	struct asked asked = { 0 };
	if (!asked_read(page, &asked))
		return;
	page->caption = place_text(page, &asked);
	page_begin(page, T(page, N_("Statistics")));
	widget_paragraph(page, T(page, N_("People are counted, not stays, each in one facility. Small numbers are left out so that nobody can be recognised.")));
	filters_begin(page, N_("Choose a day"));
	widget_hidden(page, "facility", asked.row ? asked.facility : TEXT_OF("all"));
	filters_date(page, "day", N_("Day"), day_text(page, asked.day));
	filters_end(page);
	widget_table_begin(page, text_empty(), HEADINGS);
	for (const struct figure_kind *kind = FIGURE_KINDS; kind->code; kind++) {
		widget_table_row(page);
		widget_table_link(page, address(page, &asked, kind->code, ""), page_message(page, kind->title));
		widget_table_cell(page, page_message(page, kind->definition));
	}
	widget_table_end(page);
	page_end(page);
}

/* ---- one table ---- */

static struct text share_text(struct page *page, const struct figure_row *row, int column)
{
	int64_t tenths = (row->cells[column] * 2000 + row->of[column]) / (2 * row->of[column]);
	return arena_format(page->arena, "%lld.%lld %%", (long long)(tenths / 10), (long long)(tenths % 10));
}

static struct text cell_text(struct page *page, const struct figure_row *row, int column, int64_t small)
{
	if (row->hidden[column])
		return row->cells[column] < small ? page_message_with(page, N_("fewer than {number}"), "number",
			format_integer(page->language, page->arena, small), NULL) : T(page, N_("left out"));
	return row->of[column] > 0 ? share_text(page, row, column) : format_integer(page->language, page->arena, row->cells[column]);
}

static struct text label_text(struct page *page, const struct figure_table *table, size_t i)
{
	struct date day;
	if (table->months[i].length > 0 && date_parse(table->months[i], &day))
		return page_date(page, day);
	return page_message(page, table->rows[i].label);
}

/* For machines: plain numbers, shares as part and whole, "c" for confidential as statistics offices write it. */
static void table_csv(struct page *page, const struct figure_table *table, const struct asked *asked)
{
	static const char *const COLUMNS[] = { "table", "facility", "day", "row", "total", "men", "women", "of" };
	struct csv_writer csv;
	struct text code = asked->row ? row_text(asked->row, page->registry->facility_code) : TEXT_OF("all");
	csv_writer_begin(&csv, page->arena, ',', false);
	csv_mark(&csv);
	for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++)
		csv_cell_string(&csv, COLUMNS[i]);
	csv_record_end(&csv);
	for (size_t i = 0; i < table->count; i++) {
		const struct figure_row *row = &table->rows[i];
		csv_cell_string(&csv, table->code);
		csv_cell(&csv, code);
		csv_cell(&csv, day_text(page, asked->day));
		csv_cell(&csv, table->months[i].length > 0 ? table->months[i] : text_from(row->label));
		for (int c = 0; c < FIGURE_COLUMNS; c++) {
			if (row->hidden[c])
				csv_cell_string(&csv, "c");
			else if (c == FIGURE_ALL || table->by_sex)
				csv_cell_integer(&csv, row->cells[c]);
			else
				csv_cell_string(&csv, "");
		}
		if (row->of[FIGURE_ALL] > 0)
			csv_cell_integer(&csv, row->of[FIGURE_ALL]);
		else
			csv_cell_string(&csv, "");
		csv_record_end(&csv);
	}
	page_file(page, "text/csv; charset=utf-8", csv_take(&csv), csv_name(page, table->code, code, asked->day));
}

static void write_table(struct page *page, const struct figure_table *table, const struct asked *asked)
{
	static const char *const BY_SEX[] = { N_("Figure"), N_("All"), N_("Men"), N_("Women"), NULL }, *const ONE[] = { N_("Figure"), N_("All"), NULL };
	widget_table_begin(page, text_empty(), table->by_sex ? BY_SEX : ONE);
	for (size_t i = 0; i < table->count; i++) {
		widget_table_row(page);
		widget_table_cell(page, label_text(page, table, i));
		for (int c = 0; c < (table->by_sex ? FIGURE_COLUMNS : 1); c++)
			widget_table_cell(page, cell_text(page, &table->rows[i], c, asked->small));
	}
	widget_table_end(page);
}

void page_statistics_table(struct page *page)
{
	struct asked asked = { 0 };
	struct figure_table *table;
	struct error_list errors;
	if (!asked_read(page, &asked))
		return;
	error_list_begin(&errors, page->arena);
	if (!statistics_table(page->query, page->parameters.values[0], asked.facility, asked.day, asked.moment, asked.small, &table, &errors)) {
		page_fail(page, &errors);
		return;
	}
	if (text_equal_string(page_query(page, "format"), "csv")) {
		table_csv(page, table, &asked);
		return;
	}
	page->back = arena_format(page->arena, "/statistics?facility=%.*s&day=%.*s", TEXT_FORMAT(asked.row ? asked.facility : TEXT_OF("all")),
		TEXT_FORMAT(day_text(page, asked.day)));
	page->caption = page_message_with(page, N_("{facility}, {day}"), "facility", place_text(page, &asked), "day", page_date(page, asked.day), NULL);
	page_begin(page, page_message(page, table->title));
	widget_paragraph(page, page_message(page, table->definition));
	actions_begin(page);
	widget_button_link(page, address(page, &asked, table->code, "&format=csv"), T(page, N_("Export as CSV")), true);
	if (asked.small > 0)
		widget_button_link(page, address(page, &asked, table->code, "&exact=yes"), T(page, N_("Exact numbers, not for publication")), true);
	actions_end(page);
	write_table(page, table, &asked);
	if (asked.small > 0)
		widget_paragraph(page, page_message_with(page, N_("Numbers below {number} are left out, and one more where the sum would give them away."), "number",
			format_integer(page->language, page->arena, asked.small), NULL));
	page_end(page);
}
