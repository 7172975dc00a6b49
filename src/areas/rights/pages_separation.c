/* pages_separation.c - one separation: the clock, the days, what must be done next; and the written copy for the person. */
#include "areas/rights/pages_common.h"

enum { DAYS_SHOWN = 21 };

static const struct row *separation_open(struct page *page, struct separated *out)
{
	const struct row *separation = row_open(page, &RECORD_SEPARATION, "separations"), *person = NULL;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!separation)
		return NULL;
	if (!query_peek(page->query, &RECORD_PERSON, row_text(separation, SEPARATION_PERSON), &person, &errors)) {
		page_fail(page, &errors);
		return NULL;
	}
	return separated_read(page, rights_facility_of(page, person), separation, out) ? separation : NULL;
}

static void write_actions(struct page *page, const struct row *separation)
{
	static const struct act *const RUNNING[] = { &ACT_SEPARATION_LOG, &ACT_SEPARATION_VISIT, &ACT_SEPARATION_CONFIRM, &ACT_SEPARATION_REVIEW,
		&ACT_SEPARATION_EXTEND, &ACT_SEPARATION_END };
	bool first = true;
	actions_begin(page);
	for (size_t i = 0; separation_is_running(separation) && i < sizeof RUNNING / sizeof *RUNNING; i++) {
		/* A clinician's order is the health service's to prolong and to end; the others are not. */
		bool medical = row_is(separation, SEPARATION_KIND, "health"), decides = i >= 4;
		if (decides && (medical != actor_has_role(page->actor, ROLE(HEALTH))))
			continue;
		action_link(page, RUNNING[i], path_do(page, text_empty(), RUNNING[i], "separation", separation->id, page->request->path), first);
		first = first && !page_may_act(page, RUNNING[i]);
	}
	if (separation_is_running(separation) && row_has(separation, SEPARATION_ADVICE) && !row_has(separation, SEPARATION_ADVICE_ANSWER))
		action_link(page, &ACT_SEPARATION_ANSWER, path_do(page, text_empty(), &ACT_SEPARATION_ANSWER, "separation", separation->id, page->request->path), false);
	action_link(page, &ACT_SEPARATION_MITIGATE, path_do(page, text_empty(), &ACT_SEPARATION_MITIGATE, "separation", separation->id, page->request->path), false);
	if (separation_is_running(separation) && !row_has(separation, SEPARATION_COPY))
		action_link(page, &ACT_SEPARATION_GIVE_COPY, path_do(page, text_empty(), &ACT_SEPARATION_GIVE_COPY, "separation", separation->id,
			page->request->path), false);
	widget_button_link(page, path_of(page, "separation", arena_format(page->arena, "%.*s/copy", TEXT_FORMAT(separation->id))),
		T(page, N_("Written copy to print")), true);
	actions_end(page);
}

static void write_clock(struct page *page, const struct separated *one)
{
	struct html *h = &page->html;
	const struct solitary_count *count = &one->clock.count;
	html_begin_class(h, "p", "govuk-body");
	write_day_tag(page, one);
	html_end(h);
	if (count->run > 0)
		widget_paragraph(page, page_message_with(page, N_("Counted since {date}, over all orders, labels and facilities. {hours} hours in separation on these days."),
			"date", page_date(page, date_add_days(one->clock.first, count->run_start)), "hours",
			format_integer(page->language, page->arena, count->elapsed / MOMENT_HOUR), NULL));
	if (separation_is_running(one->separation) && count->run > SOLITARY_DAYS)
		widget_paragraph(page, T(page, N_("This is prolonged solitary confinement, which is prohibited without exception. End it now.")));
	widget_paragraph(page, page_message_with(page, N_("A run ends only after {days} days that are not solitary. The Rules give no number: this is a default of the profile."),
		"days", format_integer(page->language, page->arena, one->clock.input.gap_reset_days), NULL));
}

static void write_day(struct page *page, const struct separated *one, int day)
{
	struct day_account account = account_of_day(one, day);
	struct date date = date_add_days(one->clock.first, day);
	int minutes[] = { account.contact, account.out_of_cell, account.outdoors };
	widget_table_row(page);
	widget_table_cell_begin(page);
	widget_date(page, date);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (day < one->clock.today && account.entries == 0)
		widget_tag(page, "red", T(page, N_("Nothing written")));
	else if (one->clock.count.solitary[day])
		widget_tag(page, "yellow", day == one->clock.today ? T(page, N_("Solitary so far")) : T(page, N_("Solitary")));
	else
		html_text(&page->html, T(page, N_("Not solitary")));
	widget_table_cell_end(page);
	for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++)
		widget_table_cell(page, page_count(page, N_("{count} minute"), N_("{count} minutes"), minutes[i]));
	widget_table_cell(page, account.shower ? T(page, N_("Yes")) : T(page, N_("No")));
	widget_table_cell(page, account.asked ? T(page, N_("Yes")) : T(page, N_("No")));
	widget_table_cell(page, account.visited ? T(page, N_("Yes")) : T(page, N_("No")));
}

static void write_days(struct page *page, const struct separated *one)
{
	static const char *const HEADINGS[] = { N_("Day"), N_("Solitary"), N_("Meaningful contact"), N_("Out of the cell"), N_("Open air"), N_("Shower"),
		N_("Asked for complaints"), N_("Health visit"), NULL };
	int shown = 0;
	widget_table_begin(page, T(page, N_("Day by day")), HEADINGS);
	for (int day = one->clock.today; day >= 0 && shown < DAYS_SHOWN; day--)
		if (account_of_day(one, day).separated) {
			write_day(page, one, day);
			shown++;
		}
	widget_table_end(page);
}

static void write_facts(struct page *page, const struct row *separation)
{
	static const int LINES[] = { SEPARATION_KIND, SEPARATION_GROUND, SEPARATION_FACTS, SEPARATION_LEGAL_BASIS, SEPARATION_AUTHORITY, SEPARATION_ALTERNATIVES,
		SEPARATION_EXIT, SEPARATION_STARTS, SEPARATION_ENDS, SEPARATION_ENDED_AT, SEPARATION_END_KIND, SEPARATION_ENDED_WHY, SEPARATION_PLANNED_CONTACT,
		SEPARATION_PLANNED_OUTDOORS, SEPARATION_CONTACT_KEPT, SEPARATION_CONTACT_WHY, SEPARATION_DISABILITY, SEPARATION_VULNERABILITY, SEPARATION_COPY,
		SEPARATION_ADVICE, SEPARATION_ADVICE_ANSWER, SEPARATION_NEEDED_AT, SEPARATION_MITIGATION, SEPARATION_MITIGATED_AT, SEPARATION_STEP_DOWN };
	widget_heading(page, 2, T(page, N_("The order")));
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct text value = page_value(page, &RECORD_SEPARATION.fields[LINES[i]], row_value(separation, LINES[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_SEPARATION.fields[LINES[i]].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes of this separation")),
		arena_format(page->arena, "/records/separation/%.*s/history", TEXT_FORMAT(separation->id)));
	widget_summary_end(page);
}

void page_separation(struct page *page)
{
	static const int REVIEWS[] = { SEPARATION_REVIEW_AT, SEPARATION_REVIEW_BODY, SEPARATION_REVIEW_HEARD, SEPARATION_REVIEW_RESULT, -1 };
	static const int VISITS[] = { SEPARATION_VISIT_AT, SEPARATION_VISIT_IN_PERSON, SEPARATION_VISIT_ADVICE, SEPARATION_VISIT_WORDS, -1 };
	static const int ENTRIES[] = { SEPARATION_ENTRY_STARTED, SEPARATION_ENTRY_KIND, SEPARATION_ENTRY_MINUTES, SEPARATION_ENTRY_REFUSED,
		SEPARATION_ENTRY_WITH, -1 };
	struct separated one;
	struct rows reviews, entries;
	const struct row *separation = separation_open(page, &one);
	if (!separation)
		return;
	const struct condition own = CONDITION_TEXT(SEPARATION_REVIEW_SEPARATION, separation->id),
		written = CONDITION_TEXT(SEPARATION_ENTRY_SEPARATION, separation->id);
	if (!rows_where(page, &RECORD_SEPARATION_REVIEW, &own, 1, SEPARATION_REVIEW_AT, true, &reviews) ||
		!rows_where(page, &RECORD_SEPARATION_ENTRY, &written, 1, SEPARATION_ENTRY_STARTED, true, &entries))
		return;
	page->back = TEXT_OF("/separations");
	page->back_label = T(page, N_("Separation"));
	if (row_is(separation, SEPARATION_KIND, "health"))
		page->caption = T(page, N_("Health - not punishment"));
	page_begin(page, separation_is_running(separation) ? T(page, N_("Separation")) : T(page, N_("Separation that has ended")));
	write_actions(page, separation);
	write_clock(page, &one);
	write_days(page, &one);
	rows_table(page, N_("Account, line by line"), &entries, ENTRIES, N_("Nothing is written yet. Write down contact and time out of cell as they happen."));
	rows_table(page, N_("Health visits"), &one.visits, VISITS, N_("The health service has not visited yet."));
	rows_table(page, N_("Independent reviews"), &reviews, REVIEWS, N_("Nobody independent has reviewed it yet."));
	write_facts(page, separation);
	page_end(page);
}

/* NMR-37 (d) and 41.2: the person keeps the reasons, the end, the review and the way to complain. */
void page_separation_copy(struct page *page)
{
	static const int LINES[] = { SEPARATION_KIND, SEPARATION_GROUND, SEPARATION_FACTS, SEPARATION_LEGAL_BASIS, SEPARATION_AUTHORITY, SEPARATION_ALTERNATIVES,
		SEPARATION_EXIT, SEPARATION_STARTS, SEPARATION_ENDS, SEPARATION_CONTACT_KEPT, SEPARATION_CONTACT_WHY };
	static const char *const SIGNATURES[] = { N_("Signature of the person"), N_("Signature of the officer"), NULL };
	struct separated one;
	const struct row *separation = separation_open(page, &one);
	if (!separation)
		return;
	page->back = path_of(page, "separation", separation->id);
	sheet_begin(page, T(page, N_("Decision on separation, copy for the person")), rights_facility_of(page, one.person));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("Person")), row_text(one.person, PERSON_DISPLAY_NAME));
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct text value = page_value(page, &RECORD_SEPARATION.fields[LINES[i]], row_value(separation, LINES[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_SEPARATION.fields[LINES[i]].label), value);
	}
	widget_summary_end(page);
	widget_heading(page, 2, T(page, N_("Your rights")));
	widget_paragraph(page, T(page, N_("You are visited by the health service every day, and you have at least one hour in the open air every day.")));
	widget_paragraph(page, T(page, N_("Somebody independent reviews this decision. You may say what you think of it, and have help and an interpreter.")));
	widget_paragraph(page, T(page, N_("You may complain every day: to the director, to inspectors, to a court. Nobody may punish you for it, and your letter is not opened.")));
	widget_paragraph(page, T(page, N_("Solitary confinement lasts no longer than 15 days in a row, whatever it is called.")));
	sheet_proof(page, separation, false);
	sheet_end(page, SIGNATURES);
}
