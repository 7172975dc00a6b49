/* command_check.c - the act decides; then every row it would leave behind is checked: fields, references, uniqueness. */
#include "service/internal.h"

#include "store/select.h"

/* False when there is no decision to look at. */
static bool run_decide(struct execution *execution)
{
	size_t before = execution->errors->count;
	decision_begin(&execution->decision, execution->arena);
	bool done = execution->act->decide(&execution->context, &execution->decision, execution->errors);
	if (!done && execution->errors->count == before)
		error_add(execution->errors, &(struct error){.code = E_SYSTEM, .message = N_("This did not work"),
			.detail = arena_format(execution->arena, "%s refused without a reason", execution->act->name)});
	if (done)
		registry_react(execution->service->registry, &execution->context, &execution->decision);
	return done;
}

static bool is_same(const struct row *row, const struct row *old)
{
	for (int i = 0; i < row->record->field_count; i++)
		if (!value_equal(row->values[i], old->values[i]))
			return false;
	return true;
}

/* A change that changes nothing makes no new revision; the result keeps the stored row's version. */
static void drop_unchanged(struct decision *decision)
{
	size_t kept = 0;
	for (size_t i = 0; i < decision->effect_count; i++) {
		struct effect *effect = &decision->effects[i];
		if (effect->kind == EFFECT_INSERT || !is_same(effect->row, effect->old))
			decision->effects[kept++] = *effect;
	}
	decision->effect_count = kept;
}

static void stamp(struct execution *execution, struct effect *effect)
{
	struct row *row = effect->row;
	struct text actor = execution->actor->id;
	if (effect->kind == EFFECT_INSERT) {
		row->version = 1;
		row->created_at = execution->context.now;
		row->created_by = actor;
	} else {
		row->version = effect->old->version + 1;
	}
	row->changed_at = execution->context.now;
	row->changed_by = actor;
}

static bool has_changed(const struct effect *effect, int field)
{
	return effect->kind == EFFECT_INSERT || !value_equal(effect->row->values[field], effect->old->values[field]);
}

static void fault(struct execution *execution, const struct field *field, enum error_code code, const char *message)
{
	error_add(execution->errors, &(struct error){.code = code, .message = message,
		.path = arena_format(execution->errors->arena, "/%s", field->name),
		.parameters = {{"field", text_from(field->label), true}}});
}

static void check_reference(struct execution *execution, const struct effect *effect, int index)
{
	const struct field *field = &effect->row->record->fields[index];
	const struct record *record = NULL;
	if (field->type == FIELD_REFERENCE)
		record = registry_reference(execution->service->registry, field);
	else if (field->type == FIELD_DOCUMENT)
		record = &RECORD_ATTACHMENT;
	if (record && !execution_exists(execution, record, row_text(effect->row, index)))
		fault(execution, field, E_REFERENCE, N_("{field} names an entry that does not exist"));
}

static bool taken_in_decision(const struct execution *execution, const struct effect *effect, int index)
{
	for (size_t i = 0; i < execution->decision.effect_count; i++) {
		const struct row *other = execution->decision.effects[i].row;
		if (other != effect->row && other->record == effect->row->record &&
			value_equal(row_value(other, index), row_value(effect->row, index)))
			return true;
	}
	return false;
}

static void check_unique(struct execution *execution, const struct effect *effect, int index)
{
	const struct record *record = effect->row->record;
	struct condition conditions[] = {
		{.field = index, .comparison = IS, .value = row_value(effect->row, index)},
		{.field = FIELD_ID, .comparison = IS_NOT, .value = value_text(effect->row->id)},
	};
	if (taken_in_decision(execution, effect, index) ||
		execution->reader.count(execution, record, conditions, 2) > 0)
		fault(execution, &record->fields[index], E_DUPLICATE, N_("{field} is taken already"));
}

static void check_effect(struct execution *execution, struct effect *effect)
{
	struct row *row = effect->row;
	const struct record *record = row->record;
	row_check(&execution->context, row, effect->old, execution->errors);
	for (int i = 0; i < record->field_count; i++) {
		if (!row_has(row, i) || !has_changed(effect, i))
			continue;
		check_reference(execution, effect, i);
		if (record->fields[i].flags & FIELD_UNIQUE)
			check_unique(execution, effect, i);
	}
}

bool execution_decide(struct execution *execution)
{
	struct decision *decision = &execution->decision;
	if (!run_decide(execution))
		return false;
	for (size_t i = 0; i < decision->effect_count; i++) {
		const struct record *record = decision->effects[i].row->record;
		if (record->derive)
			record->derive(execution->arena, decision->effects[i].row);
	}
	drop_unchanged(decision);
	for (size_t i = 0; i < decision->effect_count; i++) {
		stamp(execution, &decision->effects[i]);
		check_effect(execution, &decision->effects[i]);
	}
	return true;
}
