/* pages_state_national.c - the state of the rules day by day, and in all facilities. */
#include "areas/inspection/pages_common.h"

enum { HISTORY_DAYS = 14 };

/* ---- day by day ---- */

void page_state_history(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Day"), N_("Breach open"), N_("Late or being mended"), N_("Nobody has looked"),
		N_("Evidence that it is kept"), NULL };
	struct state state = { 0 };
	if (!state_read(page, &state))
		return;
	page->back = path_with(page, TEXT_OF("/state"), "facility", state.id);
	page->caption = row_title(page->arena, state.facility);
	page_begin(page, T(page, N_("State of the rules, day by day")));
	widget_paragraph(page, T(page, N_("How many rules stood in each state at the end of each day, counted from the records as they are now.")));
	widget_table_begin(page, text_empty(), HEADINGS);
	for (int i = 0; i < HISTORY_DAYS; i++) {
		struct facility_state *states;
		struct error_list errors;
		int64_t lines[COLOUR_COUNT], moment = i == 0 ? state.moment : zone_moment(page->zone, date_add_days(state.day, 1 - i), 0) - 1;
		struct date day = date_add_days(state.day, -i);
		size_t count;
		error_list_begin(&errors, page->arena);
		if (!rule_state_read(page->query, state.id, moment, &states, &count, &errors))
			break;
		state.rules = states[0].rules;
		state_count(&state, lines);
		widget_table_row(page);
		widget_table_link(page, arena_format(page->arena, "/state?facility=%.*s&day=%.*s", TEXT_FORMAT(state.id), TEXT_FORMAT(day_text(page, day))),
			page_date(page, day));
		for (int c = 0; c < COLOUR_COUNT; c++)
			widget_table_cell(page, format_integer(page->language, page->arena, lines[WORST_FIRST[c]]));
	}
	widget_table_end(page);
	page_end(page);
}

/* ---- the country ---- */

/* Rules that are red somewhere, and where: the first thing that headquarters wants to know. */
static void write_red(struct page *page, const struct facility_state *states, size_t count)
{
	static const char *const HEADINGS[] = { N_("Rule"), N_("About"), N_("Where a breach is open"), NULL };
	size_t rows;
	const struct register_row *all = register_rows(&rows);
	bool begun = false;
	for (size_t i = 0; i < rows; i++) {
		bool red = false;
		for (size_t f = 0; f < count; f++)
			red = red || states[f].rules[i].colour == COLOUR_RED;
		if (!red)
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Rules with an open breach")), HEADINGS);
		begun = true;
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_rule(page, all[i].rule);
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		write_rule_title(page, &all[i]);
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		for (size_t f = 0; f < count; f++) {
			const struct row *facility;
			struct error_list ignored;
			error_list_begin(&ignored, page->arena);
			if (states[f].rules[i].colour != COLOUR_RED ||
				!query_peek(page->query, page->registry->facility, states[f].facility, &facility, &ignored) || !facility)
				continue;
			html_link(&page->html, "govuk-link", arena_format(page->arena, "/state/rules/%.*s?facility=%.*s", TEXT_FORMAT(all[i].rule),
				TEXT_FORMAT(states[f].facility)), row_text(facility, page->registry->facility_code));
			html_text(&page->html, TEXT_OF(" "));
		}
		widget_table_cell_end(page);
	}
	if (begun)
		widget_table_end(page);
	else
		widget_paragraph(page, T(page, N_("No facility has an open breach.")));
}

void page_state_national(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Facility"), N_("Breach open"), N_("Late or being mended"), N_("Nobody has looked"),
		N_("Evidence that it is kept"), NULL };
	struct facility_state *states;
	struct error_list errors;
	struct state state = { 0 };
	size_t count;
	page->section = "state";
	state.day = page_day(page, &state.moment);
	state.rows = register_rows(&state.count);
	error_list_begin(&errors, page->arena);
	if (!rule_state_read(page->query, text_empty(), state.moment, &states, &count, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->wide = true;
	page_begin(page, T(page, N_("State of the rules in all facilities")));
	widget_paragraph(page, T(page, N_("How many rules stand in each state. The numbers of a facility are not added up to a mark.")));
	write_red(page, states, count);
	widget_table_begin(page, T(page, N_("By facility")), HEADINGS);
	for (size_t f = 0; f < count; f++) {
		int64_t lines[COLOUR_COUNT];
		const struct row *facility;
		struct error_list ignored;
		error_list_begin(&ignored, page->arena);
		if (!query_peek(page->query, page->registry->facility, states[f].facility, &facility, &ignored) || !facility)
			continue;
		state.rules = states[f].rules;
		state_count(&state, lines);
		widget_table_row(page);
		widget_table_link(page, path_with(page, TEXT_OF("/state"), "facility", states[f].facility), row_title(page->arena, facility));
		for (int c = 0; c < COLOUR_COUNT; c++)
			widget_table_cell(page, format_integer(page->language, page->arena, lines[WORST_FIRST[c]]));
	}
	widget_table_end(page);
	page_end(page);
}
