/* pages_release.c - releases due; one release as a list of steps up to the gate; its certificate on paper. */
#include "areas/custody/pages_common.h"

enum { WINDOW_DEFAULT = 90 };

/* ---- the list ---- */

static int32_t window_asked(struct page *page)
{
	int64_t days;
	return text_to_integer(page_query(page, "days"), &days) && days >= 0 && days <= 3660 ? (int32_t)days : WINDOW_DEFAULT;
}

static void write_windows(struct page *page, int32_t chosen)
{
	static const struct { int32_t days; const char *label; } WINDOWS[] = { { 0, N_("Today and overdue") }, { 7, N_("Next 7 days") },
		{ 30, N_("Next 30 days") }, { 90, N_("Next 90 days") }, { 365, N_("Next year") } };
	struct html *h = &page->html;
	html_begin_class(h, "nav", "custos-tabs");
	html_attribute(h, "aria-label", T(page, N_("Releases due")));
	html_begin_class(h, "ul", "custos-tabs__list");
	for (size_t i = 0; i < sizeof WINDOWS / sizeof *WINDOWS; i++) {
		html_begin(h, "li");
		html_begin_class(h, "a", "custos-tabs__link");
		html_attribute(h, "href", path_with(page, arena_format(page->arena, "/releases?days=%d", (int)WINDOWS[i].days), "facility",
			page_query(page, "facility")));
		if (WINDOWS[i].days == chosen)
			html_attribute_string(h, "aria-current", "page");
		html_text(h, page_message(page, WINDOWS[i].label));
		html_end(h);
		html_end(h);
	}
	html_end(h);
	html_end(h);
}

static void write_due_date(struct page *page, const struct store_result *rows, size_t i, struct date today)
{
	struct date date = report_date(rows, i, DUE_DATE);
	html_text(&page->html, release_words(page, report_text(rows, i, DUE_DATE_KIND), date));
	if (!date.year)
		return;
	int compared = date_compare(date, today);
	html_text(&page->html, TEXT_OF(" "));
	if (compared < 0)
		widget_tag(page, "red", T(page, N_("Held past the date")));
	else if (compared == 0)
		widget_tag(page, "yellow", T(page, N_("Today")));
}

static void write_due(struct page *page, const struct store_result *rows, size_t i, struct date today)
{
	struct html *h = &page->html;
	struct text person = report_text(rows, i, DUE_PERSON), release = report_text(rows, i, DUE_RELEASE), name = report_text(rows, i, DUE_NAME);
	struct date planned = report_date(rows, i, DUE_PLANNED);
	widget_table_row(page);
	widget_table_cell_begin(page);
	write_name_link(page, person, name, "");
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_code(page, report_text(rows, i, DUE_NUMBER));
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_due_date(page, rows, i, today);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (planned.year)
		widget_date(page, planned);
	widget_table_cell_end(page);
	widget_table_cell(page, text_is_empty(release) ? T(page, N_("Not begun")) :
		choice_label(page, &RECORD_RELEASE, RELEASE_STATE, report_text(rows, i, DUE_STATE)));
	widget_table_cell_begin(page);
	if (!text_is_empty(release))
		html_link(h, "govuk-link", path_of(page, "release", release), page_message_with(page, N_("Go on with the release of {name}"), "name", name, NULL));
	else if (page_may_act(page, &ACT_RELEASE_PREPARE) && !text_is_empty(person))
		html_link(h, "govuk-link", path_do(page, person, &ACT_RELEASE_PREPARE, "planned_on", report_text(rows, i, DUE_DATE), text_empty()),
			page_message_with(page, N_("Prepare the release of {name}"), "name", name, NULL));
	widget_table_cell_end(page);
}

void page_releases(struct page *page)
{
	static const char *const HEADINGS[] = { N_("Person"), N_("Number"), N_("Release date"), N_("Planned for"), N_("Preparation"), N_("What to do"), NULL };
	const struct row *facility = NULL;
	struct store_result rows;
	struct error_list errors;
	int32_t days = window_asked(page);
	page->section = "releases";
	struct text scope = page_facility(page, &facility);
	if (text_is_empty(scope))
		return;
	struct date today = page_today(page, scope);
	error_list_begin(&errors, page->arena);
	if (!report_releases(page->query, scope, date_add_days(today, days), &rows, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Releases")));
	write_windows(page, days);
	if (rows.rows == 0) {
		widget_empty(page, N_("No release is due in this time, and none is being prepared."), N_("Look a year ahead"), TEXT_OF("/releases?days=365"));
	} else {
		list_count(page, page_count(page, N_("{count} person"), N_("{count} people"), (int64_t)rows.rows));
		widget_table_begin(page, T(page, N_("Releases due")), HEADINGS);
		for (size_t i = 0; i < rows.rows; i++)
			write_due(page, &rows, i, today);
		widget_table_end(page);
	}
	page_end(page);
}

/* ---- one release ---- */

struct going { const struct row *release, *person; struct rows needs, property; struct calculation both; bool calculated; };

static bool going_read(struct page *page, struct going *out)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	out->release = row_open(page, &RECORD_RELEASE, "releases");
	if (!out->release)
		return false;
	if (!query_load(page->query, &RECORD_PERSON, row_text(out->release, RELEASE_PERSON), &out->person, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	const struct condition own = CONDITION_TEXT(RELEASE_STEP_RELEASE, out->release->id);
	const struct condition stored[] = { CONDITION_TEXT(PROPERTY_ITEM_PERSON, out->person->id), CONDITION_TEXT(PROPERTY_ITEM_STATE, TEXT_OF("stored")) };
	out->calculated = page_may_read(page, &RECORD_SENTENCE_TERM) && page_may_read(page, &RECORD_CUSTODY_CREDIT) && page_may_read(page, &RECORD_LEGAL_ORDER);
	if (out->calculated)
		dates_both(page, out->person, &out->both);
	return rows_where(page, &RECORD_RELEASE_STEP, &own, 1, FIELD_CREATED_AT, false, &out->needs) &&
		rows_where(page, &RECORD_PROPERTY_ITEM, stored, 2, FIELD_CREATED_AT, false, &out->property);
}

static bool release_is_open(const struct row *release)
{
	return row_is(release, RELEASE_STATE, "preparing") || row_is(release, RELEASE_STATE, "ready");
}

static void write_step(struct page *page, const struct going *going, const struct act *act, const char *input, struct text value, struct text name, bool done,
	struct text hint)
{
	struct text next = path_of(page, "release", going->release->id);
	struct task task = { .name = name, .hint = hint, .colour = done ? "green" : "grey", .status = done ? T(page, N_("Done")) : T(page, N_("Not started")) };
	if (release_is_open(going->release) && page_may_act(page, act))
		task.href = path_do(page, text_empty(), act, input, value, next);
	else if (!done)
		task.colour = "purple";
	task_list_step(page, &task);
}

static void write_needs(struct page *page, const struct going *going)
{
	widget_heading(page, 2, T(page, N_("What the person needs on the day")));
	if (going->needs.count == 0)
		widget_paragraph(page, T(page, N_("Your role does not see what was arranged.")));
	task_list_begin(page);
	for (const struct choice *kind = RELEASE_STEP_CHOICES; kind->code; kind++) {
		const struct row *need = NULL;
		for (size_t i = 0; i < going->needs.count && !need; i++)
			need = row_is(going->needs.items[i], RELEASE_STEP_KIND, kind->code) ? going->needs.items[i] : NULL;
		if (!need)
			continue;
		bool done = row_is(need, RELEASE_STEP_STATE, "done") || row_is(need, RELEASE_STEP_STATE, "not_needed");
		write_step(page, going, &ACT_RELEASE_NEED, "release_step", need->id,
			page_value(page, &RECORD_RELEASE_STEP.fields[RELEASE_STEP_KIND], row_value(need, RELEASE_STEP_KIND)), done, row_text(need, RELEASE_STEP_NOTE));
	}
	task_list_end(page);
}

static void write_leaving(struct page *page, const struct going *going)
{
	const struct row *release = going->release;
	widget_heading(page, 2, T(page, N_("Before the gate")));
	task_list_begin(page);
	write_step(page, going, &ACT_RELEASE_OFFER_FILE, "release", release->id, page_message(page, ACT_RELEASE_OFFER_FILE.label),
		row_is_yes(release, RELEASE_FILE_OFFERED), T(page, N_("Print it from the whole file of the person.")));
	write_step(page, going, &ACT_RELEASE_RETURN_PROPERTY, "release", release->id, page_message(page, ACT_RELEASE_RETURN_PROPERTY.label),
		row_is_yes(release, RELEASE_PROPERTY_RETURNED), page_count(page, N_("{count} item is still in the store."), N_("{count} items are still in the store."),
			(int64_t)going->property.count));
	task_list_end(page);
}

static void write_dates(struct page *page, const struct going *going)
{
	widget_heading(page, 2, T(page, N_("The date, calculated twice")));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("In the file")), release_words(page, row_text(going->person, PERSON_RELEASE_DATE_KIND),
		row_date(going->person, PERSON_RELEASE_DATE)));
	if (going->calculated && going->both.input.term_count > 0) {
		widget_summary_row(page, T(page, N_("First calculation, now")), dates_words(page, &going->both.first));
		widget_summary_row(page, T(page, N_("Second calculation, now")), dates_words(page, &going->both.second));
	}
	if (row_has(going->release, RELEASE_CALCULATED_FIRST))
		widget_summary_row(page, T(page, N_("At the gate")), page_message_with(page, N_("First: {first}. Second: {second}."), "first",
			page_date(page, row_date(going->release, RELEASE_CALCULATED_FIRST)), "second",
			page_date(page, row_date(going->release, RELEASE_CALCULATED_SECOND)), NULL));
	widget_summary_link(page, T(page, N_("How it follows")), T(page, N_("Orders and dates, line by line")), path_subject(page, going->person->id, "/orders"));
	widget_summary_end(page);
	if (going->calculated && going->both.input.term_count > 0 && !dates_agree(&going->both))
		html_element(&page->html, "div", "govuk-inset-text",
			T(page, N_("The two calculations differ. Two people must look at the orders before anybody decides on this date.")));
}

static void write_gate(struct page *page, const struct going *going)
{
	widget_heading(page, 2, T(page, N_("The gate")));
	if (release_is_open(going->release)) {
		widget_paragraph(page, T(page, N_("The release needs two people: one checks identity and orders at the gate, another agrees. It waits until both have done so.")));
		actions_begin(page);
		action_link(page, &ACT_RELEASE_RELEASE, path_do(page, text_empty(), &ACT_RELEASE_RELEASE, "release", going->release->id,
			path_of(page, "release", going->release->id)), true);
		widget_button_link(page, TEXT_OF("/proposals"), T(page, N_("Waiting for a second person")), true);
		action_link(page, &ACT_RELEASE_CANCEL, path_do(page, text_empty(), &ACT_RELEASE_CANCEL, "release", going->release->id,
			path_of(page, "release", going->release->id)), false);
		actions_end(page);
		return;
	}
	actions_begin(page);
	if (row_is(going->release, RELEASE_STATE, "released"))
		widget_button_link(page, arena_format(page->arena, "/release/%.*s/certificate", TEXT_FORMAT(going->release->id)),
			T(page, N_("Release certificate")), false);
	actions_end(page);
}

void page_release(struct page *page)
{
	struct going going = { NULL };
	if (!going_read(page, &going))
		return;
	page->back = TEXT_OF("/releases");
	page->back_label = T(page, N_("Releases"));
	page->caption = page_message_with(page, N_("Planned for {date}"), "date", page_date(page, row_date(going.release, RELEASE_PLANNED_ON)), NULL);
	page_begin(page, T(page, N_("Release")));
	widget_summary_begin(page);
	static const int LINES[] = { RELEASE_STATE, RELEASE_KIND, RELEASE_RELEASED_AT, RELEASE_IDENTITY_CHECKED, RELEASE_ORDERS_SEEN, RELEASE_MEDICINE_GIVEN,
		RELEASE_BREACH_KIND };
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct text value = page_value(page, &RECORD_RELEASE.fields[LINES[i]], row_value(going.release, LINES[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_RELEASE.fields[LINES[i]].label), value);
	}
	widget_summary_end(page);
	write_dates(page, &going);
	write_needs(page, &going);
	write_leaving(page, &going);
	write_gate(page, &going);
	page_end(page);
}

/* ---- certificate ---- */

static void certificate_line(struct page *page, const char *label, struct text value)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-summary-list__row");
	html_element(h, "dt", "govuk-summary-list__key", page_message(page, label));
	html_begin_class(h, "dd", "govuk-summary-list__value");
	html_element(h, "bdi", NULL, value);
	html_end(h);
	html_end(h);
}

void page_release_certificate(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("Person released"), N_("Officer at the gate"), N_("Second person"), NULL };
	struct going going = { NULL };
	const struct row *facility = NULL, *episode = NULL;
	struct error_list errors;
	if (!going_read(page, &going))
		return;
	error_list_begin(&errors, page->arena);
	if (!row_is(going.release, RELEASE_STATE, "released")) {
		page_redirect(page, path_of(page, "release", going.release->id));
		return;
	}
	if (!query_peek(page->query, &RECORD_FACILITY, row_text(going.release, RELEASE_FACILITY), &facility, &errors) ||
		!query_peek(page->query, &RECORD_CUSTODY_EPISODE, row_text(going.release, RELEASE_EPISODE), &episode, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->base_subject = text_empty();
	page->zone = row_text(facility, FACILITY_ZONE);
	sheet_begin(page, T(page, N_("Release certificate")), facility);
	widget_paragraph(page, page_message_with(page, N_("This is to certify that {name} was released from custody on {moment}."), "name",
		row_text(going.person, PERSON_DISPLAY_NAME), "moment", page_moment(page, row_moment(going.release, RELEASE_RELEASED_AT)), NULL));
	html_begin_class(&page->html, "dl", "govuk-summary-list custos-summary--dense");
	certificate_line(page, N_("Number"), row_text(going.person, PERSON_NUMBER));
	certificate_line(page, N_("Date of birth"), page_value(page, &RECORD_PERSON.fields[PERSON_BIRTH_DATE], row_value(going.person, PERSON_BIRTH_DATE)));
	certificate_line(page, N_("Number in the register"), row_text(episode, CUSTODY_EPISODE_NUMBER));
	certificate_line(page, N_("In custody since"), page_moment(page, row_moment(episode, CUSTODY_EPISODE_ADMITTED_AT)));
	certificate_line(page, N_("Ground of release"), page_value(page, &RECORD_RELEASE.fields[RELEASE_KIND], row_value(going.release, RELEASE_KIND)));
	html_end(&page->html);
	sheet_proof(page, going.release, true);
	sheet_end(page, SIGNATURES);
}
