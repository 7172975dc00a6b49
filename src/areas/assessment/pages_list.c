/* pages_list.c - what is to do: ratings of one's own, assessments under way, those that end; and all of one person, with the card. */
#include "areas/assessment/pages_common.h"

enum { LOOK_AHEAD_DAYS = 30 };

static void write_head(struct page *page, struct text caption, bool person)
{
	static const char *const ALL[] = { N_("Person"), N_("Instrument"), N_("State"), N_("Raters"), N_("Valid until"), NULL };
	static const char *const OWN[] = { N_("Instrument"), N_("State"), N_("Raters"), N_("Valid until"), NULL };
	widget_table_begin(page, caption, person ? ALL : OWN);
}

static void write_row(struct page *page, const struct row *row, bool person)
{
	const char *colour;
	struct date today = page_today(page, row_text(row, ASSESSMENT_FACILITY));
	struct text state = state_words(page, row, today, &colour);
	struct text instrument = page_value(page, &RECORD_ASSESSMENT.fields[ASSESSMENT_INSTRUMENT], row_value(row, ASSESSMENT_INSTRUMENT));
	struct text of = row_has(row, ASSESSMENT_PERSON) ? page_value(page, &RECORD_ASSESSMENT.fields[ASSESSMENT_PERSON], row_value(row, ASSESSMENT_PERSON)) :
		page_value(page, &RECORD_ASSESSMENT.fields[ASSESSMENT_FACILITY], row_value(row, ASSESSMENT_FACILITY));
	widget_table_row(page);
	widget_table_link(page, path_assessment(page, row->id, ""), person ? of : instrument);
	if (person)
		widget_table_cell(page, instrument);
	widget_table_cell_begin(page);
	widget_tag(page, colour, state);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_value(page, row, ASSESSMENT_ASSESSOR);
	if (row_has(row, ASSESSMENT_SECOND)) {
		html_void(&page->html, "br");
		widget_value(page, row, ASSESSMENT_SECOND);
	}
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	widget_value(page, row, ASSESSMENT_VALID_UNTIL);
	widget_table_cell_end(page);
}

static void write_group(struct page *page, const char *heading, const struct rows *rows, bool person)
{
	if (rows->count == 0)
		return;
	write_head(page, page_message(page, heading), person);
	for (size_t i = 0; i < rows->count; i++)
		write_row(page, rows->items[i], person);
	widget_table_end(page);
}

/* Rows in one of these states that meet a condition. */
static bool in_states(struct page *page, const char *const *states, const struct condition *more, int order, struct rows *out)
{
	struct value list[8];
	struct condition conditions[2] = { { .field = ASSESSMENT_STATE, .comparison = IN, .list = list } };
	for (; states[conditions[0].list_count]; conditions[0].list_count++)
		list[conditions[0].list_count] = value_string(states[conditions[0].list_count]);
	if (more)
		conditions[1] = *more;
	return rows_where(page, &RECORD_ASSESSMENT, conditions, more ? 2 : 1, order, false, out);
}

void page_assessments(struct page *page)
{
	static const char *const OPEN[] = { "requested", "assigned", "in_progress", "submitted", "second_rated", "consensus", "dissent", NULL },
		*const FINAL[] = { "final", "disclosed", NULL };
	struct date today = page_today(page, page->actor->facility);
	const struct condition first = CONDITION_TEXT(ASSESSMENT_ASSESSOR, page->actor->id), second = CONDITION_TEXT(ASSESSMENT_SECOND, page->actor->id),
		ends = { .field = ASSESSMENT_VALID_UNTIL, .comparison = LESS_OR_EQUAL, .value = value_text(date_text(page->arena, date_add_days(today, LOOK_AHEAD_DAYS))) };
	struct rows mine, also, open, ending;
	page->section = "assessments";
	if (!in_states(page, OPEN, &first, ASSESSMENT_REQUESTED_AT, &mine) || !in_states(page, OPEN, &second, ASSESSMENT_REQUESTED_AT, &also) ||
		!in_states(page, OPEN, NULL, ASSESSMENT_REQUESTED_AT, &open) || !in_states(page, FINAL, &ends, ASSESSMENT_VALID_UNTIL, &ending))
		return;
	page_begin(page, T(page, N_("Assessments")));
	actions_begin(page);
	action_link(page, &ACT_ASSESSMENT_REQUEST, path_do(page, text_empty(), &ACT_ASSESSMENT_REQUEST, NULL, text_empty(), text_empty()), true);
	action_page(page, "/instruments", N_("Instruments"), false);
	actions_end(page);
	write_group(page, N_("Yours as first rater"), &mine, true);
	write_group(page, N_("Yours as second rater"), &also, true);
	write_group(page, N_("Under way"), &open, true);
	write_group(page, N_("Ending in 30 days"), &ending, true);
	if (open.count + ending.count == 0)
		widget_empty(page, N_("No assessment is under way, and none ends in the next 30 days."), N_("Read the instruments"), TEXT_OF("/instruments"));
	page_end(page);
}

void page_person_assessments(struct page *page)
{
	static const int CONTACTS[] = { CLOSE_CONTACT_STAFF, CLOSE_CONTACT_GROUND, CLOSE_CONTACT_STARTS, CLOSE_CONTACT_ENDS, CLOSE_CONTACT_STATE, -1 };
	static const int TASKS[] = { TASK_QUESTION, TASK_FACTOR, TASK_STATE, -1 };
	const struct row *person = subject_open(page);
	struct rows rows, contacts, tasks, past = { NULL, 0 };
	if (!person || !rows_about(page, &RECORD_ASSESSMENT, person->id, ASSESSMENT_REQUESTED_AT, true, &rows) ||
		!rows_about(page, &RECORD_CLOSE_CONTACT, person->id, FIELD_CREATED_AT, true, &contacts) ||
		!rows_about(page, &RECORD_INFORMATION_TASK, person->id, FIELD_CREATED_AT, true, &tasks))
		return;
	bool looks_back = actor_has_role(page->actor, ASSESSMENT_LOOKS_BACK);
	const struct condition over[] = { CONDITION_TEXT(ASSESSMENT_PERSON, person->id),
		{ .field = ASSESSMENT_ENDS_AT, .comparison = LESS_OR_EQUAL, .value = value_integer(page->now) } };
	if (looks_back && !rows_where(page, &RECORD_ASSESSMENT, over, 2, ASSESSMENT_ENDS_AT, true, &past))
		return;
	page_begin(page, T(page, N_("Assessments")));
	actions_begin(page);
	action_link(page, &ACT_ASSESSMENT_REQUEST, path_do(page, person->id, &ACT_ASSESSMENT_REQUEST, NULL, text_empty(), text_empty()), true);
	action_link(page, &ACT_CLOSE_CONTACT_DECLARE, path_do(page, person->id, &ACT_CLOSE_CONTACT_DECLARE, NULL, text_empty(), path_subject(page, person->id, "/assessments")),
		false);
	actions_end(page);
	if (rows.count == 0)
		widget_paragraph(page, T(page, N_("No assessment of this person is in force or under way.")));
	write_group(page, N_("Assessments of this person, newest first"), &rows, false);
	if (past.count) {
		write_group(page, N_("Lapsed assessments"), &past, false);
		write_quiet(page, T(page, N_("They have ended. Only psychologists and those who inspect see them; they say nothing about the person today.")));
	}
	if (tasks.count)
		rows_table(page, N_("Information to find"), &tasks, TASKS, N_("Nothing is looked for."));
	if (contacts.count)
		rows_table(page, N_("Close contacts"), &contacts, CONTACTS, N_("No close contact is declared."));
	page_end(page);
}

/* "Why is this label here": only what holds today stands in the card, and each line opens to its evidence, author, end and way down. */
void assessment_card(struct page *page, const struct row *person)
{
	struct rows rows;
	struct error_list ignored; /* the page has begun: a card that cannot be read is left out */
	struct selection selection = { .record = &RECORD_ASSESSMENT, .order_field = ASSESSMENT_REQUESTED_AT, .descending = true, .condition_count = 1, .limit = 50,
		.conditions = { CONDITION_TEXT(ASSESSMENT_PERSON, person->id) } };
	struct html *h = &page->html;
	error_list_begin(&ignored, page->arena);
	if (!page_may_read(page, &RECORD_ASSESSMENT) || !query_list(page->query, &selection, &rows, &ignored))
		return;
	card_begin(page, N_("Assessments in force"));
	bool any = false;
	struct date today = page_today(page, row_text(person, PERSON_CURRENT_FACILITY));
	for (size_t i = 0; i < rows.count; i++) {
		if (!assessment_is_valid(rows.items[i], today))
			continue;
		any = true;
		html_begin_class(h, "p", "govuk-body-s");
		html_link(h, "govuk-link", path_assessment(page, rows.items[i]->id, ""),
			page_value(page, &RECORD_ASSESSMENT.fields[ASSESSMENT_INSTRUMENT], row_value(rows.items[i], ASSESSMENT_INSTRUMENT)));
		html_text(h, TEXT_OF(" "));
		html_text(h, page_message_with(page, N_("by {rater}, until {date}"), "rater",
			page_value(page, &RECORD_ASSESSMENT.fields[ASSESSMENT_ASSESSOR], row_value(rows.items[i], ASSESSMENT_ASSESSOR)), "date",
			page_date(page, row_date(rows.items[i], ASSESSMENT_VALID_UNTIL)), NULL));
		html_end(h);
	}
	if (!any)
		html_element(h, "p", "govuk-body-s", T(page, N_("No assessment is in force.")));
	html_begin_class(h, "p", "govuk-body-s");
	html_link(h, "govuk-link", path_subject(page, person->id, "/assessments"), T(page, N_("All assessments")));
	html_end(h);
	html_end(h);
}
