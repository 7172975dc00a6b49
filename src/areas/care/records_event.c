/* records_event.c - death, serious injury, disappearance, signs of torture: what happened, who outside has it, what is kept for them. */
#include "areas/care/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_8F = { "NMR-8.f", N_("Nelson Mandela Rules, Rule 8 (f)"), SOURCE_TEXT_READ };
static const struct citation NMR_71 = { "NMR-71.1a", N_("Nelson Mandela Rules, Rule 71"), SOURCE_TEXT_READ };
static const struct citation NMR_71B = { "NMR-71.1b", N_("Nelson Mandela Rules, Rule 71"), SOURCE_TEXT_READ };
static const struct citation NMR_71_3 = { "NMR-71.3", N_("Nelson Mandela Rules, Rule 71"), SOURCE_TEXT_READ };
static const struct citation NMR_72 = { "NMR-72", N_("Nelson Mandela Rules, Rule 72"), SOURCE_TEXT_READ };

const struct choice GRAVE_EVENT_KIND_CHOICES[] = { { "death", N_("Death") }, { "disappearance", N_("Disappearance or escape") },
	{ "serious_injury", N_("Serious injury") }, { "ill_treatment", N_("Signs of torture or other ill-treatment") }, { NULL, NULL } };
const struct choice GRAVE_EVENT_SOURCE_CHOICES[] = { { "register", N_("The register of custody") }, { "officer", N_("An officer saw or found it") },
	{ "health", N_("The health service saw signs") }, { "pattern", N_("Several records point to it") }, { "outside", N_("Somebody outside told of it") }, { NULL, NULL } };
static const struct choice STATE_CHOICES[] = { { "open", N_("Open") }, { "closed", N_("Closed") }, { "replaced", N_("Replaced") }, { NULL, NULL } };
const struct choice GRAVE_EVENT_OUTCOME_CHOICES[] = { { "natural", N_("Natural cause") }, { "accident", N_("Accident") }, { "self", N_("By the person's own hand") },
	{ "other_prisoner", N_("By another prisoner") }, { "staff", N_("By staff: case handed on") }, { "returned", N_("The person is back") },
	{ "not_confirmed", N_("Not confirmed by the authority") }, { "undetermined", N_("Could not be determined") }, { NULL, NULL } };
const struct choice GRAVE_EVENT_REMAINS_CHOICES[] = { { "kin", N_("Returned to the family") }, { "consulate", N_("Given to the consulate") },
	{ "funeral", N_("Funeral by the prison: nobody took charge") }, { NULL, NULL } };
const struct choice EVIDENCE_ITEM_KIND_CHOICES[] = { { "recording", N_("Camera or sound recording") }, { "log", N_("Log, register, roster") },
	{ "scene", N_("Cell or place") }, { "clothing", N_("Clothing or bedding") }, { "object", N_("Object") }, { "document", N_("Paper or letter") },
	{ "device", N_("Telephone or device") }, { "other", N_("Other") }, { NULL, NULL } };
static const struct choice ITEM_STATE_CHOICES[] = { { "held", N_("Held") }, { "handed_over", N_("Handed to the authority") }, { "released", N_("Released by the authority") },
	{ NULL, NULL } };

static const struct field GRAVE_EVENT[] = {
	[GRAVE_EVENT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[GRAVE_EVENT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[GRAVE_EVENT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = GRAVE_EVENT_KIND_CHOICES,
		.basis = &NMR_71 },
	[GRAVE_EVENT_HAPPENED] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[GRAVE_EVENT_WHERE] = { "happened_where", N_("Where"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[GRAVE_EVENT_CIRCUMSTANCES] = { "circumstances", N_("What happened"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED, .basis = &NMR_8F },
	[GRAVE_EVENT_SOURCE] = { "known_from", N_("How it is known"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = GRAVE_EVENT_SOURCE_CHOICES },
	[GRAVE_EVENT_IMPLICATED] = { "implicated", N_("Staff who may be implicated"), N_("Sign-in names parted by spaces: for them this event does not exist"),
		FIELD_CODES, CLOSED, FIELD_FIXED, .basis = &NMR_71_3 },
	[GRAVE_EVENT_PROTECTION] = { "protection", N_("How the person is kept safe from reprisals"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
	[GRAVE_EVENT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = STATE_CHOICES },
	[GRAVE_EVENT_CONTINUES] = { "continues", N_("Takes the place of"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED | FIELD_DERIVED, .reference = "grave_event" },
	[GRAVE_EVENT_REPORTED] = { "reported_at", N_("Reported to the authority"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED, .basis = &NMR_71 },
	[GRAVE_EVENT_AUTHORITY] = { "authority", N_("Independent authority"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[GRAVE_EVENT_REFERENCE] = { "authority_number", N_("Number of the authority"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[GRAVE_EVENT_BEGUN] = { "begun_at", N_("Investigation began"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[GRAVE_EVENT_KIN_TOLD] = { "kin_told_at", N_("Next of kin told"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[GRAVE_EVENT_CAUSE] = { "cause", N_("Cause"), NULL, FIELD_LINE, CLOSED, FIELD_DERIVED, .basis = &NMR_8F },
	[GRAVE_EVENT_OUTCOME] = { "outcome", N_("Outcome"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = GRAVE_EVENT_OUTCOME_CHOICES },
	[GRAVE_EVENT_FINDINGS] = { "findings", N_("What the authority found"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[GRAVE_EVENT_CLOSED] = { "closed_at", N_("Closed on"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[GRAVE_EVENT_REMAINS] = { "remains", N_("Body"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = GRAVE_EVENT_REMAINS_CHOICES, .basis = &NMR_72 },
	[GRAVE_EVENT_REMAINS_TO] = { "remains_to", N_("To whom, or where and by which custom"), NULL, FIELD_LINE, CLOSED, FIELD_DERIVED },
	[GRAVE_EVENT_REMAINS_AT] = { "remains_at", N_("Body returned or buried"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
};

static struct text event_title(struct arena *arena, const struct row *event)
{
	return date_text(arena, moment_date(row_moment(event, GRAVE_EVENT_HAPPENED)));
}

#define EVENT_READERS (ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

/* Quiet: that there is one is told to its readers only. Everybody may report; who handles it reads it. */
const struct record RECORD_GRAVE_EVENT = {
	.name = "grave_event", .label = N_("Death, injury or disappearance"), .label_plural = N_("Deaths, injuries and disappearances"),
	.help = N_("What an independent authority investigates, whatever is thought of the cause"),
	.fields = GRAVE_EVENT, .field_count = GRAVE_EVENT_FIELDS,
	.facility_field = GRAVE_EVENT_FACILITY, .person_field = GRAVE_EVENT_PERSON, .parent_field = GRAVE_EVENT_PERSON,
	.closed_to_field = GRAVE_EVENT_IMPLICATED, .compartment = COMPARTMENT_CORE, .flags = RECORD_QUIET,
	.readers = EVENT_READERS, .basis = &NMR_71, .title = event_title,
};

static const struct field EVIDENCE_ITEM[] = {
	[EVIDENCE_ITEM_EVENT] = { "grave_event", N_("Event"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "grave_event" },
	[EVIDENCE_ITEM_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[EVIDENCE_ITEM_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[EVIDENCE_ITEM_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = EVIDENCE_ITEM_KIND_CHOICES,
		.basis = &NMR_71B },
	[EVIDENCE_ITEM_DESCRIPTION] = { "description", N_("What exactly"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[EVIDENCE_ITEM_KEPT] = { "kept_at", N_("Where it is kept, and who holds it"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED | FIELD_LISTED },
	[EVIDENCE_ITEM_SEAL] = { "seal", N_("Seal or checksum"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[EVIDENCE_ITEM_PROPERTY] = { "property_item", N_("Property item"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "property_item" },
	[EVIDENCE_ITEM_PLACE] = { "place", N_("Cell or place"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "place" },
	[EVIDENCE_ITEM_HELD_AT] = { "held_at", N_("Held since"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[EVIDENCE_ITEM_CUSTODY] = { "custody", N_("Chain of custody"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[EVIDENCE_ITEM_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = ITEM_STATE_CHOICES },
	[EVIDENCE_ITEM_RELEASE] = { "release_number", N_("Number of the authority's decision"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[EVIDENCE_ITEM_RELEASED_AT] = { "released_at", N_("Released"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[EVIDENCE_ITEM_IMPLICATED] = { "implicated", N_("Staff who may be implicated"), NULL, FIELD_CODES, CLOSED, FIELD_FIXED, .basis = &NMR_71_3 },
};

const struct record RECORD_EVIDENCE_ITEM = {
	.name = "evidence_item", .label = N_("Evidence"), .label_plural = N_("Evidence held"),
	.help = N_("What nobody may destroy or alter until the investigating authority lets it go"),
	.fields = EVIDENCE_ITEM, .field_count = EVIDENCE_ITEM_FIELDS,
	.facility_field = EVIDENCE_ITEM_FACILITY, .person_field = EVIDENCE_ITEM_PERSON, .parent_field = EVIDENCE_ITEM_EVENT,
	.closed_to_field = EVIDENCE_ITEM_IMPLICATED, .compartment = COMPARTMENT_CORE, .flags = RECORD_QUIET,
	.readers = EVENT_READERS, .basis = &NMR_71B,
};

bool grave_event_is_open(const struct row *event) { return row_is(event, GRAVE_EVENT_STATE, "open"); }
