/* records_regime.c - units asked for complaints day by day; the scheme of privileges of a facility and the level of each person. */
#include "areas/rights/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)

static const struct citation NMR_56 = { "NMR-56.1", N_("Nelson Mandela Rules, Rule 56"), SOURCE_TEXT_READ };
static const struct citation NMR_95 = { "NMR-95", N_("Nelson Mandela Rules, Rule 95"), SOURCE_TEXT_READ };

const struct choice COMPLAINT_ROUND_CHANNEL_CHOICES[] = { { "round", N_("Director or deputy walked through and could be spoken to") },
	{ "box", N_("Locked box emptied") }, { "kiosk", N_("Kiosk or tablet was open") }, { NULL, NULL } };

static const struct field COMPLAINT_ROUND[] = {
	[COMPLAINT_ROUND_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" },
	[COMPLAINT_ROUND_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "place" },
	[COMPLAINT_ROUND_CHANNEL] = { "channel", N_("How people could complain or ask"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED,
		.choices = COMPLAINT_ROUND_CHANNEL_CHOICES, .basis = &NMR_56 },
	[COMPLAINT_ROUND_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED | FIELD_INDEXED },
	[COMPLAINT_ROUND_TAKEN] = { "taken", N_("Complaints and requests taken"), N_("Only how many; each is received by itself"), FIELD_INTEGER, OPEN, ONCE | FIELD_LISTED,
		.limits = { 0, 1000, 0 } },
};

/* No person and no word of what was said: whoever walks past the list learns nothing. */
const struct record RECORD_COMPLAINT_ROUND = {
	.name = "complaint_round", .label = N_("Occasion to complain"), .label_plural = N_("Occasions to complain"),
	.help = N_("One unit on one day: the director came by, the box was emptied, or the kiosk was open"),
	.fields = COMPLAINT_ROUND, .field_count = COMPLAINT_ROUND_FIELDS, .facility_field = COMPLAINT_ROUND_FACILITY, .person_field = FIELD_NONE,
	.parent_field = COMPLAINT_ROUND_PLACE, .compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_56,
};

/* The last five are rights, and no scheme may trade them; they can be chosen so that the refusal says so (NMR-95.basic). */
const struct choice PRIVILEGE_GIVES_CHOICES[] = { { "spending", N_("More of the own money to spend") }, { "more_visits", N_("More visits than the minimum") },
	{ "more_calls", N_("More calls than the minimum") }, { "association", N_("More hours with others") }, { "screen", N_("Television or games in the cell") },
	{ "sport", N_("More sport") }, { "work_choice", N_("First choice of work") }, { "own_things", N_("More own things in the cell") },
	{ "food", N_("Food and water (a right)") }, { "open_air", N_("The hour in the open air (a right)") }, { "health", N_("Health care (a right)") },
	{ "contact", N_("The minimum of visits, letters and calls (a right)") }, { "lawyer", N_("The lawyer (a right)") }, { NULL, NULL } };
const struct choice PRIVILEGE_LEVEL_CHOICES[] = { { "basic", N_("Basic") }, { "standard", N_("Standard") }, { "enhanced", N_("Enhanced") }, { NULL, NULL } };
static const struct choice SCHEME_STATE_CHOICES[] = { { "current", N_("In force") }, { "replaced", N_("Replaced") }, { NULL, NULL } };
static const struct choice LEVEL_STATE_CHOICES[] = { { "current", N_("Now") }, { "replaced", N_("Replaced") }, { "ended", N_("Left custody") }, { NULL, NULL } };

bool privilege_is_basic_right(struct text code)
{
	static const char *const RIGHTS[] = { "food", "open_air", "health", "contact", "lawyer" };
	for (size_t i = 0; i < sizeof RIGHTS / sizeof *RIGHTS; i++)
		if (text_equal_string(code, RIGHTS[i]))
			return true;
	return false;
}

static int level_of(const struct row *row, int field)
{
	for (int i = 0; PRIVILEGE_LEVEL_CHOICES[i].code; i++)
		if (row_is(row, field, PRIVILEGE_LEVEL_CHOICES[i].code))
			return i;
	return -1;
}

bool privilege_level_lowers(const struct row *level)
{
	return level_of(level, PRIVILEGE_LEVEL_LEVEL) < level_of(level, PRIVILEGE_LEVEL_BEFORE);
}

static const struct field PRIVILEGE_SCHEME[] = {
	[PRIVILEGE_SCHEME_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "facility" },
	[PRIVILEGE_SCHEME_VERSION] = { "version_name", N_("Version"), N_("As it stands on the paper that hangs in the units"), FIELD_LINE, OPEN, ONCE | FIELD_LISTED },
	[PRIVILEGE_SCHEME_LAW] = { "law", N_("Legal basis"), NULL, FIELD_LINE, OPEN, ONCE | FIELD_LISTED },
	[PRIVILEGE_SCHEME_PUBLISHED] = { "published_on", N_("Published"), N_("The day on which it was hung up and explained"), FIELD_DATE, OPEN, ONCE | FIELD_LISTED, .basis = &NMR_95 },
	[PRIVILEGE_SCHEME_GIVES] = { "gives", N_("What a higher level gives"), NULL, FIELD_CODES, OPEN, ONCE, .choices = PRIVILEGE_GIVES_CHOICES, .basis = &NMR_95 },
	[PRIVILEGE_SCHEME_HOW] = { "how", N_("How a level is reached and lost"), N_("In words that people in the facility understand"), FIELD_PROSE, OPEN, ONCE },
	[PRIVILEGE_SCHEME_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = SCHEME_STATE_CHOICES },
};

const struct record RECORD_PRIVILEGE_SCHEME = {
	.name = "privilege_scheme", .label = N_("Scheme of privileges"), .label_plural = N_("Schemes of privileges"),
	.help = N_("What people can gain in a facility, how, and what nobody can lose"),
	.fields = PRIVILEGE_SCHEME, .field_count = PRIVILEGE_SCHEME_FIELDS, .facility_field = PRIVILEGE_SCHEME_FACILITY, .person_field = FIELD_NONE,
	.parent_field = PRIVILEGE_SCHEME_FACILITY, .compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_95,
};

static const struct field PRIVILEGE_LEVEL[] = {
	[PRIVILEGE_LEVEL_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[PRIVILEGE_LEVEL_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" },
	[PRIVILEGE_LEVEL_SCHEME] = { "scheme", N_("Scheme of privileges"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "privilege_scheme", .basis = &NMR_95 },
	[PRIVILEGE_LEVEL_LEVEL] = { "level", N_("Level"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = PRIVILEGE_LEVEL_CHOICES },
	[PRIVILEGE_LEVEL_BEFORE] = { "level_before", N_("Level before"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_FIXED | FIELD_LISTED, .choices = PRIVILEGE_LEVEL_CHOICES },
	[PRIVILEGE_LEVEL_FROM] = { "starts_at", N_("From"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED },
	[PRIVILEGE_LEVEL_REASONS] = { "reasons", N_("Reasons"), N_("What the person did. The person is told them and may complain"), FIELD_PROSE, OPEN, FIELD_FIXED },
	[PRIVILEGE_LEVEL_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = LEVEL_STATE_CHOICES },
};

const struct record RECORD_PRIVILEGE_LEVEL = {
	.name = "privilege_level", .label = N_("Level of privileges"), .label_plural = N_("Levels of privileges"),
	.help = N_("What a person has above the rights of everybody, from a day on, with the reasons"),
	.fields = PRIVILEGE_LEVEL, .field_count = PRIVILEGE_LEVEL_FIELDS, .facility_field = PRIVILEGE_LEVEL_FACILITY, .person_field = PRIVILEGE_LEVEL_PERSON,
	.parent_field = PRIVILEGE_LEVEL_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_95,
};
