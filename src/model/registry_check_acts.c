/* registry_check_acts.c - what must be true of acts, rules and clocks. */
#include "model/registry_check.h"

static bool is_act_name(const struct act *act)
{
	struct text name = text_from(act->name);
	size_t dot = text_find_byte(name, '.');
	if (dot == SIZE_MAX || dot + 1 == name.length)
		return false;
	for (size_t i = dot + 1; i < name.length; i++) {
		char c = name.data[i];
		if (!((c >= 'a' && c <= 'z') || (i > dot + 1 && c == '-') || (c >= '0' && c <= '9') || c == '_'))
			return false;
	}
	return act->record && text_equal_string(text_slice(name, 0, dot), act->record->name);
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
		registry_fault(errors, where, N_("{where}: the name must be that of the record, a dot and the verb"));
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
		if (!registry_act(registry, text_from(*act)))
			registry_fault(errors, arena_format(errors->arena, "rule %s, act %s", rule->id, *act),
				N_("{where}: there is no such act"));
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
	if (clock->act && !registry_act(registry, text_from(clock->act)))
		registry_fault(errors, where, N_("{where}: there is no such act"));
}
