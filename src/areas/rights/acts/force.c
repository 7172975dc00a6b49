/* force.c - force.use, .check, .tell, .end, .statement, .close. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_47 = { "NMR-47.2b", N_("Nelson Mandela Rules, Rule 47"), SOURCE_TEXT_READ };
static const struct citation NMR_48 = { "NMR-48.1b", N_("Nelson Mandela Rules, Rule 48"), SOURCE_TEXT_READ };
static const struct citation NMR_82 = { "NMR-82.1b", N_("Nelson Mandela Rules, Rule 82"), SOURCE_TEXT_READ };

#define GUARDS (ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR))
#define FORCE_INPUT { "use_of_force", N_("Use of force or restraint"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "use_of_force" }

enum { US_PERSON, US_GROUND, US_INSTRUMENT, US_FACTS, US_ALTERNATIVES, US_OFFICE, US_IN_COURT, US_OFFICERS, US_STARTED, US_RESISTANCE, US_INPUTS };
static const struct field USE_INPUT[US_INPUTS] = {
	[US_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[US_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FORCE_GROUND_CHOICES, .basis = &NMR_82 },
	[US_INSTRUMENT] = { "instrument", N_("Instrument"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FORCE_INSTRUMENT_CHOICES, .basis = &NMR_47 },
	[US_FACTS] = { "facts", N_("What happened"), N_("For a transfer: what this person did that makes escape likely"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[US_ALTERNATIVES] = { "alternatives", N_("What was tried first"), N_("Talking, waiting, another officer"), FIELD_PROSE, OPEN, 0 },
	[US_OFFICE] = { "ordered_by", N_("Who ordered it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = FORCE_OFFICE_CHOICES },
	[US_IN_COURT] = { "in_court", N_("Kept on before a court or authority"), NULL, FIELD_YES_NO, OPEN, 0 },
	[US_OFFICERS] = { "officers", N_("Officers who took part"), N_("Sign-in names parted by spaces: each writes an own statement"), FIELD_CODES, OPEN, FIELD_REQUIRED },
	[US_STARTED] = { "started_at", N_("From"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[US_RESISTANCE] = { "resistance", N_("What the person did"), N_("The means must not be stronger than this asks for"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = FORCE_RESISTANCE_CHOICES, .basis = &NMR_48 } };
static const struct record USE_RECORD = ACT_INPUTS("force.use", USE_INPUT);

/* The next check, in minutes: a clock of its own, because the unit of clocks is hours. */
static void check_again(struct act_context *context, struct decision *decision, const struct row *force)
{
	struct text facility = rights_facility(context, row_text(force, FORCE_PERSON));
	int64_t minutes = act_parameter(context, facility, "restraint.review_minutes", 15);
	decide_stop(context, decision, "restraint-check", force->id);
	decide_start(context, decision, "restraint-check", force, row_text(force, FORCE_PERSON), facility, context->now,
		context->now + minutes * MOMENT_MINUTE);
}

static bool use_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, US_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, US_STARTED, errors);
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *force = decision_insert(decision, &RECORD_FORCE);
	static const int PAIRS[] = { US_PERSON, FORCE_PERSON, US_GROUND, FORCE_GROUND, US_INSTRUMENT, FORCE_INSTRUMENT, US_FACTS, FORCE_FACTS, US_ALTERNATIVES,
		FORCE_ALTERNATIVES, US_OFFICE, FORCE_OFFICE, US_IN_COURT, FORCE_IN_COURT, US_OFFICERS, FORCE_OFFICERS, US_RESISTANCE,
		FORCE_RESISTANCE, -1 };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_copy(force, context->input, PAIRS);
	row_set_text(force, FORCE_FACILITY, facility);
	row_set_integer(force, FORCE_STARTED, moment);
	row_set_string(force, FORCE_STATE, "running");
	decision->result = force;
	int64_t minutes = act_parameter(context, facility, "restraint.health_alert_minutes", 5);
	decide_start(context, decision, "force-health-told", force, person->id, facility, moment, moment + minutes * MOMENT_MINUTE);
	decide_start(context, decision, "force-director-told", force, person->id, facility, moment, 0);
	if (force_is_instrument(force)) {
		check_again(context, decision, force);
		decide_start(context, decision, "restraint-longest", force, person->id, facility, moment, 0);
	}
	return true;
}

const struct act ACT_FORCE_USE = { .name = "force.use", .label = N_("Use of force or restraint"),
	.help = N_("Only when nothing milder works, for as long as the danger lasts"), .done = N_("Recorded. Tell the health service and the director now"),
	.input_record = &USE_RECORD, .record = &RECORD_PERSON, .target_input = US_PERSON, .actors = GUARDS, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_47,
	.decide = use_decide };

/* A use of force in this state, or a fault. */
static const struct row *force_in(struct act_context *context, const char *state, struct error_list *errors)
{
	const struct row *force = act_load_input(context, 0, &RECORD_FORCE, errors);
	if (force && state && !row_is(force, FORCE_STATE, state)) {
		decide_refuse(errors, "/use_of_force", N_("The record is not in the state for this step"));
		return NULL;
	}
	return force;
}

/* ---- while it lasts ---- */
enum { CH_FORCE, CH_INPUTS };
static const struct field CHECK_INPUT[CH_INPUTS] = { [CH_FORCE] = FORCE_INPUT };
static const struct record CHECK_RECORD = ACT_INPUTS("force.check", CHECK_INPUT);

static bool check_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *force = force_in(context, "running", errors);
	if (!force)
		return false;
	struct row *changed = decision_change(decision, force);
	row_set_integer(changed, FORCE_CHECKED, context->now);
	check_again(context, decision, force);
	decision->result = changed;
	return true;
}

const struct act ACT_FORCE_CHECK = { .name = "force.check", .label = N_("Checked, still needed"),
	.help = N_("Breath, circulation, state of mind; and why it cannot come off now"), .done = N_("Checked"), .input_record = &CHECK_RECORD, .record = &RECORD_FORCE,
	.target_input = CH_FORCE, .actors = GUARDS | ROLE(HEALTH), .flags = ACT_REASON, .basis = &NMR_47, .decide = check_decide };

static const struct choice TOLD[] = { { "health", N_("Health service") }, { "director", N_("Director") }, { NULL, NULL } };
enum { TE_FORCE, TE_WHOM, TE_INPUTS };
static const struct field TELL_INPUT[TE_INPUTS] = { [TE_FORCE] = FORCE_INPUT,
	[TE_WHOM] = { "told_whom", N_("Whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = TOLD } };
static const struct record TELL_RECORD = ACT_INPUTS("force.tell", TELL_INPUT);

static bool tell_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *force = force_in(context, NULL, errors);
	if (!force)
		return false;
	bool health = row_is(context->input, TE_WHOM, "health");
	struct row *changed = decision_change(decision, force);
	row_set_integer(changed, health ? FORCE_HEALTH_TOLD : FORCE_DIRECTOR_TOLD, context->now);
	decide_stop(context, decision, health ? "force-health-told" : "force-director-told", force->id);
	decision->result = changed;
	return true;
}

const struct act ACT_FORCE_TELL = { .name = "force.tell", .label = N_("Health service or director told"), .done = N_("Recorded"), .input_record = &TELL_RECORD,
	.record = &RECORD_FORCE, .target_input = TE_FORCE, .actors = GUARDS | ROLE(HEALTH), .basis = &NMR_82, .decide = tell_decide };

enum { EN_FORCE, EN_AT, EN_INJURIES, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = { [EN_FORCE] = FORCE_INPUT,
	[EN_AT] = { "ended_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[EN_INJURIES] = { "injuries", N_("Injuries of anybody"), N_("Write None when there is none"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record END_RECORD = ACT_INPUTS("force.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *force = force_in(context, "running", errors);
	int64_t moment = decide_moment(context, EN_AT, errors);
	if (!force || errors->count)
		return false;
	if (moment < row_moment(force, FORCE_STARTED))
		return decide_refuse(errors, "/ended_at", N_("It began later than that"));
	struct row *changed = decision_change(decision, force);
	row_set_string(changed, FORCE_STATE, "ended");
	row_set_integer(changed, FORCE_ENDED, moment);
	row_set_string(changed, FORCE_END_KIND, "decided");
	row_set(changed, FORCE_INJURIES, row_value(context->input, EN_INJURIES));
	decide_stop(context, decision, "restraint-check", force->id);
	decide_stop(context, decision, "restraint-longest", force->id);
	decide_start(context, decision, "force-statements", force, row_text(force, FORCE_PERSON),
		rights_facility(context, row_text(force, FORCE_PERSON)), moment, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_FORCE_END = { .name = "force.end", .label = N_("Force or restraint has ended"), .done = N_("Ended. Each officer writes a statement"),
	.input_record = &END_RECORD, .record = &RECORD_FORCE, .target_input = EN_FORCE, .actors = GUARDS, .basis = &NMR_47, .decide = end_decide };

/* ---- afterwards ---- */
enum { ST_FORCE, ST_WORDS, ST_INPUTS };
static const struct field STATEMENT_INPUT[ST_INPUTS] = { [ST_FORCE] = FORCE_INPUT,
	[ST_WORDS] = { "words", N_("Statement"), N_("What you did and saw yourself"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record STATEMENT_RECORD = ACT_INPUTS("force.statement", STATEMENT_INPUT);

static bool officer_took_part(const struct row *force, struct text name)
{
	struct text rest = row_text(force, FORCE_OFFICERS), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal(one, name))
			return true;
	return false;
}

static bool statement_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *force = force_in(context, NULL, errors);
	if (!force)
		return false;
	if (row_is(force, FORCE_STATE, "closed"))
		return decide_refuse(errors, "/use_of_force", N_("The record is closed"));
	if (!officer_took_part(force, context->actor->name))
		return decide_refuse(errors, "/use_of_force", N_("Only the officers who took part write statements here"));
	struct row *statement = decision_insert(decision, &RECORD_FORCE_STATEMENT);
	row_set_text(statement, FORCE_STATEMENT_FORCE, force->id);
	row_set_text(statement, FORCE_STATEMENT_PERSON, row_text(force, FORCE_PERSON));
	row_set_text(statement, FORCE_STATEMENT_OFFICER, context->actor->name);
	row_set(statement, FORCE_STATEMENT_WORDS, row_value(context->input, ST_WORDS));
	decision->result = statement;
	return true;
}

const struct act ACT_FORCE_STATEMENT = { .name = "force.statement", .label = N_("Write my statement"), .done = N_("The statement is recorded"),
	.input_record = &STATEMENT_RECORD, .record = &RECORD_FORCE, .target_input = ST_FORCE, .actors = GUARDS, .basis = &NMR_82, .decide = statement_decide };

enum { CL_FORCE, CL_INPUTS };
static const struct field CLOSE_INPUT[CL_INPUTS] = { [CL_FORCE] = FORCE_INPUT };
static const struct record CLOSE_RECORD = ACT_INPUTS("force.close", CLOSE_INPUT);

/* Every officer's own statement, and both told, before it is closed (NMR-82.1). */
static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *force = force_in(context, "ended", errors);
	if (!force)
		return false;
	struct text rest = row_text(force, FORCE_OFFICERS), one;
	while (text_next(&rest, ' ', &one)) {
		const struct condition own[] = { CONDITION_TEXT(FORCE_STATEMENT_FORCE, force->id), CONDITION_TEXT(FORCE_STATEMENT_OFFICER, one) };
		if (act_count(context, &RECORD_FORCE_STATEMENT, own, 2) == 0)
			error_add(errors, &(struct error){ .code = E_STATE, .path = TEXT_OF("/use_of_force"), .citation = "NMR-82.1b",
				.message = N_("The statement of {officer} is missing"), .parameters = { { "officer", one, false } } });
	}
	if (!row_has(force, FORCE_HEALTH_TOLD) || !row_has(force, FORCE_DIRECTOR_TOLD))
		decide_refuse(errors, "/use_of_force", N_("The health service or the director has not been told"));
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, force);
	row_set_string(changed, FORCE_STATE, "closed");
	decide_stop(context, decision, "force-statements", force->id);
	decision->result = changed;
	return true;
}

const struct act ACT_FORCE_CLOSE = { .name = "force.close", .label = N_("Close the record of force"), .done = N_("The record is closed"),
	.input_record = &CLOSE_RECORD, .record = &RECORD_FORCE, .target_input = CL_FORCE, .actors = ROLE(GOVERNOR), .flags = ACT_REASON, .basis = &NMR_82,
	.decide = close_decide };
