/* records.c - the tables of inspections, answers, recommendations, visits and sealed pages. */
#include "areas/inspection/records.h"

#define PLAIN SENSITIVITY_OFFICIAL
enum { SEALED_LENGTH = 200000 };

const struct choice INSPECTION_KIND_CHOICES[] = { { "internal", N_("Internal") }, { "external", N_("External") }, { "thematic", N_("Thematic") },
	{ "follow_up", N_("Follow-up") }, { "ad_hoc", N_("Ad hoc") }, { NULL, NULL } };
const struct choice INTERVIEWS_ALONE_CHOICES[] = { { "nobody", N_("Nobody of the prison") }, { "staff", N_("Staff were there, or could hear") }, { NULL, NULL } };
static const struct choice INSPECTION_STATE_CHOICES[] = { { "open", N_("Under way") }, { "sent", N_("Report sent, reply due") },
	{ "replied", N_("Reply received") }, { "published", N_("Published") }, { NULL, NULL } };
const struct choice FINDING_CHOICES[] = { { "met", N_("Met") }, { "partly", N_("Partly met") }, { "not_met", N_("Not met") },
	{ "not_applicable", N_("Not applicable") }, { "not_assessed", N_("Not assessed") }, { NULL, NULL } };
const struct choice METHOD_CHOICES[] = { { "documents", N_("Documents and data") }, { "interviews", N_("Interviews") },
	{ "observation", N_("Observation") }, { "measurement", N_("Measurement") }, { NULL, NULL } };
const struct choice RECOMMENDATION_CLASS_CHOICES[] = { { "immediate", N_("Immediate observation") }, { "priority", N_("Priority concern") },
	{ "key", N_("Key concern") }, { "recommendation", N_("Recommendation") }, { "comment", N_("Comment") },
	{ "request", N_("Request for information") }, { NULL, NULL } };
const struct choice SEVERITY_CHOICES[] = { { "life", N_("Life and health") }, { "rights", N_("Rights") }, { "escape", N_("Escape") },
	{ "order", N_("Order") }, { "data", N_("Records") }, { NULL, NULL } };
const struct choice REPLY_CHOICES[] = { { "accepted", N_("Accepted") }, { "partly", N_("Accepted in part") }, { "rejected", N_("Rejected") },
	{ "noted", N_("Noted") }, { NULL, NULL } };
const struct choice RECOMMENDATION_STATE_CHOICES[] = { { "open", N_("Open") }, { "done", N_("Said to be done, to be verified") },
	{ "verified", N_("Verified") }, { NULL, NULL } };

static const struct field INSPECTION[INSPECTION_FIELDS] = {
	[INSPECTION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "facility" },
	[INSPECTION_KIND] = { "kind", N_("Kind of inspection"), NULL, FIELD_CHOICE, PLAIN, FIELD_REQUIRED | FIELD_LISTED, .choices = INSPECTION_KIND_CHOICES },
	[INSPECTION_BODY_NAME] = { "body", N_("Body"), NULL, FIELD_LINE, PLAIN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[INSPECTION_FORM] = { "form", N_("Form"), NULL, FIELD_CODE, PLAIN, FIELD_REQUIRED | FIELD_FIXED },
	[INSPECTION_ANNOUNCED] = { "announced", N_("Announced beforehand"), NULL, FIELD_YES_NO, PLAIN, 0 },
	[INSPECTION_STARTED_ON] = { "started_on", N_("First day"), NULL, FIELD_DATE, PLAIN, FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED },
	[INSPECTION_ENDED_ON] = { "ended_on", N_("Last day"), NULL, FIELD_DATE, PLAIN, 0 },
	[INSPECTION_ENTRY_ASKED_AT] = { "entry_asked_at", N_("Entry asked for"), NULL, FIELD_MOMENT, PLAIN, 0 },
	[INSPECTION_ENTRY_GIVEN_AT] = { "entry_given_at", N_("Entry given"), NULL, FIELD_MOMENT, PLAIN, 0 },
	[INSPECTION_TEAM] = { "team", N_("Team and professions"), NULL, FIELD_PROSE, PLAIN, 0 },
	[INSPECTION_TEAM_SIZE] = { "team_size", N_("Members"), NULL, FIELD_INTEGER, PLAIN, 0, .limits = { .minimum = 1, .maximum = 200 } },
	[INSPECTION_TEAM_WOMEN] = { "team_women", N_("Of them women"), NULL, FIELD_INTEGER, PLAIN, 0, .limits = { .minimum = 0, .maximum = 200 } },
	[INSPECTION_INTERVIEWS] = { "interviews", N_("Private interviews"), N_("Only the number, never names"), FIELD_INTEGER, PLAIN, 0,
		.limits = { .minimum = 0, .maximum = 10000 } },
	[INSPECTION_PLACES_SEEN] = { "places_seen", N_("Places seen"), NULL, FIELD_PROSE, PLAIN, 0 },
	[INSPECTION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, PLAIN, FIELD_REQUIRED | FIELD_LISTED | FIELD_DERIVED,
		.choices = INSPECTION_STATE_CHOICES },
	[INSPECTION_SENT_ON] = { "sent_on", N_("Report sent"), NULL, FIELD_DATE, PLAIN, FIELD_DERIVED },
	[INSPECTION_REPLIED_ON] = { "replied_on", N_("Reply received"), NULL, FIELD_DATE, PLAIN, FIELD_DERIVED },
	[INSPECTION_PUBLISHED_ON] = { "published_on", N_("Published"), NULL, FIELD_DATE, PLAIN, FIELD_DERIVED },
	[INSPECTION_ALONE] = { "interviews_alone", N_("Who could hear the interviews"), NULL, FIELD_CHOICE, PLAIN, 0, .choices = INTERVIEWS_ALONE_CHOICES },
	[INSPECTION_TEAM_HEALTH] = { "team_health", N_("A health professional is in the team"), NULL, FIELD_YES_NO, PLAIN, 0 },
};

static struct text inspection_title(struct arena *arena, const struct row *row)
{
	return arena_format(arena, "%.*s, %.*s", TEXT_FORMAT(row_text(row, INSPECTION_BODY_NAME)),
		TEXT_FORMAT(field_text(&INSPECTION[INSPECTION_STARTED_ON], arena, row_value(row, INSPECTION_STARTED_ON))));
}

const struct record RECORD_INSPECTION = { .name = "inspection", .label = N_("Inspection"), .label_plural = N_("Inspections"),
	.help = N_("One look at a facility by an internal or external body."), .fields = INSPECTION, .field_count = INSPECTION_FIELDS,
	.facility_field = INSPECTION_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_NO_READ_LOG, .readers = INSPECTION_READERS, .keepers = ROLES_NONE, .title = inspection_title };

static const struct field ANSWER[ANSWER_FIELDS] = {
	[ANSWER_INSPECTION] = { "inspection", N_("Inspection"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED, .reference = "inspection" },
	[ANSWER_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "facility" },
	[ANSWER_QUESTION] = { "question", N_("Question"), NULL, FIELD_CODE, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[ANSWER_RULE] = { "rule", N_("Rule"), NULL, FIELD_CODE, PLAIN, FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED },
	[ANSWER_FINDING] = { "finding", N_("Finding"), NULL, FIELD_CHOICE, PLAIN, FIELD_REQUIRED | FIELD_LISTED, .choices = FINDING_CHOICES },
	[ANSWER_METHOD] = { "method", N_("How it was found"), NULL, FIELD_CHOICE, PLAIN, 0, .choices = METHOD_CHOICES },
	[ANSWER_EVIDENCE] = { "evidence", N_("Evidence"), N_("What was seen, read, measured or said; no names"), FIELD_PROSE, PLAIN, 0 },
	[ANSWER_SAMPLE] = { "sample", N_("How many were looked at"), NULL, FIELD_INTEGER, PLAIN, 0, .limits = { .minimum = 0, .maximum = 1000000 } },
	[ANSWER_ANSWERED_AT] = { "answered_at", N_("Answered"), NULL, FIELD_MOMENT, PLAIN, FIELD_REQUIRED | FIELD_LISTED },
};
const struct record RECORD_INSPECTION_ANSWER = { .name = "inspection_answer", .label = N_("Answer of an inspection"),
	.label_plural = N_("Answers of inspections"), .help = N_("One question of a form, answered with evidence."), .fields = ANSWER,
	.field_count = ANSWER_FIELDS, .facility_field = ANSWER_FACILITY, .person_field = FIELD_NONE, .parent_field = ANSWER_INSPECTION,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = INSPECTION_READERS, .keepers = ROLES_NONE };

static const struct field RECOMMENDATION[RECOMMENDATION_FIELDS] = {
	[RECOMMENDATION_INSPECTION] = { "inspection", N_("Inspection"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED, .reference = "inspection" },
	[RECOMMENDATION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "facility" },
	[RECOMMENDATION_RULE] = { "rule", N_("Rule"), NULL, FIELD_CODE, PLAIN, FIELD_LISTED | FIELD_INDEXED },
	[RECOMMENDATION_CLASS] = { "class", N_("Class"), NULL, FIELD_CHOICE, PLAIN, FIELD_REQUIRED | FIELD_LISTED, .choices = RECOMMENDATION_CLASS_CHOICES },
	[RECOMMENDATION_SEVERITY] = { "severity", N_("What is at stake"), NULL, FIELD_CHOICE, PLAIN, FIELD_REQUIRED, .choices = SEVERITY_CHOICES },
	[RECOMMENDATION_FINDING] = { "finding", N_("What was found"), NULL, FIELD_PROSE, PLAIN, FIELD_REQUIRED | FIELD_FIXED },
	[RECOMMENDATION_TEXT] = { "text", N_("What is recommended"), NULL, FIELD_PROSE, PLAIN, FIELD_REQUIRED | FIELD_FIXED },
	[RECOMMENDATION_PARAGRAPH] = { "paragraph", N_("Paragraph of the report"), NULL, FIELD_LINE, PLAIN, FIELD_LISTED | FIELD_SEARCHED },
	[RECOMMENDATION_OWNER] = { "owner", N_("Who sees to it"), NULL, FIELD_REFERENCE, PLAIN, FIELD_LISTED, .reference = "user_account" },
	[RECOMMENDATION_TARGET_ON] = { "target_on", N_("To be done by"), NULL, FIELD_DATE, PLAIN, FIELD_LISTED | FIELD_INDEXED },
	[RECOMMENDATION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, PLAIN, FIELD_REQUIRED | FIELD_LISTED, .choices = RECOMMENDATION_STATE_CHOICES },
	[RECOMMENDATION_REPLY] = { "reply", N_("Reply"), NULL, FIELD_CHOICE, PLAIN, 0, .choices = REPLY_CHOICES },
	[RECOMMENDATION_REPLY_TEXT] = { "reply_text", N_("Reply in words"), NULL, FIELD_PROSE, PLAIN, 0 },
	[RECOMMENDATION_REPLIED_AT] = { "replied_at", N_("Replied"), NULL, FIELD_MOMENT, PLAIN, 0 },
	[RECOMMENDATION_PROOF] = { "proof", N_("Proof"), NULL, FIELD_PROSE, PLAIN, 0 },
	[RECOMMENDATION_DONE_BY] = { "done_by", N_("Said to be done by"), NULL, FIELD_REFERENCE, PLAIN, 0, .reference = "user_account" },
	[RECOMMENDATION_DONE_AT] = { "done_at", N_("Said to be done"), NULL, FIELD_MOMENT, PLAIN, 0 },
	[RECOMMENDATION_VERIFIED_BY] = { "verified_by", N_("Verified by"), NULL, FIELD_REFERENCE, PLAIN, 0, .reference = "user_account" },
	[RECOMMENDATION_VERIFIED_AT] = { "verified_at", N_("Verified"), NULL, FIELD_MOMENT, PLAIN, 0 },
	[RECOMMENDATION_REPEATS] = { "repeats", N_("Repeats"), N_("The earlier recommendation that was not carried out"), FIELD_REFERENCE, PLAIN, FIELD_FIXED,
		.reference = "recommendation" },
	[RECOMMENDATION_REPEATED] = { "repeated", N_("Repeated"), NULL, FIELD_YES_NO, PLAIN, FIELD_LISTED },
};

static struct text recommendation_title(struct arena *arena, const struct row *row)
{
	struct text text = row_text(row, RECOMMENDATION_TEXT);
	size_t length = text.length < 80 ? text.length : 80;
	while (length < text.length && length > 0 && ((unsigned char)text.data[length] & 0xC0) == 0x80)
		length--;
	return arena_format(arena, "%.*s%s", (int)length, text.data, length < text.length ? "…" : "");
}

const struct record RECORD_RECOMMENDATION = { .name = "recommendation", .label = N_("Recommendation"), .label_plural = N_("Recommendations"),
	.help = N_("What an inspection asks for, who sees to it, and whether it was done."), .fields = RECOMMENDATION,
	.field_count = RECOMMENDATION_FIELDS, .facility_field = RECOMMENDATION_FACILITY, .person_field = FIELD_NONE,
	.parent_field = RECOMMENDATION_INSPECTION, .compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG,
	.readers = INSPECTION_READERS | RECOMMENDATION_OWNERS, .keepers = ROLES_NONE, .title = recommendation_title };

/* Headquarters and the inspectorate know of a visit; the facility learns of it at the gate. */
static const struct field VISIT[VISIT_FIELDS] = {
	[VISIT_ACCOUNT] = { "account", N_("User"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "user_account" },
	[VISIT_BODY] = { "body", N_("Body"), NULL, FIELD_LINE, PLAIN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[VISIT_UNANNOUNCED] = { "unannounced", N_("Unannounced visit"), NULL, FIELD_YES_NO, PLAIN, FIELD_REQUIRED | FIELD_FIXED },
	[VISIT_FROM] = { "starts_at", N_("From"), NULL, FIELD_MOMENT, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[VISIT_UNTIL] = { "until_at", N_("Until"), NULL, FIELD_MOMENT, PLAIN, FIELD_REQUIRED | FIELD_LISTED },
	[VISIT_ENDED_AT] = { "ended_at", N_("Ended early"), NULL, FIELD_MOMENT, PLAIN, 0 },
};
const struct record RECORD_INSPECTION_VISIT = { .name = "inspection_visit", .label = N_("Visit of external inspectors"),
	.label_plural = N_("Visits of external inspectors"), .help = N_("An account that reads everything for a time and writes only its notebook."),
	.fields = VISIT, .field_count = VISIT_FIELDS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR),
	.keepers = ROLES_NONE };

static const struct field NOTEBOOK[NOTEBOOK_FIELDS] = {
	[NOTEBOOK_ACCOUNT] = { "account", N_("User"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED, .reference = "user_account" },
	[NOTEBOOK_SEALED] = { "sealed", N_("Sealed content"), NULL, FIELD_PROSE, PLAIN, FIELD_REQUIRED | FIELD_FIXED, .limits = { .maximum = SEALED_LENGTH } },
	[NOTEBOOK_WRITTEN_AT] = { "written_at", N_("Written"), NULL, FIELD_MOMENT, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
};
/* Its own compartment: only the account of a visit holds it, so that nobody inside can even list the pages. */
const struct record RECORD_NOTEBOOK_PAGE = { .name = "notebook_page", .label = N_("Sealed page"), .label_plural = N_("Sealed pages"),
	.help = N_("A page of a visiting inspector's notebook, sealed with a passphrase that Custos does not know."), .fields = NOTEBOOK,
	.field_count = NOTEBOOK_FIELDS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_SEALED, .flags = RECORD_NO_READ_LOG, .readers = ROLE(INSPECTOR), .keepers = ROLES_NONE };

static const struct field DISPARITY_REVIEW[DISPARITY_REVIEW_FIELDS] = {
	[DISPARITY_REVIEW_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "facility" },
	[DISPARITY_REVIEW_DAY] = { "read_on", N_("Read"), NULL, FIELD_DATE, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[DISPARITY_REVIEW_ABOVE] = { "above", N_("Comparisons marked in the report"), NULL, FIELD_INTEGER, PLAIN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 0, 100, 0 } },
	[DISPARITY_REVIEW_EXPLANATION] = { "explanation", N_("What is behind it, and what is done"), NULL, FIELD_PROSE, PLAIN, FIELD_FIXED | FIELD_LISTED },
};
const struct record RECORD_DISPARITY_REVIEW = { .name = "disparity_review", .label = N_("Look at equal treatment"), .label_plural = N_("Looks at equal treatment"),
	.help = N_("The monthly report on sanctions, separation, searches, force and privileges by group was read, and what is behind a difference."),
	.fields = DISPARITY_REVIEW, .field_count = DISPARITY_REVIEW_FIELDS, .facility_field = DISPARITY_REVIEW_FACILITY, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = INSPECTION_READERS, .keepers = ROLES_NONE };

const struct record *const INSPECTION_RECORDS[] = { &RECORD_INSPECTION, &RECORD_INSPECTION_ANSWER, &RECORD_RECOMMENDATION,
	&RECORD_INSPECTION_VISIT, &RECORD_NOTEBOOK_PAGE, &RECORD_DISPARITY_REVIEW, NULL };
