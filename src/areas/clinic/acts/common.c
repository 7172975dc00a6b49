/* common.c - what the verbs of the clinic share. */
#include "areas/clinic/acts/common.h"

static void inputs_take(struct row *row, const struct row *input)
{
	for (int i = 0; i < input->record->field_count; i++) {
		int field = record_field(row->record, text_from(input->record->fields[i].name));
		if (field >= 0 && value_is_present(row_value(input, i)))
			row_set(row, field, row_value(input, i));
	}
}

struct row *clinic_begin(struct act_context *context, struct decision *decision, const struct record *record, int moment_field, struct error_list *errors)
{
	const struct row *person = act_load_input(context, 0, &RECORD_PERSON, errors);
	int when = record_field(context->input->record, text_from(record->fields[moment_field].name));
	int64_t moment = when >= 0 ? decide_moment(context, when, errors) : context->now;
	if (!person || errors->count)
		return NULL;
	if (!row_has(person, PERSON_CURRENT_FACILITY)) {
		decide_refuse(errors, "/person", N_("This person is not in custody"));
		return NULL;
	}
	struct row *row = decision_insert(decision, record);
	inputs_take(row, context->input);
	row_set(row, record->facility_field, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_integer(row, moment_field, moment);
	decision->result = row;
	return row;
}

struct row *clinic_change(struct act_context *context, struct decision *decision, const struct record *record, int state_field, const char *state,
	struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, record, errors);
	if (old && !row_is(old, state_field, state)) {
		decide_refuse(errors, arena_format(context->arena, "/%s", context->input->record->fields[0].name).data, N_("This is recorded already"));
		return NULL;
	}
	if (!old)
		return NULL;
	struct row *changed = decision_change(decision, old);
	inputs_take(changed, context->input);
	decision->result = changed;
	return changed;
}

void clinic_start(const struct act_context *context, struct decision *decision, const char *clock, const struct row *row, int64_t since, int64_t due_at)
{
	decide_start(context, decision, clock, row, row_subject(row), row_facility(row), since, due_at);
}

void clinic_start_person(const struct act_context *context, struct decision *decision, const char *clock, const struct row *person, int64_t since)
{
	decide_start(context, decision, clock, person, person->id, row_text(person, PERSON_CURRENT_FACILITY), since, 0);
}

bool clinic_has_plan(const struct act_context *context, struct text person, const char *kind)
{
	const struct condition live[] = { CONDITION_TEXT(PROTECTION_PLAN_PERSON, person), CONDITION_TEXT(PROTECTION_PLAN_KIND, text_from(kind)),
		CONDITION_TEXT(PROTECTION_PLAN_STATE, TEXT_OF("live")) };
	return act_count(context, &RECORD_PROTECTION_PLAN, live, 3) > 0;
}
