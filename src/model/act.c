/* act.c - reading through the context, and collecting a decision. */
#include <assert.h>
#include <string.h>

#include "base/random.h"
#include "model/act.h"

const struct row *act_load(const struct act_context *context, const struct record *record, struct text id)
{
	assert(context->reader);
	if (text_is_empty(id))
		return NULL;
	return context->reader->load(context->reader->state, context->arena, record, id);
}

const struct row *act_load_input(const struct act_context *context, int input, const struct record *record,
	struct error_list *errors)
{
	const struct row *row = act_load(context, record, row_text(context->input, input));
	if (row)
		return row;
	const struct field *field = &context->input->record->fields[input];
	error_add(errors, &(struct error){ .code = E_REFERENCE,
		.message = N_("{field} names an entry that does not exist"),
		.parameters = { { .name = "field", .value = text_from(field->label), .translate = true } },
		.path = arena_format(errors->arena, "/%s", field->name) });
	return NULL;
}

struct rows act_find(const struct act_context *context, const struct record *record,
	const struct condition *conditions, size_t count)
{
	assert(context->reader);
	return context->reader->find(context->reader->state, context->arena, record, conditions, count,
		FIELD_CREATED_AT, false, 0);
}

const struct row *act_find_first(const struct act_context *context, const struct record *record,
	const struct condition *conditions, size_t count, int order_field, bool descending)
{
	assert(context->reader);
	struct rows rows = context->reader->find(context->reader->state, context->arena, record, conditions, count,
		order_field, descending, 1);
	return rows.count ? rows.items[0] : NULL;
}

int64_t act_count(const struct act_context *context, const struct record *record, const struct condition *conditions,
	size_t count)
{
	assert(context->reader);
	return context->reader->count(context->reader->state, record, conditions, count);
}

int64_t act_parameter(const struct act_context *context, struct text facility, const char *name, int64_t otherwise)
{
	int64_t integer;
	return text_to_integer(act_parameter_text(context, facility, name), &integer) ? integer : otherwise;
}

struct text act_parameter_text(const struct act_context *context, struct text facility, const char *name)
{
	assert(context->reader);
	return context->reader->parameter(context->reader->state, facility, name);
}

int64_t act_midnight(const struct act_context *context, struct text facility, struct date day)
{
	return context->reader->midnight ? context->reader->midnight(context->reader->state, facility, day) : moment_from_date(day);
}

/* ---- deciding ---- */

void decision_begin(struct decision *decision, struct arena *arena)
{
	*decision = (struct decision){ .arena = arena };
}

/* Room for one more; the old array stays behind on the arena. */
static void *grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	*capacity = *capacity ? *capacity * 2 : 8;
	void *more = arena_allocate_array(arena, *capacity, size);
	if (count)
		memcpy(more, items, count * size);
	return more;
}

static void add_effect(struct decision *decision, struct effect effect)
{
	decision->effects = grow(decision->arena, decision->effects, decision->effect_count, &decision->effect_capacity,
		sizeof(struct effect));
	decision->effects[decision->effect_count++] = effect;
}

struct row *decision_insert(struct decision *decision, const struct record *record)
{
	struct row *row = row_new(decision->arena, record);
	row->id = identifier_new(decision->arena);
	add_effect(decision, (struct effect){ .kind = EFFECT_INSERT, .row = row });
	return row;
}

struct row *decision_change(struct decision *decision, const struct row *old)
{
	for (size_t i = 0; i < decision->effect_count; i++) {
		struct row *row = decision->effects[i].row;
		if (row->record == old->record && text_equal(row->id, old->id))
			return row;
	}
	struct row *row = row_copy(decision->arena, old);
	add_effect(decision, (struct effect){ .kind = EFFECT_CHANGE, .row = row, .old = old });
	return row;
}

void decision_start(struct decision *decision, const struct deadline_start *start)
{
	decision->starts = grow(decision->arena, decision->starts, decision->start_count, &decision->start_capacity,
		sizeof(struct deadline_start));
	decision->starts[decision->start_count++] = *start;
}

void decision_stop(struct decision *decision, const struct clock_kind *clock, struct text record_id)
{
	decision->stops = grow(decision->arena, decision->stops, decision->stop_count, &decision->stop_capacity,
		sizeof(struct deadline_stop));
	decision->stops[decision->stop_count++] = (struct deadline_stop){ .clock = clock, .record_id = record_id };
}

void decision_breach(struct decision *decision, const struct breach_note *breach)
{
	decision->breaches = grow(decision->arena, decision->breaches, decision->breach_count,
		&decision->breach_capacity, sizeof(struct breach_note));
	decision->breaches[decision->breach_count++] = *breach;
}

const struct row *decision_row(const struct decision *decision, const struct record *record)
{
	for (size_t i = decision->effect_count; i > 0; i--) {
		if (decision->effects[i - 1].row->record == record)
			return decision->effects[i - 1].row;
	}
	return NULL;
}
