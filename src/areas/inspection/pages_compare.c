/* pages_compare.c - what inspections found, facility beside facility and year beside year, by heading of the Rules. */
#include "areas/inspection/pages_common.h"

enum { COLUMNS_SHOWN = 6, FINDINGS = 3 };

struct column { struct text facility, year; };
struct found { int64_t found[FINDINGS]; }; /* met, partly, not met */

static const char *const CODES[FINDINGS] = { "met", "partly", "not_met" };

static struct text cell_text(const struct store_result *result, size_t row, size_t column)
{
	struct value value = store_cell(result, row, column);
	return value.kind == VALUE_TEXT ? value.text : text_empty();
}

/* Facility and year in the order of the rows (newest first), as many as fit. */
static size_t columns_of(struct page *page, const struct store_result *result, struct column *columns)
{
	size_t count = 0;
	for (size_t i = 0; i < result->rows && count < COLUMNS_SHOWN; i++) {
		struct column column = { cell_text(result, i, 0), cell_text(result, i, 1) };
		bool known = !actor_in_scope(page->actor, column.facility);
		for (size_t c = 0; c < count; c++)
			known = known || (text_equal(columns[c].facility, column.facility) && text_equal(columns[c].year, column.year));
		if (!known)
			columns[count++] = column;
	}
	return count;
}

static struct found tally_of(const struct store_result *result, const struct column *column, size_t part)
{
	struct found tally = { { 0 } };
	for (size_t i = 0; i < result->rows; i++) {
		const struct register_row *row = register_find(cell_text(result, i, 2));
		if (!row || register_part(row) != part || !text_equal(cell_text(result, i, 0), column->facility) ||
			!text_equal(cell_text(result, i, 1), column->year))
			continue;
		for (int f = 0; f < FINDINGS; f++)
			if (text_equal_string(cell_text(result, i, 3), CODES[f]))
				tally.found[f] += store_cell(result, i, 4).integer;
	}
	return tally;
}

static void write_tally(struct page *page, const struct found *tally)
{
	struct html *h = &page->html;
	widget_table_cell_begin(page);
	for (int f = FINDINGS - 1; f >= 0; f--) {
		if (tally->found[f] == 0)
			continue;
		html_text(h, format_integer(page->language, page->arena, tally->found[f]));
		html_text(h, TEXT_OF(" "));
		html_text(h, page_message(page, FINDING_CHOICES[f].label));
		html_void(h, "br");
	}
	widget_table_cell_end(page);
}

void page_inspection_compare(struct page *page)
{
	static const char SQL[] = "SELECT i.facility, substr(i.started_on, 1, 4), a.rule, a.finding, COUNT(*) FROM inspection_answer a"
		" JOIN inspection i ON i.id = a.inspection WHERE a.rule IS NOT NULL"
		" GROUP BY i.facility, substr(i.started_on, 1, 4), a.rule, a.finding ORDER BY 2 DESC, 1, 3, 4";
	struct column columns[COLUMNS_SHOWN];
	const char *headings[COLUMNS_SHOWN + 2] = { N_("Heading") };
	struct store_result result;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	page->section = "inspections";
	if (!store_query(query_connection(page->query), page->arena, SQL, NULL, 0, &result, &errors)) {
		page_fail(page, &errors);
		return;
	}
	size_t count = columns_of(page, &result, columns);
	page->wide = true;
	page->back = TEXT_OF("/inspections");
	page_begin(page, T(page, N_("Compare facilities and years")));
	widget_paragraph(page, T(page, N_("How many questions inspections found met, partly met and not met. Where nobody asked, nothing stands.")));
	if (count == 0) {
		widget_empty(page, N_("No inspection has answered a question yet"), N_("Inspections"), TEXT_OF("/inspections"));
		page_end(page);
		return;
	}
	for (size_t c = 0; c < count; c++) {
		const struct row *facility = NULL;
		struct error_list ignored;
		error_list_begin(&ignored, page->arena);
		query_peek(page->query, page->registry->facility, columns[c].facility, &facility, &ignored);
		headings[c + 1] = arena_format(page->arena, "%.*s %.*s", TEXT_FORMAT(facility ? row_text(facility, page->registry->facility_code)
			: text_empty()), TEXT_FORMAT(columns[c].year)).data;
	}
	widget_table_begin(page, text_empty(), headings);
	for (size_t part = 0; part < register_part_count(); part++) {
		int64_t total = 0;
		struct found tallies[COLUMNS_SHOWN];
		for (size_t c = 0; c < count; c++) {
			tallies[c] = tally_of(&result, &columns[c], part);
			total += tallies[c].found[0] + tallies[c].found[1] + tallies[c].found[2];
		}
		if (total == 0)
			continue;
		widget_table_row(page);
		widget_table_cell(page, page_message(page, register_part_label(part)));
		for (size_t c = 0; c < count; c++)
			write_tally(page, &tallies[c]);
	}
	widget_table_end(page);
	page_end(page);
}
