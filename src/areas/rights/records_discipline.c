/* records_discipline.c - the catalogues that law gives, the charge, the sanction. */
#include "areas/rights/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define CATALOGUE_KEEPERS (ROLE(HEADQUARTERS) | ROLE(GOVERNOR))

static const struct citation NMR_37A = { "NMR-37.a", N_("Nelson Mandela Rules, Rule 37 (a)"), SOURCE_TEXT_READ };
static const struct citation NMR_37B = { "NMR-37.b", N_("Nelson Mandela Rules, Rule 37 (b)"), SOURCE_TEXT_READ };
static const struct citation NMR_39 = { "NMR-39.1a", N_("Nelson Mandela Rules, Rule 39"), SOURCE_TEXT_READ };
static const struct citation NMR_41 = { "NMR-41.2", N_("Nelson Mandela Rules, Rule 41"), SOURCE_TEXT_READ };

/* The last seven are prohibited everywhere (NMR-43); they stand here so that what happened can be recorded and seen. */
const struct choice SANCTION_MEASURE_CHOICES[] = { { "caution", N_("Caution") }, { "privileges", N_("Loss of privileges") },
	{ "earnings", N_("Stoppage of earnings") }, { "activity", N_("Removal from an activity") }, { "extra_work", N_("Extra work") },
	{ "restitution", N_("Payment for damage") }, { "visits", N_("Limit on visits") }, { "separation", N_("Separation") },
	{ "added_days", N_("Added days") }, { "family_contact", N_("No contact with the family (prohibited)") },
	{ "corporal", N_("Corporal punishment (prohibited)") }, { "diet", N_("Less food or water (prohibited)") },
	{ "dark_cell", N_("Dark or constantly lit cell (prohibited)") }, { "collective", N_("Punishment of a group (prohibited)") },
	{ "restraint", N_("Restraints as punishment (prohibited)") }, { NULL, NULL } };

static const struct field DISCIPLINARY_OFFENCE[] = {
	[DISCIPLINARY_OFFENCE_CODE] = { "code", N_("Code"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_UNIQUE | FIELD_LISTED | FIELD_SEARCHED },
	[DISCIPLINARY_OFFENCE_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[DISCIPLINARY_OFFENCE_LAW] = { "law", N_("Law"), N_("Article of the law or regulation that defines it"), FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED,
		.basis = &NMR_37A },
	[DISCIPLINARY_OFFENCE_SERIOUS] = { "serious", N_("Serious"), N_("Separation or added days are possible: legal help must be offered"), FIELD_YES_NO, OPEN,
		FIELD_REQUIRED | FIELD_LISTED },
	[DISCIPLINARY_OFFENCE_FROM] = { "valid_from", N_("In force from"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[DISCIPLINARY_OFFENCE_UNTIL] = { "valid_until", N_("In force until"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
};

static struct text offence_title(struct arena *arena, const struct row *row)
{
	return arena_format(arena, "%.*s %.*s", TEXT_FORMAT(row_text(row, 0)), TEXT_FORMAT(row_text(row, 1)));
}

const struct record RECORD_DISCIPLINARY_OFFENCE = {
	.name = "disciplinary_offence", .label = N_("Disciplinary offence"), .label_plural = N_("Disciplinary offences"),
	.help = N_("Conduct that law or regulation defines as an offence in a facility"),
	.fields = DISCIPLINARY_OFFENCE, .field_count = DISCIPLINARY_OFFENCE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_CATALOGUE | RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .keepers = CATALOGUE_KEEPERS, .basis = &NMR_37A, .title = offence_title,
};

static const struct field DISCIPLINARY_SANCTION[] = {
	[DISCIPLINARY_SANCTION_CODE] = { "code", N_("Code"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_UNIQUE | FIELD_LISTED | FIELD_SEARCHED },
	[DISCIPLINARY_SANCTION_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[DISCIPLINARY_SANCTION_LAW] = { "law", N_("Law"), N_("Article of the law or regulation that allows it"), FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED,
		.basis = &NMR_37B },
	[DISCIPLINARY_SANCTION_MEASURE] = { "measure", N_("Measure"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = SANCTION_MEASURE_CHOICES },
	[DISCIPLINARY_SANCTION_DAYS] = { "maximum_days", N_("Days at most"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_LISTED, .limits = { 0, 400, 0 },
		.basis = &NMR_37B },
	[DISCIPLINARY_SANCTION_FROM] = { "valid_from", N_("In force from"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[DISCIPLINARY_SANCTION_UNTIL] = { "valid_until", N_("In force until"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
};

const struct record RECORD_DISCIPLINARY_SANCTION = {
	.name = "disciplinary_sanction", .label = N_("Sanction that law allows"), .label_plural = N_("Sanctions that law allows"),
	.help = N_("Kinds of sanction and their length, as law or regulation fixes them"),
	.fields = DISCIPLINARY_SANCTION, .field_count = DISCIPLINARY_SANCTION_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_CATALOGUE | RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .keepers = CATALOGUE_KEEPERS, .basis = &NMR_37B, .title = offence_title,
};

/* ---- the charge ---- */

const struct choice CHARGE_STATE_CHOICES[] = { { "laid", N_("Laid, to be looked at") }, { "returned", N_("Sent back to be completed") },
	{ "rejected", N_("Rejected") }, { "ready", N_("Ready, hearing not set") }, { "scheduled", N_("Hearing set") }, { "adjourned", N_("Adjourned") },
	{ "police", N_("Referred to the police") }, { "prosecution", N_("Prosecuted as a crime") }, { "not_proceeded", N_("Not proceeded with") },
	{ "dismissed", N_("Dismissed") }, { "proved", N_("Proved") }, { "quashed", N_("Quashed") }, { NULL, NULL } };
const struct choice CHARGE_MEDIATION_CHOICES[] = { { "tried", N_("Tried, and it did not settle the matter") },
	{ "not_fit", N_("Thought of, and not fit for this case") }, { "settled_part", N_("Settled in part") }, { NULL, NULL } };
const struct choice CHARGE_MENTAL_CHOICES[] = { { "no_part", N_("Played no part") }, { "part", N_("May have played a part") },
	{ "direct", N_("Caused the conduct directly") }, { NULL, NULL } };
const struct choice CHARGE_HELP_CHOICES[] = { { "wanted", N_("Offered, and wanted") }, { "declined", N_("Offered, and declined") },
	{ "not_offered", N_("Not offered") }, { NULL, NULL } };
const struct choice CHARGE_APPEAL_CHOICES[] = { { "open", N_("Open") }, { "upheld", N_("Decision stands") }, { "quashed", N_("Decision quashed") }, { NULL, NULL } };
static const struct choice NOTICE_CHOICES[] = { { "signed", N_("Signed by the person") }, { "refused", N_("Refused to sign, witnessed") }, { NULL, NULL } };

bool charge_may_become(struct text from, const char *to)
{
	static const struct { const char *from, *to; } STEPS[] = { { "laid", "ready" }, { "laid", "rejected" }, { "laid", "returned" }, { "returned", "ready" },
		{ "returned", "rejected" }, { "returned", "laid" }, { "ready", "scheduled" }, { "ready", "police" }, { "ready", "not_proceeded" },
		{ "adjourned", "scheduled" }, { "scheduled", "ready" }, { "scheduled", "police" }, { "scheduled", "dismissed" }, { "scheduled", "not_proceeded" },
		{ "scheduled", "proved" }, { "scheduled", "adjourned" }, { "police", "prosecution" }, { "police", "not_proceeded" }, { "police", "scheduled" },
		{ "proved", "quashed" } };
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
		if (text_equal_string(from, STEPS[i].from) && text_equal_string(text_from(to), STEPS[i].to))
			return true;
	return false;
}

static const struct field CHARGE[] = {
	[CHARGE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[CHARGE_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[CHARGE_INCIDENT] = { "incident", N_("Incident"), N_("Number in the register of incidents: one act is punished once"), FIELD_CODE, OPEN,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED },
	[CHARGE_OFFENCE] = { "offence", N_("Offence"), NULL, FIELD_REFERENCE, OPEN, FIELD_LISTED, .reference = "disciplinary_offence", .basis = &NMR_37A },
	[CHARGE_HAPPENED] = { "happened_at", N_("Happened at"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[CHARGE_DISCOVERED] = { "discovered_at", N_("Came to light at"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[CHARGE_FACTS] = { "facts", N_("Facts"), N_("What was seen and heard, by whom. Never belief or origin"), FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	[CHARGE_EVIDENCE] = { "evidence", N_("Evidence"), N_("Witnesses, camera, objects with their bag numbers"), FIELD_PROSE, CLOSED, 0 },
	[CHARGE_MEDIATION] = { "mediation", N_("Mediation"), NULL, FIELD_CHOICE, OPEN, 0, .choices = CHARGE_MEDIATION_CHOICES },
	[CHARGE_REPORTED_BY] = { "reported_by", N_("User who reported it"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_FIXED },
	[CHARGE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = CHARGE_STATE_CHOICES },
	[CHARGE_NOTICE_AT] = { "notice_at", N_("Told of the charge at"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED, .basis = &NMR_41 },
	[CHARGE_NOTICE_LANGUAGE] = { "notice_language", N_("Language"), NULL, FIELD_CODE, OPEN, FIELD_DERIVED, .limits = { 2, 3, 0 } },
	[CHARGE_NOTICE] = { "notice", N_("Receipt of the notice"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = NOTICE_CHOICES },
	[CHARGE_NOTICE_WITNESS] = { "notice_witness", N_("Witness"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[CHARGE_HELP] = { "help", N_("Legal help"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = CHARGE_HELP_CHOICES, .basis = &NMR_41 },
	[CHARGE_WAIVED] = { "time_waived", N_("The person waived the time to prepare in writing"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED },
	[CHARGE_HEARING_AT] = { "hearing_at", N_("Hearing set for"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[CHARGE_HEARD_AT] = { "heard_at", N_("Heard at"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[CHARGE_INTERPRETER] = { "interpreter", N_("Interpreter"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED, .basis = &NMR_41 },
	[CHARGE_PRESENT] = { "present", N_("The person was present"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED },
	[CHARGE_DEFENCE] = { "defence", N_("What the person said, and whom he or she called"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[CHARGE_MENTAL] = { "mental", N_("Part of mental illness or developmental disability"), NULL, FIELD_CHOICE, CLOSED, FIELD_DERIVED, .choices = CHARGE_MENTAL_CHOICES },
	[CHARGE_MENTAL_SOURCE] = { "mental_source", N_("Who was asked"), NULL, FIELD_LINE, CLOSED, FIELD_DERIVED },
	[CHARGE_REASONS] = { "reasons", N_("Reasons of the finding"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED, .basis = &NMR_39 },
	[CHARGE_ADJUDICATOR] = { "adjudicator", N_("User who decided"), NULL, FIELD_CODE, OPEN, FIELD_DERIVED },
	[CHARGE_APPEAL] = { "appeal", N_("Appeal"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = CHARGE_APPEAL_CHOICES },
	[CHARGE_APPEAL_GROUNDS] = { "appeal_grounds", N_("Grounds of the appeal"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[CHARGE_APPEAL_REASONS] = { "appeal_reasons", N_("Reasons of the decision on appeal"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
};

static struct text charge_title(struct arena *arena, const struct row *charge)
{
	(void)arena;
	return row_text(charge, CHARGE_INCIDENT);
}

const struct record RECORD_CHARGE = {
	.name = "charge", .label = N_("Charge"), .label_plural = N_("Charges"), .help = N_("One disciplinary case, from the report to the finding"),
	.fields = CHARGE, .field_count = CHARGE_FIELDS,
	.facility_field = CHARGE_FACILITY, .person_field = CHARGE_PERSON, .parent_field = CHARGE_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_39, .title = charge_title,
};

/* ---- the sanction ---- */

static const struct choice SANCTION_STATE_CHOICES[] = { { "running", N_("Running") }, { "suspended", N_("Suspended") }, { "served", N_("Served") },
	{ "lapsed", N_("Lapsed, suspended to its end") }, { "ended", N_("Ended before its time") }, { "quashed", N_("Quashed") }, { NULL, NULL } };

bool charge_is_prosecuted(const struct row *charge)
{
	return row_is(charge, CHARGE_STATE, "police") || row_is(charge, CHARGE_STATE, "prosecution");
}

bool sanction_counts(const struct row *sanction)
{
	return !row_is(sanction, SANCTION_STATE, "quashed");
}

static const struct field SANCTION[] = {
	[SANCTION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[SANCTION_CHARGE] = { "charge", N_("Charge"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "charge" },
	[SANCTION_KIND] = { "kind", N_("Sanction that law allows"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED | FIELD_LISTED, .reference = "disciplinary_sanction",
		.basis = &NMR_37B },
	[SANCTION_MEASURE] = { "measure", N_("Measure"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = SANCTION_MEASURE_CHOICES },
	[SANCTION_DAYS] = { "days", N_("Days"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_LISTED, .limits = { 0, 400, 0 } },
	[SANCTION_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[SANCTION_ENDS] = { "ends_on", N_("Last day"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[SANCTION_AFTER] = { "after", N_("After the sanction"), N_("It begins when the other one has been served"), FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "sanction" },
	[SANCTION_SUSPENDED_UNTIL] = { "suspended_until", N_("Suspended until"), NULL, FIELD_DATE, OPEN, FIELD_FIXED },
	[SANCTION_REASONS] = { "reasons", N_("Why this sanction, and why so long"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
	[SANCTION_REVIEW_INFO] = { "review_info", N_("Told in writing how to take it to a court"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED, .basis = &NMR_41 },
	[SANCTION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = SANCTION_STATE_CHOICES },
	[SANCTION_END_KIND] = { "end_kind", N_("How it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = RIGHTS_END_CHOICES },
};

const struct record RECORD_SANCTION = {
	.name = "sanction", .label = N_("Sanction"), .label_plural = N_("Sanctions"), .help = N_("What was imposed on a proved charge"),
	.fields = SANCTION, .field_count = SANCTION_FIELDS,
	.facility_field = FIELD_NONE, .person_field = SANCTION_PERSON, .parent_field = SANCTION_CHARGE,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_39,
};
