/* pages_day.c - the list of a day for the committee, and the reviews that are due. */
#include "areas/classification/pages.h"

enum { SOON = 60 };

static void write_switch(struct page *page, bool reviews)
{
	static const struct { const char *path, *label; role_set roles; } LINKS[] = { { "/classification", N_("To be decided"), ROLES_ALL },
		{ "/classification/reviews", N_("Reviews due"), ROLES_ALL },
		{ "/classification/disparity", N_("Disparity"), ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR) } };
	struct html *h = &page->html;
	html_begin_class(h, "nav", "custos-tabs");
	html_attribute(h, "aria-label", T(page, N_("Decisions")));
	html_begin_class(h, "ul", "custos-tabs__list");
	for (size_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++) {
		if (!actor_has_role(page->actor, LINKS[i].roles))
			continue;
		html_begin(h, "li");
		html_begin_class(h, "a", "custos-tabs__link");
		html_attribute(h, "href", path_with(page, text_from(LINKS[i].path), "facility", page_query(page, "facility")));
		if (i == (reviews ? 1u : 0u))
			html_attribute_string(h, "aria-current", "page");
		html_text(h, page_message(page, LINKS[i].label));
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void person_cells(struct page *page, const struct store_result *rows, size_t i, int person, int name, int number)
{
	widget_table_row(page);
	widget_table_cell_begin(page);
	write_name_link(page, report_text(rows, i, person), report_text(rows, i, name), "/decisions");
	html_text(&page->html, TEXT_OF(" "));
	write_code(page, report_text(rows, i, number));
	widget_table_cell_end(page);
}

static void decision_cell(struct page *page, const struct store_result *rows, size_t i)
{
	struct text hidden = page_message_with(page, N_("about {name}"), "name", report_text(rows, i, CASE_NAME), NULL);
	struct html *h = &page->html;
	widget_table_cell_begin(page);
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", classification_path(page, report_text(rows, i, CASE_ID), ""));
	html_text(h, classification_words(page, report_text(rows, i, CASE_VALUE)));
	html_element(h, "span", "govuk-visually-hidden", arena_format(page->arena, " %.*s", TEXT_FORMAT(hidden)));
	html_end(h);
	widget_table_cell_end(page);
}

static void moment_cell(struct page *page, const struct store_result *rows, size_t i, int column)
{
	widget_table_cell_begin(page);
	widget_moment(page, report_integer(rows, i, column));
	widget_table_cell_end(page);
}

/* What is still missing before the body can decide; green when nothing is. */
static void papers_cell(struct page *page, const struct store_result *rows, size_t i)
{
	struct text state = report_text(rows, i, CASE_STATE);
	widget_table_cell_begin(page);
	if (text_equal_string(state, "decided"))
		widget_tag(page, "yellow", T(page, N_("Person not yet told")));
	else if (report_integer(rows, i, CASE_EVIDENCE) == 0)
		widget_tag(page, "red", T(page, N_("No evidence yet")));
	else if (report_integer(rows, i, CASE_UNSET) > 0)
		widget_tag(page, "red", page_count(page, N_("{count} item without a form for the person"), N_("{count} items without a form for the person"),
			report_integer(rows, i, CASE_UNSET)));
	else if (text_equal_string(state, "proposed"))
		widget_tag(page, "red", T(page, N_("Person has no papers")));
	else if (report_integer(rows, i, CASE_HEARD) == 0)
		widget_tag(page, "yellow", T(page, N_("Person not yet heard")));
	else
		widget_tag(page, "green", T(page, N_("Papers complete")));
	widget_table_cell_end(page);
}

static void votes_cell(struct page *page, const struct store_result *rows, size_t i, int64_t quorum)
{
	bool one = text_equal_string(report_text(rows, i, CASE_BODY), "governor");
	widget_table_cell(page, one ? choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_BODY, report_text(rows, i, CASE_BODY)) :
		page_message_with(page, N_("{count} of {least} votes"), "count", format_integer(page->language, page->arena, report_integer(rows, i, CASE_VOTES)), "least",
			format_integer(page->language, page->arena, quorum), NULL));
}

/* Rows that are (or are not) on the list of a day up to the end of today. */
static size_t write_cases(struct page *page, const struct store_result *rows, const char *caption, bool listed, int64_t quorum)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Proposal"), N_("Papers"), N_("Votes"), N_("On the list for"), N_("Lapses undecided"), NULL };
	size_t written = 0;
	for (size_t i = 0; i < rows->rows; i++) {
		if ((report_integer(rows, i, CASE_HEARING_AT) > 0) != listed)
			continue;
		if (written++ == 0)
			widget_table_begin(page, page_message(page, caption), HEADINGS);
		person_cells(page, rows, i, CASE_PERSON, CASE_NAME, CASE_NUMBER);
		decision_cell(page, rows, i);
		papers_cell(page, rows, i);
		votes_cell(page, rows, i, quorum);
		moment_cell(page, rows, i, CASE_HEARING_AT);
		moment_cell(page, rows, i, CASE_ENDS_AT);
	}
	if (written)
		widget_table_end(page);
	return written;
}

void page_classification_day(struct page *page)
{
	const struct row *facility = NULL;
	struct store_result rows;
	struct error_list errors;
	page->section = "classification";
	struct text scope = page_facility(page, &facility);
	if (text_is_empty(scope))
		return;
	error_list_begin(&errors, page->arena);
	if (!report_classification_cases(page->query, scope, page->now, &rows, &errors)) {
		page_fail(page, &errors);
		return;
	}
	int64_t quorum = page_parameter(page, facility, "class.quorum", 3);
	page->caption = row_text(facility, FACILITY_NAME);
	page->wide = true;
	page_begin(page, T(page, N_("To be decided")));
	write_switch(page, false);
	if (rows.rows == 0) {
		widget_empty(page, N_("No proposal waits for a decision in this facility."), N_("Look at the reviews that are due"), TEXT_OF("/classification/reviews"));
	} else {
		list_count(page, page_count(page, N_("{count} proposal"), N_("{count} proposals"), (int64_t)rows.rows));
		if (write_cases(page, &rows, N_("On the list of a day"), true, quorum) == 0)
			widget_paragraph(page, T(page, N_("No case is on the list of a day. Open a case below to put it there.")));
		write_cases(page, &rows, N_("Not yet on a list"), false, quorum);
	}
	page_end(page);
}

/* ---- reviews ---- */

static void write_reviews(struct page *page, const struct store_result *rows, bool fallen, const char *caption)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Decision"), N_("Why then"), N_("Review due"), N_("Ends by itself"), NULL };
	size_t written = 0;
	for (size_t i = 0; i < rows->rows; i++) {
		if ((report_integer(rows, i, CASE_FELL_AT) > 0) != fallen)
			continue;
		if (written++ == 0)
			widget_table_begin(page, page_message(page, caption), HEADINGS);
		int64_t due = report_integer(rows, i, CASE_REVIEW_DUE);
		person_cells(page, rows, i, CASE_PERSON, CASE_NAME, CASE_NUMBER);
		decision_cell(page, rows, i);
		widget_table_cell(page, choice_label(page, &RECORD_CLASSIFICATION, CLASSIFICATION_REVIEW_REASON, report_text(rows, i, CASE_REVIEW_REASON)));
		widget_table_cell_begin(page);
		html_element(&page->html, due < page->now ? "strong" : "span", due < page->now ? "custos-due__when custos-due__when--late" : "custos-due__when",
			format_due(page->language, page->arena, due, page->now));
		html_text(&page->html, TEXT_OF(" "));
		widget_moment(page, due);
		widget_table_cell_end(page);
		moment_cell(page, rows, i, CASE_ENDS_AT);
	}
	if (written)
		widget_table_end(page);
}

static void write_undecided(struct page *page, const struct store_result *rows, int64_t count)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("What to do"), NULL };
	static const char *const READING[] = { N_("Person"), NULL };
	bool proposes = page_may_act(page, &ACT_CLASSIFICATION_PROPOSE);
	if (count == 0)
		return;
	widget_heading(page, 2, T(page, N_("No security category yet")));
	widget_paragraph(page, page_count(page, N_("{count} person in this facility has no security category in force and none is being decided."),
		N_("{count} people in this facility have no security category in force and none is being decided."), count));
	widget_table_begin(page, text_empty(), proposes ? HEADINGS : READING);
	for (size_t i = 0; i < rows->rows; i++) {
		person_cells(page, rows, i, NOBODY_PERSON, NOBODY_NAME, NOBODY_NUMBER);
		if (!proposes)
			continue;
		widget_table_cell_begin(page);
		html_link(&page->html, "govuk-link", path_do(page, report_text(rows, i, NOBODY_PERSON), &ACT_CLASSIFICATION_PROPOSE, "kind", TEXT_OF("security_category"), text_empty()),
			page_message_with(page, N_("Propose a category for {name}"), "name", report_text(rows, i, NOBODY_NAME), NULL));
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

void page_classification_reviews(struct page *page)
{
	const struct row *facility = NULL;
	struct store_result rows, undecided;
	struct error_list errors;
	int64_t count;
	page->section = "classification";
	struct text scope = page_facility(page, &facility);
	if (text_is_empty(scope))
		return;
	error_list_begin(&errors, page->arena);
	if (!report_classification_reviews(page->query, scope, page->now, page->now + SOON * MOMENT_DAY, &rows, &errors) ||
		!report_classification_undecided(page->query, scope, page->now, &undecided, &count, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->caption = row_text(facility, FACILITY_NAME);
	page->wide = true;
	page_begin(page, T(page, N_("Reviews due")));
	write_switch(page, true);
	if (rows.rows == 0)
		widget_empty(page, N_("No review is due in the next two months."), N_("Look at what is to be decided"), TEXT_OF("/classification"));
	else
		list_count(page, page_count(page, N_("{count} review"), N_("{count} reviews"), (int64_t)rows.rows));
	write_reviews(page, &rows, true, N_("The basis has ended: decide now"));
	write_reviews(page, &rows, false, N_("Due in the next two months"));
	write_undecided(page, &undecided, count);
	page_end(page);
}
