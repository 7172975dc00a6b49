/* records_force.c - use of force and restraint, and the statements of the officers. */
#include "areas/rights/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_47 = { "NMR-47.2b", N_("Nelson Mandela Rules, Rule 47"), SOURCE_TEXT_READ };
static const struct citation NMR_48 = { "NMR-48.1b", N_("Nelson Mandela Rules, Rule 48"), SOURCE_TEXT_READ };
static const struct citation NMR_82 = { "NMR-82.1a", N_("Nelson Mandela Rules, Rule 82"), SOURCE_TEXT_READ };

const struct choice FORCE_GROUND_CHOICES[] = { { "self_defence", N_("Self-defence or defence of others") }, { "escape", N_("Attempted escape") },
	{ "resistance", N_("Resistance to a lawful order") }, { "injury", N_("To stop injury of self or others") }, { "damage", N_("To stop damage to property") },
	{ "transfer", N_("Against escape during a transfer") }, { "other", N_("Something else") }, { "discipline", N_("As a punishment (prohibited)") }, { NULL, NULL } };
/* The last five are prohibited everywhere (NMR-47.1; list of EU Regulation 2019/125, from general knowledge). */
const struct choice FORCE_INSTRUMENT_CHOICES[] = { { "hands", N_("Hands only") }, { "pain", N_("Hold that causes pain") }, { "handcuffs", N_("Handcuffs") },
	{ "belt", N_("Belt or soft straps") }, { "shield", N_("Shield") }, { "baton", N_("Baton") }, { "spray", N_("Irritant spray") }, { "dog", N_("Dog") },
	{ "firearm", N_("Firearm") }, { "chains", N_("Chains or irons (prohibited)") }, { "weighted", N_("Weighted or fixed cuffs (prohibited)") },
	{ "electric", N_("Electric device worn on the body (prohibited)") }, { "thumb", N_("Thumb cuffs (prohibited)") },
	{ "cage", N_("Cage or net bed (prohibited)") }, { NULL, NULL } };
const struct choice FORCE_OFFICE_CHOICES[] = { { "director", N_("Director") }, { "deputy", N_("Lawful deputy of the director") }, { "court", N_("Court") },
	{ "other", N_("Somebody else") }, { "none", N_("Nobody: at once, in the face of an attack") }, { NULL, NULL } };
const struct choice FORCE_RESISTANCE_CHOICES[] = { { "passive", N_("Does not do what is ordered, without violence") },
	{ "active", N_("Pulls away, holds on, breaks things") }, { "attack", N_("Attacks somebody, or hurts himself or herself") },
	{ "life", N_("Danger to life") }, { NULL, NULL } };
static const struct choice STATE_CHOICES[] = { { "running", N_("Running") }, { "ended", N_("Ended, statements wanted") }, { "closed", N_("Closed") }, { NULL, NULL } };

bool force_is_instrument(const struct row *force)
{
	return !row_is(force, FORCE_INSTRUMENT, "hands") && !row_is(force, FORCE_INSTRUMENT, "pain");
}

/* Hands, then what holds, then what hurts, then what may kill. The order is a product proposal: the Rules give none. */
int force_rung(const struct row *force)
{
	static const struct { const char *code; int rung; } RUNGS[] = { { "hands", 1 }, { "handcuffs", 2 }, { "belt", 2 }, { "shield", 2 }, { "pain", 3 }, { "baton", 3 },
		{ "spray", 3 }, { "dog", 3 }, { "firearm", 4 } };
	for (size_t i = 0; i < sizeof RUNGS / sizeof *RUNGS; i++)
		if (row_is(force, FORCE_INSTRUMENT, RUNGS[i].code))
			return RUNGS[i].rung;
	return 0;
}

static const struct field FORCE[] = {
	[FORCE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[FORCE_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[FORCE_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = FORCE_GROUND_CHOICES, .basis = &NMR_82 },
	[FORCE_INSTRUMENT] = { "instrument", N_("Instrument"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.choices = FORCE_INSTRUMENT_CHOICES },
	[FORCE_FACTS] = { "facts", N_("What happened"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
	[FORCE_ALTERNATIVES] = { "alternatives", N_("What was tried first"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED },
	[FORCE_OFFICE] = { "ordered_by", N_("Who ordered it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .choices = FORCE_OFFICE_CHOICES, .basis = &NMR_47 },
	[FORCE_IN_COURT] = { "in_court", N_("Kept on before a court or authority"), NULL, FIELD_YES_NO, OPEN, FIELD_FIXED },
	[FORCE_OFFICERS] = { "officers", N_("Officers who took part"), N_("Sign-in names parted by spaces: each writes an own statement"), FIELD_CODES, OPEN,
		FIELD_REQUIRED | FIELD_FIXED },
	[FORCE_STARTED] = { "started_at", N_("From"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[FORCE_CHECKED] = { "checked_at", N_("Last checked"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[FORCE_ENDED] = { "ended_at", N_("Ended"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[FORCE_INJURIES] = { "injuries", N_("Injuries of anybody"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED },
	[FORCE_HEALTH_TOLD] = { "health_told_at", N_("Health service told"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[FORCE_DIRECTOR_TOLD] = { "director_told_at", N_("Director told"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[FORCE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = STATE_CHOICES },
	[FORCE_END_KIND] = { "end_kind", N_("How it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = RIGHTS_END_CHOICES },
	[FORCE_RESISTANCE] = { "resistance", N_("What the person did"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED | FIELD_LISTED, .choices = FORCE_RESISTANCE_CHOICES,
		.basis = &NMR_48 },
};

static struct text force_title(struct arena *arena, const struct row *force)
{
	return date_text(arena, moment_date(row_moment(force, FORCE_STARTED)));
}

const struct record RECORD_FORCE = {
	.name = "use_of_force", .label = N_("Use of force or restraint"), .label_plural = N_("Force and restraint"),
	.help = N_("One use of force or of an instrument of restraint, with its end and the statements"),
	.fields = FORCE, .field_count = FORCE_FIELDS, .facility_field = FORCE_FACILITY, .person_field = FORCE_PERSON, .parent_field = FORCE_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_82, .title = force_title,
};

static const struct field FORCE_STATEMENT[] = {
	[FORCE_STATEMENT_FORCE] = { "use_of_force", N_("Use of force or restraint"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "use_of_force" },
	[FORCE_STATEMENT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[FORCE_STATEMENT_OFFICER] = { "officer", N_("Officer"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_FIXED | FIELD_LISTED },
	[FORCE_STATEMENT_WORDS] = { "words", N_("Statement"), N_("What you did and saw yourself"), FIELD_PROSE, CLOSED, FIELD_REQUIRED | FIELD_FIXED },
};

const struct record RECORD_FORCE_STATEMENT = {
	.name = "force_statement", .label = N_("Statement on force"), .label_plural = N_("Statements on force"),
	.help = N_("What one officer did and saw, in his or her own words"),
	.fields = FORCE_STATEMENT, .field_count = FORCE_STATEMENT_FIELDS, .facility_field = FIELD_NONE, .person_field = FORCE_STATEMENT_PERSON,
	.parent_field = FORCE_STATEMENT_FORCE, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_82,
};
