/* records_parts.c - what hangs on a decision: evidence, representations, votes, appeals; and the area's list of records. */
#include "areas/classification/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation INDEPENDENT = { "SAFE-T15", N_("Independent evidence: one event counts once"), SOURCE_SECONDARY };
static const struct citation DISCLOSURE = { "SAFE-T6", N_("Disclosure: full, else a gist, else not used"), SOURCE_SECONDARY };
static const struct citation PROTECTED = { "SAFE-P1", N_("Nelson Mandela Rules, Rule 2; Security Council resolution 2396"), SOURCE_TEXT_READ };

#define DECISION_FIELD { "decision", N_("Decision"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "classification_decision" }
#define PERSON_FIELD { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" }
#define ENDS_FIELD { "ends_at", N_("Ends by itself"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_INDEXED }

const struct choice CLASSIFICATION_EVIDENCE_DIRECTION_CHOICES[] = { { "rise", N_("Speaks for more restriction") }, { "fall", N_("Speaks for less restriction") },
	{ "neutral", N_("Neither") }, { NULL, NULL } };
/* The second half may be written down and never carries a decision alone. */
const struct choice CLASSIFICATION_EVIDENCE_RESTS_CHOICES[] = { { "violence", N_("Violence or threat") }, { "escape", N_("Escape or attempt") },
	{ "recruiting", N_("Recruiting or pressing others") }, { "organising", N_("Organising or supporting violence") }, { "find", N_("A thing found") },
	{ "court", N_("Finding of a court") }, { "rule_breaking", N_("Breach of the prison's rules") }, { "engagement", N_("Work on own conduct") },
	{ "protecting", N_("Conduct that protects others") }, { "need", N_("A need for protection") }, { "worship", N_("Worship") }, { "dress", N_("Dress or beard") },
	{ "diet", N_("Diet or fasting") }, { "language", N_("Language spoken") }, { "reading", N_("Lawful reading") }, { "belief", N_("Belief or opinion") },
	{ "origin", N_("Origin or ethnicity") }, { "family", N_("Family ties") }, { "silence", N_("Silence or a refused interview") }, { NULL, NULL } };
const struct choice CLASSIFICATION_SOURCE_KIND_CHOICES[] = { { "observation", N_("Seen by staff") }, { "incident", N_("Incident report") }, { "court", N_("Paper of a court") },
	{ "assessment", N_("Assessment") }, { "health", N_("Health service, with consent") }, { "person", N_("The person") }, { "family", N_("Family") },
	{ "prisoner", N_("Another prisoner") }, { "partner", N_("Another authority") }, { "report", N_("Graded report") }, { NULL, NULL } };
/* The 5x5 scheme, as data: prison-practice section 11.1. */
const struct choice CLASSIFICATION_SOURCE_GRADE_CHOICES[] = { { "A", N_("A: always reliable") }, { "B", N_("B: mostly reliable") }, { "C", N_("C: sometimes reliable") },
	{ "D", N_("D: unreliable") }, { "E", N_("E: untested") }, { NULL, NULL } };
const struct choice CLASSIFICATION_CONTENT_GRADE_CHOICES[] = { { "1", N_("1: known to be true") }, { "2", N_("2: known to the source directly") },
	{ "3", N_("3: not directly, but backed by other facts") }, { "4", N_("4: cannot be judged") }, { "5", N_("5: suspected to be false") }, { NULL, NULL } };
const struct choice CLASSIFICATION_FACT_CHOICES[] = { { "fact", N_("Fact") }, { "opinion", N_("Opinion") }, { NULL, NULL } };
const struct choice CLASSIFICATION_DISCLOSURE_CHOICES[] = { { "full", N_("In full") }, { "summary", N_("As a summary") }, { "gist", N_("As a gist") },
	{ "withheld", N_("Withheld: not used for the decision") }, { NULL, NULL } };
const struct choice CLASSIFICATION_WITHHELD_GROUND_CHOICES[] = { { "safety_of_person", N_("Safety of somebody") }, { "source", N_("Protection of a source") },
	{ "investigation", N_("An open investigation") }, { "national_security", N_("National security") }, { "third_party", N_("Private life of another") },
	{ NULL, NULL } };

static const struct field EVIDENCE[] = {
	[EVIDENCE_DECISION] = DECISION_FIELD, [EVIDENCE_PERSON] = PERSON_FIELD,
	[EVIDENCE_SUMMARY] = { "summary", N_("What happened"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
	[EVIDENCE_DIRECTION] = { "direction", N_("Which way it speaks"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CLASSIFICATION_EVIDENCE_DIRECTION_CHOICES },
	[EVIDENCE_RESTS_ON] = { "rests_on", N_("What it rests on"), NULL, FIELD_CODES, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_EVIDENCE_RESTS_CHOICES, .basis = &PROTECTED },
	[EVIDENCE_EVENT] = { "event", N_("Which event"), N_("One name for one event, however many reports there are"), FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED,
		.basis = &INDEPENDENT },
	[EVIDENCE_EVENT_ON] = { "event_on", N_("Day of the event"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[EVIDENCE_SOURCE] = { "source", N_("Source"), N_("Name of an office, or the number of a report"), FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[EVIDENCE_SOURCE_KIND] = { "source_kind", N_("Kind of source"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_SOURCE_KIND_CHOICES },
	[EVIDENCE_SOURCE_GRADE] = { "source_grade", N_("Reliability of the source"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CLASSIFICATION_SOURCE_GRADE_CHOICES },
	[EVIDENCE_CONTENT_GRADE] = { "content_grade", N_("How well it is known"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CLASSIFICATION_CONTENT_GRADE_CHOICES },
	[EVIDENCE_FACT] = { "fact_or_opinion", N_("Fact or opinion"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_FACT_CHOICES },
	[EVIDENCE_ALTERNATIVE] = { "alternative", N_("Another explanation"), NULL, FIELD_PROSE, CLOSED, 0 },
	[EVIDENCE_ACCOUNT] = { "account", N_("The person's own account"), NULL, FIELD_PROSE, CLOSED, 0 },
	[EVIDENCE_DISCLOSURE] = { "disclosure", N_("How the person gets it"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = CLASSIFICATION_DISCLOSURE_CHOICES,
		.basis = &DISCLOSURE },
	[EVIDENCE_GIST] = { "gist", N_("Words given to the person"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[EVIDENCE_WITHHELD_GROUND] = { "withheld_ground", N_("Ground of withholding"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_WITHHELD_GROUND_CHOICES },
	[EVIDENCE_AUTHOR] = { "author", N_("Written by"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "user_account" },
	[EVIDENCE_ENDS_AT] = ENDS_FIELD,
};

const struct record RECORD_CLASSIFICATION_EVIDENCE = {
	.name = "classification_evidence", .label = N_("Evidence"), .label_plural = N_("Items of evidence"), .help = N_("One thing on which a decision rests"),
	.fields = EVIDENCE, .field_count = EVIDENCE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = EVIDENCE_PERSON, .parent_field = EVIDENCE_DECISION,
	.compartment = COMPARTMENT_CORE, .readers = EVIDENCE_READERS, .lapse_field = EVIDENCE_ENDS_AT, .lapsed_readers = LAPSED_READERS,
};

const struct choice CLASSIFICATION_REPRESENTATION_HOW_CHOICES[] = { { "written", N_("In writing") }, { "heard", N_("Heard in person") }, { "lawyer", N_("Through a lawyer") },
	{ "declined", N_("Did not want to say anything") }, { NULL, NULL } };
static const struct field REPRESENTATION[] = {
	[REPRESENTATION_DECISION] = DECISION_FIELD, [REPRESENTATION_PERSON] = PERSON_FIELD,
	[REPRESENTATION_HOW] = { "how", N_("How"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CLASSIFICATION_REPRESENTATION_HOW_CHOICES },
	[REPRESENTATION_TEXT] = { "words", N_("What the person said"), N_("In the person's own words"), FIELD_PROSE, OPEN, FIELD_LISTED },
	[REPRESENTATION_LAWYER] = { "lawyer", N_("Lawyer"), NULL, FIELD_LINE, OPEN, 0 },
	[REPRESENTATION_INTERPRETER] = { "interpreter", N_("Interpreter"), NULL, FIELD_LINE, OPEN, 0 },
	[REPRESENTATION_AT] = { "made_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[REPRESENTATION_ENDS_AT] = ENDS_FIELD,
};

const struct record RECORD_CLASSIFICATION_REPRESENTATION = {
	.name = "classification_hearing", .label = N_("What the person said"), .label_plural = N_("What people said to proposals"),
	.help = N_("What the person or a lawyer says about a proposal"), .fields = REPRESENTATION, .field_count = REPRESENTATION_FIELDS,
	.facility_field = FIELD_NONE, .person_field = REPRESENTATION_PERSON, .parent_field = REPRESENTATION_DECISION,
	.compartment = COMPARTMENT_CORE, .readers = EVIDENCE_READERS, .lapse_field = REPRESENTATION_ENDS_AT, .lapsed_readers = LAPSED_READERS,
};

const struct choice CLASSIFICATION_VOTE_POSITION_CHOICES[] = { { "for", N_("For the proposal") }, { "against", N_("Against it") }, { "abstained", N_("Abstained") },
	{ "withdrew", N_("Left the case for an interest of one's own") }, { NULL, NULL } };
static const struct field VOTE[] = {
	[VOTE_DECISION] = DECISION_FIELD, [VOTE_PERSON] = PERSON_FIELD,
	[VOTE_MEMBER] = { "member", N_("Member"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "user_account" },
	[VOTE_POSITION] = { "position_taken", N_("Position"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CLASSIFICATION_VOTE_POSITION_CHOICES },
	[VOTE_REASONS] = { "reasons", N_("Reasons"), NULL, FIELD_PROSE, OPEN, FIELD_LISTED },
	[VOTE_INTEREST] = { "no_interest", N_("Has no interest in the case"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[VOTE_AT] = { "given_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_DERIVED },
	[VOTE_ENDS_AT] = ENDS_FIELD,
};

const struct record RECORD_CLASSIFICATION_VOTE = {
	.name = "classification_vote", .label = N_("Vote"), .label_plural = N_("Votes"), .help = N_("How a member of the deciding body stood; dissent is kept"),
	.fields = VOTE, .field_count = VOTE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = VOTE_PERSON, .parent_field = VOTE_DECISION,
	.compartment = COMPARTMENT_CORE, .readers = EVIDENCE_READERS, .lapse_field = VOTE_ENDS_AT, .lapsed_readers = LAPSED_READERS,
};

const struct choice CLASSIFICATION_APPEAL_OUTCOME_CHOICES[] = { { "upheld", N_("Decision stands") }, { "varied", N_("Decision varied") }, { "quashed", N_("Decision quashed") },
	{ NULL, NULL } };
static const struct choice APPEAL_STATE_CHOICES[] = { { "open", N_("Open") }, { "upheld", N_("Decision stands") }, { "varied", N_("Decision varied") },
	{ "quashed", N_("Decision quashed") }, { NULL, NULL } };
static const struct field APPEAL[] = {
	[APPEAL_DECISION] = DECISION_FIELD, [APPEAL_PERSON] = PERSON_FIELD,
	[APPEAL_GROUNDS] = { "grounds", N_("Why the person appeals"), N_("In the person's own words"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[APPEAL_LODGED_AT] = { "lodged_at", N_("Lodged"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[APPEAL_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = APPEAL_STATE_CHOICES },
	[APPEAL_DECIDED_AT] = { "decided_at", N_("Decided"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[APPEAL_DECIDER] = { "decider", N_("Decided by"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "user_account" },
	[APPEAL_REASONS] = { "reasons", N_("Reasons"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[APPEAL_VALUE] = { "outcome_value", N_("Varied to"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CLASSIFICATION_VALUE_CHOICES },
	[APPEAL_ENDS_AT] = ENDS_FIELD,
};

const struct record RECORD_CLASSIFICATION_APPEAL = {
	.name = "classification_appeal", .label = N_("Appeal"), .label_plural = N_("Appeals"), .help = N_("An appeal against a decision, decided by somebody else"),
	.fields = APPEAL, .field_count = APPEAL_FIELDS,
	.facility_field = FIELD_NONE, .person_field = APPEAL_PERSON, .parent_field = APPEAL_DECISION,
	.compartment = COMPARTMENT_CORE, .readers = EVIDENCE_READERS, .lapse_field = APPEAL_ENDS_AT, .lapsed_readers = LAPSED_READERS,
};

const struct record *const CLASSIFICATION_RECORDS[] = { &RECORD_CLASSIFICATION, &RECORD_CLASSIFICATION_EVIDENCE, &RECORD_CLASSIFICATION_REPRESENTATION, &RECORD_CLASSIFICATION_VOTE, &RECORD_CLASSIFICATION_APPEAL, NULL };
