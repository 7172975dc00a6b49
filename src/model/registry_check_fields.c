/* registry_check_fields.c - what must be true of the fields of a record or of an act's input. */
#include "model/registry_check.h"
#include "model/reserved.h"

enum { SCALE_MAXIMUM = 18 };

static bool is_taken(const struct record *record, int index, struct text name)
{
	for (int i = 0; i < index; i++) {
		if (record->fields[i].name && text_equal_string(name, record->fields[i].name))
			return true;
	}
	return false;
}

/* A SEARCHED field brings a second column <name>_fold. */
static bool is_fold_column(const struct record *record, struct text name)
{
	if (!text_ends_with(name, TEXT_OF("_fold")))
		return false;
	int index = record_field(record, text_slice(name, 0, name.length - 5));
	return index >= 0 && (record->fields[index].flags & FIELD_SEARCHED);
}

static void check_name(const struct record *record, int index, bool input, struct text where, struct error_list *errors)
{
	struct text name = text_from(record->fields[index].name);
	if (!registry_is_name(name))
		registry_fault(errors, where, N_("{where}: the name must be snake_case"));
	if (is_taken(record, index, name))
		registry_fault(errors, where, N_("{where}: the name is taken"));
	if (input)
		return;
	if (reserved_by_engine(name) || is_fold_column(record, name))
		registry_fault(errors, where, N_("{where}: the name is a column of the engine"));
	if (reserved_by_sql(name))
		registry_fault(errors, where, N_("{where}: the name is reserved by SQL"));
}

static void check_choices(const struct field *field, struct text where, struct error_list *errors)
{
	if (field->type == FIELD_CHOICE && (!field->choices || !field->choices->code))
		registry_fault(errors, where, N_("{where}: a choice needs a list of choices"));
	if (field->choices && field->type != FIELD_CHOICE && field->type != FIELD_CODES)
		registry_fault(errors, where, N_("{where}: only CHOICE and CODES have choices"));
	for (const struct choice *choice = field->choices; choice && choice->code; choice++) {
		struct text code = text_from(choice->code);
		if (text_is_empty(code) || text_equal_string(code, "?") || text_find_byte(code, ' ') != SIZE_MAX)
			registry_fault(errors, where, N_("{where}: a code may not be empty, a question mark or hold a space"));
		if (!registry_is_text(choice->label))
			registry_fault(errors, where, N_("{where}: a choice has no label"));
		if (field_choice(field, code) != choice)
			registry_fault(errors, where, N_("{where}: a code stands twice in the choices"));
	}
}

static void check_type(const struct registry *registry, const struct field *field, struct text where,
	struct error_list *errors)
{
	if (field->type <= FIELD_UNSET || field->type >= FIELD_TYPE_COUNT)
		registry_fault(errors, where, N_("{where}: the type is missing"));
	bool reference = field->type == FIELD_REFERENCE;
	if (reference && !registry_reference(registry, field))
		registry_fault(errors, where, N_("{where}: it refers to no record"));
	if (!reference && field->reference)
		registry_fault(errors, where, N_("{where}: only REFERENCE refers to a record"));
	if (field->type == FIELD_DECIMAL ? field->limits.scale < 0 || field->limits.scale > SCALE_MAXIMUM :
					   field->limits.scale != 0)
		registry_fault(errors, where, N_("{where}: the scale does not fit the type"));
	if (field->limits.maximum < field->limits.minimum && field->limits.maximum != 0)
		registry_fault(errors, where, N_("{where}: the maximum is below the minimum"));
	if ((field->flags & FIELD_SEARCHED) && field_is_integer(field))
		registry_fault(errors, where, N_("{where}: only texts can be searched"));
	check_choices(field, where, errors);
}

void registry_check_fields(const struct registry *registry, const struct record *record, bool input,
	struct error_list *errors)
{
	struct text of = arena_format(errors->arena, "%s %s", input ? "input of" : "record", record->name);
	if (record->field_count < 0 || record->field_count > RECORD_FIELDS_MAXIMUM) {
		registry_fault(errors, of, N_("{where}: there must be 64 fields or fewer"));
		return;
	}
	for (int i = 0; i < record->field_count; i++) {
		const struct field *field = &record->fields[i];
		if (!registry_is_text(field->name)) {
			registry_fault(errors, of, N_("{where}: a field has no name"));
			continue;
		}
		struct text where = arena_format(errors->arena, "%s %s, field %s", input ? "input of" : "record",
			record->name, field->name);
		check_name(record, i, input, where, errors);
		check_type(registry, field, where, errors);
		if (!registry_is_text(field->label))
			registry_fault(errors, where, N_("{where}: the label is missing"));
		if (field->sensitivity != SENSITIVITY_OFFICIAL && field->sensitivity != SENSITIVITY_SENSITIVE)
			registry_fault(errors, where, N_("{where}: the sensitivity is missing"));
	}
}
