/* record.c - rows: making them, reading and setting values, and checking a whole row. */
#include <assert.h>
#include <string.h>

#include "model/field_number.h"
#include "model/record.h"

struct row *row_new(struct arena *arena, const struct record *record)
{
	struct row *row = ARENA_NEW(arena, struct row);
	row->record = record;
	row->id = row->created_by = row->changed_by = row->log = text_empty();
	row->log_index = -1;
	row->values = ARENA_ARRAY(arena, struct value, (size_t)record->field_count);
	for (int i = 0; i < record->field_count; i++)
		row->values[i] = value_absent();
	return row;
}

struct row *row_copy(struct arena *arena, const struct row *row)
{
	struct row *copy = ARENA_NEW(arena, struct row);
	*copy = *row;
	size_t count = (size_t)row->record->field_count;
	copy->values = ARENA_ARRAY(arena, struct value, count);
	if (count)
		memcpy(copy->values, row->values, count * sizeof(struct value));
	return copy;
}

int record_field(const struct record *record, struct text name)
{
	for (int i = 0; i < record->field_count; i++) {
		if (text_equal_string(name, record->fields[i].name))
			return i;
	}
	return FIELD_NONE;
}

struct value row_value(const struct row *row, int field)
{
	assert(field >= 0 && field < row->record->field_count);
	return row->values[field];
}

struct text row_text(const struct row *row, int field)
{
	struct value value = row_value(row, field);
	return value.kind == VALUE_TEXT ? value.text : text_empty();
}

int64_t row_integer(const struct row *row, int field, int64_t otherwise)
{
	struct value value = row_value(row, field);
	return value.kind == VALUE_INTEGER ? value.integer : otherwise;
}

bool row_is_yes(const struct row *row, int field)
{
	return row_integer(row, field, 0) != 0;
}

struct date row_date(const struct row *row, int field)
{
	struct date date = { 0 };
	if (!date_parse_partial(row_text(row, field), &date))
		return (struct date){ 0 };
	return date;
}

int64_t row_moment(const struct row *row, int field)
{
	return row_integer(row, field, 0);
}

bool row_has(const struct row *row, int field)
{
	return value_is_present(row_value(row, field));
}

bool row_is(const struct row *row, int field, const char *code)
{
	struct value value = row_value(row, field);
	return value.kind == VALUE_TEXT && text_equal_string(value.text, code);
}

void row_set(struct row *row, int field, struct value value)
{
	assert(field >= 0 && field < row->record->field_count);
	row->values[field] = value;
}

void row_set_text(struct row *row, int field, struct text text)
{
	row_set(row, field, value_text(text));
}

void row_set_string(struct row *row, int field, const char *string)
{
	row_set(row, field, value_string(string));
}

void row_set_integer(struct row *row, int field, int64_t integer)
{
	row_set(row, field, value_integer(integer));
}

void row_set_yes_no(struct row *row, int field, bool yes)
{
	row_set(row, field, value_integer(yes ? 1 : 0));
}

void row_set_date(struct row *row, struct arena *arena, int field, struct date date)
{
	row_set(row, field, value_text(date_text(arena, date)));
}

struct text row_title(struct arena *arena, const struct row *row)
{
	const struct record *record = row->record;
	if (record->title)
		return record->title(arena, row);
	for (int i = 0; i < record->field_count; i++) {
		if (!(record->fields[i].flags & FIELD_LISTED))
			continue;
		struct text text = field_text(&record->fields[i], arena, row->values[i]);
		return text_is_empty(text) ? row->id : text;
	}
	return row->id;
}

static struct text row_scope(const struct row *row, int field)
{
	if (field == FIELD_SELF)
		return row->id;
	return field == FIELD_NONE ? text_empty() : row_text(row, field);
}

struct text row_subject(const struct row *row)
{
	return row_scope(row, row->record->person_field);
}

struct text row_facility(const struct row *row)
{
	return row_scope(row, row->record->facility_field);
}

bool row_check(const struct act_context *context, const struct row *row, const struct row *old, struct error_list *errors)
{
	const struct record *record = row->record;
	bool good = true;
	for (int i = 0; i < record->field_count; i++) {
		const struct field *field = &record->fields[i];
		if ((field->flags & FIELD_REQUIRED) && row->values[i].kind == VALUE_ABSENT) {
			good = field_fault(field, E_REQUIRED, N_("Enter {field}"), text_empty(), errors);
		} else if (!field_check(field, row->values[i], errors)) {
			good = false;
		}
		if (old && (field->flags & FIELD_FIXED) && !value_equal(row->values[i], old->values[i])) {
			good = field_fault(field, E_STATE, N_("{field} cannot be changed once it is recorded"),
				text_empty(), errors);
		}
	}
	if (record->check && !record->check(context, row, errors))
		good = false;
	return good;
}

bool row_is_closed_to(const struct row *row, struct text name)
{
	struct text rest = row->record->closed_to_field > 0 ? row_text(row, row->record->closed_to_field) : text_empty(), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal_ignoring_case(one, name))
			return true;
	return false;
}

bool row_has_lapsed(const struct row *row, int64_t now)
{
	return row->record->lapsed_readers != ROLES_NONE && row_has(row, row->record->lapse_field) && row_moment(row, row->record->lapse_field) <= now;
}
