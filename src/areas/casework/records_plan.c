/* records_plan.c - who works with whom, contacts, supervision; the plan, its objectives, actions, conferences and reviews. */
#include "areas/casework/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define DERIVED (FIELD_DERIVED)
#define WHOLE FIELD_REQUIRED

static const struct citation NMR_94 = { "NMR-94", N_("Nelson Mandela Rules, Rule 94"), SOURCE_TEXT_READ };
static const struct citation NMR_107 = { "NMR-107", N_("Nelson Mandela Rules, Rule 107"), SOURCE_TEXT_READ };
static const struct citation NMR_92 = { "NMR-92.3", N_("Nelson Mandela Rules, Rule 92"), SOURCE_TEXT_READ };
static const struct citation NMR_9 = { "NMR-9.1", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };

/* ---- caseload ---- */
const struct choice ASSIGNMENT_KIND_CHOICES[] = { { "case_manager", N_("Case manager") }, { "facilitator", N_("Programme facilitator") },
	{ "psychologist", N_("Psychologist") }, { "religious", N_("Religious adviser") }, { "social_worker", N_("Social worker") }, { "mentor", N_("Mentor") }, { "family", N_("Family worker") },
	{ NULL, NULL } };
const struct choice ASSIGNMENT_END_CHOICES[] = { { "handed_over", N_("Handed over") }, { "programme_ended", N_("The programme ended") },
	{ "released", N_("Released") }, { "transferred", N_("Moved to another facility") }, { "staff_left", N_("The member of staff left") },
	{ "own_request", N_("Asked by the person") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field CASE_ASSIGNMENT[] = {
	[CASE_ASSIGNMENT_PERSON] = CASEWORK_PERSON_FIELD,
	[CASE_ASSIGNMENT_KIND] = { "kind", N_("Part"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_FIXED | FIELD_LISTED, .choices = ASSIGNMENT_KIND_CHOICES },
	[CASE_ASSIGNMENT_WORKER] = CASEWORK_REFERENCE("worker", N_("User"), "user_account", WHOLE | FIELD_FIXED | DERIVED),
	[CASE_ASSIGNMENT_WORKER_NAME] = { "worker_name", N_("Member of staff"), NULL, FIELD_LINE, OPEN, DERIVED | FIELD_LISTED },
	[CASE_ASSIGNMENT_SUPERVISOR] = CASEWORK_REFERENCE("supervisor", N_("User of the supervisor"), "user_account", DERIVED),
	[CASE_ASSIGNMENT_SUPERVISOR_NAME] = { "supervisor_name", N_("Supervisor"), NULL, FIELD_LINE, OPEN, DERIVED | FIELD_LISTED },
	[CASE_ASSIGNMENT_SINCE] = { "started_at", N_("Since"), NULL, FIELD_MOMENT, OPEN, WHOLE | DERIVED | FIELD_LISTED },
	[CASE_ASSIGNMENT_ENDED_AT] = { "ended_at", N_("Until"), NULL, FIELD_MOMENT, OPEN, DERIVED | FIELD_LISTED | FIELD_INDEXED },
	[CASE_ASSIGNMENT_WHY] = { "why", N_("Why"), NULL, FIELD_LINE, OPEN, WHOLE },
	[CASE_ASSIGNMENT_END_REASON] = { "end_reason", N_("Why it ended"), NULL, FIELD_CHOICE, OPEN, DERIVED, .choices = ASSIGNMENT_END_CHOICES },
	[CASE_ASSIGNMENT_HANDOVER] = { "handover", N_("Hand-over note"), NULL, FIELD_PROSE, CLOSED, DERIVED },
};

static struct text assignment_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, CASE_ASSIGNMENT_WORKER_NAME);
}

const struct record RECORD_CASE_ASSIGNMENT = {
	.name = "case_assignment", .label = N_("Who works with the person"), .label_plural = N_("Who works with whom"),
	.help = N_("Who works with a person, in which part, since when; it opens the notes of that work"),
	.fields = CASE_ASSIGNMENT, .field_count = CASE_ASSIGNMENT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CASE_ASSIGNMENT_PERSON, .parent_field = CASE_ASSIGNMENT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_92, .title = assignment_title,
};

const struct record_need CASEWORK_NEED = { &RECORD_CASE_ASSIGNMENT, CASE_ASSIGNMENT_PERSON,
	{ CASE_ASSIGNMENT_WORKER, CASE_ASSIGNMENT_SUPERVISOR }, CASE_ASSIGNMENT_ENDED_AT, ROLE(INSPECTOR) };

/* The seven pathways of a live service (prison-practice 7.1, F:S85). */
const struct choice NEED_AREA_CHOICES[] = { { "accommodation", N_("Housing") }, { "thinking", N_("Thinking and behaviour") },
	{ "family", N_("Children, family and community") }, { "substances", N_("Drugs and alcohol") }, { "work", N_("Education, skills and work") },
	{ "finance", N_("Money and papers") }, { "health", N_("Health") }, { NULL, NULL } };
static const struct choice CONTACT_TYPE_CHOICES[] = { { "conversation", N_("Conversation") }, { "family", N_("With the family") },
	{ "mentor", N_("With a mentor") }, { "agency", N_("With another agency") }, { NULL, NULL } };

static const struct field CASE_CONTACT[] = {
	[CASE_CONTACT_PERSON] = CASEWORK_PERSON_FIELD,
	[CASE_CONTACT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = CONTACT_TYPE_CHOICES },
	[CASE_CONTACT_HAPPENED_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, WHOLE | FIELD_LISTED | FIELD_INDEXED },
	[CASE_CONTACT_PLANNED] = { "planned", N_("Planned beforehand"), NULL, FIELD_YES_NO, OPEN, WHOLE | FIELD_LISTED },
	[CASE_CONTACT_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, FIELD_LISTED, .limits = { 1, 600, 0 } },
	[CASE_CONTACT_TOPICS] = { "topics", N_("What it was about"), NULL, FIELD_CODES, OPEN, 0, .choices = NEED_AREA_CHOICES },
	[CASE_CONTACT_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, CLOSED, 0 },
};

static bool contact_check(const struct act_context *context, const struct row *row, struct error_list *errors)
{
	if (context && row_moment(row, CASE_CONTACT_HAPPENED_AT) > context->now + 5 * MOMENT_MINUTE)
		error_say(errors, E_DATE_ORDER, "/happened_at", N_("This moment is in the future"));
	return errors->count == 0;
}

const struct record RECORD_CASE_CONTACT = {
	.name = "case_contact", .label = N_("Contact"), .label_plural = N_("Contacts of casework"),
	.help = N_("A talk with the person, the family or an agency, in the course of casework"),
	.fields = CASE_CONTACT, .field_count = CASE_CONTACT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CASE_CONTACT_PERSON, .parent_field = CASE_CONTACT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .keepers = CASEWORK_KEEPERS, .basis = &NMR_92, .check = contact_check,
};

static const struct field SUPERVISION_NOTE[] = {
	[SUPERVISION_NOTE_PERSON] = CASEWORK_PERSON_FIELD,
	[SUPERVISION_NOTE_NOTE] = { "note", N_("What was talked over"), NULL, FIELD_PROSE, CLOSED, WHOLE },
	[SUPERVISION_NOTE_NEXT_STEP] = { "next_step", N_("Next step"), NULL, FIELD_LINE, CLOSED, 0 },
	[SUPERVISION_NOTE_HELD_ON] = { "held_on", N_("Day"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED },
};

const struct record RECORD_SUPERVISION_NOTE = {
	.name = "supervision_note", .label = N_("Supervision note"), .label_plural = N_("Supervision notes"),
	.help = N_("Supervision of the work with one person; read only by those who work with the person, their supervisor and inspectors"),
	.fields = SUPERVISION_NOTE, .field_count = SUPERVISION_NOTE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = SUPERVISION_NOTE_PERSON, .parent_field = SUPERVISION_NOTE_PERSON,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_QUIET, .readers = CLINICAL_READERS, .keepers = CASEWORKERS, .basis = &NMR_9,
	.need = &CASEWORK_NEED,
};

/* ---- plan ---- */
const struct choice PLAN_STATE_CHOICES[] = { { "draft", N_("Draft") }, { "agreed", N_("Agreed") }, { "declined", N_("Not agreed by the person") },
	{ "under_review", N_("Under review") }, { "closed", N_("Closed") }, { NULL, NULL } };
const struct choice PLAN_SIGNATURE_CHOICES[] = { { "signed", N_("Signed by the person") }, { "refused", N_("The person does not sign") }, { NULL, NULL } };
const struct choice PLAN_CLOSE_CHOICES[] = { { "released", N_("Released") }, { "achieved", N_("All is done that was planned") },
	{ "died", N_("Died") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field PLAN[] = {
	[PLAN_PERSON] = CASEWORK_PERSON_FIELD,
	[PLAN_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = PLAN_STATE_CHOICES },
	[PLAN_OPENED_ON] = { "opened_on", N_("Begun"), NULL, FIELD_DATE, OPEN, WHOLE | DERIVED | FIELD_LISTED },
	[PLAN_STRENGTHS] = { "strengths", N_("What the person can build on"), N_("Strengths, people, hopes; in the person's own words"), FIELD_PROSE, OPEN, WHOLE,
		.basis = &NMR_94 },
	[PLAN_RESETTLEMENT] = { "resettlement", N_("Life after release"), N_("Where to live, with whom, what to live on; thought of from the first day"), FIELD_PROSE,
		OPEN, 0, .basis = &NMR_107 },
	[PLAN_AGREED_ON] = { "agreed_on", N_("Agreed on"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED },
	[PLAN_SIGNATURE] = { "signature", N_("Signature"), NULL, FIELD_CHOICE, OPEN, DERIVED, .choices = PLAN_SIGNATURE_CHOICES },
	[PLAN_REFUSAL] = { "refusal", N_("What the person does not agree with"), NULL, FIELD_PROSE, OPEN, DERIVED },
	[PLAN_WITNESS] = { "witness", N_("Witness"), NULL, FIELD_LINE, OPEN, DERIVED },
	[PLAN_LANGUAGE] = { "language", N_("Language in which it was talked over"), NULL, FIELD_CODE, OPEN, DERIVED, .limits = { 2, 3, 0 } },
	[PLAN_COPY_GIVEN] = { "copy_given", N_("The person has a copy"), NULL, FIELD_YES_NO, OPEN, DERIVED },
	[PLAN_NEXT_REVIEW_ON] = { "next_review_on", N_("Next review"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED | FIELD_INDEXED },
	[PLAN_CLOSED_ON] = { "closed_on", N_("Closed on"), NULL, FIELD_DATE, OPEN, DERIVED },
	[PLAN_CLOSE_REASON] = { "close_reason", N_("Why it was closed"), NULL, FIELD_CHOICE, OPEN, DERIVED, .choices = PLAN_CLOSE_CHOICES },
};

const struct record RECORD_PLAN = {
	.name = "plan", .label = N_("Plan"), .label_plural = N_("Plans"), .help = N_("One plan for each person, across all sentences, made with the person"),
	.fields = PLAN, .field_count = PLAN_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PLAN_PERSON, .parent_field = PLAN_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_94,
};

const struct choice OBJECTIVE_STATE_CHOICES[] = { { "proposed", N_("Proposed") }, { "agreed", N_("Agreed") }, { "active", N_("Being worked on") },
	{ "achieved", N_("Achieved") }, { "partly", N_("Partly achieved") }, { "not_achieved", N_("Not achieved") }, { "withdrawn", N_("Withdrawn") },
	{ NULL, NULL } };
/* Goal attainment in words; no number stands for them anywhere. */
const struct choice ATTAINMENT_CHOICES[] = { { "much_less", N_("Much less than hoped") }, { "less", N_("Less than hoped") }, { "as_hoped", N_("As hoped") },
	{ "more", N_("More than hoped") }, { "much_more", N_("Much more than hoped") }, { NULL, NULL } };

static const struct field PLAN_OBJECTIVE[] = {
	[PLAN_OBJECTIVE_PLAN] = CASEWORK_REFERENCE("plan", N_("Plan"), "plan", WHOLE | FIELD_FIXED),
	[PLAN_OBJECTIVE_PERSON] = CASEWORK_PERSON_FIELD,
	[PLAN_OBJECTIVE_AREA] = { "area", N_("Need"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = NEED_AREA_CHOICES },
	[PLAN_OBJECTIVE_WORDS] = { "words", N_("What the person wants to reach"), N_("In the person's own words"), FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PLAN_OBJECTIVE_FACTOR] = { "factor", N_("Factor of the assessment"), NULL, FIELD_LINE, OPEN, 0 },
	[PLAN_OBJECTIVE_MEASURE] = { "measure", N_("How it will be seen"), NULL, FIELD_LINE, OPEN, WHOLE },
	[PLAN_OBJECTIVE_BASELINE] = { "baseline", N_("How it is now"), NULL, FIELD_LINE, OPEN, WHOLE },
	[PLAN_OBJECTIVE_TARGET] = { "target", N_("How it shall be"), NULL, FIELD_LINE, OPEN, 0 },
	[PLAN_OBJECTIVE_DUE_ON] = { "due_on", N_("By when"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED },
	[PLAN_OBJECTIVE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = OBJECTIVE_STATE_CHOICES },
	[PLAN_OBJECTIVE_EVIDENCE] = { "evidence", N_("What shows the change"), NULL, FIELD_PROSE, OPEN, DERIVED },
	[PLAN_OBJECTIVE_ATTAINMENT] = { "attainment", N_("Measured against the hope"), NULL, FIELD_CHOICE, OPEN, DERIVED, .choices = ATTAINMENT_CHOICES },
};

static struct text objective_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, PLAN_OBJECTIVE_WORDS);
}

const struct record RECORD_PLAN_OBJECTIVE = {
	.name = "plan_objective", .label = N_("Objective"), .label_plural = N_("Objectives"), .help = N_("What the person wants to reach, how it is seen, by when"),
	.fields = PLAN_OBJECTIVE, .field_count = PLAN_OBJECTIVE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PLAN_OBJECTIVE_PERSON, .parent_field = PLAN_OBJECTIVE_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_94, .title = objective_title,
};

const struct choice ACTION_STATE_CHOICES[] = { { "open", N_("Not begun") }, { "doing", N_("Being done") }, { "blocked", N_("Held up") },
	{ "done", N_("Done") }, { "dropped", N_("Dropped") }, { NULL, NULL } };
const struct choice ACTION_OWNER_CHOICES[] = { { "person", N_("The person") }, { "staff", N_("Staff") }, { "partner", N_("Family or partner outside") },
	{ NULL, NULL } };

static const struct field PLAN_ACTION[] = {
	[PLAN_ACTION_OBJECTIVE] = CASEWORK_REFERENCE("objective", N_("Objective"), "plan_objective", WHOLE | FIELD_FIXED),
	[PLAN_ACTION_PERSON] = CASEWORK_PERSON_FIELD,
	[PLAN_ACTION_WHAT] = { "what", N_("What will be done"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PLAN_ACTION_OWNER_KIND] = { "owner_kind", N_("Who does it"), NULL, FIELD_CHOICE, OPEN, WHOLE, .choices = ACTION_OWNER_CHOICES },
	[PLAN_ACTION_OWNER] = { "owner", N_("Name or function"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[PLAN_ACTION_STARTS_ON] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, 0 },
	[PLAN_ACTION_DUE_ON] = { "due_on", N_("By when"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED | FIELD_INDEXED },
	[PLAN_ACTION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = ACTION_STATE_CHOICES },
	[PLAN_ACTION_DONE_ON] = { "done_on", N_("Done on"), NULL, FIELD_DATE, OPEN, DERIVED },
	[PLAN_ACTION_OUTCOME] = { "outcome", N_("What came of it"), NULL, FIELD_LINE, OPEN, DERIVED },
	[PLAN_ACTION_BLOCKED_BY] = { "blocked_by", N_("What holds it up"), NULL, FIELD_LINE, OPEN, DERIVED },
};

static struct text action_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, PLAN_ACTION_WHAT);
}

const struct record RECORD_PLAN_ACTION = {
	.name = "plan_action", .label = N_("Action"), .label_plural = N_("Actions"), .help = N_("One step towards an objective, with who does it and by when"),
	.fields = PLAN_ACTION, .field_count = PLAN_ACTION_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PLAN_ACTION_PERSON, .parent_field = PLAN_ACTION_OBJECTIVE,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .title = action_title,
};

/* ---- conferences and reviews ---- */
const struct choice CONFERENCE_PRESENT_CHOICES[] = { { "present", N_("Present") }, { "represented", N_("Represented") },
	{ "declined", N_("Invited, did not want to come") }, { "not_invited", N_("Not invited") }, { NULL, NULL } };
const struct choice CASEWORK_AGENCY_CHOICES[] = { { "prison", N_("Prison") }, { "probation", N_("Probation") }, { "health", N_("Health service") },
	{ "social", N_("Social service") }, { "education", N_("Education or work") }, { "civil", N_("Civil society") }, { "family", N_("Family") },
	{ "police", N_("Police") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice CONFERENCE_VIEW_CHOICES[] = { { "agrees", N_("Agrees") }, { "dissents", N_("Does not agree") }, { "none", N_("No view given") }, { NULL, NULL } };

static const struct field PLAN_CONFERENCE[] = {
	[PLAN_CONFERENCE_PLAN] = CASEWORK_REFERENCE("plan", N_("Plan"), "plan", WHOLE | FIELD_FIXED),
	[PLAN_CONFERENCE_PERSON] = CASEWORK_PERSON_FIELD,
	[PLAN_CONFERENCE_HELD_AT] = { "held_at", N_("When"), NULL, FIELD_MOMENT, OPEN, WHOLE | FIELD_LISTED },
	[PLAN_CONFERENCE_AGENDA] = { "agenda", N_("What it was about"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PLAN_CONFERENCE_PRESENT] = { "present", N_("The person was"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = CONFERENCE_PRESENT_CHOICES },
	[PLAN_CONFERENCE_PAPERS] = { "papers", N_("Papers the person has seen"), NULL, FIELD_PROSE, OPEN, 0 },
	[PLAN_CONFERENCE_DECISIONS] = { "decisions", N_("What was decided"), NULL, FIELD_PROSE, OPEN, WHOLE },
};

const struct record RECORD_PLAN_CONFERENCE = {
	.name = "plan_conference", .label = N_("Case conference"), .label_plural = N_("Case conferences"),
	.help = N_("Those who work with the person meet; who was there, what was decided, and who did not agree"),
	.fields = PLAN_CONFERENCE, .field_count = PLAN_CONFERENCE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PLAN_CONFERENCE_PERSON, .parent_field = PLAN_CONFERENCE_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS,
};

static const struct field CONFERENCE_ATTENDEE[] = {
	[CONFERENCE_ATTENDEE_CONFERENCE] = CASEWORK_REFERENCE("conference", N_("Case conference"), "plan_conference", WHOLE | FIELD_FIXED),
	[CONFERENCE_ATTENDEE_PERSON] = CASEWORK_PERSON_FIELD,
	[CONFERENCE_ATTENDEE_NAME] = { "name", N_("Name and function"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[CONFERENCE_ATTENDEE_AGENCY] = { "agency", N_("Agency"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = CASEWORK_AGENCY_CHOICES },
	[CONFERENCE_ATTENDEE_ATTENDED] = { "attended", N_("Was there"), NULL, FIELD_YES_NO, OPEN, WHOLE | FIELD_LISTED },
	[CONFERENCE_ATTENDEE_VIEW] = { "view_taken", N_("View of the decision"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = CONFERENCE_VIEW_CHOICES },
	[CONFERENCE_ATTENDEE_DISSENT] = { "dissent", N_("Why not agreed"), NULL, FIELD_PROSE, OPEN, 0 },
};

static struct text attendee_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, CONFERENCE_ATTENDEE_NAME);
}

const struct record RECORD_CONFERENCE_ATTENDEE = {
	.name = "conference_attendee", .label = N_("At the conference"), .label_plural = N_("At the conferences"),
	.help = N_("Who was asked to a case conference, who came, and who did not agree and why"),
	.fields = CONFERENCE_ATTENDEE, .field_count = CONFERENCE_ATTENDEE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CONFERENCE_ATTENDEE_PERSON, .parent_field = CONFERENCE_ATTENDEE_CONFERENCE,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .title = attendee_title,
};

const struct choice PLAN_REVIEW_OCCASION_CHOICES[] = { { "due", N_("It was due") }, { "event", N_("Something happened") }, { "programme", N_("A programme ended") },
	{ "sentence", N_("New order or sentence") }, { "transfer", N_("Transfer") }, { "request", N_("Asked by the person") }, { NULL, NULL } };
const struct choice PLAN_REVIEW_RESULT_CHOICES[] = { { "goes_on", N_("The plan goes on as it is") }, { "changed", N_("The plan is changed") }, { NULL, NULL } };

static const struct field PLAN_REVIEW[] = {
	[PLAN_REVIEW_PLAN] = CASEWORK_REFERENCE("plan", N_("Plan"), "plan", WHOLE | FIELD_FIXED),
	[PLAN_REVIEW_PERSON] = CASEWORK_PERSON_FIELD,
	[PLAN_REVIEW_HELD_ON] = { "held_on", N_("Day"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED },
	[PLAN_REVIEW_OCCASION] = { "occasion", N_("Why now"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = PLAN_REVIEW_OCCASION_CHOICES },
	[PLAN_REVIEW_CHANGED] = { "what_changed", N_("What has changed since"), NULL, FIELD_PROSE, OPEN, WHOLE },
	[PLAN_REVIEW_PERSON_VIEW] = { "person_view", N_("How the person sees it"), N_("In the person's own words; write so when the person does not want to say"),
		FIELD_PROSE, OPEN, WHOLE },
	[PLAN_REVIEW_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = PLAN_REVIEW_RESULT_CHOICES },
	[PLAN_REVIEW_NEXT_REVIEW_ON] = { "next_review_on", N_("Next review"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED },
};

const struct record RECORD_PLAN_REVIEW = {
	.name = "plan_review", .label = N_("Review of the plan"), .label_plural = N_("Reviews of plans"), .help = N_("What has changed, how the person sees it, and what follows"),
	.fields = PLAN_REVIEW, .field_count = PLAN_REVIEW_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PLAN_REVIEW_PERSON, .parent_field = PLAN_REVIEW_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_94,
};

/* ---- small readings ---- */
bool assignment_is_open(const struct row *assignment)
{
	return !row_has(assignment, CASE_ASSIGNMENT_ENDED_AT);
}

bool plan_is_open(const struct row *plan)
{
	return !row_is(plan, PLAN_STATE, "closed");
}

bool objective_is_open(const struct row *objective)
{
	return row_is(objective, PLAN_OBJECTIVE_STATE, "proposed") || row_is(objective, PLAN_OBJECTIVE_STATE, "agreed") ||
		row_is(objective, PLAN_OBJECTIVE_STATE, "active");
}

bool action_is_open(const struct row *action)
{
	return !row_is(action, PLAN_ACTION_STATE, "done") && !row_is(action, PLAN_ACTION_STATE, "dropped");
}

bool action_is_overdue(const struct row *action, struct date day)
{
	return action_is_open(action) && date_compare(row_date(action, PLAN_ACTION_DUE_ON), day) < 0;
}
