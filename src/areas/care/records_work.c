/* records_work.c - work: who does what for how long and for which pay, what was paid and where it went, accidents. */
#include "areas/care/records.h"

#define OPEN SENSITIVITY_OFFICIAL

static const struct citation NMR_97 = { "NMR-97.3", N_("Nelson Mandela Rules, Rule 97"), SOURCE_TEXT_READ };
static const struct citation NMR_98 = { "NMR-98.3", N_("Nelson Mandela Rules, Rule 98"), SOURCE_TEXT_READ };
static const struct citation NMR_101 = { "NMR-101.2", N_("Nelson Mandela Rules, Rule 101"), SOURCE_TEXT_READ };
static const struct citation NMR_102 = { "NMR-102.1", N_("Nelson Mandela Rules, Rule 102"), SOURCE_TEXT_READ };
static const struct citation NMR_103 = { "NMR-103.1", N_("Nelson Mandela Rules, Rule 103"), SOURCE_TEXT_READ };
static const struct citation NMR_116 = { "NMR-116", N_("Nelson Mandela Rules, Rule 116"), SOURCE_TEXT_READ };

const struct choice WORK_FOR_CHOICES[] = { { "prison", N_("The prison: kitchen, cleaning, repair") }, { "industry", N_("Workshop or farm of the prison") }, { "state", N_("Another public body") },
	{ "contractor", N_("A firm outside, under supervision of the prison") }, { "staff", N_("A member of staff or a relative") }, { NULL, NULL } };
const struct choice WORK_CONSENT_CHOICES[] = { { "asked", N_("The person asked for it") }, { "agreed", N_("Offered and agreed") }, { "told", N_("The person was told to") }, { NULL, NULL } };
const struct choice WORK_REST_CHOICES[] = { { "monday", N_("Monday") }, { "tuesday", N_("Tuesday") }, { "wednesday", N_("Wednesday") }, { "thursday", N_("Thursday") }, { "friday", N_("Friday") },
	{ "saturday", N_("Saturday") }, { "sunday", N_("Sunday") }, { NULL, NULL } };
static const struct choice STATE_CHOICES[] = { { "running", N_("Running") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field WORK[] = {
	[WORK_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[WORK_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[WORK_TASK] = { "task", N_("Work and where"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[WORK_FOR] = { "work_for", N_("For whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = WORK_FOR_CHOICES, .basis = &NMR_97 },
	[WORK_CONSENT] = { "consent", N_("By whose will"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = WORK_CONSENT_CHOICES, .basis = &NMR_116 },
	[WORK_HOURS_DAY] = { "hours_day", N_("Hours a day"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 1, 24, 0 }, .basis = &NMR_102 },
	[WORK_HOURS_WEEK] = { "hours_week", N_("Hours a week"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 1, 168, 0 } },
	[WORK_REST] = { "rest_day", N_("Day of rest"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED | FIELD_LISTED, .choices = WORK_REST_CHOICES },
	[WORK_RATE] = { "hourly_pay", N_("Pay for an hour"), NULL, FIELD_MONEY, OPEN, FIELD_FIXED | FIELD_LISTED, .basis = &NMR_103 },
	[WORK_SKILL] = { "skill", N_("Trade that is learnt by it"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[WORK_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[WORK_ENDED] = { "ended_on", N_("Ended on"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED },
	[WORK_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = STATE_CHOICES },
	[WORK_JOB] = { "job", N_("Job"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "job" },
	[WORK_WORKSHOP] = { "workshop", N_("Work place"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "workshop" },
	[WORK_WISH] = { "wish", N_("Which work the person wants"), NULL, FIELD_LINE, OPEN, FIELD_FIXED, .basis = &NMR_98 },
	[WORK_WISH_MET] = { "wish_met", N_("The person gets the work that he or she wants"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[WORK_WISH_WHY] = { "wish_why", N_("If not, why"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
};

static struct text work_title(struct arena *arena, const struct row *work)
{
	(void)arena;
	return row_text(work, WORK_TASK);
}

const struct record RECORD_WORK = {
	.name = "work_place", .label = N_("Work of a person"), .label_plural = N_("Work of people"), .help = N_("What a person works, for whom, how long and for which pay"),
	.fields = WORK, .field_count = WORK_FIELDS, .facility_field = WORK_FACILITY, .person_field = WORK_PERSON, .parent_field = WORK_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_102, .title = work_title,
};

static const struct field WORK_PAY[] = {
	[WORK_PAY_WORK] = { "work_place", N_("Work"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "work_place" },
	[WORK_PAY_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[WORK_PAY_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[WORK_PAY_UNTIL] = { "until_day", N_("For work until"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[WORK_PAY_HOURS] = { "hours", N_("Hours worked"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 0, 5000, 0 } },
	[WORK_PAY_OWN] = { "own_part", N_("To spend"), NULL, FIELD_MONEY, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .basis = &NMR_103 },
	[WORK_PAY_FAMILY] = { "family_part", N_("Sent to the family"), NULL, FIELD_MONEY, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[WORK_PAY_SAVED] = { "saved_part", N_("Saved for release"), NULL, FIELD_MONEY, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[WORK_PAY_AT] = { "paid_at", N_("Paid"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED },
};

const struct record RECORD_WORK_PAY = {
	.name = "work_pay", .label = N_("Pay for work"), .label_plural = N_("Pay for work"), .help = N_("What was paid for how many hours, and where it went"),
	.fields = WORK_PAY, .field_count = WORK_PAY_FIELDS, .facility_field = WORK_PAY_FACILITY, .person_field = WORK_PAY_PERSON, .parent_field = WORK_PAY_WORK,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_103,
};

static const struct field WORK_ACCIDENT[] = {
	[WORK_ACCIDENT_WORK] = { "work_place", N_("Work"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "work_place" },
	[WORK_ACCIDENT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[WORK_ACCIDENT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[WORK_ACCIDENT_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[WORK_ACCIDENT_WHAT] = { "what", N_("What happened"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[WORK_ACCIDENT_NOTICE] = { "notice_to", N_("Insurer or office that compensates"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED | FIELD_LISTED, .basis = &NMR_101 },
	[WORK_ACCIDENT_NOTICE_AT] = { "notice_at", N_("Notice given"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
};

const struct record RECORD_WORK_ACCIDENT = {
	.name = "work_accident", .label = N_("Accident at work"), .label_plural = N_("Accidents at work"), .help = N_("Compensated as for free workers"),
	.fields = WORK_ACCIDENT, .field_count = WORK_ACCIDENT_FIELDS, .facility_field = WORK_ACCIDENT_FACILITY, .person_field = WORK_ACCIDENT_PERSON,
	.parent_field = WORK_ACCIDENT_WORK, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_101,
};
