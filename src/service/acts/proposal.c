/* proposal.c - acts on proposals: made by the engine, approved or declined by a second person, lapsed by the engine. */
#include "service/records.h"

#define PROPOSAL_INPUT_FIELD {.name = "proposal", .label = N_("Proposal"), .type = FIELD_REFERENCE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .reference = "proposal"}
static const struct field TARGET_FIELDS[] = {PROPOSAL_INPUT_FIELD};
#define INPUTS(act_name) {.name = (act_name), .label = N_("Proposal"), .label_plural = N_("Proposals"), \
	.fields = TARGET_FIELDS, .field_count = 1, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, \
	.parent_field = FIELD_NONE, .readers = ROLES_ALL}
static const struct record MAKE_INPUTS = INPUTS("proposal.make");
static const struct record APPROVE_INPUTS = INPUTS("proposal.approve");
static const struct record DECLINE_INPUTS = INPUTS("proposal.decline");
static const struct record LAPSE_INPUTS = INPUTS("proposal.lapse");

static const struct row *waiting_proposal(struct act_context *context, struct error_list *errors)
{
	const struct row *proposal = act_load_input(context, 0, &RECORD_PROPOSAL, errors);
	if (!proposal)
		return NULL;
	if (row_is(proposal, PROPOSAL_STATE, "waiting"))
		return proposal;
	error_say(errors, E_STATE, NULL, N_("This proposal is decided already"));
	return NULL;
}

static bool is_another_person(const struct act_context *context, const struct row *proposal, struct error_list *errors)
{
	const struct act *act = registry_act(context->registry, row_text(proposal, PROPOSAL_ACT));
	bool own = text_equal(context->actor->id, row_text(proposal, PROPOSAL_PROPOSED_BY));
	if (!own && act && actor_has_role(context->actor, act->seconds))
		return true;
	error_say(errors, E_SECOND_PERSON, NULL, own ? N_("Somebody other than the one who proposed it has to decide")
						     : N_("Your role cannot decide on this proposal"));
	return false;
}

/* The engine fills the row itself (service/command_proposal); as a command of its own this act does not exist. */
static bool make_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	(void)context;
	(void)decision;
	error_say(errors, E_STATE, NULL, N_("A proposal comes from the act that it proposes"));
	return false;
}

static bool approve_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = waiting_proposal(context, errors);
	if (!old || !is_another_person(context, old, errors))
		return false;
	if (row_moment(old, PROPOSAL_UNTIL) < context->now) {
		error_say(errors, E_STATE, NULL, N_("This proposal ran out of time; propose it again"));
		return false;
	}
	struct row *proposal = decision_change(decision, old);
	row_set_string(proposal, PROPOSAL_STATE, "approved");
	row_set_text(proposal, PROPOSAL_DECIDED_BY, context->actor->id);
	row_set_text(proposal, PROPOSAL_DECISION_REASON, context->reason);
	decision->result = proposal;
	return true;
}

static bool decline_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = waiting_proposal(context, errors);
	if (!old || !is_another_person(context, old, errors))
		return false;
	struct row *proposal = decision_change(decision, old);
	row_set_string(proposal, PROPOSAL_STATE, "declined");
	row_set_text(proposal, PROPOSAL_DECIDED_BY, context->actor->id);
	row_set_text(proposal, PROPOSAL_DECISION_REASON, context->reason);
	decision->result = proposal;
	return true;
}

static bool lapse_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = waiting_proposal(context, errors);
	if (!old)
		return false;
	if (row_moment(old, PROPOSAL_UNTIL) >= context->now) {
		error_say(errors, E_STATE, NULL, N_("This proposal still has time"));
		return false;
	}
	struct row *proposal = decision_change(decision, old);
	row_set_string(proposal, PROPOSAL_STATE, "lapsed");
	decision->result = proposal;
	return true;
}

const struct act ACT_PROPOSAL_MAKE = {
	.name = "proposal.make", .label = N_("Propose"), .done = N_("It waits for a second person"),
	.input_record = &MAKE_INPUTS, .record = &RECORD_PROPOSAL, .target_input = FIELD_NONE, .actors = ROLES_ALL,
	.flags = ACT_SYSTEM, .decide = make_decide,
};
const struct act ACT_PROPOSAL_APPROVE = {
	.name = "proposal.approve", .label = N_("Agree to a proposal"), .done = N_("You agreed; it is done"),
	.input_record = &APPROVE_INPUTS, .record = &RECORD_PROPOSAL, .target_input = 0, .actors = ROLES_ALL,
	.decide = approve_decide,
};
const struct act ACT_PROPOSAL_DECLINE = {
	.name = "proposal.decline", .label = N_("Decline a proposal"), .done = N_("The proposal is declined"),
	.input_record = &DECLINE_INPUTS, .record = &RECORD_PROPOSAL, .target_input = 0, .actors = ROLES_ALL,
	.flags = ACT_REASON, .decide = decline_decide,
};
const struct act ACT_PROPOSAL_LAPSE = {
	.name = "proposal.lapse", .label = N_("A proposal ran out of time"), .done = N_("The proposal ran out of time"),
	.input_record = &LAPSE_INPUTS, .record = &RECORD_PROPOSAL, .target_input = 0, .actors = ROLES_ALL,
	.flags = ACT_SYSTEM, .decide = lapse_decide,
};
