/* registry_check.c - what must be true of the tables as a whole, and of records. */
#include "model/registry_check.h"
#include "model/reserved.h"

/* PostgreSQL cuts identifiers at 63 bytes; the longest made from two names is "<record>_<field>_fold_index". */
enum { IDENTIFIER_BYTES = 63, INDEX_SUFFIX = 12 };

void registry_fault(struct error_list *errors, struct text where, const char *message)
{
	error_add(errors, &(struct error){ .code = E_SYSTEM, .message = message,
		.parameters = { { .name = "where", .value = where } } });
}

bool registry_is_text(const char *string)
{
	return string && *string;
}

bool registry_is_name(struct text name)
{
	char last = '_';
	for (size_t i = 0; i < name.length; i++) {
		char c = name.data[i];
		bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
		if (!letter && !(i > 0 && (digit || (c == '_' && last != '_'))))
			return false;
		last = c;
	}
	return name.length > 0 && last != '_';
}

static void check_names(const struct registry *registry, const struct record *record, struct text where,
	struct error_list *errors)
{
	struct text name = text_from(record->name);
	if (!registry_is_name(name))
		registry_fault(errors, where, N_("{where}: the name must be snake_case"));
	if (reserved_by_sql(name))
		registry_fault(errors, where, N_("{where}: the name is reserved by SQL"));
	if (text_starts_with(name, TEXT_OF("journal_")))
		registry_fault(errors, where, N_("{where}: names that begin with journal_ belong to the journal"));
	if (!registry_is_text(record->label) || !registry_is_text(record->label_plural))
		registry_fault(errors, where, N_("{where}: the label or the plural label is missing"));
	for (int i = 0; i < record->field_count; i++) {
		size_t length = name.length + 1 + text_from(record->fields[i].name).length + INDEX_SUFFIX;
		if (length > IDENTIFIER_BYTES)
			registry_fault(errors, where, N_("{where}: the names of record and field are too long together"));
	}
	for (size_t i = 0; registry->records[i] != record; i++) {
		if (registry->records[i]->name && text_equal_string(name, registry->records[i]->name))
			registry_fault(errors, where, N_("{where}: the name is taken"));
	}
}

/* target: what the reference must lead to; NULL when the registry does not say. */
static void check_scope(const struct registry *registry, const struct record *record, int index,
	const struct record *target, bool self, struct text where, struct error_list *errors)
{
	if (index == FIELD_NONE || (index == FIELD_SELF && self))
		return;
	if (index < 0 || index >= record->field_count || record->fields[index].type != FIELD_REFERENCE) {
		registry_fault(errors, where, N_("{where}: a scope or parent field is not a reference"));
		return;
	}
	if (target && registry_reference(registry, &record->fields[index]) != target)
		registry_fault(errors, where, N_("{where}: a scope field refers to another record than it should"));
}

/* Neither a proposal nor a child may tell those to whom a row is closed that there is one. */
static void check_closed_to(const struct registry *registry, const struct record *record, struct text where, struct error_list *errors)
{
	int index = record->closed_to_field;
	const struct record *parent = record->parent_field >= 0 && record->parent_field < record->field_count
		? registry_reference(registry, &record->fields[record->parent_field]) : NULL;
	if (parent && parent->closed_to_field && !index)
		registry_fault(errors, where, N_("{where}: its parent is closed to some, and it is not"));
	if (!index)
		return;
	if (index < 0 || index >= record->field_count || record->fields[index].type != FIELD_CODES || !(record->fields[index].flags & FIELD_FIXED))
		registry_fault(errors, where, N_("{where}: the names to whom it is closed are not fixed codes"));
	for (size_t i = 0; i < registry->act_count; i++)
		if (registry->acts[i]->record == record && (registry->acts[i]->flags & ACT_SECOND_PERSON))
			registry_fault(errors, where, N_("{where}: a row that is closed to some cannot wait for a second person"));
}

void registry_check_record(const struct registry *registry, size_t index, struct error_list *errors)
{
	const struct record *record = registry->records[index];
	if (!registry_is_text(record->name)) {
		registry_fault(errors, TEXT_OF("record"), N_("{where}: the name is missing"));
		return;
	}
	struct text where = arena_format(errors->arena, "record %s", record->name);
	/* Nothing behind the end of the array may be looked at. */
	if (record->field_count < 1 || record->field_count > RECORD_FIELDS_MAXIMUM) {
		registry_fault(errors, where, N_("{where}: there must be 1 to 64 fields"));
		return;
	}
	check_names(registry, record, where, errors);
	check_scope(registry, record, record->facility_field, registry->facility, record == registry->facility, where, errors);
	check_scope(registry, record, record->person_field, registry->subject, record == registry->subject, where, errors);
	check_scope(registry, record, record->parent_field, NULL, false, where, errors);
	if (record->sealed_field && (record->sealed_field < 0 || record->sealed_field >= record->field_count ||
		record->fields[record->sealed_field].type != FIELD_YES_NO))
		registry_fault(errors, where, N_("{where}: the seal is not a yes or no"));
	check_closed_to(registry, record, where, errors);
	if (!record->readers)
		registry_fault(errors, where, N_("{where}: nobody may read it"));
	const struct field *lapse = record->lapsed_readers && record->lapse_field >= 0 && record->lapse_field < record->field_count
		? &record->fields[record->lapse_field] : NULL;
	if (record->lapsed_readers && (!lapse || lapse->type != FIELD_MOMENT))
		registry_fault(errors, where, N_("{where}: a record that lapses needs a moment"));
	if ((unsigned)record->compartment >= COMPARTMENT_COUNT)
		registry_fault(errors, where, N_("{where}: there is no such compartment"));
	registry_check_fields(registry, record, false, errors);
}

static bool is_registered(const struct registry *registry, const struct record *record)
{
	for (size_t i = 0; i < registry->record_count; i++) {
		if (registry->records[i] == record)
			return true;
	}
	return false;
}

/* One of the fields that the registry itself names: subject's facility, facility's code and zone. */
static void check_special(const struct record *record, int index, bool reference, const char *what,
	struct error_list *errors)
{
	struct text where = text_from(what);
	if (index < 0 || index >= record->field_count) {
		registry_fault(errors, where, N_("{where}: the registry names no field for it"));
		return;
	}
	const struct field *field = &record->fields[index];
	if (reference ? field->type != FIELD_REFERENCE : field_is_integer(field))
		registry_fault(errors, where, N_("{where}: the field is not of the right type"));
}

static void check_scope_records(const struct registry *registry, struct error_list *errors)
{
	if (registry->facility) {
		if (!is_registered(registry, registry->facility))
			registry_fault(errors, TEXT_OF("scope record"), N_("{where}: the record is not in the registry"));
		if (registry->facility->facility_field != FIELD_SELF)
			registry_fault(errors, TEXT_OF("scope record"), N_("{where}: its scope field must be FIELD_SELF"));
		check_special(registry->facility, registry->facility_code, false, "scope code", errors);
		check_special(registry->facility, registry->facility_zone, false, "scope zone", errors);
	}
	if (registry->subject) {
		if (!is_registered(registry, registry->subject))
			registry_fault(errors, TEXT_OF("subject record"), N_("{where}: the record is not in the registry"));
		if (registry->subject->person_field != FIELD_SELF)
			registry_fault(errors, TEXT_OF("subject record"), N_("{where}: its scope field must be FIELD_SELF"));
		check_special(registry->subject, registry->subject_facility, true, "subject scope", errors);
	}
}

bool registry_check(const struct registry *registry, struct error_list *errors)
{
	size_t before = errors->count;
	for (size_t i = 0; i < registry->record_count; i++)
		registry_check_record(registry, i, errors);
	for (size_t i = 0; i < registry->act_count; i++)
		registry_check_act(registry, i, errors);
	for (size_t i = 0; i < registry->rule_count; i++)
		registry_check_rule(registry, i, errors);
	for (size_t i = 0; i < registry->clock_count; i++)
		registry_check_clock(registry, i, errors);
	check_scope_records(registry, errors);
	return errors->count == before;
}
