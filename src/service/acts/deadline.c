/* deadline.c - the engine's act on a deadline that passed: it lapses once, and a breach of its rule is recorded. */
#include "service/records.h"

static const struct field LAPSE_FIELDS[] = {
	{.name = "deadline", .label = N_("Deadline"), .type = FIELD_REFERENCE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED, .reference = "deadline"},
};
static const struct record LAPSE_INPUTS = {.name = "deadline.lapse", .label = N_("Deadline"),
	.label_plural = N_("Deadlines"), .fields = LAPSE_FIELDS, .field_count = 1, .facility_field = FIELD_NONE,
	.person_field = FIELD_NONE, .parent_field = FIELD_NONE, .readers = ROLES_ALL};

/* It stays open (no stopped_at): the thing still has to be done, and still shows as overdue. */
static bool lapse_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_DEADLINE, errors);
	if (!old)
		return false;
	if (!row_is(old, DEADLINE_OUTCOME, "open") || row_moment(old, DEADLINE_DUE_AT) > context->now) {
		error_say(errors, E_STATE, NULL, N_("This deadline has not passed, or is closed"));
		return false;
	}
	struct row *deadline = decision_change(decision, old);
	row_set_string(deadline, DEADLINE_OUTCOME, "lapsed");
	decision->result = deadline;
	const struct clock_kind *clock = registry_clock(context->registry, row_text(old, DEADLINE_CLOCK));
	if (!clock || !clock->becomes_breach)
		return true;
	const struct record *about = registry_record(context->registry, row_text(old, DEADLINE_ABOUT_RECORD));
	decision_breach(decision, &(struct breach_note){.rule = clock->rule, .facility = row_text(old, DEADLINE_FACILITY),
		.subject = row_text(old, DEADLINE_SUBJECT), .record_id = row_text(old, DEADLINE_ABOUT_ID), .record = about,
		.message = N_("{what} was not done by {due}"),
		.parameters = {{"what", text_from(clock->label), true},
			{"due", moment_text(context->arena, row_moment(old, DEADLINE_DUE_AT)), false}}});
	return true;
}

const struct act ACT_DEADLINE_LAPSE = {
	.name = "deadline.lapse", .label = N_("A deadline passed"), .done = N_("The deadline passed"),
	.input_record = &LAPSE_INPUTS, .record = &RECORD_DEADLINE, .target_input = 0, .actors = ROLES_ALL,
	.flags = ACT_SYSTEM, .decide = lapse_decide,
};
