/* records_labour.c - jobs and what they teach, work places with their risks and contracts, sessions of a unit, hygiene inspections. */
#include "areas/care/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define WHOLE (FIELD_REQUIRED | FIELD_FIXED)

static const struct citation NMR_35 = { "NMR-35.1", N_("Nelson Mandela Rules, Rule 35"), SOURCE_TEXT_READ };
static const struct citation NMR_40 = { "NMR-40.1", N_("Nelson Mandela Rules, Rule 40"), SOURCE_TEXT_READ };
static const struct citation NMR_98 = { "NMR-98.1", N_("Nelson Mandela Rules, Rule 98"), SOURCE_TEXT_READ };
static const struct citation NMR_100 = { "NMR-100.2", N_("Nelson Mandela Rules, Rule 100"), SOURCE_TEXT_READ };
static const struct citation NMR_101 = { "NMR-101.1", N_("Nelson Mandela Rules, Rule 101"), SOURCE_TEXT_READ };
static const struct citation NMR_105 = { "NMR-105", N_("Nelson Mandela Rules, Rule 105"), SOURCE_TEXT_READ };

/* ---- jobs ---- */
static const struct field JOB[] = {
	[JOB_CODE] = { "code", N_("Code"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_UNIQUE | FIELD_LISTED | FIELD_SEARCHED },
	[JOB_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[JOB_SKILL] = { "skill_code", N_("Code of the trade"), N_("By the classification of occupations of your country, or ISCO-08"), FIELD_CODE, OPEN, FIELD_LISTED, .basis = &NMR_98 },
	[JOB_NO_SKILL] = { "no_skill_why", N_("Why it teaches no trade"), NULL, FIELD_LINE, OPEN, 0 },
	[JOB_POWER] = { "power_over_prisoners", N_("Gives power over other prisoners: orders, keys, punishment"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_40 },
};

static struct text job_title(struct arena *arena, const struct row *job)
{
	(void)arena;
	return row_text(job, JOB_NAME);
}

const struct record RECORD_JOB = {
	.name = "job", .label = N_("Job"), .label_plural = N_("Jobs"), .help = N_("What people can work as, and which trade it teaches"), .fields = JOB, .field_count = JOB_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .flags = RECORD_CATALOGUE | RECORD_NO_READ_LOG,
	.readers = CUSTODY_STAFF, .keepers = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_98, .title = job_title,
};

/* ---- work places ---- */
static const struct choice WORKSHOP_STATE_CHOICES[] = { { "open", N_("In use") }, { "closed", N_("Closed") }, { NULL, NULL } };

static const struct field WORKSHOP[] = {
	[WORKSHOP_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, WHOLE, .reference = "facility" },
	[WORKSHOP_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, WHOLE | FIELD_LISTED },
	[WORKSHOP_FOR] = { "work_for", N_("For whom"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = WORK_FOR_CHOICES },
	[WORKSHOP_FIRM] = { "firm", N_("Firm and contract number"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[WORKSHOP_SUPERVISOR] = { "supervisor", N_("Member of staff who supervises"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_100 },
	[WORKSHOP_RATE] = { "contract_rate", N_("What the firm pays for an hour"), NULL, FIELD_MONEY, OPEN, 0, .basis = &NMR_100 },
	[WORKSHOP_NORMAL] = { "normal_wage", N_("Normal wage for such an hour outside"), NULL, FIELD_MONEY, OPEN, 0, .basis = &NMR_100 },
	[WORKSHOP_RISK_ON] = { "risk_on", N_("Risks assessed on"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED | FIELD_LISTED, .basis = &NMR_101 },
	[WORKSHOP_RISK_BY] = { "risk_by", N_("Risks assessed by"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[WORKSHOP_RISKS] = { "risks", N_("Dangers, and what is done against them"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[WORKSHOP_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = WORKSHOP_STATE_CHOICES },
};

static struct text workshop_title(struct arena *arena, const struct row *workshop)
{
	(void)arena;
	return row_text(workshop, WORKSHOP_NAME);
}

const struct record RECORD_WORKSHOP = {
	.name = "workshop", .label = N_("Work place"), .label_plural = N_("Work places"), .help = N_("Where people work, who supervises, which risks were found, and by which contract"),
	.fields = WORKSHOP, .field_count = WORKSHOP_FIELDS, .facility_field = WORKSHOP_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_101, .title = workshop_title,
};

/* ---- sessions ---- */
const struct choice ACTIVITY_KIND_CHOICES[] = { { "sport", N_("Sport and exercise") }, { "recreation", N_("Games and recreation") }, { "culture", N_("Music, film, culture") },
	{ "library", N_("Library") }, { "education", N_("School") }, { "training", N_("Training for a trade") }, { NULL, NULL } };
const struct choice ACTIVITY_RESULT_CHOICES[] = { { "took_part", N_("Took part") }, { "declined", N_("Did not want to") }, { "unable", N_("Could not: ill, away, no staff") }, { NULL, NULL } };

static const struct field ACTIVITY[] = {
	[ACTIVITY_PLACE] = { "place", N_("Unit"), NULL, FIELD_REFERENCE, OPEN, WHOLE | FIELD_LISTED, .reference = "place" },
	[ACTIVITY_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, WHOLE, .reference = "facility" },
	[ACTIVITY_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED | FIELD_INDEXED },
	[ACTIVITY_KIND] = { "kind", N_("What was offered"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = ACTIVITY_KIND_CHOICES, .basis = &NMR_105 },
	[ACTIVITY_WHAT] = { "what", N_("More exactly"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[ACTIVITY_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, WHOLE | FIELD_LISTED, .limits = { 5, 720, 0 } },
	[ACTIVITY_OFFERED] = { "offered", N_("How many were offered it"), NULL, FIELD_INTEGER, OPEN, WHOLE | FIELD_DERIVED | FIELD_LISTED },
	[ACTIVITY_TOOK_PART] = { "took_part", N_("How many took part"), NULL, FIELD_INTEGER, OPEN, WHOLE | FIELD_DERIVED | FIELD_LISTED },
};

static struct text activity_title(struct arena *arena, const struct row *activity)
{
	return date_text(arena, row_date(activity, ACTIVITY_DAY));
}

const struct record RECORD_ACTIVITY = {
	.name = "activity", .label = N_("Session of a unit"), .label_plural = N_("Sessions of units"), .help = N_("Sport, recreation, school: what a unit was offered on a day, and to how many"),
	.fields = ACTIVITY, .field_count = ACTIVITY_FIELDS, .facility_field = ACTIVITY_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_105, .title = activity_title,
};

static const struct field ACTIVITY_PART[] = {
	[ACTIVITY_PART_ACTIVITY] = { "activity", N_("Session"), NULL, FIELD_REFERENCE, OPEN, WHOLE | FIELD_LISTED, .reference = "activity" },
	[ACTIVITY_PART_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, WHOLE | FIELD_LISTED, .reference = "person" },
	[ACTIVITY_PART_KIND] = { "kind", N_("What was offered"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = ACTIVITY_KIND_CHOICES },
	[ACTIVITY_PART_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = ACTIVITY_RESULT_CHOICES },
};

const struct record RECORD_ACTIVITY_PART = {
	.name = "activity_part", .label = N_("Part in a session"), .label_plural = N_("Parts in sessions"), .help = N_("One person who was offered a session, and whether he or she took part"),
	.fields = ACTIVITY_PART, .field_count = ACTIVITY_PART_FIELDS, .facility_field = FIELD_NONE, .person_field = ACTIVITY_PART_PERSON, .parent_field = ACTIVITY_PART_ACTIVITY,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_105,
};

/* ---- hygiene ---- */
const struct choice HYGIENE_BODY_CHOICES[] = { { "physician", N_("Physician of the health service") }, { "public_health", N_("Public health authority") }, { NULL, NULL } };
const struct choice HYGIENE_HEAD_CHOICES[] = { { "good", N_("In order") }, { "advice", N_("Advice is given") }, { NULL, NULL } };

/* The five heads of Rule 35.1 (a) to (e). */
static const struct field HYGIENE_CHECK[] = {
	[HYGIENE_CHECK_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, WHOLE, .reference = "facility" },
	[HYGIENE_CHECK_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, WHOLE | FIELD_LISTED },
	[HYGIENE_CHECK_BODY] = { "body", N_("Who inspected"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = HYGIENE_BODY_CHOICES, .basis = &NMR_35 },
	[HYGIENE_CHECK_FOOD] = { "food", N_("Food and how it is prepared and served"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = HYGIENE_HEAD_CHOICES },
	[HYGIENE_CHECK_CLEAN] = { "cleanliness", N_("Cleanliness of the place and of people"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = HYGIENE_HEAD_CHOICES },
	[HYGIENE_CHECK_SANITATION] = { "sanitation", N_("Toilets, temperature, light and air"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = HYGIENE_HEAD_CHOICES },
	[HYGIENE_CHECK_CLOTHING] = { "clothing", N_("Clothing, bedding and laundry"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = HYGIENE_HEAD_CHOICES },
	[HYGIENE_CHECK_SPORT] = { "sport", N_("Sport and exercise"), NULL, FIELD_CHOICE, OPEN, WHOLE | FIELD_LISTED, .choices = HYGIENE_HEAD_CHOICES },
	[HYGIENE_CHECK_ADVICE] = { "advice", N_("Advice to the director"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED },
};

const struct record RECORD_HYGIENE_CHECK = {
	.name = "hygiene_check", .label = N_("Hygiene inspection"), .label_plural = N_("Hygiene inspections"), .help = N_("A physician or the public health authority looks at five things and advises the director"),
	.fields = HYGIENE_CHECK, .field_count = HYGIENE_CHECK_FIELDS, .facility_field = HYGIENE_CHECK_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_35,
};

bool workshop_is_assessed(const struct row *workshop, struct date day, int64_t months)
{
	return row_has(workshop, WORKSHOP_RISK_ON) && date_compare(day, date_add_months(row_date(workshop, WORKSHOP_RISK_ON), (int32_t)months)) <= 0;
}
