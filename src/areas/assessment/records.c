/* records.c - the tables of assessment. */
#include "areas/assessment/records.h"

#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation VEP_P5 = { "VEP-P5", N_("Structured professional judgement: no total, a judgement with reasons"), SOURCE_SECONDARY };
static const struct citation VEP_T7 = { "VEP-T7", N_("Second rating blind to the first (product safeguard T7)"), SOURCE_PROPOSAL };
static const struct citation VEP_T8 = { "VEP-T8", N_("Rating only with a current certificate (product safeguard T8)"), SOURCE_PROPOSAL };
static const struct citation NMR_8B = { "NMR-8.b", N_("Nelson Mandela Rules, Rule 8 (b)"), SOURCE_TEXT_READ };
static const struct citation NMR_9 = { "NMR-9.1", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };

const struct choice INSTRUMENT_QUESTION_CHOICES[] = { { "general", N_("General risk and needs") }, { "vulnerability", N_("Vulnerability to recruitment") },
	{ "violent-extremism", N_("Violent extremism") }, { "women", N_("Women: risk and needs") }, { "climate", N_("Climate of an institution") },
	{ "other", N_("Other") }, { NULL, NULL } };
static const struct choice ABOUT_CHOICES[] = { { "person", N_("A person") }, { "place", N_("An institution") }, { NULL, NULL } };
const struct choice INSTRUMENT_STATE_CHOICES[] = { { "draft", N_("Draft") }, { "in_force", N_("In force") }, { "retired", N_("Retired") }, { NULL, NULL } };
const struct choice CERTIFICATE_STATE_CHOICES[] = { { "valid", N_("Valid") }, { "suspended", N_("Suspended") }, { NULL, NULL } };
const struct choice CONTACT_GROUND_CHOICES[] = { { "family", N_("Family or household") }, { "friend", N_("Friend or neighbour") },
	{ "daily_work", N_("Works with the person every day") }, { "treatment", N_("Treats or counsels the person") },
	{ "harmed", N_("Was harmed by the person, or the other way round") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice PURPOSE_CHOICES[] = { { "initial", N_("First assessment") }, { "scheduled", N_("Re-assessment that is due") },
	{ "trigger", N_("Something new has happened") }, { "pre_placement", N_("Before a placement") }, { "pre_release", N_("Before release") },
	{ "court", N_("Asked by a court") }, { NULL, NULL } };
const struct choice ASSESSMENT_STATE_CHOICES[] = { { "requested", N_("Requested") }, { "assigned", N_("Assigned") }, { "in_progress", N_("In progress") },
	{ "submitted", N_("Submitted") }, { "second_rated", N_("Second rated") }, { "consensus", N_("Consensus") }, { "dissent", N_("Dissent kept") },
	{ "final", N_("Final") }, { "disclosed", N_("Disclosed") }, { "expired", N_("Expired") }, { "cancelled", N_("Cancelled") }, { NULL, NULL } };
const struct choice POSITION_CHOICES[] = { { "first", N_("First rater") }, { "second", N_("Second rater") }, { NULL, NULL } };
static const struct choice SHEET_STATES[] = { { "draft", N_("Draft") }, { "submitted", N_("Submitted") }, { NULL, NULL } };
const struct choice INTERVIEW_CHOICES[] = { { "held", N_("Held") }, { "declined", N_("Declined by the person") }, { "not_offered", N_("Not offered") },
	{ NULL, NULL } };
const struct choice SOURCE_KIND_CHOICES[] = { { "interview", N_("Interview with the person") }, { "court", N_("Court or prosecution document") },
	{ "file", N_("Prison file") }, { "staff", N_("Observation of staff") }, { "family", N_("Family or community") }, { "programme", N_("Programme report") },
	{ "gist", N_("Gist of intelligence") }, { "open", N_("Open source") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice RELIABILITY_CHOICES[] = { { "reliable", N_("Reliable") }, { "mostly", N_("Mostly reliable") }, { "doubtful", N_("Doubtful") },
	{ "unknown", N_("Cannot be judged") }, { NULL, NULL } };
const struct choice FACT_CHOICES[] = { { "fact", N_("Fact: seen, heard or documented") }, { "opinion", N_("Opinion or inference") }, { NULL, NULL } };
const struct choice WHEN_CHOICES[] = { { "present", N_("Now") }, { "past", N_("In the past only") }, { "both", N_("Past and now") }, { NULL, NULL } };
const struct choice CONFIDENCE_CHOICES[] = { { "high", N_("High") }, { "medium", N_("Medium") }, { "low", N_("Low") }, { NULL, NULL } };
const struct choice RELEVANCE_CHOICES[] = { { "relevant", N_("Matters for this person") }, { "not_relevant", N_("Does not matter for this person") },
	{ NULL, NULL } };
const struct choice SCENARIO_KIND_CHOICES[] = { { "repeat", N_("The same again") }, { "escalation", N_("It gets worse") },
	{ "improvement", N_("It gets better") }, { "other", N_("Other") }, { NULL, NULL } };
const struct choice AGREEMENT_CHOICES[] = { { "consensus", N_("Consensus") }, { "dissent", N_("Dissent kept") }, { NULL, NULL } };
const struct choice DISCLOSURE_CHOICES[] = { { "full", N_("In full") }, { "summary", N_("Summary") }, { "gist", N_("Gist") }, { "withheld", N_("Withheld") },
	{ NULL, NULL } };
static const struct choice OPEN_OR_DONE[] = { { "open", N_("Open") }, { "done", N_("Done") }, { NULL, NULL } };
static const struct choice CORRECTION_STATES[] = { { "open", N_("Open") }, { "accepted", N_("Accepted") }, { "refused", N_("Refused") }, { NULL, NULL } };

static const struct field INSTRUMENT[INSTRUMENT_FIELDS] = {
	[INSTRUMENT_CODE] = { "code", N_("Code"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED },
	[INSTRUMENT_VERSION] = { "edition", N_("Version"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[INSTRUMENT_TITLE] = { "title", N_("Title"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_SEARCHED },
	[INSTRUMENT_QUESTION] = { "question", N_("Question"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.choices = INSTRUMENT_QUESTION_CHOICES },
	[INSTRUMENT_ABOUT] = { "about", N_("About"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = ABOUT_CHOICES },
	[INSTRUMENT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = INSTRUMENT_STATE_CHOICES },
	[INSTRUMENT_OWNER] = { "owner", N_("Owner"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[INSTRUMENT_LICENCE] = { "licence", N_("Licence"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[INSTRUMENT_CERTIFICATE] = { "certificate_kind", N_("Certificate that a rater needs"), NULL, FIELD_CODE, OPEN, FIELD_FIXED, .basis = &VEP_T8 },
	[INSTRUMENT_DEFINITION] = { "definition", N_("Instrument as JSON"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .limits = { 2, INSTRUMENT_TEXT, 0 } },
	[INSTRUMENT_LOADED_AT] = { "loaded_at", N_("Loaded"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[INSTRUMENT_IN_FORCE_AT] = { "in_force_at", N_("In force since"), NULL, FIELD_MOMENT, OPEN, FIELD_LISTED },
	[INSTRUMENT_RETIRED_AT] = { "retired_at", N_("Retired since"), NULL, FIELD_MOMENT, OPEN, FIELD_LISTED },
	[INSTRUMENT_TITLES] = { "titles", N_("Title in its languages"), N_("One line a language: its code, then the title"), FIELD_PROSE, OPEN, FIELD_FIXED | FIELD_DERIVED },
};

static struct text instrument_title(struct arena *arena, const struct row *row)
{
	return arena_format(arena, "%.*s, %.*s", TEXT_FORMAT(row_text(row, INSTRUMENT_TITLE)), TEXT_FORMAT(row_text(row, INSTRUMENT_VERSION)));
}

static struct text instrument_title_in(struct arena *arena, const struct row *row, const char *language)
{
	struct text rest = row_text(row, INSTRUMENT_TITLES), line, code = text_from(language);
	while (text_next(&rest, '\n', &line))
		if (text_starts_with(line, code) && line.length > code.length && line.data[code.length] == ' ')
			return arena_format(arena, "%.*s, %.*s", TEXT_FORMAT(text_slice(line, code.length + 1, line.length)), TEXT_FORMAT(row_text(row, INSTRUMENT_VERSION)));
	return text_empty();
}

const struct record RECORD_INSTRUMENT = { .name = "instrument", .label = N_("Instrument"), .label_plural = N_("Instruments"),
	.help = N_("Factors, labels and guidance by which people judge; loaded as data"), .fields = INSTRUMENT, .field_count = INSTRUMENT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_NO_READ_LOG, .readers = INSTRUMENT_READERS, .basis = &VEP_P5, .title = instrument_title,
	.title_in = instrument_title_in };

static const struct field CERTIFICATE[CERTIFICATE_FIELDS] = {
	[CERTIFICATE_HOLDER] = { "holder", N_("User"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "user_account" },
	[CERTIFICATE_HOLDER_NAME] = { "holder_name", N_("Holder"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[CERTIFICATE_KIND] = { "kind", N_("Kind"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[CERTIFICATE_NUMBER] = { "number", N_("Number"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[CERTIFICATE_ISSUED_ON] = { "issued_on", N_("Issued on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CERTIFICATE_EXPIRES_ON] = { "expires_on", N_("Expires on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &VEP_T8 },
	[CERTIFICATE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CERTIFICATE_STATE_CHOICES },
	[CERTIFICATE_REASON] = { "reason_line", N_("Why suspended"), NULL, FIELD_LINE, OPEN, 0 },
};

const struct record RECORD_CERTIFICATE = { .name = "certificate", .label = N_("Certificate"), .label_plural = N_("Certificates"),
	.help = N_("What a member of staff is trained and allowed to rate with, and until when"), .fields = CERTIFICATE, .field_count = CERTIFICATE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_NO_READ_LOG, .readers = INSTRUMENT_READERS, .basis = &VEP_T8 };

static const struct field CLOSE_CONTACT[CLOSE_CONTACT_FIELDS] = {
	[CLOSE_CONTACT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[CLOSE_CONTACT_STAFF] = { "staff", N_("Member of staff"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "user_account" },
	[CLOSE_CONTACT_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, CLOSED, FIELD_REQUIRED | FIELD_LISTED, .choices = CONTACT_GROUND_CHOICES },
	[CLOSE_CONTACT_STARTS] = { "starts_on", N_("Since"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CLOSE_CONTACT_ENDS] = { "ends_on", N_("Until"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
	[CLOSE_CONTACT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = OPEN_OR_DONE },
};

const struct record RECORD_CLOSE_CONTACT = { .name = "close_contact", .label = N_("Close contact"), .label_plural = N_("Close contacts"),
	.help = N_("A member of staff who may not assess this person, and why"), .fields = CLOSE_CONTACT, .field_count = CLOSE_CONTACT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CLOSE_CONTACT_PERSON, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.readers = ASSESSMENT_READERS };

#define ENDS_FIELD { "ends_at", N_("Ends by itself"), N_("From this moment it is on no page and in no list"), FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_INDEXED }
#define LAPSES(field) .lapse_field = (field), .lapsed_readers = ASSESSMENT_LOOKS_BACK

static const struct field ASSESSMENT[ASSESSMENT_FIELDS] = {
	[ASSESSMENT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[ASSESSMENT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[ASSESSMENT_INSTRUMENT] = { "instrument", N_("Instrument"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.reference = "instrument" },
	[ASSESSMENT_PURPOSE] = { "purpose", N_("Purpose"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = PURPOSE_CHOICES },
	[ASSESSMENT_TRIGGER] = { "trigger_note", N_("What happened"), NULL, FIELD_LINE, CLOSED, 0 },
	[ASSESSMENT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED, .choices = ASSESSMENT_STATE_CHOICES },
	[ASSESSMENT_SECOND_NEEDED] = { "second_needed", N_("A second rating is needed"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &VEP_T7 },
	[ASSESSMENT_ASSESSOR] = { "assessor", N_("First rater"), NULL, FIELD_REFERENCE, OPEN, FIELD_LISTED, .reference = "user_account" },
	[ASSESSMENT_SECOND] = { "second_rater", N_("Second rater"), NULL, FIELD_REFERENCE, OPEN, FIELD_LISTED, .reference = "user_account" },
	[ASSESSMENT_REQUESTED_AT] = { "requested_at", N_("Requested"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[ASSESSMENT_ASSIGNED_AT] = { "assigned_at", N_("Assigned"), NULL, FIELD_MOMENT, OPEN, 0 },
	[ASSESSMENT_SUBMITTED_AT] = { "submitted_at", N_("Submitted"), NULL, FIELD_MOMENT, OPEN, 0 },
	[ASSESSMENT_SECOND_RATED_AT] = { "second_rated_at", N_("Second rated"), NULL, FIELD_MOMENT, OPEN, 0 },
	[ASSESSMENT_CONCLUSION_NOTE] = { "conclusion_note", N_("How the raters came together"), NULL, FIELD_PROSE, CLOSED, 0 },
	[ASSESSMENT_DISSENT] = { "dissent", N_("Dissent"), NULL, FIELD_PROSE, CLOSED, 0 },
	[ASSESSMENT_FINAL_AT] = { "final_at", N_("Final since"), NULL, FIELD_MOMENT, OPEN, 0 },
	[ASSESSMENT_APPROVED_BY] = { "approved_by", N_("Made final by"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "user_account" },
	[ASSESSMENT_VALID_UNTIL] = { "valid_until", N_("Valid until"), NULL, FIELD_DATE, OPEN, FIELD_LISTED | FIELD_INDEXED },
	[ASSESSMENT_DISCLOSURE] = { "disclosure", N_("What the person was told"), NULL, FIELD_CHOICE, OPEN, 0, .choices = DISCLOSURE_CHOICES },
	[ASSESSMENT_DISCLOSURE_GROUND] = { "disclosure_ground", N_("Ground for withholding"), NULL, FIELD_PROSE, CLOSED, 0 },
	[ASSESSMENT_DISCLOSURE_LANGUAGE] = { "disclosure_language", N_("Language"), NULL, FIELD_CODE, OPEN, 0, .limits = { 2, 3, 0 } },
	[ASSESSMENT_PERSON_COMMENTS] = { "person_comments", N_("What the person says to it"), NULL, FIELD_PROSE, CLOSED, 0 },
	[ASSESSMENT_DISCLOSED_AT] = { "disclosed_at", N_("Disclosed"), NULL, FIELD_MOMENT, OPEN, 0 },
	[ASSESSMENT_ENDS_AT] = ENDS_FIELD,
	[ASSESSMENT_DRAWN] = { "drawn", N_("Drawn by lot for a second rating"), N_("Nobody chooses: whoever draws again from the same data draws the same"), FIELD_YES_NO, OPEN,
		FIELD_DERIVED },
};

const struct record RECORD_ASSESSMENT = { .name = "assessment", .label = N_("Assessment"), .label_plural = N_("Assessments"),
	.help = N_("One judgement with one instrument, from request to its end"), .fields = ASSESSMENT, .field_count = ASSESSMENT_FIELDS,
	.facility_field = ASSESSMENT_FACILITY, .person_field = ASSESSMENT_PERSON, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.readers = ASSESSMENT_READERS, LAPSES(ASSESSMENT_ENDS_AT), .basis = &NMR_8B };

#define PERSON_FIELD { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "person" }
#define FACILITY_FIELD { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" }
#define ASSESSMENT_FIELD { "assessment", N_("Assessment"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "assessment" }
#define SEALED_FIELD { "sealed", N_("Open only to the rater"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &VEP_T7 }

static const struct field SHEET[SHEET_FIELDS] = {
	[SHEET_ASSESSMENT] = ASSESSMENT_FIELD, [SHEET_PERSON] = PERSON_FIELD, [SHEET_FACILITY] = FACILITY_FIELD, [SHEET_SEALED] = SEALED_FIELD,
	[SHEET_POSITION] = { "position", N_("Rater"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = POSITION_CHOICES },
	[SHEET_RATER] = { "rater", N_("Name of the rater"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "user_account" },
	[SHEET_CERTIFICATE] = { "certificate", N_("Certificate"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "certificate", .basis = &VEP_T8 },
	[SHEET_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = SHEET_STATES },
	[SHEET_NO_CLOSE_CONTACT] = { "no_close_contact", N_("The rater declares that there is no close contact"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[SHEET_INTERVIEW] = { "interview", N_("Interview"), NULL, FIELD_CHOICE, OPEN, 0, .choices = INTERVIEW_CHOICES },
	[SHEET_INTERVIEW_NOTE] = { "interview_note", N_("When and where, or why not"), NULL, FIELD_LINE, CLOSED, 0 },
	[SHEET_INTERPRETER] = { "interpreter", N_("Interpreter"), NULL, FIELD_LINE, CLOSED, 0 },
	[SHEET_OBSERVED_FROM] = { "observed_from", N_("Time looked at, from"), NULL, FIELD_DATE, OPEN, 0 },
	[SHEET_OBSERVED_UNTIL] = { "observed_until", N_("Time looked at, until"), NULL, FIELD_DATE, OPEN, 0 },
	[SHEET_HOW_AROSE] = { "how_arose", N_("How it arose"), NULL, FIELD_PROSE, CLOSED, 0 },
	[SHEET_MAINTAINS] = { "maintains", N_("What keeps it going"), NULL, FIELD_PROSE, CLOSED, 0 },
	[SHEET_REDUCES] = { "reduces", N_("What would reduce it"), NULL, FIELD_PROSE, CLOSED, 0 },
	[SHEET_ALTERNATIVES] = { "alternatives", N_("Other explanations looked at"), NULL, FIELD_PROSE, CLOSED, 0 },
	[SHEET_LIMITS] = { "limits", N_("Limits of this assessment"), NULL, FIELD_PROSE, CLOSED, 0, .basis = &VEP_P5 },
	[SHEET_SUBMITTED_AT] = { "submitted_at", N_("Submitted"), NULL, FIELD_MOMENT, OPEN, FIELD_LISTED },
	[SHEET_ENDS_AT] = ENDS_FIELD,
};

const struct record RECORD_RATING_SHEET = { .name = "rating_sheet", .label = N_("Rating sheet"), .label_plural = N_("Rating sheets"),
	.help = N_("The work of one rater; sealed until all have submitted"), .fields = SHEET, .field_count = SHEET_FIELDS, .facility_field = SHEET_FACILITY,
	.person_field = SHEET_PERSON, .parent_field = SHEET_ASSESSMENT, .sealed_field = SHEET_SEALED, .compartment = COMPARTMENT_CORE,
	.readers = ASSESSMENT_READERS, LAPSES(SHEET_ENDS_AT), .basis = &VEP_T7 };

#define PARTS [PART_SHEET] = { "rating_sheet", N_("Rating sheet"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "rating_sheet" }, \
	[PART_ASSESSMENT] = ASSESSMENT_FIELD, [PART_PERSON] = PERSON_FIELD, [PART_FACILITY] = FACILITY_FIELD, [PART_SEALED] = SEALED_FIELD, \
	[PART_ENDS_AT] = ENDS_FIELD
#define PART_RECORD(symbol, name_, label_, plural_, help_, array, count) \
	const struct record RECORD_##symbol = { .name = name_, .label = label_, .label_plural = plural_, .help = help_, .fields = array, .field_count = count, \
		.facility_field = PART_FACILITY, .person_field = PART_PERSON, .parent_field = PART_SHEET, .sealed_field = PART_SEALED, \
		.compartment = COMPARTMENT_CORE, .readers = ASSESSMENT_READERS, LAPSES(PART_ENDS_AT), .basis = &NMR_9 }

static const struct field SOURCE[SOURCE_FIELDS] = { PARTS,
	[SOURCE_MARK] = { "mark", N_("Mark"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[SOURCE_KIND] = { "kind", N_("Kind of source"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = SOURCE_KIND_CHOICES },
	[SOURCE_TEXT] = { "source_text", N_("Source"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_LISTED, .limits = { 1, 1000, 0 } },
	[SOURCE_DATE] = { "dated", N_("Date of the source"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_MAY_BE_UNKNOWN },
	[SOURCE_RELIABILITY] = { "reliability", N_("Reliability"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = RELIABILITY_CHOICES } };
PART_RECORD(EVIDENCE_SOURCE, "evidence_source", N_("Source"), N_("Sources"), N_("What a rater read, heard or saw, and how far it can be trusted"), SOURCE,
	SOURCE_FIELDS);

static const struct field RATING[RATING_FIELDS] = { PARTS,
	[RATING_FACTOR] = { "factor", N_("Factor"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[RATING_DOMAIN] = { "domain", N_("Domain"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[RATING_RATING] = { "rating", N_("Rating"), NULL, FIELD_CODE, CLOSED, FIELD_LISTED },
	[RATING_EVIDENCE] = { "evidence", N_("Evidence"), NULL, FIELD_PROSE, CLOSED, 0 },
	[RATING_SOURCES] = { "sources", N_("Sources"), NULL, FIELD_CODES, OPEN, 0 },
	[RATING_FACT_OR_OPINION] = { "fact_or_opinion", N_("Fact or opinion"), NULL, FIELD_CHOICE, OPEN, 0, .choices = FACT_CHOICES },
	[RATING_WHEN] = { "present_or_past", N_("When"), NULL, FIELD_CHOICE, OPEN, 0, .choices = WHEN_CHOICES },
	[RATING_CONFIDENCE] = { "confidence", N_("Confidence"), NULL, FIELD_CHOICE, OPEN, FIELD_LISTED, .choices = CONFIDENCE_CHOICES },
	[RATING_RELEVANCE] = { "relevance", N_("Relevance"), NULL, FIELD_CHOICE, OPEN, 0, .choices = RELEVANCE_CHOICES },
	[RATING_BEHAVIOUR] = { "behaviour_based", N_("The evidence is behaviour that somebody interpreted"), NULL, FIELD_YES_NO, OPEN, 0 },
	[RATING_ACCOUNT] = { "account", N_("The person's own account"), NULL, FIELD_PROSE, CLOSED, 0 },
	[RATING_ALTERNATIVE] = { "alternative", N_("Another explanation of the behaviour"), NULL, FIELD_PROSE, CLOSED, 0 } };
PART_RECORD(FACTOR_RATING, "factor_rating", N_("Rating"), N_("Ratings"), N_("What a rater judged about one factor, and on what"), RATING, RATING_FIELDS);

static const struct field SCENARIO[SCENARIO_FIELDS] = { PARTS,
	[SCENARIO_KIND] = { "kind", N_("Scenario"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = SCENARIO_KIND_CHOICES },
	[SCENARIO_WHAT] = { "what", N_("What could happen"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_LISTED },
	[SCENARIO_WHOM] = { "whom", N_("Who could be harmed"), NULL, FIELD_LINE, CLOSED, 0 },
	[SCENARIO_SEVERITY] = { "severity", N_("How grave it would be"), NULL, FIELD_LINE, CLOSED, 0 },
	[SCENARIO_IMMINENCE] = { "imminence", N_("How soon, how often, for how long"), NULL, FIELD_LINE, CLOSED, 0 },
	[SCENARIO_LIKELIHOOD] = { "likelihood", N_("How likely, in words"), NULL, FIELD_LINE, CLOSED, 0 },
	[SCENARIO_WARNING] = { "warning_signs", N_("Warning signs"), NULL, FIELD_PROSE, CLOSED, 0 },
	[SCENARIO_PROTECTIVE] = { "protective", N_("What would prevent it"), NULL, FIELD_PROSE, CLOSED, 0 } };
PART_RECORD(RISK_SCENARIO, "risk_scenario", N_("Scenario"), N_("Scenarios"), N_("What could happen, in words"), SCENARIO, SCENARIO_FIELDS);

static const struct field JUDGEMENT[JUDGEMENT_FIELDS] = { PARTS,
	[JUDGEMENT_OUTCOME] = { "outcome", N_("Outcome"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[JUDGEMENT_LEVEL] = { "level", N_("Level"), NULL, FIELD_CODE, CLOSED, FIELD_LISTED },
	[JUDGEMENT_WORDS] = { "judgement", N_("Judgement in words"), NULL, FIELD_PROSE, CLOSED, 0 },
	[JUDGEMENT_CONFIDENCE] = { "confidence", N_("Confidence"), NULL, FIELD_CHOICE, OPEN, FIELD_LISTED, .choices = CONFIDENCE_CHOICES },
	[JUDGEMENT_HORIZON] = { "horizon", N_("For which time"), NULL, FIELD_LINE, OPEN, 0 },
	[JUDGEMENT_LIMITS] = { "limits", N_("Limits of this judgement"), NULL, FIELD_PROSE, CLOSED, 0, .basis = &VEP_P5 } };
PART_RECORD(OUTCOME_JUDGEMENT, "outcome_judgement", N_("Judgement"), N_("Judgements"), N_("The judgement about one outcome, in words and with its limits"),
	JUDGEMENT, JUDGEMENT_FIELDS);

static const struct field AGREEMENT[AGREEMENT_FIELDS] = { [AGREEMENT_ASSESSMENT] = ASSESSMENT_FIELD, [AGREEMENT_PERSON] = PERSON_FIELD,
	[AGREEMENT_FACILITY] = FACILITY_FIELD,
	[AGREEMENT_ITEM] = { "item", N_("Factor or outcome"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[AGREEMENT_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = AGREEMENT_CHOICES },
	[AGREEMENT_RATING] = { "rating", N_("Rating"), NULL, FIELD_CODE, CLOSED, FIELD_LISTED },
	[AGREEMENT_NOTE] = { "note", N_("Reasons"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED }, [AGREEMENT_ENDS_AT] = ENDS_FIELD };
const struct record RECORD_FACTOR_AGREEMENT = { .name = "factor_agreement", .label = N_("Agreement of raters"), .label_plural = N_("Agreements of raters"),
	.help = N_("What two raters made of a difference; a dissent stays"), .fields = AGREEMENT, .field_count = AGREEMENT_FIELDS,
	.facility_field = AGREEMENT_FACILITY, .person_field = AGREEMENT_PERSON, .parent_field = AGREEMENT_ASSESSMENT, .compartment = COMPARTMENT_CORE,
	.readers = ASSESSMENT_READERS, LAPSES(AGREEMENT_ENDS_AT), .basis = &VEP_T7 };

static const struct field TASK[TASK_FIELDS] = { [TASK_ASSESSMENT] = ASSESSMENT_FIELD, [TASK_PERSON] = PERSON_FIELD, [TASK_FACILITY] = FACILITY_FIELD,
	[TASK_FACTOR] = { "factor", N_("Factor"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[TASK_QUESTION] = { "question", N_("What is not known"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[TASK_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = OPEN_OR_DONE },
	[TASK_ANSWER] = { "answer", N_("What was found"), NULL, FIELD_PROSE, CLOSED, 0 } };
const struct record RECORD_INFORMATION_TASK = { .name = "information_task", .label = N_("Information to find"), .label_plural = N_("Information to find"),
	.help = N_("What was not known at an assessment and is looked for"), .fields = TASK, .field_count = TASK_FIELDS, .facility_field = TASK_FACILITY,
	.person_field = TASK_PERSON, .parent_field = TASK_ASSESSMENT, .compartment = COMPARTMENT_CORE, .readers = ASSESSMENT_READERS };

static const struct field CORRECTION[CORRECTION_FIELDS] = { [CORRECTION_ASSESSMENT] = ASSESSMENT_FIELD, [CORRECTION_PERSON] = PERSON_FIELD,
	[CORRECTION_WHAT] = { "what", N_("What the person says is wrong"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
	[CORRECTION_RIGHT] = { "right_version", N_("How the person says it is"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
	[CORRECTION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CORRECTION_STATES },
	[CORRECTION_ANSWER] = { "answer", N_("Answer with reasons"), NULL, FIELD_PROSE, CLOSED, 0 },
	[CORRECTION_ASKED_AT] = { "asked_at", N_("Asked"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED } };
const struct record RECORD_ASSESSMENT_CORRECTION = { .name = "assessment_correction", .label = N_("Correction asked by the person"),
	.label_plural = N_("Corrections asked by the person"), .help = N_("What a person contests in an assessment, and the answer"), .fields = CORRECTION,
	.field_count = CORRECTION_FIELDS, .facility_field = FIELD_NONE, .person_field = CORRECTION_PERSON, .parent_field = CORRECTION_ASSESSMENT,
	.compartment = COMPARTMENT_CORE, .readers = ASSESSMENT_READERS, .basis = &NMR_9 };

const struct record *const ASSESSMENT_RECORDS[] = { &RECORD_INSTRUMENT, &RECORD_CERTIFICATE, &RECORD_CLOSE_CONTACT, &RECORD_ASSESSMENT,
	&RECORD_RATING_SHEET, &RECORD_EVIDENCE_SOURCE, &RECORD_FACTOR_RATING, &RECORD_RISK_SCENARIO, &RECORD_OUTCOME_JUDGEMENT,
	&RECORD_FACTOR_AGREEMENT, &RECORD_INFORMATION_TASK, &RECORD_ASSESSMENT_CORRECTION, NULL };

/* ---- small pure readings ---- */

bool certificate_is_current(const struct row *certificate, struct date day)
{
	return certificate && row_is(certificate, CERTIFICATE_STATE, "valid") &&
		date_compare(row_date(certificate, CERTIFICATE_ISSUED_ON), day) <= 0 && date_compare(row_date(certificate, CERTIFICATE_EXPIRES_ON), day) >= 0;
}

bool close_contact_is_live(const struct row *contact, struct date day)
{
	return row_is(contact, CLOSE_CONTACT_STATE, "open") &&
		(!row_has(contact, CLOSE_CONTACT_ENDS) || date_compare(row_date(contact, CLOSE_CONTACT_ENDS), day) >= 0);
}

bool instrument_is_about_extremism(const struct row *instrument)
{
	return row_is(instrument, INSTRUMENT_QUESTION, "violent-extremism") || row_is(instrument, INSTRUMENT_QUESTION, "vulnerability");
}

bool assessment_is_open(const struct row *assessment)
{
	static const char *const CLOSED_STATES[] = { "final", "disclosed", "expired", "cancelled" };
	for (size_t i = 0; i < sizeof CLOSED_STATES / sizeof *CLOSED_STATES; i++)
		if (row_is(assessment, ASSESSMENT_STATE, CLOSED_STATES[i]))
			return false;
	return true;
}

bool assessment_is_final(const struct row *assessment)
{
	return row_is(assessment, ASSESSMENT_STATE, "final") || row_is(assessment, ASSESSMENT_STATE, "disclosed");
}

bool assessment_is_valid(const struct row *assessment, struct date day)
{
	return assessment_is_final(assessment) && date_compare(row_date(assessment, ASSESSMENT_VALID_UNTIL), day) >= 0;
}

/* The first four bytes of the hash as a number from 0 to 99: of 2^32 values the first 96 come once oftener, which nobody will notice. */
bool assessment_is_drawn(struct text about, struct text instrument_code, int64_t final_before, int64_t percent)
{
	char number[24];
	snprintf(number, sizeof number, "/%" PRId64, final_before);
	const struct text parts[] = { TEXT_OF("custos-second-rating/1/"), about, TEXT_OF("/"), instrument_code, text_from(number) };
	struct hash hash = hash_of_parts(parts, sizeof parts / sizeof *parts);
	uint32_t lot = (uint32_t)hash.bytes[0] << 24 | (uint32_t)hash.bytes[1] << 16 | (uint32_t)hash.bytes[2] << 8 | hash.bytes[3];
	return (int64_t)(lot % 100) < percent;
}
