/* records_belief.c - religion and belief as a right: who may come, and what a person wishes. What somebody believes is no field. */
#include "areas/contact/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)
#define SAID FIELD_DERIVED

static const struct citation NMR_65 = { "NMR-65.1", N_("Nelson Mandela Rules, Rule 65"), SOURCE_TEXT_READ };
static const struct citation NMR_66 = { "NMR-66", N_("Nelson Mandela Rules, Rule 66"), SOURCE_TEXT_READ };

static const struct choice REPRESENTATIVE_STATE_CHOICES[] = { { "approved", N_("Approved") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field REPRESENTATIVE[] = {
	[REPRESENTATIVE_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" },
	[REPRESENTATIVE_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, ONCE | FIELD_LISTED },
	[REPRESENTATIVE_COMMUNITY] = { "community", N_("Community that sends him or her"), NULL, FIELD_LINE, OPEN, ONCE | FIELD_LISTED },
	[REPRESENTATIVE_BY] = { "approved_by", N_("Who approved"), NULL, FIELD_LINE, OPEN, ONCE },
	[REPRESENTATIVE_HOURS] = { "hours_week", N_("Hours a week"), NULL, FIELD_INTEGER, OPEN, FIELD_LISTED, .limits = { 0, 60, 0 } },
	[REPRESENTATIVE_SERVICES] = { "services", N_("Days and hours of services"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[REPRESENTATIVE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | SAID | FIELD_LISTED | FIELD_INDEXED, .choices = REPRESENTATIVE_STATE_CHOICES },
	[REPRESENTATIVE_ENDED_WHY] = { "ended_why", N_("Why it ended"), NULL, FIELD_LINE, OPEN, SAID },
};

const struct record RECORD_REPRESENTATIVE = {
	.name = "representative", .label = N_("Representative of a religion or belief"), .label_plural = N_("Representatives of religions and beliefs"),
	.help = N_("Who may hold services and see people in private"), .fields = REPRESENTATIVE, .field_count = REPRESENTATIVE_FIELDS,
	.facility_field = REPRESENTATIVE_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .basis = &NMR_65,
};

const struct choice BELIEF_WISH_KIND_CHOICES[] = { { "representative", N_("To see a representative") }, { "service", N_("To take part in services") },
	{ "book", N_("Books or objects") }, { "diet", N_("Food") }, { "practice", N_("Time, washing, clothing for practice") }, { "none", N_("To be left alone with it") }, { NULL, NULL } };
const struct choice BELIEF_WISH_RESULT_CHOICES[] = { { "met", N_("Met") }, { "other_way", N_("Met in another way") }, { "refused", N_("Not met") },
	{ "withdrawn", N_("Withdrawn by the person") }, { NULL, NULL } };
static const struct choice WISH_STATE_CHOICES[] = { { "open", N_("Open") }, { "answered", N_("Answered") }, { NULL, NULL } };

static const struct field BELIEF_WISH[] = {
	[BELIEF_WISH_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[BELIEF_WISH_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[BELIEF_WISH_KIND] = { "kind", N_("Wish"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED | FIELD_INDEXED, .choices = BELIEF_WISH_KIND_CHOICES, .basis = &NMR_66 },
	[BELIEF_WISH_WORDS] = { "words", N_("In the person's words"), NULL, FIELD_LINE, CLOSED, FIELD_FIXED | FIELD_LISTED },
	[BELIEF_WISH_REPRESENTATIVE] = { "representative", N_("Representative"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "representative" },
	[BELIEF_WISH_ASKED_AT] = { "asked_at", N_("Asked for"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED },
	[BELIEF_WISH_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | SAID | FIELD_LISTED | FIELD_INDEXED, .choices = WISH_STATE_CHOICES },
	[BELIEF_WISH_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, SAID | FIELD_LISTED, .choices = BELIEF_WISH_RESULT_CHOICES },
	[BELIEF_WISH_ANSWERED_AT] = { "answered_at", N_("Answered"), NULL, FIELD_MOMENT, OPEN, SAID },
	[BELIEF_WISH_ANSWER] = { "answer", N_("Answer"), NULL, FIELD_LINE, OPEN, SAID },
	[BELIEF_WISH_INSTEAD] = { "alternative", N_("What is offered instead"), NULL, FIELD_LINE, OPEN, SAID },
	[BELIEF_WISH_UNTIL] = { "until_day", N_("Until which day"), NULL, FIELD_DATE, OPEN, SAID },
};

static struct text wish_title(struct arena *arena, const struct row *wish)
{
	return date_text(arena, moment_date(row_moment(wish, BELIEF_WISH_ASKED_AT)));
}

const struct record RECORD_BELIEF_WISH = {
	.name = "belief_wish", .label = N_("Wish of religion or belief"), .label_plural = N_("Wishes of religion and belief"),
	.help = N_("What a person asks for; nobody may take it as a sign of anything"), .fields = BELIEF_WISH, .field_count = BELIEF_WISH_FIELDS,
	.facility_field = BELIEF_WISH_FACILITY, .person_field = BELIEF_WISH_PERSON, .parent_field = BELIEF_WISH_PERSON, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_QUIET, .readers = BELIEF_CARERS, .basis = &NMR_66, .title = wish_title,
};
