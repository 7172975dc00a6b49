/* movement.c - movement.leave and movement.return: court, hospital, leave; escape and return from it; death. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_7C = { "NMR-7.c", N_("Nelson Mandela Rules, Rule 7 (c)"), SOURCE_TEXT_READ };
static const struct citation NMR_69 = { "NMR-69.a", N_("Nelson Mandela Rules, Rule 69"), SOURCE_TEXT_READ };

#define PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }
#define WHEN_INPUT { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 }

static const struct choice LEAVE_KIND_CHOICES[] = { { "court", N_("Court") }, { "hospital", N_("Hospital") }, { "investigation", N_("Investigation") },
	{ "leave", N_("Temporary leave") }, { "compassionate", N_("Compassionate leave") }, { "work", N_("Work outside") }, { "other", N_("Other") },
	{ NULL, NULL } };

enum { LE_PERSON, LE_KIND, LE_DESTINATION, LE_AUTHORITY, LE_ESCORT, LE_VEHICLE, LE_SHIELDED, LE_DRESS, LE_DUE, LE_WHEN, LE_INPUTS };
static const struct field LEAVE_INPUT[LE_INPUTS] = { [LE_PERSON] = PERSON_INPUT,
	[LE_KIND] = { "kind", N_("Why"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = LEAVE_KIND_CHOICES },
	[LE_DESTINATION] = { "destination", N_("Where to"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[LE_AUTHORITY] = { "authority", N_("On whose authority"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_7C },
	[LE_ESCORT] = { "escort", N_("Escort"), NULL, FIELD_LINE, OPEN, 0, .basis = &NMR_7C },
	[LE_VEHICLE] = VEHICLE_INPUT, [LE_SHIELDED] = SHIELDED_INPUT, [LE_DRESS] = DRESS_INPUT,
	[LE_DUE] = { "due_back_at", N_("Due back"), NULL, FIELD_MOMENT, OPEN, 0 }, [LE_WHEN] = WHEN_INPUT };
static const struct record LEAVE_RECORD = ACT_INPUTS("movement.leave", LEAVE_INPUT);

static bool leave_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, LE_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, LE_WHEN, errors);
	if (!person || errors->count)
		return false;
	if (!row_is(person, PERSON_WHEREABOUTS, "in"))
		return decide_refuse(errors, "/person", N_("This person is not in the facility now"));
	if (row_has(context->input, LE_DUE) && row_moment(context->input, LE_DUE) <= moment)
		error_say(errors, E_DATE_ORDER, "/due_back_at", N_("The return must be after the leaving"));
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	struct row *movement = custody_movement(decision, person, facility, "other", "out", moment, "open");
	static const int PAIRS[] = { LE_KIND, MOVEMENT_KIND, LE_DESTINATION, MOVEMENT_DESTINATION, LE_AUTHORITY, MOVEMENT_AUTHORITY, LE_ESCORT,
		MOVEMENT_ESCORT, LE_VEHICLE, MOVEMENT_VEHICLE, LE_SHIELDED, MOVEMENT_SHIELDED, LE_DRESS, MOVEMENT_DRESS, LE_DUE, MOVEMENT_DUE_BACK_AT, -1 };
	decide_copy(movement, context->input, PAIRS);
	row_set_string(decision_change(decision, person), PERSON_WHEREABOUTS, "out");
	if (row_has(context->input, LE_DUE))
		decide_start(context, decision, "due-back", movement, person->id, facility, moment, row_moment(context->input, LE_DUE));
	if (row_is(context->input, LE_KIND, "hospital")) {
		decide_start(context, decision, "family-told-illness", movement, person->id, facility, moment, 0);
		decide_start(context, decision, "own-illness-offered", movement, person->id, facility, moment, 0);
	}
	decision->result = movement;
	return errors->count == 0;
}

const struct act ACT_MOVEMENT_LEAVE = { .name = "movement.leave", .label = N_("Send out"), .help = N_("To court, hospital, or on leave; comes back"),
	.done = N_("The person has left"), .input_record = &LEAVE_RECORD, .record = &RECORD_PERSON, .target_input = LE_PERSON,
	.actors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_7C, .decide = leave_decide };

enum { RT_MOVEMENT, RT_WHEN, RT_INPUTS };
static const struct field RETURN_INPUT[RT_INPUTS] = {
	[RT_MOVEMENT] = { "movement", N_("Movement"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "movement" }, [RT_WHEN] = WHEN_INPUT };
static const struct record RETURN_RECORD = ACT_INPUTS("movement.return", RETURN_INPUT);

static bool return_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *movement = act_load_input(context, RT_MOVEMENT, &RECORD_MOVEMENT, errors);
	int64_t moment = decide_moment(context, RT_WHEN, errors);
	if (!movement || errors->count)
		return false;
	if (!row_is(movement, MOVEMENT_STATE, "open") || !row_is(movement, MOVEMENT_DIRECTION, "out") || row_is(movement, MOVEMENT_KIND, "transfer") ||
		row_is(movement, MOVEMENT_KIND, "escape"))
		return decide_refuse(errors, "/movement", N_("This movement is not waiting for a return"));
	if (moment < row_moment(movement, MOVEMENT_LEFT_AT)) {
		error_add(errors, &(struct error){ .code = E_DATE_ORDER, .path = TEXT_OF("/happened_at"), .citation = "NMR-7.c",
			.message = N_("The return cannot be before the leaving") });
		return false;
	}
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(movement, MOVEMENT_PERSON));
	struct row *changed = decision_change(decision, movement);
	row_set_integer(changed, MOVEMENT_RETURNED_AT, moment);
	row_set_string(changed, MOVEMENT_STATE, "done");
	row_set_string(decision_change(decision, person), PERSON_WHEREABOUTS, "in");
	decide_stop(context, decision, "due-back", movement->id);
	decision->result = changed;
	return true;
}

const struct act ACT_MOVEMENT_RETURN = { .name = "movement.return", .label = N_("Return"), .done = N_("The person is back"),
	.input_record = &RETURN_RECORD, .record = &RECORD_MOVEMENT, .target_input = RT_MOVEMENT,
	.actors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR), .basis = &NMR_7C, .flags = ACT_MAY_RECORD_FACT, .decide = return_decide };

/* A corrected hour of return moves its clock. */
static void due_corrected(struct act_context *context, struct decision *decision)
{
	struct row *movement = decision->result;
	if (!movement || movement->record != &RECORD_MOVEMENT || !row_is(movement, MOVEMENT_STATE, "open") || row_is(movement, MOVEMENT_KIND, "transfer") ||
		row_is(movement, MOVEMENT_KIND, "escape"))
		return;
	decide_stop(context, decision, "due-back", movement->id);
	if (row_has(movement, MOVEMENT_DUE_BACK_AT))
		decide_start(context, decision, "due-back", movement, row_text(movement, MOVEMENT_PERSON), row_text(movement, MOVEMENT_FACILITY), context->now,
			row_moment(movement, MOVEMENT_DUE_BACK_AT));
}

static const char *const CORRECTS[] = { "movement.correct", NULL };
static const struct reaction DUE_CORRECTED = { CORRECTS, due_corrected };
const struct reaction *const CUSTODY_REACTIONS[] = { &DUE_CORRECTED, NULL };

/* ---- death, escape, return from escape ---- */

static void episode_end(struct act_context *context, struct decision *decision, struct row *person, int64_t moment, const char *kind)
{
	const struct row *episode = custody_open_episode(context, person->id);
	if (episode) {
		struct row *ended = decision_change(decision, episode);
		row_set_integer(ended, CUSTODY_EPISODE_ENDED_AT, moment);
		row_set_string(ended, CUSTODY_EPISODE_END_KIND, kind);
		row_set_string(ended, CUSTODY_EPISODE_STATE, "ended");
	}
	row_set(person, PERSON_EPISODE, value_absent());
	custody_end_placement(context, decision, person, moment);
}

enum { DE_PERSON, DE_WHEN, DE_PLACE, DE_CAUSE, DE_CIRCUMSTANCES, DE_INPUTS };
static const struct field DEATH_INPUT[DE_INPUTS] = { [DE_PERSON] = PERSON_INPUT,
	[DE_WHEN] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[DE_PLACE] = { "place_of_death", N_("Where"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[DE_CAUSE] = { "cause_known", N_("Cause, if it is known"), N_("What the doctor wrote; leave empty otherwise"), FIELD_LINE, CLOSED, FIELD_MAY_BE_UNKNOWN },
	[DE_CIRCUMSTANCES] = { "circumstances", N_("What happened"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record DEATH_RECORD = ACT_INPUTS("death.record", DEATH_INPUT);

/* NMR-8.f: circumstances and cause stand in the file with their author. */
static void death_note(struct decision *decision, struct text person, struct text words, int64_t moment)
{
	struct row *note = decision_insert(decision, &RECORD_CASE_NOTE);
	row_set_text(note, CASE_NOTE_PERSON, person);
	row_set_string(note, CASE_NOTE_KIND, "general");
	row_set_text(note, CASE_NOTE_TEXT, words);
	row_set_integer(note, CASE_NOTE_HAPPENED_AT, moment);
	row_set_string(note, CASE_NOTE_FACT_OR_OPINION, "report");
}

static bool death_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, DE_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, DE_WHEN, errors);
	if (!person || errors->count)
		return false;
	if (!custody_open_episode(context, person->id))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	struct row *changed = decision_change(decision, person);
	custody_end_open(context, decision, changed, moment);
	struct row *movement = custody_movement(decision, person, facility, "death", "out", moment, "done");
	row_set(movement, MOVEMENT_DESTINATION, row_value(context->input, DE_PLACE));
	death_note(decision, person->id, row_text(context->input, DE_CIRCUMSTANCES), moment);
	if (row_has(context->input, DE_CAUSE))
		death_note(decision, person->id, said_make(context->arena, N_("Cause of death as the doctor wrote it: {cause}"), "cause",
			row_text(context->input, DE_CAUSE)), moment);
	episode_end(context, decision, changed, moment, "died");
	row_set_string(changed, PERSON_WHEREABOUTS, "died"); /* the facility stays: its people still have notices to give */
	row_set(changed, PERSON_RELEASE_DATE, value_absent());
	decide_start(context, decision, "family-told-death", movement, person->id, facility, context->now, 0);
	decision->result = movement;
	return true;
}

const struct act ACT_DEATH_RECORD = { .name = "death.record", .label = N_("Record a death"), .done = N_("The death is recorded"),
	.input_record = &DEATH_RECORD, .record = &RECORD_PERSON, .target_input = DE_PERSON, .actors = ROLE(GOVERNOR) | ROLE(HEALTH),
	.flags = ACT_MAY_RECORD_FACT | ACT_IRREVERSIBLE, .basis = &NMR_69, .decide = death_decide };

enum { ES_PERSON, ES_WHEN, ES_CIRCUMSTANCES, ES_INPUTS };
static const struct field ESCAPE_INPUT[ES_INPUTS] = { [ES_PERSON] = PERSON_INPUT,
	[ES_WHEN] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[ES_CIRCUMSTANCES] = { "circumstances", N_("What happened"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record ESCAPE_RECORD = ACT_INPUTS("escape.record", ESCAPE_INPUT);

static bool escape_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, ES_PERSON, &RECORD_PERSON, errors);
	int64_t moment = decide_moment(context, ES_WHEN, errors);
	if (!person || errors->count)
		return false;
	if (!custody_open_episode(context, person->id) || row_is(person, PERSON_WHEREABOUTS, "escaped"))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *changed = decision_change(decision, person);
	custody_end_open(context, decision, changed, moment);
	struct row *movement = custody_movement(decision, person, row_text(person, PERSON_CURRENT_FACILITY), "escape", "out", moment, "open");
	row_set(movement, MOVEMENT_NOTE, row_value(context->input, ES_CIRCUMSTANCES));
	custody_end_placement(context, decision, changed, moment);
	row_set_string(changed, PERSON_WHEREABOUTS, "escaped");
	decision->result = movement;
	return true;
}

const struct act ACT_ESCAPE_RECORD = { .name = "escape.record", .label = N_("Record an escape"), .done = N_("The escape is recorded"),
	.input_record = &ESCAPE_RECORD, .record = &RECORD_PERSON, .target_input = ES_PERSON,
	.actors = ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT | ACT_IRREVERSIBLE, .decide = escape_decide };

enum { ER_PERSON, ER_FACILITY, ER_WHEN, ER_CIRCUMSTANCES, ER_INPUTS };
static const struct field ESCAPE_RETURN_INPUT[ER_INPUTS] = { [ER_PERSON] = PERSON_INPUT,
	[ER_FACILITY] = { "facility", N_("Received by"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[ER_WHEN] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[ER_CIRCUMSTANCES] = { "circumstances", N_("How the person came back"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record ESCAPE_RETURN_RECORD = ACT_INPUTS_AT("escape.return", ESCAPE_RETURN_INPUT, ER_FACILITY);

static bool escape_return_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, ER_PERSON, &RECORD_PERSON, errors);
	const struct row *facility = act_load_input(context, ER_FACILITY, &RECORD_FACILITY, errors);
	int64_t moment = decide_moment(context, ER_WHEN, errors);
	if (!person || !facility || errors->count)
		return false;
	if (!row_is(person, PERSON_WHEREABOUTS, "escaped"))
		return decide_refuse(errors, "/person", N_("No escape of this person is recorded"));
	if (!context->actor->is_system && !actor_in_scope(context->actor, facility->id)) {
		error_say(errors, E_ACCESS, "/facility", N_("This belongs to a facility outside your scope"));
		return false;
	}
	const struct condition open[] = { CONDITION_TEXT(MOVEMENT_PERSON, person->id), CONDITION_TEXT(MOVEMENT_KIND, TEXT_OF("escape")),
		CONDITION_TEXT(MOVEMENT_STATE, TEXT_OF("open")) };
	const struct row *escape = act_find_first(context, &RECORD_MOVEMENT, open, 3, MOVEMENT_LEFT_AT, true);
	if (escape) {
		struct row *ended = decision_change(decision, escape);
		row_set_integer(ended, MOVEMENT_RETURNED_AT, moment);
		row_set_string(ended, MOVEMENT_STATE, "done");
	}
	struct row *movement = custody_movement(decision, person, facility->id, "return", "in", moment, "done");
	row_set(movement, MOVEMENT_NOTE, row_value(context->input, ER_CIRCUMSTANCES));
	struct row *changed = decision_change(decision, person);
	row_set_text(changed, PERSON_CURRENT_FACILITY, facility->id);
	row_set_string(changed, PERSON_WHEREABOUTS, "in");
	custody_person_again(context, decision, person);
	struct rows orders = decide_rows_after(context, decision, &RECORD_LEGAL_ORDER, person->id);
	for (size_t i = 0; i < orders.count; i++)
		custody_order_clock(context, decision, orders.items[i], changed);
	decision->result = movement;
	return true;
}

const struct act ACT_ESCAPE_RETURN = { .name = "escape.return", .label = N_("Return after an escape"), .done = N_("The person is back in custody"),
	.input_record = &ESCAPE_RETURN_RECORD, .record = &RECORD_PERSON, .target_input = ER_PERSON,
	.actors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .decide = escape_return_decide };
