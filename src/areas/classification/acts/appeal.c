/* appeal.c - classification.lodge_appeal, decide_appeal. */
#include "areas/classification/acts/common.h"

static const struct citation APPEAL_BASIS = { "SAFE-APPEAL", N_("An appeal to somebody who was not there the first time"), SOURCE_SECONDARY };

enum { LO_DECISION, LO_GROUNDS, LO_AT, LO_INPUTS };
static const struct field LODGE_INPUT[LO_INPUTS] = { [LO_DECISION] = DECISION_INPUT,
	[LO_GROUNDS] = { "grounds", N_("Why the person appeals"), N_("In the person's own words"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[LO_AT] = { "lodged_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record LODGE_RECORD = ACT_INPUTS("classification.lodge_appeal", LODGE_INPUT);

static bool lodge_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t at = decide_moment(context, LO_AT, errors);
	struct row *changed = classification_step(context, decision, LO_DECISION, "appealed", errors);
	if (!changed || errors->count)
		return false;
	if (at > row_moment(changed, CLASSIFICATION_APPEAL_UNTIL))
		return decide_refuse(errors, "/lodged_at", N_("The time to appeal has passed. Ask for a review instead"));
	struct text person = row_text(changed, CLASSIFICATION_PERSON);
	struct row *appeal = decision_insert(decision, &RECORD_CLASSIFICATION_APPEAL);
	row_set_text(appeal, APPEAL_DECISION, changed->id);
	row_set_text(appeal, APPEAL_PERSON, person);
	row_set(appeal, APPEAL_GROUNDS, row_value(context->input, LO_GROUNDS));
	row_set_integer(appeal, APPEAL_LODGED_AT, at);
	row_set_string(appeal, APPEAL_STATE, "open");
	row_set(appeal, APPEAL_ENDS_AT, row_value(changed, CLASSIFICATION_ENDS_AT));
	decide_start(context, decision, "appeal-decided", changed, person, classification_facility(context, changed), at, 0);
	decision->result = appeal;
	return true;
}

const struct act ACT_CLASSIFICATION_LODGE_APPEAL = { .name = "classification.lodge_appeal", .label = N_("Record an appeal"), .done = N_("The appeal is recorded"),
	.input_record = &LODGE_RECORD, .record = &RECORD_CLASSIFICATION, .target_input = LO_DECISION,
	.actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &APPEAL_BASIS, .decide = lodge_decide };

enum { DA_APPEAL, DA_RESULT, DA_REASONS, DA_VALUE, DA_INPUTS };
static const struct field APPEAL_INPUT[DA_INPUTS] = {
	[DA_APPEAL] = { "appeal", N_("Appeal"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "classification_appeal" },
	[DA_RESULT] = { "result", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLASSIFICATION_APPEAL_OUTCOME_CHOICES },
	[DA_REASONS] = { "reasons", N_("Reasons"), N_("The person reads them"), FIELD_PROSE, OPEN, FIELD_REQUIRED, .limits = { 20, 20000, 0 } },
	[DA_VALUE] = { "outcome_value", N_("Varied to"), N_("Less restrictive than before"), FIELD_CHOICE, OPEN, 0, .choices = CLASSIFICATION_VALUE_CHOICES } };
static const struct record APPEAL_RECORD = ACT_INPUTS("classification.decide_appeal", APPEAL_INPUT);

static bool variation_fits(const struct row *input, const struct row *row, struct error_list *errors)
{
	const struct classification_value *now = classification_value(row_text(row, CLASSIFICATION_KIND), row_text(row, CLASSIFICATION_VALUE));
	const struct classification_value *then = classification_value(row_text(row, CLASSIFICATION_KIND), row_text(input, DA_VALUE));
	if (row_is(input, DA_RESULT, "varied") ? then && now && then->rank < now->rank : !row_has(input, DA_VALUE))
		return true;
	return decide_refuse(errors, "/outcome_value", N_("An appeal varies a decision to something less restrictive of the same kind, or leaves this empty"));
}

static bool appeal_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *appeal = act_load_input(context, DA_APPEAL, &RECORD_CLASSIFICATION_APPEAL, errors), *input = context->input;
	const struct row *row = appeal ? act_load(context, &RECORD_CLASSIFICATION, row_text(appeal, APPEAL_DECISION)) : NULL;
	if (!row)
		return false;
	if (!row_is(appeal, APPEAL_STATE, "open") || !row_is(row, CLASSIFICATION_STATE, "appealed") || row_has_lapsed(row, context->now))
		return decide_refuse(errors, "/appeal", N_("This appeal is not open"));
	if (!variation_fits(input, row, errors))
		return false;
	struct row *answer = decision_change(decision, appeal), *changed = decision_change(decision, row);
	row_set(answer, APPEAL_STATE, row_value(input, DA_RESULT));
	row_set(answer, APPEAL_REASONS, row_value(input, DA_REASONS));
	row_set(answer, APPEAL_VALUE, row_value(input, DA_VALUE));
	row_set_integer(answer, APPEAL_DECIDED_AT, context->now);
	row_set_text(answer, APPEAL_DECIDER, context->actor->id);
	decide_stop(context, decision, "appeal-decided", row->id);
	if (row_is(input, DA_RESULT, "quashed")) {
		classification_end(context, decision, changed, context->now, "ended", "appeal", text_empty());
	} else {
		row_set_string(changed, CLASSIFICATION_STATE, "in_force");
		if (row_has(input, DA_VALUE))
			row_set(changed, CLASSIFICATION_VALUE, row_value(input, DA_VALUE));
	}
	decision->result = answer;
	return true;
}

const struct act ACT_CLASSIFICATION_DECIDE_APPEAL = { .name = "classification.decide_appeal", .label = N_("Decide the appeal"), .done = N_("The appeal is decided. Tell the person"),
	.input_record = &APPEAL_RECORD, .record = &RECORD_CLASSIFICATION_APPEAL, .target_input = DA_APPEAL, .actors = ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.flags = ACT_MAY_RECORD_FACT, .basis = &APPEAL_BASIS, .decide = appeal_decide };
