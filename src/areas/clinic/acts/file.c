/* file.c - medical_note.write; medical_treatment.record, .withdraw; medical_disclosure.make; health_screening.record. */
#include "areas/clinic/acts/common.h"

static const struct citation NMR_26 = { "NMR-26.1a", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };
static const struct citation NMR_32 = { "NMR-32.1b", N_("Nelson Mandela Rules, Rule 32"), SOURCE_TEXT_READ };
static const struct citation NMR_32C = { "NMR-32.1c", N_("Nelson Mandela Rules, Rule 32"), SOURCE_TEXT_READ };
static const struct citation BKK_6 = { "BKK-6", N_("Bangkok Rules, Rule 6"), SOURCE_RECALLED };
static const struct citation BKK_8 = { "BKK-8", N_("Bangkok Rules, Rule 8"), SOURCE_RECALLED };

#define OF_PERSON .record = &RECORD_PERSON, .target_input = 0, .actors = ROLE(HEALTH)

/* ---- notes ---- */
static const struct field NOTE_INPUT[] = { PERSON_INPUT,
	{ "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MEDICAL_NOTE_KIND_CHOICES },
	{ "words", N_("Note"), N_("Only the health service reads it; the person may ask to see it"), FIELD_PROSE, CLOSED, FIELD_REQUIRED, .basis = &NMR_26 },
	{ "amends", N_("Amends the note"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "medical_note" },
	WHEN_INPUT("noted_at") };
static const struct record NOTE_RECORD = ACT_INPUTS("medical_note.write", NOTE_INPUT);

static bool note_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *note = clinic_begin(context, decision, &RECORD_MEDICAL_NOTE, MEDICAL_NOTE_AT, errors);
	const struct row *old = note && row_has(note, MEDICAL_NOTE_AMENDS) ? act_load(context, &RECORD_MEDICAL_NOTE, row_text(note, MEDICAL_NOTE_AMENDS)) : NULL;
	if (old && !text_equal(row_text(old, MEDICAL_NOTE_PERSON), row_text(note, MEDICAL_NOTE_PERSON)))
		return decide_refuse(errors, "/amends", N_("That note is about somebody else"));
	return note != NULL;
}

const struct act ACT_MEDICAL_NOTE_WRITE = { .name = "medical_note.write", .label = N_("Write in the medical file"), .done = N_("The note is in the medical file"),
	.input_record = &NOTE_RECORD, OF_PERSON, .basis = &NMR_26, .decide = note_decide };

/* ---- consent ---- */
static const struct field TREAT_INPUT[] = { PERSON_INPUT,
	{ "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = TREATMENT_KIND_CHOICES },
	{ "what", N_("What was explained and proposed"), N_("In the person's own language: purpose, risks, what else is possible"), FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	{ "decision", N_("Decision of the person"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = TREATMENT_DECISION_CHOICES, .basis = &NMR_32 },
	{ "able", N_("Able to decide for himself or herself"), NULL, FIELD_YES_NO, OPEN, 0 },
	{ "legal_ground", N_("Ground in law, without consent"), N_("Law and article; leave empty when the person agrees"), FIELD_LINE, OPEN, 0 },
	{ "clinician", N_("Clinician"), N_("Who explained it and answers for it"), FIELD_LINE, OPEN, 0 },
	{ "ethics_approval", N_("Approval of an ethics body"), N_("For research"), FIELD_LINE, OPEN, 0 },
	{ "benefit", N_("Direct benefit for the person's own health"), N_("For research"), FIELD_PROSE, OPEN, 0 },
	{ "recipient", N_("For whom the donation is"), NULL, FIELD_CHOICE, OPEN, 0, .choices = TREATMENT_RECIPIENT_CHOICES },
	WHEN_INPUT("decided_at") };
static const struct record TREAT_RECORD = ACT_INPUTS("medical_treatment.record", TREAT_INPUT);

static bool treat_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *treatment = clinic_begin(context, decision, &RECORD_TREATMENT, TREATMENT_AT, errors);
	if (!treatment)
		return false;
	bool declined = row_is(treatment, TREATMENT_DECISION, "declined"), agreed = row_is(treatment, TREATMENT_DECISION, "agreed") && !row_has(treatment, TREATMENT_LAW);
	row_set_string(treatment, TREATMENT_STATE, declined ? "declined" : agreed ? "agreed" : "by_law");
	return true;
}

const struct act ACT_TREATMENT_RECORD = { .name = "medical_treatment.record", .label = N_("Treatment and consent"), .help = N_("Declining is an answer, and ends it"), .done = N_("Recorded"),
	.input_record = &TREAT_RECORD, OF_PERSON, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_32, .decide = treat_decide };

static const struct field WITHDRAW_INPUT[] = { { "medical_treatment", N_("Treatment and consent"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "medical_treatment" } };
static const struct record WITHDRAW_RECORD = ACT_INPUTS("medical_treatment.withdraw", WITHDRAW_INPUT);

static bool withdraw_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *treatment = clinic_change(context, decision, &RECORD_TREATMENT, TREATMENT_STATE, "agreed", errors);
	if (treatment)
		row_set_string(treatment, TREATMENT_STATE, "withdrawn");
	return treatment != NULL;
}

const struct act ACT_TREATMENT_WITHDRAW = { .name = "medical_treatment.withdraw", .label = N_("Consent is taken back"), .help = N_("At any time, and without consequence elsewhere"),
	.done = N_("Recorded"), .input_record = &WITHDRAW_RECORD, .record = &RECORD_TREATMENT, .target_input = 0, .actors = ROLE(HEALTH), .flags = ACT_REASON,
	.basis = &NMR_32, .decide = withdraw_decide };

/* ---- disclosure ---- */
static const struct field TELL_INPUT[] = { PERSON_INPUT,
	{ "recipient", N_("Told to"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MEDICAL_DISCLOSURE_RECIPIENT_CHOICES },
	{ "recipient_name", N_("Name and function"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	{ "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = MEDICAL_DISCLOSURE_GROUND_CHOICES, .basis = &NMR_32C },
	{ "reasons", N_("Reasons of the clinician"), N_("What the danger is, for whom, and why nothing else helps"), FIELD_PROSE, CLOSED, 0 },
	{ "clinician", N_("Clinician"), NULL, FIELD_LINE, OPEN, 0 },
	{ "words", N_("What was told, no more than needed"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	WHEN_INPUT("told_at") };
static const struct record TELL_RECORD = ACT_INPUTS("medical_disclosure.make", TELL_INPUT);

static bool tell_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return clinic_begin(context, decision, &RECORD_MEDICAL_DISCLOSURE, MEDICAL_DISCLOSURE_AT, errors) != NULL;
}

const struct act ACT_MEDICAL_DISCLOSURE_MAKE = { .name = "medical_disclosure.make", .label = N_("Disclose from the medical file"),
	.help = N_("Only with consent, or against a real and imminent danger; every disclosure is kept"), .done = N_("The disclosure is kept in the medical file"),
	.input_record = &TELL_RECORD, OF_PERSON, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_32C, .decide = tell_decide };

/* ---- screening by heads ---- */
#define HEAD(name_, label_) { name_, label_, NULL, FIELD_CHOICE, OPEN, 0, .choices = HEALTH_SCREENING_HEAD_CHOICES, .basis = &BKK_6 }
static const struct field SCREEN_INPUT[] = { PERSON_INPUT,
	{ "examiner", N_("Examined by"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	{ "profession", N_("Profession"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HEALTH_SCREENING_PROFESSION_CHOICES },
	{ "told", N_("Told that every question may be declined"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &BKK_8 },
	HEAD("infection", N_("Sexually transmitted and blood-borne disease")), HEAD("mental", N_("Mental health, trauma, self-harm")),
	HEAD("reproductive", N_("Reproductive history")), HEAD("drugs", N_("Dependence on drugs or alcohol")), HEAD("abuse", N_("Sexual abuse and other violence suffered")),
	{ "hiv_test", N_("HIV test"), NULL, FIELD_CHOICE, OPEN, 0, .choices = HEALTH_SCREENING_HIV_CHOICES },
	{ "self_harm_risk", N_("Risk of self-harm now"), N_("Yes asks for a plan within the hour"), FIELD_YES_NO, OPEN, 0 },
	{ "words", N_("Findings"), N_("Only the health service reads it; the person may ask to see it"), FIELD_PROSE, CLOSED, 0 },
	WHEN_INPUT("screened_at") };
static const struct record SCREEN_RECORD = ACT_INPUTS("health_screening.record", SCREEN_INPUT);

static bool screen_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *screening = clinic_begin(context, decision, &RECORD_HEALTH_SCREENING, HEALTH_SCREENING_AT, errors);
	const struct row *person = screening ? act_load_input(context, 0, &RECORD_PERSON, errors) : NULL;
	if (!person)
		return false;
	decide_stop(context, decision, "entry-heads", person->id);
	const struct condition offered = CONDITION_TEXT(SCREENING_OFFER_PERSON, person->id);
	if (row_is(person, PERSON_SEX, "F") && !clinic_is_juvenile(person, context->today) && act_count(context, &RECORD_SCREENING_OFFER, &offered, 1) == 0) {
		decide_stop(context, decision, "preventive-offer", person->id);
		clinic_start_person(context, decision, "preventive-offer", person, row_moment(screening, HEALTH_SCREENING_AT));
	}
	if (row_is(screening, HEALTH_SCREENING_PROFESSION, "doctor"))
		decide_stop(context, decision, "juvenile-examination", person->id);
	if (row_is_yes(screening, HEALTH_SCREENING_SELF_HARM) && !clinic_has_plan(context, person->id, "self_harm"))
		clinic_start_person(context, decision, "plan-self-harm", person, row_moment(screening, HEALTH_SCREENING_AT));
	return true;
}

const struct act ACT_HEALTH_SCREENING_RECORD = { .name = "health_screening.record", .label = N_("Screening by heads"),
	.help = N_("Offer every head; whoever does not want to answer says so, and that is an answer"), .done = N_("The screening is recorded"), .input_record = &SCREEN_RECORD,
	OF_PERSON, .flags = ACT_MAY_RECORD_FACT, .basis = &BKK_6, .decide = screen_decide };
