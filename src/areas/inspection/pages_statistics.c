/* pages_statistics.c - the figures for national and international bodies, with their definitions, on the page, as CSV and as a spreadsheet. */
#include "areas/inspection/pages_common.h"
#include "areas/inspection/reports_statistics.h"
#include "format/csv.h"
#include "format/xlsx.h"

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

static void write_kinds(struct page *page, const struct asked *asked, const char *heading, const struct figure_kind *kinds)
{
	static const char *const HEADINGS[] = { N_("Table"), N_("What is counted"), NULL };
	widget_heading(page, 2, page_message(page, heading));
	widget_table_begin(page, text_empty(), HEADINGS);
	for (const struct figure_kind *kind = kinds; kind->code; kind++) {
		widget_table_row(page);
		widget_table_link(page, address(page, asked, kind->code, ""), page_message(page, kind->title));
		widget_table_cell(page, page_message(page, kind->definition));
	}
	widget_table_end(page);
}

void page_statistics(struct page *page)
{
	struct asked asked = { 0 };
	if (!asked_read(page, &asked))
		return;
	page->caption = place_text(page, &asked);
	page_begin(page, T(page, N_("Statistics")));
	widget_paragraph(page, T(page, N_("People are counted, not stays, each in one facility. Small numbers are left out so that nobody can be recognised.")));
	actions_begin(page);
	widget_button_link(page, path_with(page, TEXT_OF("/statistics/equal"), "facility", asked.row ? asked.facility : text_empty()), T(page, N_("Are measures taken equally often?")), true);
	actions_end(page);
	filters_begin(page, N_("Choose a day"));
	widget_hidden(page, "facility", asked.row ? asked.facility : TEXT_OF("all"));
	filters_date(page, "day", N_("Day"), day_text(page, asked.day));
	filters_end(page);
	write_kinds(page, &asked, N_("The population"), FIGURE_KINDS);
	write_kinds(page, &asked, N_("Assessment, classification, programmes and release"), MANAGEMENT_KINDS);
	page_end(page);
}

/* ---- one table ---- */

static struct text share_text(struct page *page, const struct figure_row *row, int column)
{
	int64_t tenths = (row->cells[column] * 2000 + row->of[column]) / (2 * row->of[column]);
	return arena_format(page->arena, "%lld.%lld %%", (long long)(tenths / 10), (long long)(tenths % 10));
}

/* One word for all that is hidden: who knew which was small and which was left out with it could tell more. */
static struct text cell_text(struct page *page, const struct figure_row *row, int column)
{
	if (row->hidden[column])
		return T(page, N_("left out"));
	if (row->people[column] < 0)
		return T(page, N_("nobody"));
	return row->of[column] > 0 ? share_text(page, row, column) : format_integer(page->language, page->arena, row->cells[column]);
}

static struct text label_text(struct page *page, const struct figure_table *table, size_t i)
{
	struct date day;
	if (table->months[i].length > 0 && date_parse(table->months[i], &day))
		return page_date(page, day);
	const struct figure_row *row = &table->rows[i];
	if (!row->under)
		return page_message(page, row->label);
	return page_message_with(page, N_("{whole} – {part}"), "whole", page_message(page, row->under), "part", page_message(page, row->label), NULL);
}

static struct text machine_label(struct page *page, const struct figure_table *table, size_t i)
{
	const struct figure_row *row = &table->rows[i];
	if (table->months[i].length > 0)
		return table->months[i];
	return row->under ? arena_format(page->arena, "%s – %s", row->under, row->label) : text_from(row->label);
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
		csv_cell(&csv, machine_label(page, table, i));
		for (int c = 0; c < FIGURE_COLUMNS; c++) {
			if (row->hidden[c])
				csv_cell_string(&csv, "c");
			else if ((c == FIGURE_ALL || table->by_sex) && row->people[c] >= 0)
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

static const char *const BY_SEX[] = { N_("Figure"), N_("All"), N_("Men"), N_("Women"), NULL }, *const ONE[] = { N_("Figure"), N_("All"), NULL };

static void sheet_cell(struct page *page, struct xlsx *xlsx, const struct figure_row *row, int column)
{
	if (row->hidden[column] || row->people[column] < 0)
		xlsx_text(xlsx, cell_text(page, row, column));
	else if (row->of[column] > 0)
		xlsx_share(xlsx, row->cells[column], row->of[column]);
	else
		xlsx_integer(xlsx, row->cells[column]);
}

/* For people: in the reader's language, with the definition above, numbers as numbers. */
static void table_xlsx(struct page *page, const struct figure_table *table, const struct asked *asked)
{
	static const int WIDTHS[] = { 60, 12, 12, 12 };
	struct error_list errors;
	struct text file, code = asked->row ? row_text(asked->row, page->registry->facility_code) : TEXT_OF("all");
	struct xlsx *xlsx = xlsx_begin(page->arena, table->code, page->language->right_to_left, WIDTHS, 4);
	error_list_begin(&errors, page->arena);
	if (!xlsx) {
		error_say(&errors, E_SYSTEM, NULL, N_("The spreadsheet could not be written. Ask for the CSV file"));
		page_fail(page, &errors);
		return;
	}
	xlsx_heading(xlsx, page_message(page, table->title));
	xlsx_row_end(xlsx);
	xlsx_text(xlsx, page_message_with(page, N_("{facility}, {day}"), "facility", place_text(page, asked), "day", page_date(page, asked->day), NULL));
	xlsx_row_end(xlsx);
	xlsx_text(xlsx, page_message(page, table->definition));
	xlsx_row_end(xlsx);
	for (const char *const *heading = table->by_sex ? BY_SEX : ONE; *heading; heading++)
		xlsx_heading(xlsx, page_message(page, *heading));
	xlsx_row_end(xlsx);
	for (size_t i = 0; i < table->count; i++) {
		xlsx_text(xlsx, label_text(page, table, i));
		for (int c = 0; c < (table->by_sex ? FIGURE_COLUMNS : 1); c++)
			sheet_cell(page, xlsx, &table->rows[i], c);
		xlsx_row_end(xlsx);
	}
	if (!xlsx_finish(xlsx, &file, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page_file(page, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file,
		arena_format(page->arena, "%s-%.*s-%.*s.xlsx", table->code, TEXT_FORMAT(code), TEXT_FORMAT(day_text(page, asked->day))));
}

static void write_table(struct page *page, const struct figure_table *table)
{
	widget_table_begin(page, text_empty(), table->by_sex ? BY_SEX : ONE);
	for (size_t i = 0; i < table->count; i++) {
		widget_table_row(page);
		widget_table_cell(page, label_text(page, table, i));
		for (int c = 0; c < (table->by_sex ? FIGURE_COLUMNS : 1); c++)
			widget_table_cell(page, cell_text(page, &table->rows[i], c));
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
	if (text_equal_string(page_query(page, "format"), "xlsx")) {
		table_xlsx(page, table, &asked);
		return;
	}
	page->back = arena_format(page->arena, "/statistics?facility=%.*s&day=%.*s", TEXT_FORMAT(asked.row ? asked.facility : TEXT_OF("all")),
		TEXT_FORMAT(day_text(page, asked.day)));
	page->caption = page_message_with(page, N_("{facility}, {day}"), "facility", place_text(page, &asked), "day", page_date(page, asked.day), NULL);
	page_begin(page, page_message(page, table->title));
	widget_paragraph(page, page_message(page, table->definition));
	actions_begin(page);
	widget_button_link(page, address(page, &asked, table->code, asked.small > 0 ? "&format=csv" : "&format=csv&exact=yes"), T(page, N_("Export as CSV")), true);
	widget_button_link(page, address(page, &asked, table->code, asked.small > 0 ? "&format=xlsx" : "&format=xlsx&exact=yes"), T(page, N_("Export as spreadsheet (XLSX)")), true);
	if (asked.small > 0)
		widget_button_link(page, address(page, &asked, table->code, "&exact=yes"), T(page, N_("Exact numbers, not for publication")), true);
	actions_end(page);
	write_table(page, table);
	if (asked.small > 0)
		widget_paragraph(page, page_message_with(page, N_("Numbers below {number} are left out, and as many more as it takes that no sum gives them away."), "number",
			format_integer(page->language, page->arena, asked.small), NULL));
	page_end(page);
}
