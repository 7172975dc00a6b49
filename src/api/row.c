/* row.c - rows and values as JSON. */
#include "api/internal.h"

void value_write(struct json_writer *json, struct arena *arena, const struct field *field, struct value value)
{
	if (value.kind == VALUE_ABSENT)
		json_null(json);
	else if (value.kind == VALUE_UNKNOWN)
		json_string(json, TEXT_OF("?"));
	else if (field->type == FIELD_YES_NO)
		json_boolean(json, value.integer != 0);
	else if (field->type == FIELD_INTEGER)
		json_integer(json, value.integer);
	else
		json_string(json, field_text(field, arena, value));
}

static void write_withheld(struct json_writer *json, const struct row *row)
{
	if (row->redacted == 0)
		return;
	json_name(json, "withheld");
	json_array_begin(json);
	for (int i = 0; i < row->record->field_count; i++) {
		if (row->redacted & (UINT64_C(1) << i))
			json_string(json, text_from(row->record->fields[i].name));
	}
	json_array_end(json);
}

void row_write(struct json_writer *json, struct arena *arena, const struct row *row)
{
	json_object_begin(json);
	json_member(json, "id", row->id);
	json_member_integer(json, "version", row->version);
	json_member(json, "created_at", moment_text(arena, row->created_at));
	json_member(json, "created_by", row->created_by);
	json_member(json, "changed_at", moment_text(arena, row->changed_at));
	json_member(json, "changed_by", row->changed_by);
	json_member(json, "log", row->log);
	json_member_integer(json, "log_index", row->log_index);
	for (int i = 0; i < row->record->field_count; i++) {
		if (row_value(row, i).kind == VALUE_ABSENT)
			continue;
		json_name(json, row->record->fields[i].name);
		value_write(json, arena, &row->record->fields[i], row_value(row, i));
	}
	write_withheld(json, row);
	json_object_end(json);
}
