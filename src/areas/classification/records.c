/* records.c - the decision: what is decided about a person, why, by whom, until when, and how it ends. */
#include "areas/classification/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_8B = { "NMR-8.b", N_("Nelson Mandela Rules, Rule 8 (b)"), SOURCE_TEXT_READ };
static const struct citation NMR_89 = { "NMR-89.1", N_("Nelson Mandela Rules, Rule 89"), SOURCE_TEXT_READ };
static const struct citation NMR_93 = { "NMR-93.1b", N_("Nelson Mandela Rules, Rule 93"), SOURCE_TEXT_READ };
static const struct citation WAY_DOWN = { "SAFE-DOWN", N_("A path down with behaviour and evidence that earn it"), SOURCE_SECONDARY };

const struct choice CLASSIFICATION_KIND_CHOICES[] = { { "security_category", N_("Security category") }, { "cell_sharing", N_("Cell sharing") },
	{ "extremism_basis", N_("Violent-extremism basis") }, { "unit_placement", N_("Place in a unit") }, { NULL, NULL } };
const struct choice CLASSIFICATION_VALUE_CHOICES[] = { { "open", N_("Category: open conditions") }, { "low", N_("Category: low security") },
	{ "medium", N_("Category: medium security") }, { "high", N_("Category: high security") }, { "may_share", N_("Sharing: may share a cell") },
	{ "with_conditions", N_("Sharing: with conditions") }, { "alone", N_("Sharing: alone in the cell") },
	{ "conviction", N_("Basis: convicted of a listed offence") }, { "charge", N_("Basis: charged with a listed offence") },
	{ "assessed", N_("Basis: assessed and decided by a committee") }, { "vulnerable", N_("Basis: needs protection from recruitment") },
	{ "ordinary", N_("Unit: ordinary location") }, { "assessment_unit", N_("Unit: for assessment") }, { "special_unit", N_("Unit: special unit") },
	{ NULL, NULL } };
static const struct choice STATE_CHOICES[] = { { "proposed", N_("Proposed") }, { "disclosed", N_("Person has the papers") },
	{ "representations", N_("Person was heard") }, { "decided", N_("Decided, person not yet told") }, { "notified", N_("In force to its end, appeal open") },
	{ "appealed", N_("In force to its end, appealed") }, { "in_force", N_("In force to its end") }, { "review", N_("In force to its end, review due") },
	{ "ended", N_("Ended") }, { "withdrawn", N_("Withdrawn") }, { "closed", N_("Not made, person told") }, { NULL, NULL } };
const struct choice CLASSIFICATION_GROUND_CHOICES[] = { { "behaviour", N_("Behaviour in custody") }, { "escape", N_("Escape or attempt") },
	{ "violence", N_("Violence") }, { "recruitment", N_("Recruiting or pressing others") }, { "vulnerability", N_("Needs protection from others") },
	{ "offence", N_("The offence") }, { "sentence", N_("Length of the sentence") }, { "charge", N_("Open charge") }, { "mental_health", N_("Mental health") },
	{ "own_request", N_("The person's own wish") }, { "progress", N_("Progress made") }, { NULL, NULL } };
const struct choice CLASSIFICATION_REVIEW_REASON_CHOICES[] = { { "scheduled", N_("Due by date") }, { "rise", N_("Signs that risk has risen") },
	{ "fall", N_("Signs that risk has fallen") }, { "sentence", N_("The sentence has changed") }, { "age", N_("Age") }, { "event", N_("Another event") },
	{ "basis", N_("What it rested on has ended") }, { NULL, NULL } };
const struct choice CLASSIFICATION_BODY_CHOICES[] = { { "governor", N_("Governor") }, { "committee", N_("Committee") }, { "national", N_("National authority") }, { NULL, NULL } };
const struct choice CLASSIFICATION_DECISION_OUTCOME_CHOICES[] = { { "made", N_("Made") }, { "not_made", N_("Not made") }, { NULL, NULL } };
const struct choice CLASSIFICATION_NOTICE_FORM_CHOICES[] = { { "written", N_("In writing") }, { "read_out", N_("Read out") }, { "interpreter", N_("Through an interpreter") },
	{ "sign", N_("In sign language or another form") }, { NULL, NULL } };
const struct choice CLASSIFICATION_RECEIPT_CHOICES[] = { { "signed", N_("Signed by the person") }, { "refused", N_("Refused to sign, witnessed") }, { NULL, NULL } };
const struct choice CLASSIFICATION_LAW_END_CHOICES[] = { { "acquittal", N_("Acquittal") }, { "quashed", N_("Quashed") }, { "charge_dropped", N_("Charge dropped") },
	{ "law", N_("The law no longer allows it") }, { "served", N_("The sentence is served") }, { NULL, NULL } };
static const struct choice DECISION_END_CHOICES[] = { { "acquittal", N_("Acquittal") }, { "quashed", N_("Quashed") }, { "charge_dropped", N_("Charge dropped") },
	{ "law", N_("The law no longer allows it") }, { "served", N_("The sentence is served") }, { "review", N_("Ended at a review") },
	{ "replaced", N_("Replaced by a newer decision") }, { "appeal", N_("Quashed on appeal") }, { "withdrawn", N_("Withdrawn") },
	{ "not_made", N_("Not made") }, { "basis", N_("Ended with its basis") }, { "lapsed", N_("Lapsed") }, { "left", N_("The person has left custody") }, { NULL, NULL } };

static const struct field DECISION[] = {
	[CLASSIFICATION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[CLASSIFICATION_KIND] = { "kind", N_("Decision about"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED,
		.choices = CLASSIFICATION_KIND_CHOICES, .basis = &NMR_8B },
	[CLASSIFICATION_VALUE] = { "outcome_value", N_("Outcome"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CLASSIFICATION_VALUE_CHOICES },
	[CLASSIFICATION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = STATE_CHOICES },
	[CLASSIFICATION_ENDS_AT] = { "ends_at", N_("Ends by itself"), N_("From this moment it is on no page and in no list"), FIELD_MOMENT, OPEN,
		FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED },
	[CLASSIFICATION_REVIEW_DUE] = { "review_due", N_("Next review"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED },
	[CLASSIFICATION_REVIEW_REASON] = { "review_reason", N_("Why then"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_REVIEW_REASON_CHOICES },
	[CLASSIFICATION_GROUNDS] = { "grounds", N_("Grounds"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_GROUND_CHOICES, .basis = &NMR_89 },
	[CLASSIFICATION_REASONS] = { "reasons", N_("Reasons that concern this person"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED, .basis = &NMR_89 },
	[CLASSIFICATION_PURPOSE] = { "purpose", N_("What it is for"), NULL, FIELD_PROSE, OPEN, 0, .basis = &NMR_93 },
	[CLASSIFICATION_LESS] = { "less_restrictive", N_("What less was thought of, and why it is not enough"), NULL, FIELD_PROSE, CLOSED, 0 },
	[CLASSIFICATION_WAY_DOWN] = { "way_down", N_("Way down"), N_("What the person can do, and what would show it"), FIELD_PROSE, OPEN, 0, .basis = &WAY_DOWN },
	[CLASSIFICATION_LEGAL_GROUND] = { "legal_ground", N_("Law"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[CLASSIFICATION_ORDER] = { "legal_order", N_("Order of a court"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "legal_order" },
	[CLASSIFICATION_RESTS_ON] = { "rests_on", N_("Rests on"), N_("The basis with which it falls"), FIELD_REFERENCE, OPEN, 0, .reference = "classification_decision" },
	[CLASSIFICATION_PLACE] = { "unit", N_("Unit"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "place" },
	[CLASSIFICATION_RENEWS] = { "renews", N_("Renews"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "classification_decision" },
	[CLASSIFICATION_BEFORE] = { "value_before", N_("In force before"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_VALUE_CHOICES },
	[CLASSIFICATION_ASSESSOR] = { "assessor", N_("Assessed by"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "user_account" },
	[CLASSIFICATION_PROPOSER] = { "proposer", N_("Proposed by"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "user_account" },
	[CLASSIFICATION_PROPOSED_AT] = { "proposed_at", N_("Proposed"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_REQUIRED },
	[CLASSIFICATION_BODY] = { "body", N_("Who decides"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_REQUIRED, .choices = CLASSIFICATION_BODY_CHOICES },
	[CLASSIFICATION_HEARING_AT] = { "hearing_at", N_("On the list for"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_INDEXED },
	[CLASSIFICATION_DISCLOSED_AT] = { "disclosed_at", N_("Papers given"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_PREPARE_UNTIL] = { "prepare_until", N_("Time to prepare until"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_DISCLOSED_IN] = { "disclosed_in", N_("Papers given in the language"), NULL, FIELD_CODE, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_WITHHELD] = { "withheld_count", N_("Items withheld"), NULL, FIELD_INTEGER, OPEN, FIELD_DERIVED, .limits = { 0, 1000, 0 } },
	[CLASSIFICATION_DECIDED_AT] = { "decided_at", N_("Decided"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_DECIDER] = { "decider", N_("Decided by"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "user_account" },
	[CLASSIFICATION_OUTCOME] = { "outcome", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_DECISION_OUTCOME_CHOICES },
	[CLASSIFICATION_DECISION_REASONS] = { "decision_reasons", N_("Reasons of the decision"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_NOTIFIED_AT] = { "notified_at", N_("Person told"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_NOTICE_LANGUAGE] = { "notice_language", N_("Told in the language"), NULL, FIELD_CODE, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_NOTICE_FORM] = { "notice_form", N_("Told how"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_NOTICE_FORM_CHOICES },
	[CLASSIFICATION_RECEIPT] = { "receipt", N_("Receipt"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_RECEIPT_CHOICES },
	[CLASSIFICATION_WITNESS] = { "witness", N_("Witness"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_APPEAL_UNTIL] = { "appeal_until", N_("Appeal until"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_STARTED_AT] = { "started_at", N_("In force from"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_BASIS_FELL_AT] = { "basis_fell_at", N_("Its basis ended"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_INDEXED },
	[CLASSIFICATION_END_KIND] = { "end_kind", N_("How it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = DECISION_END_CHOICES },
	[CLASSIFICATION_END_REASON] = { "end_reason", N_("Why it ended"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[CLASSIFICATION_ASSESSMENT] = { "assessment", N_("Assessment relied on"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "assessment" },
	[CLASSIFICATION_PROPOSED] = { "proposed_value", N_("As proposed"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_VALUE_CHOICES },
};

static struct text decision_title(struct arena *arena, const struct row *row)
{
	(void)arena; /* a code; lists and links show its label in the reader's language */
	return row_text(row, CLASSIFICATION_VALUE);
}

const struct record RECORD_CLASSIFICATION = {
	.name = "classification_decision", .label = N_("Decision"), .label_plural = N_("Decisions"),
	.help = N_("What is decided about a person, with reasons, end and way down; it ends by itself unless renewed with fresh reasons"),
	.fields = DECISION, .field_count = CLASSIFICATION_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CLASSIFICATION_PERSON, .parent_field = CLASSIFICATION_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CLASSIFICATION_READERS, .lapse_field = CLASSIFICATION_ENDS_AT, .lapsed_readers = LAPSED_READERS,
	.basis = &NMR_8B, .title = decision_title,
};
