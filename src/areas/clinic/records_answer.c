/* records_answer.c - what must be answered: referrals, reports to the director, the way out of prison for whom prison makes ill, units that
 * clinicians lead. */
#include "areas/clinic/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define KEPT (FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED)
#define STATE (FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED)
/* Who gives the advice, who answers it, and who looks at the answer. */
#define ANSWERERS (ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(COMMITTEE) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct citation NMR_33 = { "NMR-33", N_("Nelson Mandela Rules, Rule 33"), SOURCE_TEXT_READ };
static const struct citation NMR_46 = { "NMR-46.3", N_("Nelson Mandela Rules, Rule 46"), SOURCE_TEXT_READ };
static const struct citation NMR_109 = { "NMR-109.1", N_("Nelson Mandela Rules, Rule 109"), SOURCE_TEXT_READ };
static const struct citation NMR_109_3 = { "NMR-109.3", N_("Nelson Mandela Rules, Rule 109"), SOURCE_TEXT_READ };

const struct choice HEALTH_REFERRAL_KIND_CHOICES[] = { { "psychiatric", N_("Psychiatrist") }, { "psychological", N_("Clinical psychologist") }, { "specialist", N_("Other specialist") },
	{ NULL, NULL } };
const struct choice HEALTH_REFERRAL_RESULT_CHOICES[] = { { "treatment", N_("Treatment goes on") }, { "none", N_("No treatment needed") }, { "declined", N_("The person no longer wants it") },
	{ NULL, NULL } };
static const struct choice REFERRAL_STATE_CHOICES[] = { { "open", N_("Waits to be seen") }, { "treatment", N_("In treatment") }, { "closed", N_("Closed") },
	{ "left", N_("Left custody before") }, { NULL, NULL } };

static const struct field HEALTH_REFERRAL[] = {
	[HEALTH_REFERRAL_PERSON] = CLINIC_PERSON,
	[HEALTH_REFERRAL_FACILITY] = CLINIC_FACILITY,
	[HEALTH_REFERRAL_AT] = { "referred_at", N_("Referred"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[HEALTH_REFERRAL_KIND] = { "kind", N_("To whom"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = HEALTH_REFERRAL_KIND_CHOICES, .basis = &NMR_109_3 },
	[HEALTH_REFERRAL_URGENT] = { "urgent", N_("Urgent"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED | FIELD_LISTED },
	[HEALTH_REFERRAL_WORDS] = { "words", N_("Question to the specialist"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
	[HEALTH_REFERRAL_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, STATE, .choices = REFERRAL_STATE_CHOICES },
	[HEALTH_REFERRAL_SEEN] = { "seen_at", N_("Seen"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[HEALTH_REFERRAL_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = HEALTH_REFERRAL_RESULT_CHOICES },
};

const struct record RECORD_HEALTH_REFERRAL = {
	.name = "health_referral", .label = N_("Referral to a specialist"), .label_plural = N_("Referrals to specialists"),
	.help = N_("Who is sent to a psychiatrist or another specialist, and who is in treatment there"),
	.fields = HEALTH_REFERRAL, .field_count = HEALTH_REFERRAL_FIELDS, .facility_field = HEALTH_REFERRAL_FACILITY, .person_field = HEALTH_REFERRAL_PERSON,
	.parent_field = HEALTH_REFERRAL_PERSON, .compartment = COMPARTMENT_HEALTH, .flags = RECORD_QUIET, .readers = ROLE(HEALTH), .basis = &NMR_109_3,
};

const struct choice HEALTH_ADVICE_DECISION_CHOICES[] = { { "followed", N_("Followed") }, { "partly", N_("Followed in part") },
	{ "sent_up", N_("Not followed, sent to the higher authority with the advice") }, { NULL, NULL } };
static const struct choice ADVICE_STATE_CHOICES[] = { { "open", N_("Waits for the director's answer") }, { "answered", N_("Answered") }, { "ended", N_("The separation has ended") },
	{ NULL, NULL } };

static const struct field HEALTH_ADVICE[] = {
	[HEALTH_ADVICE_FACILITY] = CLINIC_FACILITY,
	[HEALTH_ADVICE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[HEALTH_ADVICE_SEPARATION] = { "separation", N_("Separation"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "separation", .basis = &NMR_46 },
	[HEALTH_ADVICE_MADE] = { "made_at", N_("When"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[HEALTH_ADVICE_WORDS] = { "words", N_("What harms, and what to change"), NULL, FIELD_PROSE, OPEN, KEPT, .basis = &NMR_33 },
	[HEALTH_ADVICE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, STATE, .choices = ADVICE_STATE_CHOICES },
	[HEALTH_ADVICE_DECISION] = { "decision", N_("Decision of the director"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = HEALTH_ADVICE_DECISION_CHOICES },
	[HEALTH_ADVICE_ANSWER] = { "director_answer", N_("Answer of the director"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[HEALTH_ADVICE_ANSWERED] = { "answered_at", N_("Answered"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
};

static struct text advice_title(struct arena *arena, const struct row *advice) { return date_text(arena, moment_date(row_moment(advice, HEALTH_ADVICE_MADE))); }

const struct record RECORD_HEALTH_ADVICE = {
	.name = "health_advice", .label = N_("Report of the health service"), .label_plural = N_("Reports of the health service"),
	.help = N_("What harms health here or in a separation; closed only by the director's answer with reasons"),
	.fields = HEALTH_ADVICE, .field_count = HEALTH_ADVICE_FIELDS, .facility_field = HEALTH_ADVICE_FACILITY, .person_field = HEALTH_ADVICE_PERSON, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .readers = ANSWERERS, .basis = &NMR_33, .title = advice_title,
};

const struct choice CARE_OUTSIDE_GROUND_CHOICES[] = { { "court", N_("Order of a court") }, { "clinician", N_("Finding of a clinician") }, { NULL, NULL } };
static const struct choice OUTSIDE_STATE_CHOICES[] = { { "waiting", N_("Waits for a bed outside prison") }, { "moved", N_("Moved") }, { "ended", N_("Not needed any more") },
	{ "left", N_("Left custody before") }, { NULL, NULL } };

/* No field says what the person has: everybody who may read this needs only to know that prison is the wrong place. */
static const struct field CARE_OUTSIDE[] = {
	[CARE_OUTSIDE_PERSON] = CLINIC_PERSON,
	[CARE_OUTSIDE_FACILITY] = CLINIC_FACILITY,
	[CARE_OUTSIDE_FOUND] = { "found_at", N_("Found"), NULL, FIELD_MOMENT, OPEN, KEPT, .basis = &NMR_109 },
	[CARE_OUTSIDE_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, KEPT, .choices = CARE_OUTSIDE_GROUND_CHOICES },
	[CARE_OUTSIDE_ASKED] = { "asked_at", N_("Last asked"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[CARE_OUTSIDE_ASKED_OF] = { "asked_of", N_("Hospital or authority asked"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[CARE_OUTSIDE_BED] = { "bed", N_("Bed promised"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[CARE_OUTSIDE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, STATE, .choices = OUTSIDE_STATE_CHOICES },
	[CARE_OUTSIDE_MOVED] = { "moved_at", N_("Moved"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
};

const struct record RECORD_CARE_OUTSIDE = {
	.name = "care_outside", .label = N_("Move to care outside prison"), .label_plural = N_("Moves to care outside prison"),
	.help = N_("Who must leave prison for care as early as possible; until then no separation"),
	.fields = CARE_OUTSIDE, .field_count = CARE_OUTSIDE_FIELDS, .facility_field = CARE_OUTSIDE_FACILITY, .person_field = CARE_OUTSIDE_PERSON, .parent_field = CARE_OUTSIDE_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = ANSWERERS, .basis = &NMR_109,
};

static const struct choice UNIT_STATE_CHOICES[] = { { "open", N_("Open") }, { "closed", N_("Closed") }, { NULL, NULL } };

static const struct field CARE_UNIT[] = {
	[CARE_UNIT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, KEPT, .reference = "facility" },
	[CARE_UNIT_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CARE_UNIT_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, FIELD_LISTED, .reference = "place" },
	[CARE_UNIT_LEAD] = { "lead", N_("Clinician who leads it"), NULL, FIELD_LINE, OPEN, FIELD_LISTED, .basis = &NMR_109 },
	[CARE_UNIT_OPENED] = { "opened_at", N_("Opened"), NULL, FIELD_MOMENT, OPEN, KEPT },
	[CARE_UNIT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, STATE, .choices = UNIT_STATE_CHOICES },
};

const struct record RECORD_CARE_UNIT = {
	.name = "care_unit", .label = N_("Unit for observation and treatment"), .label_plural = N_("Units for observation and treatment"),
	.help = N_("Where people are observed and treated under a clinician"),
	.fields = CARE_UNIT, .field_count = CARE_UNIT_FIELDS, .facility_field = CARE_UNIT_FACILITY, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = CUSTODY_STAFF, .correctors = ROLE(HEALTH) | ROLE(GOVERNOR), .basis = &NMR_109,
};
