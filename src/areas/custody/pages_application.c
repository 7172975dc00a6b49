/*
 * pages_application.c - applications and news of relatives: of one person with what may be done about each, and what waits in a whole
 * facility. An application may have no clock (Rules 118 to 120 speak of the untried), so the list is what keeps it from being forgotten.
 */
#include "areas/custody/pages_common.h"

static void write_link(struct page *page, struct text person, const struct act *act, const char *input, const struct row *row)
{
	if (!page_may_act(page, act))
		return;
	html_begin(&page->html, "div");
	html_link(&page->html, "govuk-link", path_do(page, person, act, input, row->id, page->request->path), page_message(page, act->label));
	html_end(&page->html);
}

static void write_cells(struct page *page, const struct row *row, const int *fields)
{
	for (; *fields >= 0; fields++) {
		widget_table_cell_begin(page);
		widget_value(page, row, *fields);
		widget_table_cell_end(page);
	}
}

/* ---- applications ---- */

static void write_application(struct page *page, const struct row *application, struct text person)
{
	static const int CELLS[] = { APPLICATION_MADE, APPLICATION_STATE, APPLICATION_DECIDED, APPLICATION_DONE, -1 };
	bool open = row_is(application, APPLICATION_STATE, "open"), at_once = row_is(application, APPLICATION_KIND, "writing_material");
	widget_table_row(page);
	widget_table_link(page, page_path(page, &RECORD_APPLICATION, application->id),
		page_value(page, &RECORD_APPLICATION.fields[APPLICATION_KIND], row_value(application, APPLICATION_KIND)));
	write_cells(page, application, CELLS);
	widget_table_cell_begin(page);
	if (open)
		write_link(page, person, &ACT_APPLICATION_DECIDE, "application", application);
	if (row_is(application, APPLICATION_STATE, "granted") || (open && at_once))
		write_link(page, person, &ACT_APPLICATION_CARRY_OUT, "application", application);
	if (row_is(application, APPLICATION_STATE, "refused") && !row_has(application, APPLICATION_REVIEWED))
		write_link(page, person, &ACT_APPLICATION_REVIEW, "application", application);
	if (row_is(application, APPLICATION_STATE, "granted") && row_is(application, APPLICATION_KIND, "own_file"))
		html_link(&page->html, "govuk-link", path_with(page, path_subject(page, person, "/file"), "for", TEXT_OF("person")),
			T(page, N_("Print the file for the person")));
	widget_table_cell_end(page);
}

static void write_applications(struct page *page, const struct rows *applications, struct text person)
{
	static const char *const HEADINGS[] = { N_("What the person asks for"), N_("Asked"), N_("State"), N_("Decided"), N_("Carried out"), N_("What to do"), NULL };
	if (applications->count == 0) {
		widget_heading(page, 2, T(page, N_("Applications")));
		widget_paragraph(page, T(page, N_("The person has asked for nothing yet. Write down what is asked for at once: the answer has its time.")));
		return;
	}
	widget_table_begin(page, T(page, N_("Applications")), HEADINGS);
	for (size_t i = 0; i < applications->count; i++)
		write_application(page, applications->items[i], person);
	widget_table_end(page);
}

/* ---- news ---- */

static void write_news(struct page *page, const struct rows *news, struct text person)
{
	static const char *const HEADINGS[] = { N_("News received"), N_("What happened"), N_("To whom it happened"), N_("Person told"), N_("How the person was told"),
		N_("What to do"), NULL };
	static const int CELLS[] = { RELATIVE_NEWS_EVENT, RELATIVE_NEWS_RELATIVE, RELATIVE_NEWS_TOLD, RELATIVE_NEWS_HOW, -1 };
	if (news->count == 0) {
		widget_heading(page, 2, T(page, N_("News of relatives")));
		widget_paragraph(page, T(page, N_("No news of death or serious illness of somebody close has come.")));
		return;
	}
	widget_table_begin(page, T(page, N_("News of relatives")), HEADINGS);
	for (size_t i = 0; i < news->count; i++) {
		widget_table_row(page);
		widget_table_link(page, page_path(page, &RECORD_RELATIVE_NEWS, news->items[i]->id),
			page_value(page, &RECORD_RELATIVE_NEWS.fields[RELATIVE_NEWS_RECEIVED], row_value(news->items[i], RELATIVE_NEWS_RECEIVED)));
		write_cells(page, news->items[i], CELLS);
		widget_table_cell_begin(page);
		if (row_is(news->items[i], RELATIVE_NEWS_STATE, "received"))
			write_link(page, person, &ACT_RELATIVE_NEWS_TELL, "relative_news", news->items[i]);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

void page_person_applications(struct page *page)
{
	struct rows applications, news;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_APPLICATION, person->id, APPLICATION_MADE, true, &applications) ||
		!rows_about(page, &RECORD_RELATIVE_NEWS, person->id, RELATIVE_NEWS_RECEIVED, true, &news))
		return;
	page_begin(page, T(page, N_("Applications and news")));
	if (row_has(person, PERSON_EPISODE)) {
		actions_begin(page);
		action_link(page, &ACT_APPLICATION_MAKE, path_do(page, person->id, &ACT_APPLICATION_MAKE, NULL, text_empty(), page->request->path), false);
		action_link(page, &ACT_RELATIVE_NEWS_RECEIVE, path_do(page, person->id, &ACT_RELATIVE_NEWS_RECEIVE, NULL, text_empty(), page->request->path), false);
		actions_end(page);
	}
	if (page_may_read(page, &RECORD_APPLICATION))
		write_applications(page, &applications, person->id);
	if (page_may_read(page, &RECORD_RELATIVE_NEWS))
		write_news(page, &news, person->id);
	page_end(page);
}

/* ---- what waits in a facility ---- */

static void write_waiting(struct page *page, const struct rows *rows, const char *caption, const char *empty, const int *fields, int person)
{
	const char *headings[8] = { RECORD_PERSON.label };
	size_t count = 1;
	for (const int *field = fields; *field >= 0; field++)
		headings[count++] = rows->count ? rows->items[0]->record->fields[*field].label : NULL;
	headings[count] = NULL;
	if (rows->count == 0) {
		widget_heading(page, 2, page_message(page, caption));
		widget_paragraph(page, page_message(page, empty));
		return;
	}
	widget_table_begin(page, page_message(page, caption), headings);
	for (size_t i = 0; i < rows->count; i++) {
		struct text id = row_text(rows->items[i], person);
		widget_table_row(page);
		widget_table_cell_begin(page);
		write_name_link(page, id, page_value(page, &rows->items[i]->record->fields[person], row_value(rows->items[i], person)), "/applications");
		widget_table_cell_end(page);
		write_cells(page, rows->items[i], fields);
	}
	widget_table_end(page);
}

void page_applications(struct page *page)
{
	static const int NEWS[] = { RELATIVE_NEWS_RECEIVED, RELATIVE_NEWS_EVENT, RELATIVE_NEWS_RELATIVE, -1 };
	static const int ASKED[] = { APPLICATION_KIND, APPLICATION_MADE, APPLICATION_STATE, APPLICATION_EVENT, -1 };
	const struct row *facility = NULL;
	const struct value states[] = { value_string("open"), value_string("granted") };
	struct rows applications, news;
	page->section = "applications";
	struct text scope = page_facility(page, &facility);
	const struct condition untold[] = { CONDITION_TEXT(RELATIVE_NEWS_FACILITY, scope), CONDITION_TEXT(RELATIVE_NEWS_STATE, TEXT_OF("received")) };
	const struct condition waiting[] = { CONDITION_TEXT(APPLICATION_FACILITY, scope),
		{ .field = APPLICATION_STATE, .comparison = IN, .list = states, .list_count = sizeof states / sizeof *states } };
	if (text_is_empty(scope) || !rows_where(page, &RECORD_RELATIVE_NEWS, untold, 2, RELATIVE_NEWS_RECEIVED, false, &news) ||
		!rows_where(page, &RECORD_APPLICATION, waiting, 2, APPLICATION_MADE, false, &applications))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Applications")));
	write_waiting(page, &news, N_("To be told at once"), N_("Nobody waits for news that has come."), NEWS, RELATIVE_NEWS_PERSON);
	write_waiting(page, &applications, N_("Waiting for an answer, oldest first"),
		N_("Nobody waits for an answer. To write down an application, open the person and choose Applications and news."), ASKED, APPLICATION_PERSON);
	page_end(page);
}
