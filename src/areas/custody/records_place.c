/* records_place.c - facility and the tree of places in it. */
#include "areas/custody/records.h"

#define OPEN SENSITIVITY_OFFICIAL

static const struct citation NMR_11 = { "NMR-11.0", N_("Nelson Mandela Rules, Rule 11"), SOURCE_TEXT_READ };
static const struct citation NMR_13 = { "NMR-13", N_("Nelson Mandela Rules, Rule 13"), SOURCE_TEXT_READ };
static const struct citation NMR_14 = { "NMR-14.a", N_("Nelson Mandela Rules, Rule 14"), SOURCE_TEXT_READ };
static const struct citation NMR_15 = { "NMR-15", N_("Nelson Mandela Rules, Rule 15"), SOURCE_TEXT_READ };

const struct choice PLACE_SEX_CHOICES[] = { { "M", N_("Men") }, { "F", N_("Women") }, { NULL, NULL } };

static const struct choice FACILITY_KIND_CHOICES[] = { { "prison", N_("Prison") }, { "remand", N_("Remand centre") },
	{ "colony_settlement", N_("Open institution") }, { "juvenile", N_("Institution for young people") },
	{ "hospital", N_("Prison hospital") }, { "women", N_("Women's institution") }, { NULL, NULL } };
static const struct choice FACILITY_SEX_CHOICES[] = { { "M", N_("Men") }, { "F", N_("Women") }, { "both", N_("Men and women, apart") },
	{ NULL, NULL } };
static const struct choice SECURITY_CHOICES[] = { { "open", N_("Open") }, { "general", N_("General") }, { "strict", N_("Strict") },
	{ "special", N_("Special") }, { "maximum", N_("Maximum") }, { NULL, NULL } };

static const struct field FACILITY[] = {
	[FACILITY_CODE] = { "code", N_("Code"), N_("Short code that stands in file numbers and names the journal"), FIELD_CODE, OPEN,
		FIELD_REQUIRED | FIELD_UNIQUE | FIELD_FIXED | FIELD_LISTED | FIELD_SEARCHED },
	[FACILITY_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[FACILITY_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = FACILITY_KIND_CHOICES },
	[FACILITY_SEX] = { "holds", N_("Holds"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = FACILITY_SEX_CHOICES,
		.basis = &NMR_11 },
	[FACILITY_SECURITY] = { "security", N_("Security"), NULL, FIELD_CHOICE, OPEN, 0, .choices = SECURITY_CHOICES },
	[FACILITY_REGION] = { "region", N_("Region"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[FACILITY_ADDRESS] = { "address", N_("Address"), NULL, FIELD_PROSE, OPEN, 0 },
	[FACILITY_ZONE] = { "zone", N_("Time zone"), N_("IANA name, for example Asia/Almaty"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[FACILITY_CAPACITY] = { "capacity", N_("Official capacity"), N_("Places by the certificate of the whole institution"), FIELD_INTEGER,
		OPEN, FIELD_LISTED | FIELD_MAY_BE_UNKNOWN, .limits = { 0, 100000, 0 }, .basis = &NMR_13 },
	[FACILITY_RECEPTION_OPEN] = { "reception_opens", N_("Reception opens"), N_("24-hour clock, for example 07:00"), FIELD_LINE, OPEN, 0,
		.limits = { 5, 5, 0 } },
	[FACILITY_RECEPTION_CLOSE] = { "reception_closes", N_("Reception closes"), N_("24-hour clock, for example 20:00"), FIELD_LINE, OPEN, 0,
		.limits = { 5, 5, 0 } },
	[FACILITY_OPEN] = { "in_use", N_("In use"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
};

static struct text facility_title(struct arena *arena, const struct row *row)
{
	(void)arena;
	return row_text(row, FACILITY_NAME);
}

const struct record RECORD_FACILITY = {
	.name = "facility", .label = N_("Facility"), .label_plural = N_("Facilities"),
	.help = N_("A prison, remand centre or other institution where people are held"),
	.fields = FACILITY, .field_count = FACILITY_FIELDS,
	.facility_field = FIELD_SELF, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = ROLES_ALL,
	.keepers = ROLE(HEADQUARTERS) | ROLE(ADMINISTRATOR), .title = facility_title,
};

const struct choice PLACE_KIND_CHOICES[] = { { "building", N_("Building") }, { "wing", N_("Wing") }, { "landing", N_("Landing") },
	{ "cell", N_("Cell") }, { "dormitory", N_("Dormitory") }, { "room", N_("Room") }, { "yard", N_("Yard") },
	{ "holding", N_("Holding room") }, { "workshop", N_("Workshop") }, { "classroom", N_("Classroom") },
	{ "visits", N_("Visits room") }, { "medical", N_("Health room") }, { "faith", N_("Place of worship") },
	{ "reception", N_("Reception") }, { "store", N_("Property store") }, { NULL, NULL } };
const struct choice PLACE_PURPOSE_CHOICES[] = { { "ordinary", N_("Ordinary location") }, { "first_night", N_("First night") },
	{ "remand", N_("Untried") }, { "vulnerable", N_("Vulnerable people") }, { "mother_and_baby", N_("Mother and baby") },
	{ "health", N_("Health") }, { "separation", N_("Separation") }, { "special_unit", N_("Special unit") },
	{ "life", N_("Life sentences") }, { "quarantine", N_("Quarantine") }, { "therapeutic", N_("Therapeutic") },
	{ "high_security", N_("High security") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice OUT_OF_USE_CHOICES[] = { { "damage", N_("Damage") }, { "damp", N_("Damp") }, { "maintenance", N_("Maintenance") },
	{ "mothballed", N_("Mothballed") }, { "pest", N_("Pest") }, { "refurbishment", N_("Refurbishment") },
	{ "security_sealed", N_("Sealed for security") }, { "staff_shortage", N_("Staff shortage") }, { "conversion", N_("Conversion") },
	{ "unfit", N_("Unfit for people") }, { NULL, NULL } };
static const struct choice PLACE_STATUS_CHOICES[] = { { "untried", N_("Untried people") }, { "convicted", N_("Convicted people") },
	{ "civil", N_("Civil and administrative") }, { NULL, NULL } };
static const struct choice REGIME_CHOICES[] = { { "untried", N_("Untried") }, { "open", N_("Open") }, { "general", N_("General") },
	{ "strict", N_("Strict") }, { "special", N_("Special") }, { NULL, NULL } };

const struct choice PLACE_ACCESS_CHOICES[] = { { "step_free", N_("No steps on the way") }, { "wide_door", N_("Doors wide enough for a wheelchair") }, { "rails", N_("Rails at toilet and shower") },
	{ "low_bed", N_("A low bed") }, { "light_signal", N_("Light signals beside sounds") }, { "quiet", N_("Quiet") }, { NULL, NULL } };

static const struct field PLACE[] = {
	[PLACE_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[PLACE_PARENT] = { "parent", N_("Inside"), N_("The building, wing or landing that this place belongs to"), FIELD_REFERENCE, OPEN, 0,
		.reference = "place" },
	[PLACE_CODE] = { "code", N_("Code"), N_("As people say it, for example B-2-14"), FIELD_LINE, OPEN,
		FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED, .limits = { 1, 60, 0 } },
	[PLACE_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[PLACE_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED, .choices = PLACE_KIND_CHOICES },
	[PLACE_PURPOSE] = { "purpose", N_("Purpose"), NULL, FIELD_CHOICE, OPEN, FIELD_LISTED, .choices = PLACE_PURPOSE_CHOICES },
	[PLACE_REGIME] = { "regime", N_("Regime"), NULL, FIELD_CHOICE, OPEN, 0, .choices = REGIME_CHOICES },
	[PLACE_SEX] = { "sex", N_("For"), NULL, FIELD_CHOICE, OPEN, FIELD_LISTED, .choices = PLACE_SEX_CHOICES, .basis = &NMR_11 },
	[PLACE_LEGAL_STATUS] = { "legal_status", N_("For legal status"), NULL, FIELD_CHOICE, OPEN, 0, .choices = PLACE_STATUS_CHOICES,
		.basis = &NMR_11 },
	[PLACE_JUVENILE] = { "juvenile", N_("For people under 18"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &NMR_11 },
	[PLACE_CAPACITY_CERTIFIED] = { "capacity_certified", N_("Certified capacity"), N_("People by the certificate"), FIELD_INTEGER, OPEN,
		FIELD_LISTED | FIELD_MAY_BE_UNKNOWN, .limits = { 0, 2000, 0 }, .basis = &NMR_13 },
	[PLACE_CAPACITY_WORKING] = { "capacity_working", N_("Working capacity"), N_("Beds in use now"), FIELD_INTEGER, OPEN, FIELD_LISTED,
		.limits = { 0, 2000, 0 } },
	[PLACE_FLOOR_AREA] = { "floor_area", N_("Floor area in square metres"), N_("Without the sanitary annex"), FIELD_DECIMAL, OPEN,
		FIELD_MAY_BE_UNKNOWN, .limits = { 0, 10000000, 2 }, .basis = &NMR_13 },
	[PLACE_DAYLIGHT] = { "daylight", N_("Window with daylight"), NULL, FIELD_YES_NO, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_14 },
	[PLACE_SANITARY_ANNEX] = { "sanitary_annex", N_("Toilet inside"), NULL, FIELD_YES_NO, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_15 },
	[PLACE_LIGHT_LUX] = { "light_lux", N_("Measured light in lux"), NULL, FIELD_INTEGER, OPEN, FIELD_MAY_BE_UNKNOWN,
		.limits = { 0, 100000, 0 }, .basis = &NMR_14 },
	[PLACE_CERTIFIED_ON] = { "certified_on", N_("Certificate of"), NULL, FIELD_DATE, OPEN, 0, .basis = &NMR_13 },
	[PLACE_SINGLE] = { "single", N_("Single cell"), N_("Made for one person at night"), FIELD_YES_NO, OPEN, 0 },
	[PLACE_OUT_OF_USE] = { "out_of_use", N_("Out of use"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[PLACE_OUT_OF_USE_REASON] = { "out_of_use_reason", N_("Why out of use"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED,
		.choices = OUT_OF_USE_CHOICES },
	[PLACE_OUT_OF_USE_UNTIL] = { "out_of_use_until", N_("Out of use until"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED },
	[PLACE_SHOWER_ACCESS] = { "shower_days", N_("Shower offered every ... days"), NULL, FIELD_INTEGER, OPEN, FIELD_MAY_BE_UNKNOWN,
		.limits = { 1, 60, 0 } },
	[PLACE_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 },
	[PLACE_ACCESS] = { "access", N_("What it has for people with disabilities"), NULL, FIELD_CODES, OPEN, 0, .choices = PLACE_ACCESS_CHOICES },
};

const struct record RECORD_PLACE = {
	.name = "place", .label = N_("Place"), .label_plural = N_("Places"),
	.help = N_("A building, wing, landing, cell or room inside a facility"),
	.fields = PLACE, .field_count = PLACE_FIELDS,
	.facility_field = PLACE_FACILITY, .person_field = FIELD_NONE, .parent_field = PLACE_FACILITY,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF | ROLE(ADMINISTRATOR),
	.keepers = ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(ADMINISTRATOR),
};
