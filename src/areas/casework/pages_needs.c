/* pages_needs.c - what a person needs and is owed: needs, adjustments, reports, legal basis, distance from home, aftercare. */
#include "areas/casework/pages_common.h"

static void write_decisions(struct page *page, const struct rows *rows, int undecided, const struct act *act, const char *input)
{
	actions_begin(page);
	for (size_t i = 0; i < rows->count; i++)
		if (!row_has(rows->items[i], undecided))
			action_link(page, act, path_do(page, text_empty(), act, input, rows->items[i]->id, page->request->path), false);
	actions_end(page);
}

void page_needs(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_NEEDS_RECORD, &ACT_ACCOMMODATION_ASK, &ACT_REPORT_WRITE, &ACT_DISTANCE_RECORD, &ACT_HOME_ASK };
	static const int LOOKS[] = { NEEDS_ASSESSMENT_DAY, NEEDS_ASSESSMENT_VULNERABLE, NEEDS_ASSESSMENT_NEEDS, NEEDS_ASSESSMENT_PLAN, -1 };
	static const int ADJUSTMENTS[] = { ACCOMMODATION_NEED, ACCOMMODATION_ASKED, ACCOMMODATION_DECISION, ACCOMMODATION_ACCESS, ACCOMMODATION_DECIDED, -1 };
	static const int REPORTS[] = { ADMISSION_REPORT_KIND, ADMISSION_REPORT_DAY, -1 };
	static const int BASES[] = { LEGAL_BASIS_CHECK_AT, LEGAL_BASIS_CHECK_ORDER, LEGAL_BASIS_CHECK_COURT, -1 };
	static const int DISTANCES[] = { HOME_DISTANCE_DAY, HOME_DISTANCE_KM, HOME_DISTANCE_MEASURES, -1 };
	static const int WISHES[] = { TRANSFER_HOME_COUNTRY, TRANSFER_HOME_ASKED, TRANSFER_HOME_DECISION, TRANSFER_HOME_DECIDED, -1 };
	static const int REFERRALS[] = { AFTERCARE_REFERRAL_AGENCY, AFTERCARE_REFERRAL_FOR, AFTERCARE_REFERRAL_ON, AFTERCARE_REFERRAL_ACCEPTED, -1 };
	struct rows looks, adjustments, reports, bases, distances, wishes, referrals;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_NEEDS_ASSESSMENT, person->id, NEEDS_ASSESSMENT_DAY, true, &looks) ||
		!rows_about(page, &RECORD_ACCOMMODATION, person->id, ACCOMMODATION_ASKED, true, &adjustments) || !rows_about(page, &RECORD_ADMISSION_REPORT, person->id, ADMISSION_REPORT_DAY, true, &reports) ||
		!rows_about(page, &RECORD_LEGAL_BASIS_CHECK, person->id, LEGAL_BASIS_CHECK_AT, true, &bases) || !rows_about(page, &RECORD_HOME_DISTANCE, person->id, HOME_DISTANCE_DAY, true, &distances) ||
		!rows_about(page, &RECORD_TRANSFER_HOME, person->id, TRANSFER_HOME_ASKED, true, &wishes) || !rows_about(page, &RECORD_AFTERCARE_REFERRAL, person->id, AFTERCARE_REFERRAL_ON, true, &referrals))
		return;
	bool here = row_has(person, PERSON_CURRENT_FACILITY), without_charge = legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS));
	page_begin(page, T(page, N_("Needs")));
	actions_begin(page);
	if (here && without_charge)
		action_link(page, &ACT_LEGAL_BASIS_RECORD, path_do(page, person->id, &ACT_LEGAL_BASIS_RECORD, NULL, text_empty(), page->request->path), true);
	for (size_t i = 0; here && i < sizeof ACTS / sizeof *ACTS; i++)
		action_link(page, ACTS[i], path_do(page, person->id, ACTS[i], NULL, text_empty(), page->request->path), i == 0 && !without_charge);
	actions_end(page);
	if (without_charge) {
		widget_paragraph(page, T(page, N_("This person is held without charge: the rights of the untried hold, no programme of rehabilitation, and the legal basis is looked at every day.")));
		rows_table(page, N_("Checks of the legal basis"), &bases, BASES, N_("Nobody has looked at the legal basis yet."));
	}
	rows_table(page, N_("Needs assessments"), &looks, LOOKS, N_("Nobody has looked at the needs of this person yet."));
	rows_table(page, N_("Adjustments for a disability"), &adjustments, ADJUSTMENTS, N_("No adjustment was asked for."));
	write_decisions(page, &adjustments, ACCOMMODATION_DECIDED, &ACT_ACCOMMODATION_DECIDE, "accommodation");
	if (page_may_read(page, &RECORD_ADMISSION_REPORT))
		rows_table(page, N_("Reports after admission"), &reports, REPORTS, N_("No report is written yet."));
	rows_table(page, N_("Distances from home"), &distances, DISTANCES, N_("The distance from home is not noted."));
	rows_table(page, N_("Wishes to be transferred home"), &wishes, WISHES, N_("This person has not asked to be transferred home."));
	write_decisions(page, &wishes, TRANSFER_HOME_DECIDED, &ACT_HOME_DECIDE, "transfer_home");
	if (page_may_read(page, &RECORD_AFTERCARE_REFERRAL))
		rows_table(page, N_("Referrals to aftercare"), &referrals, REFERRALS, N_("No agency outside was asked to help after release yet."));
	page_end(page);
}
