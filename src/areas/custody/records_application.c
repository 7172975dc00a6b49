/*
 * records_application.c - what a person asks for with a clock: own file, leave to relatives, own doctor, lawyer, writing material;
 * news of relatives that the person must hear at once; and the rounds at night.
 */
#include "areas/custody/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_9 = { "NMR-9.2", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };
static const struct citation NMR_12 = { "NMR-12.2b", N_("Nelson Mandela Rules, Rule 12"), SOURCE_TEXT_READ };
static const struct citation NMR_70 = { "NMR-70.a", N_("Nelson Mandela Rules, Rule 70"), SOURCE_TEXT_READ };
static const struct citation NMR_70B = { "NMR-70.b", N_("Nelson Mandela Rules, Rule 70"), SOURCE_TEXT_READ };
static const struct citation NMR_119 = { "NMR-119.2", N_("Nelson Mandela Rules, Rule 119"), SOURCE_TEXT_READ };

const struct choice NEWS_EVENT_CHOICES[] = { { "death", N_("Death") }, { "illness", N_("Serious illness or injury") }, { NULL, NULL } };
const struct choice NEWS_HOW_CHOICES[] = { { "in_person", N_("Face to face, by trained staff") }, { "interpreter", N_("Face to face, through an interpreter") },
	{ "telephone", N_("By telephone") }, { "letter", N_("By letter") }, { NULL, NULL } };
const struct choice NEWS_WATCH_CHOICES[] = { { "not_needed", N_("Asked how the person is; no watch needed") }, { "wing", N_("Staff of the unit told to look in") },
	{ "health", N_("Health service told") }, { NULL, NULL } };
static const struct choice NEWS_STATE_CHOICES[] = { { "received", N_("Person not told yet") }, { "told", N_("Told") }, { NULL, NULL } };

static const struct field RELATIVE_NEWS[] = {
	[RELATIVE_NEWS_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[RELATIVE_NEWS_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_DERIVED, .reference = "facility" },
	[RELATIVE_NEWS_EVENT] = { "event", N_("What happened"), NULL, FIELD_CHOICE, CLOSED, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = NEWS_EVENT_CHOICES },
	[RELATIVE_NEWS_RELATIVE] = { "relative", N_("To whom it happened"), N_("As the person calls them: mother, brother, wife"), FIELD_LINE, CLOSED,
		FIELD_REQUIRED | FIELD_LISTED },
	[RELATIVE_NEWS_SOURCE] = { "source", N_("Who brought the news"), N_("Name and how to reach them, so that it can be checked"), FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[RELATIVE_NEWS_RECEIVED] = { "received_at", N_("News received"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .basis = &NMR_70 },
	[RELATIVE_NEWS_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = NEWS_STATE_CHOICES },
	[RELATIVE_NEWS_TOLD] = { "told_at", N_("Person told"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED, .basis = &NMR_70 },
	[RELATIVE_NEWS_HOW] = { "how", N_("How the person was told"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = NEWS_HOW_CHOICES },
	[RELATIVE_NEWS_TOLD_BY] = { "told_by", N_("Told by"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[RELATIVE_NEWS_WATCH] = { "watch", N_("How the person is afterwards"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = NEWS_WATCH_CHOICES },
	[RELATIVE_NEWS_SUPPORT] = { "support", N_("What was offered"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
};

const struct record RECORD_RELATIVE_NEWS = {
	.name = "relative_news", .label = N_("News of a relative"), .label_plural = N_("News of relatives"),
	.help = N_("Death or serious illness of somebody close, which the person must hear at once"),
	.fields = RELATIVE_NEWS, .field_count = RELATIVE_NEWS_FIELDS,
	.facility_field = RELATIVE_NEWS_FACILITY, .person_field = RELATIVE_NEWS_PERSON, .parent_field = RELATIVE_NEWS_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(WING) | ROLE(HEALTH) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS), .basis = &NMR_70,
};

const struct choice APPLICATION_KIND_CHOICES[] = { { "own_file", N_("To see the own file") }, { "leave", N_("To go to a relative's bedside or funeral") },
	{ "own_doctor", N_("A doctor or dentist of the person's own") }, { "lawyer", N_("A lawyer") },
	{ "writing_material", N_("Writing material for the defence") }, { "books", N_("Books, newspapers or other occupation, at own cost") },
	{ "own_food", N_("Food from outside, at own cost") }, { "own_clothing", N_("To wear own clothes") }, { NULL, NULL } };
const struct choice APPLICATION_DECISION_CHOICES[] = { { "granted", N_("Granted") }, { "refused", N_("Refused") }, { NULL, NULL } };
const struct choice APPLICATION_REVIEW_CHOICES[] = { { "stands", N_("The refusal stands") }, { "changed", N_("To be granted") }, { NULL, NULL } };
static const struct choice APPLICATION_STATE_CHOICES[] = { { "open", N_("Waits for a decision") }, { "granted", N_("Granted, to be carried out") },
	{ "refused", N_("Refused") }, { "done", N_("Done") }, { NULL, NULL } };

static const struct field APPLICATION[] = {
	[APPLICATION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[APPLICATION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_DERIVED, .reference = "facility" },
	[APPLICATION_KIND] = { "kind", N_("What the person asks for"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.choices = APPLICATION_KIND_CHOICES },
	[APPLICATION_WORDS] = { "words", N_("In the person's words"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
	[APPLICATION_MADE] = { "made_at", N_("Asked"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[APPLICATION_EVENT] = { "event_at", N_("When it would be too late"), NULL, FIELD_MOMENT, OPEN, FIELD_FIXED, .basis = &NMR_70B },
	[APPLICATION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = APPLICATION_STATE_CHOICES },
	[APPLICATION_DECIDED] = { "decided_at", N_("Decided"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[APPLICATION_GROUNDS] = { "grounds", N_("Grounds of the decision"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[APPLICATION_ALTERNATIVE] = { "alternative", N_("What is offered instead"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED, .basis = &NMR_70B },
	[APPLICATION_WITHHELD] = { "withheld", N_("Parts of the file are withheld"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED, .basis = &NMR_9 },
	[APPLICATION_LEGAL_GROUND] = { "legal_ground", N_("Law on which it rests"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED, .basis = &NMR_9 },
	[APPLICATION_REVIEWER] = { "reviewer", N_("Sent for independent review to"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED, .basis = &NMR_119 },
	[APPLICATION_REVIEW] = { "review", N_("Independent review"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = APPLICATION_REVIEW_CHOICES, .basis = &NMR_119 },
	[APPLICATION_REVIEWED] = { "reviewed_at", N_("Reviewed"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[APPLICATION_DONE] = { "done_at", N_("Carried out"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[APPLICATION_RESULT] = { "result", N_("How it was carried out"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
};

const struct record RECORD_APPLICATION = {
	.name = "person_application", .label = N_("Application"), .label_plural = N_("Applications"),
	.help = N_("What a person asks for and must have an answer to in time"),
	.fields = APPLICATION, .field_count = APPLICATION_FIELDS,
	.facility_field = APPLICATION_FACILITY, .person_field = APPLICATION_PERSON, .parent_field = APPLICATION_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(WING) | ROLE(HEALTH), .basis = &NMR_9,
};

static const struct field NIGHT_ROUND[] = {
	[NIGHT_ROUND_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[NIGHT_ROUND_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "place" },
	[NIGHT_ROUND_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED, .basis = &NMR_12 },
	[NIGHT_ROUND_CALM] = { "calm", N_("Everybody seen, everything calm"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[NIGHT_ROUND_NOTE] = { "note", N_("What was found"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
};

const struct record RECORD_NIGHT_ROUND = {
	.name = "night_round", .label = N_("Round at night"), .label_plural = N_("Rounds at night"),
	.help = N_("Looking in on those who sleep in a dormitory or unit"),
	.fields = NIGHT_ROUND, .field_count = NIGHT_ROUND_FIELDS,
	.facility_field = NIGHT_ROUND_FACILITY, .person_field = FIELD_NONE, .parent_field = NIGHT_ROUND_PLACE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(HEALTH) | ROLE(GOVERNOR) |
		ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR), .basis = &NMR_12,
};
