/* records_file.c - the medical file: notes, treatment and consent, what was disclosed, screening by heads. For the health service alone. */
#include "areas/clinic/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define KEPT (FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED)

static const struct citation NMR_26 = { "NMR-26.1a", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };
static const struct citation NMR_32 = { "NMR-32.1b", N_("Nelson Mandela Rules, Rule 32"), SOURCE_TEXT_READ };
static const struct citation NMR_32C = { "NMR-32.1c", N_("Nelson Mandela Rules, Rule 32"), SOURCE_TEXT_READ };
static const struct citation BKK_6 = { "BKK-6", N_("Bangkok Rules, Rule 6"), SOURCE_RECALLED };
static const struct citation BKK_8 = { "BKK-8", N_("Bangkok Rules, Rule 8"), SOURCE_RECALLED };

#define FILE_OF(noun) .facility_field = noun##_FACILITY, .person_field = noun##_PERSON, .parent_field = noun##_PERSON, .compartment = COMPARTMENT_HEALTH, \
	.flags = RECORD_QUIET, .readers = ROLE(HEALTH)

const struct choice MEDICAL_NOTE_KIND_CHOICES[] = { { "history", N_("History") }, { "finding", N_("Finding") }, { "course", N_("Course") }, { "letter", N_("Letter from outside") },
	{ NULL, NULL } };

static const struct field MEDICAL_NOTE[] = {
	[MEDICAL_NOTE_PERSON] = CLINIC_PERSON,
	[MEDICAL_NOTE_FACILITY] = CLINIC_FACILITY,
	[MEDICAL_NOTE_AT] = { "noted_at", N_("When"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[MEDICAL_NOTE_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = MEDICAL_NOTE_KIND_CHOICES },
	[MEDICAL_NOTE_WORDS] = { "words", N_("Note"), NULL, FIELD_PROSE, CLOSED, KEPT, .basis = &NMR_26 },
	[MEDICAL_NOTE_AMENDS] = { "amends", N_("Amends the note"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "medical_note" },
};

static struct text note_title(struct arena *arena, const struct row *note) { return date_text(arena, moment_date(row_moment(note, MEDICAL_NOTE_AT))); }

const struct record RECORD_MEDICAL_NOTE = {
	.name = "medical_note", .label = N_("Medical note"), .label_plural = N_("Medical file"), .help = N_("What only the health service reads; the person may ask to see it"),
	.fields = MEDICAL_NOTE, .field_count = MEDICAL_NOTE_FIELDS, FILE_OF(MEDICAL_NOTE), .basis = &NMR_26, .title = note_title,
};

const struct choice TREATMENT_KIND_CHOICES[] = { { "treatment", N_("Treatment") }, { "examination", N_("Examination") }, { "trial", N_("Clinical trial or other research") },
	{ "donation", N_("Donation of tissue or an organ") }, { NULL, NULL } };
const struct choice TREATMENT_DECISION_CHOICES[] = { { "agreed", N_("Agrees, after an explanation") }, { "declined", N_("Declines") }, { "not_asked", N_("Could not be asked") },
	{ NULL, NULL } };
const struct choice TREATMENT_RECIPIENT_CHOICES[] = { { "relative", N_("A relative") }, { "other", N_("Somebody else") }, { NULL, NULL } };
static const struct choice TREATMENT_STATE_CHOICES[] = { { "agreed", N_("With consent") }, { "declined", N_("Declined: not done") }, { "by_law", N_("Without consent, on a ground in law") },
	{ "withdrawn", N_("Consent taken back") }, { NULL, NULL } };

static const struct field TREATMENT[] = {
	[TREATMENT_PERSON] = CLINIC_PERSON,
	[TREATMENT_FACILITY] = CLINIC_FACILITY,
	[TREATMENT_AT] = { "decided_at", N_("When"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[TREATMENT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = TREATMENT_KIND_CHOICES },
	[TREATMENT_WHAT] = { "what", N_("What was explained and proposed"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
	[TREATMENT_DECISION] = { "decision", N_("Decision of the person"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = TREATMENT_DECISION_CHOICES, .basis = &NMR_32 },
	[TREATMENT_ABLE] = { "able", N_("Able to decide for himself or herself"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[TREATMENT_LAW] = { "legal_ground", N_("Ground in law, without consent"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[TREATMENT_CLINICIAN] = { "clinician", N_("Clinician"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[TREATMENT_ETHICS] = { "ethics_approval", N_("Approval of an ethics body"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[TREATMENT_BENEFIT] = { "benefit", N_("Direct benefit for the person's own health"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED },
	[TREATMENT_RECIPIENT] = { "recipient", N_("For whom the donation is"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED, .choices = TREATMENT_RECIPIENT_CHOICES },
	[TREATMENT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED, .choices = TREATMENT_STATE_CHOICES },
};

const struct record RECORD_TREATMENT = {
	.name = "medical_treatment", .label = N_("Treatment and consent"), .label_plural = N_("Treatment and consent"),
	.help = N_("What was proposed, and what the person decided after an explanation"),
	.fields = TREATMENT, .field_count = TREATMENT_FIELDS, FILE_OF(TREATMENT), .basis = &NMR_32,
};

const struct choice MEDICAL_DISCLOSURE_RECIPIENT_CHOICES[] = { { "health", N_("Health service elsewhere") }, { "director", N_("Director of the facility") },
	{ "officer", N_("Officer on duty") }, { "authority", N_("Court, prosecutor or police") }, { "lawyer", N_("Lawyer") }, { "family", N_("Family") }, { NULL, NULL } };
const struct choice MEDICAL_DISCLOSURE_GROUND_CHOICES[] = { { "consent", N_("The person agrees") }, { "danger", N_("Real and imminent danger for the person or somebody else") },
	{ "care", N_("Treatment goes on there") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field MEDICAL_DISCLOSURE[] = {
	[MEDICAL_DISCLOSURE_PERSON] = CLINIC_PERSON,
	[MEDICAL_DISCLOSURE_FACILITY] = CLINIC_FACILITY,
	[MEDICAL_DISCLOSURE_AT] = { "told_at", N_("When"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[MEDICAL_DISCLOSURE_RECIPIENT] = { "recipient", N_("Told to"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = MEDICAL_DISCLOSURE_RECIPIENT_CHOICES },
	[MEDICAL_DISCLOSURE_NAME] = { "recipient_name", N_("Name and function"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[MEDICAL_DISCLOSURE_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = MEDICAL_DISCLOSURE_GROUND_CHOICES, .basis = &NMR_32C },
	[MEDICAL_DISCLOSURE_REASONS] = { "reasons", N_("Reasons of the clinician"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
	[MEDICAL_DISCLOSURE_CLINICIAN] = { "clinician", N_("Clinician"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[MEDICAL_DISCLOSURE_WORDS] = { "words", N_("What was told, no more than needed"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
};

const struct record RECORD_MEDICAL_DISCLOSURE = {
	.name = "medical_disclosure", .label = N_("Disclosure from the medical file"), .label_plural = N_("Disclosures from medical files"),
	.help = N_("What was told outside the health service, to whom, and on which ground"),
	.fields = MEDICAL_DISCLOSURE, .field_count = MEDICAL_DISCLOSURE_FIELDS, FILE_OF(MEDICAL_DISCLOSURE), .basis = &NMR_32C,
};

const struct choice HEALTH_SCREENING_PROFESSION_CHOICES[] = { { "doctor", N_("Doctor") }, { "nurse", N_("Nurse") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice HEALTH_SCREENING_HEAD_CHOICES[] = { { "answered", N_("Answered") }, { "declined", N_("Declined") }, { NULL, NULL } };
const struct choice HEALTH_SCREENING_HIV_CHOICES[] = { { "not_offered", N_("Not offered") }, { "declined", N_("Offered and declined") },
	{ "counselled", N_("Done, with counselling before and after") }, { "done", N_("Done, without counselling") }, { NULL, NULL } };
#define HEAD(name_, label_) { name_, label_, NULL, FIELD_CHOICE, OPEN, FIELD_FIXED | FIELD_LISTED, .choices = HEALTH_SCREENING_HEAD_CHOICES, .basis = &BKK_6 }

/* No head is required by its field: whoever was never asked about reproductive history has no row that says so (BKK-8). */
static const struct field HEALTH_SCREENING[] = {
	[HEALTH_SCREENING_PERSON] = CLINIC_PERSON,
	[HEALTH_SCREENING_FACILITY] = CLINIC_FACILITY,
	[HEALTH_SCREENING_AT] = { "screened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[HEALTH_SCREENING_EXAMINER] = { "examiner", N_("Examined by"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[HEALTH_SCREENING_PROFESSION] = { "profession", N_("Profession"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = HEALTH_SCREENING_PROFESSION_CHOICES },
	[HEALTH_SCREENING_TOLD] = { "told", N_("Told that every question may be declined"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED, .basis = &BKK_8 },
	[HEALTH_SCREENING_INFECTION] = HEAD("infection", N_("Sexually transmitted and blood-borne disease")),
	[HEALTH_SCREENING_MENTAL] = HEAD("mental", N_("Mental health, trauma, self-harm")),
	[HEALTH_SCREENING_REPRODUCTIVE] = HEAD("reproductive", N_("Reproductive history")),
	[HEALTH_SCREENING_DRUGS] = HEAD("drugs", N_("Dependence on drugs or alcohol")),
	[HEALTH_SCREENING_ABUSE] = HEAD("abuse", N_("Sexual abuse and other violence suffered")),
	[HEALTH_SCREENING_HIV] = { "hiv_test", N_("HIV test"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED, .choices = HEALTH_SCREENING_HIV_CHOICES, .basis = &BKK_6 },
	[HEALTH_SCREENING_SELF_HARM] = { "self_harm_risk", N_("Risk of self-harm now"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[HEALTH_SCREENING_WORDS] = { "words", N_("Findings"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
};

static struct text screening_title(struct arena *arena, const struct row *screening) { return date_text(arena, moment_date(row_moment(screening, HEALTH_SCREENING_AT))); }

const struct record RECORD_HEALTH_SCREENING = {
	.name = "health_screening", .label = N_("Screening by heads"), .label_plural = N_("Screenings by heads"),
	.help = N_("What was asked at the beginning; each head is answered or declined"),
	.fields = HEALTH_SCREENING, .field_count = HEALTH_SCREENING_FIELDS, FILE_OF(HEALTH_SCREENING), .basis = &BKK_6, .title = screening_title,
};
