/* records_needs.c - needs found after admission, adjustments for a disability, reports to the director, the legal basis day by day, distance from
 * home, a wish to be transferred home, referral to aftercare. */
#include "areas/casework/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define WHOLE FIELD_REQUIRED
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)
#define LISTED FIELD_LISTED
#define FACILITY_FIELD CASEWORK_REFERENCE("facility", N_("Facility"), "facility", ONCE)
#define READERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct citation NMR_2 = { "NMR-2.2", N_("Nelson Mandela Rules, Rule 2"), SOURCE_TEXT_READ };
static const struct citation NMR_5 = { "NMR-5.2", N_("Nelson Mandela Rules, Rule 5"), SOURCE_TEXT_READ };
static const struct citation NMR_90 = { "NMR-90", N_("Nelson Mandela Rules, Rule 90"), SOURCE_TEXT_READ };
static const struct citation NMR_92 = { "NMR-92.2", N_("Nelson Mandela Rules, Rule 92"), SOURCE_TEXT_READ };
static const struct citation NMR_122 = { "NMR-122", N_("Nelson Mandela Rules, Rule 122"), SOURCE_TEXT_READ };
static const struct citation BKK_26 = { "BKK-26", N_("Bangkok Rules, Rule 26"), SOURCE_SECONDARY };
static const struct citation BKK_53 = { "BKK-53", N_("Bangkok Rules, Rule 53"), SOURCE_SECONDARY };

#define RECORD(symbol, name_, label_, plural_, help_, fields_, count_, prefix, readers_, basis_) const struct record RECORD_##symbol = { .name = name_, .label = label_, \
	.label_plural = plural_, .help = help_, .fields = fields_, .field_count = count_, .facility_field = prefix##_FACILITY, .person_field = prefix##_PERSON, \
	.parent_field = prefix##_PERSON, .compartment = COMPARTMENT_CORE, .readers = readers_, .basis = &basis_ }

/* ---- needs ---- */
const struct choice VULNERABILITY_CHOICES[] = { { "age", N_("Young or old") }, { "disability", N_("Disability") }, { "distress", N_("Great distress") },
	{ "child", N_("Pregnant, or cares for a child") }, { "foreign", N_("Foreign, or does not speak the language") }, { "literacy", N_("Does not read or write") },
	{ "victim", N_("In danger from others") }, { "alone", N_("Nobody outside who helps") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field NEEDS_ASSESSMENT[] = {
	[NEEDS_ASSESSMENT_PERSON] = CASEWORK_PERSON_FIELD, [NEEDS_ASSESSMENT_FACILITY] = FACILITY_FIELD,
	[NEEDS_ASSESSMENT_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, ONCE | LISTED },
	[NEEDS_ASSESSMENT_VULNERABLE] = { "vulnerable_by", N_("What makes life here harder for the person"), NULL, FIELD_CODES, CLOSED, FIELD_FIXED | LISTED, .choices = VULNERABILITY_CHOICES, .basis = &NMR_2 },
	[NEEDS_ASSESSMENT_NEEDS] = { "needs", N_("Needs, as the person says and as you see them"), NULL, FIELD_PROSE, CLOSED, ONCE },
	[NEEDS_ASSESSMENT_PLAN] = { "measures", N_("What is done, by whom, until when"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
};
RECORD(NEEDS_ASSESSMENT, "needs_assessment", N_("Needs assessment"), N_("Needs assessments"), N_("What a person needs, and what is done about it; no mark and no rank"), NEEDS_ASSESSMENT,
	NEEDS_ASSESSMENT_FIELDS, NEEDS_ASSESSMENT, READERS, NMR_2);

/* ---- adjustments ---- */
const struct choice ADJUSTMENT_CHOICES[] = { { "granted", N_("Granted") }, { "other", N_("Something else is given") }, { "refused", N_("Refused") }, { NULL, NULL } };

static const struct field ACCOMMODATION[] = {
	[ACCOMMODATION_PERSON] = CASEWORK_PERSON_FIELD, [ACCOMMODATION_FACILITY] = FACILITY_FIELD,
	[ACCOMMODATION_NEED] = { "need", N_("What the person needs because of a disability"), NULL, FIELD_LINE, OPEN, ONCE | LISTED, .basis = &NMR_5 },
	[ACCOMMODATION_ASKED] = { "asked_on", N_("Asked on"), NULL, FIELD_DATE, OPEN, ONCE | LISTED },
	[ACCOMMODATION_DECISION] = { "decision", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | LISTED, .choices = ADJUSTMENT_CHOICES },
	[ACCOMMODATION_ACCESS] = { "access", N_("What the cell must have"), NULL, FIELD_CODES, OPEN, FIELD_DERIVED | LISTED, .choices = PLACE_ACCESS_CHOICES },
	[ACCOMMODATION_ANSWER] = { "answer", N_("What is given from when, or why not"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[ACCOMMODATION_DECIDED] = { "decided_on", N_("Decided on"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED | LISTED },
};
RECORD(ACCOMMODATION, "accommodation", N_("Adjustment for a disability"), N_("Adjustments for a disability"), N_("What a person with a disability needs to live here as others do, and what was decided"),
	ACCOMMODATION, ACCOMMODATION_FIELDS, ACCOMMODATION, READERS, NMR_5);

/* ---- reports to the director ---- */
const struct choice ADMISSION_REPORT_CHOICES[] = { { "social", N_("Family, home, social situation") }, { "education", N_("School, trade, work") },
	{ "psychological", N_("Psychological report") }, { "fitness", N_("Medical report: how fit, nothing clinical") }, { NULL, NULL } };

static const struct field ADMISSION_REPORT[] = {
	[ADMISSION_REPORT_PERSON] = CASEWORK_PERSON_FIELD, [ADMISSION_REPORT_FACILITY] = FACILITY_FIELD,
	[ADMISSION_REPORT_KIND] = { "kind", N_("Which report"), NULL, FIELD_CHOICE, OPEN, ONCE | LISTED, .choices = ADMISSION_REPORT_CHOICES, .basis = &NMR_92 },
	[ADMISSION_REPORT_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, ONCE | LISTED },
	[ADMISSION_REPORT_WORDS] = { "words", N_("Report"), NULL, FIELD_PROSE, CLOSED, ONCE },
};
RECORD(ADMISSION_REPORT, "admission_report", N_("Report after admission"), N_("Reports after admission"), N_("What the director knows of a person when a sentence begins; one of the reports is medical"), ADMISSION_REPORT,
	ADMISSION_REPORT_FIELDS, ADMISSION_REPORT, CASEWORK_READERS | ROLE(HEALTH), NMR_92);

/* ---- held without charge ---- */
static const struct field LEGAL_BASIS_CHECK[] = {
	[LEGAL_BASIS_CHECK_PERSON] = CASEWORK_PERSON_FIELD, [LEGAL_BASIS_CHECK_FACILITY] = FACILITY_FIELD,
	[LEGAL_BASIS_CHECK_AT] = { "checked_at", N_("When"), NULL, FIELD_MOMENT, OPEN, ONCE | LISTED },
	[LEGAL_BASIS_CHECK_ORDER] = CASEWORK_REFERENCE("legal_order", N_("Order in force"), "legal_order", ONCE | LISTED),
	[LEGAL_BASIS_CHECK_COURT] = { "court_told", N_("Court and lawyer know where the person is"), NULL, FIELD_YES_NO, OPEN, ONCE | LISTED, .basis = &NMR_122 },
};
RECORD(LEGAL_BASIS_CHECK, "legal_basis_check", N_("Check of the legal basis"), N_("Checks of the legal basis"), N_("Every day somebody looks whether a person without charge may still be held"), LEGAL_BASIS_CHECK,
	LEGAL_BASIS_CHECK_FIELDS, LEGAL_BASIS_CHECK, CUSTODY_STAFF, NMR_122);

/* ---- home ---- */
const struct choice DISTANCE_MEASURE_CHOICES[] = { { "long_visits", N_("Longer visits, or several together") }, { "video", N_("Video calls") }, { "travel", N_("Help with the journey") },
	{ "calls", N_("More calls, free of charge") }, { "transfer", N_("A transfer nearer home is asked for") }, { NULL, NULL } };

static const struct field HOME_DISTANCE[] = {
	[HOME_DISTANCE_PERSON] = CASEWORK_PERSON_FIELD, [HOME_DISTANCE_FACILITY] = FACILITY_FIELD,
	[HOME_DISTANCE_DAY] = { "day", N_("Day"), NULL, FIELD_DATE, OPEN, ONCE | LISTED },
	[HOME_DISTANCE_KM] = { "distance_km", N_("Kilometres to the family"), NULL, FIELD_INTEGER, OPEN, ONCE | LISTED, .limits = { 0, 20000, 0 }, .basis = &BKK_26 },
	[HOME_DISTANCE_MEASURES] = { "measures", N_("What makes up for the distance"), NULL, FIELD_CODES, OPEN, FIELD_FIXED | LISTED, .choices = DISTANCE_MEASURE_CHOICES },
};
RECORD(HOME_DISTANCE, "home_distance", N_("Distance from home"), N_("Distances from home"), N_("How far the family lives, and what makes up for it"), HOME_DISTANCE, HOME_DISTANCE_FIELDS, HOME_DISTANCE, READERS, BKK_26);

const struct choice TRANSFER_HOME_CHOICES[] = { { "sent", N_("Sent to the ministry with support") }, { "granted", N_("Granted") }, { "refused", N_("Refused") }, { NULL, NULL } };

static const struct field TRANSFER_HOME[] = {
	[TRANSFER_HOME_PERSON] = CASEWORK_PERSON_FIELD, [TRANSFER_HOME_FACILITY] = FACILITY_FIELD,
	[TRANSFER_HOME_COUNTRY] = { "country", N_("To which country"), NULL, FIELD_LINE, OPEN, ONCE | LISTED, .basis = &BKK_53 },
	[TRANSFER_HOME_ASKED] = { "asked_on", N_("Asked on"), NULL, FIELD_DATE, OPEN, ONCE | LISTED },
	[TRANSFER_HOME_CONSENT] = { "consent", N_("The person wants it, and knows what follows"), NULL, FIELD_YES_NO, OPEN, ONCE | LISTED },
	[TRANSFER_HOME_DECISION] = { "decision", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | LISTED, .choices = TRANSFER_HOME_CHOICES },
	[TRANSFER_HOME_CHILDREN] = { "children", N_("What becomes of the children"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[TRANSFER_HOME_DECIDED] = { "decided_on", N_("Decided on"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED | LISTED },
};
RECORD(TRANSFER_HOME, "transfer_home", N_("Wish to be transferred home"), N_("Wishes to be transferred home"), N_("A foreign person who wants to serve the sentence in the home country"), TRANSFER_HOME, TRANSFER_HOME_FIELDS,
	TRANSFER_HOME, READERS, BKK_53);

/* ---- aftercare ---- */
static const struct field AFTERCARE_REFERRAL[] = {
	[AFTERCARE_REFERRAL_PERSON] = CASEWORK_PERSON_FIELD, [AFTERCARE_REFERRAL_FACILITY] = FACILITY_FIELD,
	[AFTERCARE_REFERRAL_AGENCY] = { "agency", N_("Agency"), NULL, FIELD_LINE, OPEN, ONCE | LISTED },
	[AFTERCARE_REFERRAL_FOR] = { "help_with", N_("With what it helps after release"), NULL, FIELD_LINE, OPEN, ONCE | LISTED, .basis = &NMR_90 },
	[AFTERCARE_REFERRAL_ON] = { "referred_on", N_("Referred on"), NULL, FIELD_DATE, OPEN, ONCE | LISTED },
	[AFTERCARE_REFERRAL_ACCEPTED] = { "accepted_on", N_("Accepted on"), NULL, FIELD_DATE, OPEN, LISTED },
};
const struct record RECORD_AFTERCARE_REFERRAL = { .name = "aftercare_referral", .label = N_("Referral to aftercare"), .label_plural = N_("Referrals to aftercare"),
	.help = N_("Which agency helps after release, and whether it has agreed"), .fields = AFTERCARE_REFERRAL, .field_count = AFTERCARE_REFERRAL_FIELDS,
	.facility_field = AFTERCARE_REFERRAL_FACILITY, .person_field = AFTERCARE_REFERRAL_PERSON, .parent_field = AFTERCARE_REFERRAL_PERSON, .compartment = COMPARTMENT_CORE,
	.readers = CASEWORK_READERS, .keepers = CASEWORKERS, .basis = &NMR_90 };
