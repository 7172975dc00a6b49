/* registry_check_acts.c - what must be true of acts, rules and clocks. */
#include "model/registry_check.h"

/* "noun.verb": two words of small letters and underscores. The noun need not be the target's record: notice.give acts on a person. */
static bool is_act_name(const struct act *act)
{
	const char *name = act->name;
	int dots = 0;
	for (const char *at = name; *at; at++) {
		bool edge = at == name || at[-1] == '.';
		if (*at == '.' ? edge || !at[1] : !((*at >= 'a' && *at <= 'z') || (*at == '_' && !edge)))
			return false;
		dots += *at == '.';
	}
	return dots == 1;
}

/* The engine makes "<record>.add" and "<record>.correct" for records with keepers, and the second for those with correctors, when the
 * service opens. */
static bool is_generic_act(const struct registry *registry, struct text name)
{
	size_t dot = text_find_byte(name, '.');
	const struct record *record = dot == SIZE_MAX ? NULL : registry_record(registry, text_slice(name, 0, dot));
	struct text verb = text_slice(name, dot + 1, SIZE_MAX);
	return record && ((record->keepers && text_equal_string(verb, "add")) ||
		((record->keepers || record->correctors) && text_equal_string(verb, "correct")));
}

static void check_input(const struct registry *registry, const struct act *act, struct text where,
	struct error_list *errors)
{
	const struct record *input = act->input_record;
	if (!input) {
		registry_fault(errors, where, N_("{where}: the input record is missing"));
		return;
	}
	if (!registry_is_text(input->name) || !text_equal_string(text_from(act->name), input->name))
		registry_fault(errors, where, N_("{where}: the input record must have the name of the act"));
	else
		registry_check_fields(registry, input, true, errors);
	/* They would stand in the proposal, which everybody who may agree must be able to read. */
	for (int i = 0; (act->flags & ACT_SECOND_PERSON) && i < input->field_count; i++)
		if (input->fields[i].sensitivity == SENSITIVITY_SENSITIVE)
			registry_fault(errors, where, N_("{where}: an act of two persons may not take sensitive inputs"));
	if (act->target_input == FIELD_NONE)
		return;
	if (act->target_input < 0 || act->target_input >= input->field_count ||
		input->fields[act->target_input].type != FIELD_REFERENCE)
		registry_fault(errors, where, N_("{where}: the target is not a reference"));
	else if (act->record && !text_equal_string(text_from(act->record->name),
		input->fields[act->target_input].reference))
		registry_fault(errors, where, N_("{where}: the target refers to another record than the act's"));
}

static bool is_registered(const struct registry *registry, const struct record *record)
{
	for (size_t i = 0; i < registry->record_count; i++) {
		if (registry->records[i] == record)
			return true;
	}
	return false;
}

void registry_check_act(const struct registry *registry, size_t index, struct error_list *errors)
{
	const struct act *act = registry->acts[index];
	if (!registry_is_text(act->name)) {
		registry_fault(errors, TEXT_OF("act"), N_("{where}: the name is missing"));
		return;
	}
	struct text where = arena_format(errors->arena, "act %s", act->name);
	if (!act->record || !is_registered(registry, act->record))
		registry_fault(errors, where, N_("{where}: its record is not in the registry"));
	else if (!is_act_name(act))
		registry_fault(errors, where, N_("{where}: the name must be a noun, a dot and a verb"));
	if (registry_act(registry, text_from(act->name)) != act)
		registry_fault(errors, where, N_("{where}: the name is taken"));
	if (!registry_is_text(act->label))
		registry_fault(errors, where, N_("{where}: the label is missing"));
	if (!act->decide)
		registry_fault(errors, where, N_("{where}: there is no function that decides"));
	if (!act->actors && !(act->flags & ACT_SYSTEM))
		registry_fault(errors, where, N_("{where}: nobody may do it"));
	if (!!(act->flags & ACT_SECOND_PERSON) != (act->seconds != ROLES_NONE))
		registry_fault(errors, where, N_("{where}: a second person needs both the flag and the roles"));
	if ((act->flags & ACT_JUDGEMENT) && (act->flags & ACT_MAY_RECORD_FACT))
		registry_fault(errors, where, N_("{where}: a judgement is made here and cannot be recorded as a fact"));
	check_input(registry, act, where, errors);
}

void registry_check_rule(const struct registry *registry, size_t index, struct error_list *errors)
{
	const struct rule *rule = registry->rules[index];
	if (!registry_is_text(rule->id)) {
		registry_fault(errors, TEXT_OF("rule"), N_("{where}: the id is missing"));
		return;
	}
	struct text where = arena_format(errors->arena, "rule %s", rule->id);
	if (registry_rule(registry, text_from(rule->id)) != rule)
		registry_fault(errors, where, N_("{where}: the id is taken"));
	if (!registry_is_text(rule->text))
		registry_fault(errors, where, N_("{where}: the text is missing"));
	if (rule->kind == RULE_DEADLINE) {
		if (!rule->clocks || !rule->clocks[0])
			registry_fault(errors, where, N_("{where}: it is bound to no clock"));
	} else if (!rule->acts || !rule->acts[0]) {
		registry_fault(errors, where, N_("{where}: it is bound to no act"));
	}
	if (rule->kind != RULE_DEADLINE && !rule->bites)
		registry_fault(errors, where, N_("{where}: there is no function that looks"));
	for (const char *const *act = rule->acts; act && *act; act++) {
		if (!registry_act(registry, text_from(*act)) && !is_generic_act(registry, text_from(*act)))
			registry_fault(errors, arena_format(errors->arena, "rule %s, act %s", rule->id, *act),
				N_("{where}: there is no such act"));
		/* A rule refuses an authorisation, never the recording of what has happened; judgement does not happen elsewhere. */
		const struct act *bound = registry_act(registry, text_from(*act));
		if (bound && rule->kind == RULE_REFUSE && !(bound->flags & (ACT_MAY_RECORD_FACT | ACT_SYSTEM | ACT_JUDGEMENT)))
			registry_fault(errors, arena_format(errors->arena, "rule %s, act %s", rule->id, *act),
				N_("{where}: an act that can be refused must also be recordable as a fact"));
	}
	for (const char *const *clock = rule->clocks; clock && *clock; clock++) {
		if (!registry_clock(registry, text_from(*clock)))
			registry_fault(errors, arena_format(errors->arena, "rule %s, clock %s", rule->id, *clock),
				N_("{where}: there is no such clock"));
	}
}

void registry_check_clock(const struct registry *registry, size_t index, struct error_list *errors)
{
	const struct clock_kind *clock = registry->clocks[index];
	if (!registry_is_text(clock->name)) {
		registry_fault(errors, TEXT_OF("clock"), N_("{where}: the name is missing"));
		return;
	}
	struct text where = arena_format(errors->arena, "clock %s", clock->name);
	if (registry_clock(registry, text_from(clock->name)) != clock)
		registry_fault(errors, where, N_("{where}: the name is taken"));
	if (!registry_is_text(clock->label))
		registry_fault(errors, where, N_("{where}: the label is missing"));
	if (!registry_is_text(clock->rule) || !registry_rule(registry, text_from(clock->rule)))
		registry_fault(errors, where, N_("{where}: its rule is not in the registry"));
	if (clock->parameter && clock->length <= 0)
		registry_fault(errors, where, N_("{where}: the length is missing"));
	if (!clock->told)
		registry_fault(errors, where, N_("{where}: nobody is told"));
	if (clock->act && !registry_act(registry, text_from(clock->act)) && !is_generic_act(registry, text_from(clock->act)))
		registry_fault(errors, where, N_("{where}: there is no such act"));
}
