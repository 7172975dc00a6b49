/* records_programme.c - catalogue of programmes, who may run them, groups, sessions, who takes part and on what consent, outcomes. */
#include "areas/casework/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define DERIVED (FIELD_DERIVED)
#define WHOLE FIELD_REQUIRED

static const struct citation NMR_4 = { "NMR-4.2", N_("Nelson Mandela Rules, Rule 4"), SOURCE_TEXT_READ };
static const struct citation NMR_9 = { "NMR-9.1", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };
static const struct citation BKK_42 = { "BKK-42", N_("Bangkok Rules, Rule 42"), SOURCE_SECONDARY };

static const struct choice FOR_WHOM_CHOICES[] = { { "M", N_("Men") }, { "F", N_("Women") }, { "both", N_("Women and men, in groups of their own") }, { NULL, NULL } };

/* ---- catalogue (types of prison-practice 8.1) ---- */
static const struct choice PROGRAMME_TYPE_CHOICES[] = { { "psychological", N_("Psychological counselling") },
	{ "cognitive", N_("Thinking and identity") }, { "dialogue", N_("Dialogue on faith") }, { "social", N_("Social and practical help") },
	{ "education", N_("Education and literacy") }, { "vocational", N_("Vocational training and work") }, { "family", N_("Family") },
	{ "mentoring", N_("Mentoring") }, { "creative", N_("Art and sport") }, { "civic", N_("Civic, legal and media literacy") }, { NULL, NULL } };

static const struct field PROGRAMME[] = {
	[PROGRAMME_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_UNIQUE | FIELD_LISTED | FIELD_SEARCHED },
	[PROGRAMME_TYPE] = { "kind", N_("Type"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = PROGRAMME_TYPE_CHOICES, .basis = &NMR_4 },
	[PROGRAMME_AIMS] = { "aims", N_("Aims"), NULL, FIELD_PROSE, OPEN, WHOLE },
	[PROGRAMME_HOW_IT_WORKS] = { "how_it_works", N_("How it is thought to work"), NULL, FIELD_PROSE, OPEN, 0 },
	[PROGRAMME_AREAS] = { "areas", N_("Needs it works on"), NULL, FIELD_CODES, OPEN, WHOLE | FIELD_LISTED, .choices = NEED_AREA_CHOICES },
	[PROGRAMME_ELIGIBILITY] = { "eligibility", N_("Who can take part"), NULL, FIELD_PROSE, OPEN, 0 },
	[PROGRAMME_EXCLUSION] = { "exclusion", N_("For whom it is not meant"), NULL, FIELD_PROSE, OPEN, 0 },
	[PROGRAMME_SESSIONS] = { "sessions", N_("Number of sessions"), NULL, FIELD_INTEGER, OPEN, WHOLE | FIELD_LISTED, .limits = { 1, 500, 0 } },
	[PROGRAMME_MINUTES] = { "minutes", N_("Minutes of a session"), NULL, FIELD_INTEGER, OPEN, WHOLE, .limits = { 5, 600, 0 } },
	[PROGRAMME_GROUP_SIZE] = { "group_size", N_("People in a group, at most"), NULL, FIELD_INTEGER, OPEN, WHOLE, .limits = { 1, 60, 0 } },
	[PROGRAMME_MANUAL] = { "manual_version", N_("Version of the manual"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PROGRAMME_ACCREDITATION] = { "accreditation", N_("Accreditation"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[PROGRAMME_LANGUAGES] = { "languages", N_("Languages"), N_("Codes of two letters"), FIELD_CODES, OPEN, 0 },
	[PROGRAMME_PROVIDER] = { "provider", N_("Who provides it"), NULL, FIELD_LINE, OPEN, 0 },
	[PROGRAMME_FOR_WHOM] = { "for_whom", N_("For women, men or both"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = FOR_WHOM_CHOICES },
	[PROGRAMME_WOMENS_TRACK] = { "womens_track", N_("Made for women, with women in its design"), NULL, FIELD_YES_NO, OPEN, WHOLE, .basis = &BKK_42 },
	[PROGRAMME_UNTRIED] = { "untried", N_("Open to untried people"), N_("Nothing in it may touch the charge"), FIELD_YES_NO, OPEN, WHOLE },
	[PROGRAMME_EVALUATION] = { "evaluation", N_("How its effect is looked at"), NULL, FIELD_PROSE, OPEN, 0 },
	[PROGRAMME_IN_USE] = { "in_use", N_("In use"), NULL, FIELD_YES_NO, OPEN, WHOLE | FIELD_LISTED },
};

const struct record RECORD_PROGRAMME = {
	.name = "intervention", .label = N_("Programme"), .label_plural = N_("Programmes"), .help = N_("What is on offer: aims, dosage, manual, for whom"),
	.fields = PROGRAMME, .field_count = PROGRAMME_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF | ROLE(PROGRAMME) | ROLE(TRAINING),
	.keepers = ROLE(HEADQUARTERS) | ROLE(PROGRAMME), .basis = &NMR_4,
};

/* ---- who may run them (section 9) ---- */
static const struct choice FACILITATOR_KIND_CHOICES[] = { { "psychologist", N_("Psychologist") }, { "religious", N_("Religious adviser") },
	{ "mentor", N_("Mentor") }, { "family", N_("Family worker") }, { "teacher", N_("Teacher or trainer") }, { "social", N_("Social worker") }, { NULL, NULL } };
static const struct choice APPROVAL_STATE_CHOICES[] = { { "applied", N_("Applied") }, { "checks", N_("Being checked") }, { "cleared", N_("Cleared") },
	{ "inducted", N_("Introduced to the prison") }, { "active", N_("Approved and active") }, { "suspended", N_("Suspended") }, { "revoked", N_("Revoked") },
	{ NULL, NULL } };

static const struct field FACILITATOR_APPROVAL[] = {
	[FACILITATOR_APPROVAL_WORKER] = CASEWORK_REFERENCE("worker", N_("User"), "user_account", WHOLE | FIELD_FIXED | FIELD_LISTED),
	[FACILITATOR_APPROVAL_KIND] = { "kind", N_("Part"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = FACILITATOR_KIND_CHOICES },
	[FACILITATOR_APPROVAL_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED | FIELD_INDEXED, .choices = APPROVAL_STATE_CHOICES },
	[FACILITATOR_APPROVAL_VETTED_ON] = { "vetted_on", N_("Vetted on"), NULL, FIELD_DATE, OPEN, 0 },
	[FACILITATOR_APPROVAL_VETTING_EXPIRES] = { "vetting_expires_on", N_("Vetting holds until"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
	[FACILITATOR_APPROVAL_CERTIFICATE] = { "certificate", N_("Certificate of training"), N_("Of this member of staff; when it ends or is suspended, so does the right to run programmes"),
		FIELD_REFERENCE, OPEN, FIELD_LISTED, .reference = "certificate" },
	[FACILITATOR_APPROVAL_SUPERVISED_BY] = { "supervised_by", N_("Supervisor"), NULL, FIELD_LINE, OPEN, 0 },
	[FACILITATOR_APPROVAL_SUPERVISED_ON] = { "supervised_on", N_("Last supervision"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
	[FACILITATOR_APPROVAL_CONDUCT_SIGNED] = { "conduct_signed", N_("Code of conduct signed"), NULL, FIELD_YES_NO, OPEN, WHOLE },
	[FACILITATOR_APPROVAL_CONFLICTS] = { "conflicts", N_("Interests and close ties declared"), NULL, FIELD_PROSE, CLOSED, 0 },
	[FACILITATOR_APPROVAL_STATE_REASON] = { "state_reason", N_("Why, when suspended or revoked"), NULL, FIELD_LINE, OPEN, 0 },
};

static bool approval_check(const struct act_context *context, const struct row *row, struct error_list *errors)
{
	(void)context;
	if ((row_is(row, FACILITATOR_APPROVAL_STATE, "suspended") || row_is(row, FACILITATOR_APPROVAL_STATE, "revoked")) &&
		!row_has(row, FACILITATOR_APPROVAL_STATE_REASON))
		error_say(errors, E_REQUIRED, "/state_reason", N_("Say why; the member of staff can appeal"));
	return errors->count == 0;
}

const struct record RECORD_FACILITATOR_APPROVAL = {
	.name = "facilitator_approval", .label = N_("Approval to run programmes"), .label_plural = N_("Approvals to run programmes"),
	.help = N_("Vetting, training and supervision of those who run programmes; belief is not asked"),
	.fields = FACILITATOR_APPROVAL, .field_count = FACILITATOR_APPROVAL_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG,
	.readers = CASEWORK_READERS | ROLE(TRAINING) | ROLE(PROGRAMME), .keepers = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .check = approval_check,
};

/* ---- groups and sessions ---- */
static const struct choice GROUP_STATE_CHOICES[] = { { "running", N_("Running") }, { "ended", N_("Ended") }, { NULL, NULL } };
static const struct choice SESSION_STATE_CHOICES[] = { { "planned", N_("Planned") }, { "held", N_("Took place") }, { "cancelled", N_("Cancelled") }, { NULL, NULL } };

static const struct field PROGRAMME_GROUP[] = {
	[PROGRAMME_GROUP_FACILITY] = CASEWORK_REFERENCE("facility", N_("Facility"), "facility", WHOLE | FIELD_FIXED),
	[PROGRAMME_GROUP_PROGRAMME] = CASEWORK_REFERENCE("programme", N_("Programme"), "intervention", WHOLE | FIELD_FIXED | FIELD_LISTED),
	[PROGRAMME_GROUP_NAME] = { "name", N_("Name of the group"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PROGRAMME_GROUP_FACILITATOR] = CASEWORK_REFERENCE("facilitator", N_("User"), "user_account", WHOLE | DERIVED),
	[PROGRAMME_GROUP_FACILITATOR_NAME] = { "facilitator_name", N_("Facilitator"), NULL, FIELD_LINE, OPEN, DERIVED | FIELD_LISTED },
	[PROGRAMME_GROUP_STARTS_ON] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED },
	[PROGRAMME_GROUP_WHERE] = { "meets_at", N_("Where it meets"), NULL, FIELD_LINE, OPEN, 0 },
	[PROGRAMME_GROUP_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = GROUP_STATE_CHOICES },
	[PROGRAMME_GROUP_ENDED_ON] = { "ended_on", N_("Ended on"), NULL, FIELD_DATE, OPEN, DERIVED },
};

static struct text group_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, PROGRAMME_GROUP_NAME);
}

const struct record RECORD_PROGRAMME_GROUP = {
	.name = "programme_group", .label = N_("Group"), .label_plural = N_("Groups"), .help = N_("People who do a programme together, and who runs it"),
	.fields = PROGRAMME_GROUP, .field_count = PROGRAMME_GROUP_FIELDS,
	.facility_field = PROGRAMME_GROUP_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF | ROLE(PROGRAMME), .title = group_title,
};

static const struct field PROGRAMME_SESSION[] = {
	[PROGRAMME_SESSION_GROUP] = CASEWORK_REFERENCE("training_group", N_("Group"), "programme_group", WHOLE | FIELD_FIXED | FIELD_LISTED),
	[PROGRAMME_SESSION_FACILITY] = CASEWORK_REFERENCE("facility", N_("Facility"), "facility", WHOLE | FIELD_FIXED),
	[PROGRAMME_SESSION_PLANNED_AT] = { "planned_at", N_("When"), NULL, FIELD_MOMENT, OPEN, WHOLE | FIELD_LISTED | FIELD_INDEXED },
	[PROGRAMME_SESSION_TOPIC] = { "topic", N_("Topic or module"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[PROGRAMME_SESSION_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, FIELD_LISTED, .limits = { 5, 600, 0 } },
	[PROGRAMME_SESSION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = SESSION_STATE_CHOICES },
	[PROGRAMME_SESSION_CANCEL_REASON] = { "cancel_reason", N_("Why it was cancelled"), NULL, FIELD_LINE, OPEN, DERIVED },
};

static struct text session_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, PROGRAMME_SESSION_TOPIC);
}

const struct record RECORD_PROGRAMME_SESSION = {
	.name = "programme_session", .label = N_("Session"), .label_plural = N_("Sessions"), .help = N_("One meeting of a group, planned, held or cancelled"),
	.fields = PROGRAMME_SESSION, .field_count = PROGRAMME_SESSION_FIELDS,
	.facility_field = PROGRAMME_SESSION_FACILITY, .person_field = FIELD_NONE, .parent_field = PROGRAMME_SESSION_GROUP,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF | ROLE(PROGRAMME), .title = session_title,
};

/* ---- taking part (states of section 8.3, reasons as families) ---- */
const struct choice ENROLMENT_STATE_CHOICES[] = { { "referred", N_("Referred") }, { "suitable", N_("Suitable, waiting for a place") },
	{ "not_ready", N_("Suitable, not ready yet") }, { "not_suitable", N_("Not suitable") }, { "on_programme", N_("Takes part") },
	{ "on_hold", N_("On hold") }, { "complete", N_("Completed") }, { "deselected", N_("Ended by staff") }, { "withdrawn", N_("Ended by the person") },
	{ NULL, NULL } };
const struct choice ENROLMENT_END_CHOICES[] = { { "completed", N_("All sessions done") }, { "own_choice", N_("The person's own choice") },
	{ "behaviour", N_("Conduct in sessions") }, { "missed", N_("Sessions missed") }, { "group", N_("Difficulties in the group") },
	{ "health", N_("Health") }, { "transfer", N_("Transfer") }, { "court", N_("Court") }, { "released", N_("Released or sentence over") },
	{ "course_gone", N_("The programme is not offered any more") }, { "legal_advice", N_("Advice of a lawyer") }, { "safety", N_("Safety") },
	{ "died", N_("Died") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field ENROLMENT[] = {
	[ENROLMENT_PERSON] = CASEWORK_PERSON_FIELD,
	[ENROLMENT_PROGRAMME] = CASEWORK_REFERENCE("programme", N_("Programme"), "intervention", WHOLE | FIELD_FIXED | FIELD_LISTED),
	[ENROLMENT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = ENROLMENT_STATE_CHOICES },
	[ENROLMENT_GROUP] = CASEWORK_REFERENCE("training_group", N_("Group"), "programme_group", DERIVED | FIELD_LISTED),
	[ENROLMENT_REFERRED_ON] = { "referred_on", N_("Referred on"), NULL, FIELD_DATE, OPEN, WHOLE | DERIVED | FIELD_LISTED },
	[ENROLMENT_WHY] = { "why", N_("Why this programme"), NULL, FIELD_LINE, OPEN, WHOLE },
	[ENROLMENT_GOALS] = { "goals", N_("What the person wants from it"), N_("In the person's own words"), FIELD_PROSE, OPEN, WHOLE },
	[ENROLMENT_STATE_REASON] = { "state_reason", N_("Reason"), NULL, FIELD_LINE, OPEN, DERIVED },
	[ENROLMENT_STARTED_ON] = { "started_on", N_("Began on"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED },
	[ENROLMENT_ENDED_ON] = { "ended_on", N_("Ended on"), NULL, FIELD_DATE, OPEN, DERIVED | FIELD_LISTED },
	[ENROLMENT_END_REASON] = { "end_reason", N_("Why it ended"), NULL, FIELD_CHOICE, OPEN, DERIVED, .choices = ENROLMENT_END_CHOICES },
};

const struct record RECORD_ENROLMENT = {
	.name = "enrolment", .label = N_("Place in a programme"), .label_plural = N_("Places in programmes"),
	.help = N_("A person's way into, through and out of a programme"),
	.fields = ENROLMENT, .field_count = ENROLMENT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = ENROLMENT_PERSON, .parent_field = ENROLMENT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .basis = &NMR_4,
};

const struct choice CONSENT_PURPOSE_CHOICES[] = { { "programme", N_("To take part in a programme") }, { "partner", N_("To work with a partner outside") },
	{ "handover", N_("To hand papers to a recipient") }, { NULL, NULL } };
const struct choice CONSENT_ANSWER_CHOICES[] = { { "given", N_("Given") }, { "refused", N_("Refused") }, { NULL, NULL } };
static const struct choice CONSENT_STATE_CHOICES[] = { { "given", N_("Given") }, { "refused", N_("Refused") }, { "withdrawn", N_("Withdrawn") }, { NULL, NULL } };

static const struct field CONSENT[] = {
	[CONSENT_PERSON] = CASEWORK_PERSON_FIELD,
	[CONSENT_PURPOSE] = { "purpose", N_("Asked for what"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_FIXED | FIELD_LISTED, .choices = CONSENT_PURPOSE_CHOICES },
	[CONSENT_ENROLMENT] = CASEWORK_REFERENCE("enrolment", N_("Place in a programme"), "enrolment", FIELD_FIXED),
	[CONSENT_RECIPIENT] = { "recipient", N_("Partner or recipient"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[CONSENT_STATE] = { "state", N_("Answer"), NULL, FIELD_CHOICE, OPEN, WHOLE | DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = CONSENT_STATE_CHOICES },
	[CONSENT_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, WHOLE, .limits = { 2, 3, 0 } },
	[CONSENT_EXPLAINED_BY] = { "explained_by", N_("Explained by"), NULL, FIELD_LINE, OPEN, WHOLE },
	[CONSENT_LIMITS_TOLD] = { "limits_told", N_("Told what has to be passed on, and that saying no costs nothing"), NULL, FIELD_YES_NO, OPEN, WHOLE },
	[CONSENT_ASKED_ON] = { "asked_on", N_("Asked on"), NULL, FIELD_DATE, OPEN, WHOLE | DERIVED | FIELD_LISTED },
	[CONSENT_WITHDRAWN_ON] = { "withdrawn_on", N_("Withdrawn on"), NULL, FIELD_DATE, OPEN, DERIVED },
};

const struct record RECORD_CONSENT = {
	.name = "consent", .label = N_("Consent"), .label_plural = N_("Consents"), .help = N_("What the person was asked, in which language, and the answer; it can be taken back at any time"),
	.fields = CONSENT, .field_count = CONSENT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CONSENT_PERSON, .parent_field = CONSENT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS,
};

/* Prison-practice 8.3 (F:S88). */
const struct choice ATTENDANCE_CODE_CHOICES[] = { { "attended", N_("There") }, { "sick", N_("Ill") }, { "excused", N_("Excused") },
	{ "clash", N_("Court, visit or work at the same time") }, { "not_brought", N_("Not brought by staff") }, { "did_not_come", N_("Did not come") },
	{ NULL, NULL } };

static const struct field ATTENDANCE[] = {
	[ATTENDANCE_SESSION] = CASEWORK_REFERENCE("training_session", N_("Session"), "programme_session", WHOLE | FIELD_FIXED | FIELD_LISTED),
	[ATTENDANCE_ENROLMENT] = CASEWORK_REFERENCE("enrolment", N_("Place in a programme"), "enrolment", WHOLE | FIELD_FIXED),
	[ATTENDANCE_PERSON] = CASEWORK_PERSON_FIELD,
	[ATTENDANCE_CODE] = { "code", N_("Attendance"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = ATTENDANCE_CODE_CHOICES },
};

const struct record RECORD_ATTENDANCE = {
	.name = "attendance", .label = N_("Attendance"), .label_plural = N_("Attendance"), .help = N_("Who was at which session"),
	.fields = ATTENDANCE, .field_count = ATTENDANCE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = ATTENDANCE_PERSON, .parent_field = ATTENDANCE_SESSION,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF,
};

/* ---- the clinical tier (8.5) and the one bridge out of it ---- */
const struct choice ENGAGEMENT_CHOICES[] = { { "leads", N_("Brings own questions and examples") }, { "active", N_("Joins in") },
	{ "listens", N_("Listens, says little") }, { "distant", N_("Keeps a distance") }, { "left", N_("Left early") }, { NULL, NULL } };

static const struct field ENGAGEMENT_NOTE[] = {
	[ENGAGEMENT_NOTE_PERSON] = CASEWORK_PERSON_FIELD,
	[ENGAGEMENT_NOTE_ENROLMENT] = CASEWORK_REFERENCE("enrolment", N_("Place in a programme"), "enrolment", WHOLE | FIELD_FIXED),
	[ENGAGEMENT_NOTE_SESSION] = CASEWORK_REFERENCE("training_session", N_("Session"), "programme_session", FIELD_FIXED | FIELD_LISTED),
	[ENGAGEMENT_NOTE_ENGAGEMENT] = { "engagement", N_("How the person takes part"), NULL, FIELD_CHOICE, CLOSED, WHOLE | FIELD_LISTED, .choices = ENGAGEMENT_CHOICES },
	[ENGAGEMENT_NOTE_NOTE] = { "note", N_("Note"), N_("Stays with those who work with the person. What has to be passed on goes on a form of its own"), FIELD_PROSE,
		CLOSED, WHOLE },
	[ENGAGEMENT_NOTE_NEXT_STEP] = { "next_step", N_("Next step"), NULL, FIELD_LINE, CLOSED, 0 },
};

const struct record RECORD_ENGAGEMENT_NOTE = {
	.name = "engagement_note", .label = N_("Note of a session"), .label_plural = N_("Notes of sessions"),
	.help = N_("How the person takes part; read only by those who work with the person, their supervisor and inspectors"),
	.fields = ENGAGEMENT_NOTE, .field_count = ENGAGEMENT_NOTE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = ENGAGEMENT_NOTE_PERSON, .parent_field = ENGAGEMENT_NOTE_ENROLMENT,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_QUIET, .readers = CLINICAL_READERS, .keepers = CASEWORKERS, .basis = &NMR_9,
	.need = &CASEWORK_NEED,
};

const struct choice DUTY_KIND_CHOICES[] = { { "harm", N_("Somebody's life or body is in danger now") }, { "child", N_("A child is being harmed") },
	{ "escape", N_("An escape is being prepared") }, { "crime", N_("A serious crime is being prepared") }, { NULL, NULL } };

static const struct field DUTY_REPORT[] = {
	[DUTY_REPORT_PERSON] = CASEWORK_PERSON_FIELD,
	[DUTY_REPORT_KIND] = { "kind", N_("What has to be passed on"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = DUTY_KIND_CHOICES },
	[DUTY_REPORT_WORDS] = { "words", N_("What was said"), N_("Only what is needed to avert the danger; nothing else from the session"), FIELD_PROSE, CLOSED, WHOLE,
		.limits = { 20, 4000, 0 } },
	[DUTY_REPORT_HAPPENED_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, WHOLE | FIELD_LISTED },
	[DUTY_REPORT_PERSON_TOLD] = { "person_told", N_("The person was told that it is passed on"), NULL, FIELD_YES_NO, OPEN, WHOLE | FIELD_LISTED },
	[DUTY_REPORT_MEASURE] = { "measure", N_("What was done about it"), NULL, FIELD_PROSE, CLOSED, DERIVED },
	[DUTY_REPORT_RECEIVED_AT] = { "received_at", N_("Taken up"), NULL, FIELD_MOMENT, OPEN, DERIVED | FIELD_LISTED },
};

const struct record RECORD_DUTY_REPORT = {
	.name = "duty_report", .label = N_("Report by duty"), .label_plural = N_("Reports by duty"),
	.help = N_("The only thing that goes from a session to security: four kinds of danger, named to the person when consent was asked"),
	.fields = DUTY_REPORT, .field_count = DUTY_REPORT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = DUTY_REPORT_PERSON, .parent_field = DUTY_REPORT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR),
};

/* ---- outcome: words of raters who do not run the programme ---- */
const struct choice OUTCOME_POINT_CHOICES[] = { { "before", N_("Before") }, { "middle", N_("Half way") }, { "end", N_("At the end") },
	{ "six_months", N_("Six months later") }, { "release", N_("At release") }, { "after_release", N_("A year after release") }, { NULL, NULL } };
/* Domains by which change is looked at (prison-practice 8.6); what somebody believes is not among them. */
const struct choice OUTCOME_DOMAIN_CHOICES[] = { { "social", N_("Ties to other people") }, { "coping", N_("Coping with strain") },
	{ "identity", N_("Sense of self and belonging") }, { "action", N_("Readiness to use or support violence") }, { "practical", N_("Practical life") },
	{ NULL, NULL } };
const struct choice OUTCOME_LEVEL_CHOICES[] = { { "strength", N_("A strength") }, { "no_need", N_("No need seen") }, { "some", N_("Some need") },
	{ "marked", N_("Marked need") }, { "unknown", N_("Cannot be said") }, { NULL, NULL } };
const struct choice OUTCOME_CHANGE_CHOICES[] = { { "better", N_("Better") }, { "same", N_("The same") }, { "worse", N_("Worse") },
	{ "first", N_("First rating") }, { "unknown", N_("Cannot be said") }, { NULL, NULL } };

static const struct field OUTCOME_RATING[] = {
	[OUTCOME_RATING_PERSON] = CASEWORK_PERSON_FIELD,
	[OUTCOME_RATING_ENROLMENT] = CASEWORK_REFERENCE("enrolment", N_("Place in a programme"), "enrolment", FIELD_FIXED),
	[OUTCOME_RATING_OBJECTIVE] = CASEWORK_REFERENCE("objective", N_("Objective"), "plan_objective", FIELD_FIXED),
	[OUTCOME_RATING_POINT] = { "point", N_("When in the programme"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = OUTCOME_POINT_CHOICES },
	[OUTCOME_RATING_DOMAIN] = { "domain", N_("What is looked at"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = OUTCOME_DOMAIN_CHOICES },
	[OUTCOME_RATING_LEVEL] = { "seen_as", N_("How it is"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = OUTCOME_LEVEL_CHOICES },
	[OUTCOME_RATING_CHANGE] = { "change_seen", N_("Since the rating before"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = OUTCOME_CHANGE_CHOICES },
	[OUTCOME_RATING_BASIS] = { "rests_on", N_("What it rests on"), N_("What was seen or done, when, by whom. Never belief, dress, diet or origin"), FIELD_PROSE, CLOSED, WHOLE,
		.limits = { 20, 4000, 0 } },
	[OUTCOME_RATING_BLIND] = { "blind", N_("Rated without knowing who took part"), NULL, FIELD_YES_NO, OPEN, WHOLE | FIELD_LISTED },
};

const struct record RECORD_OUTCOME_RATING = {
	.name = "outcome_rating", .label = N_("Rating of change"), .label_plural = N_("Ratings of change"),
	.help = N_("A need as somebody sees it who does not run the programme, in words"),
	.fields = OUTCOME_RATING, .field_count = OUTCOME_RATING_FIELDS,
	.facility_field = FIELD_NONE, .person_field = OUTCOME_RATING_PERSON, .parent_field = OUTCOME_RATING_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CASEWORK_READERS, .keepers = CASEWORKERS,
};

/* ---- small readings ---- */
bool enrolment_is_open(const struct row *enrolment)
{
	return !row_has(enrolment, ENROLMENT_ENDED_ON) && !row_is(enrolment, ENROLMENT_STATE, "not_suitable");
}

bool consent_is_given(const struct row *consent)
{
	return row_is(consent, CONSENT_STATE, "given");
}

/* A day that is not known has passed. */
static bool holds_on(const struct row *row, int field, struct date day)
{
	struct date last = row_date(row, field);
	return last.year && date_compare(day, last) <= 0;
}

bool approval_holds(const struct row *approval, struct date day, int64_t days)
{
	struct date supervised = row_date(approval, FACILITATOR_APPROVAL_SUPERVISED_ON);
	return row_is(approval, FACILITATOR_APPROVAL_STATE, "active") && row_is_yes(approval, FACILITATOR_APPROVAL_CONDUCT_SIGNED) &&
		holds_on(approval, FACILITATOR_APPROVAL_VETTING_EXPIRES, day) &&
		supervised.year && date_to_days(day) - date_to_days(supervised) <= days;
}
