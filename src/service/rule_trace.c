/* rule_trace.c - reading through a reader that remembers, and writing down what the rules saw and answered. */
#include "service/rule_trace.h"

static bool is_seen(const struct rule_trace *trace, const struct row *row)
{
	for (size_t i = trace->seen_count; i > 0; i--) {
		const struct row *seen = trace->seen[i - 1];
		if (seen == row || (seen->record == row->record && text_equal(seen->id, row->id)))
			return true;
	}
	return false;
}

static void see(struct rule_trace *trace, const struct row *row)
{
	if (row->version == 0 || is_seen(trace, row))
		return;
	if (trace->seen_count == TRACE_ROWS)
		trace->truncated = true;
	else
		trace->seen[trace->seen_count++] = row;
}

static const struct row *trace_load(void *state, struct arena *arena, const struct record *record, struct text id)
{
	struct rule_trace *trace = state;
	const struct row *row = trace->inner->load(trace->inner->state, arena, record, id);
	if (row)
		see(trace, row);
	return row;
}

static struct rows trace_find(void *state, struct arena *arena, const struct record *record, const struct condition *conditions,
	size_t count, int order_field, bool descending, size_t limit)
{
	struct rule_trace *trace = state;
	struct rows rows = trace->inner->find(trace->inner->state, arena, record, conditions, count, order_field, descending, limit);
	for (size_t i = 0; i < rows.count; i++)
		see(trace, rows.items[i]);
	return rows;
}

static int64_t trace_count(void *state, const struct record *record, const struct condition *conditions, size_t count)
{
	struct rule_trace *trace = state;
	int64_t number = trace->inner->count(trace->inner->state, record, conditions, count);
	if (trace->count_count == TRACE_COUNTS || trace->rule_count == TRACE_RULES) {
		trace->truncated = true;
	} else {
		trace->counts[trace->count_count].number = number;
		trace->counts[trace->count_count++].rule = trace->rule_count; /* it answers next */
	}
	return number;
}

static struct text trace_parameter(void *state, struct text facility, const char *name)
{
	struct rule_trace *trace = state;
	struct text value = trace->inner->parameter(trace->inner->state, facility, name);
	for (size_t i = 0; i < trace->parameter_count; i++)
		if (text_equal_string(text_from(trace->parameters[i].name), name))
			return value;
	if (trace->parameter_count == TRACE_PARAMETERS)
		trace->truncated = true;
	else
		trace->parameters[trace->parameter_count++] = (struct error_parameter){ name, value, false };
	return value;
}

void rule_trace_begin(struct rule_trace *trace, struct arena *arena, const struct act_reader *inner)
{
	*trace = (struct rule_trace){ .arena = arena, .inner = inner };
	trace->reader = (struct act_reader){ .load = trace_load, .find = trace_find, .count = trace_count, .parameter = trace_parameter,
		.state = trace };
}

void rule_trace_answer(struct rule_trace *trace, const struct rule *rule, bool bit)
{
	if (trace->rule_count == TRACE_RULES) {
		trace->truncated = true;
		return;
	}
	trace->rules[trace->rule_count] = rule;
	trace->bit[trace->rule_count++] = bit;
}

/* ---- as JSON ---- */

static void write_rules(struct json_writer *json, const struct rule_trace *trace, bool bit)
{
	bool begun = false;
	for (size_t i = 0; i < trace->rule_count; i++) {
		const struct rule *rule = trace->rules[i];
		if (trace->bit[i] != bit)
			continue;
		if (!begun) {
			json_name(json, bit ? "bit" : "silent");
			json_array_begin(json);
		}
		begun = true;
		json_string(json, rule->version > 1 ? arena_format(trace->arena, "%s~%d", rule->id, rule->version) : text_from(rule->id));
	}
	if (begun)
		json_array_end(json);
}

static void write_seen(struct json_writer *json, const struct rule_trace *trace)
{
	bool written[TRACE_ROWS] = { false };
	json_name(json, "seen");
	json_object_begin(json);
	for (size_t i = 0; i < trace->seen_count; i++) {
		const struct record *record = trace->seen[i]->record;
		if (written[i])
			continue;
		json_name(json, record->name);
		json_array_begin(json);
		for (size_t j = i; j < trace->seen_count; j++) {
			const struct row *row = trace->seen[j];
			if (row->record != record)
				continue;
			written[j] = true;
			json_string(json, arena_format(trace->arena, "%.*s@%lld", TEXT_FORMAT(row->id), (long long)row->version));
		}
		json_array_end(json);
	}
	json_object_end(json);
}

static void write_counts(struct json_writer *json, const struct rule_trace *trace)
{
	json_name(json, "counts");
	json_object_begin(json);
	for (size_t i = 0; i < trace->count_count; i++) {
		bool first = i == 0 || trace->counts[i - 1].rule != trace->counts[i].rule;
		bool last = i + 1 == trace->count_count || trace->counts[i + 1].rule != trace->counts[i].rule;
		if (first) {
			json_name(json, trace->rules[trace->counts[i].rule]->id);
			json_array_begin(json);
		}
		json_integer(json, trace->counts[i].number);
		if (last)
			json_array_end(json);
	}
	json_object_end(json);
}

static bool is_short(enum field_type type)
{
	return type != FIELD_LINE && type != FIELD_PROSE && type != FIELD_DOCUMENT && type != FIELD_HASH && type != FIELD_UNSET;
}

/* What stands in the result under the same name need not be written twice. */
static bool stands_in_result(const struct row *result, const struct field *field, struct value value)
{
	int index = result ? record_field(result->record, text_from(field->name)) : FIELD_NONE;
	return index != FIELD_NONE && result->record->fields[index].type == field->type && value_equal(row_value(result, index), value);
}

static bool is_within_compartment(const struct decision *decision, const struct row *result)
{
	for (size_t i = 0; i < decision->effect_count; i++)
		if (result && decision->effects[i].row->record->compartment != result->record->compartment)
			return false;
	return true;
}

static void write_input(struct json_writer *json, const struct rule_trace *trace, const struct row *input, const struct row *result)
{
	bool begun = false;
	for (int i = 0; input && i < input->record->field_count; i++) {
		const struct field *field = &input->record->fields[i];
		struct value value = row_value(input, i);
		if (value.kind == VALUE_ABSENT || field->sensitivity != SENSITIVITY_OFFICIAL || !is_short(field->type) ||
			stands_in_result(result, field, value))
			continue;
		if (!begun) {
			json_name(json, "input");
			json_object_begin(json);
		}
		begun = true;
		json_name(json, field->name);
		json_string(json, field_text(field, trace->arena, value));
	}
	if (begun)
		json_object_end(json);
}

struct text rule_trace_json(const struct rule_trace *trace, const struct act_context *context, const struct decision *decision,
	struct text profile)
{
	struct json_writer json;
	const struct row *result = decision->result;
	if (trace->rule_count == 0)
		return text_empty();
	json_start(&json, trace->arena);
	json_object_begin(&json);
	if (context->record_fact)
		json_member_boolean(&json, "fact", true);
	if (trace->truncated)
		json_member_boolean(&json, "truncated", true);
	json_member(&json, "profile", profile);
	write_rules(&json, trace, false);
	write_rules(&json, trace, true);
	if (trace->parameter_count > 0) {
		json_name(&json, "parameters");
		json_object_begin(&json);
		for (size_t i = 0; i < trace->parameter_count; i++)
			json_member(&json, trace->parameters[i].name, trace->parameters[i].value);
		json_object_end(&json);
	}
	if (trace->seen_count > 0)
		write_seen(&json, trace);
	if (trace->count_count > 0) {
		write_counts(&json, trace);
	}
	if (is_within_compartment(decision, result))
		write_input(&json, trace, context->input, result);
	json_object_end(&json);
	return json_finish(&json);
}
