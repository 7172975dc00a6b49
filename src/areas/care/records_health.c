/* records_health.c - where custody and the health service meet: who asked to be seen, what a clinician ordered, what a person is fit for,
 * care carried on at the gate, and a facility under a health restriction. Functions only: no diagnosis, no finding, no medicine's name. */
#include "areas/care/records.h"

#define OPEN SENSITIVITY_OFFICIAL

static const struct citation NMR_24 = { "NMR-24.2", N_("Nelson Mandela Rules, Rule 24"), SOURCE_TEXT_READ };
static const struct citation NMR_26 = { "NMR-26.2", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };
static const struct citation NMR_27 = { "NMR-27.2", N_("Nelson Mandela Rules, Rule 27"), SOURCE_TEXT_READ };
static const struct citation NMR_30E = { "NMR-30.e", N_("Nelson Mandela Rules, Rule 30 (e)"), SOURCE_TEXT_READ };
static const struct citation NMR_30D = { "NMR-30.d", N_("Nelson Mandela Rules, Rule 30 (d)"), SOURCE_TEXT_READ };
static const struct citation NMR_31 = { "NMR-31.1", N_("Nelson Mandela Rules, Rule 31"), SOURCE_TEXT_READ };

const struct choice HEALTH_REQUEST_CHANNEL_CHOICES[] = { { "person", N_("The person asked") }, { "officer", N_("Pointed out by an officer") },
	{ "family", N_("Family or lawyer asked") }, { "list", N_("On the list of the sick") }, { NULL, NULL } };
const struct choice HEALTH_REQUEST_WISH_CHOICES[] = { { "none", N_("None") }, { "woman", N_("To be seen by a woman") }, { NULL, NULL } };
static const struct choice REQUEST_STATE_CHOICES[] = { { "open", N_("Waits to be seen") }, { "seen", N_("Seen") }, { "left", N_("Left custody before") }, { NULL, NULL } };
const struct choice HEALTH_REQUEST_RESULT_CHOICES[] = { { "seen", N_("Seen here") }, { "hospital", N_("Sent to hospital") }, { "declined", N_("The person no longer wants it") },
	{ NULL, NULL } };
const struct choice HEALTH_REQUEST_PRESENT_CHOICES[] = { { "nobody", N_("Nobody but health staff") }, { "woman", N_("A woman officer") }, { "man", N_("A man officer") },
	{ NULL, NULL } };

static const struct field HEALTH_REQUEST[] = {
	[HEALTH_REQUEST_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[HEALTH_REQUEST_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[HEALTH_REQUEST_ASKED] = { "asked_at", N_("Asked"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .basis = &NMR_31 },
	[HEALTH_REQUEST_CHANNEL] = { "channel", N_("How it came"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.choices = HEALTH_REQUEST_CHANNEL_CHOICES },
	[HEALTH_REQUEST_URGENT] = { "urgent", N_("Urgent"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED | FIELD_LISTED },
	[HEALTH_REQUEST_WISH] = { "wish", N_("Wish"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED | FIELD_LISTED, .choices = HEALTH_REQUEST_WISH_CHOICES },
	[HEALTH_REQUEST_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = REQUEST_STATE_CHOICES },
	[HEALTH_REQUEST_SEEN] = { "seen_at", N_("Seen"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[HEALTH_REQUEST_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = HEALTH_REQUEST_RESULT_CHOICES },
	[HEALTH_REQUEST_EXAMINER] = { "examiner_sex", N_("Who examined"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = SEX_CHOICES },
	[HEALTH_REQUEST_PRESENT] = { "present", N_("Who else was in the room"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = HEALTH_REQUEST_PRESENT_CHOICES },
	[HEALTH_REQUEST_PRESENT_WHY] = { "present_why", N_("Which health worker asked for the officer, and why"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
};

static struct text request_title(struct arena *arena, const struct row *request)
{
	return date_text(arena, moment_date(row_moment(request, HEALTH_REQUEST_ASKED)));
}

/* Why somebody wants to be seen is nobody's business outside the health service, and has no field. */
const struct record RECORD_HEALTH_REQUEST = {
	.name = "health_request", .label = N_("Request to see health staff"), .label_plural = N_("Requests to see health staff"),
	.help = N_("When somebody asked to be seen, and when it was done; never why"),
	.fields = HEALTH_REQUEST, .field_count = HEALTH_REQUEST_FIELDS,
	.facility_field = HEALTH_REQUEST_FACILITY, .person_field = HEALTH_REQUEST_PERSON, .parent_field = HEALTH_REQUEST_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_31, .title = request_title,
};

const struct choice CLINICAL_ORDER_KIND_CHOICES[] = { { "hospital", N_("Taken to hospital or a specialist") }, { "diet", N_("Diet") }, { "lower_bunk", N_("Lower bunk") },
	{ "single_cell", N_("Cell alone") }, { "shared_cell", N_("Not alone in a cell") }, { "no_restraint", N_("No restraints") }, { "medicine", N_("Medicine at fixed hours") },
	{ "aid", N_("Aid or help") }, { NULL, NULL } };
static const struct choice CLINICAL_STATE_CHOICES[] = { { "open", N_("To be carried out") }, { "done", N_("Carried out") }, { "missed", N_("Not carried out") },
	{ "ended", N_("Ended by a clinician") }, { NULL, NULL } };
const struct choice CLINICAL_ORDER_WHY_CHOICES[] = { { "no_escort", N_("No escort or vehicle") }, { "security", N_("Security objected") }, { "person", N_("The person declined") },
	{ "hospital", N_("The hospital put it off") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice CLINICAL_ORDER_ANSWER_CHOICES[] = { { "stands", N_("The order stands") }, { "changed", N_("A new order takes its place") }, { NULL, NULL } };

static const struct field CLINICAL_ORDER[] = {
	[CLINICAL_ORDER_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[CLINICAL_ORDER_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[CLINICAL_ORDER_KIND] = { "kind", N_("Order"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = CLINICAL_ORDER_KIND_CHOICES, .basis = &NMR_27 },
	[CLINICAL_ORDER_INSTRUCTION] = { "instruction", N_("What staff should do"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[CLINICAL_ORDER_DUE] = { "due_at", N_("By when"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[CLINICAL_ORDER_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_FIXED },
	[CLINICAL_ORDER_FLAG] = { "health_flag", N_("Health instruction"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED | FIELD_DERIVED, .reference = "health_flag" },
	[CLINICAL_ORDER_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = CLINICAL_STATE_CHOICES },
	[CLINICAL_ORDER_DONE] = { "done_at", N_("Carried out at"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CLINICAL_ORDER_WHY] = { "missed_why", N_("Why it was not carried out"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLINICAL_ORDER_WHY_CHOICES },
	[CLINICAL_ORDER_OBJECTION] = { "objection", N_("Objection"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[CLINICAL_ORDER_ANSWER] = { "objection_answer", N_("Answer to the objection"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLINICAL_ORDER_ANSWER_CHOICES },
};

const struct record RECORD_CLINICAL_ORDER = {
	.name = "clinical_order", .label = N_("Order of a clinician"), .label_plural = N_("Orders of clinicians"),
	.help = N_("What must be done for a person's health; only the health service changes or ends it"),
	.fields = CLINICAL_ORDER, .field_count = CLINICAL_ORDER_FIELDS,
	.facility_field = CLINICAL_ORDER_FACILITY, .person_field = CLINICAL_ORDER_PERSON, .parent_field = CLINICAL_ORDER_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_27,
};

/* No question of fitness for punishment, separation or restraint can be asked: health staff have no part in them (NMR-32.1 (d), 46.1). */
const struct choice FITNESS_QUESTION_CHOICES[] = { { "work", N_("Work") }, { "exercise", N_("Sport and exercise") }, { "travel", N_("Travel or transfer") }, { "court", N_("Hearing in court") },
	{ "programme", N_("Programme or school") }, { NULL, NULL } };
const struct choice FITNESS_ANSWER_CHOICES[] = { { "fit", N_("Fit") }, { "limited", N_("Fit within limits") }, { "unfit", N_("Not fit now") }, { NULL, NULL } };

static const struct field FITNESS[] = {
	[FITNESS_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[FITNESS_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[FITNESS_QUESTION] = { "question", N_("Fit for"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = FITNESS_QUESTION_CHOICES, .basis = &NMR_30E },
	[FITNESS_ASKED] = { "asked_at", N_("Asked"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[FITNESS_ANSWER] = { "answer", N_("Answer"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = FITNESS_ANSWER_CHOICES },
	[FITNESS_LIMITS] = { "limits", N_("Limits"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[FITNESS_UNTIL] = { "valid_until", N_("Valid until"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED },
	[FITNESS_ANSWERED] = { "answered_at", N_("Answered"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
};

const struct record RECORD_FITNESS = {
	.name = "fitness", .label = N_("Fitness"), .label_plural = N_("Questions of fitness"), .help = N_("What a person can do, in the words of the health service; never why"),
	.fields = FITNESS, .field_count = FITNESS_FIELDS, .facility_field = FITNESS_FACILITY, .person_field = FITNESS_PERSON, .parent_field = FITNESS_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_30E,
};

const struct choice CARE_HANDOVER_OCCASION_CHOICES[] = { { "transfer", N_("Transfer") }, { "release", N_("Release") }, { NULL, NULL } };

static const struct field CARE_HANDOVER[] = {
	[CARE_HANDOVER_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[CARE_HANDOVER_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[CARE_HANDOVER_OCCASION] = { "occasion", N_("Before"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = CARE_HANDOVER_OCCASION_CHOICES, .basis = &NMR_24 },
	[CARE_HANDOVER_RECEIVER] = { "receiver", N_("Health service that carries on"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[CARE_HANDOVER_SEALED] = { "file_sealed", N_("Medical file handed over sealed"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .basis = &NMR_26 },
	[CARE_HANDOVER_LETTER] = { "letter", N_("Letter to the receiving service"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[CARE_HANDOVER_SUPPLY] = { "supply_days", N_("Days of medicine given"), NULL, FIELD_INTEGER, OPEN, FIELD_FIXED | FIELD_LISTED, .limits = { 0, 400, 0 } },
	[CARE_HANDOVER_AT] = { "handed_at", N_("Handed over"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
};

const struct record RECORD_CARE_HANDOVER = {
	.name = "care_handover", .label = N_("Care carried on"), .label_plural = N_("Care carried on"), .help = N_("That treatment does not break off at a transfer or release"),
	.fields = CARE_HANDOVER, .field_count = CARE_HANDOVER_FIELDS, .facility_field = CARE_HANDOVER_FACILITY, .person_field = CARE_HANDOVER_PERSON,
	.parent_field = CARE_HANDOVER_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_24,
};

const struct choice HEALTH_RESTRICTION_MEASURE_CHOICES[] = { { "visits", N_("Visits with contact") }, { "work", N_("Work") }, { "programmes", N_("Programmes and school") },
	{ "association", N_("Association with other units") }, { "arrivals", N_("New arrivals kept apart") }, { "yard", N_("Outdoor exercise") }, { "lawyers", N_("Lawyers in person") },
	{ NULL, NULL } };
static const struct choice RESTRICTION_STATE_CHOICES[] = { { "running", N_("Running") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field HEALTH_RESTRICTION[] = {
	[HEALTH_RESTRICTION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "facility" },
	[HEALTH_RESTRICTION_GROUND] = { "ground", N_("Ground"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[HEALTH_RESTRICTION_AUTHORITY] = { "authority", N_("Public health authority and its decision"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED, .basis = &NMR_30D },
	[HEALTH_RESTRICTION_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[HEALTH_RESTRICTION_ENDS] = { "ends_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
	[HEALTH_RESTRICTION_MEASURES] = { "measures", N_("What is limited"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = HEALTH_RESTRICTION_MEASURE_CHOICES },
	[HEALTH_RESTRICTION_INSTEAD] = { "instead", N_("What people get instead"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED },
	[HEALTH_RESTRICTION_MINUTES] = { "contact_minutes", N_("Free calls or video a person and week, in minutes"), NULL, FIELD_INTEGER, OPEN, FIELD_FIXED, .limits = { 0, 10080, 0 } },
	[HEALTH_RESTRICTION_REVIEWED] = { "reviewed_at", N_("Last looked at"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[HEALTH_RESTRICTION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = RESTRICTION_STATE_CHOICES },
};

const struct record RECORD_HEALTH_RESTRICTION = {
	.name = "health_restriction", .label = N_("Health restriction of a facility"), .label_plural = N_("Health restrictions"),
	.help = N_("What an epidemic limits for everybody, until when, and what people get instead"),
	.fields = HEALTH_RESTRICTION, .field_count = HEALTH_RESTRICTION_FIELDS, .facility_field = HEALTH_RESTRICTION_FACILITY, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_30D,
};

bool clinical_order_is_live(const struct row *order, struct date day)
{
	return !row_is(order, CLINICAL_ORDER_STATE, "ended") && (!row_has(order, CLINICAL_ORDER_EXPIRES) || date_compare(day, row_date(order, CLINICAL_ORDER_EXPIRES)) <= 0);
}
