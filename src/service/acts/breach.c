/* breach.c - acts on breaches: assign an owner, remedy, have the remedy verified by somebody else. */
#include "service/records.h"

enum { REMEDY_DAYS = 30 };
#define OVERSEE (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
#define REMEDY_BY (OVERSEE | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(HEALTH) | ROLE(WING) | ROLE(RECEPTION))
#define VERIFY_BY (OVERSEE | ROLE(AUDITOR) | ROLE(INSPECTOR))

#define BREACH_INPUT {.name = "breach", .label = N_("Breach"), .type = FIELD_REFERENCE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .reference = "breach"}
#define INPUTS(act_name, table, who) {.name = (act_name), .label = N_("Breach"), .label_plural = N_("Breaches"), \
	.fields = (table), .field_count = sizeof(table) / sizeof((table)[0]), .facility_field = FIELD_NONE, \
	.person_field = FIELD_NONE, .parent_field = FIELD_NONE, .readers = (who)}

static const struct row *breach_in_state(struct act_context *context, const char *state, const char *otherwise,
	struct error_list *errors)
{
	const struct row *breach = act_load_input(context, 0, &RECORD_BREACH, errors);
	if (!breach)
		return NULL;
	if (row_is(breach, BREACH_STATE, state))
		return breach;
	error_say(errors, E_STATE, NULL, otherwise);
	return NULL;
}

/* ---- assign ---- */

enum { ASSIGN_BREACH, ASSIGN_OWNER, ASSIGN_DUE_AT };
static const struct field ASSIGN_FIELDS[] = {
	[ASSIGN_BREACH] = BREACH_INPUT,
	[ASSIGN_OWNER] = {.name = "owner_id", .label = N_("Owner of the remedy"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .reference = "user_account"},
	[ASSIGN_DUE_AT] = {.name = "due_at", .label = N_("Remedy due"), .help = N_("Left empty, in the number of days that the profile sets"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL},
};
static const struct record ASSIGN_INPUTS = INPUTS("breach.assign", ASSIGN_FIELDS, OVERSEE);

static bool assign_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = breach_in_state(context, "open", N_("This breach is remedied already"), errors);
	const struct row *owner = act_load_input(context, ASSIGN_OWNER, &RECORD_USER_ACCOUNT, errors);
	if (!old || !owner)
		return false;
	struct row *breach = decision_change(decision, old);
	row_set_text(breach, BREACH_OWNER, owner->id);
	if (row_has(context->input, ASSIGN_DUE_AT))
		row_set(breach, BREACH_DUE_AT, row_value(context->input, ASSIGN_DUE_AT));
	else if (!row_has(breach, BREACH_DUE_AT)) /* no remedy without a day */
		row_set_integer(breach, BREACH_DUE_AT, context->now +
			act_parameter(context, row_text(old, BREACH_FACILITY), "breach.remedy_days", REMEDY_DAYS) * MOMENT_DAY);
	decision->result = breach;
	return true;
}

const struct act ACT_BREACH_ASSIGN = {
	.name = "breach.assign", .label = N_("Give a breach an owner"), .done = N_("The breach has an owner"),
	.input_record = &ASSIGN_INPUTS, .record = &RECORD_BREACH, .target_input = ASSIGN_BREACH, .actors = OVERSEE,
	.decide = assign_decide,
};

/* ---- remedy ---- */

enum { REMEDY_BREACH, REMEDY_TEXT };
static const struct field REMEDY_FIELDS[] = {
	[REMEDY_BREACH] = BREACH_INPUT,
	[REMEDY_TEXT] = {.name = "remedy", .label = N_("What was done"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED},
};
static const struct record REMEDY_INPUTS = INPUTS("breach.remedy", REMEDY_FIELDS, REMEDY_BY);

static bool remedy_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = breach_in_state(context, "open", N_("This breach is remedied already"), errors);
	if (!old)
		return false;
	bool is_owner = text_equal(row_text(old, BREACH_OWNER), context->actor->id);
	if (!is_owner && !actor_has_role(context->actor, OVERSEE)) {
		error_say(errors, E_ACCESS, NULL, N_("Only the owner of the remedy or the governor can record it"));
		return false;
	}
	struct row *breach = decision_change(decision, old);
	row_set_string(breach, BREACH_STATE, "remedied");
	row_set(breach, BREACH_REMEDY, row_value(context->input, REMEDY_TEXT));
	row_set_text(breach, BREACH_REMEDIED_BY, context->actor->id);
	row_set_integer(breach, BREACH_REMEDIED_AT, context->now);
	decision->result = breach;
	return true;
}

const struct act ACT_BREACH_REMEDY = {
	.name = "breach.remedy", .label = N_("Record the remedy of a breach"), .done = N_("The remedy is recorded"),
	.input_record = &REMEDY_INPUTS, .record = &RECORD_BREACH, .target_input = REMEDY_BREACH, .actors = REMEDY_BY,
	.decide = remedy_decide,
};

/* ---- verify ---- */

static const struct field VERIFY_FIELDS[] = {BREACH_INPUT};
static const struct record VERIFY_INPUTS = INPUTS("breach.verify", VERIFY_FIELDS, VERIFY_BY);

static bool verify_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = breach_in_state(context, "remedied", N_("There is no remedy to verify"), errors);
	if (!old)
		return false;
	struct text actor = context->actor->id;
	if (text_equal(actor, row_text(old, BREACH_OWNER)) || text_equal(actor, row_text(old, BREACH_REMEDIED_BY))) {
		error_say(errors, E_SECOND_PERSON, NULL, N_("Somebody other than the one who remedied it has to verify it"));
		return false;
	}
	struct row *breach = decision_change(decision, old);
	row_set_string(breach, BREACH_STATE, "verified");
	row_set_text(breach, BREACH_VERIFIED_BY, actor);
	row_set_integer(breach, BREACH_VERIFIED_AT, context->now);
	decision->result = breach;
	return true;
}

const struct act ACT_BREACH_VERIFY = {
	.name = "breach.verify", .label = N_("Verify the remedy of a breach"), .done = N_("The remedy is verified"),
	.input_record = &VERIFY_INPUTS, .record = &RECORD_BREACH, .target_input = 0, .actors = VERIFY_BY,
	.decide = verify_decide,
};
