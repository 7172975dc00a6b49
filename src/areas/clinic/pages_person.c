/* pages_person.c - one person: measures and requests for everybody on duty, the medical file for the health service; and a printout of it
 * for the person. */
#include "areas/clinic/pages_common.h"

static const int REQUESTS[] = { MEDICAL_REQUEST_ASKED, MEDICAL_REQUEST_KIND, MEDICAL_REQUEST_BY, MEDICAL_REQUEST_STATE, MEDICAL_REQUEST_DONE, -1 };
static const int PLANS[] = { PROTECTION_PLAN_MADE, PROTECTION_PLAN_MEASURES, PROTECTION_PLAN_WORDS, PROTECTION_PLAN_REVIEW, PROTECTION_PLAN_STATE, -1 };
static const int NOTES[] = { MEDICAL_NOTE_AT, MEDICAL_NOTE_KIND, MEDICAL_NOTE_WORDS, -1 };
static const int TREATMENTS[] = { TREATMENT_AT, TREATMENT_KIND, TREATMENT_WHAT, TREATMENT_STATE, -1 };
static const int DISCLOSURES[] = { MEDICAL_DISCLOSURE_AT, MEDICAL_DISCLOSURE_RECIPIENT, MEDICAL_DISCLOSURE_NAME, MEDICAL_DISCLOSURE_GROUND, -1 };
static const int SCREENINGS[] = { HEALTH_SCREENING_AT, HEALTH_SCREENING_PROFESSION, HEALTH_SCREENING_INFECTION, HEALTH_SCREENING_MENTAL, HEALTH_SCREENING_REPRODUCTIVE,
	HEALTH_SCREENING_DRUGS, HEALTH_SCREENING_ABUSE, -1 };

static const int REFERRALS[] = { HEALTH_REFERRAL_AT, HEALTH_REFERRAL_KIND, HEALTH_REFERRAL_URGENT, HEALTH_REFERRAL_STATE, HEALTH_REFERRAL_SEEN, -1 };
static const int OUTSIDE[] = { CARE_OUTSIDE_FOUND, CARE_OUTSIDE_GROUND, CARE_OUTSIDE_ASKED, CARE_OUTSIDE_BED, CARE_OUTSIDE_STATE, -1 };
static const int ADVICE[] = { HEALTH_ADVICE_MADE, HEALTH_ADVICE_WORDS, HEALTH_ADVICE_STATE, HEALTH_ADVICE_DECISION, -1 };
static const int CARES[] = { ABUSE_CARE_FOUND, ABUSE_CARE_SOURCE, ABUSE_CARE_WISH, ABUSE_CARE_OFFERED, ABUSE_CARE_STATE, -1 };
static const int OFFERS[] = { SCREENING_OFFER_AT, SCREENING_OFFER_KIND, SCREENING_OFFER_ANSWER, SCREENING_OFFER_NEXT, -1 };
static const int STAYS[] = { INPATIENT_STAY_STARTED, INPATIENT_STAY_WHERE, INPATIENT_STAY_STATE, INPATIENT_STAY_ENDED, -1 };

struct file { const struct row *person; struct rows cares, offers, stays, referrals, outside, advice, requests, plans, notes, treatments, disclosures, screenings; };

static bool file_read(struct page *page, struct file *out)
{
	out->person = subject_open(page);
	if (!out->person)
		return false;
	struct text id = out->person->id;
	return rows_about(page, &RECORD_MEDICAL_REQUEST, id, MEDICAL_REQUEST_ASKED, true, &out->requests) &&
		rows_about(page, &RECORD_ABUSE_CARE, id, ABUSE_CARE_FOUND, true, &out->cares) && rows_about(page, &RECORD_SCREENING_OFFER, id, SCREENING_OFFER_AT, true, &out->offers) &&
		rows_about(page, &RECORD_INPATIENT_STAY, id, INPATIENT_STAY_STARTED, true, &out->stays) &&
		rows_about(page, &RECORD_HEALTH_REFERRAL, id, HEALTH_REFERRAL_AT, true, &out->referrals) &&
		rows_about(page, &RECORD_CARE_OUTSIDE, id, CARE_OUTSIDE_FOUND, true, &out->outside) &&
		rows_about(page, &RECORD_HEALTH_ADVICE, id, HEALTH_ADVICE_MADE, true, &out->advice) &&
		rows_about(page, &RECORD_PROTECTION_PLAN, id, PROTECTION_PLAN_MADE, true, &out->plans) &&
		rows_about(page, &RECORD_MEDICAL_NOTE, id, MEDICAL_NOTE_AT, true, &out->notes) &&
		rows_about(page, &RECORD_TREATMENT, id, TREATMENT_AT, true, &out->treatments) &&
		rows_about(page, &RECORD_MEDICAL_DISCLOSURE, id, MEDICAL_DISCLOSURE_AT, true, &out->disclosures) &&
		rows_about(page, &RECORD_HEALTH_SCREENING, id, HEALTH_SCREENING_AT, true, &out->screenings);
}

void page_person_clinic(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_HEALTH_SCREENING_RECORD, &ACT_MEDICAL_NOTE_WRITE, &ACT_TREATMENT_RECORD, &ACT_HEALTH_REFERRAL_MAKE, &ACT_MEDICAL_DISCLOSURE_MAKE,
		&ACT_PROTECTION_PLAN_MAKE, &ACT_CARE_OUTSIDE_FIND, &ACT_INPATIENT_STAY_BEGIN, &ACT_MEDICAL_REQUEST_MAKE, &ACT_SCREENING_OFFER_MAKE, &ACT_ABUSE_CARE_OPEN };
	struct file file;
	if (!file_read(page, &file))
		return;
	page_begin(page, T(page, N_("Clinic")));
	actions_begin(page);
	bool first = true;
	for (size_t i = 0; row_has(file.person, PERSON_EPISODE) && i < sizeof ACTS / sizeof *ACTS; i++) {
		action_link(page, ACTS[i], path_do(page, file.person->id, ACTS[i], NULL, text_empty(), page->request->path), first);
		first = first && !page_may_act(page, ACTS[i]);
	}
	action_page(page, path_subject(page, file.person->id, "/clinic/copy").data, N_("Print for the person"), false);
	actions_end(page);
	rows_table(page, N_("Protection plans"), &file.plans, PLANS, N_("No plan is made."));
	rows_table(page, N_("Requests about medical care"), &file.requests, REQUESTS, N_("No request is recorded."));
	rows_table(page, N_("Stays in the clinic or in hospital"), &file.stays, STAYS, N_("No stay is recorded."));
	if (page_may_read(page, &RECORD_CARE_OUTSIDE)) {
		rows_table(page, N_("Moves to care outside prison"), &file.outside, OUTSIDE, N_("Nobody found that this person must leave prison for care."));
		rows_table(page, N_("Reports of the health service"), &file.advice, ADVICE, N_("The health service has recommended nothing."));
	}
	if (page_may_read(page, &RECORD_MEDICAL_NOTE)) {
		rows_table(page, N_("Referrals to specialists"), &file.referrals, REFERRALS, N_("No referral is recorded."));
		rows_table(page, N_("Screenings by heads"), &file.screenings, SCREENINGS, N_("No screening by heads is recorded. Choose Screening by heads."));
		rows_table(page, N_("Medical file"), &file.notes, NOTES, N_("The medical file has no note yet. Choose Write in the medical file."));
		rows_table(page, N_("Treatment and consent"), &file.treatments, TREATMENTS, N_("Nothing was proposed yet."));
		rows_table(page, N_("Disclosures from the medical file"), &file.disclosures, DISCLOSURES, N_("Nothing was told to anybody outside the health service."));
		rows_table(page, N_("Care after abuse"), &file.cares, CARES, N_("No care after abuse is recorded."));
		rows_table(page, N_("Offers of preventive screening"), &file.offers, OFFERS, N_("No preventive screening was offered yet."));
	}
	page_end(page);
}

void page_person_clinic_copy(struct page *page)
{
	static const char *const SIGNATURES[] = { N_("For the health service"), N_("Received"), NULL };
	struct file file;
	if (!file_read(page, &file))
		return;
	const struct row *facility = NULL;
	struct error_list ignored; /* who has left has no facility on top */
	error_list_begin(&ignored, page->arena);
	if (row_has(file.person, PERSON_CURRENT_FACILITY))
		(void)query_peek(page->query, &RECORD_FACILITY, row_text(file.person, PERSON_CURRENT_FACILITY), &facility, &ignored);
	query_note(page->query, "print", file.person->id, TEXT_OF("medical_file"), file.person->id);
	page->base_subject = text_empty();
	page->back = path_subject(page, file.person->id, "/clinic");
	page->back_label = row_text(file.person, PERSON_DISPLAY_NAME);
	sheet_begin(page, T(page, N_("Your medical file")), facility);
	widget_paragraph(page, T(page, N_("You may decline every question and every treatment, also later. You may ask to see the whole file, and name somebody who may.")));
	sheet_table(page, N_("What you were asked"), &file.screenings, SCREENINGS, N_("You were not screened by heads yet."));
	sheet_table(page, N_("Treatment and consent"), &file.treatments, TREATMENTS, N_("Nothing was proposed yet."));
	sheet_table(page, N_("To whom something was told, and why"), &file.disclosures, DISCLOSURES, N_("Nothing was told to anybody outside the health service."));
	sheet_table(page, N_("Offers of preventive screening"), &file.offers, OFFERS, N_("No preventive screening was offered yet."));
	sheet_table(page, N_("What is done to protect you"), &file.plans, PLANS, N_("No plan is made."));
	sheet_end(page, SIGNATURES);
}
