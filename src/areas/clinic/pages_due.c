/* pages_due.c - what is due between a facility and its health service: clocks first, then what waits for an answer. */
#include "areas/clinic/pages_common.h"
#include "service/records.h"

/* Open deadlines of this area in the facility, soonest first. */
static bool due_read(struct page *page, struct text facility, struct rows *out)
{
	struct value names[32];
	size_t count = 0;
	for (size_t i = 0; CLINIC_CLOCKS[i] && count < sizeof names / sizeof *names; i++)
		names[count++] = value_string(CLINIC_CLOCKS[i]->name);
	const struct condition open[] = { CONDITION_TEXT(DEADLINE_FACILITY, facility), CONDITION_ABSENT(DEADLINE_STOPPED_AT),
		{ .field = DEADLINE_CLOCK, .comparison = IN, .list = names, .list_count = count } };
	return rows_where(page, &RECORD_DEADLINE, open, 3, DEADLINE_DUE_AT, false, out);
}

static const struct clock_kind *clock_of(const struct row *deadline)
{
	for (size_t i = 0; CLINIC_CLOCKS[i]; i++)
		if (row_is(deadline, DEADLINE_CLOCK, CLINIC_CLOCKS[i]->name))
			return CLINIC_CLOCKS[i];
	return NULL;
}

/* The act that answers the clock, about the row or the person that the clock stands about. */
static void write_answer(struct page *page, const struct row *deadline)
{
	const struct clock_kind *clock = clock_of(deadline);
	const struct act *act = clock && clock->act ? registry_act(page->registry, text_from(clock->act)) : NULL;
	if (!act || act->target_input < 0)
		return;
	actions_begin(page);
	action_link(page, act, path_do(page, text_empty(), act, act->input_record->fields[act->target_input].name, act->record == &RECORD_PERSON
		? row_text(deadline, DEADLINE_SUBJECT) : row_text(deadline, DEADLINE_ABOUT_ID), page->request->path), false);
	actions_end(page);
}

static void write_due(struct page *page, const struct rows *due)
{
	static const char *const HEADINGS[] = { N_("Due"), N_("Person"), N_("What is due"), N_("Now"), NULL };
	if (due->count == 0) {
		widget_heading(page, 2, T(page, N_("Due")));
		widget_paragraph(page, T(page, N_("Nothing is due. Screenings, plans and answers appear here as soon as their clock runs.")));
		return;
	}
	widget_table_begin(page, T(page, N_("Due")), HEADINGS);
	for (size_t i = 0; i < due->count; i++) {
		const struct row *deadline = due->items[i];
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(deadline, DEADLINE_DUE_AT));
		if (row_moment(deadline, DEADLINE_DUE_AT) < page->now) {
			html_text(&page->html, TEXT_OF(" "));
			widget_tag(page, "red", T(page, N_("Overdue")));
		}
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		if (row_has(deadline, DEADLINE_SUBJECT))
			widget_value(page, deadline, DEADLINE_SUBJECT);
		widget_table_cell_end(page);
		widget_table_cell(page, page_code_label(page, deadline, DEADLINE_CLOCK));
		widget_table_cell_begin(page);
		write_answer(page, deadline);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

void page_clinic(struct page *page)
{
	static const int REQUESTS[] = { MEDICAL_REQUEST_ASKED, MEDICAL_REQUEST_PERSON, MEDICAL_REQUEST_KIND, MEDICAL_REQUEST_BY, -1 };
	static const int PLANS[] = { PROTECTION_PLAN_MADE, PROTECTION_PLAN_PERSON, PROTECTION_PLAN_MEASURES, PROTECTION_PLAN_REVIEW, -1 };
	const struct row *facility = NULL;
	struct rows due, requests, plans;
	page->section = "clinic";
	struct text id = page_facility(page, &facility);
	const struct condition asked[] = { CONDITION_TEXT(MEDICAL_REQUEST_FACILITY, id), CONDITION_TEXT(MEDICAL_REQUEST_STATE, TEXT_OF("open")) };
	const struct condition live[] = { CONDITION_TEXT(PROTECTION_PLAN_FACILITY, id), CONDITION_TEXT(PROTECTION_PLAN_STATE, TEXT_OF("live")) };
	if (text_is_empty(id) || !due_read(page, id, &due) || !rows_where(page, &RECORD_MEDICAL_REQUEST, asked, 2, MEDICAL_REQUEST_ASKED, false, &requests) ||
		!rows_where(page, &RECORD_PROTECTION_PLAN, live, 2, PROTECTION_PLAN_REVIEW, false, &plans))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Clinic: what is due")));
	widget_paragraph(page, T(page, N_("The medical file is read by the health service alone. Others see here what to do and by when, never why.")));
	write_due(page, &due);
	rows_table(page, N_("Requests about medical care"), &requests, REQUESTS, N_("No request waits."));
	rows_table(page, N_("Protection plans in force"), &plans, PLANS, N_("No plan is in force. Make one from the page of a person, under Clinic."));
	page_end(page);
}
