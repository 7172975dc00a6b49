/* generic.c - the acts that every record with keepers has: <record>.add and <record>.correct; with correctors the second alone. */
#include "service/internal.h"

#define CATALOGUE_KEEPERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
#define TARGET_NAME "target"

/* Field of the record behind an input, by name; FIELD_NONE for the target. */
static int field_behind(const struct act *act, int input)
{
	return record_field(act->record, text_from(act->input_record->fields[input].name));
}

static bool add_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	(void)errors;
	const struct act *act = context->act;
	struct row *row = decision_insert(decision, act->record);
	for (int i = 0; i < act->input_record->field_count; i++)
		row_set(row, field_behind(act, i), row_value(context->input, i));
	decision->result = row;
	return true;
}

/* Only what the command named changes; named and empty takes the value away. */
static bool correct_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct act *act = context->act;
	const struct row *old = act_load_input(context, act->target_input, act->record, errors);
	if (!old)
		return false;
	uint64_t given = execution_of(context)->given;
	struct row *row = decision_change(decision, old);
	for (int i = 0; i < act->input_record->field_count; i++)
		if (i != act->target_input && (given & UINT64_C(1) << i))
			row_set(row, field_behind(act, i), row_value(context->input, i));
	decision->result = row;
	return true;
}

/* ---- making them ---- */

static role_set keepers_of(const struct record *record)
{
	if (record->flags & RECORD_ENGINE)
		return ROLES_NONE;
	if (record->keepers == ROLES_NONE && (record->flags & RECORD_CATALOGUE))
		return CATALOGUE_KEEPERS;
	return record->keepers;
}

static role_set actors_of(const struct record *record, bool correct)
{
	role_set keepers = keepers_of(record);
	return correct && keepers == ROLES_NONE && !(record->flags & RECORD_ENGINE) ? record->correctors : keepers;
}

static int input_of(const struct field *fields, int count, const struct record *record, int field)
{
	for (int i = 0; field >= 0 && i < count; i++)
		if (text_equal_string(text_from(fields[i].name), record->fields[field].name))
			return i;
	return FIELD_NONE;
}

static bool is_input(const struct field *field, bool correct)
{
	return !(field->flags & FIELD_DERIVED) && !(correct && (field->flags & FIELD_FIXED));
}

static struct field input_field(const struct field *field, bool correct)
{
	struct field input = *field;
	/* Uniqueness and what was there before are looked at in the row, not in the input. */
	input.flags &= ~(unsigned)(FIELD_UNIQUE | FIELD_FIXED | FIELD_SEARCHED | FIELD_INDEXED | FIELD_LISTED);
	if (correct)
		input.flags &= ~(unsigned)FIELD_REQUIRED;
	return input;
}

/* The target stands last, so that the other inputs keep the order of the record. */
static int target_field(const struct record *record, struct field *fields, int count)
{
	fields[count] = (struct field){.name = TARGET_NAME, .label = record->label, .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .reference = record->name};
	return count + 1;
}

static const struct record *inputs_of(struct arena *arena, const struct record *record, const char *name, bool correct)
{
	struct field *fields = ARENA_ARRAY(arena, struct field, (size_t)record->field_count + 1);
	int count = 0;
	for (int i = 0; i < record->field_count; i++)
		if (is_input(&record->fields[i], correct))
			fields[count++] = input_field(&record->fields[i], correct);
	int facility = input_of(fields, count, record, record->facility_field);
	int person = input_of(fields, count, record, record->person_field);
	int parent = input_of(fields, count, record, record->parent_field);
	if (correct)
		count = target_field(record, fields, count);
	struct record *inputs = ARENA_NEW(arena, struct record);
	*inputs = (struct record){.name = name, .label = record->label, .label_plural = record->label_plural,
		.fields = fields, .field_count = count, .facility_field = facility, .person_field = person,
		.parent_field = parent, .compartment = record->compartment, .readers = actors_of(record, correct)};
	return inputs;
}

static const struct act *make_act(struct arena *arena, const struct record *record, bool correct)
{
	struct act *act = ARENA_NEW(arena, struct act);
	const char *name = arena_format(arena, "%s.%s", record->name, correct ? "correct" : "add").data;
	const struct record *inputs = inputs_of(arena, record, name, correct);
	*act = (struct act){.name = name, .label = correct ? N_("Correct") : N_("Add"),
		.done = correct ? N_("{title} is corrected") : N_("{title} is recorded"), .input_record = inputs,
		.record = record, .target_input = correct ? inputs->field_count - 1 : FIELD_NONE,
		.actors = actors_of(record, correct), .seconds = ROLES_NONE, .flags = ACT_MAY_RECORD_FACT | (correct ? ACT_REASON : 0),
		.basis = record->basis, .decide = correct ? correct_decide : add_decide};
	return act;
}

const struct registry *generic_registry(struct arena *arena, const struct registry *registry)
{
	struct registry *copy = ARENA_NEW(arena, struct registry);
	const struct act **acts = ARENA_ARRAY(arena, const struct act *, registry->act_count + 2 * registry->record_count + 1);
	*copy = *registry;
	for (size_t i = 0; i < registry->act_count; i++)
		acts[i] = registry->acts[i];
	copy->acts = acts;
	for (size_t i = 0; i < registry->record_count; i++) {
		const struct record *record = registry->records[i];
		for (int correct = 0; correct < 2; correct++) {
			if (actors_of(record, correct != 0) == ROLES_NONE)
				continue;
			const struct act *act = make_act(arena, record, correct != 0);
			/* An act written by hand under the same name has its reasons. */
			if (!registry_act(registry, text_from(act->name)))
				acts[copy->act_count++] = act;
		}
	}
	return copy;
}
