/* rule_again.c - asking the rules of an old decision again: rows as they stood then, from the journal, behind a reader in memory. */
#include "journal/verify.h"
#include "service/internal.h"
#include "service/rule_trace.h"

struct past { /* what an act saw and did */
	struct connection *connection;
	struct arena *arena;
	const struct registry *registry;
	struct keys *keys;
	struct json_value trace;
	struct row *rows[TRACE_ROWS];
	size_t count, counts_used;
	const struct rule *asked;
	struct error_list *errors;
};

/* ---- conditions in memory ---- */

static struct value value_at(const struct row *row, int field)
{
	switch (field) {
	case FIELD_ID: return value_text(row->id);
	case FIELD_CREATED_AT: return value_integer(row->created_at);
	case FIELD_CHANGED_AT: return value_integer(row->changed_at);
	case FIELD_VERSION: return value_integer(row->version);
	case FIELD_CREATED_BY: return value_text(row->created_by);
	default: return row_value(row, field);
	}
}

static int compare(struct value left, struct value right)
{
	if (left.kind == VALUE_INTEGER && right.kind == VALUE_INTEGER)
		return left.integer < right.integer ? -1 : left.integer > right.integer;
	return text_compare(left.text, right.text);
}

bool condition_holds(const struct condition *condition, const struct row *row)
{
	struct value value = value_at(row, condition->field);
	bool both = value_is_present(value) && value_is_present(condition->value);
	switch (condition->comparison) {
	case IS: return value.kind != VALUE_ABSENT && value_equal(value, condition->value);
	case IS_NOT: return !value_equal(value, condition->value);
	case IS_ABSENT: return value.kind == VALUE_ABSENT;
	case IS_PRESENT: return value.kind != VALUE_ABSENT;
	case STARTS_WITH: return both && text_starts_with(value.text, condition->value.text);
	case LESS: return both && compare(value, condition->value) < 0;
	case LESS_OR_EQUAL: return both && compare(value, condition->value) <= 0;
	case GREATER: return both && compare(value, condition->value) > 0;
	case GREATER_OR_EQUAL: return both && compare(value, condition->value) >= 0;
	case IN:
		for (size_t i = 0; i < condition->list_count; i++)
			if (value_is_present(value) && value_equal(value, condition->list[i]))
				return true;
	}
	return false;
}

static const struct row *past_load(void *state, struct arena *arena, const struct record *record, struct text id)
{
	struct past *past = state;
	(void)arena;
	for (size_t i = 0; i < past->count; i++)
		if (past->rows[i]->record == record && text_equal(past->rows[i]->id, id))
			return past->rows[i];
	return NULL;
}

static struct rows past_find(void *state, struct arena *arena, const struct record *record, const struct condition *conditions,
	size_t count, int order_field, bool descending, size_t limit)
{
	struct past *past = state;
	struct rows found = { ARENA_ARRAY(arena, struct row *, past->count + 1), 0 };
	for (size_t i = 0; i < past->count; i++) {
		bool fits = past->rows[i]->record == record;
		for (size_t j = 0; fits && j < count; j++)
			fits = condition_holds(&conditions[j], past->rows[i]);
		size_t place = fits ? found.count++ : 0;
		for (; fits && place > 0; place--) {
			int order = compare(value_at(found.items[place - 1], order_field), value_at(past->rows[i], order_field));
			if (order == 0)
				order = text_compare(found.items[place - 1]->id, past->rows[i]->id);
			if (descending ? order >= 0 : order <= 0)
				break;
			found.items[place] = found.items[place - 1];
		}
		if (fits)
			found.items[place] = past->rows[i];
	}
	if (limit && found.count > limit)
		found.count = limit;
	return found;
}

/* A rule asks in a fixed order, so its numbers come in the order in which they were written. */
static int64_t past_count(void *state, const struct record *record, const struct condition *conditions, size_t count)
{
	struct past *past = state;
	(void)record, (void)conditions, (void)count;
	return json_to_integer(json_at(json_get(json_get(past->trace, "counts"), past->asked->id), past->counts_used++), 0);
}

static struct text past_parameter(void *state, struct text facility, const char *name)
{
	struct past *past = state;
	(void)facility;
	return json_get_text(json_get(past->trace, "parameters"), name);
}

/* ---- rows as they stood ---- */

static bool row_at(struct past *past, const char *record, struct text id, int64_t version, struct row **out_row)
{
	struct journal_entry *entries;
	size_t count;
	*out_row = NULL;
	if (!journal_history(past->connection, past->arena, record, id, 0, &entries, &count, past->errors))
		return false;
	for (size_t i = 0; i < count; i++)
		if (entries[i].revision == version &&
			!replay_row(past->arena, past->registry, past->keys, &entries[i], out_row, past->errors))
			return false;
	if (!*out_row)
		error_say(past->errors, E_KEY_DESTROYED, NULL, N_("A row that the rules saw can no longer be read"));
	return *out_row != NULL;
}

static bool read_seen(struct past *past)
{
	struct text record;
	struct json_value list, seen = json_get(past->trace, "seen");
	for (size_t i = 0; json_member_at(seen, i, &record, &list); i++) {
		for (size_t j = 0; j < json_count(list) && past->count < TRACE_ROWS; j++) {
			struct text piece = json_text(json_at(list, j));
			size_t at = text_find_byte(piece, '@');
			int64_t version;
			if (at == SIZE_MAX || !text_to_integer(text_slice(piece, at + 1, piece.length), &version) ||
				!row_at(past, arena_string(past->arena, record), text_slice(piece, 0, at), version, &past->rows[past->count]))
				return false;
			past->count++;
		}
	}
	return true;
}

static bool add_effect(struct past *past, const struct journal_entry *entry, struct decision *decision)
{
	struct row *row, *old = NULL;
	if (!replay_row(past->arena, past->registry, past->keys, entry, &row, past->errors))
		return false;
	if (!row || row->record == &RECORD_BREACH || row->record == &RECORD_DEADLINE || row->record == &RECORD_IMPORT_ROW)
		return true; /* consequences came after the rules */
	if (entry->revision > 1 &&
		!row_at(past, arena_string(past->arena, entry->record), entry->record_id, entry->revision - 1, &old))
		return false;
	struct effect *effects = ARENA_ARRAY(past->arena, struct effect, decision->effect_count + 1);
	for (size_t i = 0; i < decision->effect_count; i++)
		effects[i] = decision->effects[i];
	effects[decision->effect_count++] = (struct effect){ old ? EFFECT_CHANGE : EFFECT_INSERT, row, old };
	decision->effects = effects;
	return true;
}

static struct row *input_again(struct past *past, const struct act *act, const struct row *result)
{
	struct row *input = row_new(past->arena, act->input_record);
	struct json_value given = json_get(past->trace, "input");
	for (int i = 0; i < act->input_record->field_count; i++) {
		const struct field *field = &act->input_record->fields[i];
		struct text text = json_get_text(given, field->name);
		int index = result ? record_field(result->record, text_from(field->name)) : FIELD_NONE;
		struct value value;
		struct error_list ignored;
		error_list_begin(&ignored, past->arena);
		if (!text_is_empty(text) && field_parse(field, past->arena, text, &value, &ignored))
			row_set(input, i, value);
		else if (index != FIELD_NONE && result->record->fields[index].type == field->type)
			row_set(input, i, row_value(result, index));
	}
	return input;
}

static bool actor_then(struct past *past, struct text user, int64_t moment, struct actor *out_actor)
{
	struct journal_entry *entries;
	size_t count;
	struct row *account = NULL;
	*out_actor = *service_system_actor();
	if (text_equal_string(user, "system"))
		return true;
	if (!journal_history(past->connection, past->arena, RECORD_USER_ACCOUNT.name, user, moment, &entries, &count, past->errors) ||
		(count > 0 && !replay_row(past->arena, past->registry, past->keys, &entries[count - 1], &account, past->errors)))
		return false;
	out_actor->id = user;
	if (account)
		user_account_actor(past->arena, account, out_actor);
	return true;
}

static void ask(struct past *past, struct act_context *context, const struct decision *decision, bool bit, struct rule_again *answers,
	size_t *count)
{
	struct json_value list = json_get(past->trace, bit ? "bit" : "silent");
	for (size_t i = 0; i < json_count(list); i++) {
		struct text written = json_text(json_at(list, i));
		size_t tilde = text_find_byte(written, '~');
		int64_t version = 1;
		struct text id = tilde == SIZE_MAX ? written : text_slice(written, 0, tilde);
		if (tilde != SIZE_MAX)
			text_to_integer(text_slice(written, tilde + 1, written.length), &version);
		const struct rule *rule = registry_rule(past->registry, id);
		struct rule_finding finding = { 0 };
		struct rule_again *answer = &answers[(*count)++];
		*answer = (struct rule_again){ .rule = id, .wrote = text_from(bit ? "bit" : "silent"), .known = rule && rule->bites,
			.version_then = (int)version, .version_now = rule && rule->version > 1 ? rule->version : 1 };
		past->asked = rule;
		past->counts_used = 0;
		answer->same = answer->known && rule->bites(context, decision, &finding) == bit;
	}
}

bool rule_trace_again(struct service *service, struct connection *connection, struct arena *arena, struct json_value trace,
	const struct journal_entry *entries, size_t count, struct rule_again **out_answers, size_t *out_count, struct error_list *errors)
{
	struct past past = { .connection = connection, .arena = arena, .registry = service_registry(service),
		.keys = service_keys(service), .trace = trace, .errors = errors };
	struct decision decision;
	struct actor actor, second;
	const struct act *act = count > 0 ? registry_act(past.registry, entries[0].type) : NULL;
	if (!act || json_to_boolean(json_get(trace, "truncated"), false)) {
		error_say(errors, E_STATE, NULL, N_("This decision saw too much to be asked again; what it answered stands written"));
		return false;
	}
	decision_begin(&decision, arena);
	if (!read_seen(&past) || !actor_then(&past, entries[0].actor, entries[0].time, &actor) ||
		!actor_then(&past, entries[0].second, entries[0].time, &second))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!add_effect(&past, &entries[i], &decision))
			return false;
	for (size_t i = 0; i < decision.effect_count && !decision.result; i++)
		if (decision.effects[i].row->record == act->record)
			decision.result = decision.effects[i].row;
	struct text zone = facility_facts(service, connection, arena, actor.facility).zone;
	struct act_reader reader = { past_load, past_find, past_count, past_parameter, &past };
	struct act_context context = { .arena = arena, .registry = past.registry, .act = act, .actor = &actor,
		.second = text_is_empty(entries[0].second) ? NULL : &second, .input = input_again(&past, act, decision.result),
		.now = entries[0].time, .today = zones_date(zone, entries[0].time),
		.record_fact = json_to_boolean(json_get(trace, "fact"), false), .reader = &reader };
	*out_answers = ARENA_ARRAY(arena, struct rule_again, json_count(json_get(trace, "silent")) + json_count(json_get(trace, "bit")) + 1);
	*out_count = 0;
	ask(&past, &context, &decision, false, *out_answers, out_count);
	ask(&past, &context, &decision, true, *out_answers, out_count);
	return errors->count == 0;
}
