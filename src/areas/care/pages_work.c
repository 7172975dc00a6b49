/* pages_work.c - the work of a facility: who works, accidents that wait for the notice, what was paid. */
#include "areas/care/pages_common.h"

static bool is_running(const struct row *work) { return row_is(work, WORK_STATE, "running"); }
static bool waits(const struct row *accident) { return !row_has(accident, WORK_ACCIDENT_NOTICE_AT); }

void page_labour(struct page *page)
{
	static const int WORKS[] = { WORK_TASK, WORK_PERSON, WORK_HOURS_DAY, WORK_HOURS_WEEK, WORK_REST, WORK_RATE, -1 };
	static const int ACCIDENTS[] = { WORK_ACCIDENT_AT, WORK_ACCIDENT_PERSON, WORK_ACCIDENT_WHAT, -1 };
	static const int PAYS[] = { WORK_PAY_UNTIL, WORK_PAY_PERSON, WORK_PAY_HOURS, WORK_PAY_OWN, WORK_PAY_FAMILY, WORK_PAY_SAVED, -1 };
	const struct row *facility = NULL;
	static const int WORKSHOPS[] = { WORKSHOP_NAME, WORKSHOP_FOR, WORKSHOP_SUPERVISOR, WORKSHOP_RISK_ON, -1 };
	struct rows works, accidents, pays, workshops;
	page->section = "labour";
	struct text id = page_facility(page, &facility);
	const struct condition work = CONDITION_TEXT(WORK_FACILITY, id), accident = CONDITION_TEXT(WORK_ACCIDENT_FACILITY, id), pay = CONDITION_TEXT(WORK_PAY_FACILITY, id);
	const struct condition open[] = { CONDITION_TEXT(WORKSHOP_FACILITY, id), CONDITION_TEXT(WORKSHOP_STATE, TEXT_OF("open")) };
	if (text_is_empty(id) || !rows_where(page, &RECORD_WORK, &work, 1, WORK_TASK, false, &works) ||
		!rows_where(page, &RECORD_WORK_ACCIDENT, &accident, 1, WORK_ACCIDENT_AT, true, &accidents) ||
		!rows_where(page, &RECORD_WORK_PAY, &pay, 1, WORK_PAY_AT, true, &pays) ||
		!rows_where(page, &RECORD_WORKSHOP, open, 2, WORKSHOP_NAME, false, &workshops))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Work and pay")));
	widget_paragraph(page, T(page, N_("To give work, open the person and choose Everything you can record. Who is untried is offered work and need not take it.")));
	actions_begin(page);
	action_link(page, &ACT_WORKSHOP_OPEN, path_do(page, text_empty(), &ACT_WORKSHOP_OPEN, "facility", id, text_empty()), false);
	action_page(page, "/records/job", N_("Jobs and what they teach"), false);
	actions_end(page);
	rows_table(page, N_("Work places"), &workshops, WORKSHOPS, N_("No work place is entered yet. Choose Open a work place."));
	rows_group(page, &accidents, waits, ACCIDENTS, N_("Accidents that the insurer does not know of yet"), N_("No accident waits for a notice."));
	rows_group(page, &works, is_running, WORKS, N_("At work"), N_("Nobody has work yet."));
	rows_table(page, N_("Pay"), &pays, PAYS, N_("Nothing has been paid yet."));
	page_end(page);
}

void page_one_labour(struct page *page)
{
	static const int PAYS[] = { WORK_PAY_UNTIL, WORK_PAY_HOURS, WORK_PAY_OWN, WORK_PAY_FAMILY, WORK_PAY_SAVED, -1 };
	static const int ACCIDENTS[] = { WORK_ACCIDENT_AT, WORK_ACCIDENT_WHAT, WORK_ACCIDENT_NOTICE, WORK_ACCIDENT_NOTICE_AT, -1 };
	struct rows pays, accidents;
	const struct row *work = row_open(page, &RECORD_WORK, "labour");
	if (!work)
		return;
	const struct condition pay = CONDITION_TEXT(WORK_PAY_WORK, work->id), accident = CONDITION_TEXT(WORK_ACCIDENT_WORK, work->id);
	if (!rows_where(page, &RECORD_WORK_PAY, &pay, 1, WORK_PAY_AT, true, &pays) ||
		!rows_where(page, &RECORD_WORK_ACCIDENT, &accident, 1, WORK_ACCIDENT_AT, true, &accidents))
		return;
	page->back = TEXT_OF("/labour");
	page->back_label = T(page, N_("Work and pay"));
	page_begin(page, row_text(work, WORK_TASK));
	const struct fitting acts[] = { { &ACT_WORK_PAY, true }, { &ACT_WORK_ACCIDENT_REPORT, true }, { &ACT_WORK_END, is_running(work) } };
	fitting_acts(page, work, "work_place", acts, sizeof acts / sizeof *acts);
	row_summary(page, work, WORK_FOR);
	rows_table(page, N_("Pay"), &pays, PAYS, N_("Nothing has been paid yet."));
	rows_table(page, N_("Accidents at work"), &accidents, ACCIDENTS, N_("No accident is recorded."));
	for (size_t i = 0; i < accidents.count; i++) {
		const struct fitting notice[] = { { &ACT_WORK_ACCIDENT_NOTIFY, waits(accidents.items[i]) } };
		fitting_acts(page, accidents.items[i], "work_accident", notice, 1);
	}
	page_end(page);
}
