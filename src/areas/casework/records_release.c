/* records_release.c - the way out: release plan, milestones, needs, partners, conditions, hand-over, follow-up; and all records. */
#include "areas/casework/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define DERIVED (FIELD_DERIVED)
#define WHOLE FIELD_REQUIRED

static const struct citation NMR_87 = { "NMR-87", N_("Nelson Mandela Rules, Rule 87"), SOURCE_TEXT_READ };
static const struct citation NMR_107 = { "NMR-107", N_("Nelson Mandela Rules, Rule 107"), SOURCE_TEXT_READ };
static const struct citation NMR_108 = { "NMR-108.1", N_("Nelson Mandela Rules, Rule 108"), SOURCE_TEXT_READ };
static const struct citation NMR_90 = { "NMR-90", N_("Nelson Mandela Rules, Rule 90"), SOURCE_TEXT_READ };
static const struct citation BKK_63 = { "BKK-63", N_("Bangkok Rules, Rule 63"), SOURCE_SECONDARY };

/* Prison-practice 23. */
const struct choice RELEASE_PLAN_STATE_CHOICES[] = { { "open", N_("Begun") }, { "assessed", N_("Needs looked at") }, { "conference", N_("Conference held") },
	{ "conditions", N_("Conditions decided") }, { "ready", N_("Ready") }, { "released", N_("Released, followed up") }, { "closed", N_("Closed") },
	{ NULL, NULL } };
const struct choice RELEASE_LEVEL_CHOICES[] = { { "one", N_("One agency is enough") }, { "several", N_("Several agencies meet") },
	{ "lead", N_("Several agencies under one lead") }, { NULL, NULL } };

const struct choice SUPERVISOR_KIND_CHOICES[] = { { "probation", N_("Probation") }, { "social", N_("Social service") }, { "civil", N_("Organisation of civil society") },
	{ "police", N_("Police alone") }, { "none", N_("No supervision") }, { NULL, NULL } };

static const struct field RELEASE_PLAN[] = {
	[RELEASE_PLAN_PERSON] = CASEWORK_PERSON_FIELD,
	[RELEASE_PLAN_FACILITY] = CASEWORK_REFERENCE("facility", N_("Facility"), "facility", WHOLE | DERIVED | FIELD_LISTED),
	[RELEASE_PLAN_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = RELEASE_PLAN_STATE_CHOICES },
	[RELEASE_PLAN_RELEASE_ON] = { "release_on", N_("Release expected on"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED | FIELD_INDEXED },
	[RELEASE_PLAN_OPENED_ON] = { "opened_on", N_("Begun"), NULL, FIELD_DATE, OPEN, WHOLE | DERIVED },
	[RELEASE_PLAN_LEVEL] = { "cooperation", N_("How agencies work together"), NULL, FIELD_CHOICE, OPEN, DERIVED, .choices = RELEASE_LEVEL_CHOICES },
	[RELEASE_PLAN_CARE] = { "caretaking", N_("Children and others the person cares for"), NULL, FIELD_PROSE, OPEN, DERIVED, .basis = &BKK_63 },
	[RELEASE_PLAN_SIGNS] = { "signs", N_("Signs of trouble agreed with the person, and whom to call"), NULL, FIELD_PROSE, OPEN, DERIVED },
	[RELEASE_PLAN_CONTACT_PLAN] = { "contact_plan", N_("Who keeps contact, how often, for twenty-four months"), NULL, FIELD_PROSE, OPEN, DERIVED, .basis = &NMR_90 },
	[RELEASE_PLAN_RELEASED_ON] = { "released_on", N_("Released on"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED },
	[RELEASE_PLAN_CLOSED_ON] = { "closed_on", N_("Closed on"), NULL, FIELD_DATE, OPEN, DERIVED },
	[RELEASE_PLAN_SUPERVISOR] = { "supervisor", N_("Who supervises after release"), NULL, FIELD_LINE, OPEN, DERIVED, .basis = &NMR_87 },
	[RELEASE_PLAN_SUPERVISOR_KIND] = { "supervisor_kind", N_("What it is"), NULL, FIELD_CHOICE, OPEN, DERIVED, .choices = SUPERVISOR_KIND_CHOICES },
	[RELEASE_PLAN_GRADUAL] = { "gradual", N_("Steps to a gradual return"), NULL, FIELD_PROSE, OPEN, DERIVED, .basis = &NMR_87 },
};

const struct record RECORD_RELEASE_PLAN = {
	.name = "release_plan", .label = N_("Release plan"), .label_plural = N_("Release plans"),
	.help = N_("The way out, from twelve months before release to twenty-four months after"),
	.fields = RELEASE_PLAN, .field_count = RELEASE_PLAN_FIELDS,
	.facility_field = RELEASE_PLAN_FACILITY, .person_field = RELEASE_PLAN_PERSON, .parent_field = RELEASE_PLAN_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_107,
};

/* Prison-practice 10.3. Days from the release are in acts/reintegration.c. */
const struct choice MILESTONE_CHOICES[] = { { "m12", N_("Twelve months before: release date calculated twice") },
	{ "m9", N_("Nine months before: assessment, family contact looked at") }, { "m6", N_("Six months before: agencies meet, conditions drafted") },
	{ "m3", N_("Three months before: housing, papers and work confirmed") }, { "m1", N_("One month before: conditions decided and explained") },
	{ "d7", N_("One week before: papers, money, medicine, transport") }, { "d0", N_("Release: copy of the file, talk, receipt of the hand-over") },
	{ NULL, NULL } };
const struct choice MILESTONE_STATE_CHOICES[] = { { "open", N_("Open") }, { "done", N_("Done") }, { "not_needed", N_("Not needed") }, { NULL, NULL } };

static const struct field RELEASE_MILESTONE[] = {
	[RELEASE_MILESTONE_RELEASE_PLAN] = CASEWORK_REFERENCE("release_plan", N_("Release plan"), "release_plan", WHOLE | FIELD_FIXED),
	[RELEASE_MILESTONE_PERSON] = CASEWORK_PERSON_FIELD,
	[RELEASE_MILESTONE_KIND] = { "kind", N_("Step"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_FIXED | FIELD_LISTED, .choices = MILESTONE_CHOICES },
	[RELEASE_MILESTONE_DUE_ON] = { "due_on", N_("By when"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED | FIELD_INDEXED },
	[RELEASE_MILESTONE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED, .choices = MILESTONE_STATE_CHOICES },
	[RELEASE_MILESTONE_DONE_ON] = { "done_on", N_("Done on"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED },
	[RELEASE_MILESTONE_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, DERIVED },
};

const struct record RECORD_RELEASE_MILESTONE = {
	.name = "release_milestone", .label = N_("Step of the release plan"), .label_plural = N_("Steps of release plans"), .help = N_("What is due when on the way out"),
	.fields = RELEASE_MILESTONE, .field_count = RELEASE_MILESTONE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = RELEASE_MILESTONE_PERSON, .parent_field = RELEASE_MILESTONE_RELEASE_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_108,
};

/* Prison-practice 10.2. */
const struct choice RESETTLEMENT_CHOICES[] = { { "housing", N_("Housing") }, { "work", N_("Work or livelihood") }, { "papers", N_("Identity and civil papers") },
	{ "money", N_("Bank account and benefits") }, { "debts", N_("Debts") }, { "health", N_("Treatment goes on") }, { "education", N_("Education") },
	{ "family", N_("Return to the family") }, { "children", N_("Children and guardianship") }, { "community", N_("Reception by the community") },
	{ "protection", N_("Protection from revenge or pull back") }, { "travel", N_("Travel and right to stay") }, { "digital", N_("Telephone and internet") },
	{ NULL, NULL } };
const struct choice RESETTLEMENT_STATE_CHOICES[] = { { "open", N_("Open") }, { "arranged", N_("Arranged") }, { "not_needed", N_("Not needed") },
	{ "declined", N_("The person does not want it") }, { NULL, NULL } };

static const struct field RESETTLEMENT_NEED[] = {
	[RESETTLEMENT_NEED_RELEASE_PLAN] = CASEWORK_REFERENCE("release_plan", N_("Release plan"), "release_plan", WHOLE | FIELD_FIXED),
	[RESETTLEMENT_NEED_PERSON] = CASEWORK_PERSON_FIELD,
	[RESETTLEMENT_NEED_KIND] = { "kind", N_("Need"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_FIXED | FIELD_LISTED, .choices = RESETTLEMENT_CHOICES },
	[RESETTLEMENT_NEED_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED, .choices = RESETTLEMENT_STATE_CHOICES },
	[RESETTLEMENT_NEED_RESOURCE] = { "resource", N_("What or who helps"), NULL, FIELD_LINE, OPEN, DERIVED | FIELD_LISTED },
	[RESETTLEMENT_NEED_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, DERIVED },
};

const struct record RECORD_RESETTLEMENT_NEED = {
	.name = "resettlement_need", .label = N_("Need after release"), .label_plural = N_("Needs after release"), .help = N_("What the person needs outside, and what or who helps"),
	.fields = RESETTLEMENT_NEED, .field_count = RESETTLEMENT_NEED_FIELDS,
	.facility_field = FIELD_NONE, .person_field = RESETTLEMENT_NEED_PERSON, .parent_field = RESETTLEMENT_NEED_RELEASE_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_108,
};

const struct choice PARTNER_KIND_CHOICES[] = { { "family", N_("Family") }, { "civil", N_("Civil society organisation") }, { "mentor", N_("Mentor") },
	{ "community", N_("Local leader or community") }, { "employer", N_("Employer or school") }, { "service", N_("Public service") }, { NULL, NULL } };

static const struct field PARTNER[] = {
	[PARTNER_PERSON] = CASEWORK_PERSON_FIELD,
	[PARTNER_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = PARTNER_KIND_CHOICES },
	[PARTNER_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PARTNER_ROLE] = { "part", N_("What they do for the person"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PARTNER_REACH] = { "reach", N_("How to reach them"), NULL, FIELD_LINE, OPEN, 0 },
	[PARTNER_CONSENT] = CASEWORK_REFERENCE("consent", N_("Consent of the person"), "consent", 0),
	[PARTNER_ENDED_ON] = { "ended_on", N_("Ended on"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
};

static struct text partner_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, PARTNER_NAME);
}

const struct record RECORD_PARTNER = {
	.name = "partner", .label = N_("Partner outside"), .label_plural = N_("Partners outside"),
	.help = N_("Family, organisations and others who help before and after release, as far as the person wants it"),
	.fields = PARTNER, .field_count = PARTNER_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PARTNER_PERSON, .parent_field = PARTNER_PERSON,
	.compartment = COMPARTMENT_THIRD_PARTY, .readers = CASEWORK_READERS, .keepers = CASEWORK_KEEPERS, .title = partner_title,
};

/* Categories of a live library (prison-practice 10.4, F:S89). */
const struct choice CONDITION_CATEGORY_CHOICES[] = { { "contact", N_("Contact with a person") }, { "movement", N_("Freedom of movement") },
	{ "conduct", N_("Conduct") }, { "possession", N_("Possession of things") }, { "programme", N_("Taking part in help offered") },
	{ "supervision", N_("Supervision") }, { "disclosure", N_("Telling of changes") }, { "residence", N_("Residence") }, { "curfew", N_("Hours at home") },
	{ "monitoring", N_("Electronic monitoring") }, { "substances", N_("Drugs and alcohol") }, { NULL, NULL } };
static const struct choice CONDITION_STATE_CHOICES[] = { { "draft", N_("Draft") }, { "decided", N_("Decided") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field LICENCE_CONDITION[] = {
	[LICENCE_CONDITION_RELEASE_PLAN] = CASEWORK_REFERENCE("release_plan", N_("Release plan"), "release_plan", WHOLE | FIELD_FIXED),
	[LICENCE_CONDITION_PERSON] = CASEWORK_PERSON_FIELD,
	[LICENCE_CONDITION_CATEGORY] = { "category", N_("Category"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = CONDITION_CATEGORY_CHOICES },
	[LICENCE_CONDITION_WORDS] = { "words", N_("The condition, in plain words"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[LICENCE_CONDITION_NECESSITY] = { "necessity", N_("Why it is needed"), NULL, FIELD_PROSE, OPEN, WHOLE },
	[LICENCE_CONDITION_FACTOR] = { "factor", N_("Factor of the assessment"), NULL, FIELD_LINE, OPEN, WHOLE },
	[LICENCE_CONDITION_CHECK] = { "lighter", N_("Why nothing lighter is enough"), NULL, FIELD_LINE, OPEN, WHOLE },
	[LICENCE_CONDITION_STARTS_ON] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, WHOLE },
	[LICENCE_CONDITION_EXPIRES_ON] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED },
	[LICENCE_CONDITION_APPEAL] = { "appeal", N_("How to contest it"), NULL, FIELD_LINE, OPEN, WHOLE },
	[LICENCE_CONDITION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED, .choices = CONDITION_STATE_CHOICES },
	[LICENCE_CONDITION_DECIDED_BY] = { "decided_by", N_("Decided by"), NULL, FIELD_LINE, OPEN, DERIVED },
	[LICENCE_CONDITION_EXPLAINED_ON] = { "explained_on", N_("Explained to the person on"), NULL, FIELD_DATE, OPEN, DERIVED },
	[LICENCE_CONDITION_LANGUAGE] = { "language", N_("Language"), NULL, FIELD_CODE, OPEN, DERIVED, .limits = { 2, 3, 0 } },
	[LICENCE_CONDITION_END_REASON] = { "end_reason", N_("Why it ended"), NULL, FIELD_LINE, OPEN, DERIVED },
};

const struct record RECORD_LICENCE_CONDITION = {
	.name = "licence_condition", .label = N_("Condition of release"), .label_plural = N_("Conditions of release"),
	.help = N_("Needed, explained, contestable, and over by itself on a day"),
	.fields = LICENCE_CONDITION, .field_count = LICENCE_CONDITION_FIELDS,
	.facility_field = FIELD_NONE, .person_field = LICENCE_CONDITION_PERSON, .parent_field = LICENCE_CONDITION_RELEASE_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS,
};

const struct choice PACKET_CONTENT_CHOICES[] = { { "identity", N_("Name and dates") }, { "plan", N_("Plan and objectives") }, { "needs", N_("Needs after release") },
	{ "programmes", N_("Programmes done") }, { "conditions", N_("Conditions of release") }, { "partners", N_("Partners outside") },
	{ "contact_plan", N_("Contact plan") }, { NULL, NULL } };
static const struct choice PACKET_STATE_CHOICES[] = { { "prepared", N_("Prepared") }, { "handed_over", N_("Handed over") }, { NULL, NULL } };

static const struct field HANDOVER_PACKET[] = {
	[HANDOVER_PACKET_RELEASE_PLAN] = CASEWORK_REFERENCE("release_plan", N_("Release plan"), "release_plan", WHOLE | FIELD_FIXED),
	[HANDOVER_PACKET_PERSON] = CASEWORK_PERSON_FIELD,
	[HANDOVER_PACKET_RECIPIENT] = { "recipient", N_("Recipient"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[HANDOVER_PACKET_RECIPIENT_KIND] = { "recipient_kind", N_("Agency"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = CASEWORK_AGENCY_CHOICES },
	[HANDOVER_PACKET_CONSENT] = CASEWORK_REFERENCE("consent", N_("Consent of the person"), "consent", 0),
	[HANDOVER_PACKET_LEGAL_GROUND] = { "legal_ground", N_("Law that demands it without consent"), NULL, FIELD_LINE, OPEN, 0 },
	[HANDOVER_PACKET_CONTENTS] = { "contents", N_("What is in it"), NULL, FIELD_CODES, OPEN, WHOLE, .choices = PACKET_CONTENT_CHOICES },
	[HANDOVER_PACKET_REDACTIONS] = { "redactions", N_("What is left out, and on what ground"), NULL, FIELD_PROSE, OPEN, WHOLE },
	[HANDOVER_PACKET_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED, .choices = PACKET_STATE_CHOICES },
	[HANDOVER_PACKET_PREPARED_ON] = { "prepared_on", N_("Prepared on"), NULL, FIELD_DATE, OPEN, WHOLE | DERIVED | FIELD_LISTED },
	[HANDOVER_PACKET_HANDED_ON] = { "handed_on", N_("Handed over on"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED },
	[HANDOVER_PACKET_RECEIVED_BY] = { "received_by", N_("Received by"), NULL, FIELD_LINE, OPEN, DERIVED },
};

const struct record RECORD_HANDOVER_PACKET = {
	.name = "handover_packet", .label = N_("Hand-over"), .label_plural = N_("Hand-overs"),
	.help = N_("Papers for one recipient, with the person's consent to this recipient, and what is left out"),
	.fields = HANDOVER_PACKET, .field_count = HANDOVER_PACKET_FIELDS,
	.facility_field = FIELD_NONE, .person_field = HANDOVER_PACKET_PERSON, .parent_field = HANDOVER_PACKET_RELEASE_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_90,
};

/* Prison-practice 10.3 and 10.6: reconviction and re-engagement are different things, and not knowing is an answer. */
const struct choice FOLLOWUP_POINT_CHOICES[] = { { "d1", N_("The day after") }, { "d7", N_("A week after") }, { "d30", N_("A month after") },
	{ "m3", N_("Three months after") }, { "m6", N_("Six months after") }, { "m12", N_("Twelve months after") }, { "m24", N_("Twenty-four months after") },
	{ NULL, NULL } };
const struct choice FOLLOWUP_KNOWN_CHOICES[] = { { "yes", N_("Yes") }, { "no", N_("No") }, { "unknown", N_("Not known") }, { NULL, NULL } };
const struct choice RECONVICTION_CHOICES[] = { { "none", N_("No conviction found") }, { "other", N_("Convicted of another offence") },
	{ "terrorism", N_("Convicted of a terrorist offence") }, { "unknown", N_("Not known") }, { NULL, NULL } };
const struct choice REENGAGEMENT_CHOICES[] = { { "none", N_("No sign found") }, { "yes", N_("Evidence of taking part again") }, { "unknown", N_("Not known") },
	{ NULL, NULL } };

static const struct field FOLLOWUP[] = {
	[FOLLOWUP_PERSON] = CASEWORK_PERSON_FIELD,
	[FOLLOWUP_RELEASE_PLAN] = CASEWORK_REFERENCE("release_plan", N_("Release plan"), "release_plan", WHOLE | FIELD_FIXED),
	[FOLLOWUP_POINT] = { "point", N_("When after release"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = FOLLOWUP_POINT_CHOICES },
	[FOLLOWUP_HELD_ON] = { "held_on", N_("Day"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED },
	[FOLLOWUP_REACHED] = { "reached", N_("The person was reached"), NULL, FIELD_YES_NO, OPEN, WHOLE | FIELD_LISTED },
	[FOLLOWUP_HOUSED] = { "housed", N_("Has a place to live"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = FOLLOWUP_KNOWN_CHOICES },
	[FOLLOWUP_OCCUPIED] = { "occupied", N_("Has work or a course"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = FOLLOWUP_KNOWN_CHOICES },
	[FOLLOWUP_RECONVICTION] = { "reconviction", N_("Convicted again"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = RECONVICTION_CHOICES },
	[FOLLOWUP_REENGAGEMENT] = { "reengagement", N_("Takes part in violence again"), N_("Without a conviction, only on evidence that can be named"), FIELD_CHOICE, OPEN,
		WHOLE | FIELD_LISTED, .choices = REENGAGEMENT_CHOICES },
	[FOLLOWUP_SOURCE] = { "source", N_("How it is known"), NULL, FIELD_LINE, OPEN, WHOLE },
	[FOLLOWUP_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, CLOSED, 0 },
};

const struct record RECORD_FOLLOWUP = {
	.name = "followup", .label = N_("Follow-up"), .label_plural = N_("Follow-up after release"),
	.help = N_("How it goes after release; what is not known stays visible as not known"),
	.fields = FOLLOWUP, .field_count = FOLLOWUP_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FOLLOWUP_PERSON, .parent_field = FOLLOWUP_RELEASE_PLAN,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_90,
};

const struct record *const CASEWORK_RECORDS[] = { &RECORD_CASE_ASSIGNMENT, &RECORD_CASE_CONTACT, &RECORD_SUPERVISION_NOTE, &RECORD_PLAN,
	&RECORD_PLAN_OBJECTIVE, &RECORD_PLAN_ACTION, &RECORD_PLAN_CONFERENCE, &RECORD_CONFERENCE_ATTENDEE, &RECORD_PLAN_REVIEW, &RECORD_PROGRAMME,
	&RECORD_FACILITATOR_APPROVAL, &RECORD_PROGRAMME_GROUP, &RECORD_ENROLMENT, &RECORD_CONSENT, &RECORD_PROGRAMME_SESSION, &RECORD_ATTENDANCE,
	&RECORD_ENGAGEMENT_NOTE, &RECORD_DUTY_REPORT, &RECORD_OUTCOME_RATING, &RECORD_RELEASE_PLAN, &RECORD_RELEASE_MILESTONE,
	&RECORD_RESETTLEMENT_NEED, &RECORD_PARTNER, &RECORD_LICENCE_CONDITION, &RECORD_HANDOVER_PACKET, &RECORD_FOLLOWUP, &RECORD_NEEDS_ASSESSMENT, &RECORD_ACCOMMODATION, &RECORD_ADMISSION_REPORT,
	&RECORD_LEGAL_BASIS_CHECK, &RECORD_HOME_DISTANCE, &RECORD_TRANSFER_HOME, &RECORD_AFTERCARE_REFERRAL, NULL };
