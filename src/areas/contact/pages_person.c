/* pages_person.c - what contact adds to the pages of a person: a tab with who may come, what happened and what is limited; alerts. */
#include "areas/contact/pages_common.h"

bool contact_rows_quiet(struct page *page, const struct record *record, const struct condition *conditions, size_t count, int order, bool descending,
	struct rows *out)
{
	struct selection selection = { .record = record, .condition_count = count, .order_field = order, .descending = descending };
	struct error_list errors;
	*out = (struct rows){ NULL, 0 };
	for (size_t i = 0; i < count; i++)
		selection.conditions[i] = conditions[i];
	error_list_begin(&errors, page->arena);
	return !page_may_read(page, record) || query_list(page->query, &selection, out, &errors);
}

/* From whom the person may have a visit: those whom custody's file holds, each with the form that books one. */
static void write_contacts(struct page *page, const struct row *person, const struct rows *contacts)
{
	static const char *const HEADINGS[] = { N_("Name"), N_("Relation"), N_("Kind of contact"), N_("Book a visit"), NULL };
	struct html *h = &page->html;
	bool may_book = page_may_act(page, &ACT_VISIT_BOOK) && row_has(person, PERSON_EPISODE);
	if (contacts->count == 0) {
		widget_empty(page, N_("The file holds no contact."), N_("Add one under Contacts"), path_subject(page, person->id, "/contacts"));
		return;
	}
	widget_table_begin(page, T(page, N_("Who may come")), HEADINGS);
	for (size_t i = 0; i < contacts->count; i++) {
		const struct row *contact = contacts->items[i];
		widget_table_row(page);
		widget_table_cell(page, row_text(contact, CONTACT_NAME));
		widget_table_cell(page, row_text(contact, CONTACT_RELATION));
		widget_table_cell(page, page_value(page, &RECORD_CONTACT.fields[CONTACT_KIND], row_value(contact, CONTACT_KIND)));
		widget_table_cell_begin(page);
		if (may_book) {
			html_begin_class(h, "a", "govuk-link");
			html_attribute(h, "href", path_do(page, person->id, &ACT_VISIT_BOOK, "contact", contact->id, page->request->path));
			html_text(h, T(page, N_("Book a visit")));
			html_element(h, "span", "govuk-visually-hidden", arena_format(page->arena, " %.*s", TEXT_FORMAT(row_text(contact, CONTACT_NAME))));
			html_end(h);
		}
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

/* Requests, with the act that answers what is open. */
static void write_requests(struct page *page, const struct rows *requests)
{
	static const int COLUMNS[] = { LEGAL_REQUEST_ASKED_AT, LEGAL_REQUEST_KIND, LEGAL_REQUEST_STATE, LEGAL_REQUEST_DONE_AT, LEGAL_REQUEST_ANSWER, -1 };
	rows_table(page, N_("Requests for legal help"), requests, COLUMNS, N_("This person has not asked for legal aid or writing material here."));
	actions_begin(page);
	for (size_t i = 0; i < requests->count; i++)
		if (row_is(requests->items[i], LEGAL_REQUEST_STATE, "open"))
			action_link(page, &ACT_LEGAL_REQUEST_ANSWER, path_do(page, text_empty(), &ACT_LEGAL_REQUEST_ANSWER, "legal_request", requests->items[i]->id,
				page->request->path), false);
	actions_end(page);
}

void page_person_visits(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_VISIT_BOOK, &ACT_COMMUNICATION_RECORD, &ACT_LEGAL_REQUEST_RECEIVE, &ACT_CONTACT_LIMIT_DECIDE };
	static const int VISITS[] = { VISIT_VISITOR, VISIT_CLASS, VISIT_PLANNED_AT, VISIT_SETTING, VISIT_STATE, -1 };
	static const int MESSAGES[] = { COMMUNICATION_AT, COMMUNICATION_MEANS, COMMUNICATION_DIRECTION, COMMUNICATION_OTHER, COMMUNICATION_LOOKED,
		COMMUNICATION_RESULT, -1 };
	static const int LIMITS[] = { CONTACT_LIMIT_STARTS, CONTACT_LIMIT_MEASURE, CONTACT_LIMIT_MEANS, CONTACT_LIMIT_GROUND, CONTACT_LIMIT_ENDS, CONTACT_LIMIT_STATE, -1 };
	struct rows visits, messages, limits, contacts, requests;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_VISIT, person->id, VISIT_ASKED_AT, true, &visits) ||
		!rows_about(page, &RECORD_COMMUNICATION, person->id, COMMUNICATION_AT, true, &messages) ||
		!rows_about(page, &RECORD_CONTACT_LIMIT, person->id, CONTACT_LIMIT_STARTS, true, &limits) ||
		!rows_about(page, &RECORD_LEGAL_REQUEST, person->id, LEGAL_REQUEST_ASKED_AT, true, &requests) ||
		!rows_about(page, &RECORD_CONTACT, person->id, FIELD_CREATED_AT, false, &contacts))
		return;
	page_begin(page, T(page, N_("Visits and calls")));
	actions_begin(page);
	for (size_t i = 0; row_has(person, PERSON_EPISODE) && i < sizeof ACTS / sizeof *ACTS; i++)
		action_link(page, ACTS[i], path_do(page, person->id, ACTS[i], NULL, text_empty(), page->request->path), i == 0);
	actions_end(page);
	if (page_may_read(page, &RECORD_CONTACT))
		write_contacts(page, person, &contacts);
	rows_table(page, N_("Visits"), &visits, VISITS, N_("Nobody has visited or asked to visit yet."));
	rows_table(page, N_("Letters and calls"), &messages, MESSAGES, N_("No letter or call is recorded."));
	rows_table(page, N_("Limits on contact"), &limits, LIMITS, N_("Contact of this person was never limited."));
	write_requests(page, &requests);
	page_end(page);
}

int contact_alerts(struct page *page, const struct row *person)
{
	const struct condition own[] = { CONDITION_TEXT(CONTACT_LIMIT_PERSON, person->id), CONDITION_TEXT(CONTACT_LIMIT_STATE, TEXT_OF("in_force")) };
	struct rows limits;
	int written = 0;
	if (!contact_rows_quiet(page, &RECORD_CONTACT_LIMIT, own, 2, CONTACT_LIMIT_STARTS, true, &limits)) {
		subject_alert(page, "warning", T(page, N_("Alerts:")), T(page, N_("They could not be read. Load the page again")));
		return 1;
	}
	for (size_t i = 0; i < limits.count; i++)
		if (contact_limit_is_in_force(limits.items[i], page->now)) {
			subject_alert(page, "note", T(page, N_("Contact limited:")), contact_limit_words(page, limits.items[i]));
			written++;
		}
	return written;
}
