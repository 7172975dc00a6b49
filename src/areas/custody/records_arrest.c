/* records_arrest.c - questionings of people in custody by police, investigators or intelligence: who, when, with whom; never what was said. */
#include "areas/custody/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)

static const struct citation BOP_23 = { "BOP-23", N_("Body of Principles, Principle 23"), SOURCE_RECALLED };

const struct choice QUESTIONING_BY_CHOICES[] = { { "police", N_("Police") }, { "investigator", N_("Investigator or prosecutor") },
	{ "intelligence", N_("Intelligence service") }, { "prison", N_("Security staff of the prison") }, { "other", N_("Other authority") }, { NULL, NULL } };
const struct choice QUESTIONING_LAWYER_CHOICES[] = { { "present", N_("Lawyer was there") }, { "declined", N_("Offered, and the person did not want one") },
	{ "absent", N_("No lawyer, and none was offered") }, { NULL, NULL } };

static const struct field QUESTIONING[] = {
	[QUESTIONING_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[QUESTIONING_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" },
	[QUESTIONING_BY] = { "asked_by", N_("Who questioned"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = QUESTIONING_BY_CHOICES, .basis = &BOP_23 },
	[QUESTIONING_AUTHORITY] = { "authority", N_("On whose authority"), NULL, FIELD_LINE, OPEN, ONCE },
	[QUESTIONING_OFFICIALS] = { "officials", N_("Officials"), N_("Name, rank and service of each"), FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED, .basis = &BOP_23 },
	[QUESTIONING_BEGAN] = { "began_at", N_("Handed over at"), NULL, FIELD_MOMENT, OPEN, FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED, .basis = &BOP_23 },
	[QUESTIONING_ENDED] = { "ended_at", N_("Back at"), NULL, FIELD_MOMENT, OPEN, FIELD_FIXED | FIELD_LISTED },
	[QUESTIONING_BREAKS] = { "breaks", N_("Breaks"), N_("From when to when; food, rest, prayer"), FIELD_LINE, OPEN, FIELD_FIXED },
	[QUESTIONING_LAWYER] = { "lawyer", N_("Lawyer"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED | FIELD_LISTED, .choices = QUESTIONING_LAWYER_CHOICES, .basis = &BOP_23 },
	[QUESTIONING_PRESENT] = { "others_present", N_("Who else was there"), N_("Interpreter, guardian, doctor"), FIELD_LINE, OPEN, FIELD_FIXED },
};

const struct record RECORD_QUESTIONING = {
	.name = "questioning", .label = N_("Questioning"), .label_plural = N_("Questionings"),
	.help = N_("One questioning of a person in custody, with its times, officials and lawyer; never what was said"),
	.fields = QUESTIONING, .field_count = QUESTIONING_FIELDS, .facility_field = QUESTIONING_FACILITY, .person_field = QUESTIONING_PERSON,
	.parent_field = QUESTIONING_PERSON, .compartment = COMPARTMENT_CORE, .basis = &BOP_23,
	.readers = CUSTODY_RECORDERS | ROLE(SECURITY) | ROLE(INTELLIGENCE) | ROLE(HEALTH),
};
