/* records_harm.c - care after abuse, preventive screening, young people and others in hospital, deaths after release, restraint of the young. */
#include "areas/clinic/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define KEPT (FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED)
#define STATE (FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED)
#define WATCHED_BY (ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct citation BKK_7 = { "BKK-7.1", N_("Bangkok Rules, Rule 7"), SOURCE_RECALLED };
static const struct citation BKK_18 = { "BKK-18", N_("Bangkok Rules, Rule 18"), SOURCE_RECALLED };
static const struct citation BKK_25 = { "BKK-25.2", N_("Bangkok Rules, Rule 25"), SOURCE_RECALLED };
static const struct citation BOP_34 = { "BOP-34", N_("Body of Principles on detention"), SOURCE_RECALLED };
static const struct citation HAV_56 = { "HAV-56", N_("Havana Rules (young people)"), SOURCE_RECALLED };
static const struct citation HAV_57 = { "HAV-57", N_("Havana Rules (young people)"), SOURCE_RECALLED };
static const struct citation HAV_64 = { "HAV-64", N_("Havana Rules (young people)"), SOURCE_RECALLED };

const char ABUSE_CARE_SET[] = "advice counselling legal_aid pregnancy treatment";
const struct choice ABUSE_CARE_SOURCE_CHOICES[] = { { "screening", N_("At a screening") }, { "told", N_("The person told a health worker") }, { "complaint", N_("By a complaint") },
	{ "seen", N_("Signs that a health worker saw") }, { NULL, NULL } };
const struct choice ABUSE_CARE_WISH_CHOICES[] = { { "refer", N_("Wants it sent to the authority") }, { "later", N_("Not now") }, { "no", N_("No") }, { NULL, NULL } };
const struct choice ABUSE_CARE_OFFER_CHOICES[] = { { "advice", N_("Medical advice") }, { "treatment", N_("Medical care") }, { "counselling", N_("Psychological support") },
	{ "pregnancy", N_("Advice and care about a pregnancy") }, { "legal_aid", N_("Legal aid") }, { NULL, NULL } };
static const struct choice ABUSE_STATE_CHOICES[] = { { "open", N_("Open") }, { "closed", N_("Closed") }, { "left", N_("Left custody before") }, { NULL, NULL } };

static const struct field ABUSE_CARE[] = {
	[ABUSE_CARE_PERSON] = CLINIC_PERSON,
	[ABUSE_CARE_FACILITY] = CLINIC_FACILITY,
	[ABUSE_CARE_FOUND] = { "found_at", N_("Known since"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[ABUSE_CARE_SOURCE] = { "source", N_("How it became known"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = ABUSE_CARE_SOURCE_CHOICES },
	[ABUSE_CARE_SEXUAL] = { "sexual", N_("Sexual abuse"), NULL, FIELD_YES_NO, CLOSED, FIELD_FIXED },
	[ABUSE_CARE_INFORMED] = { "informed", N_("Told of the ways to go to law"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED, .basis = &BKK_7 },
	[ABUSE_CARE_LEGAL_AID] = { "legal_aid", N_("Legal aid offered"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[ABUSE_CARE_WISH] = { "wish", N_("Wish"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED | FIELD_LISTED, .choices = ABUSE_CARE_WISH_CHOICES },
	[ABUSE_CARE_AUTHORITY] = { "authority", N_("Authority and its number"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[ABUSE_CARE_REFERRED] = { "referred_at", N_("Sent to the authority"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[ABUSE_CARE_OFFERED] = { "offered", N_("Offered so far"), NULL, FIELD_CODES, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = ABUSE_CARE_OFFER_CHOICES, .basis = &BKK_25 },
	[ABUSE_CARE_OFFERED_AT] = { "offered_at", N_("Last offer"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[ABUSE_CARE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, STATE, .choices = ABUSE_STATE_CHOICES },
};

static struct text abuse_title(struct arena *arena, const struct row *care) { return date_text(arena, moment_date(row_moment(care, ABUSE_CARE_FOUND))); }

const struct record RECORD_ABUSE_CARE = {
	.name = "abuse_care", .label = N_("Care after abuse"), .label_plural = N_("Care after abuse"), .help = N_("What the person was told, wants, and was offered; only the health service reads it"),
	.fields = ABUSE_CARE, .field_count = ABUSE_CARE_FIELDS, .facility_field = ABUSE_CARE_FACILITY, .person_field = ABUSE_CARE_PERSON, .parent_field = ABUSE_CARE_PERSON,
	.compartment = COMPARTMENT_HEALTH, .flags = RECORD_QUIET, .readers = ROLE(HEALTH), .basis = &BKK_7, .title = abuse_title,
};

const struct choice SCREENING_OFFER_KIND_CHOICES[] = { { "cervical", N_("Cervical cancer") }, { "breast", N_("Breast cancer") }, { "other", N_("Other of the national programme") },
	{ NULL, NULL } };
const struct choice SCREENING_OFFER_ANSWER_CHOICES[] = { { "accepted", N_("Accepted") }, { "declined", N_("Declined") }, { "not_due", N_("Not due by the national programme") }, { NULL, NULL } };

static const struct field SCREENING_OFFER[] = {
	[SCREENING_OFFER_PERSON] = CLINIC_PERSON,
	[SCREENING_OFFER_FACILITY] = CLINIC_FACILITY,
	[SCREENING_OFFER_AT] = { "offered_at", N_("Offered"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[SCREENING_OFFER_KIND] = { "kind", N_("Screening for"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = SCREENING_OFFER_KIND_CHOICES, .basis = &BKK_18 },
	[SCREENING_OFFER_ANSWER] = { "answer", N_("Answer"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = SCREENING_OFFER_ANSWER_CHOICES },
	[SCREENING_OFFER_NEXT] = { "next_on", N_("Offered again on"), NULL, FIELD_DATE, OPEN, KEPT },
};

const struct record RECORD_SCREENING_OFFER = {
	.name = "screening_offer", .label = N_("Offer of preventive screening"), .label_plural = N_("Offers of preventive screening"), .help = N_("As women outside have it, by the national programme"),
	.fields = SCREENING_OFFER, .field_count = SCREENING_OFFER_FIELDS, .facility_field = SCREENING_OFFER_FACILITY, .person_field = SCREENING_OFFER_PERSON,
	.parent_field = SCREENING_OFFER_PERSON, .compartment = COMPARTMENT_HEALTH, .flags = RECORD_QUIET, .readers = ROLE(HEALTH), .basis = &BKK_18,
};

const struct choice INPATIENT_STAY_WHERE_CHOICES[] = { { "here", N_("In the clinic here") }, { "hospital", N_("In a hospital outside") }, { NULL, NULL } };
static const struct choice STAY_STATE_CHOICES[] = { { "running", N_("Running") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field INPATIENT_STAY[] = {
	[INPATIENT_STAY_PERSON] = CLINIC_PERSON,
	[INPATIENT_STAY_FACILITY] = CLINIC_FACILITY,
	[INPATIENT_STAY_STARTED] = { "started_at", N_("From"), NULL, FIELD_MOMENT, OPEN, KEPT, .basis = &HAV_56 },
	[INPATIENT_STAY_WHERE] = { "place_of_care", N_("Where"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = INPATIENT_STAY_WHERE_CHOICES },
	[INPATIENT_STAY_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, STATE, .choices = STAY_STATE_CHOICES },
	[INPATIENT_STAY_ENDED] = { "ended_at", N_("Until"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
};

const struct record RECORD_INPATIENT_STAY = {
	.name = "inpatient_stay", .label = N_("Stay in the clinic or in hospital"), .label_plural = N_("Stays in the clinic or in hospital"), .help = N_("Where a person lies, and since when; never why"),
	.fields = INPATIENT_STAY, .field_count = INPATIENT_STAY_FIELDS, .facility_field = INPATIENT_STAY_FACILITY, .person_field = INPATIENT_STAY_PERSON,
	.parent_field = INPATIENT_STAY_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &HAV_56,
};

const struct choice LATER_DEATH_RELATED_CHOICES[] = { { "yes", N_("Yes") }, { "no", N_("No") }, { "unknown", N_("Not known yet") }, { NULL, NULL } };

static const struct field LATER_DEATH[] = {
	[LATER_DEATH_PERSON] = CLINIC_PERSON,
	[LATER_DEATH_FACILITY] = { "facility", N_("Last facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[LATER_DEATH_LEARNED] = { "learned_at", N_("Known since"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[LATER_DEATH_DIED] = { "died_on", N_("Day of death"), NULL, FIELD_DATE, OPEN, KEPT, .basis = &BOP_34 },
	[LATER_DEATH_RELEASED] = { "released_at", N_("Released"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_FIXED | FIELD_LISTED },
	[LATER_DEATH_RELATED] = { "related", N_("Has to do with the time in custody"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = LATER_DEATH_RELATED_CHOICES },
	[LATER_DEATH_CIRCUMSTANCES] = { "circumstances", N_("What is known"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
	[LATER_DEATH_JUVENILE] = { "young", N_("Younger than eighteen at release"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED | FIELD_FIXED, .basis = &HAV_57 },
	[LATER_DEATH_AUTHORITY] = { "authority", N_("Authority"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[LATER_DEATH_NUMBER] = { "authority_number", N_("Number of the authority"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[LATER_DEATH_REPORTED] = { "reported_at", N_("Reported"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[LATER_DEATH_KIN_SHOWN] = { "kin_shown", N_("Report offered to the nearest relative"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED },
	[LATER_DEATH_FINDINGS] = { "findings", N_("Findings"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[LATER_DEATH_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, STATE, .choices = (const struct choice[]){ { "open", N_("Open") }, { "closed", N_("Closed") }, { NULL, NULL } } },
};

static struct text later_title(struct arena *arena, const struct row *death) { return date_text(arena, row_date(death, LATER_DEATH_DIED)); }

const struct record RECORD_LATER_DEATH = {
	.name = "later_death", .label = N_("Death after release"), .label_plural = N_("Deaths after release"), .help = N_("An authority outside inquires when somebody dies soon after release"),
	.fields = LATER_DEATH, .field_count = LATER_DEATH_FIELDS, .facility_field = LATER_DEATH_FACILITY, .person_field = LATER_DEATH_PERSON, .parent_field = LATER_DEATH_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = WATCHED_BY, .basis = &BOP_34, .title = later_title,
};

static const struct field RESTRAINT_CONSULTATION[] = {
	[RESTRAINT_CONSULTATION_FORCE] = { "use_of_force", N_("Use of force or restraint"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "use_of_force" },
	[RESTRAINT_CONSULTATION_PERSON] = CLINIC_PERSON,
	[RESTRAINT_CONSULTATION_FACILITY] = CLINIC_FACILITY,
	[RESTRAINT_CONSULTATION_AT] = { "consulted_at", N_("When"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[RESTRAINT_CONSULTATION_CLINICIAN] = { "clinician", N_("Health worker asked"), NULL, FIELD_LINE, OPEN, KEPT, .basis = &HAV_64 },
	[RESTRAINT_CONSULTATION_WORDS] = { "words", N_("What must be done now"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[RESTRAINT_CONSULTATION_REPORTED_TO] = { "reported_to", N_("Higher authority told"), NULL, FIELD_LINE, OPEN, KEPT },
};

/* Asked after the fact, about care: no health worker agrees to restraint (NMR-32.1 (d)). */
const struct record RECORD_RESTRAINT_CONSULTATION = {
	.name = "restraint_consultation", .label = N_("Consultation after a restraint"), .label_plural = N_("Consultations after restraints"),
	.help = N_("Whom of the health staff the director asked at once, and to whom he reported"),
	.fields = RESTRAINT_CONSULTATION, .field_count = RESTRAINT_CONSULTATION_FIELDS, .facility_field = RESTRAINT_CONSULTATION_FACILITY,
	.person_field = RESTRAINT_CONSULTATION_PERSON, .parent_field = RESTRAINT_CONSULTATION_PERSON, .compartment = COMPARTMENT_CORE, .readers = WATCHED_BY | ROLE(SECURITY), .basis = &HAV_64,
};
