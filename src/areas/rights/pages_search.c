/* pages_search.c - the register of searches of the person: one day of a facility, and how many found anything in the month before it. */
#include "areas/rights/pages_common.h"

enum { MONTH_DAYS = 30, SMALL_NUMBER = 5 };

struct search_board {
	const struct row *facility;
	struct text id;
	struct date day;
	int64_t from, until; /* the civil day */
	struct rows rows;
};

static struct date day_asked(struct page *page, struct text facility)
{
	struct date day;
	return date_parse(page_query(page, "day"), &day) ? day : page_today(page, facility);
}

static bool board_read(struct page *page, struct search_board *out)
{
	page->section = "searches";
	*out = (struct search_board){ 0 };
	out->id = page_facility(page, &out->facility);
	if (text_is_empty(out->id))
		return false;
	struct text zone = row_text(out->facility, FACILITY_ZONE);
	out->day = day_asked(page, out->id);
	out->from = zone_moment(zone, out->day, 0);
	out->until = zone_moment(zone, date_add_days(out->day, 1), 0);
	const struct condition here[] = { CONDITION_TEXT(PERSON_SEARCH_FACILITY, out->id),
		{ .field = PERSON_SEARCH_AT, .comparison = GREATER_OR_EQUAL, .value = value_integer(out->from) },
		{ .field = PERSON_SEARCH_AT, .comparison = LESS, .value = value_integer(out->until) } };
	return rows_where(page, &RECORD_PERSON_SEARCH, here, 3, PERSON_SEARCH_AT, true, &out->rows);
}

/* Searches made of a kind in the month up to the day, or -1. result NULL: all that were made. */
static int64_t count_kind(struct page *page, const struct search_board *board, const char *kind, const char *result)
{
	struct error_list errors;
	int64_t count;
	error_list_begin(&errors, page->arena);
	struct selection selection = { .record = &RECORD_PERSON_SEARCH, .order_field = FIELD_ID, .condition_count = 5, .conditions = {
		CONDITION_TEXT(PERSON_SEARCH_FACILITY, board->id), CONDITION_TEXT(PERSON_SEARCH_KIND, text_from(kind)),
		{ .field = PERSON_SEARCH_AT, .comparison = GREATER_OR_EQUAL, .value = value_integer(board->until - MONTH_DAYS * MOMENT_DAY) },
		{ .field = PERSON_SEARCH_AT, .comparison = LESS, .value = value_integer(board->until) },
		{ .field = PERSON_SEARCH_RESULT, .comparison = result ? IS : IS_NOT, .value = value_string(result ? result : "refused") } } };
	return query_count(page->query, &selection, &count, &errors) ? count : -1;
}

static void write_figures(struct page *page, const struct search_board *board)
{
	static const char *const HEADINGS[] = { N_("Kind of search"), N_("Searches"), N_("Something found"), N_("Share with a find"), NULL };
	int64_t small = page_parameter(page, board->facility, "statistics.small_number", SMALL_NUMBER);
	struct text few = page_message_with(page, N_("fewer than {number}"), "number", format_integer(page->language, page->arena, small), NULL);
	widget_table_begin(page, T(page, N_("Thirty days up to this day")), HEADINGS);
	for (const struct choice *kind = PERSON_SEARCH_KIND_CHOICES; kind->code; kind++) {
		int64_t all = count_kind(page, board, kind->code, NULL), found = count_kind(page, board, kind->code, "found");
		bool hidden = all > 0 && all < small;
		widget_table_row(page);
		widget_table_cell(page, page_message(page, kind->label));
		if (all < 0 || found < 0) {
			widget_table_cell(page, T(page, N_("They could not be read. Load the page again")));
			widget_table_cell(page, text_empty());
			widget_table_cell(page, text_empty());
			continue;
		}
		widget_table_cell(page, hidden ? few : format_integer(page->language, page->arena, all));
		widget_table_cell(page, hidden || (found > 0 && found < small) ? few : format_integer(page->language, page->arena, found));
		widget_table_cell(page, all == 0 || hidden || (found > 0 && found < small) ? text_empty() :
			page_message_with(page, N_("{number}%"), "number", format_integer(page->language, page->arena, (found * 100 + all / 2) / all), NULL));
	}
	widget_table_end(page);
	widget_paragraph(page, T(page, N_("A kind of search that goes deep and finds little is looked at again. Small numbers are left out so that nobody can be recognised.")));
}

void page_searches(struct page *page)
{
	static const int COLUMNS[] = { PERSON_SEARCH_AT, PERSON_SEARCH_PERSON, PERSON_SEARCH_KIND, PERSON_SEARCH_CAUSE, PERSON_SEARCH_RESULT, PERSON_SEARCH_ITEMS,
		PERSON_SEARCH_SEARCHERS, -1 };
	struct search_board board;
	if (!board_read(page, &board))
		return;
	page->caption = row_text(board.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Searches of the person")));
	actions_begin(page);
	action_link(page, &ACT_PERSON_SEARCH_RECORD, TEXT_OF("/acts/person_search.record?next=%2Fsearches"), true);
	actions_end(page);
	widget_paragraph(page, T(page, N_("Every search is written down, also when nothing is found")));
	filters_begin(page, N_("Choose a day"));
	widget_hidden(page, "facility", board.id);
	filters_date(page, "day", N_("Day"), date_text(page->arena, board.day));
	filters_end(page);
	rows_table(page, N_("Searches of the day"), &board.rows, COLUMNS, N_("No search is recorded for this day."));
	write_figures(page, &board);
	page_end(page);
}
