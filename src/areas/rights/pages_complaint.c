/* pages_complaint.c - complaints and requests that wait, and one of them with its clocks, its answer and the way onwards. */
#include "areas/rights/pages_common.h"

/* Torture first, then what waits for an answer, then appeals, then the rest. */
static bool is_torture(const struct row *row) { return row_is(row, COMPLAINT_SUBJECT, "ill_treatment") && !row_has(row, COMPLAINT_REFERENCE); }
static bool is_open(const struct row *row) { return row_is(row, COMPLAINT_STATE, "open") && !is_torture(row); }
static bool is_appeal(const struct row *row) { return row_is(row, COMPLAINT_APPEAL, "open"); }
static bool is_done(const struct row *row) { return row_is(row, COMPLAINT_STATE, "answered") && !is_appeal(row) && !is_torture(row); }

static void write_group(struct page *page, const struct rows *all, bool (*belongs)(const struct row *row), const char *caption, const char *empty)
{
	static const int COLUMNS[] = { COMPLAINT_RECEIVED, COMPLAINT_PERSON, COMPLAINT_SUBJECT, COMPLAINT_ADDRESSEE, COMPLAINT_URGENT, COMPLAINT_STATE,
		COMPLAINT_RESULT, -1 };
	struct rows some = { ARENA_ARRAY(page->arena, struct row *, all->count + 1), 0 };
	for (size_t i = 0; i < all->count; i++)
		if (belongs(all->items[i]))
			some.items[some.count++] = all->items[i];
	rows_table(page, caption, &some, COLUMNS, empty);
}

void page_complaints(struct page *page)
{
	const struct row *facility = NULL;
	struct rows all;
	page->section = "complaints";
	struct text id = page_facility(page, &facility);
	const struct condition here = CONDITION_TEXT(COMPLAINT_FACILITY, id);
	if (text_is_empty(id) || !rows_where(page, &RECORD_COMPLAINT, &here, 1, COMPLAINT_RECEIVED, true, &all))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Complaints and requests")));
	widget_paragraph(page, T(page, N_("Everybody may complain every day, also through others. To receive a complaint, open the person and choose Everything you can record.")));
	write_group(page, &all, is_torture, N_("Torture or ill-treatment: send it outside at once"), N_("No allegation waits here."));
	write_complaint_rounds(page, id);
	write_group(page, &all, is_open, N_("Waiting for an answer"), N_("Nothing waits for an answer."));
	write_group(page, &all, is_appeal, N_("Appeals"), N_("No appeal is open."));
	write_group(page, &all, is_done, N_("Answered"), N_("Nothing has been answered yet."));
	page_end(page);
}

static void write_actions(struct page *page, const struct row *complaint)
{
	bool open = row_is(complaint, COMPLAINT_STATE, "open"), appeal = is_appeal(complaint), torture = is_torture(complaint), first = true;
	const struct { const struct act *act; bool fits; } ACTS[] = { { &ACT_COMPLAINT_REFER, torture },
		{ &ACT_COMPLAINT_ACKNOWLEDGE, open && !row_has(complaint, COMPLAINT_ACKNOWLEDGED) },
		{ &ACT_COMPLAINT_SEND_ON, !row_is(complaint, COMPLAINT_ADDRESSEE, "director") && !row_has(complaint, COMPLAINT_SENT) },
		{ &ACT_COMPLAINT_ANSWER, open && !torture }, { &ACT_COMPLAINT_APPEAL, !open && !appeal }, { &ACT_COMPLAINT_DECIDE_APPEAL, appeal } };
	actions_begin(page);
	for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++)
		if (ACTS[i].fits) {
			action_link(page, ACTS[i].act, path_do(page, text_empty(), ACTS[i].act, "complaint", complaint->id, page->request->path), first);
			first = first && !page_may_act(page, ACTS[i].act);
		}
	actions_end(page);
}

void page_complaint(struct page *page)
{
	const struct row *complaint = row_open(page, &RECORD_COMPLAINT, "complaints");
	if (!complaint)
		return;
	page->back = TEXT_OF("/complaints");
	page->back_label = T(page, N_("Complaints and requests"));
	page->caption = page_value(page, &RECORD_COMPLAINT.fields[COMPLAINT_SUBJECT], row_value(complaint, COMPLAINT_SUBJECT));
	page_begin(page, T(page, N_("Complaint or request")));
	if (is_torture(complaint))
		widget_paragraph(page, T(page, N_("This goes to an independent authority outside the prison service at once, whatever is thought of it. It cannot be closed before.")));
	write_actions(page, complaint);
	widget_summary_begin(page);
	for (int i = COMPLAINT_KIND; i < COMPLAINT_FIELDS; i++) {
		struct text value = page_value(page, &RECORD_COMPLAINT.fields[i], row_value(complaint, i));
		if (!text_is_empty(value))
			widget_summary_row(page, page_message(page, RECORD_COMPLAINT.fields[i].label), value);
	}
	widget_summary_link(page, T(page, N_("History")), T(page, N_("All changes of this complaint")),
		arena_format(page->arena, "/records/complaint/%.*s/history", TEXT_FORMAT(complaint->id)));
	widget_summary_end(page);
	page_end(page);
}
