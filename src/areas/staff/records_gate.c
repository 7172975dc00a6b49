/* records_gate.c - keys, arms, men at the door of a women's unit, visits of directors, sessions of dentist and psychiatry, interpreters. */
#include "areas/staff/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)
#define FACILITY_FIELD { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" }
#define MEMBER_FIELD(label_) { "staff_member", label_, NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "staff_member" }
#define SCOPED(fields_, count_) .fields = fields_, .field_count = count_, .facility_field = 0, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE

static const struct citation NMR_25 = { "NMR-25.2", N_("Nelson Mandela Rules, Rule 25"), SOURCE_TEXT_READ };
static const struct citation NMR_79 = { "NMR-79.3", N_("Nelson Mandela Rules, Rule 79"), SOURCE_TEXT_READ };
static const struct citation NMR_80 = { "NMR-80.2", N_("Nelson Mandela Rules, Rule 80"), SOURCE_TEXT_READ };
static const struct citation NMR_81 = { "NMR-81.2", N_("Nelson Mandela Rules, Rule 81"), SOURCE_TEXT_READ };
static const struct citation NMR_82 = { "NMR-82.3a", N_("Nelson Mandela Rules, Rule 82"), SOURCE_TEXT_READ };

const struct choice WEAPON_KIND_CHOICES[] = { { "firearm", N_("Firearm") }, { "baton", N_("Baton") }, { "spray", N_("Irritant spray") }, { NULL, NULL } };
const struct choice HEALTH_SESSION_KIND_CHOICES[] = { { "dentist", N_("Dentist") }, { "psychiatry", N_("Psychiatry") }, { NULL, NULL } };
const struct choice INTERPRETATION_OCCASION_CHOICES[] = { { "interview", N_("Interview") }, { "decision", N_("Decision told or explained") }, { "health", N_("Health care") }, { NULL, NULL } };
const struct choice INTERPRETATION_MODE_CHOICES[] = { { "interpreter", N_("Interpreter in the room") }, { "telephone", N_("Interpreter by telephone or video") },
	{ "staff", N_("Staff who speak the language") }, { "other_language", N_("Another language that the person speaks well") }, { "none", N_("Nobody interpreted") }, { NULL, NULL } };

static const struct field SET[] = { [KEY_SET_FACILITY] = FACILITY_FIELD,
	[KEY_SET_LABEL] = { "label", N_("Key set"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[KEY_SET_WOMEN] = { "women_unit", N_("Opens a women's unit"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_81 },
	[KEY_SET_CLOSED] = { "closed", N_("No longer used"), NULL, FIELD_YES_NO, OPEN, 0 } };

const struct record RECORD_KEY_SET = { .name = "key_set", .label = N_("Key set"), .label_plural = N_("Key sets"), .help = N_("A bunch of keys that is issued and returned as one"),
	SCOPED(SET, KEY_SET_FIELDS), .flags = RECORD_NO_READ_LOG, .readers = STAFF_GATE_READERS, .keepers = ROLE(SECURITY) | ROLE(GOVERNOR), .basis = &NMR_81 };

static const struct field KEY[] = { [KEY_ISSUE_FACILITY] = FACILITY_FIELD,
	[KEY_ISSUE_SET] = { "key_set", N_("Key set"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "key_set" }, [KEY_ISSUE_MEMBER] = MEMBER_FIELD(N_("Holder")),
	[KEY_ISSUE_AT] = { "issued_at", N_("Issued"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED },
	[KEY_ISSUE_RETURNED] = { "returned_at", N_("Returned"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED } };

const struct record RECORD_KEY_ISSUE = { .name = "key_issue", .label = N_("Keys out"), .label_plural = N_("Key log"), .help = N_("Who took which keys, and when they came back"),
	SCOPED(KEY, KEY_ISSUE_FIELDS), .readers = STAFF_GATE_READERS, .basis = &NMR_81 };

static const struct field WEAPON[] = { [WEAPON_ISSUE_FACILITY] = FACILITY_FIELD, [WEAPON_ISSUE_MEMBER] = MEMBER_FIELD(N_("Holder")),
	[WEAPON_ISSUE_POST] = { "post", N_("Post"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "staff_post" },
	[WEAPON_ISSUE_KIND] = { "kind", N_("Weapon"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = WEAPON_KIND_CHOICES, .basis = &NMR_82 },
	[WEAPON_ISSUE_NUMBER] = { "weapon_number", N_("Number on the weapon"), NULL, FIELD_CODE, OPEN, ONCE | FIELD_LISTED },
	[WEAPON_ISSUE_ORDER] = { "special_order", N_("Order for special circumstances"), NULL, FIELD_LINE, OPEN, FIELD_FIXED, .basis = &NMR_82 },
	[WEAPON_ISSUE_ORDER_ENDS] = { "order_ends_at", N_("The order ends"), NULL, FIELD_MOMENT, OPEN, FIELD_FIXED },
	[WEAPON_ISSUE_AT] = { "issued_at", N_("Issued"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED },
	[WEAPON_ISSUE_RETURNED] = { "returned_at", N_("Returned"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED } };

const struct record RECORD_WEAPON_ISSUE = { .name = "weapon_issue", .label = N_("Weapon out"), .label_plural = N_("Arms log"), .help = N_("Who was given which weapon for which post"),
	SCOPED(WEAPON, WEAPON_ISSUE_FIELDS), .readers = STAFF_READERS, .basis = &NMR_82 };

static const struct field ENTRY[] = { [WOMEN_UNIT_ENTRY_FACILITY] = FACILITY_FIELD, [WOMEN_UNIT_ENTRY_MEMBER] = MEMBER_FIELD(N_("Who goes in")),
	[WOMEN_UNIT_ENTRY_WITH] = { "accompanied_by", N_("Woman colleague who goes along"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED | FIELD_LISTED, .reference = "staff_member", .basis = &NMR_81 },
	[WOMEN_UNIT_ENTRY_PURPOSE] = { "purpose", N_("What for"), NULL, FIELD_LINE, OPEN, ONCE },
	[WOMEN_UNIT_ENTRY_EMERGENCY] = { "emergency", N_("Emergency: what happened"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[WOMEN_UNIT_ENTRY_AT] = { "entered_at", N_("When"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED } };

const struct record RECORD_WOMEN_UNIT_ENTRY = { .name = "women_unit_entry", .label = N_("Entry to a women's unit"), .label_plural = N_("Entries to women's units"),
	.help = N_("Men who went into a women's unit, and the woman colleague with them"), SCOPED(ENTRY, WOMEN_UNIT_ENTRY_FIELDS), .readers = STAFF_GATE_READERS, .basis = &NMR_81 };

static const struct field VISIT[] = { [DIRECTOR_VISIT_FACILITY] = FACILITY_FIELD, [DIRECTOR_VISIT_MEMBER] = MEMBER_FIELD(N_("Director")),
	[DIRECTOR_VISIT_ON] = { "visited_on", N_("Day"), NULL, FIELD_DATE, OPEN, ONCE | FIELD_LISTED, .basis = &NMR_79 },
	[DIRECTOR_VISIT_NOTE] = { "note", N_("What was seen"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED } };

const struct record RECORD_DIRECTOR_VISIT = { .name = "director_visit", .label = N_("Visit of the director"), .label_plural = N_("Visits of directors"),
	.help = N_("When the director of several prisons was in this one"), SCOPED(VISIT, DIRECTOR_VISIT_FIELDS), .readers = STAFF_READERS, .basis = &NMR_79 };

static const struct field SESSION[] = { [HEALTH_SESSION_FACILITY] = FACILITY_FIELD,
	[HEALTH_SESSION_KIND] = { "kind", N_("Session"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = HEALTH_SESSION_KIND_CHOICES, .basis = &NMR_25 },
	[HEALTH_SESSION_ON] = { "held_on", N_("Held on"), NULL, FIELD_DATE, OPEN, ONCE | FIELD_LISTED },
	[HEALTH_SESSION_SEEN] = { "seen", N_("People seen"), NULL, FIELD_INTEGER, OPEN, ONCE | FIELD_LISTED, .limits = { 0, 2000, 0 } },
	[HEALTH_SESSION_WAITING] = { "waiting", N_("People who still wait"), NULL, FIELD_INTEGER, OPEN, ONCE | FIELD_LISTED, .limits = { 0, 20000, 0 } },
	[HEALTH_SESSION_LONGEST] = { "longest_days", N_("Longest wait, in days"), NULL, FIELD_INTEGER, OPEN, FIELD_FIXED | FIELD_LISTED, .limits = { 0, 5000, 0 } } };

const struct record RECORD_HEALTH_SESSION = { .name = "health_session", .label = N_("Session of dentist or psychiatry"), .label_plural = N_("Sessions of dentist and psychiatry"),
	.help = N_("When it was held and how many still wait; never who"), SCOPED(SESSION, HEALTH_SESSION_FIELDS),
	.readers = ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR), .basis = &NMR_25 };

static const struct field INTERPRETED[] = {
	[INTERPRETATION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" }, [INTERPRETATION_FACILITY] = FACILITY_FIELD,
	[INTERPRETATION_OCCASION] = { "occasion", N_("Occasion"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = INTERPRETATION_OCCASION_CHOICES },
	[INTERPRETATION_LANGUAGE] = { "language", N_("Language, two letters"), NULL, FIELD_CODE, OPEN, ONCE | FIELD_LISTED, .limits = { 2, 3, 0 } },
	[INTERPRETATION_MODE] = { "mode", N_("How it was understood"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = INTERPRETATION_MODE_CHOICES, .basis = &NMR_80 },
	[INTERPRETATION_BY] = { "interpreter", N_("Interpreter"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[INTERPRETATION_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED } };

const struct record RECORD_INTERPRETATION = { .name = "interpretation", .label = N_("Interpretation"), .label_plural = N_("Interpretations"),
	.help = N_("How a conversation or a decision was made understood"), .fields = INTERPRETED, .field_count = INTERPRETATION_FIELDS, .facility_field = INTERPRETATION_FACILITY,
	.person_field = INTERPRETATION_PERSON, .parent_field = INTERPRETATION_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_80 };
