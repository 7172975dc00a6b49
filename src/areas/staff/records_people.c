/* records_people.c - who works where, what they are trained for, offices, posts and rosters. */
#include "areas/staff/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)
#define FACILITY_FIELD { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" }
#define MEMBER_FIELD { "staff_member", N_("Member of staff"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "staff_member" }

static const struct citation NMR_75 = { "NMR-75.2", N_("Nelson Mandela Rules, Rule 75"), SOURCE_TEXT_READ };
static const struct citation NMR_76 = { "NMR-76.1", N_("Nelson Mandela Rules, Rule 76"), SOURCE_TEXT_READ };
static const struct citation NMR_78 = { "NMR-78.1", N_("Nelson Mandela Rules, Rule 78"), SOURCE_TEXT_READ };
static const struct citation NMR_79 = { "NMR-79.3", N_("Nelson Mandela Rules, Rule 79"), SOURCE_TEXT_READ };
static const struct citation NMR_80 = { "NMR-80.1", N_("Nelson Mandela Rules, Rule 80"), SOURCE_TEXT_READ };
static const struct citation NMR_81 = { "NMR-81.1", N_("Nelson Mandela Rules, Rule 81"), SOURCE_TEXT_READ };
static const struct citation BKK_33 = { "BKK-33", N_("Bangkok Rules, Rule 33"), SOURCE_RECALLED };

static const struct choice MEMBER_SEX_CHOICES[] = { { "F", N_("Female") }, { "M", N_("Male") }, { NULL, NULL } };
const struct choice STAFF_PROFESSION_CHOICES[] = { { "custodial", N_("Custodial staff") }, { "doctor", N_("Doctor") }, { "nurse", N_("Nurse") }, { "dentist", N_("Dentist") },
	{ "psychiatrist", N_("Psychiatrist") }, { "psychologist", N_("Psychologist") }, { "social_worker", N_("Social worker") }, { "teacher", N_("Teacher") },
	{ "instructor", N_("Trade instructor") }, { "other", N_("Other profession") }, { NULL, NULL } };
static const struct choice CONTRACT_CHOICES[] = { { "permanent", N_("Permanent") }, { "fixed_term", N_("For a time") }, { "contractor", N_("By contract of services") }, { NULL, NULL } };
static const struct choice TENURE_CHOICES[] = { { "permanent", N_("Social worker or teacher with a permanent contract") }, { "other", N_("Social worker or teacher with another contract") },
	{ NULL, NULL } };
const struct choice STAFF_MODULE_CHOICES[] = { { "basic", N_("Basic course before duty") }, { "in_service", N_("In-service training") }, { "women", N_("Work with women: needs, health, first aid") },
	{ "children", N_("Child development and emergencies of children") }, { "juvenile", N_("Work with people under 18") }, { "violent_extremism", N_("Work with violent extremist prisoners") },
	{ "mental_health", N_("Mental health") }, { "search", N_("Searches") }, { "control_team", N_("Control team") }, { "restraint", N_("Techniques that avoid or soften restraint") },
	{ "force", N_("Physical training: aggressive prisoners") }, { "weapon", N_("Use of weapons") }, { NULL, NULL } };
/* The four subjects of Rule 76.1. */
const struct choice STAFF_CURRICULUM_CHOICES[] = { { "a_law", N_("(a) Law, policies and standards for work and contact with prisoners") },
	{ "b_rights", N_("(b) Rights and duties of staff, dignity, ban on torture") }, { "c_security", N_("(c) Security and safety, dynamic security, force and restraint, defusing tension") },
	{ "d_first_aid", N_("(d) First aid, psychosocial needs, social care, early signs of mental illness") }, { NULL, NULL } };
const struct choice STAFF_OFFICE_CHOICES[] = { { "director", N_("Director") }, { "deputy", N_("Deputy director") }, { "resident_head", N_("Resident official in charge") },
	{ "women_head", N_("Head of the women's unit") }, { NULL, NULL } };
const struct choice STAFF_POST_KIND_CHOICES[] = { { "wing", N_("Wing or unit") }, { "women", N_("Women's unit") }, { "juvenile", N_("Unit for people under 18") },
	{ "violent_extremism", N_("Unit for violent extremist prisoners") }, { "mental_health", N_("Mental health unit") }, { "search", N_("Search team") }, { "control_team", N_("Control team") },
	{ "gate", N_("Gate") }, { "perimeter", N_("Perimeter or tower") }, { "control_room", N_("Control room") }, { "services", N_("Health, school, workshop, office") }, { NULL, NULL } };
const struct choice STAFF_SHIFT_CHOICES[] = { { "early", N_("Early") }, { "late", N_("Late") }, { "night", N_("Night") }, { NULL, NULL } };
static const struct choice SHIFT_STATE_CHOICES[] = { { "planned", N_("On the roster") }, { "cancelled", N_("Taken off") }, { NULL, NULL } };

/* ---- people ---- */

static const struct field MEMBER[] = {
	[STAFF_MEMBER_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[STAFF_MEMBER_NUMBER] = { "number", N_("Staff number"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_UNIQUE | FIELD_LISTED | FIELD_SEARCHED },
	[STAFF_MEMBER_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[STAFF_MEMBER_ACCOUNT] = { "account", N_("Sign-in name"), N_("Where the person works with Custos"), FIELD_CODE, OPEN, FIELD_INDEXED },
	[STAFF_MEMBER_SEX] = { "sex", N_("Sex"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = MEMBER_SEX_CHOICES, .basis = &NMR_81 },
	[STAFF_MEMBER_LANGUAGES] = { "languages", N_("Languages spoken"), N_("Language codes of two letters, parted by spaces: kk ru"), FIELD_CODES, OPEN, FIELD_LISTED, .basis = &NMR_80 },
	[STAFF_MEMBER_PROFESSION] = { "profession", N_("Profession"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED, .choices = STAFF_PROFESSION_CHOICES,
		.basis = &NMR_78 },
	[STAFF_MEMBER_CONTRACT] = { "contract", N_("Contract"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CONTRACT_CHOICES, .basis = &NMR_78 },
	[STAFF_MEMBER_POST] = { "usual_post", N_("Usual post"), N_("What its holder must be trained for shows under training due"), FIELD_REFERENCE, OPEN, 0, .reference = "staff_post" },
	[STAFF_MEMBER_STARTED] = { "started_on", N_("Works here from"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[STAFF_MEMBER_LEFT] = { "left_on", N_("Left on"), NULL, FIELD_DATE, OPEN, 0 },
	[STAFF_MEMBER_TENURE] = { "tenure", N_("Contract of social workers and teachers"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = TENURE_CHOICES, .basis = &NMR_78 },
};

static void member_derive(struct arena *arena, struct row *member)
{
	bool asked = row_is(member, STAFF_MEMBER_PROFESSION, "social_worker") || row_is(member, STAFF_MEMBER_PROFESSION, "teacher");
	(void)arena;
	if (asked)
		row_set_string(member, STAFF_MEMBER_TENURE, row_is(member, STAFF_MEMBER_CONTRACT, "permanent") ? "permanent" : "other");
	else
		row_set(member, STAFF_MEMBER_TENURE, value_absent());
}

static struct text member_title(struct arena *arena, const struct row *member)
{
	(void)arena;
	return row_text(member, STAFF_MEMBER_NAME);
}

bool staff_member_is_active(const struct row *member, struct date day)
{
	return date_compare(row_date(member, STAFF_MEMBER_STARTED), day) <= 0 &&
		(!row_has(member, STAFF_MEMBER_LEFT) || date_compare(row_date(member, STAFF_MEMBER_LEFT), day) >= 0);
}

const struct record RECORD_STAFF_MEMBER = {
	.name = "staff_member", .label = N_("Member of staff"), .label_plural = N_("Staff"), .help = N_("Who works in a facility, in which profession and by which contract"),
	.fields = MEMBER, .field_count = STAFF_MEMBER_FIELDS, .facility_field = STAFF_MEMBER_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .readers = STAFF_GATE_READERS, .keepers = ROLE(TRAINING) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_78, .title = member_title,
	.derive = member_derive,
};

/* ---- training ---- */

static const struct field TRAINING[] = {
	[STAFF_TRAINING_MEMBER] = MEMBER_FIELD, [STAFF_TRAINING_FACILITY] = FACILITY_FIELD,
	[STAFF_TRAINING_MODULE] = { "module", N_("Course"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED | FIELD_INDEXED, .choices = STAFF_MODULE_CHOICES, .basis = &NMR_76 },
	[STAFF_TRAINING_CURRICULUM] = { "curriculum", N_("Subjects completed"), NULL, FIELD_CODES, OPEN, FIELD_FIXED, .choices = STAFF_CURRICULUM_CHOICES, .basis = &NMR_76 },
	[STAFF_TRAINING_THEORY] = { "theory_passed", N_("Theory test passed"), NULL, FIELD_YES_NO, OPEN, ONCE | FIELD_LISTED, .basis = &NMR_75 },
	[STAFF_TRAINING_PRACTICE] = { "practice_passed", N_("Practical test passed"), NULL, FIELD_YES_NO, OPEN, ONCE | FIELD_LISTED, .basis = &NMR_75 },
	[STAFF_TRAINING_FINISHED] = { "finished_on", N_("Finished on"), NULL, FIELD_DATE, OPEN, ONCE | FIELD_LISTED },
	[STAFF_TRAINING_UNTIL] = { "valid_until", N_("Valid until"), NULL, FIELD_DATE, OPEN, FIELD_FIXED | FIELD_LISTED },
};

bool staff_training_is_passed(const struct row *training)
{
	return row_is_yes(training, STAFF_TRAINING_THEORY) && row_is_yes(training, STAFF_TRAINING_PRACTICE);
}

bool staff_training_is_current(const struct row *training, struct date day)
{
	return staff_training_is_passed(training) && date_compare(row_date(training, STAFF_TRAINING_FINISHED), day) <= 0 &&
		(!row_has(training, STAFF_TRAINING_UNTIL) || date_compare(row_date(training, STAFF_TRAINING_UNTIL), day) >= 0);
}

bool staff_is_trained(const struct rows *trainings, struct text member, const char *module, struct date day)
{
	for (size_t i = 0; i < trainings->count; i++)
		if (text_equal(row_text(trainings->items[i], STAFF_TRAINING_MEMBER), member) && row_is(trainings->items[i], STAFF_TRAINING_MODULE, module) &&
			staff_training_is_current(trainings->items[i], day))
			return true;
	return false;
}

const struct record RECORD_STAFF_TRAINING = {
	.name = "staff_training", .label = N_("Training of staff"), .label_plural = N_("Trainings of staff"), .help = N_("One course of one member of staff, with both tests"),
	.fields = TRAINING, .field_count = STAFF_TRAINING_FIELDS, .facility_field = STAFF_TRAINING_FACILITY, .person_field = FIELD_NONE, .parent_field = STAFF_TRAINING_MEMBER,
	.compartment = COMPARTMENT_CORE, .readers = STAFF_READERS, .basis = &NMR_75,
};

/* ---- offices ---- */

static const struct field APPOINTMENT[] = {
	[STAFF_APPOINTMENT_MEMBER] = MEMBER_FIELD, [STAFF_APPOINTMENT_FACILITY] = FACILITY_FIELD,
	[STAFF_APPOINTMENT_OFFICE] = { "office", N_("Office"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED | FIELD_INDEXED, .choices = STAFF_OFFICE_CHOICES, .basis = &NMR_81 },
	[STAFF_APPOINTMENT_SEVERAL] = { "several_prisons", N_("Also directs other prisons"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED, .basis = &NMR_79 },
	[STAFF_APPOINTMENT_FROM] = { "from_day", N_("From"), NULL, FIELD_DATE, OPEN, ONCE | FIELD_LISTED },
	[STAFF_APPOINTMENT_ENDED] = { "ended_on", N_("Ended on"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED | FIELD_LISTED },
};

const struct record RECORD_STAFF_APPOINTMENT = {
	.name = "staff_appointment", .label = N_("Appointment"), .label_plural = N_("Appointments"), .help = N_("Who directs a prison, lives in it in charge, or heads its women's unit"),
	.fields = APPOINTMENT, .field_count = STAFF_APPOINTMENT_FIELDS, .facility_field = STAFF_APPOINTMENT_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .readers = STAFF_READERS, .basis = &NMR_79,
};

/* ---- posts and rosters ---- */

static const struct field POST[] = {
	[STAFF_POST_FACILITY] = FACILITY_FIELD,
	[STAFF_POST_NAME] = { "name", N_("Post"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[STAFF_POST_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = STAFF_POST_KIND_CHOICES, .basis = &NMR_76 },
	[STAFF_POST_CUSTODIAL] = { "custodial", N_("Custodial post"), N_("No: a doctor, teacher or other professional works here"), FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_81 },
	[STAFF_POST_CONTACT] = { "contact", N_("In direct contact with prisoners"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[STAFF_POST_CHILDREN] = { "children", N_("Children live in here"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &BKK_33 },
	[STAFF_POST_CLOSED] = { "closed", N_("No longer used"), NULL, FIELD_YES_NO, OPEN, 0 },
};

const char *staff_post_module(struct text kind)
{
	static const char *const NEEDED[] = { "women", "juvenile", "violent_extremism", "mental_health", "search", "control_team" };
	for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
		if (text_equal_string(kind, NEEDED[i]))
			return NEEDED[i];
	return NULL;
}

static struct text post_title(struct arena *arena, const struct row *post)
{
	(void)arena;
	return row_text(post, STAFF_POST_NAME);
}

const struct record RECORD_STAFF_POST = {
	.name = "staff_post", .label = N_("Post"), .label_plural = N_("Posts"), .help = N_("A place to stand on the roster; its kind says what its holder must be trained for"),
	.fields = POST, .field_count = STAFF_POST_FIELDS, .facility_field = STAFF_POST_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = STAFF_GATE_READERS, .keepers = ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_76,
	.title = post_title,
};

static const struct field SHIFT[] = {
	[STAFF_SHIFT_FACILITY] = FACILITY_FIELD,
	[STAFF_SHIFT_POST] = { "post", N_("Post"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "staff_post" },
	[STAFF_SHIFT_MEMBER] = MEMBER_FIELD,
	[STAFF_SHIFT_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, ONCE | FIELD_LISTED | FIELD_INDEXED },
	[STAFF_SHIFT_SHIFT] = { "shift", N_("Shift"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = STAFF_SHIFT_CHOICES },
	[STAFF_SHIFT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED, .choices = SHIFT_STATE_CHOICES },
	[STAFF_SHIFT_WHY] = { "why", N_("Why taken off"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
};

const struct record RECORD_STAFF_SHIFT = {
	.name = "staff_shift", .label = N_("Line of the roster"), .label_plural = N_("Rosters"), .help = N_("Who stands on which post on a day"),
	.fields = SHIFT, .field_count = STAFF_SHIFT_FIELDS, .facility_field = STAFF_SHIFT_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .readers = STAFF_READERS, .basis = &NMR_75,
};

const struct record *const STAFF_RECORDS[] = { &RECORD_STAFF_POST, &RECORD_STAFF_MEMBER, &RECORD_STAFF_TRAINING, &RECORD_STAFF_APPOINTMENT, &RECORD_STAFF_SHIFT, &RECORD_KEY_SET,
	&RECORD_KEY_ISSUE, &RECORD_WEAPON_ISSUE, &RECORD_WOMEN_UNIT_ENTRY, &RECORD_DIRECTOR_VISIT, &RECORD_HEALTH_SESSION, &RECORD_INTERPRETATION, NULL };
