/* records_complaint.c - complaints and requests: by any channel, by anybody for the person, confidential when asked. */
#include "areas/rights/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_56 = { "NMR-56.1", N_("Nelson Mandela Rules, Rule 56"), SOURCE_TEXT_READ };
static const struct citation NMR_57 = { "NMR-57.1a", N_("Nelson Mandela Rules, Rule 57"), SOURCE_TEXT_READ };

const struct choice COMPLAINT_KIND_CHOICES[] = { { "complaint", N_("Complaint") }, { "request", N_("Request") }, { NULL, NULL } };
const struct choice COMPLAINT_CHANNEL_CHOICES[] = { { "spoken", N_("Spoken") }, { "box", N_("Locked box") }, { "paper", N_("Paper handed over") },
	{ "sealed", N_("Sealed letter, not opened") }, { "lawyer", N_("Lawyer") }, { "family", N_("Family or friend") }, { "inspector", N_("Inspector or monitor") },
	{ "other", N_("Other") }, { NULL, NULL } };
const struct choice COMPLAINT_SUBJECT_CHOICES[] = { { "ill_treatment", N_("Torture or other ill-treatment") }, { "staff", N_("Conduct of staff") },
	{ "conditions", N_("Conditions, food, hygiene") }, { "health", N_("Health care") }, { "contact", N_("Contact with family or lawyer") },
	{ "property", N_("Property") }, { "discipline", N_("Discipline or separation") }, { "religion", N_("Religion or belief") }, { "work", N_("Work, pay, education") },
	{ "other", N_("Other") }, { NULL, NULL } };
const struct choice COMPLAINT_ADDRESSEE_CHOICES[] = { { "director", N_("Director of the facility") }, { "headquarters", N_("Central administration") },
	{ "inspector", N_("Inspectors or monitors") }, { "court", N_("Court or prosecutor") }, { NULL, NULL } };
static const struct choice STATE_CHOICES[] = { { "open", N_("Open") }, { "answered", N_("Answered") }, { NULL, NULL } };
const struct choice COMPLAINT_RESULT_CHOICES[] = { { "upheld", N_("Well founded") }, { "partly", N_("Well founded in part") }, { "rejected", N_("Rejected") },
	{ NULL, NULL } };
const struct choice COMPLAINT_APPEAL_CHOICES[] = { { "open", N_("Open") }, { "upheld", N_("Answer stands") }, { "changed", N_("Answer changed") }, { NULL, NULL } };

static const struct field COMPLAINT[] = {
	[COMPLAINT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[COMPLAINT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[COMPLAINT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = COMPLAINT_KIND_CHOICES },
	[COMPLAINT_CHANNEL] = { "channel", N_("How it came"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = COMPLAINT_CHANNEL_CHOICES, .basis = &NMR_56 },
	[COMPLAINT_BY] = { "brought_by", N_("Who brings it for the person"), N_("Lawyer, family, anybody who knows of it"), FIELD_LINE, CLOSED, FIELD_FIXED },
	[COMPLAINT_SUBJECT] = { "subject", N_("What it is about"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = COMPLAINT_SUBJECT_CHOICES },
	[COMPLAINT_ADDRESSEE] = { "addressee", N_("To whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = COMPLAINT_ADDRESSEE_CHOICES },
	[COMPLAINT_WORDS] = { "words", N_("In the person's words"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
	[COMPLAINT_NAMED] = { "named_staff", N_("Staff named in it"), N_("Sign-in names parted by spaces: for them this complaint does not exist"),
		FIELD_CODES, CLOSED, FIELD_FIXED },
	[COMPLAINT_URGENT] = { "urgent", N_("Urgent"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED | FIELD_LISTED },
	[COMPLAINT_RECEIVED] = { "received_at", N_("Received"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[COMPLAINT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = STATE_CHOICES },
	[COMPLAINT_ACKNOWLEDGED] = { "acknowledged_at", N_("Receipt given"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED, .basis = &NMR_57 },
	[COMPLAINT_SENT] = { "sent_at", N_("Sent on, not opened"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[COMPLAINT_AUTHORITY] = { "authority", N_("Independent authority"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[COMPLAINT_REFERENCE] = { "authority_number", N_("Number of the authority"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[COMPLAINT_REFERRED] = { "referred_at", N_("Sent to the authority"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[COMPLAINT_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = COMPLAINT_RESULT_CHOICES },
	[COMPLAINT_ANSWER] = { "answer", N_("Answer"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[COMPLAINT_REMEDY] = { "remedy", N_("What is done about it"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[COMPLAINT_ONWARD] = { "onward", N_("Told in writing where to turn next"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED },
	[COMPLAINT_ANSWERED] = { "answered_at", N_("Answered"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[COMPLAINT_APPEAL] = { "appeal", N_("Appeal"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = COMPLAINT_APPEAL_CHOICES },
	[COMPLAINT_APPEAL_WORDS] = { "appeal_words", N_("Grounds and decision of the appeal"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
};

static struct text complaint_title(struct arena *arena, const struct row *complaint)
{
	return date_text(arena, moment_date(row_moment(complaint, COMPLAINT_RECEIVED)));
}

/* Not those who guard the person: they hand over, and do not read what others are told. Nor those whom it names (NMR-57.2a). */
const struct record RECORD_COMPLAINT = {
	.name = "complaint", .label = N_("Complaint or request"), .label_plural = N_("Complaints and requests"),
	.help = N_("What a person asks for or complains of, with its answer"),
	.fields = COMPLAINT, .field_count = COMPLAINT_FIELDS,
	.facility_field = COMPLAINT_FACILITY, .person_field = COMPLAINT_PERSON, .parent_field = COMPLAINT_PERSON, .closed_to_field = COMPLAINT_NAMED, .compartment = COMPARTMENT_CORE,
	.readers = ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR), .basis = &NMR_56, .title = complaint_title,
};
