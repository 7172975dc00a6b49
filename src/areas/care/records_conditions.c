/* records_conditions.c - how people live: the day of a unit, who had less of it, what was measured in a place, what was handed out. */
#include "areas/care/records.h"

#define OPEN SENSITIVITY_OFFICIAL

static const struct citation NMR_13 = { "NMR-13", N_("Nelson Mandela Rules, Rule 13"), SOURCE_TEXT_READ };
static const struct citation NMR_14 = { "NMR-14.a", N_("Nelson Mandela Rules, Rule 14"), SOURCE_TEXT_READ };
static const struct citation NMR_15 = { "NMR-15", N_("Nelson Mandela Rules, Rule 15"), SOURCE_TEXT_READ };
static const struct citation NMR_16 = { "NMR-16", N_("Nelson Mandela Rules, Rule 16"), SOURCE_TEXT_READ };
static const struct citation NMR_18 = { "NMR-18.1", N_("Nelson Mandela Rules, Rule 18"), SOURCE_TEXT_READ };
static const struct citation NMR_21 = { "NMR-21", N_("Nelson Mandela Rules, Rule 21"), SOURCE_TEXT_READ };
static const struct citation NMR_22 = { "NMR-22.1", N_("Nelson Mandela Rules, Rule 22"), SOURCE_TEXT_READ };
static const struct citation NMR_23 = { "NMR-23.1", N_("Nelson Mandela Rules, Rule 23"), SOURCE_TEXT_READ };
static const struct citation NMR_35 = { "NMR-35.1", N_("Nelson Mandela Rules, Rule 35"), SOURCE_TEXT_READ };

static const struct field UNIT_DAY[] = {
	[UNIT_DAY_PLACE] = { "place", N_("Unit"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "place" },
	[UNIT_DAY_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[UNIT_DAY_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[UNIT_DAY_MEALS] = { "meals", N_("Meals served"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 0, 9, 0 }, .basis = &NMR_22 },
	[UNIT_DAY_WATER] = { "water", N_("Drinking water all day"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[UNIT_DAY_YARD] = { "yard_minutes", N_("Minutes in the open offered"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 0, 1440, 0 },
		.basis = &NMR_23 },
	[UNIT_DAY_WEATHER] = { "weather", N_("The weather did not allow it"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED | FIELD_LISTED },
	[UNIT_DAY_SHOWER] = { "shower", N_("Showers offered"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .basis = &NMR_16 },
	[UNIT_DAY_BEDDING] = { "bedding", N_("Bedding or clothes changed"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED | FIELD_LISTED },
	[UNIT_DAY_NOTE] = { "note", N_("What else"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
};

static struct text day_title(struct arena *arena, const struct row *day) { return date_text(arena, row_date(day, UNIT_DAY_DAY)); }

const struct record RECORD_UNIT_DAY = {
	.name = "unit_day", .label = N_("Day of a unit"), .label_plural = N_("Days of units"), .help = N_("Food, water, the hour in the open, showers of one unit on one day"),
	.fields = UNIT_DAY, .field_count = UNIT_DAY_FIELDS, .facility_field = UNIT_DAY_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_23, .title = day_title,
};

const struct choice DAY_EXCEPTION_KIND_CHOICES[] = { { "yard", N_("Was not in the open") }, { "shower", N_("Had no shower") }, { "meal", N_("Missed a meal") },
	{ "diet", N_("Did not get the ordered diet") }, { NULL, NULL } };
const struct choice DAY_EXCEPTION_WHY_CHOICES[] = { { "declined", N_("Did not want it") }, { "away", N_("Away: court, hospital, visit") }, { "ill", N_("On advice of the health service") },
	{ "staff", N_("Not enough staff") }, { "separated", N_("Separated") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field DAY_EXCEPTION[] = {
	[DAY_EXCEPTION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[DAY_EXCEPTION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[DAY_EXCEPTION_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[DAY_EXCEPTION_KIND] = { "kind", N_("What was missing"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = DAY_EXCEPTION_KIND_CHOICES },
	[DAY_EXCEPTION_WHY] = { "why", N_("Why"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = DAY_EXCEPTION_WHY_CHOICES },
};

const struct record RECORD_DAY_EXCEPTION = {
	.name = "day_exception", .label = N_("Less than the unit had"), .label_plural = N_("Who had less than the unit"), .help = N_("One person who did not get what the unit got that day"),
	.fields = DAY_EXCEPTION, .field_count = DAY_EXCEPTION_FIELDS, .facility_field = DAY_EXCEPTION_FACILITY, .person_field = DAY_EXCEPTION_PERSON,
	.parent_field = DAY_EXCEPTION_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_23,
};

const struct choice PLACE_CHECK_WINDOW_CHOICES[] = { { "good", N_("Daylight to read by, and it opens") }, { "closed", N_("Daylight, but no fresh air") }, { "none", N_("No daylight") }, { NULL, NULL } };
const struct choice PLACE_CHECK_TOILET_CHOICES[] = { { "apart", N_("Walled off, clean") }, { "open", N_("In the room without a wall") }, { "outside", N_("Outside, open day and night") },
	{ "none", N_("None at night") }, { NULL, NULL } };

static const struct field PLACE_CHECK[] = {
	[PLACE_CHECK_PLACE] = { "place", N_("Cell or place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "place" },
	[PLACE_CHECK_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[PLACE_CHECK_AT] = { "checked_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[PLACE_CHECK_PEOPLE] = { "people", N_("People who sleep there"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 0, 2000, 0 } },
	[PLACE_CHECK_BEDS] = { "beds", N_("Beds with clean bedding"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 0, 2000, 0 }, .basis = &NMR_21 },
	[PLACE_CHECK_FLOOR] = { "floor_area", N_("Floor, in square metres, without the toilet"), NULL, FIELD_DECIMAL, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.limits = { 0, 1000000, 2 }, .basis = &NMR_13 },
	[PLACE_CHECK_WINDOW] = { "daylight", N_("Window"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = PLACE_CHECK_WINDOW_CHOICES, .basis = &NMR_14 },
	[PLACE_CHECK_LUX] = { "light_lux", N_("Lamp light, in lux"), NULL, FIELD_INTEGER, OPEN, FIELD_FIXED, .limits = { 0, 100000, 0 } },
	[PLACE_CHECK_TEMPERATURE] = { "temperature", N_("Temperature, in degrees Celsius"), NULL, FIELD_INTEGER, OPEN, FIELD_FIXED, .limits = { -40, 60, 0 } },
	[PLACE_CHECK_TOILET] = { "toilet", N_("Toilet"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = PLACE_CHECK_TOILET_CHOICES, .basis = &NMR_15 },
	[PLACE_CHECK_WATER] = { "water", N_("Drinking water"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[PLACE_CHECK_CLEAN] = { "clean", N_("Clean and dry"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[PLACE_CHECK_ADVICE] = { "advice", N_("What must be mended"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED | FIELD_LISTED, .basis = &NMR_35 },
	[PLACE_CHECK_ANSWER] = { "director_answer", N_("Answer of the director"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
};

const struct record RECORD_PLACE_CHECK = {
	.name = "place_check", .label = N_("Look at a cell or place"), .label_plural = N_("Looks at cells and places"), .help = N_("What was measured and seen, and what must be mended"),
	.fields = PLACE_CHECK, .field_count = PLACE_CHECK_FIELDS, .facility_field = PLACE_CHECK_FACILITY, .person_field = FIELD_NONE, .parent_field = PLACE_CHECK_PLACE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_13,
};

const struct choice SUPPLY_KIND_CHOICES[] = { { "bedding", N_("Clean bedding") }, { "clothing", N_("Clothing for the season") }, { "hygiene", N_("Soap, toothbrush, paper") },
	{ "sanitary", N_("Sanitary towels, free") }, { "dress_convicted", N_("Prison dress of convicted people") },
	{ "dress_untried", N_("Prison dress of untried people, different from that of convicted people") }, { NULL, NULL } };

static const struct field SUPPLY[] = {
	[SUPPLY_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[SUPPLY_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[SUPPLY_KIND] = { "kind", N_("What"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = SUPPLY_KIND_CHOICES, .basis = &NMR_18 },
	[SUPPLY_AT] = { "given_at", N_("Given"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
};

const struct record RECORD_SUPPLY = {
	.name = "supply", .label = N_("Handed out"), .label_plural = N_("Bedding, clothes, hygiene handed out"), .help = N_("What a person was given for bed, body and clothes"),
	.fields = SUPPLY, .field_count = SUPPLY_FIELDS, .facility_field = SUPPLY_FACILITY, .person_field = SUPPLY_PERSON, .parent_field = SUPPLY_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_18,
};
