/* command_proposal.c - acts that need two people: the first command becomes a proposal, the approval runs it again. */
#include "service/internal.h"

enum { PROPOSAL_HOURS = 72 };

static void write_pairs(struct json_writer *json, const char *name, const struct pair *pairs, size_t count)
{
	json_name(json, name);
	json_object_begin(json);
	for (size_t i = 0; i < count; i++) {
		json_name_text(json, pairs[i].name);
		json_string(json, pairs[i].value);
	}
	json_object_end(json);
}

static struct text command_json(struct arena *arena, const struct command *command)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	write_pairs(&json, "inputs", command->inputs, command->input_count);
	write_pairs(&json, "warnings", command->warning_reasons, command->warning_count);
	json_member_boolean(&json, "fact", command->record_fact);
	json_object_end(&json);
	return json_finish(&json);
}

/* What was decided served to find the faults early; only the proposal is written. */
void execution_propose(struct execution *execution)
{
	const char *act = execution->act->name;
	decision_begin(&execution->decision, execution->arena);
	struct row *proposal = decision_insert(&execution->decision, &RECORD_PROPOSAL);
	proposal->version = 1;
	proposal->created_at = proposal->changed_at = execution->context.now;
	proposal->created_by = proposal->changed_by = execution->actor->id;
	row_set_string(proposal, PROPOSAL_ACT, act);
	row_set_text(proposal, PROPOSAL_INPUT, command_json(execution->arena, execution->command));
	row_set_text(proposal, PROPOSAL_REASON, execution->context.reason);
	row_set_text(proposal, PROPOSAL_FACILITY, execution->facility);
	/* A subject that the act itself would make is nobody yet. */
	if (execution_load(execution, execution->service->registry->subject, execution->subject))
		row_set_text(proposal, PROPOSAL_SUBJECT, execution->subject);
	row_set_text(proposal, PROPOSAL_PROPOSED_BY, execution->actor->id);
	row_set_integer(proposal, PROPOSAL_UNTIL, execution->context.now + PROPOSAL_HOURS * MOMENT_HOUR);
	row_set_string(proposal, PROPOSAL_STATE, "waiting");
	execution->decision.result = proposal;
	execution->act = &ACT_PROPOSAL_MAKE;
	execution->waiting = true;
	execution->warning_count = 0;
	execution->rules = text_empty(); /* they look again when the second person agrees */
}

static const struct pair *read_pairs(struct arena *arena, struct json_value object, size_t *out_count)
{
	size_t count = json_count(object);
	struct pair *pairs = ARENA_ARRAY(arena, struct pair, count + 1);
	for (size_t i = 0; i < count; i++) {
		struct json_value value;
		if (json_member_at(object, i, &pairs[i].name, &value))
			pairs[i].value = json_text(value);
	}
	*out_count = count;
	return pairs;
}

static bool read_command(struct execution *outer, const struct row *proposal, struct command *out_command)
{
	struct json_value root;
	struct command command = {.act = row_text(proposal, PROPOSAL_ACT), .reason = row_text(proposal, PROPOSAL_REASON)};
	if (!json_parse(outer->arena, row_text(proposal, PROPOSAL_INPUT), &root, outer->errors))
		return false;
	command.inputs = read_pairs(outer->arena, json_get(root, "inputs"), &command.input_count);
	command.warning_reasons = read_pairs(outer->arena, json_get(root, "warnings"), &command.warning_count);
	command.record_fact = json_to_boolean(json_get(root, "fact"), false);
	*out_command = command;
	return true;
}

/* The proposed act as a command of the first person, with the one who approves as the second. */
bool execution_approved(struct execution *outer, struct execution *out_inner)
{
	const struct row *proposal = outer->target;
	struct command *command = ARENA_NEW(outer->arena, struct command);
	struct actor *first = ARENA_NEW(outer->arena, struct actor);
	const struct row *account = execution_load(outer, &RECORD_USER_ACCOUNT, row_text(proposal, PROPOSAL_PROPOSED_BY));
	if (!account || !user_account_actor(outer->arena, account, first)) {
		error_say(outer->errors, E_STATE, NULL, N_("The one who proposed this may not act any more"));
		return false;
	}
	if (!read_command(outer, proposal, command))
		return false;
	*out_inner = (struct execution){.service = outer->service, .connection = outer->connection,
		.arena = outer->arena, .command = command, .ticket = outer->ticket, .actor = first,
		.second = outer->actor, .errors = outer->errors, .decision_id = outer->decision_id,
		.errors_before = outer->errors_before, .inner = true};
	execution_reader(out_inner);
	return true;
}
