/* pages_limit.c - one limit on contact, and its copy for the person. */
#include "areas/contact/pages_common.h"

void contact_summary(struct page *page, const struct row *row, int first)
{
	const struct record *record = row->record;
	widget_summary_begin(page);
	for (int i = first; i < record->field_count; i++) {
		struct text value = page_value(page, &record->fields[i], row_value(row, i));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, record->fields[i].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes")),
		arena_format(page->arena, "/records/%s/%.*s/history", record->name, TEXT_FORMAT(row->id)));
	widget_summary_end(page);
}

struct text contact_limit_words(struct page *page, const struct row *limit)
{
	return page_message_with(page, N_("{measure}: {means}, until {moment}"), "measure",
		page_value(page, &RECORD_CONTACT_LIMIT.fields[CONTACT_LIMIT_MEASURE], row_value(limit, CONTACT_LIMIT_MEASURE)), "means",
		page_value(page, &RECORD_CONTACT_LIMIT.fields[CONTACT_LIMIT_MEANS], row_value(limit, CONTACT_LIMIT_MEANS)), "moment",
		page_moment(page, row_moment(limit, CONTACT_LIMIT_ENDS)), NULL);
}

void page_contact_limit(struct page *page)
{
	const struct row *limit = row_open(page, &RECORD_CONTACT_LIMIT, "visits");
	if (!limit)
		return;
	bool in_force = contact_limit_is_in_force(limit, page->now);
	const struct { const struct act *act; bool fits; } ACTS[] = { { &ACT_CONTACT_LIMIT_TELL, !row_has(limit, CONTACT_LIMIT_TOLD_AT) },
		{ &ACT_CONTACT_LIMIT_REVIEW, in_force }, { &ACT_CONTACT_LIMIT_END, in_force } };
	page->back = path_subject(page, row_text(limit, CONTACT_LIMIT_PERSON), "/visits");
	page->back_label = T(page, N_("Visits and calls"));
	page->caption = in_force ? T(page, N_("In force")) : T(page, N_("Not in force"));
	page_begin(page, T(page, N_("Limit on contact")));
	actions_begin(page);
	for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++)
		if (ACTS[i].fits)
			action_link(page, ACTS[i].act, path_do(page, text_empty(), ACTS[i].act, "contact_limit", limit->id, page->request->path), i == 0);
	action_page(page, arena_format(page->arena, "/contact-limit/%.*s/copy", TEXT_FORMAT(limit->id)).data, N_("Copy for the person"), false);
	actions_end(page);
	contact_summary(page, limit, CONTACT_LIMIT_MEASURE);
	page_end(page);
}

/* The person keeps the reasons, the end, what stays open and the way to complain. */
void page_contact_limit_copy(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("Signature of the person"), N_("Signature of the officer"), NULL };
	static const int LINES[] = { CONTACT_LIMIT_PERSON, CONTACT_LIMIT_MEASURE, CONTACT_LIMIT_MEANS, CONTACT_LIMIT_CONTACT, CONTACT_LIMIT_GROUND, CONTACT_LIMIT_ALTERNATIVES,
		CONTACT_LIMIT_FACTS, CONTACT_LIMIT_LAW, CONTACT_LIMIT_AUTHORITY, CONTACT_LIMIT_STARTS, CONTACT_LIMIT_ENDS, CONTACT_LIMIT_INSTEAD };
	const struct row *limit = row_open(page, &RECORD_CONTACT_LIMIT, "visits"), *facility = NULL;
	struct error_list ignored; /* without the facility the sheet bears the name of the program */
	if (!limit)
		return;
	error_list_begin(&ignored, page->arena);
	if (!query_peek(page->query, &RECORD_FACILITY, row_text(limit, CONTACT_LIMIT_FACILITY), &facility, &ignored))
		facility = NULL;
	page->back = path_of(page, "contact-limit", limit->id);
	page->base_subject = text_empty();
	sheet_begin(page, T(page, N_("Decision on contact, copy for the person")), facility);
	widget_summary_begin(page);
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct text value = page_value(page, &RECORD_CONTACT_LIMIT.fields[LINES[i]], row_value(limit, LINES[i]));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_CONTACT_LIMIT.fields[LINES[i]].label), value);
	}
	widget_summary_end(page);
	widget_heading(page, 2, T(page, N_("Your rights")));
	widget_paragraph(page, T(page, N_("This decision ends by itself on the day written above. A longer time needs a new decision with new reasons.")));
	widget_paragraph(page, T(page, N_("It never touches your lawyer, your consulate, the representative of your religion, courts, inspectors and complaint bodies.")));
	widget_paragraph(page, T(page, N_("You may complain every day: to the director, to inspectors, to a court. Nobody may punish you for it, and your letter is not opened.")));
	sheet_proof(page, limit, false);
	sheet_end(page, SIGNATURES);
}
