/* person_admit.c - person.admit: receives a person on an order; opens episode, admission and the clocks of the first hours. */
#include "areas/custody/acts/common.h"

enum { PERSON, FACILITY, REGISTER_NUMBER, ARRIVED_AT, DELIVERED_BY, KIND, NUMBER, AUTHORITY, DATE, STATUS, VALID_FROM, VALID_UNTIL,
	CASE_NUMBER, NEXT_HEARING, ARRESTED_ON, ARRESTED_PLACE, ARRESTED_BY, INPUTS };

static const struct field INPUT[INPUTS] = {
	[PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[REGISTER_NUMBER] = { "register_number", N_("Number in the register"), N_("Leave empty for the next free number"), FIELD_LINE, OPEN, 0,
		.limits = { 1, 40, 0 } },
	[ARRIVED_AT] = { "arrived_at", N_("Arrived"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[DELIVERED_BY] = { "delivered_by", N_("Delivered by"), N_("Service, name and rank of the escort"), FIELD_LINE, OPEN, 0 },
	[KIND] = { "order_kind", N_("Kind of order"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ORDER_KIND_CHOICES },
	[NUMBER] = { "order_number", N_("Number of the order"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[AUTHORITY] = { "order_authority", N_("Issued by"), N_("Court, prosecutor or other authority with power to order it"), FIELD_LINE, OPEN,
		FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[DATE] = { "order_date", N_("Date of the order"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[STATUS] = { "order_status", N_("Legal status under it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = LEGAL_STATUS_CHOICES },
	[VALID_FROM] = { "valid_from", N_("Valid from"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[VALID_UNTIL] = { "valid_until", N_("Valid until"), N_("Last day on which it allows holding; empty for a sentence"), FIELD_DATE, OPEN, 0 },
	[CASE_NUMBER] = { "case_number", N_("Case number of the court"), NULL, FIELD_LINE, OPEN, 0 },
	[NEXT_HEARING] = { "next_hearing", N_("Next hearing"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[ARRESTED_ON] = { "arrested_on", N_("Arrested on"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[ARRESTED_PLACE] = { "arrested_place", N_("Place of arrest"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[ARRESTED_BY] = { "arrested_by", N_("Arrested by"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
};

static const struct record INPUT_RECORD = ACT_INPUTS_AT("person.admit", INPUT, FACILITY);

static const int ORDER_PAIRS[] = { KIND, LEGAL_ORDER_KIND, NUMBER, LEGAL_ORDER_NUMBER, AUTHORITY, LEGAL_ORDER_AUTHORITY, DATE,
	LEGAL_ORDER_DATE, STATUS, LEGAL_ORDER_STATUS, VALID_FROM, LEGAL_ORDER_VALID_FROM, VALID_UNTIL, LEGAL_ORDER_VALID_UNTIL,
	CASE_NUMBER, LEGAL_ORDER_CASE_NUMBER, NEXT_HEARING, LEGAL_ORDER_NEXT_HEARING, -1 };
static const int EPISODE_PAIRS[] = { ARRESTED_ON, CUSTODY_EPISODE_ARRESTED_AT, ARRESTED_PLACE, CUSTODY_EPISODE_ARRESTED_PLACE,
	ARRESTED_BY, CUSTODY_EPISODE_ARRESTED_BY, -1 };

/* "IK71-2026/0148": counted inside the transaction, so that the register has no gaps (NMR-6.1). */
static struct text register_number(struct act_context *context, const struct row *facility)
{
	if (row_has(context->input, REGISTER_NUMBER))
		return row_text(context->input, REGISTER_NUMBER);
	struct text prefix = arena_format(context->arena, "%.*s-%04d/", TEXT_FORMAT(row_text(facility, FACILITY_CODE)), context->today.year);
	return arena_format(context->arena, "%.*s%04lld", TEXT_FORMAT(prefix), (long long)custody_register_last(context, facility->id, prefix) + 1);
}

static struct row *episode_open(struct act_context *context, struct decision *decision, const struct row *facility, struct text person,
	int64_t arrived)
{
	struct row *episode = decision_insert(decision, &RECORD_CUSTODY_EPISODE);
	decide_copy(episode, context->input, EPISODE_PAIRS);
	row_set_text(episode, CUSTODY_EPISODE_PERSON, person);
	row_set_text(episode, CUSTODY_EPISODE_FACILITY, facility->id);
	row_set_text(episode, CUSTODY_EPISODE_NUMBER, register_number(context, facility));
	row_set_integer(episode, CUSTODY_EPISODE_ADMITTED_AT, arrived);
	row_set_string(episode, CUSTODY_EPISODE_STATE, "open");
	return episode;
}

static struct row *admission_open(struct act_context *context, struct decision *decision, const struct row *person, struct row *episode,
	int64_t arrived)
{
	struct row *admission = decision_insert(decision, &RECORD_ADMISSION);
	row_set_text(admission, ADMISSION_PERSON, person->id);
	row_set_text(admission, ADMISSION_EPISODE, episode->id);
	row_set_text(admission, ADMISSION_FACILITY, row_text(episode, CUSTODY_EPISODE_FACILITY));
	row_set_string(admission, ADMISSION_STATE, "open");
	row_set_integer(admission, ADMISSION_ARRIVED_AT, arrived);
	row_set(admission, ADMISSION_DELIVERED_BY, row_value(context->input, DELIVERED_BY));
	static const int STEPS[] = { ADMISSION_IDENTITY, ADMISSION_AUTHORITY, ADMISSION_SEARCH, ADMISSION_CONDITION, ADMISSION_PROPERTY,
		ADMISSION_HEALTH, ADMISSION_NEEDS, ADMISSION_SAFETY, ADMISSION_FAMILY, ADMISSION_CHILDREN, ADMISSION_CONSULATE,
		ADMISSION_INFORMATION, ADMISSION_CHARGES_TOLD, ADMISSION_PLACED };
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
		row_set_string(admission, STEPS[i], "open");
	return admission;
}

/* Foreign or stateless: home nationality is a parameter of the profile; none set means that everybody is asked. */
static bool consulate_matters(const struct act_context *context, const struct row *person, struct text facility)
{
	struct text home = act_parameter_text(context, facility, "home.nationality");
	return row_is_yes(person, PERSON_STATELESS) || home.length == 0 || !text_equal(row_text(person, PERSON_NATIONALITIES), home);
}

static void clocks_start(struct act_context *context, struct decision *decision, const struct row *person, struct row *admission,
	const struct row *order, int64_t arrived)
{
	struct text facility = row_text(admission, ADMISSION_FACILITY);
	static const char *const ALWAYS[] = { "health-examination", "safety-check", "immediate-needs", "family-told", "information-given",
		"children-asked" };
	for (size_t i = 0; i < sizeof ALWAYS / sizeof *ALWAYS; i++)
		decide_start(context, decision, ALWAYS[i], admission, person->id, facility, arrived, 0);
	custody_parents_due(context, decision, admission, person, facility, arrived);
	if (consulate_matters(context, person, facility))
		decide_start(context, decision, "consulate-told", admission, person->id, facility, arrived, 0);
	else
		row_set_string(admission, ADMISSION_CONSULATE, "not_needed");
	if (legal_status_is_untried(row_text(order, LEGAL_ORDER_STATUS)))
		decide_start(context, decision, "charges-told", admission, person->id, facility, arrived, 0);
	else
		row_set_string(admission, ADMISSION_CHARGES_TOLD, "not_needed");
	if (row_has(order, LEGAL_ORDER_VALID_UNTIL))
		decide_start(context, decision, "order-ends", order, person->id, facility, arrived,
			moment_from_date(date_add_days(row_date(order, LEGAL_ORDER_VALID_UNTIL), 1)));
	if (legal_status_is_convicted(row_text(order, LEGAL_ORDER_STATUS)))
		decide_start(context, decision, "resettlement-plan", admission, person->id, facility, arrived, 0);
}

static bool admit_is_possible(struct act_context *context, const struct row *person, const struct row *facility, struct error_list *errors)
{
	if (custody_open_episode(context, person->id))
		error_add(errors, &(struct error){ .code = E_STATE, .path = TEXT_OF("/person"), .citation = "NMR-6.1",
			.message = N_("This person is in custody already"), .advice = N_("Open the person's page, or use transfer") });
	if (row_is(person, PERSON_WHEREABOUTS, "died"))
		error_say(errors, E_STATE, "/person", N_("This person's death is recorded"));
	/* The engine asked whether the person is within reach; the receiving facility must be too. */
	if (!context->actor->is_system && !actor_in_scope(context->actor, facility->id))
		error_say(errors, E_ACCESS, "/facility", N_("This facility is outside your scope"));
	if (!row_is_yes(facility, FACILITY_OPEN))
		error_say(errors, E_STATE, "/facility", N_("This facility is not in use"));
	if (row_has(context->input, VALID_UNTIL) &&
		date_compare(row_date(context->input, VALID_UNTIL), row_date(context->input, VALID_FROM)) < 0)
		error_say(errors, E_DATE_ORDER, "/valid_until", N_("The order ends before it begins"));
	return errors->count == 0;
}

static bool decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, PERSON, &RECORD_PERSON, errors);
	const struct row *facility = act_load_input(context, FACILITY, &RECORD_FACILITY, errors);
	int64_t arrived = decide_moment(context, ARRIVED_AT, errors);
	if (!person || !facility || !admit_is_possible(context, person, facility, errors))
		return false;
	struct row *episode = episode_open(context, decision, facility, person->id, arrived);
	struct row *order = decision_insert(decision, &RECORD_LEGAL_ORDER);
	decide_copy(order, context->input, ORDER_PAIRS);
	row_set_text(order, LEGAL_ORDER_PERSON, person->id);
	row_set_text(order, LEGAL_ORDER_EPISODE, episode->id);
	row_set_string(order, LEGAL_ORDER_STATE, "in_force");
	struct row *admission = admission_open(context, decision, person, episode, arrived);
	struct row *changed = decision_change(decision, person);
	row_set_text(changed, PERSON_CURRENT_FACILITY, facility->id);
	row_set_string(changed, PERSON_WHEREABOUTS, "in");
	row_set_text(changed, PERSON_EPISODE, episode->id);
	row_set(changed, PERSON_LEGAL_STATUS, row_value(order, LEGAL_ORDER_STATUS));
	custody_derive_dates(context, decision, changed);
	struct row *movement = custody_movement(decision, person, facility->id, "admission", "in", arrived, "done");
	row_set(movement, MOVEMENT_ESCORT, row_value(context->input, DELIVERED_BY));
	row_set(movement, MOVEMENT_AUTHORITY, row_value(order, LEGAL_ORDER_AUTHORITY));
	clocks_start(context, decision, changed, admission, order, arrived);
	decision->result = admission;
	return errors->count == 0;
}

static const struct citation NMR_7 = { "NMR-7.0", N_("Nelson Mandela Rules, Rule 7"), SOURCE_TEXT_READ };

const struct act ACT_PERSON_ADMIT = {
	.name = "person.admit", .label = N_("Admit"), .help = N_("Receive a person on a valid order"), .done = N_("{title} is admitted"),
	.input_record = &INPUT_RECORD, .record = &RECORD_PERSON, .target_input = PERSON, .actors = ROLE(RECEPTION),
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_7, .decide = decide,
};
