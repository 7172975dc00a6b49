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

struct file { const struct row *person; struct rows requests, plans, notes, treatments, disclosures, screenings; };

static bool file_read(struct page *page, struct file *out)
{
	out->person = subject_open(page);
	if (!out->person)
		return false;
	struct text id = out->person->id;
	return rows_about(page, &RECORD_MEDICAL_REQUEST, id, MEDICAL_REQUEST_ASKED, true, &out->requests) &&
		rows_about(page, &RECORD_PROTECTION_PLAN, id, PROTECTION_PLAN_MADE, true, &out->plans) &&
		rows_about(page, &RECORD_MEDICAL_NOTE, id, MEDICAL_NOTE_AT, true, &out->notes) &&
		rows_about(page, &RECORD_TREATMENT, id, TREATMENT_AT, true, &out->treatments) &&
		rows_about(page, &RECORD_MEDICAL_DISCLOSURE, id, MEDICAL_DISCLOSURE_AT, true, &out->disclosures) &&
		rows_about(page, &RECORD_HEALTH_SCREENING, id, HEALTH_SCREENING_AT, true, &out->screenings);
}

void page_person_clinic(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_HEALTH_SCREENING_RECORD, &ACT_MEDICAL_NOTE_WRITE, &ACT_TREATMENT_RECORD, &ACT_MEDICAL_DISCLOSURE_MAKE, &ACT_PROTECTION_PLAN_MAKE,
		&ACT_MEDICAL_REQUEST_MAKE };
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
	if (page_may_read(page, &RECORD_MEDICAL_NOTE)) {
		rows_table(page, N_("Screenings by heads"), &file.screenings, SCREENINGS, N_("No screening by heads is recorded. Choose Screening by heads."));
		rows_table(page, N_("Medical file"), &file.notes, NOTES, N_("The medical file has no note yet. Choose Write in the medical file."));
		rows_table(page, N_("Treatment and consent"), &file.treatments, TREATMENTS, N_("Nothing was proposed yet."));
		rows_table(page, N_("Disclosures from the medical file"), &file.disclosures, DISCLOSURES, N_("Nothing was told to anybody outside the health service."));
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
	sheet_table(page, N_("What is done to protect you"), &file.plans, PLANS, N_("No plan is made."));
	sheet_end(page, SIGNATURES);
}
