/* records_visit.c - visits, and letters, calls and video calls. */
#include "areas/contact/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)
#define SAID FIELD_DERIVED

static const struct citation NMR_58 = { "NMR-58.1", N_("Nelson Mandela Rules, Rule 58"), SOURCE_TEXT_READ };
static const struct citation NMR_60 = { "NMR-60.1", N_("Nelson Mandela Rules, Rule 60"), SOURCE_TEXT_READ };
static const struct citation NMR_61 = { "NMR-61.1b", N_("Nelson Mandela Rules, Rule 61"), SOURCE_TEXT_READ };
static const struct citation BKK_28 = { "BKK-28", N_("Bangkok Rules, Rule 28"), SOURCE_RECALLED };
static const struct citation BKK_44 = { "BKK-44", N_("Bangkok Rules, Rule 44"), SOURCE_SECONDARY };

/* What kind of visit, never of which belief: a pastoral visit says only that somebody's own representative came. */
const struct choice VISIT_CLASS_CHOICES[] = { { "family", N_("Family") }, { "friend", N_("Friend") }, { "legal", N_("Lawyer") },
	{ "consular", N_("Consulate or protecting body") }, { "pastoral", N_("Religious representative or counsellor") },
	{ "official", N_("Inspector, monitor or complaint body") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice VISIT_SETTING_CHOICES[] = { { "room", N_("In one room, in sight of staff") }, { "unheard", N_("In one room, in sight and out of hearing") },
	{ "private", N_("Private family visit, unwatched") }, { "glass", N_("Behind glass") }, { "heard", N_("In hearing of staff") }, { NULL, NULL } };
/* Ends after the live list of official visits (prison-practice 23a.7). */
#define ENDS { "held", N_("Took place") }, { "declined", N_("The person did not want it") }, { "absent", N_("The visitor did not come") }, \
	{ "called_off", N_("The visitor called it off") }, { "turned_away", N_("The visitor did not agree to a search") }, \
	{ "not_held", N_("The prison could not hold it") }, { "not_allowed", N_("The prison did not allow it") }
const struct choice VISIT_STATE_CHOICES[] = { { "asked", N_("Asked for, no time yet") }, { "booked", N_("Booked") }, ENDS,
	{ "gone", N_("The person had left the facility") }, { NULL, NULL } };
const struct choice VISIT_OUTCOME_CHOICES[] = { ENDS, { NULL, NULL } };
const struct choice VISIT_SEARCH_CHOICES[] = { { "none", N_("None") }, { "detector", N_("Detector, scanner or dog") },
	{ "pat_down", N_("Pat-down over the clothes") }, { "strip", N_("Clothes taken off") }, { "cavity", N_("Body cavity") }, { NULL, NULL } };
const struct choice VISIT_ORDER_CHOICES[] = { { "nobody", N_("Nobody") }, { "duty", N_("Officer in charge") }, { "director", N_("Director") }, { NULL, NULL } };
const struct choice VISIT_WATCHED_CHOICES[] = { { "nobody", N_("By nobody") }, { "sight", N_("In sight only") }, { "heard", N_("In hearing") },
	{ "recorded", N_("Sound was recorded") }, { NULL, NULL } };

static const struct field VISIT[] = {
	[VISIT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[VISIT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[VISIT_CLASS] = { "visit_class", N_("Kind of visit"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED | FIELD_INDEXED, .choices = VISIT_CLASS_CHOICES, .basis = &NMR_58 },
	[VISIT_CONTACT] = { "contact", N_("Contact in the file"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "contact" },
	[VISIT_VISITOR] = { "visitor", N_("Visitor"), NULL, FIELD_LINE, OPEN, ONCE | FIELD_LISTED },
	[VISIT_RELATION] = { "relation", N_("Relation"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[VISIT_CHILDREN] = { "children", N_("Children who come along"), NULL, FIELD_INTEGER, OPEN, FIELD_FIXED, .limits = { 0, 20, 0 } },
	[VISIT_OWN_CHILD] = { "own_child", N_("A child of the person is among them"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED, .basis = &BKK_28 },
	[VISIT_SETTING] = { "setting", N_("How they meet"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED, .choices = VISIT_SETTING_CHOICES, .basis = &NMR_61 },
	[VISIT_SETTING_WHY] = { "setting_why", N_("Why not openly"), NULL, FIELD_LINE, OPEN, 0 },
	[VISIT_WANTED] = { "wanted", N_("The person wants this visit"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED, .basis = &BKK_44 },
	[VISIT_INTERPRETER] = { "interpreter", N_("An interpreter is offered"), NULL, FIELD_YES_NO, OPEN, 0 },
	[VISIT_ASKED_AT] = { "asked_at", N_("Asked for"), NULL, FIELD_MOMENT, OPEN, ONCE },
	[VISIT_PLANNED_AT] = { "planned_at", N_("Time"), NULL, FIELD_MOMENT, OPEN, FIELD_LISTED | FIELD_INDEXED },
	[VISIT_MINUTES] = { "minutes", N_("Minutes planned"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 5, 5760, 0 } },
	[VISIT_LATER_WISH] = { "later_wish", N_("The person or the visitor asked for a later time"), NULL, FIELD_YES_NO, OPEN, 0 },
	[VISIT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | SAID | FIELD_LISTED | FIELD_INDEXED, .choices = VISIT_STATE_CHOICES },
	[VISIT_HELD_AT] = { "held_at", N_("Began, or was to begin"), NULL, FIELD_MOMENT, OPEN, SAID },
	[VISIT_HELD_MINUTES] = { "held_minutes", N_("Minutes it lasted"), NULL, FIELD_INTEGER, OPEN, SAID, .limits = { 0, 5760, 0 } },
	[VISIT_IDENTITY] = { "identity_seen", N_("Identity of the visitor seen"), NULL, FIELD_YES_NO, OPEN, SAID },
	[VISIT_SEARCH] = { "search", N_("Search of the visitor"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = VISIT_SEARCH_CHOICES, .basis = &NMR_60 },
	[VISIT_SEARCH_AGREED] = { "search_agreed", N_("The visitor agreed to it"), NULL, FIELD_YES_NO, OPEN, SAID, .basis = &NMR_60 },
	[VISIT_SEARCHED_CHILD] = { "searched_child", N_("The visitor searched is under 18, or may be"), NULL, FIELD_YES_NO, OPEN, SAID },
	[VISIT_SEARCH_DECENT] = { "search_decent", N_("In private, by trained staff of the visitor's sex"), NULL, FIELD_YES_NO, OPEN, SAID },
	[VISIT_SEARCH_ORDER] = { "search_order", N_("Who ordered the search"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = VISIT_ORDER_CHOICES },
	[VISIT_SEARCH_HEALTH] = { "search_health", N_("Made by a health professional"), NULL, FIELD_YES_NO, OPEN, SAID },
	[VISIT_WATCHED] = { "watched", N_("How it was watched"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = VISIT_WATCHED_CHOICES, .basis = &NMR_61 },
	[VISIT_NOTE] = { "note", N_("Note"), NULL, FIELD_LINE, OPEN, SAID },
	[VISIT_FAMILY] = { "family", N_("Counts as contact with family or friends"), NULL, FIELD_YES_NO, OPEN, SAID },
	[VISIT_SEX] = { "sex", N_("Sex"), NULL, FIELD_CHOICE, OPEN, SAID | FIELD_FIXED, .choices = SEX_CHOICES },
};

bool visit_is_open(const struct row *visit)
{
	return row_is(visit, VISIT_STATE, "asked") || row_is(visit, VISIT_STATE, "booked");
}

bool visit_failed_by_prison(struct text state)
{
	return text_equal_string(state, "not_held") || text_equal_string(state, "not_allowed");
}

bool contact_class_is_family(struct text class)
{
	return text_equal_string(class, "family") || text_equal_string(class, "friend");
}

static struct text visit_title(struct arena *arena, const struct row *visit)
{
	(void)arena;
	return row_text(visit, VISIT_VISITOR);
}

const struct record RECORD_VISIT = {
	.name = "visit", .label = N_("Visit"), .label_plural = N_("Visits"), .help = N_("One visit from the request to what came of it"),
	.fields = VISIT, .field_count = VISIT_FIELDS, .facility_field = VISIT_FACILITY, .person_field = VISIT_PERSON, .parent_field = VISIT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_58, .title = visit_title,
};

const struct choice COMMUNICATION_MEANS_CHOICES[] = { { "letter", N_("Letter") }, { "call", N_("Call") }, { "video", N_("Video call") },
	{ "parcel", N_("Parcel") }, { NULL, NULL } };
const struct choice COMMUNICATION_DIRECTION_CHOICES[] = { { "out", N_("From the person") }, { "in", N_("To the person") }, { NULL, NULL } };
const struct choice COMMUNICATION_LOOKED_CHOICES[] = { { "nothing", N_("Nothing: closed, and nobody listened") },
	{ "objects", N_("Opened before the person for forbidden objects, not read") }, { "read", N_("Read") }, { "heard", N_("Listened to") },
	{ "recorded", N_("Recorded") }, { NULL, NULL } };
const struct choice COMMUNICATION_RESULT_CHOICES[] = { { "done", N_("Took place, or delivered") }, { "not_reached", N_("The other side was not reached") },
	{ "declined", N_("Offered, the person did not want it") }, { "failed", N_("The prison could not do it") },
	{ "withheld", N_("Withheld by the prison") }, { NULL, NULL } };

static const struct field COMMUNICATION[] = {
	[COMMUNICATION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[COMMUNICATION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" },
	[COMMUNICATION_MEANS] = { "means", N_("What"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = COMMUNICATION_MEANS_CHOICES },
	[COMMUNICATION_DIRECTION] = { "direction", N_("Direction"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = COMMUNICATION_DIRECTION_CHOICES },
	[COMMUNICATION_CLASS] = { "contact_class", N_("With whom"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = VISIT_CLASS_CHOICES, .basis = &NMR_58 },
	[COMMUNICATION_CONTACT] = { "contact", N_("Contact in the file"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "contact" },
	[COMMUNICATION_OTHER] = { "other_side", N_("Name of the other side"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[COMMUNICATION_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED },
	[COMMUNICATION_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, FIELD_FIXED, .limits = { 0, 600, 0 } },
	[COMMUNICATION_LOOKED] = { "looked_at", N_("What staff looked at or heard"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = COMMUNICATION_LOOKED_CHOICES,
		.basis = &NMR_61 },
	[COMMUNICATION_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = COMMUNICATION_RESULT_CHOICES },
	[COMMUNICATION_NOTE] = { "note", N_("Note"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[COMMUNICATION_FAMILY] = { "family", N_("Counts as contact with family or friends"), NULL, FIELD_YES_NO, OPEN, SAID | FIELD_FIXED },
};

static struct text communication_title(struct arena *arena, const struct row *row)
{
	return date_text(arena, moment_date(row_moment(row, COMMUNICATION_AT)));
}

const struct record RECORD_COMMUNICATION = {
	.name = "communication", .label = N_("Letter or call"), .label_plural = N_("Letters and calls"),
	.help = N_("One letter, call, video call or parcel, or the offer of one; never what was said in it"),
	.fields = COMMUNICATION, .field_count = COMMUNICATION_FIELDS, .facility_field = COMMUNICATION_FACILITY, .person_field = COMMUNICATION_PERSON,
	.parent_field = COMMUNICATION_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_58, .title = communication_title,
};
