/* records_child.c - pregnancy and birth, and children who live with a parent in custody. */
#include "areas/contact/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)
#define SAID FIELD_DERIVED

static const struct citation NMR_28 = { "NMR-28.1", N_("Nelson Mandela Rules, Rule 28"), SOURCE_TEXT_READ };
static const struct citation NMR_29 = { "NMR-29.1", N_("Nelson Mandela Rules, Rule 29"), SOURCE_TEXT_READ };
static const struct citation BKK_48 = { "BKK-48.2", N_("Bangkok Rules, Rule 48"), SOURCE_RECALLED };
static const struct citation BKK_52 = { "BKK-52.1", N_("Bangkok Rules, Rule 52"), SOURCE_RECALLED };

const struct choice BIRTH_PLACE_CHOICES[] = { { "hospital", N_("Hospital outside") }, { "unit", N_("Unit for mothers outside") }, { "prison", N_("In the prison") }, { NULL, NULL } };
static const struct choice PREGNANCY_STATE_CHOICES[] = { { "open", N_("Pregnant") }, { "born", N_("Born") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field PREGNANCY[] = {
	[PREGNANCY_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[PREGNANCY_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[PREGNANCY_EXPECTED] = { "expected_on", N_("Birth expected"), NULL, FIELD_DATE, CLOSED, FIELD_REQUIRED | FIELD_LISTED },
	[PREGNANCY_PRENATAL] = { "prenatal", N_("Care before the birth is arranged"), NULL, FIELD_YES_NO, OPEN, FIELD_LISTED, .basis = &NMR_28 },
	[PREGNANCY_DIET] = { "diet", N_("Diet, exercise and advice are arranged"), NULL, FIELD_YES_NO, OPEN, FIELD_LISTED },
	[PREGNANCY_COURT] = { "court_told", N_("The court was told that a measure outside prison may fit"), NULL, FIELD_YES_NO, OPEN, 0 },
	[PREGNANCY_PLACE] = { "place", N_("Where the birth is planned"), NULL, FIELD_CHOICE, OPEN, SAID | FIELD_LISTED, .choices = BIRTH_PLACE_CHOICES, .basis = &NMR_28 },
	[PREGNANCY_PLACE_WHY] = { "place_why", N_("Why not outside"), NULL, FIELD_LINE, OPEN, SAID },
	[PREGNANCY_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | SAID | FIELD_LISTED | FIELD_INDEXED, .choices = PREGNANCY_STATE_CHOICES },
	[PREGNANCY_BORN_AT] = { "born_at", N_("Born"), NULL, FIELD_MOMENT, CLOSED, SAID },
	[PREGNANCY_BORN_IN] = { "born_in", N_("Place of birth"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = BIRTH_PLACE_CHOICES },
	[PREGNANCY_CERTIFICATE] = { "certificate_place", N_("Place that the birth certificate names"), NULL, FIELD_LINE, CLOSED, SAID, .basis = &NMR_28 },
	[PREGNANCY_ENDED_WHY] = { "ended_why", N_("Why it ended"), NULL, FIELD_LINE, CLOSED, SAID },
};

static struct text pregnancy_title(struct arena *arena, const struct row *row)
{
	return date_text(arena, row_date(row, PREGNANCY_EXPECTED));
}

const struct record RECORD_PREGNANCY = {
	.name = "pregnancy", .label = N_("Pregnancy"), .label_plural = N_("Pregnancies"),
	.help = N_("What must be arranged for mother and child, and by when; nothing of the clinic's own record"),
	.fields = PREGNANCY, .field_count = PREGNANCY_FIELDS, .facility_field = PREGNANCY_FACILITY, .person_field = PREGNANCY_PERSON,
	.parent_field = PREGNANCY_PERSON, .compartment = COMPARTMENT_CORE, .flags = RECORD_QUIET, .readers = CHILD_CARERS, .basis = &NMR_28, .title = pregnancy_title,
};

const struct choice CHILD_CHECK_CHOICES[] = { { "screening", N_("Screening on arrival") }, { "check", N_("Check of health and development") }, { NULL, NULL } };
const struct choice CHILD_FEEDING_CHOICES[] = { { "free", N_("As mother and child wish") }, { "limited", N_("Limited for a health reason") }, { NULL, NULL } };
const struct choice CHILD_CONSULATE_CHOICES[] = { { "not_needed", N_("Not needed: own country") }, { "consulted", N_("Consulted") },
	{ "asylum", N_("Not told: asylum or refuge") }, { NULL, NULL } };
const struct choice CHILD_LEFT_CHOICES[] = { { "best_interest", N_("It is better for the child") }, { "parent", N_("The parent wishes it") },
	{ "age", N_("The age that the law sets") }, { "with_parent", N_("Left together with the parent") }, { NULL, NULL } };
static const struct choice STAY_STATE_CHOICES[] = { { "living", N_("Lives here") }, { "left", N_("Has left") }, { NULL, NULL } };

static const struct field CHILD_STAY[] = {
	[CHILD_STAY_PERSON] = { "person", N_("Parent"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[CHILD_STAY_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[CHILD_STAY_CHILD] = { "child", N_("Child"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "child" },
	[CHILD_STAY_DECIDED_ON] = { "decided_on", N_("Decided on"), NULL, FIELD_DATE, OPEN, FIELD_FIXED, .basis = &NMR_29 },
	[CHILD_STAY_DECIDED_BY] = { "decided_by", N_("Who decided"), NULL, FIELD_LINE, OPEN, FIELD_FIXED, .basis = &NMR_29 },
	[CHILD_STAY_REASONS] = { "reasons", N_("Why it is best for the child"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED, .basis = &NMR_29 },
	[CHILD_STAY_CHILDCARE] = { "childcare", N_("Childcare when not with the parent"), NULL, FIELD_LINE, OPEN, 0 },
	[CHILD_STAY_FROM] = { "lives_from", N_("Lives here from"), NULL, FIELD_DATE, OPEN, ONCE | FIELD_LISTED },
	[CHILD_STAY_SCREENED] = { "screened_at", N_("Screened on arrival"), NULL, FIELD_MOMENT, OPEN, SAID | FIELD_LISTED },
	[CHILD_STAY_CHECKED] = { "checked_at", N_("Health and development last checked"), NULL, FIELD_MOMENT, OPEN, SAID | FIELD_LISTED },
	[CHILD_STAY_REVIEWED] = { "reviewed_at", N_("Decision last reviewed"), NULL, FIELD_MOMENT, OPEN, SAID | FIELD_LISTED },
	[CHILD_STAY_REVIEW] = { "review", N_("Result of the review"), NULL, FIELD_LINE, CLOSED, SAID },
	[CHILD_STAY_FEEDING] = { "feeding", N_("Breastfeeding"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = CHILD_FEEDING_CHOICES, .basis = &BKK_48 },
	[CHILD_STAY_FEEDING_WHY] = { "feeding_why", N_("Health reason"), NULL, FIELD_LINE, CLOSED, SAID },
	[CHILD_STAY_FEEDING_BY] = { "feeding_by", N_("Clinician"), NULL, FIELD_LINE, OPEN, SAID },
	[CHILD_STAY_LEAVES_BY] = { "leaves_by", N_("Day set by law on which the child leaves"), NULL, FIELD_DATE, OPEN, SAID | FIELD_LISTED },
	[CHILD_STAY_CARE] = { "care", N_("Who will care for the child outside"), NULL, FIELD_LINE, CLOSED, SAID, .basis = &BKK_52 },
	[CHILD_STAY_MET] = { "met", N_("Child and carer have met"), NULL, FIELD_YES_NO, OPEN, SAID },
	[CHILD_STAY_CONSULATE] = { "consulate", N_("Consulate of a foreign parent"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = CHILD_CONSULATE_CHOICES, .basis = &BKK_52 },
	[CHILD_STAY_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | SAID | FIELD_LISTED | FIELD_INDEXED, .choices = STAY_STATE_CHOICES },
	[CHILD_STAY_LEFT] = { "left_on", N_("Left on"), NULL, FIELD_DATE, OPEN, SAID },
	[CHILD_STAY_LEFT_WHY] = { "left_why", N_("Why the child left"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = CHILD_LEFT_CHOICES },
	[CHILD_STAY_ASSESSMENT] = { "assessment", N_("Assessment of this child's interest"), NULL, FIELD_PROSE, CLOSED, SAID, .basis = &BKK_52 },
};

static struct text stay_title(struct arena *arena, const struct row *row)
{
	return date_text(arena, row_date(row, CHILD_STAY_FROM));
}

const struct record RECORD_CHILD_STAY = {
	.name = "child_stay", .label = N_("Child living with a parent"), .label_plural = N_("Children living with a parent"),
	.help = N_("A child who lives here by a decision in the child's interest; never a prisoner, never on the roll"),
	.fields = CHILD_STAY, .field_count = CHILD_STAY_FIELDS, .facility_field = CHILD_STAY_FACILITY, .person_field = CHILD_STAY_PERSON,
	.parent_field = CHILD_STAY_PERSON, .compartment = COMPARTMENT_CORE, .flags = RECORD_QUIET, .readers = CHILD_CARERS, .basis = &NMR_29, .title = stay_title,
};
