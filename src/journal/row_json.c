/* row_json.c - rows as JSON: in payloads of the journal, in backups and in the API. */
#include "journal/row_json.h"

#include "format/json_scan.h"

void row_write_json_value(struct json_writer *json, const struct field *field, struct value value)
{
	if (value.kind == VALUE_ABSENT)
		json_null(json);
	else if (value.kind == VALUE_UNKNOWN)
		json_string(json, TEXT_OF("?"));
	else if (field->type == FIELD_INTEGER)
		json_integer(json, value.integer);
	else if (field->type == FIELD_YES_NO)
		json_boolean(json, value.integer != 0);
	else if (value.kind == VALUE_TEXT)
		json_string(json, value.text);
	else
		json_string(json, field_text(field, json->builder.arena, value));
}

void row_write_json(struct json_writer *json, const struct row *row)
{
	json_object_begin(json);
	for (int i = 0; i < row->record->field_count; i++) {
		if (row->values[i].kind == VALUE_ABSENT)
			continue;
		json_name(json, row->record->fields[i].name);
		row_write_json_value(json, &row->record->fields[i], row->values[i]);
	}
	json_object_end(json);
}

/* "-12.50" at the scale into -1250; the number of decimals may be smaller than the scale, not larger. */
static bool scaled_parse(struct text text, int scale, int64_t *out_integer)
{
	bool negative = text_starts_with(text, TEXT_OF("-"));
	size_t i = negative ? 1 : 0;
	int decimals = -1;
	int64_t number = 0;
	bool digits = false;
	for (; i < text.length; i++) {
		if (text.data[i] == '.' && decimals < 0 && digits) {
			decimals = 0;
			continue;
		}
		if (text.data[i] < '0' || text.data[i] > '9' || (decimals >= 0 && ++decimals > scale) ||
			number > (INT64_MAX - 9) / 10)
			return false;
		number = number * 10 + (text.data[i] - '0');
		digits = true;
	}
	for (decimals = decimals < 0 ? 0 : decimals; decimals < scale; decimals++) {
		if (number > INT64_MAX / 10)
			return false;
		number *= 10;
	}
	*out_integer = negative ? -number : number;
	return digits;
}

static bool text_value(const struct field *field, struct text text, struct value *out_value)
{
	int64_t integer;
	switch (field->type) {
	case FIELD_INTEGER:
	case FIELD_YES_NO:
		return false;
	case FIELD_MOMENT:
		if (!moment_parse(text, &integer))
			return false;
		break;
	case FIELD_DECIMAL:
	case FIELD_MONEY:
		if (!scaled_parse(text, field->type == FIELD_MONEY ? 2 : field->limits.scale, &integer))
			return false;
		break;
	default:
		*out_value = value_text(text);
		return true;
	}
	*out_value = value_integer(integer);
	return true;
}

static bool read_value(const struct field *field, struct arena *arena, struct json_value json, struct value *out_value)
{
	enum json_kind kind = json_kind(json);
	if (kind == JSON_NULL)
		*out_value = value_absent();
	else if (kind == JSON_STRING && text_equal_string(json_text(json), "?"))
		*out_value = value_unknown();
	else if (kind == JSON_STRING)
		return text_value(field, arena_copy(arena, json_text(json)), out_value);
	else if (kind == JSON_INTEGER && field->type == FIELD_INTEGER)
		*out_value = value_integer(json_to_integer(json, 0));
	else if (kind == JSON_BOOLEAN && field->type == FIELD_YES_NO)
		*out_value = value_integer(json_to_boolean(json, false) ? 1 : 0);
	else
		return false;
	return true;
}

bool row_read_json(struct arena *arena, struct json_value object, struct row *row, struct error_list *errors)
{
	if (json_kind(object) != JSON_OBJECT) {
		error_say(errors, E_TYPE, NULL, N_("The row is not a JSON object."));
		return false;
	}
	struct text name;
	struct json_value member;
	bool done = true;
	for (size_t i = 0; json_member_at(object, i, &name, &member); i++) {
		int field = record_field(row->record, name);
		if (field == FIELD_NONE)
			continue;
		struct value value;
		if (read_value(&row->record->fields[field], arena, member, &value)) {
			row_set(row, field, value);
			continue;
		}
		error_say(errors, E_TYPE, arena_format(arena, "/%.*s", TEXT_FORMAT(name)).data,
			N_("The value is not of the type of the field."));
		done = false;
	}
	return done;
}

struct text row_payload(struct arena *arena, const struct row *row, struct text act, struct text reason,
	struct text warnings, struct text rules)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member_string(&json, "record", row->record->name);
	json_member(&json, "id", row->id);
	json_member_integer(&json, "version", row->version);
	json_member(&json, "act", act);
	if (!text_is_empty(reason))
		json_member(&json, "reason", reason);
	if (!text_is_empty(warnings)) {
		json_name(&json, "warnings");
		json_raw(&json, warnings);
	}
	if (!text_is_empty(rules)) {
		json_name(&json, "rules");
		json_raw(&json, rules);
	}
	json_name(&json, "row");
	row_write_json(&json, row);
	json_member_integer(&json, "created_at", row->created_at);
	json_member(&json, "created_by", row->created_by);
	json_object_end(&json);
	return json_finish(&json);
}

static bool refuse(struct error_list *errors)
{
	error_say(errors, E_JOURNAL, NULL, N_("The content of a journal entry cannot be read."));
	return false;
}

/* ---- reading a payload back ---- */

static bool scalar_value(const struct field *field, struct arena *arena, struct json_scalar scalar, struct value *out_value)
{
	if (scalar.kind == JSON_NULL)
		*out_value = value_absent();
	else if (scalar.kind == JSON_STRING && text_equal_string(scalar.text, "?"))
		*out_value = value_unknown();
	else if (scalar.kind == JSON_STRING)
		return text_value(field, arena_copy(arena, scalar.text), out_value);
	else if (scalar.kind == (field->type == FIELD_YES_NO ? JSON_BOOLEAN : JSON_INTEGER) &&
		 (field->type == FIELD_INTEGER || field->type == FIELD_YES_NO))
		*out_value = value_integer(scalar.integer);
	else
		return false;
	return true;
}

/* Members come in the order of the table, so the search begins behind the last one found. */
static int next_field(const struct record *record, struct text name, int from)
{
	for (int i = from; i < record->field_count; i++)
		if (text_equal_string(name, record->fields[i].name))
			return i;
	return FIELD_NONE;
}

static bool scan_row(struct json_scan *scan, struct row *row)
{
	struct text name;
	int field = FIELD_NONE;
	if (!json_scan_enter(scan))
		return false;
	while (json_scan_member(scan, &name)) {
		struct json_scalar scalar;
		struct value value;
		field = next_field(row->record, name, field + 1);
		if (field == FIELD_NONE || !json_scan_scalar(scan, &scalar) ||
			!scalar_value(&row->record->fields[field], scan->arena, scalar, &value))
			return false;
		row_set(row, field, value);
	}
	return scan->good;
}

static bool scan_name(struct json_scan *scan, const char *name)
{
	struct text found;
	return json_scan_member(scan, &found) && text_equal_string(found, name);
}

/* Exactly as row_payload() writes it. False for every other form, which is left to the parser; texts are views. */
static bool scan_payload(struct arena *arena, const struct registry *registry, struct text payload, struct row **out_row,
	struct text *out_reason)
{
	struct json_scan scan;
	struct text record_name, id, act, name, reason = text_empty(), created_by;
	int64_t version, created_at;
	json_scan_begin(&scan, arena, payload);
	if (!json_scan_enter(&scan) || !scan_name(&scan, "record") || !json_scan_string(&scan, &record_name) ||
		!scan_name(&scan, "id") || !json_scan_string(&scan, &id) || !scan_name(&scan, "version") ||
		!json_scan_integer(&scan, &version) || !scan_name(&scan, "act") || !json_scan_string(&scan, &act) ||
		!json_scan_member(&scan, &name))
		return false;
	if (text_equal_string(name, "reason") &&
		(!json_scan_string(&scan, &reason) || !json_scan_member(&scan, &name)))
		return false;
	if (text_equal_string(name, "warnings") && (!json_scan_skip(&scan) || !json_scan_member(&scan, &name)))
		return false;
	if (text_equal_string(name, "rules") && (!json_scan_skip(&scan) || !json_scan_member(&scan, &name)))
		return false;
	const struct record *record = registry_record(registry, record_name);
	if (!record || !text_equal_string(name, "row"))
		return false;
	struct row *row = row_new(arena, record);
	if (!scan_row(&scan, row) || !scan_name(&scan, "created_at") || !json_scan_integer(&scan, &created_at) ||
		!scan_name(&scan, "created_by") || !json_scan_string(&scan, &created_by) ||
		json_scan_member(&scan, &name) || !json_scan_end(&scan))
		return false;
	row->id = arena_copy(arena, id);
	row->version = version;
	row->created_at = created_at;
	row->created_by = arena_copy(arena, created_by);
	*out_row = row;
	*out_reason = reason;
	return true;
}

static bool parse_payload(struct arena *arena, const struct registry *registry, struct text payload, struct row **out_row,
	struct text *out_reason, struct error_list *errors)
{
	struct json_value root;
	if (!json_parse(arena, payload, &root, errors))
		return false;
	if (json_kind(root) != JSON_OBJECT || json_kind(json_get(root, "record")) != JSON_STRING ||
		json_kind(json_get(root, "version")) != JSON_INTEGER)
		return refuse(errors);
	const struct record *record = registry_record(registry, json_get_text(root, "record"));
	*out_reason = json_get_text(root, "reason");
	if (!record) {
		*out_row = NULL;
		return true;
	}
	struct row *row = row_new(arena, record);
	row->id = arena_copy(arena, json_get_text(root, "id"));
	row->version = json_to_integer(json_get(root, "version"), 0);
	row->created_at = json_to_integer(json_get(root, "created_at"), 0);
	row->created_by = arena_copy(arena, json_get_text(root, "created_by"));
	if (!row_read_json(arena, json_get(root, "row"), row, errors))
		return false;
	*out_row = row;
	return true;
}

bool row_from_payload(struct arena *arena, const struct registry *registry, struct text payload, struct row **out_row,
	struct text *out_reason, struct error_list *errors)
{
	struct text reason;
	if (!scan_payload(arena, registry, payload, out_row, &reason) &&
		!parse_payload(arena, registry, payload, out_row, &reason, errors))
		return false;
	if (out_reason)
		*out_reason = arena_copy(arena, reason);
	return true;
}
