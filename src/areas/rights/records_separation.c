/* records_separation.c - separation, its daily account, visits and reviews; functional flags of the health service. */
#include "areas/rights/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_38 = { "NMR-38.2", N_("Nelson Mandela Rules, Rule 38"), SOURCE_TEXT_READ };
static const struct citation NMR_37D = { "NMR-37.d", N_("Nelson Mandela Rules, Rule 37 (d)"), SOURCE_TEXT_READ };
static const struct citation NMR_43 = { "NMR-43.1b", N_("Nelson Mandela Rules, Rule 43"), SOURCE_TEXT_READ };
static const struct citation NMR_44 = { "NMR-44.1", N_("Nelson Mandela Rules, Rule 44"), SOURCE_TEXT_READ };
static const struct citation NMR_45 = { "NMR-45.1a", N_("Nelson Mandela Rules, Rule 45"), SOURCE_TEXT_READ };
static const struct citation NMR_46 = { "NMR-46.1b", N_("Nelson Mandela Rules, Rule 46"), SOURCE_TEXT_READ };
static const struct citation NMR_26 = { "NMR-26.1a", N_("Nelson Mandela Rules, Rule 26"), SOURCE_TEXT_READ };

const struct choice SEPARATION_KIND_CHOICES[] = { { "discipline", N_("Disciplinary sanction") }, { "security", N_("Security or good order") },
	{ "protection", N_("Protection") }, { "own_request", N_("Own request") }, { "health", N_("Health - not punishment") },
	{ "unit", N_("Special unit") }, { NULL, NULL } };
const struct choice SEPARATION_GROUND_CHOICES[] = { { "violence", N_("Violence by this person") }, { "threat", N_("Threat by this person") },
	{ "threatened", N_("Threat to this person") }, { "escape", N_("Escape or attempt") }, { "sanction", N_("Sanction after a hearing") },
	{ "investigation", N_("Investigation of an offence in the facility") }, { "own_wish", N_("Wish of the person") },
	{ "contagion", N_("Danger of infection") }, { "sentence", N_("The sentence or the offence alone") }, { NULL, NULL } };
const struct choice SEPARATION_LIGHT_CHOICES[] = { { "daylight", N_("Daylight, and dark at night") }, { "dark", N_("Dark") },
	{ "constant", N_("Lit day and night") }, { NULL, NULL } };
const struct choice SEPARATION_MEANS_CHOICES[] = { { "visits", N_("Visits") }, { "letters", N_("Letters") }, { "calls", N_("Calls") },
	{ "video", N_("Video calls") }, { NULL, NULL } };
const struct choice SEPARATION_DISABILITY_CHOICES[] = { { "none", N_("No disability or illness known that matters here") },
	{ "not_worse", N_("Yes, and separation would not make it worse") }, { "worse", N_("Yes, and separation would make it worse") },
	{ "not_assessed", N_("Yes, and nobody has looked yet") }, { NULL, NULL } };
static const struct choice STATE_CHOICES[] = { { "running", N_("Running") }, { "ended", N_("Ended") }, { NULL, NULL } };
const struct choice RIGHTS_END_CHOICES[] = { { "decided", N_("By decision") }, { "replaced", N_("Replaced by a new order") },
	{ "review", N_("By independent review") }, { "quashed", N_("The finding was quashed") }, { "release", N_("The person was released") },
	{ "death", N_("The person died") }, { "escape", N_("The person escaped") }, { NULL, NULL } };
const struct choice SEPARATION_COPY_CHOICES[] = { { "signed", N_("Given, signed by the person") }, { "refused", N_("Given, refused to sign before a witness") }, { NULL, NULL } };
const struct choice SEPARATION_ADVICE_CHOICES[] = { { "none", N_("Nothing to change") }, { "change", N_("Change the conditions") }, { "end", N_("End the separation") },
	{ NULL, NULL } };
const struct choice SEPARATION_ANSWER_CHOICES[] = { { "followed", N_("Followed") }, { "not_followed", N_("Not followed, sent to the higher authority with the advice") },
	{ NULL, NULL } };
const struct choice SEPARATION_BODY_CHOICES[] = { { "judge", N_("Judge or court") }, { "headquarters", N_("Central administration") },
	{ "board", N_("Independent board") }, { "inspectorate", N_("Inspectorate") }, { "same_line", N_("Somebody under whoever ordered it") }, { NULL, NULL } };
const struct choice SEPARATION_RESULT_CHOICES[] = { { "goes_on", N_("May go on") }, { "change", N_("May go on with changes") }, { "ends", N_("Must end") }, { NULL, NULL } };

const struct choice SEPARATION_ENTRY_CHOICES[] = { { "association", N_("Together with other people") }, { "meal", N_("Meal together with others") },
	{ "visit", N_("Open visit of family or friends") }, { "work", N_("Talk or work with a professional, in one room") },
	{ "lawyer", N_("Lawyer, in one room") }, { "yard_together", N_("Open air together with others") }, { "yard_alone", N_("Open air alone") },
	{ "closed_visit", N_("Visit behind glass") }, { "call", N_("Telephone or video call") }, { "shower", N_("Shower or bath") },
	{ "complaint_round", N_("Asked for complaints and requests") }, { "official", N_("Investigator or hearing") }, { "nothing", N_("Nothing today") },
	{ NULL, NULL } };
/* Counting of inspection practice (Essex paper 3, paraphrased): face to face, without a barrier, more than routine. */
static const struct separation_entry_kind ENTRY_KINDS[] = { { "association", true, true, false }, { "meal", true, true, false }, { "visit", true, true, false },
	{ "work", true, false, false }, { "lawyer", true, true, false }, { "yard_together", true, true, true }, { "yard_alone", false, true, true },
	{ "closed_visit", false, true, false }, { "call", false, true, false }, { "shower", false, true, false }, { NULL, false, false, false } };

const struct separation_entry_kind *separation_entry_kind(struct text code)
{
	const struct separation_entry_kind *kind = ENTRY_KINDS;
	while (kind->code && !text_equal_string(code, kind->code))
		kind++;
	return kind;
}

bool separation_is_running(const struct row *separation)
{
	return row_is(separation, SEPARATION_STATE, "running");
}

int64_t separation_until(const struct row *separation, int64_t open)
{
	return row_has(separation, SEPARATION_ENDED_AT) ? row_moment(separation, SEPARATION_ENDED_AT) : open;
}

bool health_flag_is_live(const struct row *flag, struct date day)
{
	struct date end = row_date(flag, HEALTH_FLAG_EXPIRES);
	return row_is(flag, HEALTH_FLAG_STATE, "live") && date_compare(row_date(flag, HEALTH_FLAG_STARTS), day) <= 0 &&
		(!end.year || date_compare(day, end) <= 0);
}

struct text separation_title(struct arena *arena, const struct row *separation)
{
	return date_text(arena, moment_date(row_moment(separation, SEPARATION_STARTS)));
}

static const struct field SEPARATION[] = {
	[SEPARATION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[SEPARATION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[SEPARATION_KIND] = { "kind", N_("Kind of separation"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.choices = SEPARATION_KIND_CHOICES, .basis = &NMR_37D },
	[SEPARATION_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED | FIELD_LISTED, .choices = SEPARATION_GROUND_CHOICES, .basis = &NMR_45 },
	[SEPARATION_FACTS] = { "facts", N_("Facts"), N_("What this person did or what happened to him or her, when, and who saw it. Never belief, dress or origin"),
		FIELD_PROSE, CLOSED, FIELD_FIXED },
	[SEPARATION_LEGAL_BASIS] = { "legal_basis", N_("Legal basis"), N_("Article of the law or regulation"), FIELD_LINE, OPEN, FIELD_FIXED, .basis = &NMR_37D },
	[SEPARATION_AUTHORITY] = { "authority", N_("Authority that decides"), N_("Office and number of the decision"), FIELD_LINE, OPEN, FIELD_FIXED, .basis = &NMR_45 },
	[SEPARATION_EMERGENCY] = { "emergency", N_("Emergency of this hour"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[SEPARATION_ALTERNATIVES] = { "alternatives", N_("What was tried or thought of first"), N_("And why it is not enough"), FIELD_PROSE, OPEN, FIELD_FIXED,
		.basis = &NMR_45 },
	[SEPARATION_EXIT] = { "exit_criteria", N_("What must be so for it to end"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED, .basis = &NMR_37D },
	[SEPARATION_STARTS] = { "starts_at", N_("From"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[SEPARATION_ENDS] = { "ends_at", N_("Ends at the latest"), NULL, FIELD_MOMENT, OPEN, FIELD_LISTED, .basis = &NMR_43 },
	[SEPARATION_PLANNED_CONTACT] = { "planned_contact", N_("Meaningful human contact planned, minutes a day"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 1440, 0 },
		.basis = &NMR_44 },
	[SEPARATION_PLANNED_OUTDOORS] = { "planned_outdoors", N_("Open air planned, minutes a day"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 1440, 0 } },
	[SEPARATION_LIGHT] = { "light", N_("Light in the cell"), NULL, FIELD_CHOICE, OPEN, 0, .choices = SEPARATION_LIGHT_CHOICES, .basis = &NMR_43 },
	[SEPARATION_CONTACT_KEPT] = { "contact_kept", N_("Contact with the family that stays open"), NULL, FIELD_CODES, OPEN, 0, .choices = SEPARATION_MEANS_CHOICES },
	[SEPARATION_CONTACT_WHY] = { "contact_why", N_("Why the other means are closed"), N_("Security need, and until when"), FIELD_LINE, OPEN, 0 },
	[SEPARATION_DISABILITY] = { "disability", N_("Disability or illness, mental or physical"), N_("As the health service answers: a fact, not a permission"),
		FIELD_CHOICE, CLOSED, 0, .choices = SEPARATION_DISABILITY_CHOICES, .basis = &NMR_45 },
	[SEPARATION_VULNERABILITY] = { "vulnerability", N_("Vulnerability looked at"), N_("Self-harm, age, pregnancy, disability, threats: who was asked and what follows"),
		FIELD_PROSE, CLOSED, 0 },
	[SEPARATION_ORDERED_BY] = { "ordered_by", N_("User who ordered it"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_FIXED },
	[SEPARATION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = STATE_CHOICES },
	[SEPARATION_ENDED_AT] = { "ended_at", N_("Ended"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[SEPARATION_ENDED_WHY] = { "ended_why", N_("Why it ended"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[SEPARATION_COPY] = { "copy", N_("Written copy for the person"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = SEPARATION_COPY_CHOICES, .basis = &NMR_37D },
	[SEPARATION_COPY_AT] = { "copy_at", N_("Copy given at"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[SEPARATION_COPY_WITNESS] = { "copy_witness", N_("Witness"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[SEPARATION_ADVICE] = { "advice", N_("Advice of the health service"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = SEPARATION_ADVICE_CHOICES, .basis = &NMR_46 },
	[SEPARATION_ADVICE_ANSWER] = { "advice_answer", N_("Answer of the director"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = SEPARATION_ANSWER_CHOICES },
	[SEPARATION_NEEDED_AT] = { "needed_at", N_("Last looked at whether it is still needed"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED, .basis = &NMR_45 },
	[SEPARATION_END_KIND] = { "end_kind", N_("How it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = RIGHTS_END_CHOICES },
	[SEPARATION_MITIGATION] = { "mitigation", N_("What is done against the harm of separation"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED, .basis = &NMR_38 },
	[SEPARATION_MITIGATED_AT] = { "mitigated_at", N_("Plan against harm made"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[SEPARATION_STEP_DOWN] = { "step_down", N_("Steps back to ordinary life"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED, .basis = &NMR_38 },
};

const struct record RECORD_SEPARATION = {
	.name = "separation", .label = N_("Separation"), .label_plural = N_("Separations"), .help = N_("One order that keeps a person apart, with its end"),
	.fields = SEPARATION, .field_count = SEPARATION_FIELDS,
	.facility_field = SEPARATION_FACILITY, .person_field = SEPARATION_PERSON, .parent_field = SEPARATION_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_37D, .title = separation_title,
};

static const struct field SEPARATION_ENTRY[] = {
	[SEPARATION_ENTRY_SEPARATION] = { "separation", N_("Separation"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "separation" },
	[SEPARATION_ENTRY_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[SEPARATION_ENTRY_KIND] = { "kind", N_("What happened"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = SEPARATION_ENTRY_CHOICES,
		.basis = &NMR_44 },
	[SEPARATION_ENTRY_STARTED] = { "started_at", N_("From"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED },
	[SEPARATION_ENTRY_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 0, 1440, 0 } },
	[SEPARATION_ENTRY_REFUSED] = { "refused", N_("Offered, and the person did not want it"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED | FIELD_LISTED },
	[SEPARATION_ENTRY_WITH] = { "with_whom", N_("With whom"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
};

const struct record RECORD_SEPARATION_ENTRY = {
	.name = "separation_entry", .label = N_("Entry of the daily account"), .label_plural = N_("Daily account of separation"),
	.help = N_("Contact and time out of cell of a separated person, as it happened"),
	.fields = SEPARATION_ENTRY, .field_count = SEPARATION_ENTRY_FIELDS,
	.facility_field = FIELD_NONE, .person_field = SEPARATION_ENTRY_PERSON, .parent_field = SEPARATION_ENTRY_SEPARATION,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_44,
};

static const struct field SEPARATION_VISIT[] = {
	[SEPARATION_VISIT_SEPARATION] = { "separation", N_("Separation"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "separation" },
	[SEPARATION_VISIT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[SEPARATION_VISIT_AT] = { "visited_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[SEPARATION_VISIT_IN_PERSON] = { "in_person", N_("Seen in person"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .basis = &NMR_46 },
	[SEPARATION_VISIT_PRIVATE] = { "out_of_hearing", N_("Out of hearing of other staff"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED | FIELD_LISTED },
	[SEPARATION_VISIT_ADVICE] = { "advice", N_("Advice"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = SEPARATION_ADVICE_CHOICES },
	[SEPARATION_VISIT_WORDS] = { "advice_words", N_("What should change"), N_("What to do, never a diagnosis: the director reads it"), FIELD_PROSE, OPEN, FIELD_FIXED,
		.basis = &NMR_26 },
};

const struct record RECORD_SEPARATION_VISIT = {
	.name = "separation_visit", .label = N_("Health visit in separation"), .label_plural = N_("Health visits in separation"),
	.help = N_("The daily visit of the health service to a separated person"),
	.fields = SEPARATION_VISIT, .field_count = SEPARATION_VISIT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = SEPARATION_VISIT_PERSON, .parent_field = SEPARATION_VISIT_SEPARATION,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_46,
};

static const struct field SEPARATION_REVIEW[] = {
	[SEPARATION_REVIEW_SEPARATION] = { "separation", N_("Separation"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "separation" },
	[SEPARATION_REVIEW_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[SEPARATION_REVIEW_AT] = { "reviewed_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[SEPARATION_REVIEW_BODY] = { "body", N_("Who reviewed it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = SEPARATION_BODY_CHOICES },
	[SEPARATION_REVIEW_HEARD] = { "heard", N_("The person was heard"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[SEPARATION_REVIEW_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = SEPARATION_RESULT_CHOICES },
	[SEPARATION_REVIEW_REASONS] = { "reasons", N_("Reasons"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
};

const struct record RECORD_SEPARATION_REVIEW = {
	.name = "separation_review", .label = N_("Review of separation"), .label_plural = N_("Reviews of separation"),
	.help = N_("Decision of somebody outside the line that ordered the separation"),
	.fields = SEPARATION_REVIEW, .field_count = SEPARATION_REVIEW_FIELDS,
	.facility_field = FIELD_NONE, .person_field = SEPARATION_REVIEW_PERSON, .parent_field = SEPARATION_REVIEW_SEPARATION,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF,
};

/* Functions, never diagnoses: what staff must know to do right (NMR-26, 32.1 (c)). */
const struct choice HEALTH_FLAG_CHOICES[] = { { "pregnant", N_("Pregnant") }, { "labour", N_("In labour, giving birth or just after") },
	{ "infant", N_("Lives with an infant or breastfeeds") }, { "not_alone", N_("Must not be left alone in a cell") },
	{ "isolation_harms", N_("Separation would make a condition worse") }, { "no_restraint", N_("No restraints") }, { "diet", N_("Diet by order of a clinician") },
	{ "not_fit_work", N_("Not fit for work") }, { "medicine", N_("Medicine at fixed hours") }, { "aid", N_("Needs an aid or help") }, { NULL, NULL } };
static const struct choice FLAG_STATE_CHOICES[] = { { "live", N_("Live") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field HEALTH_FLAG[] = {
	[HEALTH_FLAG_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[HEALTH_FLAG_KIND] = { "kind", N_("What it is about"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = HEALTH_FLAG_CHOICES,
		.basis = &NMR_26 },
	[HEALTH_FLAG_INSTRUCTION] = { "instruction", N_("What staff should do"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[HEALTH_FLAG_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[HEALTH_FLAG_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
	[HEALTH_FLAG_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = FLAG_STATE_CHOICES },
};

const struct record RECORD_HEALTH_FLAG = {
	.name = "health_flag", .label = N_("Health instruction"), .label_plural = N_("Health instructions"),
	.help = N_("What the health service asks of everybody on duty; a function, never a diagnosis"),
	.fields = HEALTH_FLAG, .field_count = HEALTH_FLAG_FIELDS,
	.facility_field = FIELD_NONE, .person_field = HEALTH_FLAG_PERSON, .parent_field = HEALTH_FLAG_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_26,
};
