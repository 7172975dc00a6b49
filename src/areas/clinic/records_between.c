/* records_between.c - what goes between the health service and others, in functions: requests about the own file, plans that protect. */
#include "areas/clinic/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define KEPT (FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED)
#define BETWEEN(noun) .facility_field = noun##_FACILITY, .person_field = noun##_PERSON, .parent_field = noun##_PERSON, .compartment = COMPARTMENT_CORE

static const struct citation NMR_26 = { "NMR-26.1b", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };
static const struct citation BKK_16 = { "BKK-16", N_("Bangkok Rules, Rule 16"), SOURCE_RECALLED };

const struct choice MEDICAL_REQUEST_KIND_CHOICES[] = { { "file", N_("To see the own medical file") }, { "opinion", N_("A second medical opinion") }, { NULL, NULL } };
const struct choice MEDICAL_REQUEST_BY_CHOICES[] = { { "person", N_("The person") }, { "lawyer", N_("Lawyer") }, { "appointee", N_("Somebody whom the person appointed") }, { NULL, NULL } };
static const struct choice REQUEST_STATE_CHOICES[] = { { "open", N_("Open") }, { "done", N_("Done") }, { "left", N_("Left custody before") }, { NULL, NULL } };
static const struct choice REQUEST_RESULT_CHOICES[] = { { "shown", N_("Shown and explained") }, { "copy", N_("Copy given") }, { "taken_back", N_("The person no longer wants it") },
	{ "forwarded", N_("Forwarded") }, { NULL, NULL } };

static const struct field MEDICAL_REQUEST[] = {
	[MEDICAL_REQUEST_PERSON] = CLINIC_PERSON,
	[MEDICAL_REQUEST_FACILITY] = CLINIC_FACILITY,
	[MEDICAL_REQUEST_ASKED] = { "asked_at", N_("Asked"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[MEDICAL_REQUEST_KIND] = { "kind", N_("What for"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = MEDICAL_REQUEST_KIND_CHOICES, .basis = &NMR_26 },
	[MEDICAL_REQUEST_BY] = { "asked_by", N_("Who asks"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = MEDICAL_REQUEST_BY_CHOICES },
	[MEDICAL_REQUEST_NAME] = { "asked_by_name", N_("Name of lawyer or appointee"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[MEDICAL_REQUEST_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = REQUEST_STATE_CHOICES },
	[MEDICAL_REQUEST_DONE] = { "done_at", N_("Done"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[MEDICAL_REQUEST_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = REQUEST_RESULT_CHOICES },
	[MEDICAL_REQUEST_AUTHORITY] = { "authority", N_("Forwarded to"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
};

const struct record RECORD_MEDICAL_REQUEST = {
	.name = "medical_request", .label = N_("Request about medical care"), .label_plural = N_("Requests about medical care"),
	.help = N_("To see the own medical file, or for a second opinion; never why"),
	.fields = MEDICAL_REQUEST, .field_count = MEDICAL_REQUEST_FIELDS, BETWEEN(MEDICAL_REQUEST), .readers = CUSTODY_STAFF, .basis = &NMR_26,
};

const struct choice PROTECTION_PLAN_KIND_CHOICES[] = { { "self_harm", N_("Against self-harm") }, { "abuse", N_("After a report of abuse") }, { "girl", N_("For a girl") },
	{ "untried", N_("For a woman before trial") }, { NULL, NULL } };
const struct choice PROTECTION_PLAN_MEASURE_CHOICES[] = { { "women_staff", N_("Looked after by women") }, { "apart", N_("Sleeps and lives apart from men and from whom she or he fears") },
	{ "other_staff", N_("Other officers") }, { "company", N_("Not alone; somebody to talk to every day") }, { "observation", N_("Looked at as the clinician says") },
	{ "counsellor", N_("Counsellor or psychologist") }, { "health_by_age", N_("Health care for the own age and sex, gynaecologist included") },
	{ "lawyer", N_("Lawyer or legal aid") }, { "guardian", N_("Guardian or child protection service told") }, { "reprisal_watch", N_("Watch for reprisals") }, { NULL, NULL } };
static const struct choice PLAN_STATE_CHOICES[] = { { "live", N_("In force") }, { "ended", N_("Ended") }, { NULL, NULL } };

/* What the plan is for is closed to most who carry it out: measures say what to do, not what was found. */
static const struct field PROTECTION_PLAN[] = {
	[PROTECTION_PLAN_PERSON] = CLINIC_PERSON,
	[PROTECTION_PLAN_FACILITY] = CLINIC_FACILITY,
	[PROTECTION_PLAN_MADE] = { "made_at", N_("Made"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[PROTECTION_PLAN_KIND] = { "kind", N_("What for"), NULL, FIELD_CHOICE, CLOSED, FIELD_REQUIRED | FIELD_FIXED, .choices = PROTECTION_PLAN_KIND_CHOICES, .basis = &BKK_16 },
	[PROTECTION_PLAN_MEASURES] = { "measures", N_("What is done"), NULL, FIELD_CODES, OPEN, KEPT, .choices = PROTECTION_PLAN_MEASURE_CHOICES },
	[PROTECTION_PLAN_WORDS] = { "words", N_("Who does it, and when"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[PROTECTION_PLAN_REVIEW] = { "review_on", N_("Looked at again on"), NULL, FIELD_DATE, OPEN, KEPT },
	[PROTECTION_PLAN_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = PLAN_STATE_CHOICES },
};

static struct text plan_title(struct arena *arena, const struct row *plan) { return date_text(arena, moment_date(row_moment(plan, PROTECTION_PLAN_MADE))); }

const struct record RECORD_PROTECTION_PLAN = {
	.name = "protection_plan", .label = N_("Protection plan"), .label_plural = N_("Protection plans"), .help = N_("What is done to protect a person, in measures and never in findings"),
	.fields = PROTECTION_PLAN, .field_count = PROTECTION_PLAN_FIELDS, BETWEEN(PROTECTION_PLAN), .readers = CUSTODY_STAFF, .basis = &BKK_16, .title = plan_title,
};

bool clinic_codes_have(const struct row *row, int field, const char *code)
{
	struct text rest = row_text(row, field), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal_string(one, code))
			return true;
	return false;
}

bool clinic_is_juvenile(const struct row *person, struct date day) { return person_age(person, day) < 18; }
